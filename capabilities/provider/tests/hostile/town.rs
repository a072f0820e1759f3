//! A municipality whose sign-in is the hostile provider, and somebody who signs in there.

use std::collections::HashMap;
use std::time::Duration;

use ground::db::Db;
use ground::db::testing::THEN;
use ground::id::Municipality;
use ground::moment::Moment;
use openidconnect::url::Url;
use provider::{
    Acr, Arrived, ClientId, Issuer, Label, Limits, OwnAddress, Provider, Providers, Query, Refused, ReturnTo,
    Secret, StateCookie,
};
use serde_json::{Value, json};

use crate::server::{Hostile, Key};

pub(crate) const HERE: Municipality = Municipality(9901);
pub(crate) const SECRET: &str = "geheim+van/ons";
pub(crate) const SUBJECT: &str = "onderwerp-7f3a";
pub(crate) const NAME: &str = "Zonneveld";

pub(crate) struct Town {
    pub(crate) hostile: Hostile,
    pub(crate) providers: Providers,
    pub(crate) db: Db,
}

/// Somebody who is away at the provider.
pub(crate) struct Away {
    pub(crate) to: Url,
    pub(crate) asked: HashMap<String, String>,
    pub(crate) cookie: StateCookie,
}

pub(crate) fn settings(issuer: &str) -> Provider {
    Provider {
        municipality: HERE,
        name: Label::parse("Gemeente Oosterwaard").unwrap(),
        issuer: Issuer::parse(issuer).unwrap(),
        client_id: ClientId::parse("samenspel").unwrap(),
        client_secret: Secret::parse(SECRET).unwrap(),
        acr: Vec::new(),
        scopes: Vec::new(),
        address: OwnAddress::parse("https://oosterwaard.example").unwrap(),
        authority: None,
    }
}

pub(crate) fn acr(word: &str) -> Vec<Acr> {
    vec![Acr::parse(word).unwrap()]
}

/// Room for a slow machine …
pub(crate) const LIMITS: Limits = Limits { patience: Duration::from_secs(60), bytes: 256 * 1024 };
/// … and soon over where somebody never answers.
pub(crate) const HASTY: Limits = Limits { patience: Duration::from_millis(150), bytes: 256 * 1024 };

impl Town {
    pub(crate) async fn new(db: Db) -> Self {
        Self::with(db, |_| {}).await
    }

    pub(crate) async fn with(db: Db, change: impl Fn(&mut Provider)) -> Self {
        let hostile = Hostile::start().await;
        let mut provider = settings(&hostile.address);
        change(&mut provider);
        let providers = Providers::new(db.clone(), [provider], LIMITS).unwrap();
        Self { hostile, providers, db }
    }

    /// A second server of the same installation: the same database, nothing else shared.
    pub(crate) fn second_server(&self, limits: Limits) -> Providers {
        Providers::new(self.db.clone(), [settings(&self.hostile.address)], limits).unwrap()
    }

    pub(crate) async fn goes(&self) -> Away {
        let to = ReturnTo::parse("/vandaag?dag=1").unwrap();
        let begun = self.providers.begin(HERE, to, THEN).await.unwrap().unwrap();
        let to = Url::parse(&begun.to).unwrap();
        let asked = to.query_pairs().into_owned().collect();
        Away { to, asked, cookie: begun.cookie }
    }

    pub(crate) async fn comes(&self, away: &Away) -> Result<Arrived, Refused> {
        self.comes_at(away, THEN).await
    }

    pub(crate) async fn comes_at(&self, away: &Away, now: Moment) -> Result<Arrived, Refused> {
        self.providers.arrive(HERE, &away.query(""), Some(&away.cookie), now).await.unwrap()
    }

    /// What happens to somebody when the provider's word holds this.
    pub(crate) async fn told(&self, change: impl FnOnce(&mut Value)) -> Result<Arrived, Refused> {
        let away = self.goes().await;
        let mut claims = self.right(&away);
        change(&mut claims);
        self.hostile.gives(&Key::first().signs(&claims));
        self.comes(&away).await
    }

    /// What happens to somebody when the provider gives this word instead of the right one.
    pub(crate) async fn given(&self, word: impl FnOnce(&Value) -> String) -> Result<Arrived, Refused> {
        let away = self.goes().await;
        self.hostile.gives(&word(&self.right(&away)));
        self.comes(&away).await
    }

    /// What a good provider would say.
    pub(crate) fn right(&self, away: &Away) -> Value {
        json!({
            "iss": self.hostile.address,
            "sub": SUBJECT,
            "aud": "samenspel",
            "nonce": away.asked["nonce"],
            "name": NAME,
            "iat": seconds(THEN),
            "exp": seconds(THEN) + 900,
        })
    }
}

impl Away {
    pub(crate) fn query(&self, more: &str) -> Query {
        Query::parse(&format!("code=code-geheim&state={}{more}", self.asked["state"])).unwrap()
    }
}

pub(crate) fn seconds(moment: Moment) -> i64 {
    moment.micros() / 1_000_000
}

pub(crate) fn later(seconds: u64) -> Moment {
    THEN.plus(Duration::from_secs(seconds))
}
