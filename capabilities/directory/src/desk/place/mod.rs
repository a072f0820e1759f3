//! A place in a form. Confidential takes everything else away.

pub(super) mod pages;
mod view;

use access::Fields;
use ground::id::Id;

use super::form::{Faults, Reader};
use crate::area::Area;
use crate::party::Party;
use crate::place::{Address, OpenPlace, Place, Point, Whereabouts};
use crate::wording::{Line, Prose, Unfit};

/// What stands in the form for a place that is there.
#[must_use]
pub fn typed(place: &Place) -> Fields {
    let mut fields = Fields::default();
    let open = match &place.whereabouts {
        Whereabouts::Confidential => {
            fields.push("confidential", "ja");
            return fields;
        }
        Whereabouts::Open(open) => open,
    };
    for (name, value) in [
        ("place_name", open.name.as_str()),
        ("street", open.address.street.as_str()),
        ("house_number", open.address.house_number.as_str()),
        ("postcode", open.address.postcode.as_str()),
        ("town", open.address.town.as_str()),
        ("access", open.access.as_str()),
    ] {
        fields.push(name, value);
    }
    if let Some(point) = open.point {
        fields.push("point", format!("{}, {}", point.lat(), point.lon()));
    }
    if let Some((code, _)) = &open.area {
        fields.push("area", code.as_str());
    }
    fields
}

/// The place somebody typed.
///
/// # Errors
/// All fields that do not fit.
pub fn read(
    fields: &Fields,
    id: Id<Place>,
    party: Id<Party>,
    known: Option<&Place>,
    areas: &[Area],
) -> Result<Place, Faults> {
    let source_key = known.and_then(|known| known.source_key.clone());
    if fields.has("confidential") {
        // What is kept of the key says nothing; see the store.
        return Ok(Place { id, party, whereabouts: Whereabouts::Confidential, source_key });
    }
    // Of what was secret the source's own key is gone.
    let was_open = known.is_some_and(|known| matches!(known.whereabouts, Whereabouts::Open(_)));
    let source_key = source_key.filter(|_| was_open);
    let mut form = Reader::new(fields);
    let open = OpenPlace {
        name: form.take("place_name", Line::parse),
        address: Address {
            street: form.take("street", Line::parse),
            house_number: form.take("house_number", Line::parse),
            postcode: form.take("postcode", Line::parse),
            town: form.take("town", Line::parse),
        },
        access: form.take("access", Prose::parse),
        point: form.take("point", point),
        area: form.take("area", |code| {
            if code.is_empty() {
                return Ok(None);
            }
            let area = areas.iter().find(|area| area.code.as_str() == code).ok_or(Unfit::Unknown)?;
            Ok(Some((area.code.clone(), area.year)))
        }),
    };
    form.done(Place { id, party, whereabouts: Whereabouts::Open(Box::new(open)), source_key })
}

/// `52.6210, 5.3385`: latitude first, as maps on the web give it.
fn point(typed: &str) -> Result<Option<Point>, Unfit> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let (lat, lon) = typed.split_once([',', ' ', ';']).ok_or(Unfit::Unknown)?;
    let number = |text: &str| text.trim_matches([' ', ',', ';']).parse::<f64>().map_err(|_| Unfit::Unknown);
    Point::new(number(lon)?, number(lat)?).map(Some)
}
