//! A line of the trail in words: who as far as who reads may know, what was done, and to what.

use std::collections::{BTreeMap, HashMap};

use access::Signed;
use audit::{Actor, Found, Outcome, Page, Seen};
use directory::party::Party;
use directory::wording::Name;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use ui::{Lang, fl};
use uuid::Uuid;

use super::thing::{Own, Parties, below, parties_of};
use crate::membership::store::Colleague;
use crate::membership::{self, store as memberships};
use crate::{People, words};

/// So many lines on a page.
const A_PAGE: u8 = 30;

pub(super) struct Told {
    pub(super) at: Moment,
    pub(super) who: String,
    /// By whoever reads.
    pub(super) mine: bool,
    pub(super) what: String,
    pub(super) refused: bool,
    /// About what, and what for.
    pub(super) below: Vec<String>,
    /// By another person than whoever reads.
    pub(super) of_another: bool,
}

pub(super) struct Shown {
    pub(super) lines: Vec<Told>,
    pub(super) earlier: Option<i64>,
}

fn page(before: Option<i64>) -> Page {
    let newest = Page::newest(A_PAGE);
    before.map_or(newest, |before| newest.before(before))
}

/// What concerns somebody: lines about that person or by that person, and what happened to the party acted for.
pub(super) async fn mine(
    people: &People,
    here: Municipality,
    signed: &Signed,
    lang: Lang,
    before: Option<i64>,
) -> Answer<Shown> {
    let (db, page) = (&people.db, page(before));
    let mut all = vec![
        audit::about(db, here, signed.person, page).await?,
        audit::by(db, here, signed.person, page).await?,
    ];
    let party = signed.acting.and_then(|acting| acting.party);
    // What hung on the party when it happened, wherever it is now; and what is the party, or was before lines said so.
    if let Some(party) = party {
        all.push(audit::of_party(db, here, party, page).await?);
    }
    let colleagues = match party {
        Some(party) => memberships::colleagues(db, here, Some(Id::from_uuid(party))).await?,
        None => Vec::new(),
    };
    let own = Own::of(db, here, party, &colleagues).await?;
    for (object, id) in own.things() {
        all.push(audit::of_object(db, here, object, id, page).await?);
    }
    let (lines, earlier) = newest_of(all);
    let names = Names::of(db, here, &lines, &colleagues, own).await?;
    let lines = lines.into_iter().map(|line| names.told(lang, line, Some(signed.person))).collect();
    Ok(Shown { lines, earlier })
}

/// Everything, for who watches over it: roles, parties and kinds of things, no names of people and nothing they made.
pub(super) async fn everything(
    people: &People,
    here: Municipality,
    lang: Lang,
    before: Option<i64>,
) -> Answer<Shown> {
    let found = audit::recent(&people.db, here, page(before)).await?;
    let names = Names::of(&people.db, here, &found.lines, &[], Own::default()).await?;
    let lines = found.lines.into_iter().map(|line| names.told(lang, line, None)).collect();
    Ok(Shown { lines, earlier: found.earlier })
}

/// The newest lines of several answers, each once; and where the next page goes on.
fn newest_of(all: Vec<Found>) -> (Vec<Seen>, Option<i64>) {
    let more = all.iter().any(|found| found.earlier.is_some());
    let mut lines: BTreeMap<i64, Seen> = BTreeMap::new();
    for line in all.into_iter().flat_map(|found| found.lines) {
        lines.insert(line.sequence, line);
    }
    let (most, count) = (usize::from(A_PAGE), lines.len());
    let lines: Vec<Seen> = lines.into_values().rev().take(most).collect();
    let earlier = lines.last().filter(|_| more || count > most).map(|line| line.sequence);
    (lines, earlier)
}

/// Who is behind the ids: colleagues by name, others by role and party.
struct Names {
    colleagues: HashMap<Uuid, Name>,
    places: HashMap<Uuid, (access::Role, Option<Name>)>,
    parties: Parties,
    own: Own,
}

