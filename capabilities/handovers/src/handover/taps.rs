//! What can be done with a handover from a list by one tap, without a word, and what was done so just now.

use directory::party::Party;
use ground::id::{Id, Municipality};
use ground::moment::Day;
use ground::trouble::Answer;
use ui::{Button, Lang, fl};

use super::told::day;
use super::{Handover, acts, store};
use crate::story::Step;
use crate::{Handovers, words};

/// What an address calls a handover of which it says what was done.
pub(super) const KIND: &str = "overdracht";

/// Buttons for this party; none where something has to be said or chosen. `soonest`: the first day that its page suggests
/// for a first conversation; the others, and a day of one's own, are there.
pub(crate) fn taps(lang: Lang, handover: &Handover, party: Id<Party>, soonest: Day) -> Vec<Button> {
    let w = words(lang);
    let tap = |step: Step| {
        let (on, said) = match step {
            Step::Accept => (Some(soonest), fl!(w, "do-accept-day", day = day(lang, soonest))),
            Step::SatTogether => (None, fl!(w, "do-sat-together")),
            Step::Confirm => (None, fl!(w, "do-confirm")),
            Step::NotYet => (None, fl!(w, "do-not-yet")),
            _ => return None,
        };
        let to = format!("/{KIND}/{}/{}", handover.id, acts::path(step));
        Some(exchange::tap(said, to, handover.version, step.word(), on))
    };
    handover.possible(party).into_iter().filter_map(tap).collect()
}

impl Handovers {
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
        let Some((step, id)) = exchange::done_there::<Handover>(KIND, typed) else { return Ok(None) };
        let Some(handover) = store::find(&self.db, here, id).await? else { return Ok(None) };
        let Some(who) = handover.who(party) else { return Ok(None) };
        let history = store::history(&self.db, here, id).await?;
        let last = history.last().filter(|done| done.who == who).map(|done| done.step);
        let w = words(lang);
        Ok(match last.filter(|done| done.word() == step) {
            Some(Step::Accept) => Some(fl!(w, "done-accept")),
            Some(Step::SatTogether) => Some(fl!(w, "done-sat-together")),
            Some(Step::Confirm) => Some(fl!(w, "done-confirm")),
            Some(Step::NotYet) => Some(fl!(w, "done-not-yet")),
            _ => None,
        })
    }
}
