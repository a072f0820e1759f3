//! The languages a page can speak, and the direction each is read in.

/// A language of the interface. Dutch is the one everything falls back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    #[default]
    Nl,
    En,
    Ar,
    Tr,
    Pl,
    Uk,
}

impl Lang {
    pub const ALL: [Lang; 6] = [Lang::Nl, Lang::En, Lang::Ar, Lang::Tr, Lang::Pl, Lang::Uk];

    /// The value of the `lang` attribute and of `?taal=`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Nl => "nl",
            Lang::En => "en",
            Lang::Ar => "ar",
            Lang::Tr => "tr",
            Lang::Pl => "pl",
            Lang::Uk => "uk",
        }
    }

    /// The value of the `dir` attribute.
    pub fn dir(self) -> &'static str {
        match self {
            Lang::Ar => "rtl",
            Lang::Nl | Lang::En | Lang::Tr | Lang::Pl | Lang::Uk => "ltr",
        }
    }

    /// The language's name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Lang::Nl => "Nederlands",
            Lang::En => "English",
            Lang::Ar => "العربية",
            Lang::Tr => "Türkçe",
            Lang::Pl => "Polski",
            Lang::Uk => "Українська",
        }
    }

    /// Whether somebody who grew up with the language has read our words in it; Dutch is no translation. Who did stands
    /// on top of each file of words, and a test holds the two together.
    pub fn reviewed(self) -> bool {
        match self {
            Lang::Nl => true,
            Lang::En | Lang::Ar | Lang::Tr | Lang::Pl | Lang::Uk => false,
        }
    }

    /// `nl`, `en-GB`, `AR` …; anything else is not ours.
    pub fn parse(text: &str) -> Option<Lang> {
        let first = text.trim().split(['-', '_']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(first))
    }

    /// The best language for an `Accept-Language` header; Dutch when none fits.
    pub fn accepted(header: &str) -> Lang {
        let mut best = (Lang::Nl, 0.0_f32);
        for part in header.split(',') {
            let mut pieces = part.split(';');
            let Some(lang) = pieces.next().and_then(Lang::parse) else { continue };
            let weight = pieces.find_map(|p| p.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
            if weight > best.1 {
                best = (lang, weight);
            }
        }
        best.0
    }
}

impl AsRef<str> for Lang {
    fn as_ref(&self) -> &str {
        self.code()
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn somebody_reads_what_the_phone_speaks() {
        assert_eq!(Lang::accepted("ar-SY,ar;q=0.9,nl;q=0.8"), Lang::Ar);
        assert_eq!(Lang::accepted("tr-TR, en;q=0.5, nl;q=0.7"), Lang::Tr);
        assert_eq!(Lang::accepted("pl"), Lang::Pl);
        assert_eq!(Lang::accepted("ru, uk-UA;q=0.8"), Lang::Uk);
        assert_eq!(Lang::accepted("so, en;q=0.5, nl;q=0.7"), Lang::Nl);
        assert_eq!(Lang::accepted("bg"), Lang::Nl);
        assert_eq!(Lang::accepted(""), Lang::Nl);
        assert_eq!(Lang::accepted("en;q=0, nl;q=0.1"), Lang::Nl);
    }
}
