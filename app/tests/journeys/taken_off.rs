//! Who took itself off stays off: after a week for good, and whatever file is brought in.

use std::path::Path;

use access::Permit;
use directory::import::{self, Ask, Ended, Input, about::About};
use directory::neighbourhood::HERE;
use directory::wording::Name;
use ground::db::Db;
use ground::db::testing::THEN;
use ground::moment::Moment;

use crate::alive::{DAY, Story, TO, linde};
use crate::canary::kept;
use crate::forgetting::forgets;
use crate::lines::{Reader, by_link, id_of, person};
use crate::neighbourhood::{Answer, Visitor, in_oosterwaard};
use crate::passkeys::{selma, shows};
use crate::people::{GROUP, a_code, own_party};
use crate::recovery::at;

#[tokio::test]
async fn after_a_week_what_was_taken_off_is_gone_for_good() {
    Story::tell(linde, async |story: Story| {
        let link = story.asked(TO, "/weg").await;
        story.visitor.get(&link).await.is(200).shows(STOPS);
        story.visitor.post(&link, &[]).await.is(303);
        story.visitor.sign_in().await;
        story
            .visitor
            .get("/beheer/veroudering")
            .await
            .is(200)
            .shows("Heeft zichzelf weggehaald")
            .shows("De Linde");
        assert_eq!(forgets(&story.db, "undo", THEN.plus(DAY * 6)).await, 0);
        assert_eq!(forgets(&story.db, "undo", THEN.plus(DAY * 8)).await, 1);
        story.visitor.post(&link.replace("/weg", "/terug"), &[]).await.is(303);
        story.visitor.get(&link.replace("/weg", "/bedankt")).await.is(200).shows("Wilt u er later weer op?");
        story.visitor.get("/beheer/veroudering").await.is(200).hides("De Linde");
        story.visitor.get("/beheer/niet-vermelden").await.shows("de linde");
        // The request itself goes after a quarter of a year.
        assert_eq!(forgets(&story.db, "request", THEN.plus(DAY * 91)).await, 1);
        story.visitor.get(&link).await.is(404);
    })
    .await;
}

