//! What came of the letters of one round, and how a server that refuses everybody is told from an address that takes no mail.

use std::collections::HashSet;

use access::Permit;
use ground::db::Db;
use ground::id::Municipality as Code;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::post::Done;
use super::{CAME_BACK, Request, State, due, store};
use crate::municipality;

/// Are so many receivers refused before a letter goes, then it is not by their addresses.
const FIRST: usize = 3;

/// What came of a letter.
#[derive(Clone, Copy)]
pub(super) struct Came {
    pub(super) state: State,
    next_at: Option<Moment>,
}

impl Came {
    pub(super) const fn to(state: State) -> Self {
        Self { state, next_at: None }
    }

    /// Tried again, unless it was tried often enough.
    pub(super) fn later(request: &Request, now: Moment) -> Self {
        let tries = request.tries + u16::from(request.state == State::Waiting);
        match due::next_try(tries, now) {
            Some(at) => Self { state: State::Waiting, next_at: Some(at) },
            None => Self::to(State::Failed),
        }
    }

    pub(super) async fn write_down(
        self,
        db: &Db,
        permit: &Permit,
        request: &Request,
        now: Moment,
    ) -> Answer<()> {
        let Self { state, next_at } = self;
        let mut tx = db.begin().await?;
        municipality::store::hold(&mut tx, permit).await?;
        // Answered before we wrote this down? Then it stays answered.
        if store::went(&mut tx, permit, request.id, state, next_at, now).await? {
            if state == State::Sent {
                store::replace_by(&mut tx, permit, request, now).await?;
            }
            if matches!(state, State::Sent | State::Bounced | State::Failed) {
                store::mark_asked(&mut tx, permit, request.party, now).await?;
            }
            if state == State::Bounced {
                municipality::store::touch_as(&mut tx, permit, (CAME_BACK, request.party.uuid()), now)
                    .await?;
            }
        }
        tx.commit().await?;
        Ok(())
    }
}

/// What a round did, and who was refused while nobody's letter went: it may be the server that refuses everybody.
#[derive(Default)]
pub(super) struct Round {
    pub(super) done: Done,
    refused: Vec<(Code, Request)>,
    went: bool,
}

impl Round {
    pub(super) fn is_refused(&self) -> bool {
        let addresses: HashSet<&str> =
            self.refused.iter().map(|(_, request)| request.address.as_str()).collect();
        !self.went && addresses.len() >= FIRST
    }

    pub(super) async fn take(
        &mut self,
        db: &Db,
        town: Code,
        request: Request,
        came: Option<Came>,
        now: Moment,
    ) -> Answer<()> {
        let Some(came) = came else {
            self.done.count(State::Replaced);
            return Ok(());
        };
        self.went |= came.state == State::Sent;
        if came.state == State::Bounced && !self.went {
            self.refused.push((town, request));
            return Ok(());
        }
        self.done.count(came.state);
        came.write_down(db, &Permit::at_the_machine(town), &request, now).await
    }

    /// Writes down what became of who was refused first.
    pub(super) async fn end(mut self, db: &Db, now: Moment) -> Answer<Done> {
        let by_the_server = self.is_refused();
        if by_the_server {
            tracing::warn!(
                "the mail server refuses the first receivers: no address is marked, and the round ends"
            );
        }
        for (town, request) in std::mem::take(&mut self.refused) {
            let came = if by_the_server { Came::later(&request, now) } else { Came::to(State::Bounced) };
            self.done.count(came.state);
            came.write_down(db, &Permit::at_the_machine(town), &request, now).await?;
        }
        Ok(self.done)
    }
}
