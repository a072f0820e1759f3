//! The days at the desk: of the municipality, and of each district.

use access::Fields;
use maud::{Markup, html};
use ui::{Frame, Icon, Page, Tone, button, buttons, content, csrf, fl, notice, page};

use crate::area::AreaCode;
use crate::confirmation::Ageing;
use crate::desk::form::{Drawn, Faults, seen_as};
use crate::words;

/// A district, with its own days when it has them.
pub(in crate::alive) struct District {
    pub(in crate::alive) code: AreaCode,
    pub(in crate::alive) name: String,
    pub(in crate::alive) ageing: Option<Ageing>,
}

/// The form of one district.
pub(super) struct Sheet<'s> {
    pub(super) district: &'s District,
    pub(super) stands: &'s Fields,
    pub(super) changed_meanwhile: bool,
}

/// The form of the municipality, and a way to that of each district.
pub(in crate::alive) fn whole(form: &Drawn<'_>, districts: &[District]) -> Markup {
    html! {
        form.stapel method="post" action="/beheer/veroudering/dagen" {
            (csrf(form.frame))
            (lines(form))
            (buttons(html! { (button(fl!(words(form.frame.lang), "desk-save")).icon(Icon::Check)) }))
        }
        @if !districts.is_empty() { (list(form.frame, districts)) }
    }
}

fn list(frame: &Frame, districts: &[District]) -> Markup {
    let w = words(frame.lang);
    html! {
        h3 { (fl!(w, "ageing-districts")) }
        p { (fl!(w, "ageing-districts-lead")) }
        ul.rijen {
            @for one in districts {
                li {
                    p { strong { a href={ "/beheer/veroudering/dagen/" (one.code) } { (content("nl", one.name.as_str())) } } }
                    @match one.ageing {
                        Some(own) => p {
                            (fl!(w, "ageing-district-own", fresh = own.fresh_days.to_string(),
                                stale = own.stale_days.to_string(), hide = own.hide_days.to_string()))
                        },
                        None => p.zacht { (fl!(w, "ageing-district-none")) },
                    }
                }
            }
        }
    }
}

pub(super) fn edit(frame: &Frame, sheet: &Sheet<'_>, typed: &Fields, faults: &Faults) -> Markup {
    let w = words(frame.lang);
    let drawn = Drawn { frame, typed, faults };
    let action = format!("/beheer/veroudering/dagen/{}", sheet.district.code);
    page(
        frame,
        Page::new(fl!(w, "ageing-days-of", name = sheet.district.name.as_str()))
            .lead(fl!(w, "ageing-days-of-lead"))
            .here("beheer")
            .crumb("/beheer", fl!(w, "desk"))
            .crumb("/beheer/veroudering", fl!(w, "ageing")),
        html! {
            @if sheet.changed_meanwhile { (notice(Tone::Attention, fl!(w, "desk-changed-meanwhile"))) }
            (drawn.summary())
            form.stapel method="post" action=(action) {
                (csrf(frame))
                (seen_as(sheet.stands))
                (lines(&drawn))
                (buttons(html! { (button(fl!(w, "desk-save")).icon(Icon::Check)) }))
            }
            @if sheet.district.ageing.is_some() {
                form.stapel method="post" action={ (action) "/weg" } {
                    (csrf(frame))
                    (seen_as(sheet.stands))
                    (button(fl!(w, "ageing-days-take-away")).subtle())
                }
            }
        },
    )
}

fn lines(form: &Drawn<'_>) -> Markup {
    let w = words(form.frame.lang);
    html! {
        (form.line("fresh_days", fl!(w, "ageing-fresh-days")).kind("number"))
        (form.line("stale_days", fl!(w, "ageing-stale-days")).kind("number"))
        (form.line("hide_days", fl!(w, "ageing-hide-days")).kind("number"))
        (form.line("notice_days", fl!(w, "ageing-notice-days")).kind("number").hint(fl!(w, "ageing-notice-hint")))
    }
}
