//! The lists: the ball decides in which, what does not fit is on the next page, and every list walks along an index.

use std::time::Duration;

use directory::neighbourhood::HERE;
use exchange::{Leaf, Part};
use ground::db::Engine;
use ground::db::testing::THEN;
use ground::id::Id;
use ground::trouble::Answer;

use super::{Town, at, in_town};
use crate::clock::terms_passed;
use crate::list::store as lists;
use crate::question::{Question, Side, Stepped, To};
use crate::story::Step::{Answer as Answers, AskBack, Take, Withdraw};
use crate::story::{Ball, State, Who};

async fn mine_of(town: &Town, side: Side, leaf: Leaf) -> Answer<Part<Question>> {
    let person = side.person.expect("somebody");
    lists::mine(&town.db, HERE, side.party, person, leaf).await
}

fn ids(part: Answer<Part<Question>>) -> Vec<Id<Question>> {
    part.expect("a list").shown.iter().map(|question| question.id).collect()
}

#[tokio::test]
async fn the_ball_decides_in_which_list_a_question_stands_and_what_does_not_fit_is_on_the_next_page() {
    in_town(async |town: Town| {
        let hour = |count: u64| THEN.plus(Duration::from_secs(60 * 60 * count));
        let first = town.asks(false, hour(0)).await;
        let back = town.asks(false, hour(1)).await;
        let stepped = town.taps(back, 0, (AskBack, Who::Asked), hour(2)).await;
        assert!(matches!(stepped, Stepped::Done));
        let open = town.asks(true, hour(3)).await;
        let taken = town.asks(true, hour(4)).await;
        let stepped = town.taps(taken, 0, (Take, Who::Neighbour), hour(5)).await;
        assert!(matches!(stepped, Stepped::Done));
        let all = Leaf::first(10);
        for (side, mine, theirs) in [
            (town.asker, vec![back], vec![first, open, taken]),
            (town.asked, vec![first], vec![back]),
            (town.neighbour, vec![taken], vec![]),
        ] {
            assert_eq!(ids(mine_of(&town, side, all).await), mine);
            assert_eq!(ids(lists::theirs(&town.db, HERE, side.party, all).await), theirs);
        }
        let page = async |page: i64| {
            let part = lists::theirs(&town.db, HERE, town.asker.party, Leaf::nth(page, 2)).await;
            (part.as_ref().expect("a list").more, ids(part))
        };
        assert_eq!(page(1).await, (true, vec![first, open]));
        assert_eq!(page(2).await, (false, vec![taken]));
        assert_eq!(page(3).await, (false, vec![]));
    })
    .await;
}

#[tokio::test]
async fn what_is_put_to_somebody_or_taken_up_by_them_stands_before_what_waits_longer_for_the_party() {
    in_town(async |town: Town| {
        let hour = |count: u64| THEN.plus(Duration::from_secs(60 * 60 * count));
        let party = town.asks(false, hour(0)).await;
        let to_somebody = town.asks_of(To::Party(town.asked), hour(1)).await;
        let back = town.asks_of(To::Party(town.asked), hour(2)).await;
        town.taps(back, 0, (AskBack, Who::Asked), hour(3)).await;
        let colleague = |side: Side| Side { person: Some(Id::new(THEN)), ..side };
        let all = Leaf::first(10);
        assert_eq!(ids(mine_of(&town, town.asked, all).await), [to_somebody, party]);
        assert_eq!(ids(mine_of(&town, colleague(town.asked), all).await), [party, to_somebody]);
        // The ball is with whoever asked: it is for that person, and for nobody who answers.
        let asked_back = town.find(back).await;
        assert!(asked_back.waits_for(town.asker) && !asked_back.waits_for(town.asked));
        assert!(!asked_back.waits_for(colleague(town.asker)));
        let open = town.asks(true, hour(4)).await;
        town.taps(open, 0, (Take, Who::Neighbour), hour(5)).await;
        assert!(town.find(open).await.waits_for(town.neighbour));
    })
    .await;
}

