//! Coming back in without a key: Selma lost her phone, two colleagues know who she is, and whoever only says so stays outside.

use std::time::Duration;

use ground::db::testing::THEN;
use ground::moment::Moment;
use samenspel::serve::House;

use crate::authenticator::Phone;
use crate::lines::{Reader, person};
use crate::neighbourhood::{Answer, Visitor, in_oosterwaard, settings};
use crate::passkeys::{makes, shows};
use crate::people::{a_code, comes_in, own_party};

pub(crate) const BACK: &str = "/terug";
pub(crate) const HELP: &str = "/beheer/terug";

/// The group has three people: Wilma who coordinates, Ferdi, and Selma with a key on her phone.
pub(crate) struct Group {
    pub(crate) wilma: Visitor,
    pub(crate) ferdi: Visitor,
    pub(crate) selma: Visitor,
    pub(crate) phone: Phone,
}

pub(crate) async fn group(wilma: Visitor) -> Group {
    wilma.comes_in_as("coordinator").await;
    let (ferdi, selma, mut phone) = (wilma.another(), wilma.another(), Phone::new());
    ferdi.comes_in_as("volunteer").await;
    comes_in(&selma, &a_code(&wilma, "volunteer").await, "Selma").await;
    makes(&selma, &mut phone, "mijn telefoon").await.is(200);
    Group { wilma, ferdi, selma, phone }
}

/// The code as it stands on the screen of whoever asked.
pub(crate) async fn asks(somebody: &Visitor) -> String {
    somebody.post(BACK, &[]).await.is(303);
    let page = somebody.get(BACK).await;
    assert_eq!(page.is(200).header("cache-control"), "no-store");
    let code = page.body.split("dir=\"ltr\"><strong>").nth(1).unwrap();
    code.split('<').next().unwrap().to_owned()
}

/// How somebody is called in the list of a colleague.
pub(crate) async fn listed(colleague: &Visitor, name: &str) -> String {
    let page = colleague.get(HELP).await;
    let before = page.is(200).body.split(&format!(">{name} (")).next().unwrap();
    before.rsplit("value=\"").next().unwrap().split('"').next().unwrap().to_owned()
}

pub(crate) async fn says(colleague: &Visitor, who: &str, code: &str) -> Answer {
    colleague.submit(HELP, &[("wie", who), ("code", code), ("hoe", "ja")]).await
}

/// At another moment, in the same browser.
pub(crate) fn at(visitor: &Visitor, clock: fn() -> Moment) -> Visitor {
    let later = Visitor::before(
        House::new(settings(), visitor.db.clone(), clock).unwrap().router(),
        visitor.db.clone(),
    );
    *later.cookies.borrow_mut() = visitor.cookies.borrow().clone();
    later
}

pub(crate) fn after(seconds: u64) -> Moment {
    THEN.plus(Duration::from_secs(seconds))
}

