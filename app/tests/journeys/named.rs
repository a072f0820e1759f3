//! A party's sentences name roles, not people: forms say so, and what was there already leaves the house without names.

use access::Permit;
use directory::neighbourhood::HERE;
use directory::wording::{Line, Lines, Name, Prose};
use directory::{contact, offer, party};
use ground::db::testing::THEN;

use crate::alive::{Story, TO, linde};
use crate::neighbourhood::{Visitor, in_oosterwaard};
use crate::open::{everything, wholes};

#[tokio::test]
async fn who_writes_a_first_name_at_the_desk_is_asked_for_the_role_and_loses_nothing() {
    Story::tell(linde, async |story: Story| {
        let visitor = &story.visitor;
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        let mut typed = vec![("name", "De Linde"), ("sphere", "informal"), ("serves", "everywhere")];
        typed.push(("best_way", "Vraag naar fátma, op dinsdag."));
        let refused = visitor.save(&desk, &typed).await;
        refused.is(422).shows("Vraag naar fátma, op dinsdag.").shows("href=\"#best_way\"");
        refused.shows("de naam van iemand: \u{2068}fátma\u{2069}").shows("‘\u{2068}coördinator\u{2069}’");
        typed.push(("confirmed_by", "Fatma Yildiz"));
        typed[3].1 = "Vraag naar de coördinator.";
        visitor.save(&desk, &typed).await.is(422).shows("href=\"#confirmed_by\"").hides("href=\"#best_way\"");
        typed.pop();
        visitor.save(&desk, &typed).await.is(303);
        let offer =
            format!("{desk}/aanbod/0{}", visitor.get(&desk).await.after(&format!("href=\"{desk}/aanbod/0")));
        let offered = [("name", "Brieven lezen"), ("does", "Formulieren invullen\nThee bij mevrouw Yıldız")];
        visitor.save(&offer, &offered).await.is(422).shows("href=\"#does\"").shows("Thee bij mevrouw Yıldız");
        visitor.save(&offer, &[("name", "Brieven lezen met Fatma")]).await.is(422).shows("href=\"#name\"");
        visitor.save(&offer, &[("name", "Brieven lezen"), ("does", "Fatmagül-thee")]).await.is(303);
        let new = format!("{desk}/aanbod/nieuw");
        let id = visitor.get(&new).await.after("name=\"id\" value=\"");
        let named = [("id", id.as_str()), ("name", "Eten"), ("cost", "Vraag Fatma")];
        visitor.submit(&new, &named).await.is(422).shows("href=\"#cost\"").shows("Vraag Fatma");
    })
    .await;
}

#[tokio::test]
async fn a_party_that_answers_its_mail_with_a_name_is_asked_for_the_role() {
    Story::tell(linde, async |story: Story| {
        let link = story.asked(TO, "/veranderd").await;
        let form = story.visitor.get(&link).await;
        let seen = form.is(200).after("name=\"seen\" value=\"");
        let offer = form.after("name=\"o-").replace("-seen", "");
        let (note, o_seen) = (format!("o-{offer}-opening_note"), format!("o-{offer}-seen"));
        let at_offer = form.after(&format!("name=\"{o_seen}\" value=\""));
        let mut typed = vec![("seen", seen.as_str()), (&o_seen, &at_offer)];
        typed.extend([("summary", "Bij Fatma drinkt u thee."), (&note, "Bel eerst FATMA")]);
        let refused = story.visitor.post(&link, &typed).await;
        refused.is(422).shows("#summary").shows(&format!("#{note}")).shows("Schrijf de rol, niet de naam");
        refused.shows("Bij Fatma drinkt u thee.").shows("Bel eerst FATMA");
        typed[2].1 = "Bij ons drinkt u thee.";
        typed[3].1 = "Bel eerst.";
        story.visitor.post(&link, &typed).await.is(303);
    })
    .await;
}

/// As an import does, or somebody who wrote before that person was put beside it.
async fn written_before(visitor: &Visitor, words: &str) {
    let permit = Permit::at_the_machine(HERE);
    let mut whole = wholes(&visitor.db)
        .await
        .into_iter()
        .find(|it| it.party.name.as_str() == "Moedercentrum De Linde")
        .unwrap();
    let line = Line::parse(words).unwrap();
    let (prose, lines) = (Prose::parse(words).unwrap(), Lines::parse(words).unwrap());
    let mut tx = visitor.db.begin().await.unwrap();
    whole.party.summary = prose.clone();
    whole.party.best_way = line.clone();
    whole.party.call_for = lines.clone();
    whole.party.role.name = line.clone();
    party::store::save(&mut tx, &permit, &whole.party).await.unwrap();
    for one in &mut whole.offers {
        one.name = Name::parse(words).unwrap();
        (one.summary, one.does) = (prose.clone(), lines.clone());
        (one.cost, one.opening_note, one.for_whom) = (line.clone(), line.clone(), line.clone());
        offer::store::save(&mut tx, &permit, one).await.unwrap();
    }
    let mut guide = whole.contacts[0].clone();
    guide.role = Name::parse("koffieschenker").unwrap();
    guide.note = line.clone();
    let since = THEN;
    guide.name = Some(contact::Consented { value: Name::parse("Kanariena van der Vogel").unwrap(), since });
    contact::store::save(&mut tx, &permit, &guide, THEN).await.unwrap();
    directory::municipality::store::touch(&mut tx, &permit, THEN).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_name_that_stood_in_a_sentence_already_is_in_no_open_file_and_no_answer() {
    in_oosterwaard(async |visitor: Visitor| {
        written_before(&visitor, "Vraag naar kanariena, of naar mevrouw Van der Vogel.").await;
        let all = everything(&visitor).await;
        for (at, text) in &all {
            assert!(!text.to_lowercase().contains("kanariena") && !text.contains("Vogel"), "{at}");
        }
        let with = all
            .values()
            .filter(|text| text.contains("Vraag naar [koffieschenker], of naar [koffieschenker]."))
            .count();
        assert!(with >= 6, "the role stands in its place: {with}");
        let linde = wholes(&visitor.db)
            .await
            .into_iter()
            .find(|it| it.party.name.as_str() == "Moedercentrum De Linde");
        let id = linde.unwrap().party.id;
        let one = visitor.get(&format!("/hsds/organizations/{id}")).await;
        one.is(200).shows("[koffieschenker]").hides("kanariena");
        // On its own page a party says what it likes.
        visitor.get(&format!("/partij/{id}")).await.is(200).shows("Vraag naar kanariena");
    })
    .await;
}
