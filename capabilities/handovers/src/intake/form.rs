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
    pub(super) paused_until: bool,
    pub(super) waiting: bool,
}

impl Faults {
    const fn is_nothing(self) -> bool {
        !self.per_week && !self.paused_until && !self.waiting
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
