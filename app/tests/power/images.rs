//! The power fails at any moment: what a disk then holds is made from what the server asked of it, and opened as it would.

use std::io::{BufReader, Write as _};
use std::path::Path;
use std::process::Command;

use audit::Papers;
use directory::neighbourhood::HERE;
use directory::party::Party;
use ground::db::testing;
use ground::db::{Db, Options, migrate};
use ground::id::Id;
use ground::moment::Moment;
use samenspel::serve::{House, Stop, bind, listen};

use crate::chance::{Chance, number};
use crate::disk::{Disk, Luck, VARIANTS, lay_down};
use crate::killed::whole;
use crate::server::{Running, in_memory, serve, told, watched};
use crate::town::{self, Seen};
use crate::trace::{self, CALLS, Operation};

const PARTIES: usize = 16;
/// Enough to fill the log of SQLite once, so that it is emptied into the database and begun anew.
const CHANGES: usize = 160;
const FILE: &str = "town.db";

/// What a server did, and what its town must look like after each change.
struct Story {
    /// The database as it was before.
    before: Vec<u8>,
    operations: Vec<Operation>,
    parties: Vec<Id<Party>>,
    after: Vec<Vec<Seen>>,
}

/// What may be wrong with an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrong {
    DoesNotOpen,
    Damaged,
    TrailBroken,
    /// An acknowledged change is not there.
    Lost,
    /// A change that nobody asked for is.
    Invented,
    /// One that is there in one table and not in another.
    Half,
}

#[derive(Clone, Debug, Default)]
struct Figures {
    images: usize,
    lost: usize,
    /// Anything else, with the first that was met.
    other: usize,
    first: Option<String>,
}

#[test]
fn after_a_power_cut_at_any_moment_what_was_acknowledged_is_there() {
    cut(2_000);
}

#[test]
#[ignore = "takes minutes: for make test-long"]
fn after_a_hundred_thousand_power_cuts_what_was_acknowledged_is_there() {
    cut(100_000);
}

/// The control: a server that does not wait for the disk must be seen to lose changes, or the test above is blind.
#[test]
fn a_power_cut_would_lose_changes_if_the_program_did_not_wait_for_the_disk() {
    if let Ok(file) = std::env::var(TOLD) {
        return serve_forgetfully(Path::new(&file));
    }
    let Some(story) = tell(0, forgetful) else { return };
    let seen = story.cut_power(1_200, 0);
    eprintln!("with synchronous=NORMAL: {} images, {} lost an acknowledged change", seen.images, seen.lost);
    assert!(seen.lost * 3 > seen.images, "blind: {seen:?}");
    assert_eq!(seen.other, 0, "{seen:?}");
}

fn cut(usual: usize) {
    let wanted = number("SAMENSPEL_IMAGES").and_then(|images| images.try_into().ok()).unwrap_or(usual);
    let mut all = Figures::default();
    for run in 0.. {
        let Some(story) = tell(run, serve) else { return };
        let more = story.cut_power(wanted - all.images, run);
        all = all.add(more);
        assert_eq!((all.lost, all.other), (0, 0), "{all:?}");
        if all.images >= wanted {
            break;
        }
        eprintln!("{} of {wanted} images so far, after {} changes each time", all.images, CHANGES);
    }
    eprintln!(
        "with synchronous=FULL: {} images, {} lost, {} otherwise wrong",
        all.images, all.lost, all.other
    );
}

impl Figures {
    fn add(mut self, more: Self) -> Self {
        self.images += more.images;
        self.lost += more.lost;
        self.other += more.other;
        self.first = self.first.or(more.first);
        self
    }
}

/// A server in a town of its own, watched while people change things, until it is told to stop.
fn tell(run: u64, server: impl FnOnce(&str, &Path) -> Command) -> Option<Story> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let folder = in_memory();
    let (file, log) = (folder.path().join(FILE), folder.path().join("strace.log"));
    let (mut parties, session) = runtime.block_on(async {
        let fresh = testing::sqlite(migrations::ALL).await;
        let settled = town::settle(&fresh.db, PARTIES).await;
        fresh.db.close().await;
        std::fs::copy(fresh.file().unwrap(), &file).unwrap();
        settled
    });
    let before = std::fs::read(&file).unwrap();
    let mut command = server(&format!("sqlite:{}", file.display()), folder.path());
    let trace = format!("trace={CALLS}");
    command = watched(&command, &log, &["-xx", "-s", "1000000", "-e", &trace])?;
    let server = Running::start(command).unwrap();
    let mut chance = Chance::new(100 + run);
    let seen = |parties: &[town::Known]| parties.iter().map(town::Known::seen).collect::<Vec<_>>();
    let mut after = vec![seen(&parties)];
    for change in 0..CHANGES {
        let party = &mut parties[change % PARTIES];
        let step = party.choose(&mut chance);
        let answer = party.send(&step, server.port, &session).expect("an answer");
        assert_eq!(answer.status, 303, "{step:?}: {}", answer.body);
        party.did(&step);
        after.push(seen(&parties));
    }
    let (ended, _) = server.stop();
    assert!(ended.success(), "{ended}");
    let reader = BufReader::new(std::fs::File::open(&log).unwrap());
    let operations = trace::read(reader, &file.display().to_string(), &[FILE]);
    let story = Story { before, operations, parties: parties.iter().map(|party| party.id).collect(), after };
    story.check_itself();
    Some(story)
}

impl Story {
    /// What was read of the log must be the whole story, or the images would be of another one.
    fn check_itself(&self) {
        let answers: Vec<usize> = self.places(|operation| matches!(operation, Operation::Answer(_)));
        assert_eq!(answers.len(), CHANGES, "answers in the log");
        let emptied =
            self.places(|operation| matches!(operation, Operation::Write { file, .. } if file == FILE));
        assert!(
            emptied.first() < answers.last(),
            "the log of SQLite was not emptied while people changed things"
        );
        let synced = self.places(|operation| matches!(operation, Operation::Sync { .. }));
        assert!(!synced.is_empty());
    }

