//! What somebody sees of a party and its offers, and what nobody ever sees.

use axum::http::StatusCode;
use ground::db::testing::both;

use super::{Phone, Sphere};
use crate::confirmation::Confirmation;
use crate::neighbourhood::Neighbourhood;
use crate::offer::opening::Opening;
use crate::visitor::{MORNING, Visitor};
use crate::wording::{Line, Lines, Name};

#[tokio::test]
async fn samira_finds_what_to_call_de_linde_for_and_how() {
    both(migrations::ALL, |db| async move {
        let mut here = Neighbourhood::new(MORNING);
        let linde = here.party("Moedercentrum De Linde", Sphere::Informal, |party| {
            party.call_for = Lines::parse("Brieven lezen").unwrap();
            party.not_for = Lines::parse("Geld beheren").unwrap();
            party.role.phone = Phone::parse("088 000 01 23").unwrap();
        });
        here.place(linde, 0, "Lindeplein");
        here.contact(linde, "coördinator", Some("Fatma Yıldız"));
        here.contact(linde, "gids", None);
        let letters = here.offer(linde, "Samen brieven lezen", &["papieren"], |offer| {
            offer.opening = Opening::parse(["we 09:00-15:00"]).unwrap();
        });
        let visitor = Visitor::in_the(&here, &db).await;
        let page = visitor.reads(&format!("/partij/{linde}")).await;
        for words in [
            "itemprop=\"name\">Moedercentrum De Linde</h1>",
            "Hier kunt u voor bellen",
            "Brieven lezen",
            "Geld beheren",
            "tel:0880000123",
            "Fatma Yıldız",
            "Gids",
            "Lindeplein",
            "Nu open tot 15.00 uur",
            "Nagekeken op 15 november 2026 door de coördinator",
            "<svg aria-hidden=\"true\" viewBox=\"0 0 400",
        ] {
            assert!(page.contains(words), "{words}");
        }
        let page = visitor.reads(&format!("/aanbod/{letters}")).await;
        for words in [
            "itemprop=\"name\">Samen brieven lezen</h1>",
            "9.00 tot 15.00 uur",
            "/wie?thema=papieren",
            "Zonder afspraak",
        ] {
            assert!(page.contains(words), "{words}");
        }
    })
    .await;
}

#[tokio::test]
async fn of_a_shelter_nobody_learns_more_than_that_one_must_call() {
    both(migrations::ALL, |db| async move {
        let mut here = Neighbourhood::new(MORNING);
        let shelter = here.party("Vrouwenopvang Zilverlicht", Sphere::Formal, |_| ());
        here.secret_place(shelter);
        let visitor = Visitor::in_the(&here, &db).await;
        let page = visitor.reads(&format!("/partij/{shelter}")).await;
        assert!(page.contains("Het adres is geheim. Bel eerst."));
        assert!(!page.contains("viewBox=\"0 0 400"), "no map");
    })
    .await;
}

#[tokio::test]
async fn what_nobody_confirmed_for_long_is_not_there_for_visitors() {
    both(migrations::ALL, |db| async move {
        let mut here = Neighbourhood::new(MORNING);
        let old = Confirmation { at: here.days_ago(500), by: Line::parse("de beheerder").unwrap() };
        let gone = here.party("Repaircafé", Sphere::Informal, |party| {
            party.confirmed = Some(old.clone());
            party.asked_at = Some(MORNING.minus(std::time::Duration::from_secs(30 * 86_400)));
        });
        let offer = here.offer(gone, "Fiets maken", &["klussen"], |_| ());
        let face = here.contact(gone, "monteur", Some("Ad"));
        here.photos.push((face, vec![0xff, 0xd8]));
        let visitor = Visitor::in_the(&here, &db).await;
        for path in [format!("/partij/{gone}"), format!("/aanbod/{offer}"), format!("/foto/{face}")] {
            assert_eq!(visitor.asks(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for path in ["/", "/wie", "/kaart", "/buurten"] {
            assert!(!visitor.reads(path).await.contains("Repaircafé"), "{path}");
        }
        let keeper = Visitor::of(&db).who_keeps_the_map();
        assert!(keeper.reads(&format!("/partij/{gone}")).await.contains("Bezoekers zien dit niet meer"));
    })
    .await;
}

#[tokio::test]
async fn a_photo_is_shown_only_while_its_person_agrees_and_no_browser_keeps_it() {
    both(migrations::ALL, |db| async move {
        let mut here = Neighbourhood::new(MORNING);
        let linde = here.party("De Linde", Sphere::Informal, |_| ());
        let (yes, no) = (here.contact(linde, "gids", Some("Samira")), here.contact(linde, "gids", None));
        here.photos.push((yes, vec![0xff, 0xd8, 0xff]));
        let visitor = Visitor::in_the(&here, &db).await;
        let photo = visitor.asks(&format!("/foto/{yes}")).await;
        assert_eq!(
            (photo.status, &photo.headers["cache-control"]),
            (StatusCode::OK, &"no-store".parse().unwrap())
        );
        assert_eq!(visitor.asks(&format!("/foto/{no}")).await.status, StatusCode::NOT_FOUND);
        let page = visitor.reads(&format!("/partij/{linde}")).await;
        assert!(page.contains(&format!("/foto/{yes}")) && !page.contains(&format!("/foto/{no}")));
    })
    .await;
}

#[tokio::test]
async fn what_a_party_wrote_never_becomes_markup_and_strange_addresses_are_not_there() {
    both(migrations::ALL, |db| async move {
        let mut here = Neighbourhood::new(MORNING);
        let sly = here.party("x", Sphere::Formal, |party| {
            party.name = Name::parse("<script>alert(1)</script>").unwrap();
            party.call_for = Lines::parse("\"><img src=x onerror=alert(1)>").unwrap();
        });
        here.place(sly, 1, "<b>Straat</b>");
        let visitor = Visitor::in_the(&here, &db).await;
        for path in [format!("/partij/{sly}"), "/wie".to_owned(), "/kaart?buurt=WK990101".to_owned()] {
            let page = visitor.reads(&path).await;
            assert!(
                !page.contains("<script>alert")
                    && !page.contains("<img src=x")
                    && !page.contains("<b>Straat"),
                "{path}"
            );
        }
        for path in [
            "/partij/x",
            "/partij/%ff",
            "/partij/00000000-0000-7000-8000-000000000000",
            "/aanbod/..",
            "/foto/1",
            "/buurt/BU0",
            "/buurt/BU99019999",
        ] {
            assert_eq!(visitor.asks(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_takes_a_name_back_is_gone_from_the_next_page() {
    both(migrations::ALL, |db| async move {
        let mut here = Neighbourhood::new(MORNING);
        let linde = here.party("De Linde", Sphere::Informal, |_| ());
        here.contact(linde, "gids", Some("Samira Benali"));
        let visitor = Visitor::in_the(&here, &db).await;
        let path = format!("/partij/{linde}");
        assert!(visitor.reads(&path).await.contains("Samira Benali"));
        here.contacts[0].name = None;
        here.settle(&db).await;
        let page = visitor.reads(&path).await;
        assert!(!page.contains("Samira") && page.contains("Gids"));
    })
    .await;
}
