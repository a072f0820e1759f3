//! A profile stays true by itself: its party is asked by mail, answers with one tap, and what nobody confirms disappears.

use std::path::Path;
use std::time::Duration;

use directory::alive;
use directory::alive::post::{Done, Office};
use directory::confirmation::Confirmation;
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::offer::opening::Opening;
use directory::party::{Email, Phone, Sphere};
use directory::wording::Line;
use ground::db::Db;
use ground::db::testing::{self, THEN};
use ground::mail::{Post, Sender};
use ground::moment::Moment;
use samenspel::settings::Settings;

use crate::lines::{Reader, by_link, id_of};
use crate::neighbourhood::{Visitor, settings};
use crate::people::GROUP;

pub const DAY: Duration = Duration::from_secs(86_400);

/// The neighbourhood, its letters, and somebody with a browser.
pub struct Story {
    pub visitor: Visitor,
    pub db: Db,
    pub office: Office,
    pub folder: tempfile::TempDir,
    pub settings: Settings,
}

impl Story {
    /// Tells it on each engine, in a neighbourhood that `settle` filled.
    pub async fn tell(settle: impl Fn(&mut Neighbourhood), story: impl AsyncFn(Story)) {
        for fresh in testing::each(migrations::ALL).await {
            let mut here = Neighbourhood::new(THEN);
            settle(&mut here);
            here.settle(&fresh.db).await;
            samenspel::demo::people::let_in(&fresh.db, HERE, THEN).await.unwrap();
            let folder = tempfile::tempdir().unwrap();
            let sender = Sender::parse("Sociale kaart <kaart@oosterwaard.voorbeeld>").unwrap();
            let post = Post::Folder(folder.path().join("post"), sender);
            let settings = Settings { post, data: folder.path().join("data"), ..settings() };
            story(Story {
                visitor: Visitor::new(settings.clone(), fresh.db.clone()),
                db: fresh.db.clone(),
                office: samenspel::serve::office(&settings),
                folder,
                settings,
            })
            .await;
        }
    }

    pub async fn round(&self, now: Moment) -> Done {
        self.office.round(&self.db, now).await.unwrap()
    }

    /// All letters, by the moment they were written.
    pub fn letters(&self) -> Vec<String> {
        letters(&self.folder.path().join("post"))
    }

    /// The link with this answer in the last letter to this address.
    pub fn link(&self, to: &str, answer: &str) -> String {
        let letters = self.letters();
        let letter = letters.iter().rev().find(|letter| letter.contains(&format!("To: {to}\r\n"))).unwrap();
        let line = letter.lines().find(|line| line.starts_with("http://") && line.ends_with(answer)).unwrap();
        line.strip_prefix("http://localhost:8080").unwrap().to_owned()
    }

    pub async fn asked(&self, to: &str, answer: &str) -> String {
        self.round(THEN).await;
        self.link(to, answer)
    }
}

fn letters(folder: &Path) -> Vec<String> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

pub fn ago(days: u32) -> Confirmation {
    Confirmation { at: THEN.minus(DAY * days), by: Line::parse("de coördinator").unwrap() }
}

/// De Linde, with letters read on Wednesdays; confirmed two hundred days ago, so it ages.
pub fn linde(here: &mut Neighbourhood) {
    let linde = here.party("De Linde", Sphere::Informal, |party| {
        party.confirmed = Some(ago(200));
        party.role.email = Email::parse("linde@oosterwaard.voorbeeld").unwrap();
        party.role.phone = Phone::parse("088 000 01 23").unwrap();
        party.languages = directory::language::Languages::parse(["nl", "ar", "tr"]).unwrap();
    });
    here.place(linde, 0, "Lindeplein");
    here.contact(linde, "coördinator", Some("Fatma Yıldız"));
    here.offer(linde, "Samen brieven lezen", &["papieren"], |offer| {
        offer.confirmed = Some(ago(200));
        offer.opening = Opening::parse(["we 09:00-15:00"]).unwrap();
    });
}

