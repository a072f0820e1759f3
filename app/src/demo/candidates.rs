//! Somebody of the invented municipality who is not on the map yet, and asked to be two days ago.

use std::time::Duration;

use access::Fields;
use directory::candidate;
use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;

use super::wrong;
use crate::refusal::Refusal;

const TWO_DAYS: Duration = Duration::from_secs(2 * 24 * 60 * 60);

const ASKED: [(&str, &str); 4] = [
    ("name", "Naaiatelier Het Knoopsgat"),
    ("sphere", "informal"),
    (
        "summary",
        "Wij herstellen kleren met elkaar, op woensdag in de flat. Wie niet kan naaien, leert het hier.",
    ),
    ("reach", "knoopsgat@oosterwaard.voorbeeld"),
];

/// # Errors
/// What the database answers.
pub async fn fill(db: &Db, town: Municipality, now: Moment) -> Result<(), Refusal> {
    let mut fields = Fields::default();
    for (name, value) in ASKED {
        fields.push(name, value);
    }
    let asked = candidate::read(&fields, now.minus(TWO_DAYS));
    let asked = asked.map_err(|_| wrong("candidates", "what is asked does not fit"))?;
    candidate::store::ask(db, town, &asked).await?;
    Ok(())
}
