//! Words per language: Fluent files in `i18n/CODE/<crate>.ftl`, checked when the crate compiles.
//!
//! A crate says `ui::words!();` once (in `lib.rs`) and then
//! `fl!(words(frame.lang), "offer-closed", name = offer.name.as_str())`.
//! It also needs an `i18n.toml` beside its `Cargo.toml`, the same as this crate's.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use i18n_embed::{I18nAssets, LanguageLoader};
use unic_langid::LanguageIdentifier;

pub use i18n_embed::fluent::FluentLanguageLoader;
pub use i18n_embed_fl::fl;

use crate::Lang;

/// The texts of one crate, in the order of [`Lang::ALL`].
#[derive(Debug)]
pub struct Texts {
    pub domain: &'static str,
    pub files: [&'static str; Lang::ALL.len()],
}

impl I18nAssets for Texts {
    fn get_files(&self, file_path: &str) -> Vec<Cow<'_, [u8]>> {
        let wanted = |(lang, _): &(Lang, &str)| file_path == format!("{}/{}.ftl", lang.code(), self.domain);
        let found = Lang::ALL.into_iter().zip(self.files).find(wanted);
        found.map(|(_, text)| Cow::Borrowed(text.as_bytes())).into_iter().collect()
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(Lang::ALL.into_iter().map(|lang| format!("{}/{}.ftl", lang.code(), self.domain)))
    }
}

/// Makes the loader for one language. A file that cannot be read leaves Dutch, and the test says why.
pub fn loader(texts: &Texts, lang: Lang) -> FluentLanguageLoader {
    let fallback = LanguageIdentifier::default();
    let dutch: LanguageIdentifier = Lang::Nl.code().parse().unwrap_or(fallback);
    let loader = FluentLanguageLoader::new(texts.domain, dutch.clone());
    let wanted = lang.code().parse().unwrap_or_else(|_| dutch.clone());
    if loader.load_languages(texts, &[wanted]).is_err() {
        // Nothing to recover to: `words::complete` finds this in every crate's tests.
        let _ = loader.load_languages(texts, &[dutch]);
    }
    loader
}

/// Makes `pub fn words(lang: ui::Lang) -> &'static FluentLanguageLoader` for the calling crate.
#[macro_export]
macro_rules! words {
    () => {
        /// The words of this crate in one language; a text that is missing falls back to Dutch.
        pub fn words(lang: $crate::Lang) -> &'static $crate::words::FluentLanguageLoader {
            use std::sync::LazyLock;
            use $crate::Lang;
            static TEXTS: $crate::words::Texts = $crate::words::Texts {
                domain: env!("CARGO_PKG_NAME"),
                files: [
            $crate::words!(@file "nl"),
            $crate::words!(@file "en"),
            $crate::words!(@file "ar"),
            $crate::words!(@file "tr"),
            $crate::words!(@file "pl"),
            $crate::words!(@file "uk"),
                ],
            };
            type Loader = LazyLock<$crate::words::FluentLanguageLoader>;
            static NL: Loader = LazyLock::new(|| $crate::words::loader(&TEXTS, Lang::Nl));
            static EN: Loader = LazyLock::new(|| $crate::words::loader(&TEXTS, Lang::En));
            static AR: Loader = LazyLock::new(|| $crate::words::loader(&TEXTS, Lang::Ar));
            static TR: Loader = LazyLock::new(|| $crate::words::loader(&TEXTS, Lang::Tr));
            static PL: Loader = LazyLock::new(|| $crate::words::loader(&TEXTS, Lang::Pl));
            static UK: Loader = LazyLock::new(|| $crate::words::loader(&TEXTS, Lang::Uk));
            match lang {
                Lang::Nl => &NL,
                Lang::En => &EN,
                Lang::Ar => &AR,
                Lang::Tr => &TR,
                Lang::Pl => &PL,
                Lang::Uk => &UK,
            }
        }
    };
    (@file $code:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/i18n/",
            $code,
            "/",
            env!("CARGO_PKG_NAME"),
            ".ftl"
        ))
    };
}

/// For a test: every text of Dutch exists in the other languages, asks for the same values, and nothing
/// is left over. `dir` is the crate's `i18n` folder; the answer is a list of complaints.
pub fn complete(dir: impl AsRef<Path>) -> Vec<String> {
    let mut complaints = Vec::new();
    let dutch = folder(dir.as_ref(), Lang::Nl, &mut complaints);
    for lang in Lang::ALL.into_iter().filter(|lang| *lang != Lang::Nl) {
        let code = lang.code();
        let other = folder(dir.as_ref(), lang, &mut complaints);
        for (key, values) in &dutch {
            match other.get(key) {
                None => complaints.push(format!("{code}: “{key}” is missing")),
                Some(theirs) if theirs != values => {
                    complaints.push(format!("{code}: “{key}” asks for {theirs:?}, Dutch for {values:?}"));
                }
                Some(_) => {}
            }
        }
        for key in other.keys().filter(|key| !dutch.contains_key(*key)) {
            complaints.push(format!("{code}: “{key}” does not exist in Dutch"));
        }
    }
    complaints
}

type Messages = BTreeMap<String, BTreeSet<String>>;

fn folder(dir: &Path, lang: Lang, complaints: &mut Vec<String>) -> Messages {
    let mut messages = Messages::new();
    let Ok(entries) = std::fs::read_dir(dir.join(lang.code())) else {
        complaints.push(format!("{}: there is no folder for this language", lang.code()));
        return messages;
    };
    for path in
        entries.flatten().map(|entry| entry.path()).filter(|p| p.extension().is_some_and(|e| e == "ftl"))
    {
        match std::fs::read_to_string(&path) {
            Ok(text) => read_messages(&text, lang, &mut messages, complaints),
            Err(error) => complaints.push(format!("{}: {error}", path.display())),
        }
    }
    messages
}

/// Reads ids, attributes and variables. Fluent's grammar is line-based at this level, so no parser is needed;
/// the compiler and the loader check the rest.
fn read_messages(text: &str, lang: Lang, messages: &mut Messages, complaints: &mut Vec<String>) {
    let mut current: Option<String> = None;
    let mut message = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let trimmed = line.trim_start();
        let (id, rest) = match line.split_once('=') {
            Some((id, rest)) if !line.starts_with([' ', '\t', '}', '[', '*']) => {
                message = id.trim().to_owned();
                (Some(message.clone()), rest)
            }
            Some((id, rest)) if trimmed.starts_with('.') => (Some(format!("{message}{}", id.trim())), rest),
            _ => (None, line),
        };
        if let Some(id) = id {
            if messages.insert(id.clone(), BTreeSet::new()).is_some() {
                complaints.push(format!("{}: “{id}” stands there twice", lang.code()));
            }
            current = Some(id);
        }
        if let Some(values) = current.as_ref().and_then(|id| messages.get_mut(id)) {
            values.extend(variables(rest));
        }
    }
}

fn variables(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split('$').skip(1).map(|after| {
        after.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_text_exists_in_every_language() {
        let complaints = super::complete(concat!(env!("CARGO_MANIFEST_DIR"), "/i18n"));
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    }
}
