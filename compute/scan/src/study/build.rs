//! The door: rows come in one by one, and what cannot be used is refused with the number of its row.

use std::collections::BTreeMap;

use crate::day::{Day, Periods};
use crate::study::expect::{Persons, standardise};
use crate::study::{Model, Places, Study};
use crate::trouble::{Fault, Table, Trouble};

/// The least population or baseline that is not nothing.
const LEAST: f64 = 1e-30;

/// So many cases or controls, and where they stood in their table.
#[derive(Clone, Copy, Debug)]
struct Row {
    place: u32,
    day: Day,
    stratum: u32,
    count: u32,
    number: usize,
}

/// Takes locations, cases and what is known about the population, and makes a [`Study`] of them.
///
/// ```
/// use scan::{Builder, Day, Periods};
///
/// let mut builder = Builder::planar();
/// builder.location("north", 0.0, 1.0)?.location("south", 0.0, -1.0)?;
/// builder.population("north", Day(0), 0, 900.0)?.population("south", Day(0), 0, 100.0)?;
/// builder.cases("south", Day(3), 0, 4)?;
/// let study = builder.poisson(&Periods::whole(Day(0), Day(364))?)?;
/// assert_eq!(study.total(), 4);
/// assert!((study.expected(1, 0) - 0.4).abs() < 1e-12);
/// # Ok::<(), scan::Trouble>(())
/// ```
#[derive(Clone, Debug)]
pub struct Builder {
    places: Places,
    refused: usize,
    cases: Vec<Row>,
    case_rows: usize,
    population: Vec<Persons>,
    population_rows: usize,
    controls: Vec<Row>,
    control_rows: usize,
    baselines: Vec<(u32, usize, f64, usize)>,
    baseline_rows: usize,
}

impl Builder {
    /// Locations have coordinates `x, y` on a plane, in any unit, from -10¹⁰⁰ to 10¹⁰⁰. Who lie less than 10⁻¹⁵⁰ apart lie
    /// at the same point.
    #[must_use]
    pub fn planar() -> Self {
        Self::on(Places::new(false))
    }

    /// Locations have coordinates `latitude, longitude` in degrees; distances are in kilometres, over a ball.
    #[must_use]
    pub fn degrees() -> Self {
        Self::on(Places::new(true))
    }

    fn on(places: Places) -> Self {
        Self {
            places,
            refused: 0,
            cases: Vec::new(),
            case_rows: 0,
            population: Vec::new(),
            population_rows: 0,
            controls: Vec::new(),
            control_rows: 0,
            baselines: Vec::new(),
            baseline_rows: 0,
        }
    }

    /// A location: `x, y`, or `latitude, longitude`. Where distances are equal, who came first is nearer.
    ///
    /// # Errors
    /// When the name is there already, a coordinate cannot be one, or there are too many.
    pub fn location(&mut self, name: &str, first: f64, second: f64) -> Result<&mut Self, Trouble> {
        let row = self.places.count() + self.refused + 1;
        match self.places.add(row, name, first, second) {
            Ok(()) => Ok(self),
            Err(trouble) => {
                self.refused += 1;
                Err(trouble)
            }
        }
    }

    /// `count` cases of a stratum (age group, sex …; any number, 0 when there are none) at a location on a day.
    ///
    /// # Errors
    /// When the location is not known or the count is negative.
    pub fn cases(
        &mut self,
        location: &str,
        day: Day,
        stratum: u32,
        count: i64,
    ) -> Result<&mut Self, Trouble> {
        self.case_rows += 1;
        let number = self.case_rows;
        let row = self.counted(location, day, stratum, count, number);
        self.cases.push(row.map_err(|fault| Trouble::row(Table::Cases, number, fault))?);
        Ok(self)
    }

    /// `count` controls at a location on a day, for [`Builder::bernoulli`].
    ///
    /// # Errors
    /// When the location is not known or the count is negative.
    pub fn controls(&mut self, location: &str, day: Day, count: i64) -> Result<&mut Self, Trouble> {
        self.control_rows += 1;
        let number = self.control_rows;
        let row = self.counted(location, day, 0, count, number);
        self.controls.push(row.map_err(|fault| Trouble::row(Table::Controls, number, fault))?);
        Ok(self)
    }

