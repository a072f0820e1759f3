//! Bytes to text while reading: UTF-8, UTF-16 with a mark, and Windows-1252 line by line where a line is no UTF-8.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};

const BLOCK: usize = 64 * 1024;

/// Hands out UTF-8, whatever came in, and remembers what that was.
pub(super) struct Decoded<R> {
    input: R,
    block: Vec<u8>,
    raw: Vec<u8>,
    out: Vec<u8>,
    given: usize,
    wide: Option<Decoder>,
    started: bool,
    ended: bool,
    read: u64,
    max: u64,
    /// Lines that were no UTF-8, and lines with UTF-8 beyond ASCII.
    lines: (u64, u64),
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(input: R, max: u64) -> Self {
        let (block, raw, out) = (vec![0; BLOCK], Vec::new(), Vec::new());
        Self {
            input,
            block,
            raw,
            out,
            given: 0,
            wide: None,
            started: false,
            ended: false,
            read: 0,
            max,
            lines: (0, 0),
        }
    }

    pub(super) const fn charset(&self) -> &'static str {
        match (self.wide.is_some(), self.lines) {
            (true, _) => "utf-16",
            (false, (0, _)) => "utf-8",
            (false, (_, 0)) => "windows-1252",
            (false, _) => "utf-8 + windows-1252",
        }
    }

    /// Makes the next piece of text; nothing more comes when it stays empty.
    fn advance(&mut self) -> io::Result<()> {
        self.out.clear();
        self.given = 0;
        while self.out.is_empty() && !self.ended {
            self.pull()?;
            if !self.started {
                self.start()?;
            }
            if self.wide.is_some() { self.decode_wide() } else { self.decode_lines() }
        }
        Ok(())
    }

    fn pull(&mut self) -> io::Result<()> {
        let got = loop {
            match self.input.read(&mut self.block) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.raw.extend_from_slice(self.block.get(..got).unwrap_or_default());
        self.read += got as u64;
        self.ended = got == 0;
        if self.read > self.max {
            return Err(super::Unreadable::TooBig { max: self.max }.into());
        }
        Ok(())
    }

    fn start(&mut self) -> io::Result<()> {
        while self.raw.len() < 3 && !self.ended {
            self.pull()?;
        }
        self.started = true;
        let (mark, wide) = match self.raw.as_slice() {
            [0xEF, 0xBB, 0xBF, ..] => (3, None),
            [0xFF, 0xFE, ..] => (2, Some(UTF_16LE.new_decoder_without_bom_handling())),
            [0xFE, 0xFF, ..] => (2, Some(UTF_16BE.new_decoder_without_bom_handling())),
            _ => (0, None),
        };
        self.raw.drain(..mark);
        self.wide = wide;
        Ok(())
    }

    fn decode_wide(&mut self) {
        let Some(decoder) = self.wide.as_mut() else { return };
        let mut text = String::with_capacity(decoder.max_utf8_buffer_length(self.raw.len()).unwrap_or(BLOCK));
        let (result, _, _) = decoder.decode_to_string(&self.raw, &mut text, self.ended);
        debug_assert!(matches!(result, CoderResult::InputEmpty));
        self.raw.clear();
        self.out.extend_from_slice(text.as_bytes());
    }

    fn decode_lines(&mut self) {
        // A line longer than a block is decoded in pieces, so that no file can make us hold it whole.
        let whole = match self.raw.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')) {
            _ if self.ended => self.raw.len(),
            Some(last) => last + 1,
            None if self.raw.len() >= BLOCK => complete(&self.raw),
            None => return,
        };
        let rest = self.raw.split_off(whole);
        let block = std::mem::replace(&mut self.raw, rest);
        if std::str::from_utf8(&block).is_ok() {
            self.lines.1 += u64::from(!block.is_ascii());
            self.out = block;
            return;
        }
        for line in block.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')) {
            if std::str::from_utf8(line).is_ok() {
                self.lines.1 += u64::from(!line.is_ascii());
                self.out.extend_from_slice(line);
            } else {
                self.lines.0 += 1;
                let (text, _) = WINDOWS_1252.decode_without_bom_handling(line);
                self.out.extend_from_slice(text.as_bytes());
            }
        }
    }
}

/// How much of it does not end in the middle of a character.
fn complete(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => error.valid_up_to().max(1),
        _ => bytes.len(),
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given >= self.out.len() {
            self.advance()?;
        }
        let ready = self.out.get(self.given..).unwrap_or_default();
        let count = ready.len().min(buffer.len());
        if let (Some(into), Some(from)) = (buffer.get_mut(..count), ready.get(..count)) {
            into.copy_from_slice(from);
        }
        self.given += count;
        Ok(count)
    }
}
