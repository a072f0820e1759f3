//! People come in, do what they may and nothing else, and go; told by Wilma of the residents' group and whoever she invites.

use crate::neighbourhood::{KEY, Visitor, in_oosterwaard, settings};

pub(crate) const GROUP: &str = "Bewonersgroep Goudreinetflat";

/// The address of the desk's page of the group somebody acts for.
pub(crate) async fn own_party(visitor: &Visitor) -> String {
    format!("/beheer/partij/0{}", visitor.get("/ik").await.is(200).after("href=\"/beheer/partij/0"))
}

/// Wilma asks for a code for somebody beside her; the address in it, without the host.
pub(crate) async fn a_code(wilma: &Visitor, role: &str) -> String {
    let people = format!("{}/mensen", own_party(wilma).await);
    let token = wilma.get(&people).await.is(200).after("name=\"token\" value=\"");
    let fields = [("token", token.as_str()), ("role", role), ("how", "here")];
    wilma.submit(&format!("{people}/uitnodigen"), &fields).await.is(200).shows("class=\"qr\"");
    format!("/uitnodiging/{token}")
}

/// Opens the code and says what one is called.
pub(crate) async fn comes_in(somebody: &Visitor, code: &str, name: &str) {
    somebody.get(code).await.is(200).shows("Ja, ga verder").hides("name=\"name\"");
    somebody.post(code, &[]).await.is(303);
    somebody.get(code).await.is(200).shows("name=\"name\"");
    somebody.post(&format!("{code}/ja"), &[("name", name)]).await.is(303);
}

#[tokio::test]
async fn wilma_invites_a_volunteer_beside_her_who_comes_in_and_needs_a_key_first() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let code = a_code(&wilma, "volunteer").await;
        let selma = wilma.another();
        comes_in(&selma, &code, "Selma").await;
        selma.get("/ik").await.is(200).shows("Dag ").shows("Selma").shows("Maak nu een sleutel");
        // A link is no key: her own page is open and nothing else.
        let party = own_party(&wilma).await;
        selma.get(&party).await.is(404);
        selma.get(&format!("{party}/mensen")).await.is(404);
        wilma.get(&format!("{party}/mensen")).await.is(200).shows("Selma").shows("vrijwilliger");
        // Used once: whoever scans it again hears so.
        wilma.another().get(&code).await.is(410).shows("al gebruikt");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_for_the_browser_that_opened_it() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let code = a_code(&wilma, "guide").await;
        let (phone, other) = (wilma.another(), wilma.another());
        phone.post(&code, &[]).await.is(303);
        other.get(&code).await.is(410).shows("ander apparaat");
        other.post(&code, &[]).await.is(410).shows("ander apparaat");
        other.post(&format!("{code}/ja"), &[("name", "Dief")]).await.is(410);
        // Pressed twice on the same phone, it is still open there.
        phone.post(&code, &[]).await.is(303);
        phone.post(&format!("{code}/ja"), &[("name", "   ")]).await.is(422).shows("Typ een naam");
        phone.post(&format!("{code}/ja"), &[("name", "Yusuf")]).await.is(303);
        phone.post(&format!("{code}/ja"), &[("name", "Yusuf")]).await.is(410).shows("al gebruikt");
        for unknown in ["", "0193", &"0".repeat(64), &"é".repeat(32)] {
            let answer = other.get(&format!("/uitnodiging/{unknown}")).await;
            assert_eq!(answer.status, 404, "{unknown}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_invitation_that_was_taken_back_or_sent_twice_lets_in_nobody_and_one() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let people = format!("{}/mensen", own_party(&wilma).await);
        let token = wilma.get(&people).await.after("name=\"token\" value=\"");
        let fields = [("token", token.as_str()), ("role", "guide"), ("how", "here")];
        for _ in 0..2 {
            wilma.submit(&format!("{people}/uitnodigen"), &fields).await.is(200);
        }
        let list = wilma.get(&people).await;
        assert_eq!(list.body.matches("Trek in").count(), 1, "sent twice, it is there once");
        let withdraw =
            format!("{people}/uitnodiging/{}", list.after(&format!("action=\"{people}/uitnodiging/")));
        wilma.submit(&withdraw, &[]).await.is(303);
        wilma.another().get(&format!("/uitnodiging/{token}")).await.is(404).shows("ingetrokken");
    })
    .await;
}