    fn counted(
        &self,
        location: &str,
        day: Day,
        stratum: u32,
        count: i64,
        number: usize,
    ) -> Result<Row, Fault> {
        let place = self.places.find(location)?;
        if count < 0 {
            return Err(Fault::NegativeCount(count));
        }
        let count = i32::try_from(count).map_err(|_| Fault::CountTooLarge(count))?;
        Ok(Row { place, day, stratum, count: count.unsigned_abs(), number })
    }

    /// `persons` of a stratum lived at a location on a day, for [`Builder::poisson`]. A population dated by its year
    /// counts on 1 July ([`Day::midyear`]). Between the dates of a location it goes in a straight line, before the
    /// first and after the last it is level; a stratum without a row on one of those dates had nobody then.
    ///
    /// # Errors
    /// When the location is not known, or `persons` is not 0 and not from 10⁻³⁰ to 10¹⁵.
    pub fn population(
        &mut self,
        location: &str,
        day: Day,
        stratum: u32,
        persons: f64,
    ) -> Result<&mut Self, Trouble> {
        self.population_rows += 1;
        let wrong = |fault| Trouble::row(Table::Population, self.population_rows, fault);
        let place = self.places.find(location).map_err(wrong)?;
        // More persons than this have never lived, and their days must stay a number.
        if !nothing_or_something(persons, 1e15) {
            return Err(wrong(Fault::Population(persons)));
        }
        self.population.push(Persons { place, stratum, day, count: persons });
        Ok(self)
    }

    /// So many cases are expected at a location in a period (counted from 0), for [`Builder::expectation`].
    ///
    /// # Errors
    /// When the location is not known, or `expected` is not 0 and not from 10⁻³⁰ to 10⁹.
    pub fn baseline(&mut self, location: &str, period: usize, expected: f64) -> Result<&mut Self, Trouble> {
        self.baseline_rows += 1;
        let wrong = |fault| Trouble::row(Table::Baselines, self.baseline_rows, fault);
        let place = self.places.find(location).map_err(wrong)?;
        if !nothing_or_something(expected, 1e9) {
            return Err(wrong(Fault::Baseline(expected)));
        }
        self.baselines.push((place, period, expected, self.baseline_rows));
        Ok(self)
    }

    /// Cases beside a population, by indirect standardisation over the strata: [`Model::Poisson`]. A case whose own
    /// stratum has nobody there, while others live there, is counted: where somebody lives somebody may fall ill, and a
    /// register of another day does not know everybody's age.
    ///
    /// # Errors
    /// When there are no locations; a case lies outside the periods; a stratum with cases has no population
    /// anywhere; there are cases in a cell where nobody lived.
    pub fn poisson(&self, periods: &Periods) -> Result<Study, Trouble> {
        let cases = self.cells(&self.cases, Table::Cases, periods)?;
        let mut by_stratum: BTreeMap<u32, u64> = BTreeMap::new();
        for row in &self.cases {
            *by_stratum.entry(row.stratum).or_default() += u64::from(row.count);
        }
        let (expected, lived) =
            standardise(self.population.clone(), &by_stratum, self.places.count(), periods);
        for row in self.cases.iter().filter(|row| row.count > 0) {
            if lived.get(&row.stratum).is_none_or(|days| *days <= 0.0) {
                let fault = Fault::StratumWithoutPopulation { stratum: row.stratum };
                return Err(Trouble::row(Table::Cases, row.number, fault));
            }
        }
        self.made(Model::Poisson, periods, cases, expected, Vec::new())
    }

    /// Cases beside controls: [`Model::Bernoulli`]. Strata are not used.
    ///
    /// # Errors
    /// When there are no locations, or a case or control lies outside the periods.
    pub fn bernoulli(&self, periods: &Periods) -> Result<Study, Trouble> {
        let cases = self.cells(&self.cases, Table::Cases, periods)?;
        let mut persons = self.cells(&self.controls, Table::Controls, periods)?;
        persons.iter_mut().zip(&cases).for_each(|(persons, cases)| *persons += cases);
        let (some, all) = (sum(&cases), sum(&persons));
        if all > i32::MAX as u64 {
            return Err(Trouble::TooManyCases(all));
        }
        let share = if all == 0 { 0.0 } else { some as f64 / all as f64 };
        let expected = persons.iter().map(|persons| f64::from(*persons) * share).collect();
        self.made(Model::Bernoulli, periods, cases, expected, persons)
    }

