//! The program on real input: Amsterdam, Hoorn, Purmerend, the whole country, and HSDS samples; what is refused, to the row.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test should fail loudly"
)]

use std::path::PathBuf;
use std::process::Command;

use ground::db::testing::{Fresh, each};
use ground::db::{Db, Engine};

/// Public data that lies beside the repository and is not part of it.
fn shared() -> Option<PathBuf> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data"));
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: there is no folder ../shared/data beside this repository with the real files.");
    None
}

/// One database and the program on it.
struct Machine {
    fresh: Fresh,
    data: tempfile::TempDir,
    shared: PathBuf,
}

impl Machine {
    async fn each(shared: PathBuf) -> Vec<Self> {
        let machine = |fresh| Self { fresh, data: tempfile::tempdir().unwrap(), shared: shared.clone() };
        each(migrations::ALL).await.into_iter().map(machine).collect()
    }

    /// `import`, words of the command with the path (below the shared folder) first; what it printed.
    fn import(&self, kind: &str, path: &str, words: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_samenspel"));
        command.arg("import");
        if !kind.is_empty() {
            command.arg(kind);
        }
        command
            .arg(self.shared.join(path))
            .args(words)
            .env("SAMENSPEL_DATABASE", self.fresh.url())
            .env("SAMENSPEL_DATA", self.data.path());
        let output = command.output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let complained = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{path} on {}: {said}{complained}", self.fresh.engine());
        said
    }

    fn db(&self) -> &Db {
        &self.fresh.db
    }

    async fn number(&self, sql: &'static str) -> i64 {
        self.db().read(sql).scalar().await.unwrap()
    }
}

fn says(said: &str, line: &str) {
    assert!(said.lines().any(|one| one.trim_end() == line), "no line {line:?} in:\n{said}");
}

const YEAR: &[&str] = &["--year", "2024", "--apply"];
const AMSTERDAM: &[&str] = &[
    "--year",
    "2024",
    "--apply",
    "--source",
    "Gemeente Amsterdam",
    "--licence",
    "open",
    "--name",
    "Amsterdam",
];

#[tokio::test(flavor = "multi_thread")]
async fn three_cities_with_their_areas_figures_and_places() {
    let Some(shared) = shared() else { return };
    for machine in Machine::each(shared).await {
        let said = machine.import("areas", "geo-amsterdam/buurten.geojson", AMSTERDAM);
        says(&said, "1 municipalities (1 new), 0 districts, 518 neighbourhoods with areas of 2024");
        let said = machine.import("areas", "geo-amsterdam/wijken.geojson", AMSTERDAM);
        says(&said, "1 municipalities (0 new), 110 districts, 0 neighbourhoods with areas of 2024");
        says(&said, "new 110, changed 0, same 0, refused 0, mended 110, places in another area now 0");
        let said = machine.import("areas", "geo-amsterdam/stadsdelen.geojson", AMSTERDAM);
        says(&said, "9 times: has no code of a district (WK) or neighbourhood (BU)");
        let said = machine.import("areas", "geo-hoorn-purmerend/buurten_hoorn.geojson", YEAR);
        says(&said, "1 municipalities (1 new), 0 districts, 74 neighbourhoods with areas of 2024");
        let said = machine.import("areas", "geo-hoorn-purmerend/buurten_purmerend.geojson", YEAR);
        says(&said, "1 municipalities (1 new), 0 districts, 31 neighbourhoods with areas of 2024");

        let figures = "cbs-kerncijfers-2024/kerncijfers_amsterdam_hoorn_purmerend.csv";
        let said = machine.import("figures", figures, YEAR);
        says(&said, "3 municipalities (0 new), 132 districts, 622 neighbourhoods with figures of 2024");
        says(&said, "new 754, changed 0, same 0, refused 0, mended 0, places in another area now 0");
        let orphans = machine
            .number(
                "select count(*) from directory_area where kind = 'neighbourhood' and parent_code is null",
            )
            .await;
        assert_eq!(orphans, 0, "every neighbourhood hangs under its district");
        // Two of Amsterdam's are younger than the figures.
        let unjoined = machine
            .number(
                "select count(*) from directory_area where kind = 'neighbourhood' and figures_year is null",
            )
            .await;
        assert_eq!(unjoined, 1);

        places(&machine).await;
        let said = machine.import("figures", figures, YEAR);
        says(&said, "new 0, changed 0, same 754, refused 0, mended 0, places in another area now 0");
        samples(&machine);
    }
}

