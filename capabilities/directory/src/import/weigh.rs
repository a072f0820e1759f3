//! Weighing: what each record of a file would mean for the map. Writes nothing, asks nothing.

use std::collections::HashSet;

use sha2::{Digest as _, Sha256};

use super::digest::{self, Digest};
use super::known::{Hand, Known, Standing};
use super::line::{Fate, Line, Why};
use super::record::{OfferRecord, PartyRecord, Reason, Remark, ThemeRecord};
use super::report::{Counts, Report};
use super::secretive::Secretive;
use super::unwanted::Unwanted;
use crate::area::AreaCode;
use crate::area::locate::{Located, Locator};
use crate::party::Sphere;
use crate::place::Whereabouts;
use ground::id::Id;

/// What is to be done with one record.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict<T> {
    New,
    Changed(Id<T>),
    Same(Id<T>),
    Kept(Id<T>),
}

impl<T> Clone for Verdict<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Verdict<T> {}

impl<T> Verdict<T> {
    pub(super) fn id(self) -> Option<Id<T>> {
        match self {
            Self::New => None,
            Self::Changed(id) | Self::Same(id) | Self::Kept(id) => Some(id),
        }
    }

    pub(super) const fn writes(&self) -> bool {
        matches!(self, Self::New | Self::Changed(_))
    }
}

/// A party of the file with its verdict, its offers with theirs.
pub(super) struct Weighed {
    pub record: PartyRecord,
    pub sphere: Sphere,
    pub serves: Vec<AreaCode>,
    pub digest: Digest,
    pub verdict: Verdict<crate::party::Party>,
    pub offers: Vec<(OfferRecord, Digest, Verdict<crate::offer::Offer>)>,
}

pub(super) struct Scales {
    pub known: Known,
    pub report: Report,
    pub locator: Locator,
    codes: HashSet<AreaCode>,
    unwanted: Unwanted,
    secretive: Secretive,
    source_name: String,
    sphere: Sphere,
    seen_parties: HashSet<[u8; 16]>,
    seen_offers: HashSet<[u8; 16]>,
    /// In the file, but not fit to be taken over: not gone from the source.
    unfit: HashSet<[u8; 16]>,
    /// Were marked as dropped, and stand in the file again.
    pub back: (Vec<Id<crate::party::Party>>, Vec<Id<crate::offer::Offer>>),
    print: Sha256,
}

impl Scales {
    pub(super) fn new(
        known: Known,
        locator: Locator,
        codes: HashSet<AreaCode>,
        unwanted: Unwanted,
        secretive: Secretive,
        source_name: &str,
        sphere: Sphere,
    ) -> Self {
        Self {
            known,
            report: Report::default(),
            locator,
            codes,
            unwanted,
            secretive,
            source_name: source_name.to_owned(),
            sphere,
            seen_parties: HashSet::new(),
            seen_offers: HashSet::new(),
            unfit: HashSet::new(),
            back: (Vec::new(), Vec::new()),
            print: Sha256::new(),
        }
    }

    pub(super) fn remark(&mut self, remark: Remark) {
        if remark.outcome == super::record::Outcome::Refused {
            self.unfit.insert(digest::key(&remark.key));
        }
        self.report.say(remark.into());
    }

