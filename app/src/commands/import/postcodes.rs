//! `import postcodes`.

use std::path::PathBuf;

use clap::Args;
use directory::area::postcode::import::{Ask as PostcodesAsk, put, read};
use ground::db::Db;
use ground::moment::Moment;

use super::super::municipality::parse_code;
use super::super::out::say;
use super::{Published, areas, unreadable};
use crate::refusal::{Refusal, cannot};

/// The file may be one of the whole country: what lies elsewhere is left out.
#[derive(Args)]
pub(super) struct Ask {
    /// GeoJSON with a shape or a point for each postcode (property pc4 or postcode), or CSV with the columns pc4, latitude and longitude.
    file: PathBuf,
    /// The code of the municipality, such as GM0363.
    #[arg(long, value_name = "CODE")]
    municipality: String,
    #[command(flatten)]
    published: Published,
}

pub(super) async fn postcodes(db: &Db, asked: Ask) -> Result<(), Refusal> {
    let most = asked.published.usual.most()?;
    let ask = PostcodesAsk {
        about: asked.published.about()?,
        municipality: parse_code(&asked.municipality)?,
        apply: asked.published.usual.apply,
    };
    let file =
        std::fs::File::open(&asked.file).map_err(|error| cannot("cannot be read", &asked.file, &error))?;
    let found = read(file).map_err(|why| unreadable(&asked.file, &why))?;
    let outcome = put(db, &ask, found, Moment::now()).await?;
    if !ask.apply {
        say("What would change (nothing was written):");
    }
    say(&format!(
        "postcodes of {}: new {}, changed {}, same {}, gone {}; {} of the file lie elsewhere",
        ask.municipality, outcome.added, outcome.changed, outcome.same, outcome.gone, outcome.elsewhere
    ));
    areas::notes(&outcome.notes, most);
    say(if ask.apply { "applied" } else { "Run the same with --apply to keep them." });
    Ok(())
}
