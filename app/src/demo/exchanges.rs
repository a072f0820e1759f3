//! What goes on in the invented municipality when the demo is made: questions and handovers of the last days, each in another state.

use std::time::Duration;

use access::{Permit, Role};
use asks::question::{Question, Said, Side, To, Wish};
use asks::story::{State, Step};
use directory::area::AreaCode;
use directory::party::{self, Party};
use directory::theme::Theme;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::{Day, Moment};
use handovers::handover::{self, CodeWord, Does, Handover};
use handovers::intake::{self, Intake};
use terms::Terms;

use super::{people, wrong};
use crate::refusal::Refusal;

/// A question: who asks, whom (nobody in particular is the neighbourhood), so many hours ago, about what, the text, and what was done since.
struct Asked {
    by: Role,
    to: Option<Role>,
    hours_ago: u64,
    theme: &'static str,
    text: &'static str,
    then: &'static [(Role, Step, &'static str)],
}

const QUESTIONS: [Asked; 8] = [
    Asked {
        by: Role::Guide,
        to: Some(Role::Professional),
        hours_ago: 30,
        theme: "schulden",
        text: "Wie kan meekijken met een vader die veel brieven over schulden krijgt? Ik ga graag een keer mee.",
        then: &[],
    },
    Asked {
        by: Role::Coordinator,
        to: Some(Role::Professional),
        hours_ago: 14 * 24,
        theme: "papieren",
        text: "Een bewoner durft de post niet te openen. Wie kan eens langskomen in onze huiskamer?",
        then: &[],
    },
    Asked {
        by: Role::Professional,
        to: Some(Role::Coordinator),
        hours_ago: 20,
        theme: "schulden",
        text: "Is er in de flat iemand die samen met een buurvrouw naar het spreekuur wil lopen?",
        then: &[],
    },
    Asked {
        by: Role::CommunityWorker,
        to: None,
        hours_ago: 26,
        theme: "papieren",
        text: "Wie heeft een rustige plek met wifi, waar iemand één keer per week haar papieren kan doen?",
        then: &[],
    },
    Asked {
        by: Role::KeyFigure,
        to: None,
        hours_ago: 7 * 24,
        theme: "schulden",
        text: "Wie weet hoe je kwijtschelding vraagt bij het waterschap?",
        then: &[
            (Role::Guide, Step::Take, ""),
            (Role::Guide, Step::Answer, "Dat doen wij elke donderdag samen. Kom gerust binnen."),
            (Role::KeyFigure, Step::Thank, "Fijn, tot donderdag."),
        ],
    },
    Asked {
        by: Role::Coordinator,
        to: Some(Role::CommunityWorker),
        hours_ago: 3 * 24,
        theme: "papieren",
        text: "Kunnen jullie helpen bij een avond over toeslagen in onze flat?",
        then: &[(
            Role::CommunityWorker,
            Step::Answer,
            "Graag. Zullen wij er volgende week samen voor gaan zitten?",
        )],
    },
    Asked {
        by: Role::KeyFigure,
        to: Some(Role::CommunityWorker),
        hours_ago: 5 * 24,
        theme: "papieren",
        text: "Kan iemand van jullie zaterdag in onze keuken uitleg geven over de energietoeslag?",
        then: &[(
            Role::CommunityWorker,
            Step::Decline,
            "Zaterdag werken wij niet. De buurtvaders zijn er dan wel.",
        )],
    },
    Asked {
        by: Role::Professional,
        to: None,
        hours_ago: 2 * 24,
        theme: "papieren",
        text: "Wie spreekt Tigrinya en wil een keer meelopen naar het stadhuis?",
        then: &[(Role::KeyFigure, Step::Take, "")],
    },
];

/// A handover: from whom, to whom, so many hours ago, about what, and whether a first day was agreed.
const HANDOVERS: [(Role, Role, u64, &str, bool); 3] = [
    (Role::Coordinator, Role::Professional, 22, "schulden", false),
    (Role::Professional, Role::Coordinator, 4 * 24, "papieren", true),
    (Role::Guide, Role::CommunityWorker, 6 * 24, "papieren", true),
];

/// Puts all of it into a demo in which the parties and their people are.
///
/// # Errors
/// A sentence when something of it does not fit.
pub async fn fill(db: &Db, town: Municipality, now: Moment) -> Result<(), Refusal> {
    let filling =
        Filling { db, permit: Permit::at_the_machine(town), terms: terms::of(db, town, None).await? };
    for asked in &QUESTIONS {
        filling.ask(asked, now).await?;
    }
    for (index, (from, to, hours_ago, theme, agreed)) in HANDOVERS.into_iter().enumerate() {
        let at = now.minus(hours(hours_ago));
        filling.hand_over(index, (from, to), theme, agreed, at).await?;
    }
    filling.pause(Role::KeyFigure, now).await?;
    // What is late by now is so from the first page on.
    asks::clock::terms_passed(db, town, now).await?;
    handovers::clock::terms_passed(db, town, now).await?;
    Ok(())
}

