//! What a party typed about how much it takes in, read.

use access::Fields;
use directory::theme::{Taxonomy, Theme};
use ground::moment::Day;

use super::Intake;

/// More a week, or a longer list, is no limit.
pub(super) const MOST: i32 = 99;

/// What does not fit, by field, in the order of the form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Faults {
    pub(super) per_week: bool,
    /// None a week is no limit but a pause: a pause has an end, and says so to whoever waits for it.
    pub(super) nobody: bool,
    pub(super) paused_until: bool,
    pub(super) waiting: bool,
}

impl Faults {
    const fn is_nothing(self) -> bool {
        !self.per_week && !self.nobody && !self.paused_until && !self.waiting
    }
}

/// What the form shows when nobody typed.
pub(super) fn stands(intake: &Intake) -> Fields {
    let mut fields = Fields::default();
    for theme in &intake.themes {
        fields.push("onderwerp", theme.key());
    }
    let number = |value: Option<i32>| value.map_or_else(String::new, |value| value.to_string());
    fields.push("per-week", number(intake.per_week));
    fields.push("pauze", intake.paused_until.map_or_else(String::new, |day| day.to_string()));
    fields.push("wachtlijst", number(intake.waiting_weeks));
    fields
}

pub(super) fn read(typed: &Fields, taxonomy: &Taxonomy, today: Day) -> Result<Intake, Faults> {
    let mut faults = Faults::default();
    let mut themes: Vec<Theme> =
        typed.all("onderwerp").filter_map(Theme::parse).filter(|theme| taxonomy.knows(theme)).collect();
    themes.sort();
    themes.dedup();
    let per_week = number(typed.get("per-week"), &mut faults.per_week);
    faults.nobody = per_week == Some(0);
    let waiting_weeks = number(typed.get("wachtlijst"), &mut faults.waiting).filter(|weeks| *weeks > 0);
    let paused_until = match typed.get("pauze").trim() {
        "" => None,
        day => {
            let day = Day::parse(day).filter(|day| *day <= today.plus_days(366));
            faults.paused_until = day.is_none();
            // A pause that is over is none.
            day.filter(|day| *day > today)
        }
    };
    if !faults.is_nothing() {
        return Err(faults);
    }
    Ok(Intake { themes, per_week, paused_until, waiting_weeks, changed_at: None })
}

fn number(typed: &str, fault: &mut bool) -> Option<i32> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let number = typed.parse::<i32>().ok().filter(|number| (0..=MOST).contains(number));
    *fault = number.is_none();
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_with(name: &'static str, typed: &str) -> Result<Intake, Faults> {
        let mut fields = Fields::default();
        fields.push(name, typed);
        read(&fields, &Taxonomy::shipped(), Day::parse("2025-11-25").unwrap())
    }

    #[test]
    fn whoever_can_have_nobody_is_led_to_the_pause_and_does_not_promise_room_every_monday() {
        for typed in ["0", " 0 ", "00"] {
            let faults = Faults { nobody: true, ..Faults::default() };
            assert_eq!(read_with("per-week", typed), Err(faults), "{typed:?}");
        }
        for (typed, per_week) in [("1", Some(1)), ("99", Some(99)), ("", None)] {
            assert_eq!(read_with("per-week", typed).map(|intake| intake.per_week), Ok(per_week), "{typed:?}");
        }
        for typed in ["-1", "100", "veel"] {
            let faults = Faults { per_week: true, ..Faults::default() };
            assert_eq!(read_with("per-week", typed), Err(faults), "{typed:?}");
        }
    }

    #[test]
    fn a_waiting_list_of_no_weeks_is_none() {
        assert_eq!(read_with("wachtlijst", "0").map(|intake| intake.waiting_weeks), Ok(None));
    }
}
