//! Questions without names: a guide asks, somebody answers, and at every moment it is plain who has the ball.

use crate::neighbourhood::{Answer, Visitor, in_oosterwaard};

/// A page as it is read: without the marks that keep reading directions apart.
pub(crate) async fn see(by: &Visitor, at: &str) -> Answer {
    plain(by.get(at).await)
}

fn plain(mut answer: Answer) -> Answer {
    answer.body = answer.body.replace(['\u{2068}', '\u{2069}'], "");
    answer
}

pub(crate) const QUESTION: &str = "Wie kan meekijken met iemand die veel brieven over schulden krijgt?";

async fn party(visitor: &Visitor, name: &'static str) -> String {
    let found = visitor.db.read("select id from directory_party where municipality_id = $1 and name = $2");
    let id: ground::id::Id<directory::party::Party> =
        found.bind(directory::neighbourhood::HERE).bind(name).scalar().await.unwrap();
    id.to_string()
}

/// Karim, guide of the fathers, and Joris of the team, each in a browser of his own.
pub(crate) async fn two(visitor: &Visitor) -> (Visitor, Visitor) {
    let (guide, professional) = (visitor.another(), visitor.another());
    guide.comes_in_as("guide").await;
    professional.comes_in_as("professional").await;
    (guide, professional)
}

/// Sends a question and gives its address.
pub(crate) async fn ask(by: &Visitor, to: &str, text: &str) -> String {
    let fields = [("aan", to), ("tekst", text), ("onderwerp", "schulden"), ("wijk", ""), ("taal", "nl")];
    let sent = by.submit("/vraag/nieuw", &fields).await;
    sent.is(303).header("location").trim_end_matches("?gedaan=gesteld").to_owned()
}

/// Does something with it, from the page as it is now.
pub(crate) async fn step(by: &Visitor, at: &str, door: &str, step: &str, text: &str) -> Answer {
    let version = by.get(at).await.after("name=\"versie\" value=\"");
    by.submit(&format!("{at}/{door}"), &[("versie", &version), ("stap", step), ("tekst", text)]).await
}