impl Names {
    async fn of(
        db: &Db,
        here: Municipality,
        lines: &[Seen],
        colleagues: &[Colleague],
        own: Own,
    ) -> Answer<Self> {
        let named = |one: &Colleague| (one.membership.person.uuid(), one.name.clone());
        let colleagues = colleagues.iter().map(named).collect();
        let mut places = HashMap::new();
        for membership in lines.iter().filter_map(|line| line.membership) {
            if places.contains_key(&membership) {
                continue;
            }
            if let Some(found) = memberships::find(db, here, Id::from_uuid(membership)).await? {
                let party = match found.belongs.party() {
                    Some(party) => directory::party::named::name(db, here, party).await?,
                    None => None,
                };
                places.insert(membership, (found.belongs.role(), party));
            }
        }
        let mut named: Vec<Uuid> = parties_of(lines).collect();
        named.sort_unstable();
        named.dedup();
        let named: Vec<Id<Party>> = named.into_iter().map(Id::from_uuid).collect();
        let parties = directory::party::named::names(db, here, &named).await?;
        let parties = parties.into_iter().map(|(party, name, _)| (party.uuid(), name)).collect();
        Ok(Self { colleagues, places, parties, own })
    }

    fn told(&self, lang: Lang, line: Seen, me: Option<Uuid>) -> Told {
        Told {
            at: line.at,
            who: self.who(lang, &line),
            mine: me.is_some_and(|me| line.actor == Actor::Person(me)),
            what: what(lang, &line.action),
            refused: line.outcome == Outcome::Refused,
            below: below(lang, &line, &self.own, &self.parties),
            of_another: matches!(line.actor, Actor::Person(other) if me != Some(other)),
        }
    }

    fn who(&self, lang: Lang, line: &Seen) -> String {
        let w = words(lang);
        let Actor::Person(person) = line.actor else {
            return match line.actor {
                Actor::Operator => fl!(w, "who-operator"),
                Actor::Machine => fl!(w, "who-machine"),
                Actor::Link => fl!(w, "who-link"),
                Actor::Person(_) | Actor::Nobody => fl!(w, "who-nobody"),
            };
        };
        if let Some(name) = self.colleagues.get(&person) {
            return name.to_string();
        }
        match line.membership.and_then(|membership| self.places.get(&membership)) {
            Some((role, Some(party))) => {
                let role = membership::role_name(lang, *role);
                fl!(w, "who-of-party", role = role, party = party.as_str())
            }
            Some((role, None)) => membership::role_name(lang, *role),
            None => fl!(w, "who-gone"),
        }
    }
}

/// `party.change` in words; an action without words of its own is told as it is written.
fn what(lang: Lang, action: &str) -> String {
    let w = words(lang);
    let key = format!("did-{}", action.replace('.', "-"));
    if w.has(&key) { w.get(&key) } else { action.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What no form of this crate, the directory or the operator's door is named after.
    const OTHERS: [&str; 26] = [
        "account.add",
        "audit.cut",
        "audit.roots",
        "candidate.list",
        "contacts.erase",
        "handover.give",
        "handover.offer",
        "handover.read",
        "handover.receive",
        "handover.step",
        "intake.change",
        "machine.command",
        "membership.list",
        "membership.move",
        "party.answer",
        "party.bounced",
        "party.call",
        "person.forget",
        "question.answer",
        "question.ask",
        "question.keep",
        "question.read",
        "question.take",
        "terms.set",
        "today.mail",
        "today.mail-link",
    ];

    /// Every action that leaves a line can be told in each language.
    #[test]
    fn everything_that_can_be_done_has_words() {
        let routes = crate::routes().into_iter().map(|entry| entry.route);
        let routes = routes.chain(directory::routes().into_iter().map(|entry| entry.route));
        let routes = routes.chain(access::operator::routes().into_iter().map(|entry| entry.route));
        let forms = routes.filter(|route| route.method == axum::http::Method::POST).map(|route| route.action);
        for action in forms.chain(OTHERS).chain(["trail.own", "trail.read"]) {
            for lang in Lang::ALL {
                let key = format!("did-{}", action.replace('.', "-"));
                assert!(words(lang).has(&key), "{} has no words for {key}", lang.code());
            }
        }
    }
}
