//! Parties, edited from the machine: `set` and `add` take the same fields as the form, and refuse the same things.

use access::Fields;
use clap::Subcommand;
use directory::area::{self, Area};
use directory::confirmation::Confirmation;
use directory::contact;
use directory::desk::party::{self as form, EVERYWHERE, FIELDS};
use directory::municipality;
use directory::party::{Party, store};
use directory::wording::{Line, name_key};
use ground::db::Tx;
use ground::id::Id;
use ground::moment::Moment;

use super::edit::{Desk, fields_of, refuse, set_in};
use super::out::say;
use crate::parting;
use crate::refusal::Refusal;

#[derive(Subcommand)]
pub(super) enum Command {
    /// All parties, or those with these words in their name.
    List { words: Option<String> },
    /// Everything a party says, as JSON.
    Show { id: String },
    /// Add one: name="De Linde" sphere=informal serves=everywhere …; or --json FILE.
    Add {
        values: Vec<String>,
        #[arg(long)]
        json: Option<std::path::PathBuf>,
    },
    /// Set a field. Languages and serves take several words; lists take lines.
    Set { id: String, field: String, value: Vec<String> },
    /// A person said it is right; BY is a role, never a name.
    Confirm {
        id: String,
        #[arg(long, default_value = "beheer")]
        by: String,
    },
    /// Take it off the map with all that hangs on it.
    Remove { id: String },
    /// Take it off the map and never list it again.
    DoNotList { id: String },
}

pub(super) async fn run(command: Command, desk: &Desk) -> Result<(), Refusal> {
    match command {
        Command::List { words } => list(desk, &name_key(&words.unwrap_or_default())).await,
        Command::Show { id } => {
            let party = found(desk, &id).await?;
            say(&format!("{:#}", super::edit::json(&form::typed(&party))));
            Ok(())
        }
        Command::Add { values, json } => {
            let fields = fields_of(&values, json.as_deref(), &FIELDS)?;
            let id = Id::new(desk.now);
            let areas = areas(desk).await?;
            save(desk, desk.begin().await?, &areas, &fields, id, None).await?;
            say(&id.to_string());
            Ok(())
        }
        Command::Set { id, field, value } => {
            let (id, areas) = (found(desk, &id).await?.id, areas(desk).await?);
            let mut tx = desk.begin().await?;
            let party =
                store::find_in(&mut tx, desk.here(), id).await?.ok_or_else(|| nobody(&id.to_string()))?;
            let mut fields = form::typed(&party);
            set_in(&mut fields, &field, &value, &FIELDS)?;
            save(desk, tx, &areas, &fields, party.id, Some(&party)).await?;
            say(&format!("{}: {field} is set.", party.name));
            Ok(())
        }
        Command::Confirm { id, by } => confirm(desk, &id, &by).await,
        Command::Remove { id } => remove(desk, &id, false).await,
        Command::DoNotList { id } => remove(desk, &id, true).await,
    }
}

async fn list(desk: &Desk, key: &str) -> Result<(), Refusal> {
    let mut last: Option<(String, Id<Party>)> = None;
    loop {
        let parties = store::after(&desk.db, desk.here(), last.take(), 500).await?;
        let Some(end) = parties.last() else { return Ok(()) };
        last = Some((end.name.key(), end.id));
        for party in parties.iter().filter(|party| party.name.key().contains(key)) {
            let confirmed =
                party.confirmed.as_ref().map_or("never confirmed".to_owned(), |by| by.at.day().to_string());
            say(&format!("{}  {:8}  {:15}  {}", party.id, party.sphere.word(), confirmed, party.name));
        }
    }
}

pub(super) async fn found(desk: &Desk, id: &str) -> Result<Party, Refusal> {
    let known = Id::parse(id).ok_or_else(|| nobody(id))?;
    store::find(&desk.db, desk.here(), known).await?.ok_or_else(|| nobody(id))
}

fn nobody(id: &str) -> Refusal {
    Refusal::new(format!("There is no party {id}; `samenspel party list` shows which there are."))
}

async fn areas(desk: &Desk) -> Result<Vec<Area>, Refusal> {
    match municipality::store::find(&desk.db, desk.here()).await?.and_then(|town| town.area_year) {
        Some(year) => Ok(area::store::of_year(&desk.db, desk.here(), year).await?),
        None => Ok(Vec::new()),
    }
}

async fn save(
    desk: &Desk,
    mut tx: Tx,
    areas: &[Area],
    fields: &Fields,
    id: Id<Party>,
    known: Option<&Party>,
) -> Result<(), Refusal> {
    let contacts = contact::store::of_parties_in(&mut tx, desk.here(), &[id]).await?;
    let party = form::read(fields, id, known, areas, &contacts, desk.now).map_err(|faults| {
        let serves = faults.iter().any(|(field, _)| *field == "serves");
        refuse(
            &faults,
            if serves { format!(" (serves takes codes of areas, or {EVERYWHERE})") } else { String::new() },
        )
    })?;
    store::save(&mut tx, &desk.permit, &party).await?;
    desk.keep(tx).await
}

async fn confirm(desk: &Desk, id: &str, by: &str) -> Result<(), Refusal> {
    let party = found(desk, id).await?;
    let by = Line::parse(by).map_err(|unfit| Refusal::new(format!("--by does not fit: {unfit}.")))?;
    let mut tx = desk.begin().await?;
    store::confirm(&mut tx, &desk.permit, party.id, &Confirmation { at: desk.now, by }).await?;
    desk.keep(tx).await?;
    say(&format!("{} is confirmed.", party.name));
    Ok(())
}

async fn remove(desk: &Desk, id: &str, never: bool) -> Result<(), Refusal> {
    let party = found(desk, id).await?;
    form::take_off(&desk.db, &parting::listeners(Moment::now), &desk.permit, &party, never, desk.now).await?;
    say(&if never {
        format!("{} is off the map and stays off.", party.name)
    } else {
        format!("{} is off the map.", party.name)
    });
    Ok(())
}
