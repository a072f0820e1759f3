//! An area on a page: both worlds side by side with equal weight, and what the neighbours have.

use std::sync::Arc;

use ground::id::Id;
use maud::{Markup, html};
use ui::words::fl;
use ui::{Frame, Icon, Lang, Page, button, buttons, card, cards, empty, face, format, numbers};

use super::{Area, AreaCode, AreaKind};
use crate::find::asked;
use crate::map::Atlas;
use crate::names::{badge, count, dutch, dutch_paragraph};
use crate::party::{Party, Sphere};
use crate::source::Source;
use crate::theme::{Taxonomy, Theme};
use crate::words;

/// All districts with their neighbourhoods.
pub struct AreasPage {
    pub atlas: Arc<Atlas>,
}

pub struct AreaPage {
    pub area: Area,
    /// The district above it.
    pub parent: Option<(AreaCode, String)>,
    /// The neighbourhoods in it.
    pub inside: Vec<Neighbour>,
    pub neighbours: Vec<Neighbour>,
    pub worlds: [World; 2],
    pub gaps: Vec<Gap>,
    pub taxonomy: Arc<Taxonomy>,
    pub map: Option<Markup>,
    pub source: Option<Source>,
}

#[derive(Clone, Debug)]
pub struct Neighbour {
    pub code: AreaCode,
    pub name: String,
    /// Parties with their door there: formal, informal.
    pub here: [usize; 2],
}

/// One world in this area: who has its door here, and who works here from elsewhere.
#[derive(Clone, Debug)]
pub struct World {
    pub sphere: Sphere,
    pub here: Vec<PartyLine>,
    pub here_count: usize,
    pub working: Vec<PartyLine>,
    pub working_count: usize,
}

#[derive(Clone, Debug)]
pub struct PartyLine {
    pub id: Id<Party>,
    pub name: String,
    pub summary: String,
}

/// Help that so many neighbours have and this area has not: of one world, or at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    pub theme: Theme,
    pub around: usize,
    pub missing: Option<Sphere>,
}

impl AreasPage {
    #[must_use]
    pub fn render(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let w = words(lang);
        let geography = &self.atlas.geography;
        let loose = geography.areas.iter().filter(|area| {
            area.code.kind() == AreaKind::Neighbourhood && geography.area(&area.code.district()).is_none()
        });
        let loose: Vec<&Area> = loose.collect();
        ui::page(
            frame,
            Page::new(fl!(w, "areas-title")).lead(fl!(w, "areas-lead")).here("buurt"),
            html! {
                @if geography.areas.is_empty() {
                    (empty(fl!(w, "areas-none")).body(fl!(w, "areas-none-text"))
                        .action(button(fl!(w, "list-title")).to("/wie").icon(Icon::Search)))
                }
                @for district in geography.districts() {
                    section.stapel.krap aria-labelledby=(district.code) {
                        div.kopje {
                            h2 id=(district.code) { a href={ "/buurt/" (district.code) } { (dutch(lang, district.name.as_str())) } }
                            (worlds_count(lang, self.atlas.here(&district.code)))
                        }
                        (self.rows(lang, geography.within(&district.code)))
                    }
                }
                @if !loose.is_empty() { (self.rows(lang, loose.into_iter())) }
            },
        )
    }

    fn rows<'a>(&self, lang: Lang, areas: impl Iterator<Item = &'a Area>) -> Markup {
        html! {
            ul.drie {
                @for area in areas {
                    li {
                        (card(dutch(lang, area.name.as_str()))
                            .to(format!("/buurt/{}", area.code))
                            .body(worlds_count(lang, self.atlas.here(&area.code))))
                    }
                }
            }
        }
    }
}

/// "● 4 uit de buurt ■ 2 organisaties": parties with their door here.
#[must_use]
pub fn worlds_count(lang: Lang, [formal, informal]: [usize; 2]) -> Markup {
    let one = |sphere: Sphere, number: usize| {
        html! { span.soort.soort--i[sphere == Sphere::Informal] { (count(lang, number)) " " (badge(sphere).word(lang)) } }
    };
    html! { p.rij { (one(Sphere::Informal, informal)) " " (one(Sphere::Formal, formal)) } }
}

impl AreaPage {
    #[must_use]
    pub fn render(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let w = words(lang);
        let name = self.area.name.as_str();
        let mut page = Page::new(name).here("buurt").crumb("/buurten", fl!(w, "areas-title"));
        if let Some((code, parent)) = &self.parent {
            page = page.crumb(format!("/buurt/{code}"), dutch(lang, parent));
        }
        let kind = match self.area.code.kind() {
            AreaKind::District => fl!(w, "area-district", name = frame.municipality_name.as_str()),
            AreaKind::Neighbourhood => fl!(w, "area-neighbourhood", name = frame.municipality_name.as_str()),
        };
        ui::page(
            frame,
            page.lead(kind),
            html! {
                (self.onward(frame))
                div.twee {
                    div.stapel.ruim {
                        div.naast { @for world in &self.worlds { (self.world(lang, world)) } }
                        (self.gaps(lang))
                    }
                    aside.stapel aria-label=(fl!(w, "area-facts")) {
                        @if let Some(map) = &self.map { (ui::figure(lang, fl!(w, "map-of-area"), map)) }
                        (self.figures(lang))
                        (areas(lang, "binnen", &fl!(w, "area-inside"), &self.inside))
                        (areas(lang, "hiernaast", &fl!(w, "area-neighbours"), &self.neighbours))
                    }
                }
            },
        )
    }

