//! An import in sentences: what became of a line and why, and why a file could not be read.

use std::collections::HashMap;

use ui::Lang;

use super::line::{Fate, Line};
use super::read::Unreadable;
use crate::words;

#[must_use]
pub fn fate(lang: Lang, fate: Fate) -> String {
    words(lang).get(&format!("import-fate-{}", fate.word().replace('_', "-")))
}

/// Why, in a sentence, from the word kept with a line.
#[must_use]
pub fn reason(lang: Lang, word: &str) -> String {
    words(lang).get(&format!("import-reason-{word}"))
}

/// Where in the file, or nothing for what is not in it.
#[must_use]
pub fn place(lang: Lang, line: &Line) -> String {
    match (line.at.file.as_str(), line.at.line) {
        ("", _) => String::new(),
        (file, 0) => file.to_owned(),
        (file, number) => {
            let args = HashMap::from([("file", file.to_owned()), ("line", number.to_string())]);
            ui::plain(&words(lang).get_args("import-where", args))
        }
    }
}

#[must_use]
pub fn unreadable(lang: Lang, why: &Unreadable) -> String {
    let args: HashMap<&str, String> = why.args().into_iter().collect();
    ui::plain(&words(lang).get_args(&format!("import-unreadable-{}", why.key()), args))
}

#[cfg(test)]
mod tests {
    use super::super::line::Why;
    use super::super::record::Reason;
    use super::*;

    #[test]
    fn every_fate_and_reason_has_its_sentence_in_every_language() {
        use Reason as R;
        let reasons = [
            R::NoName,
            R::NoKey,
            R::DoubleKey,
            R::NoParty,
            R::UnknownParty,
            R::UnknownPlace,
            R::UnknownOffer,
            R::TooLong,
            R::BadPoint,
            R::SwappedPoint,
            R::BadDate,
            R::BadTime,
            R::BadPhone,
            R::BadEmail,
            R::BadWebsite,
            R::UnknownLanguage,
            R::UnknownTheme,
            R::UnknownArea,
            R::LostAccent,
            R::RoundedKey,
            R::Marker,
            R::LiteralNewline,
            R::SeveralKeys,
            R::Backtick,
            R::Markup,
            R::WrongColumns,
            R::UnclosedQuote,
            R::NotText,
            R::Inactive,
            R::Internal,
            R::Person,
            R::DoNotList,
            R::SameRecord,
            R::CutOff,
            R::Confidential,
            R::UnclearConfidential,
            R::NotUsed,
            R::NoAddress,
            R::Past,
        ];
        let own = [
            Why::Confirmed,
            Why::Edited,
            Why::Removed,
            Why::Dropped,
            Why::NearArea,
            Why::OutsideAreas,
            Why::LikeUnwanted,
            Why::LikeSecret,
            Why::NewTheme,
        ];
        for lang in Lang::ALL {
            for why in reasons.map(Why::Read).into_iter().chain(own) {
                assert!(words(lang).has(&format!("import-reason-{}", why.word())), "{why:?}");
            }
            for one in Fate::ALL {
                assert!(!fate(lang, one).contains("import-"), "{one:?}");
            }
            let cut = Unreadable::CutOff { file: "a.json".to_owned(), line: 3, column: 9 };
            assert!(unreadable(lang, &cut).contains("a.json"), "{}", unreadable(lang, &cut));
        }
    }
}