fn hours(count: u64) -> Duration {
    Duration::from_secs(count * 60 * 60)
}

fn unfit(what: &str) -> Refusal {
    wrong("exchanges", what)
}

struct Filling<'f> {
    db: &'f Db,
    permit: Permit,
    terms: Terms,
}

impl Filling<'_> {
    /// The party of the demo's person with this role, and that person.
    async fn side(&self, role: Role) -> Result<Side, Refusal> {
        let (person, name) = people::who(role).ok_or_else(|| unfit("a role nobody has"))?;
        let mut tx = self.db.begin().await?;
        let party: Option<Id<Party>> = party::named::named(&mut tx, self.permit.municipality(), name).await?;
        tx.rollback().await?;
        Ok(Side { party: party.ok_or_else(|| unfit(name))?, person: Some(person) })
    }

    fn area() -> Option<AreaCode> {
        AreaCode::parse("BU99010101").ok()
    }

    async fn ask(&self, asked: &Asked, now: Moment) -> Result<(), Refusal> {
        let at = now.minus(hours(asked.hours_ago));
        let term = |from: Moment| self.terms.question(from);
        let said =
            |text: &str| Said::parse(text, Said::LONG, at.local().year()).map_err(|_| unfit(asked.text));
        let to = match asked.to {
            Some(role) => To::Party(Side { person: None, ..self.side(role).await? }),
            None => To::Neighbourhood(None),
        };
        let question = Question {
            id: Id::new(at),
            asker: self.side(asked.by).await?,
            to,
            theme: Theme::parse(asked.theme).ok_or_else(|| unfit(asked.theme))?,
            area: Self::area(),
            language: "nl".to_owned(),
            text: said(asked.text)?,
            state: State::Asked,
            version: 0,
            turn: 0,
            asked_at: at,
            since: at,
            term: Some(term(at)),
            closed_at: None,
        };
        asks::question::ask(self.db, &self.permit, &question).await?;
        for (version, (role, step, text)) in (0..).zip(asked.then) {
            let text = if text.is_empty() { None } else { Some(said(text)?) };
            let wish = Wish { step: *step, by: self.side(*role).await?, version, text };
            let then = at.plus(hours(5 * (u64::from(version.unsigned_abs()) + 1)));
            asks::question::step(self.db, &self.permit, question.id, &wish, term(then), then).await?;
        }
        Ok(())
    }

    /// The party of this person takes nothing in for two weeks.
    async fn pause(&self, role: Role, now: Moment) -> Result<(), Refusal> {
        let party = self.side(role).await?.party;
        let intake = Intake { paused_until: Some(now.day().plus_days(14)), ..Intake::default() };
        let mut tx = self.db.begin().await?;
        intake::store::save(&mut tx, &self.permit, party, &intake, now).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn hand_over(
        &self,
        index: usize,
        (from, to): (Role, Role),
        theme: &str,
        agreed: bool,
        at: Moment,
    ) -> Result<(), Refusal> {
        let new = Handover {
            id: Id::new(at),
            giver: self.side(from).await?,
            receiver: Side { person: None, ..self.side(to).await? },
            theme: Theme::parse(theme).ok_or_else(|| unfit(theme))?,
            area: Self::area(),
            code_word: CodeWord::all().nth(index * 17).ok_or_else(|| unfit("no code word is left"))?,
            does: vec![Does::Along],
            state: handovers::State::Offered,
            version: 0,
            turn: 0,
            offered_at: at,
            since: at,
            term: Some(self.terms.handover(at)),
            first_date: None,
            stay_until: None,
            closed_at: None,
        };
        let offered = handover::offer(self.db, &self.permit, &new, None).await?;
        offered.map_err(|_| unfit("a handover that is not taken in"))?;
        if agreed {
            let then = at.plus(hours(9));
            let first = Day(workdays::plus_working_days(at.day().0, 6));
            let wish = handover::Wish {
                step: handovers::Step::Accept,
                by: self.side(to).await?,
                version: 0,
                words: None,
                day: Some(first),
                went: None,
            };
            handover::step(self.db, &self.permit, new.id, &wish, &self.terms, then).await?;
        }
        Ok(())
    }
}
