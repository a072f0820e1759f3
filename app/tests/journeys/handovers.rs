//! Help changes hands, both ways: Karim of the fathers hands over to Joris of the team, and Joris to Karim.

use crate::lines::Reader;
use crate::neighbourhood::{Answer, Visitor, in_oosterwaard};

const FATHERS: &str = "Buurtvaders De Boogerd";
pub(crate) const TEAM: &str = "Wijkteam De Boogerd";

/// Karim and Joris, who work at the same table, and Wilma of a third party.
pub(crate) async fn table(first: Visitor) -> [Visitor; 3] {
    let (joris, wilma) = (first.another(), first.another());
    first.comes_in_as("guide").await;
    joris.comes_in_as("professional").await;
    wilma.comes_in_as("coordinator").await;
    [first, joris, wilma]
}

/// As people read it: without the marks that keep a name in another script in its place.
fn plain(mut answer: Answer) -> Answer {
    answer.body = answer.body.replace(['\u{2068}', '\u{2069}'], "");
    answer
}

async fn see(visitor: &Visitor, path: &str) -> Answer {
    plain(visitor.get(path).await)
}

/// The id of a party, as it stands in addresses.
async fn party(visitor: &Visitor, name: &str) -> String {
    let manager = visitor.another();
    manager.comes_in_as("manager").await;
    manager.desk_of(name).await.trim_start_matches("/beheer/partij/").to_owned()
}

/// Offers a handover by the form, as a guide does; its address.
pub(crate) async fn offers(from: &Visitor, to: &str) -> String {
    let to = party(from, to).await;
    let form = see(from, &format!("/overdracht/nieuw?aan={to}&onderwerp=schulden&wijk=BU99010101")).await;
    form.is(200).shows("Wat kan er bij?").shows("Welk codewoord kiest de bewoner?");
    let words = form.after("name=\"woorden\" value=\"");
    let word = words.split(' ').next().unwrap();
    let fields = [
        ("aan", to.as_str()),
        ("onderwerp", "schulden"),
        ("wijk", "BU99010101"),
        ("doet", "along"),
        ("doet", "translates"),
        ("woorden", &words),
        ("codewoord", word),
        ("weet", "ja"),
    ];
    let sent = from.submit("/overdracht/nieuw", &fields).await;
    let address = sent.is(303).header("location").to_owned();
    see(from, &address).await.is(200).shows("De overdracht is aangeboden").shows(word);
    address.split('?').next().unwrap().to_owned()
}

/// Presses a button on the page as it stands now.
pub(crate) async fn does(
    who: &Visitor,
    address: &str,
    path: &str,
    step: &str,
    more: &[(&str, &str)],
) -> Answer {
    let version = see(who, address).await.is(200).after("name=\"versie\" value=\"");
    let mut fields = vec![("versie", version.as_str()), ("stap", step)];
    fields.extend(more);
    plain(who.submit(&format!("{address}/{path}"), &fields).await)
}

/// As [`does`], and it works.
pub(crate) async fn done(who: &Visitor, address: &str, path: &str, step: &str, more: &[(&str, &str)]) {
    does(who, address, path, step, more).await.is(303);
}

