//! Opening hours: from schedule rows, and out of a sentence where that is all there is.

use crate::offer::opening::{Clock, Slot, Weekday};

/// `09:00`, `9am`, `5:30 PM`, `09:00Z`, `09:00:00-05:00`, `1899-12-30T09:00:00`: the time as it is on the spot.
pub(super) fn time(typed: &str) -> Option<Clock> {
    let typed = typed.trim();
    let typed = typed.split_once('T').filter(|(date, _)| date.len() == 10).map_or(typed, |(_, time)| time);
    let typed = typed.trim_end_matches(['Z', 'z']);
    let end =
        typed.char_indices().skip(3).find(|(_, c)| matches!(c, '+' | '-')).map_or(typed.len(), |(at, _)| at);
    Clock::parse(typed.get(..end)?.trim_end_matches(" uur").trim_end_matches(['u', 'h']))
}

/// `MO`, `TH,FR`, `2MO`, `Monday`, `1`: the days, and whether they come every week.
pub(super) fn days(typed: &str) -> (Vec<Weekday>, bool) {
    let mut weekly = true;
    let days = typed
        .split([',', ';', ' ', '/'])
        .filter(|word| !word.is_empty())
        .filter_map(|word| {
            let name = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+'));
            weekly &= name.is_empty() || name == word;
            Weekday::parse(if name.is_empty() { word } else { name })
        })
        .collect();
    (days, weekly)
}

/// The part of a day between two times; past midnight it goes on the next day. Nothing when it cannot be.
pub(super) fn slots(day: Weekday, from: Clock, to: Clock) -> Vec<Slot> {
    if let Ok(slot) = Slot::new(day, from, to) {
        return vec![slot];
    }
    let night = from.minutes() >= 12 * 60 && to.minutes() <= 6 * 60;
    let (Some(midnight), Some(zero)) = (Clock::parse("24:00"), Clock::parse("00:00")) else {
        return Vec::new();
    };
    let next = Weekday::ALL.get((day.index() + 1) % 7).copied().unwrap_or(day);
    if !night {
        return Vec::new();
    }
    [Slot::new(day, from, midnight), Slot::new(next, zero, to)].into_iter().flatten().collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    Day(Weekday),
    Time(Clock),
    To,
    Stop,
    Word,
}

/// `Sunday: Closed Monday: 8:30-12:00 , 13:00-17:00`, `ma t/m vr 9.00 – 17.00 uur`. Second: were there words beside
/// days and times?
pub(super) fn sentence(text: &str) -> (Vec<Slot>, bool) {
    let tokens = tokens(text);
    let more = tokens.contains(&Token::Word);
    let mut slots = Vec::new();
    let mut days: Vec<Weekday> = Vec::new();
    let mut timed = false;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match (token, tokens.get(at + 1), tokens.get(at + 2)) {
            (Token::Day(first), Some(Token::To), Some(Token::Day(last))) => {
                days = week(*first, *last);
                timed = false;
                at += 2;
            }
            (Token::Day(day), _, _) => {
                if timed {
                    days.clear();
                    timed = false;
                }
                if !days.contains(day) {
                    days.push(*day);
                }
            }
            (Token::Time(from), Some(Token::To), Some(Token::Time(to))) => {
                slots.extend(days.iter().flat_map(|day| self::slots(*day, *from, *to)));
                timed = true;
                at += 2;
            }
            // Closed.
            (Token::Stop, _, _) => {
                days.clear();
                timed = false;
            }
            _ => {}
        }
        at += 1;
    }
    slots.sort_unstable();
    slots.dedup();
    (slots, more)
}

fn week(first: Weekday, last: Weekday) -> Vec<Weekday> {
    let length = (last.index() + 7 - first.index()) % 7 + 1;
    Weekday::ALL.iter().copied().cycle().skip(first.index()).take(length).collect()
}

