//! A theme in a form: what it is here now, and what was typed about it.

use access::Fields;
use ground::moment::Moment;

use super::change::new_key;
use super::{Change, MOST, Taxonomy, Term, Theme, shipped};
use crate::desk::form::{Fault, Faults, Reader, later};
use crate::wording::{Line, Name, Unfit, name_key};

/// The names of the fields, for who edits by command.
pub const FIELDS: [&str; 7] = ["nl", "en", "ar", "about", "parent", "hidden", "into"];

/// A theme's name is a word on a button: longer ones do not fit there.
pub(crate) const LONGEST_NAME: usize = 60;

/// What stands in the form: of a theme in use all that it is, of one that went into another only where it went.
#[must_use]
pub fn stands(theme: &Theme, taxonomy: &Taxonomy, changes: &[Change]) -> Fields {
    let known = changes.iter().find(|change| change.theme == *theme);
    match (known, taxonomy.term(theme)) {
        (Some(gone), _) if gone.into.is_some() => typed_gone(gone),
        (known, Some(term)) => typed(term, known),
        (_, None) => Fields::default(),
    }
}

/// Of one the program brings, its words stand in the fields too.
fn typed(term: &Term, change: Option<&Change>) -> Fields {
    let mut fields = Fields::default();
    for (name, lang) in [("nl", ui::Lang::Nl), ("en", ui::Lang::En), ("ar", ui::Lang::Ar)] {
        fields.push(name, if term.foreign(lang).is_some() { "" } else { term.name(lang) });
    }
    fields.push("about", term.about_as_typed());
    fields.push("parent", term.parent.as_ref().map_or("", Theme::key));
    if change.is_some_and(|change| change.hidden) {
        fields.push("hidden", "ja");
    }
    fields.push("into", "");
    fields
}

fn typed_gone(change: &Change) -> Fields {
    let mut fields = Fields::default();
    fields.push("nl", change.nl.as_str());
    fields.push("into", change.into.as_ref().map_or("", Theme::key));
    fields
}

/// A new theme as somebody typed it.
///
/// # Errors
/// All fields that do not fit.
pub fn add(fields: &Fields, taxonomy: &Taxonomy, now: Moment) -> Result<Change, Faults> {
    let mut form = Reader::new(fields);
    if taxonomy.terms().len() >= MOST {
        form.faults.push(("nl", Fault::ThemesFull));
    }
    let name = form.take("nl", Name::parse);
    let made = Change { parent: None, ..Change::none(new_key(&name, taxonomy), now) };
    let made = read_into(&mut form, made, taxonomy);
    form.done(made)
}

/// What becomes of a theme, as somebody typed it.
///
/// # Errors
/// All fields that do not fit.
pub fn read(
    fields: &Fields,
    theme: &Theme,
    known: Option<&Change>,
    taxonomy: &Taxonomy,
    now: Moment,
) -> Result<Change, Faults> {
    let mut form = Reader::new(fields);
    let stands = known.cloned().unwrap_or_else(|| Change::none(theme.clone(), now));
    let changed_at = later(known.map(|known| known.changed_at), now);
    if stands.into.is_some() {
        let into = into(&mut form, theme, taxonomy);
        if into.is_none() && taxonomy.terms().len() >= MOST {
            form.faults.push(("into", Fault::ThemesFull));
        }
        return form.done(Change { into, changed_at, ..stands });
    }
    let into = into(&mut form, theme, taxonomy);
    let read = read_into(&mut form, stands, taxonomy);
    form.done(Change { into, changed_at, ..read })
}

/// Where the theme goes: a theme in use, not itself.
fn into(form: &mut Reader<'_>, theme: &Theme, taxonomy: &Taxonomy) -> Option<Theme> {
    let typed = form.typed.get("into").trim();
    if typed.is_empty() {
        return None;
    }
    let found = Theme::parse(typed).and_then(|it| taxonomy.term(&it)).map(|term| term.theme.clone());
    let other = found.filter(|it| it != theme);
    if other.is_none() {
        form.faults.push(("into", Fault::Unfit(Unfit::Unknown)));
    }
    other
}

/// Names, what it is for, where it stands and whether it is shown.
fn read_into(form: &mut Reader<'_>, stands: Change, taxonomy: &Taxonomy) -> Change {
    let brought = shipped::of(&stands.theme);
    // What is the same as the program brings is not written down: then a better word in a new version arrives.
    let own = |line: Line, brought: Option<&str>| {
        if brought == Some(line.as_str()) { Line::default() } else { line }
    };
    let nl = own(name(form, "nl", brought.is_none()), brought.map(|it| it.nl.as_str()));
    let en = own(name(form, "en", false), brought.map(|it| it.en.as_str()));
    let ar = own(name(form, "ar", false), brought.map(|it| it.ar.as_str()));
    let about = own(form.take("about", Line::parse), brought.map(|it| it.about.nl.as_str()));
    let same = |term: &&Term| name_key(term.name(ui::Lang::Nl)) == name_key(nl.as_str());
    if !nl.is_empty() && taxonomy.terms().iter().filter(same).any(|term| term.theme != stands.theme) {
        form.faults.push(("nl", Fault::ThemeThere));
    }
    let parent = if brought.is_some() { None } else { parent(form, &stands.theme, taxonomy) };
    let hidden = form.typed.has("hidden");
    Change { nl, en, ar, about, parent, hidden, ..stands }
}

fn name(form: &mut Reader<'_>, field: &'static str, needed: bool) -> Line {
    let line = form.take(field, Line::parse);
    let got = line.as_str().chars().count();
    let already = form.faults.iter().any(|(at, _)| *at == field);
    if got > LONGEST_NAME && !already {
        form.faults.push((field, Fault::Unfit(Unfit::TooLong { got, max: LONGEST_NAME })));
    }
    if needed && line.is_empty() && !already {
        form.faults.push((field, Fault::Unfit(Unfit::Empty)));
    }
    line
}

/// Under which theme an own theme stands: one on top. A theme that others stand under stays on top itself.
fn parent(form: &mut Reader<'_>, theme: &Theme, taxonomy: &Taxonomy) -> Option<Theme> {
    let typed = form.typed.get("parent").trim();
    if typed.is_empty() {
        return None;
    }
    let top = Theme::parse(typed).and_then(|it| taxonomy.term(&it)).filter(|term| term.parent.is_none());
    let fits = top.filter(|top| top.theme != *theme && taxonomy.under(theme).next().is_none());
    if fits.is_none() {
        form.faults.push(("parent", Fault::Unfit(Unfit::Unknown)));
    }
    fits.map(|top| top.theme.clone())
}