    /// `None` when the party and all it has stay out.
    pub(super) fn party(&mut self, mut record: PartyRecord) -> Option<Weighed> {
        self.report.records += 1;
        let short = digest::key(&record.key);
        let known = self.known.parties.contains_key(&short);
        if let Some(why) = self.unwanted.why(&record, &self.source_name, known) {
            // Who must be looked at is named; who asked not to be listed is not.
            let name = if why == Why::LikeUnwanted { record.name.as_str() } else { "" };
            self.report.say(Line::new(Fate::LeftOut, record.at.clone(), &record.key, why, name));
            return None;
        }
        if self.secretive.holds(&record, &self.known) {
            self.hold(&record);
            return None;
        }
        if !self.seen_parties.insert(short) {
            self.double(&record);
            return None;
        }
        let sphere = record.sphere.unwrap_or(self.sphere);
        let serves = self.served(&record);
        self.look_at_places(&record);
        let digest = digest::party(&record, sphere, &serves);
        let standing = self.known.parties.get_mut(&short);
        let (verdict, back) = weigh(standing, &digest, &mut self.report.parties);
        if let Verdict::Kept(_) = verdict {
            let why = kept(self.known.parties.get(&short).map(|standing| standing.hand));
            self.report.say(Line::new(Fate::Kept, record.at.clone(), &record.key, why, record.name.as_str()));
        }
        if let Some(id) = back.then(|| verdict.id()).flatten() {
            self.report.back += 1;
            self.back.0.push(id);
        }
        self.note(b'p', short, &digest, code(verdict, back));
        let offers = std::mem::take(&mut record.offers);
        let offers = offers.into_iter().filter_map(|offer| self.offer(offer, &record.key)).collect();
        Some(Weighed { record, sphere, serves, digest, verdict, offers })
    }

    fn offer(
        &mut self,
        record: OfferRecord,
        party_key: &str,
    ) -> Option<(OfferRecord, Digest, Verdict<crate::offer::Offer>)> {
        self.report.records += 1;
        let short = digest::key(&record.key);
        if !self.seen_offers.insert(short) {
            self.report.say(double(&record.at, &record.key, record.name.as_str()));
            return None;
        }
        let digest = digest::offer(&record, party_key);
        let standing = self.known.offers.get_mut(&short);
        let (verdict, back) = weigh(standing, &digest, &mut self.report.offers);
        if let Verdict::Kept(_) = verdict {
            let why = kept(self.known.offers.get(&short).map(|standing| standing.hand));
            self.report.say(Line::new(Fate::Kept, record.at.clone(), &record.key, why, record.name.as_str()));
        }
        if let Some(id) = back.then(|| verdict.id()).flatten() {
            self.report.back += 1;
            self.back.1.push(id);
        }
        self.note(b'o', short, &digest, code(verdict, back));
        Some((record, digest, verdict))
    }

    /// It stays as it stands until a human looked; being in the file, it is not gone from the source.
    fn hold(&mut self, record: &PartyRecord) {
        let name = record.name.as_str();
        self.report.say(Line::new(Fate::LeftOut, record.at.clone(), &record.key, Why::LikeSecret, name));
        let offers = record.offers.iter().map(|offer| offer.key.as_str());
        self.unfit.extend(std::iter::once(record.key.as_str()).chain(offers).map(digest::key));
    }

    fn double(&mut self, record: &PartyRecord) {
        self.report.say(double(&record.at, &record.key, record.name.as_str()));
        for offer in &record.offers {
            self.report.say(double(&offer.at, &offer.key, offer.name.as_str()));
        }
    }

    /// The areas it serves that exist here; the others are said.
    fn served(&mut self, record: &PartyRecord) -> Vec<AreaCode> {
        let mut here = Vec::with_capacity(record.serves.len());
        for area in &record.serves {
            if self.codes.contains(area) {
                here.push(area.clone());
            } else {
                let why = Why::Read(Reason::UnknownArea);
                self.report.say(Line::new(Fate::Mended, record.at.clone(), &record.key, why, area.as_str()));
            }
        }
        here.sort();
        here.dedup();
        here
    }

    fn look_at_places(&mut self, record: &PartyRecord) {
        if self.locator.is_empty() {
            return;
        }
        for place in &record.places {
            let Whereabouts::Open(open) = &place.whereabouts else { continue };
            let Some(point) = open.point else { continue };
            let (why, detail) = match self.locator.locate(point) {
                Located::In(_) => continue,
                Located::Near(area, metres) => (Why::NearArea, format!("{area}, {metres:.0} m")),
                Located::Nowhere => (Why::OutsideAreas, String::new()),
            };
            self.report.say(Line::new(Fate::Noted, place.at.clone(), &place.key, why, detail));
        }
    }

