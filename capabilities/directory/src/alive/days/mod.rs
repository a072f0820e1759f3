//! After how many days profiles age: those of the municipality, and of districts that have days of their own.

mod form;
pub(super) mod pages;
pub mod store;
pub(super) mod view;

use std::collections::HashMap;

use ground::id::Id;

pub(super) use form::{fields, read};

use crate::area::AreaCode;
use crate::confirmation::Ageing;
use crate::party::Party;

/// A district with days of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfDistrict {
    pub district: AreaCode,
    pub ageing: Ageing,
}

/// What holds for each party of a municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ageings {
    whole: Ageing,
    /// Of parties that work in a district with days of its own.
    own: HashMap<Id<Party>, Ageing>,
}

impl Ageings {
    pub(crate) fn new(
        whole: Ageing,
        districts: &[OfDistrict],
        works: HashMap<Id<Party>, Vec<AreaCode>>,
    ) -> Self {
        let own = works.into_iter().map(|(party, areas)| (party, longest(whole, districts, &areas)));
        Self { whole, own: own.collect() }
    }

    /// For a party and all that it offers.
    #[must_use]
    pub fn of(&self, party: Id<Party>) -> Ageing {
        self.own.get(&party).copied().unwrap_or(self.whole)
    }
}

/// What holds for who works in these areas. Who works in several is trusted as long as any of them trusts; a district
/// without days of its own has those of the municipality.
pub(crate) fn longest(whole: Ageing, districts: &[OfDistrict], areas: &[AreaCode]) -> Ageing {
    let in_area = |area: &AreaCode| {
        let district = area.district();
        districts.iter().find(|own| own.district == district).map_or(whole, |own| own.ageing)
    };
    areas.iter().map(in_area).reduce(Ageing::or_longer).unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Ageing = Ageing { fresh_days: 180, stale_days: 365, hide_days: 425, notice_days: 14 };
    const SHORT: Ageing = Ageing { fresh_days: 30, stale_days: 60, hide_days: 90, notice_days: 21 };
    const LONG: Ageing = Ageing { fresh_days: 200, stale_days: 800, hide_days: 900, notice_days: 7 };

    fn holds(areas: &[&str]) -> Ageing {
        let code = |text: &&str| AreaCode::parse(text).unwrap();
        let own = |district: &str, ageing| OfDistrict { district: code(&district), ageing };
        let districts = [own("WK990101", SHORT), own("WK990102", LONG)];
        longest(WHOLE, &districts, &areas.iter().map(code).collect::<Vec<_>>())
    }

    #[test]
    fn who_works_in_one_district_has_its_days_and_who_works_in_more_the_longest() {
        assert_eq!(holds(&["WK990101"]), SHORT);
        assert_eq!(holds(&["BU99010102"]), SHORT, "a neighbourhood has those of its district");
        assert_eq!(holds(&["WK990103"]), WHOLE, "a district without its own");
        assert_eq!(holds(&[]), WHOLE, "nobody knows where");
        let most = Ageing { notice_days: 21, ..LONG };
        assert_eq!(holds(&["WK990101", "BU99010203"]), most);
        let with_the_municipality = holds(&["WK990101", "WK990103"]);
        assert_eq!(with_the_municipality, Ageing { notice_days: 21, ..WHOLE });
        assert!(with_the_municipality.fits() && most.fits());
    }
}