#[tokio::test]
async fn a_guide_hands_over_and_everybody_sees_who_has_the_ball_until_both_look_back() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, _] = table(first).await;
        let address = offers(&karim, TEAM).await;
        // Five working days from Tuesday 25 November.
        see(&karim, &address).await.shows(&format!("De bal ligt bij {TEAM}, tot 2 december."));
        let page = see(&joris, &address).await;
        page.is(200).shows("De bal ligt bij u, tot 2 december.").shows("Karim").shows("vertaalt");
        // Three days, each one tap.
        assert_eq!(page.body.matches("name=\"dag\" value=\"2").count(), 3);
        let first_day = page.after("name=\"dag\" value=\"");
        done(&joris, &address, "ontvangen", "accept", &[("dag", &first_day)]).await;
        see(&karim, "/overdrachten").await.shows("U bent aan zet").shows(&format!("Aan {TEAM}"));
        see(&joris, "/overdrachten").await.shows(&format!("Van {FATHERS}")).shows("De bal ligt bij u en bij");
        done(&karim, &address, "stap", "sat-together", &[]).await;
        see(&karim, &address).await.shows(&format!("De bal ligt bij {TEAM}")).hides("Ja, dat klopt");
        done(&joris, &address, "stap", "not-yet", &[]).await;
        done(&joris, &address, "stap", "sat-together", &[]).await;
        done(&karim, &address, "stap", "confirm", &[]).await;
        see(&joris, &address).await.shows(&format!("De bal ligt bij {FATHERS}.")).hides("Ik laat los");
        done(&karim, &address, "geven", "stay-until", &[("dag", "2025-12-24")]).await;
        see(&karim, &address).await.shows("U blijft erbij tot 24 december").shows("Gids blijft tot");
        see(&joris, &address).await.shows("De gids blijft erbij tot 24 december");
        done(&karim, &address, "geven", "let-go", &[]).await;
        see(&karim, &address).await.hides("Gids blijft tot").shows("Terugkijken").shows("Hoe ging het?");
        see(&karim, "/overdrachten").await.shows(&format!("{TEAM} helpt nu verder"));
        see(&joris, "/overdrachten").await.shows("Kijk nog terug").shows("U helpt nu verder");
        let words = "De tweede keer ging het vanzelf.";
        done(&karim, &address, "stap", "look-back", &[("hoe", "well"), ("tekst", words)]).await;
        // Nobody reads the other's view before giving one's own.
        see(&joris, &address).await.hides(words).shows("Dit ziet u als u zelf heeft teruggekeken");
        does(&joris, &address, "stap", "look-back", &[]).await.is(422).shows("Kies hoe het ging");
        done(&joris, &address, "stap", "look-back", &[("hoe", "fairly")]).await;
        see(&joris, &address).await.shows(words).shows("U keek er allebei op terug");
    })
    .await;
}

#[tokio::test]
async fn the_other_way_a_professional_hands_over_to_a_guide_who_asks_first_and_proposes_otherwise() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, _] = table(first).await;
        let address = offers(&joris, FATHERS).await;
        let ask = [("tekst", "Spreekt deze bewoner Arabisch?")];
        done(&karim, &address, "ontvangen", "ask", &ask).await;
        see(&joris, &address)
            .await
            .shows("Spreekt deze bewoner Arabisch?")
            .shows("De bal ligt bij u, tot 2 december.");
        // Whoever waits cannot accept what was not offered again.
        does(&karim, &address, "ontvangen", "accept", &[("dag", "2025-12-01")]).await.is(409);
        done(&joris, &address, "geven", "answer", &[("tekst", "Ja, en een beetje Nederlands.")]).await;
        done(&karim, &address, "ontvangen", "propose", &[("tekst", "Kan het bij ons in de huiskamer?")])
            .await;
        done(&joris, &address, "geven", "answer", &[("tekst", "Dat is goed.")]).await;
        done(&karim, &address, "ontvangen", "accept", &[("dag", "2025-12-03")]).await;
        see(&joris, &address).await.shows("Het eerste gesprek is op 3 december");
    })
    .await;
}

#[tokio::test]
async fn saying_no_needs_no_reason_and_stopping_always_works() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, _] = table(first).await;
        let declined = offers(&karim, TEAM).await;
        done(&joris, &declined, "ontvangen", "decline", &[]).await;
        see(&karim, &declined).await.shows("kan dit nu niet aannemen").hides("Stop de overdracht");
        let stopped = offers(&karim, TEAM).await;
        done(&joris, &stopped, "ontvangen", "accept", &[("dag", "2025-12-01")]).await;
        done(&joris, &stopped, "stap", "stop", &[]).await;
        see(&karim, &stopped).await.shows("De bewoner wil dit niet meer").hides("Ja, we zaten samen");
        does(&karim, &stopped, "stap", "sat-together", &[]).await.is(409).shows("stopte");
    })
    .await;
}

