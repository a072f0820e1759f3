//! Whatever stands in an address after the question mark is read, the address made of it reads the same, and search hears it.
#![no_main]

use std::sync::{Arc, LazyLock};

use directory::area::geography::Geography;
use directory::find::asked::Asked;
use directory::theme::Taxonomy;
use libfuzzer_sys::fuzz_target;
use search::{Index, Slot, Snapshot, Text};

/// Two offers are enough to be found, to be near, and not to be found.
static SNAPSHOT: LazyLock<Arc<Snapshot>> = LazyLock::new(|| {
    let mut index = Index::new().expect("an index in memory");
    for (slot, name) in [(0, "Samen brieven lezen"), (1, "Schuldhulpverlening")] {
        let text = Text { name, party: "De Linde", ..Text::default() };
        index.put(Slot(slot), &text).expect("an offer in the index");
    }
    index.commit().expect("a snapshot")
});

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let geography = Geography::of(1, Vec::new());
    let taxonomy = Taxonomy::shipped();
    let asked = Asked::read(Some(&text), &geography, &taxonomy);
    let address = asked.on_page(asked.page);
    let again = Asked::read(address.split_once('?').map(|(_, query)| query), &geography, &taxonomy);
    assert_eq!(again.on_page(again.page), address);
    // The search takes what was typed as it is, from other doors too.
    assert!(SNAPSHOT.find(&text).best(20).len() <= 2);
    assert!(SNAPSHOT.suggest(&text, 8).len() <= 8);
});
