//! Whatever stands in an address after the question mark, it is read, and the address made of it reads the same.
#![no_main]

use directory::area::geography::Geography;
use directory::find::asked::Asked;
use directory::theme::Taxonomy;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let geography = Geography::of(1, Vec::new());
    let asked = Asked::read(Some(&text), &geography, &Taxonomy::shipped());
    let address = asked.on_page(asked.page);
    let again = Asked::read(address.split_once('?').map(|(_, query)| query), &geography, &Taxonomy::shipped());
    assert_eq!(again.on_page(again.page), address);
});
