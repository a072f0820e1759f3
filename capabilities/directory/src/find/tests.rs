//! The list against the rows it was made from: one naive walk per question.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use access::Permit;
use ground::db::Db;
use ground::db::testing::{THEN, both};
use ground::id::{Id, Municipality as Code};

use super::*;
use crate::area::{Area, Figures};
use crate::confirmation::{Ageing, Confirmation, Since};
use crate::language::{Language, Languages};
use crate::municipality::{Municipality, Slug};
use crate::offer::opening::{Opening, Weekday};
use crate::offer::{Offer, Way};
use crate::party::{Party, RoleAddress, Serves, Sphere};
use crate::place::{OpenPlace, Place, Whereabouts};
use crate::search::{Follower, Query, Words};
use crate::theme::{Theme, Themes};
use crate::wording::{Line, Lines, Name, Prose};

const HERE: Code = Code(9901);
const YEAR: i32 = 2026;
const DISTRICTS: [&str; 2] = ["WK990101", "WK990102"];
const NEIGHBOURHOODS: [&str; 4] = ["BU99010101", "BU99010102", "BU99010201", "BU99010202"];

fn area(code: &str) -> AreaCode {
    AreaCode::parse(code).unwrap()
}

/// The nth of something, around and around.
fn nth<T: Clone>(of: &[T], at: usize) -> T {
    of[at % of.len()].clone()
}

struct Quarter {
    parties: Vec<Party>,
    offers: Vec<Offer>,
    places: Vec<Place>,
}

/// Forty parties, three offers each but for every fifth party; everything varies with its number, and one party
/// is fresh while its offers are too old to show.
fn quarter() -> Quarter {
    let mut quarter = Quarter { parties: Vec::new(), offers: Vec::new(), places: Vec::new() };
    for at in 0..40_usize {
        let moment = THEN.minus(Duration::from_secs(at as u64 * 13 * 86_400));
        let id = Id::new(THEN.plus(Duration::from_millis(at as u64)));
        quarter.parties.push(Party {
            id,
            sphere: nth(&[Sphere::Formal, Sphere::Informal, Sphere::Informal], at),
            name: Name::parse(&format!("Partij {}", (at * 7) % 40)).unwrap(),
            summary: Prose::parse("Samen komen we verder.").unwrap(),
            call_for: Lines::default(),
            not_for: Lines::default(),
            languages: Languages::parse(nth(&[vec!["nl"], vec!["nl", "tr"], vec!["ar", "nl", "ti"]], at))
                .unwrap(),
            best_way: Line::default(),
            lived_experience: Prose::default(),
            works_gladly: Prose::default(),
            capacity: nth(&Capacity::ALL, at),
            capacity_note: Line::default(),
            role: RoleAddress::default(),
            serves: match at % 4 {
                0 => Serves::Everywhere,
                1 => Serves::Areas(vec![(area(DISTRICTS[0]), YEAR)]),
                2 => Serves::Areas(vec![(area(nth(&NEIGHBOURHOODS, at / 4)), YEAR)]),
                _ => Serves::Areas(Vec::new()),
            },
            origin: None,
            confirmed: (at % 3 > 0)
                .then(|| Confirmation { at: moment, by: Line::parse("de coördinator").unwrap() }),
            asked_at: None,
            mail_returns: false,
            put_away_at: None,
            created_at: moment,
            changed_at: moment,
        });
        quarter.places.push(Place {
            id: Id::new(THEN.plus(Duration::from_millis(at as u64))),
            party: id,
            whereabouts: match at % 6 {
                0 => Whereabouts::Confidential,
                _ => Whereabouts::Open(Box::new(OpenPlace {
                    area: Some((area(nth(&NEIGHBOURHOODS, at)), YEAR)),
                    ..OpenPlace::default()
                })),
            },
            source_key: None,
        });
        let offers = if at % 5 == 0 { 0 } else { 3 };
        (0..offers).for_each(|number| quarter.offers.push(offer(at * 3 + number, id, quarter.places[at].id)));
    }
    let party = quarter.parties[1].id;
    let too_old = THEN.minus(Duration::from_secs(430 * 86_400));
    quarter
        .offers
        .iter_mut()
        .filter(|offer| offer.party == party)
        .for_each(|offer| offer.created_at = too_old);
    quarter
}

fn offer(at: usize, party: Id<Party>, place: Id<Place>) -> Offer {
    let moment = THEN.minus(Duration::from_secs(at as u64 * 4 * 86_400));
    Offer {
        id: Id::new(THEN.plus(Duration::from_millis(at as u64))),
        party,
        name: Name::parse(&format!("Aanbod {}", (at * 11) % 120)).unwrap(),
        summary: Prose::parse(nth(&["Brieven lezen.", "Samen koken.", "Een luisterend oor."], at)).unwrap(),
        does: Lines::default(),
        does_not: Lines::default(),
        for_whom: Line::default(),
        themes: Themes::parse(nth(&[vec!["papieren", "taal"], vec!["eten"], vec![]], at)).unwrap(),
        languages: Languages::parse(nth(&[vec![], vec!["pl"]], at)).unwrap(),
        way: Way::WalkIn,
        opening: Opening::parse(nth(
            &[vec!["mo 09:00-12:00", "fr 09:00-12:00"], vec!["su 13:00-17:00"], vec![]],
            at,
        ))
        .unwrap(),
        opening_note: Line::default(),
        cost: Line::default(),
        capacity: nth(&Capacity::ALL, at),
        places: if at.is_multiple_of(2) { vec![place] } else { Vec::new() },
        origin: None,
        confirmed: None,
        asked_at: None,
        created_at: moment,
        changed_at: moment,
    }
}

