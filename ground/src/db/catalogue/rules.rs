//! Ready to be spread: the rules that let one installation grow to many machines, checked without having them.

use std::collections::BTreeSet;

use super::super::text::{self, Piece};
use super::{Catalogue, Kind, OWN_TABLES, Table};

/// The column that opens every key.
const TENANT: &str = "municipality_id";

/// What keeps this schema on one machine, each as a sentence; empty when nothing does.
/// `reference_tables` are the few that belong to no municipality.
pub fn ready_to_be_spread(catalogue: &Catalogue, reference_tables: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, table) in catalogue.data_tables() {
        let is_reference = reference_tables.contains(&name.as_str());
        if table.primary_key.is_empty() {
            found.push(format!("{name} has no primary key"));
        }
        for column in &table.columns {
            if let Some(default) = &column.default
                && !is_literal(default)
            {
                found.push(format!("{name}.{} gets its default from {default}", column.name));
            }
            if let Kind::Other(kind) = &column.kind {
                found.push(format!(
                    "{name}.{} is of the kind {kind}, which does not exist on both engines",
                    column.name
                ));
            }
        }
        for key in &table.foreign_keys {
            if key.on_delete == "set null" || key.on_delete == "set default" {
                found.push(format!("{name} has on delete {} towards {}", key.on_delete, key.to_table));
            }
        }
        if is_reference {
            for key in &table.foreign_keys {
                if !reference_tables.contains(&key.to_table.as_str()) {
                    found.push(format!(
                        "the reference table {name} points at {}, which is a tenant's",
                        key.to_table
                    ));
                }
            }
        } else {
            tenant(name, table, reference_tables, &mut found);
        }
    }
    found.extend(catalogue.triggers.iter().map(|trigger| format!("there is a trigger {trigger}")));
    found.extend(catalogue.sequences.iter().map(|sequence| format!("there is a sequence {sequence}")));
    for name in reference_tables {
        if !catalogue.tables.contains_key(*name) {
            found.push(format!("the reference table {name} is listed but does not exist"));
        }
    }
    found
}

fn tenant(name: &str, table: &Table, reference_tables: &[&str], found: &mut Vec<String>) {
    match table.column(TENANT) {
        None => found.push(format!("{name} has no {TENANT} and is no reference table")),
        Some(column) if column.nullable => found.push(format!("{name}.{TENANT} may be null")),
        Some(_) => {}
    }
    if !table.primary_key.is_empty() && first_of(&table.primary_key) != Some(TENANT) {
        found.push(format!("{name}: the primary key does not start with {TENANT}"));
    }
    for unique in &table.uniques {
        if first_of(&unique.columns) != Some(TENANT) {
            found
                .push(format!("{name}: unique ({}) does not start with {TENANT}", unique.columns.join(", ")));
        }
    }
    for key in &table.foreign_keys {
        let towards_reference = reference_tables.contains(&key.to_table.as_str());
        let both_start = first_of(&key.columns) == Some(TENANT) && first_of(&key.to_columns) == Some(TENANT);
        if !towards_reference && !both_start {
            let columns = key.columns.join(", ");
            found.push(format!(
                "{name}: the reference ({columns}) to {} does not start with {TENANT}",
                key.to_table
            ));
        }
    }
}

fn first_of(columns: &[String]) -> Option<&str> {
    columns.first().map(String::as_str)
}

fn is_literal(default: &str) -> bool {
    let quoted = default.len() >= 2 && default.starts_with('\'') && default.ends_with('\'');
    quoted || default.parse::<f64>().is_ok() || default.starts_with("X'") || default.starts_with("'\\x")
}

