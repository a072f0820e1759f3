//! Every pair of a state and a step, by everybody, beside a table written by hand from the specification.

use super::{State, Step, Who, next, possible};

/// One row a state: what may be done, by the giver (g), the receiver (r) or the clock (c), and where it leads.
const BY_HAND: &str = "
-                  : g Offer Offered
Offered            : r Accept Accepted, r Decline Declined, r ProposeOtherwise Countered, r Ask Asked, c TermPassed OfferedLate, g Stop Stopped, r Stop Stopped, c Leave Left
OfferedLate        : r Accept Accepted, r Decline Declined, r ProposeOtherwise Countered, r Ask Asked, g Stop Stopped, r Stop Stopped, c Leave Left
Countered          : g Answer Offered, c TermPassed CounteredLate, g Stop Stopped, r Stop Stopped, c Leave Left
CounteredLate      : g Answer Offered, g Stop Stopped, r Stop Stopped, c Leave Left
Asked              : g Answer Offered, c TermPassed AskedLate, g Stop Stopped, r Stop Stopped, c Leave Left
AskedLate          : g Answer Offered, g Stop Stopped, r Stop Stopped, c Leave Left
Declined           :
Accepted           : g SatTogether GiverSat, r SatTogether ReceiverSat, c TermPassed AcceptedLate, g Stop Stopped, r Stop Stopped, c Leave Left
AcceptedLate       : g SatTogether GiverSatLate, r SatTogether ReceiverSatLate, g Stop Stopped, r Stop Stopped, c Leave Left
GiverSat           : r Confirm Introduced, r NotYet Accepted, c TermPassed GiverSatLate, g Stop Stopped, r Stop Stopped, c Leave Left
GiverSatLate       : r Confirm Introduced, r NotYet AcceptedLate, g Stop Stopped, r Stop Stopped, c Leave Left
ReceiverSat        : g Confirm Introduced, g NotYet Accepted, c TermPassed ReceiverSatLate, g Stop Stopped, r Stop Stopped, c Leave Left
ReceiverSatLate    : g Confirm Introduced, g NotYet AcceptedLate, g Stop Stopped, r Stop Stopped, c Leave Left
Introduced         : g StayUntil Accompanied, g LetGo Released, g Stop Stopped, r Stop Stopped, c Leave Left
Accompanied        : g LetGo Released, g Stop Stopped, r Stop Stopped, c Leave Left
Released           : g LookBack GiverLookedBack, r LookBack ReceiverLookedBack
GiverLookedBack    : r LookBack LookedBack
ReceiverLookedBack : g LookBack LookedBack
LookedBack         :
Stopped            :
Left               :
";

/// `(state, who, step, state after)`, all as words.
fn by_hand() -> Vec<(String, String, String, String)> {
    let mut lines = Vec::new();
    for row in BY_HAND.trim().lines() {
        let (from, steps) = row.split_once(':').expect("a colon in each row");
        for step in steps.split(',').map(str::trim).filter(|step| !step.is_empty()) {
            let words: Vec<&str> = step.split_whitespace().collect();
            let who = match words[0] {
                "g" => "Giver",
                "r" => "Receiver",
                _ => "Clock",
            };
            lines.push((from.trim().to_owned(), who.to_owned(), words[1].to_owned(), words[2].to_owned()));
        }
    }
    lines
}

fn everywhere() -> impl Iterator<Item = Option<State>> {
    std::iter::once(None).chain(State::ALL.into_iter().map(Some))
}

#[test]
fn every_step_in_every_state_by_everybody_is_as_written_by_hand() {
    let hand = by_hand();
    let mut met = 0;
    for at in everywhere() {
        let name = at.map_or("-".to_owned(), |state| format!("{state:?}"));
        for step in Step::ALL {
            for who in Who::ALL {
                let wanted = hand.iter().find(|(from, by, what, _)| {
                    *from == name && *by == format!("{who:?}") && *what == format!("{step:?}")
                });
                let found = next(at, step, who).ok().map(|state| format!("{state:?}"));
                assert_eq!(found.as_ref(), wanted.map(|(_, _, _, to)| to), "{name}, {step:?} by {who:?}");
                met += usize::from(wanted.is_some());
            }
        }
    }
    assert_eq!(met, hand.len(), "a line by hand names a state or step that is not there");
}

#[test]
fn no_line_of_the_table_hides_behind_another() {
    for at in everywhere() {
        for who in Who::ALL {
            let mut steps = possible(at, who);
            let all = steps.len();
            steps.sort();
            steps.dedup();
            assert_eq!(steps.len(), all, "{at:?} by {who:?}");
        }
    }
}

#[test]
fn while_somebody_has_the_ball_both_can_stop_and_afterwards_nobody() {
    for state in State::ALL {
        for who in [Who::Giver, Who::Receiver] {
            assert_eq!(next(Some(state), Step::Stop, who).is_ok(), state.open(), "{state:?} by {who:?}");
        }
    }
}

#[test]
fn only_a_stop_holds_from_a_page_of_before_another_step() {
    for step in Step::ALL {
        assert!(step.holds(3, 3), "{step:?}");
        assert_eq!(step.holds(3, 2), step == Step::Stop, "{step:?}");
    }
}

#[test]
fn the_clock_closes_nothing_and_takes_nothing_away() {
    for state in State::ALL {
        let Ok(late) = next(Some(state), Step::TermPassed, Who::Clock) else { continue };
        assert!(late.late() && late.open(), "{state:?} became {late:?}");
        assert_eq!(late.ball(), state.ball(), "{state:?}: somebody else got the ball");
        for who in [Who::Giver, Who::Receiver] {
            assert_eq!(possible(Some(late), who), possible(Some(state), who), "{state:?} by {who:?}");
        }
        assert!(next(Some(late), Step::TermPassed, Who::Clock).is_err(), "{late:?} is late twice");
    }
}

#[test]
fn whoever_has_the_ball_can_do_something_besides_stopping() {
    use super::Ball;
    for state in State::ALL {
        let holders: &[Who] = match state.ball() {
            Some(Ball::Giver) => &[Who::Giver],
            Some(Ball::Receiver) => &[Who::Receiver],
            Some(Ball::Both) => &[Who::Giver, Who::Receiver],
            None => &[],
        };
        for who in holders {
            assert!(possible(Some(state), *who).len() > 1, "{state:?}: {who:?} has the ball and cannot play");
        }
    }
}

#[test]
fn every_state_step_and_side_is_known_again_by_its_word() {
    for state in State::ALL {
        assert_eq!(State::parse(state.word()), Some(state));
    }
    for step in Step::ALL {
        assert_eq!(Step::parse(step.word()), Some(step));
    }
    for who in Who::ALL {
        assert_eq!(Who::parse(who.word()), Some(who));
    }
    assert_eq!((State::parse("weg"), Step::parse(""), Who::parse("both")), (None, None, None));
}

#[test]
fn who_is_too_late_hears_what_is_possible_now() {
    let no = next(Some(State::Stopped), Step::Accept, Who::Receiver).expect_err("it was stopped");
    assert_eq!((no.at, no.possible), (Some(State::Stopped), vec![]));
    let no = next(Some(State::Accepted), Step::Accept, Who::Receiver).expect_err("it was accepted already");
    assert_eq!(no.possible, [Step::SatTogether, Step::Stop]);
}
