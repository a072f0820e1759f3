//! The page with people: who they are, who is still invited, and the form to invite.

use access::{Fields, LinkToken, Role};
use maud::{Markup, html};
use ui::{Frame, Icon, Page, Tone, button, buttons, fl, notice, page};
use uuid::Uuid;

use super::pages::Place;
use super::store::Colleague;
use super::{IN_A_PARTY, Membership, role_name};
use crate::invitation::Invitation;
use crate::when::when;
use crate::words;

pub(super) struct Sheet<'s> {
    pub(super) place: &'s Place,
    pub(super) colleagues: &'s [Colleague],
    pub(super) waiting: &'s [Invitation],
    /// For which this caller may invite; empty when for none.
    pub(super) roles: &'s [Role],
    pub(super) token: LinkToken,
    pub(super) mails: bool,
    /// What was typed when the form was not right.
    pub(super) typed: Option<&'s Fields>,
    pub(super) done: &'s str,
    pub(super) may: &'s dyn Fn(&str, &Membership) -> bool,
    pub(super) me: Option<Uuid>,
}

pub(super) fn sheet(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let (w, place) = (words(frame.lang), sheet.place);
    let said = match sheet.done {
        "weg" => Some(fl!(w, "member-gone")),
        "rol" => Some(fl!(w, "member-role-changed")),
        "ingetrokken" => Some(fl!(w, "invitation-withdrawn")),
        _ => None,
    };
    let mut head =
        Page::new(fl!(w, "people-of", place = place.name(frame.lang))).lead(fl!(w, "people-lead")).here("ik");
    head = match place.party() {
        Some((party, name)) => head.crumb(format!("/beheer/partij/{party}"), name.as_str()),
        None => head.crumb("/beheer", fl!(w, "desk")),
    };
    page(
        frame,
        head,
        html! {
            @if let Some(said) = said { (notice(Tone::Good, said)) }
            @if sheet.typed.is_some() {
                (ui::error_summary(frame.lang, &[("email", fl!(w, "invite-email-wrong"))]))
            }
            @if sheet.colleagues.is_empty() {
                p { (fl!(w, "people-nobody")) }
            } @else {
                ul.rijen { @for one in sheet.colleagues { li.stapel.krap { (colleague(frame, sheet, one)) } } }
            }
            @if !sheet.roles.is_empty() {
                section.stapel {
                    h2 { (fl!(w, "invite")) }
                    p { (fl!(w, "invite-lead")) }
                    (crate::invitation::form(frame, place, sheet.roles, &sheet.token, sheet.mails, sheet.typed))
                }
            }
            @if !sheet.waiting.is_empty() {
                section.stapel {
                    h2 { (fl!(w, "invitations-waiting")) }
                    ul.rijen { @for one in sheet.waiting { li.stapel.krap { (waits(frame, place, one)) } } }
                }
            }
        },
    )
}

fn colleague(frame: &Frame, sheet: &Sheet<'_>, one: &Colleague) -> Markup {
    let w = words(frame.lang);
    let (membership, name) = (&one.membership, one.name.as_str());
    let at = format!("{}/{}", sheet.place.people_href(), membership.id);
    let mine = sheet.me == Some(membership.person.uuid());
    let role = membership.belongs.role();
    let alone = mine && coordinates_alone(sheet, membership);
    html! {
        p {
            strong { bdi { (name) } }
            @if mine { " " span.zacht { (fl!(w, "people-you")) } }
            br;
            (role_name(frame.lang, role))
        }
        @if sheet.place.party().is_some() && (sheet.may)("membership.role", membership) {
            details {
                summary { (fl!(w, "member-change-role")) }
                form.stapel method="post" action={ (at) "/rol" } {
                    (ui::csrf(frame))
                    (IN_A_PARTY.iter().fold(
                        ui::select(frame.lang, "role", fl!(w, "member-role", name = name))
                            .id(format!("rol-{}", membership.id)),
                        |select, role| select.option(role.word(), role_name(frame.lang, *role)),
                    ).chosen(role.word()))
                    p.zacht { (fl!(w, "member-role-note")) }
                    @if alone { p { (fl!(w, "only-coordinator")) } }
                    (buttons(button(fl!(w, "save")).secondary()))
                }
            }
        }
        @if (sheet.may)("membership.end", membership) {
            details {
                summary { @if mine { (fl!(w, "member-leave")) } @else { (fl!(w, "member-end")) } }
                form.stapel method="post" action={ (at) "/weg" } {
                    (ui::csrf(frame))
                    p {
                        @if mine { (fl!(w, "member-leave-note")) } @else { (fl!(w, "member-end-note", name = name)) }
                    }
                    @if alone { p { (fl!(w, "only-coordinator")) } }
                    (buttons(button(fl!(w, "member-end-sure")).secondary().icon(Icon::Bin)))
                }
            }
        }
    }
}

/// Whether the party has no coordinator once this place is another.
fn coordinates_alone(sheet: &Sheet<'_>, membership: &Membership) -> bool {
    let coordinates = |one: &Membership| one.belongs.role() == Role::Coordinator;
    let another = |one: &Colleague| one.membership.id != membership.id && coordinates(&one.membership);
    coordinates(membership) && !sheet.colleagues.iter().any(another)
}

fn waits(frame: &Frame, place: &Place, one: &Invitation) -> Markup {
    let w = words(frame.lang);
    let at =
        format!("{}/uitnodiging/{}/weg", place.people_href(), crate::invitation::hash_text(&one.token_hash));
    let until = when(frame.lang, one.ends_at);
    html! {
        p { (role_name(frame.lang, one.belongs.role())) br; span.zacht { (fl!(w, "invitation-until", moment = until)) } }
        form method="post" action=(at) {
            (ui::csrf(frame))
            (button(fl!(w, "invitation-withdraw")).subtle())
        }
    }
}
