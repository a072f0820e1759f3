//! The map on a page, with the sentence that says what one sees and the same as a table.

use std::sync::Arc;

use ground::id::Id;
use maud::{Markup, PreEscaped, html};
use ui::words::fl;
use ui::{Frame, Icon, Lang, Page, button, empty, filters, more};

use crate::area::AreaCode;
use crate::area::view::worlds_count;
use crate::find::asked::{self, Asked};
use crate::names::{badge, count, dutch};
use crate::party::{Party, Sphere};
use crate::theme::options::options;
use crate::theme::{Taxonomy, Theme};
use crate::words;

/// More areas without anybody than this are folded away.
const MOST_EMPTY: usize = 6;

pub struct MapPage {
    pub asked: Asked,
    /// The district that is shown; the whole municipality otherwise.
    pub place: Option<(AreaCode, String)>,
    pub picture: Option<PreEscaped<Arc<str>>>,
    pub rows: Vec<Row>,
    /// Who is in the district.
    pub parties: Vec<MapParty>,
    pub themes: Vec<(Theme, usize)>,
    pub taxonomy: Arc<Taxonomy>,
    /// Parties with a door on this map.
    pub total: usize,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub code: AreaCode,
    pub name: String,
    /// Formal, informal.
    pub here: [usize; 2],
    /// A district: it has a map of its own.
    pub above: bool,
}

#[derive(Clone, Debug)]
pub struct MapParty {
    pub id: Id<Party>,
    pub name: String,
    pub sphere: Sphere,
}

impl MapPage {
    #[must_use]
    pub fn render(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let w = words(lang);
        let name = self.place.as_ref().map_or(frame.municipality_name.as_str(), |(_, name)| name.as_str());
        let mut page = Page::new(fl!(w, "map-title", name = name)).here("kaart");
        if self.place.is_some() {
            let all = self.asked.with("/kaart", asked::AREA, None);
            page = page.crumb(all, fl!(w, "map-title", name = frame.municipality_name.as_str()));
        }
        ui::page(
            frame,
            page,
            html! {
                (self.choices(lang))
                @match &self.picture {
                    None => (empty(fl!(w, "map-none")).body(fl!(w, "areas-none-text"))
                        .action(button(fl!(w, "list-title")).to("/wie").icon(Icon::Search))),
                    Some(picture) => {
                        div.twee {
                            figure.plaat.stapel.krap aria-labelledby="kaart-zin" {
                                figcaption #kaart-zin.stapel.dicht { (self.sentence(lang, name)) }
                                div.plaat__beeld { (picture) }
                            }
                            div.stapel.ruim { (self.same(lang)) }
                        }
                    },
                }
                (self.parties(lang))
            },
        )
    }

    fn sentence(&self, lang: Lang, name: &str) -> Markup {
        let w = words(lang);
        html! {
            p { (fl!(w, "map-sentence", name = name, count = self.total, number = count(lang, self.total))) }
            p.klein.zacht { (fl!(w, "map-legend")) }
        }
    }

    fn choices(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let chosen = self.asked.filter.sphere;
        let both = filters(fl!(w, "worlds")).item(
            self.asked.with("/kaart", asked::SPHERE, None),
            fl!(w, "worlds-both"),
            chosen.is_none(),
        );
        let worlds = [Sphere::Informal, Sphere::Formal].into_iter().fold(both, |row, sphere| {
            let href = self.asked.with("/kaart", asked::SPHERE, Some(asked::sphere_word(sphere)));
            row.item(href, ui::sphere(lang, badge(sphere)), chosen == Some(sphere))
        });
        let kept = self.asked.pairs().into_iter().filter(|(name, _)| *name != asked::THEME);
        html! {
            div.stapel.krap {
                (worlds)
                form.rij method="get" action="/kaart" {
                    @for (name, value) in kept { input type="hidden" name=(name) value=(value); }
                    div.veld {
                        label for="kies-thema" { (fl!(w, "choose-theme")) }
                        select #kies-thema name=(asked::THEME) {
                            option value="" { (fl!(w, "any-theme")) }
                            (options(lang, &self.taxonomy, &self.themes, false, self.asked.filter.theme.as_ref()))
                        }
                    }
                    (button(fl!(w, "choose-show")).secondary())
                }
            }
        }
    }

    /// The same as a list: what a picture says is also said in words.
    fn same(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let href = |row: &Row| {
            if row.above {
                self.asked.with("/kaart", asked::AREA, Some(row.code.as_str()))
            } else {
                format!("/buurt/{}", row.code)
            }
        };
        let list = |rows: &[&Row]| {
            html! {
                ul.stapel.krap {
                    @for row in rows { li { a href=(href(row)) { (dutch(lang, &row.name)) } (worlds_count(lang, row.here)) } }
                }
            }
        };
        let (some, none): (Vec<&Row>, Vec<&Row>) = self.rows.iter().partition(|row| row.here != [0, 0]);
        html! {
            @if !self.rows.is_empty() {
                section.stapel.krap aria-labelledby="hetzelfde" {
                    h2 #hetzelfde { (fl!(w, "map-table")) }
                    (list(&some))
                    @if none.len() > MOST_EMPTY {
                        (more(fl!(w, "map-nobody", number = count(lang, none.len())), list(&none)))
                    } @else if !none.is_empty() {
                        (list(&none))
                    }
                }
            }
            ul.stapel.krap {
                li { a href=(self.asked.address()) { (fl!(w, "map-list")) } }
                @match &self.place {
                    Some((code, _)) => li { a href={ "/buurt/" (code) } { (fl!(w, "map-district")) } },
                    None => li { a href="/buurten" { (fl!(w, "start-all-areas")) } },
                }
            }
        }
    }

    fn parties(&self, lang: Lang) -> Markup {
        let w = words(lang);
        html! {
            @if !self.parties.is_empty() {
                section.stapel.krap aria-labelledby="wie-hier" {
                    h2 #wie-hier { (fl!(w, "map-parties")) }
                    ul.drie {
                        @for party in &self.parties {
                            li { div.stapel.dicht { a href={ "/partij/" (party.id) } { (dutch(lang, &party.name)) } (ui::sphere(lang, badge(party.sphere))) } }
                        }
                    }
                }
            }
        }
    }
}
