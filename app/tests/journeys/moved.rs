//! What a party can say by the link of its mail: that it moved, what it stopped, and what is a secret; and where that leads.

use access::Permit;
use directory::language::Languages;
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::offer::opening::Opening;
use directory::party::{Email, Sphere};
use ground::db::Db;
use ground::db::testing::THEN;

use crate::alive::{DAY, Story, TO, ago, party_path};
use crate::neighbourhood::{Answer, Visitor};

/// De Linde with two offers at the Lindeplein, and a place that is a secret.
fn settle(here: &mut Neighbourhood) {
    let linde = here.party("De Linde", Sphere::Informal, |party| {
        party.confirmed = Some(ago(200));
        party.role.email = Email::parse(TO).unwrap();
        party.languages = Languages::parse(["nl", "tr"]).unwrap();
    });
    here.place(linde, 0, "Lindeplein");
    for name in ["Fietsles", "Samen brieven lezen"] {
        here.offer(linde, name, &["papieren"], |offer| {
            offer.confirmed = Some(ago(200));
            offer.opening = Opening::parse(["we 09:00-15:00"]).unwrap();
        });
    }
    here.secret_place(linde);
}

/// What stands before the names of the fields of each place (`p-`) or offer (`o-`) in the form.
fn parts(form: &Answer, kind: &str) -> Vec<String> {
    let names = form.body.split("name=\"").filter_map(|rest| rest.split('"').next());
    let seen = names.filter(|name| name.starts_with(kind)).filter_map(|name| name.strip_suffix("seen"));
    seen.map(str::to_owned).collect()
}

/// The form as a browser sends it when only `typed` was typed: with what it was drawn from.
async fn sends(visitor: &Visitor, link: &str, typed: &[(String, &str)]) -> Answer {
    let form = visitor.get(link).await;
    let prefixes = [vec![String::new()], parts(&form, "p-"), parts(&form, "o-")].concat();
    let seen: Vec<(String, String)> = prefixes
        .iter()
        .map(|prefix| (format!("{prefix}seen"), form.after(&format!("name=\"{prefix}seen\" value=\""))))
        .collect();
    let seen = seen.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let typed = typed.iter().map(|(name, value)| (name.as_str(), *value));
    let all: Vec<(&str, &str)> = seen.chain(typed).collect();
    visitor.post(link, &all).await
}

async fn count(db: &Db, of: &'static str) -> i64 {
    db.read(of).bind(HERE).scalar().await.unwrap()
}

const SECRET: &str = "select count(*) from directory_place where municipality_id = $1 and confidential";
const ON_THE_MAP: &str =
    "select count(*) from directory_place where municipality_id = $1 and lon is not null";

#[tokio::test]
async fn a_party_that_moved_and_stopped_an_offer_says_both_by_the_link() {
    Story::tell(settle, async |story: Story| {
        let link = story.asked(TO, "/veranderd").await;
        let visitor = &story.visitor;
        let right = visitor.get(&story.link(TO, "/klopt")).await;
        right.is(200).shows("Lindeplein").shows("Het adres is geheim").shows("Woensdag: ");
        let form = visitor.get(&link).await;
        form.is(200).shows("value=\"Lindeplein\"").shows("Geheime plek").shows("Dit doen wij niet meer");
        let (places, offers) = (parts(&form, "p-"), parts(&form, "o-"));
        let stopped = offers[0].trim_start_matches("o-").trim_end_matches('-');
        visitor.get(&format!("/aanbod/{stopped}")).await.is(200).shows("Fietsles");
        let typed = [
            ("boxes".to_owned(), "ja"),
            ("languages".to_owned(), "nl"),
            ("languages".to_owned(), "ar"),
            (format!("{}boxes", places[0]), "ja"),
            (format!("{}street", places[0]), "Kerkstraat"),
            (format!("{}house_number", places[0]), "12"),
            (format!("{}stopped", offers[0]), "ja"),
            // Of what stopped nothing else counts.
            (format!("{}name", offers[0]), ""),
        ];
        sends(visitor, &link, &typed).await.is(303);
        let page = visitor.get(&party_path(&story, "De Linde").await).await;
        page.is(200).shows("Kerkstraat 12").shows("Samen brieven lezen").shows("de partij zelf");
        page.hides("Lindeplein").hides("Fietsles");
        visitor.get(&format!("/aanbod/{stopped}")).await.is(404);
        let spoken = story.db.read("select languages from directory_party where municipality_id = $1");
        let spoken: Languages = spoken.bind(HERE).scalar().await.unwrap();
        assert_eq!(spoken.iter().map(|language| language.code()).collect::<Vec<_>>(), ["nl", "ar"]);
        // Where the mark was is nobody any more; the secret stayed one.
        assert_eq!(count(&story.db, ON_THE_MAP).await, 0);
        assert_eq!(count(&story.db, SECRET).await, 1);
    })
    .await;
}

