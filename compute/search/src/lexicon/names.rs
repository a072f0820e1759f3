//! Names as rows of classes, found in a text by their rarest word.

use std::collections::HashSet;

use super::{Class, Classes, Helps, Kind};
use crate::stems::Stems;

/// Words of one name stand no farther apart in a text than this.
const WINDOW: usize = 7;

/// What a small word says.
const SMALL: f32 = 0.01;

#[derive(Debug)]
pub(crate) struct Name {
    /// Of a name and of what is said at the door the meaning, otherwise the kind of help.
    pub(crate) meaning: u32,
    pub(crate) kind: Kind,
    /// Each once, the rarest first.
    pub(crate) classes: Vec<u32>,
    pub(crate) weight: f32,
    /// Of a sentence with one word that says something: the small words around it.
    small: Vec<String>,
}

impl Name {
    /// Whether enough of the small words are there: *I cannot get up the stairs* is not everything about stairs.
    pub(crate) fn is_around(&self, small: &[String]) -> bool {
        self.small.iter().filter(|word| small.contains(word)).count() * 3 >= self.small.len() * 2
    }

    /// The kinds of help that whoever says this asks for: none when it is an offer that says it.
    pub(super) fn asks_for<'n>(&'n self, helps: &'n Helps) -> &'n [u32] {
        match self.kind {
            Kind::Shows | Kind::Hints => &[],
            Kind::Name | Kind::Door | Kind::Example => self.is_about(helps),
        }
    }

    /// The kinds of help that are spoken of in it.
    pub(super) fn is_about<'n>(&'n self, helps: &'n Helps) -> &'n [u32] {
        match self.kind {
            Kind::Name | Kind::Door => helps.of_meaning(self.meaning),
            Kind::Shows | Kind::Hints | Kind::Example => std::slice::from_ref(&self.meaning),
        }
    }
}

pub(crate) struct Names {
    pub(crate) names: Vec<Name>,
    /// How much a class says: less, the more names have it.
    weights: Vec<f32>,
    with: Vec<Vec<u32>>,
    rarest: Vec<Vec<u32>>,
}

impl Names {
    pub(super) fn of(
        classes: &Classes,
        stems: &Stems,
        said: &[(Kind, u32, Vec<String>)],
        weak: &HashSet<String>,
        empty: &HashSet<String>,
        meanings: usize,
    ) -> Self {
        // Of a sentence only the words that say something are looked for, unless there are none.
        let content: Vec<Vec<&String>> = said
            .iter()
            .map(|(kind, _, words)| {
                let says: Vec<&String> = words.iter().filter(|word| !empty.contains(*word)).collect();
                if !kind.is_sentence() || says.is_empty() { words.iter().collect() } else { says }
            })
            .collect();
        let rows: Vec<Vec<u32>> = content
            .iter()
            .map(|words| {
                let mut row: Vec<u32> =
                    words.iter().filter_map(|word| classes.of_forms(&stems.forms(word))).collect();
                row.sort_unstable();
                row.dedup();
                row
            })
            .collect();
        // In how many meanings a class occurs; a meaning that names it ten times says no more.
        let mut meant = vec![Vec::new(); classes.len];
        for ((kind, meaning, _), row) in said.iter().zip(&rows) {
            for class in row.iter().filter(|_| kind.is_asked()) {
                meant[*class as usize].push(*meaning);
            }
        }
        let mut weights: Vec<f32> = meant
            .into_iter()
            .map(|mut meanings_of| {
                meanings_of.dedup();
                (1.0 + meanings as f32 / (1.0 + meanings_of.len() as f32)).ln()
            })
            .collect();
        // Small words are everywhere: no name is found by them.
        for word in empty {
            if let Some(weight) =
                classes.of_forms(&stems.forms(word)).and_then(|class| weights.get_mut(class as usize))
            {
                *weight = SMALL;
            }
        }
        let mut names = Self {
            names: Vec::with_capacity(said.len()),
            with: vec![Vec::new(); weights.len()],
            rarest: vec![Vec::new(); weights.len()],
            weights,
        };
        for (((kind, meaning, words), content), row) in said.iter().zip(content).zip(rows) {
            let alone = *kind == Kind::Door && row.len() == 1;
            let small = words.iter().filter(|word| alone && empty.contains(*word)).cloned().collect();
            names.add(*kind, *meaning, row, content.iter().all(|word| weak.contains(*word)), small);
        }
        names
    }

    fn add(&mut self, kind: Kind, meaning: u32, mut classes: Vec<u32>, weak: bool, small: Vec<String>) {
        classes.sort_by(|one, other| self.weight(*other).total_cmp(&self.weight(*one)).then(one.cmp(other)));
        let Some(rarest) = classes.first() else { return };
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        if !(kind.is_sentence() || kind == Kind::Name && weak) {
            self.rarest[*rarest as usize].push(number);
        }
        // One word of many sentences is no sentence.
        let heard = kind.is_asked() && !(kind == Kind::Door && weak && classes.len() < 2);
        for class in classes.iter().filter(|_| heard) {
            self.with[*class as usize].push(number);
        }
        let weight = classes.iter().map(|class| self.weight(*class)).sum();
        self.names.push(Name { meaning, kind, classes, weight, small });
    }

    pub(crate) fn weight(&self, class: u32) -> f32 {
        self.weights.get(class as usize).copied().unwrap_or(0.0)
    }

    /// The names that have this class in them, by number.
    pub(crate) fn with(&self, class: u32) -> &[u32] {
        self.with.get(class as usize).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn get(&self, number: u32) -> Option<&Name> {
        self.names.get(number as usize)
    }

    /// What a line of text speaks of: the meanings of which a whole name stands in it, and the help it shows. A part
    /// of a long word is only part of a name.
    pub(crate) fn in_line(&self, line: &[(usize, Class)], found: &mut Vec<(Kind, u32)>) {
        for (at, Class { class, part }) in line {
            let near = |other: &u32| {
                line.iter().any(|(place, there)| there.class == *other && place.abs_diff(*at) <= WINDOW)
            };
            let names = self.rarest.get(*class as usize).into_iter().flatten();
            for name in names.filter_map(|number| self.get(*number)) {
                let enough = !part || name.classes.len() > 1;
                let this = (name.kind, name.meaning);
                if enough && !found.contains(&this) && name.classes.iter().all(near) {
                    found.push(this);
                }
            }
        }
    }
}
