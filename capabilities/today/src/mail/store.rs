//! SQL on `today_mail`.

use access::{LinkToken, Permit};
use directory::party::Email;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::{Day, Moment};
use ground::trouble::{Answer, Trouble};
use people::person::Person;
use ui::Lang;

use super::{Hours, Mail};

#[derive(sqlx::FromRow)]
struct MailRow {
    link: String,
    person_id: Id<Person>,
    address: String,
    language: String,
    from_hour: i32,
    until_hour: i32,
    weekend: bool,
    asked_at: Moment,
    confirmed_at: Option<Moment>,
    sent_day: Option<Day>,
    sent_at: Option<Moment>,
    refused: bool,
}

macro_rules! select {
    () => {
        "select link, person_id, address, language, from_hour, until_hour, weekend, asked_at, confirmed_at, \
         sent_day, sent_at, refused from today_mail where municipality_id = $1 "
    };
}

impl MailRow {
    fn mail(self) -> Answer<Mail> {
        let unknown = |what: &str| Trouble::fault(format!("mail with an unknown {what}"));
        Ok(Mail {
            token: LinkToken::parse(&self.link).ok_or_else(|| unknown("link"))?,
            person: self.person_id,
            address: Email::parse(&self.address).map_err(|_| unknown("address"))?,
            language: Lang::parse(&self.language).unwrap_or(Lang::Nl),
            hours: Hours::new(self.from_hour, self.until_hour, self.weekend)
                .ok_or_else(|| unknown("hour"))?,
            asked_at: self.asked_at,
            confirmed_at: self.confirmed_at,
            sent: self.sent_day.zip(self.sent_at),
            refused: self.refused,
        })
    }
}

pub(super) async fn of_person(db: &Db, here: Municipality, person: Id<Person>) -> Answer<Option<Mail>> {
    let sql = concat!(select!(), "and person_id = $2 and address <> '' order by asked_at desc limit 1");
    let row: Option<MailRow> = db.read(sql).bind(here).bind(person).optional().await?;
    row.map(MailRow::mail).transpose()
}

pub(super) async fn of_link(db: &Db, here: Municipality, token: &LinkToken) -> Answer<Option<Mail>> {
    let sql = concat!(select!(), "and token_hash = $2 and address <> ''");
    let row: Option<MailRow> = db.read(sql).bind(here).bind(token.digest()).optional().await?;
    row.map(MailRow::mail).transpose()
}

/// Everybody whose letter of this day did not go yet, in any order: nobody is the last one each time.
pub(super) async fn without_letter_on(db: &Db, here: Municipality, day: Day) -> Answer<Vec<Mail>> {
    let sql = concat!(
        select!(),
        "and confirmed_at is not null and not refused and (sent_day is null or sent_day < $2) order by random()"
    );
    let rows: Vec<MailRow> = db.read(sql).bind(here).bind(day).all().await?;
    rows.into_iter().map(MailRow::mail).collect()
}

