//! What was typed for an area, read and held against what stands.

use access::Fields;
use ground::id::Id;
use people::membership::Membership;
use ui::{Lang, fl};

use crate::agreed::{Agreed, Days, MOST_DAYS, Terms};
use crate::words;

/// What does not fit, by field, in the order of the form.
pub(crate) type Faults = Vec<(&'static str, Fault)>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No number of days from 1 to [`MOST_DAYS`].
    Days,
    /// Whoever was chosen is not there any more.
    Gone,
}

pub(crate) fn sentence(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::Days => fl!(words(lang), "fault-days", most = MOST_DAYS.to_string()),
        Fault::Gone => fl!(words(lang), "fault-gone"),
    }
}

/// What the form shows when nobody typed: what was agreed, else what holds here.
pub(crate) fn stands(own: Option<&Agreed>, holds: Terms) -> Fields {
    let days = own.map_or(holds.days, |own| own.days);
    let mut fields = Fields::default();
    for (name, count) in [("question", days.question), ("handover", days.handover), ("meet", days.meet)] {
        fields.push(name, count.to_string());
    }
    let coordinator = own.and_then(|own| own.coordinator);
    fields.push("coordinator", coordinator.map_or(String::new(), |coordinator| coordinator.to_string()));
    fields
}

pub(crate) fn read(typed: &Fields) -> Result<(Days, Option<Id<Membership>>), Faults> {
    let mut faults = Faults::new();
    let mut number = |name: &'static str| {
        let days = typed.get(name).trim().parse::<u16>().ok();
        days.filter(|days| (1..=MOST_DAYS).contains(days)).unwrap_or_else(|| {
            faults.push((name, Fault::Days));
            0
        })
    };
    let days = Days { question: number("question"), handover: number("handover"), meet: number("meet") };
    let coordinator = match typed.get("coordinator") {
        "" => None,
        id => {
            let known = Id::parse(id);
            if known.is_none() {
                faults.push(("coordinator", Fault::Gone));
            }
            known
        }
    };
    if faults.is_empty() { Ok((days, coordinator)) } else { Err(faults) }
}

/// Which version the form was drawn from; nothing when there was none.
pub(crate) fn version(own: Option<&Agreed>) -> String {
    own.map_or(String::new(), |own| own.changed_at.micros().to_string())
}
