//! Several named inputs as one: a single file, a folder, the inside of a zip.

use std::io::{self, Read};

use super::{ReadSeek, Unreadable};

/// Named inputs that can each be opened once, in any order.
pub trait Files {
    /// Paths relative to the whole, as the user would name them.
    fn names(&self) -> Vec<String>;

    /// # Errors
    /// Whatever the medium says.
    fn open<'a>(&'a mut self, index: usize) -> Result<Box<dyn Read + 'a>, Unreadable>;
}

/// One file under its own name.
pub(super) struct One<'a> {
    name: String,
    input: &'a mut dyn ReadSeek,
}

impl<'a> One<'a> {
    pub(super) fn new(name: &str, input: &'a mut dyn ReadSeek) -> Self {
        Self { name: name.to_owned(), input }
    }
}

impl Files for One<'_> {
    fn names(&self) -> Vec<String> {
        vec![self.name.clone()]
    }

    fn open<'a>(&'a mut self, _index: usize) -> Result<Box<dyn Read + 'a>, Unreadable> {
        self.input.rewind()?;
        Ok(Box::new(&mut *self.input))
    }
}

/// A folder (or a few uploads together): names with a way to open each.
pub struct Folder<F> {
    names: Vec<String>,
    open: F,
}

impl<F, R> Folder<F>
where
    F: FnMut(&str) -> io::Result<R>,
    R: Read,
{
    /// `open` gets one of `names`. Reading from the disk stays with the caller.
    pub const fn new(names: Vec<String>, open: F) -> Self {
        Self { names, open }
    }
}

impl<F, R> Files for Folder<F>
where
    F: FnMut(&str) -> io::Result<R>,
    R: Read + 'static,
{
    fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    fn open<'a>(&'a mut self, index: usize) -> Result<Box<dyn Read + 'a>, Unreadable> {
        let name = self.names.get(index).map_or("", String::as_str);
        Ok(Box::new((self.open)(name)?))
    }
}

/// The last part of a path, whichever way its slashes lean.
pub(super) fn base(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// Reads until the buffer is full or the input ends.
pub(super) fn fill(input: &mut dyn ReadSeek, buffer: &mut [u8]) -> io::Result<usize> {
    let mut got = 0;
    while let Some(rest) = buffer.get_mut(got..).filter(|rest| !rest.is_empty()) {
        match input.read(rest) {
            Ok(0) => break,
            Ok(n) => got += n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(got)
}