#[tokio::test]
async fn a_guide_asks_the_team_hears_back_and_both_see_who_has_the_ball() {
    in_oosterwaard(async |visitor: Visitor| {
        let (guide, professional) = two(&visitor).await;
        let team = party(&visitor, "Wijkteam De Boogerd").await;
        guide.get(&format!("/partij/{team}")).await.shows(&format!("/vraag/nieuw?aan={team}"));
        // Nobody asks oneself, so nothing leads there either.
        professional.get(&format!("/partij/{team}")).await.is(200).hides("Stel een vraag");
        professional.get(&format!("/vraag/nieuw?aan={team}")).await.is(404);
        guide.get(&format!("/vraag/nieuw?aan={team}")).await.is(200).shows("Zeg niet om wie het gaat");
        // What it is about is filled in where it is known, and not guessed of a party that does several things.
        let form = see(&guide, &format!("/vraag/nieuw?aan={team}")).await;
        form.shows("<option value=\"\" selected>Kies een onderwerp");
        let known = see(&guide, &format!("/vraag/nieuw?aan={team}&onderwerp=schulden")).await;
        known.shows("<option value=\"schulden\" selected>").hides("selected>Kies een onderwerp");
        let agent = party(&visitor, "Wijkagent De Boogerd").await;
        see(&guide, &format!("/vraag/nieuw?aan={agent}")).await.is(200).shows("veiligheid");
        let at = ask(&guide, &team, QUESTION).await;
        see(&guide, &format!("{at}?gedaan=gesteld"))
            .await
            .shows("Uw vraag is verstuurd")
            .shows("De bal ligt bij Wijkteam");
        see(&guide, "/vandaag").await.shows("U wacht op een ander").shows("Aan Wijkteam De Boogerd");
        // How often one is asked something, each party sees of itself.
        let intake = "/overdrachten/instroom";
        see(&professional, intake).await.is(200).shows("<b>1</b> vragen, deze week");
        see(&guide, intake).await.is(200).shows("<b>0</b> vragen, deze week");

        let today = see(&professional, "/vandaag").await;
        today.is(200).shows("U bent aan zet").shows("Van Buurtvaders De Boogerd").shows(QUESTION);
        see(&professional, &at).await.is(200).shows("De bal ligt bij u").shows("Karim");
        step(&professional, &at, "antwoord", "ask-back", "Gaat het om meer dan vijf brieven?").await.is(303);
        see(&guide, &at).await.shows("De bal ligt bij u").shows("vroeg eerst iets terug");
        step(&guide, &at, "verder", "reply", "Ja, een hele tas vol.").await.is(303);
        step(&professional, &at, "antwoord", "answer", "Kom dinsdag samen naar het spreekuur.").await.is(303);
        see(&guide, "/vandaag").await.shows("U kreeg antwoord");
        see(&guide, &at).await.shows("Er is een antwoord").shows("Kom dinsdag samen").shows("Joris");
        step(&guide, &at, "verder", "thank", "").await.is(303);
        see(&guide, &at).await.shows("Klaar. Er is bedankt.");
        // An address that lay open since says nothing that is over.
        see(&guide, &format!("{at}?gedaan=gesteld")).await.is(200).hides("Uw vraag is verstuurd");
        let late = [("versie", "0"), ("stap", "answer"), ("tekst", "Of woensdag.")];
        let late = professional.submit(&format!("{at}/antwoord"), &late).await;
        late.is(409).shows("Er is intussen iets gebeurd").hides("wat nu nog kan").shows("Of woensdag.");
        // It left a contact, and nothing of what was said is in it.
        guide.get("/ik/contacten").await.shows("U stelde een vraag").hides("brieven");
    })
    .await;
}

#[tokio::test]
async fn what_tells_who_it_is_about_is_refused_where_it_stands_and_the_text_stays() {
    in_oosterwaard(async |visitor: Visitor| {
        let (guide, _) = two(&visitor).await;
        let team = party(&visitor, "Wijkteam De Boogerd").await;
        for (telling, word) in [
            ("123456782", "burgerservicenummer"),
            ("06-12 34 56 78", "telefoonnummer"),
            ("NL91 ABNA 0417 1643 00", "rekeningnummer"),
            ("3 maart 1981", "geboortedatum"),
            ("fatma@voorbeeld.nl", "e-mailadres"),
            ("1621 AB 12", "adres"),
        ] {
            let text = format!("Kan iemand langs bij mevrouw, {telling}, zij is alleen.");
            let fields =
                [("aan", team.as_str()), ("tekst", &text), ("onderwerp", "schulden"), ("taal", "nl")];
            let no = guide.submit("/vraag/nieuw", &fields).await;
            no.is(422).shows(&format!("<q dir=\"auto\">{telling}</q>")).shows(word).shows(&text);
        }
        guide.get("/vragen").await.hides("mevrouw");
        let wrong = [
            ("aan", team.as_str()),
            ("tekst", " "),
            ("onderwerp", "bestaat-niet"),
            ("wijk", "BU99999999"),
            ("taal", "xx"),
        ];
        let no = guide.submit("/vraag/nieuw", &wrong).await;
        no.is(422)
            .shows("Hier staat nog niets")
            .shows("Kies waar de vraag over gaat")
            .shows("Kies een buurt")
            .shows("Kies een taal");
        let long = "a ".repeat(301);
        guide.submit("/vraag/nieuw", &[("aan", "buurt"), ("tekst", &long)]).await.is(422).shows("te lang");
    })
    .await;
}

