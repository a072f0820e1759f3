//! When it does not go: what happened in plain words, and a way forward.

use maud::{Markup, html};

use crate::{Frame, Icon, Page, button, buttons, fact, fl, page, words};

/// What a page says instead of what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TroubleKind {
    /// 404. A stranger hears this as well when something is not for them.
    NotThere,
    /// 403, for who is signed in but may not do this.
    NotAllowed,
    /// 409, with the sentence that says why not yet.
    NotYet(String),
    /// 500, with a reference number.
    Fault,
    /// 413: the file or the text is too big.
    TooBig,
    /// 429: too often.
    TooOften,
    /// 503: reading goes on, writing waits; who cannot wait may call.
    ReadOnly(Option<Call>),
}

/// A telephone number: as people read it, and as a telephone takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub number: String,
    pub dial: String,
}

impl TroubleKind {
    pub fn status(&self) -> axum::http::StatusCode {
        use axum::http::StatusCode;
        match self {
            TroubleKind::NotThere => StatusCode::NOT_FOUND,
            TroubleKind::NotAllowed => StatusCode::FORBIDDEN,
            TroubleKind::NotYet(_) => StatusCode::CONFLICT,
            TroubleKind::Fault => StatusCode::INTERNAL_SERVER_ERROR,
            TroubleKind::TooBig => StatusCode::PAYLOAD_TOO_LARGE,
            TroubleKind::TooOften => StatusCode::TOO_MANY_REQUESTS,
            TroubleKind::ReadOnly(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

/// The whole page. `reference` is shown for a fault only.
pub fn trouble_page(frame: &Frame, kind: &TroubleKind, reference: Option<&str>) -> Markup {
    let w = words(frame.lang);
    let (title, text) = match kind {
        TroubleKind::NotThere => (fl!(w, "not-there"), fl!(w, "not-there-text")),
        TroubleKind::NotAllowed => (fl!(w, "not-allowed"), fl!(w, "not-allowed-text")),
        TroubleKind::NotYet(reason) => (fl!(w, "not-yet"), reason.clone()),
        TroubleKind::Fault => (fl!(w, "fault"), fl!(w, "fault-text")),
        TroubleKind::TooBig => (fl!(w, "too-big"), fl!(w, "too-big-text")),
        TroubleKind::TooOften => (fl!(w, "too-often"), fl!(w, "too-often-text")),
        TroubleKind::ReadOnly(_) => (fl!(w, "read-only"), fl!(w, "read-only-text")),
    };
    let reference = reference.filter(|_| *kind == TroubleKind::Fault);
    page(
        frame,
        Page::new(title).lead(text),
        html! {
            @if let Some(reference) = reference {
                p.referentie { (fl!(w, "reference")) " " strong { bdi dir="ltr" { (reference) } } }
            }
            @if let TroubleKind::ReadOnly(Some(call)) = kind {
                (fact(Icon::Phone, html! {
                    (fl!(w, "read-only-call")) " " a href={ "tel:" (call.dial) } { bdi dir="ltr" { (call.number) } }
                }))
            }
            (buttons(html! {
                (button(fl!(w, "to-start")).to("/").icon(Icon::Houses))
                (button(fl!(w, "to-search")).secondary().to("/wie").icon(Icon::Search))
                (button(fl!(w, "to-help")).subtle().to("/hulp"))
            }))
        },
    )
}
