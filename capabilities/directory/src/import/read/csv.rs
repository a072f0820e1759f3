//! Rows out of a table as people export it: any line end, any delimiter, quotes that were never closed.

use std::io::{self, Read};

const BLOCK: usize = 64 * 1024;

#[derive(Debug, Default)]
pub(super) struct RawRow {
    pub(super) line: u64,
    text: Vec<u8>,
    ends: Vec<usize>,
    /// The file ended before the line did.
    pub(super) at_end: bool,
}

impl RawRow {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn cell(&self, index: usize) -> &str {
        let from = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let cell = self.ends.get(index).and_then(|to| self.text.get(from..*to)).unwrap_or_default();
        std::str::from_utf8(cell).unwrap_or_default()
    }

    fn clear(&mut self, line: u64) {
        self.line = line;
        self.text.clear();
        self.ends.clear();
        self.at_end = false;
    }

    fn cell_start(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Row,
    /// A quote that opened on this line and never closed. Reading goes on with the line after it, line by line.
    Unclosed(u64),
    /// A line longer than any row may be; it was skipped.
    TooLong(u64),
    End,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    AfterQuote,
}

/// Where the last quote that runs over lines opened, and where in `raw` the line after it begins.
#[derive(Clone, Copy)]
struct Crossing {
    line: u64,
    rest: usize,
}

pub(super) struct Csv<R> {
    input: R,
    block: Vec<u8>,
    at: usize,
    skip_lf: bool,
    /// Bytes to read again before the input goes on, and how far we are in them.
    again: Vec<u8>,
    again_at: usize,
    /// While reading again, no quote may run over a line: that is how we got here.
    by_line: bool,
    raw: Vec<u8>,
    line: u64,
    delimiter: u8,
    columns: usize,
    max_row: usize,
}

impl<R: Read> Csv<R> {
    /// Looks at the first line to find the delimiter.
    pub(super) fn open(input: R, max_row: usize) -> io::Result<Self> {
        let (block, again, raw) = (Vec::new(), Vec::new(), Vec::new());
        let (at, skip_lf, again_at, by_line, line, delimiter, columns) = (0, false, 0, false, 1, b',', 0);
        let mut csv = Self {
            input,
            block,
            at,
            skip_lf,
            again,
            again_at,
            by_line,
            raw,
            line,
            delimiter,
            columns,
            max_row,
        };
        csv.refill()?;
        let first: Vec<u8> = first_line(&csv.block).to_vec();
        match first.strip_prefix(b"sep=").and_then(|rest| rest.first()) {
            Some(mark) => {
                csv.delimiter = *mark;
                while !matches!(csv.next_byte()?, Some(b'\n') | None) {}
                csv.line = 2;
            }
            None => csv.delimiter = delimiter_of(&first),
        }
        Ok(csv)
    }

    /// From here on every row should have this many cells.
    pub(super) const fn expect(&mut self, columns: usize) {
        self.columns = columns;
    }

    pub(super) fn next(&mut self, row: &mut RawRow) -> io::Result<Next> {
        loop {
            if self.again_at >= self.again.len() {
                self.by_line = false;
                self.again.clear();
                self.again_at = 0;
            }
            let next = self.attempt(row)?;
            let blank = next == Next::Row && row.len() == 1 && row.cell(0).trim().is_empty();
            if !blank {
                return Ok(next);
            }
            if row.at_end {
                return Ok(Next::End);
            }
        }
    }

