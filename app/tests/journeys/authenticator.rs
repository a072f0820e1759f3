//! A phone that keeps keys, as far as the standard asks: it makes them, shows them, and can be made to misbehave.

use std::cell::{Cell, RefCell};

use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const WITH_KEY: u8 = 0x40;

/// A key as the phone holds it.
pub(crate) struct Held {
    id: Vec<u8>,
    /// Whose it is, as the house said when it was made.
    pub(crate) user: RefCell<String>,
    pair: EcdsaKeyPair,
    /// How often it was used; a copy lags behind.
    pub(crate) counter: Cell<u32>,
}

pub(crate) struct Phone {
    pub(crate) keys: Vec<Held>,
    /// Where its browser says it is.
    pub(crate) origin: String,
    /// Whether its owner showed a finger, a face or a code.
    pub(crate) opened: bool,
}

impl Phone {
    pub(crate) fn new() -> Self {
        Self { keys: Vec::new(), origin: "http://localhost:8080".to_owned(), opened: true }
    }

    fn flags(&self) -> u8 {
        PRESENT | if self.opened { VERIFIED } else { 0 }
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let challenge = &options["publicKey"]["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    /// Makes a key, and says what the browser gives to the page.
    pub(crate) fn makes(&mut self, options: &Value) -> String {
        let asked = &options["publicKey"];
        assert_eq!(
            asked["authenticatorSelection"]["residentKey"], "required",
            "a key that is found by itself"
        );
        assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
        let chance = SystemRandom::new();
        let written = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &chance).unwrap();
        let pair =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, written.as_ref(), &chance).unwrap();
        let id = digest(&SHA256, pair.public_key().as_ref()).as_ref()[..16].to_vec();
        let mut data = digest(&SHA256, text_of(&asked["rp"]["id"]).as_bytes()).as_ref().to_vec();
        data.push(self.flags() | WITH_KEY);
        data.extend(0u32.to_be_bytes());
        data.extend([0; 16]);
        data.extend(16u16.to_be_bytes());
        data.extend(&id);
        data.extend(cose(pair.public_key().as_ref()));
        let client = self.client_data("webauthn.create", options);
        let answer = json!({
            "id": base64(&id), "rawId": base64(&id), "type": "public-key", "extensions": {},
            "response": { "attestationObject": base64(&attestation(&data)), "clientDataJSON": base64(&client) },
        });
        let user = RefCell::new(text_of(&asked["user"]["id"]).to_owned());
        self.keys.push(Held { id, user, pair, counter: Cell::new(0) });
        answer.to_string()
    }

    /// Shows one of its keys.
    pub(crate) fn shows(&self, options: &Value, which: usize) -> String {
        let (asked, key) = (&options["publicKey"], &self.keys[which]);
        assert_eq!(asked["userVerification"], "required");
        assert!(asked["allowCredentials"].as_array().is_none_or(Vec::is_empty), "nobody said who it is");
        key.counter.set(key.counter.get() + 1);
        let mut data = digest(&SHA256, text_of(&asked["rpId"]).as_bytes()).as_ref().to_vec();
        data.push(self.flags());
        data.extend(key.counter.get().to_be_bytes());
        let client = self.client_data("webauthn.get", options);
        let signed = [data.as_slice(), digest(&SHA256, &client).as_ref()].concat();
        let signature = key.pair.sign(&SystemRandom::new(), &signed).unwrap();
        json!({
            "id": base64(&key.id), "rawId": base64(&key.id), "type": "public-key", "extensions": {},
            "response": {
                "authenticatorData": base64(&data),
                "clientDataJSON": base64(&client),
                "signature": base64(signature.as_ref()),
                "userHandle": *key.user.borrow(),
            },
        })
        .to_string()
    }
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// The public half as a map of numbers (RFC 9052): kind, algorithm, curve, both coordinates.
fn cose(point: &[u8]) -> Vec<u8> {
    let (x, y) = point[1..].split_at(32);
    let head = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
    [&head[..], x, &[0x22, 0x58, 0x20], y].concat()
}

/// Nobody vouches for this phone: format `none`.
fn attestation(data: &[u8]) -> Vec<u8> {
    let length = u8::try_from(data.len()).unwrap();
    let head = [&[0xa3, 0x63][..], b"fmt", &[0x64], b"none", &[0x67], b"attStmt", &[0xa0, 0x68], b"authData"];
    [head.concat().as_slice(), &[0x58, length], data].concat()
}

/// As addresses have it: without `+`, `/` and `=`.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number =
            three.iter().fold(0u32, |sum, byte| (sum << 8) | u32::from(*byte)) << (8 * (3 - three.len()));
        for at in 0..=three.len() {
            text.push(char::from(LETTERS[(number >> (18 - 6 * at)) as usize & 63]));
        }
    }
    text
}
