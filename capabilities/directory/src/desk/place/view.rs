//! The form of a place.

use ground::id::Id;
use maud::{Markup, html};
use ui::{Icon, Page, button, buttons, content, csrf, fl, page, select};

use super::typed;
use crate::area::{Area, AreaKind};
use crate::desk::below_home;
use crate::desk::form::{Drawn, News, seen_as};
use crate::party::Party;
use crate::place::Place;
use crate::words;

pub(super) fn form(
    form: &Drawn<'_>,
    party: &Party,
    id: Id<Place>,
    known: Option<&Place>,
    areas: &[Area],
    news: News,
) -> Markup {
    let (w, lang) = (words(form.frame.lang), form.frame.lang);
    let above = format!("/beheer/partij/{}", party.id);
    let here = format!("{above}/locatie/{id}");
    let area = areas.iter().filter(|area| area.code.kind() == AreaKind::Neighbourhood).fold(
        select(lang, "area", fl!(w, "desk-area")).optional().hint(fl!(w, "desk-area-hint")).option("", "–"),
        |select, area| select.option(area.code.as_str(), content("nl", area.name.as_str())),
    );
    page(
        form.frame,
        below_home(
            form.frame,
            Page::new(if known.is_some() { fl!(w, "desk-place") } else { fl!(w, "desk-add-place") }),
        )
        .crumb(above, content("nl", party.name.as_str())),
        html! {
            (news.notice(lang))
            (form.summary())
            form.stapel method="post" action=(here) data-blijft=(ui::line_lost(lang))
                data-aanmelden=(ui::signed_out(lang)) {
                (csrf(form.frame))
                @if let Some(known) = known { (seen_as(&typed(known))) }
                (form.tick("confidential", fl!(w, "desk-confidential")))
                (form.line("place_name", fl!(w, "desk-place-name")).optional())
                (form.line("street", fl!(w, "desk-street")).optional())
                (form.line("house_number", fl!(w, "desk-house-number")).optional())
                (form.line("postcode", fl!(w, "desk-postcode")).optional())
                (form.line("town", fl!(w, "desk-town")).optional())
                (form.line("access", fl!(w, "desk-access")).area(2).hint(fl!(w, "desk-access-hint")).optional())
                (form.line("point", fl!(w, "desk-point")).hint(fl!(w, "desk-point-hint")).optional())
                (area.chosen(form.typed.get("area")).error(form.fault("area")))
                (buttons(html! { (button(fl!(w, "desk-save")).icon(Icon::Check)) }))
            }
            @if known.is_some() {
                form method="post" action={ (here) "/weg" } {
                    (csrf(form.frame))
                    (button(fl!(w, "desk-remove-place")).subtle().icon(Icon::Bin))
                }
            }
            script type="module" src=(ui::assets::LIVE_JS) {}
        },
    )
}
