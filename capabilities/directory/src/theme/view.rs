//! Every theme on a page: what it means, how much help there is, and the official names it stands for.

use std::sync::Arc;

use maud::{Markup, html};
use ui::words::fl;
use ui::{Frame, Lang, Page, empty, more};

use super::{Taxonomy, Term, Theme};
use crate::find::asked;
use crate::names::count;
use crate::words;

pub struct ThemesPage {
    pub taxonomy: Arc<Taxonomy>,
    pub counts: Vec<(Theme, usize)>,
}

impl ThemesPage {
    #[must_use]
    pub fn render(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let w = words(lang);
        let shown: Vec<&Term> = self.taxonomy.tops().filter(|top| !top.hidden).collect();
        ui::page(
            frame,
            Page::new(fl!(w, "themes-title")).lead(fl!(w, "themes-lead")).here("zoeken"),
            html! {
                @if shown.is_empty() { (empty(fl!(w, "themes-none"))) }
                @for top in shown { (self.group(lang, top)) }
                p.klein.zacht { (fl!(w, "themes-mapping")) }
            },
        )
    }

    fn group(&self, lang: Lang, top: &Term) -> Markup {
        let id = format!("thema-{}", top.theme.key());
        html! {
            section.stapel.krap aria-labelledby=(id) {
                h2 id=(id) { (self.link(lang, top)) }
                (explained(lang, top))
                ul.stapel.krap {
                    @for term in self.taxonomy.under(&top.theme).filter(|term| !term.hidden) {
                        li id={ "thema-" (term.theme.key()) } {
                            h3 { (self.link(lang, term)) }
                            (explained(lang, term))
                        }
                    }
                }
            }
        }
    }

    /// The name, leading to the list where there is anything to find.
    fn link(&self, lang: Lang, term: &Term) -> Markup {
        let there = self.counts.iter().find(|(it, _)| *it == term.theme).map_or(0, |(_, number)| *number);
        let href = asked::address("/wie", &[(asked::THEME, term.theme.key())], 1);
        html! {
            @if there > 0 {
                a href=(href) { (term.shown(lang)) } " "
                span.zacht { (count(lang, there)) span.alleen-voorlezen { " " (fl!(words(lang), "themes-count")) } }
            } @else {
                (term.shown(lang)) " " span.zacht { (fl!(words(lang), "themes-nothing")) }
            }
        }
    }
}

fn explained(lang: Lang, term: &Term) -> Markup {
    html! {
        p { (term.about(lang)) }
        @if !term.products.is_empty() {
            (more(fl!(words(lang), "themes-official"), html! {
                p lang="nl" dir="auto" { (term.products.join(", ")) }
            }))
        }
    }
}