/// The form by which somebody takes the own party off, as its page draws it.
struct Leaving {
    to: String,
    fields: [(&'static str, String); 3],
}

impl Leaving {
    async fn of(somebody: &Visitor, own: &str) -> Self {
        let page = somebody.get(&format!("{own}/weg")).await;
        let to = format!("/antwoord/{}", page.is(200).after("action=\"/antwoord/"));
        let field = |name: &'static str| (name, page.after(&format!("name=\"{name}\" value=\"")));
        Self { to, fields: ["csrf", "once", "party"].map(field) }
    }

    async fn sent(&self, somebody: &Visitor) -> Answer {
        let fields: Vec<_> = self.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        somebody.send_form(&self.to, &fields).await
    }
}

/// Wilma takes her group off on the screen; where she then reads what was done.
pub(crate) async fn leaves(wilma: &Visitor, own: &str) -> String {
    Leaving::of(wilma, own).await.sent(wilma).await.is(303).header("location").to_owned()
}

/// What does not come back with the party is said before, and after.
const STOPS: &str = "Lopende vragen en overdrachten stoppen. Die komen niet terug.";
const STOPPED: &str = "Vragen en overdrachten die liepen, zijn gestopt. Die komen niet terug.";

fn six_days() -> Moment {
    THEN.plus(DAY * 6)
}

fn eight_days() -> Moment {
    THEN.plus(DAY * 8)
}

#[tokio::test]
async fn a_group_that_takes_itself_off_on_the_screen_is_nowhere_at_once_and_may_come_back_for_a_week() {
    in_oosterwaard(async |wilma: Visitor| {
        let (manager, stranger) = (wilma.another(), wilma.another());
        manager.sign_in().await;
        wilma.comes_in_as("coordinator").await;
        let own = own_party(&wilma).await;
        let page = own.replace("/beheer", "");
        let id = page.replace("/partij/", "");
        stranger.get(&page).await.is(200).shows(GROUP);
        let ask = wilma.get(&format!("{own}/weg")).await;
        ask.is(200).shows("Een week lang kunt u dat terugzetten").hides("niet terugdraaien").shows(STOPS);
        let (db, party) = (&wilma.db, id_of(&own));
        let (hers, his) = (person(db, "Wilma").await, person(db, "Ferdi").await);
        let mut trail = Reader::new(db).await;
        let gone = leaves(&wilma, &own).await;
        let [one, other] = [hers, his].map(|whose| hers.did("membership.end", "membership").on(whose));
        trail.tells(&[one, other, hers.did("party.leave", "party").which(party)]).await;
        for path in
            ["/wie", "/zoek?q=goudreinetflat", "/zoek/suggesties?q=goudreinet", "/kaart", "/open/hsds.json"]
        {
            stranger.get(path).await.is(200).hides(GROUP);
        }
        stranger.get(&page).await.is(404);
        stranger.get(&format!("/hsds/organizations/{id}")).await.is(404);
        manager.get("/beheer/niet-vermelden").await.shows("goudreinetflat");
        // Her place went with the group; the address is enough to change her mind, and stands nowhere in the house.
        wilma.get("/ik").await.is(403);
        let token = gone.split('/').nth(2).unwrap().to_owned();
        assert_eq!(kept(&wilma.db, &[token]).await, Vec::<String>::new());
        let told = wilma.get(&gone).await;
        told.is(200)
            .shows("U staat niet meer op de kaart")
            .shows("2 december 2025")
            .shows(STOPPED)
            .shows("Bewaar het adres");
        let back = gone.replace("/bedankt", "/terug");
        let mut trail = Reader::new(db).await;
        assert_eq!(at(&wilma, six_days).post(&back, &[]).await.is(303).header("location"), gone);
        trail.tells(&[by_link("party.answer", "party").which(party)]).await;
        let back = stranger.get(&gone).await;
        back.is(200).shows("U staat weer op de kaart").shows(STOPPED).shows("nodigt hen opnieuw uit");
        stranger.get(&page).await.is(200).shows(GROUP);
        stranger.get("/zoek?q=goudreinetflat").await.is(200).shows(GROUP);
        manager.get("/beheer/niet-vermelden").await.hides("goudreinetflat");
    })
    .await;
}

#[tokio::test]
async fn who_taps_twice_on_a_bad_connection_is_led_to_the_way_back_each_time() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let own = own_party(&wilma).await;
        let form = Leaving::of(&wilma, &own).await;
        // Her browser lets go of the first answer; when the second tap is there, her place and her session may be gone.
        let (first, second) = tokio::join!(form.sent(&wilma), form.sent(&wilma));
        wilma.get("/ik").await.is(403);
        let third = form.sent(&wilma).await;
        let gone = form.to.replace("/vertrek", "/bedankt");
        for answer in [&first, &second, &third] {
            assert_eq!(answer.is(303).header("location"), gone);
        }
        let asked = "select count(*) from directory_request where municipality_id = $1 and answer = 'off'";
        let left: i64 = wilma.db.read(asked).bind(HERE).scalar().await.unwrap();
        assert_eq!(left, 1, "she left once");
        wilma.get(&gone).await.is(200).shows("Zet ons terug op de kaart");
        wilma.post(&gone.replace("/bedankt", "/terug"), &[]).await.is(303);
        wilma.get(&own.replace("/beheer", "")).await.is(200).shows(GROUP);
        // An old tab does not take it off again.
        form.sent(&wilma).await.is(303);
        wilma.get(&gone).await.is(200).shows("U staat weer op de kaart");
    })
    .await;
}

async fn people_called(db: &Db, name: &str) -> i64 {
    db.read("select count(*) from people_person where municipality_id = $1 and name = $2")
        .bind(HERE)
        .bind(name)
        .scalar()
        .await
        .unwrap()
}

const NOWHERE: &str =
    "U hoort nergens meer bij. Vraag iemand van uw groep of de gemeente om een uitnodiging.";

#[tokio::test]
async fn whose_group_went_away_and_came_back_hears_at_the_door_to_ask_for_an_invitation() {
    in_oosterwaard(async |wilma: Visitor| {
        let (selma, phone) = selma(&wilma).await;
        let own = own_party(&wilma).await;
        // Joris helps in the group as well.
        let joris = wilma.another();
        joris.comes_in_as("professional").await;
        let code = a_code(&wilma, "volunteer").await;
        joris.post(&code, &[]).await.is(303);
        joris.submit(&format!("{code}/ja"), &[]).await.is(303);
        let mut trail = Reader::new(&wilma.db).await;
        let gone = leaves(&wilma, &own).await;
        // Whoever belonged nowhere else is forgotten at that moment, name and key; each place has a line of its own.
        let mut known = Vec::new();
        for name in ["Wilma", "Ferdi", "Selma", "Joris"] {
            known.push(people_called(&wilma.db, name).await);
        }
        assert_eq!(known, [0, 0, 0, 1]);
        assert_eq!(trail.times("membership.end").await, 4);
        joris.get("/ik").await.is(403);
        joris.comes_in_as("professional").await;
        joris.get("/ik").await.is(200).shows("Wijkteam De Boogerd").hides(GROUP);
        wilma.post(&gone.replace("/bedankt", "/terug"), &[]).await.is(303);
        // Nobody came back with the group: neither who comes in by one click, nor who has a key.
        let click = [("key", "coordinator")];
        wilma.post("/aanmelden/demo", &click).await.is(409).shows(NOWHERE);
        selma.get("/ik").await.is(403);
        shows(&selma, &phone, 0)
            .await
            .is(422)
            .shows("Deze sleutel kennen wij niet")
            .shows("nieuwe uitnodiging");
        assert_eq!(forgets(&wilma.db, "member", THEN.plus(DAY / 2)).await, 0, "nothing is left for the job");
    })
    .await;
}

