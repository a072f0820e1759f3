//! A disk that gives errors or is full, at each of its calls in turn: nothing acknowledged is lost, and people hear it in words.

use std::path::Path;

use audit::Papers;
use directory::neighbourhood::HERE;
use ground::db::testing;
use ground::db::{Db, Options};

use crate::chance::Chance;
use crate::killed::whole;
use crate::server::{Running, in_memory, serve, watched};
use crate::town::{self, Known, Step};
use crate::visitor::{Answer, Session, get};

const PARTIES: usize = 4;
const CHANGES: usize = 6;
const FILE: &str = "town.db";

/// The calls that fail, and how.
#[derive(Clone, Copy, Debug)]
struct Fault {
    calls: &'static str,
    error: &'static str,
}

const SYNC_FAILS: Fault = Fault { calls: "fsync,fdatasync", error: "EIO" };
const DISK_FULL: Fault = Fault { calls: "pwrite64", error: "ENOSPC" };
const WRITE_FAILS: Fault = Fault { calls: "pwrite64", error: "EIO" };

/// What one run came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// No call was the one that fails: there are no more of them.
    Clean,
    /// It did not start, and said so in a sentence.
    NotStarted,
    /// Somebody could not change something, and read why.
    Refused,
    /// Nobody noticed: the call was made again, or made no difference.
    Unnoticed,
}

#[derive(Debug, Default)]
struct Figures {
    not_started: usize,
    refused: usize,
    unnoticed: usize,
}

#[test]
fn a_disk_that_fails_or_fills_up_loses_nothing_and_says_so() {
    // Each sync until all went well; of the many writes some, further and further apart.
    until_clean(SYNC_FAILS, 1);
    until_clean(DISK_FULL, 9);
}

#[test]
#[ignore = "takes minutes: for make test-long"]
fn a_disk_that_fails_at_any_of_its_calls_loses_nothing_and_says_so() {
    for fault in [SYNC_FAILS, DISK_FULL, WRITE_FAILS] {
        until_clean(fault, 1);
    }
}

/// Lets the first call fail, another time the next one (or `step` further), until a run is clean.
fn until_clean(fault: Fault, step: usize) {
    let town = Town::settle();
    let mut figures = Figures::default();
    for number in (1..).step_by(step) {
        match town.run(fault, number) {
            None => return,
            Some(Outcome::Clean) => break,
            Some(Outcome::NotStarted) => figures.not_started += 1,
            Some(Outcome::Refused) => figures.refused += 1,
            Some(Outcome::Unnoticed) => figures.unnoticed += 1,
        }
    }
    eprintln!(
        "{} of {}: {} times a change was refused in words, {} times it did not start, {} times it made no difference; 0 lost, 0 half",
        fault.error, fault.calls, figures.refused, figures.not_started, figures.unnoticed
    );
    assert!(figures.refused > 0, "{fault:?} never met a change: {figures:?}");
}

/// A town in which somebody has come in, as bytes to begin each run with.
struct Town {
    runtime: tokio::runtime::Runtime,
    bytes: Vec<u8>,
    parties: Vec<Known>,
    session: Session,
}

