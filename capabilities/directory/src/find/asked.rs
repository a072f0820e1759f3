//! What an address asks of the list, read with patience: unknown choices are said and left out, never a fault.

use crate::area::AreaCode;
use crate::area::geography::Geography;
use crate::area::postcode::Postcode;
use crate::language::Language;
use crate::offer::opening::Weekday;
use crate::party::{Capacity, Sphere};
use crate::theme::{Taxonomy, Theme};

use super::Filter;

/// A page of the list.
pub const A_PAGE: usize = 20;

/// More is not read: nobody types this much on purpose.
const LONGEST: usize = 200;

/// The whole list, and the list that is searched: one page, each with its own address.
pub const LIST: &str = "/wie";
pub const SEARCH: &str = "/zoek";

/// What somebody may mean who is still typing.
pub const SUGGEST: &str = "/zoek/suggesties";

/// The names of the choices in an address, in their order there.
pub const THEME: &str = "thema";
pub const SPHERE: &str = "wereld";
pub const LANGUAGE: &str = "spreekt";
pub const AREA: &str = "buurt";
pub const NEAR: &str = "bij";
pub const DAY: &str = "dag";
pub const CAPACITY: &str = "plek";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// What was typed, without control characters, at most [`LONGEST`] of them.
    pub typed: String,
    pub shortened: bool,
    pub filter: Filter,
    /// Near what: an area, a postcode or the name of a place, as it was typed.
    pub near: Option<String>,
    /// Near what, where that is no place we know: it is shown where it was typed, and is no choice.
    pub nowhere: Option<String>,
    /// From 1.
    pub page: u64,
    /// Some choice was none we know.
    pub unknown: bool,
    /// The address can be said better: it has empty answers, as a form without script sends them, or an old key.
    pub untidy: bool,
}

impl Asked {
    #[must_use]
    pub fn read(query: Option<&str>, geography: &Geography, taxonomy: &Taxonomy) -> Self {
        let mut asked = Self { page: 1, ..Self::default() };
        let pairs: Vec<(String, String)> = serde_html_form::from_str(query.unwrap_or("")).unwrap_or_default();
        for (name, value) in &pairs {
            let known = asked.take(name, value.trim(), geography, taxonomy);
            asked.unknown |= !known;
        }
        asked
    }

    /// Only what was typed.
    #[must_use]
    pub fn typed_in(query: Option<&str>) -> String {
        let pairs: Vec<(String, String)> = serde_html_form::from_str(query.unwrap_or("")).unwrap_or_default();
        pairs.iter().find(|(name, _)| name == "q").map(|(_, value)| typed(value.trim()).0).unwrap_or_default()
    }

    /// The first answer to a question counts. `false` when it is no answer we know.
    fn take(&mut self, name: &str, value: &str, geography: &Geography, taxonomy: &Taxonomy) -> bool {
        let filter = &mut self.filter;
        match name {
            "q" | "pagina" | THEME | SPHERE | LANGUAGE | AREA | NEAR | DAY | CAPACITY if value.is_empty() => {
                self.untidy = true;
                true
            }
            "q" => {
                if self.typed.is_empty() {
                    (self.typed, self.shortened) = typed(value);
                }
                true
            }
            "pagina" => {
                self.page = page(value);
                true
            }
            THEME => {
                let asked = Theme::parse(value);
                let now =
                    asked.as_ref().and_then(|theme| taxonomy.term(theme)).map(|term| term.theme.clone());
                // The key of a theme that went into another leads on to that one.
                self.untidy |= now.is_some() && now != asked;
                first(&mut filter.theme, now)
            }
            SPHERE => first(&mut filter.sphere, sphere(value)),
            LANGUAGE => first(&mut filter.language, Language::parse(value)),
            AREA => {
                let code = AreaCode::parse(value).ok().filter(|code| geography.area(code).is_some());
                first(&mut filter.area, code)
            }
            NEAR => first(&mut self.near, Some(typed(value).0).filter(|text| !text.is_empty())),
            DAY => first(&mut filter.day, Weekday::parse(value)),
            CAPACITY => first(&mut filter.capacity, capacity(value)),
            _ => true,
        }
    }

    /// What was typed to be near is no place we know. Of a postcode the page says so by name.
    pub(super) fn lose_near(&mut self) {
        self.nowhere = self.near.take();
        self.unknown |= self.nowhere.is_some() && self.lost_postcode().is_none();
    }

    /// The postcode of which nobody knows where it lies.
    pub(super) fn lost_postcode(&self) -> Option<Postcode> {
        self.nowhere.as_deref().and_then(Postcode::meant_by)
    }

    #[must_use]
    pub const fn skip(&self) -> usize {
        let pages = self.page.saturating_sub(1);
        let pages = if pages > u32::MAX as u64 { u32::MAX as usize } else { pages as usize };
        pages.saturating_mul(A_PAGE)
    }

    /// The choices as they stand in an address, without page.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let filter = &self.filter;
        let typed = Some(self.typed.as_str()).filter(|typed| !typed.is_empty());
        [
            ("q", typed),
            (THEME, filter.theme.as_ref().map(Theme::key)),
            (SPHERE, filter.sphere.map(sphere_word)),
            (LANGUAGE, filter.language.map(Language::code)),
            (AREA, filter.area.as_ref().map(AreaCode::as_str)),
            (NEAR, self.near.as_deref()),
            (DAY, filter.day.map(day_word)),
            (CAPACITY, filter.capacity.map(capacity_word)),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }

