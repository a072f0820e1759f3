//! What takes no words is done on the list itself by one tap, and the answer leads back to that list and says what was done.

use crate::asks::{QUESTION, ask, see, step, two};
use crate::handovers::{TEAM, offers, table};
use crate::neighbourhood::{Answer, Visitor, in_oosterwaard};

/// A button of a list, with all that a browser sends when it is pressed.
struct Button {
    to: String,
    fields: Vec<(&'static str, String)>,
}

impl Button {
    /// The first that says this.
    fn on(page: &Answer, says: &str) -> Self {
        let mut all =
            page.is(200).body.split("<button").skip(1).filter_map(|rest| rest.split("</button>").next());
        let found = all.find(|button| button.contains(says));
        let button = found.unwrap_or_else(|| panic!("no button says {says:?}:\n{}", page.body));
        let attribute = |name: &str| {
            let (_, rest) = button.split_once(&format!(" {name}=\"")).unwrap();
            rest.split('"').next().unwrap().to_owned()
        };
        assert_eq!(attribute("name"), "tik");
        let hidden = |name: &str| page.after(&format!("name=\"{name}\" value=\""));
        let fields = ["csrf", "once", "terug"].map(|name| (name, hidden(name)));
        let fields = fields.into_iter().chain([("tik", attribute("value"))]).collect();
        Self { to: attribute("formaction"), fields }
    }

    async fn pressed(&self, by: &Visitor) -> Answer {
        let fields: Vec<(&str, &str)> =
            self.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut answer = by.send_form(&self.to, &fields).await;
        answer.body = answer.body.replace(['\u{2068}', '\u{2069}'], "");
        answer
    }
}

/// Presses it on that list, and reads the list to which that leads.
async fn taps(by: &Visitor, list: &str, says: &str) -> Answer {
    let pressed = Button::on(&see(by, list).await, says).pressed(by).await;
    let to = pressed.is(303).header("location");
    assert!(to.starts_with(&format!("{list}?")), "{to} is not {list}");
    let page = see(by, to).await;
    page.is(200);
    page
}

#[tokio::test]
async fn a_question_is_taken_up_and_thanked_for_from_the_list_by_one_tap() {
    in_oosterwaard(async |visitor: Visitor| {
        let (guide, professional) = two(&visitor).await;
        let at = ask(&guide, "buurt", QUESTION).await;
        see(&guide, "/vandaag").await.is(200).hides("Ik pak dit op");
        let day = see(&professional, "/vandaag").await;
        assert_eq!(
            day.body.matches("name=\"csrf\"").count(),
            1,
            "the proof of the session stands there once"
        );
        taps(&professional, "/vandaag", "Ik pak dit op")
            .await
            .shows("U heeft de vraag opgepakt. Nu bent u aan zet.")
            .hides("Ik pak dit op");
        see(&guide, &at).await.shows("De bal ligt bij Wijkteam De Boogerd");
        step(&professional, &at, "antwoord", "answer", "Kom dinsdag samen.").await.is(303);
        taps(&guide, "/vragen", "Bedank").await.shows("Uw dank is verstuurd.");
        let over = see(&guide, &at).await;
        over.shows("Klaar. Er is bedankt.").hides("Uw dank is verstuurd.");
        // To whoever did not do it the same address says nothing of it.
        let id = at.trim_start_matches("/vraag/");
        for said in [format!("vraag.thank.{id}"), format!("overdracht.thank.{id}"), "vraag.thank.".to_owned()]
        {
            let page = see(&professional, &format!("/vandaag?gedaan={said}")).await;
            page.is(200).hides("Uw dank is verstuurd.");
        }
    })
    .await;
}

#[tokio::test]
async fn who_taps_twice_takes_it_up_once_and_who_was_too_late_reads_who_was_quicker() {
    in_oosterwaard(async |visitor: Visitor| {
        let (guide, professional) = two(&visitor).await;
        let welfare = visitor.another();
        welfare.comes_in_as("community-worker").await;
        let at = ask(&guide, "buurt", QUESTION).await;
        let hers = Button::on(&see(&welfare, "/vragen").await, "Ik pak dit op");
        let his = Button::on(&see(&professional, "/vandaag").await, "Ik pak dit op");
        let (first, again) = (his.pressed(&professional).await, his.pressed(&professional).await);
        assert_eq!(first.is(303).header("location"), again.is(303).header("location"));
        let late = hers.pressed(&welfare).await;
        late.is(409).shows("Er is intussen iets gebeurd").shows("Wijkteam De Boogerd pakte dit op");
        assert_eq!(see(&guide, &at).await.body.matches("pakte dit op").count(), 1);
        // A list of elsewhere is none: then the page of the question is where it leads.
        step(&professional, &at, "antwoord", "give-back", "").await.is(303);
        let mut hers = Button::on(&see(&welfare, "/vragen").await, "Ik pak dit op");
        let version = see(&welfare, &at).await.after("name=\"versie\" value=\"");
        hers.fields.retain(|(name, _)| !matches!(*name, "terug" | "tik"));
        hers.fields.extend([("terug", "//elders.voorbeeld-1".to_owned()), ("versie", version)]);
        let done = hers.pressed(&welfare).await;
        assert_eq!(done.is(303).header("location"), format!("{at}?gedaan=take"));
    })
    .await;
}

#[tokio::test]
async fn a_handover_is_accepted_on_the_first_day_and_both_say_on_their_list_that_they_sat_together() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, _] = table(first).await;
        let address = offers(&karim, TEAM).await;
        see(&karim, "/vandaag").await.is(200).hides("Neem aan.");
        // Two working days from Tuesday 25 November.
        taps(&joris, "/overdrachten", "Neem aan. Eerste gesprek: 27 november")
            .await
            .shows("U heeft de overdracht aangenomen.");
        see(&karim, &address).await.shows("Het eerste gesprek is op 27 november");
        taps(&karim, "/vandaag", "Ja, we zaten samen").await.shows("Bewaard. De ander bevestigt het nog.");
        see(&joris, "/vandaag").await.shows("De ander zegt dat u samen heeft gezeten. Klopt dat?");
        taps(&joris, "/vandaag", "Nee, nog niet").await.shows("De overdracht staat weer op aangenomen.");
        taps(&karim, "/vandaag", "Ja, we zaten samen").await.hides("Ja, we zaten samen");
        taps(&joris, "/vandaag", "Ja, dat klopt").await.shows("De bewoner kent nu twee gezichten.");
        // What has to be said or chosen is on its page, a tap away.
        see(&karim, "/vandaag").await.shows(&address).hides("name=\"tik\"");
    })
    .await;
}