async fn settle(db: &Db, quarter: &Quarter) {
    let permit = Permit::at_the_machine(HERE);
    let municipality = Municipality {
        code: HERE,
        name: Name::parse("Oosterwaard").unwrap(),
        slug: Slug::of("Oosterwaard").unwrap(),
        theme: "oosterwaard".to_owned(),
        fiction: true,
        area_year: Some(YEAR),
        ageing: Ageing::default(),
        residents: None,
        version: 0,
    };
    let areas: Vec<Area> = DISTRICTS
        .iter()
        .chain(&NEIGHBOURHOODS)
        .map(|code| Area {
            code: area(code),
            year: YEAR,
            name: Name::parse(code).unwrap(),
            parent: None,
            shape: None,
            figures: Figures::default(),
            source: None,
        })
        .collect();
    let mut tx = db.begin().await.unwrap();
    crate::municipality::store::save(&mut tx, &permit, &municipality, THEN).await.unwrap();
    crate::area::store::save_many(&mut tx, &permit, &areas, THEN).await.unwrap();
    crate::party::store::save_many(&mut tx, &permit, &quarter.parties).await.unwrap();
    crate::place::store::save_many(&mut tx, &permit, &quarter.places, THEN).await.unwrap();
    crate::offer::store::save_many(&mut tx, &permit, &quarter.offers).await.unwrap();
    tx.commit().await.unwrap();
}

/// What the list should hold, said again without any cleverness.
struct Expected<'a> {
    party: &'a Party,
    offer: Option<&'a Offer>,
    doors: HashSet<AreaCode>,
}

impl Quarter {
    fn lines(&self) -> Vec<Expected<'_>> {
        let age = |since: Since| Ageing::default().age(since, THEN);
        let mut lines = Vec::new();
        for party in self.parties.iter().filter(|party| age(party.since()) < Age::Hidden) {
            let place = self.places.iter().find(|place| place.party == party.id).unwrap();
            let door = match &place.whereabouts {
                Whereabouts::Open(open) => open.area.clone().map(|(code, _)| code),
                Whereabouts::Confidential => None,
            };
            let theirs = |offer: &&Offer| offer.party == party.id && age(offer.since()) < Age::Hidden;
            let offers: Vec<&Offer> = self.offers.iter().filter(theirs).collect();
            if offers.is_empty() {
                lines.push(Expected { party, offer: None, doors: door.clone().into_iter().collect() });
            }
            for offer in offers {
                let doors = door.clone().filter(|_| !offer.places.is_empty()).into_iter().collect();
                lines.push(Expected { party, offer: Some(offer), doors });
            }
        }
        lines
    }
}

impl Expected<'_> {
    fn fits(&self, filter: &Filter) -> bool {
        let offer = self.offer;
        let spoken = match offer {
            Some(offer) if !offer.languages.is_empty() => &offer.languages,
            _ => &self.party.languages,
        };
        let capacity = match offer.map(|offer| offer.capacity) {
            None | Some(Capacity::Unknown) => self.party.capacity,
            Some(capacity) => capacity,
        };
        filter.sphere.is_none_or(|sphere| sphere == self.party.sphere)
            && filter.theme.as_ref().is_none_or(|theme| {
                offer.is_some_and(|offer| offer.themes.iter().any(|it| under(&it, theme)))
            })
            && filter.language.is_none_or(|language| spoken.iter().any(|it| it == language))
            && filter
                .day
                .is_none_or(|day| offer.is_some_and(|offer| offer.opening.slots().any(|it| it.day == day)))
            && filter.capacity.is_none_or(|it| it == capacity)
            && filter.area.as_ref().is_none_or(|area| self.works_in(area))
    }

    fn works_in(&self, area: &AreaCode) -> bool {
        let served = match &self.party.serves {
            Serves::Everywhere => true,
            Serves::Areas(areas) => areas
                .iter()
                .any(|(code, _)| code == area || *code == area.district() || code.district() == *area),
        };
        served || self.doors.iter().any(|door| door == area || door.district() == *area)
    }
}

/// Whether a theme is the one asked for, or stands under it.
fn under(theme: &Theme, asked: &Theme) -> bool {
    let pair = (theme.key(), asked.key());
    theme == asked
        || [("papieren", "regelen"), ("taal", "werk-en-leren"), ("eten", "rondkomen")].contains(&pair)
}

