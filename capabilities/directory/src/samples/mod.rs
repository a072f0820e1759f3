//! Every page for visitors with nothing, something, the longest of everything and a refusal: for the tests of the look.

mod things;

use std::sync::Arc;

use maud::Markup;
use ui::{Frame, Lang};

use crate::about::view::{self as about, SourcesPage};
use crate::area::view::{AreaPage, AreasPage, Gap, Neighbour, PartyLine, World};
use crate::area::{Area, AreaCode};
use crate::confirmation::Age;
use crate::contact::{Consented, Contact};
use crate::find::asked::Asked;
use crate::find::lines::{Cards, Line as ListLine};
use crate::find::view::{ListPage, Without};
use crate::find::{Counts, Entry, Found, Target, asked};
use crate::language::Language;
use crate::map::atlas::Spot;
use crate::map::view::{MapPage, Row};
use crate::map::{Atlas, Pin};
use crate::offer::Way;
use crate::offer::opening::Opening;
use crate::offer::view::OfferPage;
use crate::party::view::PartyPage;
use crate::party::whole::Whole;
use crate::party::{Capacity, Email, Phone, Sphere};
use crate::start::view::StartPage;
use crate::theme::view::ThemesPage;
use crate::theme::{Taxonomy, Theme};
use crate::trust::Trust;
use things::{
    CODE, LONG, LONG_LINE, NOW, atlas, confirmed, id, languages, line, name, offer, party, places, source,
};

/// Name and whole page.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, Markup)> {
    let frame = Frame { demo: true, ..Frame::new(lang, "Oosterwaard") };
    let (full, bare) = (atlas(true), atlas(false));
    let themes: Vec<(Theme, usize)> = themes().zip(0..).map(|(theme, at)| (theme, at * 37 % 50)).collect();
    let areas = full.geography.areas.iter().zip([("area-empty", false), ("area-longest", true)]);
    let areas = areas.map(|(area, (name, long))| (name, area_page(&full, area.clone(), long).render(&frame)));
    let others = [
        ("start-empty", StartPage { atlas: Arc::clone(&bare), themes: Vec::new() }.render(&frame)),
        ("start-ordinary", StartPage { atlas: Arc::clone(&full), themes: themes.clone() }.render(&frame)),
        ("list-empty", list(&bare, "", 0, 0).render(&frame)),
        ("list-ordinary", list(&full, "q=brief&spreekt=tr", 3, 120).render(&frame)),
        (
            "list-longest",
            list(&full, &format!("q={LONG}&thema=papieren&buurt={CODE}&dag=wo"), 20, 4000).render(&frame),
        ),
        ("list-refused", list(&full, "q=brief&spreekt=vi&thema=bestaat-niet", 0, 120).render(&frame)),
        ("party-empty", party_page(&full, false, Age::Fresh).render(&frame)),
        ("party-longest", party_page(&full, true, Age::Fresh).render(&frame)),
        ("party-refused", party_page(&full, true, Age::Stale).render(&frame)),
        ("offer-empty", offer_page(&full, false).render(&frame)),
        ("offer-longest", offer_page(&full, true).render(&frame)),
        ("areas-empty", AreasPage { atlas: Arc::clone(&bare) }.render(&frame)),
        ("areas-ordinary", AreasPage { atlas: Arc::clone(&full) }.render(&frame)),
        ("map-empty", map(None).render(&frame)),
        ("map-ordinary", map(Some(&full)).render(&frame)),
        ("themes-empty", ThemesPage { taxonomy: Arc::default(), counts: Vec::new() }.render(&frame)),
        ("themes-ordinary", ThemesPage { taxonomy: Taxonomy::shipped(), counts: themes }.render(&frame)),
        ("sources-empty", SourcesPage { sources: Vec::new(), fiction: false }.render(&frame)),
        ("sources-longest", SourcesPage { sources: vec![source()], fiction: true }.render(&frame)),
        ("privacy-ordinary", about::privacy(&frame)),
        ("help-ordinary", about::help(&frame)),
        ("accessibility-ordinary", about::accessibility(&frame)),
    ];
    areas.chain(others).collect()
}

fn themes() -> impl Iterator<Item = Theme> {
    let taxonomy = Taxonomy::shipped();
    (0..taxonomy.terms().len()).filter_map(move |at| taxonomy.terms().get(at).map(|term| term.theme.clone()))
}