    /// Where this question is asked.
    #[must_use]
    pub fn path(&self) -> &'static str {
        if self.typed.is_empty() { LIST } else { SEARCH }
    }

    #[must_use]
    pub fn address(&self) -> String {
        address(LIST, &self.pairs(), 1)
    }

    #[must_use]
    pub fn on_page(&self, page: u64) -> String {
        address(LIST, &self.pairs(), page)
    }

    /// The same question with one choice replaced, or dropped with `None`.
    #[must_use]
    pub fn with(&self, path: &str, name: &'static str, value: Option<&str>) -> String {
        let order = ["q", THEME, SPHERE, LANGUAGE, AREA, NEAR, DAY, CAPACITY];
        let pairs = self.pairs();
        let others = |at: &str| pairs.iter().find(|(other, _)| *other == at).map(|(_, value)| *value);
        let answers = order.into_iter().filter_map(|at| {
            let value = if at == name { value } else { others(at) };
            Some((at, value?))
        });
        address(path, &answers.collect::<Vec<_>>(), 1)
    }
}

/// An address with these answers; page 1 needs no saying. The list has an address of its own when it is searched.
#[must_use]
pub fn address(path: &str, pairs: &[(&str, &str)], page: u64) -> String {
    let searched = path == LIST && pairs.iter().any(|(name, _)| *name == "q");
    let path = if searched { SEARCH } else { path };
    let number = page.to_string();
    let mut pairs = pairs.to_vec();
    if page > 1 {
        pairs.push(("pagina", &number));
    }
    match serde_html_form::to_string(&pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

/// The address of a page, with the theme somebody looked for: it is filled in when they ask something there.
#[must_use]
pub fn about(path: &str, theme: Option<&Theme>) -> String {
    address(path, theme.map(|theme| (THEME, theme.key())).as_slice(), 1)
}

fn first<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let known = value.is_some();
    if place.is_none() {
        *place = value;
    }
    known
}

fn typed(value: &str) -> (String, bool) {
    let visible: String =
        value.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST + 1).collect();
    let shortened = visible.chars().count() > LONGEST;
    let kept: String = visible.chars().take(LONGEST).collect();
    (kept.split_whitespace().collect::<Vec<_>>().join(" "), shortened)
}

/// What is no number is the first page; a number too big to be one is a page that is not there.
fn page(value: &str) -> u64 {
    if !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()) {
        value.parse().unwrap_or(u64::MAX).max(1)
    } else {
        1
    }
}

pub(crate) fn sphere(word: &str) -> Option<Sphere> {
    Sphere::parse(word).ok()
}

#[must_use]
pub const fn sphere_word(sphere: Sphere) -> &'static str {
    match sphere {
        Sphere::Formal => "formeel",
        Sphere::Informal => "informeel",
    }
}

#[must_use]
pub const fn day_word(day: Weekday) -> &'static str {
    ["ma", "di", "wo", "do", "vr", "za", "zo"][day.index()]
}

const CAPACITIES: [(&str, Capacity); 5] = [
    ("open", Capacity::Open),
    ("bijna-vol", Capacity::Few),
    ("wachtlijst", Capacity::Waiting),
    ("vol", Capacity::Closed),
    ("onbekend", Capacity::Unknown),
];

fn capacity(word: &str) -> Option<Capacity> {
    CAPACITIES.into_iter().find(|(name, _)| *name == word).map(|(_, capacity)| capacity)
}

#[must_use]
pub fn capacity_word(capacity: Capacity) -> &'static str {
    CAPACITIES.into_iter().find(|(_, other)| *other == capacity).map_or("", |(word, _)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Asked {
        Asked::read(Some(query), &Geography::of(1, Vec::new()), &Taxonomy::shipped())
    }

    #[test]
    fn an_address_comes_back_as_it_was_asked() {
        let address =
            "/zoek?q=brief+%26+wet&thema=papieren&wereld=informeel&spreekt=tr&dag=wo&plek=bijna-vol";
        let asked = read(address.trim_start_matches("/zoek?"));
        assert_eq!(asked.address(), address);
        assert_eq!(asked.on_page(3), format!("{address}&pagina=3"));
        assert!(!asked.unknown && !asked.untidy);
        assert_eq!(asked.with("/wie", LANGUAGE, None), address.replace("&spreekt=tr", ""));
    }

    #[test]
    fn strange_questions_are_read_with_patience() {
        assert_eq!(read("pagina=1000000000").page, 1_000_000_000);
        assert_eq!(read("pagina=99999999999999999999999").page, u64::MAX);
        assert_eq!(read(&format!("pagina={}", u64::MAX)).skip(), u32::MAX as usize * A_PAGE);
        for odd in ["pagina=-3", "pagina=0", "pagina=twee", "pagina[]=4", "pagina=1%00"] {
            assert_eq!(read(odd).page, 1, "{odd}");
        }
        assert!(read("thema=bestaat-niet").unknown && read("buurt=BU00000000").unknown);
        assert_eq!(read("thema=geld&thema=taal").filter.theme, Theme::parse("geld"));
        assert!(read("q=&thema=").untidy);
        let long = read(&format!("q={}", "a".repeat(20_000)));
        assert!(long.shortened && long.typed.len() == LONGEST);
        assert_eq!(read("q=%00brief%1b%0a%0d+lezen%ff").typed, "brief lezen\u{fffd}");
    }
}
