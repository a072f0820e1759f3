//! Rows are written once, in PostgreSQL's words, like the migrations themselves; SQLite gets the same values.

use ground::db::Engine;
use ground::moment::Moment;

/// `uuid '…'`, `timestamptz '…'`, `date '…'` and `bytea '\x…'` are PostgreSQL's own typed literals. `true`,
/// `false`, numbers and texts mean the same on both.
pub(crate) fn in_words_of(engine: Engine, rows: &str) -> String {
    if engine == Engine::Postgres {
        return rows.to_owned();
    }
    let mut out = String::new();
    let mut rest = rows;
    while let Some((at, kind)) = next_literal(rest) {
        let (before, from) = rest.split_at(at);
        let value = &from[kind.len() + 2..];
        let (value, after) = value.split_once('\'').unwrap_or_else(|| panic!("{kind} '… never closes"));
        out.push_str(before);
        match kind {
            "uuid" => out.push_str(&format!("x'{}'", value.replace('-', ""))),
            "timestamptz" => {
                let moment = Moment::parse(value).unwrap_or_else(|| panic!("{value} is no moment"));
                out.push_str(&moment.micros().to_string());
            }
            "date" => out.push_str(&format!("'{value}'")),
            _ => out.push_str(&format!("x'{}'", value.trim_start_matches("\\x"))),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn next_literal(text: &str) -> Option<(usize, &'static str)> {
    ["uuid", "timestamptz", "date", "bytea"]
        .into_iter()
        .filter_map(|kind| Some((text.find(&format!("{kind} '"))?, kind)))
        .min_by_key(|(at, _)| *at)
}

#[test]
fn typed_literals_become_what_sqlite_stores() {
    let rows = "values (uuid '01890000-0000-7000-8000-00000000000a', timestamptz '1970-01-01T00:00:01Z', \
                date '2026-01-02', bytea '\\x00ff', true, 'a date of ''mine''')";
    assert_eq!(in_words_of(Engine::Postgres, rows), rows);
    assert_eq!(
        in_words_of(Engine::Sqlite, rows),
        "values (x'0189000000007000800000000000000a', 1000000, '2026-01-02', x'00ff', true, 'a date of ''mine''')"
    );
}
