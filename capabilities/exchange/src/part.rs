//! A long list comes in parts: what stands on one page of it, and whether there is more.

use ui::{Lang, fl};

use crate::words;

/// Further than this nobody leafs.
const LAST: i64 = 100;

/// The page that an address asks for, from 1. What is no such number is the first.
#[must_use]
pub fn page_asked(typed: &str) -> i64 {
    typed.parse().unwrap_or(1).clamp(1, LAST)
}

/// On which page lists are drawn: each reads no more than it draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// That of today: what waits, and what is news. What is closed stands on the others.
    Today,
    /// That of all questions, or of all handovers.
    Whole,
}

/// One page of a list, and how much fits on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaf {
    page: i64,
    fits: i64,
}

/// What stands on a page, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<T> {
    pub shown: Vec<T>,
    /// Whether there is something after it.
    pub more: bool,
}

impl Leaf {
    #[must_use]
    pub const fn first(fits: i64) -> Self {
        Self { page: 1, fits }
    }

    #[must_use]
    pub const fn nth(page: i64, fits: i64) -> Self {
        Self { page, fits }
    }

    /// So many rows are read for it, from the beginning: one more than fits says that there is more.
    #[must_use]
    pub const fn reach(self) -> i64 {
        self.page.saturating_mul(self.fits).saturating_add(1)
    }

    /// What stands on it, of all rows up to its reach in the order of the list.
    #[must_use]
    pub fn cut<T>(self, rows: Vec<T>) -> Part<T> {
        let count = |rows: i64| usize::try_from(rows).unwrap_or(usize::MAX);
        let (before, fits) = (count(self.page.saturating_sub(1).saturating_mul(self.fits)), count(self.fits));
        let more = rows.len() > before.saturating_add(fits);
        Part { shown: rows.into_iter().skip(before).take(fits).collect(), more }
    }
}

impl<T> Part<T> {
    /// Nothing, and no more.
    #[must_use]
    pub const fn none() -> Self {
        Self { shown: Vec::new(), more: false }
    }

    /// Its first few: whatever does not fit is more.
    #[must_use]
    pub fn at_most(self, few: usize) -> Self {
        let more = self.more || self.shown.len() > few;
        Self { shown: self.shown.into_iter().take(few).collect(), more }
    }
}

/// Whether the next page can be asked for.
#[must_use]
pub const fn leads_on(page: i64) -> bool {
    page < LAST
}

/// Below what is shown on a page of a list that goes on: where the rest is, or that this is as far as it goes.
#[must_use]
pub fn more_words(lang: Lang, page: i64) -> String {
    let w = words(lang);
    if leads_on(page) { fl!(w, "list-more") } else { fl!(w, "list-end") }
}

#[cfg(test)]
mod tests {
    use ui::Lang;

    use super::{Leaf, Part, leads_on, more_words, page_asked};

    #[test]
    fn the_pages_of_a_list_are_the_whole_list_and_only_the_last_has_no_more() {
        for length in 0..12 {
            let list: Vec<i64> = (0..length).collect();
            let mut read = Vec::new();
            for page in 1.. {
                let leaf = Leaf::nth(page, 4);
                // As the database gives it: no more than was asked for.
                let rows = list.iter().copied().take(usize::try_from(leaf.reach()).unwrap()).collect();
                let part = leaf.cut(rows);
                assert_eq!(part.more, length > page * 4, "{length} on page {page}");
                read.extend(part.shown);
                if !part.more {
                    break;
                }
            }
            assert_eq!(read, list);
        }
        assert_eq!(Leaf::nth(100, 4).cut(vec![1, 2]), Part::none());
        assert_eq!(Leaf::first(4).cut(vec![1, 2]).at_most(1), Part { shown: vec![1], more: true });
        assert_eq!(Leaf::first(1).cut(vec![1, 2]).at_most(1), Part { shown: vec![1], more: true });
    }

    #[test]
    fn a_page_that_is_no_number_is_the_first_and_none_is_further_than_the_last() {
        for first in ["", "1", "0", "-3", "twee", "2 ", "1e9", "99999999999999999999"] {
            assert_eq!(page_asked(first), 1, "{first}");
        }
        assert_eq!((page_asked("2"), page_asked("100"), page_asked("101")), (2, 100, 100));
    }

    #[test]
    fn every_page_but_the_last_leads_to_another_and_the_last_says_that_it_goes_no_further() {
        for page in 1..=page_asked("9999") {
            let next = page_asked(&(page + 1).to_string());
            assert_eq!(leads_on(page), next != page, "page {page}");
            let (words, more) = (more_words(Lang::Nl, page), more_words(Lang::Nl, 1));
            assert_eq!(words == more, leads_on(page), "page {page}: {words}");
        }
    }
}
