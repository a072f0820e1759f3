//! A person to ask for, in a form. Consent that is taken back takes the name or the photo with it.

pub(super) mod pages;
mod photo;
mod view;

use access::Fields;
use ground::id::Id;
use ground::moment::Moment;

use super::form::{Fault, Faults, Reader};
use crate::contact::{Consented, Contact};
use crate::language::Languages;
use crate::party::{Email, Party, Phone};
use crate::wording::{Line, Name};

/// What stands in the form for a person who is there.
#[must_use]
pub fn typed(contact: &Contact) -> Fields {
    let mut fields = Fields::default();
    fields.push("role", contact.role.as_str());
    if let Some(name) = &contact.name {
        fields.push("person", name.value.as_str());
        fields.push("consent_name", "ja");
    }
    if contact.photo.is_some() {
        fields.push("consent_photo", "ja");
    }
    for (name, value) in [
        ("note", contact.note.as_str()),
        ("phone", contact.phone.as_str()),
        ("email", contact.email.as_str()),
    ] {
        fields.push(name, value);
    }
    for language in contact.languages.iter() {
        fields.push("languages", language.code());
    }
    fields
}

/// The person somebody typed. The photo is kept by itself; whether it may stay is for the page to see to.
///
/// # Errors
/// All fields that do not fit.
pub fn read(
    fields: &Fields,
    id: Id<Contact>,
    party: Id<Party>,
    known: Option<&Contact>,
    now: Moment,
) -> Result<Contact, Faults> {
    let mut form = Reader::new(fields);
    let had_name = known.and_then(|known| known.name.as_ref());
    let name = match (fields.get("person").trim().is_empty(), fields.has("consent_name")) {
        // Taken back, or the field was emptied: either way the name goes.
        (true, _) => None,
        (false, false) if had_name.is_some() => None,
        (false, false) => {
            form.faults.push(("person", Fault::NoConsent));
            None
        }
        (false, true) => {
            let value = form.take("person", Name::parse);
            let since = had_name.filter(|had| had.value == value).map_or(now, |had| had.since);
            Some(Consented { value, since })
        }
    };
    let contact = Contact {
        id,
        party,
        role: form.take("role", Name::parse),
        name,
        photo: known.and_then(|known| known.photo),
        note: form.take("note", Line::parse),
        languages: form.all("languages", Languages::parse(fields.all("languages"))),
        phone: form.take("phone", Phone::parse),
        email: form.take("email", Email::parse),
        mail_returns: false,
    };
    form.done(contact)
}
