//! Mail to a party comes back: visitors are no longer led to that address, and who keeps the map sees why.

use directory::alive::bounce::{self, Report};
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::party::Sphere;
use ground::db::testing::THEN;
use ground::id::Id;

use crate::alive::{DAY, Story, TO, ago, linde, party_path};
use crate::neighbourhood::Visitor;

/// The mail server reports that the last letter came back.
async fn comes_back(story: &Story) {
    let last: Id<()> = story
        .db
        .read("select id from directory_request where municipality_id = $1 order by created_at desc, id desc limit 1")
        .bind(HERE)
        .scalar()
        .await
        .unwrap();
    let report = format!(
        "Action: failed\r\nStatus: 5.1.1\r\n\r\nMessage-ID: <{last}@oosterwaard.voorbeeld>\r\nSubject: Klopt het nog?\r\n"
    );
    assert_eq!(bounce::take(&story.db, &report, THEN).await.unwrap(), Report::Marked);
}

/// Wherever a visitor or a program could read the address.
async fn doors(stranger: &Visitor, party: &str) -> Vec<String> {
    let offer = stranger.get(party).await.is(200).after("href=\"/aanbod/");
    let id = party.trim_start_matches("/partij/");
    vec![
        party.to_owned(),
        format!("/aanbod/{offer}"),
        format!("/hsds/organizations/{id}"),
        format!("/hsds/services/{offer}"),
        "/open/hsds.json".to_owned(),
    ]
}

const WHY: &str = "Mail naar dit adres komt terug";

#[tokio::test]
async fn an_address_from_which_mail_comes_back_is_shown_to_nobody_but_who_keeps_the_map_until_it_is_confirmed()
 {
    Story::tell(linde, async |story: Story| {
        let (stranger, keeper) = (&story.visitor, story.visitor.another());
        keeper.sign_in().await;
        let party = party_path(&story, "De Linde").await;
        let doors = doors(stranger, &party).await;
        story.round(THEN).await;
        for door in &doors {
            stranger.get(door).await.is(200).shows(TO);
        }
        let tag = stranger.get("/open/hsds.json").await.header("etag").to_owned();
        comes_back(&story).await;
        for door in &doors {
            stranger.get(door).await.is(200).hides(TO).hides(WHY);
        }
        for door in
            ["/wie", "/zoek?q=linde", "/buurt/BU99010101/blad", "/hsds/organizations", "/hsds/services"]
        {
            stranger.get(door).await.hides(TO);
        }
        stranger.get_asking("/open/hsds.json", "if-none-match", &tag).await.is(200);
        // The telephone is still there.
        stranger.get(&party).await.shows("088 000 01 23");
        let desk = format!("/beheer{party}");
        for page in [party.as_str(), &desk] {
            keeper.get(page).await.is(200).shows(TO).shows(WHY);
        }
        // A letter that goes to the same address once more says nothing yet.
        story
            .office
            .ask_now(
                &story.db,
                &access::Permit::at_the_machine(HERE),
                Id::parse(party.trim_start_matches("/partij/")).unwrap(),
                THEN.plus(DAY * 8),
            )
            .await
            .unwrap();
        stranger.get(&party).await.is(200).hides(TO);
        let id = party.trim_start_matches("/partij/");
        keeper.submit(&format!("/beheer/veroudering/{id}/klopt"), &[]).await.is(303);
        for door in &doors {
            stranger.get(door).await.is(200).shows(TO);
        }
        keeper.get(&desk).await.is(200).hides(WHY);
    })
    .await;
}

#[tokio::test]
async fn another_address_is_shown_at_once() {
    Story::tell(linde, async |story: Story| {
        let (stranger, keeper) = (&story.visitor, story.visitor.another());
        keeper.sign_in().await;
        let party = party_path(&story, "De Linde").await;
        story.round(THEN).await;
        comes_back(&story).await;
        let typed = [
            ("sphere", "informal"),
            ("name", "De Linde"),
            ("serves", "everywhere"),
            ("role_email", "nieuw@linde.voorbeeld"),
        ];
        keeper.save(&format!("/beheer{party}"), &typed).await.is(303);
        stranger.get(&party).await.is(200).shows("nieuw@linde.voorbeeld");
    })
    .await;
}

/// The party has no address of its own; its volunteer has one.
fn reached_by_a_volunteer(here: &mut Neighbourhood) {
    let party = here.party("De Linde", Sphere::Informal, |party| party.confirmed = Some(ago(200)));
    here.contact(party, "vrijwilliger", None);
    here.offer(party, "Samen brieven lezen", &["papieren"], |offer| offer.confirmed = Some(ago(200)));
}

#[tokio::test]
async fn the_address_of_somebody_of_the_party_is_shown_no_more_either_when_mail_comes_back() {
    Story::tell(reached_by_a_volunteer, async |story: Story| {
        let (stranger, keeper) = (&story.visitor, story.visitor.another());
        keeper.sign_in().await;
        let party = party_path(&story, "De Linde").await;
        let desk = format!("/beheer{party}");
        let person = keeper.get(&desk).await.after(&format!("href=\"{desk}/mens/0"));
        let form = format!("{desk}/mens/0{person}");
        keeper.save(&form, &[("role", "vrijwilliger"), ("email", TO)]).await.is(303);
        stranger.get(&party).await.is(200).shows(TO);
        story.round(THEN).await;
        comes_back(&story).await;
        for door in doors(stranger, &party).await {
            stranger.get(&door).await.is(200).hides(TO);
        }
        keeper.get(&desk).await.is(200).shows(TO).shows(WHY);
    })
    .await;
}
