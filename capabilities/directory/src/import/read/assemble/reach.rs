//! Ways to reach a party: numbers that a person answers, and people by their role.

use super::super::clean::Cleaner;
use super::super::schema::Kind;
use super::super::store::Fate;
use super::{Desk, topics};
use crate::confirmation::Confirmation;
use crate::import::record::{ContactRecord, Outcome, Reason};
use crate::party::Phone;
use crate::wording::{Line, Name};
use ground::moment::Moment;

/// Numbers that hang on this row itself and not on a person, in the order of the file, without fax.
pub(super) fn phones(desk: &mut Desk<'_, '_>, column: &str, row: u32, cleaner: &mut Cleaner) -> Vec<Phone> {
    let mut found: Vec<Phone> = Vec::new();
    for child in desk.children(Kind::Phone, column, row) {
        if desk.cell(Kind::Phone, child, "contact_id").is_empty() || column == "contact_id" {
            let phone = number(desk, child, cleaner);
            if !phone.is_empty() {
                desk.fates.take(Kind::Phone, child);
            }
            if !phone.is_empty() && !found.contains(&phone) {
                found.push(phone);
            }
        }
    }
    found
}

fn number(desk: &Desk<'_, '_>, row: u32, cleaner: &mut Cleaner) -> Phone {
    let cell = |column| desk.cell(Kind::Phone, row, column);
    let kind = cell("type").to_lowercase();
    if ["fax", "tty", "tdd", "textphone", "pager"].iter().any(|machine| kind.contains(machine)) {
        return Phone::default();
    }
    let plain = cleaner.phone(cell("number"));
    let (prefix, extension) = (cell("country_prefix"), cell("extension"));
    if plain.is_empty() || (prefix.is_empty() && extension.is_empty()) {
        return plain;
    }
    let behind = if extension.is_empty() { String::new() } else { format!(" x{extension}") };
    let whole = format!("{prefix} {}{behind}", plain.as_str());
    Phone::parse(whole.trim()).unwrap_or(plain)
}

/// People who hang on this row become roles. Their names stay behind.
pub(super) fn contacts(desk: &mut Desk<'_, '_>, column: &str, row: u32, into: &mut Vec<ContactRecord>) {
    for child in desk.children(Kind::Contact, column, row) {
        let mut cleaner = Cleaner::default();
        let cell = |column| desk.cell(Kind::Contact, child, column);
        let (title, department) = (cell("title"), cell("department"));
        let words = if is_role(title) { title } else { department };
        let role = cleaner.name("role", words).or_else(|| Name::parse("Contact").ok());
        let note = if is_role(title) { cleaner.line("note", department) } else { Line::default() };
        let email = cleaner.email(cell("email"));
        let phone = phones(desk, "contact_id", child, &mut cleaner).into_iter().next().unwrap_or_default();
        let languages = topics::spoken(desk.cell(Kind::Contact, child, "languages"), &mut cleaner);
        desk.report(Kind::Contact, child, cleaner);
        desk.fates.take(Kind::Contact, child);
        let Some(role) = role else { continue };
        let contact = ContactRecord { role, note, languages, phone, email };
        let nothing =
            contact.phone.is_empty() && contact.email.is_empty() && contact.role.as_str() == "Contact";
        if nothing {
            // There was only a name.
            if desk.cell(Kind::Contact, child, "named").is_empty() {
                desk.notes.person(&desk.store.at(Kind::Contact, child).file);
            }
            desk.fates.set(Kind::Contact, child, Fate::LeftOut);
        } else if !into.contains(&contact) {
            into.push(contact);
        }
    }
}

/// When a human last said that it is right, as a file of another map tells. Not in the days to come.
pub(super) fn confirmed(
    desk: &Desk<'_, '_>,
    kind: Kind,
    row: u32,
    cleaner: &mut Cleaner,
) -> Option<Confirmation> {
    let (at, by) = (desk.cell(kind, row, "confirmed_at"), desk.cell(kind, row, "confirmed_by"));
    if at.is_empty() {
        return None;
    }
    let moment = Moment::parse(at).filter(|at| desk.settings.today.is_none_or(|today| at.day().0 <= today));
    if moment.is_none() {
        cleaner.note(Outcome::Mended, Reason::BadDate, at);
    }
    Some(Confirmation { at: moment?, by: cleaner.line("confirmed-by", by) })
}

/// How somebody is addressed says nothing about what they do.
fn is_role(title: &str) -> bool {
    let title = title.trim().trim_end_matches('.').to_lowercase();
    !matches!(
        title.as_str(),
        "" | "mr"
            | "mrs"
            | "ms"
            | "miss"
            | "dr"
            | "drs"
            | "ir"
            | "mw"
            | "dhr"
            | "mevrouw"
            | "de heer"
            | "n/a"
    )
}
