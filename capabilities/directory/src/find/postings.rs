//! Where in the list each form of a word occurs, and which places have most of the words of a query.

use std::collections::HashMap;

/// The most one word can say in one place.
const MOST: u32 = 15;

/// A number with how much it says (1 to 15).
pub(super) fn packed(number: u32, weight: u32) -> u32 {
    number << 4 | weight.min(MOST)
}

const fn number(packed: u32) -> u32 {
    packed >> 4
}

const fn weight(packed: u32) -> u32 {
    packed & MOST
}

/// For each form its places, rising, packed with how much it says there.
#[derive(Default)]
pub(super) struct Postings {
    forms: HashMap<Box<str>, u32>,
    places_of: Vec<Vec<u32>>,
    places: usize,
}

impl Postings {
    pub(super) fn new(forms: HashMap<Box<str>, u32>, places: usize) -> Self {
        Self { places_of: vec![Vec::new(); forms.len()], forms, places }
    }

    /// `at` never goes down: the list is walked once. `form` is packed as the reader gave it.
    pub(super) fn add(&mut self, form: u32, at: u32) {
        let Some(places) = self.places_of.get_mut(number(form) as usize) else { return };
        match places.last_mut() {
            Some(last) if number(*last) == at => *last = packed(at, weight(*last).max(weight(form))),
            _ => places.push(packed(at, weight(form))),
        }
    }

    pub(super) fn shrink(&mut self) {
        self.places_of.iter_mut().for_each(Vec::shrink_to_fit);
    }

    fn places(&self, form: &str) -> &[u32] {
        let places = self.forms.get(form).and_then(|form| self.places_of.get(*form as usize));
        places.map_or(&[], Vec::as_slice)
    }

    /// The places that have most of these words (each given as its forms), in the order of the list, with what the
    /// words say there together; and how many words that is.
    pub(super) fn with_most(&self, words: &[Vec<String>]) -> (Vec<(u32, f32)>, usize) {
        let mut had = vec![0u8; self.places];
        let mut said = vec![0f32; self.places];
        let mut best = vec![0u8; self.places];
        let mut touched: Vec<u32> = Vec::new();
        for forms in words {
            touched.clear();
            for place in forms.iter().flat_map(|form| self.places(form)) {
                let Some(best) = best.get_mut(number(*place) as usize) else { continue };
                if *best == 0 {
                    touched.push(number(*place));
                }
                *best = (*best).max(u8::try_from(weight(*place)).unwrap_or(0));
            }
            // Rare words say more; the usual logarithm.
            let rarity = (1.0 + self.places as f32 / touched.len().max(1) as f32).ln();
            for at in touched.iter().map(|at| *at as usize) {
                if let (Some(best), Some(had), Some(said)) =
                    (best.get_mut(at), had.get_mut(at), said.get_mut(at))
                {
                    *had = had.saturating_add(1);
                    *said += rarity * f32::from(std::mem::take(best));
                }
            }
        }
        let most = had.iter().copied().max().unwrap_or(0);
        if most == 0 {
            return (Vec::new(), 0);
        }
        let places = (0u32..).zip(had.iter().zip(&said)).filter(|(_, (had, _))| **had == most);
        (places.map(|(at, (_, said))| (at, *said)).collect(), usize::from(most))
    }
}
