//! `/wederkerigheid`: a district, its last four quarters.

use access::{Entry, Permit, Who};
use axum::extract::{Query, State};
use directory::Directory;
use directory::area::AreaCode;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::quarter::Quarter;
use super::{store, view};

/// How many quarters are shown: a year, so that a quarter stands beside the same season only once.
const QUARTERS: usize = 4;

pub(crate) fn routes() -> Vec<Entry<Directory>> {
    let about = "How often the two worlds ask and answer each other";
    vec![Entry::get("/wederkerigheid", Who::Allowed, "reciprocity.read", "municipality", about, show)]
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    wijk: String,
}

async fn show(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let (here, now) = (permit.municipality(), directory.now());
    let geography = directory.geography(here).await?;
    let chosen = match asked.wijk.as_str() {
        "" => geography.districts().next(),
        code => {
            let code = AreaCode::parse(code).map_err(|_| Trouble::NotThere)?;
            Some(geography.area(&code.district()).ok_or(Trouble::NotThere)?)
        }
    };
    let mut quarters = Vec::with_capacity(QUARTERS);
    if let Some(district) = chosen {
        let mut quarter = Quarter::newest(now);
        for _ in 0..QUARTERS {
            let found = store::reciprocity(&directory.db, here, &district.code, quarter, now).await?;
            quarters.push((quarter, found));
            quarter = quarter.before();
        }
    }
    Ok(view::page(&frame, &geography, chosen, &quarters))
}
