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

/// Names of the column that says whether an address is secret. The first is ours.
pub(in super::super) const SECRECY: [&str; 6] =
    ["confidential", "is_confidential", "vertrouwelijk", "is_vertrouwelijk", "geheim", "is_geheim"];

/// Whether a column says of its row that it is secret.
pub(in super::super) fn is_secrecy(column: &str) -> bool {
    SECRECY.contains(&column.trim().to_lowercase().replace([' ', '-'], "_").as_str())
}

/// What a cell answers to a question of yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Answered {
    Nothing,
    Yes,
    No,
    /// In words we do not know.
    Unclear,
}

pub(in super::super) fn answered(cell: &str) -> Answered {
    match cell.trim().to_lowercase().as_str() {
        "" => Answered::Nothing,
        "true" | "yes" | "y" | "1" | "ja" | "j" | "t" | "x" | "waar" => Answered::Yes,
        "false" | "no" | "n" | "0" | "nee" | "f" | "onwaar" => Answered::No,
        _ => Answered::Unclear,
    }
}

/// What a cell answers to whether an address is secret; such a cell often names what it is.
pub(in super::super) fn secrecy(cell: &str) -> Answered {
    match cell.trim().to_lowercase().as_str() {
        "confidential" | "secret" | "vertrouwelijk" | "geheim" => Answered::Yes,
        _ => answered(cell),
    }
}

/// Whoever says anything but no, in whatever words, is not put on the map: a mistake there cannot be undone.
pub(in super::super) fn is_secret(cell: &str) -> bool {
    matches!(secrecy(cell), Answered::Yes | Answered::Unclear)
}

/// Columns that say of a whole row whether it is for everybody, and which answer hides it.
pub(in super::super) fn hides(column: &str, cell: &str) -> bool {
    match answer(column) {
        Some(Answer::Yes) => answered(cell) == Answered::Yes,
        Some(Answer::No) => answered(cell) == Answered::No,
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
