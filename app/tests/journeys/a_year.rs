//! More than a year of Oosterwaard, with a clock from outside: at its end goes what is over, told beforehand, and nothing else.

use std::collections::BTreeMap;
use std::time::Duration;

use directory::neighbourhood::HERE;
use ground::db::catalogue::Catalogue;
use ground::db::testing::THEN;
use ground::db::{Db, Tx};
use ground::moment::Moment;
use retention::{Gone, Town};
use uuid::Uuid;

use crate::forgetting::for_real;
use crate::neighbourhood::{Visitor, in_oosterwaard};

const DAY: u32 = 24;
const DAYS: u32 = 400;
const TOWN: Town = Town { code: HERE, fiction: false };

/// What somebody does over and over: the table it leaves a row in, and which of `$1` municipality, `$2` key and `$3` moment it takes.
/// `stays` says by hand, from the ledger's words, whether a row of so many hours old is still there.
struct Habit {
    table: &'static str,
    since: &'static str,
    sql: &'static str,
    key: Key,
    stays: fn(u32) -> bool,
}

#[derive(Clone, Copy)]
enum Key {
    Digest,
    Id,
}

const HABITS: [Habit; 20] = [
    Habit {
        table: "access_once",
        since: "made_at",
        sql: "insert into access_once (municipality_id, key_hash, path_hash, sent_hash, made_at, held_at, status) \
              values ($1, $2, $2, $2, $3, $3, 303)",
        key: Key::Digest,
        stays: |age| age < DAY,
    },
    Habit {
        table: "access_operator_session",
        since: "created_at",
        sql: "insert into access_operator_session (municipality_id, token_hash, csrf_hash, created_at, seen_at) \
              values ($1, $2, $2, $3, $3)",
        key: Key::Digest,
        stays: |age| age == 0,
    },
    Habit {
        table: "provider_pending",
        since: "made_at",
        sql: "insert into provider_pending (municipality_id, state_hash, browser_hash, issuer, return_to, made_at) \
              values ($1, $2, $2, 'https://inlog.voorbeeld', '', $3)",
        key: Key::Digest,
        stays: |age| age <= 1,
    },
    Habit {
        table: "people_invitation",
        since: "created_at",
        sql: "insert into people_invitation (municipality_id, token_hash, role, created_at, ends_at) \
              values ($1, $2, 'manager', $3, $3)",
        key: Key::Digest,
        stays: |age| age < 30 * DAY,
    },
    Habit {
        table: "directory_import",
        since: "created_at",
        sql: "insert into directory_import (municipality_id, id, source_name, licence, format, settings, state, \
              added, changed, same, gone, kept, left_out, refused, created_at) \
              values ($1, $2, 'niet toegepast', 'CC0', 'csv', '', 'previewed', 0, 0, 0, 0, 0, 0, 0, $3)",
        key: Key::Id,
        stays: |age| age <= DAY,
    },
    Habit {
        table: "directory_import",
        since: "created_at",
        sql: "insert into directory_import (municipality_id, id, source_name, licence, format, settings, state, \
              added, changed, same, gone, kept, left_out, refused, created_at, applied_at) \
              values ($1, $2, 'toegepast', 'CC0', 'csv', '', 'applied', 0, 0, 0, 0, 0, 0, 0, $3, $3)",
        key: Key::Id,
        stays: |_| true,
    },
    Habit {
        table: "directory_request",
        since: "created_at",
        sql: "insert into directory_request (municipality_id, id, party_id, stage, address, state, tries, created_at) \
              values ($1, $2, $2, 'stale', '', 'sent', 1, $3)",
        key: Key::Id,
        stays: |age| age <= 365 * DAY,
    },
    Habit {
        table: "directory_request",
        since: "created_at",
        sql: "insert into directory_request (municipality_id, id, party_id, stage, address, state, answer, tries, created_at, ended_at) \
              values ($1, $2, $2, 'stale', '', 'answered', 'right', 1, $3, $3)",
        key: Key::Id,
        stays: |age| age <= 90 * DAY,
    },
    // Each asks for another group, and nobody decides.
    Habit {
        table: "directory_candidate",
        since: "asked_at",
        sql: "insert into directory_candidate (municipality_id, id, sphere, name, summary, reach, same, asked_at) \
              values ($1, $2, 'informal', 'Breiclub', 'Wij breien', '14020', cast($2 as text), $3)",
        key: Key::Id,
        stays: |age| age <= 90 * DAY,
    },
    Habit {
        table: "directory_candidate",
        since: "asked_at",
        sql: "insert into directory_candidate (municipality_id, id, sphere, name, summary, reach, same, asked_at, decided_at) \
              values ($1, $2, 'informal', 'Breiclub', 'Wij breien', '14020', '', $3, $3)",
        key: Key::Id,
        stays: |age| age <= 30 * DAY,
    },
    Habit {
        table: "directory_taken_off",
        since: "taken_at",
        sql: "insert into directory_taken_off (municipality_id, party_id, request_id, name, content, taken_at) \
              values ($1, $2, $2, 'Weg', '{}', $3)",
        key: Key::Id,
        stays: |age| age <= 7 * DAY,
    },
    // They lead to a party that is there no more; nobody was taken off in the last week, so nothing brings it back.
    Habit {
        table: "directory_merged",
        since: "merged_at",
        sql: "insert into directory_merged (municipality_id, kind, old_id, new_id, name_key, merged_at) \
              values ($1, 'party', $2, $2, '', $3)",
        key: Key::Id,
        stays: |_| false,
    },
    Habit {
        table: "directory_merged",
        since: "merged_at",
        sql: "insert into directory_merged (municipality_id, kind, old_id, new_id, name_key, merged_at) \
              values ($1, 'party', $2, (select p.id from directory_party p where p.municipality_id = $1 order by p.id limit 1), '', $3)",
        key: Key::Id,
        stays: |_| true,
    },
    Habit {
        table: "contacts_contact",
        since: "asked_at",
        sql: "insert into contacts_contact (municipality_id, id, day, kind, from_party, from_sphere, to_party, to_sphere, \
              area_code, district_code, theme, asked_at) \
              values ($1, $2, '2025-11-25', 'question', $2, 'formal', $2, 'informal', '', '', 'schulden', $3)",
        key: Key::Id,
        stays: |age| age < 2 * 365 * DAY,
    },
    Habit {
        table: "today_mail",
        since: "asked_at",
        sql: "insert into today_mail (municipality_id, token_hash, link, person_id, address, language, from_hour, until_hour, \
              weekend, asked_at, refused) \
              select k.municipality_id, $2, '', k.person_id, '', 'nl', 9, 18, false, $3, false from people_passkey k \
              join people_membership m on m.municipality_id = k.municipality_id and m.person_id = k.person_id \
              where k.municipality_id = $1 order by k.created_at, k.person_id limit 1",
        key: Key::Digest,
        stays: |age| age < 7 * DAY,
    },
    Habit {
        table: "exchange_draft",
        since: "at",
        sql: "insert into exchange_draft (municipality_id, id, person_id, party_id, place, text, at) \
              select k.municipality_id, $2, k.person_id, $2, 'vraag:buurt', 'Wie leest', $3 from people_passkey k \
              join people_membership m on m.municipality_id = k.municipality_id and m.person_id = k.person_id \
              where k.municipality_id = $1 order by k.created_at, k.person_id limit 1",
        key: Key::Id,
        stays: |age| age < 7 * DAY,
    },
    Habit {
        table: "asks_question",
        since: "closed_at",
        sql: "insert into asks_question (municipality_id, id, asker_party, asked_party, open, theme, area, language, text, \
              state, version, turn, asked_at, since, closed_at) \
              values ($1, $2, $2, $2, false, 'schulden', '', 'nl', 'Wie leest er mee?', 'thanked', 2, 2, $3, $3, $3)",
        key: Key::Id,
        stays: |age| age < 30 * DAY,
    },
    Habit {
        table: "handovers_handover",
        since: "offered_at",
        sql: "insert into handovers_handover (municipality_id, id, giver_party, receiver_party, theme, area, code_word, does, \
              state, ball, version, turn, offered_at, since, closed_at) \
              values ($1, $2, $2, $2, 'geld', '', 'appel', 'along', 'stopped', 'none', 1, 1, $3, $3, $3)",
        key: Key::Id,
        stays: |age| age < 30 * DAY,
    },
    // Open, however long: nothing is closed in silence.
    Habit {
        table: "handovers_handover",
        since: "offered_at",
        sql: "insert into handovers_handover (municipality_id, id, giver_party, receiver_party, theme, area, code_word, does, \
              state, ball, version, turn, offered_at, since) \
              values ($1, $2, $2, $2, 'geld', '', 'appel', 'along', 'introduced', 'giver', 3, 2, $3, $3)",
        key: Key::Id,
        stays: |_| true,
    },
    Habit {
        table: "handovers_week",
        since: "begins_at",
        sql: "insert into handovers_week (municipality_id, party_id, begins_at, offered) values ($1, $2, $3, 1)",
        key: Key::Id,
        stays: |age| age < 366 * DAY,
    },
];