#[tokio::test]
async fn selma_lost_her_phone_and_two_colleagues_help_her_back_in_to_a_new_key() {
    in_oosterwaard(async |visitor: Visitor| {
        let Group { wilma, ferdi, selma, phone } = group(visitor).await;
        let new = wilma.another();
        new.get("/aanmelden").await.is(200).shows("href=\"/terug\"");
        let start = new.get(BACK).await;
        start
            .is(200)
            .shows("Twee collega's")
            .hides("Selma")
            .shows("Voor de nieuwe sleutel is JavaScript nodig");
        let code = asks(&new).await;
        new.get(BACK).await.shows("Nog niemand heeft bevestigd").hides("Ga verder");
        new.post("/terug/verder", &[]).await.is(409).shows("Nog niemand heeft bevestigd");
        // The first names her, the second types the same code.
        let who = listed(&ferdi, "Selma").await;
        let [hers, his] = [person(&wilma.db, "Selma").await, person(&wilma.db, "Ferdi").await];
        let mut trail = Reader::new(&wilma.db).await;
        says(&ferdi, &who, &code).await.is(303);
        trail.tells(&[his.did("recovery.confirm", "party").which(hers.party).about(hers)]).await;
        ferdi.get("/beheer/terug?gedaan=eerste").await.is(200).shows("nog één andere collega");
        new.get(BACK).await.shows("Eén collega heeft bevestigd").hides("Selma");
        new.post("/terug/verder", &[]).await.is(409);
        says(&wilma, "", &code.replace(' ', "")).await.is(303);
        // Nothing happened to her keys by that, and opening the page does nothing either.
        new.get(BACK).await.is(200).shows("Twee collega's hebben bevestigd");
        shows(&selma, &phone, 0).await.is(200);
        selma.get("/ik").await.is(200);
        let mut trail = Reader::new(&wilma.db).await;
        new.post("/terug/verder", &[]).await.is(303);
        trail.tells(&[hers.did_coming_in("recovery.take", "party").which(hers.party).about(hers)]).await;
        new.get("/ik?gedaan=terug").await.is(200).shows("Dag ").shows("Selma").shows("Maak nu een sleutel");
        // She is in as a newcomer: her own page and nothing else, until there is a key.
        let party = own_party(&wilma).await;
        new.get(&party).await.is(404);
        new.get(HELP).await.is(404);
        // The lost phone opens nothing any more, and what was open is shut.
        selma.get("/ik").await.is(403);
        shows(&selma, &phone, 0).await.is(422).shows("kennen wij niet");
        let mut second = Phone::new();
        makes(&new, &mut second, "nieuwe telefoon").await.is(200);
        new.get(&party).await.is(200);
        shows(&wilma.another(), &second, 0).await.is(200);
        // Used once.
        new.submit("/afmelden", &[]).await.is(303);
        new.post("/terug/verder", &[]).await.is(410).shows("Op dit apparaat is geen code gevraagd");
        says(&ferdi, &who, &code).await.is(422).shows("al iemand binnen");
        // Everybody it concerns reads it.
        shows(&new, &second, 0).await.is(200);
        for colleague in [&wilma, &ferdi, &new] {
            let page = colleague.get("/ik/wie-keek").await;
            page.is(200)
                .shows("kwam weer binnen met hulp van twee collega")
                .shows("hielp iemand weer naar binnen");
        }
        let joris = wilma.another();
        joris.comes_in_as("professional").await;
        joris.get("/ik/wie-keek").await.is(200).hides("kwam weer binnen");
    })
    .await;
}

#[tokio::test]
async fn one_colleague_is_not_two_and_one_of_the_two_is_the_coordinator() {
    in_oosterwaard(async |visitor: Visitor| {
        let Group { wilma, ferdi, selma, .. } = group(visitor).await;
        let new = wilma.another();
        let code = asks(&new).await;
        let who = listed(&ferdi, "Selma").await;
        says(&ferdi, &who, &code).await.is(303);
        says(&ferdi, &who, &code).await.is(422).shows("U heeft al bevestigd");
        says(&ferdi, "", &code).await.is(422).shows("U heeft al bevestigd");
        // Selma herself, who is in on another device, is nobody's witness for herself.
        says(&selma, "", &code).await.is(422).shows("Dit gaat over uzelf");
        // Yusuf came in a moment ago, and may have been let in for this only.
        let yusuf = wilma.another();
        comes_in(&yusuf, &a_code(&wilma, "guide").await, "Yusuf").await;
        says(&yusuf, &who, &code).await.is(404);
        makes(&yusuf, &mut Phone::new(), "").await.is(200);
        says(&yusuf, &who, &code).await.is(422).shows("korter dan een dag");
        wilma
            .db
            .write("update people_membership set since = $2 where municipality_id = $1")
            .bind(9901)
            .bind(THEN.minus(Duration::from_secs(24 * 60 * 60)))
            .execute()
            .await
            .unwrap();
        says(&yusuf, &who, &code).await.is(422).shows("moet de coördinator");
        new.get(BACK).await.is(200).shows("Eén collega");
        says(&wilma, &who, &code).await.is(303);
        says(&yusuf, &who, &code).await.is(422).shows("hebben al bevestigd");
        new.post("/terug/verder", &[]).await.is(303);
    })
    .await;
}

