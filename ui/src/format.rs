//! Days, times, numbers and enumerations as a reader of each language expects them.
//!
//! Facts are from CLDR 48 (`nl`, `en-GB`, `ar`, `tr`, `pl`, `uk`). Six languages need 174 words and a few patterns;
//! the ICU4X crates that know them are about 35 more crates in the build, and do not write a Dutch time the way a
//! Dutch door does ("9.00 uur"). Arabic is `ar-u-nu-latn`: its digits are the ones on the door and the phone.

use jiff::civil::{Date, Time, Weekday};

use crate::Lang;

/// As they stand in a date: in Polish and Ukrainian, "of November".
#[rustfmt::skip]
const MONTHS: [[&str; 12]; Lang::ALL.len()] = [
    ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"],
    ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"],
    ["січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"],
];

/// Arabic does not shorten months.
#[rustfmt::skip]
const SHORT_MONTHS: [[&str; 12]; Lang::ALL.len()] = [
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
    MONTHS[Lang::Ar as usize],
    ["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"],
    ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"],
    ["січ", "лют", "бер", "квіт", "трав", "черв", "лип", "серп", "вер", "жовт", "лист", "груд"],
];

/// The apostrophe of Ukrainian is the one that Rubik has.
const WEEKDAYS: [[&str; 7]; Lang::ALL.len()] = [
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    ["Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"],
    ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"],
    ["понеділок", "вівторок", "середа", "четвер", "п’ятниця", "субота", "неділя"],
];

/// "maandag 23 november 2026"
pub fn day(lang: Lang, date: Date) -> String {
    let (weekday, day) = (weekday(lang, date.weekday()), day_without_weekday(lang, date));
    match lang {
        Lang::Nl | Lang::En => format!("{weekday} {day}"),
        Lang::Tr => format!("{day} {weekday}"),
        Lang::Ar | Lang::Pl | Lang::Uk => format!("{weekday}{}{day}", comma(lang)),
    }
}

/// "23 november 2026"
pub fn day_without_weekday(lang: Lang, date: Date) -> String {
    // Not shortened to "р.": many a sentence ends with the date.
    let after = if lang == Lang::Uk { " року" } else { "" };
    format!("{} {} {}{after}", date.day(), month(lang, date.month()), date.year())
}

/// "23 november", for a date in the year one is in.
pub fn day_without_year(lang: Lang, date: Date) -> String {
    format!("{} {}", date.day(), month(lang, date.month()))
}

/// "november" as it stands in a date; `month` counts from 1.
pub fn month(lang: Lang, month: i8) -> &'static str {
    nth(&MONTHS[lang as usize], month)
}

/// "nov"
pub fn short_month(lang: Lang, number: i8) -> &'static str {
    nth(&SHORT_MONTHS[lang as usize], number)
}

/// "maandag"
pub fn weekday(lang: Lang, weekday: Weekday) -> &'static str {
    nth(&WEEKDAYS[lang as usize], weekday.to_monday_one_offset())
}

/// "9.00 uur", "09:00", "09:00"
pub fn time(lang: Lang, time: Time) -> String {
    match lang {
        Lang::Nl => format!("{} uur", clock(lang, time)),
        Lang::En | Lang::Ar | Lang::Tr | Lang::Pl | Lang::Uk => clock(lang, time),
    }
}

/// "9.00 tot 15.00 uur", "09:00 to 15:00"
pub fn hours(lang: Lang, from: Time, to: Time) -> String {
    between(lang, &clock(lang, from), &clock(lang, to))
}

/// As [`hours`], until the end of the day: 24 o'clock, not 0.
pub fn hours_to_midnight(lang: Lang, from: Time) -> String {
    between(lang, &clock(lang, from), if lang == Lang::Nl { "24.00" } else { "24:00" })
}

fn between(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::Nl => format!("{from} tot {to} uur"),
        Lang::En => format!("{from} to {to}"),
        Lang::Ar => format!("من {from} إلى {to}"),
        Lang::Tr | Lang::Pl | Lang::Uk => format!("{from}–{to}"),
    }
}

