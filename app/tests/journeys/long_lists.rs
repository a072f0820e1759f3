//! More waits than fits on a page: the list says so and leads on, nothing stands there twice and nothing is missing.

use std::collections::BTreeSet;
use std::time::Duration;

use directory::neighbourhood::HERE;
use directory::party::Party;
use ground::db::testing::THEN;
use ground::id::Id;

use crate::neighbourhood::{Answer, Visitor, in_oosterwaard};
use crate::unsent::{guide, party};

/// What waits for `$4`, of `$3`: its list, what its own page is called, and how such a row is made.
const LISTS: [(&str, &str, &str); 2] = [
    (
        "/vragen",
        "vraag",
        "insert into asks_question (municipality_id, id, asker_party, asked_party, open, theme, area, language, text, \
         state, version, turn, asked_at, since) \
         values ($1, $2, $3, $4, false, 'schulden', '', 'nl', 'Wie leest er mee?', 'asked', 0, 0, $5, $5)",
    ),
    (
        "/overdrachten",
        "overdracht",
        "insert into handovers_handover (municipality_id, id, giver_party, receiver_party, theme, area, code_word, \
         does, state, ball, version, turn, offered_at, since) \
         values ($1, $2, $3, $4, 'schulden', '', 'appel', 'along', 'offered', 'receiver', 0, 0, $5, $5)",
    ),
];

/// Two by two since the same moment.
async fn many_wait(visitor: &Visitor, sql: &'static str) -> BTreeSet<String> {
    let [of, here] =
        [party(visitor, "Wijkteam De Boogerd").await, party(visitor, "Buurtvaders De Boogerd").await];
    let [of, here] = [of, here].map(|id| Id::<Party>::parse(&id).unwrap());
    let mut ids = BTreeSet::new();
    let mut tx = visitor.db.begin().await.unwrap();
    for pair in 0..103 {
        let since = THEN.minus(Duration::from_secs(60 * 60 * pair));
        for _ in 0..2 {
            let id = Id::<Party>::new(THEN);
            tx.sql(sql).bind(HERE).bind(id).bind(of).bind(here).bind(since).execute().await.unwrap();
            ids.insert(id.to_string());
        }
    }
    tx.commit().await.unwrap();
    ids
}

/// Which of these the page leads to.
fn shown(page: &Answer, what: &str, of: &BTreeSet<String>) -> BTreeSet<String> {
    let link = format!("href=\"/{what}/");
    let ids = page.body.split(&link).skip(1).filter_map(|rest| rest.get(..36)).map(ToOwned::to_owned);
    ids.filter(|id| of.contains(id)).collect()
}

#[tokio::test]
async fn who_has_more_waiting_than_fits_on_a_page_leafs_through_all_of_it() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        for (list, what, sql) in LISTS {
            guide.get(list).await.is(200).hides("Er zijn er meer").hides("?pagina=");
            let waiting = many_wait(&visitor, sql).await;
            let (one, two) = (guide.get(list).await, guide.get(&format!("{list}?pagina=2")).await);
            one.is(200).shows("Er zijn er meer").shows(&format!("rel=\"next\" href=\"{list}?pagina=2\""));
            two.is(200).hides("Er zijn er meer").shows(&format!("rel=\"prev\" href=\"{list}?pagina=1\""));
            let (first, second) = (shown(&one, what, &waiting), shown(&two, what, &waiting));
            assert!(first.is_disjoint(&second) && !second.is_empty(), "{list}");
            assert_eq!(first.len() + second.len(), waiting.len(), "{list}");
            // No such page: from the beginning.
            for odd in ["", "0", "-3", "twee", "3", "100", "99999999999999999999"] {
                let page = guide.get(&format!("{list}?pagina={odd}")).await;
                assert_eq!(
                    (page.status.as_u16(), shown(&page, what, &waiting)),
                    (200, first.clone()),
                    "{odd}"
                );
            }
        }
        let mut today = guide.get("/vandaag").await;
        today.body = today.body.replace(['\u{2068}', '\u{2069}'], "");
        today.is(200).shows("U ziet er 400. Er zijn er meer.");
    })
    .await;
}
