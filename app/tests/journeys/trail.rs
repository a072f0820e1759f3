//! Each change leaves exactly one line that says who did it, and what was refused or only looked at leaves none.

use std::path::Path;

use access::Permit;
use audit::Papers;
use directory::import::{self, Ask, Ended, Input, about::About};
use directory::neighbourhood::HERE;
use directory::wording::Name;
use ground::db::Db;
use ground::db::testing::THEN;

use crate::alive::{DAY, Story, TO, linde};
use crate::lines::{Reader, id_of};
use crate::neighbourhood::{Visitor, in_oosterwaard};
use crate::process::{refuses, samenspel};

#[tokio::test]
async fn each_edit_at_the_desk_leaves_one_line_that_says_what_and_which() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let mut trail = Reader::new(&visitor.db).await;
        let desk = visitor.desk_of("De Linde").await;
        let party = id_of(&desk);
        trail.none("looking").await;
        visitor.submit(&format!("{desk}/plek"), &[("capacity", "few")]).await.is(303);
        assert_eq!(trail.one("person", "party.capacity", "party").await, party);
        visitor.submit(&format!("{desk}/klopt"), &[("by", "de coördinator")]).await.is(303);
        assert_eq!(trail.one("person", "party.confirm", "party").await, party);
        let id = visitor.get("/beheer/partij/nieuw").await.after("name=\"id\" value=\"");
        let typed = [
            ("id", id.as_str()),
            ("sphere", "informal"),
            ("name", "Buurtkeuken Noord"),
            ("serves", "everywhere"),
        ];
        visitor.submit("/beheer/partij/nieuw", &typed).await.is(303);
        assert_eq!(trail.one("person", "party.add", "party").await, id_of(&id));
        visitor.submit("/beheer/partij/nieuw", &typed).await.is(303);
        trail.none("the same form, tapped twice").await;
        let days =
            [("fresh_days", "100"), ("stale_days", "200"), ("hide_days", "300"), ("notice_days", "20")];
        visitor.submit("/beheer/veroudering/dagen", &days).await.is(303);
        assert_eq!(trail.one("person", "ageing.set", "ageing").await, None);
        visitor.submit(&format!("/beheer/partij/{id}/weg"), &[]).await.is(303);
        assert_eq!(trail.one("person", "party.remove", "party").await, id_of(&id));
    })
    .await;
}

#[tokio::test]
async fn a_refused_form_and_a_form_without_proof_leave_no_line() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let mut trail = Reader::new(&visitor.db).await;
        let desk = visitor.desk_of("De Linde").await;
        visitor.save(&desk, &[("name", " "), ("sphere", "informal")]).await.is(422);
        visitor.submit("/beheer/partij/nieuw", &[("name", "")]).await;
        visitor.submit(&format!("{desk}/plek"), &[("capacity", "soms")]).await.is(404);
        visitor.submit("/beheer/veroudering/dagen", &[("fresh_days", "nooit")]).await.is(422);
        visitor.post(&format!("{desk}/plek"), &[("capacity", "few")]).await.is(403);
        trail.none("what was refused").await;
    })
    .await;
}

