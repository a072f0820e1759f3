//! A municipality with accounts of its own, and a browser that goes there and comes back.

use directory::neighbourhood::HERE;
use ground::db::Db;
use ground::db::testing::THEN;
use ground::moment::Moment;
use provider::testing::{Hostile, Key};
use samenspel::serve::House;
use samenspel::settings::Settings;
use serde_json::json;

use crate::accounts::{BACK, THERE, with_provider_of};
use crate::neighbourhood::{Answer, Visitor, in_oosterwaard};
use crate::people::{comes_in, own_party};

/// What the municipality calls her, and tells of her; nothing of it is ours to keep.
pub(crate) const HERS: &str = "onderwerp-van-mirjam";
pub(crate) const NAME: &str = "Zonneveld-Proefman";
pub(crate) const MAIL: &str = "m.zonneveld@gemeente.voorbeeld";
pub(crate) const CODE: &str = "eenmalig-van-mirjam";

/// Oosterwaard, where people of the municipality have an account there.
pub(crate) struct Town {
    pub(crate) visitor: Visitor,
    pub(crate) hostile: Hostile,
    settings: Settings,
}

/// By what a sign-in under way is known.
pub(crate) struct Away {
    pub(crate) state: String,
    pub(crate) nonce: String,
}

impl Away {
    pub(crate) fn answer(&self) -> String {
        format!("code={CODE}&state={}", self.state)
    }
}

impl Town {
    pub(crate) async fn tell(story: impl AsyncFn(Self)) {
        in_oosterwaard(async |usual: Visitor| {
            let hostile = Hostile::start().await;
            let settings = with_provider_of(HERE.0, &hostile.address);
            let visitor = Visitor::new(settings.clone(), usual.db.clone());
            story(Self { visitor, hostile, settings }).await;
        })
        .await;
    }

    pub(crate) fn db(&self) -> &Db {
        &self.visitor.db
    }

    /// A browser at this house, where it is another time.
    pub(crate) fn at(&self, clock: fn() -> Moment) -> Visitor {
        let house = House::new(self.settings.clone(), self.db().clone(), clock).unwrap();
        Visitor::before(house.router(), self.db().clone())
    }

    /// Mirjam joins the team of Joris by an invitation, and has no key yet.
    pub(crate) async fn newcomer(&self) -> Visitor {
        let (joris, ineke, mirjam) = (self.visitor.another(), self.visitor.another(), self.visitor.another());
        joris.comes_in_as("professional").await;
        ineke.comes_in_as("manager").await;
        let token = "d".repeat(64);
        let fields = [("token", token.as_str()), ("role", "professional"), ("how", "here")];
        let invites = format!("{}/mensen/uitnodigen", own_party(&joris).await);
        ineke.submit(&invites, &fields).await.is(200);
        comes_in(&mirjam, &format!("/uitnodiging/{token}"), "Mirjam").await;
        mirjam
    }

    /// Mirjam, whose account is her only way in.
    pub(crate) async fn connected(&self) -> Visitor {
        let mirjam = self.newcomer().await;
        self.signs_in(&mirjam, HERS).await.is(303);
        mirjam
    }

    /// The button: away to the municipality.
    pub(crate) async fn goes(&self, somebody: &Visitor) -> Away {
        self.sent(&somebody.get(THERE).await)
    }

    /// The same, and the municipality is to ask who it is, though it knows.
    pub(crate) async fn goes_anew(&self, somebody: &Visitor) -> Away {
        let away = somebody.get(&format!("{THERE}?opnieuw")).await;
        let to = away.is(303).header("location");
        assert!(to.contains("prompt=login") && to.contains("max_age=0"), "{to}");
        self.sent(&away)
    }

    fn sent(&self, away: &Answer) -> Away {
        let to = away.is(303).header("location");
        assert!(to.starts_with(&format!("{}/auth?", self.hostile.address)), "{to}");
        let asked = |name: &str| {
            let mut pairs = to.split(['?', '&']).filter_map(|pair| pair.split_once('='));
            pairs.find(|(found, _)| *found == name).unwrap().1.to_owned()
        };
        Away { state: asked("state"), nonce: asked("nonce") }
    }

    /// What the municipality will say to the code, by a clock that is right.
    pub(crate) fn gives(&self, away: &Away, subject: &str) {
        self.gives_asked(away, subject, None);
    }

    /// The same, with when it last asked who it is, when it says so.
    pub(crate) fn gives_asked(&self, away: &Away, subject: &str, asked: Option<Moment>) {
        let seconds = |moment: Moment| moment.micros() / 1_000_000;
        let now = seconds(THEN);
        let mut claims = json!({
            "iss": self.hostile.address,
            "sub": subject,
            "aud": "samenspel",
            "nonce": away.nonce,
            "name": NAME,
            "email": MAIL,
            "iat": now,
            "exp": now + 900,
        });
        if let Some(asked) = asked {
            claims["auth_time"] = json!(seconds(asked));
        }
        self.hostile.gives(&Key::first().signs(&claims));
    }

    /// Back with this answer. From another site no session comes along; the page after that gets it.
    pub(crate) async fn comes(&self, somebody: &Visitor, answer: &str) -> Answer {
        let path = format!("{}?{answer}", provider::BACK);
        let page = somebody.another().get_asking(&path, "sec-fetch-site", "cross-site").await;
        assert_eq!(page.is(200).header("cache-control"), "no-store");
        let on = page.header("refresh").strip_prefix("0; url=").unwrap().to_owned();
        assert_eq!(on, format!("{BACK}?{answer}"));
        // Whose browser does not go on by itself presses the link.
        page.shows(&format!("href=\"{}\"", on.replace('&', "&amp;")));
        somebody.get(&on).await
    }

    pub(crate) async fn signs_in(&self, somebody: &Visitor, subject: &str) -> Answer {
        let away = self.goes(somebody).await;
        self.gives(&away, subject);
        self.comes(somebody, &away.answer()).await
    }

    /// The accounts that are a way in here, as a form of the own page has them.
    pub(crate) async fn accounts(&self) -> Vec<String> {
        let sql = self.db().read("select account_hash from people_account where municipality_id = $1");
        let all: Vec<Vec<u8>> = sql.bind(HERE).scalars().await.unwrap();
        all.iter().map(|hash| hash.iter().map(|byte| format!("{byte:02x}")).collect()).collect()
    }
}

/// Nobody is in by this browser, and nothing is left in it of what was tried.
pub(crate) async fn outside(somebody: &Visitor) {
    somebody.get("/ik").await.is(403);
    for cookie in ["samenspel-ik", "aanmelden"] {
        assert!(!somebody.cookies.borrow().contains_key(cookie), "{cookie}");
    }
}
