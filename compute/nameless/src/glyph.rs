//! A text as an eye reads it: digits of every script as digits, invisible characters gone, each knowing where it stood.

use std::ops::Range;

/// One character as it is read, and the bytes it stands in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph {
    pub(crate) read: char,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

#[derive(Clone, Debug)]
pub(crate) struct Text {
    glyphs: Vec<Glyph>,
}

/// The zero of each script whose ten digits follow each other.
const ZEROS: [u32; 26] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0x1946, 0xA8D0, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2,
    0x1D7EC,
];

impl Text {
    pub(crate) fn of(text: &str) -> Self {
        let mut glyphs = Vec::with_capacity(text.len());
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            if let Some(read) = read(c) {
                glyphs.push(Glyph { read, start, end });
            }
        }
        Self { glyphs }
    }

    pub(crate) fn len(&self) -> usize {
        self.glyphs.len()
    }

    pub(crate) fn at(&self, place: usize) -> Option<char> {
        self.glyphs.get(place).map(|glyph| glyph.read)
    }

    /// The bytes of these places of the reading.
    pub(crate) fn bytes(&self, places: Range<usize>) -> Range<usize> {
        let first = self.glyphs.get(places.start);
        let last = places.end.checked_sub(1).and_then(|last| self.glyphs.get(last));
        match (first, last) {
            (Some(first), Some(last)) if first.start < last.end => first.start..last.end,
            _ => 0..0,
        }
    }

    pub(crate) fn is(&self, place: usize, what: impl Fn(char) -> bool) -> bool {
        self.at(place).is_some_and(what)
    }

    /// Whether this word stands here, ending where a word ends.
    pub(crate) fn word_at(&self, place: usize, word: &str) -> Option<usize> {
        let end = self.text_at(place, word)?;
        (!self.is(end, char::is_alphanumeric)).then_some(end)
    }

    pub(crate) fn text_at(&self, place: usize, text: &str) -> Option<usize> {
        let mut at = place;
        for c in text.chars() {
            if self.at(at) != Some(c) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// The place after these, from here on.
    pub(crate) fn past(&self, mut place: usize, what: impl Fn(char) -> bool) -> usize {
        while self.is(place, &what) {
            place += 1;
        }
        place
    }

    /// The number that is written here in at most so many digits, and the place after it.
    pub(crate) fn number_at(&self, place: usize, most: usize) -> Option<(u32, usize)> {
        let end = self.past(place, |c| c.is_ascii_digit());
        if end == place || end - place > most {
            return None;
        }
        let mut number = 0u32;
        for at in place..end {
            number = number * 10 + self.at(at)?.to_digit(10)?;
        }
        Some((number, end))
    }

    /// Whether a word or number begins here.
    pub(crate) fn begins(&self, place: usize) -> bool {
        place == 0 || !self.is(place - 1, char::is_alphanumeric)
    }

    /// The same text with figures that were written out as words, when there are so many in a row.
    pub(crate) fn with_words_as_digits(&self, least: usize) -> Option<Self> {
        let mut glyphs = Vec::with_capacity(self.glyphs.len());
        let (mut place, mut changed) = (0, false);
        while place < self.len() {
            let (digits, end) = self.spoken(place);
            if digits.len() >= least {
                glyphs.extend(digits);
                changed = true;
                place = end;
            } else {
                glyphs.extend(self.glyphs.get(place).copied());
                place += 1;
            }
        }
        changed.then_some(Self { glyphs })
    }

    /// Digits said one after another from here.
    fn spoken(&self, start: usize) -> (Vec<Glyph>, usize) {
        let (mut digits, mut place, mut end) = (Vec::new(), start, start);
        while self.begins(place) {
            let said = SAID.iter().find_map(|(word, digit)| Some((*digit, self.word_at(place, word)?)));
            let Some((read, after)) = said else { break };
            let bytes = self.bytes(place..after);
            digits.push(Glyph { read, start: bytes.start, end: bytes.end });
            end = after;
            place = self.past(after, |c| matches!(c, ' ' | '-' | ',' | '.'));
        }
        (digits, end)
    }
}

/// Figures as they are said in Dutch and English.
const SAID: [(&str, char); 22] = [
    ("nul", '0'),
    ("een", '1'),
    ("één", '1'),
    ("twee", '2'),
    ("drie", '3'),
    ("vier", '4'),
    ("vijf", '5'),
    ("zes", '6'),
    ("zeven", '7'),
    ("acht", '8'),
    ("negen", '9'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("oh", '0'),
];

/// How a character is read; None when it is not seen at all.
fn read(c: char) -> Option<char> {
    if c.is_ascii() {
        return match c {
            '\t' | '\n' | '\r' => Some(' '),
            c if c.is_ascii_control() => None,
            c => Some(c.to_ascii_lowercase()),
        };
    }
    let code = c as u32;
    for zero in ZEROS {
        if (zero..zero + 10).contains(&code) {
            return char::from_digit(code - zero, 10);
        }
    }
    // Digits in circles, above and below the line.
    let small = match c {
        '\u{b2}' | '\u{b3}' => Some(code - 0xb0),
        '\u{b9}' => Some(1),
        '\u{2070}' | '\u{2074}'..='\u{2079}' => Some(code - 0x2070),
        '\u{2080}'..='\u{2089}' => Some(code - 0x2080),
        '\u{2460}'..='\u{2468}' => Some(code - 0x2460 + 1),
        '\u{24ea}' => Some(0),
        _ => None,
    };
    if let Some(digit) = small {
        return char::from_digit(digit, 10);
    }
    match c {
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e01ef}' => None,
        // Marks that stand on the character before them.
        '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20f0}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{2043}' => Some('-'),
        '\u{2024}' | '\u{3002}' | '\u{ff0e}' | '\u{fe52}' | '\u{2219}' | '\u{b7}' | '\u{2022}'
        | '\u{6d4}' => Some('.'),
        '\u{2044}' | '\u{2215}' | '\u{ff0f}' => Some('/'),
        '\u{ff20}' | '\u{fe6b}' => Some('@'),
        '\u{ff0b}' | '\u{fe62}' => Some('+'),
        '\u{2800}' => Some(' '),
        c if c.is_whitespace() || c.is_control() => Some(' '),
        // Full-width letters.
        '\u{ff21}'..='\u{ff3a}' => char::from_u32(code - 0xff21 + u32::from(b'a')),
        '\u{ff41}'..='\u{ff5a}' => char::from_u32(code - 0xff41 + u32::from(b'a')),
        c => c.to_lowercase().next(),
    }
}
