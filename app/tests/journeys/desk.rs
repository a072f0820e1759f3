//! The operator edits: what was typed stays, what is secret goes, what was taken back is gone.

use axum::body::Body;
use axum::http::Method;
use axum::http::header::{CONTENT_TYPE, ORIGIN};

use crate::lines::{self, Reader, id_of};
use crate::neighbourhood::{Answer, Visitor, in_oosterwaard, key};
use crate::people::GROUP;

#[tokio::test]
async fn a_new_party_is_on_the_map_at_once_and_only_once() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let form = visitor.get("/beheer/partij/nieuw").await;
        let id = form.is(200).after("name=\"id\" value=\"");
        let typed = [
            ("id", id.as_str()),
            ("sphere", "informal"),
            ("name", "Buurtkeuken Noord"),
            ("serves", "everywhere"),
            ("languages", "nl"),
            ("languages", "tr"),
            ("role_phone", "088 000 01 99"),
        ];
        let added = visitor.submit("/beheer/partij/nieuw", &typed).await;
        let at = added.is(303).header("location").to_owned();
        visitor.get(&at).await.is(200).shows("Bewaard").shows("Buurtkeuken Noord");
        visitor.get(&format!("/partij/{id}")).await.is(200).shows("Buurtkeuken Noord").shows("088 000 01 99");
        // Tapped twice: the second one leads to the first.
        visitor.submit("/beheer/partij/nieuw", &typed).await.is(303);
        visitor.get("/beheer?q=buurtkeuken").await.shows("1 partij<");
    })
    .await;
}

#[tokio::test]
async fn a_name_in_arabic_runs_from_the_right_where_it_is_typed_and_where_it_is_read() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let id = visitor.get("/beheer/partij/nieuw").await.after("name=\"id\" value=\"");
        let typed =
            [("id", id.as_str()), ("sphere", "informal"), ("name", "مطبخ الحي"), ("serves", "everywhere")];
        visitor.submit("/beheer/partij/nieuw", &typed).await.is(303);
        let desk = visitor.get(&format!("/beheer/partij/{id}")).await;
        desk.is(200).shows("<h1><bdi>مطبخ الحي</bdi></h1>");
        let box_of = |name: &str| {
            desk.body.split(&format!(" name=\"{name}\"")).nth(1).unwrap().split('>').next().unwrap()
        };
        for (name, own) in [("name", true), ("summary", true), ("role_phone", false), ("role_email", false)] {
            assert_eq!(box_of(name).contains("dir=\"auto\""), own, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_with_a_mistake_keeps_what_was_typed_and_says_where() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let long = "x".repeat(301);
        let id = visitor.get("/beheer/partij/nieuw").await.after("name=\"id\" value=\"");
        let typed = [
            ("id", id.as_str()),
            ("sphere", "formal"),
            ("name", " "),
            ("summary", "Een <b>zin</b> die blijft"),
            ("role_phone", "bel Fatma"),
            ("best_way", &long),
            ("languages", "tr"),
            ("serves", "WK990101"),
        ];
        let refused = visitor.submit("/beheer/partij/nieuw", &typed).await;
        refused.is(422).shows("Er zijn nog").shows("href=\"#name\"").shows("Vul dit in.").shows("301");
        refused
            .shows("Een &lt;b&gt;zin&lt;/b&gt; die blijft")
            .shows("value=\"bel Fatma\"")
            .shows("aria-invalid=\"true\"");
        refused.shows("value=\"tr\" checked").shows("value=\"WK990101\" checked").shows(&id);
        visitor.get(&format!("/partij/{id}")).await.is(404);
    })
    .await;
}

#[tokio::test]
async fn a_confidential_place_keeps_no_address_anywhere() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        let place = format!("{desk}/locatie/{}", visitor.get(&desk).await.after(&format!("href=\"{desk}/locatie/")));
        visitor.get(&place).await.is(200);
        let typed = [("street", "Geheimstraat"), ("house_number", "77"), ("postcode", "9927 ZZ"), ("town", "Oosterwaard"), ("point", "52.62137, 5.33871")];
        visitor.save(&place, &typed).await.is(303);
        let party = desk.replace("/beheer", "");
        visitor.get(&party).await.shows("Geheimstraat");
        let mut secret = typed.to_vec();
        secret.push(("confidential", "ja"));
        visitor.save(&place, &secret).await.is(303);
        for path in [&party, &desk, &place, "/zoek?q=linde", "/kaart", "/buurt/WK990101"] {
            visitor.get(path).await.hides("Geheimstraat").hides("9927 ZZ").hides("52.62137");
        }
        let kept: i64 = visitor
            .db
            .read("select count(*) from directory_place where municipality_id = $1 and (street = $2 or lon = $3)")
            .bind(9901)
            .bind("Geheimstraat")
            .bind(5.33871)
            .scalar()
            .await
            .unwrap();
        assert_eq!(kept, 0);
    })
    .await;
}

