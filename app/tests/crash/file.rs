//! A file of parties and offers in which every text says which edition it is.

use std::path::Path;

use serde_json::json;

/// The text of every party and offer of an edition.
pub(crate) fn says(edition: usize) -> String {
    format!("Zo stond het in uitgave {edition}.")
}

pub(crate) fn write(path: &Path, parties: usize, offers: usize, edition: usize) {
    let text = says(edition);
    let organizations: Vec<_> = (0..parties)
        .map(|n| json!({ "id": format!("p{n}"), "name": format!("Partij {n}"), "description": text }))
        .collect();
    let services: Vec<_> = (0..offers)
        .map(|n| {
            json!({ "id": format!("o{n}"), "organization_id": format!("p{}", n % parties),
                "name": format!("Aanbod {n}"), "description": text, "status": "active" })
        })
        .collect();
    let whole = json!({ "organizations": organizations, "services": services });
    std::fs::write(path, whole.to_string()).unwrap();
}
