//! What an address asks, judged at the door: inside are only values that can be. Filters add up.

use directory::area::AreaCode;
use directory::language::Language;
use directory::offer::opening::{Clock, Weekday};
use directory::party::{Capacity, Party, Sphere};
use ground::id::Id;
use ground::moment::{Day, Moment};
use uuid::Uuid;

use super::refused::Refused;
use crate::ids::taxonomy;

/// A page, unless asked otherwise.
const A_PAGE: usize = 25;
const MOST: usize = 250;
/// Nested records are some thirty times as large.
const MOST_FULL: usize = 50;
/// Of ids and dates alone.
const MOST_MINIMAL: usize = 10_000;
/// Half the earth around, in metres: further is nowhere.
const FURTHEST: f64 = 20_037_508.0;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub(super) search: String,
    /// From 1.
    pub(super) page: u64,
    pub(super) per_page: usize,
    /// All of it, a record a line.
    pub(super) lines: bool,
    pub(super) full: bool,
    pub(super) full_service: bool,
    pub(super) minimal: bool,
    /// The id of a term; which theme that is, the list knows.
    pub(super) theme: Option<Uuid>,
    /// Only themes with no other above them.
    pub(super) top_only: bool,
    pub(super) taxonomy: Option<Uuid>,
    pub(super) parent: Option<Uuid>,
    pub(super) party: Option<Id<Party>>,
    pub(super) modified_after: Option<Moment>,
    pub(super) minimum_age: Option<f64>,
    pub(super) maximum_age: Option<f64>,
    pub(super) from: Option<Clock>,
    pub(super) to: Option<Clock>,
    pub(super) day: Option<Weekday>,
    pub(super) postcode: Option<String>,
    pub(super) proximity: Option<f64>,
    pub(super) sphere: Option<Sphere>,
    pub(super) area: Option<AreaCode>,
    pub(super) language: Option<Language>,
    pub(super) capacity: Option<Capacity>,
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            search: String::new(),
            page: 1,
            per_page: A_PAGE,
            lines: false,
            full: false,
            full_service: false,
            minimal: false,
            theme: None,
            top_only: false,
            taxonomy: None,
            parent: None,
            party: None,
            modified_after: None,
            minimum_age: None,
            maximum_age: None,
            from: None,
            to: None,
            day: None,
            postcode: None,
            proximity: None,
            sphere: None,
            area: None,
            language: None,
            capacity: None,
        }
    }
}

impl Asked {
    /// `known` are the names this list answers to.
    pub(super) fn read(query: Option<&str>, known: &'static [&'static str]) -> Result<Self, Refused> {
        let mut asked = Self::default();
        let mut seen: Vec<&str> = Vec::new();
        let mut per_page = None;
        let pairs: Vec<(String, String)> =
            serde_html_form::from_str(query.unwrap_or("")).map_err(|_| Refused::Unreadable)?;
        for (name, value) in &pairs {
            let Some(name) = known.iter().find(|known| *known == name) else {
                return Err(Refused::Unknown(name.clone(), known));
            };
            if seen.contains(name) {
                return Err(Refused::Twice((*name).to_owned()));
            }
            seen.push(name);
            if *name == "per_page" {
                per_page = Some(whole(value, name)?);
            } else {
                asked.take(name, value.trim())?;
            }
        }
        if asked.proximity.is_some() && asked.postcode.is_none() {
            return Err(Refused::DistanceWithoutPostcode);
        }
        let most = if asked.minimal {
            MOST_MINIMAL
        } else if asked.full || asked.full_service {
            MOST_FULL
        } else {
            MOST
        };
        asked.per_page = match per_page {
            None if asked.minimal => MOST_MINIMAL,
            None => A_PAGE,
            Some(0) => return Err(Refused::NotANumber("per_page")),
            Some(many) => {
                usize::try_from(many).ok().filter(|many| *many <= most).ok_or(Refused::TooMany(most))?
            }
        };
        Ok(asked)
    }

    fn take(&mut self, name: &'static str, value: &str) -> Result<(), Refused> {
        match name {
            "search" => value.clone_into(&mut self.search),
            "page" => match whole(value, name)? {
                0 => return Err(Refused::NotANumber(name)),
                page => self.page = page,
            },
            "format" => {
                self.lines = match value {
                    "json" => false,
                    "ndjson" => true,
                    _ => return Err(Refused::NoWord(name, "json, ndjson".to_owned())),
                }
            }
            "full" => self.full = yes(value, name)?,
            "full_service" => self.full_service = yes(value, name)?,
            "minimal" => self.minimal = yes(value, name)?,
            "top_only" => self.top_only = yes(value, name)?,
            "taxonomy_term_id" => self.theme = Some(id(value, name)?),
            "taxonomy_id" => self.taxonomy = Some(id(value, name)?),
            "parent_id" => self.parent = Some(id(value, name)?),
            "organization_id" => self.party = Some(Id::from_uuid(id(value, name)?)),
            "modified_after" => self.modified_after = Some(moment(value).ok_or(Refused::NoDate(name))?),
            "minimum_age" => self.minimum_age = Some(number(value, name)?),
            "maximum_age" => self.maximum_age = Some(number(value, name)?),
            "start_time" => self.from = Some(Clock::parse(value).ok_or(Refused::NoTime(name))?),
            "end_time" => self.to = Some(Clock::parse(value).ok_or(Refused::NoTime(name))?),
            "day" => self.day = Some(Weekday::parse(value).ok_or(Refused::NoDay)?),
            "postcode" => self.postcode = Some(postcode(value).ok_or(Refused::NoPostcode)?),
            "proximity" => {
                let metres = number(value, name).map_err(|_| Refused::NoDistance)?;
                self.proximity = Some(metres.min(FURTHEST));
            }
            "sphere" => {
                self.sphere = Some(word(Sphere::parse(value).ok(), name, || "formal, informal".to_owned())?)
            }
            "capacity" => {
                let all = || Capacity::ALL.map(Capacity::word).join(", ");
                self.capacity = Some(word(Capacity::parse(value).ok(), name, all)?);
            }
            "language" => {
                let all = || Language::all().map(Language::code).collect::<Vec<_>>().join(", ");
                self.language = Some(word(Language::parse(value), name, all)?);
            }
            "area" => self.area = Some(AreaCode::parse(value).map_err(|_| Refused::NoArea)?),
            _ => return Err(Refused::Unknown(name.to_owned(), &[])),
        }
        Ok(())
    }

    /// Whether the taxonomy asked for, if any, is ours.
    pub(super) fn is_of_ours(&self) -> bool {
        self.taxonomy.is_none_or(|asked| asked == taxonomy())
    }

    pub(super) fn skip(&self) -> usize {
        let before = self.page.saturating_sub(1);
        usize::try_from(before).unwrap_or(usize::MAX).saturating_mul(self.per_page)
    }
}

