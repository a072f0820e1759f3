//! The mail: which party, which three answers. In Dutch, and in the party's other language when we have it.

use access::LinkToken;
use ground::mail::Letter;
use ground::moment::Moment;
use maud::{DOCTYPE, Markup, html};
use ui::{Lang, fl, format};

use super::{Reply, Request, Stage};
use crate::municipality::Municipality;
use crate::party::Party;
use crate::words;

struct Said {
    lang: Lang,
    greeting: String,
    why: String,
    choose: String,
    answers: [(String, String); 3],
    end: String,
    from: String,
}

/// Nothing in it is about a resident; nothing is fetched when it is opened. `hides`: when the profile, or the oldest part of it, hides.
#[allow(clippy::too_many_arguments, reason = "all that a letter says")]
pub(super) fn write(
    town: &Municipality,
    home: &str,
    party: &Party,
    request: &Request,
    token: &LinkToken,
    hides: Moment,
    now: Moment,
) -> Letter {
    let mut said = vec![say(Lang::Nl, town, home, party, request, token, hides, now)];
    said.extend(second(party).map(|lang| say(lang, town, home, party, request, token, hides, now)));
    Letter {
        id: request.id.to_string(),
        to: request.address.clone(),
        subject: ui::plain(&fl!(words(Lang::Nl), "mail-subject", party = party.name.as_str())),
        text: said.iter().map(text).collect::<Vec<_>>().join("\n----\n\n"),
        // Short lines: some servers take no longer ones.
        html: page(&said).into_string().replace("><p", ">\n<p"),
        at: now,
        stops_at: None,
    }
}

/// The first language of the party besides Dutch in which we have words.
fn second(party: &Party) -> Option<Lang> {
    party.languages.iter().find_map(|spoken| {
        Lang::ALL.into_iter().find(|lang| *lang != Lang::Nl && lang.code() == spoken.code())
    })
}

#[allow(clippy::too_many_arguments, reason = "all that a letter says")]
fn say(
    lang: Lang,
    town: &Municipality,
    home: &str,
    party: &Party,
    request: &Request,
    token: &LinkToken,
    hides: Moment,
    now: Moment,
) -> Said {
    let w = words(lang);
    let link = |reply: Reply| format!("{home}/antwoord/{}/{}", token.as_str(), reply.word());
    let day = format::day_without_weekday(lang, hides.day().0);
    Said {
        lang,
        greeting: ui::plain(&fl!(w, "mail-greeting", party = party.name.as_str())),
        why: ui::plain(&match request.stage {
            _ if hides <= now => fl!(w, "mail-why-hidden"),
            Stage::Ageing => fl!(w, "mail-why-ageing"),
            Stage::Stale => fl!(w, "mail-why-stale"),
            Stage::Hiding => fl!(w, "mail-why-hiding", day = day),
        }),
        choose: ui::plain(&fl!(w, "mail-choose")),
        answers: [
            (ui::plain(&fl!(w, "mail-right")), link(Reply::Right)),
            (ui::plain(&fl!(w, "mail-changed")), link(Reply::Changed)),
            (ui::plain(&fl!(w, "mail-off")), link(Reply::Off)),
        ],
        end: ui::plain(&fl!(w, "mail-end")),
        from: ui::plain(&fl!(w, "mail-from", town = town.name.as_str())),
    }
}

fn text(said: &Said) -> String {
    let answers: Vec<String> = said.answers.iter().map(|(word, link)| format!("{word}:\n{link}\n")).collect();
    format!(
        "{}\n\n{}\n{}\n\n{}\n{}\n\n{}\n",
        said.greeting,
        said.why,
        said.choose,
        answers.join("\n"),
        said.end,
        said.from
    )
}

fn page(said: &[Said]) -> Markup {
    html! {
        (DOCTYPE)
        html lang="nl" {
            head { meta charset="utf-8"; title { (said.first().map_or("", |said| said.greeting.as_str())) } }
            body {
                @for (at, said) in said.iter().enumerate() {
                    @if at > 0 { hr; }
                    div lang=(said.lang.code()) dir=(said.lang.dir()) {
                        p { (said.greeting) }
                        p { (said.why) " " (said.choose) }
                        @for (word, link) in &said.answers { p { a href=(link) { strong { (word) } } } }
                        p { (said.end) }
                        p { (said.from) }
                    }
                }
            }
        }
    }
}
