//! Handovers in a database, on both engines: a small town with two parties, and what its people do.

mod clock;
mod contacts;
mod leaving;
mod lists;
mod races;
mod steps;

use access::Permit;
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::party::{Party, Sphere};
use directory::theme::Theme;
use ground::db::Db;
use ground::db::testing::{THEN, both};
use ground::id::Id;
use ground::moment::{Day, Moment};
use people::person::Person;
use terms::{Days, Terms};

use crate::handover::{self, CodeWord, Does, Done, Handover, Side, Stepped, Wish, store};
use crate::story::{State, Step, Who};

pub(super) const TERMS: Terms = Terms { days: Days::USUAL, coordinator: None };

pub(super) fn machine() -> Permit {
    Permit::at_the_machine(HERE)
}

pub(super) fn at(text: &str) -> Moment {
    Moment::parse(text).expect("a moment")
}

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// Two parties and somebody of each.
#[derive(Clone)]
pub(super) struct Town {
    pub(super) db: Db,
    pub(super) giver: Side,
    pub(super) receiver: Side,
}

impl Town {
    pub(super) async fn settle(db: &Db) -> Self {
        let mut neighbourhood = Neighbourhood::new(THEN);
        let giver = neighbourhood.party("Buurtvaders", Sphere::Informal, |_| ());
        let receiver = neighbourhood.party("Wijkteam", Sphere::Formal, |_| ());
        neighbourhood.settle(db).await;
        let somebody = |party: Id<Party>| Side { party, person: Some(Id::<Person>::new(THEN)) };
        Self { db: db.clone(), giver: somebody(giver), receiver: somebody(receiver) }
    }

    pub(super) fn side(&self, who: Who) -> Side {
        if who == Who::Giver { self.giver } else { self.receiver }
    }

    /// A handover as the form makes it.
    pub(super) fn new_handover(&self, word: usize, now: Moment) -> Handover {
        let term = TERMS.handover(now);
        Handover {
            id: Id::new(now),
            giver: self.giver,
            receiver: Side { person: None, ..self.receiver },
            theme: Theme::parse("geld").expect("a theme"),
            area: None,
            code_word: CodeWord::all().nth(word).expect("a word"),
            does: vec![Does::Along],
            state: State::Offered,
            version: 0,
            turn: 0,
            offered_at: now,
            since: now,
            term: Some(handover::Term { half: term.half, until: term.until, tell: term.until }),
            first_date: None,
            stay_until: None,
            closed_at: None,
        }
    }

    pub(super) async fn offered(&self, word: usize, now: Moment) -> Id<Handover> {
        let new = self.new_handover(word, now);
        handover::offer(&self.db, &machine(), &new, None).await.expect("a database").expect("room");
        new.id
    }

    pub(super) async fn find(&self, id: Id<Handover>) -> Handover {
        store::find(&self.db, HERE, id).await.expect("a database").expect("the handover")
    }

    pub(super) async fn history(&self, id: Id<Handover>) -> Vec<Done> {
        store::history(&self.db, HERE, id).await.expect("a database")
    }

    /// A tap on a page that shows this version.
    pub(super) async fn taps(
        &self,
        id: Id<Handover>,
        version: i32,
        (step, who): (Step, Who),
        now: Moment,
    ) -> Stepped {
        let dated = matches!(step, Step::Accept | Step::StayUntil);
        let wish = Wish {
            step,
            by: self.side(who),
            version,
            words: None,
            day: dated.then(|| now.day().plus_days(1)),
            went: (step == Step::LookBack).then_some(handover::Went::Well),
        };
        handover::step(&self.db, &machine(), id, &wish, &TERMS, now).await.expect("a database")
    }

    /// A tap on a fresh page, that must work.
    pub(super) async fn does(&self, id: Id<Handover>, (step, who): (Step, Who), now: Moment) -> Handover {
        let version = self.find(id).await.version;
        match self.taps(id, version, (step, who), now).await {
            Stepped::Done(handover) => handover,
            Stepped::Quicker(found) => panic!("{who:?} cannot {step:?} in {:?}", found.state),
        }
    }
}

/// Tells it on each engine.
pub(super) async fn in_town<F, Fut>(test: F)
where
    F: Fn(Town) -> Fut,
    Fut: Future<Output = ()>,
{
    both(migrations::ALL, async |db| test(Town::settle(&db).await).await).await;
}
