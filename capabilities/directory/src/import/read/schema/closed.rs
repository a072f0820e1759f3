//! What must never become public: columns, rows and states that say so of themselves.

/// Columns whose name says that they are not for everybody. They are never read.
pub(in super::super) fn is_internal(column: &str) -> bool {
    let words = column.to_lowercase();
    words.split(|c: char| !c.is_alphanumeric()).any(|word| {
        matches!(
            word,
            "internal"
                | "private"
                | "intern"
                | "interne"
                | "prive"
                | "privé"
                | "confidential"
                | "vertrouwelijk"
        )
    })
}

/// Columns that say of a whole row whether it is for everybody, and which answer hides it.
pub(in super::super) fn hides(column: &str, cell: &str) -> bool {
    let word = cell.trim().to_lowercase();
    match answer(column) {
        Some(Answer::Yes) => matches!(word.as_str(), "true" | "yes" | "y" | "1" | "ja" | "t" | "x"),
        Some(Answer::No) => matches!(word.as_str(), "false" | "no" | "n" | "0" | "nee" | "f"),
        Some(Answer::Status) => is_hiding_status(cell),
        None => false,
    }
}

pub(in super::super) fn may_hide(column: &str) -> bool {
    answer(column).is_some()
}

/// The answer that hides a row.
enum Answer {
    Yes,
    No,
    Status,
}

fn answer(column: &str) -> Option<Answer> {
    Some(match column.trim().to_lowercase().replace([' ', '-'], "_").trim_start_matches("is_") {
        "private" | "internal" | "excluded" | "exclude" | "hidden" | "inactive" | "deleted" | "archived"
        | "defunct" | "intern" | "prive" | "privé" => Answer::Yes,
        "active" | "published" | "public" | "visible" | "actief" | "openbaar" | "zichtbaar" => Answer::No,
        "visibility" => Answer::Status,
        _ => return None,
    })
}

pub(in super::super) fn is_hiding_status(status: &str) -> bool {
    matches!(
        status.trim().to_lowercase().as_str(),
        "inactive"
            | "defunct"
            | "excluded"
            | "private"
            | "internal"
            | "deleted"
            | "archived"
            | "draft"
            | "hidden"
            | "unpublished"
            | "inactief"
            | "gestopt"
            | "opgeheven"
            | "intern"
            | "prive"
            | "privé"
            | "verwijderd"
            | "concept"
            | "verborgen"
    )
}
