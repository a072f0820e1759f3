//! The letter of the day by a real server: it arrives, says nothing of what waits, and an address that is refused is asked no more.

use access::LinkToken;
use directory::neighbourhood::HERE;
use ground::db::Db;
use ground::db::testing::{self, THEN};
use ground::moment::Moment;
use samenspel::serve::House;
use today::mail::round::{Done, LONGEST};
use uuid::Uuid;

use super::server::Server;
use super::{HOUR, settings};

fn then() -> Moment {
    THEN
}

/// Everybody of this role wants letters here, and said so a month ago.
async fn wants_letters(db: &Db, role: &str, address: &str) {
    let person: Uuid = db
        .read("select person_id from people_membership where municipality_id = $1 and role = $2")
        .bind(HERE)
        .bind(role.to_owned())
        .scalar()
        .await
        .unwrap();
    let token = LinkToken::new().unwrap();
    db.write(
        "insert into today_mail (municipality_id, token_hash, link, person_id, address, language, from_hour, \
         until_hour, weekend, asked_at, confirmed_at, sent_day, sent_at, refused) \
         values ($1, $2, $3, $4, $5, 'nl', 0, 24, true, $6, $6, null, null, false)",
    )
    .bind(HERE)
    .bind(token.digest())
    .bind(token.as_str().to_owned())
    .bind(person)
    .bind(address.to_owned())
    .bind(THEN.minus(HOUR * 24 * 30))
    .execute()
    .await
    .unwrap();
}

#[tokio::test]
async fn a_letter_of_the_day_arrives_once_with_one_tap_to_stop_and_not_a_word_of_what_waits() {
    let Some(server) = Server::start() else { return };
    let settings = settings(&server, "mail_security = \"none\"\n");
    let fresh = testing::sqlite(migrations::ALL).await;
    samenspel::demo::load(&fresh.db, THEN).await.unwrap();
    samenspel::demo::exchanges::fill(&fresh.db, HERE, THEN).await.unwrap();
    wants_letters(&fresh.db, "professional", "joris@oosterwaard.voorbeeld").await;
    wants_letters(&fresh.db, "guide", "nobody@oosterwaard.voorbeeld").await;
    wants_letters(&fresh.db, "community-worker", "busy@oosterwaard.voorbeeld").await;
    let today = House::new(settings, fresh.db.clone(), then).unwrap().today();
    let done = today.mail_round(THEN, LONGEST).await.unwrap();
    assert_eq!(done, Done { sent: 1, not_gone: 2 });
    let letter = server.arrived("joris@oosterwaard.voorbeeld").replace("=\n", "").replace("=3D", "=");
    for words in ["List-Unsubscribe-Post: List-Unsubscribe=One-Click", "List-Unsubscribe: <http", "/mail/"] {
        assert!(letter.contains(words), "{words} is not in {letter}");
    }
    for told in ["Buurtvaders", "Karim", "schulden", "Schulden", "Brieven"] {
        assert!(!letter.contains(told), "{told} is in {letter}");
    }
    // Once a day; an address that was refused is left alone, and who was asked to come back is tried again.
    let arrived = server.count();
    assert_eq!(today.mail_round(THEN.plus(HOUR), LONGEST).await.unwrap(), Done { sent: 0, not_gone: 1 });
    assert_eq!(server.count(), arrived);
}
