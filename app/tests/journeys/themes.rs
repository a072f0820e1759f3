//! Themes: a municipality says them in its own words, and no link to one ever breaks.

use std::process::Command;

use crate::neighbourhood::{Visitor, in_oosterwaard};

/// How many the list says there are.
async fn found(visitor: &Visitor, path: &str) -> usize {
    let page = visitor.get(path).await;
    let said = page.is(200).body.split_once("role=\"status\">").map_or("", |(_, rest)| rest);
    let heading = said.split('<').next().unwrap_or_default();
    let digits: String = heading.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_else(|_| panic!("{path} says {heading:?}"))
}

#[tokio::test]
async fn a_theme_on_top_finds_all_that_is_under_it() {
    in_oosterwaard(async |visitor: Visitor| {
        let (all, debts) =
            (found(&visitor, "/wie?thema=rondkomen").await, found(&visitor, "/wie?thema=schulden").await);
        assert!(debts > 0 && all > debts, "{all} {debts}");
        let page = visitor.get("/wie?thema=schulden").await;
        page.shows("<optgroup label=\"Geld en rondkomen\">")
            .shows(&format!("\u{2068}Geld en rondkomen\u{2069}: alles ({all})"));
        page.shows(&format!("<option value=\"schulden\" selected>Schulden ({debts})</option>"));
        visitor.get("/kaart?thema=rondkomen").await.is(200).shows("<optgroup label=\"Geld en rondkomen\">");
    })
    .await;
}

#[tokio::test]
async fn every_theme_is_explained_on_a_page_that_leads_to_who_helps() {
    in_oosterwaard(async |visitor: Visitor| {
        let page = visitor.get("/themas").await;
        page.is(200).shows("Rekeningen die u niet kunt betalen").shows("href=\"/wie?thema=schulden\"");
        page.shows("schuldhulpverlening, wsnp-verklaring").shows("href=\"/wie?thema=gezin\"");
        let told = visitor.get("/hsds/taxonomy_terms?search=schulden").await;
        told.is(200).shows("\"schuldhulpverlening\"").shows("\"open_eligibility\":[\"107-05-01\"]");
        visitor.get("/").await.shows("href=\"/themas\"").shows("href=\"/wie?thema=rondkomen\"");
        visitor.get("/themas?taal=ar").await.is(200).shows("الديون").shows("<p lang=\"nl\" dir=\"auto\">");
        for (lang, debts) in [("tr", "Borçlar"), ("pl", "Długi"), ("uk", "Борги")] {
            visitor.get(&format!("/themas?taal={lang}")).await.is(200).shows(debts).hides("Schulden<");
        }
    })
    .await;
}

#[tokio::test]
async fn another_name_is_seen_at_once_and_the_links_stay_the_same() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        visitor
            .get("/beheer/themas")
            .await
            .is(200)
            .shows("href=\"/beheer/themas/geld\"")
            .shows("Er is plaats voor nog \u{2068}15\u{2069} onderwerpen");
        let before = found(&visitor, "/wie?thema=geld").await;
        let typed = [("nl", "Geldzaken"), ("en", "Purse"), ("ar", ""), ("about", "Alles over <b>geld</b>.")];
        let saved = visitor.save("/beheer/themas/geld", &typed).await;
        visitor.get(saved.is(303).header("location")).await.shows("Bewaard").shows("value=\"Geldzaken\"");
        assert_eq!(found(&visitor, "/wie?thema=geld").await, before);
        visitor.get("/wie?thema=geld").await.shows(&format!("Geldzaken ({before})</option>"));
        visitor.get("/themas").await.shows("Geldzaken").shows("Alles over &lt;b&gt;geld&lt;/b&gt;.");
        assert!(found(&visitor, "/zoek?q=geldzaken").await > 0);
        visitor.get("/wie?taal=en").await.shows("Purse (");
        // What was left empty is the word that came with the program.
        visitor.get("/wie?taal=ar").await.shows("المال");
        // What nobody here can rename is shown in their own Dutch, and said to be.
        let renamed = "<span lang=\"nl\" dir=\"auto\">Geldzaken</span>";
        visitor.get("/themas?taal=uk").await.shows(renamed).hides(">Гроші<");
    })
    .await;
}

