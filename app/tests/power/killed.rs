//! The program killed at any moment, thousands of times, while people change things: nothing that was acknowledged is lost.

use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use audit::Papers;
use directory::neighbourhood::HERE;
use ground::db::testing::{self, Fresh};
use ground::db::{Db, Engine};

use crate::chance::{Chance, number};
use crate::server::{Running, samenspel, serve};
use crate::town::{self, Known};
use crate::visitor::{Session, get};

/// So many servers beside each other, each with its own town.
const LANES: usize = 2;
/// So many people change things at the same time.
const PEOPLE: usize = 2;
const PARTIES: usize = 6;
/// Kills before a lane begins anew: a trail is read from its beginning after each.
const KILLS_A_TOWN: usize = 25;
/// A kill comes after so many acknowledgements at most, and then within so long: about what one change takes.
const MOST_ACKNOWLEDGED: usize = 6;
const WITHIN: usize = 30_000;

#[derive(Debug, Default)]
struct Figures {
    kills: usize,
    acknowledged: usize,
    /// Under way when the program died: it had happened, or it had not.
    happened: usize,
    not_happened: usize,
}

impl Figures {
    fn add(mut self, more: Self) -> Self {
        self.kills += more.kills;
        self.acknowledged += more.acknowledged;
        self.happened += more.happened;
        self.not_happened += more.not_happened;
        self
    }
}

#[test]
fn killed_a_hundred_times_the_program_keeps_what_it_acknowledged() {
    killed(100);
}

#[test]
#[ignore = "takes minutes: for make test-long"]
fn killed_two_thousand_times_the_program_keeps_what_it_acknowledged() {
    killed(2_000);
}

fn killed(usual: usize) {
    let times = number("SAMENSPEL_CRASHES").and_then(|times| times.try_into().ok()).unwrap_or(usual);
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let lanes: Vec<_> = (0..LANES)
            .map(|lane| {
                std::thread::Builder::new()
                    .name(format!("lane {lane}"))
                    .spawn(move || self::lane(engine, lane, times.div_ceil(LANES)))
                    .unwrap()
            })
            .collect();
        let done = lanes
            .into_iter()
            .map(|lane| lane.join().expect("the lane above"))
            .reduce(|all, one| all.zip(one).map(|(all, one): (Figures, Figures)| all.add(one)));
        let Some(all) = done.flatten() else { continue };
        eprintln!(
            "{engine}: {} kills, {} changes acknowledged, 0 lost, 0 half; under way {}, of which {} had happened",
            all.kills,
            all.acknowledged,
            all.happened + all.not_happened,
            all.happened
        );
        assert!(all.kills >= times && all.acknowledged > times, "{all:?}");
        assert!(all.not_happened > 0, "no kill ever came in the middle of a change: {all:?}");
    }
}

/// Kills one server after another; none when this engine is not on this machine.
fn lane(engine: Engine, lane: usize, times: usize) -> Option<Figures> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let mut figures = Figures::default();
    let mut chance = Chance::new(lane as u64 + 1);
    while figures.kills < times {
        let fresh = runtime.block_on(async {
            match engine {
                Engine::Sqlite => Some(testing::sqlite(migrations::ALL).await),
                Engine::Postgres => testing::postgres(migrations::ALL).await,
            }
        })?;
        let data = tempfile::tempdir().unwrap();
        let (mut parties, session) = runtime.block_on(town::settle(&fresh.db, PARTIES));
        let mut server = Running::start(serve(fresh.url(), data.path())).unwrap();
        for _ in 0..KILLS_A_TOWN.min(times - figures.kills) {
            figures = figures.add(change_and_kill(server, &mut parties, &session, &mut chance));
            let under_way = parties.iter().filter(|party| party.in_flight.is_some()).count();
            // It opens what the kill left behind; then we look as well, and a visitor does.
            server = Running::start(serve(fresh.url(), data.path())).unwrap();
            let happened = runtime.block_on(check(&fresh, data.path(), &mut parties));
            shown(server.port, &parties);
            figures.happened += happened;
            figures.not_happened += under_way - happened;
            figures.kills += 1;
        }
        server.kill();
        // What an operator would type.
        let verify = samenspel(fresh.url(), data.path()).args(["audit", "verify"]).output().unwrap();
        assert!(verify.status.success(), "{}", String::from_utf8_lossy(&verify.stderr));
    }
    Some(figures)
}

