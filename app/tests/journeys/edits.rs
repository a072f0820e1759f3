//! Two people edit the same thing: nobody's work is undone without a word.

use crate::neighbourhood::{Visitor, in_oosterwaard};

#[tokio::test]
async fn who_saves_a_party_after_somebody_else_is_told_and_keeps_what_was_typed() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        let drawn = visitor.get(&desk).await.after("name=\"seen\" value=\"");
        let form = |name: &'static str, seen: String| {
            vec![
                ("sphere", "informal".to_owned()),
                ("name", name.to_owned()),
                ("serves", "everywhere".to_owned()),
                ("seen", seen),
            ]
        };
        send(&visitor, &desk, &form("Linde van Fatma", drawn.clone())).await.is(303);
        let refused = send(&visitor, &desk, &form("Linde van Joke", drawn.clone())).await;
        refused.is(422).shows("Iemand anders heeft dit net veranderd.").shows("value=\"Linde van Joke\"");
        let fresh = refused.after("name=\"seen\" value=\"");
        assert_ne!(fresh, drawn);
        visitor.get(&desk).await.shows("value=\"Linde van Fatma\"");
        send(&visitor, &desk, &form("Linde van Joke", fresh)).await.is(303);
        visitor.get(&desk).await.shows("value=\"Linde van Joke\"").hides("Iemand anders");
        // A form that does not say what it was drawn from is not believed either.
        visitor
            .submit(&desk, &[("sphere", "informal"), ("name", "Blind"), ("serves", "everywhere")])
            .await
            .is(422);
    })
    .await;
}

#[tokio::test]
async fn who_saves_an_offer_after_somebody_else_is_told_in_their_language() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let offer = an_offer(&visitor).await;
        let drawn = visitor.get(&offer).await.after("name=\"seen\" value=\"");
        visitor.submit(&format!("{offer}/plek"), &[("capacity", "waiting")]).await.is(303);
        let typed = [("name", "Fietsles voor Joke"), ("capacity", "open"), ("seen", drawn.as_str())];
        for (lang, sentence) in [
            ("nl", "Iemand anders heeft dit net veranderd."),
            ("en", "Somebody else has just changed this."),
            ("ar", "لقد غيّر شخص آخر هذا للتو."),
            ("tr", "Başka biri bunu az önce değiştirdi."),
            ("pl", "Ktoś inny właśnie to zmienił."),
            ("uk", "Хтось інший щойно це змінив."),
        ] {
            visitor.get(&format!("{offer}?taal={lang}")).await.is(200);
            visitor.submit(&offer, &typed).await.is(422).shows(sentence).shows("Fietsles voor Joke");
        }
        let fresh = visitor.get(&offer).await.after("name=\"seen\" value=\"");
        visitor.submit(&offer, &[("name", "Fietsles voor Joke"), ("seen", &fresh)]).await.is(303);
        visitor.get(&offer).await.shows("Fietsles voor Joke");
    })
    .await;
}

#[tokio::test]
async fn two_who_edit_the_same_person_or_place_do_not_undo_each_other() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        for (kind, field, other) in [("mens", "role", "note"), ("locatie", "street", "town")] {
            let new =
                visitor.get(&format!("{desk}/{kind}/nieuw")).await.after(&format!("action=\"{desk}/{kind}/"));
            let form = format!("{desk}/{kind}/{new}");
            // Sent twice by a hasty thumb: the second finds what the first wrote.
            for _ in 0..2 {
                visitor.submit(&form, &[(field, "Eerste")]).await.is(303);
            }
            let drawn = visitor.get(&form).await.after("name=\"seen\" value=\"");
            visitor.save(&form, &[(field, "Eerste"), (other, "Van Joke")]).await.is(303);
            let late = [(field, "Van Fatma"), ("seen", drawn.as_str())];
            let refused = visitor.submit(&form, &late).await;
            refused.is(422).shows("Iemand anders heeft dit net veranderd.").shows("Van Fatma");
            visitor.get(&form).await.shows("Van Joke").hides("Van Fatma");
            let fresh = refused.after("name=\"seen\" value=\"");
            visitor.submit(&form, &[(field, "Van Fatma"), ("seen", fresh.as_str())]).await.is(303);
            // Who saves what somebody else took away does not bring it back.
            visitor.submit(&format!("{form}/weg"), &[]).await.is(303);
            visitor.submit(&form, &[(field, "Weer"), ("seen", fresh.as_str())]).await.is(404);
        }
    })
    .await;
}

