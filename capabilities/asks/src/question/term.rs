//! Until when an answer is agreed, as the settings of the area say.

use directory::area::AreaCode;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::Term;
use crate::Asks;

/// # Errors
/// What the database answers.
pub(crate) async fn term_of(
    asks: &Asks,
    here: Municipality,
    area: Option<&AreaCode>,
    now: Moment,
) -> Answer<Term> {
    let agreed = terms::of(&asks.db, here, area).await?.question(now);
    Ok(Term { half: agreed.half, until: agreed.until })
}
