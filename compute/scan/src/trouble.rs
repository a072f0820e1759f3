//! What can be wrong with what is given, each with the row it is wrong in.

use std::fmt;

/// A table of the builder; its rows are counted from 1, in the order in which they were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Table {
    Locations,
    Cases,
    Population,
    Controls,
    Baselines,
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
    #[error("a coordinate is not a number: {0}")]
    CoordinateNotFinite(f64),
    #[error("a coordinate on a plane lies between -1e100 and 1e100, and this is {0}")]
    CoordinateTooFar(f64),
    #[error("a latitude lies between -90 and 90, and this is {0}")]
    Latitude(f64),
    #[error("a longitude lies between -180 and 360, and this is {0}")]
    Longitude(f64),
    #[error("location {0:?} is there already")]
    LocationTwice(String),
    #[error("location {0:?} is not among the locations")]
    UnknownLocation(String),
    #[error("a count cannot be negative: {0}")]
    NegativeCount(i64),
    #[error("the count {0} is more than this library can hold")]
    CountTooLarge(i64),
    #[error("a population is 0 or a number from 1e-30 to 1e15, and this is {0}")]
    Population(f64),
    #[error("a baseline is 0 or a number from 1e-30 to 1e9, and this is {0}")]
    Baseline(f64),
    #[error("day {day} lies outside the periods, which run from {first} up to and including {last}")]
    OutsidePeriods { day: i32, first: i32, last: i32 },
    #[error("there is no period {given}: there are {periods}, counted from 0")]
    UnknownPeriod { given: usize, periods: usize },
    #[error("cases in stratum {stratum}, which has no population anywhere")]
    StratumWithoutPopulation { stratum: u32 },
    #[error("cases in {location:?} in period {period}, where nothing is expected")]
    CasesWithoutExpectation { location: String, period: usize },
    #[error("a location is not its own neighbour: {0:?}")]
    OwnNeighbour(String),
}

/// Why there is no study or no scan.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Trouble {
    #[error("row {row} of the {table}: {fault}")]
    Row { table: Table, row: usize, fault: Fault },
    #[error("there are no locations")]
    NoLocations,
    #[error("there are {0} locations; at most 4,294,967,295 fit")]
    TooManyLocations(usize),
    #[error("there are {0} cases and controls; at most 2,147,483,647 fit")]
    TooManyCases(u64),
    #[error("periods need at least two days that go up; number {0} does not")]
    Periods(usize),
    #[error("{0} periods are too many; at most 65,535 fit")]
    TooManyPeriods(usize),
    #[error("the limit of the windows must be {must}, and is {given}")]
    Limit { must: &'static str, given: f64 },
    #[error("windows in time are at most {periods} periods long and at least 1, and {given} was asked")]
    Duration { given: usize, periods: usize },
    #[error(
        "about {0} windows in time are too many; at most 131,072 fit: take longer periods or shorter windows"
    )]
    TooManyIntervals(usize),
    #[error("{0} replicates are too many; at most 10,000,000 fit")]
    TooManyReplicates(u32),
    #[error("{0}")]
    Unfit(&'static str),
}

impl Trouble {
    pub(crate) fn row(table: Table, row: usize, fault: Fault) -> Self {
        Self::Row { table, row, fault }
    }
}
