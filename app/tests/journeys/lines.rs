//! What came into the trail since somebody last looked: who did what, as what, to which thing, about whom and of which party.

use audit::{Actor, Outcome, Page, Seen};
use directory::neighbourhood::HERE;
use ground::db::Db;
use uuid::Uuid;

/// Somebody with one place here: who that is, which place it is, and of which party.
#[derive(Clone, Copy)]
pub(crate) struct Person {
    pub(crate) id: Uuid,
    pub(crate) place: Uuid,
    pub(crate) party: Option<Uuid>,
}

/// By the name somebody has here.
pub(crate) async fn person(db: &Db, name: &str) -> Person {
    let sql = "select p.id, m.id, m.party_id from people_person p join people_membership m \
               on m.municipality_id = p.municipality_id and m.person_id = p.id \
               where p.municipality_id = $1 and p.name = $2";
    let found = db.read(sql).bind(HERE).bind(name.to_owned()).one().await;
    let (id, place, party): (Uuid, Uuid, Option<Uuid>) = found.unwrap();
    Person { id, place, party }
}

/// The thing that an address ends with.
pub(crate) fn id_of(address: &str) -> Option<Uuid> {
    address.split('?').next().unwrap().rsplit('/').next().unwrap().parse().ok()
}

/// A line that tells of something that was done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    actor: Actor,
    membership: Option<Uuid>,
    action: String,
    object: String,
    object_id: Option<Uuid>,
    about: Option<Uuid>,
    party: Option<Uuid>,
    outcome: Outcome,
}

impl From<Seen> for Line {
    fn from(seen: Seen) -> Self {
        Self {
            actor: seen.actor,
            membership: seen.membership,
            action: seen.action,
            object: seen.object,
            object_id: seen.object_id,
            about: seen.about,
            party: seen.party,
            outcome: seen.outcome,
        }
    }
}

fn done(actor: Actor, membership: Option<Uuid>, action: &str, object: &str) -> Line {
    let (action, object, outcome) = (action.to_owned(), object.to_owned(), Outcome::Done);
    Line { actor, membership, action, object, object_id: None, about: None, party: None, outcome }
}

/// What whoever holds a link did.
pub(crate) fn by_link(action: &str, object: &str) -> Line {
    done(Actor::Link, None, action, object)
}

impl Person {
    /// What this person did in the place held.
    pub(crate) fn did(self, action: &str, object: &str) -> Line {
        done(Actor::Person(self.id), Some(self.place), action, object)
    }

    /// What this person did on the way in, when in which place is still to come.
    pub(crate) fn did_coming_in(self, action: &str, object: &str) -> Line {
        done(Actor::Person(self.id), None, action, object)
    }
}

impl Line {
    pub(crate) fn which(self, thing: impl Into<Option<Uuid>>) -> Self {
        Self { object_id: thing.into(), ..self }
    }

    /// A place: which, whose and of which party.
    pub(crate) fn on(self, whose: Person) -> Self {
        self.which(whose.place).about(whose).of(whose.party)
    }

    pub(crate) fn about(self, whom: Person) -> Self {
        Self { about: Some(whom.id), ..self }
    }

    /// The party that the thing hung on.
    pub(crate) fn of(self, party: impl Into<Option<Uuid>>) -> Self {
        Self { party: party.into(), ..self }
    }
}

/// Reads on in the trail.
pub(crate) struct Reader<'d> {
    db: &'d Db,
    read: i64,
}

impl<'d> Reader<'d> {
    /// From what is written from now on.
    pub(crate) async fn new(db: &'d Db) -> Self {
        let newest = audit::recent(db, HERE, Page::newest(1)).await.unwrap();
        Self { db, read: newest.lines.first().map_or(0, |line| line.sequence) }
    }

    /// Oldest first.
    pub(crate) async fn new_lines(&mut self) -> Vec<Seen> {
        let newest = audit::recent(self.db, HERE, Page::newest(u8::MAX)).await.unwrap().lines;
        let mut lines: Vec<Seen> = newest.into_iter().take_while(|line| line.sequence > self.read).collect();
        assert!(lines.len() < usize::from(u8::MAX), "more came than is read at once");
        lines.reverse();
        self.read = lines.last().map_or(self.read, |line| line.sequence);
        lines
    }

    /// These came and no others, in this order.
    pub(crate) async fn tells(&mut self, wanted: &[Line]) {
        let lines: Vec<Line> = self.new_lines().await.into_iter().map(Line::from).collect();
        assert_eq!(lines, wanted);
    }

    /// One came, by this kind of somebody; of which thing it tells.
    pub(crate) async fn one(&mut self, actor: &str, action: &str, object: &str) -> Option<Uuid> {
        let lines = self.new_lines().await;
        let [line] = lines.as_slice() else { panic!("{action}: {lines:?}") };
        let seen = (line.actor.word(), line.action.as_str(), line.object.as_str());
        assert_eq!(seen, (actor, action, object));
        line.object_id
    }

    /// How many came of this.
    pub(crate) async fn times(&mut self, action: &str) -> usize {
        self.new_lines().await.iter().filter(|line| line.action == action).count()
    }

    pub(crate) async fn none(&mut self, what: &str) {
        assert_eq!(self.new_lines().await, [], "{what}");
    }
}
