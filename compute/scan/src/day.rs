//! Days as numbers and the periods of a study: no clock, no zones.

use crate::trouble::Trouble;

/// A day of the Gregorian calendar, as the number of days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day of that name, when there is one between the years -9999 and 9999.
    #[must_use]
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        let length = match month {
            4 | 6 | 9 | 11 => 30,
            2 if year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        if !(-9999..=9999).contains(&year) || !(1..=length).contains(&day) {
            return None;
        }
        // Years that begin in March have their odd day at the end (Hinnant, "chrono-compatible date algorithms").
        let year = i64::from(year) - i64::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
        let number = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
        i32::try_from(number).ok().map(Self)
    }

    /// 1 July: where a population counts that is dated by its year only.
    #[must_use]
    pub fn midyear(year: i32) -> Option<Self> {
        Self::of(year, 7, 1)
    }
}

/// The study period, cut into periods in time: the smallest windows in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods {
    /// The first day of each period, and the day after the last.
    cuts: Vec<i32>,
}

impl Periods {
    /// Period `t` runs from `cuts[t]` up to, not including, `cuts[t + 1]`.
    ///
    /// # Errors
    /// When there are fewer than two, when one does not lie after the one before it, or with more than 65,535.
    pub fn cut_at(cuts: &[Day]) -> Result<Self, Trouble> {
        if cuts.len() < 2 {
            return Err(Trouble::Periods(cuts.len()));
        }
        if cuts.len() - 1 > usize::from(u16::MAX) {
            return Err(Trouble::TooManyPeriods(cuts.len() - 1));
        }
        match cuts.windows(2).position(|pair| pair.first() >= pair.last()) {
            Some(at) => Err(Trouble::Periods(at + 2)),
            None => Ok(Self { cuts: cuts.iter().map(|day| day.0).collect() }),
        }
    }

    /// One period from `first` up to and including `last`: for scans in space only.
    ///
    /// # Errors
    /// When `last` lies before `first`.
    pub fn whole(first: Day, last: Day) -> Result<Self, Trouble> {
        Self::cut_at(&[first, Day(last.0.saturating_add(1))])
    }

    /// Calendar years, `first` up to and including `last`.
    ///
    /// # Errors
    /// When `last` lies before `first`, or a year has more than four figures.
    pub fn years(first: i32, last: i32) -> Result<Self, Trouble> {
        let cuts = (first..=last.saturating_add(1)).take(30_000).map(|year| Day::of(year, 1, 1));
        Self::cut_at(&cuts.collect::<Option<Vec<_>>>().ok_or(Trouble::Periods(1))?)
    }

    /// `count` calendar months, from `month` (1 to 12) of `year`.
    ///
    /// # Errors
    /// When there is no such month, or `count` is 0.
    pub fn months(year: i32, month: u32, count: usize) -> Result<Self, Trouble> {
        if count > usize::from(u16::MAX) {
            return Err(Trouble::TooManyPeriods(count));
        }
        let cuts = (0..=count).map(|after| {
            let months = i64::from(month.checked_sub(1)?) + i64::try_from(after).ok()?;
            let year = i32::try_from(i64::from(year) + months / 12).ok()?;
            if month > 12 { None } else { Day::of(year, u32::try_from(months % 12).ok()? + 1, 1) }
        });
        Self::cut_at(&cuts.collect::<Option<Vec<_>>>().ok_or(Trouble::Periods(1))?)
    }

    /// `count` periods of `each` days, the first of which begins on `first`.
    ///
    /// # Errors
    /// When `count` or `each` is 0, or the days do not fit.
    pub fn days(first: Day, count: usize, each: i32) -> Result<Self, Trouble> {
        if count > usize::from(u16::MAX) {
            return Err(Trouble::TooManyPeriods(count));
        }
        let cuts = (0i32..).take(count + 1).map(|at| at.checked_mul(each)?.checked_add(first.0).map(Day));
        Self::cut_at(&cuts.collect::<Option<Vec<_>>>().ok_or(Trouble::Periods(1))?)
    }

