//! Who must know when a party leaves the map, or turns out to be another: named here, so that no capability knows those above it.

use std::sync::Arc;

use directory::event::Listeners;
use ground::moment::Moment;

#[must_use]
pub(crate) fn listeners(clock: fn() -> Moment) -> Listeners {
    Listeners::of(vec![
        Arc::new(contacts::Follows),
        Arc::new(asks::Parted { clock }),
        Arc::new(handovers::Parted { clock }),
        // The last: what the others close still knows of whom it was.
        Arc::new(people::Parted { clock }),
    ])
}