/// In hours before the end: twice a day, the last time at the end itself.
fn ages(habit: &Habit) -> impl Iterator<Item = u32> {
    let youngest = if habit.table == "directory_taken_off" { 8 * DAY } else { 0 };
    // A contact is kept for longer than this story lasts: some are of before it began.
    let oldest = if habit.table == "contacts_contact" { 740 * DAY } else { DAYS * DAY };
    (youngest..=oldest).step_by(12)
}

fn end() -> Moment {
    THEN.plus(hours(DAYS * DAY))
}

fn hours(count: u32) -> Duration {
    Duration::from_secs(60 * 60 * u64::from(count))
}

fn id(of: u32, age: u32) -> Uuid {
    Uuid::from_u128((u128::from(of) << 64) | (u128::from(age) + 1))
}

/// What is still there at the end, table by table, of everything that happened.
type Left = BTreeMap<&'static str, Vec<Moment>>;

async fn habits(tx: &mut Tx, left: &mut Left) {
    for (of, habit) in (0..).zip(&HABITS) {
        for age in ages(habit) {
            let at = end().minus(hours(age));
            let sql = tx.sql(habit.sql).bind(HERE);
            let sql = match habit.key {
                Key::Digest => sql.bind(id(of, age).as_bytes().to_vec()),
                Key::Id => sql.bind(id(of, age)),
            };
            sql.bind(at).execute().await.unwrap();
            let kept = left.entry(habit.table).or_default();
            if (habit.stays)(age) {
                kept.push(at);
            }
        }
    }
}

