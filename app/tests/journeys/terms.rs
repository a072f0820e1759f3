//! Terms: the manager agrees them per area, nobody undoes a colleague, and whoever asks gets the nearest.

use ::terms::{Days, Terms};
use directory::area::AreaCode;
use directory::neighbourhood::HERE;

use crate::lines::{Reader, person};
use crate::neighbourhood::{Visitor, in_oosterwaard};

const WHOLE: &str = "/beheer/termijnen/GM9901";
const DISTRICT: &str = "/beheer/termijnen/WK990102";
const NEIGHBOURHOOD: &str = "/beheer/termijnen/BU99010203";

async fn held(visitor: &Visitor, area: &str) -> Terms {
    ::terms::of(&visitor.db, HERE, Some(&AreaCode::parse(area).unwrap())).await.unwrap()
}

fn three<'t>(question: &'t str, handover: &'t str, meet: &'t str) -> [(&'static str, &'t str); 4] {
    [("question", question), ("handover", handover), ("meet", meet), ("coordinator", "")]
}

#[tokio::test]
async fn the_manager_agrees_shorter_terms_for_a_district_and_longer_ones_for_one_neighbourhood() {
    in_oosterwaard(async |visitor: Visitor| {
        assert_eq!(held(&visitor, "BU99010203").await.days, Days::USUAL);
        visitor.sign_in().await;
        visitor.get("/beheer").await.shows("href=\"/beheer/termijnen\"");
        visitor.get("/beheer/termijnen").await.is(200).shows(&format!("href=\"{DISTRICT}\""));
        visitor.get(DISTRICT).await.is(200).shows("name=\"question\" type=\"number\" value=\"5\"");
        let (mut trail, ineke) = (Reader::new(&visitor.db).await, person(&visitor.db, "Ineke").await);
        let saved = visitor.save(DISTRICT, &three("3", "4", "8")).await;
        trail.tells(&[ineke.did("terms.set", "terms")]).await;
        visitor.get(saved.is(303).header("location")).await.shows("De termijnen zijn bewaard");
        visitor.save(NEIGHBOURHOOD, &three("7", "9", "20")).await.is(303);

        let days = |question, handover, meet| Days { question, handover, meet };
        assert_eq!(held(&visitor, "WK990102").await.days, days(3, 4, 8));
        assert_eq!(held(&visitor, "BU99010203").await.days, days(7, 9, 20));
        assert_eq!(held(&visitor, "BU99010204").await.days, days(3, 4, 8), "what the district has");
        assert_eq!(held(&visitor, "BU99010101").await.days, Days::USUAL, "another district");
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_away_gives_way_to_what_holds_around_it() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        visitor.save(WHOLE, &three("6", "6", "6")).await.is(303);
        visitor.save(NEIGHBOURHOOD, &three("7", "9", "20")).await.is(303);
        let seen = visitor.get(NEIGHBOURHOOD).await.after("name=\"seen\" value=\"");
        let away = format!("{NEIGHBOURHOOD}/weg");
        let (mut trail, ineke) = (Reader::new(&visitor.db).await, person(&visitor.db, "Ineke").await);
        let gone = visitor.submit(&away, &[("seen", &seen)]).await;
        trail.tells(&[ineke.did("terms.set", "terms")]).await;
        visitor.get(gone.is(303).header("location")).await.shows("De eigen termijnen zijn weg");
        assert_eq!(held(&visitor, "BU99010203").await.days.question, 6);
        // Twice is once.
        visitor.submit(&away, &[("seen", &seen)]).await.is(303);
        trail.none("what is away already").await;
        visitor.get(NEIGHBOURHOOD).await.is(200).hides(&format!("action=\"{away}\""));
    })
    .await;
}

