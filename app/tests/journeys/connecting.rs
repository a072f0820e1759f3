//! The municipality's account is Mirjam's key: she connects it, comes in with it, takes it away; others stay outside.

use std::cell::RefCell;
use std::sync::LazyLock;
use std::time::Duration;

use ground::db::testing::THEN;
use ground::moment::Moment;

use crate::accounts::THERE;
use crate::authenticator::Phone;
use crate::canary::{LOG, kept};
use crate::elsewhere::{CODE, HERS, MAIL, NAME, Town, outside};
use crate::lines::{Reader, person};
use crate::neighbourhood::{Visitor, in_oosterwaard, then};
use crate::passkeys::{makes, shows};
use crate::recovery::{Group, after, group};

const UNKNOWN: &str = "Uw account is goed, maar wij kennen u hier nog niet.";
const TWO_HOURS: u64 = 2 * 60 * 60;

fn slow() -> Moment {
    THEN.minus(Duration::from_secs(TWO_HOURS))
}

fn fast() -> Moment {
    after(TWO_HOURS)
}

#[tokio::test]
async fn mirjam_connects_her_account_instead_of_a_key_and_comes_back_in_with_it() {
    Town::tell(async |town: Town| {
        let mirjam = town.newcomer().await;
        let page = mirjam.get("/ik").await;
        page.is(200).shows("Maak nu een sleutel").shows("dan is dat uw sleutel").shows("Koppel ");
        page.shows(&format!("href=\"{THERE}\""));
        let by_link = mirjam.cookies.borrow().clone();
        let (mut trail, hers) = (Reader::new(town.db()).await, person(town.db(), "Mirjam").await);
        assert_eq!(town.signs_in(&mirjam, HERS).await.is(303).header("location"), "/vandaag");
        trail.tells(&[hers.did_coming_in("account.add", "person").about(hers)]).await;
        mirjam.get("/vandaag").await.is(200);
        let page = mirjam.get("/ik").await;
        page.is(200).shows("Mirjam").shows("Uw account is gekoppeld").shows("met een account");
        page.hides("Maak nu een sleutel").hides(NAME).hides(MAIL).hides(HERS);
        // The session that the link opened is over.
        let with_account = mirjam.cookies.replace(by_link);
        mirjam.get("/ik").await.is(403);
        *mirjam.cookies.borrow_mut() = with_account;
        mirjam.submit("/afmelden", &[]).await.is(303);
        outside(&mirjam).await;
        mirjam.get("/aanmelden").await.is(200).shows("Aanmelden met").shows(&format!("href=\"{THERE}\""));
        let mut trail = Reader::new(town.db()).await;
        assert_eq!(town.signs_in(&mirjam, HERS).await.is(303).header("location"), "/vandaag");
        trail.tells(&[hers.did_coming_in("session.open", "session").about(hers)]).await;
        mirjam.get("/vandaag").await.is(200);
        assert!(!mirjam.cookies.borrow().contains_key("aanmelden"));
        let looked = mirjam.get("/ik/wie-keek").await;
        looked.is(200).shows("koppelde een account").shows("meldde zich aan");
        // Once more while she is in: the same account, still one.
        town.signs_in(&mirjam, HERS).await.is(303);
        assert_eq!(town.accounts().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_account_that_nobody_knows_here_hears_so_and_comes_in_after_an_invitation() {
    Town::tell(async |town: Town| {
        let stranger = town.visitor.another();
        let mut trail = Reader::new(town.db()).await;
        let no = town.signs_in(&stranger, HERS).await;
        no.is(403).shows(UNKNOWN).shows("Vraag uw coördinator of de gemeente om een uitnodiging");
        no.shows("href=\"/aanmelden\"").shows(&format!("href=\"{THERE}\"")).hides(NAME).hides(HERS);
        assert_eq!(no.header("cache-control"), "no-store");
        trail.none("an account of nobody").await;
        outside(&stranger).await;
        assert!(town.accounts().await.is_empty());
        // The way forward.
        town.connected().await;
        town.signs_in(&stranger, HERS).await.is(303);
        stranger.get("/ik").await.is(200).shows("Mirjam");
    })
    .await;
}

#[tokio::test]
async fn an_account_that_is_mirjams_becomes_nobody_elses() {
    Town::tell(async |town: Town| {
        town.connected().await;
        let before = town.accounts().await;
        let wilma = town.visitor.another();
        wilma.comes_in_as("coordinator").await;
        let mut trail = Reader::new(town.db()).await;
        let no = town.signs_in(&wilma, HERS).await;
        no.is(409).shows("Dit account hoort al bij iemand anders").shows("Meld u eerst af");
        no.hides("Mirjam").hides(NAME);
        trail.none("an account of somebody else").await;
        assert_eq!(town.accounts().await, before);
        assert!(!wilma.cookies.borrow().contains_key("aanmelden"));
        // She is who she was.
        wilma.get("/ik").await.is(200).shows("Wilma").hides("Uw account is gekoppeld");
        // An account of her own she may connect.
        town.signs_in(&wilma, "onderwerp-van-wilma").await.is(303);
        wilma.get("/ik").await.is(200).shows("Wilma").shows("Uw account is gekoppeld");
        // Signed out, as she was told, it opens to whose it is.
        wilma.submit("/afmelden", &[]).await.is(303);
        town.signs_in(&wilma, HERS).await.is(303);
        wilma.get("/ik").await.is(200).shows("Mirjam");
    })
    .await;
}

#[tokio::test]
async fn whatever_the_municipality_says_no_with_has_a_sentence_and_nobody_is_in() {
    Town::tell(async |town: Town| {
        town.connected().await;
        let mut trail = Reader::new(town.db()).await;
        for (said, sentence) in [
            ("error=access_denied&error_description=%3Cb%3Ekoekoek", "U heeft het aanmelden gestopt."),
            ("error=temporarily_unavailable", "De aanmelding van uw gemeente geeft geen antwoord."),
            ("error=login_required", "Het aanmelden bij uw gemeente is niet afgemaakt."),
            ("error=unmet_authentication_requirements", "zonder de tweede stap"),
            ("error=invalid_scope", "kent Samenspel niet, of niet goed"),
            ("code=een&code=twee", "Dit adres klopt niet"),
            ("code=een&iss=https%3A%2F%2Felders.example", "kwam van een andere aanmelding"),
        ] {
            let somebody = town.visitor.another();
            let away = town.goes(&somebody).await;
            let no = town.comes(&somebody, &format!("{said}&state={}", away.state)).await;
            no.is(422)
                .shows("Aanmelden lukte niet")
                .shows(sentence)
                .shows("Probeer opnieuw")
                .hides("koekoek");
            outside(&somebody).await;
        }
        // A state that fits no sign-in, and one that never was ours.
        let made_up = "ab".repeat(32);
        for (state, sentence) in
            [(made_up.as_str(), "Deze aanmelding kennen wij niet"), ("x", "Dit adres klopt niet")]
        {
            let somebody = town.visitor.another();
            town.goes(&somebody).await;
            let no = town.comes(&somebody, &format!("code={CODE}&state={state}")).await;
            no.is(422).shows(sentence).shows("Begin opnieuw met aanmelden");
            outside(&somebody).await;
        }
        let codes = town.hostile.asked("/token").len();
        assert_eq!(codes, 1, "only the code of who came in went to the municipality");
        trail.none("what came to nothing").await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_counts_once_in_the_browser_that_began_within_ten_minutes() {
    Town::tell(async |town: Town| {
        town.connected().await;
        let mut trail = Reader::new(town.db()).await;
        let (hers, other) = (town.visitor.another(), town.visitor.another());
        let away = town.goes(&hers).await;
        town.gives(&away, HERS);
        // Another browser, without a sign-in and with one of its own.
        town.comes(&other, &away.answer()).await.is(422).shows("in een andere browser");
        outside(&other).await;
        town.goes(&other).await;
        town.comes(&other, &away.answer()).await.is(422).shows("in een andere browser");
        outside(&other).await;
        trail.none("another browser").await;
        // Who began still comes in, and once.
        let began_in = hers.cookies.borrow().clone();
        town.comes(&hers, &away.answer()).await.is(303);
        hers.get("/ik").await.is(200).shows("Mirjam");
        trail.one("person", "session.open", "session").await;
        *other.cookies.borrow_mut() = began_in;
        town.comes(&other, &away.answer()).await.is(422).shows("Deze aanmelding is al gebruikt");
        outside(&other).await;
        // Long away.
        let away = town.goes(&other).await;
        town.gives(&away, HERS);
        let late = town.at(|| after(10 * 60));
        *late.cookies.borrow_mut() = other.cookies.borrow().clone();
        town.comes(&late, &away.answer()).await.is(422).shows("langer dan tien minuten");
        outside(&late).await;
        trail.none("twice, and late").await;
    })
    .await;
}

#[tokio::test]
async fn a_clock_of_ours_that_is_two_hours_off_has_a_sentence_of_its_own() {
    Town::tell(async |town: Town| {
        town.connected().await;
        let mut trail = Reader::new(town.db()).await;
        for (clock, sentence) in [
            (slow as fn() -> Moment, "in de toekomst gegeven"),
            (fast, "het antwoord van uw gemeente te oud"),
        ] {
            let somebody = town.at(clock);
            let no = town.signs_in(&somebody, HERS).await;
            no.is(422).shows("Volgens onze klok").shows(sentence);
            no.shows("dat de klok van de server misschien verkeerd staat").shows("Probeer opnieuw");
            outside(&somebody).await;
        }
        trail.none("a clock that is off").await;
        town.signs_in(&town.at(then), HERS).await.is(303);
    })
    .await;
}

#[tokio::test]
async fn the_only_way_in_stays_and_an_account_that_was_taken_away_opens_nothing() {
    Town::tell(async |town: Town| {
        let mirjam = town.connected().await;
        let away = town.goes_anew(&mirjam).await;
        town.gives_asked(&away, HERS, Some(THEN));
        town.comes(&mirjam, &away.answer()).await.is(303);
        let account = town.accounts().await.remove(0);
        let fields = [("account", account.as_str())];
        let page = mirjam.get("/ik").await;
        page.is(200).shows("Zonder dit account kunt u niet meer naar binnen").hides("Haal dit account weg");
        let mut trail = Reader::new(town.db()).await;
        let no = mirjam.submit("/ik/account/weg", &fields).await;
        no.is(409).shows("Zonder dit account kunt u niet meer naar binnen").shows("Maak eerst een sleutel");
        trail.none("the only way in").await;
        let (tablet, mut phone) = (town.visitor.another(), Phone::new());
        town.signs_in(&tablet, HERS).await.is(303);
        makes(&mirjam, &mut phone, "telefoon").await.is(200);
        let page = mirjam.get("/ik").await;
        page.is(200).shows("Haal dit account weg").hides("Zonder dit account kunt u niet meer naar binnen");
        assert_eq!(page.after("name=\"account\" value=\""), account);
        tablet.get("/ik").await.is(200).shows("met een account");
        let mut trail = Reader::new(town.db()).await;
        let gone = mirjam.submit("/ik/account/weg", &fields).await;
        assert_eq!(gone.is(303).header("location"), "/ik?gedaan=account-weg");
        let hers = person(town.db(), "Mirjam").await;
        trail.tells(&[hers.did("account.remove", "person").about(hers)]).await;
        mirjam.get("/ik?gedaan=account-weg").await.is(200).shows("Het account is weg");
        mirjam.get("/ik/wie-keek").await.is(200).shows("haalde een account weg");
        // What it had opened is shut, and it opens nothing more; the key does.
        outside_after(&tablet).await;
        town.signs_in(&tablet, HERS).await.is(403).shows(UNKNOWN);
        outside_after(&tablet).await;
        shows(&tablet, &phone, 0).await.is(200);
        tablet.get("/ik").await.is(200).shows("Mirjam");
    })
    .await;
}

#[tokio::test]
async fn who_has_an_account_and_a_key_takes_either_away_and_never_the_last() {
    in_oosterwaard(async |visitor: Visitor| {
        let Group { wilma, selma, phone, .. } = group(visitor).await;
        let db = wilma.db.clone();
        let connect = async |account: u8| {
            db.write(
                "insert into people_account (municipality_id, account_hash, person_id, created_at) \
                 select p.municipality_id, $2, p.id, $3 from people_person p \
                 where p.municipality_id = $1 and p.name = $4",
            )
            .bind(9901)
            .bind(vec![account; 32])
            .bind(THEN)
            .bind("Selma")
            .execute()
            .await
            .unwrap();
        };
        connect(0xA1).await;
        let account = "a1".repeat(32);
        let page = selma.get("/ik").await;
        page.is(200)
            .shows("Uw account is gekoppeld")
            .shows("Haal dit account weg")
            .shows("Haal deze sleutel weg");
        // Somebody else's is not there.
        wilma.submit("/ik/account/weg", &[("account", &account)]).await.is(404);
        let elsewhere = wilma.another();
        shows(&elsewhere, &phone, 0).await.is(200);
        selma.submit("/ik/account/weg", &[("account", &account)]).await.is(303);
        elsewhere.get("/ik").await.is(403);
        selma.submit("/ik/account/weg", &[("account", &account)]).await.is(404);
        selma.submit("/ik/account/weg", &[("account", "")]).await.is(404);
        selma.get("/ik/wie-keek").await.is(200).shows("haalde een account weg");
        // With an account the only key may go; then the account is the last way in, and stays.
        connect(0xA1).await;
        let key = selma.get("/ik").await.after("name=\"key\" value=\"");
        selma.submit("/ik/sleutel/weg", &[("key", &key)]).await.is(303);
        selma.get("/ik").await.is(200).shows("Zonder dit account kunt u niet").hides("Haal dit account weg");
        selma.submit("/ik/account/weg", &[("account", &account)]).await.is(409).shows("Zonder dit account");
        // Of two accounts one may go.
        connect(0xA2).await;
        selma.submit("/ik/account/weg", &[("account", &account)]).await.is(303);
        selma.submit("/ik/account/weg", &[("account", &"a2".repeat(32))]).await.is(409);
    })
    .await;
}

/// The session was ended from elsewhere: the cookie is still there, and opens nothing.
async fn outside_after(somebody: &Visitor) {
    somebody.get("/ik").await.is(403);
    somebody.get("/vandaag").await.is(403);
}

#[tokio::test]
async fn nothing_that_the_municipality_tells_of_mirjam_is_kept_or_logged() {
    LazyLock::force(&LOG);
    let told = RefCell::new(Vec::new());
    Town::tell(async |town: Town| {
        let stranger = town.visitor.another();
        town.signs_in(&stranger, HERS).await.is(403);
        let mirjam = town.connected().await;
        let away = town.goes(&mirjam).await;
        let cookie = mirjam.cookies.borrow()["aanmelden"].clone();
        town.gives(&away, HERS);
        town.comes(&mirjam, &away.answer()).await.is(303);
        town.comes(&town.visitor.another(), &away.answer()).await.is(422);
        let mut words = [HERS, NAME, MAIL, CODE, "toegang-geheim"].map(str::to_owned).to_vec();
        words.extend([away.state, away.nonce, cookie]);
        assert_eq!(kept(town.db(), &words).await, Vec::<String>::new());
        // What looks for it finds what is there.
        assert_ne!(kept(town.db(), &["Mirjam".to_owned()]).await, Vec::<String>::new());
        told.borrow_mut().extend(words);
    })
    .await;
    let log = LOG.text();
    assert!(log.contains("/aanmelden/account/klaar"), "nothing was logged, so nothing was tested");
    for word in told.into_inner() {
        let said: Vec<&str> = log.lines().filter(|line| line.contains(&word.to_lowercase())).collect();
        assert!(said.is_empty(), "{word}: {said:#?}");
    }
}
