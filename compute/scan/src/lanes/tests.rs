//! The kernels of each processor beside the plain one, bit by bit.

use proptest::prelude::*;

use crate::lanes::{Features, Hit, InSpace, InTime, Row};
use crate::score::Bounds;

type Lanes = [u16; 32];

/// Rows, an order of slots, where blocks end, and bounds that are met now and then.
fn work() -> impl Strategy<Value = (Vec<Lanes>, Vec<u32>, Vec<u32>, Bounds, Vec<u16>)> {
    let rows =
        prop::collection::vec(prop::array::uniform32(prop_oneof![Just(0u16), 0u16..4, 0u16..2_100]), 12);
    let slots = prop::collection::vec(0u32..4, 1..30);
    let bound = || prop::collection::vec(prop_oneof![0u32..30, 0u32..20_000, 60_000u32..70_000], 4);
    (rows, slots, prop::collection::vec(1usize..6, 30), bound(), bound(), prop::collection::vec(0u16..4, 200))
        .prop_map(|(rows, slots, sizes, high, low, steps)| {
            let mut ends = Vec::new();
            let mut end = 0;
            for size in sizes {
                if end < slots.len() {
                    end = (end + size).min(slots.len());
                    ends.push(end as u32);
                }
            }
            (rows, slots, ends, Bounds { high, low }, steps)
        })
}

proptest! {
    #[test]
    fn each_register_finds_the_same_blocks_in_space((rows, slots, ends, bounds, steps) in work(), low in any::<bool>()) {
        let (slots, ends, steps) = (&slots[..], &ends[..], &steps[..ends.len()]);
        let low = if low { steps } else { &[] };
        let found = |features| {
            let mut hits: Vec<Hit<Lanes>> = Vec::new();
            Lanes::in_space(&rows, &InSpace { slots, ends, high: steps, low, bounds: &bounds }, features, &mut hits);
            hits
        };
        let plain = found(Features::Plain);
        prop_assert_eq!(&plain, &found(Features::Avx2));
        prop_assert_eq!(&plain, &found(Features::Avx512));
    }

    #[test]
    fn each_register_finds_the_same_blocks_in_time((rows, slots, ends, bounds, steps) in work(), low in any::<bool>()) {
        let intervals = [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)];
        let (slots, ends, steps) = (&slots[..], &ends[..], &steps[..ends.len() * intervals.len()]);
        let low = if low { steps } else { &[] };
        let found = |features| {
            let (mut hits, mut room): (Vec<Hit<Lanes>>, Vec<Lanes>) = Default::default();
            let work = InTime { slots, ends, high: steps, low, bounds: &bounds, periods: 3, intervals: &intervals };
            Lanes::in_time(&rows, &work, features, &mut room, &mut hits);
            hits
        };
        let plain = found(Features::Plain);
        prop_assert_eq!(&plain, &found(Features::Avx2));
        prop_assert_eq!(&plain, &found(Features::Avx512));
    }
}
