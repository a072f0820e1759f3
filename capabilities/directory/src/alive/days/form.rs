//! The four numbers of days as they stand in a form, and as somebody typed them.

use access::Fields;

use crate::confirmation::Ageing;
use crate::desk::form::{Fault, Faults};
use crate::wording::Unfit;

/// What stands in the form.
pub(in crate::alive) fn fields(ageing: Ageing) -> Fields {
    let mut fields = Fields::default();
    for (name, days) in [
        ("fresh_days", ageing.fresh_days),
        ("stale_days", ageing.stale_days),
        ("hide_days", ageing.hide_days),
        ("notice_days", ageing.notice_days),
    ] {
        fields.push(name, days.to_string());
    }
    fields
}

pub(in crate::alive) fn read(typed: &Fields) -> Result<Ageing, Faults> {
    let mut faults = Faults::new();
    let mut number = |name: &'static str| match typed.get(name).trim().parse::<u16>() {
        Ok(days) if days > 0 => days,
        _ => {
            faults.push((name, Fault::Unfit(Unfit::Unknown)));
            0
        }
    };
    let ageing = Ageing {
        fresh_days: number("fresh_days"),
        stale_days: number("stale_days"),
        hide_days: number("hide_days"),
        notice_days: number("notice_days"),
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    let order = [
        ("stale_days", ageing.fresh_days, ageing.stale_days),
        ("hide_days", ageing.stale_days, ageing.hide_days),
    ];
    let wrong: Faults = order
        .into_iter()
        .filter(|(_, low, high)| low > high)
        .map(|(name, ..)| (name, Fault::Order))
        .collect();
    if wrong.is_empty() { Ok(ageing) } else { Err(wrong) }
}
