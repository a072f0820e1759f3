//! Languages, themes and areas: words of a source looked up among the ones we know.

use super::super::clean::{Cleaner, says_nothing};
use super::super::key;
use super::super::schema::Kind;
use super::Desk;
use crate::area::AreaCode;
use crate::import::record::{Outcome, Reason};
use crate::language::{Language, Languages};
use crate::theme::Theme;
use crate::wording::name_key;
use ground::id::Municipality;

/// Languages of a row: its own cell, and the rows that hang on it.
pub(super) fn languages(
    desk: &mut Desk<'_, '_>,
    kind: Kind,
    column: &str,
    row: u32,
    cleaner: &mut Cleaner,
    into: &mut Vec<Language>,
) {
    for word in key::several(desk.cell(kind, row, "languages")) {
        into.extend(language(&[word], cleaner));
    }
    for child in desk.children(Kind::Language, column, row) {
        if desk.cell(Kind::Language, child, "inherited") == "true" {
            // Said of the party already.
            desk.fates.take(Kind::Language, child);
            continue;
        }
        let words = [desk.cell(Kind::Language, child, "code"), desk.cell(Kind::Language, child, "name")];
        let mut several = key::several(words[1]);
        several.truncate(20);
        match several.as_slice() {
            [_, _, ..] => into.extend(several.iter().filter_map(|word| language(&[word], cleaner))),
            _ => into.extend(language(&words, cleaner)),
        }
        desk.fates.take(Kind::Language, child);
    }
}

/// Codes or names in one cell.
pub(super) fn spoken(cell: &str, cleaner: &mut Cleaner) -> Languages {
    Languages::of(key::several(cell).iter().filter_map(|word| language(&[word], cleaner)))
}

fn language(words: &[&str], cleaner: &mut Cleaner) -> Option<Language> {
    let mut words = words.iter().copied().filter(|word| !says_nothing(word));
    let first = words.clone().next()?;
    let found = words.find_map(|word| {
        let bare = word.split('(').next().unwrap_or(word);
        Language::parse(word).or_else(|| Language::parse(bare)).or_else(|| chinese(word))
    });
    if found.is_none() {
        cleaner.note(Outcome::Mended, Reason::UnknownLanguage, first);
    }
    found
}

fn chinese(word: &str) -> Option<Language> {
    matches!(name_key(word).as_str(), "mandarin" | "cantonese" | "kantonees" | "mandarijn")
        .then(|| Language::parse("zh"))
        .flatten()
}

/// Themes of an offer: keys and names of our own, terms of a taxonomy by name, codes of Open Eligibility.
pub(super) fn themes(desk: &mut Desk<'_, '_>, row: u32, cleaner: &mut Cleaner) -> Vec<Theme> {
    let (themes, brought) = (&desk.settings.themes, desk.brought);
    let mut words: Vec<String> = Vec::new();
    for line in desk.cell(Kind::Service, row, "themes").lines() {
        if line.split_whitespace().all(|word| is_theme(desk, word)) {
            words.extend(line.split_whitespace().map(str::to_owned));
        } else {
            words.push(line.to_owned());
        }
    }
    words.extend(
        key::several(desk.cell(Kind::Service, row, "taxonomy_ids")).into_iter().map(|id| term(desk, id, id)),
    );
    for child in desk.children(Kind::Attribute, "service_id", row) {
        // A theme of our own is known by its key, whatever it is called.
        let (name, code) =
            (desk.cell(Kind::Attribute, child, "name"), desk.cell(Kind::Attribute, child, "code"));
        let name = if is_theme(desk, code) { code } else { name };
        words.push(term(desk, desk.cell(Kind::Attribute, child, "term_id"), name));
        desk.fates.take(Kind::Attribute, child);
    }
    let mut found = Vec::new();
    for word in words.iter().filter(|word| !says_nothing(word)) {
        let known = Theme::parse(word).filter(|theme| themes.knows(theme));
        let own = known.or_else(|| brought.means(word).cloned());
        match own.or_else(|| themes.named(word).cloned()).or_else(|| by_term(word)) {
            Some(theme) => found.push(theme),
            None => cleaner.note(Outcome::Noted, Reason::UnknownTheme, word),
        }
    }
    found
}

fn is_theme(desk: &Desk<'_, '_>, key: &str) -> bool {
    Theme::parse(key).is_some_and(|theme| desk.settings.themes.knows(&theme))
        || desk.brought.means(key).is_some()
}