#[tokio::test]
async fn an_old_link_leads_on_when_a_theme_goes_into_another_and_comes_back_when_it_does() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let energy = found(&visitor, "/wie?thema=energie").await;
        let jobs = found(&visitor, "/wie?thema=klussen").await;
        let into = [("nl", "Energie"), ("en", "Energy"), ("into", "klussen")];
        visitor.save("/beheer/themas/energie", &into).await.is(303);
        let old = visitor.get("/wie?thema=energie&spreekt=nl").await;
        assert_eq!(old.is(303).header("location"), "/wie?thema=klussen&spreekt=nl");
        let both = found(&visitor, "/wie?thema=klussen").await;
        assert!(both > jobs && both >= energy && both <= energy + jobs, "{energy} {jobs} {both}");
        visitor.get("/kaart?thema=energie").await.is(303);
        visitor
            .get("/themas")
            .await
            .hides("href=\"/wie?thema=energie\"")
            .shows("href=\"/wie?thema=klussen\"");
        let offer = visitor.get("/zoek?q=tochtploeg").await.after("href=\"/aanbod/");
        visitor
            .get(&format!("/aanbod/{offer}"))
            .await
            .shows("/wie?thema=klussen")
            .hides("/wie?thema=energie");
        visitor.get("/beheer/themas").await.shows("Samengevoegd").shows("href=\"/beheer/themas/energie\"");
        // Nothing was rewritten: what went can come back.
        visitor.get("/beheer/themas/energie").await.shows("Dit onderwerp is samengevoegd");
        visitor.save("/beheer/themas/energie", &[("into", "")]).await.is(303);
        assert_eq!(found(&visitor, "/wie?thema=energie").await, energy);
        assert_eq!(found(&visitor, "/wie?thema=klussen").await, jobs);
    })
    .await;
}

#[tokio::test]
async fn what_is_hidden_is_no_choice_and_still_an_answer() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let before = found(&visitor, "/wie?thema=geloof").await;
        let hide = [("nl", "Geloof"), ("en", "Faith"), ("hidden", "ja")];
        visitor.save("/beheer/themas/geloof", &hide).await.is(303);
        visitor.get("/wie").await.hides("value=\"geloof\"");
        visitor.get("/themas").await.hides("thema=geloof");
        assert_eq!(found(&visitor, "/wie?thema=geloof").await, before);
        visitor.get("/wie?thema=geloof").await.shows("<option value=\"geloof\" selected>");
        visitor.get("/beheer/themas").await.shows("Niet in de keuzes");
    })
    .await;
}

#[tokio::test]
async fn a_theme_of_ones_own_can_be_given_to_an_offer_and_found() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let own = [("nl", "Met het veer"), ("en", "By ferry"), ("parent", "zorg")];
        let made = visitor.submit("/beheer/themas/nieuw", &own).await;
        assert_eq!(made.is(303).header("location"), "/beheer/themas/met-het-veer?gedaan=nieuw");
        let desk = visitor.desk_of("Rij Mee").await;
        let offer =
            format!("{desk}/aanbod/0{}", visitor.get(&desk).await.after(&format!("href=\"{desk}/aanbod/0")));
        visitor.get(&offer).await.shows("Met het veer").shows("value=\"met-het-veer\"");
        let typed = [("name", "Over de Waard"), ("themes", "vervoer"), ("themes", "met-het-veer")];
        visitor.save(&offer, &typed).await.is(303);
        assert_eq!(found(&visitor, "/wie?thema=met-het-veer").await, 1);
        visitor.get("/wie?thema=zorg").await.is(200).shows("Met het veer (1)");
        let public = format!("/aanbod/{}", offer.rsplit('/').next().unwrap());
        visitor.get(&public).await.shows("href=\"/wie?thema=met-het-veer\"").shows("Met het veer");
        // On a page in a language nobody said it in, it stands in Dutch and is marked so.
        visitor
            .get(&format!("{public}?taal=ar"))
            .await
            .shows("<span lang=\"nl\" dir=\"auto\">Met het veer</span>");
        visitor.get("/?taal=nl").await;
        visitor
            .submit("/beheer/themas/nieuw", &own)
            .await
            .is(422)
            .shows("Er is al een onderwerp dat zo heet.");
    })
    .await;
}

#[tokio::test]
async fn a_theme_is_put_higher_and_the_choices_follow() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let before = |page: &str, one: &str, other: &str| page.find(one) < page.find(other);
        let (debts, money) = ("value=\"schulden\"", "value=\"geld\"");
        assert!(before(&visitor.get("/wie").await.body, money, debts));
        visitor.submit("/beheer/themas/schulden/omhoog", &[]).await.is(303);
        assert!(before(&visitor.get("/wie").await.body, debts, money));
        // The first stays first, and that is no trouble.
        visitor.submit("/beheer/themas/rondkomen/omhoog", &[]).await.is(303);
    })
    .await;
}

