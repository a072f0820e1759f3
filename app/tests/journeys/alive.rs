//! A profile stays true by itself: its party is asked by mail, answers with one tap, and what nobody confirms disappears.

use std::path::Path;
use std::time::Duration;

use access::Permit;
use directory::alive::post::{Done, Office};
use directory::alive::{self, bounce};
use directory::confirmation::Confirmation;
use directory::import::{self, Ask, Ended, Input, about::About};
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::offer::opening::Opening;
use directory::party::{Email, Phone, Sphere};
use directory::wording::{Line, Name};
use ground::db::Db;
use ground::db::testing::{self, THEN};
use ground::mail::{Post, Sender};
use ground::moment::Moment;
use samenspel::settings::Settings;

use crate::neighbourhood::{Visitor, settings};

const DAY: Duration = Duration::from_secs(86_400);

/// The neighbourhood, its letters, and somebody with a browser.
pub struct Story {
    pub visitor: Visitor,
    pub db: Db,
    pub office: Office,
    folder: tempfile::TempDir,
    settings: Settings,
}

impl Story {
    /// Tells it on each engine, in a neighbourhood that `settle` filled.
    pub async fn tell(settle: impl Fn(&mut Neighbourhood), story: impl AsyncFn(Story)) {
        for fresh in testing::each(migrations::ALL).await {
            let mut here = Neighbourhood::new(THEN);
            settle(&mut here);
            here.settle(&fresh.db).await;
            let folder = tempfile::tempdir().unwrap();
            let sender = Sender::parse("Sociale kaart <kaart@oosterwaard.voorbeeld>").unwrap();
            let post = Post::Folder(folder.path().join("post"), sender);
            let settings = Settings { post, ..settings() };
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

    async fn asked(&self, to: &str, answer: &str) -> String {
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

fn ago(days: u32) -> Confirmation {
    Confirmation { at: THEN.minus(DAY * days), by: Line::parse("de coördinator").unwrap() }
}

/// De Linde, with letters read on Wednesdays; confirmed two hundred days ago, so it ages.
fn linde(here: &mut Neighbourhood) {
    let linde = here.party("De Linde", Sphere::Informal, |party| {
        party.confirmed = Some(ago(200));
        party.role.email = Email::parse("linde@oosterwaard.voorbeeld").unwrap();
        party.role.phone = Phone::parse("088 000 01 23").unwrap();
        party.languages = directory::language::Languages::parse(["nl", "tr", "ar"]).unwrap();
    });
    here.place(linde, 0, "Lindeplein");
    here.contact(linde, "coördinator", Some("Fatma Yıldız"));
    here.offer(linde, "Samen brieven lezen", &["papieren"], |offer| {
        offer.confirmed = Some(ago(200));
        offer.opening = Opening::parse(["we 09:00-15:00"]).unwrap();
    });
}

fn fresh(here: &mut Neighbourhood) {
    here.party("Repaircafé", Sphere::Informal, |party| {
        party.role.email = Email::parse("repair@oosterwaard.voorbeeld").unwrap();
    });
}

const TO: &str = "linde@oosterwaard.voorbeeld";

async fn party_path(story: &Story, name: &str) -> String {
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
        story.visitor.post(&link, &right).await.is(303);
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
        for path in ["/", "/wie", "/wie?q=linde", "/kaart", "/buurten", "/buurt/BU99010101"] {
            story.visitor.get(path).await.is(200).hides("De Linde").hides("Lindeplein");
        }
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
async fn after_a_week_what_was_taken_off_is_gone_for_good() {
    Story::tell(linde, async |story: Story| {
        let link = story.asked(TO, "/weg").await;
        story.visitor.post(&link, &[]).await.is(303);
        story.visitor.sign_in().await;
        story
            .visitor
            .get("/beheer/veroudering")
            .await
            .is(200)
            .shows("Heeft zichzelf weggehaald")
            .shows("De Linde");
        assert_eq!(alive::expire(&story.db, THEN.plus(DAY * 6)).await.unwrap(), 0);
        assert_eq!(alive::expire(&story.db, THEN.plus(DAY * 8)).await.unwrap(), 1);
        story.visitor.post(&link.replace("/weg", "/terug"), &[]).await.is(303);
        story.visitor.get(&link.replace("/weg", "/bedankt")).await.is(200).shows("Wilt u er later weer op?");
        story.visitor.get("/beheer/veroudering").await.is(200).hides("De Linde");
        story.visitor.get("/beheer/niet-vermelden").await.shows("de linde");
        // The request itself goes after a quarter of a year.
        assert_eq!(alive::expire(&story.db, THEN.plus(DAY * 91)).await.unwrap(), 1);
        story.visitor.get(&link).await.is(404);
    })
    .await;
}

const MAPPING: &str =
    "title = \"Lijst\"\n[[file]]\none-row-is = \"party\"\n[file.party]\nkey = \"Nr\"\nname = \"Naam\"\n";

/// The same two parties in each kind of file we read; `linde` is what the first is called.
fn write(folder: &Path, linde: &str) -> [(&'static str, Option<&'static str>); 4] {
    let at = |name: &str| folder.join(name);
    let json =
        format!(r#"{{"organizations":[{{"id":"L-1","name":"{linde}"}},{{"id":"A-1","name":"Het Anker"}}]}}"#);
    std::fs::write(at("lijst.json"), json).unwrap();
    std::fs::create_dir_all(at("tabellen")).unwrap();
    let organizations = format!("id,name\nL-1,\"{linde}\"\nA-1,Het Anker\n");
    std::fs::write(at("tabellen/organizations.csv"), organizations).unwrap();
    let services = "id,organization_id,name,status\nS-1,L-1,Koffie,active\nS-2,A-1,Thee,active\n";
    std::fs::write(at("tabellen/services.csv"), services).unwrap();
    std::fs::write(at("lijst.csv"), format!("Nr;Naam\nL-1;{linde}\nA-1;Het Anker\n")).unwrap();
    let feature = |key: &str, name: &str| {
        format!(
            r#"{{"type":"Feature","properties":{{"Nr":"{key}","Naam":"{name}"}},"geometry":{{"type":"Point","coordinates":[5.305,52.605]}}}}"#
        )
    };
    let features = [feature("L-1", linde), feature("A-1", "Het Anker")].join(",");
    let geojson = format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#);
    std::fs::write(at("lijst.geojson"), geojson).unwrap();
    [("lijst.json", None), ("tabellen", None), ("lijst.csv", Some(MAPPING)), ("lijst.geojson", Some(MAPPING))]
}

fn ask(source: &str, file: &str, mapping: Option<&str>) -> Ask {
    let name = |text: &str| Name::parse(text).unwrap();
    Ask {
        about: About { source: name(source), licence: name("CC0 1.0"), web: None, dated: None },
        file: file.to_owned(),
        sphere: Some("informal".to_owned()),
        mapping: mapping.map(str::to_owned),
    }
}

async fn bring(story: &Story, ask: &Ask, now: Moment) {
    let input = Input::at(&story.folder.path().join(&ask.file)).unwrap();
    let permit = Permit::at_the_machine(HERE);
    let ended = import::apply(&story.db, &permit, ask, input, None, now, &|_| ()).await.unwrap();
    assert!(matches!(ended, Ended::Applied(_) | Ended::Idle(_)), "{}: {ended:?}", ask.file);
}

async fn named(db: &Db, name: &str) -> i64 {
    db.read("select count(*) from directory_party where municipality_id = $1 and name = $2")
        .bind(HERE)
        .bind(name)
        .scalar()
        .await
        .unwrap()
}

#[tokio::test]
async fn no_file_of_any_kind_brings_back_who_took_itself_off() {
    for at in 0..4 {
        Story::tell(
            |_| (),
            async |story: Story| {
                let (file, mapping) = write(story.folder.path(), "De Linde")[at];
                let first = ask("Lijst van vroeger", file, mapping);
                bring(&story, &first, THEN).await;
                let both = (named(&story.db, "De Linde").await, named(&story.db, "Het Anker").await);
                assert_eq!(both, (1, 1), "{file}");
                story.visitor.sign_in().await;
                let desk = story.visitor.desk_of("De Linde").await;
                let seen = story.visitor.get(&desk).await.after("name=\"seen\" value=\"");
                let typed = [
                    ("seen", seen.as_str()),
                    ("sphere", "informal"),
                    ("name", "De Linde"),
                    ("serves", "everywhere"),
                    ("role_email", TO),
                ];
                story.visitor.submit(&desk, &typed).await.is(303);
                let later = THEN.plus(DAY * 200);
                assert_eq!(story.round(later).await.sent, 1);
                story.visitor.post(&story.link(TO, "/weg"), &[]).await.is(303);
                assert_eq!(named(&story.db, "De Linde").await, 0);
                // The same list again, the same in another list, and the same key under another name.
                bring(&story, &first, later).await;
                bring(&story, &ask("Een andere lijst", file, mapping), later.plus(DAY)).await;
                write(story.folder.path(), "Linde vernieuwd");
                bring(&story, &first, later.plus(DAY * 2)).await;
                let back = (named(&story.db, "De Linde").await, named(&story.db, "Linde vernieuwd").await);
                assert_eq!(back, (0, 0), "{file}");
                assert!(named(&story.db, "Het Anker").await > 0);
            },
        )
        .await;
    }
}

#[tokio::test]
async fn two_servers_and_a_restart_send_one_mail_and_no_other_within_a_week() {
    let settle = |here: &mut Neighbourhood| {
        for at in 0..12 {
            here.party(&format!("Partij {at}"), Sphere::Formal, |party| {
                party.confirmed = Some(ago(200));
                party.role.email = Email::parse(&format!("p{at}@oosterwaard.voorbeeld")).unwrap();
            });
        }
    };
    Story::tell(settle, async |story: Story| {
        let other = samenspel::serve::office(&story.settings);
        let (one, two, three) = tokio::join!(
            story.office.round(&story.db, THEN),
            other.round(&story.db, THEN),
            other.round(&story.db, THEN.plus(Duration::from_secs(1))),
        );
        assert_eq!(one.unwrap().sent + two.unwrap().sent + three.unwrap().sent, 12);
        assert_eq!(story.letters().len(), 12);
        for day in 0..150 {
            story.round(THEN.plus(DAY * day)).await;
        }
        assert_eq!(story.letters().len(), 12, "until it is nearly stale");
        assert_eq!(story.round(THEN.plus(DAY * 151)).await.sent, 12);
        for day in 152..240 {
            story.round(THEN.plus(DAY * day)).await;
        }
        assert_eq!(story.letters().len(), 36, "and once more before it hides");
    })
    .await;
}

#[tokio::test]
async fn a_profile_nobody_confirms_disappears_by_itself_and_not_before_somebody_was_asked() {
    let settle = |here: &mut Neighbourhood| {
        here.party("Met adres", Sphere::Formal, |party| {
            party.confirmed = Some(ago(600));
            party.role.email = Email::parse("met@oosterwaard.voorbeeld").unwrap();
        });
        here.party("Zonder adres", Sphere::Informal, |party| party.confirmed = Some(ago(600)));
    };
    Story::tell(settle, async |story: Story| {
        story.visitor.get("/wie").await.is(200).shows("Met adres").shows("Zonder adres");
        let long_ago = THEN.minus(DAY * 14);
        assert_eq!(story.round(long_ago).await, Done { sent: 1, to_call: 1, ..Done::default() });
        assert_eq!(story.round(long_ago).await, Done::default(), "and not again");
        // Two weeks after they were asked: the list is made anew.
        let permit = Permit::at_the_machine(HERE);
        let mut tx = story.db.begin().await.unwrap();
        directory::municipality::store::touch(&mut tx, &permit, THEN).await.unwrap();
        tx.commit().await.unwrap();
        story.visitor.get("/wie").await.is(200).hides("Met adres").hides("Zonder adres");
        let path = party_path(&story, "Met adres").await;
        story.visitor.get(&path).await.is(404);
        // One tap brings it back.
        story.visitor.post(&story.link("met@oosterwaard.voorbeeld", "/klopt"), &[]).await.is(303);
        story.visitor.get(&path).await.is(200);
    })
    .await;
}

#[tokio::test]
async fn without_a_mail_server_parties_are_called() {
    Story::tell(linde, async |story: Story| {
        assert_eq!(
            Office::none().round(&story.db, THEN).await.unwrap(),
            Done { to_call: 1, ..Done::default() }
        );
        // The day there is one, they are mailed.
        assert_eq!(story.round(THEN.plus(DAY)).await, Done { sent: 1, ..Done::default() });
    })
    .await;
}

#[tokio::test]
async fn what_came_back_is_marked_and_the_coordinator_sees_whom_to_call() {
    Story::tell(linde, async |story: Story| {
        story.round(THEN).await;
        let letter = story.letters().remove(0);
        let id = letter.lines().find(|line| line.starts_with("Message-ID:")).unwrap();
        let report = |status: &str| {
            format!("Message-ID: <x@y>\r\n\r\nAction: failed\r\nStatus: {status}\r\n\r\n{id}\r\n")
        };
        let late = bounce::take(&story.db, &report("4.2.2"), THEN).await.unwrap();
        assert_eq!(late, bounce::Report::NothingToDo);
        assert_eq!(bounce::take(&story.db, &report("5.1.1"), THEN).await.unwrap(), bounce::Report::Marked);
        assert_eq!(
            bounce::take(&story.db, &report("5.1.1"), THEN).await.unwrap(),
            bounce::Report::NothingToDo
        );
        let forged = report("5.1.1").replace("0", "1");
        assert_eq!(bounce::take(&story.db, &forged, THEN).await.unwrap(), bounce::Report::NotOurs);
        story.visitor.sign_in().await;
        let page = story.visitor.get("/beheer/veroudering").await;
        page.is(200).shows("Mail kwam terug (1)").shows("De Linde").shows("tel:0880000123");
        // No further mail to that address; a new one is tried.
        assert_eq!(story.round(THEN.plus(DAY * 200)).await, Done::default());
        let desk = story.visitor.desk_of("De Linde").await;
        let seen = story.visitor.get(&desk).await.after("name=\"seen\" value=\"");
        let typed = [
            ("seen", seen.as_str()),
            ("sphere", "informal"),
            ("name", "De Linde"),
            ("serves", "everywhere"),
            ("role_email", "nieuw@oosterwaard.voorbeeld"),
        ];
        story.visitor.submit(&desk, &typed).await.is(303);
        assert_eq!(story.round(THEN.plus(DAY * 200)).await.sent, 1);
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_calls_mails_hides_and_shows() {
    let settle = |here: &mut Neighbourhood| {
        linde(here);
        fresh(here);
    };
    Story::tell(settle, async |story: Story| {
        story.visitor.sign_in().await;
        let page = story.visitor.get("/beheer/veroudering").await;
        page.is(200).shows("Krijgt nog mail (1)").shows("De Linde").hides("Repaircafé");
        let party = party_path(&story, "De Linde").await;
        let desk = |what: &str| format!("/beheer/veroudering/{}/{what}", party.replace("/partij/", ""));
        let group = [("groep", "straks")];
        let to = story.visitor.submit(&desk("mail"), &group).await.is(303).header("location").to_owned();
        assert_eq!(to, "/beheer/veroudering?groep=straks&gedaan=gemaild");
        assert_eq!(story.letters().len(), 1);
        let to = story.visitor.submit(&desk("mail"), &group).await.is(303).header("location").to_owned();
        story.visitor.get(&to).await.is(200).shows("Vaker dan één keer per week");
        assert_eq!(story.letters().len(), 1);
        story.visitor.submit(&desk("verberg"), &[]).await.is(303);
        Visitor::new(story.settings.clone(), story.db.clone()).get(&party).await.is(404);
        story
            .visitor
            .get("/beheer/veroudering?groep=verborgen")
            .await
            .shows("De beheerder heeft dit verborgen");
        // The party says that it is right: it stays hidden until the coordinator shows it.
        let thanks =
            story.visitor.post(&story.link(TO, "/klopt"), &[]).await.is(303).header("location").to_owned();
        story.visitor.get(&thanks).await.shows("De beheerder heeft deze vermelding verborgen");
        story.visitor.submit(&desk("toon"), &[]).await.is(303);
        Visitor::new(story.settings.clone(), story.db.clone()).get(&party).await.is(200);
        story.visitor.submit("/beheer/veroudering/0193/klopt", &[]).await.is(404);
        for (fresh, stale, at) in [
            ("0", "10", "#fresh_days"),
            ("30", "10", "#stale_days"),
            ("x", "10", "#fresh_days"),
            ("99999999", "1", "#fresh_days"),
        ] {
            let days =
                [("fresh_days", fresh), ("stale_days", stale), ("hide_days", "400"), ("notice_days", "14")];
            story.visitor.submit("/beheer/veroudering/dagen", &days).await.is(422).shows(at).shows(fresh);
        }
        let days = [("fresh_days", "5"), ("stale_days", "300"), ("hide_days", "400"), ("notice_days", "14")];
        story.visitor.submit("/beheer/veroudering/dagen", &days).await.is(303);
        story.visitor.get("/beheer/veroudering").await.shows("Repaircafé");
    })
    .await;
}
