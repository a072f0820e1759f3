//! A canary in every box: what people say, and what they are called, stands in the columns that are for it and nowhere else.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use access::Who;
use axum::http::Method;
use ground::db::Db;
use ground::db::testing::THEN;
use ground::mail::{Post, Sender};
use samenspel::serve::{House, all_routes};
use samenspel::settings::Settings;
use today::mail::round::LONGEST;

use crate::asks::{ask, step, two};
use crate::authenticator::Phone;
use crate::canary::{CANARY, LOG, holds, quiet, written};
use crate::handovers::does;
use crate::letters::{letters, link};
use crate::neighbourhood::{Visitor, settings, then, with};
use crate::passkeys::makes;
use crate::people::{a_code, comes_in, own_party};
use crate::unsent::party;
use crate::unsent_handovers::{offers, types_with};

const TEAM: &str = "Wijkteam De Boogerd";

/// Who asks or gives, and who answers or receives.
#[derive(Clone, Copy)]
enum By {
    Karim,
    Joris,
}

/// By whom, at which door of a question or a handover, which step, and the word in what is said with it.
type Saying = (By, &'static str, &'static str, &'static str);

const ABOUT_A_QUESTION: [Saying; 6] = [
    (By::Joris, "antwoord", "ask-back", "kanarienavraag"),
    (By::Karim, "verder", "reply", "kanariereactie"),
    (By::Joris, "antwoord", "answer", "kanarieantwoord"),
    (By::Karim, "verder", "reopen", "kanarienogmaals"),
    (By::Joris, "antwoord", "answer", "kanarieherhaling"),
    (By::Karim, "verder", "thank", "kanariedank"),
];

const ABOUT_A_HANDOVER: [Saying; 10] = [
    (By::Joris, "ontvangen", "ask", "kanarievooraf"),
    (By::Karim, "geven", "answer", "kanarieuitleg"),
    (By::Joris, "ontvangen", "propose", "kanarievoorstel"),
    (By::Karim, "geven", "answer", "kanarieakkoord"),
    (By::Joris, "ontvangen", "accept", ""),
    (By::Karim, "stap", "sat-together", ""),
    (By::Joris, "stap", "confirm", ""),
    (By::Karim, "geven", "let-go", ""),
    (By::Karim, "stap", "look-back", "kanarieterugblik"),
    (By::Joris, "stap", "look-back", "kanarieoordeel"),
];

/// Which column each other word is for; what names somebody, or is an address to invite, is for none.
const BESIDE: [(&str, &[&str]); 14] = [
    ("kanarievraag", &["asks_question.text"]),
    ("kanarieverzoek", &["asks_question.text"]),
    ("kanarieafwijzing", &["asks_said.text"]),
    ("kanarieweigering", &["handovers_step.words"]),
    ("kanarieconcept", &["exchange_draft.text"]),
    ("kanariekladje", &["exchange_draft.text"]),
    ("kanarienaam", &["people_person.name"]),
    ("kanariegast", &["people_person.name"]),
    ("kanariesleutel", &["people_passkey.name"]),
    ("kanarieadres", &["today_mail.address"]),
    ("kanariegenodigd", &[]),
    ("kanarieverklapt", &[]),
    ("kanarieverteld", &[]),
    ("kanarietoegang", &[]),
];

/// What people are called is read by those who work with them.
const NAMES: [&str; 2] = ["kanarienaam", "kanariegast"];

/// Every word, with the columns it is for.
fn belongs() -> BTreeMap<&'static str, Vec<String>> {
    let of = |sayings: &'static [Saying], column: &'static str| {
        let words = sayings.iter().map(|saying| saying.3).filter(|word| !word.is_empty());
        words.map(move |word| (word, vec![column.to_owned()]))
    };
    let beside = BESIDE.iter().map(|(word, columns)| {
        (*word, columns.iter().map(|column| (*column).to_owned()).collect::<Vec<String>>())
    });
    of(&ABOUT_A_QUESTION, "asks_said.text")
        .chain(of(&ABOUT_A_HANDOVER, "handovers_step.words"))
        .chain(beside)
        .collect()
}

#[test]
fn each_canary_is_heard_apart_from_the_others() {
    let words: Vec<&str> = belongs().into_keys().collect();
    assert_eq!(words.len(), 26);
    for word in &words {
        assert!(word.starts_with(CANARY));
        assert_eq!(words.iter().filter(|other| other.contains(word)).count(), 1, "{word}");
    }
}

fn said(word: &str) -> String {
    format!("Een {word} zoekt hulp bij brieven.")
}