#[tokio::test]
async fn who_asks_the_neighbourhood_is_helped_by_the_first_and_the_others_see_it_was_taken() {
    in_oosterwaard(async |visitor: Visitor| {
        let (guide, professional) = two(&visitor).await;
        let welfare = visitor.another();
        welfare.comes_in_as("community-worker").await;
        let at = ask(&guide, "buurt", QUESTION).await;
        see(&guide, &at).await.shows("De bal ligt bij de buurt").hides("Ik pak dit op");
        see(&professional, "/vandaag").await.shows("Open in de buurt").shows(QUESTION);
        let seen = see(&welfare, &at).await.shows("Ik pak dit op").after("name=\"versie\" value=\"");
        step(&professional, &at, "oppakken", "take", "").await.is(303);
        see(&guide, &at).await.shows("De bal ligt bij Wijkteam De Boogerd");
        let late = plain(welfare.submit(&format!("{at}/oppakken"), &[("versie", &seen)]).await);
        late.is(409).shows("Er is intussen iets gebeurd").shows("Wijkteam De Boogerd pakte dit op");
        // What cannot be done any more keeps what was typed.
        let kept = [("versie", seen.as_str()), ("stap", "answer"), ("tekst", "Wij hebben dinsdag tijd.")];
        welfare.submit(&format!("{at}/antwoord"), &kept).await.is(409).shows("Wij hebben dinsdag tijd.");
        step(&professional, &at, "antwoord", "give-back", "").await.is(303);
        see(&guide, &at).await.shows("De bal ligt bij de buurt").hides("ging van de kaart");
        step(&welfare, &at, "oppakken", "take", "").await.is(303);
        step(&welfare, &at, "antwoord", "ask-back", "Heeft iemand honger?").await.is(303);
        // Others see that it is taken, and by which party; what is said, and by whom, is of the two.
        see(&guide, &at).await.shows("Heeft iemand honger").shows("Amina");
        let other = see(&professional, &at).await;
        other
            .is(200)
            .shows(QUESTION)
            .shows("pakte dit op")
            .hides("honger")
            .hides("Amina")
            .hides("vroeg eerst iets");
        see(&professional, "/vragen")
            .await
            .shows("Opgepakt in de buurt")
            .shows("De bal ligt bij Buurtvaders");
        step(&guide, &at, "verder", "reply", "Nee hoor.").await.is(303);
        // Back and forth, and still it is given back to the neighbourhood and not declined for everybody.
        see(&welfare, &at).await.shows("value=\"give-back\"").hides("value=\"decline\"");
        step(&welfare, &at, "antwoord", "decline", "").await.is(409);
        step(&welfare, &at, "antwoord", "give-back", "").await.is(303);
        see(&professional, &at).await.shows("Ik pak dit op").hides("Nee hoor");
        // Whoever takes it up after that begins anew: what was said to the one before is of those two.
        step(&professional, &at, "oppakken", "take", "").await.is(303);
        see(&professional, &at)
            .await
            .shows("De bal ligt bij u")
            .hides("Nee hoor")
            .hides("honger")
            .hides("Amina");
        see(&guide, &at).await.shows("Nee hoor").shows("honger");
        step(&professional, &at, "antwoord", "give-back", "").await.is(303);
        step(&welfare, &at, "oppakken", "take", "").await.is(303);
        step(&welfare, &at, "antwoord", "answer", "Onze kookgroep helpt graag.").await.is(303);
        see(&guide, &at).await.shows("Onze kookgroep");
        step(&guide, &at, "verder", "thank", "").await.is(303);
        let never = "/vraag/01930000-0000-7000-8000-00000000dead";
        let (over, none) = (professional.get(&at).await, professional.get(never).await);
        over.is(404).hides("schulden");
        assert_eq!(over.body.replace(&at, never), none.body, "once it is over it is of the two alone");
    })
    .await;
}