/// "1.234", "1,234"
pub fn number(lang: Lang, number: i64) -> String {
    let separator = match lang {
        Lang::Nl | Lang::Tr => '.',
        Lang::En | Lang::Ar => ',',
        Lang::Pl | Lang::Uk => '\u{a0}',
    };
    let digits = number.unsigned_abs().to_string();
    // Polish leaves four digits together.
    let together = lang == Lang::Pl && digits.len() == 4;
    let mut text = if number < 0 { "-".to_owned() } else { String::new() };
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) && !together {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// What stands before tenths: "1,2" or "1.2".
pub fn decimal_point(lang: Lang) -> char {
    match lang {
        Lang::En | Lang::Ar => '.',
        Lang::Nl | Lang::Tr | Lang::Pl | Lang::Uk => ',',
    }
}

/// Between two things beside each other: "Samira, Buurtvaders".
pub fn comma(lang: Lang) -> &'static str {
    if lang == Lang::Ar { "، " } else { ", " }
}

/// "Turks, Arabisch en Nederlands"
pub fn list<T: AsRef<str>>(lang: Lang, items: &[T]) -> String {
    let (between, last) = match lang {
        Lang::Nl => (", ", " en "),
        Lang::En => (", ", " and "),
        Lang::Ar => (" و", " و"),
        Lang::Tr => (", ", " ve "),
        Lang::Pl => (", ", " i "),
        Lang::Uk => (", ", " і "),
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
        Lang::En | Lang::Ar | Lang::Tr | Lang::Pl | Lang::Uk => {
            format!("{:02}:{:02}", time.hour(), time.minute())
        }
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
    fn the_tables_stand_in_the_order_of_the_languages() {
        for (at, lang) in Lang::ALL.into_iter().enumerate() {
            assert_eq!(lang as usize, at);
        }
    }

    #[test]
    fn a_day_reads_as_one_says_it() {
        let monday = date(2026, 11, 23);
        assert_eq!(day(Lang::Nl, monday), "maandag 23 november 2026");
        assert_eq!(day(Lang::En, monday), "Monday 23 November 2026");
        assert_eq!(day(Lang::Ar, monday), "الاثنين، 23 نوفمبر 2026");
        assert_eq!(day(Lang::Tr, monday), "23 Kasım 2026 Pazartesi");
        assert_eq!(day(Lang::Pl, monday), "poniedziałek, 23 listopada 2026");
        assert_eq!(day(Lang::Uk, monday), "понеділок, 23 листопада 2026 року");
        assert_eq!(day_without_year(Lang::Uk, monday), "23 листопада");
        assert_eq!(short_month(Lang::Ar, 3), "مارس");
        assert_eq!(short_month(Lang::Nl, 3), "mrt");
        assert_eq!(month(Lang::Nl, 12), "december");
    }

    #[test]
    fn a_time_reads_as_on_the_door() {
        assert_eq!(time(Lang::Nl, at(9, 0, 0, 0)), "9.00 uur");
        assert_eq!(time(Lang::En, at(9, 0, 0, 0)), "09:00");
        assert_eq!(hours(Lang::Nl, at(9, 0, 0, 0), at(15, 30, 0, 0)), "9.00 tot 15.30 uur");
        assert_eq!(hours(Lang::Pl, at(9, 0, 0, 0), at(15, 30, 0, 0)), "09:00–15:30");
        assert_eq!(hours_to_midnight(Lang::Nl, at(9, 0, 0, 0)), "9.00 tot 24.00 uur");
        assert_eq!(hours_to_midnight(Lang::En, at(9, 0, 0, 0)), "09:00 to 24:00");
    }

    #[test]
    fn numbers_and_lists() {
        assert_eq!(number(Lang::Nl, 1_234_567), "1.234.567");
        assert_eq!(number(Lang::En, -1_234), "-1,234");
        assert_eq!(number(Lang::Nl, 999), "999");
        assert_eq!(number(Lang::Tr, 1_234), "1.234");
        assert_eq!(
            (number(Lang::Pl, 1_234), number(Lang::Pl, 12_345)),
            ("1234".into(), "12\u{a0}345".into())
        );
        assert_eq!(number(Lang::Uk, 1_234), "1\u{a0}234");
        assert_eq!(list(Lang::Nl, &["Samira", "Joris", "Fatma"]), "Samira, Joris en Fatma");
        assert_eq!(list(Lang::Ar, &["سميرة", "فاطمة"]), "سميرة وفاطمة");
        assert_eq!(list(Lang::Uk, &["Самира", "Йоріс", "Фатма"]), "Самира, Йоріс і Фатма");
        assert_eq!(list::<&str>(Lang::En, &[]), "");
    }
}