#[tokio::test]
async fn whoever_was_too_late_sees_who_did_what_and_loses_nothing_that_was_typed() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, _] = table(first).await;
        let address = offers(&karim, TEAM).await;
        let old = see(&joris, &address).await.after("name=\"versie\" value=\"");
        done(&karim, &address, "stap", "stop", &[]).await;
        let typed = "Zullen we het woensdag bespreken?";
        let fields = [("versie", old.as_str()), ("stap", "propose"), ("tekst", typed)];
        let late = plain(joris.submit(&format!("{address}/ontvangen"), &fields).await);
        late.is(409).shows("Er is intussen iets gebeurd").shows(&format!("{FATHERS} stopte")).shows(typed);
        // The same form once more, while it is still possible: it is there again with what was typed.
        let other = offers(&karim, TEAM).await;
        let old = see(&joris, &other).await.after("name=\"versie\" value=\"");
        let word =
            see(&karim, &format!("{other}/codewoord")).await.is(200).after("name=\"codewoord\" value=\"");
        let change = [("versie", old.as_str()), ("codewoord", word.as_str())];
        karim.submit(&format!("{other}/codewoord"), &change).await.is(303);
        let fields = [("versie", old.as_str()), ("stap", "propose"), ("tekst", typed)];
        let late = plain(joris.submit(&format!("{other}/ontvangen"), &fields).await);
        late.is(409).shows(&word).shows(typed).shows("Ik stel iets anders voor");
        let version = late.after("name=\"versie\" value=\"");
        let again = [("versie", version.as_str()), ("stap", "propose"), ("tekst", typed)];
        joris.submit(&format!("{other}/ontvangen"), &again).await.is(303);
    })
    .await;
}

#[tokio::test]
async fn a_double_tap_does_nothing_twice() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, _] = table(first).await;
        let address = offers(&karim, TEAM).await;
        let (version, key, csrf) = (
            see(&joris, &address).await.after("name=\"versie\" value=\""),
            crate::neighbourhood::key(),
            joris.csrf().await,
        );
        let fields = [
            ("csrf", csrf.as_str()),
            ("once", &key),
            ("versie", &version),
            ("stap", "accept"),
            ("dag", "2025-12-01"),
        ];
        for _ in 0..3 {
            joris.post(&format!("{address}/ontvangen"), &fields).await.is(303);
        }
        let page = see(&karim, &address).await;
        assert_eq!(page.body.matches("nam de overdracht aan").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_tells_who_it_is_about_is_refused_with_its_place_and_the_text_stays() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, _] = table(first).await;
        let address = offers(&karim, TEAM).await;
        for (step, told, why) in [
            ("ask", "Is haar nummer 06-12345678?", "lijkt een telefoonnummer"),
            ("propose", "Mail naar iemand@voorbeeld.nl", "lijkt een e-mailadres"),
            ("decline", "BSN 111222333 staat al bij ons", "lijkt een burgerservicenummer"),
        ] {
            let answer = does(&joris, &address, "ontvangen", step, &[("tekst", told)]).await;
            answer.is(422).shows(why).shows(told).shows("Uw tekst staat er nog");
        }
        does(&joris, &address, "ontvangen", "ask", &[]).await.is(422).shows("Hier staat nog niets");
        let long = "a".repeat(201);
        does(&joris, &address, "ontvangen", "decline", &[("tekst", &long)])
            .await
            .is(422)
            .shows("één teken te lang");
        for wrong in ["", "morgen", "2025-11-24", "2027-11-25"] {
            does(&joris, &address, "ontvangen", "accept", &[("dag", wrong)]).await.is(422);
        }
        see(&karim, &address).await.hides("06-12345678").hides("voorbeeld.nl").hides("111222333");
    })
    .await;
}

