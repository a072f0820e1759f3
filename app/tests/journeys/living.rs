//! The demo is lived in: whoever looks around sees questions and handovers of every kind, in all three districts.

use std::collections::BTreeSet;

use directory::neighbourhood::HERE;

use crate::neighbourhood::{Visitor, in_oosterwaard, then};

#[tokio::test]
async fn who_looks_around_in_the_demo_meets_handovers_in_every_stage_and_in_all_three_districts() {
    in_oosterwaard(async |visitor: Visitor| {
        samenspel::demo::exchanges::fill(&visitor.db, HERE, then()).await.unwrap();
        let states = visitor.db.read("select state from handovers_handover where municipality_id = $1");
        let states: Vec<String> = states.bind(HERE).scalars().await.unwrap();
        let all = [
            "accepted",
            "accompanied",
            "declined",
            "introduced",
            "offered",
            "offered-late",
            "released",
            "stopped",
        ];
        assert_eq!(states.iter().map(String::as_str).collect::<BTreeSet<_>>(), BTreeSet::from(all));
        let questions = "select state from asks_question where municipality_id = $1";
        let questions: Vec<String> = visitor.db.read(questions).bind(HERE).scalars().await.unwrap();
        for state in ["unanswered", "declined", "taken", "answered", "thanked"] {
            assert!(questions.iter().any(|one| one == state), "no question is {state}");
        }
        let areas = "select area from handovers_handover where municipality_id = $1 \
             union all select area from asks_question where municipality_id = $1";
        let areas: Vec<String> = visitor.db.read(areas).bind(HERE).scalars().await.unwrap();
        for district in ["BU990101", "BU990102", "BU990103"] {
            assert!(areas.iter().any(|area| area.starts_with(district)), "nothing goes on in {district}");
        }
        let nora = visitor.another();
        visitor.comes_in_as("guide").await;
        nora.comes_in_as("key-figure").await;
        visitor.get("/vandaag").await.is(200).shows("Kijk nog terug");
        visitor.get("/overdrachten").await.is(200).shows("kan dit nu niet aannemen").shows("Waardkoog");
        nora.get("/vandaag").await.is(200).shows("Te laat");
    })
    .await;
}
