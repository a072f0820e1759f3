//! The form that brings a file: what was typed, kept as it was, and what of it does not fit.

use access::Caller;
use access::events::unproved;
use axum::extract::Multipart;
use ground::moment::Day;
use ground::trouble::{Answer, Trouble};
use ui::Lang;
use ui::words::fl;

use super::about::About;
use super::ask::Ask;
use super::read::Unreadable;
use super::staged::{NoRoom, Upload};
use super::words as sentences;
use crate::wording::Name;
use crate::words;

/// Longer than any mapping of a sane size.
const LONGEST_TEXT: usize = 64 << 10;

/// What was typed, field by field.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub source: String,
    pub licence: String,
    pub dated: String,
    pub sphere: String,
    pub mapping: String,
    pub own_mapping: String,
    pub file: String,
}

/// Field and sentence, in the order of the form.
pub(super) type Faults = Vec<(&'static str, String)>;

/// What came in with one sending of the form.
pub(super) struct Sent {
    pub typed: Typed,
    pub upload: Upload,
    pub too_large: bool,
}

/// Reads the parts as they come. Nothing is kept before the hidden proof, which stands first.
pub(super) async fn read(caller: &Caller, mut form: Multipart) -> Answer<Sent> {
    let mut sent = Sent { typed: Typed::default(), upload: Upload::default(), too_large: false };
    let mut signed = false;
    loop {
        let mut part = match form.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            // The edge stopped a body without end: the same sentence as for one that is just too large.
            Err(_) if signed => {
                sent.too_large = true;
                break;
            }
            Err(_) => return Err(unproved()),
        };
        let name = part.name().unwrap_or_default().to_owned();
        if !signed {
            let proof = if name == "csrf" { part.text().await.unwrap_or_default() } else { String::new() };
            caller.proved(&proof)?;
            signed = true;
            continue;
        }
        if name == "file" {
            let told = part.file_name().unwrap_or_default();
            sent.typed.file = told.rsplit(['/', '\\']).next().unwrap_or(told).chars().take(120).collect();
            while !sent.too_large {
                match part.chunk().await {
                    Ok(Some(bytes)) => match sent.upload.push(&bytes) {
                        Ok(()) => {}
                        Err(NoRoom::TooLarge) => sent.too_large = true,
                        Err(NoRoom::Disk(error)) => return Err(Trouble::fault(error)),
                    },
                    Ok(None) => break,
                    Err(_) => sent.too_large = true,
                }
            }
            // The rest is read and let go, so that the browser gets to hear the answer.
            while let Ok(Some(_)) = part.chunk().await {}
            continue;
        }
        let Some(field) = sent.typed.field(&name) else { continue };
        while let Ok(Some(bytes)) = part.chunk().await {
            if field.len() + bytes.len() <= LONGEST_TEXT {
                field.push_str(&String::from_utf8_lossy(&bytes));
            }
        }
    }
    if signed { Ok(sent) } else { Err(unproved()) }
}

impl Typed {
    fn field(&mut self, name: &str) -> Option<&mut String> {
        match name {
            "source" => Some(&mut self.source),
            "licence" => Some(&mut self.licence),
            "dated" => Some(&mut self.dated),
            "sphere" => Some(&mut self.sphere),
            "mapping" => Some(&mut self.mapping),
            "own_mapping" => Some(&mut self.own_mapping),
            _ => None,
        }
    }

    /// What is asked, or all that does not fit.
    pub(super) fn ask(&self, lang: Lang, sent: &Sent) -> Result<Ask, Faults> {
        let w = words(lang);
        let mut faults = Faults::new();
        let mut wrong = |field, sentence| faults.push((field, sentence));
        let source = Name::parse(&self.source).map_err(|_| wrong("source", fl!(w, "import-wrong-source")));
        let licence =
            Name::parse(&self.licence).map_err(|_| wrong("licence", fl!(w, "import-wrong-licence")));
        let dated = match self.dated.trim() {
            "" => None,
            typed => {
                let day = Day::parse(typed);
                if day.is_none() {
                    wrong("dated", fl!(w, "import-wrong-dated"));
                }
                day
            }
        };
        if sent.too_large {
            wrong("file", fl!(w, "import-wrong-large"));
        } else if sent.upload.is_empty() && self.file.is_empty() {
            wrong("file", fl!(w, "import-wrong-file"));
        }
        match (source, licence) {
            (Ok(source), Ok(licence)) if faults.is_empty() => Ok(Ask {
                about: About { source, licence, web: None, dated },
                file: self.file.clone(),
                sphere: Some(if self.sphere == "informal" { "informal" } else { "formal" }.to_owned()),
                mapping: [&self.own_mapping, &self.mapping]
                    .into_iter()
                    .find(|text| !text.trim().is_empty())
                    .cloned(),
            }),
            _ => Err(faults),
        }
    }
}

/// The sentence at the field that is to blame for a file that could not be read.
pub(super) fn blame(lang: Lang, typed: &Typed, why: &Unreadable) -> Faults {
    let field = match why {
        Unreadable::Mapping(_) if !typed.own_mapping.trim().is_empty() => "own_mapping",
        Unreadable::Mapping(_) | Unreadable::NeedsMapping { .. } => "mapping",
        _ => "file",
    };
    vec![(field, sentences::unreadable(lang, why))]
}