    fn attempt(&mut self, row: &mut RawRow) -> io::Result<Next> {
        row.clear(self.line);
        self.raw.clear();
        let mut state = State::Start;
        let mut opened = self.line;
        let mut crossing: Option<Crossing> = None;
        let mut crossed_here = false;
        let mut gap = 0;
        loop {
            let byte = self.next_byte()?;
            let Some(byte) = byte else {
                row.at_end = true;
                return Ok(match state {
                    State::Quoted => self.unclosed(crossing.filter(|_| crossed_here), opened),
                    State::Start if row.ends.is_empty() => Next::End,
                    _ => self.finish(row, crossing),
                });
            };
            self.raw.push(byte);
            if byte == b'\n' {
                self.line += 1;
            }
            if self.raw.len() > self.max_row {
                if state == State::Quoted && crossed_here {
                    return Ok(self.unclosed(crossing, opened));
                }
                return self.skip_line(byte, row.line);
            }
            state = match (state, byte) {
                (State::Quoted, b'"') => {
                    gap = 0;
                    State::AfterQuote
                }
                (State::Quoted, b'\n') if self.by_line => return Ok(Next::Unclosed(row.line)),
                (State::Quoted, b'\n') => {
                    if !crossed_here {
                        crossing = Some(Crossing { line: opened, rest: self.raw.len() });
                        crossed_here = true;
                    }
                    row.text.push(b'\n');
                    State::Quoted
                }
                (State::Quoted, _) => {
                    row.text.push(byte);
                    State::Quoted
                }
                (State::AfterQuote, b'"') => {
                    row.text.push(b'"');
                    State::Quoted
                }
                (_, b'\n') => return Ok(self.finish(row, crossing)),
                (_, _) if byte == self.delimiter => {
                    row.ends.push(row.text.len());
                    crossed_here = false;
                    State::Start
                }
                (State::AfterQuote, b' ' | b'\t') => {
                    gap += 1;
                    State::AfterQuote
                }
                // A quote that ran over lines and closes in the middle of a word took the opening quote of another
                // cell for its end.
                (State::AfterQuote, _) if crossed_here => return Ok(self.unclosed(crossing, opened)),
                (State::AfterQuote, _) => {
                    // `"Het Anker" Noord`: those quotes belong to the text.
                    row.text.insert(row.cell_start(), b'"');
                    row.text.push(b'"');
                    row.text.extend(std::iter::repeat_n(b' ', gap));
                    row.text.push(byte);
                    State::Plain
                }
                (State::Start, b'"') => {
                    opened = self.line;
                    State::Quoted
                }
                (State::Plain, b'"') if row.text.iter().skip(row.cell_start()).all(|b| *b == b' ') => {
                    row.text.truncate(row.cell_start());
                    opened = self.line;
                    State::Quoted
                }
                (State::Start | State::Plain, _) => {
                    row.text.push(byte);
                    State::Plain
                }
            };
        }
    }

    fn finish(&mut self, row: &mut RawRow, crossing: Option<Crossing>) -> Next {
        row.ends.push(row.text.len());
        match crossing {
            Some(crossing) if self.columns > 0 && row.len() != self.columns => {
                self.unclosed(Some(crossing), crossing.line)
            }
            _ => Next::Row,
        }
    }

    fn unclosed(&mut self, crossing: Option<Crossing>, opened: u64) -> Next {
        if let Some(crossing) = crossing {
            let mut again = self.raw.split_off(crossing.rest.min(self.raw.len()));
            again.extend_from_slice(self.again.get(self.again_at..).unwrap_or_default());
            self.again = again;
            self.again_at = 0;
            self.by_line = true;
            self.line = crossing.line + 1;
        }
        Next::Unclosed(opened)
    }

    fn skip_line(&mut self, last: u8, line: u64) -> io::Result<Next> {
        let mut byte = Some(last);
        while !matches!(byte, Some(b'\n') | None) {
            byte = self.next_byte()?;
            self.line += u64::from(byte == Some(b'\n'));
        }
        Ok(Next::TooLong(line))
    }

    /// The next byte, with every line end as one line feed.
    fn next_byte(&mut self) -> io::Result<Option<u8>> {
        if let Some(byte) = self.again.get(self.again_at) {
            self.again_at += 1;
            return Ok(Some(*byte));
        }
        loop {
            if self.at >= self.block.len() && self.refill()? == 0 {
                return Ok(None);
            }
            let byte = self.block.get(self.at).copied().unwrap_or(b'\n');
            self.at += 1;
            let skip = std::mem::replace(&mut self.skip_lf, byte == b'\r');
            match byte {
                b'\n' if skip => {}
                b'\r' => return Ok(Some(b'\n')),
                _ => return Ok(Some(byte)),
            }
        }
    }

    fn refill(&mut self) -> io::Result<usize> {
        self.block.resize(BLOCK, 0);
        let mut got = 0;
        while got < BLOCK {
            match self.input.read(self.block.get_mut(got..).unwrap_or_default()) {
                Ok(0) => break,
                Ok(more) => got += more,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.block.truncate(got);
        self.at = 0;
        Ok(got)
    }
}

fn first_line(block: &[u8]) -> &[u8] {
    let mut quoted = false;
    let end = block.iter().position(|byte| {
        quoted ^= *byte == b'"';
        !quoted && matches!(byte, b'\n' | b'\r')
    });
    block.get(..end.unwrap_or(block.len())).unwrap_or_default()
}

/// The mark that stands most often outside quotes in the header.
fn delimiter_of(header: &[u8]) -> u8 {
    let mut quoted = false;
    let outside: Vec<u8> = header
        .iter()
        .copied()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted
        })
        .collect();
    let count = |mark: u8| outside.iter().filter(|byte| **byte == mark).count();
    let mut best = b',';
    for mark in *b";\t|" {
        if count(mark) > count(best) {
            best = mark;
        }
    }
    best
}