fn list(atlas: &Arc<Atlas>, query: &str, lines: usize, total: usize) -> ListPage {
    let asked = Asked::read(Some(query), &atlas.geography, &atlas.taxonomy);
    let long = lines > 10;
    let made = |at: usize| ListLine {
        entry: Entry {
            target: if at % 5 == 4 { Target::Party } else { Target::Offer(id(at as u64)) },
            party: id(at as u64),
            sphere: if at.is_multiple_of(2) { Sphere::Informal } else { Sphere::Formal },
            capacity: Capacity::ALL[at % 5],
            age: [Age::Fresh, Age::Ageing, Age::Stale][at % 3],
        },
        name: if long { LONG } else { "Samen brieven lezen" }.to_owned(),
        party_name: if long { LONG } else { "Moedercentrum De Linde" }.to_owned(),
        summary: if long { LONG_LINE } else { "Neem uw post mee." }.to_owned(),
        languages: languages(long),
        opening: Opening::parse(["we 09:00-15:00"]).unwrap_or_default(),
        way: Way::ALL[at % 6],
        pin: None,
    };
    let counts = Counts {
        spheres: vec![(Sphere::Informal, 12), (Sphere::Formal, 9)],
        themes: themes().map(|theme| (theme, 3)).collect(),
        languages: Language::all().map(|language| (language, 2)).collect(),
        areas: Vec::new(),
        days: Vec::new(),
        capacities: Vec::new(),
    };
    let pins: Vec<Pin> = (1..=lines.min(20))
        .zip(&atlas.spots)
        .filter_map(|(number, spot)| {
            let area = atlas.area_of(spot).map(|area| area.code.clone());
            Some(Pin { point: spot.point?, sphere: spot.sphere, number, area })
        })
        .collect();
    ListPage {
        found: Arc::new(Found {
            total: if lines == 0 { 0 } else { total },
            places: Vec::new(),
            counts: Arc::new(counts),
            loosely: long,
            read_as: long.then(|| LONG_LINE.to_owned()),
        }),
        distances: (0..lines).map(|at| long.then_some(at as f64 * 730.0)).collect(),
        walk_into: if lines == 0 { (0..3).map(made).collect() } else { Vec::new() },
        cards: Arc::new(Cards { lines: (0..lines).map(made).collect(), map: atlas.beside(&pins) }),
        without: if total > 0 && lines == 0 {
            vec![Without { name: asked::LANGUAGE, count: 3 }]
        } else {
            Vec::new()
        },
        all: total,
        now: NOW,
        unfolded: long,
        atlas: Arc::clone(atlas),
        asked,
    }
}

fn party_page(atlas: &Atlas, full: bool, age: Age) -> PartyPage {
    let contact = |number: u64, named: bool| Contact {
        id: id(number),
        party: id(1),
        role: name("coördinator"),
        name: named.then(|| Consented { value: name("Fatma Yıldız-van der Meulenbroek"), since: NOW }),
        photo: None,
        note: line(LONG_LINE),
        languages: languages(false),
        phone: Phone::parse("085 000 01 01").unwrap_or_default(),
        email: Email::default(),
        mail_returns: false,
    };
    let source = source();
    PartyPage {
        whole: Arc::new(Whole {
            party: party(full),
            contacts: if full { vec![contact(5, true), contact(6, false)] } else { Vec::new() },
            offers: if full { vec![offer(true), offer(false)] } else { Vec::new() },
            places: places().into_iter().filter(|_| full).map(|place| (place, Vec::new())).collect(),
        }),
        ageing: None,
        serves: if full { None } else { Some(Vec::new()) },
        trust: Trust {
            confirmed: if full { confirmed() } else { None },
            source: full.then_some(source),
            dropped: full.then_some(NOW),
            age,
        },
        map: if full { pin(atlas) } else { None },
        now: NOW,
        about: None,
    }
}

fn pin(atlas: &Atlas) -> Option<Markup> {
    let area = AreaCode::parse(CODE).ok();
    atlas.beside(&[Pin { point: [5.305, 52.605], sphere: Sphere::Formal, number: 0, area }])
}

fn offer_page(atlas: &Atlas, full: bool) -> OfferPage {
    OfferPage {
        offer: offer(full),
        party: party(full),
        taxonomy: Taxonomy::shipped(),
        places: if full { places() } else { Vec::new() },
        trust: Trust { confirmed: None, source: None, dropped: None, age: Age::Ageing },
        map: if full { pin(atlas) } else { None },
        now: NOW,
        about: None,
    }
}

fn area_page(atlas: &Atlas, area: Area, full: bool) -> AreaPage {
    let many = if full { 8 } else { 0 };
    let parties = |from: u64| {
        (0..many)
            .map(move |at| PartyLine {
                id: id(from + at),
                name: LONG.to_owned(),
                summary: LONG_LINE.to_owned(),
            })
            .collect()
    };
    let world = |sphere| World {
        sphere,
        here: parties(10),
        here_count: if full { 40 } else { 0 },
        working: parties(30),
        working_count: if full { 9 } else { 0 },
    };
    let gap = |theme, missing| Gap { theme, around: 3, missing };
    let themes: Vec<Theme> = themes().take(3).collect();
    let missing = [None, Some(Sphere::Informal), Some(Sphere::Formal)];
    AreaPage {
        parent: None,
        inside: Vec::new(),
        neighbours: vec![Neighbour { code: area.code.clone(), name: LONG.to_owned(), here: [1204, 3] }],
        worlds: [world(Sphere::Informal), world(Sphere::Formal)],
        gaps: if full {
            themes.into_iter().zip(missing).map(|(theme, missing)| gap(theme, missing)).collect()
        } else {
            Vec::new()
        },
        taxonomy: Taxonomy::shipped(),
        map: atlas.of_area(&area.code),
        source: Some(source()),
        area,
    }
}

fn map(atlas: Option<&Arc<Atlas>>) -> MapPage {
    let spots: Vec<&Spot> = atlas.iter().flat_map(|atlas| &atlas.spots).collect();
    let areas = atlas.iter().flat_map(|atlas| &atlas.geography.areas);
    MapPage {
        asked: Asked { page: 1, ..Asked::default() },
        place: None,
        picture: atlas.map(|atlas| atlas.whole(&spots)),
        rows: areas
            .map(|area| Row {
                code: area.code.clone(),
                name: area.name.to_string(),
                here: [1, 204],
                above: true,
            })
            .collect(),
        parties: Vec::new(),
        themes: themes().map(|theme| (theme, 1)).collect(),
        taxonomy: Taxonomy::shipped(),
        total: spots.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_samples_in_every_language() {
        for lang in Lang::ALL {
            for (name, page) in samples(lang) {
                let page = page.into_string();
                assert!(page.contains("<h1") && page.contains("</html>"), "{name}");
                assert!(!page.contains("style=\"") && !page.contains("No localization"), "{name}");
            }
        }
    }
}
