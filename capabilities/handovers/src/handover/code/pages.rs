//! `/overdracht/{handover}/codewoord`: another word, as long as the other did not write it down.

use access::{Caller, Entry, Fields, Here, SignedForm, Who as For, on_to};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ground::trouble::Answer;
use maud::{Markup, html};
use ui::{Frame, Icon, Page, button, buttons, choices, fl};

use super::CodeWord;
use crate::handover::offering::fresh_words;
use crate::handover::pages::{allowed, drawn, look};
use crate::handover::view::Sheet;
use crate::handover::{Handover, Reworded, another_word};
use crate::{Handovers, words};

pub(crate) fn routes() -> Vec<Entry<Handovers>> {
    const PATH: &str = "/overdracht/{handover}/codewoord";
    const GIVE: &str = "handover.give";
    vec![
        Entry::get(PATH, For::Known, GIVE, "handover", "Other code words to choose from", show),
        Entry::post(PATH, For::Known, GIVE, "handover", "Choose another code word", change),
    ]
}

type InPath = Result<Path<String>, PathRejection>;

async fn show(
    State(handovers): State<Handovers>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    id: InPath,
) -> Answer<Response> {
    let (handover, _) = allowed(&handovers, here, &caller, exchange::in_path(id)?, "handover.give").await?;
    if !handover.word_can_change() {
        return Ok(drawn(&handovers, here, &frame, &caller, &handover, |sheet| sheet).await?.into_response());
    }
    look(&handovers, here, &caller, &handover).await?;
    let parties = [handover.giver.party, handover.receiver.party];
    let fresh = fresh_words(&handovers, here, parties).await?;
    Ok(page(&frame, &handover, &fresh, None).into_response())
}

async fn change(
    State(handovers): State<Handovers>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    id: InPath,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (handover, permit) =
        allowed(&handovers, here, &caller, exchange::in_path(id)?, "handover.give").await?;
    let version = fields.get("versie").parse().unwrap_or(-1);
    let changed = match CodeWord::parse(fields.get("codewoord")) {
        Some(word) => {
            another_word(&handovers.db, &permit, handover.id, version, word, handovers.now()).await?
        }
        None => Reworded::InUse,
    };
    match changed {
        Reworded::Done(_) => Ok(on_to(format!("/overdracht/{}?gedaan=codewoord", handover.id))),
        Reworded::InUse => {
            look(&handovers, here, &caller, &handover).await?;
            let parties = [handover.giver.party, handover.receiver.party];
            let fresh = fresh_words(&handovers, here, parties).await?;
            let wrong = fl!(words(frame.lang), "offer-word-wrong");
            let page = page(&frame, &handover, &fresh, Some(wrong));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Reworded::Quicker(found) => {
            let quicker = |sheet| Sheet { quicker: true, ..sheet };
            let page = drawn(&handovers, here, &frame, &caller, &found, quicker).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

fn page(frame: &Frame, handover: &Handover, fresh: &[CodeWord], wrong: Option<String>) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let list = fresh.iter().fold(choices(lang, "codewoord", fl!(w, "offer-word")), |list, word| {
        list.option(word.as_str(), ui::content("nl", word.as_str()), false)
    });
    let summary: Vec<(&str, String)> = wrong.iter().map(|said| ("codewoord", said.clone())).collect();
    let address = format!("/overdracht/{}", handover.id);
    ui::page(
        frame,
        Page::new(fl!(w, "code-word-other")).here("vandaag").crumb(address.clone(), fl!(w, "handover-back")),
        html! {
            @if !summary.is_empty() { (ui::error_summary(lang, &summary)) }
            p { (fl!(w, "code-word-now")) " " strong.codewoord lang="nl" dir="ltr" { (handover.code_word.as_str()) } }
            form.stapel method="post" action={ (address) "/codewoord" } {
                (ui::csrf(frame))
                input type="hidden" name="versie" value=(handover.version);
                (list.hint(fl!(w, "offer-word-hint")).error(wrong))
                (buttons(html! {
                    (button(fl!(w, "code-word-change")).icon(Icon::Check))
                    (button(fl!(w, "offer-other-words")).subtle().to(format!("{address}/codewoord")))
                }))
            }
        },
    )
}
