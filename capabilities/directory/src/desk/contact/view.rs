//! The form of a person to ask for, with the two consents.

use ground::id::Id;
use maud::{Markup, html};
use ui::{Icon, Page, button, buttons, content, csrf, fl, page};

use super::typed;
use crate::contact::Contact;
use crate::desk::below_home;
use crate::desk::form::{Drawn, News, seen_as};
use crate::party::Party;
use crate::words;

pub(super) fn form(
    form: &Drawn<'_>,
    party: &Party,
    id: Id<Contact>,
    known: Option<&Contact>,
    news: News,
) -> Markup {
    let w = words(form.frame.lang);
    let above = format!("/beheer/partij/{}", party.id);
    let here = format!("{above}/mens/{id}");
    let photo = known.is_some_and(|known| known.photo.is_some());
    page(
        form.frame,
        below_home(
            form.frame,
            Page::new(if known.is_some() { fl!(w, "desk-contact") } else { fl!(w, "desk-add-contact") }),
        )
        .lead(fl!(w, "desk-contact-lead"))
        .crumb(above, content("nl", party.name.as_str())),
        html! {
            (news.notice(form.frame.lang))
            (form.summary())
            form.stapel method="post" action=(here) data-blijft=(ui::line_lost(form.frame.lang))
                data-aanmelden=(ui::signed_out(form.frame.lang)) {
                (csrf(form.frame))
                @if let Some(known) = known { (seen_as(&typed(known))) }
                (form.line("role", fl!(w, "desk-contact-role")).hint(fl!(w, "desk-contact-role-hint")))
                (form.line("person", fl!(w, "desk-contact-name")).optional())
                (form.tick("consent_name", fl!(w, "desk-consent-name")))
                @if photo { (form.tick("consent_photo", fl!(w, "desk-consent-photo"))) }
                (form.line("note", fl!(w, "desk-note")).hint(fl!(w, "desk-note-hint")).optional())
                (form.line("phone", fl!(w, "desk-phone")).kind("tel").optional())
                (form.line("email", fl!(w, "desk-email")).kind("email").optional())
                (form.languages(fl!(w, "desk-languages")))
                (buttons(html! { (button(fl!(w, "desk-save")).icon(Icon::Check)) }))
            }
            @if known.is_some() {
                section.stapel {
                    h2 { (fl!(w, "desk-photo")) }
                    @if photo { img src={ (here) "/foto" } alt=(fl!(w, "desk-photo-now")) width="120"; }
                    form.stapel method="post" action={ (here) "/foto" } enctype="multipart/form-data" {
                        (csrf(form.frame))
                        (form.tick("consent", fl!(w, "desk-consent-photo")))
                        (ui::field(form.frame.lang, "file", fl!(w, "desk-photo-file"))
                            .file("image/jpeg,image/png")
                            .hint(fl!(w, "desk-photo-hint"))
                            .error(form.fault("file")))
                        (buttons(html! { (button(fl!(w, "desk-photo-send")).secondary()) }))
                    }
                }
                form method="post" action={ (here) "/weg" } {
                    (csrf(form.frame))
                    (button(fl!(w, "desk-remove-contact")).subtle().icon(Icon::Bin))
                }
            }
            script type="module" src=(ui::assets::LIVE_JS) {}
        },
    )
}