    /// What can be done from here; whoever acts for a party can ask those who live and work here.
    fn onward(&self, frame: &Frame) -> Markup {
        let (w, code) = (words(frame.lang), &self.area.code);
        let find = asked::address("/wie", &[(asked::AREA, code.as_str())], 1);
        buttons(html! {
            (button(fl!(w, "area-find")).to(find).icon(Icon::Search))
            @if frame.acts {
                (button(fl!(w, "find-ask")).secondary().icon(Icon::Speech)
                    .to(format!("/vraag/nieuw?aan=buurt&wijk={code}")))
            }
            (button(fl!(w, "area-leaflet")).secondary().to(format!("/buurt/{code}/blad")))
            @if frame.signed.as_ref().is_some_and(|signed| signed.acting.is_some()) {
                (button(fl!(w, "area-reciprocity")).secondary()
                    .to(format!("/wederkerigheid?wijk={}", code.district())))
            }
        })
    }

    fn world(&self, lang: Lang, world: &World) -> Markup {
        let w = words(lang);
        let id = asked::sphere_word(world.sphere);
        let pairs = [(asked::SPHERE, id), (asked::AREA, self.area.code.as_str())];
        let href = asked::address("/wie", &pairs, 1);
        let row = |line: &PartyLine| {
            let sphere = badge(world.sphere);
            card(dutch(lang, &line.name))
                .level(4)
                .to(format!("/partij/{}", line.id))
                .face(face(&line.name, sphere).small())
                .body(html! { @if !line.summary.is_empty() { (dutch_paragraph(lang, Some("klein"), &line.summary)) } })
        };
        let more = world.here.len() < world.here_count || world.working.len() < world.working_count;
        html! {
            section.stapel aria-labelledby=(id) {
                h2 id=(id) { (ui::sphere(lang, badge(world.sphere))) }
                h3 { (fl!(w, "area-here", count = world.here_count, number = count(lang, world.here_count))) }
                @if !world.here.is_empty() { (cards(world.here.iter().map(row))) }
                @if world.working_count > 0 {
                    h3 { (fl!(w, "area-working", count = world.working_count, number = count(lang, world.working_count))) }
                    (cards(world.working.iter().map(row)))
                }
                @if more { p { a href=(href) { (fl!(w, "area-all")) } } }
            }
        }
    }

    /// In plain sentences, because a gap is a question and no score.
    fn gaps(&self, lang: Lang) -> Markup {
        let w = words(lang);
        html! {
            @if !self.gaps.is_empty() {
                section.stapel.krap aria-labelledby="hiernaast-wel" {
                    h2 #hiernaast-wel { (fl!(w, "gaps-title")) }
                    ul.stapel.krap {
                        @for gap in &self.gaps { li { (self.gap(lang, gap)) } }
                    }
                }
            }
        }
    }

    fn gap(&self, lang: Lang, gap: &Gap) -> String {
        let w = words(lang);
        let theme = self.taxonomy.name(lang, &gap.theme);
        let around = gap.around;
        match gap.missing {
            None => fl!(w, "gap-nobody", count = around, theme = theme),
            Some(Sphere::Informal) => fl!(w, "gap-informal", count = around, theme = theme),
            Some(Sphere::Formal) => fl!(w, "gap-formal", count = around, theme = theme),
        }
    }

    fn figures(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let figures = &self.area.figures;
        let number = |number: i32| format::number(lang, i64::from(number));
        let items = [
            (figures.residents, fl!(w, "figure-residents")),
            (figures.households, fl!(w, "figure-households")),
            (figures.residents_65_plus, fl!(w, "figure-older")),
            (figures.residents_under_15, fl!(w, "figure-young")),
        ];
        let all = items.into_iter().fold(numbers(fl!(w, "figures")), |all, (value, word)| match value {
            Some(value) => all.item(number(value), word),
            None => all,
        });
        html! {
            @if figures.residents.is_some() || figures.households.is_some() {
                section.stapel.krap aria-labelledby="cijfers" {
                    h2 #cijfers { (fl!(w, "figures")) }
                    (all)
                    p.klein.zacht {
                        @if let Some(year) = figures.year { (fl!(w, "figures-year", year = year.to_string())) " " }
                        @if let Some(source) = &self.source { (fl!(w, "source")) " " (dutch(lang, source.name.as_str())) "." }
                        " " a href="/bronnen" { (fl!(w, "about-sources-link")) }
                    }
                }
            }
        }
    }
}

fn areas(lang: Lang, id: &str, heading: &str, areas: &[Neighbour]) -> Markup {
    html! {
        @if !areas.is_empty() {
            section.stapel.krap aria-labelledby=(id) {
                h2 id=(id) { (heading) }
                ul.stapel.krap {
                    @for area in areas {
                        li {
                            a href={ "/buurt/" (area.code) } { (dutch(lang, &area.name)) }
                            (worlds_count(lang, area.here))
                        }
                    }
                }
            }
        }
    }
}