/// Where two databases differ, as sentences: tables, columns, nullability, keys, references, defaults.
/// Kinds are compared by what SQLite makes of them.
pub fn same_on_both(one: &Catalogue, other: &Catalogue) -> Vec<String> {
    let mut found = Vec::new();
    let names: BTreeSet<&String> =
        one.data_tables().chain(other.data_tables()).map(|(name, _)| name).collect();
    for name in names {
        let (Some(left), Some(right)) = (one.tables.get(name), other.tables.get(name)) else {
            found.push(format!("{name} is in one of the two only"));
            continue;
        };
        let columns = |table: &Table| -> Vec<String> {
            table.columns.iter().map(|column| column.name.clone()).collect()
        };
        if columns(left) != columns(right) {
            found.push(format!("{name} has columns {:?} and {:?}", columns(left), columns(right)));
            continue;
        }
        for (ours, theirs) in left.columns.iter().zip(&right.columns) {
            let column = format!("{name}.{}", ours.name);
            if ours.kind.stored() != theirs.kind.stored() {
                found.push(format!("{column} is {:?} and {:?}", ours.kind, theirs.kind));
            }
            if ours.nullable != theirs.nullable {
                found.push(format!("{column} may be null in one of the two only"));
            }
            if ours.default != theirs.default {
                found.push(format!("{column} has the defaults {:?} and {:?}", ours.default, theirs.default));
            }
        }
        if left.primary_key != right.primary_key {
            found.push(format!("{name} has the keys {:?} and {:?}", left.primary_key, right.primary_key));
        }
        if left.uniques != right.uniques {
            found.push(format!("{name} has the unique indexes {:?} and {:?}", left.uniques, right.uniques));
        }
        if left.foreign_keys != right.foreign_keys {
            found.push(format!(
                "{name} has the references {:?} and {:?}",
                left.foreign_keys, right.foreign_keys
            ));
        }
    }
    found
}

/// What is wrong with a whole statement of the program, as sentences.
/// Every mention of a tenant's table needs a mention of the municipality: a join repeats it.
pub fn statement_rules(sql: &str, reference_tables: &[&str]) -> Vec<String> {
    let pieces: Vec<Piece<'_>> =
        text::pieces(sql).filter(|piece| !matches!(piece, Piece::Space(_) | Piece::Quoted(_))).collect();
    let at = |index: usize| pieces.get(index).copied().unwrap_or(Piece::Space(""));
    let mut found = Vec::new();
    let mut temporary: BTreeSet<String> = BTreeSet::new();
    let mut tables: Vec<String> = Vec::new();
    let mut mentions = 0usize;
    for (index, piece) in pieces.iter().copied().enumerate() {
        let before = if index == 0 { Piece::Space("") } else { at(index - 1) };
        let Piece::Word(word) = piece else { continue };
        let word = word.to_ascii_lowercase();
        match word.as_str() {
            TENANT => mentions += 1,
            "now" | "random" | "clock_timestamp" | "gen_random_uuid" if at(index + 1) == Piece::Mark("(") => {
                found.push(format!("{word}() decides by itself; time and chance come from the program"));
            }
            "current_timestamp" | "current_date" | "current_time" | "localtimestamp" => {
                found.push(format!("{word} decides by itself; time comes from the program"));
            }
            "ilike" => found.push("ilike does not exist on SQLite; compare a _key column".to_owned()),
            "select" | "returning" if at(index + 1) == Piece::Mark("*") => {
                found.push(format!("{word} * breaks when a column is added; name the columns"));
            }
            // `with name as (`, and further ones after a comma.
            "as" if at(index + 1) == Piece::Mark("(") && matches!(before, Piece::Word(_)) => {
                temporary.insert(before.text().to_ascii_lowercase());
            }
            "from" | "join" | "into" | "update" => {
                let is_clause = word == "update" && (before.is("do") || before.is("for"));
                let distinct = word == "from" && before.is("distinct");
                if let (Piece::Word(table), false) = (
                    at(index + 1),
                    is_clause || distinct || at(index + 2) == Piece::Mark("(") && word != "into",
                ) {
                    tables.push(table.to_ascii_lowercase());
                }
            }
            _ => {}
        }
    }
    tables.retain(|table| {
        !temporary.contains(table)
            && !reference_tables.contains(&table.as_str())
            && !OWN_TABLES.contains(&table.as_str())
            && !["select", "lateral", "set"].contains(&table.as_str())
    });
    if mentions < tables.len() {
        found.push(format!(
            "{} named, {TENANT} {mentions} times: each table needs its municipality",
            tables.join(", ")
        ));
    }
    found
}
