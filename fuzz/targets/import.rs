//! Whatever file comes in, the readers do not fall over, and every row is accounted for.
#![no_main]

use std::io::Cursor;
use std::ops::ControlFlow;

use directory::import::read::{Limits, Mapping, Row, Settings, read};
use directory::theme::Taxonomy;
use libfuzzer_sys::fuzz_target;

/// The name decides which reader looks at the rest.
const NAMES: [&str; 8] = [
    "lijst.csv", "lijst.json", "punten.geojson", "lijst.zip", "organizations.csv", "services.csv", "schedules.csv", "lijst",
];

const MAPPING: &str = "title = \"Lijst\"\nsphere = \"informal\"\n[[file]]\none-row-is = \"offer\"\n[file.party]\n\
    key = \"id\"\nname = \"naam\"\nphone = \"telefoon\"\n[file.place]\npostcode = \"postcode\"\n[file.offer]\n\
    name = \"aanbod\"\nopening = \"open\"\n";

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    // The limits are small, so that what is slow is not mistaken for what hangs.
    let limits = Limits { bytes: 1 << 20, ratio: 20, files: 20, row: 4096 };
    let mapping = if first & 0x80 == 0 { Mapping::parse(MAPPING, &Taxonomy::shipped()).ok() } else { None };
    let settings = Settings { mapping, limits, ..Settings::default() };
    let name = NAMES[usize::from(first & 0x7f) % NAMES.len()];
    let mut parties = 0;
    let mut sink = |row: Row| {
        parties += u64::from(matches!(row, Row::Party(_)));
        ControlFlow::Continue(())
    };
    if let Ok(summary) = read(&mut Cursor::new(rest), name, &settings, &mut sink) {
        assert_eq!(summary.taken + summary.refused + summary.left_out, summary.rows, "{name}: a row without a fate");
        assert_eq!(summary.parties, parties, "{name}: a party counted and not given, or the other way round");
    }
    if let Ok(text) = std::str::from_utf8(rest) {
        let _ = Mapping::parse(text, &Taxonomy::shipped());
    }
});