    /// How many there are; at least one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.cuts.len() - 1
    }

    /// How many periods the longest window in time has that takes at most this share of all of them, rounded down as
    /// SaTScan does: half of 19 years is 9. At least 1, at most all.
    #[must_use]
    pub fn longest(&self, share: f64) -> usize {
        // A share like 0.29 of 100 must not become 28 by rounding.
        let most = (share * self.count() as f64 * (1.0 + 1e-12)).floor() as usize;
        most.clamp(1, self.count())
    }

    /// In which period a day lies.
    #[must_use]
    pub fn of(&self, day: Day) -> Option<usize> {
        let after = self.cuts.partition_point(|cut| *cut <= day.0);
        if after == 0 || after == self.cuts.len() { None } else { Some(after - 1) }
    }

    /// The first day of period `period` and the last.
    #[must_use]
    pub fn days_of(&self, period: usize) -> Option<(Day, Day)> {
        let (from, to) = (self.cuts.get(period)?, self.cuts.get(period + 1)?);
        Some((Day(*from), Day(to - 1)))
    }

    pub(crate) fn cuts(&self) -> &[i32] {
        &self.cuts
    }

    /// First and last day of all.
    pub(crate) fn ends(&self) -> (i32, i32) {
        (self.cuts.first().copied().unwrap_or(0), self.cuts.last().copied().unwrap_or(1) - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_number_of_days() {
        assert_eq!(Day::of(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::of(2000, 2, 29), Some(Day(11_016)));
        assert_eq!(Day::of(1969, 12, 31), Some(Day(-1)));
        assert_eq!(Day::of(2026, 11, 26), Some(Day(20_783)));
        for (year, month, day) in
            [(1900, 2, 29), (2001, 2, 29), (2001, 4, 31), (2001, 13, 1), (2001, 0, 1), (2001, 1, 0)]
        {
            assert_eq!(Day::of(year, month, day), None);
        }
    }

    #[test]
    fn periods_know_their_days() {
        let months = Periods::months(2023, 11, 4).unwrap();
        assert_eq!(months.count(), 4);
        assert_eq!(months.days_of(3), Some((Day::of(2024, 2, 1).unwrap(), Day::of(2024, 2, 29).unwrap())));
        assert_eq!(months.of(Day::of(2024, 1, 31).unwrap()), Some(2));
        assert_eq!(months.of(Day::of(2023, 10, 31).unwrap()), None);
        assert_eq!(months.of(Day::of(2024, 3, 1).unwrap()), None);
        assert_eq!(Periods::years(1973, 1991).unwrap().count(), 19);
        assert_eq!(Periods::days(Day(5), 3, 7).unwrap().days_of(2), Some((Day(19), Day(25))));
    }

    #[test]
    fn half_of_nineteen_years_is_nine() {
        let years = Periods::years(1973, 1991).unwrap();
        assert_eq!((years.longest(0.5), years.longest(1.0), years.longest(0.01)), (9, 19, 1));
        assert_eq!((years.longest(7.0), years.longest(-1.0), years.longest(f64::NAN)), (19, 1, 1));
        let days = Periods::days(Day(0), 100, 1).unwrap();
        assert_eq!((days.longest(0.29), days.longest(0.299)), (29, 29));
        assert_eq!(Periods::whole(Day(0), Day(9)).unwrap().longest(0.5), 1);
    }

    #[test]
    fn periods_that_do_not_go_up_are_refused() {
        assert_eq!(Periods::years(1991, 1973), Err(Trouble::Periods(0)));
        assert_eq!(Periods::days(Day(0), 3, 0), Err(Trouble::Periods(2)));
        assert_eq!(Periods::cut_at(&[Day(3)]), Err(Trouble::Periods(1)));
        assert_eq!(Periods::cut_at(&[Day(3), Day(9), Day(9)]), Err(Trouble::Periods(3)));
        assert!(Periods::months(2023, 0, 4).is_err() && Periods::months(2023, 13, 4).is_err());
        assert!(Periods::days(Day(i32::MAX), 3, 2).is_err());
    }

    #[test]
    fn as_many_periods_fit_as_the_refusal_says() {
        assert_eq!(Periods::days(Day(0), 65_535, 1).unwrap().count(), 65_535);
        assert_eq!(Periods::days(Day(0), 65_536, 1), Err(Trouble::TooManyPeriods(65_536)));
        let cuts: Vec<Day> = (0..=65_536).map(Day).collect();
        assert_eq!(Periods::cut_at(&cuts[1..]).unwrap().count(), 65_535);
        assert_eq!(Periods::cut_at(&cuts), Err(Trouble::TooManyPeriods(65_536)));
        assert_eq!(Periods::months(1, 1, 65_536), Err(Trouble::TooManyPeriods(65_536)));
    }
}
