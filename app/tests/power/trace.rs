//! What strace wrote down of a server, read into operations on the database's files, with the answers it gave between them.

use std::collections::HashMap;
use std::io::BufRead;

/// The calls that matter here, for `-e trace=`.
pub(crate) const CALLS: &str = "openat,close,pwrite64,fsync,fdatasync,ftruncate,unlink,sendto,write,writev";

/// One thing that happened, in the order in which it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    /// A file that was not there.
    Create(String),
    Write {
        file: String,
        at: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        file: String,
        length: usize,
    },
    Unlink(String),
    /// Everything before the operation of this number, of this file, is on the disk.
    Sync {
        file: String,
        before: usize,
    },
    /// Names in the folder too.
    SyncFolder {
        before: usize,
    },
    /// An answer leaves for a visitor, with its status.
    Answer(u16),
}

/// One line: a call that begins, ends, or both.
#[derive(Debug, PartialEq, Eq)]
struct Line<'l> {
    process: &'l str,
    call: &'l str,
    /// None when this is only the end of it.
    arguments: Option<&'l str>,
    /// None when it has not ended.
    result: Option<i64>,
}

/// Reads the log of a server whose database has this path. The files beside it that are there already are `known`.
pub(crate) fn read(log: impl BufRead, database: &str, known: &[&str]) -> Vec<Operation> {
    let (folder, _) = database.rsplit_once('/').expect("a path");
    let mut reader = Reader {
        folder: folder.to_owned(),
        there: known.iter().map(|name| (*name).to_owned()).collect(),
        open: HashMap::new(),
        begun: HashMap::new(),
        operations: Vec::new(),
    };
    for line in log.lines() {
        let line = line.expect("the log of strace");
        if let Some(line) = split(&line) {
            reader.take(&line);
        }
    }
    reader.operations
}

struct Reader {
    folder: String,
    there: Vec<String>,
    open: HashMap<i64, What>,
    /// By process: a call that has begun, with the number of operations at that moment.
    begun: HashMap<String, (Begun, usize)>,
    operations: Vec<Operation>,
}

#[derive(Clone, Debug)]
enum What {
    File(String),
    Folder,
}

#[derive(Clone, Debug)]
enum Begun {
    Open { path: String, creates: bool },
    Close(i64),
    Write,
    Sync(What),
    Truncate { file: String, length: usize },
    Unlink(String),
}

impl Reader {
    fn take(&mut self, line: &Line<'_>) {
        if let Some(arguments) = line.arguments
            && let Some(begun) = self.begin(line.call, arguments)
        {
            self.begun.insert(line.process.to_owned(), (begun, self.operations.len()));
        }
        if let Some(result) = line.result
            && let Some((begun, before)) = self.begun.remove(line.process)
            && result >= 0
        {
            self.end(begun, before, result);
        }
    }

    /// What is written may be on the disk from here on; what it says to a visitor may have been read.
    fn begin(&mut self, call: &str, arguments: &str) -> Option<Begun> {
        let (first, rest) = arguments.split_once(", ").unwrap_or((arguments, ""));
        let number = || first.trim().parse::<i64>().ok();
        match call {
            "openat" => {
                let (path, rest) = text(rest)?;
                Some(Begun::Open { path, creates: rest.contains("O_CREAT") })
            }
            "close" => Some(Begun::Close(number()?)),
            "pwrite64" => {
                let What::File(file) = self.open.get(&number()?)?.clone() else { return None };
                let (bytes, rest) = bytes(rest)?;
                let at = rest.trim_end_matches(')').rsplit(", ").next()?.trim().parse().ok()?;
                self.operations.push(Operation::Write { file, at, bytes });
                Some(Begun::Write)
            }
            "fsync" | "fdatasync" => Some(Begun::Sync(self.open.get(&number()?)?.clone())),
            "ftruncate" => {
                let What::File(file) = self.open.get(&number()?)?.clone() else { return None };
                Some(Begun::Truncate { file, length: rest.trim().parse().ok()? })
            }
            "unlink" => self.name(&text(arguments)?.0).map(Begun::Unlink),
            _ => {
                let answer = answer(rest)?;
                self.operations.push(Operation::Answer(answer));
                None
            }
        }
    }

    fn end(&mut self, begun: Begun, before: usize, result: i64) {
        match begun {
            Begun::Open { path, .. } if path == self.folder => {
                self.open.insert(result, What::Folder);
            }
            Begun::Open { path, creates } => {
                let Some(name) = self.name(&path) else { return };
                if creates && !self.there.contains(&name) {
                    self.there.push(name.clone());
                    self.operations.push(Operation::Create(name.clone()));
                }
                self.open.insert(result, What::File(name));
            }
            Begun::Close(number) => {
                self.open.remove(&number);
            }
            Begun::Write => {}
            Begun::Sync(What::File(file)) => self.operations.push(Operation::Sync { file, before }),
            Begun::Sync(What::Folder) => self.operations.push(Operation::SyncFolder { before }),
            Begun::Truncate { file, length } => self.operations.push(Operation::Truncate { file, length }),
            Begun::Unlink(name) => {
                self.there.retain(|there| *there != name);
                self.operations.push(Operation::Unlink(name));
            }
        }
    }

