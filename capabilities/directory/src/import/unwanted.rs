//! Who asked not to be listed, held beside each record of a file: the same one stays out, and who looks like it is for a human.

use ground::id::Municipality;

use super::line::Why;
use super::record::{PartyRecord, Reason};
use crate::do_not_list::{Wish, reach};
use crate::double::{gist, is_alike};
use crate::place::Whereabouts;

pub(super) struct Unwanted {
    here: Municipality,
    /// Each with its name as names are compared.
    wishes: Vec<(Wish, String)>,
}

impl Unwanted {
    pub(super) fn new(here: Municipality, wishes: Vec<Wish>) -> Self {
        let wishes = wishes.into_iter().map(|wish| {
            let gist = gist(&wish.name_key);
            (wish, gist)
        });
        Self { here, wishes: wishes.collect() }
    }

    /// Why the record stays out, if it does. Of what is on the map already (`known`) only the same name or key says so:
    /// it was there beside the one that left.
    pub(super) fn why(&self, record: &PartyRecord, source: &str, known: bool) -> Option<Why> {
        if self.wishes.is_empty() {
            return None;
        }
        let name = record.name.key();
        let postcodes = postcodes(record);
        if self.wishes.iter().any(|(wish, _)| wish.matches(&name, &postcodes, source, &record.key)) {
            return Some(Why::Read(Reason::DoNotList));
        }
        if known {
            return None;
        }
        let contacts = reach::digests(self.here, &record.role);
        if self.wishes.iter().any(|(wish, _)| wish.is_reached_by(&contacts)) {
            return Some(Why::Read(Reason::DoNotList));
        }
        let own = gist(&name);
        let like = |(wish, gist): &(Wish, String)| is_alike(&own, gist) && wish.is_near(&postcodes);
        self.wishes.iter().any(like).then_some(Why::LikeUnwanted)
    }
}

fn postcodes(record: &PartyRecord) -> Vec<String> {
    let open = record.places.iter().filter_map(|place| match &place.whereabouts {
        Whereabouts::Open(open) => Some(open.address.postcode.as_str().to_owned()),
        Whereabouts::Confidential => None,
    });
    open.collect()
}
