//! Themes, edited from the machine, with the fields of the form.

use clap::Subcommand;
use directory::theme::form::{self, FIELDS};
use directory::theme::{Change, Taxonomy, Theme, change, store};
use ground::db::Tx;

use super::edit::{Desk, fields_of, json, refuse, set_in};
use super::out::say;
use crate::refusal::Refusal;

#[derive(Subcommand)]
pub(super) enum Command {
    /// All themes, in the order of the pages, with what became of those that went into another.
    List,
    /// What a theme is called here, as JSON.
    Show { key: String },
    /// Add one of your own: nl="Met het veer" en="By ferry" parent=zorg.
    Add { values: Vec<String> },
    /// Set nl, en, ar, about, parent, hidden (ja, or nothing) or into (the key of another, or nothing).
    Set { key: String, field: String, value: Vec<String> },
    /// Put a theme one place higher among those beside it.
    Up { key: String },
}

pub(super) async fn run(command: Command, desk: &Desk) -> Result<(), Refusal> {
    let mut tx = desk.begin().await?;
    let changes = store::changes_in(&mut tx, desk.here()).await?;
    let taxonomy = Taxonomy::of(&changes);
    match command {
        Command::List => {
            list(&taxonomy, &changes);
            Ok(tx.rollback().await?)
        }
        Command::Show { key } => {
            say(&format!("{:#}", json(&form::stands(&theme(&key, &taxonomy)?, &taxonomy, &changes))));
            Ok(tx.rollback().await?)
        }
        Command::Add { values } => {
            let fields = fields_of(&values, None, &FIELDS)?;
            let made =
                form::add(&fields, &taxonomy, desk.now).map_err(|faults| refuse(&faults, String::new()))?;
            keep(desk, tx, std::slice::from_ref(&made)).await?;
            say(made.theme.key());
            Ok(())
        }
        Command::Set { key, field, value } => {
            let theme = theme(&key, &taxonomy)?;
            let known = changes.iter().find(|change| change.theme == theme);
            let mut fields = form::stands(&theme, &taxonomy, &changes);
            set_in(&mut fields, &field, &value, &FIELDS)?;
            if field == "hidden" && value.concat().trim().is_empty() {
                fields.remove("hidden");
            }
            let made = form::read(&fields, &theme, known, &taxonomy, desk.now)
                .map_err(|faults| refuse(&faults, String::new()))?;
            keep(desk, tx, std::slice::from_ref(&made)).await?;
            say(&format!("{}: {field} is set.", theme.key()));
            Ok(())
        }
        Command::Up { key } => {
            let theme = theme(&key, &taxonomy)?;
            let made = change::up(&theme, &taxonomy, &changes, desk.now);
            let first = made.is_empty();
            keep(desk, tx, &made).await?;
            let sentence = if first { "already stands first" } else { "stands one place higher" };
            say(&format!("{} {sentence}.", theme.key()));
            Ok(())
        }
    }
}

fn list(taxonomy: &Taxonomy, changes: &[Change]) {
    for term in taxonomy.terms() {
        let indent = if term.parent.is_some() { "  " } else { "" };
        let hidden = if term.hidden { "  (hidden)" } else { "" };
        let own = if term.own { "  (own)" } else { "" };
        say(&format!("{indent}{:20}  {}{own}{hidden}", term.theme.key(), term.name(ui::Lang::Nl)));
    }
    for change in changes {
        if let Some(into) = &change.into {
            say(&format!("{:20}  went into {}", change.theme.key(), into.key()));
        }
    }
}

fn theme(key: &str, taxonomy: &Taxonomy) -> Result<Theme, Refusal> {
    Theme::parse(key).filter(|theme| taxonomy.knows(theme)).ok_or_else(|| {
        Refusal::new(format!("There is no theme {key:?}; `samenspel theme list` shows which there are."))
    })
}

async fn keep(desk: &Desk, mut tx: Tx, changes: &[Change]) -> Result<(), Refusal> {
    store::put(&mut tx, &desk.permit, changes).await?;
    desk.keep(tx).await
}