    /// Of a file beside the database. The `-shm` is made anew after every crash, so it is none.
    fn name(&self, path: &str) -> Option<String> {
        let name = path.strip_prefix(&self.folder)?.strip_prefix('/')?;
        (!name.contains('/') && !name.ends_with("-shm")).then(|| name.to_owned())
    }
}

/// `123 pwrite64(11, "\x00", 1, 0) = 1`, and the two halves of a call that others came between.
fn split(line: &str) -> Option<Line<'_>> {
    let (process, rest) = line.split_once(' ')?;
    let rest = rest.trim_start();
    if let Some(rest) = rest.strip_prefix("<... ") {
        let (call, rest) = rest.split_once(" resumed>")?;
        return Some(Line { process, call, arguments: None, result: Some(result(rest)?) });
    }
    let (call, rest) = rest.split_once('(')?;
    if let Some(arguments) = rest.strip_suffix(" <unfinished ...>") {
        return Some(Line { process, call, arguments: Some(arguments), result: None });
    }
    let (arguments, _) = rest.rsplit_once(" = ")?;
    let arguments = arguments.trim_end().strip_suffix(')')?;
    Some(Line { process, call, arguments: Some(arguments), result: Some(result(rest)?) })
}

fn result(rest: &str) -> Option<i64> {
    rest.rsplit_once(" = ")?.1.split_whitespace().next()?.parse().ok()
}

/// `"\x41\x42"`, and what comes after it.
fn bytes(quoted: &str) -> Option<(Vec<u8>, &str)> {
    let (hex, rest) = quoted.trim_start().strip_prefix('"')?.split_once('"')?;
    assert!(!rest.starts_with("..."), "strace cut a write short");
    let digit = |byte: u8| (byte as char).to_digit(16);
    let read =
        hex.as_bytes().chunks_exact(4).map(|four| Some((digit(four[2])? * 16 + digit(four[3])?) as u8));
    Some((read.collect::<Option<Vec<u8>>>()?, rest))
}

fn text(quoted: &str) -> Option<(String, &str)> {
    let (bytes, rest) = bytes(quoted)?;
    Some((String::from_utf8(bytes).ok()?, rest))
}

/// The status, when what is sent begins an answer.
fn answer(rest: &str) -> Option<u16> {
    // `writev` has a list of pieces: the first has the head.
    let first = rest.get(rest.find('"')?..)?;
    if !first.starts_with("\"\\x48\\x54\\x54\\x50\\x2f\\x31") {
        return None;
    }
    text(first)?.0.split(' ').nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_read_into_what_happened_in_its_order() {
        let hex = |text: &str| -> String { text.bytes().map(|byte| format!("\\x{byte:02x}")).collect() };
        let (wal, shm, folder) = (hex("/d/a.db-wal"), hex("/d/a.db-shm"), hex("/d"));
        let head = hex("HTTP/1.1 303 See Other\r\n");
        let log = format!(
            "7 openat(AT_FDCWD, \"{wal}\", O_RDWR|O_CREAT, 0600) = 11\n\
             7 openat(AT_FDCWD, \"{shm}\", O_RDWR|O_CREAT, 0600) = 12\n\
             7 pwrite64(12, \"\\x00\", 1, 4095) = 1\n\
             7 pwrite64(11, \"\\x41\\x42\", 2, 32 <unfinished ...>\n\
             8 close(12)                         = 0\n\
             7 <... pwrite64 resumed>)           = 2\n\
             7 fsync(11 <unfinished ...>\n\
             8 pwrite64(11, \"\\x43\", 1, 34)      = 1\n\
             7 <... fsync resumed>)              = 0\n\
             9 writev(20, [{{iov_base=\"{head}\", iov_len=9}}, {{iov_base=\"\\x41\", iov_len=1}}], 2) = 10\n\
             7 openat(AT_FDCWD, \"{folder}\", O_RDONLY) = 13\n\
             7 fsync(13)                         = -1 EIO (Input/output error) (INJECTED)\n\
             7 fsync(13)                         = 0\n\
             7 ftruncate(11, 0)                  = 0\n\
             7 unlink(\"{wal}\")                   = 0\n\
             9 +++ exited with 0 +++\n"
        );
        let (file, wrote) = (
            || "a.db-wal".to_owned(),
            |at: usize, text: &str| Operation::Write { file: "a.db-wal".to_owned(), at, bytes: text.into() },
        );
        assert_eq!(
            read(log.as_bytes(), "/d/a.db", &["a.db"]),
            [
                Operation::Create(file()),
                wrote(32, "AB"),
                wrote(34, "C"),
                Operation::Sync { file: file(), before: 2 },
                Operation::Answer(303),
                Operation::SyncFolder { before: 5 },
                Operation::Truncate { file: file(), length: 0 },
                Operation::Unlink(file()),
            ]
        );
    }
}