#[tokio::test]
async fn what_a_colleague_types_wrong_gets_a_sentence_at_its_field_and_stays_typed() {
    in_oosterwaard(async |visitor: Visitor| {
        let Group { wilma, ferdi, .. } = group(visitor).await;
        let code = asks(&wilma.another()).await;
        let who = listed(&ferdi, "Selma").await;
        for typed in ["", "1234", "1234 567x", "123456789"] {
            says(&ferdi, &who, typed).await.is(422).shows("acht cijfers").shows(&format!("{who}\" selected"));
        }
        let other = if code == "1234 5678" { "8765 4321" } else { "1234 5678" };
        says(&ferdi, &who, other).await.is(422).shows("kennen wij niet").shows(&format!("value=\"{other}\""));
        says(&ferdi, "", &code).await.is(422).shows("Nog niemand heeft met deze code");
        // Somebody of another party is not in the list, whatever is sent; and a code of here says nothing there.
        let (joris, ineke) = (wilma.another(), wilma.another());
        joris.comes_in_as("professional").await;
        says(&joris, &who, &code).await.is(404);
        says(&joris, "een naam", &code).await.is(404);
        says(&ferdi, &who, &code).await.is(303);
        says(&joris, "", &code).await.is(422).shows("van een andere partij").hides("Selma");
        // A party of three helps itself: the municipality does not come into it.
        ineke.comes_in_as("manager").await;
        says(&ineke, "", &code).await.is(422).shows("van een andere partij").hides("Selma");
        // Another name with the same code: something is not right.
        let ferdis = listed(&wilma, "Ferdi").await;
        says(&wilma, &ferdis, &code).await.is(422).shows("dat het iemand anders is");
        // A form of somebody without a session, and one without proof.
        wilma.another().post(HELP, &[("wie", &who), ("code", &code)]).await.is(403);
        wilma.post(HELP, &[("wie", &who), ("code", &code)]).await.is(403);
    })
    .await;
}

#[tokio::test]
async fn a_colleague_or_selma_herself_says_it_is_not_right_and_the_code_ends() {
    in_oosterwaard(async |visitor: Visitor| {
        let Group { wilma, ferdi, selma, phone } = group(visitor).await;
        let thief = wilma.another();
        let code = asks(&thief).await;
        let who = listed(&ferdi, "Selma").await;
        says(&ferdi, &who, &code).await.is(303);
        let fields = [("wie", who.as_str()), ("code", &code), ("hoe", "niet")];
        let [hers, wilmas] = [person(&wilma.db, "Selma").await, person(&wilma.db, "Wilma").await];
        let mut trail = Reader::new(&wilma.db).await;
        wilma.submit(HELP, &fields).await.is(303);
        trail.tells(&[wilmas.did("recovery.refuse", "party").which(hers.party).about(hers)]).await;
        thief.get(BACK).await.is(200).shows("niet in orde");
        says(&wilma, &who, &code).await.is(422).shows("niet in orde");
        thief.post("/terug/verder", &[]).await.is(410).shows("niet in orde");
        wilma.get("/ik/wie-keek").await.shows("zei dat iemand niet naar binnen moest");
        // Another try: both are misled, and Selma sees it on her own page in time.
        let code = asks(&thief).await;
        selma.get("/ik").await.is(200).hides("wil als u naar binnen");
        says(&ferdi, &who, &code).await.is(303);
        says(&wilma, &who, &code).await.is(303);
        selma.get("/ik").await.is(200).shows("wil als u naar binnen");
        let mut trail = Reader::new(&wilma.db).await;
        selma.submit("/ik/terug/niet", &[]).await.is(303);
        trail.tells(&[hers.did("recovery.stop", "person").about(hers)]).await;
        selma.submit("/ik/terug/niet", &[]).await.is(303);
        trail.none("nobody waits any more").await;
        selma.get("/ik").await.is(200).hides("wil als u naar binnen");
        thief.post("/terug/verder", &[]).await.is(410).shows("niet in orde");
        thief.get("/ik").await.is(403);
        shows(&selma, &phone, 0).await.is(200);
        wilma.get("/ik/wie-keek").await.is(200);
        selma.get("/ik/wie-keek").await.shows("dit ben ik niet");
    })
    .await;
}

#[tokio::test]
async fn a_code_belongs_to_one_browser_and_ends_by_the_clock() {
    in_oosterwaard(async |visitor: Visitor| {
        let Group { wilma, ferdi, .. } = group(visitor).await;
        let (new, other) = (wilma.another(), wilma.another());
        let code = asks(&new).await;
        // Pressed twice it is the same; another browser has another one.
        assert_eq!(asks(&new).await, code);
        assert_ne!(asks(&other).await, code);
        let who = listed(&ferdi, "Selma").await;
        says(&ferdi, &who, &code).await.is(303);
        says(&wilma, &who, &code).await.is(303);
        other.post("/terug/verder", &[]).await.is(409);
        wilma.another().post("/terug/verder", &[]).await.is(410).shows("geen code gevraagd");
        let late = at(&new, || after(10 * 60));
        late.get(BACK).await.is(200).shows("verlopen");
        late.post("/terug/verder", &[]).await.is(410).shows("verlopen");
        at(&other, || after(10 * 60 - 1)).get(BACK).await.is(200).shows("Nog niemand");
        let over = at(&other, || after(10 * 60));
        over.get(BACK).await.is(200).shows("verlopen").shows("Een code geldt 10 minuten");
        // The way forward: another code, in the same browser.
        asks(&over).await;
        let at_last = at(&new, || after(10 * 60 - 1));
        at_last.post("/terug/verder", &[]).await.is(303);
        at_last.get("/ik").await.is(200).shows("Selma");
    })
    .await;
}

