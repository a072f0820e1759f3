//! A disk whose power can fail: what was synced is there, of the rest any part.

use std::collections::BTreeMap;
use std::path::Path;

use crate::chance::Chance;
use crate::trace::Operation;

const SECTOR: usize = 512;

/// What may still be lost of a file.
#[derive(Clone, Debug)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Truncate(usize),
}

/// A name that comes to stand for a file, or for none any more.
#[derive(Clone, Debug)]
struct Naming {
    number: usize,
    name: String,
    file: Option<File>,
}

/// A file whatever it is called: one of the same name that is made later is another.
type File = usize;

/// How much of what was not synced is still there.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Luck {
    Nothing,
    /// Each write, so many times in a hundred.
    Some(usize),
    /// As `Some`, and every other one torn: any of its sectors, and not the rest.
    Torn(usize),
}

/// The three that are tried at each point.
pub(crate) const VARIANTS: [Luck; 3] = [Luck::Nothing, Luck::Some(50), Luck::Torn(75)];

#[derive(Clone, Debug, Default)]
pub(crate) struct Disk {
    /// As the running program sees it.
    named_now: BTreeMap<String, File>,
    /// What is surely so after a power cut.
    named: BTreeMap<String, File>,
    contents: Vec<Vec<u8>>,
    unsynced: Vec<(usize, File, Change)>,
    unsynced_names: Vec<Naming>,
}

impl Disk {
    /// A file that lay there before, safely.
    pub(crate) fn holding(name: &str, bytes: Vec<u8>) -> Self {
        let names: BTreeMap<String, File> = [(name.to_owned(), 0)].into();
        Self { named_now: names.clone(), named: names, contents: vec![bytes], ..Self::default() }
    }

    /// The operation of this number happens.
    pub(crate) fn take(&mut self, number: usize, operation: &Operation) {
        match operation {
            Operation::Create(name) => {
                let file = self.contents.len();
                self.contents.push(Vec::new());
                self.named_now.insert(name.clone(), file);
                self.unsynced_names.push(Naming { number, name: name.clone(), file: Some(file) });
            }
            Operation::Unlink(name) => {
                self.named_now.remove(name);
                self.unsynced_names.push(Naming { number, name: name.clone(), file: None });
            }
            Operation::Write { file, at, bytes } => {
                let write = Change::Write { at: *at, bytes: bytes.clone() };
                self.unsynced.push((number, self.named_now[file], write));
            }
            Operation::Truncate { file, length } => {
                self.unsynced.push((number, self.named_now[file], Change::Truncate(*length)));
            }
            Operation::Sync { file, before } => {
                let file = self.named_now[file];
                let (synced, left): (Vec<_>, Vec<_>) = std::mem::take(&mut self.unsynced)
                    .into_iter()
                    .partition(|(number, of, _)| *of == file && number < before);
                self.unsynced = left;
                for (_, _, change) in synced {
                    change.apply(&mut self.contents[file], |_| true);
                }
            }
            Operation::SyncFolder { before } => {
                let (synced, left): (Vec<_>, Vec<_>) = std::mem::take(&mut self.unsynced_names)
                    .into_iter()
                    .partition(|naming| naming.number < *before);
                self.unsynced_names = left;
                for naming in synced {
                    naming.apply(&mut self.named);
                }
            }
            Operation::Answer(_) => {}
        }
    }

    /// The power fails now: the files that are found when it is back.
    pub(crate) fn image(&self, luck: Luck, chance: &mut Chance) -> BTreeMap<String, Vec<u8>> {
        // A folder's names are written in their order, up to some moment.
        let renamed = match luck {
            Luck::Nothing => 0,
            Luck::Some(_) | Luck::Torn(_) => chance.below(self.unsynced_names.len() + 1),
        };
        let mut named = self.named.clone();
        for naming in &self.unsynced_names[..renamed] {
            naming.apply(&mut named);
        }
        let mut found: BTreeMap<File, (String, Vec<u8>)> =
            named.into_iter().map(|(name, file)| (file, (name, self.contents[file].clone()))).collect();
        for (_, file, change) in &self.unsynced {
            let Some((_, content)) = found.get_mut(file) else { continue };
            match luck {
                Luck::Some(often) if chance.percent(often) => change.apply(content, |_| true),
                Luck::Torn(often) if chance.percent(often) => {
                    let torn = chance.percent(50);
                    change.apply(content, |_| !torn || chance.percent(50));
                }
                Luck::Nothing | Luck::Some(_) | Luck::Torn(_) => {}
            }
        }
        found.into_values().collect()
    }
}