async fn places(machine: &Machine) {
    let file = "amsterdam-voorzieningen/maatschappelijke_vzn_noord_nieuwwest_oost.geojson";
    let about = [
        "--municipality",
        "GM0363",
        "--source",
        "Amsterdam",
        "--licence",
        "open",
        "--mapping",
        "amsterdam-voorzieningen",
        "--apply",
    ];
    let said = machine.import("", file, &about);
    says(&said, "parties         701        0        0        0        0");
    assert!(said.contains("refused 0, left out 0, mended 20,"), "{said}");
    assert!(said.contains("A letter with an accent was lost here."), "{said}");
    let placed = machine
        .number("select count(*) from directory_place place join directory_area area on area.municipality_id = place.municipality_id and area.code = place.area_code and area.year = place.area_year and area.kind = 'neighbourhood'")
        .await;
    assert_eq!(placed, 701, "each place in exactly one neighbourhood, on {}", machine.fresh.engine());
    let version = "select version from directory_municipality where municipality_id = 363";
    let before = machine.number(version).await;
    let said = machine.import("", file, &about);
    says(&said, "Nothing on the map would change, so nothing was written.");
    assert_eq!(machine.number(version).await, before);
}

/// What the readers make of other people's files: parties, offers, refused, left out.
fn samples(machine: &Machine) {
    for (path, mapping, parties, offers, refused, left_out) in [
        ("hsds-sample-1.1/all_resources", None, 10, 10, 0, 18),
        ("hsds-sample-1.1/simple", None, 10, 10, 0, 9),
        ("ilao-legal-aid/output", None, 33, 89, 3628, 476),
        ("ilao-legal-aid/input", Some("ilao-legal-aid"), 33, 80, 755, 43),
        ("florida-legal-aid", Some("florida-legal-aid"), 20, 135, 0, 0),
        ("ohana-smc-csv", None, 8, 21, 0, 52),
    ] {
        let mut words = vec!["--municipality", "GM0405", "--source", path, "--licence", "open"];
        if let Some(mapping) = mapping {
            words.extend(["--mapping", mapping]);
        }
        let said = machine.import("", path, &words);
        says(&said, &format!("parties   {parties:>9}        0        0        0        0"));
        says(&said, &format!("offers    {offers:>9}        0        0        0        0"));
        assert!(said.contains(&format!("refused {refused}, left out {left_out},")), "{path}: {said}");
        words.push("--apply");
        let said = machine.import("", path, &words);
        assert!(said.contains("applied "), "{path}: {said}");
        let said = machine.import("", path, &words);
        says(&said, "Nothing on the map would change, so nothing was written.");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_country_with_its_figures() {
    let Some(shared) = shared() else { return };
    for machine in Machine::each(shared).await {
        let said = machine.import("areas", "geo-nl-buurten-2024/buurten_nl.geojson", YEAR);
        says(&said, "334 municipalities (334 new), 0 districts, 14232 neighbourhoods with areas of 2024");
        says(&said, "new 14232, changed 0, same 0, refused 0, mended 22, places in another area now 0");
        let said = machine.import("figures", "cbs-kerncijfers-2024/kerncijfers_nl.csv", YEAR);
        says(&said, "334 municipalities (0 new), 3321 districts, 14231 neighbourhoods with figures of 2024");
        says(&said, "new 17552, changed 0, same 0, refused 423, mended 0, places in another area now 0");
        let joined = "select count(*) from directory_area where kind = 'neighbourhood' and shape is not null and figures_year = 2024";
        assert_eq!(machine.number(joined).await, 14_231);
        if machine.fresh.engine() == Engine::Sqlite {
            let said = machine.import("areas", "geo-nl-buurten-2024/buurten_nl.geojson", YEAR);
            says(&said, "new 0, changed 0, same 14232, refused 0, mended 22, places in another area now 0");
        }
    }
}
