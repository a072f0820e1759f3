//! How soon what one process writes is found by another, with all the offers of the bench in both.

use std::time::{Duration, Instant};

use directory::Directory;
use directory::find::{Filter, Listing, Target};
use directory::offer::Offer;
use directory::theme::Theme;
use ground::db::{Db, Options};
use ground::id::{Id, Municipality};
use ground::moment::Moment;

use crate::program::{Program, TOWN};
use crate::report::{Report, median};

const GOAL_SECONDS: f64 = 2.0;
const PATIENCE: Duration = Duration::from_secs(120);

/// They stand in no text, one for each round.
const WORDS: [&str; 3] = ["zwoezelkwast", "prumpeldoos", "flierefnoek"];
/// What the offer is called afterwards, so that a database that is kept can be measured again.
const AFTERWARDS: &str = "Brieven lezen";

/// The process that reads.
struct Reader {
    directory: Directory,
    town: Municipality,
}

/// By what a change shows.
#[derive(Clone, Copy)]
enum Sign {
    Offer(Id<Offer>),
    Anything,
}

impl Reader {
    async fn finds(&self, word: &str, sign: Sign) -> Result<bool, String> {
        let why = |why| format!("{why:?}");
        let listing = self.directory.listing(self.town).await.map_err(why)?;
        let (listing, heard) = self.directory.heard(self.town, listing, word).await.map_err(why)?;
        let Some(heard) = heard.filter(|heard| !heard.loosely) else { return Ok(false) };
        let found = listing.find(Some(&heard), &Filter::default(), 0, usize::MAX);
        Ok(match sign {
            Sign::Anything => found.total > 0,
            Sign::Offer(id) => {
                let mut entries = found.places.iter().filter_map(|at| listing.entry(*at));
                entries.any(|entry| entry.target == Target::Offer(id))
            }
        })
    }

    /// From before the command began until its change is found here.
    async fn follows(
        &self,
        program: &Program<'_>,
        command: &[&str],
        word: &str,
        sign: Sign,
    ) -> Result<f64, String> {
        if self.finds(word, sign).await? {
            return Err(format!("{word} was found before it was written"));
        }
        let began = Instant::now();
        program.run(command).map_err(|why| why.to_string())?;
        while !self.finds(word, sign).await? {
            if began.elapsed() > PATIENCE {
                return Err(format!("{word} was never found"));
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Ok(began.elapsed().as_secs_f64())
    }
}

/// The theme with the most lines: to rename it costs the most.
fn largest(listing: &Listing) -> Option<(Theme, usize)> {
    let count = |theme: &Theme| {
        let filter = Filter { theme: Some(theme.clone()), ..Filter::default() };
        listing.find(None, &filter, 0, 0).total
    };
    let themes = listing.taxonomy.terms().iter().filter(|term| !term.own).map(|term| &term.theme);
    themes.map(|theme| (theme.clone(), count(theme))).max_by_key(|(_, lines)| *lines)
}

/// # Errors
/// A sentence when a command does not end well or a change is never found.
pub(crate) fn measure(program: &Program<'_>, report: &mut Report) -> Result<(), String> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|why| why.to_string())?;
    runtime.block_on(async {
        let why = |why| format!("{why:?}");
        let db = Db::open(&program.database, Options::reading()).await.map_err(|why| why.to_string())?;
        let town = Municipality::parse(TOWN.0).ok_or("no municipality")?;
        let reader = Reader { directory: Directory::new(db.clone(), Moment::now), town };
        reader.directory.warm_up(town).await.map_err(why)?;
        let listing = reader.directory.listing(town).await.map_err(why)?;
        let offer = listing.entries().iter().find_map(|entry| match entry.target {
            Target::Offer(id) => Some(id),
            Target::Party => None,
        });
        let offer = offer.ok_or("there is no offer to change")?;
        let (theme, lines) = largest(&listing).ok_or("there is no theme to rename")?;
        let id = offer.to_string();
        let (mut changed, mut renamed) = (Vec::new(), Vec::new());
        for word in WORDS {
            let command = ["offer", "set", id.as_str(), "name", word];
            changed.push(reader.follows(program, &command, word, Sign::Offer(offer)).await?);
        }
        program.run(&["offer", "set", id.as_str(), "name", AFTERWARDS]).map_err(|why| why.to_string())?;
        for word in WORDS {
            let command = ["theme", "set", theme.key(), "nl", word];
            renamed.push(reader.follows(program, &command, word, Sign::Anything).await?);
        }
        // Without a word of its own it is called as the program calls it.
        program.run(&["theme", "set", theme.key(), "nl"]).map_err(|why| why.to_string())?;
        db.close().await;
        told("one offer changed by another process, until it is found here", &changed, report);
        let what = format!("a theme of {lines} lines renamed by another process, until they are found here");
        told(&what, &renamed, report);
        Ok(())
    })
}

fn told(what: &str, seconds: &[f64], report: &mut Report) {
    let slowest = seconds.iter().copied().fold(0.0, f64::max);
    report.goal(
        what,
        &format!("≤ {GOAL_SECONDS:.0} s"),
        format!("{:.2} s, slowest {slowest:.2} s, with the start of that process", median(seconds.to_vec())),
        slowest <= GOAL_SECONDS,
    );
}
