//! A district with days of its own: who works there ages by them, in every list, file, letter and page.

use directory::neighbourhood::{HERE, Neighbourhood, code};
use directory::party::{Email, Party, Serves, Sphere};
use ground::db::testing::THEN;
use opendata::export::{self, Kind};

use crate::alive::{DAY, Story, ago, party_path};
use crate::lines::{Reader, person};
use crate::neighbourhood::Visitor;

const SHORT: &str = "/beheer/veroudering/dagen/WK990101";
const LONG: &str = "/beheer/veroudering/dagen/WK990102";

fn four<'t>(fresh: &'t str, stale: &'t str, hide: &'t str, notice: &'t str) -> [(&'static str, &'t str); 4] {
    [("fresh_days", fresh), ("stale_days", stale), ("hide_days", hide), ("notice_days", notice)]
}

fn works_in(districts: &[&str]) -> Serves {
    Serves::Areas(districts.iter().map(|district| (code(district), 2026)).collect())
}

/// Three who were confirmed as long ago: in one district, in two, and everywhere. The first was asked six days ago.
fn three(here: &mut Neighbourhood) {
    let old = |serves: Serves, email: &str| {
        let email = Email::parse(email).unwrap();
        move |party: &mut Party| {
            party.confirmed = Some(ago(200));
            party.role.email = email;
            party.serves = serves;
        }
    };
    let asked = Some(THEN.minus(DAY * 6));
    let knit = here.party("Breiclub", Sphere::Informal, |party| {
        old(works_in(&["WK990101"]), "brei@oosterwaard.voorbeeld")(party);
        party.asked_at = asked;
    });
    here.offer(knit, "Truien breien", &["creatief"], |offer| {
        (offer.confirmed, offer.asked_at) = (Some(ago(200)), asked);
    });
    let both = works_in(&["WK990101", "WK990102"]);
    here.party("Repaircafé", Sphere::Informal, old(both, "repair@oosterwaard.voorbeeld"));
    here.party("Welzijn Breed", Sphere::Formal, old(Serves::Everywhere, "breed@oosterwaard.voorbeeld"));
}

/// Where a stranger finds the club or what it does.
async fn found(story: &Story, page: &str) -> Vec<(String, bool)> {
    let stranger = Visitor::new(story.settings.clone(), story.db.clone());
    let id = page.trim_start_matches("/partij/");
    let mut all = Vec::new();
    for path in [
        "/wie",
        "/zoek?q=truien",
        page,
        "/buurt/WK990101/blad",
        "/hsds/services",
        "/hsds/organizations?format=ndjson",
        &format!("/hsds/organizations/{id}"),
    ] {
        let answer = stranger.get(path).await;
        let there = answer.body.contains("Truien breien") || answer.body.contains("Breiclub");
        all.push((path.to_owned(), answer.status == 200 && there));
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kaart.json");
    export::write(&story.db, HERE, THEN, Kind::Json, &file).await.unwrap();
    all.push(("the file".to_owned(), std::fs::read_to_string(&file).unwrap().contains("Truien breien")));
    all
}

#[tokio::test]
async fn who_works_in_a_district_that_trusts_shorter_is_asked_and_hides_sooner_and_who_works_in_two_does_not()
{
    Story::tell(three, async |story: Story| {
        let club = party_path(&story, "Breiclub").await;
        assert!(
            found(&story, &club).await.iter().all(|(_, there)| *there),
            "{:?}",
            found(&story, &club).await
        );
        story.visitor.sign_in().await;
        let page = story.visitor.get("/beheer/veroudering").await;
        page.is(200)
            .shows(&format!("href=\"{SHORT}\""))
            .shows("Zelfde dagen als de gemeente")
            .shows("Repaircafé");
        story.visitor.get(SHORT).await.is(200).shows("name=\"fresh_days\" type=\"number\" value=\"180\"");
        let (mut trail, ineke) = (Reader::new(&story.db).await, person(&story.db, "Ineke").await);
        let saved = story.visitor.save(SHORT, &four("20", "100", "150", "5")).await;
        trail.tells(&[ineke.did("ageing.set", "ageing")]).await;
        story
            .visitor
            .get(saved.is(303).header("location"))
            .await
            .is(200)
            .shows("Niet meer te zien: na \u{2068}150\u{2069} dagen");
        story.visitor.save(LONG, &four("300", "600", "700", "30")).await.is(303);

        assert!(
            found(&story, &club).await.iter().all(|(_, there)| !there),
            "{:?}",
            found(&story, &club).await
        );
        let page = story.visitor.get("/beheer/veroudering?groep=verborgen").await;
        page.is(200).shows("Niet meer te zien (1)").shows("Breiclub").hides("Repaircafé");
        story.visitor.get("/beheer/veroudering?groep=straks").await.is(200).shows("Welzijn Breed");
        assert_eq!(story.round(THEN).await.sent, 2, "who is fresh where it is trusted longest is not asked");
        let to = |name: &str| format!("To: {name}@oosterwaard.voorbeeld\r\n");
        let letters = story.letters().concat();
        assert!(
            letters.contains(&to("brei"))
                && letters.contains(&to("breed"))
                && !letters.contains(&to("repair"))
        );

        let seen = story.visitor.get(SHORT).await.after("name=\"seen\" value=\"");
        let away = format!("{SHORT}/weg");
        let mut trail = Reader::new(&story.db).await;
        story.visitor.submit(&away, &[("seen", &seen)]).await.is(303);
        trail.tells(&[ineke.did("ageing.set", "ageing")]).await;
        story.visitor.submit(&away, &[("seen", &seen)]).await.is(303);
        trail.none("days that are away already").await;
        story.visitor.get(SHORT).await.is(200).hides(&away).shows("value=\"180\"");
        assert!(
            found(&story, &club).await.iter().all(|(_, there)| *there),
            "{:?}",
            found(&story, &club).await
        );
    })
    .await;
}

#[tokio::test]
async fn a_colleague_who_had_the_days_open_undoes_nothing_and_what_does_not_fit_is_told_at_its_field() {
    Story::tell(three, async |story: Story| {
        story.visitor.sign_in().await;
        let seen = story.visitor.get(SHORT).await.after("name=\"seen\" value=\"");
        story.visitor.save(SHORT, &four("20", "100", "150", "5")).await.is(303);
        let mut late = four("30", "60", "90", "7").to_vec();
        late.push(("seen", &seen));
        let refused = story.visitor.submit(SHORT, &late).await;
        refused.is(422).shows("Iemand anders heeft dit net veranderd").shows("value=\"30\"");
        let away = story.visitor.submit(&format!("{SHORT}/weg"), &[("seen", &seen)]).await;
        away.is(422).shows("Iemand anders heeft dit net veranderd").shows("value=\"20\"");
        for (fresh, stale, at) in
            [("0", "10", "#fresh_days"), ("30", "10", "#stale_days"), ("x", "10", "#fresh_days")]
        {
            let refused = story.visitor.save(SHORT, &four(fresh, stale, "400", "14")).await;
            refused.is(422).shows(at).shows(&format!("value=\"{fresh}\""));
        }
        for nowhere in ["WK990199", "wk990101", "BU99010101", "GM9901", "x"] {
            story.visitor.get(&format!("/beheer/veroudering/dagen/{nowhere}")).await.is(404);
        }
        let officer = story.visitor.another();
        officer.comes_in_as("privacy-officer").await;
        officer.get("/controle").await.is(200).shows("veranderde wanneer profielen oud worden");
        officer.get(SHORT).await.is(404);
    })
    .await;
}