#[tokio::test]
async fn a_volunteer_keeps_the_profile_of_the_own_party_and_of_no_other() {
    in_oosterwaard(async |ferdi: Visitor| {
        ferdi.comes_in_as("volunteer").await;
        ferdi.get("/ik").await.is(200).shows(GROUP).shows("vrijwilliger");
        let own = own_party(&ferdi).await;
        ferdi.get(&own).await.is(200);
        ferdi.submit(&format!("{own}/plek"), &[("capacity", "few")]).await.is(303);
        ferdi.submit(&format!("{own}/klopt"), &[("by", "een vrijwilliger")]).await.is(303);
        // Leaving the map is for the coordinator; inviting too.
        ferdi.submit(&format!("{own}/weg"), &[("how", "never")]).await.is(404);
        let token = "a".repeat(64);
        let fields = [("token", token.as_str()), ("role", "volunteer"), ("how", "here")];
        ferdi.submit(&format!("{own}/mensen/uitnodigen"), &fields).await.is(404);
        // Another party answers as one that does not exist.
        let manager = ferdi.another();
        manager.comes_in_as("manager").await;
        let other = manager.desk_of("De Linde").await;
        let nowhere = "/beheer/partij/01930000-0000-7000-8000-000000000000";
        let (there, not) = (ferdi.get(&other).await, ferdi.get(nowhere).await);
        assert_eq!(
            (there.status, without_addresses(&there.body, &other)),
            (not.status, without_addresses(&not.body, nowhere))
        );
        ferdi.submit(&format!("{other}/plek"), &[("capacity", "closed")]).await.is(404);
        // Another party's offer under the own party's address is not there either.
        let offer = manager.get(&other).await.after(&format!("href=\"{other}/aanbod/0"));
        ferdi.get(&format!("{own}/aanbod/0{offer}")).await.is(404);
        ferdi.submit(&format!("{own}/aanbod/0{offer}/plek"), &[("capacity", "closed")]).await.is(404);
        ferdi.get("/beheer").await.is(404);
    })
    .await;
}

/// Two pages that differ in nothing but their own address.
fn without_addresses(page: &str, address: &str) -> String {
    page.replace(address, "")
}

#[tokio::test]
async fn who_keeps_the_map_leaves_a_party_with_a_coordinator_to_its_own_people() {
    in_oosterwaard(async |manager: Visitor| {
        manager.comes_in_as("manager").await;
        let coordinated = manager.desk_of(GROUP).await;
        manager.get(&coordinated).await.is(404);
        manager.submit(&format!("{coordinated}/plek"), &[("capacity", "closed")]).await.is(404);
        manager.get(&manager.desk_of("De Linde").await).await.is(200);
        // She may still invite a coordinator anywhere, for coordinators go.
        let fields = [("token", &*"b".repeat(64)), ("role", "coordinator"), ("how", "here")];
        manager.submit(&format!("{coordinated}/mensen/uitnodigen"), &fields).await.is(200);
    })
    .await;
}

#[tokio::test]
async fn whoever_holds_the_key_lets_the_first_manager_in_and_edits_nothing() {
    in_oosterwaard(async |operator: Visitor| {
        operator.sign_in_as_operator().await;
        operator.get("/beheer").await.is(200).hides("Nieuwe partij");
        let manager = operator.another();
        manager.comes_in_as("manager").await;
        let party = manager.desk_of("De Linde").await;
        operator.get(&party).await.is(404);
        operator.submit(&format!("{party}/plek"), &[("capacity", "closed")]).await.is(404);
        operator.get("/ik").await.is(404);
        operator.get(&format!("{party}/mensen")).await.is(404);
        // No names, but a form.
        let page = operator.get("/beheer/mensen").await;
        page.is(200).hides("Ineke").shows("beheerder van de gemeente");
        let token = page.after("name=\"token\" value=\"");
        let fields = [("token", token.as_str()), ("role", "manager"), ("how", "here")];
        operator.submit("/beheer/mensen/uitnodigen", &fields).await.is(200);
        comes_in(&operator.another(), &format!("/uitnodiging/{token}"), "Ans").await;
        let fields = [("token", &*"c".repeat(64)), ("role", "coordinator"), ("how", "here")];
        operator.submit(&format!("{party}/mensen/uitnodigen"), &fields).await.is(404);
    })
    .await;
}

