//! The style guide: every component with its samples, from the same list as the tests.

use maud::{Markup, html};

use crate::parts::{Case, SAMPLES, Sample, Samples, spoken};
use crate::{Frame, Icon, Lang, Page, Theme, fl, page as document, street, words};

/// Every sample of every component in one language.
pub fn samples(lang: Lang) -> Vec<Sample> {
    let of = |(component, make): Samples| {
        make(lang).into_iter().map(move |(case, markup)| Sample { component, case, markup })
    };
    SAMPLES.into_iter().flat_map(of).collect()
}

/// The page at `/stijl`. `?thema=` is the app's to read: it sets [`Frame::theme_href`].
pub fn page(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    let shown = spoken(frame.lang);
    let other = (shown != frame.lang).then_some(shown);
    let samples = samples(shown);
    document(
        frame,
        Page::new(fl!(w, "style")).lead(fl!(w, "style-lead")),
        html! {
            nav aria-label=(fl!(w, "style-themes")) {
                ul.filters {
                    @for theme in Theme::shipped() {
                        li {
                            a href={ "/stijl?thema=" (theme.slug()) } lang="nl"
                                aria-current=[(theme.href() == frame.theme_href).then_some("true")] { (theme.name) }
                        }
                    }
                }
            }
            nav aria-label=(fl!(w, "style-components")) {
                ul.labels { @for (name, _) in SAMPLES { li { a.sprongetje href={ "#onderdeel-" (name) } lang="en" { (name) } } } }
            }
            section.stapel aria-labelledby="stijl-straat" {
                h2 #stijl-straat { (fl!(w, "style-street")) }
                div.welkom { div.vel { p.tekst.groot { (fl!(w, "style-street-text")) } (street()) } }
            }
            section.stapel aria-labelledby="stijl-tekens" {
                h2 #stijl-tekens { (fl!(w, "style-icons")) }
                ul.tekens { @for icon in Icon::ALL { li { (icon) span lang="en" { (format!("{icon:?}")) } } } }
            }
            @for (name, _) in SAMPLES {
                section.stapel aria-labelledby={ "onderdeel-" (name) } {
                    h2 id={ "onderdeel-" (name) } tabindex="-1" lang="en" { (name) }
                    @for sample in samples.iter().filter(|sample| sample.component == name) {
                        div.voorbeeldvak {
                            p.klein.zacht { (case_word(frame.lang, sample.case)) }
                            @if sample.markup.0.is_empty() {
                                p.zacht { (fl!(w, "style-nothing")) }
                            } @else {
                                div.stapel lang=[other.map(Lang::code)] dir=[other.map(Lang::dir)] { (sample.markup) }
                            }
                        }
                    }
                }
            }
        },
    )
}

fn case_word(lang: Lang, case: Case) -> String {
    let w = words(lang);
    match case {
        Case::Empty => fl!(w, "style-empty"),
        Case::Ordinary => fl!(w, "style-ordinary"),
        Case::Longest => fl!(w, "style-longest"),
        Case::Refused => fl!(w, "style-refused"),
    }
}
