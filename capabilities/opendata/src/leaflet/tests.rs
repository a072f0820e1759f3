//! A guide takes the leaflet along: both worlds, what to call, when, in the resident's language beside the own.

use axum::body::Body;
use axum::http::Request;
use directory::Directory;
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::offer::opening::Opening;
use directory::party::{Phone, Sphere};
use directory::wording::Lines;
use ground::db::Db;
use ground::db::testing::{THEN, both};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;
use ui::{Frame, Lang};

use crate::OpenData;

async fn page(db: &Db, lang: Lang, path: &str) -> String {
    let open = OpenData::new(Directory::new(db.clone(), || THEN), "nowhere".into(), false);
    let router = access::route::router(super::pages::routes()).with_state(open);
    let mut request = Request::get(path).body(Body::empty()).unwrap();
    request.extensions_mut().insert(access::Here(HERE));
    request.extensions_mut().insert(Frame::new(lang, "Oosterwaard"));
    let response = router.oneshot(request).await.unwrap();
    assert_eq!(response.status(), 200);
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    String::from_utf8(bytes.to_vec()).unwrap().replace(['\u{2068}', '\u{2069}'], "")
}

#[tokio::test]
async fn a_guide_reads_dutch_and_the_neighbour_reads_arabic_on_the_same_sheet() {
    both(migrations::ALL, |db| async move {
        let mut quarter = Neighbourhood::new(THEN);
        let linde = quarter.party("De Linde", Sphere::Informal, |party| {
            party.role.phone = Phone::parse("088 000 01 23").unwrap();
            party.call_for = Lines::parse("Brieven lezen").unwrap();
        });
        quarter.place(linde, 0, "Lindeplein");
        quarter.offer(linde, "Inloop", &["papieren"], |offer| {
            offer.opening = Opening::parse(["we 09:00-12:00"]).unwrap();
        });
        let team = quarter.party("Wijkteam", Sphere::Formal, |_| {});
        quarter.secret_place(team);
        quarter.contact(linde, "gids", Some("Kanarie Person"));
        quarter.settle(&db).await;

        let one = page(&db, Lang::Nl, "/buurt/BU99010101/blad").await;
        for shown in [
            "De Linde",
            "Wijkteam",
            "088 000 01 23",
            "Lindeplein",
            "Brieven lezen",
            "Woensdag",
            "Het adres is geheim",
        ] {
            assert!(one.contains(shown), "{shown}");
        }
        assert!(!one.contains("Kanarie") && !one.contains("الأربعاء"));
        let two = page(&db, Lang::Nl, "/buurt/BU99010101/blad?naast=ar").await;
        for shown in ["Woensdag", "الأربعاء", "اتصل", "lang=\"ar\" dir=\"rtl\"", "Gaat over", "الموضوع"]
        {
            assert!(two.contains(shown), "{shown}");
        }
        // The same language twice, or one that is none of ours, is one language.
        for path in ["/buurt/BU99010101/blad?naast=nl", "/buurt/BU99010101/blad?naast=xx"] {
            assert!(!page(&db, Lang::Nl, path).await.contains("اتصل"), "{path}");
        }
        let arabic = page(&db, Lang::Ar, "/buurt/BU99010101/blad?naast=en").await;
        assert!(arabic.contains("اتصل") && arabic.contains("lang=\"en\" dir=\"ltr\""));
    })
    .await;
}