fn whole(value: &str, name: &'static str) -> Result<u64, Refused> {
    let value = value.trim();
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    // A number too long to hold is a page that is not there.
    if digits { Ok(value.parse().unwrap_or(u64::MAX)) } else { Err(Refused::NotANumber(name)) }
}

fn number(value: &str, name: &'static str) -> Result<f64, Refused> {
    let number = value.parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0);
    number.ok_or(Refused::NotANumber(name))
}

fn yes(value: &str, name: &'static str) -> Result<bool, Refused> {
    match value {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Refused::NotYesOrNo(name)),
    }
}

fn id(value: &str, name: &'static str) -> Result<Uuid, Refused> {
    Id::<()>::parse(value).map(Id::uuid).ok_or(Refused::NoId(name))
}

fn word<T>(found: Option<T>, name: &'static str, known: impl Fn() -> String) -> Result<T, Refused> {
    found.ok_or_else(|| Refused::NoWord(name, known()))
}

/// A day, or a moment; in an address a plus before the zone arrives as a space.
fn moment(value: &str) -> Option<Moment> {
    let day = || {
        let day = Day::parse(value)?;
        Moment::parse(&format!("{day}T00:00:00Z"))
    };
    Moment::parse(value).or_else(|| Moment::parse(&value.replace(' ', "+"))).or_else(day)
}

/// Four digits, and perhaps two letters: `9927 ab` is `9927AB`.
fn postcode(value: &str) -> Option<String> {
    let bare: String = value.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let (digits, letters) = bare.split_at_checked(4)?;
    let fits = digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0')
        && matches!(letters.len(), 0 | 2)
        && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    fits.then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::super::names::OFFERS;
    use super::*;

    fn read(query: &str) -> Result<Asked, Refused> {
        Asked::read(Some(query), OFFERS)
    }

    #[test]
    fn what_nobody_can_answer_is_refused_by_name() {
        for (query, refused) in [
            ("page=0", Refused::NotANumber("page")),
            ("page=-1", Refused::NotANumber("page")),
            ("page=twee", Refused::NotANumber("page")),
            ("per_page=0", Refused::NotANumber("per_page")),
            ("per_page=251", Refused::TooMany(250)),
            ("full=true&per_page=51", Refused::TooMany(50)),
            ("page=1&page=2", Refused::Twice("page".to_owned())),
            ("kleur=rood", Refused::Unknown("kleur".to_owned(), OFFERS)),
            ("full=ja", Refused::NotYesOrNo("full")),
            ("taxonomy_term_id=geld", Refused::NoId("taxonomy_term_id")),
            ("modified_after=gisteren", Refused::NoDate("modified_after")),
            ("start_time=25:00", Refused::NoTime("start_time")),
            ("day=vandaag", Refused::NoDay),
            ("postcode=0123AB", Refused::NoPostcode),
            ("postcode=9927&proximity=-1", Refused::NoDistance),
            ("postcode=9927&proximity=NaN", Refused::NoDistance),
            ("proximity=500", Refused::DistanceWithoutPostcode),
            ("minimum_age=inf", Refused::NotANumber("minimum_age")),
            ("area=Boogerd", Refused::NoArea),
            ("sphere=beide", Refused::NoWord("sphere", "formal, informal".to_owned())),
        ] {
            assert_eq!(read(query), Err(refused), "{query}");
        }
    }

    #[test]
    fn a_page_beyond_counting_is_a_page_that_is_not_there() {
        assert_eq!(read("page=1000000000").unwrap().page, 1_000_000_000);
        let far = read("page=99999999999999999999999").unwrap();
        assert_eq!((far.page, far.skip()), (u64::MAX, usize::MAX));
    }

    #[test]
    fn moments_days_and_postcodes_are_read_as_people_write_them() {
        let ten = Moment::parse("2026-11-25T09:00:00Z");
        assert_eq!(read("modified_after=2026-11-25T10:00:00+01:00").unwrap().modified_after, ten);
        assert_eq!(read("modified_after=2026-11-25T10:00:00%2B01:00").unwrap().modified_after, ten);
        assert!(read("modified_after=2026-11-25").unwrap().modified_after.is_some());
        assert_eq!(read("postcode=9927+ab").unwrap().postcode.as_deref(), Some("9927AB"));
        assert_eq!(read("day=MO").unwrap().day, Some(Weekday::Monday));
        assert_eq!(read("minimal=true").unwrap().per_page, MOST_MINIMAL);
    }
}
