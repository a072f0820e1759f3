//! One party that is listed twice becomes one, and no address, link or list loses its way.

use access::Permit;
use directory::import::{self, Ask, Ended, Input, about::About};
use directory::language::Languages;
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::offer::opening::Opening;
use directory::party::{Phone, Sphere};
use directory::wording::{Lines, Name};
use ground::db::Db;
use ground::db::testing::THEN;
use ground::moment::Moment;

use crate::alive::{DAY, Story, ago};
use crate::lines::Reader;
use crate::people::GROUP;

fn ask(source: &str) -> Ask {
    let name = |text: &str| Name::parse(text).unwrap();
    Ask {
        about: About { source: name(source), licence: name("CC0 1.0"), web: None, dated: None },
        file: "lijst.json".to_owned(),
        sphere: Some("informal".to_owned()),
        mapping: None,
    }
}

async fn bring(db: &Db, ask: &Ask, text: &str, hours: u64) {
    let input = Input::File(Box::new(std::io::Cursor::new(text.as_bytes().to_vec())));
    let now: Moment = THEN.plus(std::time::Duration::from_secs(hours * 3600));
    let permit = Permit::at_the_machine(HERE);
    let ended = import::apply(db, &permit, ask, input, None, now, &|_| ()).await.unwrap();
    assert!(matches!(ended, Ended::Applied(_) | Ended::Idle(_)), "{ended:?}");
}

async fn ids(db: &Db, table: &'static str, name: &str) -> Vec<String> {
    let sql = match table {
        "party" => "select id from directory_party where municipality_id = $1 and name = $2 order by id",
        _ => "select id from directory_offer where municipality_id = $1 and name = $2 order by id",
    };
    let ids: Vec<ground::id::Id<()>> = db.read(sql).bind(HERE).bind(name).scalars().await.unwrap();
    ids.iter().map(ToString::to_string).collect()
}

const LIST: &str = r#"{"organizations":[{"id":"L-1","name":"Stichting De Linde","description":"Uit de lijst","website":"https://linde.voorbeeld"}],
"services":[{"id":"S-1","organization_id":"L-1","name":"Koffie","status":"active"},{"id":"S-2","organization_id":"L-1","name":"Samen brieven lezen","status":"active"}]}"#;

fn linde(here: &mut Neighbourhood) {
    let linde = here.party("De Linde", Sphere::Informal, |party| {
        party.role.phone = Phone::parse("088 000 01 23").unwrap();
    });
    here.offer(linde, "Samen brieven lezen", &["papieren"], |_| ());
}