pub fn fresh(here: &mut Neighbourhood) {
    here.party("Repaircafé", Sphere::Informal, |party| {
        party.role.email = Email::parse("repair@oosterwaard.voorbeeld").unwrap();
    });
}

pub const TO: &str = "linde@oosterwaard.voorbeeld";

pub async fn party_path(story: &Story, name: &str) -> String {
    let id: ground::id::Id<directory::party::Party> = story
        .db
        .read("select id from directory_party where municipality_id = $1 and name = $2")
        .bind(HERE)
        .bind(name)
        .scalar()
        .await
        .unwrap();
    format!("/partij/{id}")
}

#[tokio::test]
async fn a_party_that_ages_gets_one_mail_in_its_own_languages_that_says_nothing_of_residents() {
    let settle = |here: &mut Neighbourhood| {
        linde(here);
        fresh(here);
    };
    Story::tell(settle, async |story: Story| {
        assert_eq!(story.round(THEN).await, Done { sent: 1, ..Done::default() });
        let letters = story.letters();
        assert_eq!(letters.len(), 1, "the fresh one is left alone");
        for words in [
            "De Linde: klopt het nog?",
            "Beste mensen van De Linde,",
            "Klopt nog:\r\nhttp://localhost:8080/antwoord/",
            "Is veranderd:\r\n",
            "Haal ons weg:\r\n",
            "ما زال صحيحًا:\r\n",
            "dir=\"rtl\"",
        ] {
            assert!(letters[0].contains(words), "{words} is not in {}", letters[0]);
        }
        for never in ["Fatma", "<img", "src=", "https://", "088 000"] {
            assert!(!letters[0].contains(never), "{never}");
        }
    })
    .await;
}

#[tokio::test]
async fn one_tap_keeps_a_profile_and_a_mail_program_that_opens_links_changes_nothing() {
    Story::tell(linde, async |story: Story| {
        let link = story.asked(TO, "/klopt").await;
        let party = party_path(&story, "De Linde").await;
        for path in [&link, &link, &story.link(TO, "/weg"), &story.link(TO, "/veranderd")] {
            let page = story.visitor.get(path).await;
            assert_eq!(page.is(200).header("cache-control"), "no-store");
        }
        story.visitor.get(&party).await.is(200).hides("door de partij zelf");
        story.visitor.get(&link).await.shows("Klopt het nog wat er staat over").shows("Samen brieven lezen");
        let given = story.visitor.post(&link, &[]).await;
        let thanks = given.is(303).header("location").to_owned();
        story.visitor.get(&thanks).await.is(200).shows("Dank u wel");
        let shown = story.visitor.get(&party).await;
        shown.is(200).shows("Nagekeken op").shows("de partij zelf").hides("lang niet");
        let offers: i64 = story
            .db
            .read("select count(*) from directory_offer where municipality_id = $1 and confirmed_by = $2")
            .bind(HERE)
            .bind(alive::answer::BY_THE_PARTY)
            .scalar()
            .await
            .unwrap();
        assert_eq!(offers, 1);
        // Used: it says so, and does nothing more.
        story.visitor.get(&link).await.is(410).shows("al gebruikt").shows("Klopt nog");
        story.visitor.post(&link, &[]).await.is(303);
        story.visitor.post(&story.link(TO, "/weg"), &[]).await.is(410).shows("al gebruikt");
        story.visitor.get(&party).await.is(200);
    })
    .await;
}