impl Naming {
    fn apply(&self, names: &mut BTreeMap<String, File>) {
        match self.file {
            Some(file) => names.insert(self.name.clone(), file),
            None => names.remove(&self.name),
        };
    }
}

impl Change {
    /// `keeps` decides for each sector.
    fn apply(&self, content: &mut Vec<u8>, mut keeps: impl FnMut(usize) -> bool) {
        match self {
            Self::Truncate(length) => content.resize(*length, 0),
            Self::Write { at, bytes } => {
                let mut from = 0;
                while from < bytes.len() {
                    let sector = (at + from) / SECTOR;
                    let until = bytes.len().min((sector + 1) * SECTOR - at);
                    if keeps(sector) {
                        if content.len() < at + until {
                            content.resize(at + until, 0);
                        }
                        content[at + from..at + until].copy_from_slice(&bytes[from..until]);
                    }
                    from = until;
                }
            }
        }
    }
}

/// Lays an image down in a folder.
pub(crate) fn lay_down(image: &BTreeMap<String, Vec<u8>>, folder: &Path) {
    for (name, bytes) in image {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(at: usize, byte: u8, length: usize) -> Operation {
        Operation::Write { file: "a".to_owned(), at, bytes: vec![byte; length] }
    }

    fn all(disk: &Disk) -> Vec<BTreeMap<String, Vec<u8>>> {
        let mut chance = Chance::new(9);
        (0..200).flat_map(|_| VARIANTS.map(|luck| disk.image(luck, &mut chance))).collect()
    }

    #[test]
    fn what_was_synced_is_always_there_and_of_the_rest_any_part() {
        let mut disk = Disk::holding("a", vec![0; 600]);
        disk.take(0, &write(0, 1, 600));
        disk.take(1, &Operation::Sync { file: "a".to_owned(), before: 1 });
        disk.take(2, &write(500, 2, 24));
        let found: std::collections::BTreeSet<Vec<u8>> =
            all(&disk).into_iter().map(|image| image["a"].clone()).collect();
        let with = |range: std::ops::Range<usize>| {
            let mut bytes = vec![1; 600];
            bytes[range].fill(2);
            bytes
        };
        let expected = [with(0..0), with(500..524), with(500..512), with(512..524)];
        assert_eq!(found, expected.into_iter().collect());
    }

    #[test]
    fn a_sync_that_began_before_a_write_says_nothing_of_it() {
        let mut disk = Disk::holding("a", Vec::new());
        disk.take(0, &write(0, 1, 4));
        disk.take(1, &write(4, 2, 4));
        disk.take(2, &Operation::Sync { file: "a".to_owned(), before: 1 });
        assert_eq!(disk.image(Luck::Nothing, &mut Chance::new(1))["a"], [1; 4]);
    }

    #[test]
    fn a_name_is_there_for_certain_once_its_folder_was_synced() {
        let mut disk = Disk::default();
        disk.take(0, &Operation::Create("a".to_owned()));
        disk.take(1, &write(0, 1, 4));
        disk.take(2, &Operation::Sync { file: "a".to_owned(), before: 2 });
        let there = |disk: &Disk| all(disk).iter().filter(|image| image.contains_key("a")).count();
        assert!((1..600).contains(&there(&disk)));
        disk.take(3, &Operation::SyncFolder { before: 3 });
        assert_eq!(there(&disk), 600);
        disk.take(4, &Operation::Unlink("a".to_owned()));
        assert!((1..600).contains(&there(&disk)));
        assert_eq!(disk.image(Luck::Nothing, &mut Chance::new(1))["a"], [1; 4]);
        // Another of the same name.
        disk.take(5, &Operation::Create("a".to_owned()));
        disk.take(6, &write(0, 2, 2));
        disk.take(7, &Operation::Sync { file: "a".to_owned(), before: 7 });
        disk.take(8, &Operation::SyncFolder { before: 8 });
        assert_eq!(disk.image(Luck::Nothing, &mut Chance::new(1))["a"], [2; 2]);
    }
}
