//! How each route is asked: its address filled in, and a form that changes as little as it can.

use access::Route;
use axum::body::Body;
use axum::http::Method;
use axum::http::header::{CONTENT_TYPE, ORIGIN};

use crate::neighbourhood::{Answer, Visitor, key};
use crate::oracle::Told;
use crate::town::{Town, kept_of, proof};
use crate::who::{Object, Spot, Who};

/// An id that was never given out.
const NEVER: &str = "01930000-0000-7000-8000-00000000dead";

/// What ends a session, a person or a thing: somebody who may end does it, and the town is restored.
const ENDS: [&str; 4] = ["/aanmelden/demo", "/beheer/aanmelden", "/afmelden", "/beheer/afmelden"];

pub fn destroys(route: &Route) -> bool {
    route.method == Method::POST && (route.path.ends_with("/weg") || route.path.ends_with("/terug"))
}

/// What an answer says.
pub fn told(answer: &Answer) -> Option<Told> {
    match answer.status.as_u16() {
        300..=399 if answer.header("location").starts_with("/aanmelden") => Some(Told::AtTheDoor),
        // Gone: a sentence to whoever holds a link that is over.
        200..=399 | 409 | 410 | 422 => Some(Told::In),
        404 => Some(Told::NotThere),
        403 if answer.body.contains("action=\"/aanmelden/sleutel/begin\"") => Some(Told::AtTheDoor),
        _ => None,
    }
}

/// Sends it, as this one, about that. For who may, somebody or something that may end is put into the town first.
pub async fn ask(
    town: &Town,
    route: &Route,
    who: Who,
    browser: &Visitor,
    (object, may): (Object, bool),
) -> Answer {
    let own = matches!(object, Object::Mine | Object::MineElsewhere);
    let spare = if own || may && ENDS.contains(&route.path) { Some(town.another(who).await) } else { None };
    let mine = match spare.as_ref().and_then(|(_, membership)| membership.as_ref()) {
        Some(acts) if object == Object::MineElsewhere => town.elsewhere(acts).await.id.to_string(),
        Some(acts) => acts.id.to_string(),
        None => String::new(),
    };
    let browser = spare.as_ref().map_or(browser, |(browser, _)| browser);
    let path = address(town, route, who, object, &mine).await;
    if route.method == Method::GET {
        return browser.get(&path).await;
    }
    let files = route.path == "/beheer/import" || route.path.ends_with("/foto");
    if files {
        return multipart(browser, &path).await;
    }
    let spare = match route.path {
        "/beheer/dubbel/een" if may => town.spare_party().await,
        _ => town.of(Spot::Other).party,
    };
    form(town, route, who, browser, (&path, &spare.to_string())).await
}

async fn address(town: &Town, route: &Route, who: Who, object: Object, mine: &str) -> String {
    let path = route.path;
    let (spot, party) = match (object, who.acts()) {
        (Object::Party(spot) | Object::Missing(spot) | Object::Strayed(spot), _) => {
            (spot, town.of(spot).party.to_string())
        }
        (Object::Mine, Who::Member(_, Some(spot))) => (spot, town.of(spot).party.to_string()),
        (Object::MineElsewhere, _) => (Spot::Other, town.of(Spot::Other).party.to_string()),
        (Object::TakenOff, _) => (Spot::Bare, town.taken_off.to_string()),
        _ => (Spot::Bare, NEVER.to_owned()),
    };
    let path = path.replace("{party}", &party).replace("{*rest}", "er/is/niets");
    let Some((before, rest)) = path.split_once('{') else { return path };
    let (what, after) = rest.split_once('}').unwrap();
    let inside = match object {
        Object::Mine | Object::MineElsewhere => mine.to_owned(),
        // A new place or contact has an id before it is there: each time another.
        Object::Missing(_) if what == "id" => {
            ground::id::Id::<()>::new(ground::db::testing::THEN).to_string()
        }
        Object::Nowhere | Object::Missing(_) => nothing(what),
        Object::OpenToAll => town.questions[1].clone(),
        // Under this party, what another has.
        Object::Strayed(Spot::Kept) => thing(town, route, Spot::Other, what).await,
        Object::Strayed(_) => thing(town, route, Spot::Kept, what).await,
        _ => thing(town, route, spot, what).await,
    };
    format!("{before}{inside}{after}")
}

fn nothing(what: &str) -> String {
    match what {
        "token" | "invitation" => "0".repeat(64),
        "code" => "BU99019999".to_owned(),
        "key" | "name" => "bestaat-niet".to_owned(),
        _ => NEVER.to_owned(),
    }
}