#[tokio::test]
async fn who_takes_back_consent_is_gone_with_name_and_photo() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        let new = visitor.get(&format!("{desk}/mens/nieuw")).await.after(&format!("action=\"{desk}/mens/"));
        let person = format!("{desk}/mens/{new}");
        let without = [("role", "gids"), ("person", "Wilhelmina Toetssteen")];
        visitor.submit(&person, &without).await.is(422).shows("als deze mens het zelf goed vindt").shows("Wilhelmina Toetssteen");
        let mut with = without.to_vec();
        with.push(("consent_name", "ja"));
        visitor.submit(&person, &with).await.is(303);
        let mut trail = Reader::new(&visitor.db).await;
        photo(&visitor, &person, false).await.is(422);
        trail.none("a photo without consent").await;
        photo(&visitor, &person, true).await.is(303);
        let ineke = lines::person(&visitor.db, "Ineke").await;
        let told = ineke.did("contact.photo", "contact").which(id_of(&person)).of(id_of(&desk));
        trail.tells(&[told]).await;
        let party = desk.replace("/beheer", "");
        visitor.get(&party).await.shows("Wilhelmina Toetssteen");
        assert_eq!(visitor.get(&format!("{person}/foto")).await.is(200).header("content-type"), "image/jpeg");
        // The boxes are unticked, and the name still stands in its field, as the browser had it.
        visitor.save(&person, &without).await.is(303);
        visitor.get(&party).await.hides("Toetssteen");
        visitor.get(&person).await.hides("Toetssteen");
        visitor.get(&format!("{person}/foto")).await.is(404);
        let left: i64 = visitor
            .db
            .read("select count(*) from directory_contact where municipality_id = $1 and (name = $2 or photo is not null)")
            .bind(9901)
            .bind("Wilhelmina Toetssteen")
            .scalar()
            .await
            .unwrap();
        assert_eq!(left, 0);
    })
    .await;
}

/// A tiny PNG, sent as a browser sends a file.
async fn photo(visitor: &Visitor, person: &str, consent: bool) -> Answer {
    let png: &[u8] = &[
        0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0,
        0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde, 0, 0, 0, 0x0c, b'I', b'D', b'A', b'T', 0x08, 0xd7,
        0x63, 0xf8, 0xcf, 0xc0, 0, 0, 3, 1, 1, 0, 0x18, 0xdd, 0x8d, 0xb0, 0, 0, 0, 0, b'I', b'E', b'N', b'D',
        0xae, 0x42, 0x60, 0x82,
    ];
    let mut body = Vec::new();
    let mut part = |head: &str, content: &[u8]| {
        body.extend_from_slice(
            format!("--grens\r\nContent-Disposition: form-data; {head}\r\n\r\n").as_bytes(),
        );
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    };
    part("name=\"csrf\"", visitor.csrf().await.as_bytes());
    part("name=\"once\"", key().as_bytes());
    if consent {
        part("name=\"consent\"", b"ja");
    }
    part("name=\"file\"; filename=\"foto.png\"", png);
    body.extend_from_slice(b"--grens--\r\n");
    let request = visitor
        .request(Method::POST, &format!("{person}/foto"))
        .header(ORIGIN, format!("http://{}", visitor.host))
        .header(CONTENT_TYPE, "multipart/form-data; boundary=grens");
    visitor.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn an_offer_is_added_changed_confirmed_and_removed() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        let form = format!("{desk}/aanbod/nieuw");
        let id = visitor.get(&form).await.is(200).after("name=\"id\" value=\"");
        let wrong = [
            ("id", id.as_str()),
            ("name", "Fietsles"),
            ("opening", "ma 9.00-12.00\nblauwe maandag"),
            ("themes", "bewegen"),
        ];
        visitor.submit(&form, &wrong).await.is(422).shows("Regel").shows("blauwe maandag");
        let right = [
            ("id", id.as_str()),
            ("name", "Fietsles"),
            ("opening", "ma 9.00-12.00"),
            ("themes", "bewegen"),
            ("capacity", "few"),
            ("way", "walk-in"),
        ];
        visitor.submit(&form, &right).await.is(303);
        let offer = format!("/aanbod/{id}");
        visitor.get(&offer).await.is(200).shows("Fietsles");
        let at_desk = format!("{desk}/aanbod/{id}");
        visitor.get(&at_desk).await.is(200).shows("ma 09:00-12:00");
        visitor.submit(&format!("{at_desk}/plek"), &[("capacity", "waiting")]).await.is(303);
        visitor.get(&offer).await.shows("Wachtlijst");
        visitor.submit(&format!("{at_desk}/klopt"), &[("by", "de fietsleraar")]).await.is(303);
        let by: String = visitor
            .db
            .read("select confirmed_by from directory_offer where municipality_id = $1 and name = $2")
            .bind(9901)
            .bind("Fietsles")
            .scalar()
            .await
            .unwrap();
        assert_eq!(by, "de fietsleraar");
        visitor.submit(&format!("{at_desk}/weg"), &[]).await.is(303);
        visitor.get(&offer).await.is(404);
    })
    .await;
}

