//! What the pages about the site say.

use maud::{Markup, html};
use ui::words::fl;
use ui::{Frame, Icon, Page, Tone, button, buttons, card, empty, format, notice};

use crate::names::dutch;
use crate::source::Source;
use crate::words;

pub struct SourcesPage {
    pub sources: Vec<Source>,
    pub fiction: bool,
}

impl SourcesPage {
    #[must_use]
    pub fn render(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let w = words(lang);
        let name = frame.municipality_name.as_str();
        ui::page(
            frame,
            Page::new(fl!(w, "sources-title")).lead(fl!(w, "sources-lead")),
            html! {
                @if self.fiction {
                    (notice(Tone::Attention, fl!(w, "sources-fiction", name = name)).body(html! { p { (fl!(w, "sources-fiction-text")) } }))
                }
                @if self.sources.is_empty() {
                    (empty(fl!(w, "sources-none")).body(fl!(w, "sources-none-text")))
                } @else {
                    ul.kaarten {
                        @for source in &self.sources {
                            li {
                                (card(dutch(lang, source.name.as_str())).level(2).body(html! {
                                    p { (fl!(w, "licence")) " " (dutch(lang, source.licence.as_str())) }
                                    @if let Some(day) = source.dated { p { (fl!(w, "source-dated", day = format::day_without_weekday(lang, day.0))) } }
                                    p.klein.zacht { (fl!(w, "source-imported", day = format::day_without_weekday(lang, source.imported_at.day().0))) }
                                    @if let Some(web) = &source.web {
                                        @if web.as_str().starts_with("https://") || web.as_str().starts_with("http://") {
                                            p { a href=(web.as_str()) rel="noopener" { bdi dir="ltr" { (web.as_str()) } } }
                                        }
                                    }
                                }))
                            }
                        }
                    }
                }
                section.stapel.krap {
                    h2 { (fl!(w, "sources-yours")) }
                    p { (fl!(w, "sources-yours-text")) }
                    p { (fl!(w, "sources-code")) }
                    p { (fl!(w, "sources-open")) " " a href="/open" { (fl!(w, "sources-open-link")) } }
                }
            },
        )
    }
}

/// A heading with paragraphs, and an id to link to.
fn part(id: &str, heading: &str, paragraphs: &[String]) -> Markup {
    html! {
        section.stapel.krap aria-labelledby=(id) {
            h2 id=(id) { (heading) }
            @for paragraph in paragraphs { p { (paragraph) } }
        }
    }
}

fn list(id: &str, heading: &str, items: &[String]) -> Markup {
    html! {
        section.stapel.krap aria-labelledby=(id) {
            h2 id=(id) { (heading) }
            ul { @for item in items { li { (item) } } }
        }
    }
}

#[must_use]
pub fn privacy(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    ui::page(
        frame,
        Page::new(fl!(w, "privacy-title")).lead(fl!(w, "privacy-lead")),
        html! {
            (list("wel", &fl!(w, "privacy-stored"), &[
                fl!(w, "privacy-stored-1"), fl!(w, "privacy-stored-2"), fl!(w, "privacy-stored-3"), fl!(w, "privacy-stored-4"), fl!(w, "privacy-stored-5"), fl!(w, "privacy-stored-6"),
            ]))
            (list("nooit", &fl!(w, "privacy-never"), &[
                fl!(w, "privacy-never-1"), fl!(w, "privacy-never-2"), fl!(w, "privacy-never-3"), fl!(w, "privacy-never-4"),
                fl!(w, "privacy-never-5"),
            ]))
            (part("geheim", &fl!(w, "privacy-secret"), &[fl!(w, "privacy-secret-1")]))
            (part("zelf", &fl!(w, "privacy-self"), &[fl!(w, "privacy-self-1"), fl!(w, "privacy-self-2")]))
            (part("wie-ziet", &fl!(w, "privacy-who"), &[fl!(w, "privacy-who-1"), fl!(w, "privacy-who-2")]))
        },
    )
}

#[must_use]
pub fn help(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    let name = frame.municipality_name.as_str();
    ui::page(
        frame,
        Page::new(fl!(w, "help-title")).lead(fl!(w, "help-lead")),
        html! {
            (part("zoeken", &fl!(w, "help-search"), &[fl!(w, "help-search-1"), fl!(w, "help-search-2")]))
            (part("tekens", &fl!(w, "help-signs"), &[fl!(w, "help-signs-1"), fl!(w, "help-signs-2")]))
            (part("nagekeken", &fl!(w, "help-checked"), &[fl!(w, "help-checked-1")]))
            (part("klopt-niet", &fl!(w, "help-wrong"), &[fl!(w, "help-wrong-1", name = name)]))
            section.stapel.krap aria-labelledby="erbij" {
                h2 #erbij { (fl!(w, "help-join")) }
                p { (fl!(w, "help-join-1")) }
                p { a href="/partij/aanmelden" { (fl!(w, "missing-link")) } }
                p { (fl!(w, "help-join-2", name = name)) }
            }
            (part("erg", &fl!(w, "help-urgent"), &[fl!(w, "help-urgent-1")]))
            (buttons(button(fl!(w, "list-title")).to("/wie").icon(Icon::Search)))
        },
    )
}

#[must_use]
pub fn accessibility(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    let name = frame.municipality_name.as_str();
    ui::page(
        frame,
        Page::new(fl!(w, "access-title")).lead(fl!(w, "access-lead")),
        html! {
            (list("werkt", &fl!(w, "access-works"), &[
                fl!(w, "access-works-1"), fl!(w, "access-works-2"), fl!(w, "access-works-3"), fl!(w, "access-works-4"),
            ]))
            (list("nog-niet", &fl!(w, "access-not-yet"), &[
                fl!(w, "access-not-yet-1"), fl!(w, "access-not-yet-2"), fl!(w, "access-not-yet-3"),
            ]))
            (part("melden", &fl!(w, "access-tell"), &[fl!(w, "access-tell-1", name = name)]))
        },
    )
}
