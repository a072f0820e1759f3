//! A mail server, spoken to by SMTP.

use std::time::Duration;

use lettre::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, Tls, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};

use super::{Sender, Unsent, is_of_address};

const PATIENCE: Duration = Duration::from_secs(20);

/// How the line to the server is kept from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Begins in the open and must become TLS before anything is said (port 587).
    StartTls,
    /// TLS from the first byte (port 465).
    Tls,
    /// In the open: only for a server on this machine.
    Open,
}

#[derive(Clone)]
pub struct Login {
    pub user: String,
    pub password: String,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Login(…)")
    }
}

#[derive(Clone, Debug)]
pub struct Server {
    host: String,
    port: u16,
    tls: Tls,
    login: Option<Credentials>,
    hello: ClientId,
}

impl Server {
    /// `authority`: a certificate in PEM that is trusted besides those of this machine.
    ///
    /// # Errors
    /// The end of a sentence that begins with the name of the setting `mail_host`.
    pub fn new(
        host: &str,
        port: u16,
        line: Line,
        login: Option<Login>,
        authority: Option<&[u8]>,
        sender: &Sender,
    ) -> Result<Self, String> {
        let secured = || -> Result<TlsParameters, String> {
            let mut tls = TlsParameters::builder(host.to_owned());
            if let Some(pem) = authority {
                let certificate = Certificate::from_pem(pem);
                tls = tls.add_root_certificate(certificate.map_err(|_| {
                    "cannot be trusted: the file of mail_ca_file is no certificate in PEM".to_owned()
                })?);
            }
            tls.build().map_err(|_| "cannot be spoken to with TLS: this machine knows no certificates (Debian's package ca-certificates)".to_owned())
        };
        let tls = match line {
            Line::StartTls => Tls::Required(secured()?),
            Line::Tls => Tls::Wrapper(secured()?),
            Line::Open => Tls::None,
        };
        let login = login.map(|login| Credentials::new(login.user, login.password));
        Ok(Self {
            host: host.to_owned(),
            port,
            tls,
            login,
            hello: ClientId::Domain(sender.host().to_owned()),
        })
    }

    pub(super) async fn send(&self, message: Message) -> Result<(), Unsent> {
        let mut line = self.open().await.map_err(|error| unsent(About::Us, &error))?;
        let sent = hand_over(&mut line, &message).await;
        // How they part changes nothing of what was said.
        line.abort().await;
        sent
    }

    async fn open(&self) -> Result<AsyncSmtpConnection, Error> {
        let at = (self.host.as_str(), self.port);
        let first = match &self.tls {
            Tls::Wrapper(secured) => Some(secured.clone()),
            _ => None,
        };
        let mut line =
            AsyncSmtpConnection::connect_tokio1(at, Some(PATIENCE), &self.hello, first, None).await?;
        if let Tls::Required(secured) = &self.tls {
            line.starttls(secured.clone(), &self.hello).await?;
        }
        if let Some(login) = &self.login {
            line.auth(DEFAULT_MECHANISMS, login).await?;
        }
        Ok(line)
    }

    pub(super) async fn answers(&self) -> Result<String, String> {
        let at = format!("{}, port {}", self.host, self.port);
        match self.open().await {
            Ok(mut line) => {
                let answers = line.test_connected().await;
                line.abort().await;
                if answers { Ok(format!("{at} answers")) } else { Err(format!("{at} hangs up")) }
            }
            Err(error) => Err(format!("{at}: {}", kind(&error))),
        }
    }
}

/// What an answer is about: only one to the receiver's address, or one that says so itself, is about that address.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Us,
    Receiver,
    Letter,
}

/// One command at a time, so that it is known to which of them a no was the answer.
async fn hand_over(line: &mut AsyncSmtpConnection, message: &Message) -> Result<(), Unsent> {
    let (envelope, letter) = (message.envelope(), message.formatted());
    let plain = envelope.to().iter().all(|to| AsRef::<str>::as_ref(to).is_ascii());
    let mut asks = Vec::new();
    for (needed, extension, parameter) in [
        (!plain, Extension::SmtpUtfEight, MailParameter::SmtpUtfEight),
        (!letter.is_ascii(), Extension::EightBitMime, MailParameter::Body(MailBodyParameter::EightBitMime)),
    ] {
        if needed && !line.server_info().supports_feature(extension) {
            return Err(Unsent::Later("it takes only plain letters".to_owned()));
        }
        if needed {
            asks.push(parameter);
        }
    }
    let mail = Mail::new(envelope.from().cloned(), asks);
    line.command(mail).await.map_err(|error| unsent(About::Us, &error))?;
    for to in envelope.to() {
        let receiver = Rcpt::new(to.clone(), Vec::new());
        line.command(receiver).await.map_err(|error| unsent(About::Receiver, &error))?;
    }
    line.command(Data).await.map_err(|error| unsent(About::Letter, &error))?;
    line.message(&letter).await.map_err(|error| unsent(About::Letter, &error))?;
    Ok(())
}

/// What signs in is the installation's, not the receiver's.
const SIGN_IN: [u16; 5] = [454, 530, 534, 535, 538];

fn unsent(about: About, error: &Error) -> Unsent {
    let words = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    match error.status().map(u16::from) {
        Some(code)
            if error.is_permanent()
                && about != About::Us
                && is_of_address(code, &words, about == About::Receiver) =>
        {
            Unsent::Refused(code)
        }
        Some(_) => Unsent::Later(kind(error)),
        // Before the connection stood, nothing went.
        None if never_connected(error) || not_trusted(error) || error.is_client() => {
            Unsent::Later(kind(error))
        }
        None => Unsent::Unknown,
    }
}

/// What TLS has against the other side comes as data that is not valid.
fn not_trusted(error: &Error) -> bool {
    let mut next = std::error::Error::source(error);
    while let Some(cause) = next {
        let io = cause.downcast_ref::<std::io::Error>();
        if io.is_some_and(|io| io.kind() == std::io::ErrorKind::InvalidData) {
            return true;
        }
        next = cause.source();
    }
    error.is_tls()
}

fn never_connected(error: &Error) -> bool {
    error.to_string().starts_with("Connection error")
}

/// In our own words: what a server says may hold an address.
fn kind(error: &Error) -> String {
    match error.status().map(u16::from) {
        Some(code) if SIGN_IN.contains(&code) => format!("it does not take the user and password ({code})"),
        Some(code) => format!("it answers {code}"),
        None if not_trusted(error) => "its certificate is not trusted here, or it speaks no TLS".to_owned(),
        None if error.is_timeout() => "it does not answer in time".to_owned(),
        None if never_connected(error) => "there is no connection".to_owned(),
        None if error.is_client() => {
            "it cannot do what is asked (no STARTTLS, or no way to sign in)".to_owned()
        }
        None => "the line broke".to_owned(),
    }
}
