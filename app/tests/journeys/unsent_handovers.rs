//! A poor line, and help that changes hands: the words of an offer, and what was typed with a step, are there still.

use crate::neighbourhood::{Answer, Visitor, in_oosterwaard};
use crate::unsent::{guide, party};

/// What the page of a handover sends by itself while somebody types in the box of one step.
pub(crate) async fn types_with(by: &Visitor, at: &str, step: &str, text: &str) -> Answer {
    let place = format!("{}:{step}", at.replace("/overdracht/", "overdracht:"));
    by.submit(&format!("{at}/concept"), &[("plek", &place), ("tekst", text)]).await
}

/// Offers a handover to this party; its address.
pub(crate) async fn offers(by: &Visitor, to: &'static str) -> String {
    let to = party(by, to).await;
    let form = by.get(&format!("/overdracht/nieuw?aan={to}&onderwerp=schulden")).await;
    let words = form.is(200).after("name=\"woorden\" value=\"");
    let fields = [
        ("aan", to.as_str()),
        ("onderwerp", "schulden"),
        ("wijk", ""),
        ("doet", "along"),
        ("woorden", &words),
        ("codewoord", words.split(' ').next().unwrap()),
        ("weet", "ja"),
    ];
    let sent = by.submit("/overdracht/nieuw", &fields).await;
    sent.is(303).header("location").trim_end_matches("?gedaan=offer").to_owned()
}

async fn drafts(visitor: &Visitor) -> Vec<String> {
    visitor.db.read("select text from exchange_draft order by text").scalars().await.unwrap()
}

/// Takes a step from the page as it is now.
async fn steps(by: &Visitor, at: &str, door: &str, (step, text): (&str, &str)) -> Answer {
    let version = by.get(at).await.after("name=\"versie\" value=\"");
    by.submit(&format!("{at}/{door}"), &[("versie", &version), ("stap", step), ("tekst", text)]).await
}

const SPEAKS: &str = "Spreekt deze bewoner Arabisch?";
const ELSEWHERE: &str = "Kan het ook in onze huiskamer?";
const YES: &str = "Ja, en een beetje Nederlands.";

#[tokio::test]
async fn what_was_typed_about_a_handover_is_there_on_another_phone_and_for_nobody_else_until_it_is_sent() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let [wilma, phone, ferdi] = [visitor.another(), visitor.another(), visitor.another()];
        for (browser, role) in [(&wilma, "coordinator"), (&phone, "coordinator"), (&ferdi, "volunteer")] {
            browser.comes_in_as(role).await;
        }
        let at = offers(&guide, "Bewonersgroep Goudreinetflat").await;
        types_with(&wilma, &at, "ask", "Spreekt deze").await.is(204);
        types_with(&wilma, &at, "ask", SPEAKS).await.is(204);
        types_with(&wilma, &at, "propose", ELSEWHERE).await.is(204);
        let page = phone.get(&at).await;
        page.is(200).shows("U was hiermee bezig").shows(SPEAKS).shows(ELSEWHERE);
        for other in [&guide, &ferdi] {
            other.get(&at).await.is(200).hides("U was hiermee bezig").hides(SPEAKS).hides(ELSEWHERE);
        }
        steps(&phone, &at, "ontvangen", ("ask", SPEAKS)).await.is(303);
        // What stands in the other box was not sent: it is there to read, and to go on with once it is possible again.
        let asked = wilma.get(&at).await;
        asked.is(200).shows(SPEAKS).hides("U was hiermee bezig").shows("Wat u had getypt").shows(ELSEWHERE);
        assert_eq!(drafts(&visitor).await, [ELSEWHERE]);
        steps(&guide, &at, "geven", ("answer", YES)).await.is(303);
        let answered = wilma.get(&at).await;
        answered.is(200).shows("U was hiermee bezig").shows(ELSEWHERE).hides("Wat u had getypt");
        steps(&wilma, &at, "ontvangen", ("propose", ELSEWHERE)).await.is(303);
        assert_eq!(drafts(&visitor).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_step_on_a_handover_that_was_not_taken_keeps_its_text_and_one_that_names_somebody_is_nowhere() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let professional = visitor.another();
        professional.comes_in_as("professional").await;
        let at = offers(&guide, "Wijkteam De Boogerd").await;
        let version = professional.get(&at).await.after("name=\"versie\" value=\"");
        let sends = async |step: &str, text: &str| {
            let fields = [("versie", version.as_str()), ("stap", step), ("tekst", text)];
            professional.submit(&format!("{at}/ontvangen"), &fields).await
        };
        let telling = "Is haar nummer 0612345678?";
        types_with(&professional, &at, "ask", telling).await.is(204);
        sends("ask", telling).await.is(422).shows(telling);
        professional.get(&at).await.is(200).hides("0612345678");
        let long = "Onze agenda is vol. ".repeat(11);
        sends("decline", &long).await.is(422).shows("te lang");
        professional.get(&at).await.shows("U was hiermee bezig").shows(long.trim());
        assert_eq!(drafts(&visitor).await, [long.trim()]);
        // Whoever stopped it can read what was not sent, and so can whoever was too late.
        types_with(&guide, &at, "answer", YES).await.is(204);
        guide.submit(&format!("{at}/stap"), &[("versie", version.as_str()), ("stap", "stop")]).await.is(303);
        guide.get(&at).await.is(200).shows("Wat u had getypt").shows(YES);
        assert_eq!(drafts(&visitor).await, [YES, long.trim()]);
        sends("propose", ELSEWHERE).await.is(409).shows("Dit had u geschreven").shows(ELSEWHERE);
        let closed = professional.get(&at).await;
        closed.is(200).hides("U was hiermee bezig").shows("Wat u had getypt").shows(ELSEWHERE);
        for step in ["propose", "decline"] {
            let place = format!("{}:{step}", at.replace("/overdracht/", "overdracht:"));
            let away = [("plek", place.as_str()), ("weg", "ja")];
            professional.submit(&format!("{at}/concept"), &away).await.is(303);
        }
        professional.get(&at).await.is(200).hides("Wat u had getypt").hides(ELSEWHERE);
        assert_eq!(drafts(&visitor).await, [YES]);
    })
    .await;
}

