//! The page about open data: files with their date and size, the interface, the licence, and what is left out.

use directory::names::{count, dutch};
use directory::source::Source;
use maud::{Markup, html};
use ui::words::fl;
use ui::{Frame, Icon, Lang, Page, button, buttons, fact, format};

use super::About;
use crate::export::{LICENCE, LICENCE_ADDRESS};
use crate::words;

pub struct OpenPage {
    /// None until the files are made the first time.
    pub about: Option<About>,
    pub sources: Vec<Source>,
}

impl OpenPage {
    #[must_use]
    pub fn render(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let w = words(lang);
        let page = Page::new(fl!(w, "open-title"))
            .lead(fl!(w, "open-lead", name = frame.municipality_name.as_str()))
            .crumb("/bronnen", fl!(w, "open-sources"));
        ui::page(
            frame,
            page,
            html! {
                (self.files(lang))
                (self.licence(lang))
                section.stapel.krap aria-labelledby="koppelen" {
                    h2 #koppelen { (fl!(w, "open-interface")) }
                    p { (fl!(w, "open-interface-text")) }
                    ul {
                        li { a href="/hsds/" { (fl!(w, "open-interface-about")) } }
                        li { a href="/hsds/services" { (fl!(w, "open-interface-offers")) } }
                        li { a href="/hsds/organizations" { (fl!(w, "open-interface-parties")) } }
                        li { a href="/hsds/service_at_locations" { (fl!(w, "open-interface-places")) } }
                        li { a href="/hsds/taxonomies" { (fl!(w, "open-interface-taxonomies")) } }
                        li { a href="/hsds/taxonomy_terms" { (fl!(w, "open-interface-themes")) } }
                        li { a href="/hsds/openapi.json" { (fl!(w, "open-interface-openapi")) } }
                        li { a href="/hsds/profile" { (fl!(w, "open-interface-profile")) } }
                    }
                }
                section.stapel.krap aria-labelledby="nooit" {
                    h2 #nooit { (fl!(w, "open-never")) }
                    ul {
                        li { (fl!(w, "open-never-names")) }
                        li { (fl!(w, "open-never-secret")) }
                        li { (fl!(w, "open-never-hidden")) }
                        li { (fl!(w, "open-never-residents")) }
                    }
                }
            },
        )
    }

    fn files(&self, lang: Lang) -> Markup {
        let w = words(lang);
        html! {
            section.stapel.krap aria-labelledby="bestanden" {
                h2 #bestanden { (fl!(w, "open-files")) }
                @match &self.about {
                    None => p { (fl!(w, "open-files-none")) },
                    Some(about) => {
                        p { (fl!(w, "open-files-text", parties = count(lang, about.parties), offers = count(lang, about.offers))) }
                        (buttons(html! {
                            (button(fl!(w, "open-file-json", size = size(lang, about.json_bytes))).to("/open/hsds.json"))
                            (button(fl!(w, "open-file-tables", size = size(lang, about.tables_bytes))).secondary().to("/open/datapackage.zip"))
                        }))
                        (fact(Icon::Clock, fl!(w, "open-made",
                            day = format::day_without_weekday(lang, about.made_at.day().0),
                            time = format::time(lang, about.made_at.local().time()))))
                        p.klein.zacht { (fl!(w, "open-often")) }
                    },
                }
            }
        }
    }

    fn licence(&self, lang: Lang) -> Markup {
        let w = words(lang);
        html! {
            section.stapel.krap aria-labelledby="licentie" {
                h2 #licentie { (fl!(w, "open-licence")) }
                p { (fl!(w, "open-licence-text")) " " a href=(LICENCE_ADDRESS) rel="noopener license" { bdi dir="ltr" { (LICENCE) } } "." }
                @if !self.sources.is_empty() {
                    p { (fl!(w, "open-licence-sources")) }
                    ul {
                        @for source in &self.sources {
                            li { (dutch(lang, source.name.as_str())) ": " (dutch(lang, source.licence.as_str())) }
                        }
                    }
                }
            }
        }
    }
}

/// "1,2 MB", as people read it.
fn size(lang: Lang, bytes: u64) -> String {
    let (number, unit) = if bytes < 1_000_000 { (bytes / 100, "kB") } else { (bytes / 100_000, "MB") };
    let whole = format::number(lang, i64::try_from(number / 10).unwrap_or(i64::MAX));
    let point = format::decimal_point(lang);
    format!("{whole}{point}{} {unit}", number % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_reads_as_people_say_it() {
        assert_eq!(size(Lang::Nl, 1_234_567), "1,2 MB");
        assert_eq!(size(Lang::En, 45_678), "45.6 kB");
    }
}
