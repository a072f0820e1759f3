//! A party as an organization of HSDS: how to reach it by role, and what the Dutch profile adds.

use directory::contact::Contact;
use directory::offer::Offer;
use directory::party::whole::Whole;
use directory::party::{Party, Serves};
use ground::moment::Moment;
use serde::Serialize;
use uuid::Uuid;

use super::{From, Language, Location, Offered, Phone, Scene, lines};
use crate::ids::derived;

#[derive(Clone, Debug, Serialize)]
pub struct Organization {
    pub id: Uuid,
    pub name: String,
    pub description: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub website: String,
    // The Dutch profile.
    pub sphere: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub call_for: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_for: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub best_way: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lived_experience: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub works_gladly: String,
    pub capacity: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub capacity_note: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role_name: String,
    pub serves_all: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serves_year: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_at: Option<Moment>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub confirmed_by: String,
    pub last_modified: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<From>,
    // What is nested; empty in lists.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Person>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Offered>,
}

/// Somebody to ask for, by role only: a name belongs on the party's own page, where its owner can take it back.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    pub id: Uuid,
    pub organization_id: Uuid,
    pub title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub department: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<&'static str>,
}

impl Organization {
    /// Only what is one to one.
    #[must_use]
    pub fn brief(scene: Scene<'_>, party: &Party) -> Self {
        let (serves_all, serves) = match &party.serves {
            Serves::Everywhere => (true, &[][..]),
            Serves::Areas(areas) => (false, areas.as_slice()),
        };
        Self {
            id: party.id.uuid(),
            name: party.name.to_string(),
            description: party.summary.to_string(),
            email: party.mailbox().to_owned(),
            website: party.role.website.as_str().to_owned(),
            sphere: party.sphere.word(),
            call_for: lines(&party.call_for),
            not_for: lines(&party.not_for),
            best_way: party.best_way.to_string(),
            lived_experience: party.lived_experience.to_string(),
            works_gladly: party.works_gladly.to_string(),
            capacity: party.capacity.word(),
            capacity_note: party.capacity_note.to_string(),
            role_name: party.role.name.to_string(),
            serves_all,
            serves: serves.iter().map(|(code, _)| code.to_string()).collect(),
            serves_year: serves.first().map(|(_, year)| *year),
            confirmed_at: party.confirmed.as_ref().map(|confirmed| confirmed.at),
            confirmed_by: party.confirmed.as_ref().map_or_else(String::new, |it| it.by.to_string()),
            last_modified: party.changed_at,
            source: From::of(scene, party.origin.as_ref()),
            phones: Vec::new(),
            languages: Vec::new(),
            contacts: Vec::new(),
            locations: Vec::new(),
            services: Vec::new(),
        }
    }

    /// With phones, languages, people by role and places; without its offers.
    #[must_use]
    pub fn whole(scene: Scene<'_>, whole: &Whole) -> Self {
        let party = &whole.party;
        let id = party.id.uuid();
        let spoken = party.languages.iter();
        Self {
            phones: phone(party).map(|it| Phone { organization_id: Some(id), ..it }).into_iter().collect(),
            languages: spoken
                .map(|language| Language { organization_id: Some(id), ..Language::of(id, language) })
                .collect(),
            contacts: whole.contacts.iter().map(Person::of).collect(),
            locations: whole.places.iter().map(|(place, _)| Location::whole(place)).collect(),
            ..Self::brief(scene, party)
        }
    }

    /// With everything, its offers too.
    #[must_use]
    pub fn with_offers(scene: Scene<'_>, whole: &Whole, shown: impl Fn(&Offer) -> bool) -> Self {
        let offers = whole.offers.iter().filter(|offer| shown(offer));
        Self {
            services: offers.map(|offer| Offered::nested(scene, offer, whole)).collect(),
            ..Self::whole(scene, whole)
        }
    }
}

/// The party's own number.
pub(super) fn phone(party: &Party) -> Option<Phone> {
    let number = &party.role.phone;
    (!number.is_empty()).then(|| Phone {
        id: derived(party.id.uuid(), "phone"),
        organization_id: None,
        service_id: None,
        contact_id: None,
        number: number.as_str().to_owned(),
        kind: "voice",
    })
}

impl Person {
    /// Of somebody known by name only the role and the languages leave the house: number and address may be their own.
    fn of(contact: &Contact) -> Self {
        let id = contact.id.uuid();
        let nameless = contact.name.is_none() && contact.photo.is_none();
        let email = contact.mailbox();
        let email = if nameless && !is_personal(email) { email } else { "" };
        let number = Some(contact.phone.as_str()).filter(|number| nameless && !number.is_empty());
        Self {
            id,
            organization_id: contact.party.uuid(),
            title: contact.role.to_string(),
            department: if nameless { contact.note.to_string() } else { String::new() },
            email: email.to_owned(),
            phones: number
                .map(|number| Phone {
                    id: derived(id, "phone"),
                    organization_id: None,
                    service_id: None,
                    contact_id: Some(id),
                    number: number.to_owned(),
                    kind: "voice",
                })
                .into_iter()
                .collect(),
            languages: contact.languages.iter().map(|language| language.code()).collect(),
        }
    }
}

/// `voornaam.achternaam@…` is somebody's name, whatever role it stands beside.
fn is_personal(email: &str) -> bool {
    let parts: Vec<&str> = email.split('@').next().unwrap_or("").split('.').collect();
    let is_word = |part: &&str| !part.is_empty() && part.chars().all(char::is_alphabetic);
    parts.len() >= 2 && parts.iter().all(is_word)
}

#[cfg(test)]
mod tests {
    use super::is_personal;

    #[test]
    fn an_address_of_two_words_is_a_persons() {
        assert!(is_personal("fatma.yildiz@linde.voorbeeld"));
        assert!(!is_personal("linde@oosterwaard.voorbeeld") && !is_personal("team2.noord@x.voorbeeld"));
    }
}