#[tokio::test]
async fn who_saves_a_theme_after_somebody_else_is_told_so_and_a_double_tap_is_not() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let seen = visitor.get("/beheer/themas/werk").await.after("name=\"seen\" value=\"");
        let typed =
            |nl| [("nl", nl), ("en", "Work"), ("ar", "العمل"), ("about", "Werk."), ("seen", seen.as_str())];
        visitor.submit("/beheer/themas/werk", &typed("Banen")).await.is(303);
        visitor.submit("/beheer/themas/werk", &typed("Banen")).await.is(303);
        let late = visitor.submit("/beheer/themas/werk", &typed("Arbeid")).await;
        late.is(422).shows("value=\"Arbeid\"");
        visitor.get("/themas").await.shows("Banen").hides("Arbeid");
    })
    .await;
}

#[tokio::test]
async fn nonsense_about_themes_gets_a_sentence_and_changes_nothing() {
    in_oosterwaard(async |visitor: Visitor| {
        for path in ["/beheer/themas", "/beheer/themas/geld", "/beheer/themas/nieuw"] {
            visitor.get(path).await.is(403);
        }
        visitor.sign_in().await;
        for key in ["bestaat-niet", "GELD", "%00", "..%2f..", "%3Cb%3E", &"a".repeat(5000)] {
            visitor.get(&format!("/beheer/themas/{key}")).await.is(404);
            visitor.submit(&format!("/beheer/themas/{key}"), &[("nl", "x")]).await.is(404);
            visitor.submit(&format!("/beheer/themas/{key}/omhoog"), &[]).await.is(404);
            visitor
                .get(&format!("/wie?thema={key}"))
                .await
                .is(200)
                .shows("Een van de keuzes kennen wij niet");
        }
        let long = "x".repeat(20_000);
        for typed in [
            [("nl", long.as_str()), ("into", "")],
            [("nl", "Geld"), ("into", "geld")],
            [("nl", "Geld"), ("into", "bestaat-niet")],
            [("nl", "Schulden"), ("into", "")],
        ] {
            visitor.save("/beheer/themas/geld", &typed).await.is(422).shows("class=\"fout\"");
        }
        visitor.submit("/beheer/themas/nieuw", &[("nl", "\u{202e}\u{0}"), ("parent", "geld")]).await.is(422);
        visitor.post("/beheer/themas/geld", &[("nl", "Zonder bewijs")]).await;
        visitor.get("/themas").await.hides("Zonder bewijs").hides("xxxx");
    })
    .await;
}

#[test]
fn themes_are_changed_from_the_machine_too() {
    let home = tempfile::tempdir().unwrap();
    let ends = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_samenspel"));
        command.args(arguments).current_dir(home.path()).env_clear().env("PATH", "/usr/bin:/bin");
        let output = command.output().unwrap();
        let told = if output.status.success() { output.stdout } else { output.stderr };
        (output.status.success(), String::from_utf8(told).unwrap())
    };
    assert!(ends(&["migrate"]).0 && ends(&["municipality", "add", "GM0405", "Hoorn"]).0);
    let list = ends(&["theme", "list"]).1;
    assert!(list.starts_with("rondkomen ") && list.contains("\n  geld "), "{list}");
    assert_eq!(ends(&["theme", "add", "nl=Op het water", "parent=vrije-tijd"]).1.trim(), "op-het-water");
    assert!(ends(&["theme", "set", "op-het-water", "en", "On the water"]).0);
    assert!(ends(&["theme", "set", "energie", "into", "wonen"]).0);
    assert!(ends(&["theme", "set", "geloof", "hidden", "ja"]).0);
    assert_eq!(ends(&["theme", "up", "schulden"]).1.trim(), "schulden stands one place higher.");
    let list = ends(&["theme", "list"]).1;
    for line in ["Op het water  (own)", "went into wonen", "Geloof  (hidden)"] {
        assert!(list.contains(line), "{line}: {list}");
    }
    assert!(list.find("schulden") < list.find("  geld "), "{list}");
    assert!(ends(&["theme", "show", "op-het-water"]).1.contains("\"en\": \"On the water\""));
    assert!(
        ends(&["theme", "set", "energie", "into", ""]).0 && ends(&["theme", "set", "geloof", "hidden", ""]).0
    );
    assert!(!ends(&["theme", "list"]).1.contains("went into"));
    for (arguments, sentence) in [
        (&["theme", "show", "zeilen"][..], "samenspel: There is no theme \"zeilen\""),
        (&["theme", "add", "nl=Geld"], "samenspel: This does not fit: nl: is the name of another theme"),
        (&["theme", "set", "geld", "into", "geld"], "samenspel: This does not fit: into:"),
        (&["theme", "set", "geld", "kleur", "rood"], "samenspel: \"kleur\" is no field here."),
    ] {
        let (good, told) = ends(arguments);
        assert!(!good && told.starts_with(sentence), "{arguments:?}: {told}");
    }
}
