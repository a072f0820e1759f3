//! A code to come back in with lives ten minutes: it is shown anew, it is stopped, and what was said of it ends with who said it.

use std::time::Duration;

use ground::db::testing::THEN;

use crate::neighbourhood::{Visitor, in_oosterwaard};
use crate::people::own_party;
use crate::recovery::{BACK, Group, HELP, after, asks, at, group, listed, says};

/// The code is shown anew, by the button of its own page; the browser and the moment stay those of whoever presses.
async fn shown_anew(somebody: &Visitor) -> String {
    let from = somebody.get(BACK).await.is(200).after("name=\"van\" value=\"");
    // A double tap shows the same.
    for _ in 0..2 {
        somebody.post(BACK, &[("van", &from)]).await.is(303);
    }
    let page = somebody.get(BACK).await;
    page.is(200).body.split("dir=\"ltr\"><strong>").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

#[tokio::test]
async fn who_needs_longer_than_ten_minutes_shows_another_code_and_the_first_colleague_need_not_come_back() {
    in_oosterwaard(async |visitor: Visitor| {
        let Group { wilma, ferdi, .. } = group(visitor).await;
        let new = wilma.another();
        let code = asks(&new).await;
        let who = listed(&ferdi, "Selma").await;
        says(&ferdi, &who, &code).await.is(303);
        // Nobody else is there yet. One tap, and there are ten minutes more, with another code.
        let later = at(&new, || after(9 * 60));
        let second = shown_anew(&later).await;
        assert_ne!(second, code);
        later.get(BACK).await.is(200).shows("Eén collega heeft bevestigd");
        says(&at(&wilma, || after(9 * 60)), "", &code).await.is(422).shows("kennen wij niet");
        // She forgot the time: the code is over, what Ferdi said is not, and the browser says until when.
        let lapsed = at(&new, || after(19 * 60));
        lapsed.get(BACK).await.is(200).shows("verlopen").shows("telt nog tot").hides(&second);
        lapsed.post("/terug/verder", &[]).await.is(409).shows("verlopen");
        says(&at(&wilma, || after(19 * 60)), "", &second).await.is(422).shows("verlopen");
        let third = shown_anew(&lapsed).await;
        says(&at(&wilma, || after(19 * 60)), "", &third).await.is(303);
        lapsed.post("/terug/verder", &[]).await.is(303);
        lapsed.get("/ik").await.is(200).shows("Selma");
    })
    .await;
}

#[tokio::test]
async fn after_an_hour_both_colleagues_say_it_again_and_until_then_it_can_be_stopped() {
    in_oosterwaard(async |visitor: Visitor| {
        let Group { wilma, ferdi, selma, .. } = group(visitor).await;
        let (new, thief) = (wilma.another(), wilma.another());
        let who = listed(&ferdi, "Selma").await;
        let (code, stolen) = (asks(&new).await, asks(&thief).await);
        says(&ferdi, &who, &code).await.is(303);
        says(&ferdi, &who, &stolen).await.is(303);
        // The second colleague hears of it when the code is over, and does not trust it.
        let no = [("wie", who.as_str()), ("code", &stolen), ("hoe", "niet")];
        at(&wilma, || after(11 * 60)).submit(HELP, &no).await.is(303);
        at(&thief, || after(11 * 60)).get(BACK).await.is(200).shows("niet in orde");
        // The owner reads so for as long as another code may follow.
        at(&selma, || after(29 * 60)).get("/ik").await.is(200).shows("wil als u naar binnen");
        let late = at(&new, || after(60 * 60));
        late.get(BACK).await.is(200).shows("verlopen").hides("telt nog tot").hides("name=\"van\"");
        // A form that was open all the while begins anew: about nobody.
        late.post(BACK, &[("van", &THEN.micros().to_string())]).await.is(303);
        late.get(BACK).await.is(200).shows("Nog niemand heeft bevestigd");
    })
    .await;
}

#[tokio::test]
async fn by_a_clock_that_is_two_hours_slow_nothing_is_over_and_the_page_says_what_is_wrong() {
    in_oosterwaard(async |visitor: Visitor| {
        let Group { wilma, ferdi, .. } = group(visitor).await;
        let new = wilma.another();
        let code = asks(&new).await;
        let who = listed(&ferdi, "Selma").await;
        let slow = || THEN.minus(Duration::from_secs(2 * 60 * 60));
        let (waits, ferdi_there) = (at(&new, slow), at(&wilma.another(), slow));
        let wrong = "De klok van Samenspel staat verkeerd";
        waits.get(BACK).await.is(200).shows(wrong).shows("Kijk straks opnieuw").hides("verlopen");
        waits.post("/terug/verder", &[]).await.is(409).shows(wrong);
        ferdi_there.comes_in_as("volunteer").await;
        says(&ferdi_there, &who, &code).await.is(422).shows(wrong);
        // Both ways forward: another code by that clock, and the same one once it is right.
        assert_ne!(asks(&waits).await, code);
        says(&ferdi, &who, &code).await.is(303);
    })
    .await;
}

#[tokio::test]
async fn what_was_said_by_whoever_is_sent_away_counts_no_more() {
    in_oosterwaard(async |visitor: Visitor| {
        let Group { wilma, ferdi, selma, .. } = group(visitor).await;
        let new = wilma.another();
        let code = asks(&new).await;
        let (who, hers) = (listed(&ferdi, "Selma").await, listed(&ferdi, "Wilma").await);
        says(&ferdi, &who, &code).await.is(303);
        says(&wilma, &who, &code).await.is(303);
        new.get(BACK).await.is(200).shows("Twee collega's hebben bevestigd");
        // Wilma goes a moment later: Ferdi alone is not two.
        let people = format!("{}/mensen", own_party(&wilma).await);
        wilma.submit(&format!("{people}/{hers}/weg"), &[]).await.is(303);
        new.get(BACK).await.is(200).shows("Eén collega heeft bevestigd");
        new.post("/terug/verder", &[]).await.is(409);
        // And Ferdi after her: then nobody said anything. The group is small now, so the municipality sends him away and helps.
        let his = listed(&selma, "Ferdi").await;
        let ineke = wilma.another();
        ineke.sign_in().await;
        ineke.submit(&format!("{people}/{his}/weg"), &[]).await.is(303);
        new.get(BACK).await.is(200).shows("Nog niemand heeft bevestigd");
        says(&ineke, "", &code).await.is(422).shows("Nog niemand heeft met deze code");
    })
    .await;
}
