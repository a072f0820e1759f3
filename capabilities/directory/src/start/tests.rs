//! The first page, an area and the pages about the site, as somebody meets them.

use ground::db::testing::both;
use ui::Lang;

use crate::map::scenery::{Kind, Scenery};
use crate::neighbourhood::{Neighbourhood, code};
use crate::party::{Serves, Sphere};
use crate::visitor::{MORNING, Visitor};

#[tokio::test]
async fn a_municipality_that_just_begins_says_so_kindly() {
    both(migrations::ALL, |db| async move {
        let visitor = Visitor::in_the(&Neighbourhood::new(MORNING), &db).await;
        assert!(visitor.reads("/").await.contains("Hier staat nog niemand"));
        assert!(visitor.reads("/wie").await.contains("Hier staat nog niemand"));
        for path in ["/kaart", "/buurten", "/buurt/WK990101", "/bronnen"] {
            visitor.reads(path).await;
        }
    })
    .await;
}

#[tokio::test]
async fn both_worlds_stand_on_the_first_page_and_nobody_by_name() {
    both(migrations::ALL, |db| async move {
        let mut here = Neighbourhood::new(MORNING);
        let linde = here.party("De Linde", Sphere::Informal, |_| ());
        here.place(linde, 0, "Lindeplein");
        here.contact(linde, "gids", Some("Samira Benali"));
        let team = here.party("Wijkteam", Sphere::Formal, |_| ());
        here.place(team, 0, "Plein");
        here.offer(team, "Spreekuur", &["geld"], |_| ());
        let visitor = Visitor::in_the(&here, &db).await;
        let page = visitor.reads("/").await;
        for words in [
            "Wat speelt er in Oosterwaard?",
            "1 groep uit de buurt en 1 organisatie",
            "De Linde",
            "/wie?thema=geld",
            "/buurt/WK990101",
        ] {
            assert!(page.contains(words), "{words}");
        }
        assert!(!page.contains("Samira"));
    })
    .await;
}

#[tokio::test]
async fn an_area_shows_who_is_here_and_what_is_only_next_door() {
    both(migrations::ALL, |db| async move {
        let mut here = Neighbourhood::new(MORNING);
        for (at, area) in [(1, "BU99010102"), (2, "BU99010201")] {
            let group = here.party(&format!("Buren {at}"), Sphere::Informal, |party| {
                party.serves = Serves::Areas(vec![(code(area), 2026)]);
            });
            here.place(group, at, "Straat");
            here.offer(group, "Samen rekenen", &["schulden"], |_| ());
        }
        let team = here.party("Wijkteam", Sphere::Formal, |party| {
            party.serves = Serves::Areas(vec![(code("WK990101"), 2026), (code("WK990102"), 2026)]);
        });
        here.offer(team, "Schuldhulp", &["schulden"], |_| ());
        let visitor = Visitor::in_the(&here, &db).await;
        let page = visitor.reads("/buurt/BU99010101").await;
        assert!(page.contains("In 2 buurten hiernaast helpt iemand uit de buurt bij ‘Schulden’. Hier nog niemand uit de buurt."), "{page}");
        assert!(page.contains("1 werkt hier ook") && page.contains("Wijkteam"));
        let page = visitor.reads("/buurt/BU99010102").await;
        assert!(page.contains("1 heeft hier een eigen plek") && page.contains("Buren 1"));
    })
    .await;
}

#[tokio::test]
async fn the_map_draws_every_area_and_says_the_same_in_a_list() {
    both(migrations::ALL, |db| async move {
        let mut here = Neighbourhood::new(MORNING);
        for at in 0..300 {
            let party = here.party(&format!("Partij {at}"), Sphere::Formal, |_| ());
            here.place(party, 3, "Zelfde deur");
        }
        let line = "{\"type\":\"LineString\",\"coordinates\":[[5.3,52.6],[5.32,52.62]]}";
        here.scenery.push(Scenery {
            id: ground::id::Id::new(MORNING),
            kind: Kind::Road,
            shape: line.to_owned(),
        });
        let visitor = Visitor::in_the(&here, &db).await;
        let page = visitor.reads("/kaart").await;
        for words in [
            "/buurt/BU99010101",
            "/buurt/BU99010202",
            ">300</text>",
            "stroke-width=\"5\"",
            "300 groepen en organisaties",
            "300 Organisatie",
        ] {
            assert!(page.contains(words), "{words}");
        }
        let page = visitor.reads("/kaart?buurt=WK990102").await;
        assert!(
            page.contains("Kaart van Havenkwartier")
                && page.contains("Sluiskamers")
                && page.contains("Partij 7")
        );
        let page = visitor.reads("/kaart?wereld=informeel").await;
        assert!(page.contains("nog niemand"));
    })
    .await;
}

#[tokio::test]
async fn the_pages_about_the_site_are_there_in_every_language() {
    both(migrations::ALL, |db| async move {
        let here = Neighbourhood::new(MORNING);
        here.settle(&db).await;
        for lang in Lang::ALL {
            let visitor = Visitor::of(&db).reading(lang);
            for path in [
                "/",
                "/wie",
                "/kaart",
                "/buurten",
                "/buurt/BU99010101",
                "/bronnen",
                "/privacy",
                "/hulp",
                "/toegankelijkheid",
            ] {
                let page = visitor.reads(path).await;
                assert!(page.contains(&format!("lang=\"{}\"", lang.code())), "{path}");
                assert!(!page.contains("No localization"), "{path}");
            }
        }
    })
    .await;
}

#[test]
fn every_text_exists_in_every_language() {
    let complaints = ui::words::complete(concat!(env!("CARGO_MANIFEST_DIR"), "/i18n"));
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
