//! Who is forgotten by itself, and who stays: told of people who came by a link.

use std::time::Duration;

use access::Permit;
use directory::municipality::store as towns;
use ground::db::Db;
use ground::db::testing::THEN;
use ground::id::Municipality as Code;
use ground::moment::Moment;
use ground::retention::Rule;

use crate::authenticator::Phone;
use crate::neighbourhood::{Visitor, in_oosterwaard};
use crate::passkeys::makes;
use crate::people::{a_code, comes_in, own_party};

const HERE: Code = Code(9901);
const HOUR: Duration = Duration::from_secs(60 * 60);

/// From now on people here are real, and need a key.
pub(crate) async fn for_real(db: &Db) {
    let mut town = towns::find(db, HERE).await.unwrap().unwrap();
    town.fiction = false;
    let mut tx = db.begin().await.unwrap();
    towns::save(&mut tx, &Permit::at_the_machine(HERE), &town, THEN).await.unwrap();
    tx.commit().await.unwrap();
}

pub(crate) async fn counted(db: &Db, name: &str) -> i64 {
    db.read(
        "select count(*) from people_person p join people_membership m on m.municipality_id = p.municipality_id \
         and m.person_id = p.id where p.municipality_id = $1 and p.name = $2",
    )
    .bind(HERE)
    .bind(name.to_owned())
    .scalar()
    .await
    .unwrap()
}

/// What the house forgets at that moment of what is kept under this word, where somebody looked at the clock.
pub async fn forgets(db: &Db, keep: &str, now: Moment) -> i64 {
    retention::trust(db, HERE, now).await.unwrap();
    let town = samenspel::forgetting::towns(db).await.unwrap().into_iter().find(|town| town.code == HERE);
    let rules: Vec<Rule> =
        samenspel::forgetting::rules().into_iter().filter(|rule| rule.keep == keep).collect();
    let (_, would) = retention::would(db, &rules, town.unwrap(), now).await.unwrap();
    let (_, gone) = retention::apply(db, &rules, town.unwrap(), now).await.unwrap();
    assert_eq!(would, gone, "the dry run tells exactly what goes");
    gone.iter().map(|gone| gone.rows).sum()
}

async fn after(db: &Db, hours: u32) -> i64 {
    forgets(db, "member", THEN.plus(HOUR * hours)).await
}

#[tokio::test]
async fn who_made_no_key_within_a_day_is_forgotten_and_who_made_one_stays() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let mut own = Phone::new();
        makes(&wilma, &mut own, "").await.is(200);
        let (selma, yusuf) = (wilma.another(), wilma.another());
        comes_in(&selma, &a_code(&wilma, "volunteer").await, "Selma").await;
        comes_in(&yusuf, &a_code(&wilma, "guide").await, "Yusuf").await;
        makes(&yusuf, &mut Phone::new(), "").await.is(200);
        // In an invented municipality nobody needs a key.
        assert_eq!(after(&wilma.db, 24).await, 0);
        for_real(&wilma.db).await;
        assert_eq!(after(&wilma.db, 23).await, 0);
        assert_eq!(counted(&wilma.db, "Selma").await, 1);
        // She, and the seven of the demo who came by one click; not Wilma and Yusuf.
        assert_eq!(after(&wilma.db, 24).await, 8);
        let found = [
            counted(&wilma.db, "Selma").await,
            counted(&wilma.db, "Yusuf").await,
            counted(&wilma.db, "Wilma").await,
        ];
        assert_eq!(found, [0, 1, 1]);
        selma.get("/ik").await.is(403);
        // Twice is once.
        assert_eq!(after(&wilma.db, 24).await, 0);
    })
    .await;
}

#[tokio::test]
async fn who_belongs_nowhere_is_forgotten_whatever_the_municipality() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let yusuf = wilma.another();
        comes_in(&yusuf, &a_code(&wilma, "guide").await, "Yusuf").await;
        makes(&yusuf, &mut Phone::new(), "").await.is(200);
        // His party went, and his place with it.
        let gone = wilma
            .db
            .write(
                "delete from people_membership where municipality_id = $1 and person_id in \
                 (select p.id from people_person p where p.municipality_id = $1 and p.name = 'Yusuf')",
            )
            .bind(HERE)
            .execute()
            .await
            .unwrap();
        assert_eq!(gone, 1);
        assert_eq!(after(&wilma.db, 0).await, 1);
        yusuf.get("/ik").await.is(403);
        let keys: i64 = wilma
            .db
            .read("select count(*) from people_passkey where municipality_id = $1")
            .bind(HERE)
            .scalar()
            .await
            .unwrap();
        assert_eq!(keys, 0, "his key went with him");
    })
    .await;
}

#[tokio::test]
async fn a_link_that_is_over_is_remembered_thirty_days_and_a_question_five_minutes() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        a_code(&wilma, "guide").await;
        let people = format!("{}/mensen", own_party(&wilma).await);
        wilma.get(&people).await.is(200).shows("Trek in");
        // Ten minutes, and then thirty days.
        let over = THEN.plus(Duration::from_secs(10 * 60));
        let days = |count: u32| over.plus(HOUR * 24 * count);
        let links = async |now: Moment| forgets(&wilma.db, "invitation", now).await;
        assert_eq!((links(days(29)).await, links(days(30)).await, links(days(30)).await), (0, 1, 0));
        wilma.another().post("/aanmelden/sleutel/begin", &[]).await.is(200);
        let five = Duration::from_secs(5 * 60);
        let ceremonies = async |now: Moment| forgets(&wilma.db, "ceremony", now).await;
        assert_eq!(ceremonies(THEN.plus(five - Duration::from_secs(1))).await, 0);
        assert_eq!(ceremonies(THEN.plus(five)).await, 1);
    })
    .await;
}
