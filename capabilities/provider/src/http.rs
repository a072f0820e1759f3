//! One question to a provider: one connection, one answer, within a time and a size, and no going elsewhere.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use openidconnect::url::{Host, Url};
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::provider::Issuer;

/// How long and how much a provider may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For one question, from looking up the name to the last byte.
    pub patience: Duration,
    /// The largest answer; a full set of keys of a large provider is a tenth of it.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { patience: Duration::from_secs(8), bytes: 256 * 1024 }
    }
}

/// Larger headers than any provider sends.
const HEADERS: usize = 32 * 1024;

/// Why there is no answer; never with anything of its content.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoAnswer {
    #[error("the provider took too long")]
    TooLong,
    #[error("no connection: {0}")]
    NoConnection(std::io::ErrorKind),
    #[error("no secure connection")]
    NotSecure,
    #[error("the connection was broken off")]
    BrokenOff,
    #[error("the answer is too large")]
    TooLarge,
    #[error("an address that a provider may not name")]
    Elsewhere,
}

/// Asks one provider. Follows no redirect and keeps no connection: a sign-in is three questions.
pub(crate) struct Http {
    limits: Limits,
    issuer: Issuer,
    tls: Option<TlsConnector>,
}

impl Http {
    /// `authority`: certificates in PEM that count besides those of the machine.
    ///
    /// # Errors
    /// A sentence when there is nothing to know a provider's certificate by.
    pub(crate) fn new(limits: Limits, issuer: Issuer, authority: Option<&[u8]>) -> Result<Self, String> {
        let near = issuer.as_str().starts_with("http:");
        let tls = if near { None } else { Some(connector(authority)?) };
        Ok(Self { limits, issuer, tls })
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
        let url = Url::parse(&request.uri().to_string()).map_err(|_| NoAnswer::Elsewhere)?;
        if !self.issuer.may_point_to(&url) {
            return Err(NoAnswer::Elsewhere);
        }
        let asked = async {
            let (host, port) = (url.host(), url.port_or_known_default());
            let (Some(host), Some(port)) = (host, port) else { return Err(NoAnswer::Elsewhere) };
            let plain = match &host {
                Host::Domain(name) => TcpStream::connect((*name, port)).await,
                Host::Ipv4(address) => TcpStream::connect((*address, port)).await,
                Host::Ipv6(address) => TcpStream::connect((*address, port)).await,
            };
            let plain = plain.map_err(|error| NoAnswer::NoConnection(error.kind()))?;
            match (&self.tls, url.scheme()) {
                (Some(tls), "https") => {
                    let name = server_name(&host)?;
                    let secure = tls.connect(name, plain).await.map_err(|_| NoAnswer::NotSecure)?;
                    self.exchange(secure, &url, request).await
                }
                (None, "http") => self.exchange(plain, &url, request).await,
                _ => Err(NoAnswer::Elsewhere),
            }
        };
        tokio::time::timeout(self.limits.patience, asked).await.unwrap_or(Err(NoAnswer::TooLong))
    }

    async fn exchange(
        &self,
        stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
        url: &Url,
        request: HttpRequest,
    ) -> Result<HttpResponse, NoAnswer> {
        let mut builder = http1::Builder::new();
        builder.max_buf_size(HEADERS);
        let (mut sender, connection) =
            builder.handshake(TokioIo::new(stream)).await.map_err(|_| NoAnswer::BrokenOff)?;
        let answered = async {
            let (mut parts, body) = request.into_parts();
            let after_host = &url[openidconnect::url::Position::BeforePath..];
            parts.uri = after_host.parse().map_err(|_| NoAnswer::Elsewhere)?;
            let host =
                &url[openidconnect::url::Position::BeforeHost..openidconnect::url::Position::AfterPort];
            let host = hyper::header::HeaderValue::from_str(host).map_err(|_| NoAnswer::Elsewhere)?;
            parts.headers.insert(hyper::header::HOST, host);
            let request = hyper::Request::from_parts(parts, Full::new(Bytes::from(body)));
            let answer = sender.send_request(request).await.map_err(|_| NoAnswer::BrokenOff)?;
            let (parts, body) = answer.into_parts();
            let body = Limited::new(body, self.limits.bytes).collect().await.map_err(|error| {
                if error.is::<http_body_util::LengthLimitError>() {
                    NoAnswer::TooLarge
                } else {
                    NoAnswer::BrokenOff
                }
            })?;
            Ok(HttpResponse::from_parts(parts, body.to_bytes().to_vec()))
        };
        // The connection lives as long as the question: whoever walks away leaves nothing behind.
        tokio::pin!(answered);
        tokio::select! {
            biased;
            answer = &mut answered => answer,
            _ = connection => answered.await,
        }
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = NoAnswer;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, NoAnswer>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

fn server_name(host: &Host<&str>) -> Result<ServerName<'static>, NoAnswer> {
    match host {
        Host::Domain(name) => ServerName::try_from((*name).to_owned()).map_err(|_| NoAnswer::Elsewhere),
        Host::Ipv4(address) => Ok(ServerName::from(std::net::IpAddr::V4(*address))),
        Host::Ipv6(address) => Ok(ServerName::from(std::net::IpAddr::V6(*address))),
    }
}

fn connector(authority: Option<&[u8]>) -> Result<TlsConnector, String> {
    let mut roots = RootCertStore::empty();
    for certificate in rustls_native_certs::load_native_certs().certs {
        // A machine's list may hold one that cannot be read; the others count.
        let _ = roots.add(certificate);
    }
    if let Some(pem) = authority {
        let wrong = || "must be a file with certificates in PEM".to_owned();
        let mut found = 0;
        for certificate in CertificateDer::pem_slice_iter(pem) {
            roots.add(certificate.map_err(|_| wrong())?).map_err(|_| wrong())?;
            found += 1;
        }
        if found == 0 {
            return Err(wrong());
        }
    }
    if roots.is_empty() {
        return Err("cannot be asked securely: this machine has no list of certificate authorities \
                    (Debian's package ca-certificates)"
            .to_owned());
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| format!("cannot be asked securely: {error}"))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}