    /// Cases only: [`Model::Permutation`]. Strata are not used.
    ///
    /// # Errors
    /// When there are no locations, or a case lies outside the periods.
    pub fn permutation(&self, periods: &Periods) -> Result<Study, Trouble> {
        let cases = self.cells(&self.cases, Table::Cases, periods)?;
        let all = sum(&cases);
        let mut when = vec![0u64; periods.count()];
        for place in cases.chunks(periods.count()) {
            when.iter_mut().zip(place).for_each(|(sum, cases)| *sum += u64::from(*cases));
        }
        let expected = cases.chunks(periods.count()).flat_map(|place| {
            let here = sum(place);
            when.iter().map(move |then| if all == 0 { 0.0 } else { (here * then) as f64 / all as f64 })
        });
        let expected = expected.collect();
        self.made(Model::Permutation, periods, cases, expected, Vec::new())
    }

    /// Cases beside baselines of their own: [`Model::Expectation`]. Strata are not used.
    ///
    /// # Errors
    /// When there are no locations; a case lies outside the periods; a baseline is of a period that is not there;
    /// there are cases in a cell where nothing is expected.
    pub fn expectation(&self, periods: &Periods) -> Result<Study, Trouble> {
        let cases = self.cells(&self.cases, Table::Cases, periods)?;
        let mut expected = vec![0.0; cases.len()];
        for (place, period, baseline, number) in &self.baselines {
            if *period >= periods.count() {
                let fault = Fault::UnknownPeriod { given: *period, periods: periods.count() };
                return Err(Trouble::row(Table::Baselines, *number, fault));
            }
            if let Some(cell) = expected.get_mut(*place as usize * periods.count() + period) {
                *cell += baseline;
            }
        }
        let all: f64 = expected.iter().sum();
        if all > f64::from(i32::MAX) / 2.0 {
            return Err(Trouble::TooManyCases(all as u64));
        }
        self.made(Model::Expectation, periods, cases, expected, Vec::new())
    }

    /// Counts by location, then by period.
    fn cells(&self, rows: &[Row], table: Table, periods: &Periods) -> Result<Vec<u32>, Trouble> {
        if self.places.count() == 0 {
            return Err(Trouble::NoLocations);
        }
        let all = rows.iter().map(|row| u64::from(row.count)).sum();
        if all > i32::MAX as u64 {
            return Err(Trouble::TooManyCases(all));
        }
        let mut cells = vec![0u32; self.places.count() * periods.count()];
        for row in rows {
            let Some(period) = periods.of(row.day) else {
                let (first, last) = periods.ends();
                let fault = Fault::OutsidePeriods { day: row.day.0, first, last };
                return Err(Trouble::row(table, row.number, fault));
            };
            if let Some(cell) = cells.get_mut(row.place as usize * periods.count() + period) {
                *cell += row.count;
            }
        }
        Ok(cells)
    }

    fn made(
        &self,
        model: Model,
        periods: &Periods,
        cases: Vec<u32>,
        expected: Vec<f64>,
        persons: Vec<u32>,
    ) -> Result<Study, Trouble> {
        let nothing =
            cases.iter().zip(&expected).position(|(cases, expected)| *cases > 0 && *expected <= 0.0);
        if let Some(cell) = nothing {
            let (place, period) = (cell / periods.count(), cell % periods.count());
            let here = |row: &&Row| {
                row.place as usize == place && row.count > 0 && periods.of(row.day) == Some(period)
            };
            let row = self.cases.iter().find(here).map_or(0, |row| row.number);
            let location =
                u32::try_from(place).ok().and_then(|place| self.places.name(place)).unwrap_or_default();
            let fault = Fault::CasesWithoutExpectation { location: location.to_owned(), period };
            return Err(Trouble::row(Table::Cases, row, fault));
        }
        let total = u32::try_from(sum(&cases)).map_err(|_| Trouble::TooManyCases(sum(&cases)))?;
        Ok(Study {
            places: self.places.clone(),
            periods: periods.clone(),
            model,
            cases,
            expected,
            persons,
            total,
        })
    }
}

/// Nothing, or enough of it that cases may be divided by it and stay a number.
fn nothing_or_something(amount: f64, most: f64) -> bool {
    amount == 0.0 || (LEAST..=most).contains(&amount)
}

fn sum(counts: &[u32]) -> u64 {
    counts.iter().map(|count| u64::from(*count)).sum()
}
