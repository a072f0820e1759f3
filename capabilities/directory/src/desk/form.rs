//! Reading a form and drawing it again: what was typed stays, and each fault stands at its field.

use access::Fields;
use ground::moment::Moment;
use maud::{Markup, html};
use sha2::{Digest as _, Sha256};
use ui::{Frame, Lang, Tone, checkbox, choices, field, fl, notice, select};

use crate::contact::people::{Found, People};
use crate::language::Language;
use crate::party::Capacity;
use crate::wording::Unfit;
use crate::{names, words};

/// What does not fit, by field, in the order of the form.
pub type Faults = Vec<(&'static str, Fault)>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Unfit(Unfit),
    /// A line of the opening hours, counted from 1.
    Hours(usize),
    /// A name or photo of somebody who did not say yes.
    NoConsent,
    /// Somebody's name in a sentence that goes out into the open data.
    Named(Box<Found>),
    /// Not a picture we can read.
    NoPicture,
    /// A theme by that name is there already.
    ThemeThere,
    /// There is no room for one more theme.
    ThemesFull,
    /// A number of days that is lower than the one before it.
    Order,
    /// None of the answers was chosen.
    NoChoice,
    /// What could tell who a resident is: the words in which it stands.
    Tells(String),
    /// No mail address and no telephone number.
    NoReach,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unfit(Unfit::Unknown) => f.write_str("is not of the kind this field takes"),
            Self::Unfit(unfit) => unfit.fmt(f),
            Self::Hours(line) => write!(f, "line {line} is no day with hours, such as `ma 9.00-12.00`"),
            Self::NoConsent => f.write_str("needs that person's consent"),
            Self::Named(found) => {
                write!(f, "names {}; say the role instead: \"{}\"", found.name, found.role)
            }
            Self::Order => f.write_str("must be at least the number before it"),
            Self::NoPicture => f.write_str("is no JPEG or PNG picture"),
            Self::ThemeThere => f.write_str("is the name of another theme"),
            Self::ThemesFull => f.write_str("is one theme too many; merge two first"),
            Self::NoChoice => f.write_str("needs one of its answers"),
            Self::Tells(words) => write!(f, "may tell who a resident is: {words}"),
            Self::NoReach => f.write_str("is no mail address and no telephone number"),
        }
    }
}

/// Takes values out of a form and collects what does not fit.
pub struct Reader<'f> {
    pub typed: &'f Fields,
    pub faults: Faults,
    /// Whose names no sentence may hold.
    pub people: People,
}

impl<'f> Reader<'f> {
    #[must_use]
    pub fn new(typed: &'f Fields) -> Self {
        Self { typed, faults: Vec::new(), people: People::default() }
    }

    /// A sentence in the party's own words: taken like any other, when none of its people is named in it.
    pub fn said<T: Default>(
        &mut self,
        name: &'static str,
        parse: impl FnOnce(&str) -> Result<T, Unfit>,
    ) -> T {
        match self.people.first_in(self.typed.get(name)) {
            Some(found) => {
                self.faults.push((name, Fault::Named(Box::new(found))));
                T::default()
            }
            None => self.take(name, parse),
        }
    }

    /// The value, or its default when it does not fit: then [`Self::done`] refuses the whole.
    pub fn take<T: Default>(
        &mut self,
        name: &'static str,
        parse: impl FnOnce(&str) -> Result<T, Unfit>,
    ) -> T {
        self.all(name, parse(self.typed.get(name)))
    }

    pub fn all<T: Default>(&mut self, name: &'static str, parsed: Result<T, Unfit>) -> T {
        parsed.unwrap_or_else(|unfit| {
            self.faults.push((name, Fault::Unfit(unfit)));
            T::default()
        })
    }

    pub fn done<T>(self, whole: T) -> Result<T, Faults> {
        if self.faults.is_empty() { Ok(whole) } else { Err(self.faults) }
    }
}

/// The sentence for a person at the form.
#[must_use]
pub fn sentence(lang: Lang, fault: &Fault) -> String {
    let w = words(lang);
    match fault {
        Fault::Unfit(Unfit::Empty) => fl!(w, "desk-fault-empty"),
        Fault::Unfit(Unfit::TooLong { got, max }) => {
            fl!(w, "desk-fault-too-long", got = got.to_string(), max = max.to_string())
        }
        Fault::Unfit(Unfit::TooManyLines { got, max }) => {
            fl!(w, "desk-fault-too-many-lines", got = got.to_string(), max = max.to_string())
        }
        Fault::Unfit(Unfit::Unknown) => fl!(w, "desk-fault-unknown"),
        Fault::Hours(line) => fl!(w, "desk-fault-hours", line = line.to_string()),
        Fault::Named(found) => {
            fl!(w, "desk-fault-named", name = found.name.clone(), role = found.role.clone())
        }
        Fault::NoConsent => fl!(w, "desk-fault-no-consent"),
        Fault::Order => fl!(w, "desk-fault-order"),
        Fault::NoPicture => fl!(w, "desk-fault-no-picture"),
        Fault::ThemeThere => fl!(w, "desk-fault-theme-there"),
        Fault::ThemesFull => fl!(w, "desk-fault-themes-full"),
        Fault::NoChoice => fl!(w, "desk-fault-no-choice"),
        Fault::Tells(told) => fl!(w, "desk-fault-tells", words = told.clone()),
        Fault::NoReach => fl!(w, "desk-fault-no-reach"),
    }
}

