//! `serve` and `demo`.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use access::operator::Token;
use audit::Papers;
use clap::Args;
use ground::db::{Db, Options};
use ground::mail::{Post, Sender};
use ground::moment::Moment;

use super::{check, out::say, prepare};
use crate::demo as oosterwaard;
use crate::jobs;
use crate::refusal::{Refusal, cannot};
use crate::serve::{House, Stop, bind, listen, office};
use crate::settings::Settings;

#[derive(Args)]
pub(super) struct Serve {
    /// Address and port, instead of `listen` in the settings.
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// Port only.
    #[arg(long)]
    port: Option<u16>,
}

#[derive(Args)]
pub(super) struct Demo {
    #[arg(long)]
    port: Option<u16>,
    /// Forget what was changed and begin again.
    #[arg(long)]
    fresh: bool,
}

/// In the open: the demo is for one person on one machine, and its data is invented.
const DEMO_TOKEN: &str = "oosterwaard-beheer-demo";

pub(super) async fn serve(ask: Serve, mut settings: Settings) -> Result<(), Refusal> {
    if let Some(listen) = ask.listen {
        settings.listen = listen;
    }
    if let Some(port) = ask.port {
        settings.listen.set_port(port);
    }
    prepare::log(&settings);
    let db = prepare::open(&settings).await?;
    db.check_whole().await?;
    run(settings, db, "").await
}

pub(super) async fn demo(ask: Demo, mut settings: Settings) -> Result<(), Refusal> {
    settings.listen.set_port(ask.port.unwrap_or(8080));
    settings.base_url = settings.base_url.on_port(settings.listen.port());
    settings.demo = true;
    settings.municipality = None;
    prepare::log(&settings);
    prepare::folder(&settings.data)?;
    let file = settings.data.join("demo.db");
    settings.database = format!("sqlite:{}", file.display());
    // Whether the port is free is known before anything is made.
    drop(bind(settings.listen).await?);
    if ask.fresh || !file.exists() {
        // The files of an earlier demo are those of another map.
        let _ = std::fs::remove_dir_all(settings.open_data());
        make(&file).await?;
    }
    let db = prepare::open(&settings).await?;
    let now = Moment::now();
    oosterwaard::people::let_in(&db, oosterwaard::CODE, now).await?;
    // Whoever starts a demo after a week away has not set the clock wrong.
    retention::trust(&db, oosterwaard::CODE, now).await?;
    let mut invitation = String::new();
    if settings.operator.is_none() {
        settings.operator = Token::parse(DEMO_TOKEN).ok();
        invitation = format!("\nThe desk: {}/beheer/sleutel (key: {DEMO_TOKEN})", settings.base_url.as_str());
    }
    if !settings.post.is_there() {
        let folder = settings.data.join("demo-mail");
        // The fiction's own address; it is on no network.
        let from = Sender::parse("Sociale kaart van Oosterwaard <kaart@oosterwaard.voorbeeld>");
        settings.post = from.map(|from| Post::Folder(folder.clone(), from)).unwrap_or(Post::None);
        invitation.push_str(&format!("\nThe mail lies in {} and goes nowhere.", folder.display()));
    }
    run(settings, db, &invitation).await
}

/// Into a file beside it, so that the demo is there whole or not at all.
async fn make(file: &Path) -> Result<(), Refusal> {
    let making = with(file, ".making");
    clear(&making)?;
    let db = Db::open(&format!("sqlite:{}", making.display()), Options::creating()).await?;
    db.migrate(Moment::now(), migrations::ALL).await?;
    let loaded = oosterwaard::load(&db, Moment::now()).await?;
    oosterwaard::exchanges::fill(&db, oosterwaard::CODE, Moment::now()).await?;
    oosterwaard::candidates::fill(&db, oosterwaard::CODE, Moment::now()).await?;
    let contacts = oosterwaard::year::fill(&db, oosterwaard::CODE, Moment::now()).await?;
    db.close().await;
    clear(file)?;
    std::fs::rename(&making, file).map_err(|error| cannot("cannot be made", file, &error))?;
    clear(&making)?;
    say(&format!(
        "Oosterwaard is made: {} parties with {} offers, and a year of {contacts} contacts.",
        loaded.parties, loaded.offers
    ));
    Ok(())
}

fn with(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A database file and its companions.
fn clear(file: &Path) -> Result<(), Refusal> {
    for path in [file.to_owned(), with(file, "-wal"), with(file, "-shm")] {
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(cannot("cannot be cleared away", &path, &error));
            }
            _ => {}
        }
    }
    Ok(())
}

async fn run(settings: Settings, db: Db, invitation: &str) -> Result<(), Refusal> {
    let behind_proxy = settings.behind_proxy;
    let (address, base) = (settings.listen, settings.base_url.as_str().to_owned());
    let no_key = settings.operator.is_none();
    let places = jobs::Places { open_data: settings.open_data(), papers: Papers::of(&settings.data) };
    let papers = places.papers.clone();
    let wait = if settings.demo { Duration::ZERO } else { jobs::SETTLED };
    let office = office(&settings);
    let house = House::new(settings, db.clone(), Moment::now)?;
    house.check_municipality().await?;
    if let Err(why) = check::trail(&db).await {
        tracing::warn!("the trail: {why}");
    }
    let stop = Stop::on_signal()?;
    let listener = bind(address).await?;
    // Port 0 is any that is free: then it is told which.
    let address = listener.local_addr().unwrap_or(address);
    say(&format!("Samenspel listens on {address}: {base}{invitation}"));
    if no_key {
        tracing::warn!("no operator_token in the settings: nobody can sign in to the desk");
    }
    let by_itself =
        tokio::spawn(jobs::every_hour(db.clone(), house.today(), office, places, Moment::now, wait));
    let warm = house.clone();
    let warming = tokio::spawn(async move { warm.warm_up().await });
    listen(listener, house.router(), stop, behind_proxy).await;
    warming.abort();
    by_itself.abort();
    // What came in since the last round has a witness too.
    jobs::mark_ends(&db, &papers, Moment::now()).await;
    db.close().await;
    say("Stopped.");
    Ok(())
}
