//! One number on its way to the page: it must stand without any single party, and is rounded.

use std::collections::BTreeMap;

use directory::party::Party;
use ground::id::Id;

use super::Count;
use crate::Contact;

/// So many must be left without the party that has most of them.
const LEAST: u64 = 10;

/// What is shown is a multiple of this.
pub(super) const STEP: u64 = 5;

/// Contacts that count in the same number: of one district, quarter and direction, in time or not.
#[derive(Default)]
pub(super) struct Cell {
    number: u64,
    of_party: BTreeMap<Id<Party>, u64>,
    chance: u64,
}

impl Cell {
    pub(super) fn add(&mut self, id: Id<Contact>, [from, to]: [Id<Party>; 2]) {
        self.number += 1;
        *self.of_party.entry(from).or_default() += 1;
        // Two parties that became one are taken out once.
        if to != from {
            *self.of_party.entry(to).or_default() += 1;
        }
        self.chance = self.chance.wrapping_add(mixed(id.uuid().as_u64_pair().1));
    }

    /// Hidden when fewer than ten are left without some party, on whichever side: a party that knows its own contacts
    /// would otherwise read off those of the others. Rounded up or down by a chance that keeps the mean, and that is
    /// the same each time: it comes from the ids of what is counted. Their random half is the key, and whoever has
    /// all of it knows the number already.
    pub(super) fn shown(&self) -> Count {
        let most = self.of_party.values().copied().max().unwrap_or_default();
        if self.number.saturating_sub(most) < LEAST {
            return Count::Hidden;
        }
        let over = self.number % STEP;
        let up = mixed(self.chance) % STEP < over;
        Count::Shown(self.number - over + if up { STEP } else { 0 })
    }
}

/// Spreads what goes in over all that can come out (the last steps of SplitMix64, Steele, Lea & Flood 2014).
const fn mixed(of: u64) -> u64 {
    let mixed = of.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