#[tokio::test]
async fn who_tells_an_address_better_stays_where_the_mark_is_and_who_left_a_place_is_not_there() {
    Story::tell(settle, async |story: Story| {
        let link = story.asked(TO, "/veranderd").await;
        let places = parts(&story.visitor.get(&link).await, "p-");
        let typed = [
            (format!("{}boxes", places[0]), "ja"),
            (format!("{}house_number", places[0]), "4"),
            (format!("{}left", places[1]), "ja"),
        ];
        sends(&story.visitor, &link, &typed).await.is(303);
        let page = story.visitor.get(&party_path(&story, "De Linde").await).await;
        page.is(200).shows("Lindeplein 4").hides("Het adres is geheim");
        assert_eq!(count(&story.db, ON_THE_MAP).await, 1);
        assert_eq!(count(&story.db, SECRET).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_address_becomes_a_secret_by_one_tick_and_is_none_any_more_only_with_an_address() {
    Story::tell(settle, async |story: Story| {
        let link = story.asked(TO, "/veranderd").await;
        let places = parts(&story.visitor.get(&link).await, "p-");
        let [open, secret] = [&places[0], &places[1]];
        let mut typed = vec![
            (format!("{open}boxes"), "ja"),
            (format!("{open}confidential"), "ja"),
            (format!("{open}street"), "Lindeplein"),
            (format!("{secret}boxes"), "ja"),
            (format!("{secret}street"), ""),
        ];
        let again = sends(&story.visitor, &link, &typed).await;
        again.is(422).shows(&format!("href=\"#{secret}street\""));
        assert_eq!(count(&story.db, SECRET).await, 1, "nothing was kept");
        typed[4].1 = "Kerkstraat";
        sends(&story.visitor, &link, &typed).await.is(303);
        let page = story.visitor.get(&party_path(&story, "De Linde").await).await;
        page.is(200).shows("Kerkstraat").shows("Het adres is geheim").hides("Lindeplein");
        assert_eq!(count(&story.db, SECRET).await, 1);
    })
    .await;
}

/// Every link of the content of a page leads somewhere.
async fn leads_on(visitor: &Visitor, path: &str) -> Answer {
    let page = visitor.get(path).await;
    let content = page.is(200).body.split_once("<main").map_or("", |(_, main)| main);
    let content = content.split("</main>").next().unwrap_or_default();
    for rest in content.split("href=\"/").skip(1) {
        let to = format!("/{}", rest.split('"').next().unwrap_or_default().replace("&amp;", "&"));
        let there = visitor.get(&to).await;
        assert!(there.status.is_success() || there.status.is_redirection(), "{path}: {to} {}", there.status);
    }
    page
}

#[tokio::test]
async fn no_link_of_these_pages_leads_to_what_is_hidden() {
    const OTHER: &str = "repair@oosterwaard.voorbeeld";
    let settle = |here: &mut Neighbourhood| {
        for (name, email, days) in [("De Linde", TO, 600), ("Repaircafé", OTHER, 200)] {
            here.party(name, Sphere::Informal, |party| {
                party.confirmed = Some(ago(days));
                party.role.email = Email::parse(email).unwrap();
            });
        }
    };
    Story::tell(settle, async |story: Story| {
        story.round(THEN.minus(DAY * 14)).await;
        let permit = Permit::at_the_machine(HERE);
        let mut tx = story.db.begin().await.unwrap();
        directory::municipality::store::touch(&mut tx, &permit, THEN).await.unwrap();
        tx.commit().await.unwrap();
        let (visitor, manager) = (&story.visitor, story.visitor.another());
        manager.sign_in().await;
        let [hidden, shown] = [party_path(&story, "De Linde").await, party_path(&story, "Repaircafé").await];
        visitor.get(&hidden).await.is(404);
        // Two weeks after it was asked De Linde is hidden by its age; the other is to be seen.
        for answer in ["/klopt", "/veranderd", "/weg"] {
            leads_on(visitor, &story.link(TO, answer)).await.hides("href=\"/partij/");
            leads_on(visitor, &story.link(OTHER, answer)).await;
        }
        visitor.get(&story.link(OTHER, "/klopt")).await.shows(&format!("href=\"{shown}\""));
        // Who keeps the map can open it.
        leads_on(&manager, &story.link(TO, "/klopt")).await.shows(&format!("href=\"{hidden}\""));
        // Away and back again, it is as hidden as it was.
        let away = story.link(TO, "/weg");
        let thanks = visitor.post(&away, &[]).await.is(303).header("location").to_owned();
        leads_on(visitor, &thanks).await.shows("U staat niet meer op de kaart");
        visitor.post(&away.replace("/weg", "/terug"), &[]).await.is(303);
        leads_on(visitor, &thanks).await.shows("U staat weer op de kaart").hides("href=\"/partij/");
        // Put away while the mail was open, and then confirmed: thanked for, and still not to be seen.
        let put_away = shown.replace("/partij/", "/beheer/veroudering/") + "/verberg";
        manager.submit(&put_away, &[]).await.is(303);
        let right = story.link(OTHER, "/klopt");
        leads_on(visitor, &right).await.hides("href=\"/partij/");
        let thanks = visitor.post(&right, &[]).await.is(303).header("location").to_owned();
        leads_on(visitor, &thanks).await.shows("heeft deze vermelding verborgen").hides("href=\"/partij/");
        manager.submit(&put_away.replace("/verberg", "/toon"), &[]).await.is(303);
        leads_on(visitor, &thanks).await.shows(&format!("href=\"{shown}\""));
    })
    .await;
}
