//! Reading SQL as text: words, strings, comments and where one statement ends.

/// A piece of SQL. Comments are left out; quoted pieces are never looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'s> {
    /// Letters, digits and underscores.
    Word(&'s str),
    /// `'…'`, `"…"` or `$tag$…$tag$`, quotes included.
    Quoted(&'s str),
    Space(&'s str),
    /// Anything else, one character at a time.
    Mark(&'s str),
}

impl<'s> Piece<'s> {
    pub(super) const fn text(self) -> &'s str {
        match self {
            Self::Word(text) | Self::Quoted(text) | Self::Space(text) | Self::Mark(text) => text,
        }
    }

    pub(super) fn is(self, word: &str) -> bool {
        matches!(self, Self::Word(text) if text.eq_ignore_ascii_case(word))
    }
}

pub(super) fn pieces(sql: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = sql;
    let each = move || {
        let (piece, length) = next(rest, rest.chars().next()?);
        rest = rest.get(length..).unwrap_or_default();
        Some(piece)
    };
    std::iter::from_fn(each).flatten()
}

fn next(rest: &str, first: char) -> (Option<Piece<'_>>, usize) {
    let head = |length: usize| rest.get(..length).unwrap_or(rest);
    if rest.starts_with("--") {
        let length = rest.find('\n').unwrap_or(rest.len());
        return (None, length);
    }
    if rest.starts_with("/*") {
        return (Some(Piece::Space(" ")), comment(rest));
    }
    if first == '\'' || first == '"' {
        let length = quoted(rest, first);
        return (Some(Piece::Quoted(head(length))), length);
    }
    if first == '$'
        && let Some(length) = dollar_quoted(rest)
    {
        return (Some(Piece::Quoted(head(length))), length);
    }
    let run = |test: fn(char) -> bool| rest.find(|c: char| !test(c)).unwrap_or(rest.len());
    if first.is_whitespace() {
        let length = run(char::is_whitespace);
        return (Some(Piece::Space(head(length))), length);
    }
    if first.is_alphanumeric() || first == '_' {
        let length = run(|c| c.is_alphanumeric() || c == '_');
        return (Some(Piece::Word(head(length))), length);
    }
    let length = first.len_utf8();
    (Some(Piece::Mark(head(length))), length)
}

/// PostgreSQL's block comments nest.
fn comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0usize, 0usize);
    loop {
        let here = rest.get(at..).unwrap_or_default();
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
        } else if let Some(c) = here.chars().next() {
            at += c.len_utf8();
        } else {
            return rest.len();
        }
        if depth == 0 {
            return at;
        }
    }
}

/// A doubled quote inside reads as the end of one and the start of the next, which comes to the same.
fn quoted(rest: &str, quote: char) -> usize {
    rest.get(1..).and_then(|inner| inner.find(quote)).map_or(rest.len(), |end| end + 2)
}

fn dollar_quoted(rest: &str) -> Option<usize> {
    let tag_end = rest.get(1..)?.find('$')? + 2;
    let tag = rest.get(..tag_end)?;
    let name = tag.get(1..tag_end - 1)?;
    if name.starts_with(|c: char| c.is_ascii_digit())
        || !name.chars().all(|c| c.is_alphanumeric() || c == '_')
    {
        return None;
    }
    let close = rest.get(tag_end..)?.find(tag)?;
    Some(tag_end + close + tag_end)
}

/// The statements of a script, each without its semicolon and comments.
pub(super) fn statements(script: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for piece in pieces(script) {
        if piece == Piece::Mark(";") {
            found.push(String::new());
        } else if let Some(last) = found.last_mut() {
            last.push_str(piece.text());
        }
    }
    found.into_iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// Whether a statement begins like one that leaves everything as it was.
pub(super) fn only_reads(sql: &str) -> bool {
    let first = sql.trim_start().split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    ["select", "with", "values", "pragma", "explain", "show"]
        .iter()
        .any(|word| first.eq_ignore_ascii_case(word))
}

/// The highest `$n` outside quotes; 0 without any.
fn highest_placeholder(sql: &str) -> usize {
    let mut after_dollar = false;
    let mut highest = 0;
    for piece in pieces(sql) {
        if let Piece::Word(number) = piece
            && after_dollar
        {
            highest = highest.max(number.parse().unwrap_or(0));
        }
        after_dollar = piece == Piece::Mark("$");
    }
    highest
}

/// SQLite takes 32,766 values a statement, PostgreSQL 65,535.
pub const MOST_VALUES: usize = 32_000;

/// What is wrong with a statement that is asked with so many values.
pub(super) fn fault(sql: &str, given: usize) -> Option<String> {
    // SQLite reads a value that was never bound as null; here it is a fault on both engines.
    let asked = highest_placeholder(sql);
    if asked != given {
        return Some(format!("${asked} asked, {given} values bound in: {sql}"));
    }
    if given > MOST_VALUES {
        return Some(format!("{given} values are too many for one statement"));
    }
    // Whoever writes a statement hears of it from the first test that asks it.
    (cfg!(debug_assertions) && is_planned_each_time(sql))
        .then(|| format!("write `limit +$n`, so that it is planned once: {sql}"))
}

/// Whether how many rows are taken is a value and nothing else. SQLite looks at such a value to plan, and so plans the
/// whole statement again each time it is asked; before a `+` it does not look.
fn is_planned_each_time(sql: &str) -> bool {
    let mut after_limit = false;
    for piece in pieces(sql).filter(|piece| !matches!(piece, Piece::Space(_))) {
        if after_limit && piece == Piece::Mark("$") {
            return true;
        }
        after_limit = piece.is("limit");
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_semicolon_in_a_comment_or_a_string_ends_no_statement() {
        let script = "-- one; two\ncreate table a (b text default ';' /* ; /* ; */ ; */ not null);\n\
                      insert into a values ('it''s; fine', \"x;y\", $tag$ ; $tag$); ;\n";
        let found = statements(script);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("create table a (b text default ';'"));
        assert!(found[1].ends_with("$tag$ ; $tag$)"));
    }

    #[test]
    fn an_unclosed_quote_or_comment_runs_to_the_end() {
        assert_eq!(statements("select 'a; b"), ["select 'a; b"]);
        assert_eq!(statements("select 1 /* ; x"), ["select 1"]);
        assert_eq!(statements(""), [""; 0]);
    }

    #[test]
    fn placeholders_are_counted_outside_quotes_only() {
        assert_eq!(highest_placeholder("a = $2 and b = $11 or c = '$99'"), 11);
        assert_eq!(highest_placeholder("select 1"), 0);
        assert_eq!(highest_placeholder("values ($1,$2),($3,$4)"), 4);
    }

    #[test]
    fn a_limit_that_is_a_bare_value_is_found() {
        assert!(is_planned_each_time("select 1 from a limit $1"));
        assert!(is_planned_each_time("select * from (select 1 from a order by b\n LIMIT  $2) c"));
        for planned_once in ["limit +$1", "limit 200", "where limited = $1", "'limit $1'"] {
            assert!(!is_planned_each_time(planned_once), "{planned_once}");
        }
    }
}
