//! Parties, offers and areas for the samples: as little and as much as there can be.

use std::sync::Arc;
use std::time::Duration;

use ground::id::{Id, Municipality as Code};
use ground::moment::{Day, Moment};

use crate::area::geography::Geography;
use crate::area::{Area, AreaCode, Figures, Shape};
use crate::confirmation::{Ageing, Confirmation};
use crate::language::{Language, Languages};
use crate::map::Atlas;
use crate::map::atlas::{Fresh, Rows, Spot};
use crate::municipality::{Municipality, Slug};
use crate::offer::opening::Opening;
use crate::offer::{Offer, Way};
use crate::party::{Capacity, Email, Party, Phone, RoleAddress, Serves, Sphere, Website};
use crate::place::{Address, OpenPlace, Place, Whereabouts};
use crate::source::Source;
use crate::theme::{Taxonomy, Themes};
use crate::wording::{Line, Lines, Name, Prose};

/// Wednesday 25 November 2026, half past ten in the morning.
pub(super) const NOW: Moment = Moment::fixed(1_795_599_000_000_000);
pub(super) const LONG: &str = "Stichting Samenwerkingsverband Mantelzorgondersteuning en Vrijwilligersvacaturebank Havenkwartier-Zuidoost";
pub(super) const LONG_LINE: &str = "Aansprakelijkheidsverzekeringsmaatschappijen aanschrijven, bezwaarschriftencommissies bellen en met u meegaan, ook als het lang duurt en ook in het weekend";
pub(super) const CODE: &str = "BU99010101";

// A sample that does not fit its type would be empty on the page, where the eye finds it.
pub(super) fn name(text: &str) -> Name {
    Name::parse(text).unwrap_or_default()
}

pub(super) fn line(text: &str) -> Line {
    Line::parse(text).unwrap_or_default()
}

pub(super) fn prose(text: &str) -> Prose {
    Prose::parse(text).unwrap_or_default()
}

pub(super) fn id<T>(number: u64) -> Id<T> {
    Id::new(NOW.plus(Duration::from_millis(number)))
}

pub(super) fn confirmed() -> Option<Confirmation> {
    Some(Confirmation { at: NOW.minus(Duration::from_secs(864_000)), by: line("de coördinator") })
}

pub(super) fn source() -> Source {
    Source {
        id: id(1),
        name: name("Maatschappelijke voorzieningen"),
        licence: name("CC0"),
        web: Some(line(
            "https://voorbeeld.nl/een/heel/lang/adres/dat-niet-op-een-regel-past/maatschappelijke-voorzieningen.geojson",
        )),
        dated: Day::new(2026, 4, 1),
        imported_at: NOW,
    }
}

pub(super) fn area(code: &str, called: &str, west: f64) -> Option<Area> {
    let (south, east, north) = (52.6, west + 0.01, 52.61);
    let geojson = format!(
        "{{\"type\":\"Polygon\",\"coordinates\":[[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}"
    );
    Some(Area {
        code: AreaCode::parse(code).ok()?,
        year: 2026,
        name: name(called),
        parent: None,
        shape: Some(Shape { geojson, west, south, east, north }),
        figures: Figures {
            residents: Some(16_840),
            households: Some(7810),
            year: Some(2026),
            ..Figures::default()
        },
        source: Some(id(1)),
    })
}

pub(super) fn atlas(full: bool) -> Arc<Atlas> {
    let areas: Vec<Area> = if full {
        let all = [
            area("WK990101", "De Boogerd", 5.3),
            area("WK990102", "Havenkwartier", 5.31),
            area(CODE, "Lindenkamp", 5.3),
            area("BU99010201", "Bedrijventerrein Havenkwartier-Zuidoost en omgeving", 5.31),
        ];
        all.into_iter().flatten().collect()
    } else {
        Vec::new()
    };
    let spheres = [Sphere::Informal, Sphere::Formal];
    let parties: Vec<(Id<Party>, Sphere)> = if full {
        (0..30).map(|at| (id(at), spheres[usize::from(at % 3 == 0)])).collect()
    } else {
        Vec::new()
    };
    let fresh = parties.iter().take(6).map(|(id, sphere)| Fresh {
        id: *id,
        name: name(LONG),
        summary: prose(LONG_LINE),
        sphere: *sphere,
        confirmed_at: NOW,
        confirmed_by: line("de coördinator"),
    });
    let spots = parties.iter().zip(0_u32..).map(|((id, sphere), at)| Spot {
        party: *id,
        sphere: *sphere,
        point: Some([5.301 + f64::from(at) * 0.0006, 52.602 + f64::from(at % 7) * 0.001]),
        area: Some(if at < 15 { 2 } else { 3 }),
    });
    let municipality = Municipality {
        code: Code(9901),
        name: name("Oosterwaard"),
        slug: Slug::of("Oosterwaard").unwrap_or_default(),
        theme: "oosterwaard".to_owned(),
        fiction: true,
        area_year: Some(2026),
        ageing: Ageing::default(),
        residents: None,
        version: 1,
    };
    let rows = Rows {
        municipality,
        geography: Arc::new(Geography::of(1, areas)),
        taxonomy: Taxonomy::shipped(),
        sources: vec![source()],
        fresh: fresh.collect(),
        spots: spots.collect(),
        scenery: Vec::new(),
    };
    Arc::new(Atlas::of(1, NOW, parties.iter().copied().collect(), rows))
}

