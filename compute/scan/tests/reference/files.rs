//! The reference cases as they lie beside the project, read into builders.

use std::path::PathBuf;

use scan::{Builder, Day};
use serde_json::Value;

/// The folder of a case; prints why the test is skipped when it is not there.
pub(crate) fn folder(case: &str) -> Option<PathBuf> {
    let folder =
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/scan")).join(case);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: there is no folder ../shared/reference/scan/{case} beside this repository.");
    None
}

pub(crate) struct Case {
    folder: PathBuf,
}

impl Case {
    pub(crate) fn open(case: &str) -> Option<Self> {
        folder(case).map(|folder| Self { folder })
    }

    /// Each row as a function from the name of a column to its text.
    pub(crate) fn rows(&self, file: &str) -> Vec<Row> {
        let mut reader = csv::Reader::from_path(self.folder.join(file)).unwrap();
        let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let row = |record: Result<csv::StringRecord, csv::Error>| {
            Row(head.iter().cloned().zip(record.unwrap().iter().map(str::to_owned)).collect())
        };
        reader.records().map(row).collect()
    }

    pub(crate) fn expected(&self, file: &str) -> Value {
        serde_json::from_str(&std::fs::read_to_string(self.folder.join(file)).unwrap()).unwrap()
    }

    /// The simulated maxima of a run of SaTScan, where they were kept.
    pub(crate) fn maxima(&self, run: &str) -> Option<Vec<f64>> {
        let text = std::fs::read_to_string(self.folder.join(format!("satscan_null_llr_{run}.csv"))).ok()?;
        Some(text.lines().filter_map(|line| line.trim().parse().ok()).collect())
    }

    /// A builder with the locations of a file; `swap` takes degrees as a plane of longitude and latitude.
    pub(crate) fn locations(&self, file: &str, swap: bool) -> Builder {
        let rows = self.rows(file);
        let earth = rows.first().unwrap().has("lat");
        let mut builder = if earth && !swap { Builder::degrees() } else { Builder::planar() };
        for row in rows {
            let (first, second) = match (earth, swap) {
                (true, false) => ("lat", "lon"),
                (true, true) => ("lon", "lat"),
                _ => ("x", "y"),
            };
            builder.location(row.text("id"), row.number(first), row.number(second)).unwrap();
        }
        builder
    }
}

pub(crate) struct Row(std::collections::BTreeMap<String, String>);

impl Row {
    pub(crate) fn has(&self, column: &str) -> bool {
        self.0.contains_key(column)
    }

    pub(crate) fn text(&self, column: &str) -> &str {
        &self.0[column]
    }

    pub(crate) fn number(&self, column: &str) -> f64 {
        self.text(column).parse().unwrap()
    }

    pub(crate) fn count(&self, column: &str) -> i64 {
        self.number(column) as i64
    }
}

/// A date as `2001/11/24`, `2001/11` or `2001`.
pub(crate) fn day(text: &str) -> Day {
    let parts: Vec<u32> = text.split('/').map(|part| part.parse().unwrap()).collect();
    let part = |at: usize| parts.get(at).copied().unwrap_or(1);
    Day::of(part(0) as i32, part(1), part(2)).unwrap()
}
