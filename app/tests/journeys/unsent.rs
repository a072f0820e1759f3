//! A poor line at a kitchen table: what was typed is there still, what was sent is done once, and news comes by itself.

use axum::body::Body;
use http_body_util::BodyExt as _;

use crate::neighbourhood::{Answer, Visitor, in_oosterwaard};

const QUESTION: &str = "Wie kan meekijken met iemand die veel brieven krijgt?";

pub(crate) async fn guide(visitor: &Visitor) -> Visitor {
    let guide = visitor.another();
    guide.comes_in_as("guide").await;
    guide
}

/// What the page sends by itself while somebody types.
async fn types(by: &Visitor, place: &str, text: &str) -> Answer {
    by.submit("/vraag/concept", &[("plek", place), ("tekst", text)]).await
}

#[tokio::test]
async fn what_was_typed_and_not_sent_is_there_on_another_phone_until_it_is_sent() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        types(&guide, "vraag:buurt", "Wie kan meekijken").await.is(204);
        types(&guide, "vraag:buurt", QUESTION).await.is(204);
        let phone = visitor.another();
        phone.comes_in_as("guide").await;
        let form = phone.get("/vraag/nieuw?aan=buurt").await;
        form.is(200).shows(QUESTION).shows("U was hiermee bezig").shows("Gooi deze tekst weg");
        let other = visitor.another();
        other.comes_in_as("professional").await;
        other.get("/vraag/nieuw?aan=buurt").await.is(200).hides(QUESTION).hides("U was hiermee bezig");
        let fields =
            [("aan", "buurt"), ("tekst", QUESTION), ("onderwerp", "schulden"), ("wijk", ""), ("taal", "nl")];
        phone.submit("/vraag/nieuw", &fields).await.is(303);
        guide.get("/vraag/nieuw?aan=buurt").await.hides("U was hiermee bezig").hides(QUESTION);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_was_not_taken_keeps_the_text_and_a_text_that_names_somebody_is_nowhere() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let no_theme = [("aan", "buurt"), ("tekst", QUESTION), ("onderwerp", ""), ("taal", "nl")];
        guide.submit("/vraag/nieuw", &no_theme).await.is(422);
        guide.get("/vraag/nieuw?aan=buurt").await.shows(QUESTION);
        let telling = "Bel haar op 0612345678, zij krijgt veel brieven";
        types(&guide, "vraag:buurt", telling).await.is(204);
        guide.get("/vraag/nieuw?aan=buurt").await.shows(QUESTION).hides("0612345678");
        let kept: Vec<String> = guide.db.read("select text from exchange_draft").scalars().await.unwrap();
        assert_eq!(kept, [QUESTION]);
        guide.submit("/vraag/concept", &[("plek", "vraag:buurt"), ("weg", "ja")]).await.is(303);
        guide.get("/vraag/nieuw?aan=buurt").await.hides(QUESTION);
        for place in ["", "vraag:", "stap:niets", "https://elders.voorbeeld", "vraag:../ik"] {
            types(&guide, place, QUESTION).await.is(404);
        }
        types(&visitor, "vraag:buurt", QUESTION).await.is(403);
    })
    .await;
}

/// A party of Oosterwaard by its name.
pub(crate) async fn party(visitor: &Visitor, name: &'static str) -> String {
    let found = visitor.db.read("select id from directory_party where municipality_id = $1 and name = $2");
    let id: ground::id::Id<directory::party::Party> =
        found.bind(directory::neighbourhood::HERE).bind(name).scalar().await.unwrap();
    id.to_string()
}

async fn asks(by: &Visitor, to: &str, text: &str) -> Answer {
    let fields = [("aan", to), ("tekst", text), ("onderwerp", "schulden"), ("wijk", ""), ("taal", "nl")];
    by.submit("/vraag/nieuw", &fields).await
}

/// Asks the team, and gives the address of the question and the box of an answer to it.
async fn asks_the_team(guide: &Visitor) -> (String, String) {
    let sent = asks(guide, &party(guide, "Wijkteam De Boogerd").await, QUESTION).await;
    let at = sent.is(303).header("location").trim_end_matches("?gedaan=gesteld").to_owned();
    let place = box_of(&at, "answer");
    (at, place)
}

/// Where the words of a step are typed.
fn box_of(at: &str, step: &str) -> String {
    format!("{}:{step}", at.replace("/vraag/", "stap:"))
}

