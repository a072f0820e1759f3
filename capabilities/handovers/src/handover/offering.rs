//! `/overdracht/nieuw`: what the other takes in now, and then a handover is offered in a few choices.

use std::time::Duration;

use access::{Caller, Entry, Fields, Here, SignedForm, Who as For, on_to};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use directory::area::AreaCode;
use directory::map::Atlas;
use directory::party::{self, Party};
use directory::theme::Theme;
use exchange::Member;
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use people::membership::store as memberships;
use serde::Deserialize;
use ui::Frame;

use super::draw::{self, Filled, Sheet, Wrong};
use super::{CodeWord, Does, Handover, NotOffered, Side, agreed, store};
use crate::Handovers;
use crate::intake::{self, Closed, Intake};
use crate::story::State as Stands;

pub(crate) fn routes() -> Vec<Entry<Handovers>> {
    use For::Known;
    const OFFER: &str = "handover.offer";
    const OBJECT: &str = "handover";
    vec![
        Entry::get(
            "/overdracht/nieuw",
            Known,
            OFFER,
            OBJECT,
            "What a party takes in, and the form to offer",
            form,
        ),
        Entry::post("/overdracht/nieuw", Known, OFFER, OBJECT, "Offer a handover to a party", offer),
    ]
}

/// What a link fills in.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Wanted {
    aan: String,
    onderwerp: String,
    wijk: String,
}

/// Who receives, as far as the form shows it.
pub(super) struct Receiver {
    pub(super) party: Id<Party>,
    pub(super) name: String,
    pub(super) intake: Intake,
    /// How many were offered this week.
    pub(super) offered: i64,
    /// Whether somebody of that party is in Samenspel at all.
    pub(super) somebody: bool,
}

async fn form(
    State(handovers): State<Handovers>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    Query(wanted): Query<Wanted>,
) -> Answer<Response> {
    let member = Member::of(&caller)?;
    member.ask(&caller, here, "handover.offer")?;
    let (_, atlas) = handovers.directory.seen(here).await?;
    if wanted.aan.is_empty() {
        // Nobody chose to whom yet.
        return Ok(on_to("/zoek".to_owned()));
    }
    let to = Id::parse(&wanted.aan).ok_or(Trouble::NotThere)?;
    if to == member.party {
        return Ok(on_to("/overdrachten".to_owned()));
    }
    let receiver = receiver(&handovers, here, &atlas, to).await?;
    let filled = prefilled(&handovers, here, &atlas, &receiver, member, &wanted).await?;
    Ok(drawn(&handovers, &frame, &atlas, &receiver, &filled, Wrong::default()))
}

/// # Errors
/// `NotThere` when visitors see no such party.
async fn receiver(
    handovers: &Handovers,
    here: Municipality,
    atlas: &Atlas,
    party: Id<Party>,
) -> Answer<Receiver> {
    atlas.sphere_of(party).ok_or(Trouble::NotThere)?;
    let name = party::named::name(&handovers.db, here, party).await?.ok_or(Trouble::NotThere)?;
    let this_week = intake::week(handovers.now()).begins();
    let mut tx = handovers.db.snapshot().await?;
    let offered = store::offered_since(&mut tx, here, party, this_week).await?;
    tx.rollback().await?;
    Ok(Receiver {
        party,
        name: name.as_str().to_owned(),
        intake: intake::store::find(&handovers.db, here, party).await?,
        offered,
        somebody: memberships::count_in(&handovers.db, here, party).await? > 0,
    })
}

fn drawn(
    handovers: &Handovers,
    frame: &Frame,
    atlas: &Atlas,
    receiver: &Receiver,
    filled: &Filled,
    wrong: Wrong,
) -> Response {
    let sheet = Sheet { atlas, receiver, filled, wrong, today: handovers.now().day() };
    draw::sheet(frame, &sheet).into_response()
}

