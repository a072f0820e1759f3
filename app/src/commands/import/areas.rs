//! `import areas` and `import figures`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use directory::area::import::{Ask as AreaAsk, put, read};
use directory::area::refusal::{Note, Outcome, Why};
use directory::area::{figures as tables, refusal};
use directory::wording::Name;
use ground::db::Db;
use ground::moment::Moment;

use super::super::out::say;
use super::Published;
use crate::refusal::{Refusal, cannot};

#[derive(Args)]
pub(super) struct Ask {
    file: PathBuf,
    /// The year of the division into areas, which their codes belong to.
    #[arg(long)]
    year: i32,
    /// The name of the municipality, for a file that gives codes only.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    published: Published,
}

pub(super) async fn areas(db: &Db, asked: Ask) -> Result<(), Refusal> {
    let (file, ask, most) = prepare(&asked)?;
    let found = read(file, ask.year).map_err(|why| unreadable(&asked, &why))?;
    show(&ask, "areas", &put(db, &ask, found, Moment::now()).await?, most);
    Ok(())
}

pub(super) async fn figures(db: &Db, asked: Ask) -> Result<(), Refusal> {
    let (file, ask, most) = prepare(&asked)?;
    let table = tables::read(file, ask.year).map_err(|why| unreadable(&asked, &why))?;
    show(&ask, "figures", &tables::put(db, &ask, table, Moment::now()).await?, most);
    Ok(())
}

fn prepare(asked: &Ask) -> Result<(std::fs::File, AreaAsk, Option<usize>), Refusal> {
    if !(1990..=2100).contains(&asked.year) {
        return Err(Refusal::new(format!(
            "--year is the year of the division into areas, not {}.",
            asked.year
        )));
    }
    let name = match asked.name.as_deref() {
        None => None,
        Some(typed) => {
            Some(Name::parse(typed).map_err(|unfit| Refusal::new(format!("--name does not fit: {unfit}.")))?)
        }
    };
    let ask = AreaAsk {
        about: asked.published.about()?,
        year: asked.year,
        name,
        apply: asked.published.usual.apply,
    };
    let file =
        std::fs::File::open(&asked.file).map_err(|error| cannot("cannot be read", &asked.file, &error))?;
    Ok((file, ask, asked.published.usual.most()?))
}

fn unreadable(asked: &Ask, why: &str) -> Refusal {
    super::unreadable(&asked.file, why)
}

fn show(ask: &AreaAsk, what: &str, outcome: &Outcome, most: Option<usize>) {
    if !ask.apply {
        say("What would change (nothing was written):");
    }
    let refused = outcome.refused().count();
    say(&format!(
        "{} municipalities ({} new), {} districts, {} neighbourhoods with {what} of {}",
        outcome.municipalities,
        outcome.new_municipalities.len(),
        outcome.districts,
        outcome.neighbourhoods,
        ask.year
    ));
    say(&format!(
        "new {}, changed {}, same {}, refused {refused}, mended {}, places in another area now {}",
        outcome.added,
        outcome.changed,
        outcome.same,
        outcome.mended().count(),
        outcome.moved
    ));
    notes(&outcome.notes, most);
    say(if ask.apply { "applied" } else { "Run the same with --apply to put it on the map." });
}

/// What was not simply taken over, by reason.
pub(super) fn notes(notes: &[Note], most: Option<usize>) {
    let mut groups: BTreeMap<(bool, &Why), Vec<&Note>> = BTreeMap::new();
    for note in notes {
        groups.entry((note.why.is_mended(), &note.why)).or_default().push(note);
    }
    for ((_, why), notes) in groups {
        say("");
        say(&format!("{} times: {}", notes.len(), refusal::Why::sentence(why)));
        let shown = most.unwrap_or(usize::MAX).min(notes.len());
        for note in notes.iter().take(shown) {
            say(&match note.row {
                0 => format!("    {}", note.code),
                row => format!("    line or feature {row}  ·  {}", note.code),
            });
        }
        if shown < notes.len() {
            say(&format!("    and {} more (--lines all shows them)", notes.len() - shown));
        }
    }
}
