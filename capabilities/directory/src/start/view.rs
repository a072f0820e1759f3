//! The first page in words and cards.

use std::sync::Arc;

use maud::{Markup, html};
use ui::words::fl;
use ui::{Frame, Icon, Lang, Page, button, card, empty, face, format, more, search, street};

use crate::area::view::worlds_count;
use crate::find::asked;
use crate::map::Atlas;
use crate::map::atlas::Fresh;
use crate::names::{badge, count, dutch, dutch_paragraph};
use crate::party::Sphere;
use crate::theme::{Term, Theme};
use crate::words;

/// How many parties that were confirmed last stand on the first page.
const FRESH: usize = 4;
/// The themes that there is most help for; the others are a tap away.
const MOST_OFTEN: usize = 8;
/// More districts than this are a list of their own.
const MOST_DISTRICTS: usize = 12;

pub struct StartPage {
    pub atlas: Arc<Atlas>,
    /// Themes that there is help for, and how often.
    pub themes: Vec<(Theme, usize)>,
}

impl StartPage {
    #[must_use]
    pub fn render(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let w = words(lang);
        let title = fl!(w, "start-title", name = frame.municipality_name.as_str());
        let nobody = self.atlas.parties == [0, 0];
        ui::page(
            frame,
            Page::new(title.as_str()).here("buurt").own_heading(),
            html! {
                div.welkom {
                    div.vel {
                        div.tekst.stapel.dicht { h1 { (title) } p { (self.sentence(lang)) } }
                        (street())
                    }
                }
                div.vel.stapel.ruim {
                    @if nobody {
                        (empty(fl!(w, "start-empty")).body(fl!(w, "start-empty-text"))
                            .action(button(fl!(w, "missing-link")).to("/partij/aanmelden")))
                    } @else {
                        (search(lang, asked::SEARCH, fl!(w, "search-question")).hint(fl!(w, "search-hint")).suggest(asked::SUGGEST))
                        (self.worlds(lang))
                        (self.themes(lang))
                        (self.districts(lang))
                        (self.fresh(lang))
                    }
                }
            },
        )
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = words(lang);
        let [formal, informal] = self.atlas.parties;
        if formal + informal == 0 {
            return fl!(w, "start-sentence-empty");
        }
        fl!(
            w,
            "start-sentence",
            informal = informal,
            formal = formal,
            informal_number = count(lang, informal),
            formal_number = count(lang, formal)
        )
    }

    /// The two worlds, each in a line, each a way in.
    fn worlds(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let one = |sphere: Sphere, text: String| {
            let href = asked::address("/wie", &[(asked::SPHERE, asked::sphere_word(sphere))], 1);
            card(ui::sphere(lang, badge(sphere))).to(href).body(html! { p { (text) } })
        };
        html! {
            section.stapel.krap aria-labelledby="werelden" {
                h2 #werelden { (fl!(w, "start-worlds")) }
                div.naast {
                    (one(Sphere::Informal, fl!(w, "start-informal")))
                    (one(Sphere::Formal, fl!(w, "start-formal")))
                }
            }
        }
    }

    /// What there is most help for, and everything by what it belongs to.
    fn themes(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let taxonomy = &self.atlas.taxonomy;
        let number = |term: &Term| {
            self.themes.iter().find(|(theme, _)| *theme == term.theme).map_or(0, |(_, number)| *number)
        };
        let row = |terms: &[&Term], name: String| {
            terms.iter().fold(ui::filters(name), |row, term| {
                let href = asked::address("/wie", &[(asked::THEME, term.theme.key())], 1);
                let word = html! { (term.shown(lang)) " " span.zacht { (count(lang, number(term))) } };
                row.item(href, word, false)
            })
        };
        let shown = |term: &&Term| !term.hidden && number(term) > 0;
        let tops: Vec<&Term> = taxonomy.tops().filter(shown).collect();
        let mut below: Vec<&Term> =
            taxonomy.terms().iter().filter(|term| term.parent.is_some()).filter(shown).collect();
        below.sort_by_key(|term| std::cmp::Reverse(number(term)));
        below.truncate(MOST_OFTEN);
        html! {
            section.stapel.krap aria-labelledby="themas" {
                div.kopje {
                    h2 #themas { (fl!(w, "start-themes")) }
                    a href="/themas" { (fl!(w, "start-all-themes")) }
                }
                (row(&tops, fl!(w, "start-themes")))
                @if !below.is_empty() {
                    (more(fl!(w, "start-often-themes"), row(&below, fl!(w, "start-often-themes"))))
                }
            }
        }
    }

    fn districts(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let districts: Vec<_> = self.atlas.geography.districts().collect();
        html! {
            @if !districts.is_empty() {
                section.stapel.krap aria-labelledby="wijken" {
                    div.kopje {
                        h2 #wijken { (fl!(w, "start-districts")) }
                        a href="/buurten" { (fl!(w, "start-all-areas")) }
                    }
                    ul.drie {
                        @for district in districts.iter().take(MOST_DISTRICTS) {
                            li {
                                (card(dutch(lang, district.name.as_str()))
                                    .to(format!("/buurt/{}", district.code))
                                    .body(worlds_count(lang, self.atlas.here(&district.code))))
                            }
                        }
                    }
                    p { a href="/kaart" { (fl!(w, "start-map")) } }
                }
            } @else {
                p { a href="/buurten" { (fl!(w, "start-all-areas")) } }
            }
        }
    }

    /// Both worlds in turn, so that neither crowds the other out.
    fn fresh(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let of = |sphere: Sphere| {
            self.atlas.fresh.iter().filter(move |party| party.sphere == sphere).take(FRESH / 2)
        };
        let shown: Vec<&Fresh> = of(Sphere::Informal).chain(of(Sphere::Formal)).collect();
        html! {
            @if !shown.is_empty() {
                section.stapel.krap aria-labelledby="net-nagekeken" {
                    h2 #net-nagekeken { (fl!(w, "start-fresh")) }
                    div.naast {
                        @for party in shown {
                            @let sphere = badge(party.sphere);
                            (card(dutch(lang, party.name.as_str()))
                                .to(format!("/partij/{}", party.id))
                                .sphere(lang, sphere)
                                .face(face(party.name.as_str(), sphere))
                                .body(dutch_paragraph(lang, None, party.summary.as_str()))
                                .foot(fl!(w, "checked-on", day = format::day_without_year(lang, party.confirmed_at.day().0))))
                        }
                    }
                    p { (button(fl!(w, "start-all")).secondary().to("/wie").icon(Icon::People)) }
                }
            }
        }
    }
}
