//! What goes on in the town: questions, a handover, a file that waits, and who asks to be on the map.

use asks::question::{Question, Said, Side as QuestionSide, To};
use asks::story::State as Stands;
use directory::candidate::{self, Candidate};
use directory::import::{Ask, about::About, staged};
use directory::theme::Theme;
use ground::db::testing::THEN;
use ground::id::Id;
use handovers::handover::{CodeWord, Does, Handover, Side};

use crate::town::{Town, name};
use crate::who::Spot;

impl Town {
    /// The first party asks the second, and the whole neighbourhood.
    pub(crate) async fn put_questions(&mut self) {
        let side = |spot| QuestionSide { party: self.of(spot).party, person: None };
        let to = [To::Party(side(Spot::Other)), To::Neighbourhood(None)];
        let ask = |to| Question {
            id: Id::new(THEN),
            asker: side(Spot::Kept),
            to,
            theme: Theme::parse("papieren").unwrap(),
            area: None,
            language: "nl".to_owned(),
            text: Said::parse("Wie leest er mee?", Said::LONG, 2026).unwrap(),
            state: Stands::Asked,
            version: 0,
            turn: 0,
            asked_at: THEN,
            since: THEN,
            term: None,
            closed_at: None,
        };
        for question in to.map(ask) {
            asks::question::ask(&self.db, &self.machine(), &question).await.unwrap();
            self.questions.push(question.id.to_string());
        }
    }

    pub(crate) async fn bring(&self) -> String {
        let about = About { source: name("Lijst"), licence: name("CC0 1.0"), web: None, dated: None };
        let ask =
            Ask { about, file: "lijst.json".to_owned(), sphere: Some("informal".to_owned()), mapping: None };
        let mut upload = staged::Upload::default();
        upload
            .push(br#"{"organizations":[{"id":"L-1","name":"Kantklosclub","description":"Uit de lijst"}]}"#)
            .unwrap();
        let waiting = staged::stage(&self.db, &self.machine(), &ask, upload, THEN).await.unwrap().unwrap();
        waiting.id.to_string()
    }

    pub(crate) async fn ask_to_be_listed(&self) -> Id<Candidate> {
        let mut typed = access::Fields::default();
        for (name, value) in [
            ("name", "Breiclub Zwaluw"),
            ("sphere", "informal"),
            ("summary", "Wij breien samen."),
            ("reach", "088 000 01 77"),
        ] {
            typed.push(name, value);
        }
        let candidate = candidate::read(&typed, THEN).unwrap();
        assert!(candidate::store::ask(&self.db, self.code, &candidate).await.unwrap());
        candidate.id
    }

    pub(crate) async fn hand_over(&self) {
        let side = |spot| Side { party: self.of(spot).party, person: None };
        let new = Handover {
            id: self.handover,
            giver: side(Spot::Kept),
            receiver: side(Spot::Other),
            theme: Theme::parse("papieren").unwrap(),
            area: None,
            code_word: CodeWord::all().next().unwrap(),
            does: vec![Does::Along],
            state: handovers::State::Offered,
            version: 0,
            turn: 0,
            offered_at: THEN,
            since: THEN,
            term: None,
            first_date: None,
            stay_until: None,
            closed_at: None,
        };
        handovers::handover::offer(&self.db, &self.machine(), &new, None).await.unwrap().unwrap();
    }
}
