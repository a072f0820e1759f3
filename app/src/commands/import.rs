//! `import`: what was typed is handed to the social map, which reads, previews and applies.

use clap::Args;

use crate::refusal::Refusal;
use crate::settings::Settings;

#[derive(Args)]
pub(super) struct Import {}

pub(super) async fn run(_: Import, _: &Settings) -> Result<(), Refusal> {
    Err(Refusal::new("This build imports nothing yet."))
}
