//! `/vraag/nieuw`: somebody asks a party, somebody who answered before, or anyone in the neighbourhood.

use std::collections::BTreeSet;

use access::{Caller, Entry, Fields, Here, Permit, SignedForm, Who, on_to};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use directory::map::Atlas;
use directory::party;
use directory::theme::Theme;
use exchange::{Member, draft};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use people::membership::store as memberships;
use people::person::store as persons;
use serde::Deserialize;
use ui::Frame;

use super::draw::{self, Addressee, Filled, Sheet, Wrong, area_code};
use super::{Question, Said, Side, To, store};
use crate::story::State as Stands;
use crate::{Asks, PURPOSE};

pub(crate) fn routes() -> Vec<Entry<Asks>> {
    use Who::Known;
    const ASK: &str = "question.ask";
    const OBJECT: &str = "own party";
    vec![
        Entry::get("/vraag/nieuw", Known, ASK, OBJECT, "The form for a question", form),
        Entry::post("/vraag/nieuw", Known, ASK, OBJECT, "Ask a party, or anyone in the neighbourhood", ask),
    ]
}

/// What a link fills in.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Wanted {
    aan: String,
    /// After which question: to a party it goes to whoever answered that one, to the neighbourhood with its words.
    na: String,
    onderwerp: String,
    wijk: String,
}

/// Whom it goes to, and what came of looking.
struct Found {
    addressee: Addressee,
    to: To,
    /// Whether somebody of that party is in Samenspel at all.
    somebody: bool,
}

async fn form(
    State(asks): State<Asks>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    Query(wanted): Query<Wanted>,
) -> Answer<Response> {
    let member = Member::of(&caller)?;
    member.ask(&caller, here, "question.ask")?;
    let (_, atlas) = asks.directory.seen(here).await?;
    let found = addressee(&asks, here, &caller, &member, &wanted.aan, &wanted.na).await?;
    let filled = match own_before(&asks, here, &caller, &found, &wanted.na).await? {
        Some(before) => before,
        None => prefilled(&asks, here, &atlas, &frame, &member, &found, wanted).await?,
    };
    let place = found.addressee.place();
    let kept = if filled.text.is_empty() { asks.draft(here, member, &place).await? } else { None };
    let draft = kept.is_some().then_some(&place);
    let filled = Filled { text: kept.unwrap_or_else(|| filled.text.clone()), ..filled };
    if let (Addressee::Party { id, name, .. }, false) = (&found.addressee, found.somebody) {
        return Ok(draw::nobody_there(&frame, *id, name, &filled).into_response());
    }
    let wrong = Wrong::default();
    let sheet = Sheet { atlas: &atlas, to: &found.addressee, filled: &filled, wrong, draft };
    Ok(draw::sheet(&frame, &sheet).into_response())
}

/// # Errors
/// `NotThere` when there is no such party for visitors, or it is the own one.
async fn addressee(
    asks: &Asks,
    here: Municipality,
    caller: &Caller,
    member: &Member,
    typed: &str,
    after: &str,
) -> Answer<Found> {
    if typed == "buurt" || typed.is_empty() {
        let to = To::Neighbourhood(None);
        return Ok(Found { addressee: Addressee::Neighbourhood, to, somebody: true });
    }
    let party = Id::parse(typed).ok_or(Trouble::NotThere)?;
    let (_, atlas) = asks.directory.seen(here).await?;
    if party == member.party || atlas.sphere_of(party).is_none() {
        return Err(Trouble::NotThere);
    }
    let name = party::named::name(&asks.db, here, party).await?.ok_or(Trouble::NotThere)?;
    let answered = match Id::parse(after) {
        Some(question) => {
            answered(asks, here, caller, member, question).await?.filter(|side| side.party == party)
        }
        None => None,
    };
    let person = answered.and_then(|side| side.person);
    let known = persons::names(&asks.db, here, &person.map(Id::uuid).into_iter().collect::<Vec<_>>()).await?;
    let named = person.and_then(|person| known.get(&person.uuid()).cloned());
    let side = Side { party, person: person.filter(|_| named.is_some()) };
    let somebody = memberships::count_in(&asks.db, here, party).await? > 0;
    let person = named.map(|name| (after.to_owned(), name));
    Ok(Found { addressee: Addressee::Party { id: party, name, person }, to: To::Party(side), somebody })
}

/// Who answered a question of the own party. A name comes of it, so it leaves the line of a look.
async fn answered(
    asks: &Asks,
    here: Municipality,
    caller: &Caller,
    member: &Member,
    question: Id<Question>,
) -> Answer<Option<Side>> {
    let Some(found) = store::find(&asks.db, here, question).await? else { return Ok(None) };
    let Ok(permit) = caller.ask("question.read", &found.object(here)) else { return Ok(None) };
    if !found.is_of(member.party.uuid()) {
        return Ok(None);
    }
    let mut tx = asks.db.begin().await?;
    exchange::leave(
        &mut tx,
        &permit,
        ("question", question.uuid()),
        Some(found.asker.party),
        PURPOSE,
        asks.now(),
    )
    .await?;
    tx.commit().await?;
    let told = store::told(&asks.db, here, question).await?;
    let spoke = told.iter().rev().filter(|done| done.step == crate::story::Step::Answer);
    Ok(spoke.filter_map(|done| done.by).next())
}

