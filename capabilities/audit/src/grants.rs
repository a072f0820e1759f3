//! What a role of PostgreSQL may do that serves visitors: everything the program needs, except rewriting the trail.

use ground::db::Db;
use ground::trouble::Answer;

/// What such a role must not be able to do, by table.
const NEVER: [(&str, &str); 4] = [
    ("audit_line", "UPDATE, DELETE, TRUNCATE"),
    ("audit_root", "UPDATE, DELETE, TRUNCATE"),
    ("audit_head", "DELETE, TRUNCATE"),
    ("audit_cut", "INSERT, UPDATE, DELETE, TRUNCATE"),
];

/// Whether the role of this connection can add to the trail and not rewrite it, as [`grants`] makes it. Never on SQLite, which
/// knows no roles.
///
/// # Errors
/// What the database answers.
pub async fn only_adds(db: &Db) -> Answer<bool> {
    for (table, deeds) in NEVER {
        if db.allows(table, deeds).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Why this is no name for a role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is no name for a role: small letters, digits and underscores, beginning with a letter, 63 at most."
)]
pub struct NotARole(String);

/// The statements, for the owner of the database, one by one. Again changes nothing; after an update they are needed again.
///
/// # Errors
/// When the name is none that can stand in a statement without quotes.
pub fn grants(role: &str) -> Result<Vec<String>, NotARole> {
    let fits = role.len() <= 63
        && role.starts_with(|c: char| c.is_ascii_lowercase())
        && role.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'));
    if !fits {
        return Err(NotARole(role.to_owned()));
    }
    Ok(vec![
        format!("grant usage on schema public to {role}"),
        format!("grant select, insert, update, delete on all tables in schema public to {role}"),
        format!("revoke insert, update, delete, truncate on ground_migration from {role}"),
        format!("revoke update, delete, truncate on audit_line, audit_root from {role}"),
        format!("revoke delete, truncate on audit_head from {role}"),
        format!("revoke insert, update, delete, truncate on audit_cut from {role}"),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_would_say_more_than_a_name_is_refused() {
        for name in ["", "Samenspel", "a b", "x; drop table audit_line", "1a", "a\"b", "é", &"a".repeat(64)]
        {
            assert!(grants(name).is_err(), "{name}");
        }
        assert!(grants("samenspel_web").is_ok());
    }
}
