//! A week of opening hours as schedules of HSDS: days with the same hours are one.

use directory::offer::Offer;
use directory::offer::opening::{Clock, Slot};
use serde::Serialize;
use uuid::Uuid;

use crate::ids::derived;

#[derive(Clone, Debug, Serialize)]
pub struct Schedule {
    pub id: Uuid,
    pub service_id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freq: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<u8>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub byday: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub opens_at: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub closes_at: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
}

#[must_use]
pub fn schedules(offer: &Offer) -> Vec<Schedule> {
    let id = offer.id.uuid();
    let note = offer.opening_note.to_string();
    let mut weeks: Vec<((Clock, Clock), Vec<Slot>)> = Vec::new();
    for slot in offer.opening.slots() {
        let times = (slot.from, slot.to);
        match weeks.iter_mut().find(|(other, _)| *other == times) {
            Some((_, slots)) => slots.push(slot),
            None => weeks.push((times, vec![slot])),
        }
    }
    if weeks.is_empty() && note.is_empty() {
        return Vec::new();
    }
    if weeks.is_empty() {
        return vec![Schedule {
            id: derived(id, "schedule"),
            service_id: id,
            freq: None,
            interval: None,
            byday: String::new(),
            opens_at: String::new(),
            closes_at: String::new(),
            description: note,
        }];
    }
    weeks
        .into_iter()
        .map(|((from, to), slots)| Schedule {
            id: derived(id, &format!("schedule {from}-{to}")),
            service_id: id,
            freq: Some("WEEKLY"),
            interval: Some(1),
            byday: slots.iter().map(|slot| slot.day.code().to_uppercase()).collect::<Vec<_>>().join(","),
            opens_at: from.to_string(),
            closes_at: to.to_string(),
            description: note.clone(),
        })
        .collect()
}
