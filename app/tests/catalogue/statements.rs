//! Finds the SQL in source text: what is given to `.read(`, `.write(` and `.sql(`, with every piece pushed behind it.

use std::collections::BTreeMap;

#[derive(Debug)]
pub(crate) struct Statement {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) sql: String,
}

const BEGINNINGS: [&str; 3] = [".read(", ".write(", ".sql("];
const PIECES: [&str; 3] = [".push(", ".push_bind(", ".push_list("];
const VERBS: [&str; 6] = ["select", "insert", "update", "delete", "with", "values"];

/// The statements of one file, up to its tests.
pub(crate) fn of(file: &str, text: &str) -> Vec<Statement> {
    let code = without_comments(text.split("#[cfg(test)]\nmod").next().unwrap_or_default());
    let constants = constants(&code);
    let mut found: Vec<Statement> = Vec::new();
    let mut at = 0;
    while let Some((start, mark, begins)) = next_call(&code, at) {
        at = start + mark.len();
        let Some((sql, _)) = argument(&code[at..], &constants) else { continue };
        let line = code[..start].matches('\n').count() + 1;
        if begins && VERBS.iter().any(|verb| sql.trim_start().to_ascii_lowercase().starts_with(verb)) {
            found.push(Statement { file: file.to_owned(), line, sql });
        } else if !begins && let Some(last) = found.last_mut() {
            // A piece belongs to the statement before it: both stand in one function.
            last.sql.push_str(&sql);
        }
    }
    found
}

fn next_call(code: &str, from: usize) -> Option<(usize, &'static str, bool)> {
    let begins = BEGINNINGS.into_iter().map(|mark| (mark, true));
    let pieces = PIECES.into_iter().map(|mark| (mark, false));
    begins
        .chain(pieces)
        .filter_map(|(mark, begins)| Some((code[from..].find(mark)? + from, mark, begins)))
        .min_by_key(|(start, _, _)| *start)
}

/// A literal, or the name of a constant of the same file.
fn argument(text: &str, constants: &BTreeMap<String, String>) -> Option<(String, usize)> {
    let trimmed = text.trim_start();
    if let Some(found) = literal(trimmed) {
        return Some(found);
    }
    let name: String =
        trimmed.chars().take_while(|c| c.is_ascii_uppercase() || *c == '_' || c.is_ascii_digit()).collect();
    constants.get(&name).map(|sql| (sql.clone(), name.len()))
}

/// `const NAME: &str = "…";`
fn constants(code: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for after in code.split("const ").skip(1) {
        let Some((head, value)) = after.split_once('=') else { continue };
        if let (Some((name, kind)), Some((sql, _))) = (head.split_once(':'), literal(value.trim_start()))
            && kind.contains("str")
        {
            found.insert(name.trim().to_owned(), sql);
        }
    }
    found
}

/// The text of a string literal at the start, and where it ends. Line ends with `\` join as Rust joins them.
fn literal(text: &str) -> Option<(String, usize)> {
    if let Some(raw) = text.strip_prefix('r') {
        let hashes = raw.chars().take_while(|c| *c == '#').count();
        let inner = raw[hashes..].strip_prefix('"')?;
        let end = inner.find(&format!("\"{}", "#".repeat(hashes)))?;
        return Some((inner[..end].to_owned(), end));
    }
    let inner = text.strip_prefix('"')?;
    let mut out = String::new();
    let mut chars = inner.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((out, at)),
            '\\' => match chars.next()?.1 {
                '\n' => while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {},
                'n' => out.push('\n'),
                other => out.push(other),
            },
            c => out.push(c),
        }
    }
    None
}

/// Comments may quote SQL. Lines stay, so that the numbers stay.
fn without_comments(text: &str) -> String {
    let plain =
        |line: &str| if line.trim_start().starts_with("//") { String::new() } else { line.to_owned() };
    text.lines().map(plain).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_statement_is_read_with_its_pieces_and_constants() {
    let code = r#"
const COLUMNS: &str = "select id \
     from directory_offer";
// db.read("select * from nothing")
let bytes = std::fs::read("file");
db.read(COLUMNS).bind(1).push(" where municipality_id = $1").push_bind(" and id = ", 2).all();
tx.sql("delete from directory_place where municipality_id = $1 ").push_list(" and id in (", x, ")");
"#;
    let found = of("a.rs", code);
    let sql: Vec<&str> = found.iter().map(|statement| statement.sql.as_str()).collect();
    assert_eq!(
        sql,
        [
            "select id from directory_offer where municipality_id = $1 and id = ",
            "delete from directory_place where municipality_id = $1  and id in (",
        ]
    );
    assert_eq!(found[0].line, 6);
}
