//! The kernels of each processor beside the plain one, bit by bit.

use proptest::prelude::*;

use crate::lanes::plain::Words;
use crate::lanes::{Bytes, Features, Hit, InSpace, InTime, Layout, Shorts};
use crate::score::Bounds;

/// Rows, an order of slots, where blocks end, and bounds that are met now and then.
type Work = (Vec<Words>, Vec<u32>, Vec<u32>, Bounds, Vec<u16>);

/// Of which no block adds up to more than a byte.
fn bytes() -> impl Strategy<Value = Work> {
    work(prop_oneof![Just(0u16), 0u16..4, 0u16..51].boxed(), 0u32..1_000)
}

fn shorts() -> impl Strategy<Value = Work> {
    work(prop_oneof![Just(0u16), 0u16..4, 0u16..2_100].boxed(), 0u32..20_000)
}

fn work(count: BoxedStrategy<u16>, many: std::ops::Range<u32>) -> impl Strategy<Value = Work> {
    let rows = prop::collection::vec(prop::array::uniform32(count), 12);
    let slots = prop::collection::vec(0u32..4, 1..30);
    let bound = move || prop::collection::vec(prop_oneof![0u32..30, many.clone(), 60_000u32..70_000], 4);
    let (high, low) = (bound(), bound());
    (rows, slots, prop::collection::vec(1usize..6, 30), high, low, prop::collection::vec(0u16..4, 200))
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

/// Counts laid out in rows of one lane in a word, as rows of two: the second lane is that of the word before.
fn packed(rows: &[Words]) -> Vec<Words> {
    let both = |row: &Words| std::array::from_fn(|at| row[at] | row[(at + 31) % 32] << 8);
    rows.iter().map(both).collect()
}

fn in_space<L: Layout<Row = Words>>(work: &Work, low: bool, features: Features) -> Vec<Hit<L::Counts>> {
    let (rows, slots, ends, bounds, steps) = work;
    let steps = &steps[..ends.len()];
    let low = if low { steps } else { &[] };
    let mut hits = Vec::new();
    L::in_space(rows, &InSpace { slots, ends, high: steps, low, bounds }, features, &mut hits);
    hits
}

fn in_time<L: Layout<Row = Words>>(work: &Work, low: bool, features: Features) -> Vec<Hit<L::Counts>> {
    let (rows, slots, ends, bounds, steps) = work;
    let intervals = &[(0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)];
    let steps = &steps[..ends.len() * intervals.len()];
    let low = if low { steps } else { &[] };
    let (mut hits, mut room) = (Vec::new(), Vec::new());
    let work = InTime { slots, ends, high: steps, low, bounds, periods: 3, intervals };
    L::in_time(rows, &work, features, &mut room, &mut hits);
    hits
}

/// What one lane of each word finds, when the other lane is left out.
fn first_lanes(hits: Vec<Hit<[Words; 2]>>) -> Vec<Hit<Words>> {
    let first = |hit: Hit<[Words; 2]>| Hit {
        block: hit.block,
        interval: hit.interval,
        lanes: hit.lanes & 0xFFFF_FFFF,
        before: hit.before[0],
        after: hit.after[0],
    };
    hits.into_iter().map(first).filter(|hit| hit.lanes != 0).collect()
}

/// Where the processor has not all of them, the tests of this file compare less than their names say.
#[test]
#[allow(clippy::print_stderr, reason = "a test that compares less says so")]
fn what_this_processor_cannot_is_said() {
    let here = Features::here();
    for (features, name) in [(Features::Avx2, "256 bits (AVX2)"), (Features::Avx512, "512 bits (AVX-512)")] {
        if features > here {
            eprintln!("skipped: this processor has no registers of {name}; {here:?} stood in for them.");
        }
    }
    assert!(here >= Features::Plain);
}

proptest! {
    #[test]
    fn each_register_finds_the_same_blocks_in_space(work in shorts(), low in any::<bool>()) {
        let plain = in_space::<Shorts>(&work, low, Features::Plain);
        prop_assert_eq!(&plain, &in_space::<Shorts>(&work, low, Features::Avx2));
        prop_assert_eq!(&plain, &in_space::<Shorts>(&work, low, Features::Avx512));
    }

    #[test]
    fn each_register_finds_the_same_blocks_in_time(work in shorts(), low in any::<bool>()) {
        let plain = in_time::<Shorts>(&work, low, Features::Plain);
        prop_assert_eq!(&plain, &in_time::<Shorts>(&work, low, Features::Avx2));
        prop_assert_eq!(&plain, &in_time::<Shorts>(&work, low, Features::Avx512));
    }

    #[test]
    fn two_lanes_in_a_word_find_what_each_finds_alone(mut work in bytes(), low in any::<bool>()) {
        let (space, time) =
            (in_space::<Shorts>(&work, low, Features::Plain), in_time::<Shorts>(&work, low, Features::Plain));
        work.0 = packed(&work.0);
        let (spaces, times) =
            (in_space::<Bytes>(&work, low, Features::Plain), in_time::<Bytes>(&work, low, Features::Plain));
        prop_assert_eq!(&spaces, &in_space::<Bytes>(&work, low, Features::Avx2));
        prop_assert_eq!(&spaces, &in_space::<Bytes>(&work, low, Features::Avx512));
        prop_assert_eq!(&times, &in_time::<Bytes>(&work, low, Features::Avx2));
        prop_assert_eq!(&times, &in_time::<Bytes>(&work, low, Features::Avx512));
        for hit in &spaces {
            prop_assert_eq!((hit.lanes >> 32) as u32, (hit.lanes as u32).rotate_left(1));
        }
        prop_assert_eq!(space, first_lanes(spaces));
        prop_assert_eq!(time, first_lanes(times));
    }
}