#[tokio::test]
async fn a_group_of_two_is_helped_by_the_municipality_which_hears_no_name() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let (ineke, daan) = (wilma.another(), wilma.another());
        ineke.comes_in_as("manager").await;
        daan.comes_in_as("privacy-officer").await;
        let new = wilma.another();
        let code = asks(&new).await;
        let ferdi = listed(&wilma, "Ferdi").await;
        says(&ineke, "", &code).await.is(422).shows("een collega van die persoon");
        says(&wilma, &ferdi, &code).await.is(303);
        daan.get(HELP).await.is(200).hides("Ineke").hides("Ferdi");
        says(&daan, "", &code).await.is(422).shows("van een andere partij");
        let page = says(&ineke, "", &code).await;
        page.is(303).hides("Ferdi");
        new.post("/terug/verder", &[]).await.is(303);
        new.get("/ik").await.is(200).shows("Ferdi");
        // For one of the municipality itself: nobody else than Daan is left, and one is not two.
        let code = asks(&wilma.another()).await;
        let inekes = listed(&ineke, "Daan").await;
        says(&ineke, &inekes, &code).await.is(303);
        says(&ineke, &inekes, &code).await.is(422).shows("U heeft al bevestigd");
        says(&wilma, "", &code).await.is(422).shows("van een andere partij");
        // Ineke helps in the group as well: the group must not become the municipality by way of her.
        let invitation = a_code(&wilma, "volunteer").await;
        ineke.post(&invitation, &[]).await.is(303);
        ineke.submit(&format!("{invitation}/ja"), &[]).await.is(303);
        let code = asks(&wilma.another()).await;
        let hers = listed(&wilma, "Ineke").await;
        says(&wilma, &hers, &code).await.is(422).shows("werkt ook voor de gemeente");
    })
    .await;
}

#[tokio::test]
async fn who_came_back_has_a_day_to_make_a_key_and_a_code_is_forgotten_after_two() {
    in_oosterwaard(async |visitor: Visitor| {
        let Group { wilma, ferdi, phone, .. } = group(visitor).await;
        let db = wilma.db.clone();
        let new = wilma.another();
        let code = asks(&new).await;
        let who = listed(&ferdi, "Selma").await;
        says(&ferdi, &who, &code).await.is(303);
        says(&wilma, &who, &code).await.is(303);
        new.post("/terug/verder", &[]).await.is(303);
        drop(phone);
        crate::forgetting::for_real(&db).await;
        // She has been here for a year.
        db.write("update people_person set created_at = $2 where municipality_id = $1 and name = $3")
            .bind(9901)
            .bind(THEN.minus(Duration::from_secs(365 * 24 * 60 * 60)))
            .bind("Selma")
            .execute()
            .await
            .unwrap();
        crate::forgetting::forgets(&db, "member", after(24 * 60 * 60 - 1)).await;
        assert_eq!(crate::forgetting::counted(&db, "Selma").await, 1);
        crate::forgetting::forgets(&db, "member", after(24 * 60 * 60)).await;
        assert_eq!(crate::forgetting::counted(&db, "Selma").await, 0);
        // And a code nobody used goes after two days.
        asks(&wilma.another()).await;
        let two = 2 * 24 * 60 * 60;
        let left = async || -> i64 {
            db.read("select count(*) from people_recovery where municipality_id = $1")
                .bind(9901)
                .scalar()
                .await
                .unwrap()
        };
        crate::forgetting::forgets(&db, "recovery", after(two - 1)).await;
        assert_eq!(left().await, 1);
        crate::forgetting::forgets(&db, "recovery", after(two)).await;
        assert_eq!(left().await, 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_ends_selmas_place_ends_her_way_back_too() {
    in_oosterwaard(async |visitor: Visitor| {
        let Group { wilma, ferdi, .. } = group(visitor).await;
        let new = wilma.another();
        let code = asks(&new).await;
        let who = listed(&ferdi, "Selma").await;
        says(&ferdi, &who, &code).await.is(303);
        says(&wilma, &who, &code).await.is(303);
        let people = format!("{}/mensen", own_party(&wilma).await);
        wilma.submit(&format!("{people}/{who}/weg"), &[]).await.is(303);
        new.post("/terug/verder", &[]).await.is(410).shows("geen code gevraagd");
        new.get("/ik").await.is(403);
    })
    .await;
}
