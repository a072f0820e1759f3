//! A small town in which every change is remembered: what must be there after a crash, told beforehand.

use access::{LinkToken, Permit};
use directory::alive::answer::BY_THE_PARTY;
use directory::alive::{Request, Stage, State, store};
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::party::{Email, Party, Sphere};
use ground::db::Db;
use ground::id::Id;
use ground::moment::Moment;

use crate::chance::Chance;
use crate::visitor::{Answer, Session, confirm_signed_in, post};

/// One thing somebody does to a party, at the desk or by a link of its mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// At the desk, in words that were never used before.
    Confirm(String),
    Right,
    Off,
    Back,
}

/// What can be seen of a party, in whatever table: two of these are the same, or something was lost or done by half.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) there: bool,
    pub(crate) confirmed_by: String,
    pub(crate) offer_by: String,
    /// Kept apart, for when it changes its mind.
    pub(crate) kept: bool,
    pub(crate) answered: i64,
    /// What the trail says was done to it, in order.
    pub(crate) trail: Vec<String>,
}

/// A party, and what somebody who remembers every acknowledgement knows of it.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) id: Id<Party>,
    is: Seen,
    /// Of the last mail; each counts once, and no more once the desk confirmed. The one that took the party off also brings it
    /// back.
    link: String,
    open: bool,
    /// Sent, and no answer came: it happened whole, or not at all.
    pub(crate) in_flight: Option<Step>,
}

impl Known {
    /// Something it can do now.
    pub(crate) fn choose(&self, chance: &mut Chance) -> Step {
        match (self.is.there, self.open) {
            (false, _) => Step::Back,
            (true, true) if chance.percent(30) => Step::Right,
            (true, true) if chance.percent(50) => Step::Off,
            _ => Step::Confirm(format!("wie belde, {:x}", chance.next())),
        }
    }

    /// Sends it through the front door. None when no answer came.
    pub(crate) fn send(&self, step: &Step, port: u16, session: &Session) -> Option<Answer> {
        let by_link =
            |word: &str| post(port, &Session::default(), &format!("/antwoord/{}/{word}", self.link), &[]);
        match step {
            Step::Confirm(by) => confirm_signed_in(port, session, &self.id.to_string(), by),
            Step::Right => by_link("klopt"),
            Step::Off => by_link("weg"),
            Step::Back => by_link("terug"),
        }
    }

    /// It happened.
    pub(crate) fn did(&mut self, step: &Step) {
        let is = &mut self.is;
        match step {
            // With everything it offers; its mail need not be answered any more.
            Step::Confirm(by) => {
                (is.confirmed_by, is.offer_by) = (by.clone(), by.clone());
                self.open = false;
            }
            Step::Right => {
                (is.confirmed_by, is.offer_by) = (BY_THE_PARTY.to_owned(), BY_THE_PARTY.to_owned());
            }
            Step::Off => (is.there, is.kept) = (false, true),
            Step::Back => (is.there, is.kept) = (true, false),
        }
        if matches!(step, Step::Right | Step::Off) {
            is.answered += 1;
            self.open = false;
        }
        let action = if matches!(step, Step::Confirm(_)) { "party.confirm" } else { "party.answer" };
        is.trail.push(action.to_owned());
    }

    /// What a look at the database would see.
    pub(crate) fn seen(&self) -> Seen {
        let mut is = self.is.clone();
        if !is.there {
            (is.confirmed_by, is.offer_by) = (String::new(), String::new());
        }
        is
    }

    /// Takes over what turned out to have happened. False when it is neither with the change under way nor without it.
    fn settles(&mut self, seen: &Seen) -> bool {
        if let Some(step) = self.in_flight.take() {
            let mut with = self.clone();
            with.did(&step);
            if with.seen() == *seen {
                *self = with;
                return true;
            }
        }
        self.seen() == *seen
    }
}

/// Parties with an offer each, on the map and in the trail, and somebody who may change them.
pub(crate) async fn settle(db: &Db, parties: usize) -> (Vec<Known>, Session) {
    let mut town = Neighbourhood::new(Moment::now());
    let ids: Vec<_> = (0..parties)
        .map(|n| {
            let party = town.party(&format!("Partij {n}"), Sphere::Informal, |party| {
                party.role.email = Email::parse(&format!("partij{n}@oosterwaard.voorbeeld")).unwrap();
            });
            town.place(party, n % 4, "Lindeplein");
            town.offer(party, "Samen brieven lezen", &["papieren"], |_| ());
            party
        })
        .collect();
    town.settle(db).await;
    let known = |id: Id<Party>| Known {
        id,
        is: Seen {
            there: true,
            confirmed_by: "de coördinator".to_owned(),
            offer_by: "de coördinator".to_owned(),
            kept: false,
            answered: 0,
            trail: Vec::new(),
        },
        link: String::new(),
        open: false,
        in_flight: None,
    };
    let mut all: Vec<Known> = ids.into_iter().map(known).collect();
    mail(db, &mut all).await;
    (all, Session::begin(db).await)
}

