//! Who is asked and when, what disappears by itself, what comes back, and what the coordinator does about it.

use std::time::Duration;

use access::Permit;
use directory::alive::bounce;
use directory::alive::post::{Done, Office};
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::party::{Email, Sphere};
use ground::db::testing::THEN;

use crate::alive::{DAY, Story, TO, ago, fresh, linde, party_path};
use crate::neighbourhood::Visitor;
use crate::people::GROUP;

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
async fn an_offer_nobody_confirms_takes_no_letter_away_from_its_party_in_650_days() {
    // The offer was confirmed on day 0, and its party once more on day 181, which is the first day told here.
    const TOLD_FROM: u32 = 181;
    let settle = |here: &mut Neighbourhood| {
        let linde = here.party("De Linde", Sphere::Informal, |party| {
            party.confirmed = Some(ago(0));
            party.role.email = Email::parse(TO).unwrap();
        });
        here.offer(linde, "Samen brieven lezen", &["papieren"], |offer| {
            offer.confirmed = Some(ago(TOLD_FROM));
        });
    };
    Story::tell(settle, async |story: Story| {
        let mut days = Vec::new();
        for day in TOLD_FROM..=650 {
            if story.round(THEN.plus(DAY * (day - TOLD_FROM))).await.sent > 0 {
                days.push(day);
            }
        }
        // The offer hides on day 425, the party on 606: each was asked before it grew stale and before it hides.
        assert_eq!(days, [181, 351, 411, 532, 592]);
        assert!(story.letters().last().unwrap().contains("niet meer te zien vanaf"));
    })
    .await;
}

#[tokio::test]
async fn still_right_at_the_desk_holds_for_all_offers_and_answers_the_mail_that_is_open() {
    Story::tell(linde, async |story: Story| {
        let link = story.asked(TO, "/klopt").await;
        story.visitor.sign_in().await;
        let desk = story.visitor.desk_of("De Linde").await;
        story.visitor.get(&desk).await.is(200).shows("voor de partij en voor al haar aanbod");
        story.visitor.submit(&format!("{desk}/klopt"), &[("by", "de gastvrouw")]).await.is(303);
        story.visitor.get(&link).await.is(410).shows("Deze link werkt niet meer");
        for day in 1..180 {
            assert_eq!(story.round(THEN.plus(DAY * day)).await, Done::default(), "day {day}");
        }
        assert_eq!(story.round(THEN.plus(DAY * 180)).await.sent, 1);
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_sees_that_an_offer_of_a_party_that_is_right_is_hidden() {
    let settle = |here: &mut Neighbourhood| {
        let linde = here.party("De Linde", Sphere::Informal, |_| {});
        here.offer(linde, "Samen brieven lezen", &["papieren"], |offer| {
            offer.confirmed = Some(ago(600));
            offer.asked_at = Some(THEN.minus(DAY * 100));
        });
    };
    Story::tell(settle, async |story: Story| {
        assert_eq!(story.round(THEN).await, Done::default(), "what is to be seen is right");
        story.visitor.sign_in().await;
        let page = story.visitor.get("/beheer/veroudering").await;
        page.is(200).shows("Niet meer te zien (1)").shows("Een aanbod van deze partij is niet meer te zien");
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
        page.is(200).shows("Mail komt niet aan (1)").shows("De Linde").shows("tel:0880000123");
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

#[tokio::test]
async fn who_keeps_the_map_writes_to_a_group_that_keeps_itself_and_says_nothing_in_its_place() {
    let settle = |here: &mut Neighbourhood| {
        linde(here);
        here.party(GROUP, Sphere::Informal, |party| {
            party.confirmed = Some(ago(200));
            party.role.email = Email::parse("flat@oosterwaard.voorbeeld").unwrap();
        });
    };
    Story::tell(settle, async |story: Story| {
        story.visitor.sign_in().await;
        let list = story.visitor.get("/beheer/veroudering").await;
        let (linde, group) = (party_path(&story, "De Linde").await, party_path(&story, GROUP).await);
        list.is(200).shows(&format!("href=\"/beheer{linde}\"")).shows(&format!("href=\"{group}\""));
        list.hides(&format!("href=\"/beheer{group}\""));
        let form = |party: &str, what: &str| {
            format!("formaction=\"{}/{what}\"", party.replace("/partij/", "/beheer/veroudering/"))
        };
        list.shows(&form(&linde, "klopt")).shows(&form(&group, "mail")).hides(&form(&group, "klopt"));
        story.visitor.get(&group).await.is(200).shows(GROUP);
        let said = group.replace("/partij/", "/beheer/veroudering/") + "/klopt";
        story.visitor.submit(&said, &[]).await.is(404);
    })
    .await;
}

/// Who holds the key of the installation sees how the map stands, and no more of a party than everybody does.
#[tokio::test]
async fn what_is_hidden_for_its_age_stands_in_the_list_of_the_desk_without_a_link_that_leads_nowhere() {
    let settle = |here: &mut Neighbourhood| {
        fresh(here);
        here.party("Lang Geleden", Sphere::Informal, |party| {
            party.confirmed = Some(ago(2000));
            // Unasked, nothing hides.
            party.asked_at = Some(THEN.minus(DAY * 100));
        });
    };
    Story::tell(settle, async |story: Story| {
        let (operator, manager) = (&story.visitor, story.visitor.another());
        operator.sign_in_as_operator().await;
        manager.sign_in().await;
        let hidden = party_path(&story, "Lang Geleden").await;
        let shown = party_path(&story, "Repaircafé").await;
        let list = operator.get("/beheer").await;
        list.is(200).shows("Lang Geleden").hides(&hidden).shows(&format!("href=\"{shown}\""));
        operator.get(&hidden).await.is(404);
        operator.get(&shown).await.is(200);
        manager.get("/beheer").await.is(200).shows(&format!("href=\"/beheer{hidden}\""));
    })
    .await;
}
