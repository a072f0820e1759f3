//! Mail to a party comes back: visitors are no longer led to that address, and who keeps the map sees why.

use directory::alive::bounce::{self, Report};
use directory::confirmation::Confirmation;
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::party::{Email, Sphere};
use ground::db::testing::THEN;
use ground::id::Id;

use crate::alive::{DAY, Story, TO, ago, linde, party_path};
use crate::neighbourhood::Visitor;

/// What the mail server reports of the last letter.
async fn reports(story: &Story, status: &str) -> Report {
    let last: Id<()> = story
        .db
        .read("select id from directory_request where municipality_id = $1 order by created_at desc, id desc limit 1")
        .bind(HERE)
        .scalar()
        .await
        .unwrap();
    let report = format!(
        "Action: failed\r\nStatus: {status}\r\n\r\nMessage-ID: <{last}@oosterwaard.voorbeeld>\r\nSubject: Klopt het nog?\r\n"
    );
    bounce::take(&story.db, &report, THEN).await.unwrap()
}

async fn comes_back(story: &Story) {
    assert_eq!(reports(story, "5.1.1").await, Report::Marked);
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
        "/hsds/organizations".to_owned(),
        "/hsds/services".to_owned(),
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
        // A person stands behind fewer doors than the role.
        let mut showed = Vec::new();
        for door in doors(stranger, &party).await {
            if stranger.get(&door).await.is(200).body.contains(TO) {
                showed.push(door);
            }
        }
        assert!(showed.contains(&party), "{showed:?}");
        story.round(THEN).await;
        comes_back(&story).await;
        for door in showed {
            stranger.get(&door).await.is(200).hides(TO);
        }
        keeper.get(&desk).await.is(200).shows(TO).shows(WHY);
    })
    .await;
}

#[tokio::test]
async fn a_full_mailbox_or_a_server_that_does_not_want_us_hides_no_address() {
    Story::tell(linde, async |story: Story| {
        let party = party_path(&story, "De Linde").await;
        story.round(THEN).await;
        for status in ["5.2.2", "5.7.1", "5.3.4", "5.1.8"] {
            assert_eq!(reports(&story, status).await, Report::NothingToDo, "{status}");
            story.visitor.get(&party).await.is(200).shows(TO);
        }
        comes_back(&story).await;
        story.visitor.get(&party).await.is(200).hides(TO);
    })
    .await;
}

/// De Linde that takes no mail becomes one with `other`, and `stays` is what it is called then.
async fn becomes_one(story: &Story, other: &str, stays: &str) -> String {
    story.visitor.sign_in().await;
    let names = ["De Linde", other];
    let gone = party_path(story, names[usize::from(stays == names[0])]).await;
    let stays = party_path(story, stays).await;
    story.round(THEN).await;
    comes_back(story).await;
    story.visitor.another().get(&party_path(story, "De Linde").await).await.is(200).hides(TO);
    let id = |path: &str| path.trim_start_matches("/partij/").to_owned();
    let form = [("stays", id(&stays)), ("gone", id(&gone))];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    story.visitor.submit("/beheer/dubbel/een", &form).await.is(303);
    stays
}

#[tokio::test]
async fn of_two_that_become_one_the_address_from_which_no_mail_comes_back_is_kept() {
    let settle = |here: &mut Neighbourhood| {
        linde(here);
        here.party("Stichting De Linde", Sphere::Informal, |party| {
            party.confirmed = Some(ago(1));
            party.role.email = Email::parse("nieuw@linde.voorbeeld").unwrap();
        });
    };
    Story::tell(settle, async |story: Story| {
        let party = becomes_one(&story, "Stichting De Linde", "De Linde").await;
        let page = story.visitor.another().get(&party).await;
        page.is(200).shows("nieuw@linde.voorbeeld").hides(TO);
    })
    .await;
}

#[tokio::test]
async fn who_confirmed_the_other_of_two_that_become_one_did_not_confirm_an_address_from_which_mail_comes_back()
 {
    let settle = |here: &mut Neighbourhood| {
        linde(here);
        here.party("Stichting De Linde", Sphere::Informal, |party| {
            party.confirmed = Some(Confirmation { at: THEN.plus(DAY), ..ago(0) });
        });
    };
    for stays in ["De Linde", "Stichting De Linde"] {
        Story::tell(settle, async |story: Story| {
            let party = becomes_one(&story, "Stichting De Linde", stays).await;
            story.visitor.another().get(&party).await.is(200).hides(TO);
            let desk = format!("/beheer{party}");
            story.visitor.get(&desk).await.is(200).shows(TO).shows(WHY);
        })
        .await;
    }
}