/// What is known already, so that little is left to choose.
async fn prefilled(
    handovers: &Handovers,
    here: Municipality,
    atlas: &Atlas,
    receiver: &Receiver,
    member: Member,
    wanted: &Wanted,
) -> Answer<Filled> {
    let theme = match Theme::parse(&wanted.onderwerp).filter(|theme| atlas.taxonomy.knows(theme)) {
        Some(theme) => theme.key().to_owned(),
        None => {
            let whole = party::whole::Whole::read(&handovers.db, here, receiver.party).await?;
            let mut themes = whole.offers.iter().flat_map(|offer| offer.themes.iter());
            let takes = |theme: &Theme| receiver.intake.takes(theme, top(atlas, theme).as_ref());
            themes.find(|theme| takes(theme)).map_or_else(String::new, |theme| theme.key().to_owned())
        }
    };
    let area = area(&wanted.wijk, atlas).or_else(|| {
        let door = atlas.spots.iter().find(|spot| spot.party == member.party);
        door.and_then(|spot| atlas.area_of(spot)).map(|area| area.code.clone())
    });
    Ok(Filled {
        theme,
        area: area.map_or_else(String::new, |area| area.as_str().to_owned()),
        words: words_of_the_day(handovers, here, [member.party, receiver.party]).await?,
        ..Filled::default()
    })
}

/// A handful of code words that neither of the two has in use.
pub(super) async fn fresh_words(
    handovers: &Handovers,
    here: Municipality,
    parties: [Id<Party>; 2],
) -> Answer<Vec<CodeWord>> {
    let taken = words_in_use(handovers, here, parties).await?;
    // Half of a new id is chance.
    Ok(CodeWord::draw(Id::<CodeWord>::new(handovers.now()).uuid().as_u64_pair().1, &taken))
}

/// The handful that is laid out first: the same for these two all day, until one of them is used. Whoever lost the
/// line and comes back finds the words that the resident chose from, and not others with a tick in the same place.
async fn words_of_the_day(
    handovers: &Handovers,
    here: Municipality,
    parties: [Id<Party>; 2],
) -> Answer<Vec<CodeWord>> {
    let taken = words_in_use(handovers, here, parties).await?;
    let [giver, receiver] = parties.map(|party| party.uuid().as_u64_pair());
    let day = handovers.now().day().begins().micros().unsigned_abs();
    let seed = giver.1.rotate_left(17) ^ receiver.1.rotate_left(31) ^ day;
    Ok(CodeWord::draw(seed, &taken))
}

async fn words_in_use(
    handovers: &Handovers,
    here: Municipality,
    parties: [Id<Party>; 2],
) -> Answer<Vec<CodeWord>> {
    let mut tx = handovers.db.snapshot().await?;
    let taken = store::words_in_use(&mut tx, here, parties).await?;
    tx.rollback().await?;
    Ok(taken)
}

/// The theme it stands under.
fn top(atlas: &Atlas, theme: &Theme) -> Option<Theme> {
    atlas.taxonomy.term(theme).and_then(|term| term.parent.clone())
}

fn area(typed: &str, atlas: &Atlas) -> Option<AreaCode> {
    let code = AreaCode::parse(typed).ok()?;
    atlas.area(&code).map(|area| area.code.clone())
}