#[tokio::test]
async fn an_old_address_or_form_says_only_what_is_still_so() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let professional = visitor.another();
        professional.comes_in_as("professional").await;
        let at = offers(&guide, "Wijkteam De Boogerd").await;
        let offered = format!("{at}?gedaan=offer");
        guide.get(&offered).await.is(200).shows("De overdracht is aangeboden");
        professional.get(&offered).await.is(200).hides("De overdracht is aangeboden");
        let old = [("versie", "99"), ("stap", "ask"), ("tekst", SPEAKS)];
        let door = format!("{at}/ontvangen");
        professional.submit(&door, &old).await.is(409).shows("wat nu nog kan").shows("niets dubbel");
        steps(&professional, &at, "ontvangen", ("decline", "")).await.is(303);
        guide.get(&offered).await.is(200).hides("De overdracht is aangeboden");
        professional.submit(&door, &old).await.is(409).hides("wat nu nog kan").shows("niets dubbel");
    })
    .await;
}

#[tokio::test]
async fn an_empty_form_takes_nothing_away_that_was_typed_on_another_phone() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let professional = visitor.another();
        professional.comes_in_as("professional").await;
        let at = offers(&guide, "Wijkteam De Boogerd").await;
        types_with(&professional, &at, "ask", SPEAKS).await.is(204);
        steps(&professional, &at, "ontvangen", ("ask", "")).await.is(422);
        let old = [("versie", "99"), ("stap", "ask"), ("tekst", " ")];
        professional.submit(&format!("{at}/ontvangen"), &old).await.is(409);
        assert_eq!(drafts(&visitor).await, [SPEAKS]);
        types_with(&professional, &at, "ask", "").await.is(204);
        assert_eq!(drafts(&visitor).await, [""; 0], "emptied where it is typed");
        types_with(&professional, &at, "decline", "Onze agenda is vol.").await.is(204);
        steps(&professional, &at, "ontvangen", ("decline", "")).await.is(303);
        professional.get(&at).await.is(200).shows("Wat u had getypt").shows("Onze agenda is vol.");
    })
    .await;
}