#[tokio::test]
async fn a_colleague_who_had_the_form_open_undoes_nothing_and_loses_nothing_typed() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let seen = visitor.get(WHOLE).await.after("name=\"seen\" value=\"");
        visitor.save(WHOLE, &three("2", "2", "2")).await.is(303);
        let mut late = three("8", "8", "8").to_vec();
        late.push(("seen", &seen));
        let refused = visitor.submit(WHOLE, &late).await;
        refused.is(422).shows("Iemand anders heeft dit net veranderd").shows("value=\"8\"");
        assert_eq!(held(&visitor, "BU99010101").await.days.question, 2);
        let away = visitor.submit(&format!("{WHOLE}/weg"), &[("seen", &seen)]).await;
        away.is(422).shows("Iemand anders heeft dit net veranderd").shows("value=\"2\"");
        // Having seen it, the second may decide.
        let seen = refused.after("name=\"seen\" value=\"");
        late.pop();
        late.push(("seen", &seen));
        visitor.submit(WHOLE, &late).await.is(303);
        assert_eq!(held(&visitor, "BU99010101").await.days.question, 8);
    })
    .await;
}

#[tokio::test]
async fn a_term_that_is_no_number_of_days_is_told_at_its_field_and_nothing_is_kept() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        for wrong in ["0", "21", "", "vijf", "-1", "4.5"] {
            let refused = visitor.save(WHOLE, &three("3", wrong, "8")).await;
            refused.is(422).shows("href=\"#handover\"").shows("van 1 tot en met").shows("value=\"8\"");
        }
        let stranger = "01930000-0000-7000-8000-00000000dead";
        let fields = [("question", "3"), ("handover", "3"), ("meet", "8"), ("coordinator", stranger)];
        visitor.save(WHOLE, &fields).await.is(422).shows("href=\"#coordinator\"");
        assert_eq!(held(&visitor, "BU99010101").await.days, Days::USUAL);
        visitor.get("/beheer/termijnen/BU99019999").await.is(404);
        visitor.get("/beheer/termijnen/GM0405").await.is(404);
        visitor.get("/beheer/termijnen/bu99010203").await.is(404);
    })
    .await;
}

#[tokio::test]
async fn who_hears_is_chosen_by_role_and_party_and_is_nobody_again_when_that_membership_ends() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let form = visitor.get(WHOLE).await;
        form.shows("Bewonersgroep Goudreinetflat").hides("Wilma");
        let option = form.body.split("<option value=\"").find(|option| option.contains("Goudreinetflat"));
        let wilma = option.unwrap().split('"').next().unwrap().to_owned();
        let fields = [("question", "3"), ("handover", "3"), ("meet", "8"), ("coordinator", wilma.as_str())];
        visitor.save(WHOLE, &fields).await.is(303);
        visitor.get("/beheer/termijnen").await.shows("Bewonersgroep Goudreinetflat");
        let hears = held(&visitor, "BU99010101").await.coordinator.unwrap();
        assert_eq!(hears.to_string(), wilma);

        let coordinator = visitor.another();
        coordinator.comes_in_as("coordinator").await;
        let people = coordinator.get("/ik").await.after("href=\"/beheer/partij/");
        let people = format!("/beheer/partij/{}/mensen", people.trim_end_matches("/mensen"));
        coordinator.submit(&format!("{people}/{wilma}/weg"), &[]).await.is(303);
        let terms = held(&visitor, "BU99010101").await;
        assert_eq!((terms.coordinator, terms.days.question), (None, 3), "the terms stay");
        visitor.get(WHOLE).await.is(200).hides("Bewonersgroep Goudreinetflat");
    })
    .await;
}

#[tokio::test]
async fn that_terms_changed_can_be_read_by_who_watches() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        visitor.save(WHOLE, &three("3", "3", "3")).await.is(303);
        let officer = visitor.another();
        officer.comes_in_as("privacy-officer").await;
        officer.get("/controle").await.is(200).shows("veranderde de antwoordtermijnen");
        officer.get("/beheer/termijnen").await.is(404);
    })
    .await;
}
