//! Sessions of the operator, on both engines.

use std::time::Duration;

use ground::db::testing::{THEN, both};
use ground::id::Municipality;

use super::{ABSOLUTE, IDLE, store};

const HERE: Municipality = Municipality(9901);

#[tokio::test]
async fn a_session_ends_when_nobody_used_it_and_after_a_working_day() {
    both(migrations::ALL, |db| async move {
        let token = store::open(&db, HERE, None, THEN).await.unwrap();
        let found =
            async |after: Duration| store::find(&db, HERE, &token, THEN.plus(after)).await.unwrap().is_some();
        assert!(found(IDLE - Duration::from_secs(1)).await);
        assert!(!found(IDLE * 2).await);
        let mut at = IDLE;
        while at < ABSOLUTE {
            assert!(found(at).await, "{at:?}");
            at += Duration::from_secs(1_200);
        }
        assert!(!found(ABSOLUTE).await);
        // By a clock that was set back it is a session of later than now.
        let before = THEN.minus(Duration::from_secs(1));
        assert!(store::find(&db, HERE, &token, before).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn a_session_holds_in_its_own_municipality_only_and_its_token_is_not_kept() {
    both(migrations::ALL, |db| async move {
        let token = store::open(&db, HERE, None, THEN).await.unwrap();
        let csrf = store::find(&db, HERE, &token, THEN).await.unwrap().unwrap();
        assert_ne!(csrf.as_str(), token);
        assert!(store::find(&db, Municipality(9902), &token, THEN).await.unwrap().is_none());
        let kept: Vec<Vec<u8>> = db
            .read("select token_hash from access_operator_session where municipality_id = $1")
            .bind(HERE)
            .scalars()
            .await
            .unwrap();
        assert!(kept.iter().all(|kept| kept != token.as_bytes() && kept.len() == 32));
        store::close(&db, HERE, &token, THEN).await.unwrap();
        assert!(store::find(&db, HERE, &token, THEN).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn the_operator_who_comes_and_goes_leaves_a_line_of_each_in_the_trail() {
    both(migrations::ALL, |db| async move {
        let first = store::open(&db, HERE, None, THEN).await.unwrap();
        let second = store::open(&db, HERE, Some(&first), THEN).await.unwrap();
        assert!(store::find(&db, HERE, &first, THEN).await.unwrap().is_none());
        for _ in 0..2 {
            store::close(&db, HERE, &second, THEN).await.unwrap();
        }
        let lines: Vec<(String, String)> = db
            .read("select actor, action from audit_line where municipality_id = $1 order by sequence")
            .bind(HERE)
            .all()
            .await
            .unwrap();
        let actions: Vec<&str> = lines.iter().map(|(_, action)| action.as_str()).collect();
        assert_eq!(actions, ["session.open", "session.open", "session.close"]);
        assert!(lines.iter().all(|(actor, _)| actor == "operator"));
    })
    .await;
}