/// It tells who it is about, so it is taken nowhere.
fn telling(word: &str) -> String {
    format!("Een {word} met nummer 0612345678")
}

#[tokio::test]
async fn what_is_said_stands_where_it_was_said_and_is_read_by_nobody_else() {
    LazyLock::force(&LOG);
    let folder = tempfile::tempdir().unwrap();
    let (post, data) = (folder.path().join("post"), folder.path().join("data"));
    let sender = Sender::parse("Samenspel <post@oosterwaard.voorbeeld>").unwrap();
    let settings = Settings { post: Post::Folder(post.clone(), sender), data, ..settings() };
    with(settings.clone(), async |visitor: Visitor| {
        let (karim, joris) = two(&visitor).await;
        come_in(&visitor, &karim).await;
        wants_letters(&joris, &post).await;
        let mut about = questions(&karim, &joris).await;
        about.extend(handovers(&karim, &joris).await);
        let today = House::new(settings.clone(), visitor.db.clone(), then).unwrap().today();
        let day = today.mail_round(THEN.plus(Duration::from_secs(3600)), LONGEST).await.unwrap();
        assert_eq!(day.sent, 1, "something waits for Joris");
        letters_name_nobody(&post);
        read_by_nobody_else(&visitor, &about).await;
        stand_where_they_belong(&visitor.db).await;
        files_have_none(&settings.data);
    })
    .await;
    let log = LOG.text();
    assert!(log.contains("answered"), "nothing was logged, so nothing was tested");
    let heard: Vec<&str> = log.lines().filter(|line| line.contains(CANARY)).collect();
    assert!(heard.is_empty(), "{heard:#?}");
}

/// Karim says what he is called, somebody comes in and makes a key, and somebody else is invited by mail.
async fn come_in(visitor: &Visitor, karim: &Visitor) {
    quiet(&karim.submit("/ik/naam", &[("name", "kanarienaam")]).await).is(303);
    let (wilma, guest) = (visitor.another(), visitor.another());
    wilma.comes_in_as("coordinator").await;
    let code = a_code(&wilma, "volunteer").await;
    comes_in(&guest, &code, "kanariegast").await;
    quiet(&makes(&guest, &mut Phone::new(), "kanariesleutel").await).is(200);
    let people = format!("{}/mensen", own_party(&wilma).await);
    let token = wilma.get(&people).await.after("name=\"token\" value=\"");
    let fields = [
        ("token", token.as_str()),
        ("role", "volunteer"),
        ("how", "mail"),
        ("email", "kanariegenodigd@buurt.voorbeeld"),
    ];
    quiet(&wilma.submit(&format!("{people}/uitnodigen"), &fields).await).is(200);
    let key = [("token", "kanarietoegang-kanarietoegang"), ("next", "/beheer")];
    quiet(&visitor.another().post("/beheer/aanmelden", &key).await).is(422).hides(CANARY);
}

async fn wants_letters(joris: &Visitor, post: &Path) {
    let before = letters(post);
    let address = [("adres", "kanarieadres@wijkteam.voorbeeld"), ("van", "9"), ("tot", "18")];
    quiet(&joris.submit("/ik/mail", &address).await).is(303);
    let first = letters(post).into_iter().find(|letter| !before.contains(letter)).unwrap();
    quiet(&joris.another().send_form(&link(&first), &[("doe", "aan")]).await).is(200);
}

/// One to the end, one declined, one that names somebody, one that is not sent. Their addresses.
async fn questions(karim: &Visitor, joris: &Visitor) -> Vec<String> {
    let team = party(karim, TEAM).await;
    let at = ask(karim, &team, &said("kanarievraag")).await;
    for (by, door, what, word) in ABOUT_A_QUESTION {
        let by = if matches!(by, By::Karim) { karim } else { joris };
        quiet(&step(by, &at, door, what, &telling("kanarieverklapt")).await).is(422);
        quiet(&step(by, &at, door, what, &said(word)).await).is(303);
    }
    let declined = ask(karim, &team, &said("kanarieverzoek")).await;
    quiet(&step(joris, &declined, "antwoord", "decline", &said("kanarieafwijzing")).await).is(303);
    let refused = telling("kanarieverklapt");
    let fields =
        [("aan", team.as_str()), ("tekst", refused.as_str()), ("onderwerp", "schulden"), ("taal", "nl")];
    quiet(&karim.submit("/vraag/nieuw", &fields).await).is(422);
    for text in [said("kanarieconcept"), refused] {
        let typed = [("plek", "vraag:buurt"), ("tekst", text.as_str())];
        quiet(&karim.submit("/vraag/concept", &typed).await).is(204);
    }
    vec![at, declined]
}