#[tokio::test]
async fn a_forged_link_and_one_that_never_was_look_the_same_and_an_old_one_says_that_it_is_old() {
    Story::tell(linde, async |story: Story| {
        let link = story.asked(TO, "/klopt").await;
        let token = link.split('/').nth(2).unwrap();
        let other = token.replace(['0', '1'], "7");
        let mut pages = Vec::new();
        for forged in [other.as_str(), "x", "%ff", &"0".repeat(64), &"a".repeat(20_000)] {
            for answer in ["klopt", "veranderd", "weg", "bedankt"] {
                let path = format!("/antwoord/{forged}/{answer}");
                let page = story.visitor.get(&path).await;
                if page.status == 404 {
                    pages.push(page.body.replace(forged, "…"));
                }
                assert!([404, 400, 414].contains(&page.status.as_u16()), "{path}: {}", page.status);
            }
            let posted = story.visitor.post(&format!("/antwoord/{forged}/weg"), &[]).await;
            assert!(posted.status.is_client_error());
        }
        assert!(pages.iter().all(|page| page.contains("Deze link kennen wij niet")));
        // Somebody was called meanwhile, so the mail no longer counts.
        story.visitor.sign_in().await;
        let id = party_path(&story, "De Linde").await.replace("/partij/", "");
        story.visitor.submit(&format!("/beheer/veroudering/{id}/klopt"), &[]).await.is(303);
        story.visitor.get(&link).await.is(410).shows("Deze link werkt niet meer");
        story.visitor.post(&link, &[]).await.is(410);
    })
    .await;
}

#[tokio::test]
async fn a_party_changes_its_own_words_and_a_fault_keeps_what_was_typed() {
    Story::tell(linde, async |story: Story| {
        let link = story.asked(TO, "/veranderd").await;
        let form = story.visitor.get(&link).await;
        let seen = form.is(200).shows("wo 09:00-15:00").after("name=\"seen\" value=\"");
        let offer = form.after("name=\"o-").replace("-seen", "");
        let of_offer = |name: &str| format!("o-{offer}-{name}");
        let offer_seen = form.after(&format!("name=\"{}\" value=\"", of_offer("seen")));
        let (hours, name, o_seen) = (of_offer("opening"), of_offer("name"), of_offer("seen"));
        let wrong = [
            ("seen", seen.as_str()),
            ("name", "De Nieuwe Linde"),
            ("role_phone", "bel Fatma"),
            ("capacity", "few"),
            (&o_seen, &offer_seen),
            (&name, "Brieven"),
            (&hours, "soms"),
        ];
        let again = story.visitor.post(&link, &wrong).await;
        again
            .is(422)
            .shows("value=\"bel Fatma\"")
            .shows("De Nieuwe Linde")
            .shows("soms")
            .shows("#role_phone");
        again.shows(&format!("#{hours}")).shows("aria-invalid=\"true\"");
        let party = party_path(&story, "De Linde").await;
        story.visitor.get(&party).await.hides("De Nieuwe Linde");
        let mut right = wrong.to_vec();
        right[2].1 = "088 000 09 99";
        right[6].1 = "di 10.00-12.00";
        // What is not in this form cannot be changed by it.
        right.push(("sphere", "formal"));
        right.push(("confirmed_by", "de burgemeester"));
        let mut trail = Reader::new(&story.db).await;
        story.visitor.post(&link, &right).await.is(303);
        trail.tells(&[by_link("party.answer", "party").which(id_of(&party))]).await;
        let page = story.visitor.get(&party).await;
        page.is(200).shows("De Nieuwe Linde").shows("088 000 09 99").shows("Brieven").shows("de partij zelf");
        page.hides("burgemeester");
        story.visitor.get(&link).await.is(410);
    })
    .await;
}

#[tokio::test]
async fn who_saves_after_the_operator_is_told_so_and_loses_nothing() {
    Story::tell(linde, async |story: Story| {
        let link = story.asked(TO, "/veranderd").await;
        let seen = story.visitor.get(&link).await.after("name=\"seen\" value=\"");
        story.visitor.sign_in().await;
        let desk = story.visitor.desk_of("De Linde").await;
        story.visitor.submit(&format!("{desk}/plek"), &[("capacity", "closed")]).await.is(303);
        let typed = [("seen", seen.as_str()), ("name", "De Linde aan Zee")];
        let again = story.visitor.post(&link, &typed).await;
        again.is(422).shows("De Linde aan Zee").shows("Iemand anders");
        let now = again.after("name=\"seen\" value=\"");
        story.visitor.post(&link, &[("seen", &now), ("name", "De Linde aan Zee")]).await.is(303);
    })
    .await;
}