    /// Themes that come along, each in a line of the preview.
    pub(super) fn themes(&mut self, brought: &[ThemeRecord]) {
        for it in brought {
            let key = it.theme.key();
            self.report.themes += 1;
            self.report.say(Line::new(Fate::Noted, it.at.clone(), key, Why::NewTheme, it.nl.as_str()));
            self.print.update(b"t");
            self.print.update(digest::key(key));
        }
    }

    /// What the source had and has no more, unless the file was cut off: then nobody knows.
    pub(super) fn gone(
        &mut self,
        cut_off: bool,
    ) -> (Vec<Id<crate::party::Party>>, Vec<Id<crate::offer::Offer>>) {
        if cut_off {
            self.report.cut_off = true;
            return (Vec::new(), Vec::new());
        }
        let parties = missing(&self.known.parties, &self.unfit);
        let offers = missing(&self.known.offers, &self.unfit);
        self.report.parties.gone = parties.len();
        self.report.offers.gone = offers.len();
        for id in parties.iter().map(|id| id.uuid()).chain(offers.iter().map(|id| id.uuid())) {
            self.print.update(b"g");
            self.print.update(id.as_bytes());
        }
        (parties, offers)
    }

    fn note(&mut self, kind: u8, key: [u8; 16], digest: &Digest, verdict: u8) {
        self.print.update([kind, verdict]);
        self.print.update(key);
        self.print.update(digest);
    }

    /// Everything that was weighed and what came of it, in 32 bytes.
    pub(super) fn finish(self) -> Report {
        let mut report = self.report;
        report.print = self.print.finalize().into();
        report
    }
}

fn double(at: &super::record::At, key: &str, name: &str) -> Line {
    Line::new(Fate::Refused, at.clone(), key, Why::Read(Reason::DoubleKey), name)
}

fn kept(hand: Option<Hand>) -> Why {
    match hand {
        Some(Hand::Confirmed) => Why::Confirmed,
        Some(Hand::Removed) => Why::Removed,
        _ => Why::Edited,
    }
}

fn code<T>(verdict: Verdict<T>, back: bool) -> u8 {
    let code = match verdict {
        Verdict::New => 0,
        Verdict::Changed(_) => 1,
        Verdict::Same(_) => 2,
        Verdict::Kept(_) => 3,
    };
    code | (u8::from(back) << 4)
}

/// The verdict, and whether the source has it back after it was gone.
fn weigh<T>(standing: Option<&mut Standing<T>>, digest: &Digest, counts: &mut Counts) -> (Verdict<T>, bool) {
    let Some(standing) = standing else {
        counts.added += 1;
        return (Verdict::New, false);
    };
    standing.seen = true;
    let back = standing.dropped;
    let verdict = if standing.hand == Hand::Removed {
        counts.kept += 1;
        Verdict::Kept(standing.id)
    } else if standing.digest.as_ref() == Some(digest) {
        // Back again is a change a visitor sees, though the record says what it said.
        if back {
            counts.changed += 1
        } else {
            counts.same += 1
        }
        Verdict::Same(standing.id)
    } else if standing.hand == Hand::None {
        counts.changed += 1;
        Verdict::Changed(standing.id)
    } else {
        counts.kept += 1;
        Verdict::Kept(standing.id)
    };
    (verdict, back)
}

fn missing<T>(all: &super::known::Standings<T>, unfit: &HashSet<[u8; 16]>) -> Vec<Id<T>> {
    let gone = all.iter().filter(|(key, it)| !it.seen && !it.dropped && !unfit.contains(*key));
    let mut ids: Vec<Id<T>> = gone.map(|(_, it)| it.id).collect();
    ids.sort();
    ids
}
