//! The server: every route from the tables, behind one stack of concerns, each in its own file.

mod body;
mod headers;
mod health;
mod language;
mod limit;
mod listen;
mod log;
mod machines;
mod origin;
mod themes;
mod towns;
mod trouble;
mod visit;

use std::sync::Arc;
use std::time::Duration;

use access::once::Once;
use access::operator::Door;
use access::route::{Entry, Route};
use asks::Asks;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use directory::Directory;
use directory::alive::post::Office;
use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use handovers::Handovers;
use opendata::OpenData;
use people::People;
use provider::{Limits, Providers};
use today::Today;
use tower::ServiceBuilder;
use tower_http::compression::CompressionLayer;

pub use limit::COSTLY;
pub use listen::{Stop, bind, listen};
pub use machines::document;

use crate::parting;
use crate::refusal::Refusal;
use crate::settings::Settings;
use limit::Turns;
use themes::Themes;
use towns::Towns;

/// Everything a request can need; cheap to clone.
#[derive(Clone)]
pub struct House(Arc<Rooms>);

struct Rooms {
    settings: Settings,
    db: Db,
    themes: Themes,
    towns: Towns,
    door: Door,
    people: People,
    directory: Directory,
    open: OpenData,
    handovers: Handovers,
    turns: Turns,
    once: Once,
    clock: fn() -> Moment,
}

/// Who came while the house opened is helped first.
const GREETED: Duration = Duration::from_secs(2);

/// More municipalities than this are each made ready by their first visitor.
const MOST_WARM: usize = 3;

impl House {
    /// # Errors
    /// A theme that cannot be read, as a sentence.
    pub fn new(settings: Settings, db: Db, clock: fn() -> Moment) -> Result<Self, Refusal> {
        let themes = Themes::load(settings.themes.as_deref())?;
        let door = Door::new(db.clone(), clock, settings.operator.clone(), settings.base_url.is_https());
        permission::check().map_err(|wrong| Refusal::new(format!("The policies are not right: {wrong}")))?;
        let directory = Directory::new(db.clone(), clock)
            .with_office(office(&settings))
            .telling(parting::listeners(clock));
        let mut people = People::new(db.clone(), clock, settings.base_url.is_https(), office(&settings));
        if !settings.providers.is_empty() {
            let providers = settings.providers.clone();
            let providers = Providers::new(db.clone(), providers, Limits::default())
                .map_err(|(code, why)| Refusal::new(format!("The sign-in of {code} {why}.")))?;
            people = people.with_providers(providers);
        }
        if settings.demo {
            people = people.with_one_click(crate::demo::people::at_the_door(crate::demo::CODE));
        }
        let open = OpenData::new(directory.clone(), settings.open_data(), settings.base_url.is_https());
        let handovers = Handovers::new(directory.clone());
        let turns = Turns::new(&settings.limits);
        let once = Once::new(db.clone(), clock, &routes_of(&settings));
        let towns = Towns::default();
        Ok(Self(Arc::new(Rooms {
            settings,
            db,
            themes,
            towns,
            door,
            people,
            directory,
            open,
            handovers,
            turns,
            once,
            clock,
        })))
    }

    /// Whether there is a municipality to show at all, and the one the settings name.
    ///
    /// # Errors
    /// The sentence that says what to do.
    pub async fn check_municipality(&self) -> Result<(), Refusal> {
        let towns = directory::municipality::store::all(&self.0.db).await?;
        let wanted = self.0.settings.municipality;
        match wanted {
            Some(code) if !towns.iter().any(|town| town.code == code) => Err(Refusal::new(format!(
                "The settings name municipality {code}, and it is not in this database: `samenspel municipality list` shows which are."
            ))),
            None if towns.is_empty() => Err(Refusal::new(
                "There is no municipality in this database yet: `samenspel municipality add GM0405 Hoorn` makes one, `samenspel demo` shows an invented one.",
            )),
            _ => Ok(()),
        }
    }

    /// Makes ready what the first visitors would wait for, of so few municipalities that each surely has some.
    pub async fn warm_up(&self) {
        tokio::time::sleep(GREETED).await;
        let towns = directory::municipality::store::all(&self.0.db).await.unwrap_or_default();
        let codes: Vec<Municipality> = match self.0.settings.municipality {
            Some(code) => vec![code],
            None if towns.len() <= MOST_WARM => towns.iter().map(|town| town.code).collect(),
            None => Vec::new(),
        };
        for code in codes {
            if let Err(trouble) = self.0.directory.warm_up(code).await {
                tracing::warn!(%trouble, "the first visitors make themselves what they need");
            }
        }
    }