async fn thing(town: &Town, route: &Route, spot: Spot, what: &str) -> String {
    let (had, path) = (town.of(spot), route.path);
    let first = async |list: &str| {
        let page = town.door.get(list).await.body;
        let ids = page.split_once("\"contents\"").map_or("", |(_, rest)| rest);
        let id = ids.split_once("\"id\":").map_or("", |(_, rest)| rest).trim_start();
        id.trim_start_matches('"').split('"').next().unwrap_or_default().to_owned()
    };
    match what {
        "question" => town.questions[0].clone(),
        // Only a district has days of its own.
        "code" if path.contains("/dagen/") => "WK990101".to_owned(),
        "code" => "BU99010101".to_owned(),
        "name" => "service.json".to_owned(),
        "key" => "papieren".to_owned(),
        "contact" => had.contact.clone(),
        "candidate" => town.candidate.to_string(),
        "handover" => town.handover.to_string(),
        "token" => town.link(&format!("{} {path}", route.method)).to_owned(),
        "membership" if path.contains("{party}") => had.bystander.id.to_string(),
        "membership" => town.official.id.to_string(),
        "invitation" if path.contains("{party}") => kept_of(&had.invitation),
        "invitation" => kept_of(&town.invited_here),
        _ if path.contains("/locatie/") => had.place.clone(),
        _ if path.contains("/mens/") => had.contact.clone(),
        _ if path.contains("/import/") => town.import.clone(),
        _ if path.contains("/niet-vermelden/") => town.wish.id.to_string(),
        _ if path.starts_with("/partij/") || path.contains("organizations") => had.party.to_string(),
        _ if path.contains("service_at_locations") => first("/hsds/service_at_locations").await,
        _ if path.contains("taxonomies") => first("/hsds/taxonomies").await,
        _ if path.contains("taxonomy_terms") => first("/hsds/taxonomy_terms").await,
        _ => had.offer.clone(),
    }
}

/// `spare`: a party that may go.
async fn form(
    town: &Town,
    route: &Route,
    who: Who,
    browser: &Visitor,
    (path, spare): (&str, &str),
) -> Answer {
    let (csrf, once) = (proof(browser), key());
    let [kept, other] = [Spot::Kept, Spot::Other].map(|spot| town.of(spot).party.to_string());
    let own = match who {
        Who::Stranger | Who::Operator => NEVER.to_owned(),
        _ => town.membership_of(who).id.to_string(),
    };
    let new = ground::id::Id::<()>::new(ground::db::testing::THEN).to_string();
    // Both sides look back.
    let box_of_both = format!("overdracht:{}:look-back", town.handover);
    let typed: Vec<(&str, &str)> = match route.path {
        "/aanmelden/demo" => vec![("key", "manager")],
        "/beheer/aanmelden" => vec![("token", crate::neighbourhood::KEY)],
        "/ik/als" => vec![("membership", &own)],
        "/ik/sessies/einde" => vec![("session", NEVER)],
        "/ik/sessies/wachten" => vec![("minutes", "30")],
        "/beheer/dubbel/een" => vec![("stays", &kept), ("gone", spare)],
        "/beheer/dubbel/twee" => vec![("one", &kept), ("other", &other)],
        "/vraag/concept" => vec![("plek", "vraag:buurt"), ("tekst", "Wie leest er mee?")],
        "/overdracht/{handover}/concept" => vec![("plek", box_of_both.as_str()), ("tekst", "Dat ging goed.")],
        // Stopping would take it away from who comes next.
        "/mail/{token}" => vec![("doe", "aan")],
        path if path.ends_with("/nieuw") => vec![("id", &new)],
        path if path.ends_with("/klopt") => vec![("by", "iemand")],
        path if path.ends_with("/plek") => vec![("capacity", "few")],
        path if path.ends_with("/rol") => vec![("role", "volunteer")],
        "/beheer/mensen/uitnodigen" => vec![("role", "privacy-officer"), ("how", "mail")],
        path if path.ends_with("/uitnodigen") => vec![("role", "volunteer"), ("how", "mail")],
        // Drawn long ago, so that nothing happens to it.
        path if path.ends_with("/antwoord") && path.starts_with("/vraag") => {
            vec![("stap", "answer"), ("tekst", "Ja"), ("versie", "-1")]
        }
        path if path.ends_with("/verder") && path.starts_with("/vraag") => {
            vec![("stap", "withdraw"), ("versie", "-1")]
        }
        _ => Vec::new(),
    };
    let signed = [("csrf", csrf.as_str()), ("once", once.as_str())];
    browser.send_form(path, &[&signed[..], &typed[..]].concat()).await
}

/// Only the proof and the key: the file is missing.
async fn multipart(browser: &Visitor, path: &str) -> Answer {
    let part = |name: &str, value: &str| {
        format!("--grens\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body = format!("{}{}--grens--\r\n", part("csrf", &proof(browser)), part("once", &key()));
    let request = browser
        .request(Method::POST, path)
        .header(ORIGIN, format!("http://{}", browser.host))
        .header(CONTENT_TYPE, "multipart/form-data; boundary=grens");
    browser.send(request.body(Body::from(body)).unwrap()).await
}