/// What the page says above the form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    Nothing,
    Saved,
    /// It is there for the first time, for everybody.
    OnTheMap,
    /// Somebody else wrote between the drawing of this form and the saving of it.
    ChangedMeanwhile,
}

impl News {
    pub(super) fn notice(self, lang: Lang) -> Markup {
        let w = words(lang);
        match self {
            Self::Nothing => html! {},
            Self::Saved => html! { (notice(Tone::Good, fl!(w, "desk-saved"))) },
            Self::OnTheMap => html! { (notice(Tone::Good, fl!(w, "desk-on-the-map"))) },
            Self::ChangedMeanwhile => html! { (notice(Tone::Attention, fl!(w, "desk-changed-meanwhile"))) },
        }
    }
}

/// Which version of the row a form was drawn from.
pub(super) fn seen(changed_at: Moment) -> Markup {
    html! { input type="hidden" name="seen" value=(changed_at.micros()); }
}

/// Whether the row is still what the form was drawn from.
pub(super) fn still_so(typed: &Fields, changed_at: Moment) -> bool {
    typed.get("seen").parse() == Ok(changed_at.micros())
}

/// As [`seen`], for what has no moment of its own on the form: a digest of all the form shows.
pub(crate) fn seen_as(shown: &Fields) -> Markup {
    html! { input type="hidden" name="seen" value=(digest(shown)); }
}

/// Whether what the form was drawn from still stands. A form sent twice finds what it wrote itself, and may go on.
pub(crate) fn still_as(typed: &Fields, stands: &Fields, wanted: &Fields) -> bool {
    typed.get("seen") == digest(stands) || digest(stands) == digest(wanted)
}

/// Two that show the same have the same.
#[must_use]
pub(crate) fn digest(fields: &Fields) -> String {
    let mut digest = Sha256::new();
    for (name, value) in fields.iter() {
        for part in [name, value] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
    }
    digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Now, and in any case later than the change before: also when the clock goes back, a form knows an older version.
#[must_use]
pub fn later(known: Option<Moment>, now: Moment) -> Moment {
    known.map_or(now, |known| now.max(Moment::from_micros(known.micros().saturating_add(1))))
}

/// A form as it is drawn: with what was typed, and with its faults when there are.
pub struct Drawn<'d> {
    pub frame: &'d Frame,
    pub typed: &'d Fields,
    pub faults: &'d Faults,
}

impl Drawn<'_> {
    pub fn fault(&self, name: &str) -> Option<String> {
        self.faults.iter().find(|(at, _)| *at == name).map(|(_, fault)| sentence(self.frame.lang, fault))
    }

    /// All that is wrong, with a link to each field.
    #[must_use]
    pub fn summary(&self) -> Markup {
        let faults: Vec<(&str, String)> =
            self.faults.iter().map(|(name, fault)| (*name, sentence(self.frame.lang, fault))).collect();
        ui::error_summary(self.frame.lang, &faults)
    }

    /// As [`Self::summary`], each fault after what its field asks: where several may be empty, their sentences are the same.
    #[must_use]
    pub fn summary_below(&self, asks: impl Fn(&str) -> String) -> Markup {
        let said = |(name, fault): &(&'static str, Fault)| {
            (*name, format!("{} {}", asks(name), sentence(self.frame.lang, fault)))
        };
        let faults: Vec<(&str, String)> = self.faults.iter().map(said).collect();
        ui::error_summary(self.frame.lang, &faults)
    }

    #[must_use]
    pub fn line(&self, name: &'static str, label: String) -> ui::Field {
        field(self.frame.lang, name, label).value(self.typed.get(name)).error(self.fault(name))
    }

    #[must_use]
    pub fn capacity(&self, label: String) -> Markup {
        let lang = self.frame.lang;
        let options = Capacity::ALL.into_iter().fold(select(lang, "capacity", label), |select, capacity| {
            select.option(capacity.word(), names::capacity(lang, capacity))
        });
        html! { (options.chosen(self.typed.get("capacity")).error(self.fault("capacity"))) }
    }

    #[must_use]
    pub fn languages(&self, label: String) -> Markup {
        let lang = self.frame.lang;
        let ticked: Vec<&str> = self.typed.all("languages").collect();
        let all = Language::all().fold(
            choices(lang, "languages", label).several().optional(),
            |choices, language| {
                choices.option(language.code(), language.name(lang), ticked.contains(&language.code()))
            },
        );
        html! { (all.error(self.fault("languages"))) }
    }

    #[must_use]
    pub fn tick(&self, name: &'static str, text: String) -> Markup {
        html! {
            div.veld.veld--fout[self.fault(name).is_some()] id=(name) {
                @if let Some(fault) = self.fault(name) { p.fout { (fault) } }
                (checkbox(name, "ja", text, self.typed.has(name)))
            }
        }
    }
}
