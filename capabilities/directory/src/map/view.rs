//! The map on a page, with the sentence that says what one sees and the same as a table.

use std::sync::Arc;

use ground::id::Id;
use maud::{Markup, PreEscaped, html};
use ui::words::fl;
use ui::{Frame, Icon, Lang, Page, button, empty, filters, table};

use crate::area::AreaCode;
use crate::find::asked::{self, Asked};
use crate::names::{self, badge, count, dutch};
use crate::party::{Party, Sphere};
use crate::theme::Theme;
use crate::words;

pub struct MapPage {
    pub asked: Asked,
    /// The district that is shown; the whole municipality otherwise.
    pub place: Option<(AreaCode, String)>,
    pub picture: Option<PreEscaped<Arc<str>>>,
    pub rows: Vec<Row>,
    /// Who is in the district.
    pub parties: Vec<MapParty>,
    pub themes: Vec<(Theme, usize)>,
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
                            @for (theme, _) in &self.themes {
                                option value=(theme.key()) selected[self.asked.filter.theme == Some(*theme)] { (names::theme(lang, *theme)) }
                            }
                        }
                    }
                    (button(fl!(w, "choose-show")).secondary())
                }
            }
        }
    }

    /// The same as a table: what a picture says is also said in words.
    fn same(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let head = [fl!(w, "area"), badge(Sphere::Informal).word(lang), badge(Sphere::Formal).word(lang)];
        let rows = self.rows.iter().fold(
            table(fl!(w, "map-table")).head(head).number_columns([1, 2]),
            |table, row| {
                let [formal, informal] = row.here;
                let href = if row.above {
                    self.asked.with("/kaart", asked::AREA, Some(row.code.as_str()))
                } else {
                    format!("/buurt/{}", row.code)
                };
                table.row([
                    html! { a href=(href) { (dutch(lang, &row.name)) } },
                    html! { (count(lang, informal)) },
                    html! { (count(lang, formal)) },
                ])
            },
        );
        html! {
            @if !self.rows.is_empty() { (rows) }
            p { a href=(self.asked.address()) { (fl!(w, "map-list")) } }
            @if let Some((code, _)) = &self.place { p { a href={ "/buurt/" (code) } { (fl!(w, "map-district")) } } }
            @else { p { a href="/buurten" { (fl!(w, "start-all-areas")) } } }
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
                            li { div.rij { a href={ "/partij/" (party.id) } { (dutch(lang, &party.name)) } (ui::sphere(lang, badge(party.sphere))) } }
                        }
                    }
                }
            }
        }
    }
}
