//! The lists: the ball decides in which, the guide's own come first, and every list walks along an index.

use std::time::Duration;

use directory::neighbourhood::HERE;
use exchange::Leaf;
use ground::db::Engine;
use ground::db::testing::THEN;
use ground::id::Id;

use super::{Town, at, in_town, machine};
use crate::clock::terms_passed;
use crate::handover::{self, Handover};
use crate::list::store::{self as lists};
use crate::story::Step::{Accept, Ask, Confirm, LookBack, SatTogether, Stop};
use crate::story::Who::{Giver, Receiver};
use crate::story::{State, possible};

fn ids(list: &[Handover]) -> Vec<Id<Handover>> {
    list.iter().map(|handover| handover.id).collect()
}

#[tokio::test]
async fn the_ball_decides_in_which_list_a_handover_stands() {
    in_town(async |town: Town| {
        let hour = |count: u64| THEN.plus(std::time::Duration::from_secs(60 * 60 * count));
        let offered = town.offered(0, hour(0)).await;
        let asked = town.offered(1, hour(1)).await;
        town.does(asked, (Ask, Receiver), hour(2)).await;
        let accepted = town.offered(2, hour(3)).await;
        town.does(accepted, (Accept, Receiver), hour(4)).await;
        let introduced = town.offered(3, hour(5)).await;
        for step in [(Accept, Receiver), (SatTogether, Receiver), (Confirm, Giver)] {
            town.does(introduced, step, hour(6)).await;
        }
        let stopped = town.offered(4, hour(7)).await;
        town.does(stopped, (Stop, Receiver), hour(8)).await;
        let colleague = {
            let mut new = town.new_handover(5, hour(9));
            new.giver.person = Some(Id::new(THEN));
            handover::offer(&town.db, &machine(), &new, None).await.expect("a database").expect("room");
            town.does(new.id, (Ask, Receiver), hour(9)).await.id
        };
        let (giver, receiver) = (town.giver, town.receiver);
        let mine = async |side: handover::Side, most| {
            let person = side.person.expect("somebody");
            let mine = lists::mine(&town.db, HERE, side.party, person, Leaf::first(most)).await;
            ids(&mine.expect("a list").shown)
        };
        let theirs = async |side: handover::Side| {
            ids(&lists::theirs(&town.db, HERE, side.party, Leaf::first(10)).await.expect("a list").shown)
        };
        // The colleague's stands after the own ones, although others waited longer or shorter.
        assert_eq!(mine(giver, 10).await, [asked, accepted, introduced, colleague]);
        assert_eq!(theirs(giver).await, [offered]);
        assert_eq!(mine(receiver, 10).await, [accepted, offered]);
        assert_eq!(theirs(receiver).await, [asked, introduced, colleague]);
        assert_eq!(mine(giver, 2).await.len(), 2);
        let closed = async |since| {
            let closed = lists::closed(&town.db, HERE, giver.party, since, Leaf::first(10)).await;
            ids(&closed.expect("a list").shown)
        };
        assert_eq!(closed(hour(0)).await, [stopped]);
        assert!(closed(hour(20)).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_closed_goes_on_on_the_next_page_and_one_to_oneself_stands_there_once() {
    in_town(async |town: Town| {
        let hour = |count: u64| THEN.plus(std::time::Duration::from_secs(60 * 60 * count));
        let mut closed = Vec::new();
        for (word, count) in [(2, 1), (1, 2), (0, 3)] {
            let one = town.offered(word, hour(0)).await;
            town.does(one, (Stop, Receiver), hour(count)).await;
            closed.insert(0, one);
        }
        // Its two parties became one since.
        let merged =
            "update handovers_handover set receiver_party = giver_party where municipality_id = $1 and id = $2";
        town.db.write(merged).bind(HERE).bind(closed[0]).execute().await.expect("a row");
        for (page, more, part) in [(1, true, 0..2), (2, false, 2..3)] {
            let leaf = Leaf::nth(page, 2);
            let found = lists::closed(&town.db, HERE, town.giver.party, hour(0), leaf).await.expect("a list");
            assert_eq!((found.more, ids(&found.shown)), (more, closed[part].to_vec()), "page {page}");
        }
    })
    .await;
}

#[test]
fn what_stopped_as_a_party_left_is_listed_by_the_word_of_that() {
    assert!(lists::STOPPED.contains(&format!("'{}'", State::Left.word())));
}

/// The statement says so by the word, for the giver and then for the receiver.
#[test]
fn whoever_can_look_back_has_it_in_the_list_of_what_to_look_back_on() {
    for (who, half) in [Giver, Receiver].into_iter().zip(lists::TO_LOOK_BACK.split(" union all ")) {
        for state in State::ALL {
            let can = possible(Some(state), who).contains(&LookBack);
            let word = format!("'{}'", state.word());
            let told = half.contains(&word) && !half.contains(&format!("<> {word}"));
            assert_eq!(told, can, "{who:?} in {state:?}");
        }
    }
}

/// The statement says so by the end of the word, in each of its parts.
#[test]
fn the_pulse_counts_as_late_what_the_story_calls_late() {
    for state in State::ALL {
        assert_eq!(state.word().ends_with("-late"), state.late(), "{state:?}");
    }
    let parts: Vec<&str> = lists::PULSE.split(" union all ").collect();
    assert!(parts.len() == 2 && parts.iter().all(|part| part.contains("state like '%-late'")), "{parts:?}");
}

#[tokio::test]
async fn what_becomes_late_is_news_for_both_sides() {
    in_town(async |town: Town| {
        let pulse = async |party| lists::pulse(&town.db, HERE, party).await.expect("a number");
        let (giver, receiver) = (town.giver.party, town.receiver.party);
        town.offered(0, THEN).await;
        let before = (pulse(giver).await, pulse(receiver).await);
        terms_passed(&town.db, HERE, at("2025-12-02T16:00:00Z")).await.expect("a database");
        let after = (pulse(giver).await, pulse(receiver).await);
        assert!(before.0 != after.0 && before.1 != after.1, "{before:?} and {after:?}");
    })
    .await;
}

#[tokio::test]
async fn every_list_walks_along_an_index_of_one_party() {
    in_town(async |town: Town| {
        let statements = [
            (lists::PLAYS, "open"),
            (lists::CAME, "open"),
            (lists::WAITS, "open"),
            (lists::CLOSED, "closed"),
            (lists::TO_LOOK_BACK, "looks"),
            (lists::STOPPED, "left"),
            (lists::PULSE, "open"),
        ];
        fill(&town).await;
        for (sql, which) in statements {
            let plan = plan(&town, sql).await;
            for side in ["giver", "receiver"] {
                assert!(plan.contains(&format!("handovers_handover_{which}_of_{side}")), "{sql}\n{plan}");
            }
        }
    })
    .await;
}

/// Many rows of many parties and as many of the town's own that closed: walking all of either costs more than an index
/// of what is asked for.
async fn fill(town: &Town) {
    let insert = match town.db.engine() {
        Engine::Sqlite => {
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) \
             insert into handovers_handover select $1, randomblob(16), case when i % 10 = 1 then $3 else randomblob(16) end, null, \
             case when i % 10 = 2 then $3 else randomblob(16) end, null, \
             'geld', '', 'appel', 'along', case when i % 19 = 0 then 'offered' when i % 7 = 0 then 'left' \
             when i % 11 = 0 then 'released' else 'stopped' end, \
             case when i % 19 = 0 then 'receiver' else 'none' end, 0, 0, $2, $2, null, null, null, null, null, \
             case when i % 19 = 0 then null when i % 3 = 0 then $2 else $4 end from n"
        }
        Engine::Postgres => {
            "insert into handovers_handover select $1, gen_random_uuid(), case when i % 10 = 1 then $3 else gen_random_uuid() end, null, \
             case when i % 10 = 2 then $3 else gen_random_uuid() end, null, 'geld', '', 'appel', 'along', case when i % 19 = 0 then 'offered' when i % 7 = 0 then 'left' \
             when i % 11 = 0 then 'released' else 'stopped' end, \
             case when i % 19 = 0 then 'receiver' else 'none' end, 0, 0, $2, $2, null, null, null, null, null, \
             case when i % 19 = 0 then null when i % 3 = 0 then $2 else $4 end from generate_series(1, 20000) n(i)"
        }
    };
    let before = THEN.minus(Duration::from_secs(20 * 24 * 3600));
    town.db
        .write(insert)
        .bind(HERE)
        .bind(THEN)
        .bind(town.giver.party)
        .bind(before)
        .execute()
        .await
        .expect("rows");
    let mut tx = town.db.begin().await.expect("a transaction");
    tx.learn_sizes(&["handovers_handover"]).await.expect("sizes");
    tx.commit().await.expect("committed");
}

async fn plan(town: &Town, sql: &'static str) -> String {
    let explain = match town.db.engine() {
        Engine::Sqlite => "explain query plan ",
        Engine::Postgres => "explain ",
    };
    let asked = town.db.read(explain).push(sql).bind(HERE).bind(town.giver.party);
    let asked = if sql.contains("$3") { asked.bind(200_i64) } else { asked };
    let asked = if sql.contains("$4") { asked.bind(THEN) } else { asked };
    match town.db.engine() {
        Engine::Sqlite => {
            let rows: Vec<(i64, i64, i64, String)> = asked.all().await.expect("a plan");
            rows.into_iter().map(|(.., line)| line).collect::<Vec<_>>().join("\n")
        }
        Engine::Postgres => asked.scalars::<String>().await.expect("a plan").join("\n"),
    }
}