#[tokio::test]
async fn who_takes_itself_off_is_gone_everywhere_and_may_come_back_for_a_week() {
    Story::tell(linde, async |story: Story| {
        let link = story.asked(TO, "/weg").await;
        let party = party_path(&story, "De Linde").await;
        let before = story.visitor.get(&party).await.body;
        let file = story.visitor.get("/open/hsds.json").await;
        let tag = file.is(200).shows("De Linde").header("etag").to_owned();
        story.visitor.get_asking("/open/hsds.json", "if-none-match", &tag).await.is(304);
        story.visitor.get(&link).await.is(200).shows("van de kaart halen?");
        let gone = story.visitor.post(&link, &[]).await;
        let thanks = gone.is(303).header("location").to_owned();
        story
            .visitor
            .get(&thanks)
            .await
            .is(200)
            .shows("U staat niet meer op de kaart")
            .shows("Zet ons terug");
        story.visitor.get(&party).await.is(404);
        for path in [
            "/",
            "/wie",
            "/zoek?q=linde",
            "/hsds/organizations",
            "/hsds/services",
            "/kaart",
            "/buurten",
            "/buurt/BU99010101",
            "/open/hsds.json",
        ] {
            story.visitor.get(path).await.is(200).hides("De Linde").hides("Lindeplein");
        }
        story.visitor.get_asking("/open/hsds.json", "if-none-match", &tag).await.is(200);
        story.visitor.post(&link.replace("/weg", "/terug"), &[]).await.is(303);
        story.visitor.get(&thanks).await.is(200).shows("U staat weer op de kaart");
        let after = story.visitor.get(&party).await;
        assert_eq!(after.is(200).body, before, "all of it is back as it was");
        // It stays back: the link was used.
        story.visitor.post(&link, &[]).await.is(303);
        story.visitor.get(&party).await.is(200);
    })
    .await;
}

#[tokio::test]
async fn wilma_taps_the_link_while_she_is_signed_in_and_is_then_led_to_the_profile_of_her_group() {
    let settle = |here: &mut Neighbourhood| {
        here.party(GROUP, Sphere::Informal, |party| {
            party.confirmed = Some(ago(200));
            party.role.email = Email::parse(TO).unwrap();
        });
    };
    Story::tell(settle, async |story: Story| {
        let link = story.asked(TO, "/klopt").await;
        let (stranger, wilma, manager) = (&story.visitor, story.visitor.another(), story.visitor.another());
        wilma.comes_in_as("coordinator").await;
        manager.sign_in().await;
        // Signed in or not, the link opens the same pages.
        for somebody in [stranger, &wilma, &manager] {
            somebody.get(&link).await.is(200).shows("Klopt het nog wat er staat over");
            somebody.get(&story.link(TO, "/veranderd")).await.is(200).shows("Wat is er veranderd bij");
            somebody.get(&story.link(TO, "/weg")).await.is(200).shows("van de kaart halen?");
        }
        let thanks = wilma.post(&link, &[]).await.is(303).header("location").to_owned();
        let desk = party_path(&story, GROUP).await.replace("/partij/", "/beheer/partij/");
        let led = wilma.get(&thanks).await;
        led.is(200).shows("Dank u wel").shows("Werk uw gegevens bij").shows(&format!("href=\"{desk}\""));
        wilma.get(&desk).await.is(200).shows(GROUP);
        for other in [stranger, &manager] {
            other.get(&thanks).await.is(200).shows("Dank u wel").hides("Werk uw gegevens bij").hides(&desk);
        }
        wilma.get(&link).await.is(410).shows("al gebruikt");
        wilma.post(&link, &[]).await.is(303);
    })
    .await;
}