#[tokio::test]
async fn what_is_put_to_somebody_says_so_to_both_parties_and_stands_first_for_that_person() {
    in_oosterwaard(async |visitor: Visitor| {
        let (guide, _) = two(&visitor).await;
        let [ferdi, wilma] = [visitor.another(), visitor.another()];
        ferdi.comes_in_as("volunteer").await;
        wilma.comes_in_as("coordinator").await;
        let flat = party(&visitor, "Bewonersgroep Goudreinetflat").await;
        let answered = ask(&guide, &flat, "Is de koffie dinsdag open?").await;
        step(&ferdi, &answered, "antwoord", "answer", "Ja, vanaf tien uur.").await.is(303);
        let after = answered.trim_start_matches("/vraag/");
        let form = see(&guide, &format!("/vraag/nieuw?aan={flat}&na={after}")).await;
        form.is(200).shows("Vraag aan Ferdi van Bewonersgroep Goudreinetflat");
        let fields = [
            ("aan", flat.as_str()),
            ("na", after),
            ("tekst", QUESTION),
            ("onderwerp", "schulden"),
            ("wijk", ""),
            ("taal", "nl"),
        ];
        let sent = guide.submit("/vraag/nieuw", &fields).await;
        let his = sent.is(303).header("location").trim_end_matches("?gedaan=gesteld").to_owned();
        let of_all = ask(&guide, &flat, "Wie heeft er een ladder?").await;
        let longer =
            visitor.db.write("update asks_question set since = $2 where municipality_id = $1 and text = $3");
        longer
            .bind(directory::neighbourhood::HERE)
            .bind(ground::db::testing::THEN.minus(std::time::Duration::from_secs(60)))
            .bind("Wie heeft er een ladder?".to_owned())
            .execute()
            .await
            .unwrap();
        for (by, first, second) in [(&ferdi, &his, &of_all), (&wilma, &of_all, &his)] {
            for list in ["/vandaag", "/vragen"] {
                let page = by.get(list).await;
                let place = |path: &str| page.is(200).body.find(&format!("href=\"{path}\"")).unwrap();
                assert!(place(first) < place(second), "{list}");
            }
        }
        // A list names nobody: whoever was asked knows that it is for them. The page names them, to both parties.
        see(&ferdi, "/vandaag").await.shows(">Voor u<");
        see(&wilma, "/vandaag").await.hides(">Voor u<").hides("Ferdi");
        for by in [&guide, &ferdi, &wilma] {
            see(by, &his).await.is(200).shows("Voor Ferdi");
            see(by, &of_all).await.is(200).hides("Voor Ferdi");
        }
    })
    .await;
}

#[tokio::test]
async fn a_question_of_others_answers_as_one_that_never_was() {
    in_oosterwaard(async |visitor: Visitor| {
        let (guide, _) = two(&visitor).await;
        let team = party(&visitor, "Wijkteam De Boogerd").await;
        let at = ask(&guide, &team, QUESTION).await;
        let never = "/vraag/01930000-0000-7000-8000-00000000dead";
        for role in
            ["coordinator", "volunteer", "key-figure", "community-worker", "manager", "privacy-officer"]
        {
            let other = visitor.another();
            other.comes_in_as(role).await;
            let (theirs, none) = (other.get(&at).await, other.get(never).await);
            theirs.is(404).hides("schulden");
            assert_eq!(theirs.body.replace(&at, never), none.body, "{role}");
            other.submit(&format!("{at}/antwoord"), &[("stap", "answer"), ("tekst", "Ja")]).await.is(404);
            other.submit(&format!("{at}/oppakken"), &[]).await.is(404);
            other.submit(&format!("{at}/verder"), &[("stap", "withdraw")]).await.is(404);
        }
        visitor.get(&at).await.is(403).hides("schulden");
        see(&guide, &at).await.shows("De bal ligt bij Wijkteam De Boogerd");
        // The own party is not asked, nor one that is not on the map.
        let own = party(&visitor, "Buurtvaders De Boogerd").await;
        guide.get(&format!("/vraag/nieuw?aan={own}")).await.is(404);
        guide.get("/vraag/nieuw?aan=01930000-0000-7000-8000-00000000dead").await.is(404);
        guide.get("/vraag/nieuw?aan=%00").await.is(404);
    })
    .await;
}

