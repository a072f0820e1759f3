//! What a line was about and what it was done for: of the own party by name, of others by kind, and never what was written.

use std::collections::HashMap;

use audit::Seen;
use directory::place::{Place, Whereabouts};
use directory::wording::Name;
use directory::{contact, offer, place};
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::trouble::Answer;
use ui::{Lang, fl};
use uuid::Uuid;

use crate::membership::store::Colleague;
use crate::words;

/// The own party, and what hangs on it now, each with its kind and what it is called.
#[derive(Default)]
pub(super) struct Own {
    party: Option<Uuid>,
    things: HashMap<Uuid, (&'static str, String)>,
    /// Its people by the place they have in it now.
    members: HashMap<Uuid, String>,
}

/// Parties by what they are called; those that are gone are not in it.
pub(super) type Parties = HashMap<Uuid, Name>;

impl Own {
    pub(super) async fn of(
        db: &Db,
        here: Municipality,
        party: Option<Uuid>,
        colleagues: &[Colleague],
    ) -> Answer<Self> {
        let Some(party) = party else { return Ok(Self::default()) };
        let (one, mut things) = ([Id::from_uuid(party)], HashMap::new());
        for offer in offer::store::of_parties(db, here, &one).await? {
            things.insert(offer.id.uuid(), ("offer", offer.name.to_string()));
        }
        for place in place::store::of_parties(db, here, &one).await? {
            things.insert(place.id.uuid(), ("place", called(&place)));
        }
        for contact in contact::store::of_parties(db, here, &one).await? {
            things.insert(contact.id.uuid(), ("contact", contact.role.to_string()));
        }
        let called = |one: &Colleague| (one.membership.id.uuid(), one.name.to_string());
        Ok(Self { party: Some(party), things, members: colleagues.iter().map(called).collect() })
    }

    /// Kind and id of the party and of what hangs on it now: lines of before a party stood in them are found by these.
    pub(super) fn things(&self) -> impl Iterator<Item = (&'static str, Uuid)> {
        let party = self.party.map(|party| ("party", party));
        party.into_iter().chain(self.things.iter().map(|(id, (kind, _))| (*kind, *id)))
    }

    /// It hung on the own party, and does no more.
    fn misses(&self, line: &Seen, id: Uuid) -> bool {
        let there = match line.object.as_str() {
            "membership" => self.members.contains_key(&id),
            // What became of these is told on their own pages, as long as they are kept.
            "question" | "handover" => true,
            _ => self.things.contains_key(&id),
        };
        line.party.is_some() && line.party == self.party && !there
    }

    fn thing(&self, lang: Lang, kind: String, line: &Seen, parties: &Parties) -> String {
        let w = words(lang);
        let Some(id) = line.object_id else { return fl!(w, "line-thing", thing = kind) };
        let name = match line.object.as_str() {
            "party" => parties.get(&id).map(ToString::to_string),
            "membership" => self.members.get(&id).cloned(),
            _ => self.things.get(&id).map(|(_, name)| name.clone()),
        };
        match name.filter(|name| !name.is_empty()) {
            Some(name) => fl!(w, "line-named", thing = kind, name = name),
            None if self.misses(line, id) => fl!(w, "line-gone", thing = kind),
            None => fl!(w, "line-thing", thing = kind),
        }
    }
}

/// A confidential place is called nothing.
fn called(place: &Place) -> String {
    let Whereabouts::Open(open) = &place.whereabouts else { return String::new() };
    if open.name.is_empty() {
        format!("{} {}", open.address.street, open.address.house_number).trim().to_owned()
    } else {
        open.name.to_string()
    }
}

/// The parties a line names: the one it is about, and the one that its thing hung on.
pub(super) fn parties_of(lines: &[Seen]) -> impl Iterator<Item = Uuid> {
    lines.iter().flat_map(|line| {
        let itself = line.object_id.filter(|_| line.object == "party");
        [itself, line.party].into_iter().flatten()
    })
}

/// What stands below a line: about what, of which other party, and what for.
pub(super) fn below(lang: Lang, line: &Seen, own: &Own, parties: &Parties) -> Vec<String> {
    let w = words(lang);
    let kind = said(lang, "thing", &line.object);
    let party = line.party.filter(|_| line.party != own.party).and_then(|party| parties.get(&party));
    let purpose = said(lang, "purpose", &line.purpose);
    [
        kind.map(|kind| own.thing(lang, kind, line, parties)),
        party.map(|party| fl!(w, "line-party", party = party.as_str())),
        purpose.map(|purpose| fl!(w, "line-purpose", purpose = purpose)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A word of the trail in words for people; one of a program of before that nobody knows any more is left out.
fn said(lang: Lang, what: &str, word: &str) -> Option<String> {
    let (w, key) = (words(lang), format!("{what}-{word}"));
    w.has(&key).then(|| w.get(&key))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kind of thing and every purpose that the program writes into a line.
    const THINGS: [&str; 19] = [
        "ageing",
        "candidate",
        "contact",
        "handover",
        "import",
        "map",
        "membership",
        "offer",
        "party",
        "person",
        "place",
        "question",
        "root",
        "roots",
        "session",
        "terms",
        "theme",
        "trail",
        "wish",
    ];
    const PURPOSES: [&str; 9] = [
        "accountability",
        "accounts",
        "answer-terms",
        "contacts",
        "handovers",
        "mail",
        "questions",
        "retention",
        "social-map",
    ];

    #[test]
    fn every_thing_and_every_purpose_has_words() {
        for lang in Lang::ALL {
            for (what, word) in
                THINGS.map(|thing| ("thing", thing)).into_iter().chain(PURPOSES.map(|it| ("purpose", it)))
            {
                assert!(said(lang, what, word).is_some(), "{} has no words for {what}-{word}", lang.code());
            }
        }
        // What the map's own lines are about follows from the action: `party.change`.
        for route in directory::routes().into_iter().map(|entry| entry.route) {
            let about = route.action.split('.').next().unwrap_or_default();
            let leaves = route.method == axum::http::Method::POST && about != "double";
            assert!(!leaves || THINGS.contains(&about), "{about}");
        }
    }
}