#[tokio::test]
async fn what_is_of_others_or_over_goes_on_on_the_next_page_and_one_to_oneself_stands_there_once() {
    in_town(async |town: Town| {
        let hour = |count: u64| THEN.plus(Duration::from_secs(60 * 60 * count));
        let (mut open, mut taken, mut closed, mut answered) = (vec![], vec![], vec![], vec![]);
        for count in 0..3 {
            open.insert(0, town.asks(true, hour(count)).await);
            let one = town.asks(true, hour(count)).await;
            town.taps(one, 0, (Take, Who::Neighbour), hour(count)).await;
            taken.insert(0, one);
            let one = town.asks(false, hour(count)).await;
            town.taps(one, 0, (Withdraw, Who::Asker), hour(count)).await;
            closed.insert(0, one);
            let one = town.asks(false, hour(count)).await;
            town.taps(one, 0, (Answers, Who::Asked), hour(count + 1)).await;
            answered.insert(0, one);
        }
        let asker = town.asker.party;
        // Its two parties became one since.
        let merged =
            "update asks_question set asked_party = asker_party where municipality_id = $1 and id = $2";
        town.db.write(merged).bind(HERE).bind(closed[0]).execute().await.expect("a row");
        for (page, more, part) in [(1, true, 0..2), (2, false, 2..3)] {
            let leaf = Leaf::nth(page, 2);
            for (list, whole) in [
                (lists::for_all(&town.db, HERE, town.neighbour.party, leaf).await, &open),
                (lists::taken(&town.db, HERE, town.asked.party, leaf).await, &taken),
                (lists::closed_of(&town.db, HERE, asker, (hour(0), hour(0)), leaf).await, &closed),
                (lists::answered(&town.db, HERE, asker, hour(0), leaf).await, &answered),
            ] {
                assert_eq!(list.as_ref().expect("a list").more, more, "page {page}");
                assert_eq!(ids(list), whole[part.clone()].to_vec(), "page {page}");
            }
        }
        // What one took up by oneself was put to nobody; nor was what became one's own question since.
        for (party, since, count) in [
            (town.asked.party, hour(0), 5),
            (town.asked.party, hour(1), 3),
            (town.neighbour.party, hour(0), 0),
        ] {
            assert_eq!(lists::put_to(&town.db, HERE, party, since).await.expect("a count"), count);
        }
        // Answered before then, it is over like any other; and to whoever answered it always was.
        for (party, lately, gone) in [(asker, hour(2), 1), (town.asked.party, hour(0), 1)] {
            let over = lists::closed_of(&town.db, HERE, party, (hour(0), lately), Leaf::first(10)).await;
            assert_eq!(ids(over).len(), closed.len() + answered.len() - gone);
        }
    })
    .await;
}

/// The statements say so by the word.
#[test]
fn asked_back_late_or_not_is_where_whoever_asked_has_the_ball() {
    for state in State::ALL.into_iter().filter(|state| state.is_open()) {
        for sql in [lists::PLAYS, lists::CAME, lists::WAITS] {
            let named = sql.contains(&format!("'{}'", state.word()));
            assert_eq!(state.ball() == Some(Ball::Asker), named, "{state:?}: {sql}");
        }
    }
    assert_eq!(State::Answered.word(), "answered");
    assert_eq!(State::Left.word(), "left");
}

/// The statement says so by the words, in each of its parts.
#[test]
fn the_pulse_counts_as_late_what_the_story_calls_late() {
    for state in State::ALL {
        let told = state.word() == "unanswered" || state.word().ends_with("-late");
        assert_eq!(told, state.is_late(), "{state:?}");
    }
    let parts: Vec<&str> = lists::PULSE.split(" union all ").collect();
    let late = "when state = 'unanswered' or state like '%-late'";
    assert!(parts.len() == 3 && parts.iter().all(|part| part.contains(late)), "{parts:?}");
}

