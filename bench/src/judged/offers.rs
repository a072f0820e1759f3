//! The offers of the demo, as far as search reads them.

use std::fs;
use std::path::Path;

use directory::theme::{Taxonomy, Theme};
use search::{Broken, Index, Slot, Text};
use serde::Deserialize;
use ui::Lang;

#[derive(Deserialize)]
struct TownFile {
    ageing: Ageing,
}

#[derive(Deserialize)]
struct Ageing {
    hide_days: u64,
}

#[derive(Deserialize)]
struct PartiesFile {
    party: Vec<PartyText>,
}

#[derive(Deserialize)]
struct PartyText {
    name: String,
    sphere: String,
    #[serde(default)]
    call_for: Vec<String>,
    #[serde(default)]
    languages: Vec<String>,
    #[serde(default)]
    offer: Vec<OfferText>,
}

#[derive(Deserialize)]
struct OfferText {
    key: String,
    name: String,
    summary: String,
    #[serde(default)]
    does: Vec<String>,
    #[serde(default)]
    for_whom: String,
    #[serde(default)]
    themes: Vec<String>,
    #[serde(default)]
    languages: Vec<String>,
    confirmed_days_ago: Option<u64>,
}

pub(crate) struct Offer {
    pub(super) key: String,
    pub(super) informal: bool,
    pub(crate) name: String,
    pub(super) party: String,
    pub(super) summary: String,
    pub(super) does: String,
    pub(super) for_whom: String,
    pub(super) call_for: String,
    pub(super) themes: String,
    pub(super) keys: Vec<String>,
    pub(super) languages: Vec<String>,
}

impl Offer {
    /// Puts it in an index, under a name of its own.
    pub(crate) fn put(&self, slot: Slot, name: &str, index: &mut Index) -> Result<(), Broken> {
        let keys: Vec<&str> = self.keys.iter().map(String::as_str).collect();
        let languages: Vec<&str> = self.languages.iter().map(String::as_str).collect();
        let text = Text {
            name,
            party: &self.party,
            summary: &self.summary,
            does: &self.does,
            for_whom: &self.for_whom,
            call_for: &self.call_for,
            themes: &self.themes,
            keys: &keys,
            languages: &languages,
        };
        index.put(slot, &text)
    }

    /// All texts, for a search that knows no difference between them.
    pub(crate) fn texts(&self) -> [&str; 7] {
        [&self.name, &self.party, &self.summary, &self.does, &self.for_whom, &self.call_for, &self.themes]
    }
}

/// What a visitor may see, in the order of the files.
pub(super) fn read(folder: &Path) -> Result<Vec<Offer>, String> {
    let text = |path: &Path| fs::read_to_string(path).map_err(|why| format!("{}: {why}.", path.display()));
    let town: TownFile =
        toml::from_str(&text(&folder.join("oosterwaard.toml"))?).map_err(|why| why.to_string())?;
    let mut files: Vec<_> =
        fs::read_dir(folder).map_err(|why| why.to_string())?.flatten().map(|it| it.path()).collect();
    files.retain(|path| {
        path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("parties-"))
    });
    files.sort();
    let mut offers = Vec::new();
    for file in files {
        let parties: PartiesFile =
            toml::from_str(&text(&file)?).map_err(|why| format!("{}: {why}", file.display()))?;
        for party in parties.party {
            let shown = |offer: &&OfferText| {
                offer.confirmed_days_ago.is_none_or(|days| days <= town.ageing.hide_days)
            };
            offers.extend(party.offer.iter().filter(shown).map(|offer| whole(&party, offer)));
        }
    }
    Ok(offers)
}

fn whole(party: &PartyText, offer: &OfferText) -> Offer {
    let taxonomy = Taxonomy::shipped();
    let themes: Vec<Theme> = offer.themes.iter().filter_map(|key| Theme::parse(key)).collect();
    let words: Vec<&str> = themes.iter().map(|theme| taxonomy.name(Lang::Nl, theme)).collect();
    Offer {
        key: offer.key.clone(),
        informal: party.sphere == "informal",
        name: offer.name.clone(),
        party: party.name.clone(),
        summary: offer.summary.clone(),
        does: offer.does.join("\n"),
        for_whom: offer.for_whom.clone(),
        call_for: party.call_for.join("\n"),
        themes: words.join("\n"),
        keys: offer.themes.clone(),
        languages: if offer.languages.is_empty() { party.languages.clone() } else { offer.languages.clone() },
    }
}
