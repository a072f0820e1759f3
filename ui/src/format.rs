//! Days, times, numbers and enumerations as a reader of each language expects them.
//!
//! Facts are from CLDR 48 (`nl`, `en-GB`, `ar`). Three languages need 57 words and four patterns; the ICU4X
//! crates that know them are about 35 more crates in the build, and do not write a Dutch time the way a
//! Dutch door does ("9.00 uur"). Arabic is `ar-u-nu-latn`: its digits are the ones on the door and the phone.

use jiff::civil::{Date, Time, Weekday};

use crate::Lang;

const MONTHS: [[&str; 12]; 3] = [
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
];

/// Arabic does not shorten months.
const SHORT_MONTHS: [[&str; 12]; 2] = [
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
];

const WEEKDAYS: [[&str; 7]; 3] = [
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
];

/// "maandag 23 november 2026"
pub fn day(lang: Lang, date: Date) -> String {
    let weekday = weekday(lang, date.weekday());
    let comma = match lang {
        Lang::Nl | Lang::En => "",
        Lang::Ar => "،",
    };
    format!("{weekday}{comma} {}", day_without_weekday(lang, date))
}

/// "23 november 2026"
pub fn day_without_weekday(lang: Lang, date: Date) -> String {
    format!("{} {} {}", date.day(), month(lang, date.month()), date.year())
}

/// "23 november", for a date in the year one is in.
pub fn day_without_year(lang: Lang, date: Date) -> String {
    format!("{} {}", date.day(), month(lang, date.month()))
}

/// "november"; `month` counts from 1.
pub fn month(lang: Lang, month: i8) -> &'static str {
    nth(&MONTHS[row(lang)], month)
}

/// "nov"
pub fn short_month(lang: Lang, number: i8) -> &'static str {
    match lang {
        Lang::Ar => month(lang, number),
        Lang::Nl | Lang::En => nth(&SHORT_MONTHS[row(lang)], number),
    }
}

/// "maandag"
pub fn weekday(lang: Lang, weekday: Weekday) -> &'static str {
    nth(&WEEKDAYS[row(lang)], weekday.to_monday_one_offset())
}

/// "9.00 uur", "09:00", "09:00"
pub fn time(lang: Lang, time: Time) -> String {
    match lang {
        Lang::Nl => format!("{} uur", clock(lang, time)),
        Lang::En | Lang::Ar => clock(lang, time),
    }
}

/// "9.00 tot 15.00 uur", "09:00 to 15:00"
pub fn hours(lang: Lang, from: Time, to: Time) -> String {
    let (from, to) = (clock(lang, from), clock(lang, to));
    match lang {
        Lang::Nl => format!("{from} tot {to} uur"),
        Lang::En => format!("{from} to {to}"),
        Lang::Ar => format!("من {from} إلى {to}"),
    }
}

/// "1.234", "1,234"
pub fn number(lang: Lang, number: i64) -> String {
    let separator = if lang == Lang::Nl { '.' } else { ',' };
    let digits = number.unsigned_abs().to_string();
    let mut text = if number < 0 { "-".to_owned() } else { String::new() };
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// "Turks, Arabisch en Nederlands"
pub fn list<T: AsRef<str>>(lang: Lang, items: &[T]) -> String {
    let (between, last) = match lang {
        Lang::Nl => (", ", " en "),
        Lang::En => (", ", " and "),
        Lang::Ar => (" و", " و"),
    };
    let mut text = String::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            text.push_str(if i + 1 == items.len() { last } else { between });
        }
        text.push_str(item.as_ref());
    }
    text
}

fn clock(lang: Lang, time: Time) -> String {
    match lang {
        Lang::Nl => format!("{}.{:02}", time.hour(), time.minute()),
        Lang::En | Lang::Ar => format!("{:02}:{:02}", time.hour(), time.minute()),
    }
}

fn row(lang: Lang) -> usize {
    match lang {
        Lang::Nl => 0,
        Lang::En => 1,
        Lang::Ar => 2,
    }
}

fn nth(words: &[&'static str], number: i8) -> &'static str {
    let index = usize::try_from(number).unwrap_or_default().saturating_sub(1);
    words.get(index).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time as at};

    #[test]
    fn a_day_reads_as_one_says_it() {
        let monday = date(2026, 11, 23);
        assert_eq!(day(Lang::Nl, monday), "maandag 23 november 2026");
        assert_eq!(day(Lang::En, monday), "Monday 23 November 2026");
        assert_eq!(day(Lang::Ar, monday), "الاثنين، 23 نوفمبر 2026");
        assert_eq!(short_month(Lang::Nl, 3), "mrt");
        assert_eq!(month(Lang::Nl, 12), "december");
    }

    #[test]
    fn a_time_reads_as_on_the_door() {
        assert_eq!(time(Lang::Nl, at(9, 0, 0, 0)), "9.00 uur");
        assert_eq!(time(Lang::En, at(9, 0, 0, 0)), "09:00");
        assert_eq!(hours(Lang::Nl, at(9, 0, 0, 0), at(15, 30, 0, 0)), "9.00 tot 15.30 uur");
    }

    #[test]
    fn numbers_and_lists() {
        assert_eq!(number(Lang::Nl, 1_234_567), "1.234.567");
        assert_eq!(number(Lang::En, -1_234), "-1,234");
        assert_eq!(number(Lang::Nl, 999), "999");
        assert_eq!(list(Lang::Nl, &["Samira", "Joris", "Fatma"]), "Samira, Joris en Fatma");
        assert_eq!(list(Lang::Ar, &["سميرة", "فاطمة"]), "سميرة وفاطمة");
        assert_eq!(list::<&str>(Lang::En, &[]), "");
    }
}