#[tokio::test]
async fn a_party_without_anybody_here_is_not_asked_in_vain_and_a_no_leads_on() {
    in_oosterwaard(async |visitor: Visitor| {
        let (guide, professional) = two(&visitor).await;
        let nobody = party(&visitor, "Moedercentrum De Linde").await;
        let page = see(&guide, &format!("/vraag/nieuw?aan={nobody}")).await;
        page.is(200).shows("doet nog niet mee met Samenspel").shows("Vraag het aan de buurt");
        let team = party(&visitor, "Wijkteam De Boogerd").await;
        let at = ask(&guide, &team, QUESTION).await;
        step(&professional, &at, "antwoord", "decline", "").await.is(303);
        let no = see(&guide, &at).await;
        let again = no.shows("Het lukte de ander niet").after("href=\"/vraag/nieuw?aan=buurt&amp;na=");
        // The words come along, and never through an address.
        guide.get(&format!("/vraag/nieuw?aan=buurt&na={again}")).await.shows(QUESTION);
        professional.get(&format!("/vraag/nieuw?aan=buurt&na={again}")).await.hides(QUESTION);
    })
    .await;
}

#[tokio::test]
async fn a_party_that_leaves_closes_its_open_balls_and_says_so_to_the_other() {
    in_oosterwaard(async |visitor: Visitor| {
        let (guide, professional) = two(&visitor).await;
        let coordinator = visitor.another();
        coordinator.comes_in_as("coordinator").await;
        let flat = party(&visitor, "Bewonersgroep Goudreinetflat").await;
        let (to_them, open) = (ask(&guide, &flat, QUESTION).await, ask(&guide, "buurt", QUESTION).await);
        step(&coordinator, &open, "oppakken", "take", "").await.is(303);
        let answered = ask(&guide, &flat, "Is de koffie dinsdag open?").await;
        step(&coordinator, &answered, "antwoord", "answer", "Ja, vanaf tien uur.").await.is(303);
        see(&guide, &answered).await.shows("value=\"reopen\"");
        let version = guide.get(&answered).await.after("name=\"versie\" value=\"");
        let off = format!("/beheer/partij/{flat}/weg");
        coordinator
            .get(&off)
            .await
            .is(200)
            .shows("Een lijst van een ander zet u daarna niet terug")
            .hides("never");
        crate::taken_off::leaves(&coordinator, &format!("/beheer/partij/{flat}")).await;
        let manager = visitor.another();
        manager.comes_in_as("manager").await;
        // Whoever goes by an own wish is brought back by no list.
        manager.get("/beheer/niet-vermelden").await.shows("goudreinetflat");
        // What was answered stays, and nobody is asked on who is not there.
        see(&guide, &answered)
            .await
            .shows("vanaf tien uur")
            .hides("value=\"reopen\"")
            .shows("/vraag/nieuw?aan=buurt&amp;na=");
        let on = [("versie", version.as_str()), ("stap", "reopen"), ("tekst", "En woensdag?")];
        guide.submit(&format!("{answered}/verder"), &on).await.is(409).shows("En woensdag?");
        see(&guide, &to_them)
            .await
            .shows("Een van de twee partijen ging van de kaart")
            .hides("Bewonersgroep");
        see(&guide, "/vandaag").await.shows("Gestopt, want een van de twee partijen").shows(&to_them);
        // Of the question that they had taken up the guide reads why the neighbourhood has it again.
        see(&guide, &open)
            .await
            .shows("De bal ligt bij de buurt. Iemand pakte dit op")
            .shows("De partij die dit oppakte, ging van de kaart");
        step(&professional, &open, "oppakken", "take", "").await.is(303);
    })
    .await;
}
