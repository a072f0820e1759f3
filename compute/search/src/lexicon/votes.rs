//! Words that lead to a kind of help together, when no name and no sentence stands there as a whole.

use super::help::Helps;
use super::names::Names;
use super::{Class, Kind};

/// How much a word says that an offer uses, beside one that people use who ask.
const SHOWS: f32 = 0.6;
const HINTS: f32 = 0.3;

/// A kind with less of the votes than this was not meant.
const LEAST: f32 = 0.12;

/// For each class of words the kinds of help it stands with, and how much of the vote each has.
#[derive(Default)]
pub(crate) struct Votes {
    of_class: Vec<Vec<(u32, f32)>>,
}

impl Votes {
    pub(super) fn of(names: &Names, helps: &Helps, classes: usize) -> Self {
        let mut of_class: Vec<Vec<(u32, f32)>> = vec![Vec::new(); classes];
        for name in &names.names {
            let own = [name.meaning];
            let (kinds, counts) = match name.kind {
                Kind::Name | Kind::Door => (helps.of_meaning(name.meaning), 1.0),
                Kind::Shows => (own.as_slice(), SHOWS),
                Kind::Hints => (own.as_slice(), HINTS),
            };
            for class in &name.classes {
                let share = counts * names.weight(*class) / name.weight.max(f32::EPSILON);
                let Some(of_this) = of_class.get_mut(*class as usize) else { continue };
                for kind in kinds {
                    match of_this.iter_mut().find(|(other, _)| other == kind) {
                        Some((_, known)) => *known += (1.0 - *known) * share,
                        None => of_this.push((*kind, share)),
                    }
                }
            }
        }
        // A word that stands with many kinds says little of each.
        for of_this in &mut of_class {
            let all: f32 = of_this.iter().map(|(_, share)| share).sum();
            for (_, share) in of_this.iter_mut() {
                *share /= all.max(1.0);
            }
        }
        Self { of_class }
    }

    /// What the words of a question lead to: each with its classes and how much it says.
    pub(crate) fn cast(&self, names: &Names, words: &[(&[(Class, f32)], f32)]) -> Vec<(u32, f32)> {
        let mut votes: Vec<(u32, f32)> = Vec::new();
        let mut all = 0.0;
        for (classes, says) in words {
            let weigh = |class: &Class| if class.part { 0.5 } else { 1.0 } * names.weight(class.class) * says;
            all += classes.iter().map(|(class, _)| weigh(class)).fold(says * 3.0, f32::max);
            let mut own: Vec<(u32, f32)> = Vec::new();
            for (class, surely) in *classes {
                for (kind, share) in self.of_class.get(class.class as usize).into_iter().flatten() {
                    let vote = weigh(class) * surely * share;
                    match own.iter_mut().find(|(other, _)| other == kind) {
                        Some((_, known)) => *known = known.max(vote),
                        None => own.push((*kind, vote)),
                    }
                }
            }
            for (kind, vote) in own {
                match votes.iter_mut().find(|(other, _)| *other == kind) {
                    Some((_, known)) => *known += vote,
                    None => votes.push((kind, vote)),
                }
            }
        }
        for (_, vote) in &mut votes {
            *vote /= f32::max(all, f32::EPSILON);
        }
        votes.retain(|(_, vote)| *vote >= LEAST);
        votes
    }
}