#[tokio::test]
async fn a_party_that_answers_its_mail_leaves_one_line_however_often_it_taps() {
    Story::tell(linde, async |story: Story| {
        let link = story.asked(TO, "klopt").await;
        let mut trail = Reader::new(&story.db).await;
        story.visitor.get(&link).await.is(200);
        trail.none("opening the link").await;
        for _ in 0..2 {
            story.visitor.post(&link, &[]).await;
        }
        assert!(trail.one("link", "party.answer", "party").await.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_page_about_a_question_that_says_no_leaves_the_line_of_a_look_as_well() {
    in_oosterwaard(async |visitor: Visitor| {
        let (guide, professional) = (visitor.another(), visitor.another());
        guide.comes_in_as("guide").await;
        professional.comes_in_as("professional").await;
        let fields =
            [("aan", "buurt"), ("tekst", "Wie leest er mee?"), ("onderwerp", "schulden"), ("taal", "nl")];
        let sent = guide.submit("/vraag/nieuw", &fields).await;
        let at = sent.is(303).header("location").trim_end_matches("?gedaan=gesteld").to_owned();
        let version = professional.get(&at).await.after("name=\"versie\" value=\"");
        professional.submit(&format!("{at}/oppakken"), &[("versie", &version)]).await.is(303);
        let mut trail = Reader::new(&visitor.db).await;
        let said = |text| [("versie", "0"), ("stap", "answer"), ("tekst", text)];
        let door = format!("{at}/antwoord");
        professional.submit(&door, &said("Bel 06-12 34 56 78.")).await.is(422).shows("telefoonnummer");
        assert_eq!(trail.one("person", "question.read", "question").await, id_of(&at));
        professional.submit(&door, &said("Kom maar langs.")).await.is(409).shows("Kom maar langs.");
        assert_eq!(trail.one("person", "question.read", "question").await, id_of(&at));
    })
    .await;
}

#[tokio::test]
async fn an_import_leaves_one_line_and_the_same_file_again_none() {
    in_oosterwaard(async |visitor: Visitor| {
        let mut trail = Reader::new(&visitor.db).await;
        let name = |text: &str| Name::parse(text).unwrap();
        let ask = Ask {
            about: About { source: name("Lijst"), licence: name("CC0 1.0"), web: None, dated: None },
            file: "lijst.json".to_owned(),
            sphere: Some("informal".to_owned()),
            mapping: None,
        };
        let list = r#"{"organizations":[{"id":"1","name":"Nieuw een"},{"id":"2","name":"Nieuw twee"}],"services":[]}"#;
        for (hours, lines) in [(1, 1), (2, 0)] {
            let input = Input::File(Box::new(std::io::Cursor::new(list.as_bytes().to_vec())));
            let now = THEN.plus(std::time::Duration::from_secs(hours * 3_600));
            let permit = Permit::at_the_machine(HERE);
            let ended = import::apply(&visitor.db, &permit, &ask, input, None, now, &|_| ()).await.unwrap();
            assert!(matches!(ended, Ended::Applied(_) | Ended::Idle(_)), "{ended:?}");
            if lines == 1 {
                assert!(trail.one("machine", "machine.command", "map").await.is_some());
            } else {
                trail.none("the same file").await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_demo_did_can_be_closed_and_checked() {
    in_oosterwaard(async |visitor: Visitor| {
        let folder = tempfile::tempdir().unwrap();
        let papers = Papers::of(folder.path());
        let closed = audit::close(&visitor.db, HERE, &papers, THEN.plus(DAY)).await.unwrap();
        assert_eq!(closed.len(), 1);
        let report = audit::verify(&visitor.db, HERE, &papers, None).await.unwrap();
        assert!(report.is_sound() && report.lines > 0, "{report:?}");
    })
    .await;
}

fn said(dir: &Path, arguments: &[&str]) -> (bool, String, String) {
    let output = samenspel(dir, arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

#[test]
fn whoever_stands_at_the_machine_checks_the_trail_and_hears_in_a_sentence_what_was_done_to_it() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path();
    for made in [&["migrate"][..], &["municipality", "add", "GM0405", "Hoorn"]] {
        assert!(said(dir, made).0);
    }
    let (sound, told, _) = said(dir, &["audit", "verify"]);
    assert!(
        sound && told == "GM0405: every line is as it was written. 1 line, no closed day yet.\n",
        "{told}"
    );
    refuses(dir, &["audit", "root"], "No day was closed here yet");
    refuses(dir, &["audit", "root", "--day", "2020-01-01"], "2020-01-01 was not closed here");
    let (_, told, _) = said(dir, &["audit", "roots"]);
    assert!(told.contains("GM0405.txt is not there; no day was closed yet."), "{told}");
    let (_, told, _) = said(dir, &["audit", "cut"]);
    assert_eq!(told, "GM0405: no line is old enough to be deleted.\n");
    let (_, told, _) = said(dir, &["audit", "export", "--from", "2020-01-01", "--until", "9998-01-01"]);
    assert!(told.lines().count() == 1 && told.contains("\"name\":\"machine.command\""), "{told}");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let file = format!("sqlite:{}", dir.join("data/samenspel.db").display());
        let db = Db::open(&file, ground::db::Options::default()).await.unwrap();
        db.write("update audit_line set actor = 'operator' where municipality_id = 405")
            .execute()
            .await
            .unwrap();
        db.close().await;
    });
    let (sound, _, told) = said(dir, &["audit", "verify"]);
    assert!(!sound && told.starts_with("samenspel: Line 1 is not as it was written"), "{told}");
}

#[test]
fn what_does_not_fit_is_refused_before_anything_is_read() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path();
    let verify = |day, words| ["audit", "verify", "--day", day, "--words", words];
    refuses(dir, &verify("24-11-2026", "aal aap aarde adel adem ader"), "\"24-11-2026\" is no day");
    refuses(dir, &verify("2026-11-24", "aal aap"), "There must be six words; these are 2.");
    refuses(dir, &verify("2026-11-24", "aal aap aarde adel adem xyzzy"), "“xyzzy” is none of the words");
    let export = |from, until| ["audit", "export", "--from", from, "--until", until];
    refuses(dir, &export("2026-11-30", "2026-11-01"), "2026-11-30 is after 2026-11-01");
    refuses(dir, &export("gisteren", "2026-11-01"), "\"gisteren\" is no day");
    refuses(dir, &["audit", "grants", "--role", "a;b"], "“a;b” is no name for a role");
    let (good, told, _) = said(dir, &["audit", "grants", "--role", "samenspel_web"]);
    assert!(
        good && told
            .contains("revoke update, delete, truncate on audit_line, audit_root from samenspel_web;")
    );
    refuses(dir, &["audit", "cut", "--years", "4", "--apply"], "Lines are kept 5 years at least");
    let (good, ..) = said(dir, &["audit", "verify", "--day", "2026-11-24"]);
    assert!(!good, "a day without its words");
}
