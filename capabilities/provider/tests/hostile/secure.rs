//! A provider behind TLS: trusted by its authority, and not by anybody else's.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use ground::db::testing::{THEN, both};
use migrations::ALL;
use provider::{Providers, Refused, ReturnTo};
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use serde_json::json;
use tokio_rustls::TlsAcceptor;

use crate::server::Hostile;
use crate::town::{HERE, LIMITS, settings};

/// A certificate for one name that vouches for itself.
fn certificate(folder: &Path, name: &str) -> (Vec<u8>, TlsAcceptor) {
    let (cert, key) = (folder.join(format!("{name}.pem")), folder.join(format!("{name}.key")));
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "2",
        ])
        .args(["-subj", "/CN=proef", "-addext", &format!("subjectAltName=DNS:{name}")])
        .args(["-addext", "basicConstraints=critical,CA:FALSE"])
        .arg("-keyout")
        .arg(&key)
        .arg("-out")
        .arg(&cert)
        .output()
        .expect("openssl, which comes with Debian");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let chain = vec![CertificateDer::from_pem_file(&cert).unwrap()];
    let key = PrivateKeyDer::from_pem_file(&key).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    (std::fs::read(cert).unwrap(), TlsAcceptor::from(Arc::new(config)))
}

#[tokio::test]
async fn a_provider_is_trusted_by_its_certificate_only() {
    let folder = tempfile::tempdir().unwrap();
    let (authority, tls) = &certificate(folder.path(), "localhost");
    let (other, other_tls) = &certificate(folder.path(), "elders.example");
    both(ALL, |db| async move {
        let hostile = Hostile::start_behind("https", Some(tls.clone())).await;
        let go = async |address: &str, authority: Option<&Vec<u8>>| {
            let mut provider = settings(address);
            provider.authority = authority.cloned();
            let providers = Providers::new(db.clone(), [provider], LIMITS).unwrap();
            providers.begin(HERE, ReturnTo::front(), THEN).await.unwrap().map(|begun| begun.to)
        };
        let to = go(&hostile.address, Some(authority)).await.unwrap();
        assert!(to.starts_with(&format!("{}/auth?", hostile.address)), "{to}");
        assert_eq!(go(&hostile.address, Some(other)).await.unwrap_err(), Refused::Unreachable);
        // A good certificate of another name.
        let elsewhere = Hostile::start_behind("https", Some(other_tls.clone())).await;
        assert_eq!(go(&elsewhere.address, Some(other)).await.unwrap_err(), Refused::Unreachable);
        // A secure provider does not lead to an open address, also not on this machine.
        let open = format!("http://localhost:{}/keys", hostile.address.rsplit(':').next().unwrap());
        hostile.describes("jwks_uri", json!(open));
        assert_eq!(go(&hostile.address, Some(authority)).await.unwrap_err(), Refused::NotUnderstood);
    })
    .await;
}

#[tokio::test]
async fn an_authority_that_is_no_certificate_is_refused_when_the_program_starts() {
    both(ALL, |db| async move {
        for wrong in [
            b"".as_slice(),
            b"geen certificaat",
            b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        ] {
            let mut provider = settings("https://inloggen.example");
            provider.authority = Some(wrong.to_vec());
            let (municipality, why) = Providers::new(db.clone(), [provider], LIMITS).unwrap_err();
            assert_eq!((municipality, why.as_str()), (HERE, "must be a file with certificates in PEM"));
        }
    })
    .await;
}