fn filters() -> Vec<Filter> {
    let themes = [None, Theme::parse("papieren"), Theme::parse("regelen"), Theme::parse("rouw")];
    let spheres = [None, Some(Sphere::Formal), Some(Sphere::Informal)];
    let languages = [None, Language::parse("tr"), Language::parse("pl")];
    let areas = [None, Some(area("WK990101")), Some(area("BU99010102")), Some(area("BU99010201"))];
    let days = [None, Some(Weekday::Friday)];
    let capacities = [None, Some(Capacity::Open), Some(Capacity::Unknown)];
    let mut filters = Vec::new();
    for (theme, sphere) in themes.iter().flat_map(|theme| spheres.map(|sphere| (theme.clone(), sphere))) {
        for (language, area) in
            languages.iter().flat_map(|language| areas.clone().map(|area| (*language, area)))
        {
            for (day, capacity) in days.iter().flat_map(|day| capacities.map(|capacity| (*day, capacity))) {
                filters.push(Filter {
                    theme: theme.clone(),
                    sphere,
                    language,
                    area: area.clone(),
                    day,
                    capacity,
                });
            }
        }
    }
    filters
}

#[tokio::test]
async fn every_filter_finds_what_a_naive_walk_finds_and_counts_the_same() {
    both(migrations::ALL, |db| async move {
        let quarter = quarter();
        settle(&db, &quarter).await;
        let listing = Listing::build(&db, HERE, THEN).await.unwrap();
        let lines = quarter.lines();
        assert_eq!(listing.len(), lines.len());
        for filter in filters() {
            let expected = lines.iter().filter(|line| line.fits(&filter)).count();
            let found = listing.find(None, &filter, 0, 1000);
            assert_eq!((found.total, found.places.len()), (expected, expected), "{filter:?}");
            for (sphere, count) in &found.counts.spheres {
                let other = Filter { sphere: Some(*sphere), ..filter.clone() };
                assert_eq!(*count, lines.iter().filter(|line| line.fits(&other)).count(), "{other:?}");
            }
            for (area, count) in &found.counts.areas {
                let other = Filter { area: Some(area.clone()), ..filter.clone() };
                assert_eq!(*count, lines.iter().filter(|line| line.fits(&other)).count(), "{other:?}");
            }
        }
    })
    .await;
}

async fn words(db: &Db, listing: Listing) -> Words {
    Follower::new().unwrap().follow(db, HERE, Arc::new(listing)).await.unwrap()
}

#[tokio::test]
async fn pages_follow_on_each_other_and_end() {
    both(migrations::ALL, |db| async move {
        settle(&db, &quarter()).await;
        let listing = Listing::build(&db, HERE, THEN).await.unwrap();
        let all = listing.find(None, &Filter::default(), 0, 1000).places;
        let pages: Vec<u32> =
            (0..40).flat_map(|page| listing.find(None, &Filter::default(), page * 7, 7).places).collect();
        assert_eq!(pages, all);
        assert!(listing.find(None, &Filter::default(), usize::MAX, 7).places.is_empty());
        let words = words(&db, listing).await;
        let heard = words.hear(&Query::read("brieven").unwrap());
        let letters = |skip| words.listing.find(Some(&heard), &Filter::default(), skip, 7).places.len();
        assert_eq!((letters(usize::MAX), letters(0)), (0, 7));
    })
    .await;
}

#[tokio::test]
async fn somebody_who_types_one_letter_finds_the_letters_and_both_worlds_with_them() {
    both(migrations::ALL, |db| async move {
        settle(&db, &quarter()).await;
        let listing = Listing::build(&db, HERE, THEN).await.unwrap();
        let words = words(&db, listing).await;
        let find = |typed: &str| {
            let heard = words.hear(&Query::read(typed).unwrap());
            words.listing.find(Some(&heard), &Filter::default(), 0, 1000)
        };
        let found = find("een brief");
        assert!(found.total > 0 && !found.loosely);
        assert_eq!(found.counts.spheres.len(), 2);
        let loosely = find("brief raket");
        assert!(loosely.total > 0 && loosely.loosely);
        assert_eq!(find("raket").total, 0);
    })
    .await;
}

#[tokio::test]
async fn a_list_is_good_until_the_first_profile_grows_a_stage_older() {
    both(migrations::ALL, |db| async move {
        settle(&db, &quarter()).await;
        let ages = |listing: &Listing| -> HashSet<String> {
            listing.entries.iter().map(|it| format!("{:?} {} {:?}", it.target, it.party, it.age)).collect()
        };
        let mut listing = Listing::build(&db, HERE, THEN).await.unwrap();
        let mut changes = 0;
        for _ in 0..30 {
            let just_before = listing.good_until.minus(Duration::from_micros(1));
            let last = Listing::build(&db, HERE, just_before).await.unwrap();
            assert!(ages(&listing) == ages(&last), "somebody aged before {}", listing.good_until);
            let next = Listing::build(&db, HERE, listing.good_until).await.unwrap();
            changes += usize::from(ages(&listing) != ages(&next));
            listing = next;
        }
        assert!(changes > 3, "only {changes} changes in a month");
    })
    .await;
}