#[tokio::test]
async fn what_was_said_and_comes_in_once_more_after_it_is_no_text_to_send_again() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let professional = visitor.another();
        professional.comes_in_as("professional").await;
        let at = offers(&guide, "Wijkteam De Boogerd").await;
        let version = professional.get(&at).await.after("name=\"versie\" value=\"");
        let sends = [("versie", version.as_str()), ("stap", "ask"), ("tekst", SPEAKS)];
        professional.submit(&format!("{at}/ontvangen"), &sends).await.is(303);
        types_with(&professional, &at, "ask", SPEAKS).await.is(204);
        professional.submit(&format!("{at}/ontvangen"), &sends).await.is(409);
        assert_eq!(drafts(&visitor).await, [""; 0]);
        professional.get(&at).await.is(200).shows(SPEAKS).hides("Wat u had getypt");
        // In another box, and with more to it, it is another text.
        types_with(&professional, &at, "propose", SPEAKS).await.is(204);
        types_with(&professional, &at, "ask", &format!("{SPEAKS} Of Turks?")).await.is(204);
        assert_eq!(drafts(&visitor).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_text_about_a_handover_is_kept_only_by_its_two_parties_and_in_their_own_boxes() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let third = visitor.another();
        third.comes_in_as("coordinator").await;
        let at = offers(&guide, "Wijkteam De Boogerd").await;
        let other = offers(&guide, "Waardwelzijn").await;
        types_with(&third, &at, "look-back", SPEAKS).await.is(404);
        types_with(&guide, "/overdracht/01930000-0000-7000-8000-00000000dead", "answer", SPEAKS)
            .await
            .is(404);
        // The giver proposes nothing, and to stop takes no words.
        for step in ["ask", "propose", "decline", "stop", ""] {
            types_with(&guide, &at, step, SPEAKS).await.is(404);
        }
        let elsewhere = format!("{}:answer", other.replace("/overdracht/", "overdracht:"));
        let typed = [("plek", elsewhere.as_str()), ("tekst", SPEAKS)];
        guide.submit(&format!("{at}/concept"), &typed).await.is(404);
        types_with(&visitor, &at, "answer", SPEAKS).await.is(403);
        assert_eq!(drafts(&visitor).await, [""; 0]);
        types_with(&guide, &at, "answer", SPEAKS).await.is(204);
    })
    .await;
}

#[tokio::test]
async fn who_comes_back_to_an_offer_finds_the_same_words_and_offers_once() {
    in_oosterwaard(async |visitor: Visitor| {
        let guide = guide(&visitor).await;
        let team = party(&guide, "Wijkteam De Boogerd").await;
        let form = format!("/overdracht/nieuw?aan={team}&onderwerp=schulden");
        let words = guide.get(&form).await.after("name=\"woorden\" value=\"");
        assert_eq!(
            guide.get(&form).await.after("name=\"woorden\" value=\""),
            words,
            "after the line was lost"
        );
        let word = words.split(' ').next().unwrap().to_owned();
        let fields = [
            ("aan", team.as_str()),
            ("onderwerp", "schulden"),
            ("wijk", ""),
            ("doet", "along"),
            ("woorden", &words),
            ("codewoord", &word),
            ("weet", "ja"),
        ];
        let first = guide.submit("/overdracht/nieuw", &fields).await.is(303).header("location").to_owned();
        // Drawn anew it has another key; the word that the resident chose is the same.
        assert_eq!(guide.submit("/overdracht/nieuw", &fields).await.is(303).header("location"), first);
        let after = guide.get(&form).await.after("name=\"woorden\" value=\"");
        assert!(!after.split(' ').any(|laid_out| laid_out == word), "{word} is in use");
    })
    .await;
}

#[tokio::test]
async fn two_of_one_party_who_choose_the_same_word_are_not_taken_for_one() {
    in_oosterwaard(async |visitor: Visitor| {
        let (wilma, ferdi) = (visitor.another(), visitor.another());
        wilma.comes_in_as("coordinator").await;
        ferdi.comes_in_as("volunteer").await;
        let team = party(&visitor, "Wijkteam De Boogerd").await;
        let words = wilma
            .get(&format!("/overdracht/nieuw?aan={team}&onderwerp=schulden"))
            .await
            .after("name=\"woorden\" value=\"");
        let word = words.split(' ').next().unwrap();
        let fields = [
            ("aan", team.as_str()),
            ("onderwerp", "schulden"),
            ("wijk", ""),
            ("doet", "along"),
            ("woorden", &words),
            ("codewoord", word),
            ("weet", "ja"),
        ];
        let hers = wilma.submit("/overdracht/nieuw", &fields).await.is(303).header("location").to_owned();
        let his = ferdi.submit("/overdracht/nieuw", &fields).await;
        his.is(422).hides(&hers);
        let fresh = his.after("name=\"woorden\" value=\"");
        assert!(!fresh.split(' ').any(|laid_out| laid_out == word), "{word} is of another resident");
    })
    .await;
}