    /// The day of everybody, for its pages and for the letters that say that something waits.
    #[must_use]
    pub fn today(&self) -> Today {
        let directory = self.0.directory.clone();
        Today::new(directory.clone(), Asks::new(directory), self.0.handovers.clone())
    }

    /// The whole server as one service.
    pub fn router(&self) -> Router {
        self.router_with(Router::new())
    }

    /// With more routes behind the same stack.
    pub fn router_with(&self, more: Router) -> Router {
        let demo = self.0.settings.demo;
        let directory = router(directory_routes(), demo).with_state(self.0.directory.clone());
        let terms = router(terms::routes(), demo).with_state(self.0.directory.clone());
        let contacts = router(contacts::routes(), demo).with_state(self.0.directory.clone());
        let today = router(today::routes(), demo).with_state(self.today());
        let asks = router(asks::routes(), demo).with_state(Asks::new(self.0.directory.clone()));
        let open = router(opendata::routes(), demo)
            .layer(from_fn(opendata::api::open_to_all))
            .with_state(self.0.open.clone());
        let door = router(access::operator::routes(), demo).with_state(self.0.door.clone());
        let people = router(people::routes(), demo).with_state(self.0.people.clone());
        let handovers = router(handovers::routes(), demo).with_state(self.0.handovers.clone());
        let machines = router(machines::routes(), demo).with_state(self.clone());
        let stack = ServiceBuilder::new()
            .layer(from_fn(log::log))
            .layer(from_fn_with_state(self.clone(), headers::headers))
            .layer(CompressionLayer::new().compress_when(headers::is_text))
            .layer(from_fn_with_state(self.clone(), visit::visit))
            .layer(from_fn(origin::check))
            .layer(from_fn_with_state(self.clone(), limit::limit))
            .layer(from_fn(body::limit))
            .layer(from_fn_with_state(self.0.once.clone(), access::once::once))
            // The limit above is by address; axum's own is one for all.
            .layer(DefaultBodyLimit::disable());
        Router::new()
            .merge(directory)
            .merge(open)
            .merge(door)
            .merge(people)
            .merge(terms)
            .merge(contacts)
            .merge(asks)
            .merge(today)
            .merge(handovers)
            .merge(machines)
            .merge(ui::assets::router())
            .merge(self.0.themes.router())
            .merge(more)
            .fallback(async || StatusCode::NOT_FOUND)
            .layer(stack)
    }
}

fn directory_routes() -> Vec<Entry<Directory>> {
    directory::routes()
}

/// Who sends the mail, as the settings say.
#[must_use]
pub fn office(settings: &Settings) -> Office {
    Office::new(settings.post.clone(), settings.base_url.as_str(), settings.municipality)
}

/// What is for trying out is there in the demo only.
fn there<S>(entries: Vec<Entry<S>>, demo: bool) -> impl Iterator<Item = Entry<S>> {
    entries.into_iter().filter(move |entry| demo || !entry.is_for_trying_out())
}

fn router<S: Clone + Send + Sync + 'static>(entries: Vec<Entry<S>>, demo: bool) -> Router<S> {
    access::route::router(there(entries, demo).collect())
}

fn lines<S>(entries: Vec<Entry<S>>, demo: bool) -> Vec<Route> {
    there(entries, demo).map(|entry| entry.route).collect()
}

fn table(demo: bool) -> Vec<Route> {
    [
        lines(directory_routes(), demo),
        lines(opendata::routes(), demo),
        lines(access::operator::routes(), demo),
        lines(people::routes(), demo),
        lines(terms::routes(), demo),
        lines(contacts::routes(), demo),
        lines(asks::routes(), demo),
        lines(today::routes(), demo),
        lines(handovers::routes(), demo),
        lines(machines::routes(), demo),
    ]
    .concat()
}

/// The routes of a server with these settings.
#[must_use]
pub fn routes_of(settings: &Settings) -> Vec<Route> {
    table(settings.demo)
}

/// Every route there can be, as the tables have them: those of the demo.
#[must_use]
pub fn all_routes() -> Vec<Route> {
    table(true)
}
