//! Every hour: who has something waiting that is new since the last letter, and may be mailed now, gets one; once a day.

use std::time::{Duration, Instant};

use directory::alive::post::Office;
use directory::municipality::{self, Municipality as Town};
use ground::id::{Id, Municipality};
use ground::mail::Unsent;
use ground::moment::Moment;
use ground::trouble::Answer;
use people::membership::store as memberships;

use super::letter::{About, letter};
use super::{Mail, store};
use crate::Today;

/// The longest that a round of the house takes: a mail server that answers slowly must not carry this hour into the
/// night.
pub const LONGEST: Duration = Duration::from_secs(10 * 60);

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub sent: usize,
    /// Did not go: tried again, or the address takes no mail.
    pub not_gone: usize,
}

impl Today {
    /// One round in every municipality. Twice in an hour, or on two servers, is once. Whoever has no letter after
    /// `longest` gets one in the next round.
    ///
    /// # Errors
    /// What the database answers; what was sent until then is written down.
    pub async fn mail_round(&self, now: Moment, longest: Duration) -> Answer<Done> {
        let (office, mut done) = (&self.directory.office, Done::default());
        if !office.mails() {
            return Ok(done);
        }
        let began = Instant::now();
        let towns = municipality::store::all(&self.directory.db).await?;
        for town in &towns {
            let home = office.home(town, towns.len() == 1);
            for mail in store::without_letter_on(&self.directory.db, town.code, now.day()).await? {
                if began.elapsed() >= longest {
                    return Ok(done);
                }
                if mail.hours.allow(now) && self.waits(town.code, &mail, now).await? {
                    self.send(office, town, &home, &mail, now, &mut done).await?;
                }
            }
        }
        Ok(done)
    }

    /// Whether something waits for somebody that the last letter did not speak of.
    async fn waits(&self, here: Municipality, mail: &Mail, now: Moment) -> Answer<bool> {
        let Some(since) = mail.sent.map(|(_, at)| at).or(mail.confirmed_at) else { return Ok(false) };
        for membership in memberships::of_person(&self.directory.db, here, mail.person).await? {
            if let Some(party) = membership.belongs.party()
                && (self.asks.news(here, party, since, now).await?
                    || self.handovers.news(here, party, mail.person, since, now).await?)
            {
                return Ok(true);
            }
            let late = self.late(here, membership.id, now).await?;
            if late.shown.iter().any(|one| one.tell > since) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn send(
        &self,
        office: &Office,
        town: &Town,
        home: &str,
        mail: &Mail,
        now: Moment,
        done: &mut Done,
    ) -> Answer<()> {
        let db = &self.directory.db;
        let mut tx = db.begin().await?;
        let ours = store::claim(&mut tx, town.code, mail, now).await?;
        tx.commit().await?;
        if !ours {
            return Ok(());
        }
        let id = Id::<Mail>::new(now).to_string();
        let sent = office.post().send(&letter(About::Waits, mail, town, home, id, now)).await;
        let mut tx = db.begin().await?;
        match sent {
            // Nobody knows whether it went: two letters are worse than none.
            Ok(()) | Err(Unsent::Unknown) => {
                done.sent += 1;
            }
            Err(Unsent::Later(_)) => {
                done.not_gone += 1;
                store::give_back(&mut tx, town.code, mail).await?;
            }
            Err(Unsent::Refused(_)) => {
                done.not_gone += 1;
                store::refused(&mut tx, town.code, mail).await?;
            }
        }
        tx.commit().await?;
        Ok(())
    }
}