#[tokio::test]
async fn a_confirmation_between_drawing_and_saving_survives() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let party = visitor.desk_of("De Linde").await;
        let offer = an_offer(&visitor).await;
        // Who confirms the party confirms its offers; so each is counted among its own.
        for (at, by, of) in
            [(&party, "de gastvrouw van de tafel", PARTIES), (&offer, "de fietsleraar van nu", OFFERS)]
        {
            let page = visitor.get(at).await;
            let (seen, name) =
                (page.after("name=\"seen\" value=\""), page.after("id=\"name-field\" value=\""));
            visitor.submit(&format!("{at}/klopt"), &[("by", by)]).await.is(303);
            visitor.submit(&format!("{at}/plek"), &[("capacity", "waiting")]).await.is(303);
            assert_eq!(confirmed(&visitor, of, by).await, 1, "{at}");
            // The big form was drawn before: it is refused, and the confirmation stands.
            let typed = [
                ("sphere", "informal"),
                ("name", name.as_str()),
                ("serves", "everywhere"),
                ("seen", seen.as_str()),
            ];
            visitor.submit(at, &typed).await.is(422);
            assert_eq!(confirmed(&visitor, of, by).await, 1, "{at}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_quick_change_and_a_confirmation_at_the_same_moment_both_stand() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let (party, csrf) = (visitor.desk_of("De Linde").await, visitor.csrf().await);
        for round in 0..8 {
            let by = format!("ronde {round}");
            let word = if round % 2 == 0 { "waiting" } else { "few" };
            let (confirm, capacity) = (format!("{party}/klopt"), format!("{party}/plek"));
            let (confirm_fields, capacity_fields) =
                ([("csrf", csrf.as_str()), ("by", by.as_str())], [("csrf", csrf.as_str()), ("capacity", word)]);
            let (confirmation, room) = futures_util::future::join(
                visitor.post(&confirm, &confirm_fields),
                visitor.post(&capacity, &capacity_fields),
            )
            .await;
            confirmation.is(303);
            room.is(303);
            let kept: i64 = visitor
                .db
                .read("select count(*) from directory_party where municipality_id = $1 and confirmed_by = $2 and capacity = $3")
                .bind(9901)
                .bind(by)
                .bind(word)
                .scalar()
                .await
                .unwrap();
            assert_eq!(kept, 1);
        }
    })
    .await;
}

async fn send(visitor: &Visitor, path: &str, fields: &[(&str, String)]) -> crate::neighbourhood::Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visitor.submit(path, &fields).await
}

async fn an_offer(visitor: &Visitor) -> String {
    let desk = visitor.desk_of("De Linde").await;
    let form = format!("{desk}/aanbod/nieuw");
    let id = visitor.get(&form).await.after("name=\"id\" value=\"");
    visitor.submit(&form, &[("id", &id), ("name", "Fietsles")]).await.is(303);
    format!("{desk}/aanbod/{id}")
}

const PARTIES: &str = "select count(*) from directory_party where municipality_id = $1 and confirmed_by = $2";
const OFFERS: &str = "select count(*) from directory_offer where municipality_id = $1 and confirmed_by = $2";

async fn confirmed(visitor: &Visitor, of: &'static str, by: &str) -> i64 {
    visitor.db.read(of).bind(9901).bind(by.to_owned()).scalar().await.unwrap()
}