#[tokio::test]
async fn two_become_one_and_every_old_address_and_every_list_still_finds_it() {
    Story::tell(linde, async |story: Story| {
        bring(&story.db, &ask("Lijst"), LIST, 1).await;
        story.visitor.sign_in().await;
        story
            .visitor
            .get("/beheer/dubbel")
            .await
            .is(200)
            .shows("De naam lijkt erop")
            .shows("Stichting De Linde");
        let (stays, gone) = (
            ids(&story.db, "party", "De Linde").await.remove(0),
            ids(&story.db, "party", "Stichting De Linde").await.remove(0),
        );
        let coffee = ids(&story.db, "offer", "Koffie").await.remove(0);
        let letters = ids(&story.db, "offer", "Samen brieven lezen").await;
        let form = [("stays", stays.as_str()), ("gone", gone.as_str())];
        story.visitor.submit("/beheer/dubbel/een", &form).await.is(303);
        story.visitor.submit("/beheer/dubbel/een", &form).await.is(303);
        story.visitor.get("/beheer/dubbel").await.is(200).shows("Niets lijkt dubbel");
        let moved = story.visitor.get(&format!("/partij/{gone}")).await;
        assert_eq!(moved.is(308).header("location"), format!("/partij/{stays}"));
        let page = story.visitor.get(&format!("/partij/{stays}")).await;
        page.is(200)
            .shows("De Linde")
            .shows("Koffie")
            .shows("linde.voorbeeld")
            .shows("088 000 01 23")
            .shows("Wij helpen graag.");
        story.visitor.get(&format!("/aanbod/{coffee}")).await.is(200).shows("De Linde");
        // The offer that was there twice is there once, under both addresses.
        let left = ids(&story.db, "offer", "Samen brieven lezen").await;
        assert_eq!(left.len(), 1);
        let lost = letters.iter().find(|id| **id != left[0]).unwrap();
        let moved = story.visitor.get(&format!("/aanbod/{lost}")).await;
        assert_eq!(moved.is(308).header("location"), format!("/aanbod/{}", left[0]));
        // The list again, the same and changed, and then without it: nothing comes twice and nothing is marked as dropped.
        bring(&story.db, &ask("Lijst"), LIST, 2).await;
        bring(
            &story.db,
            &ask("Lijst"),
            &LIST.replace("Uit de lijst", "Nieuws uit de lijst").replace("Koffie", "Thee"),
            3,
        )
        .await;
        assert!(ids(&story.db, "party", "Stichting De Linde").await.is_empty());
        assert_eq!(
            ids(&story.db, "offer", "Thee").await,
            [coffee.as_str()],
            "its own offers still follow the list"
        );
        assert_eq!(ids(&story.db, "offer", "Samen brieven lezen").await, left);
        bring(&story.db, &ask("Lijst"), r#"{"organizations":[{"id":"X","name":"Een ander"}]}"#, 4).await;
        story.visitor.get(&format!("/partij/{stays}")).await.is(200).hides("staat niet meer in de bron");
    })
    .await;
}

#[tokio::test]
async fn of_two_that_look_alike_each_name_leads_to_a_page_that_opens() {
    let settle = |here: &mut Neighbourhood| {
        here.party(GROUP, Sphere::Informal, |_| ());
        here.party("Stichting Bewonersgroep Goudreinetflat", Sphere::Informal, |_| ());
    };
    Story::tell(settle, async |story: Story| {
        story.visitor.sign_in().await;
        let page = story.visitor.get("/beheer/dubbel").await;
        let kept = ids(&story.db, "party", GROUP).await.remove(0);
        let other = ids(&story.db, "party", "Stichting Bewonersgroep Goudreinetflat").await.remove(0);
        page.is(200).shows(&format!("href=\"/partij/{kept}\""));
        page.shows(&format!("href=\"/beheer/partij/{other}\""));
        story.visitor.get(&format!("/partij/{kept}")).await.is(200);
        story.visitor.get(&format!("/beheer/partij/{other}")).await.is(200);
    })
    .await;
}

#[tokio::test]
async fn a_program_that_kept_the_old_ids_is_led_on_and_its_question_finds_what_it_found() {
    Story::tell(linde, async |story: Story| {
        bring(&story.db, &ask("Lijst"), LIST, 1).await;
        let (stays, gone) = (
            ids(&story.db, "party", "De Linde").await.remove(0),
            ids(&story.db, "party", "Stichting De Linde").await.remove(0),
        );
        let letters = ids(&story.db, "offer", "Samen brieven lezen").await;
        story.visitor.sign_in().await;
        let form = [("stays", stays.as_str()), ("gone", gone.as_str())];
        story.visitor.submit("/beheer/dubbel/een", &form).await.is(303);
        let left = ids(&story.db, "offer", "Samen brieven lezen").await.remove(0);
        let lost = letters.iter().find(|id| **id != left).unwrap();
        for (list, old, now) in [("organizations", &gone, &stays), ("services", lost, &left)] {
            let moved = story.visitor.get(&format!("/hsds/{list}/{old}")).await;
            assert_eq!(moved.is(308).shows(now).header("location"), format!("/hsds/{list}/{now}"));
            story.visitor.get(moved.header("location")).await.is(200).shows(now);
        }
        for asked in ["services", "services?format=ndjson"] {
            let and = if asked.contains('?') { '&' } else { '?' };
            let of = async |party: &str| {
                story
                    .visitor
                    .get(&format!("/hsds/{asked}{and}organization_id={party}"))
                    .await
                    .is(200)
                    .body
                    .clone()
            };
            let found = of(&stays).await;
            assert!(found.contains("Koffie") && found.contains("Samen brieven lezen"), "{asked}: {found}");
            assert_eq!(of(&gone).await, found, "{asked}");
            assert!(!of("00000000-0000-7000-8000-000000000000").await.contains("Koffie"), "{asked}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_was_merged_and_takes_itself_off_is_not_brought_back_by_either_list() {
    Story::tell(linde, async |story: Story| {
        bring(&story.db, &ask("Lijst"), LIST, 1).await;
        let (stays, gone) = (
            ids(&story.db, "party", "De Linde").await.remove(0),
            ids(&story.db, "party", "Stichting De Linde").await.remove(0),
        );
        story.visitor.sign_in().await;
        story
            .visitor
            .submit("/beheer/dubbel/een", &[("stays", stays.as_str()), ("gone", &gone)])
            .await
            .is(303);
        story.visitor.submit(&format!("/beheer/partij/{stays}/weg"), &[("how", "never")]).await.is(303);
        bring(&story.db, &ask("Lijst"), LIST, 2).await;
        bring(&story.db, &ask("Andere lijst"), LIST, 3).await;
        for name in ["De Linde", "Stichting De Linde"] {
            assert!(ids(&story.db, "party", name).await.is_empty(), "{name}");
        }
        story.visitor.get(&format!("/partij/{gone}")).await.is(308);
        story.visitor.get(&format!("/partij/{stays}")).await.is(404);
    })
    .await;
}

#[tokio::test]
async fn two_that_only_look_alike_are_said_to_be_two_and_stay_so() {
    let settle = |here: &mut Neighbourhood| {
        for (name, phone) in [("Buurthuis Oost", "088 000 01 01"), ("Buurthuis Oost", "088 000 01 02")] {
            here.party(name, Sphere::Formal, |party| party.role.phone = Phone::parse(phone).unwrap());
        }
    };
    Story::tell(settle, async |story: Story| {
        story.visitor.sign_in().await;
        let both = ids(&story.db, "party", "Buurthuis Oost").await;
        story.visitor.get("/beheer/dubbel").await.is(200).shows("Dezelfde naam");
        let form = [("one", both[1].as_str()), ("other", both[0].as_str())];
        let mut trail = Reader::new(&story.db).await;
        story.visitor.submit("/beheer/dubbel/twee", &form).await.is(303);
        // A line for each of the two; said once more, nothing changes.
        let lines = trail.new_lines().await;
        let mut told: Vec<String> =
            lines.iter().filter_map(|line| Some(line.object_id?.to_string())).collect();
        told.sort_unstable();
        assert_eq!(told, both);
        assert!(lines.iter().all(|line| (&*line.action, &*line.object) == ("double.two", "party")));
        story.visitor.submit("/beheer/dubbel/twee", &form).await.is(303);
        trail.none("they are two already").await;
        story.visitor.get("/beheer/dubbel").await.is(200).shows("Niets lijkt dubbel");
        for (one, other) in [("x", both[0].as_str()), (both[0].as_str(), both[0].as_str())] {
            story.visitor.submit("/beheer/dubbel/twee", &[("one", one), ("other", other)]).await.is(404);
            story.visitor.submit("/beheer/dubbel/een", &[("stays", one), ("gone", other)]).await.is(404);
        }
    })
    .await;
}

/// The same twice. Nobody confirmed the one for so long that it is hidden; of the other somebody did yesterday.
fn both(here: &mut Neighbourhood) {
    let stays = here.party("De Linde", Sphere::Informal, |party| {
        party.confirmed = Some(ago(500));
        party.asked_at = Some(THEN.minus(DAY * 100));
    });
    here.place(stays, 0, "Lindeplein");
    here.offer(stays, "Samen brieven lezen", &["papieren"], |offer| {
        offer.confirmed = Some(ago(500));
        offer.asked_at = Some(THEN.minus(DAY * 100));
        offer.does = Lines::parse("Brieven lezen").unwrap();
    });
    let gone = here.party("Stichting De Linde", Sphere::Informal, |party| party.confirmed = Some(ago(1)));
    here.place(gone, 1, "Ankerkade");
    here.offer(gone, "Samen brieven lezen", &["taal"], |offer| {
        offer.confirmed = Some(ago(1));
        offer.does = Lines::parse("Formulieren invullen").unwrap();
        offer.does_not = Lines::parse("Belastingaangifte").unwrap();
        offer.languages = Languages::parse(["tr"]).unwrap();
        offer.opening = Opening::parse(["we 09:00-15:00"]).unwrap();
    });
}

#[tokio::test]
async fn what_either_said_of_the_same_offer_and_who_confirmed_it_last_stays_with_the_one_that_stays() {
    Story::tell(both, async |story: Story| {
        let (stays, gone) = (
            ids(&story.db, "party", "De Linde").await.remove(0),
            ids(&story.db, "party", "Stichting De Linde").await.remove(0),
        );
        let offers = ids(&story.db, "offer", "Samen brieven lezen").await;
        // A program keeps the id of the offer at the quay.
        let service = story.visitor.get(&format!("/hsds/services/{}", offers[1])).await;
        let pair = service.is(200).after("\"service_at_locations\":[{\"id\":\"");
        story.visitor.get(&format!("/hsds/service_at_locations/{pair}")).await.is(200).shows("Ankerkade");
        story.visitor.get(&format!("/hsds/services/{}", offers[0])).await.is(404);
        story.visitor.sign_in().await;
        let form = [("stays", stays.as_str()), ("gone", gone.as_str())];
        story.visitor.submit("/beheer/dubbel/een", &form).await.is(303);
        story
            .visitor
            .get(&format!("/aanbod/{}", offers[0]))
            .await
            .is(200)
            .shows("Brieven lezen")
            .shows("Formulieren invullen")
            .shows("Belastingaangifte")
            .shows("Lindeplein")
            .shows("Ankerkade")
            .shows("Turks")
            .shows("9.00");
        // Confirmed yesterday: shown to who is no manager as well.
        let stranger = story.visitor.another();
        stranger.get(&format!("/partij/{stays}")).await.is(200).shows("Samen brieven lezen");
        let moved = stranger.get(&format!("/hsds/service_at_locations/{pair}")).await;
        let now = moved.is(308).header("location").to_owned();
        stranger.get(&now).await.is(200).shows(&offers[0]).shows("Ankerkade");
        let nowhere = "/hsds/service_at_locations/00000000-0000-8000-8000-000000000000";
        stranger.get(nowhere).await.is(404);
    })
    .await;
}