/// The same of handovers.
async fn handovers(karim: &Visitor, joris: &Visitor) -> Vec<String> {
    let at = offers(karim, TEAM).await;
    for (by, door, what, word) in ABOUT_A_HANDOVER {
        let by = if matches!(by, By::Karim) { karim } else { joris };
        let more = match what {
            "accept" => vec![("dag", "2025-12-01")],
            "look-back" => vec![("hoe", "well")],
            _ => vec![],
        };
        if !word.is_empty() {
            let text = telling("kanarieverteld");
            let told = does(by, &at, door, what, &[&more[..], &[("tekst", text.as_str())]].concat()).await;
            quiet(&told).is(422);
        }
        let text = if word.is_empty() { String::new() } else { said(word) };
        let done = does(by, &at, door, what, &[&more[..], &[("tekst", text.as_str())]].concat()).await;
        quiet(&done).is(303);
    }
    let declined = offers(karim, TEAM).await;
    let no = said("kanarieweigering");
    quiet(&does(joris, &declined, "ontvangen", "decline", &[("tekst", &no)]).await).is(303);
    let waits = offers(karim, TEAM).await;
    quiet(&types_with(joris, &waits, "ask", &said("kanariekladje")).await).is(204);
    quiet(&types_with(joris, &waits, "propose", &telling("kanarieverteld")).await).is(204);
    vec![at, declined, waits]
}

/// To whom a letter goes stands above it; nothing else of anybody stands in it.
fn letters_name_nobody(post: &Path) {
    let all = letters(post);
    assert!(all.len() >= 3, "an address was asked, somebody was invited, and something waits");
    for letter in all {
        let whole = letter.replace("=\r\n", "").to_lowercase();
        for line in whole.lines().filter(|line| line.contains(CANARY)) {
            assert!(line.starts_with("to: "), "{line}");
        }
    }
}

/// Everybody else reads all that there is without an address of its own, and what is said under these; strangers too.
async fn read_by_nobody_else(visitor: &Visitor, about: &[String]) {
    let roles = ["coordinator", "volunteer", "key-figure", "community-worker", "manager", "privacy-officer"];
    let routes: Vec<_> = all_routes()
        .into_iter()
        .filter(|route| route.method == Method::GET && !route.path.contains('{'))
        .collect();
    let stranger = visitor.another();
    for route in &routes {
        reads_none(&stranger, "a stranger", route.path).await;
    }
    for role in roles {
        let other = visitor.another();
        other.comes_in_as(role).await;
        for route in routes.iter().filter(|route| route.who != Who::Anyone) {
            reads_none(&other, role, route.path).await;
        }
        for at in about {
            reads_none(&other, role, at).await;
        }
    }
}

async fn reads_none(other: &Visitor, who: &str, at: &str) {
    let answer = other.get(at).await;
    let nameless = NAMES.iter().fold(quiet(&answer).body.clone(), |left, name| left.replace(name, ""));
    assert!(!nameless.contains(CANARY), "{who} reads at {at}:\n{nameless}");
}

async fn stand_where_they_belong(db: &Db) {
    let mut found: BTreeMap<&str, Vec<String>> = belongs().into_keys().map(|word| (word, vec![])).collect();
    for (column, values) in written(db).await {
        let values: Vec<_> = values.into_iter().filter(|value| holds(value, CANARY)).collect();
        for (word, columns) in &mut found {
            if values.iter().any(|value| holds(value, word)) {
                columns.push(column.clone());
            }
        }
    }
    assert_eq!(found, belongs());
}

/// The open data was made while strangers read, and whatever else there is.
fn files_have_none(folder: &Path) {
    let mut waiting = vec![folder.to_owned()];
    let mut seen = Vec::new();
    while let Some(at) = waiting.pop() {
        if at.is_dir() {
            waiting.extend(std::fs::read_dir(&at).unwrap().map(|one| one.unwrap().path()));
            continue;
        }
        let bytes = std::fs::read(&at).unwrap();
        let packed = bytes.starts_with(b"PK");
        let text = if packed { crate::open::text_of(&at).into_bytes() } else { bytes };
        assert!(!holds(&text.to_ascii_lowercase(), CANARY), "{}", at.display());
        seen.push(at.file_name().unwrap().to_string_lossy().into_owned());
    }
    for made in ["hsds.json", "datapackage.zip"] {
        assert!(seen.iter().any(|name| name == made), "{made} is not among {seen:?}");
    }
}
