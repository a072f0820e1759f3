//! The round: who is due is claimed in one transaction, mailed outside it, and what came of it is written. Twice at once sends once.

use std::sync::Arc;

use access::{LinkToken, Permit};
use ground::db::Db;
use ground::id::{Id, Municipality as Code};
use ground::mail::{Post, Unsent};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::aged::{self, Aged, oldest};
use super::round::{Came, Round};
use super::{Request, Stage, State, days, due, letter, store};
use crate::confirmation::Since;
use crate::municipality::{self, Municipality, trail};
use crate::party::Party;
use crate::{contact, party};

/// A mail server that suddenly has thousands of letters of us thinks ill of us; the rest goes in the next round.
const MOST: usize = 200;

/// Where letters go out, and which address their links begin with.
#[derive(Clone)]
pub struct Office(Arc<Desk>);

struct Desk {
    post: Post,
    base: String,
    /// The municipality that answers at the base address itself.
    at_base: Option<Code>,
}

/// What a round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub sent: usize,
    /// Put on the list of who must be called: no address, no mail server, or tried often enough.
    pub to_call: usize,
    pub bounced: usize,
    /// Did not go, and is tried again or not known.
    pub not_gone: usize,
}

/// Who is due, for whoever asks first and sends later.
#[derive(Clone, Debug)]
pub struct Due {
    pub party: Id<Party>,
    pub name: crate::wording::Name,
    pub stage: Stage,
    pub address: String,
}

impl Office {
    #[must_use]
    pub fn new(post: Post, base: &str, at_base: Option<Code>) -> Self {
        Self(Arc::new(Desk { post, base: base.to_owned(), at_base }))
    }

    /// No mail server: parties are called.
    #[must_use]
    pub fn none() -> Self {
        Self::new(Post::None, "http://localhost", None)
    }

    #[must_use]
    pub fn mails(&self) -> bool {
        self.0.post.is_there()
    }

    /// How a letter goes.
    #[must_use]
    pub fn post(&self) -> &Post {
        &self.0.post
    }