#[tokio::test]
async fn for_a_third_party_a_handover_is_not_there_and_neither_side_does_what_is_the_others() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, wilma] = table(first).await;
        let address = offers(&karim, TEAM).await;
        let never = "/overdracht/01930000-0000-7000-8000-00000000dead";
        let (there, not) = (see(&wilma, &address).await, see(&wilma, never).await);
        assert_eq!(
            (there.status, there.body.replace(&address, "")),
            (not.status, not.body.replace(never, ""))
        );
        for path in ["ontvangen", "geven", "stap", "codewoord"] {
            for step in ["accept", "let-go", "stop"] {
                wilma.submit(&format!("{address}/{path}"), &[("versie", "0"), ("stap", step)]).await.is(404);
            }
        }
        // The giver does not accept, the receiver does not let go.
        let fields = [("versie", "0"), ("stap", "accept"), ("dag", "2025-12-01")];
        karim.submit(&format!("{address}/ontvangen"), &fields).await.is(404);
        joris.submit(&format!("{address}/geven"), &[("versie", "0"), ("stap", "let-go")]).await.is(404);
        see(&joris, &format!("{address}/codewoord")).await.is(404);
        // By another door a step of another form is no step.
        joris.submit(&format!("{address}/stap"), &fields).await.is(422);
        karim.another().get(&address).await.is(403);
        see(&karim, &address).await.shows("De bal ligt bij");
    })
    .await;
}

#[tokio::test]
async fn a_party_on_pause_or_full_shows_it_before_anything_is_sent_and_takes_a_question_only() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, wilma] = table(first).await;
        let team = party(&karim, TEAM).await;
        let form = format!("/overdracht/nieuw?aan={team}&onderwerp=schulden");
        let intake = "/overdrachten/instroom";
        for wrong in ["-1", "100", "veel"] {
            joris.submit(intake, &[("per-week", wrong)]).await.is(422).shows(wrong);
        }
        joris.submit(intake, &[("per-week", "0")]).await.is(422).shows("Kies dan een pauze");
        joris.submit(intake, &[("per-week", "1"), ("wachtlijst", "6")]).await.is(303);
        see(&karim, &form).await.shows("nog één overdracht").shows("ongeveer 6 weken");
        offers(&karim, TEAM).await;
        see(&karim, &form)
            .await
            .is(200)
            .shows("Deze week is vol. Vanaf 1 december")
            .hides("codewoord\" value");
        see(&karim, &form).await.shows(&format!("href=\"/vraag/nieuw?aan={team}&amp;onderwerp=schulden\""));
        // Sent from a page of before: refused, and nothing is lost but the place.
        let fields = [
            ("aan", team.as_str()),
            ("onderwerp", "schulden"),
            ("doet", "along"),
            ("codewoord", "tulp"),
            ("woorden", "tulp"),
            ("weet", "ja"),
        ];
        wilma.submit("/overdracht/nieuw", &fields).await.is(422).shows("Deze week is vol");
        see(&joris, intake).await.shows("Hoe vaak u gevraagd bent").shows("Alleen uw partij ziet dit");
        joris.submit(intake, &[("pauze", "2025-12-08")]).await.is(303);
        see(&karim, &form).await.shows("neemt nu niets aan, tot 8 december").shows("Stel een vraag");
        // Only what the party takes in can be chosen.
        joris.submit(intake, &[("onderwerp", "papieren")]).await.is(303);
        see(&karim, &form).await.shows("Wel over:");
        wilma
            .submit("/overdracht/nieuw", &fields)
            .await
            .is(422)
            .shows("neemt over dit onderwerp nu niets aan");
    })
    .await;
}