#[tokio::test]
async fn a_text_is_kept_only_where_somebody_could_type_it() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let [professional, third] = [visitor.another(), visitor.another()];
        professional.comes_in_as("professional").await;
        third.comes_in_as("coordinator").await;
        let (at, step) = asks_the_team(&guide).await;
        let own = format!("vraag:{}", party(&guide, "Buurtvaders De Boogerd").await);
        let team = format!("vraag:{}", party(&guide, "Wijkteam De Boogerd").await);
        for nowhere in [
            "vraag:01930000-0000-7000-8000-00000000dead",
            "stap:01930000-0000-7000-8000-00000000dead:reply",
            // Who asked does not answer, and nothing is said with taking it back.
            step.as_str(),
            box_of(&at, "withdraw").as_str(),
            own.as_str(),
        ] {
            types(&guide, nowhere, QUESTION).await.is(404);
        }
        // A question between two others answers as one that never was.
        types(&third, &step, QUESTION).await.is(404);
        let rows = guide.db.read("select count(*) from exchange_draft").scalar::<i64>().await.unwrap();
        assert_eq!(rows, 0);
        types(&guide, &team, QUESTION).await.is(204);
        types(&professional, &step, QUESTION).await.is(204);
        types(&guide, &box_of(&at, "reply"), QUESTION).await.is(204);
    })
    .await;
}

/// Does something with a question, from the page as it is now.
async fn steps(by: &Visitor, at: &str, door: &str, (step, text): (&str, &str)) -> Answer {
    let version = by.get(at).await.after("name=\"versie\" value=\"");
    by.submit(&format!("{at}/{door}"), &[("versie", &version), ("stap", step), ("tekst", text)]).await
}

async fn drafts(visitor: &Visitor) -> Vec<String> {
    visitor.db.read("select text from exchange_draft order by text").scalars().await.unwrap()
}

const TUESDAY: &str = "Kom dinsdag samen langs.";

#[tokio::test]
async fn an_empty_form_or_another_step_takes_nothing_away_that_was_typed_and_not_sent() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let professional = visitor.another();
        professional.comes_in_as("professional").await;
        let (at, step) = asks_the_team(&guide).await;
        types(&guide, "vraag:buurt", QUESTION).await.is(204);
        asks(&guide, "buurt", " ").await.is(422);
        let nobody = party(&guide, "Moedercentrum De Linde").await;
        let theirs = format!("vraag:{nobody}");
        types(&guide, &theirs, QUESTION).await.is(204);
        asks(&guide, &nobody, "").await.is(409);
        assert_eq!(drafts(&visitor).await, [QUESTION; 2]);
        for place in ["vraag:buurt", theirs.as_str()] {
            types(&guide, place, "").await.is(204);
        }
        assert_eq!(drafts(&visitor).await, [""; 0], "emptied where it is typed");
        types(&professional, &step, TUESDAY).await.is(204);
        steps(&professional, &at, "antwoord", ("answer", "")).await.is(422);
        professional.get(&at).await.is(200).shows("U was hiermee bezig").shows(TUESDAY);
        steps(&professional, &at, "antwoord", ("ask-back", "Hoeveel brieven zijn het?")).await.is(303);
        professional.get(&at).await.is(200).shows("Wat u had getypt").shows(TUESDAY);
        steps(&guide, &at, "verder", ("reply", "Een hele tas vol.")).await.is(303);
        professional.get(&at).await.is(200).shows("U was hiermee bezig").shows(TUESDAY);
        steps(&professional, &at, "antwoord", ("answer", TUESDAY)).await.is(303);
        assert_eq!(drafts(&visitor).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn each_step_on_a_question_keeps_what_was_typed_with_it_and_only_what_was_sent_is_gone() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let [professional, phone] = [visitor.another(), visitor.another()];
        professional.comes_in_as("professional").await;
        phone.comes_in_as("professional").await;
        let (at, answer) = asks_the_team(&guide).await;
        let (many, full) = ("Hoeveel brieven zijn het?", "Onze agenda is vol.");
        let [ask_back, decline] = [box_of(&at, "ask-back"), box_of(&at, "decline")];
        for (place, text) in [(&answer, TUESDAY), (&ask_back, many), (&decline, full)] {
            types(&professional, place, text).await.is(204);
        }
        phone.get(&at).await.is(200).shows(TUESDAY).shows(many).shows(full).hides("Wat u had getypt");
        // Not taken, as it names somebody: what was kept before stays. Without a name and too late: it is kept.
        steps(&phone, &at, "antwoord", ("ask-back", "Is het 0612345678?")).await.is(422);
        assert_eq!(drafts(&visitor).await, [many, TUESDAY, full]);
        let late = [("versie", "-1"), ("stap", "ask-back"), ("tekst", "Wanneer schikt het?")];
        phone.submit(&format!("{at}/antwoord"), &late).await.is(409);
        assert_eq!(drafts(&visitor).await, [TUESDAY, full, "Wanneer schikt het?"]);
        steps(&phone, &at, "antwoord", ("ask-back", many)).await.is(303);
        assert_eq!(drafts(&visitor).await, [TUESDAY, full]);
        professional.get(&at).await.is(200).shows("Wat u had getypt").shows(TUESDAY).shows(full);
    })
    .await;
}

