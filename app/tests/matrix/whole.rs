//! Each form filled in whole, once, by somebody who may: so that who is let in does not only hear what is wrong.

use access::{Role, Route};
use axum::http::Method;
use ground::db::testing::THEN;
use ground::id::Id;
use handovers::handover::CodeWord;

use crate::neighbourhood::{Answer, Visitor, key};
use crate::shown::ELSEWHERE;
use crate::town::{Town, proof};
use crate::who::{Spot, Who};

pub fn is_elsewhere(route: &Route) -> bool {
    ELSEWHERE.iter().any(|shown| shown.method == route.method.as_str() && shown.path == route.path)
}

const MANAGER: Who = Who::Member(Role::Manager, None);
const COORDINATOR: Who = Who::Member(Role::Coordinator, Some(Spot::Kept));
/// Who asks and gives, and who answers and receives.
const GUIDE: Who = Who::Member(Role::Guide, Some(Spot::Kept));
const OTHER: Who = Who::Member(Role::Guide, Some(Spot::Other));

type Fields = Vec<(&'static str, String)>;

/// A form with everything that it needs.
struct Filled {
    by: Who,
    path: String,
    fields: Fields,
    /// Fields that stand on the page with the form already, whatever they are.
    drawn: &'static [&'static str],
}

impl Filled {
    fn new(by: Who, path: impl Into<String>, fields: &[(&'static str, &str)]) -> Self {
        let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Self { by, path: path.into(), fields, drawn: &[] }
    }

    fn with_drawn(self, drawn: &'static [&'static str]) -> Self {
        Self { drawn, ..self }
    }
}

/// The answer to the whole form of a route, when it is one that needs to be filled in.
pub async fn done(town: &Town, route: &Route) -> Option<Answer> {
    if route.method != Method::POST {
        return None;
    }
    let filled = of_people(town, route.path).or_else(|| of_a_party(town, route.path));
    let filled = match filled.or_else(|| of_the_map(route.path)) {
        Some(filled) => filled,
        None => match of_a_question(town, route.path).await {
            Some(filled) => filled,
            None => of_a_handover(town, route.path).await?,
        },
    };
    let browser = town.browser(filled.by).await;
    let mut fields = filled.fields;
    if !filled.drawn.is_empty() {
        let page = browser.get(&filled.path).await;
        let drawn = filled.drawn.iter();
        fields.extend(drawn.map(|name| (*name, page.after(&format!("name=\"{name}\" value=\"")))));
    }
    Some(sent(&browser, &filled.path, &fields).await)
}

async fn sent(browser: &Visitor, path: &str, fields: &Fields) -> Answer {
    let (csrf, once) = (proof(browser), key());
    let signed = [("csrf", csrf.as_str()), ("once", once.as_str())];
    let typed = fields.iter().map(|(name, value)| (*name, value.as_str()));
    browser.send_form(path, &signed.into_iter().chain(typed).collect::<Vec<_>>()).await
}

fn of_people(town: &Town, path: &'static str) -> Option<Filled> {
    let (one, other) = ("a".repeat(64), "b".repeat(64));
    Some(match path {
        "/ik/naam" => Filled::new(GUIDE, path, &[("name", "Iemand met een naam")]),
        "/ik/mail" => {
            let fields = [("adres", "iemand@oosterwaard.voorbeeld"), ("van", "9"), ("tot", "18")];
            Filled::new(GUIDE, path, &fields)
        }
        "/beheer/partij/{party}/mensen/uitnodigen" => {
            let path = path.replace("{party}", &town.of(Spot::Kept).party.to_string());
            Filled::new(COORDINATOR, path, &[("token", &one), ("role", "volunteer"), ("how", "here")])
        }
        "/beheer/mensen/uitnodigen" => {
            Filled::new(MANAGER, path, &[("token", &other), ("role", "privacy-officer"), ("how", "here")])
        }
        _ => return None,
    })
}

fn of_a_party(town: &Town, path: &'static str) -> Option<Filled> {
    let had = town.of(Spot::Kept);
    let new = Id::<()>::new(THEN).to_string();
    let at = path.replace("{party}", &had.party.to_string());
    let informal = [("name", "Kersentuin"), ("sphere", "informal"), ("serves", "everywhere")];
    Some(match path {
        "/partij/aanmelden" => {
            let summary = ("summary", "Wij zingen samen.");
            let fields =
                [("name", "Zangclub Merel"), ("sphere", "informal"), summary, ("reach", "088 000 01 78")];
            Filled::new(Who::Stranger, at, &fields)
        }
        "/beheer/partij/nieuw" => {
            let new = [("id", new.as_str()), ("name", "Nieuwe kring")];
            Filled::new(MANAGER, at, &[&informal[1..], &new[..]].concat())
        }
        "/beheer/partij/{party}" => Filled::new(COORDINATOR, at, &informal).with_drawn(&["seen"]),
        "/beheer/partij/{party}/mens/{id}" => {
            Filled::new(COORDINATOR, at.replace("{id}", &new), &[("role", "Vraagbaak")])
        }
        "/beheer/partij/{party}/aanbod/nieuw" => {
            Filled::new(COORDINATOR, at, &[("id", &new), ("name", "Samen koken")])
        }
        "/beheer/partij/{party}/aanbod/{id}" => {
            let at = at.replace("{id}", &had.offer);
            Filled::new(COORDINATOR, at, &[("name", "Samen brieven lezen")]).with_drawn(&["seen"])
        }
        _ => return None,
    })
}

fn of_the_map(path: &'static str) -> Option<Filled> {
    Some(match path {
        "/beheer/themas/nieuw" => Filled::new(MANAGER, path, &[("nl", "Vogels kijken")]),
        "/beheer/themas/{key}" => {
            let at = path.replace("{key}", "papieren");
            Filled::new(MANAGER, at, &[("nl", "Papieren en brieven")]).with_drawn(&["seen"])
        }
        "/beheer/veroudering/dagen" => {
            let fields =
                [("fresh_days", "365"), ("stale_days", "366"), ("hide_days", "425"), ("notice_days", "14")];
            Filled::new(MANAGER, path, &fields)
        }
        _ => return None,
    })
}

/// What somebody asks, of a party or of the neighbourhood.
fn asking(to: &str, text: &str) -> Fields {
    let fields = [("aan", to), ("tekst", text), ("onderwerp", "papieren"), ("wijk", ""), ("taal", "nl")];
    fields.map(|(name, value)| (name, value.to_owned())).into()
}

/// The address to which a form led.
fn led_to(answer: &Answer) -> String {
    answer.is(303).header("location").split('?').next().unwrap_or_default().to_owned()
}

/// What is done to a question of the guide's: to the neighbourhood or to the other party, in which words, by whom, and how.
struct Doing {
    path: &'static str,
    open: bool,
    text: &'static str,
    by: Who,
    fields: &'static [(&'static str, &'static str)],
}

static DOINGS: [Doing; 3] = [
    Doing {
        path: "/vraag/{question}/oppakken",
        open: true,
        text: "Wie pakt dit op?",
        by: OTHER,
        fields: &[("versie", "0")],
    },
    Doing {
        path: "/vraag/{question}/antwoord",
        open: false,
        text: "Wie antwoordt hierop?",
        by: OTHER,
        fields: &[("versie", "0"), ("stap", "answer"), ("tekst", "Dat kan.")],
    },
    Doing {
        path: "/vraag/{question}/verder",
        open: false,
        text: "Wie hoeft dit niet meer te weten?",
        by: GUIDE,
        fields: &[("versie", "0"), ("stap", "withdraw")],
    },
];

async fn of_a_question(town: &Town, path: &'static str) -> Option<Filled> {
    let form = "/vraag/nieuw";
    if path == form {
        let fields = asking("buurt", "Wie weet waar dit formulier heen moet?");
        return Some(Filled { by: GUIDE, path: form.to_owned(), fields, drawn: &[] });
    }
    let doing = DOINGS.iter().find(|doing| doing.path == path)?;
    // Of each its own question, so that what is done to it is nobody else's.
    let to = if doing.open { "buurt".to_owned() } else { town.of(Spot::Other).party.to_string() };
    let asked = led_to(&sent(&town.browser(GUIDE).await, form, &asking(&to, doing.text)).await);
    Some(Filled::new(doing.by, path.replace("/vraag/{question}", &asked), doing.fields))
}

/// An offer under this word, to the other party.
fn offering(to: &str, word: CodeWord) -> Fields {
    let word = word.as_str();
    let fields = [("aan", to), ("onderwerp", "papieren"), ("wijk", ""), ("doet", "along"), ("weet", "ja")];
    let words = [("woorden", word), ("codewoord", word)];
    fields.into_iter().chain(words).map(|(name, value)| (name, value.to_owned())).collect()
}

async fn of_a_handover(town: &Town, path: &'static str) -> Option<Filled> {
    const PATHS: [&str; 5] = [
        "/overdracht/nieuw",
        "/overdracht/{handover}/ontvangen",
        "/overdracht/{handover}/geven",
        "/overdracht/{handover}/stap",
        "/overdracht/{handover}/codewoord",
    ];
    // Of each its own handover, under a word of its own.
    let which = PATHS.iter().position(|known| *known == path)?;
    let word = CodeWord::all().nth(100 + which)?;
    let offer = offering(&town.of(Spot::Other).party.to_string(), word);
    if which == 0 {
        return Some(Filled { by: GUIDE, path: path.to_owned(), fields: offer, drawn: &[] });
    }
    let offered = led_to(&sent(&town.browser(GUIDE).await, PATHS[0], &offer).await);
    let at = path.replace("/overdracht/{handover}", &offered);
    let ask = Filled::new(
        OTHER,
        format!("{offered}/ontvangen"),
        &[("versie", "0"), ("stap", "ask"), ("tekst", "Spreekt deze bewoner Turks?")],
    );
    Some(match which {
        1 => ask,
        2 => {
            led_to(&sent(&town.browser(OTHER).await, &ask.path, &ask.fields).await);
            Filled::new(GUIDE, at, &[("versie", "1"), ("stap", "answer"), ("tekst", "Ja.")])
        }
        3 => Filled::new(GUIDE, at, &[("versie", "0"), ("stap", "stop")]),
        _ => Filled::new(GUIDE, at, &[("versie", "0")]).with_drawn(&["codewoord"]),
    })
}
