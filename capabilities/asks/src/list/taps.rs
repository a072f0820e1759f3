//! What can be done with a question from a list by one tap, without a word, and what was done so just now.

use directory::party::Party;
use ground::id::{Id, Municipality};
use ground::trouble::Answer;
use ui::{Button, Lang, fl};

use crate::question::{Question, store};
use crate::story::Step;
use crate::{Asks, words};

/// What an address calls a question of which it says what was done.
pub(crate) const KIND: &str = "vraag";

/// Buttons for this party; none where something has to be said.
pub(super) fn taps(lang: Lang, question: &Question, party: Id<Party>) -> Vec<Button> {
    let w = words(lang);
    let tap = |step: Step| {
        let (door, said) = match step {
            Step::Take => ("oppakken", fl!(w, "do-take")),
            Step::Thank => ("verder", fl!(w, "do-thank")),
            _ => return None,
        };
        let to = format!("/{KIND}/{}/{door}", question.id);
        Some(exchange::tap(said, to, question.version, step.word(), None))
    };
    question.possible(party.uuid()).into_iter().filter_map(tap).collect()
}

impl Asks {
    /// What this party did just now from a list, in words, as long as nothing came after it: an address can be opened
    /// again days later.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn just_done(
        &self,
        here: Municipality,
        party: Id<Party>,
        lang: Lang,
        typed: &str,
    ) -> Answer<Option<String>> {
        let Some((step, id)) = exchange::done_there::<Question>(KIND, typed) else { return Ok(None) };
        let Some(question) = store::find(&self.db, here, id).await? else { return Ok(None) };
        if !question.is_of(party.uuid()) {
            return Ok(None);
        }
        let told = store::told(&self.db, here, id).await?;
        let last = told.last().filter(|done| done.by.is_some_and(|by| by.party == party));
        let w = words(lang);
        Ok(match last.map(|done| done.step).filter(|done| done.word() == step) {
            Some(Step::Take) => Some(fl!(w, "done-take")),
            Some(Step::Thank) => Some(fl!(w, "done-thank")),
            _ => None,
        })
    }
}
