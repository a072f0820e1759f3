//! A moment as people say it: the day without its year, and the time.

use ground::moment::Moment;
use ui::{Lang, fl, format};

use crate::words;

pub(crate) fn when(lang: Lang, moment: Moment) -> String {
    let local = moment.local();
    let (day, time) = (format::day_without_year(lang, local.date()), format::time(lang, local.time()));
    fl!(words(lang), "moment", day = day, time = time)
}
