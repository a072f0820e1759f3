//! One letter a day says that something waits, and nothing else; one tap ends it.

use std::path::Path;
use std::time::Duration;

use directory::neighbourhood::HERE;
use ground::db::testing::THEN;
use ground::mail::{Post, Sender};
use ground::moment::Moment;
use samenspel::serve::House;
use today::mail::round::{Done, LONGEST};

use crate::asks::{ask, step};
use crate::lines::{Reader, by_link, person};
use crate::neighbourhood::{Visitor, in_oosterwaard, settings, then};
use crate::people::own_party;
use crate::taken_off::leaves;

const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(24 * 3600);
const QUESTION: &str = "Wie kan meekijken met iemand die veel brieven over schulden krijgt?";
const ADDRESS: &str = "karim@buurtvaders.voorbeeld";

/// Oosterwaard with a folder for its letters, and the guide and the professional in a browser of their own.
struct Story {
    guide: Visitor,
    professional: Visitor,
    house: House,
    folder: tempfile::TempDir,
}

impl Story {
    async fn tell(story: impl AsyncFn(Self)) {
        in_oosterwaard(async |visitor: Visitor| {
            let folder = tempfile::tempdir().unwrap();
            let sender = Sender::parse("Samenspel <post@oosterwaard.voorbeeld>").unwrap();
            let post = Post::Folder(folder.path().join("post"), sender);
            let settings = samenspel::settings::Settings { post, ..settings() };
            let house = House::new(settings.clone(), visitor.db.clone(), then).unwrap();
            let (guide, professional) = (
                Visitor::new(settings.clone(), visitor.db.clone()),
                Visitor::new(settings.clone(), visitor.db.clone()),
            );
            guide.comes_in_as("guide").await;
            professional.comes_in_as("professional").await;
            story(Self { guide, professional, house, folder }).await;
        })
        .await;
    }

    async fn round(&self, now: Moment) -> Done {
        self.house.today().mail_round(now, LONGEST).await.unwrap()
    }

    fn letters(&self) -> Vec<String> {
        letters(&self.folder.path().join("post"))
    }

    /// The guide gives an address, and follows the link in the first letter.
    async fn wants_letters(&self) -> String {
        self.guide.submit("/ik/mail", &OFFICE).await.is(303);
        let letter = self.letters().pop().unwrap();
        let link = link(&letter);
        self.guide.get(&link).await.is(200).shows("Ja, mail mij");
        self.guide.another().send_form(&link, &[("doe", "aan")]).await.is(200);
        link
    }

    /// The guide wants letters at this address from now on, and follows the link that asks.
    async fn wants_letters_at(&self, address: &'static str) {
        let fields = [("adres", address), ("van", "9"), ("tot", "24")];
        self.guide.submit("/ik/mail", &fields).await.is(303);
        let found =
            self.guide.db.read("select link from today_mail where municipality_id = $1 and address = $2");
        let link: String = found.bind(HERE).bind(address).scalar().await.unwrap();
        self.guide.another().send_form(&format!("/mail/{link}"), &[("doe", "aan")]).await.is(200);
    }

    /// The team asks the fathers something, so that the ball is with the guide.
    async fn team_asks(&self) -> String {
        let found =
            self.guide.db.read("select id from directory_party where municipality_id = $1 and name = $2");
        let fathers: ground::id::Id<directory::party::Party> =
            found.bind(HERE).bind("Buurtvaders De Boogerd").scalar().await.unwrap();
        let fathers = fathers.to_string();
        let fields =
            [("aan", fathers.as_str()), ("tekst", QUESTION), ("onderwerp", "schulden"), ("taal", "nl")];
        let sent = self.professional.submit("/vraag/nieuw", &fields).await;
        sent.is(303).header("location").trim_end_matches("?gedaan=gesteld").to_owned()
    }
}

const OFFICE: [(&str, &str); 3] = [("adres", ADDRESS), ("van", "9"), ("tot", "18")];

/// All letters in a folder, by the moment they were written.
pub(crate) fn letters(folder: &Path) -> Vec<String> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

pub(crate) fn link(letter: &str) -> String {
    let line = letter.lines().find(|line| line.contains("/mail/")).unwrap();
    let at = line.find("/mail/").unwrap();
    line[at..].chars().take_while(|one| one.is_ascii_alphanumeric() || *one == '/').collect()
}