/// People change things, and somewhere in the middle the program dies.
fn change_and_kill(
    server: Running,
    parties: &mut Vec<Known>,
    session: &Session,
    chance: &mut Chance,
) -> Figures {
    let (port, (say, heard)) = (server.port, mpsc::channel());
    let each = parties.len() / PEOPLE;
    let people: Vec<_> = (0..PEOPLE)
        .map(|_| {
            let own = parties.drain(..each).collect();
            let (say, session, chance) = (say.clone(), session.clone(), Chance::new(chance.next()));
            std::thread::spawn(move || person(port, own, &session, chance, &say))
        })
        .collect();
    drop(say);
    let (wanted, within) = (1 + chance.below(MOST_ACKNOWLEDGED), chance.below(WITHIN));
    let heard_first = heard.iter().take(wanted).count();
    // The moment of the kill is what is tried out here; nothing waits for it.
    std::thread::sleep(Duration::from_micros(within as u64));
    server.kill();
    let acknowledged = heard_first + heard.iter().count();
    for person in people {
        parties.extend(person.join().expect("the person above"));
    }
    Figures { acknowledged, ..Figures::default() }
}

/// Changes one party after another until the door stays shut.
fn person(
    port: u16,
    mut own: Vec<Known>,
    session: &Session,
    mut chance: Chance,
    say: &mpsc::Sender<()>,
) -> Vec<Known> {
    let parties = own.len();
    for turn in 0.. {
        let party = &mut own[turn % parties];
        let step = party.choose(&mut chance);
        match party.send(&step, port, session) {
            Some(answer) => {
                assert_eq!(answer.status, 303, "{step:?} of {party:?}: {}", answer.body);
                party.did(&step);
                // Who kills has heard enough.
                let _ = say.send(());
            }
            None => {
                party.in_flight = Some(step);
                break;
            }
        }
    }
    own
}

/// Looks as a program that starts now would. Gives how many changes under way had happened.
async fn check(fresh: &Fresh, data: &Path, parties: &mut [Known]) -> usize {
    let db = Db::open(fresh.url(), ground::db::Options::default()).await.unwrap();
    if fresh.engine() == Engine::Sqlite {
        assert_eq!(whole(&db).await, Ok(()));
    } else {
        settled(&db).await;
    }
    let happened = town::survived(&db, parties).await.unwrap_or_else(|wrong| {
        panic!("{}: after a kill: {wrong}", fresh.engine());
    });
    let report = audit::verify(&db, HERE, &Papers::of(data), None).await.unwrap();
    assert!(report.is_sound(), "{}: {report:?}", fresh.engine());
    town::mail(&db, parties).await;
    db.close().await;
    happened
}

/// A visitor sees it too: the door of the new server shows what was acknowledged by the old one.
fn shown(port: u16, parties: &[Known]) {
    for party in parties {
        let page = get(port, &Session::default(), &format!("/partij/{}", party.id)).unwrap();
        let seen = party.seen();
        if seen.there {
            assert!(page.body.contains(&seen.confirmed_by), "{seen:?} is not on {}", page.body);
        } else {
            assert_eq!(page.status, 404, "{seen:?}: {}", page.body);
        }
    }
}

/// What is wrong with an SQLite file, in its own words.
pub(crate) async fn whole(db: &Db) -> Result<(), String> {
    let told: Vec<String> =
        db.read("pragma integrity_check").scalars().await.map_err(|error| error.to_string())?;
    let orphans: Vec<(String,)> = db
        .read("select \"table\" from pragma_foreign_key_check()")
        .all()
        .await
        .map_err(|error| error.to_string())?;
    if told == ["ok"] && orphans.is_empty() { Ok(()) } else { Err(format!("{told:?} {orphans:?}")) }
}

/// PostgreSQL finishes or undoes what a dead client began; we wait until it did.
async fn settled(db: &Db) {
    let mut tx = db.begin().await.unwrap();
    tx.sql("update directory_municipality set version = version where municipality_id = $1")
        .bind(HERE)
        .execute()
        .await
        .unwrap();
    tx.rollback().await.unwrap();
}