/// As somebody wants it from now on; what was there before goes, except when the last letter went: one a day, to
/// whatever address, also for who stopped and begins anew. The person is held, so that of two forms at once one is first.
pub(super) async fn put(tx: &mut Tx, permit: &Permit, mail: &Mail) -> Answer<()> {
    let here = permit.municipality();
    people::person::store::hold(tx, permit, mail.person).await?;
    let sent = last_letter(tx, here, mail.person).await?;
    tx.sql("delete from today_mail where municipality_id = $1 and person_id = $2")
        .bind(here)
        .bind(mail.person)
        .execute()
        .await?;
    tx.sql(
        "insert into today_mail (municipality_id, token_hash, link, person_id, address, language, from_hour, \
         until_hour, weekend, asked_at, confirmed_at, sent_day, sent_at, refused) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(here)
    .bind(mail.token.digest())
    .bind(mail.token.as_str().to_owned())
    .bind(mail.person)
    .bind(mail.address.as_str().to_owned())
    .bind(mail.language.code().to_owned())
    .bind(mail.hours.from())
    .bind(mail.hours.until())
    .bind(mail.hours.weekend)
    .bind(mail.asked_at)
    .bind(mail.confirmed_at)
    .bind(sent.map(|(day, _)| day))
    .bind(sent.map(|(_, at)| at))
    .bind(mail.refused)
    .execute()
    .await?;
    Ok(())
}

/// When the last letter went. Its row is held, so that a round that claims one at this moment comes before or after.
async fn last_letter(tx: &mut Tx, here: Municipality, person: Id<Person>) -> Answer<Option<(Day, Moment)>> {
    tx.sql("update today_mail set refused = refused where municipality_id = $1 and person_id = $2")
        .bind(here)
        .bind(person)
        .execute()
        .await?;
    let rows: Vec<(Option<Day>, Option<Moment>)> = tx
        .sql("select sent_day, sent_at from today_mail where municipality_id = $1 and person_id = $2")
        .bind(here)
        .bind(person)
        .all()
        .await?;
    Ok(rows.into_iter().filter_map(|(day, at)| day.zip(at)).max())
}

/// The link was followed; twice is once. Says whether this was the first time.
pub(super) async fn confirm(tx: &mut Tx, here: Municipality, token: &LinkToken, now: Moment) -> Answer<bool> {
    let first = tx
        .sql(
            "update today_mail set confirmed_at = $3, refused = false where municipality_id = $1 \
             and token_hash = $2 and confirmed_at is null",
        )
        .bind(here)
        .bind(token.digest())
        .bind(now)
        .execute()
        .await?;
    Ok(first == 1)
}

/// No letters any more. On the day of a letter it is known still that one went, without an address and without the link;
/// that goes as an address does that nobody confirmed. Says whether there was something to stop.
pub(super) async fn stop(tx: &mut Tx, here: Municipality, person: Id<Person>, now: Moment) -> Answer<bool> {
    let stopped = tx
        .sql(
            "update today_mail set link = '', address = '', confirmed_at = null, asked_at = $3, refused = false \
             where municipality_id = $1 and person_id = $2 and address <> ''",
        )
        .bind(here)
        .bind(person)
        .bind(now)
        .execute()
        .await?;
    tx.sql(
        "delete from today_mail where municipality_id = $1 and person_id = $2 \
         and (sent_day is null or sent_day < $3)",
    )
    .bind(here)
    .bind(person)
    .bind(now.day())
    .execute()
    .await?;
    Ok(stopped == 1)
}

/// The letter of this day is this server's to send; false when another has it.
pub(super) async fn claim(tx: &mut Tx, here: Municipality, mail: &Mail, now: Moment) -> Answer<bool> {
    let claimed = tx
        .sql(
            "update today_mail set sent_day = $3, sent_at = $4 where municipality_id = $1 and token_hash = $2 \
             and (sent_day is null or sent_day < $3)",
        )
        .bind(here)
        .bind(mail.token.digest())
        .bind(now.day())
        .bind(now)
        .execute()
        .await?;
    Ok(claimed == 1)
}

/// It certainly did not go: the next round tries again.
pub(super) async fn give_back(tx: &mut Tx, here: Municipality, mail: &Mail) -> Answer<()> {
    tx.sql(
        "update today_mail set sent_day = $3, sent_at = $4 where municipality_id = $1 and token_hash = $2",
    )
    .bind(here)
    .bind(mail.token.digest())
    .bind(mail.sent.map(|(day, _)| day))
    .bind(mail.sent.map(|(_, at)| at))
    .execute()
    .await?;
    Ok(())
}

/// The address takes no mail: nothing is sent until somebody asks again.
pub(super) async fn refused(tx: &mut Tx, here: Municipality, mail: &Mail) -> Answer<()> {
    tx.sql("update today_mail set refused = true where municipality_id = $1 and token_hash = $2")
        .bind(here)
        .bind(mail.token.digest())
        .execute()
        .await?;
    Ok(())
}