#[tokio::test]
async fn what_becomes_late_is_news_for_both_sides_and_for_the_neighbourhood_that_can_take_it() {
    in_town(async |town: Town| {
        let pulse = async |party| lists::pulse(&town.db, HERE, party).await.expect("a number");
        for (open, other) in [(false, town.asked.party), (true, town.neighbour.party)] {
            town.asks(open, THEN).await;
            let before = (pulse(town.asker.party).await, pulse(other).await);
            terms_passed(&town.db, HERE, at("2025-12-02T16:00:00Z")).await.expect("a database");
            let after = (pulse(town.asker.party).await, pulse(other).await);
            assert!(before.0 != after.0 && before.1 != after.1, "{open}: {before:?} and {after:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_list_walks_along_an_index_and_what_is_of_one_party_along_one_of_each_side() {
    in_town(async |town: Town| {
        let open = ["open_of_asker", "open_of_asked"];
        let statements: [(&'static str, &[&str]); 12] = [
            (lists::PLAYS, &open),
            (lists::CAME, &open),
            (lists::WAITS, &open),
            (lists::PULSE, &open),
            (lists::CLOSED, &["of_asker", "of_asked"]),
            (lists::STOPPED, &["left_of_asker", "left_of_asked"]),
            (lists::ANSWERED, &["answered_of_asker"]),
            // Nobody answers it yet: each engine takes the index of its choice.
            (lists::FOR_ALL, &[]),
            (lists::TAKEN, &["taken"]),
            (lists::PUT_TO, &["of_asked"]),
            (lists::LATE, &["tell"]),
            (lists::LATE_AREAS, &["tell"]),
        ];
        fill(&town).await;
        for (sql, indexes) in statements {
            let plan = plan(&town, sql).await;
            for which in indexes {
                assert!(plan.contains(&format!("asks_question_{which} ")), "{sql}\n{plan}");
            }
            for walk in ["Seq Scan", "SCAN asks_question"] {
                assert!(!plan.contains(walk), "{sql}\n{plan}");
            }
        }
    })
    .await;
}

/// Many rows of many parties and as many of the town's own, so that walking all of either costs more than the index: one
/// in ten is open, and of those one in four waits for anyone and one in four was taken.
async fn fill(town: &Town) {
    let insert = match town.db.engine() {
        Engine::Sqlite => {
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) \
             insert into asks_question (municipality_id, id, asker_party, asked_party, open, theme, area, language, \
             text, state, version, turn, asked_at, since, closed_at) \
             select $1, randomblob(16), case when i % 10 = 1 then $3 else randomblob(16) end, case when i % 40 = 0 then null \
             when i % 10 = 2 then $3 else randomblob(16) end, \
             i % 20 = 0, 'geld', '', 'nl', 'Wie leest er mee?', case when i % 10 = 0 then 'asked' \
             when i % 7 = 0 then 'left' when i % 11 = 0 then 'answered' else 'thanked' end, \
             0, 0, $2, $2, case when i % 10 = 0 then null else $2 end from n"
        }
        Engine::Postgres => {
            "insert into asks_question (municipality_id, id, asker_party, asked_party, open, theme, area, language, \
             text, state, version, turn, asked_at, since, closed_at) \
             select $1, gen_random_uuid(), case when i % 10 = 1 then $3 else gen_random_uuid() end, case when i % 40 = 0 then null \
             when i % 10 = 2 then $3 else gen_random_uuid() end, \
             i % 20 = 0, 'geld', '', 'nl', 'Wie leest er mee?', case when i % 10 = 0 then 'asked' \
             when i % 7 = 0 then 'left' when i % 11 = 0 then 'answered' else 'thanked' end, \
             0, 0, $2, $2, case when i % 10 = 0 then null else $2 end from generate_series(1, 20000) n(i)"
        }
    };
    town.db.write(insert).bind(HERE).bind(THEN).bind(town.asker.party).execute().await.expect("rows");
    let mut tx = town.db.begin().await.expect("a transaction");
    tx.learn_sizes(&["asks_question"]).await.expect("sizes");
    tx.commit().await.expect("committed");
}

async fn plan(town: &Town, sql: &'static str) -> String {
    let explain = match town.db.engine() {
        Engine::Sqlite => "explain query plan ",
        Engine::Postgres => "explain ",
    };
    let asked = town.db.read(explain).push(sql).bind(HERE);
    // What is late is of the whole municipality.
    let late = [lists::LATE, lists::LATE_AREAS].contains(&sql);
    let asked = if late { asked.bind(THEN) } else { asked.bind(town.asker.party) };
    let asked = match (sql == lists::PUT_TO, sql.contains("$3")) {
        (true, _) => asked.bind(THEN),
        (false, true) => asked.bind(200_i64),
        (false, false) => asked,
    };
    let asked = if sql.contains("$4") { asked.bind(THEN) } else { asked };
    let asked = if sql.contains("$5") { asked.bind(THEN) } else { asked };
    match town.db.engine() {
        Engine::Sqlite => {
            let rows: Vec<(i64, i64, i64, String)> = asked.all().await.expect("a plan");
            rows.into_iter().map(|(.., line)| line).collect::<Vec<_>>().join("\n")
        }
        Engine::Postgres => asked.scalars::<String>().await.expect("a plan").join("\n"),
    }
}
