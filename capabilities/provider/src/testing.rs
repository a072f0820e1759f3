//! A provider that says what it is told, right or wrong, with keys of its own.
#![allow(clippy::unwrap_used, reason = "for tests only: a provider that cannot be made must stop the test")]

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _};
use ring::{digest, hmac};
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpListener;

/// What comes back for a path.
#[derive(Clone)]
pub enum Reply {
    Json(u16, Value),
    Raw(u16, &'static str, Vec<u8>),
    SentTo(String),
    /// Takes the question and says nothing, ever.
    Never,
    /// Bytes without end.
    Endless,
}

/// A question as it came in.
#[derive(Clone, Debug)]
pub struct Asked {
    pub path: String,
    pub authorization: Option<String>,
    pub body: String,
}

pub struct Hostile {
    pub address: String,
    replies: Arc<Mutex<HashMap<String, Reply>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

pub const DESCRIPTION: &str = "/.well-known/openid-configuration";

impl Hostile {
    pub async fn start() -> Self {
        Self::start_behind("http", None).await
    }

    /// Over TLS when there is an acceptor.
    pub async fn start_behind(scheme: &str, tls: Option<tokio_rustls::TlsAcceptor>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = format!("{scheme}://localhost:{}", listener.local_addr().unwrap().port());
        let hostile = Self { address, replies: Arc::default(), asked: Arc::default() };
        hostile.says(DESCRIPTION, Reply::Json(200, hostile.description()));
        hostile.says("/keys", Reply::Json(200, json!({ "keys": [Key::first().public()] })));
        let (replies, asked) = (hostile.replies.clone(), hostile.asked.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (replies, asked, tls) = (replies.clone(), asked.clone(), tls.clone());
                tokio::spawn(async move {
                    match tls {
                        None => serve(stream, &replies, &asked).await,
                        // Whoever does not trust us hangs up.
                        Some(tls) => match tls.accept(stream).await {
                            Ok(stream) => serve(stream, &replies, &asked).await,
                            Err(_) => None,
                        },
                    }
                });
            }
        });
        hostile
    }

    pub fn description(&self) -> Value {
        let at = |path: &str| format!("{}{path}", self.address);
        json!({
            "issuer": self.address,
            "authorization_endpoint": at("/auth"),
            "token_endpoint": at("/token"),
            "jwks_uri": at("/keys"),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256", "ES256", "HS256", "none"],
        })
    }

    /// The description with one thing changed.
    pub fn describes(&self, name: &str, value: Value) {
        let mut description = self.description();
        description[name] = value;
        self.says(DESCRIPTION, Reply::Json(200, description));
    }

    pub fn says(&self, path: &str, reply: Reply) {
        self.replies.lock().unwrap().insert(path.to_owned(), reply);
    }

    /// The word (ID token) for the next code.
    pub fn gives(&self, word: &str) {
        let answer = json!({ "access_token": "toegang-geheim", "token_type": "Bearer", "id_token": word });
        self.says("/token", Reply::Json(200, answer));
    }

    pub fn asked(&self, path: &str) -> Vec<Asked> {
        self.asked.lock().unwrap().iter().filter(|asked| asked.path == path).cloned().collect()
    }
}

async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    replies: &Mutex<HashMap<String, Reply>>,
    asked: &Mutex<Vec<Asked>>,
) -> Option<()> {
    let mut bytes = Vec::new();
    let head = loop {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let header = |name: &str| {
        let mut lines = text.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
    };
    let length: usize = header("content-length").map_or(0, |length| length.parse().unwrap());
    while bytes.len() < head + length {
        stream.read_buf(&mut bytes).await.ok()?;
    }
    let path = text.split(' ').nth(1)?.to_owned();
    let body = String::from_utf8_lossy(&bytes[head..]).into_owned();
    asked.lock().unwrap().push(Asked { path: path.clone(), authorization: header("authorization"), body });
    let reply = replies.lock().unwrap().get(&path).cloned();
    let (status, kind, body, more) = match reply {
        Some(Reply::Json(status, value)) => {
            (status, "application/json", value.to_string().into_bytes(), String::new())
        }
        Some(Reply::Raw(status, kind, body)) => (status, kind, body, String::new()),
        Some(Reply::SentTo(place)) => (302, "text/plain", Vec::new(), format!("location: {place}\r\n")),
        None => (404, "text/plain", Vec::new(), String::new()),
        Some(Reply::Never) => return std::future::pending().await,
        Some(Reply::Endless) => {
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n").await.ok()?;
            loop {
                stream.write_all(&[b' '; 65_536]).await.ok()?;
            }
        }
    };
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\n{more}content-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.ok()?;
    stream.write_all(&body).await.ok()?;
    stream.shutdown().await.ok()
}

/// A key with its name.
pub struct Key {
    pub kid: &'static str,
    pub seed: &'static [u8; 32],
}

impl Key {
    /// The one among the provider's keys.
    pub fn first() -> Self {
        Self { kid: "een", seed: b"een sleutel alleen voor de proef" }
    }

    /// One that nobody knows yet.
    pub fn second() -> Self {
        Self { kid: "twee", seed: b"nog een sleutel, ook voor proeve" }
    }

    fn pair(&self) -> Ed25519KeyPair {
        Ed25519KeyPair::from_seed_unchecked(self.seed).unwrap()
    }

    pub fn public(&self) -> Value {
        let x = base64(self.pair().public_key().as_ref());
        json!({ "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": self.kid, "x": x })
    }

    pub fn signs(&self, claims: &Value) -> String {
        let head = json!({ "alg": "EdDSA", "kid": self.kid, "typ": "JWT" });
        let text = unsigned(&head, claims);
        let signature = base64(self.pair().sign(text.as_bytes()).as_ref());
        format!("{text}.{signature}")
    }
}

/// A key of the kind most used with curves, new each time: its public half and a word signed with it.
pub fn signed_es256(claims: &Value) -> (Value, String) {
    let chance = SystemRandom::new();
    let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &chance).unwrap();
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, made.as_ref(), &chance).unwrap();
    let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
    let public =
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "kid": "p", "x": base64(x), "y": base64(y) });
    let text = unsigned(&json!({ "alg": "ES256", "kid": "p" }), claims);
    let signature = base64(pair.sign(&chance, text.as_bytes()).unwrap().as_ref());
    (public, format!("{text}.{signature}"))
}

/// A word with no signature at all.
pub fn alg_none(claims: &Value) -> String {
    format!("{}.", unsigned(&json!({ "alg": "none" }), claims))
}

/// A word signed with something that is no secret, or that should not be used for it.
pub fn signed_hs256(claims: &Value, kid: &str, with: &[u8]) -> String {
    let text = unsigned(&json!({ "alg": "HS256", "kid": kid }), claims);
    let signature = base64(hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, with), text.as_bytes()).as_ref());
    format!("{text}.{signature}")
}

fn unsigned(head: &Value, claims: &Value) -> String {
    format!("{}.{}", base64(head.to_string().as_bytes()), base64(claims.to_string().as_bytes()))
}

/// The challenge that belongs to a verifier, as RFC 7636 says.
pub fn challenge_of(verifier: &str) -> String {
    base64(digest::digest(&digest::SHA256, verifier.as_bytes()).as_ref())
}

/// Without padding, for addresses.
pub fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let word =
            chunk.iter().fold(0u32, |word, byte| (word << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            text.push(char::from(LETTERS[(word >> (18 - 6 * place)) as usize & 63]));
        }
    }
    text
}