pub(super) fn languages(all: bool) -> Languages {
    Languages::of(Language::all().take(if all { 32 } else { 3 }))
}

pub(super) fn party(full: bool) -> Party {
    let many = |text: &str| {
        if full { Lines::from_lines((0..8).map(|_| text)).unwrap_or_default() } else { Lines::default() }
    };
    let some = |text: &str| if full { prose(text) } else { Prose::default() };
    Party {
        id: id(1),
        sphere: if full { Sphere::Formal } else { Sphere::Informal },
        name: name(if full { LONG } else { "Kelder 14" }),
        summary: some(LONG_LINE),
        call_for: many(LONG_LINE),
        not_for: many("Geld beheren van iemand"),
        languages: if full { languages(true) } else { Languages::default() },
        best_way: line(if full { LONG_LINE } else { "" }),
        lived_experience: some(LONG_LINE),
        works_gladly: some("Vertel ons hoe het afliep.\n\nEn kom een keer langs."),
        capacity: if full { Capacity::Waiting } else { Capacity::Unknown },
        capacity_note: line(if full { "Ongeveer zes weken" } else { "" }),
        role: if full { role() } else { RoleAddress::default() },
        serves: Serves::Everywhere,
        origin: None,
        confirmed: if full { confirmed() } else { None },
        asked_at: None,
        mail_returns: false,
        put_away_at: None,
        created_at: NOW,
        changed_at: NOW,
    }
}

pub(super) fn role() -> RoleAddress {
    RoleAddress {
        name: line("Klantcontact inkomen en schuldhulpverlening"),
        phone: Phone::parse("088 000 01 23").unwrap_or_default(),
        email: Email::parse("mantelzorgondersteuning.en.vrijwilligersvacaturebank@oosterwaard.voorbeeld")
            .unwrap_or_default(),
        website: Website::parse(
            "https://mantelzorgondersteuning-vrijwilligersvacaturebank.oosterwaard.voorbeeld",
        )
        .unwrap_or_default(),
    }
}

pub(super) fn offer(full: bool) -> Offer {
    let many = if full {
        Lines::from_lines((0..6).map(|_| LONG_LINE)).unwrap_or_default()
    } else {
        Lines::default()
    };
    let week = ["mo 9-12", "mo 13-17", "tu 9-17", "we 9-17", "th 9-12", "fr 19-24", "sa 10-16"];
    Offer {
        id: id(2),
        party: id(1),
        name: name(if full { LONG } else { "Bakje aan huis" }),
        summary: prose(if full { LONG_LINE } else { "" }),
        does: many.clone(),
        does_not: many,
        for_whom: line(if full { LONG_LINE } else { "" }),
        themes: if full {
            Themes::of(Taxonomy::shipped().terms().iter().take(12).map(|term| term.theme.clone()))
        } else {
            Themes::default()
        },
        languages: Languages::default(),
        way: if full { Way::Appointment } else { Way::Unknown },
        opening: if full { Opening::parse(week).unwrap_or_default() } else { Opening::default() },
        opening_note: line(if full { LONG_LINE } else { "" }),
        cost: line(if full { "Gratis" } else { "" }),
        capacity: Capacity::Few,
        places: Vec::new(),
        origin: None,
        confirmed: None,
        asked_at: None,
        created_at: NOW,
        changed_at: NOW,
    }
}

pub(super) fn places() -> Vec<Place> {
    let address = Address {
        street: line("Burgemeester van der Meulenbroekstraat"),
        house_number: line("1234-III"),
        postcode: line("9927 AB"),
        town: line("Oosterwaard"),
    };
    let open = OpenPlace { name: line(LONG), address, access: prose(LONG_LINE), ..OpenPlace::default() };
    let at = |number, whereabouts| Place { id: id(number), party: id(1), whereabouts, source_key: None };
    vec![at(3, Whereabouts::Open(Box::new(open))), at(4, Whereabouts::Confidential)]
}