/// A question of the own party that goes to the neighbourhood as well, with its words.
async fn own_before(
    asks: &Asks,
    here: Municipality,
    caller: &Caller,
    found: &Found,
    after: &str,
) -> Answer<Option<Filled>> {
    let (To::Neighbourhood(_), Some(before)) = (found.to, Id::parse(after)) else { return Ok(None) };
    let Some(before) = store::find(&asks.db, here, before).await? else { return Ok(None) };
    if !caller.may("question.keep", &before.object(here)) {
        return Ok(None);
    }
    Ok(Some(Filled {
        text: before.text.as_str().to_owned(),
        theme: before.theme.key().to_owned(),
        area: before.area.as_ref().map_or_else(String::new, |area| area.as_str().to_owned()),
        language: before.language,
    }))
}

/// What is known already, so that one text is all there is to type.
async fn prefilled(
    asks: &Asks,
    here: Municipality,
    atlas: &Atlas,
    frame: &Frame,
    member: &Member,
    found: &Found,
    wanted: Wanted,
) -> Answer<Filled> {
    let language = frame.lang.code().to_owned();
    let area = match area_code(&wanted.wijk, atlas) {
        Some(code) => code.as_str().to_owned(),
        None => own_area(asks, here, atlas, member).await?,
    };
    let theme = match (Theme::parse(&wanted.onderwerp), &found.addressee) {
        (Some(theme), _) if atlas.taxonomy.knows(&theme) => theme.key().to_owned(),
        (_, Addressee::Party { id, .. }) => {
            let whole = party::whole::Whole::read(&asks.db, here, *id).await?;
            // Of a party that does several things nobody knows which one the question is about.
            let themes = whole.offers.iter().flat_map(|offer| offer.themes.iter());
            let themes: BTreeSet<Theme> = themes.collect();
            let only = themes.first().filter(|_| themes.len() == 1);
            only.map_or_else(String::new, |theme| theme.key().to_owned())
        }
        (_, Addressee::Neighbourhood) => String::new(),
    };
    Ok(Filled { text: String::new(), theme, area, language })
}

/// Where the own party is at home: the area of its first door, or the first it works in.
async fn own_area(asks: &Asks, here: Municipality, atlas: &Atlas, member: &Member) -> Answer<String> {
    let door = atlas.spots.iter().find(|spot| spot.party == member.party);
    if let Some(area) = door.and_then(|spot| atlas.area_of(spot)) {
        return Ok(area.code.as_str().to_owned());
    }
    let own = party::store::find(&asks.db, here, member.party).await?;
    let serves = own.map(|party| party.serves);
    Ok(match serves {
        Some(party::Serves::Areas(areas)) => {
            areas.first().map_or_else(String::new, |(code, _)| code.as_str().to_owned())
        }
        _ => String::new(),
    })
}

async fn ask(
    State(asks): State<Asks>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let member = Member::of(&caller)?;
    let permit = member.ask(&caller, here, "question.ask")?;
    let (_, atlas) = asks.directory.seen(here).await?;
    let found = addressee(&asks, here, &caller, &member, fields.get("aan"), fields.get("na")).await?;
    let filled = Filled {
        text: fields.get("tekst").to_owned(),
        theme: fields.get("onderwerp").to_owned(),
        area: fields.get("wijk").to_owned(),
        language: fields.get("taal").to_owned(),
    };
    // The last of them left since the form was opened: nothing is sent, and the text is still there.
    if let (Addressee::Party { id, name, .. }, false) = (&found.addressee, found.somebody) {
        asks.keep(&permit, member, &found.addressee.place(), &filled.text).await?;
        let page = draw::nobody_there(&frame, *id, name, &filled);
        return Ok((StatusCode::CONFLICT, page).into_response());
    }
    match read(&asks, &atlas, &permit, &member, &found, &filled).await? {
        Ok(question) => {
            // Sent before, and the answer was lost on the way: it is there, and is not put twice.
            if let Some(same) = store::same_before(&asks.db, here, &question).await? {
                return Ok(on_to(format!("/vraag/{same}?gedaan=gesteld")));
            }
            super::ask(&asks.db, &permit, &question).await?;
            draft::forget(&asks.db, &permit, member, &found.addressee.place()).await?;
            Ok(on_to(format!("/vraag/{}?gedaan=gesteld", question.id)))
        }
        Err(wrong) => {
            asks.keep(&permit, member, &found.addressee.place(), &filled.text).await?;
            let sheet = Sheet { atlas: &atlas, to: &found.addressee, filled: &filled, wrong, draft: None };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, draw::sheet(&frame, &sheet)).into_response())
        }
    }
}

/// The year it is, as people here count it.
pub(crate) fn year(now: Moment) -> i16 {
    now.local().year()
}

async fn read(
    asks: &Asks,
    atlas: &Atlas,
    permit: &Permit,
    member: &Member,
    found: &Found,
    filled: &Filled,
) -> Answer<Result<Question, Wrong>> {
    let now = asks.now();
    let text = Said::parse(&filled.text, Said::LONG, year(now));
    let theme = Theme::parse(&filled.theme).filter(|theme| atlas.taxonomy.knows(theme));
    let area = area_code(&filled.area, atlas);
    let language = draw::languages("").find(|(code, _)| *code == filled.language);
    let wrong = Wrong {
        text: text.as_ref().err().cloned(),
        theme: theme.is_none(),
        area: area.is_none() && !filled.area.is_empty(),
        language: language.is_none(),
    };
    let (Ok(text), Some(theme), Some((language, _)), true) = (text, theme, language, wrong.is_nothing())
    else {
        return Ok(Err(wrong));
    };
    let term = terms::of(&asks.db, permit.municipality(), area.as_ref()).await?.question(now);
    Ok(Ok(Question {
        id: Id::new(now),
        asker: member.side(),
        to: found.to,
        theme,
        area,
        language: language.to_owned(),
        text,
        state: Stands::Asked,
        version: 0,
        turn: 0,
        asked_at: now,
        since: now,
        term: Some(term),
        closed_at: None,
    }))
}
