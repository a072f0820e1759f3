//! Two people and a clock at once, each acting on what was on their screen: no history comes of it that cannot be.

use exchange::Chance;

use super::{State, Step, Who, next};

type History = Vec<(Step, Who)>;

/// Somebody taps on a screen of a while ago, sometimes with a button that should not be there.
fn tumble(chance: &mut Chance) -> (State, History) {
    let mut at = State::Offered;
    let mut history = vec![(Step::Offer, Who::Giver)];
    for _ in 0..120 {
        let step = Step::ALL[chance.below(Step::ALL.len())];
        // What ends it is rarer than the rest, or no story would get far.
        if matches!(step, Step::Stop | Step::Leave) && chance.below(8) > 0 {
            continue;
        }
        let who = Who::ALL[chance.below(Who::ALL.len())];
        if let Ok(then) = next(Some(at), step, who) {
            at = then;
            history.push((step, who));
        }
    }
    (at, history)
}

fn times(history: &[(Step, Who)], step: Step) -> usize {
    history.iter().filter(|(done, _)| *done == step).count()
}

fn first(history: &[(Step, Who)], step: Step) -> Option<usize> {
    history.iter().position(|(done, _)| *done == step)
}

/// What cannot be, said without looking at the table.
fn complaints(history: &[(Step, Who)]) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut say = |wrong: bool, what| {
        if wrong {
            found.push(what);
        }
    };
    say(times(history, Step::Offer) != 1, "offered more than once");
    say(times(history, Step::Accept) > 1, "accepted twice");
    say(times(history, Step::LetGo) > 1, "let go twice");
    let ends = [Step::Decline, Step::Stop, Step::Leave];
    let last = history.len() - 1;
    say(
        history[..last].iter().any(|(step, _)| ends.contains(step)),
        "something happened after it was declined or stopped",
    );
    say(times(history, Step::Accept) > 0 && times(history, Step::Decline) > 0, "accepted and declined");
    let confirmed = first(history, Step::Confirm);
    if let Some(place) = confirmed {
        let (_, by) = history[place];
        let said = history[..place].iter().rev().find(|(step, _)| *step == Step::SatTogether);
        say(said.is_none_or(|(_, who)| *who == by), "confirmed by the one who said it");
        say(first(history, Step::Accept).is_none_or(|accepted| accepted > place), "sat together unaccepted");
    }
    if let Some(place) = first(history, Step::LetGo) {
        say(confirmed.is_none_or(|confirmed| confirmed > place), "let go of a resident who met nobody");
        say(
            history[place + 1..].iter().any(|(step, _)| *step != Step::LookBack),
            "something other than looking back after letting go",
        );
    }
    for who in [Who::Giver, Who::Receiver] {
        let looked = history.iter().filter(|done| **done == (Step::LookBack, who)).count();
        say(looked > 1, "looked back twice");
    }
    found
}

#[test]
fn ten_thousand_tumbles_give_no_history_that_cannot_be() {
    let mut chance = Chance::new(5);
    let mut ends = std::collections::BTreeMap::new();
    for round in 0..10_000 {
        let (at, history) = tumble(&mut chance);
        assert_eq!(complaints(&history), Vec::<&str>::new(), "round {round}: {history:?}");
        *ends.entry(at).or_insert(0_u32) += 1;
    }
    // The test would prove little if every story ended at its beginning.
    for end in [State::Declined, State::Stopped, State::LookedBack] {
        assert!(ends.get(&end).is_some_and(|count| *count >= 50), "{end:?} hardly met: {ends:?}");
    }
}

#[test]
fn a_history_that_cannot_be_is_noticed() {
    use Step::{Accept, Confirm, Decline, LetGo, Offer, SatTogether, Stop};
    use Who::{Giver, Receiver};
    let wrong: [&[(Step, Who)]; 5] = [
        &[(Offer, Giver), (Accept, Receiver), (Accept, Receiver)],
        &[(Offer, Giver), (Stop, Giver), (Accept, Receiver)],
        &[(Offer, Giver), (Accept, Receiver), (Decline, Receiver)],
        &[(Offer, Giver), (Accept, Receiver), (SatTogether, Giver), (Confirm, Giver)],
        &[(Offer, Giver), (Accept, Receiver), (LetGo, Giver)],
    ];
    for history in wrong {
        assert!(!complaints(history).is_empty(), "{history:?}");
    }
}

#[test]
fn of_two_who_tap_at_once_one_wins_and_the_other_hears_why() {
    // Both screens show the same state; whoever comes second meets what the first made of it.
    let mut met = 0;
    for seen in State::ALL {
        for (one, by_one) in everything() {
            for (two, by_two) in everything() {
                let (Ok(then), Ok(_)) = (next(Some(seen), one, by_one), next(Some(seen), two, by_two)) else {
                    continue;
                };
                met += 1;
                match next(Some(then), two, by_two) {
                    Ok(after) => {
                        assert!(then.open() || two == Step::LookBack, "{seen:?}: {one:?}, {two:?}, {after:?}")
                    }
                    Err(no) => assert_eq!(no.at, Some(then)),
                }
                // Accepted and stopped at once: the resident's word is the last, whichever came first.
                if two == Step::Stop && then.open() {
                    assert_eq!(next(Some(then), two, by_two), Ok(State::Stopped));
                }
            }
        }
    }
    assert!(met > 200, "only {met} races");
}

fn everything() -> impl Iterator<Item = (Step, Who)> {
    Step::ALL.into_iter().flat_map(|step| Who::ALL.into_iter().map(move |who| (step, who)))
}
