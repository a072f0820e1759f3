//! Municipalities: add, list, set.

use access::Permit;
use clap::Subcommand;
use directory::confirmation::Ageing;
use directory::municipality::{Municipality, Slug, store};
use directory::wording::Name;
use ground::db::Db;
use ground::id::Municipality as Code;
use ground::moment::Moment;

use super::{out::say, prepare};
use crate::refusal::Refusal;
use crate::settings::Settings;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Add one: GM0405 Hoorn.
    Add {
        code: String,
        name: String,
        /// Its name in the address; made from the name when not given.
        #[arg(long)]
        slug: Option<String>,
        /// The theme that dresses its pages.
        #[arg(long, default_value = "samenspel")]
        theme: String,
    },
    List,
    /// Set name, slug, theme, area_year, fresh_days, stale_days, hide_days, notice_days or residents.
    Set {
        code: String,
        field: String,
        value: String,
    },
}

pub(super) async fn run(command: Command, settings: &Settings) -> Result<(), Refusal> {
    let db = prepare::open(settings).await?;
    let done = match command {
        Command::Add { code, name, slug, theme } => add(&db, &code, &name, slug.as_deref(), theme).await,
        Command::List => list(&db).await,
        Command::Set { code, field, value } => set(&db, &code, &field, &value).await,
    };
    db.close().await;
    done
}

async fn add(db: &Db, code: &str, name: &str, slug: Option<&str>, theme: String) -> Result<(), Refusal> {
    let code = parse_code(code)?;
    let made = Municipality {
        code,
        name: Name::parse(name).map_err(|unfit| Refusal::new(format!("The name does not fit: {unfit}.")))?,
        slug: parse_slug(slug.unwrap_or(name))?,
        theme,
        fiction: false,
        area_year: None,
        ageing: Ageing::default(),
        residents: None,
        version: 0,
    };
    if store::find(db, code).await?.is_some() {
        return Err(Refusal::new(format!(
            "{code} is here already; change it with `samenspel municipality set`."
        )));
    }
    save(db, &made).await?;
    say(&format!("{code} {} is here, at the address name \"{}\".", made.name, made.slug.as_str()));
    Ok(())
}

async fn list(db: &Db) -> Result<(), Refusal> {
    for town in store::all(db).await? {
        let fiction = if town.fiction { "  (invented)" } else { "" };
        say(&format!("{}  {}  {}  theme {}{fiction}", town.code, town.slug.as_str(), town.name, town.theme));
    }
    Ok(())
}

async fn set(db: &Db, code: &str, field: &str, value: &str) -> Result<(), Refusal> {
    let code = parse_code(code)?;
    let mut town =
        store::find(db, code).await?.ok_or_else(|| Refusal::new(format!("{code} is not here.")))?;
    let number = || {
        value
            .parse::<i32>()
            .map_err(|_| Refusal::new(format!("{field} must be a whole number, not {value:?}.")))
    };
    let days =
        || value.parse::<u16>().map_err(|_| Refusal::new(format!("{field} must be a number of days.")));
    match field {
        "name" => {
            town.name = Name::parse(value)
                .map_err(|unfit| Refusal::new(format!("The name does not fit: {unfit}.")))?;
        }
        "slug" => town.slug = parse_slug(value)?,
        "theme" => town.theme = value.to_owned(),
        "area_year" => town.area_year = Some(number()?),
        "residents" => town.residents = Some(number()?),
        "fresh_days" => town.ageing.fresh_days = days()?,
        "stale_days" => town.ageing.stale_days = days()?,
        "hide_days" => town.ageing.hide_days = days()?,
        "notice_days" => town.ageing.notice_days = days()?,
        _ => {
            return Err(Refusal::new(format!(
                "\"{field}\" is no field of a municipality. It has: name, slug, theme, area_year, fresh_days, stale_days, hide_days, notice_days, residents."
            )));
        }
    }
    let Ageing { fresh_days, stale_days, hide_days, notice_days } = town.ageing;
    if !town.ageing.fits() {
        return Err(Refusal::new(format!(
            "The days must rise: fresh {fresh_days}, stale {stale_days}, hide {hide_days}; fresh and notice ({notice_days}) are at least 1."
        )));
    }
    save(db, &town).await?;
    say(&format!("{code}: {field} is now {value}."));
    Ok(())
}

async fn save(db: &Db, town: &Municipality) -> Result<(), Refusal> {
    let permit = Permit::at_the_machine(town.code);
    let mut tx = db.begin().await?;
    if store::slug_taken(&mut tx, &town.slug, town.code).await? {
        return Err(Refusal::new(format!(
            "Another municipality has the address name \"{}\"; choose one with --slug.",
            town.slug.as_str()
        )));
    }
    store::save(&mut tx, &permit, town, Moment::now()).await?;
    tx.commit().await?;
    Ok(())
}

/// The code of a municipality, as CBS writes it.
pub(super) fn parse_code(typed: &str) -> Result<Code, Refusal> {
    Code::parse(typed).ok_or_else(|| {
        Refusal::new(format!("{typed:?} is no code of a municipality: GM and four digits, such as GM0363."))
    })
}

fn parse_slug(typed: &str) -> Result<Slug, Refusal> {
    Slug::of(typed).map_err(|_| Refusal::new(format!("{typed:?} has no letter for an address.")))
}
