//! What a visitor asks of the list, and the answer: places in the list, how many in all, and counts beside each choice.

use std::sync::Arc;

use super::bits::Bits;
use super::{Listing, Target};
use crate::area::AreaCode;
use crate::language::Language;
use crate::offer::opening::Weekday;
use crate::party::{Capacity, Sphere};
use crate::search::Heard;
use crate::theme::Theme;

/// How many counted filters a listing remembers before it starts afresh.
const MOST_COUNTED: usize = 1000;

/// Choices, all together (and); a choice left open is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    pub theme: Option<Theme>,
    pub sphere: Option<Sphere>,
    pub language: Option<Language>,
    pub area: Option<AreaCode>,
    pub day: Option<Weekday>,
    pub capacity: Option<Capacity>,
}

impl Filter {
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

/// How many there are beside each choice, the other choices standing. Choices without any are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub spheres: Vec<(Sphere, usize)>,
    pub themes: Vec<(Theme, usize)>,
    pub languages: Vec<(Language, usize)>,
    pub areas: Vec<(AreaCode, usize)>,
    pub days: Vec<(Weekday, usize)>,
    pub capacities: Vec<(Capacity, usize)>,
}

/// One page of the answer.
#[derive(Clone, Debug)]
pub struct Found {
    pub total: usize,
    /// Places in the listing, best first.
    pub places: Vec<u32>,
    pub counts: Arc<Counts>,
    /// No entry had all the words; these have some.
    pub loosely: bool,
    /// The question as it was read, when something was mistyped.
    pub read_as: Option<String>,
}

impl Listing {
    /// All of the list, or only what was `heard`; `skip` and `most` cut the page out of the whole answer, beyond
    /// the end the page is empty.
    #[must_use]
    pub fn find(&self, heard: Option<&Heard>, filter: &Filter, skip: usize, most: usize) -> Found {
        let Some(heard) = heard else {
            let base = Bits::all(self.entries.len());
            let chosen = self.chosen(&base, filter, None);
            let places = chosen.iter().skip(skip).take(most).collect();
            return Found {
                total: chosen.count(),
                places,
                counts: self.remembered(filter, &base),
                loosely: false,
                read_as: None,
            };
        };
        let mut base = Bits::none(self.entries.len());
        heard.places.iter().for_each(|(at, _)| base.set(*at as usize));
        let chosen = self.chosen(&base, filter, None);
        let ranked: Vec<(u32, f32)> =
            heard.places.iter().copied().filter(|(at, _)| chosen.has(*at as usize)).collect();
        Found {
            total: ranked.len(),
            places: best(ranked, skip, most),
            counts: Arc::new(self.counts(filter, &base)),
            loosely: heard.loosely,
            read_as: heard.read_as.clone(),
        }
    }

    /// What this area has, and what works in it: `(here, serving)` per theme, split by sphere, for comparing areas.
    #[must_use]
    pub fn themes_in(&self, area: &AreaCode) -> Vec<(Theme, [usize; 2])> {
        let Some(bits) = self.areas.get(area) else { return Vec::new() };
        let terms = self.taxonomy.terms().iter();
        terms
            .filter_map(|term| {
                let mut there = self.bits_of_theme(&term.theme)?.clone();
                there.keep(&bits.serving);
                let by_sphere = [Sphere::Formal, Sphere::Informal]
                    .map(|sphere| there.count_with(&self.spheres[sphere as usize]));
                Some((term.theme.clone(), by_sphere))
            })
            .collect()
    }

    /// The places in the list that have their door in this area.
    #[must_use]
    pub fn in_area(&self, area: &AreaCode) -> Vec<u32> {
        self.areas.get(area).map(|bits| bits.here.iter().collect()).unwrap_or_default()
    }

    /// The places in the list that work in this area, with a door there or not.
    #[must_use]
    pub fn serving(&self, area: &AreaCode) -> Vec<u32> {
        self.areas.get(area).map(|bits| bits.serving.iter().collect()).unwrap_or_default()
    }

    /// How many doors an area has, by sphere: formal, informal.
    #[must_use]
    pub fn doors_in(&self, area: &AreaCode) -> [usize; 2] {
        self.areas.get(area).map_or([0, 0], |bits| {
            [Sphere::Formal, Sphere::Informal]
                .map(|sphere| bits.here.count_with(&self.spheres[sphere as usize]))
        })
    }

    /// `base` with every choice but the one of `except`.
    fn chosen(&self, base: &Bits, filter: &Filter, except: Option<Choice>) -> Bits {
        let mut chosen = base.clone();
        for choice in Choice::ALL.into_iter().filter(|choice| Some(*choice) != except) {
            match self.bits_of(filter, choice) {
                Chosen::Open => {}
                Chosen::Bits(bits) => chosen.keep(bits),
                Chosen::Nothing => return Bits::none(self.entries.len()),
            }
        }
        chosen
    }