#[tokio::test]
async fn starting_and_stopping_by_a_link_are_lines_about_the_guide_and_pressing_once_more_is_none() {
    Story::tell(async |story| {
        story.guide.submit("/ik/mail", &OFFICE).await.is(303);
        let link = link(&story.letters().pop().unwrap());
        let (telephone, karim) = (story.guide.another(), person(&story.guide.db, "Karim").await);
        let mut trail = Reader::new(&story.guide.db).await;
        telephone.get(&link).await.is(200);
        trail.none("opening the link").await;
        for (what, changes) in [("aan", true), ("aan", false), ("uit", true)] {
            telephone.send_form(&link, &[("doe", what)]).await.is(200);
            match changes {
                true => trail.tells(&[by_link("today.mail-link", "person").about(karim)]).await,
                false => trail.none("pressed twice").await,
            }
        }
        story.guide.get("/ik/wie-keek").await.is(200).shows("zette de mail van Samenspel aan of uit");
    })
    .await;
}

#[tokio::test]
async fn a_guide_hears_once_a_day_that_something_waits_and_not_from_whom_or_what() {
    Story::tell(async |story| {
        story.wants_letters().await;
        assert_eq!(story.round(THEN.plus(HOUR)).await, Done::default(), "nothing waits yet");
        story.team_asks().await;
        assert_eq!(story.round(THEN.plus(HOUR)).await, Done { sent: 1, not_gone: 0 });
        let letter = story.letters().pop().unwrap();
        assert!(
            letter.contains("/vandaag")
                && letter.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
        );
        for secret in ["schulden", "Boogerd", "Wijkteam", "Karim", "Joris", "brieven", "/vraag/"] {
            assert!(!letter.contains(secret), "{secret} stands in {letter}");
        }
        assert_eq!(story.round(THEN.plus(HOUR * 2)).await, Done::default(), "one a day");
        assert_eq!(story.round(THEN.plus(DAY)).await, Done::default(), "nothing new waits");
        // Half of the five working days has passed on Friday.
        assert_eq!(story.round(THEN.plus(DAY * 3)).await, Done { sent: 1, not_gone: 0 });
    })
    .await;
}

#[tokio::test]
async fn another_address_and_beginning_anew_bring_no_second_letter_on_the_same_day() {
    Story::tell(async |story| {
        story.wants_letters_at(ADDRESS).await;
        story.team_asks().await;
        assert_eq!(story.round(THEN.plus(HOUR)).await.sent, 1);
        story.wants_letters_at("karim@thuis.voorbeeld").await;
        assert_eq!(story.round(THEN.plus(HOUR * 2)).await, Done::default(), "another address");
        story.guide.submit("/ik/mail/stop", &[]).await.is(303);
        story.guide.get("/ik/mail").await.is(200).hides("karim@thuis.voorbeeld");
        let kept: Vec<(String, String)> =
            story.guide.db.read("select address, link from today_mail").all().await.unwrap();
        assert_eq!(kept, [(String::new(), String::new())], "that one went, and no more");
        story.wants_letters_at(ADDRESS).await;
        assert_eq!(story.round(THEN.plus(HOUR * 3)).await, Done::default(), "stopped, and begun anew");
        let found = story.guide.db.read("select link from today_mail").scalar::<String>().await.unwrap();
        let link = format!("/mail/{found}");
        story.guide.another().send_form(&link, &[("doe", "uit")]).await.is(200);
        story.guide.get(&link).await.is(404).shows("Deze link werkt niet meer");
        story.wants_letters_at(ADDRESS).await;
        assert_eq!(story.round(THEN.plus(HOUR * 4)).await, Done::default(), "stopped by the link");
        assert_eq!(story.round(THEN.plus(DAY * 3)).await.sent, 1, "another day is another letter");
    })
    .await;
}

#[tokio::test]
async fn a_guide_hears_that_whoever_took_up_a_question_left_the_map_and_not_that_it_was_given_back() {
    Story::tell(async |story| {
        let Story { guide, .. } = &story;
        story.wants_letters().await;
        let coordinator = guide.another();
        coordinator.comes_in_as("coordinator").await;
        let at = ask(guide, "buurt", QUESTION).await;
        for (door, what) in [("oppakken", "take"), ("antwoord", "give-back"), ("oppakken", "take")] {
            step(&coordinator, &at, door, what, "").await.is(303);
            assert_eq!(story.round(THEN.plus(HOUR)).await, Done::default(), "{what} is for the list");
        }
        leaves(&coordinator, &own_party(&coordinator).await).await;
        assert_eq!(story.round(THEN.plus(HOUR)).await, Done { sent: 1, not_gone: 0 });
    })
    .await;
}

#[tokio::test]
async fn a_round_whose_time_is_up_leaves_the_rest_to_the_next_one() {
    Story::tell(async |story| {
        story.wants_letters().await;
        story.team_asks().await;
        let now = THEN.plus(HOUR);
        let done = story.house.today().mail_round(now, Duration::ZERO).await.unwrap();
        assert_eq!(
            (done, story.letters().len()),
            (Done::default(), 1),
            "only the one that asks for the address"
        );
        assert_eq!(
            story.round(now.plus(HOUR)).await,
            Done { sent: 1, not_gone: 0 },
            "nobody was passed over"
        );
    })
    .await;
}