    fn places(&self, which: impl Fn(&Operation) -> bool) -> Vec<usize> {
        self.operations
            .iter()
            .enumerate()
            .filter(|(_, operation)| which(operation))
            .map(|(at, _)| at)
            .collect()
    }

    /// Makes so many images, at any points, and looks at each.
    fn cut_power(&self, most: usize, run: u64) -> Figures {
        let points = self.operations.len() + 1;
        let mut left: Vec<usize> = (0..points).collect();
        let (mut chance, mut chosen) = (Chance::new(200 + run), Vec::new());
        while chosen.len() * VARIANTS.len() < most && !left.is_empty() {
            chosen.push(left.swap_remove(chance.below(left.len())));
        }
        chosen.sort_unstable();
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            let parts: Vec<_> = (0..workers)
                .map(|worker| {
                    let own: Vec<usize> = chosen.iter().copied().skip(worker).step_by(workers).collect();
                    scope.spawn(move || self.cut_power_at(&own, run))
                })
                .collect();
            parts
                .into_iter()
                .map(|part| part.join().expect("the worker above"))
                .fold(Figures::default(), Figures::add)
        })
    }

    fn cut_power_at(&self, points: &[usize], run: u64) -> Figures {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let mut disk = Disk::holding(FILE, self.before.clone());
        let (mut done, mut acknowledged) = (0, 0usize);
        let mut figures = Figures::default();
        for point in points {
            for (number, operation) in self.operations.iter().enumerate().take(*point).skip(done) {
                disk.take(number, operation);
                acknowledged += usize::from(matches!(operation, Operation::Answer(_)));
            }
            done = *point;
            for (variant, luck) in VARIANTS.into_iter().enumerate() {
                // A row of chance for each image, so that one can be made again by itself.
                let mut chance = Chance::new((run << 40) + ((*point as u64) << 8) + variant as u64);
                let found = self.try_image(&runtime, &disk, luck, &mut chance, acknowledged);
                figures.images += 1;
                match found {
                    Ok(()) => {}
                    Err(Wrong::Lost) => figures.lost += 1,
                    Err(_) => figures.other += 1,
                }
                if let Err(wrong) = found {
                    figures.first.get_or_insert(format!("{wrong:?} at point {point} of run {run}, {luck:?}"));
                }
            }
        }
        figures
    }

    fn try_image(
        &self,
        runtime: &tokio::runtime::Runtime,
        disk: &Disk,
        luck: Luck,
        chance: &mut Chance,
        acknowledged: usize,
    ) -> Result<(), Wrong> {
        let folder = in_memory();
        lay_down(&disk.image(luck, chance), folder.path());
        runtime.block_on(async {
            let file = folder.path().join(FILE).display().to_string();
            let db = Db::open(&file, Options::default()).await.map_err(|_| Wrong::DoesNotOpen)?;
            let judged = self.judge(&db, folder.path(), acknowledged).await;
            db.close().await;
            judged
        })
    }

    /// As a server that starts now would find it.
    async fn judge(&self, db: &Db, data: &Path, acknowledged: usize) -> Result<(), Wrong> {
        migrate::check(db, migrations::ALL).await.map_err(|_| Wrong::DoesNotOpen)?;
        whole(db).await.map_err(|_| Wrong::Damaged)?;
        let report =
            audit::verify(db, HERE, &Papers::of(data), None).await.map_err(|_| Wrong::TrailBroken)?;
        if !report.is_sound() {
            return Err(Wrong::TrailBroken);
        }
        let (seen, version, lines) = town::look(db, &self.parties).await;
        // Settling the town was two lines.
        let changes = usize::try_from(lines - 2).map_err(|_| Wrong::Lost)?;
        if changes < acknowledged {
            return Err(Wrong::Lost);
        }
        // Nobody sends the next one before the answer to the last.
        if changes > acknowledged + 1 {
            return Err(Wrong::Invented);
        }
        let as_it_must_be = self.after.get(changes).ok_or(Wrong::Invented)?;
        if version == lines && seen == *as_it_must_be { Ok(()) } else { Err(Wrong::Half) }
    }
}

/// Which file, for a process of these tests that is to be the server of the control.
const TOLD: &str = "SAMENSPEL_TEST_FORGETFUL";
const NAME: &str = "images::a_power_cut_would_lose_changes_if_the_program_did_not_wait_for_the_disk";

/// These tests themselves as a server: the program has no setting that leads there.
fn forgetful(database: &str, data: &Path) -> Command {
    let mut command = told(Command::new(std::env::current_exe().unwrap()), database, data);
    let file = database.trim_start_matches("sqlite:");
    command.env(TOLD, file).args(["--exact", NAME, "--nocapture"]);
    command
}

/// The same house behind the same door, on a database that was opened with `synchronous=NORMAL`.
fn serve_forgetfully(file: &Path) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let known = std::env::vars().filter(|(name, _)| name != TOLD);
        let settings = samenspel::settings::read(None, known).unwrap();
        let db = testing::forgetful(file).await;
        let listener = bind(settings.listen).await.unwrap();
        let stop = Stop::on_signal().unwrap();
        let house = House::new(settings, db.clone(), Moment::now).unwrap();
        let line = format!("\nSamenspel listens on {}: the control\n", listener.local_addr().unwrap());
        std::io::stdout().write_all(line.as_bytes()).unwrap();
        listen(listener, house.router(), stop, false).await;
        db.close().await;
    });
}