#[tokio::test]
async fn a_membership_that_ends_ends_every_session_at_once_and_forgets_the_name() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let (phone, computer) = (wilma.another(), wilma.another());
        phone.comes_in_as("volunteer").await;
        computer.comes_in_as("volunteer").await;
        let people = format!("{}/mensen", own_party(&wilma).await);
        let list = wilma.get(&people).await;
        list.is(200).shows("Ferdi");
        let ferdi = list.body.split("Ferdi").nth(1).unwrap();
        let at =
            ferdi.split(&format!("action=\"{people}/")).nth(1).unwrap().split('/').next().unwrap().to_owned();
        wilma.submit(&format!("{people}/{at}/rol"), &[("role", "guide")]).await.is(303);
        // Another role: sign in again.
        phone.get("/ik").await.is(403);
        phone.comes_in_as("volunteer").await;
        phone.get("/ik").await.is(200).shows("gids");
        wilma.submit(&format!("{people}/{at}/weg"), &[]).await.is(303);
        for browser in [&phone, &computer] {
            browser.get("/ik").await.is(403);
        }
        wilma.get(&people).await.is(200).hides("Ferdi");
        // Pressed twice: there is nothing left to end.
        wilma.submit(&format!("{people}/{at}/weg"), &[]).await.is(404);
        let left: i64 = wilma
            .db
            .read("select count(*) from people_person where municipality_id = $1 and name = $2")
            .bind(9901)
            .bind("Ferdi")
            .scalar()
            .await
            .unwrap();
        assert_eq!(left, 0);
    })
    .await;
}

#[tokio::test]
async fn one_sees_and_ends_the_own_sessions_and_no_others() {
    in_oosterwaard(async |phone: Visitor| {
        let computer = phone.another();
        phone.comes_in_as("guide").await;
        computer.comes_in_as("guide").await;
        let session = phone.get("/ik").await.is(200).after("name=\"session\" value=\"");
        let stranger = phone.another();
        stranger.comes_in_as("professional").await;
        stranger.submit("/ik/sessies/einde", &[("session", &session)]).await.is(303);
        computer.get("/ik").await.is(200);
        phone.submit("/ik/sessies/einde", &[("session", &session)]).await.is(303);
        computer.get("/ik").await.is(403);
        phone.submit("/ik/sessies/wachten", &[("minutes", "15")]).await.is(303);
        phone.submit("/ik/sessies/wachten", &[("minutes", "600")]).await.is(404);
        phone.submit("/ik/naam", &[("name", "")]).await.is(422).shows("Typ een naam");
        phone.submit("/ik/naam", &[("name", "Karim B.")]).await.is(303);
        phone.get("/ik").await.shows("Karim B.");
        let left = phone.submit("/afmelden", &[]).await;
        assert_eq!(left.is(303).header("clear-site-data"), "\"cache\", \"storage\"");
        phone.get("/ik").await.is(403);
    })
    .await;
}

#[tokio::test]
async fn somebody_with_two_places_acts_as_one_and_sees_which() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let code = a_code(&wilma, "key-figure").await;
        let joris = wilma.another();
        joris.comes_in_as("professional").await;
        joris.post(&code, &[]).await.is(303);
        joris.get(&code).await.is(200).shows("Joris").hides("name=\"name\"");
        joris.post(&format!("{code}/ja"), &[]).await.is(403);
        joris.submit(&format!("{code}/ja"), &[]).await.is(303);
        let page = joris.get("/ik").await;
        page.is(200).shows(GROUP).shows("Wijkteam De Boogerd").shows("Joris</bdi>, <bdi>medewerker");
        let other = page.after("name=\"membership\" value=\"");
        joris.submit("/ik/als", &[("membership", &other)]).await.is(303);
        joris.get("/ik").await.shows("sleutelfiguur, ");
        joris.get(&own_party(&wilma).await).await.is(200);
        // Somebody else's membership cannot be put on.
        let people = format!("{}/mensen", own_party(&wilma).await);
        let hers = wilma.get(&people).await.after(&format!("action=\"{people}/"));
        let hers = hers.split('/').next().unwrap();
        joris.submit("/ik/als", &[("membership", hers)]).await.is(404);
    })
    .await;
}

#[tokio::test]
async fn who_gets_another_role_by_a_link_is_out_everywhere_else_and_goes_on_here_under_a_new_token() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let (phone, computer) = (wilma.another(), wilma.another());
        phone.comes_in_as("volunteer").await;
        computer.comes_in_as("volunteer").await;
        phone.submit("/ik/sessies/wachten", &[("minutes", "60")]).await.is(303);
        let takes = async |role: &str| {
            let code = a_code(&wilma, role).await;
            phone.post(&code, &[]).await.is(303);
            phone.submit(&format!("{code}/ja"), &[("anders", "volunteer")]).await
        };
        // The role he has: nothing ended, and nothing was used up.
        takes("volunteer").await.is(410).shows("U bent hier al");
        computer.get("/ik").await.is(200).shows("vrijwilliger");
        let before = phone.cookies.borrow().clone();
        let done = takes("guide").await.is(303).header("location").to_owned();
        assert_eq!(done, "/ik?gedaan=rol");
        computer.get("/ik").await.is(403);
        let now = phone.cookies.replace(before);
        phone.get("/ik").await.is(403);
        *phone.cookies.borrow_mut() = now;
        let page = phone.get(&done).await;
        page.is(200).shows("Uw rol is veranderd").shows("Ferdi</bdi>, <bdi>gids");
        page.shows("<option value=\"60\" selected");
        phone.get(&own_party(&wilma).await).await.is(200);
    })
    .await;
}

