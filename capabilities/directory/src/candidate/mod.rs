//! Somebody who is not on the map and asks to be: kept apart, and on the map only when who keeps it says yes.

mod limit;
mod pages;
pub mod store;
mod view;

#[cfg(test)]
mod tests;

use std::time::Duration;

use access::{Entry, Fields};
use ground::id::Id;
use ground::moment::Moment;
use sha2::{Digest as _, Sha256};

use crate::Directory;
use crate::desk::form::{Fault, Faults, Reader};
use crate::party::{Email, Party, Phone, Sphere};
use crate::wording::{Line, Name, Prose, Unfit};

pub(crate) use limit::Asking;

/// So long it is kept after somebody decided.
pub const KEPT_AFTER: Duration = Duration::from_secs(30 * 86_400);

/// So long it waits for somebody who decides.
pub const WAITS: Duration = Duration::from_secs(90 * 86_400);

#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    pages::routes()
}

/// Who asks to be on the map. Nothing of it is there until somebody said yes.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Candidate {
    pub id: Id<Candidate>,
    pub sphere: Sphere,
    pub name: Name,
    /// What it does, in a sentence or two.
    pub summary: Prose,
    /// A mail address or a telephone number of the group.
    pub reach: Line,
    pub asked_at: Moment,
    pub decided_at: Option<Moment>,
    /// What it became; nothing when the answer was no.
    pub party_id: Option<Id<Party>>,
}

impl Candidate {
    /// A sentence or two.
    pub const LONG: usize = 400;

    /// The party it becomes: what stands in the form of a new party, typed by who asked.
    fn party(&self, now: Moment) -> Result<Party, Faults> {
        let way = if is_mail(&self.reach) { "role_email" } else { "role_phone" };
        let mut fields = Fields::default();
        for (name, value) in [
            ("sphere", self.sphere.word()),
            ("name", self.name.as_str()),
            ("summary", self.summary.as_str()),
            (way, self.reach.as_str()),
        ] {
            fields.push(name, value);
        }
        crate::desk::party::read(&fields, Id::new(now), None, &[], &[], now)
    }

    /// All that was typed, as a digest: the same sent twice is known by it.
    fn same(&self) -> String {
        let mut digest = Sha256::new();
        for part in [self.sphere.word(), self.name.as_str(), self.summary.as_str(), self.reach.as_str()] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// What somebody typed who asks.
///
/// # Errors
/// All fields that do not fit.
pub fn read(fields: &Fields, now: Moment) -> Result<Candidate, Faults> {
    let year = now.local().year();
    let mut form = Reader::new(fields);
    let name = form.take("name", Name::parse);
    names_nobody(&mut form, "name", name.as_str(), year);
    let sphere = Sphere::parse(fields.get("sphere"));
    if sphere.is_err() {
        form.faults.push(("sphere", Fault::NoChoice));
    }
    let summary = form.take("summary", short);
    names_nobody(&mut form, "summary", summary.as_str(), year);
    let reach = reach(fields.get("reach")).unwrap_or_else(|fault| {
        form.faults.push(("reach", fault));
        Line::default()
    });
    form.done(Candidate {
        id: Id::new(now),
        sphere: sphere.unwrap_or(Sphere::Informal),
        name,
        summary,
        reach,
        asked_at: now,
        decided_at: None,
        party_id: None,
    })
}

/// What could be somebody's number, address or date of birth has no place among these words.
fn names_nobody(form: &mut Reader<'_>, field: &'static str, said: &str, year: i16) {
    if let Some(found) = nameless::found(said, year).into_iter().next() {
        let told = said.get(found.at).unwrap_or_default().to_owned();
        form.faults.push((field, Fault::Tells(told)));
    }
}

fn short(typed: &str) -> Result<Prose, Unfit> {
    let too_long = |got| Unfit::TooLong { got, max: Candidate::LONG };
    match Prose::parse(typed) {
        Ok(said) if said.is_empty() => Err(Unfit::Empty),
        Ok(said) => match said.as_str().chars().count() {
            got if got > Candidate::LONG => Err(too_long(got)),
            _ => Ok(said),
        },
        Err(Unfit::TooLong { got, .. }) => Err(too_long(got)),
        Err(unfit) => Err(unfit),
    }
}

/// One mail address or one telephone number, with no story around it.
fn reach(typed: &str) -> Result<Line, Fault> {
    let line = Line::parse(typed).map_err(Fault::Unfit)?;
    if line.is_empty() {
        return Err(Fault::Unfit(Unfit::Empty));
    }
    let fits = if is_mail(&line) {
        Email::parse(line.as_str()).is_ok()
    } else {
        !line.as_str().chars().any(char::is_alphabetic) && Phone::parse(line.as_str()).is_ok()
    };
    if fits { Ok(line) } else { Err(Fault::NoReach) }
}

fn is_mail(reach: &Line) -> bool {
    reach.as_str().contains('@')
}
