//! Questions in a database, on both engines: a small town with two parties, and what its people do.

mod clock;
mod contacts;
mod lists;
mod races;

use access::Permit;
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::party::{Party, Sphere};
use directory::theme::Theme;
use exchange::Side;
use ground::db::Db;
use ground::db::testing::{THEN, both};
use ground::id::Id;
use ground::moment::Moment;
use people::person::Person;
use terms::{Days, Terms};

use crate::question::{self, Done, Question, Said, Stepped, To, Wish, store};
use crate::story::{State, Step, Who};

const TERMS: Terms = Terms { days: Days::USUAL, coordinator: None };

fn machine() -> Permit {
    Permit::at_the_machine(HERE)
}

fn at(text: &str) -> Moment {
    Moment::parse(text).expect("a moment")
}

/// Three parties and somebody of each: one asks, one answers, one lives next door.
#[derive(Clone)]
struct Town {
    db: Db,
    asker: Side,
    asked: Side,
    neighbour: Side,
}

impl Town {
    async fn settle(db: &Db) -> Self {
        let mut neighbourhood = Neighbourhood::new(THEN);
        let asker = neighbourhood.party("Buurtvaders", Sphere::Informal, |_| ());
        let asked = neighbourhood.party("Wijkteam", Sphere::Formal, |_| ());
        let neighbour = neighbourhood.party("Welzijn", Sphere::Formal, |_| ());
        neighbourhood.settle(db).await;
        let somebody = |party: Id<Party>| Side { party, person: Some(Id::<Person>::new(THEN)) };
        Self {
            db: db.clone(),
            asker: somebody(asker),
            asked: somebody(asked),
            neighbour: somebody(neighbour),
        }
    }

    fn side(&self, who: Who) -> Side {
        match who {
            Who::Asker => self.asker,
            Who::Asked => self.asked,
            _ => self.neighbour,
        }
    }

    /// Puts a question, to the other party or to anyone.
    async fn asks(&self, open: bool, now: Moment) -> Id<Question> {
        let party = To::Party(Side { person: None, ..self.asked });
        self.asks_of(if open { To::Neighbourhood(None) } else { party }, now).await
    }

    /// Puts one to these.
    async fn asks_of(&self, to: To, now: Moment) -> Id<Question> {
        let question = Question {
            id: Id::new(now),
            asker: self.asker,
            to,
            theme: Theme::parse("geld").expect("a theme"),
            area: None,
            language: "nl".to_owned(),
            text: Said::parse("Wie kan meekijken?", Said::LONG, 2025).expect("nameless"),
            state: State::Asked,
            version: 0,
            turn: 0,
            asked_at: now,
            since: now,
            term: Some(TERMS.question(now)),
            closed_at: None,
        };
        question::ask(&self.db, &machine(), &question).await.expect("a database");
        question.id
    }

    /// Somebody taps, on a page of this version.
    async fn taps(&self, id: Id<Question>, version: i32, (step, who): (Step, Who), now: Moment) -> Stepped {
        let text = Said::parse("Kom dinsdag.", Said::LONG, 2025).ok();
        let wish = Wish { step, by: self.side(who), version, text };
        question::step(&self.db, &machine(), id, &wish, TERMS.question(now), now).await.expect("a database")
    }

    async fn find(&self, id: Id<Question>) -> Question {
        store::find(&self.db, HERE, id).await.expect("a database").expect("a question")
    }

    async fn told(&self, id: Id<Question>) -> Vec<Done> {
        store::told(&self.db, HERE, id).await.expect("a database")
    }
}

async fn in_town<F, Fut>(test: F)
where
    F: Fn(Town) -> Fut,
    Fut: Future<Output = ()>,
{
    both(migrations::ALL, async |db| test(Town::settle(&db).await).await).await;
}