impl Town {
    fn settle() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let fresh = runtime.block_on(testing::sqlite(migrations::ALL));
        let (parties, session) = runtime.block_on(town::settle(&fresh.db, PARTIES));
        runtime.block_on(fresh.db.close());
        let bytes = std::fs::read(fresh.file().unwrap()).unwrap();
        Self { runtime, bytes, parties, session }
    }

    /// One run in which the call of this number fails, and what is there afterwards. None when nobody may make it fail.
    fn run(&self, fault: Fault, number: usize) -> Option<Outcome> {
        let folder = in_memory();
        let (file, log) = (folder.path().join(FILE), folder.path().join("strace.log"));
        std::fs::write(&file, &self.bytes).unwrap();
        let database = format!("sqlite:{}", file.display());
        let inject = format!("inject={}:error={}:when={number}", fault.calls, fault.error);
        let trace = format!("trace={}", fault.calls);
        let mut server = serve(&database, folder.path());
        server.env("SAMENSPEL_PHONE", "14 0229");
        let server = watched(&server, &log, &["-e", &trace, "-e", &inject])?;
        let mut parties = self.parties.clone();
        let mut outcome = Outcome::Unnoticed;
        match Running::start(server) {
            Err(complaint) => {
                let one = complaint.starts_with("samenspel: ") && complaint.trim().lines().count() == 1;
                assert!(one && !complaint.contains("panicked"), "{fault:?} at {number}: {complaint}");
                outcome = Outcome::NotStarted;
            }
            Ok(server) => {
                let mut chance = Chance::new(7);
                for change in 0..CHANGES {
                    let party = &mut parties[change % PARTIES];
                    let step = party.choose(&mut chance);
                    let answer = party.send(&step, server.port, &self.session).expect("an answer");
                    match answer.status {
                        303 => party.did(&step),
                        _ => {
                            read_only(&answer, server.port, &parties, change % PARTIES, &self.session);
                            parties[change % PARTIES].in_flight = Some(step);
                            outcome = Outcome::Refused;
                            break;
                        }
                    }
                }
                let (_, said) = server.stop();
                assert!(!said.contains("panic"), "{fault:?} at {number}: {said}");
            }
        }
        if !std::fs::read_to_string(&log).unwrap().contains("(INJECTED)") {
            assert_eq!(outcome, Outcome::Unnoticed, "{fault:?} at {number}: refused, and no call failed");
            outcome = Outcome::Clean;
        }
        self.start_again(&database, folder.path(), parties, &format!("{fault:?} at {number}"));
        Some(outcome)
    }

    /// The disk works again: the program starts, finds everything, and takes changes.
    fn start_again(&self, database: &str, data: &Path, mut parties: Vec<Known>, context: &str) {
        let server = Running::start(serve(database, data)).unwrap_or_else(|no| panic!("{context}: {no}"));
        self.runtime.block_on(async {
            let db = Db::open(database, Options::default()).await.unwrap();
            assert_eq!(whole(&db).await, Ok(()), "{context}");
            let found = town::survived(&db, &mut parties).await;
            assert!(found.is_ok(), "{context}: {found:?}");
            let report = audit::verify(&db, HERE, &Papers::of(data), None).await.unwrap();
            assert!(report.is_sound(), "{context}: {report:?}");
            db.close().await;
        });
        let again = parties.iter_mut().find(|party| party.seen().there).expect("a party");
        change(again, Step::Confirm("wie later belde".to_owned()), server.port, &self.session);
        server.kill();
    }
}

fn change(party: &mut Known, step: Step, port: u16, session: &Session) {
    let answer = party.send(&step, port, session).expect("an answer");
    assert_eq!(answer.status, 303, "{step:?}: {}", answer.body);
    party.did(&step);
}

/// A page that says so, with a number to call; reading goes on, and nothing more is written until somebody looked.
fn read_only(refused: &Answer, port: u16, parties: &[Known], which: usize, session: &Session) {
    let in_words = |answer: &Answer| {
        assert_eq!(answer.status, 503, "{}", answer.body);
        for words in ["U kunt nu alleen lezen", "Zoeken en lezen kan gewoon", "href=\"tel:140229\""] {
            assert!(answer.body.contains(words), "{words} is not in {}", answer.body);
        }
    };
    in_words(refused);
    for party in parties.iter() {
        let page = get(port, &Session::default(), &format!("/partij/{}", party.id)).expect("an answer");
        assert_eq!(page.status, if party.seen().there { 200 } else { 404 }, "{}", page.body);
    }
    let health = get(port, &Session::default(), "/gezond").expect("an answer");
    assert!(health.status == 200 && health.body.contains("\"state\":\"read-only\""), "{}", health.body);
    let other = (which + 1) % parties.len();
    let step = parties[other].choose(&mut Chance::new(8));
    in_words(&parties[other].send(&step, port, session).expect("an answer"));
}