#[tokio::test]
async fn after_the_week_the_screen_leads_back_no_more() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let own = own_party(&wilma).await;
        let gone = leaves(&wilma, &own).await;
        let later = at(&wilma, eight_days);
        later.get(&gone).await.is(200).shows("Wilt u er later weer op?").hides("Zet ons terug");
        later.post(&gone.replace("/bedankt", "/terug"), &[]).await.is(303);
        later.get(&own.replace("/beheer", "")).await.is(404);
    })
    .await;
}

#[tokio::test]
async fn a_volunteer_takes_the_group_off_only_where_nobody_coordinates_it() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let ferdi = wilma.another();
        ferdi.comes_in_as("volunteer").await;
        let own = own_party(&ferdi).await;
        let off = format!("{own}/weg");
        let page = ferdi.get(&off).await;
        page.is(200).shows("Dat kan alleen de coördinator van uw partij").hides("/vertrek");
        // Neither by a form that is made up, nor by that of who keeps the map.
        let party = own.rsplit('/').next().unwrap();
        let (made_up, fields) = (format!("/antwoord/{}/vertrek", "5".repeat(64)), [("party", party)]);
        ferdi.submit(&made_up, &fields).await.is(404);
        ferdi.send_form(&made_up, &fields).await.is(403);
        ferdi.another().send_form(&made_up, &fields).await.is(404);
        ferdi.submit(&off, &[("how", "once")]).await.is(404);
        wilma.submit(&off, &[("how", "once")]).await.is(404);
        wilma.get(&own).await.is(200);
        // Wilma stops.
        let hers = person(&wilma.db, "Wilma").await.place;
        wilma.submit(&format!("{own}/mensen/{hers}/weg"), &[]).await.is(303);
        ferdi.get(&off).await.is(200).shows("Een week lang").shows("/vertrek\"");
        let gone = leaves(&ferdi, &own).await;
        ferdi.get(&gone).await.is(200).shows("Zet ons terug op de kaart");
        ferdi.get(&own.replace("/beheer", "")).await.is(404);
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

/// By the same phone, by the same e-mail, by a name that is like it, and somebody else.
const OTHER_LIST: &str = r#"{"organizations":[{"id":"A","name":"Huiskamer van Fatma","phones":[{"number":"+31 88 000 01 23"}]},
{"id":"B","name":"Brievenhulp","email":"LINDE@oosterwaard.voorbeeld"},{"id":"C","name":"Stichting De Linde"},
{"id":"D","name":"Het Anker"}]}"#;

#[tokio::test]
async fn another_list_that_writes_it_otherwise_does_not_bring_back_who_took_itself_off() {
    Story::tell(linde, async |story: Story| {
        let link = story.asked(TO, "/weg").await;
        story.visitor.post(&link, &[]).await.is(303);
        std::fs::write(story.folder.path().join("andere.json"), OTHER_LIST).unwrap();
        let ask = ask("Andere lijst", "andere.json", None);
        let input = Input::at(&story.folder.path().join(&ask.file)).unwrap();
        let permit = Permit::at_the_machine(HERE);
        let report = import::preview(&story.db, &permit, &ask, input, THEN, &|_| ()).await.unwrap().unwrap();
        let held: Vec<_> =
            report.lines.iter().map(|it| (it.key.as_str(), it.reason.as_str(), it.detail.as_str())).collect();
        assert_eq!(
            held,
            [
                ("A", "do-not-list", ""),
                ("B", "do-not-list", ""),
                ("C", "like-unwanted", "Stichting De Linde")
            ]
        );
        bring(&story, &ask, THEN).await;
        let names: Vec<String> = story
            .db
            .read("select name from directory_party where municipality_id = $1")
            .bind(HERE)
            .scalars()
            .await
            .unwrap();
        assert_eq!(names, ["Het Anker"]);
        // After the week nobody can read the number any more, and the list is still held back.
        forgets(&story.db, "undo", THEN.plus(DAY * 8)).await;
        assert_eq!(kept(&story.db, &["088 000 01 23".to_owned()]).await, Vec::<String>::new());
        bring(&story, &ask, THEN.plus(DAY * 9)).await;
        assert_eq!(named(&story.db, "Huiskamer van Fatma").await, 0);
    })
    .await;
}
