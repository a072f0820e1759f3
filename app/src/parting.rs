//! Who must know when a party leaves the map, or turns out to be another: named here, so that no capability knows those above it.

use std::sync::Arc;

use directory::event::Listeners;
use ground::db::Db;
use ground::moment::Moment;
use people::Known;

#[must_use]
pub(crate) fn listeners(db: &Db, clock: fn() -> Moment) -> Listeners {
    Listeners::of(vec![
        Arc::new(Known(db.clone())),
        Arc::new(contacts::Follows),
        Arc::new(asks::Parted { clock }),
        Arc::new(handovers::Parted { clock }),
    ])
}
