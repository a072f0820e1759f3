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

/// Questions of one kind, from one party to another or to anyone.
struct Questions {
    by: &'static str,
    to: Option<&'static str>,
    open: bool,
    state: &'static str,
    closed: bool,
}

/// Puts so many, two by two at the same moment.
async fn put(visitor: &Visitor, questions: &Questions, count: u64) -> BTreeSet<String> {
    let of = async |name| Id::<Party>::parse(&party(visitor, name).await).unwrap();
    let by = of(questions.by).await;
    let to = match questions.to {
        Some(name) => Some(of(name).await),
        None => None,
    };
    let mut ids = BTreeSet::new();
    let mut tx = visitor.db.begin().await.unwrap();
    for number in 0..count {
        let (id, at) = (Id::<Party>::new(THEN), THEN.minus(Duration::from_secs(60 * (number / 2))));
        tx.sql(
            "insert into asks_question (municipality_id, id, asker_party, asked_party, open, theme, area, language, \
             text, state, version, turn, asked_at, since, closed_at) \
             values ($1, $2, $3, $4, $5, 'schulden', '', 'nl', 'Wie leest er mee?', $6, 0, 0, $7, $7, $8)",
        )
        .bind(HERE)
        .bind(id)
        .bind(by)
        .bind(to)
        .bind(questions.open)
        .bind(questions.state)
        .bind(at)
        .bind(questions.closed.then_some(at))
        .execute()
        .await
        .unwrap();
        ids.insert(id.to_string());
    }
    tx.commit().await.unwrap();
    ids
}

const OWN: &str = "Buurtvaders De Boogerd";
const TEAM: &str = "Wijkteam De Boogerd";
const TAKEN: Questions =
    Questions { by: TEAM, to: Some("Waardwelzijn"), open: true, state: "taken", closed: false };

const ANSWERED: Questions =
    Questions { by: OWN, to: Some(TEAM), open: false, state: "answered", closed: true };

/// To which of these the page leads, as often as it does.
fn links(page: &Answer, what: &str, of: &BTreeSet<String>) -> Vec<String> {
    let link = format!("href=\"/{what}/");
    let ids = page.body.split(&link).skip(1).filter_map(|rest| rest.get(..36)).map(ToOwned::to_owned);
    ids.filter(|id| of.contains(id)).collect()
}

fn shown(page: &Answer, what: &str, of: &BTreeSet<String>) -> BTreeSet<String> {
    links(page, what, of).into_iter().collect()
}

#[tokio::test]
async fn who_leafs_through_what_is_open_taken_and_closed_meets_each_question_once() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let mut all = BTreeSet::new();
        for (questions, count) in [
            (Questions { by: TEAM, to: None, open: true, state: "asked", closed: false }, 103),
            (TAKEN, 43),
            (Questions { by: OWN, to: Some(TEAM), open: false, state: "thanked", closed: true }, 201),
            (ANSWERED, 203),
            // The two became one since: it stands on both sides.
            (Questions { by: OWN, to: Some(OWN), open: false, state: "left", closed: true }, 2),
        ] {
            all.extend(put(&visitor, &questions, count).await);
        }
        let mut met = Vec::new();
        for number in 1.. {
            let page = guide.get(&format!("/vragen?pagina={number}")).await;
            page.is(200);
            met.extend(links(&page, "vraag", &all));
            if !page.body.contains("rel=\"next\"") {
                break;
            }
        }
        assert_eq!(met.len(), all.len());
        assert_eq!(met.into_iter().collect::<BTreeSet<_>>(), all);
    })
    .await;
}

#[tokio::test]
async fn the_day_says_of_answers_and_of_what_was_let_go_as_well_that_there_is_more_than_it_shows() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        put(&visitor, &ANSWERED, 201).await;
        let released = "insert into handovers_handover (municipality_id, id, giver_party, receiver_party, theme, area, \
             code_word, does, state, ball, version, turn, offered_at, since, closed_at) \
             values ($1, $2, $3, $4, 'schulden', '', 'appel', 'along', 'released', 'none', 0, 0, $5, $5, $5)";
        many_wait(&visitor, released).await;
        let mut today = guide.get("/vandaag").await;
        today.body = today.body.replace(['\u{2068}', '\u{2069}'], "");
        let (_, below) = today.is(200).body.split_once("Hoe ging het?").unwrap();
        let (look_back, answered) = below.split_once("U kreeg antwoord").unwrap();
        for section in [look_back, answered] {
            assert!(section.contains("U ziet er 200. Er zijn er meer."), "{:.300}", section);
        }
    })
    .await;
}

#[tokio::test]
async fn the_last_page_that_can_be_asked_for_leads_to_no_other_and_says_so() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        // Twenty on a page, a hundred pages, and one.
        put(&visitor, &TAKEN, 2001).await;
        let end = "Verder dan hier gaat deze lijst niet";
        guide.get("/vragen?pagina=99").await.is(200).shows("/vragen?pagina=100\"").hides(end);
        for last in ["100", "101"] {
            let page = guide.get(&format!("/vragen?pagina={last}")).await;
            page.is(200).shows(end).hides("rel=\"next\"").hides("op de volgende bladzijde");
        }
    })
    .await;
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