#[tokio::test]
async fn what_was_asked_or_answered_and_comes_in_once_more_after_it_is_no_text_to_send_again() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let professional = visitor.another();
        professional.comes_in_as("professional").await;
        let (at, step) = asks_the_team(&guide).await;
        let team = format!("vraag:{}", party(&guide, "Wijkteam De Boogerd").await);
        types(&guide, &team, QUESTION).await.is(204);
        steps(&professional, &at, "antwoord", ("answer", TUESDAY)).await.is(303);
        types(&professional, &step, TUESDAY).await.is(204);
        assert_eq!(drafts(&visitor).await, [""; 0]);
        // Elsewhere, or with more to it, it is another text.
        types(&guide, "vraag:buurt", QUESTION).await.is(204);
        types(&guide, &team, &format!("{QUESTION} Het haast niet.")).await.is(204);
        types(&professional, &step, &format!("{TUESDAY} Of woensdag.")).await.is(204);
        assert_eq!(drafts(&visitor).await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_text_on_a_question_that_closed_is_there_to_read_until_it_is_thrown_away() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let professional = visitor.another();
        professional.comes_in_as("professional").await;
        let (at, step) = asks_the_team(&guide).await;
        let answer = "Kom dinsdag samen langs.";
        types(&professional, &step, answer).await.is(204);
        let open = professional.get(&at).await;
        open.is(200).shows("U was hiermee bezig").shows(answer).hides("Wat u had getypt");
        let version = guide.get(&at).await.after("name=\"versie\" value=\"");
        let withdraws = [("versie", version.as_str()), ("stap", "withdraw"), ("tekst", "")];
        guide.submit(&format!("{at}/verder"), &withdraws).await.is(303);
        let closed = professional.get(&at).await;
        closed.is(200).hides("U was hiermee bezig").shows("Wat u had getypt").shows(answer);
        professional.submit("/vraag/concept", &[("plek", &step), ("weg", "ja")]).await.is(303);
        professional.get(&at).await.is(200).hides("Wat u had getypt").hides(answer);
    })
    .await;
}

#[tokio::test]
async fn who_asks_a_party_that_has_nobody_here_any_more_still_has_the_text() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let nobody = party(&guide, "Moedercentrum De Linde").await;
        let telling = "Bel haar op 0612345678, zij krijgt veel brieven";
        asks(&guide, &nobody, telling).await.is(409).shows("doet nog niet mee met Samenspel").shows(telling);
        let form = format!("/vraag/nieuw?aan={nobody}");
        guide.get(&form).await.is(200).hides("0612345678");
        asks(&guide, &nobody, QUESTION).await.is(409).shows("Wat u had getypt").shows(QUESTION);
        guide.get(&form).await.is(200).shows(QUESTION);
        let place = format!("vraag:{nobody}");
        guide.submit("/vraag/concept", &[("plek", &place), ("weg", "ja")]).await.is(303);
        guide.get(&form).await.is(200).hides(QUESTION);
    })
    .await;
}

#[tokio::test]
async fn who_lost_the_answer_and_sends_again_asks_once() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let fields =
            [("aan", "buurt"), ("tekst", QUESTION), ("onderwerp", "schulden"), ("wijk", ""), ("taal", "nl")];
        let first = guide.submit("/vraag/nieuw", &fields).await.header("location").to_owned();
        // The form was drawn anew, so it has another key; the words are the same.
        assert_eq!(guide.submit("/vraag/nieuw", &fields).await.is(303).header("location"), first);
        let other = [("tekst", "Wie heeft er een ladder over?")];
        let other = fields.map(|(name, value)| if name == "tekst" { other[0] } else { (name, value) });
        assert_ne!(guide.submit("/vraag/nieuw", &other).await.is(303).header("location"), first);
    })
    .await;
}

#[tokio::test]
async fn who_finds_nobody_can_ask_the_neighbourhood_and_a_stranger_cannot() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        guide.get("/zoek?q=zzzzzz").await.is(200).shows("/vraag/nieuw?aan=buurt");
        visitor.get("/zoek?q=zzzzzz").await.is(200).hides("/vraag/nieuw");
    })
    .await;
}