    fn bits_of(&self, filter: &Filter, choice: Choice) -> Chosen<'_> {
        fn some(bits: Option<&Bits>) -> Chosen<'_> {
            bits.map_or(Chosen::Nothing, Chosen::Bits)
        }
        match choice {
            Choice::Theme => {
                filter.theme.as_ref().map_or(Chosen::Open, |theme| some(self.bits_of_theme(theme)))
            }
            Choice::Sphere => {
                filter.sphere.map_or(Chosen::Open, |sphere| some(self.spheres.get(sphere as usize)))
            }
            Choice::Language => {
                filter.language.map_or(Chosen::Open, |language| some(self.languages.get(language.index())))
            }
            Choice::Area => filter
                .area
                .as_ref()
                .map_or(Chosen::Open, |area| some(self.areas.get(area).map(|bits| &bits.serving))),
            Choice::Day => filter.day.map_or(Chosen::Open, |day| some(self.days.get(day.index()))),
            Choice::Capacity => {
                filter.capacity.map_or(Chosen::Open, |capacity| some(self.capacities.get(capacity as usize)))
            }
        }
    }

    fn bits_of_theme(&self, theme: &Theme) -> Option<&Bits> {
        self.themes.get(self.taxonomy.place(theme)?)
    }

    fn remembered(&self, filter: &Filter, base: &Bits) -> Arc<Counts> {
        let mut counted = self.counted.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(counts) = counted.get(filter) {
            return Arc::clone(counts);
        }
        drop(counted);
        let counts = Arc::new(self.counts(filter, base));
        counted = self.counted.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if counted.len() >= MOST_COUNTED {
            counted.clear();
        }
        counted.insert(filter.clone(), Arc::clone(&counts));
        counts
    }

    fn counts(&self, filter: &Filter, base: &Bits) -> Counts {
        let but = |choice| self.chosen(base, filter, Some(choice));
        let beside = |bits: &Bits, value: Option<&Bits>| value.map_or(0, |value| bits.count_with(value));
        let (spheres, themes, languages) = (but(Choice::Sphere), but(Choice::Theme), but(Choice::Language));
        let (areas, days, capacities) = (but(Choice::Area), but(Choice::Day), but(Choice::Capacity));
        let by_area = self.areas.iter().map(|(code, bits)| (code, areas.count_with(&bits.serving)));
        let some = by_area.filter(|(_, count)| *count > 0).map(|(code, count)| (code.clone(), count));
        let mut by_area: Vec<(AreaCode, usize)> = some.collect();
        by_area.sort_unstable();
        Counts {
            spheres: some_of([Sphere::Informal, Sphere::Formal], |it| {
                beside(&spheres, self.spheres.get(*it as usize))
            }),
            themes: some_of(self.taxonomy.terms().iter().map(|term| term.theme.clone()), |it| {
                beside(&themes, self.bits_of_theme(it))
            }),
            languages: some_of(Language::all(), |it| beside(&languages, self.languages.get(it.index()))),
            areas: by_area,
            days: some_of(Weekday::ALL, |it| beside(&days, self.days.get(it.index()))),
            capacities: some_of(Capacity::ALL, |it| beside(&capacities, self.capacities.get(*it as usize))),
        }
    }

    /// Whether a place in the list is an offer (and not a bare party).
    #[must_use]
    pub fn is_offer(&self, at: u32) -> bool {
        self.entry(at).is_some_and(|entry| matches!(entry.target, Target::Offer(_)))
    }
}

/// A page of the best first, then in the list's order; only as much is sorted as the page needs.
fn best(mut ranked: Vec<(u32, f32)>, skip: usize, most: usize) -> Vec<u32> {
    let order = |one: &(u32, f32), other: &(u32, f32)| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0));
    let end = skip.saturating_add(most);
    if end < ranked.len() {
        ranked.select_nth_unstable_by(end, order);
        ranked.truncate(end);
    }
    ranked.sort_unstable_by(order);
    ranked.into_iter().skip(skip).map(|(at, _)| at).collect()
}

fn some_of<T>(values: impl IntoIterator<Item = T>, count: impl Fn(&T) -> usize) -> Vec<(T, usize)> {
    let counted = values.into_iter().map(|value| {
        let count = count(&value);
        (value, count)
    });
    counted.filter(|(_, count)| *count > 0).collect()
}

enum Chosen<'a> {
    Open,
    Bits(&'a Bits),
    /// A choice nothing answers to, such as an area that does not exist.
    Nothing,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Theme,
    Sphere,
    Language,
    Area,
    Day,
    Capacity,
}

impl Choice {
    const ALL: [Self; 6] = [Self::Theme, Self::Sphere, Self::Language, Self::Area, Self::Day, Self::Capacity];
}