fn tokens(text: &str) -> Vec<Token> {
    let spaced: String = text
        .chars()
        .flat_map(|c| match c {
            '-' | '–' | '—' => vec![' ', '-', ' '],
            ',' | ';' | '(' | ')' | '|' => vec![' '],
            '\n' => vec![' ', '\n', ' '],
            other => vec![other],
        })
        .collect();
    let words: Vec<&str> = spaced.split([' ', '\t', '\r']).filter(|word| !word.is_empty()).collect();
    let mut tokens = Vec::new();
    let mut line_start = true;
    for (at, word) in words.iter().enumerate() {
        if *word == "\n" {
            line_start = true;
            continue;
        }
        let plain = word.trim_matches([':', '.']).to_lowercase();
        let next =
            words.get(at + 1).map(|word| word.trim_matches(['.', ':']).to_lowercase()).unwrap_or_default();
        tokens.push(match plain.as_str() {
            "-" | "to" | "tot" | "until" | "t/m" | "through" | "till" => Token::To,
            "closed" | "gesloten" | "dicht" => Token::Stop,
            "am" | "pm" | "a.m" | "p.m" | "uur" | "en" | "and" | "van" | "from" | "open" | "" => continue,
            _ => match (day(&plain, line_start), clock(&plain, &next)) {
                (Some(day), _) => Token::Day(day),
                (None, Some(time)) => Token::Time(time),
                (None, None) => Token::Word,
            },
        });
        line_start = false;
    }
    tokens
}

/// Two letters are a day only where a line begins: `we`, `do` and `so` are words too.
fn day(word: &str, line_start: bool) -> Option<Weekday> {
    let name = word.trim_end_matches(':');
    let dutch = matches!(name, "ma" | "di" | "wo" | "vr" | "za" | "zo");
    let fits = name.len() > 2 || dutch || (line_start && name.len() == 2);
    let letters = name.chars().all(char::is_alphabetic);
    (fits && letters)
        .then(|| Weekday::parse(name.strip_suffix('s').filter(|n| n.ends_with("day")).unwrap_or(name)))
        .flatten()
}

fn clock(word: &str, next: &str) -> Option<Clock> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let half = matches!(next, "am" | "pm" | "a.m" | "p.m").then(|| next.replace('.', ""));
    time(&format!("{word}{}", half.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::opening::Opening;

    fn read(text: &str) -> String {
        Opening::of(sentence(text).0).as_str().replace('\n', ", ")
    }

    #[test]
    fn a_sentence_of_days_and_times() {
        assert_eq!(
            read("Sunday: Closed Monday: 8:30-12:00 , 13:00-17:00  Tuesday: Closed Saturday: 9:00-13:00"),
            "mo 08:30-12:00, mo 13:00-17:00, sa 09:00-13:00"
        );
        assert_eq!(read("ma t/m wo 9.00 – 17.00 uur"), "mo 09:00-17:00, tu 09:00-17:00, we 09:00-17:00");
        assert_eq!(read("\nmo 09:00-17:00 \nfr 9 am to 5:30 PM"), "mo 09:00-17:00, fr 09:00-17:30");
        assert_eq!(read("maandag en dinsdag van 10 tot 12 uur"), "mo 10:00-12:00, tu 10:00-12:00");
        assert_eq!(read("Friday 20:00-02:00"), "fr 20:00-24:00, sa 00:00-02:00");
        assert_eq!(read("so we do what we can"), "");
        assert!(sentence("maandag 9-12 op afspraak").1);
        assert!(!sentence("maandag 9-12").1);
    }

    #[test]
    fn times_lose_their_zone_and_keep_their_hour() {
        for typed in [
            "09:00",
            "9am",
            "09:00:00",
            "09:00Z",
            "09:00-05:00",
            "09:00:00+00:00",
            "9 AM",
            "1899-12-30T09:00:00",
        ] {
            assert_eq!(time(typed).map(Clock::minutes), Some(540), "{typed}");
        }
        assert_eq!(time("5:30 PM").map(Clock::minutes), Some(1050));
        for bad in ["", "soon", "25:00", "é", "-", "12é30-"] {
            assert_eq!(time(bad), None, "{bad}");
        }
        assert_eq!(days("2MO"), (vec![Weekday::Monday], false));
        assert_eq!(days("TH,FR"), (vec![Weekday::Thursday, Weekday::Friday], true));
        assert_eq!(days("3"), (vec![Weekday::Wednesday], true));
    }
}
