//! A file that somebody brings in at the desk puts on the map what may be there, and nothing that a human took off.

use crate::alive::{DAY, Story, TO, party_path};
use crate::neighbourhood::{Visitor, in_oosterwaard};
use directory::neighbourhood::{HERE, Neighbourhood};
use ground::db::testing::THEN;

/// Somebody with the name of a shelter, at an address that everybody may read; and somebody else.
const ADDRESSES: &str = r#"{"organizations":[{"id":"L-1","name":"Stichting Moedercentrum De Linde"},{"id":"R-1","name":"Roeibootclub"}],
"locations":[{"id":"P-1","organization_id":"L-1","longitude":5.305,"latitude":52.605,"addresses":[{"id":"A-1","address_1":"Kanariestraat 7","city":"Kanariedorp"}]},
{"id":"P-2","organization_id":"R-1","longitude":5.305,"latitude":52.605,"addresses":[{"id":"A-2","address_1":"Steiger 7"}]}],
"services":[{"id":"S-1","organization_id":"L-1","name":"Kanarieopvang","status":"active"},
{"id":"S-2","organization_id":"R-1","name":"Samen roeien","status":"active"}]}"#;

#[tokio::test]
async fn an_open_address_under_the_name_of_a_shelter_waits_until_a_human_looked_whether_it_may_be_known() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let desk = visitor.desk_of("Moedercentrum De Linde").await;
        let place =
            format!("{desk}/locatie/{}", visitor.get(&desk).await.after(&format!("href=\"{desk}/locatie/")));
        visitor.save(&place, &[("confidential", "ja")]).await.is(303);
        let at = visitor.brings("Een andere lijst", ADDRESSES).await;
        let preview = visitor.get(&at).await;
        preview
            .is(200)
            .shows("Een partij met deze naam heeft een geheime plek")
            .shows("Stichting Moedercentrum De Linde")
            .hides("Kanariestraat");
        for lang in ["en", "ar", "tr", "pl", "uk"] {
            visitor.get(&format!("{at}?taal={lang}")).await.is(200).hides("like-secret");
        }
        visitor.submit(&format!("{at}/toepassen"), &[]).await.is(303);
        let stranger = visitor.another();
        stranger.get("/open/hsds.json").await.is(200).shows("Steiger 7").hides("Kanariestraat");
        stranger.get("/zoek?q=roeibootclub").await.is(200).shows("Samen roeien");
        stranger.get("/zoek?q=kanarieopvang").await.is(200).hides("Stichting Moedercentrum");
    })
    .await;
}

fn list(coffee: &str) -> String {
    format!(
        r#"{{"organizations":[{{"id":"L-1","name":"De Linde","email":"{TO}"}}],"services":[
        {{"id":"S-1","organization_id":"L-1","name":"{coffee}","status":"active"}},
        {{"id":"S-2","organization_id":"L-1","name":"Samen brieven lezen","status":"active"}}]}}"#
    )
}

async fn applies(visitor: &Visitor, list: &str) {
    let at = visitor.brings("Lijst", list).await;
    visitor.submit(&format!("{at}/toepassen"), &[]).await.is(303);
}

async fn offers(visitor: &Visitor) -> Vec<(String, String)> {
    let all: Vec<(ground::id::Id<()>, String)> = visitor
        .db
        .read("select id, name from directory_offer where municipality_id = $1 order by name")
        .bind(HERE)
        .all()
        .await
        .unwrap();
    all.into_iter().map(|(id, name)| (name, id.to_string())).collect()
}

/// The offer is gone, and neither the same file nor one that calls it otherwise brings it back.
async fn stays_away(visitor: &Visitor, party: &str) {
    for coffee in ["Koffie", "Koffie en thee"] {
        applies(visitor, &list(coffee)).await;
        let names: Vec<String> = offers(visitor).await.into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Samen brieven lezen"], "{coffee}");
        visitor.another().get(party).await.is(200).shows("Samen brieven lezen").hides("Koffie");
    }
}

fn nobody(_: &mut Neighbourhood) {}

#[tokio::test]
async fn what_a_party_says_by_the_mail_that_it_does_no_more_no_file_brings_back() {
    Story::tell(nobody, async |story: Story| {
        let visitor = &story.visitor;
        visitor.sign_in().await;
        applies(visitor, &list("Koffie")).await;
        let party = party_path(&story, "De Linde").await;
        assert_eq!(story.round(THEN.plus(DAY * 200)).await.sent, 1);
        let link = story.link(TO, "/veranderd");
        let form = visitor.another().get(&link).await;
        form.is(200).shows("Dit doen wij niet meer");
        let mut fields = vec![
            ("seen".to_owned(), form.after("name=\"seen\" value=\"")),
            ("name".to_owned(), "De Linde".to_owned()),
        ];
        for (name, id) in offers(visitor).await {
            let seen = format!("o-{id}-seen");
            fields.push((seen.clone(), form.after(&format!("name=\"{seen}\" value=\""))));
            if name == "Koffie" {
                fields.push((format!("o-{id}-stopped"), "ja".to_owned()));
            }
        }
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        visitor.another().post(&link, &fields).await.is(303);
        stays_away(visitor, &party).await;
    })
    .await;
}

#[tokio::test]
async fn an_offer_that_is_taken_away_at_the_desk_no_file_brings_back() {
    Story::tell(nobody, async |story: Story| {
        let visitor = &story.visitor;
        visitor.sign_in().await;
        applies(visitor, &list("Koffie")).await;
        let party = party_path(&story, "De Linde").await;
        let all = offers(visitor).await;
        let (_, coffee) = all.iter().find(|(name, _)| name == "Koffie").unwrap();
        visitor.submit(&format!("/beheer{party}/aanbod/{coffee}/weg"), &[]).await.is(303);
        stays_away(visitor, &party).await;
    })
    .await;
}