    /// What visitors type, of the installation as a whole.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.0.base
    }

    /// What stands before the path in a link to this municipality; `only` when there is no other here.
    #[must_use]
    pub fn home(&self, town: &Municipality, only: bool) -> String {
        let base = &self.0.base;
        match base.split_once("://") {
            Some((scheme, host)) if !only && self.0.at_base != Some(town.code) => {
                format!("{scheme}://{}.{host}", town.slug.as_str())
            }
            _ => base.clone(),
        }
    }

    /// One round in every municipality.
    ///
    /// # Errors
    /// What the database answers; what was sent until then is written down.
    pub async fn round(&self, db: &Db, now: Moment) -> Answer<Done> {
        let towns = municipality::store::all(db).await?;
        if self.mails()
            && let Err(why) = self.0.post.answers().await
        {
            tracing::warn!(why, "the mail server does not answer: nobody is mailed this round");
            return Ok(Done::default());
        }
        let mut round = Round::default();
        let mut ran = Ok(());
        for town in &towns {
            let home = self.home(town, towns.len() == 1);
            if ran.is_ok() && !round.is_refused() {
                ran = self.round_in(db, town, &home, now, &mut round).await;
            }
        }
        let done = round.end(db, now).await?;
        ran.map(|()| done)
    }

    async fn round_in(
        &self,
        db: &Db,
        town: &Municipality,
        home: &str,
        now: Moment,
        round: &mut Round,
    ) -> Answer<()> {
        let permit = Permit::at_the_machine(town.code);
        let mut tx = db.begin().await?;
        store::give_up_lost(&mut tx, &permit, now).await?;
        tx.commit().await?;
        let mut room = MOST;
        for request in store::waiting(db, town.code, now, 50).await? {
            if round.is_refused() {
                return Ok(());
            }
            if let Some(token) = self.claim_again(db, &permit, town, &request, now).await? {
                room -= 1;
                let came = self.send(db, town, home, &request, &token, now).await?;
                round.take(db, town.code, request, came, now).await?;
            }
        }
        for due in due_now(db, town, self, now).await? {
            if room == 0 {
                tracing::info!("more parties are due than one round may mail: the rest follows");
                break;
            }
            if round.is_refused() {
                return Ok(());
            }
            match self.claim(db, &permit, town, due.party, false, now).await? {
                None => {}
                Some((_, None)) => round.done.count(State::NoAddress),
                Some((request, Some(token))) => {
                    room -= 1;
                    let came = self.send(db, town, home, &request, &token, now).await?;
                    round.take(db, town.code, request, came, now).await?;
                }
            }
        }
        Ok(())
    }

    /// Asks one party at once, though it may not be its time; still at most once a week.
    ///
    /// # Errors
    /// `NotThere` without such a party; what the database answers. `None` when it heard from us this week.
    pub async fn ask_now(
        &self,
        db: &Db,
        permit: &Permit,
        party: Id<Party>,
        now: Moment,
    ) -> Answer<Option<State>> {
        let towns = municipality::store::all(db).await?;
        let town = towns.iter().find(|town| town.code == permit.municipality()).ok_or(Trouble::NotThere)?;
        let home = self.home(town, towns.len() == 1);
        let Some((request, token)) = self.claim(db, permit, town, party, true, now).await? else {
            return Ok(None);
        };
        let Some(token) = token else { return Ok(Some(State::NoAddress)) };
        let Some(came) = self.send(db, town, &home, &request, &token, now).await? else {
            return Ok(Some(State::Replaced));
        };
        came.write_down(db, permit, &request, now).await?;
        Ok(Some(came.state))
    }

    /// Claims a request, with the secret of its links unless there is no address to mail. `None` when there is nothing to
    /// ask (any more).
    async fn claim(
        &self,
        db: &Db,
        permit: &Permit,
        town: &Municipality,
        party: Id<Party>,
        at_once: bool,
        now: Moment,
    ) -> Answer<Option<(Request, Option<LinkToken>)>> {
        let mut tx = db.begin().await?;
        municipality::store::hold(&mut tx, permit).await?;
        let aged = aged::one(&mut tx, town.code, party).await?.ok_or(Trouble::NotThere)?;
        let last = store::latest_of(&mut tx, town.code, party).await?;
        let address = match aged.role_email.as_str() {
            "" => {
                let people = contact::store::of_parties_in(&mut tx, town.code, &[party]).await?;
                people.into_iter().map(|person| person.email).find(|email| !email.is_empty())
            }
            _ => Some(aged.role_email.clone()),
        };
        let address = address.filter(|_| self.mails()).map(|email| email.as_str().to_owned());
        let asked_where = address.as_deref().unwrap_or_default();
        let ageing = days::store::of_party_in(&mut tx, town, party).await?;
        let counted = aged.counted(ageing, now);
        let stage = if at_once {
            let may = due::rested(last.as_ref().filter(|last| last.state != State::NoAddress), now);
            may.then(|| due::furthest(ageing, &counted, now).unwrap_or(Stage::Ageing))
        } else {
            due::due(ageing, &counted, asked_where, last.as_ref(), now)
        };
        let Some(stage) = stage else {
            tx.rollback().await?;
            return Ok(None);
        };
        let mut request = Request {
            id: Id::new(now),
            party,
            stage,
            address: address.unwrap_or_default(),
            state: State::Sending,
            reply: None,
            tries: 1,
            next_at: None,
            created_at: now,
            sent_at: Some(now),
            ended_at: None,
        };
        if request.address.is_empty() {
            request =
                Request { state: State::NoAddress, tries: 0, sent_at: None, ended_at: Some(now), ..request };
            store::add(&mut tx, permit, &request, None).await?;
            store::mark_asked(&mut tx, permit, party, now).await?;
            trail::leave_party(&mut tx, permit, ("party.call", party.uuid()), now).await?;
            tx.commit().await?;
            return Ok(Some((request, None)));
        }
        let token = LinkToken::new()?;
        store::add(&mut tx, permit, &request, Some(&token)).await?;
        trail::leave_party(&mut tx, permit, ("party.ask", party.uuid()), now).await?;
        tx.commit().await?;
        Ok(Some((request, Some(token))))
    }

    /// A letter that waited goes with a new link: the old one was never sent. `None` when it need not go any more.
    async fn claim_again(
        &self,
        db: &Db,
        permit: &Permit,
        town: &Municipality,
        request: &Request,
        now: Moment,
    ) -> Answer<Option<LinkToken>> {
        let mut tx = db.begin().await?;
        municipality::store::hold(&mut tx, permit).await?;
        let aged = aged::one(&mut tx, town.code, request.party).await?;
        let ageing = days::store::of_party_in(&mut tx, town, request.party).await?;
        let asks = aged
            .and_then(|aged| oldest(&aged.counted(ageing, now)))
            .is_some_and(|oldest| oldest <= request.created_at);
        let token = LinkToken::new()?;
        let claimed = if asks {
            store::claim_again(&mut tx, permit, request.id, &token, now).await?
        } else {
            // Confirmed in another way meanwhile, or gone.
            store::went(&mut tx, permit, request.id, State::Replaced, None, now).await?;
            false
        };
        tx.commit().await?;
        Ok(claimed.then_some(token))
    }

    /// Sends what was claimed, and writes nothing down. `None` when its party is gone.
    async fn send(
        &self,
        db: &Db,
        town: &Municipality,
        home: &str,
        request: &Request,
        token: &LinkToken,
        now: Moment,
    ) -> Answer<Option<Came>> {
        let mut tx = db.snapshot().await?;
        let aged = aged::one(&mut tx, town.code, request.party).await?;
        let ageing = days::store::of_party_in(&mut tx, town, request.party).await?;
        tx.rollback().await?;
        let party = party::store::find(db, town.code, request.party).await?;
        let Some((aged, party)) = aged.zip(party) else { return Ok(None) };
        // Who is asked for the first time now has the days of notice from now on.
        let asked = |since: Since| Since { asked: since.asked.or(Some(now)), ..since };
        let counted = aged.counted(ageing, now);
        let hides = counted.into_iter().filter_map(|since| ageing.hides_at(asked(since))).min();
        let hides = hides.unwrap_or(now);
        let letter = letter::write(town, home, &party, request, token, hides, now);
        Ok(Some(match self.0.post.send(&letter).await {
            Ok(()) => Came::to(State::Sent),
            Err(Unsent::Refused(_)) => Came::to(State::Bounced),
            Err(Unsent::Unknown) => Came::to(State::Unknown),
            Err(Unsent::Later(_)) => Came::later(request, now),
        }))
    }
}