#[tokio::test]
async fn an_offer_without_what_it_needs_comes_back_with_everything_that_was_chosen() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, _, _] = table(first).await;
        let team = party(&karim, TEAM).await;
        let fields = [("aan", team.as_str()), ("woorden", "tulp walvis"), ("doet", "stays")];
        let answer = karim.submit("/overdracht/nieuw", &fields).await;
        answer.is(422).shows("Kies waar het over gaat").shows("Laat de bewoner een woord kiezen");
        answer.shows("Vraag het eerst aan de bewoner").shows("value=\"stays\" checked").shows("walvis");
        // Other words are laid out, and nothing else changes.
        let other = karim.submit("/overdracht/nieuw", &[&fields[..], &[("anders", "ja")]].concat()).await;
        other.is(200).shows("value=\"stays\" checked").hides("Kies waar het over gaat");
        // A word of one's own is none: it could be a name.
        let own = [&fields[..], &[("codewoord", "mevrouw aziz"), ("weet", "ja"), ("onderwerp", "schulden")]];
        karim.submit("/overdracht/nieuw", &own.concat()).await.is(422).hides("mevrouw aziz");
        // To oneself, to nobody, and to who is not there.
        let own = party(&karim, FATHERS).await;
        see(&karim, &format!("/overdracht/nieuw?aan={own}")).await.is(303);
        see(&karim, "/overdracht/nieuw").await.is(303);
        see(&karim, "/overdracht/nieuw?aan=01930000-0000-7000-8000-00000000dead").await.is(404);
        // A party with nobody in it would never answer.
        let linde = party(&karim, "De Linde").await;
        see(&karim, &format!("/overdracht/nieuw?aan={linde}")).await.is(200).shows("doet nog niet mee");
        // From the page of a party a link leads here, not from one's own.
        see(&karim, &format!("/partij/{team}")).await.shows(&format!("/overdracht/nieuw?aan={team}"));
        see(&karim, &format!("/partij/{own}")).await.hides("/overdracht/nieuw");
        karim.another().get(&format!("/partij/{team}")).await.hides("/overdracht/nieuw");
    })
    .await;
}

#[tokio::test]
async fn a_party_that_leaves_the_map_closes_what_was_open_and_the_other_reads_why() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, _, wilma] = table(first).await;
        let address = offers(&karim, "Bewonersgroep Goudreinetflat").await;
        let own = crate::people::own_party(&wilma).await;
        crate::taken_off::leaves(&wilma, &own).await;
        see(&karim, &address)
            .await
            .is(200)
            .shows("een van de twee partijen ging van de kaart")
            .hides("Stop de");
        see(&karim, "/overdrachten").await.shows("een partij die er niet meer is").shows("Klaar");
        see(&karim, "/vandaag").await.shows("Gestopt, want").shows(">Overdracht<").shows(&address);
    })
    .await;
}

#[tokio::test]
async fn what_was_said_is_on_no_page_of_anybody_else_and_in_no_line_of_the_trail() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, wilma] = table(first).await;
        let mut trail = Reader::new(&karim.db).await;
        let address = offers(&karim, TEAM).await;
        let canary = "kanariegeel als de zon";
        done(&joris, &address, "ontvangen", "decline", &[("tekst", canary)]).await;
        see(&karim, &address).await.shows(canary);
        let word = see(&karim, &address).await.after("class=\"codewoord\"><bdi lang=\"nl\">");
        let word = word.split('<').next().unwrap().to_owned();
        assert!(!word.is_empty());
        let officer = karim.another();
        officer.comes_in_as("privacy-officer").await;
        let team = party(&karim, TEAM).await;
        for page in ["/", "/overdrachten", "/ik", "/ik/wie-keek", &format!("/partij/{team}"), &address] {
            see(&wilma, page).await.hides(canary).hides(&format!(">{word}<"));
            wilma.another().get(page).await.hides(canary).hides(&format!(">{word}<"));
        }
        see(&officer, "/controle").await.is(200).hides(canary).shows("bood een overdracht aan");
        let lines = trail.new_lines().await;
        let count = lines.iter().filter(|line| line.object == "handover").count();
        assert!(count >= 4, "a look and a step each leave a line: {lines:?}");
    })
    .await;
}
