//! The languages a party or an offer speaks, as ISO 639 codes.

use crate::wording::name_key;

/// Code, Dutch name, English name, own name. The order is that of the filter.
pub const LANGUAGES: &[(&str, &str, &str, &str)] = &[
    ("nl", "Nederlands", "Dutch", "Nederlands"),
    ("en", "Engels", "English", "English"),
    ("ar", "Arabisch", "Arabic", "العربية"),
    ("tr", "Turks", "Turkish", "Türkçe"),
    ("pl", "Pools", "Polish", "Polski"),
    ("uk", "Oekraïens", "Ukrainian", "Українська"),
    ("ti", "Tigrinya", "Tigrinya", "ትግርኛ"),
    ("zgh", "Tamazight", "Tamazight", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
    ("so", "Somalisch", "Somali", "Soomaali"),
    ("fa", "Farsi", "Persian", "فارسی"),
    ("prs", "Dari", "Dari", "دری"),
    ("ckb", "Koerdisch (Sorani)", "Kurdish (Sorani)", "کوردی"),
    ("kmr", "Koerdisch (Kurmanci)", "Kurdish (Kurmanji)", "Kurmancî"),
    ("fr", "Frans", "French", "Français"),
    ("es", "Spaans", "Spanish", "Español"),
    ("pt", "Portugees", "Portuguese", "Português"),
    ("pap", "Papiaments", "Papiamento", "Papiamentu"),
    ("srn", "Sranantongo", "Sranan Tongo", "Sranantongo"),
    ("de", "Duits", "German", "Deutsch"),
    ("bg", "Bulgaars", "Bulgarian", "Български"),
    ("ro", "Roemeens", "Romanian", "Română"),
    ("ru", "Russisch", "Russian", "Русский"),
    ("hu", "Hongaars", "Hungarian", "Magyar"),
    ("zh", "Chinees", "Chinese", "中文"),
    ("vi", "Vietnamees", "Vietnamese", "Tiếng Việt"),
    ("am", "Amhaars", "Amharic", "አማርኛ"),
    ("ur", "Urdu", "Urdu", "اردو"),
    ("hi", "Hindi", "Hindi", "हिन्दी"),
    ("id", "Indonesisch", "Indonesian", "Bahasa Indonesia"),
    ("it", "Italiaans", "Italian", "Italiano"),
    ("el", "Grieks", "Greek", "Ελληνικά"),
    ("dse", "Nederlandse Gebarentaal", "Dutch Sign Language", "NGT"),
];

/// One of [`LANGUAGES`], by its place there (so that 32 of them fit in a set of bits).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(usize);

impl Language {
    /// By code, Dutch, English or own name, however it is written; `eng` and `en-GB` too.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        // What we wrote ourselves is a code: nearly every question is one.
        if let Some(at) = LANGUAGES.iter().position(|language| language.0 == typed) {
            return Some(Self(at));
        }
        let typed = typed.trim();
        let short = typed.split(['-', '_']).next().unwrap_or(typed).to_lowercase();
        let code =
            LANGUAGE_639_3.iter().find(|(long, _)| *long == short).map_or(short.as_str(), |(_, two)| two);
        let key = name_key(typed);
        LANGUAGES
            .iter()
            .position(|(c, nl, en, own)| {
                *c == code || [nl, en, own].iter().any(|name| name_key(name) == key && !key.is_empty())
            })
            .map(Self)
    }

    #[must_use]
    pub fn code(self) -> &'static str {
        LANGUAGES.get(self.0).map_or("nl", |language| language.0)
    }

    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }

    /// In the language of the page, or its own name where the page is neither Dutch nor English.
    #[must_use]
    pub fn name(self, lang: ui::Lang) -> &'static str {
        LANGUAGES.get(self.0).map_or("", |language| match lang {
            ui::Lang::Nl => language.1,
            ui::Lang::En => language.2,
            ui::Lang::Ar | ui::Lang::Tr | ui::Lang::Pl | ui::Lang::Uk => language.3,
        })
    }

    pub fn all() -> impl Iterator<Item = Self> {
        (0..LANGUAGES.len()).map(Self)
    }
}

/// Three-letter codes that registers abroad use for the languages above.
const LANGUAGE_639_3: &[(&str, &str)] = &[
    ("nld", "nl"),
    ("dut", "nl"),
    ("eng", "en"),
    ("ara", "ar"),
    ("arb", "ar"),
    ("tur", "tr"),
    ("pol", "pl"),
    ("ukr", "uk"),
    ("tir", "ti"),
    ("som", "so"),
    ("fas", "fa"),
    ("per", "fa"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("spa", "es"),
    ("por", "pt"),
    ("deu", "de"),
    ("ger", "de"),
    ("bul", "bg"),
    ("ron", "ro"),
    ("rum", "ro"),
    ("rus", "ru"),
    ("hun", "hu"),
    ("zho", "zh"),
    ("chi", "zh"),
    ("vie", "vi"),
    ("amh", "am"),
    ("urd", "ur"),
    ("hin", "hi"),
    ("ind", "id"),
    ("ita", "it"),
    ("ell", "el"),
    ("gre", "el"),
];

crate::keys::set_of_keys! {
    /// A set of languages in the order somebody gave them, without doubles.
    Languages, Language, code
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Unfit;

    #[test]
    fn a_language_is_known_by_code_and_by_the_names_people_use() {
        for typed in ["tr", "TR", "tr-TR", "tur", "Turks", "Turkish", "türkçe"] {
            assert_eq!(Language::parse(typed).map(Language::code), Some("tr"), "{typed}");
        }
        assert_eq!(Language::parse("Klingon"), None);
        assert_eq!(Language::parse(""), None);
    }

    #[test]
    fn no_more_languages_than_fit_in_a_set_of_bits() {
        assert!(LANGUAGES.len() <= 32);
    }

    #[test]
    fn doubles_fall_away_and_the_order_stays() {
        let spoken = Languages::parse(["Turks", "nl", "tur"]).unwrap();
        assert_eq!(spoken.as_str(), "tr nl");
        assert_eq!(Languages::parse(["nl", "Elfs"]), Err(Unfit::Unknown));
    }
}
