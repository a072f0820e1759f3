//! What can be wrong with what is given, each with the row it is wrong in.

use std::fmt;

/// A table of the builder; its rows are counted from 1, in the order in which they were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Table {
    /// [`crate::Builder::location`].
    Locations,
    /// [`crate::Builder::cases`].
    Cases,
    /// [`crate::Builder::population`].
    Population,
    /// [`crate::Builder::controls`].
    Controls,
    /// [`crate::Builder::baseline`].
    Baselines,
    /// [`crate::Adjacency::new`].
    Adjacency,
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Locations => "locations",
            Self::Cases => "cases",
            Self::Population => "population",
            Self::Controls => "controls",
            Self::Baselines => "baselines",
            Self::Adjacency => "adjacency",
        })
    }
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// NaN or infinite.
    #[error("a coordinate is not a number: {0}")]
    CoordinateNotFinite(f64),
    /// Its square would be no number.
    #[error("a coordinate on a plane lies between -1e100 and 1e100, and this is {0}")]
    CoordinateTooFar(f64),
    /// In degrees.
    #[error("a latitude lies between -90 and 90, and this is {0}")]
    Latitude(f64),
    /// In degrees.
    #[error("a longitude lies between -180 and 360, and this is {0}")]
    Longitude(f64),
    /// Of this name.
    #[error("location {0:?} is there already")]
    LocationTwice(String),
    /// Of this name.
    #[error("location {0:?} is not among the locations")]
    UnknownLocation(String),
    /// Of cases or controls.
    #[error("a count cannot be negative: {0}")]
    NegativeCount(i64),
    /// Of cases or controls.
    #[error("the count {0} is more than this library can hold")]
    CountTooLarge(i64),
    /// In persons.
    #[error("a population is 0 or a number from 1e-30 to 1e15, and this is {0}")]
    Population(f64),
    /// In cases.
    #[error("a baseline is 0 or a number from 1e-30 to 1e9, and this is {0}")]
    Baseline(f64),
    /// A case or control of another time.
    #[error("day {day} lies outside the periods, which run from {first} up to and including {last}")]
    OutsidePeriods {
        /// As in [`crate::Day`].
        day: i32,
        /// The first day of the periods.
        first: i32,
        /// And the last.
        last: i32,
    },
    /// A baseline of another time.
    #[error("there is no period {given}: there are {periods}, counted from 0")]
    UnknownPeriod {
        /// Its number.
        given: usize,
        /// How many there are.
        periods: usize,
    },
    /// Then there is no rate.
    #[error("cases in stratum {stratum}, which has no population anywhere")]
    StratumWithoutPopulation {
        /// Its number.
        stratum: u32,
    },
    /// Then no score is a number.
    #[error("cases in {location:?} in period {period}, where nothing is expected")]
    CasesWithoutExpectation {
        /// Its name.
        location: String,
        /// Its number, from 0.
        period: usize,
    },
    /// Of this name.
    #[error("a location is not its own neighbour: {0:?}")]
    OwnNeighbour(String),
}

/// Why there is no study or no scan.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Trouble {
    /// A row cannot be used.
    #[error("row {row} of the {table}: {fault}")]
    Row {
        /// Which table.
        table: Table,
        /// Which row of it, from 1.
        row: usize,
        /// What is wrong with it.
        fault: Fault,
    },
    /// Nowhere is no map.
    #[error("there are no locations")]
    NoLocations,
    /// They are numbered with 32 bits.
    #[error("there are {0} locations; at most 4,294,967,295 fit")]
    TooManyLocations(usize),
    /// They are counted with 31 bits.
    #[error("there are {0} cases and controls; at most 2,147,483,647 fit")]
    TooManyCases(u64),
    /// The first day that does not go up, by its number.
    #[error("periods need at least two days that go up; number {0} does not")]
    Periods(usize),
    /// They are numbered with 16 bits.
    #[error("{0} periods are too many; at most 65,535 fit")]
    TooManyPeriods(usize),
    /// A window cannot be limited so.
    #[error("the limit of the windows must be {must}, and is {given}")]
    Limit {
        /// What it must be.
        must: &'static str,
        /// What was given.
        given: f64,
    },
    /// A window in time cannot be so long.
    #[error("windows in time are at most {periods} periods long and at least 1, and {given} was asked")]
    Duration {
        /// What was asked, in periods.
        given: usize,
        /// How many there are.
        periods: usize,
    },
    /// About so many were asked.
    #[error(
        "about {0} windows in time are too many; at most 131,072 fit: take longer periods or shorter windows"
    )]
    TooManyIntervals(usize),
    /// More would say nothing more.
    #[error("{0} replicates are too many; at most 10,000,000 fit")]
    TooManyReplicates(u32),
    /// What was asked does not go with the study.
    #[error("{0}")]
    Unfit(&'static str),
}

impl Trouble {
    pub(crate) fn row(table: Table, row: usize, fault: Fault) -> Self {
        Self::Row { table, row, fault }
    }
}