#[tokio::test]
async fn two_servers_and_a_restart_send_one_letter() {
    Story::tell(async |story| {
        story.wants_letters().await;
        story.team_asks().await;
        let (one, other) = (story.house.today(), story.house.today());
        let now = THEN.plus(HOUR);
        let (one, other) = tokio::join!(one.mail_round(now, LONGEST), other.mail_round(now, LONGEST));
        assert_eq!(one.unwrap().sent + other.unwrap().sent, 1);
        assert_eq!(story.letters().len(), 2, "the one that asks for the address, and this one");
    })
    .await;
}

#[tokio::test]
async fn it_is_quiet_at_night_and_the_letter_comes_in_the_morning() {
    Story::tell(async |story| {
        story.wants_letters().await;
        story.team_asks().await;
        assert_eq!(story.round(THEN.plus(HOUR * 6)).await, Done::default(), "nine in the evening");
        assert_eq!(story.round(THEN.plus(HOUR * 18)).await.sent, 1, "nine in the morning");
    })
    .await;
}

#[tokio::test]
async fn one_tap_in_the_mail_program_ends_it_and_a_link_that_is_over_says_so() {
    Story::tell(async |story| {
        let link = story.wants_letters().await;
        story.team_asks().await;
        // Mail programs open links by themselves: that changes nothing.
        story.guide.get(&link).await.is(200).shows("Stop met mailen");
        let program = story.guide.another();
        program.send_form(&link, &[("List-Unsubscribe", "One-Click")]).await.is(200);
        assert_eq!(story.round(THEN.plus(HOUR)).await, Done::default());
        for over in [link.as_str(), "/mail/vals", &format!("/mail/{}", "a".repeat(64))] {
            program.get(over).await.is(404).shows("Deze link werkt niet meer");
            program.send_form(over, &[("doe", "aan")]).await.is(404);
        }
        story.guide.get("/ik/mail").await.is(200).hides(ADDRESS);
    })
    .await;
}

#[tokio::test]
async fn an_address_that_nobody_confirmed_gets_nothing_more_and_wrong_input_says_what_to_do() {
    Story::tell(async |story| {
        for (field, value, says) in [
            ("adres", "", "Vul een e-mailadres in"),
            ("adres", "karim@@", "Vul een e-mailadres in"),
            ("tot", "9", "Kies een later uur"),
            ("van", "negen", "Kies een later uur"),
            ("tot", "99", "Kies een later uur"),
        ] {
            let fields = OFFICE.map(|(name, usual)| (name, if name == field { value } else { usual }));
            story.guide.submit("/ik/mail", &fields).await.is(422).shows(says);
        }
        let asked = story.guide.submit("/ik/mail", &OFFICE).await;
        // Said once, also when the page is there again later.
        for path in [asked.is(303).header("location"), "/ik/mail"] {
            let page = story.guide.get(path).await;
            page.shows(ADDRESS);
            assert_eq!(page.body.matches("Tik op de link daarin").count(), 1, "{path}");
        }
        story.team_asks().await;
        assert_eq!(story.round(THEN.plus(HOUR)).await, Done::default());
        // Somebody else never sees it, and stopping takes it away.
        story.professional.get("/ik/mail").await.is(200).hides(ADDRESS);
        story.guide.submit("/ik/mail/stop", &[]).await.is(303);
        story.guide.get("/ik/mail").await.hides(ADDRESS);
    })
    .await;
}

#[tokio::test]
async fn nobody_fills_the_mailbox_of_somebody_else_with_letters_that_ask() {
    Story::tell(async |story: Story| {
        let to = |address| [("adres", address), ("van", "9"), ("tot", "17")];
        for _ in 0..3 {
            story.guide.submit("/ik/mail", &to("buur@voorbeeld.nl")).await.is(303);
        }
        let often = story.guide.submit("/ik/mail", &to("Buur@voorbeeld.nl")).await;
        often.is(422).shows("al een paar keer een mail").shows("value=\"Buur@voorbeeld.nl\"");
        often.hides("Tik op de link daarin");
        // Who ends it and begins again gets no new turns, nor does a colleague for the same address.
        story.guide.submit("/ik/mail/stop", &[]).await.is(303);
        story.guide.submit("/ik/mail", &to("buur@voorbeeld.nl")).await.is(422);
        assert_eq!(story.letters().len(), 3);
        story.guide.submit("/ik/mail", &to("karim@buurtvaders.voorbeeld")).await.is(303);
    })
    .await;
}
