//! A party as it leaves the house for the open data: in its sentences stand roles where it wrote names of its people.

use super::Contact;
use super::people::People;
use crate::offer::Offer;
use crate::party::Party;
use crate::party::whole::Whole;
use crate::place::{Place, Whereabouts};

/// All that hangs on it.
pub fn whole(whole: &mut Whole) {
    let people = People::of(&whole.party, &whole.contacts);
    if people.is_empty() {
        return;
    }
    party(&people, &mut whole.party);
    whole.offers.iter_mut().for_each(|one| offer(&people, one));
    whole.places.iter_mut().for_each(|(one, _)| place(&people, one));
    whole.contacts.iter_mut().for_each(|one| contact(&people, one));
}

/// Not its own name: a house may be called after somebody.
pub fn party(people: &People, party: &mut Party) {
    let left_out = |text: &str| people.left_out_of(text);
    for prose in [&mut party.summary, &mut party.lived_experience, &mut party.works_gladly] {
        prose.reword(left_out);
    }
    for lines in [&mut party.call_for, &mut party.not_for] {
        lines.reword(left_out);
    }
    for line in [&mut party.best_way, &mut party.capacity_note, &mut party.role.name] {
        line.reword(left_out);
    }
    if let Some(confirmed) = &mut party.confirmed {
        confirmed.by.reword(left_out);
    }
}

pub fn offer(people: &People, offer: &mut Offer) {
    let left_out = |text: &str| people.left_out_of(text);
    offer.name.reword(left_out);
    offer.summary.reword(left_out);
    for lines in [&mut offer.does, &mut offer.does_not] {
        lines.reword(left_out);
    }
    for line in [&mut offer.for_whom, &mut offer.opening_note, &mut offer.cost] {
        line.reword(left_out);
    }
    if let Some(confirmed) = &mut offer.confirmed {
        confirmed.by.reword(left_out);
    }
}

pub fn place(people: &People, place: &mut Place) {
    if let Whereabouts::Open(open) = &mut place.whereabouts {
        open.name.reword(|text| people.left_out_of(text));
        open.access.reword(|text| people.left_out_of(text));
    }
}

fn contact(people: &People, contact: &mut Contact) {
    contact.role.reword(|text| people.left_out_of(text));
    contact.note.reword(|text| people.left_out_of(text));
}