#[tokio::test]
async fn who_asks_not_to_be_listed_is_gone_and_remembered() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        visitor.get(&format!("{desk}/weg")).await.is(200).shows("nooit meer vermelden");
        visitor.submit(&format!("{desk}/weg"), &[("how", "never")]).await.is(303);
        visitor.get(&desk).await.is(404);
        visitor.get(&desk.replace("/beheer", "")).await.is(404);
        let wishes = visitor.get("/beheer/niet-vermelden").await;
        let wish = wishes.is(200).shows("moedercentrum de linde").after("action=\"/beheer/niet-vermelden/");
        visitor.submit(&format!("/beheer/niet-vermelden/{wish}"), &[]).await.is(303);
        visitor.get("/beheer/niet-vermelden").await.hides("moedercentrum");
    })
    .await;
}

#[tokio::test]
async fn every_page_of_the_desk_speaks_three_languages() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        for path in [
            "/beheer",
            "/beheer/partij/nieuw",
            &desk,
            &format!("{desk}/mens/nieuw"),
            &format!("{desk}/locatie/nieuw"),
            &format!("{desk}/aanbod/nieuw"),
            "/beheer/niet-vermelden",
            "/beheer/aanvragen",
        ] {
            for (lang, dir) in [("nl", "ltr"), ("en", "ltr"), ("ar", "rtl")] {
                let page = visitor.get(&format!("{path}?taal={lang}")).await;
                page.is(200).shows(&format!("lang=\"{lang}\" dir=\"{dir}\"")).hides("No localization");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn who_keeps_the_map_is_led_to_the_page_of_a_party_whose_own_people_keep_it() {
    in_oosterwaard(async |manager: Visitor| {
        manager.sign_in().await;
        let kept = manager.desk_of(GROUP).await;
        manager.get(&kept).await.is(404);
        let page = kept.trim_start_matches("/beheer");
        let found = manager.get("/beheer?q=Goudreinetflat").await;
        found.is(200).shows(&format!("href=\"{page}\"")).hides(&format!("href=\"{kept}\""));
        manager.get(page).await.is(200).shows(GROUP);
        let linde = manager.desk_of("De Linde").await;
        manager.get("/beheer?q=De+Linde").await.is(200).shows(&format!("href=\"{linde}\""));
    })
    .await;
}

/// With script a form that meets no session says so in its place, and all that was typed stays: the browser tests tell the rest.
#[tokio::test]
async fn each_long_form_of_the_desk_knows_what_to_say_when_the_session_is_over() {
    in_oosterwaard(async |manager: Visitor| {
        manager.sign_in().await;
        let party = manager.desk_of("De Linde").await;
        let page = manager.get(&party).await;
        let offer = format!("{party}/aanbod/0{}", page.after(&format!("href=\"{party}/aanbod/0")));
        let below = |what: &str| format!("{party}/{what}/nieuw");
        let new = ["aanbod", "locatie", "mens"].map(below);
        for form in [party.as_str(), offer.as_str(), "/beheer/partij/nieuw"]
            .into_iter()
            .chain(new.iter().map(String::as_str))
        {
            let page = manager.get(form).await;
            page.is(200).shows("data-blijft=\"Er is geen verbinding").shows(ui::assets::LIVE_JS);
            page.shows("data-aanmelden=\"U bent hier niet meer aangemeld. Uw tekst staat er nog");
        }
        // The door answers. Without script, what was typed stands there too: see `signed_out.rs`.
        manager.cookies.borrow_mut().clear();
        let door = manager.post(&offer, &[("name", "Koffie")]).await;
        door.is(403).shows("<h1>Aanmelden</h1>").shows(">Koffie</blockquote>");
    })
    .await;
}
