//! Which addresses are asked for: taken from the pages themselves, as a visitor would find them.

use std::collections::BTreeSet;
use std::io;

use directory::language::Language;
use directory::theme::Taxonomy;

use crate::http;

const PARTIES: usize = 500;
/// More than the program keeps in memory, so that asking around them all finds none of them kept.
const STRANGERS: usize = 2_500;
const OFFERS: usize = 500;
const LISTS: usize = 200;
const PAGES: usize = 400;

/// Words people type, with a mistake and a stem here and there.
pub(crate) const QUERIES: [&str; 20] = [
    "brieven",
    "hulp met formulieren",
    "schulden",
    "taalles",
    "samen eten",
    "eenzaam",
    "fietsles",
    "computer",
    "huiswerk",
    "mantelzorg",
    "wandelen",
    "kleding",
    "rouw",
    "naaien",
    "werk zoeken",
    "rijbewijs",
    "koffie",
    "spreekuur wijkteam",
    "voorlezen",
    "tuin",
];

#[derive(Default)]
pub(crate) struct Addresses {
    pub(crate) parties: Vec<String>,
    pub(crate) strangers: Vec<String>,
    pub(crate) offers: Vec<String>,
    pub(crate) areas: Vec<String>,
    pub(crate) lists: Vec<String>,
    pub(crate) strange_lists: Vec<String>,
    pub(crate) searches: Vec<String>,
}

impl Addresses {
    /// Walks through the list far apart, so that the parties are spread over it.
    ///
    /// # Errors
    /// When a page does not answer.
    pub(crate) fn collect(port: u16) -> io::Result<Self> {
        let (mut parties, mut offers) = (BTreeSet::new(), BTreeSet::new());
        for nth in 0..PAGES {
            let page = http::get(port, &format!("/wie?pagina={}", nth * 7 + 1), None)?;
            if page.status != 200 {
                break;
            }
            let text = page.text();
            links(&text, "/partij/", &mut parties);
            links(&text, "/aanbod/", &mut offers);
            if parties.len() >= STRANGERS && offers.len() >= OFFERS {
                break;
            }
        }
        // A list that leads to offers only: their pages name the party.
        for offer in &offers {
            if parties.len() >= STRANGERS {
                break;
            }
            links(&http::get(port, offer, None)?.text(), "/partij/", &mut parties);
        }
        let mut areas = BTreeSet::new();
        links(&http::get(port, "/buurten", None)?.text(), "/buurt/", &mut areas);
        let searches = QUERIES.map(|typed| format!("/zoek?q={}", typed.replace(' ', "+"))).to_vec();
        let areas: Vec<String> = areas.into_iter().take(200).collect();
        let lists = lists(&areas, &searches);
        Ok(Self {
            strangers: parties.iter().take(STRANGERS).cloned().collect(),
            parties: parties.into_iter().take(PARTIES).collect(),
            strange_lists: (1..=STRANGERS).map(|page| format!("/wie?pagina={page}")).collect(),
            offers: offers.into_iter().take(OFFERS).collect(),
            areas,
            lists,
            searches,
        })
    }
}

/// Filters by themselves and together, later pages, and a search in every tenth.
fn lists(areas: &[String], searches: &[String]) -> Vec<String> {
    let taxonomy = Taxonomy::shipped();
    let themes: Vec<&str> = taxonomy.terms().iter().map(|term| term.theme.key()).collect();
    let languages: Vec<&str> = Language::all().map(Language::code).take(12).collect();
    let worlds = ["formeel", "informeel"];
    let days = ["ma", "di", "wo", "do", "vr", "za", "zo"];
    let pick =
        |from: &[&str], nth: usize| from.get(nth % from.len().max(1)).copied().unwrap_or_default().to_owned();
    (0..LISTS)
        .map(|nth| match nth % 10 {
            0 => searches.get(nth / 10 % searches.len().max(1)).cloned().unwrap_or_default(),
            1 => format!("/wie?thema={}", pick(&themes, nth / 10)),
            2 => format!("/wie?spreekt={}&pagina={}", pick(&languages, nth / 10), nth / 120 + 1),
            3 => format!(
                "/wie?wereld={}&dag={}&pagina={}",
                pick(&worlds, nth),
                pick(&days, nth / 10),
                nth / 70 + 1
            ),
            4 => format!("/wie?thema={}&wereld={}", pick(&themes, nth / 10), pick(&worlds, nth / 20)),
            5 | 6 => {
                let area = areas.get(nth % areas.len().max(1)).and_then(|area| area.strip_prefix("/buurt/"));
                format!("/wie?buurt={}&plek=open", area.unwrap_or_default())
            }
            7 => format!("/wie?thema={}&spreekt={}", pick(&themes, nth / 10), pick(&languages, nth / 10)),
            8 => format!("/wie?plek=wachtlijst&dag={}&pagina={}", pick(&days, nth / 10), nth / 70 + 1),
            _ => format!("/wie?pagina={}", nth + 2),
        })
        .collect()
}

/// What follows `href="` and begins with this path, up to the end of the address.
pub(crate) fn links(html: &str, path: &str, found: &mut BTreeSet<String>) {
    for part in html.split("href=\"").skip(1) {
        let address: &str = part.split(['"', '?', '#']).next().unwrap_or_default();
        if address.starts_with(path) {
            found.insert(address.to_owned());
        }
    }
}