#[tokio::test]
async fn whoever_looks_around_can_ask_the_neighbourhood_and_what_was_chosen_is_filled_in() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        for (page, ask) in [
            ("/wie", "aan=buurt"),
            ("/wie?thema=schulden", "aan=buurt&amp;onderwerp=schulden"),
            ("/wie?buurt=BU99010101", "aan=buurt&amp;wijk=BU99010101"),
            ("/zoek?q=brief+xyzzy", "aan=buurt"),
            ("/buurt/BU99010101", "aan=buurt&amp;wijk=BU99010101"),
        ] {
            let link = format!("href=\"/vraag/nieuw?{ask}\"");
            guide.get(page).await.is(200).shows(&link).hides("Niemand gevonden");
            visitor.get(page).await.is(200).hides("/vraag/nieuw");
        }
        guide.get("/zoek?q=brief+xyzzy").await.shows("Niets past bij al uw woorden");
        let both = "/vraag/nieuw?aan=buurt&onderwerp=schulden&wijk=BU99010101";
        let form = guide.get(both).await;
        form.is(200).shows("<option value=\"schulden\" selected>");
        form.shows("<option value=\"BU99010101\" selected>");
    })
    .await;
}

#[tokio::test]
async fn the_theme_of_a_list_goes_along_to_what_a_party_is_asked_and_is_known_only_there() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let list = guide.get("/wie?thema=schulden").await;
        let party = list.is(200).after("href=\"/partij/");
        let (id, _) = party.split_once("?thema=schulden").expect("the theme goes along");
        let ask = format!("/vraag/nieuw?aan={id}");
        let page = guide.get(&format!("/partij/{party}")).await;
        page.is(200).shows(&format!("href=\"{ask}&amp;onderwerp=schulden\""));
        // By another way nobody knows what it will be about; and what is no theme is none.
        for plain in [format!("/partij/{id}"), format!("/partij/{id}?thema=bestaat-niet")] {
            guide.get(&plain).await.is(200).shows(&format!("href=\"{ask}\""));
        }
        let offer = list.after("href=\"/aanbod/");
        let of = guide.get(&format!("/aanbod/{offer}")).await.is(200).after("href=\"/partij/");
        assert!(of.ends_with("?thema=schulden"), "{of}");
        // Whoever asks nothing has the address that everybody shares.
        assert_eq!(visitor.get("/wie?thema=schulden").await.is(200).after("href=\"/partij/"), id);
    })
    .await;
}

#[tokio::test]
async fn the_list_hears_that_something_happened_and_not_what() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let professional = visitor.another();
        professional.comes_in_as("professional").await;
        let live = professional.get("/vandaag").await.after("data-levend=\"").replace("&amp;", "&");
        let fields =
            [("aan", "buurt"), ("tekst", QUESTION), ("onderwerp", "schulden"), ("wijk", ""), ("taal", "nl")];
        guide.submit("/vraag/nieuw", &fields).await.is(303);
        let (status, first) = first_words(&professional, &live).await;
        assert_eq!((status, first.as_str()), (200, "event: nieuws\ndata: nieuws\n\n"));
        // A page that lies open for long, and whoever has no list, hears nothing.
        professional.get("/vandaag/levend").await.is(204);
        professional.get("/vandaag/levend?stand=x&sinds=-1").await.is(204);
        visitor.get("/vandaag/levend").await.is(403);
    })
    .await;
}

#[tokio::test]
async fn who_signs_out_hears_no_more_news_and_nobody_listens_with_more_than_four_pages() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let professional = visitor.another();
        professional.comes_in_as("professional").await;
        let live = professional.get("/vandaag").await.after("data-levend=\"").replace("&amp;", "&");
        let mut pages = Vec::new();
        for _ in 0..4 {
            let (status, page) = professional.opens(&live).await;
            assert_eq!(status, 200);
            pages.push(page);
        }
        professional.get(&live).await.is(204);
        drop(pages.pop());
        let (status, mut page) = professional.opens(&live).await;
        assert_eq!(status, 200, "a page that closed makes room");
        professional.submit("/afmelden", &[]).await.is(303);
        let fields =
            [("aan", "buurt"), ("tekst", QUESTION), ("onderwerp", "schulden"), ("wijk", ""), ("taal", "nl")];
        guide.submit("/vraag/nieuw", &fields).await.is(303);
        assert_eq!(words(&mut page).await, "event: klaar\ndata: klaar\n\n");
    })
    .await;
}

/// The first that is said, without waiting for more.
async fn first_words(by: &Visitor, path: &str) -> (u16, String) {
    let (status, mut body) = by.opens(path).await;
    (status, words(&mut body).await)
}

/// What is said next.
async fn words(body: &mut Body) -> String {
    let frame = body.frame().await.unwrap().unwrap();
    String::from_utf8(frame.into_data().unwrap().to_vec()).unwrap()
}