#[tokio::test]
async fn nobody_comes_in_by_one_click_where_it_is_no_demo_or_no_invented_town() {
    let real = samenspel::settings::Settings { demo: false, ..settings() };
    crate::neighbourhood::with(real, async |visitor: Visitor| {
        visitor.get("/aanmelden").await.is(200).hides("aanmelden/demo");
        visitor.post("/aanmelden/demo", &[("key", "manager")]).await.is(404);
    })
    .await;
    in_oosterwaard(async |visitor: Visitor| {
        visitor.get("/aanmelden").await.is(200).shows("aanmelden/demo");
        visitor
            .db
            .write("update directory_municipality set fiction = $2 where municipality_id = $1")
            .bind(9901)
            .bind(false)
            .execute()
            .await
            .unwrap();
        let again = Visitor::new(settings(), visitor.db.clone());
        again.get("/aanmelden").await.is(200).hides("aanmelden/demo");
        again.post("/aanmelden/demo", &[("key", "manager")]).await.is(404);
        again.post("/beheer/aanmelden", &[("token", KEY)]).await.is(303);
    })
    .await;
}

#[tokio::test]
async fn both_see_who_changed_what_and_another_party_sees_nothing_of_it() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let (ferdi, joris) = (wilma.another(), wilma.another());
        ferdi.comes_in_as("volunteer").await;
        joris.comes_in_as("professional").await;
        let own = own_party(&ferdi).await;
        ferdi.submit(&format!("{own}/plek"), &[("capacity", "few")]).await.is(303);
        wilma.get(&format!("{own}/mensen")).await.is(200);
        let hers = wilma.get("/ik/wie-keek").await;
        hers.is(200).shows("Ferdi</bdi></strong> gaf aan of er plek is.");
        hers.shows("<strong>U</strong> keek naar de lijst met mensen.");
        let his = ferdi.get("/ik/wie-keek").await;
        his.is(200).shows("<strong>U</strong> gaf aan of er plek is.");
        his.shows("Wilma</bdi></strong> keek naar de lijst met mensen.");
        joris.get("/ik/wie-keek").await.is(200).hides("Ferdi").hides("gaf aan of er plek is");
        // Older pages, and whatever else somebody types there.
        for page in ["?voor=1", "?voor=-5", "?voor=abc", "?voor=99999999999999999999"] {
            wilma.get(&format!("/ik/wie-keek{page}")).await.is(200);
        }
    })
    .await;
}

#[tokio::test]
async fn the_privacy_officer_sees_everything_that_was_done_and_no_name() {
    in_oosterwaard(async |daan: Visitor| {
        let wilma = daan.another();
        wilma.comes_in_as("coordinator").await;
        let own = own_party(&wilma).await;
        wilma.submit(&format!("{own}/plek"), &[("capacity", "few")]).await.is(303);
        daan.comes_in_as("privacy-officer").await;
        let log = daan.get("/controle").await;
        log.is(200)
            .shows(GROUP)
            .shows("gaf aan of er plek is")
            .hides("Wilma")
            .hides("Goudreinetflat</bdi>, ");
        log.shows("keek in het hele logboek");
        daan.get("/controle/regels").await.is(200).shows("Wat nooit mag");
        // Logs, and no content.
        daan.get("/beheer").await.is(404);
        daan.get(&own).await.is(404);
        daan.get(&format!("{own}/mensen")).await.is(404);
        for nobody in [&wilma, &daan.another()] {
            assert_ne!(nobody.get("/controle").await.status, 200);
        }
        daan.another().get("/logboek").await.is(200).shows("zes woorden");
    })
    .await;
}

#[tokio::test]
async fn who_may_invite_into_a_party_does_not_see_its_people_by_a_form_that_is_not_right() {
    in_oosterwaard(async |visitor: Visitor| {
        let (manager, coordinator) = (visitor.another(), visitor.another());
        manager.comes_in_as("manager").await;
        coordinator.comes_in_as("coordinator").await;
        let party = coordinator.get("/ik").await.after("href=\"/beheer/partij/");
        let party = party.split('/').next().unwrap();
        coordinator.get(&format!("/beheer/partij/{party}/mensen")).await.is(200).shows("Wilma");
        manager.get(&format!("/beheer/partij/{party}/mensen")).await.is(404);
        let fields = [("role", "coordinator"), ("how", "mail"), ("email", "")];
        let refused = manager.submit(&format!("/beheer/partij/{party}/mensen/uitnodigen"), &fields).await;
        refused.is(422).hides("Wilma");
    })
    .await;
}