async fn offer(
    State(handovers): State<Handovers>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let member = Member::of(&caller)?;
    let permit = member.ask(&caller, here, "handover.offer")?;
    let (_, atlas) = handovers.directory.seen(here).await?;
    if fields.get("aan").is_empty() {
        return Ok(on_to("/zoek".to_owned()));
    }
    let to = Id::parse(fields.get("aan")).filter(|to| *to != member.party).ok_or(Trouble::NotThere)?;
    let receiver = receiver(&handovers, here, &atlas, to).await?;
    let parties = [member.party, receiver.party];
    let mut filled = Filled::typed(&fields);
    if fields.has("anders") {
        filled.words = fresh_words(&handovers, here, parties).await?;
        return Ok(drawn(&handovers, &frame, &atlas, &receiver, &filled, Wrong::default()));
    }
    let refused = |page: Response| (StatusCode::UNPROCESSABLE_ENTITY, page).into_response();
    let read = read(&handovers, here, &atlas, member, &receiver, &filled).await?;
    // Sent before, and the answer was lost on the way: it is there, and is not offered twice.
    if let Ok(new) = &read
        && let Some(same) =
            store::offered_before(&handovers.db, here, new, new.offered_at.minus(LOST)).await?
    {
        return Ok(on_to(format!("/overdracht/{same}?gedaan=offer")));
    }
    let new = match read {
        Ok(new) if receiver.somebody => new,
        Ok(_) => return Ok(refused(drawn(&handovers, &frame, &atlas, &receiver, &filled, Wrong::default()))),
        Err(wrong) => return Ok(refused(drawn(&handovers, &frame, &atlas, &receiver, &filled, wrong))),
    };
    let wrong = match super::offer(&handovers.db, &permit, &new, top(&atlas, &new.theme).as_ref()).await? {
        Ok(()) => return Ok(on_to(format!("/overdracht/{}?gedaan=offer", new.id))),
        Err(NotOffered::WordInUse) => {
            filled.words = fresh_words(&handovers, here, parties).await?;
            Wrong { word_in_use: true, ..Wrong::default() }
        }
        Err(NotOffered::Closed(Closed::Theme)) => Wrong { theme_closed: true, ..Wrong::default() },
        // Somebody took the last place: the page says so by itself.
        Err(NotOffered::Closed(_)) => Wrong::default(),
    };
    let receiver = self::receiver(&handovers, here, &atlas, to).await?;
    Ok(refused(drawn(&handovers, &frame, &atlas, &receiver, &filled, wrong)))
}

/// So long after a form was sent, the same form is the same one again: as long as somebody can be signed in.
const LOST: Duration = Duration::from_secs(8 * 60 * 60);

async fn read(
    handovers: &Handovers,
    here: Municipality,
    atlas: &Atlas,
    member: Member,
    receiver: &Receiver,
    filled: &Filled,
) -> Answer<Result<Handover, Wrong>> {
    let now = handovers.now();
    let theme = Theme::parse(&filled.theme).filter(|theme| atlas.taxonomy.knows(theme));
    let area = area(&filled.area, atlas);
    let word = CodeWord::parse(&filled.word);
    let wrong = Wrong {
        theme: theme.is_none(),
        area: area.is_none() && !filled.area.is_empty(),
        does: filled.does.is_empty(),
        word: word.is_none(),
        agrees: !filled.agrees,
        ..Wrong::default()
    };
    let (Some(theme), Some(code_word), true) = (theme, word, wrong.is_nothing()) else {
        return Ok(Err(wrong));
    };
    let terms = terms::of(&handovers.db, here, area.as_ref()).await?;
    Ok(Ok(Handover {
        id: Id::new(now),
        giver: Side { party: member.party, person: Some(member.person) },
        receiver: Side { party: receiver.party, person: None },
        theme,
        area,
        code_word,
        does: filled.does.clone(),
        state: Stands::Offered,
        version: 0,
        turn: 0,
        offered_at: now,
        since: now,
        term: Some(agreed::answer(&terms, now)),
        first_date: None,
        stay_until: None,
        closed_at: None,
    }))
}

impl Filled {
    fn typed(fields: &Fields) -> Self {
        let does = Does::ALL.into_iter().filter(|does| fields.all("doet").any(|word| word == does.word()));
        Self {
            theme: fields.get("onderwerp").to_owned(),
            area: fields.get("wijk").to_owned(),
            does: does.collect(),
            words: fields.get("woorden").split(' ').filter_map(CodeWord::parse).take(8).collect(),
            word: fields.get("codewoord").to_owned(),
            agrees: fields.get("weet") == "ja",
        }
    }
}
