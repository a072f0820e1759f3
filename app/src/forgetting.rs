//! What ends by the clock in the whole house: each capability's own rules, and the municipalities in which they hold.

use directory::municipality;
use ground::db::Db;
use ground::retention::Rule;
use ground::trouble::Answer;
use retention::Town;

/// In the order in which they are carried out.
#[must_use]
pub fn rules() -> Vec<Rule> {
    [
        access::ENDS,
        directory::ENDS,
        people::ENDS,
        &[provider::ENDS],
        contacts::ENDS,
        exchange::ENDS,
        asks::ENDS,
        handovers::ENDS,
        today::ENDS,
    ]
    .concat()
}

/// # Errors
/// What the database answers.
pub async fn towns(db: &Db) -> Answer<Vec<Town>> {
    let towns = municipality::store::all(db).await?;
    Ok(towns.iter().map(|town| Town { code: town.code, fiction: town.fiction }).collect())
}