/// The name behind the key of a term, or else what we have.
fn term(desk: &mut Desk<'_, '_>, id: &str, name: &str) -> String {
    for row in desk.links.resolve(Kind::Term, id, desk.store).rows {
        desk.fates.take(Kind::Term, row);
        let code = desk.cell(Kind::Term, row, "code");
        if is_theme(desk, code) {
            return code.to_owned();
        }
        let known = desk.cell(Kind::Term, row, "name");
        if !known.is_empty() {
            return known.to_owned();
        }
    }
    if name.is_empty() { id.to_owned() } else { name.to_owned() }
}

/// Words in the names of terms, Dutch and English, in the order in which they decide.
const TERMS: &[(&str, &[&str])] = &[
    ("schulden", &["schuld", "debt", "bankruptcy", "foreclosure"]),
    ("eten", &["food", "meal", "nutrition", "voedsel", "eten"]),
    ("kleding", &["clothing", "kleding"]),
    ("energie", &["utilities", "energie", "energy", "gas"]),
    (
        "wonen",
        &[
            "housing",
            "shelter",
            "wonen",
            "woning",
            "landlord",
            "tenant",
            "homeownership",
            "mortgage",
            "eviction",
        ],
    ),
    ("verslaving", &["addiction", "verslaving", "substance"]),
    ("psyche", &["psychiatric", "mental", "counseling", "counselling", "psych"]),
    ("rouw", &["end of life", "bereavement", "rouw"]),
    ("mantelzorg", &["caregiver", "mantelzorg", "respite"]),
    ("zorg-thuis", &["daytime care", "residential care", "in home", "thuiszorg"]),
    ("veiligheid", &["emergency", "safety", "domestic violence", "veiligheid", "geweld", "abuse"]),
    ("opvoeden", &["adoption", "parent", "custody", "baby", "opvoed", "child"]),
    ("nieuwkomers", &["immigration", "asylum", "refugee", "nieuwkomer", "translation"]),
    ("papieren", &["navigating the system", "government benefits", "tax", "papieren", "formulier"]),
    (
        "geld",
        &["money", "financial", "insurance", "help pay", "geld", "income", "social security", "benefits"],
    ),
    ("recht", &["legal", "rights", "notary", "mediation", "recht", "discrimination", "guardianship"]),
    ("werk", &["work", "employment", "job", "werk"]),
    ("vervoer", &["transit", "transport", "vervoer"]),
    ("digitaal", &["computer", "digital", "internet", "digitaal"]),
    ("leren", &["education", "school", "skills", "training", "library", "leren"]),
    ("taal", &["language", "taal", "english"]),
    ("ouderen", &["older adult", "senior", "geriatric", "ouderen"]),
    ("jongeren", &["youth", "jongeren", "teen"]),
    ("beperking", &["disabilit", "beperking", "handicap"]),
    ("lhbti", &["lgbt", "lhbt", "lesbian", "transgender"]),
    ("bewegen", &["sport", "exercise", "fitness", "bewegen"]),
    ("ontmoeten", &["support network", "community", "group support", "ontmoet"]),
    ("gezondheid", &["health", "medical", "dental", "care", "gezondheid"]),
];

fn by_term(word: &str) -> Option<Theme> {
    let key = format!(" {}", name_key(word));
    // Whole beginnings of words: `work` is in `Help find work`, not in `Network`.
    let has = |part: &&&str| key.contains(&format!(" {part}"));
    TERMS
        .iter()
        .find(|(_, parts)| parts.iter().any(|part| has(&part)))
        .and_then(|(theme, _)| Theme::parse(theme))
}

/// Areas by their CBS code; names of areas mean nothing outside their own register.
pub(super) fn areas(texts: &[&str], cleaner: &mut Cleaner, into: &mut Vec<AreaCode>) {
    for text in texts.iter().flat_map(|text| key::several(text)).filter(|text| !says_nothing(text)) {
        match AreaCode::parse(text.rsplit(['/', '#']).next().unwrap_or(text)) {
            Ok(code) if !into.contains(&code) => into.push(code),
            Ok(_) => {}
            // The whole municipality.
            Err(_) if Municipality::parse(text).is_some() => {}
            Err(_) => cleaner.note(Outcome::Noted, Reason::UnknownArea, text),
        }
    }
}
