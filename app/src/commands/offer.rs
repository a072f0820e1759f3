//! Offers, edited from the machine, with the fields of the form.

use access::Fields;
use clap::Subcommand;
use directory::confirmation::Confirmation;
use directory::contact;
use directory::contact::people::People;
use directory::desk::offer::{self as form, FIELDS};
use directory::offer::{Offer, store};
use directory::party::Party;
use directory::place::{self, Place};
use directory::theme;
use directory::wording::Line;
use ground::db::Tx;
use ground::id::Id;

use super::edit::{Desk, fields_of, json, refuse, set_in};
use super::out::say;
use super::party;
use crate::refusal::Refusal;

#[derive(Subcommand)]
pub(super) enum Command {
    /// The offers of a party.
    List {
        party: String,
    },
    /// Everything an offer says, as JSON.
    Show {
        id: String,
    },
    /// Add one to a party: name="Brieven lezen" themes="papieren geld" opening="ma 9.00-12.00" …; or --json FILE.
    Add {
        party: String,
        values: Vec<String>,
        #[arg(long)]
        json: Option<std::path::PathBuf>,
    },
    /// Set a field. Themes, languages and places take several words; lists and opening take lines.
    Set {
        id: String,
        field: String,
        value: Vec<String>,
    },
    /// Say whether there is room: open, few, waiting, closed or unknown.
    Capacity {
        id: String,
        word: String,
    },
    /// A person said it is right; BY is a role, never a name.
    Confirm {
        id: String,
        #[arg(long, default_value = "beheer")]
        by: String,
    },
    Remove {
        id: String,
    },
}

pub(super) async fn run(command: Command, desk: &Desk) -> Result<(), Refusal> {
    match command {
        Command::List { party } => {
            let party = party::found(desk, &party).await?;
            for offer in store::of_parties(&desk.db, desk.here(), &[party.id]).await? {
                say(&format!("{}  {:8}  {}", offer.id, offer.capacity.word(), offer.name));
            }
            Ok(())
        }
        Command::Show { id } => {
            let offer = found(desk, &id).await?;
            say(&format!("{:#}", json(&form::typed(&offer, ui::Lang::En))));
            Ok(())
        }
        Command::Add { party, values, json } => {
            let party = party::found(desk, &party).await?;
            let fields = fields_of(&values, json.as_deref(), &FIELDS)?;
            let id = Id::new(desk.now);
            let places = place::store::of_parties(&desk.db, desk.here(), &[party.id]).await?;
            let offer = read(desk, &fields, (id, party.id), None, &places).await?;
            save(desk, desk.begin().await?, &offer).await?;
            say(&id.to_string());
            Ok(())
        }
        Command::Set { id, field, value } => set(desk, &id, &field, &value).await,
        Command::Capacity { id, word } => set(desk, &id, "capacity", &[word]).await,
        Command::Confirm { id, by } => {
            let offer = found(desk, &id).await?;
            let by =
                Line::parse(&by).map_err(|unfit| Refusal::new(format!("--by does not fit: {unfit}.")))?;
            let mut tx = desk.begin().await?;
            store::confirm(&mut tx, &desk.permit, offer.id, &Confirmation { at: desk.now, by }).await?;
            desk.keep(tx).await?;
            say(&format!("{} is confirmed.", offer.name));
            Ok(())
        }
        Command::Remove { id } => {
            let offer = found(desk, &id).await?;
            let mut tx = desk.begin().await?;
            store::remove(&mut tx, &desk.permit, &[offer.id]).await?;
            desk.keep(tx).await?;
            say(&format!("{} is gone.", offer.name));
            Ok(())
        }
    }
}

async fn found(desk: &Desk, id: &str) -> Result<Offer, Refusal> {
    let known = Id::parse(id).ok_or_else(|| nothing(id))?;
    store::find(&desk.db, desk.here(), known).await?.ok_or_else(|| nothing(id))
}

fn nothing(id: &str) -> Refusal {
    Refusal::new(format!("There is no offer {id}; `samenspel offer list PARTY` shows which there are."))
}

async fn set(desk: &Desk, id: &str, field: &str, value: &[String]) -> Result<(), Refusal> {
    let offer = found(desk, id).await?;
    let places = place::store::of_parties(&desk.db, desk.here(), &[offer.party]).await?;
    let mut tx = desk.begin().await?;
    let known = store::find_in(&mut tx, desk.here(), offer.id).await?.ok_or_else(|| nothing(id))?;
    let mut fields = form::typed(&known, ui::Lang::En);
    set_in(&mut fields, field, value, &FIELDS)?;
    let offer = read(desk, &fields, (known.id, known.party), Some(&known), &places).await?;
    save(desk, tx, &offer).await?;
    say(&format!("{}: {field} is set.", offer.name));
    Ok(())
}

async fn read(
    desk: &Desk,
    fields: &Fields,
    (id, party): (Id<Offer>, Id<Party>),
    known: Option<&Offer>,
    places: &[Place],
) -> Result<Offer, Refusal> {
    let taxonomy = theme::store::taxonomy(&desk.db, desk.here()).await?;
    let contacts = contact::store::of_parties(&desk.db, desk.here(), &[party]).await?;
    let named = party::found(desk, &party.to_string()).await?;
    let people = People::of(&named, &contacts);
    let around = form::Around { people: &people, places, taxonomy: &taxonomy };
    form::read(fields, id, party, known, around, desk.now).map_err(|faults| refuse(&faults, String::new()))
}

async fn save(desk: &Desk, mut tx: Tx, offer: &Offer) -> Result<(), Refusal> {
    store::save(&mut tx, &desk.permit, offer).await?;
    desk.keep(tx).await
}
