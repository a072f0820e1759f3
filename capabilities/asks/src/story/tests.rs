//! Every pair of a state and a step, by everybody, beside a table written by hand from the specification.

use super::{Ball, State, Step, Who, next, possible};

/// One row a state: what may be done, by who asks (a), who is asked (b), a neighbour (n) or the clock (c), and where it leads.
const BY_HAND: &str = "
-            : a Ask Asked
Asked        : n Take Taken, b Answer Answered, b AskBack AskedBack, b Decline Declined, a Withdraw Withdrawn, c TermPassed Unanswered, c Leave Left
Unanswered   : n Take Taken, b Answer Answered, b AskBack AskedBack, b Decline Declined, a Withdraw Withdrawn, c Leave Left
Taken        : b Answer Answered, b AskBack AskedBack, b GiveBack Asked, a Withdraw Withdrawn, c TermPassed TakenLate, c Leave Left
TakenLate    : b Answer Answered, b AskBack AskedBack, b GiveBack Asked, a Withdraw Withdrawn, c Leave Left
AskedBack    : a Reply Reopened, a Withdraw Withdrawn, c TermPassed AskedBackLate, c Leave Left
AskedBackLate : a Reply Reopened, a Withdraw Withdrawn, c Leave Left
Reopened     : b Answer Answered, b AskBack AskedBack, b GiveBack Asked, b Decline Declined, a Withdraw Withdrawn, c TermPassed ReopenedLate, c Leave Left
ReopenedLate : b Answer Answered, b AskBack AskedBack, b GiveBack Asked, b Decline Declined, a Withdraw Withdrawn, c Leave Left
Answered     : a Thank Thanked, a Reopen Reopened
Declined     :
Thanked      :
Withdrawn    :
Left         :
";

/// `(state, who, step, state after)`, all as words.
fn by_hand() -> Vec<(String, String, String, String)> {
    let mut lines = Vec::new();
    for row in BY_HAND.trim().lines() {
        let (from, steps) = row.split_once(':').expect("a colon in each row");
        for step in steps.split(',').map(str::trim).filter(|step| !step.is_empty()) {
            let words: Vec<&str> = step.split_whitespace().collect();
            let who = match words[0] {
                "a" => "Asker",
                "b" => "Asked",
                "n" => "Neighbour",
                _ => "Clock",
            };
            lines.push((from.trim().to_owned(), who.to_owned(), words[1].to_owned(), words[2].to_owned()));
        }
    }
    lines
}

#[test]
fn every_step_in_every_state_by_everybody_is_as_written_by_hand() {
    let hand = by_hand();
    let mut met = 0;
    for at in std::iter::once(None).chain(State::ALL.into_iter().map(Some)) {
        let name = at.map_or("-".to_owned(), |state| format!("{state:?}"));
        for step in Step::ALL {
            for who in Who::ALL {
                let wanted = hand.iter().find(|(from, by, what, _)| {
                    *from == name && *by == format!("{who:?}") && *what == format!("{step:?}")
                });
                let found = next(at, step, who).map(|state| format!("{state:?}"));
                assert_eq!(found.as_ref(), wanted.map(|(_, _, _, to)| to), "{name}, {step:?} by {who:?}");
                met += usize::from(wanted.is_some());
            }
        }
    }
    assert_eq!(met, hand.len(), "a line by hand names a state or step that is not there");
}

#[test]
fn the_clock_makes_late_once_closes_nothing_and_takes_nothing_away() {
    for state in State::ALL {
        let Some(late) = next(Some(state), Step::TermPassed, Who::Clock) else { continue };
        assert!(late.is_late() && late.is_open() && late.ball() == state.ball(), "{state:?} became {late:?}");
        for who in [Who::Asker, Who::Asked, Who::Neighbour] {
            assert_eq!(possible(late, who), possible(state, who), "{state:?} by {who:?}");
        }
        assert_eq!(next(Some(late), Step::TermPassed, Who::Clock), None, "{late:?} is late twice");
    }
}

#[test]
fn whoever_has_the_ball_can_play_it_and_who_asked_can_always_take_it_back() {
    for state in State::ALL {
        let holder = match state.ball() {
            Some(Ball::Asker) => Who::Asker,
            Some(Ball::Asked) => Who::Asked,
            None => continue,
        };
        let besides = possible(state, holder).into_iter().filter(|step| *step != Step::Withdraw).count();
        assert!(besides > 0, "{state:?}: {holder:?} has the ball and cannot play");
        assert!(possible(state, Who::Asker).contains(&Step::Withdraw), "{state:?}");
    }
}

#[test]
fn states_and_steps_are_known_again_by_their_words() {
    assert!(State::ALL.into_iter().all(|state| State::parse(state.word()) == Some(state)));
    assert!(Step::ALL.into_iter().all(|step| Step::parse(step.word()) == Some(step)));
    assert_eq!((State::parse("stolen"), Step::parse("")), (None, None));
}
