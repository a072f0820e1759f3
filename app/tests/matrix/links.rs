//! What a letter leads to, one for each route with a secret in its address: a route that uses it up leaves the others theirs.

use access::{LinkToken, Role};
use directory::alive::{self, Reply, Request, Stage, State, store as requests};
use directory::event::Listeners;
use directory::party::Party;
use ground::db::testing::THEN;
use ground::id::Id;
use people::membership::Belongs;

use crate::town::Town;
use crate::who::Spot;

impl Town {
    pub(crate) async fn ask(&self, party: Id<Party>, reply: Option<Reply>) -> LinkToken {
        let token = LinkToken::new().unwrap();
        let request = Request {
            id: Id::new(THEN),
            party,
            stage: Stage::Ageing,
            address: "iemand@oosterwaard.voorbeeld".to_owned(),
            state: State::Sent,
            reply: None,
            tries: 1,
            next_at: None,
            created_at: THEN,
            sent_at: Some(THEN),
            ended_at: None,
        };
        let mut tx = self.db.begin().await.unwrap();
        requests::add(&mut tx, &self.machine(), &request, Some(&token)).await.unwrap();
        tx.commit().await.unwrap();
        if let Some(reply) = reply {
            let typed = access::Fields::default();
            alive::answer::give(
                &self.db,
                &Listeners::default(),
                self.code,
                token.as_str(),
                reply,
                &typed,
                THEN,
            )
            .await
            .unwrap();
        }
        token
    }

    pub(crate) async fn write_links(&mut self) {
        for (path, reply) in [
            ("GET /antwoord/{token}/klopt", None),
            ("POST /antwoord/{token}/klopt", None),
            ("GET /antwoord/{token}/veranderd", None),
            ("POST /antwoord/{token}/veranderd", None),
            ("GET /antwoord/{token}/weg", None),
            ("POST /antwoord/{token}/weg", None),
            ("GET /antwoord/{token}/bedankt", Some(Reply::Right)),
            ("POST /antwoord/{token}/terug", Some(Reply::Right)),
            ("POST /antwoord/{token}/vertrek", Some(Reply::Right)),
        ] {
            let party = self.spare_party().await;
            let token = self.ask(party, reply).await;
            self.links.insert(path, token);
        }
        for path in [
            "GET /uitnodiging/{token}",
            "POST /uitnodiging/{token}",
            "POST /uitnodiging/{token}/ja",
            "GET /mail/{token}",
            "POST /mail/{token}",
        ] {
            let token = LinkToken::new().unwrap();
            self.links.insert(path, token);
        }
    }

    /// Those that are used up, or taken away, are there again.
    pub(crate) async fn renew_links(&self) {
        for (path, token) in &self.links {
            if path.contains("uitnodiging") {
                let belongs = Belongs::new(Role::Guide, Some(self.of(Spot::Bare).party)).unwrap();
                self.invite(token, belongs).await;
            }
            if path.contains("/mail/") {
                self.want_letters(token).await;
            }
        }
    }

    /// Somebody who wants letters, by this link.
    async fn want_letters(&self, token: &LinkToken) {
        let mut tx = self.db.begin().await.unwrap();
        tx.sql(
            "insert into today_mail (municipality_id, token_hash, link, person_id, address, language, from_hour, \
             until_hour, weekend, asked_at, confirmed_at, refused) \
             values ($1, $2, $3, $4, 'iemand@oosterwaard.voorbeeld', 'nl', 9, 18, false, $5, $5, false) \
             on conflict (municipality_id, token_hash) do nothing",
        )
        .bind(self.code)
        .bind(token.digest())
        .bind(token.as_str().to_owned())
        .bind(self.official.person)
        .bind(THEN)
        .execute()
        .await
        .unwrap();
        tx.commit().await.unwrap();
    }
}