/// Somebody who came in so many hours before the end: with a key or without, with a place or without.
#[derive(Clone, Copy)]
struct Somebody {
    age: u32,
    key: bool,
    place: bool,
}

impl Somebody {
    fn all() -> impl Iterator<Item = Self> {
        let ages = [0, 12, 24, 36, 48, 60].into_iter().chain((10 * DAY..=DAYS * DAY).step_by(240));
        ages.flat_map(|age| {
            [(true, true), (true, false), (false, true), (false, false)].map(|(key, place)| Self {
                age,
                key,
                place,
            })
        })
    }

    /// The ledger's word *member*, by hand.
    fn stays(self) -> bool {
        self.place && (self.key || self.age < DAY)
    }
}

/// Each signs in, begins to make a key, and asks once to come back in.
async fn people(tx: &mut Tx, left: &mut Left) {
    for (of, somebody) in (1_000..).zip(Somebody::all()) {
        let at = end().minus(hours(somebody.age));
        let (person, digest) = (id(of, somebody.age), id(of, somebody.age).as_bytes().to_vec());
        let mut rows = vec![
            (
                "people_person",
                "insert into people_person (municipality_id, id, name, created_at) values ($1, $2, 'Iemand', $4)",
                true,
            ),
            (
                "people_session",
                "insert into people_session (municipality_id, token_hash, id, person_id, proof, device, idle_minutes, created_at, seen_at) values ($1, $3, $2, $2, 'link', 'phone', 15, $4, $4)",
                somebody.age == 0,
            ),
            (
                "people_ceremony",
                "insert into people_ceremony (municipality_id, token_hash, kind, person_id, state, made_at) values ($1, $3, 'make', $2, '{}', $4)",
                somebody.age == 0,
            ),
            (
                "people_recovery",
                "insert into people_recovery (municipality_id, browser_hash, code_hash, created_at, person_id, first_by, first_at) values ($1, $3, $3, $4, $2, $2, $4)",
                somebody.age < 2 * DAY,
            ),
        ];
        if somebody.key {
            rows.push(("people_passkey", "insert into people_passkey (municipality_id, credential_hash, person_id, name, credential, created_at) values ($1, $3, $2, 'sleutel', '{}', $4)", true));
        }
        if somebody.place {
            rows.push(("people_membership", "insert into people_membership (municipality_id, id, person_id, role, since) values ($1, $2, $2, 'manager', $4)", true));
        }
        for (table, sql, stays) in rows {
            tx.sql(sql).bind(HERE).bind(person).bind(digest.clone()).bind(at).execute().await.unwrap();
            let kept = left.entry(table).or_default();
            if stays && somebody.stays() {
                kept.push(at);
            }
        }
    }
}