/// Who is to be asked now in a municipality; asks nobody.
///
/// # Errors
/// What the database answers.
pub async fn due_now(db: &Db, town: &Municipality, office: &Office, now: Moment) -> Answer<Vec<Due>> {
    let latest = store::latest(db, town.code).await?;
    let people = store::addresses(db, town.code).await?;
    let all = aged::all(db, town.code).await?;
    let ageings = days::store::of_parties(db, town).await?;
    let due = |aged: Aged| {
        let address = match aged.role_email.as_str() {
            "" => people.get(&aged.id).map_or("", |email| email.as_str()),
            email => email,
        };
        let address = if office.mails() { address } else { "" };
        let ageing = ageings.of(aged.id);
        let counted = aged.counted(ageing, now);
        let stage = due::due(ageing, &counted, address, latest.get(&aged.id), now)?;
        Some(Due { party: aged.id, address: address.to_owned(), name: aged.name, stage })
    };
    Ok(all.into_iter().filter_map(due).collect())
}

impl Done {
    pub(super) const fn count(&mut self, state: State) {
        match state {
            State::Sent => self.sent += 1,
            State::NoAddress | State::Failed => self.to_call += 1,
            State::Bounced => self.bounced += 1,
            _ => self.not_gone += 1,
        }
    }
}