/// Everybody whose link was used gets another one, as the mail would bring it.
pub(crate) async fn mail(db: &Db, parties: &mut [Known]) {
    let permit = Permit::at_the_machine(HERE);
    let mut tx = db.begin().await.unwrap();
    for party in parties.iter_mut().filter(|party| !party.open && party.is.there) {
        let (token, now) = (LinkToken::new().unwrap(), Moment::now());
        let request = Request {
            id: Id::new(now),
            party: party.id,
            stage: Stage::Ageing,
            address: "partij@oosterwaard.voorbeeld".to_owned(),
            state: State::Sent,
            reply: None,
            tries: 1,
            next_at: None,
            created_at: now,
            sent_at: Some(now),
            ended_at: None,
        };
        store::add(&mut tx, &permit, &request, Some(&token)).await.unwrap();
        (party.link, party.open) = (token.as_str().to_owned(), true);
    }
    tx.commit().await.unwrap();
}

/// What the tables say of these parties, and how many changes the municipality and the trail count.
pub(crate) async fn look(db: &Db, parties: &[Id<Party>]) -> (Vec<Seen>, i64, i64) {
    let here = |sql| db.read(sql).bind(HERE);
    let there: Vec<(Id<Party>, String)> =
        here("select id, confirmed_by from directory_party where municipality_id = $1").all().await.unwrap();
    let offers: Vec<(Id<Party>, String)> =
        here("select party_id, confirmed_by from directory_offer where municipality_id = $1")
            .all()
            .await
            .unwrap();
    let kept: Vec<Id<Party>> =
        here("select party_id from directory_taken_off where municipality_id = $1").scalars().await.unwrap();
    let answered: Vec<Id<Party>> =
        here("select party_id from directory_request where municipality_id = $1 and state = 'answered'")
            .scalars()
            .await
            .unwrap();
    let trail: Vec<(Option<Id<Party>>, String)> =
        here("select object_id, action from audit_line where municipality_id = $1 order by sequence")
            .all()
            .await
            .unwrap();
    let version: i64 =
        here("select version from directory_municipality where municipality_id = $1").scalar().await.unwrap();
    let by = |rows: &[(Id<Party>, String)], id: Id<Party>| rows.iter().find(|(row, _)| *row == id).cloned();
    let one = |id: &Id<Party>| {
        let party = by(&there, *id);
        Seen {
            there: party.is_some(),
            confirmed_by: party.map(|(_, by)| by).unwrap_or_default(),
            offer_by: by(&offers, *id).map(|(_, by)| by).unwrap_or_default(),
            kept: kept.contains(id),
            answered: i64::try_from(answered.iter().filter(|row| *row == id).count()).unwrap(),
            trail: trail
                .iter()
                .filter(|(row, _)| *row == Some(*id))
                .map(|(_, action)| action.clone())
                .collect(),
        }
    };
    (parties.iter().map(one).collect(), version, i64::try_from(trail.len()).unwrap())
}

/// After a crash: every acknowledged change is there, what was under way happened whole or not at all, and the trail tells
/// of each. Gives how many of those under way had happened; otherwise what is wrong.
pub(crate) async fn survived(db: &Db, parties: &mut [Known]) -> Result<usize, String> {
    let ids: Vec<_> = parties.iter().map(|party| party.id).collect();
    let (seen, version, lines) = look(db, &ids).await;
    let mut happened = 0;
    for (party, seen) in parties.iter_mut().zip(&seen) {
        let before = party.clone();
        if !party.settles(seen) {
            return Err(format!("remembered {before:?}, and found {seen:?}"));
        }
        happened += usize::from(party.is.trail.len() > before.is.trail.len());
    }
    // Settling the town is two lines: the municipality, and everything in it.
    let told: usize = parties.iter().map(|party| party.is.trail.len()).sum();
    if version != lines || lines != i64::try_from(told).unwrap() + 2 {
        return Err(format!(
            "version {version}, {lines} lines in the trail, of which {told} were expected and 2 before"
        ));
    }
    Ok(happened)
}