const SINCE: [(&str, &str); 6] = [
    ("people_person", "created_at"),
    ("people_session", "created_at"),
    ("people_ceremony", "made_at"),
    ("people_recovery", "created_at"),
    ("people_passkey", "created_at"),
    ("people_membership", "since"),
];

/// The moments of all rows of a table, oldest first.
async fn found(db: &Db, table: &'static str) -> Vec<Moment> {
    let since = HABITS.iter().map(|habit| (habit.table, habit.since)).chain(SINCE);
    let (_, since) = since.into_iter().find(|(of, _)| *of == table).unwrap();
    let sql = db.read("select ").push(since).push(" from ").push(table);
    sql.push(" where municipality_id = $1 order by 1").bind(HERE).scalars().await.unwrap()
}

/// How many rows each table has.
async fn sizes(db: &Db) -> BTreeMap<&'static str, i64> {
    let mut sizes = BTreeMap::new();
    for table in Catalogue::read(db).await.unwrap().tables.into_keys() {
        let table: &'static str = table.leak();
        sizes.insert(table, db.read("select count(*) from ").push(table).scalar().await.unwrap());
    }
    sizes
}

#[tokio::test]
async fn at_the_end_of_a_year_what_is_over_goes_as_it_was_told_and_nothing_else() {
    in_oosterwaard(async |visitor: Visitor| {
        let db = &visitor.db;
        for_real(db).await;
        let mut left = Left::new();
        let mut tx = db.begin().await.unwrap();
        people(&mut tx, &mut left).await;
        habits(&mut tx, &mut left).await;
        tx.commit().await.unwrap();
        retention::trust(db, HERE, end()).await.unwrap();

        let rules = samenspel::forgetting::rules();
        let before = sizes(db).await;
        let (_, would) = retention::would(db, &rules, TOWN, end()).await.unwrap();
        assert_eq!(sizes(db).await, before, "a dry run deletes nothing");
        let (_, gone) = retention::apply(db, &rules, TOWN, end()).await.unwrap();
        assert_eq!(would, gone, "left was told, right went");

        for (table, mut kept) in left.clone() {
            kept.sort_unstable();
            assert_eq!(found(db, table).await, kept, "{table}");
        }
        let after = sizes(db).await;
        // The people of the demo as well: this is no invented town any more, and none of them has a key.
        let forgotten = before.get("people_person").unwrap() - after.get("people_person").unwrap();
        let told_of = Somebody::all().filter(|somebody| !somebody.stays()).count();
        assert!(forgotten >= i64::try_from(told_of).unwrap());
        for (table, rows) in &before {
            match *table {
                _ if left.contains_key(table) => {}
                "audit_line" => assert_eq!(after[table] - rows, forgotten, "a line for each person"),
                _ => assert_eq!(after[table], *rows, "{table} is no business of the job"),
            }
        }

        let (_, again) = retention::apply(db, &rules, TOWN, end()).await.unwrap();
        assert_eq!(again, Vec::<Gone>::new(), "twice is once");
    })
    .await;
}
