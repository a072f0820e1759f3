//! The inside of a zip, unpacked while reading and counted by what comes out, not by what its headers promise.

use std::io::{self, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::files::{Files, base};
use super::{Limits, ReadSeek, Unreadable};

/// Small files may be packed as tightly as they like: the ratio counts from here.
const RATIO_COUNTS_FROM: u64 = 1 << 20;

pub(super) struct Archive<'a> {
    zip: ZipArchive<&'a mut dyn ReadSeek>,
    /// Index in the zip and name, of what is worth opening.
    entries: Vec<(usize, String)>,
    limits: Limits,
    unpacked: u64,
}

impl<'a> Archive<'a> {
    pub(super) fn open(input: &'a mut dyn ReadSeek, limits: Limits) -> Result<Self, Unreadable> {
        let mut zip = ZipArchive::new(input).map_err(of_zip)?;
        if zip.len() > limits.files {
            return Err(Unreadable::TooManyFiles { max: limits.files });
        }
        let mut entries = Vec::new();
        for index in 0..zip.len() {
            let file = zip.by_index_raw(index).map_err(of_zip)?;
            let name = file.name().map_err(of_zip)?.into_owned();
            let shown = || name.chars().take(120).collect::<String>();
            if escapes(&name) {
                return Err(Unreadable::Escapes { file: shown() });
            }
            if file.is_symlink() {
                return Err(Unreadable::Link { file: shown() });
            }
            if file.encrypted() {
                return Err(Unreadable::Locked { file: shown() });
            }
            if !file.is_dir() && !is_litter(&name) {
                entries.push((index, name));
            }
        }
        if entries.is_empty() {
            return Err(Unreadable::Empty { file: "zip".to_owned() });
        }
        Ok(Self { zip, entries, limits, unpacked: 0 })
    }
}

impl Files for Archive<'_> {
    fn names(&self) -> Vec<String> {
        self.entries.iter().map(|(_, name)| name.clone()).collect()
    }

    fn open<'a>(&'a mut self, index: usize) -> Result<Box<dyn Read + 'a>, Unreadable> {
        let (at, name) = self.entries.get(index).cloned().ok_or(Unreadable::BadArchive)?;
        let file = self.zip.by_index(at).map_err(of_zip)?;
        let packed = file.compressed_size();
        Ok(Box::new(Counted { file, name, packed, here: 0, total: &mut self.unpacked, limits: self.limits }))
    }
}

struct Counted<'a, R> {
    file: R,
    name: String,
    packed: u64,
    here: u64,
    total: &'a mut u64,
    limits: Limits,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let got = self.file.read(buffer).map_err(|_| io::Error::from(Unreadable::BadArchive))?;
        self.here += got as u64;
        *self.total += got as u64;
        let ratio = self.here / self.packed.max(1);
        if self.here > RATIO_COUNTS_FROM && ratio > self.limits.ratio {
            return Err(Unreadable::Bomb { file: self.name.clone(), ratio: self.limits.ratio }.into());
        }
        if *self.total > self.limits.bytes {
            return Err(Unreadable::TooBig { max: self.limits.bytes }.into());
        }
        Ok(got)
    }
}

fn escapes(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    let up = name.split(['/', '\\']).any(|part| part == "..");
    name.starts_with(['/', '\\']) || drive || up || name.contains('\0')
}

/// What computers leave in a zip by themselves.
fn is_litter(name: &str) -> bool {
    name.starts_with("__MACOSX/")
        || base(name).starts_with('.')
        || base(name).eq_ignore_ascii_case("thumbs.db")
}

fn of_zip(error: ZipError) -> Unreadable {
    match error {
        ZipError::Io(error) => match Unreadable::from(error) {
            Unreadable::Broken { .. } => Unreadable::BadArchive,
            other => other,
        },
        _ => Unreadable::BadArchive,
    }
}
