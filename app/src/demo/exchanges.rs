//! What goes on in the invented municipality when the demo is made: questions and handovers of the last weeks, each in another state.

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
use handovers::Step as Move;
use handovers::handover::{self, CodeWord, Does, Handover, Stepped};
use handovers::intake::{self, Intake};
use terms::Terms;

use super::{people, wrong};
use crate::refusal::Refusal;

/// A question: who asks, whom (nobody in particular is the neighbourhood), so many hours ago, about what and where, the text,
/// and what was done since.
struct Asked {
    by: Role,
    to: Option<Role>,
    hours_ago: u64,
    theme: &'static str,
    area: &'static str,
    text: &'static str,
    then: &'static [(Role, Step, &'static str)],
}

const QUESTIONS: [Asked; 8] = [
    Asked {
        by: Role::Guide,
        to: Some(Role::Professional),
        hours_ago: 30,
        theme: "schulden",
        area: "BU99010101",
        text: "Wie kan meekijken met een vader die veel brieven over schulden krijgt? Ik ga graag een keer mee.",
        then: &[],
    },
    Asked {
        by: Role::Coordinator,
        to: Some(Role::Professional),
        hours_ago: 14 * 24,
        theme: "papieren",
        area: "BU99010102",
        text: "Een bewoner durft de post niet te openen. Wie kan eens langskomen in onze huiskamer?",
        then: &[],
    },
    Asked {
        by: Role::Professional,
        to: Some(Role::Coordinator),
        hours_ago: 20,
        theme: "schulden",
        area: "BU99010101",
        text: "Is er in de flat iemand die samen met een buurvrouw naar het spreekuur wil lopen?",
        then: &[],
    },
    Asked {
        by: Role::CommunityWorker,
        to: None,
        hours_ago: 26,
        theme: "papieren",
        area: "BU99010203",
        text: "Wie heeft een rustige plek met wifi, waar iemand één keer per week haar papieren kan doen?",
        then: &[],
    },
    Asked {
        by: Role::KeyFigure,
        to: None,
        hours_ago: 7 * 24,
        theme: "schulden",
        area: "BU99010101",
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
        area: "BU99010103",
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
        area: "BU99010101",
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
        area: "BU99010303",
        text: "Wie spreekt Tigrinya en wil een keer meelopen naar het stadhuis?",
        then: &[(Role::KeyFigure, Step::Take, "")],
    },
];

/// A handover: from whom, to whom, so many hours ago, about what and where, under which word, and what was done so many hours
/// after it was offered.
struct Handed {
    from: Role,
    to: Role,
    hours_ago: u64,
    theme: &'static str,
    area: &'static str,
    word: &'static str,
    then: &'static [(u64, Role, Move, &'static str)],
}

const HANDOVERS: [Handed; 9] = [
    Handed {
        from: Role::Coordinator,
        to: Role::Professional,
        hours_ago: 22,
        theme: "schulden",
        area: "BU99010101",
        word: "aardbei",
        then: &[],
    },
    Handed {
        from: Role::Professional,
        to: Role::Coordinator,
        hours_ago: 4 * 24,
        theme: "papieren",
        area: "BU99010103",
        word: "basilicum",
        then: &[(9, Role::Coordinator, Move::Accept, "")],
    },
    Handed {
        from: Role::Guide,
        to: Role::CommunityWorker,
        hours_ago: 6 * 24,
        theme: "papieren",
        area: "BU99010101",
        word: "braam",
        then: &[(9, Role::CommunityWorker, Move::Accept, "")],
    },
    // Offered before the party took a pause, and late by now.
    Handed {
        from: Role::CommunityWorker,
        to: Role::KeyFigure,
        hours_ago: 12 * 24,
        theme: "papieren",
        area: "BU99010201",
        word: "fiets",
        then: &[],
    },
    Handed {
        from: Role::Guide,
        to: Role::Professional,
        hours_ago: 9 * 24,
        theme: "schulden",
        area: "BU99010301",
        word: "hangmat",
        then: &[(
            20,
            Role::Professional,
            Move::Decline,
            "In die wijk komen wij niet. Waardwelzijn werkt daar wel.",
        )],
    },
    // The guide and the other both say that they sat together.
    Handed {
        from: Role::KeyFigure,
        to: Role::Professional,
        hours_ago: 22 * 24,
        theme: "schulden",
        area: "BU99010102",
        word: "iris",
        then: &[
            (10, Role::Professional, Move::Accept, ""),
            (15 * 24, Role::KeyFigure, Move::SatTogether, ""),
            (16 * 24, Role::Professional, Move::Confirm, ""),
        ],
    },
    // The guide stays until a day.
    Handed {
        from: Role::Coordinator,
        to: Role::CommunityWorker,
        hours_ago: 24 * 24,
        theme: "papieren",
        area: "BU99010202",
        word: "kiwi",
        then: &[
            (12, Role::CommunityWorker, Move::Accept, ""),
            (15 * 24, Role::CommunityWorker, Move::SatTogether, ""),
            (16 * 24, Role::Coordinator, Move::Confirm, ""),
            (17 * 24, Role::Coordinator, Move::StayUntil, ""),
        ],
    },
    // Let go: both can look back.
    Handed {
        from: Role::Professional,
        to: Role::Guide,
        hours_ago: 26 * 24,
        theme: "papieren",
        area: "BU99010302",
        word: "kruiwagen",
        then: &[
            (8, Role::Guide, Move::Accept, ""),
            (15 * 24, Role::Professional, Move::SatTogether, ""),
            (16 * 24, Role::Guide, Move::Confirm, ""),
            (24 * 24, Role::Professional, Move::LetGo, ""),
        ],
    },
    Handed {
        from: Role::CommunityWorker,
        to: Role::Coordinator,
        hours_ago: 10 * 24,
        theme: "papieren",
        area: "BU99010204",
        word: "luipaard",
        then: &[
            (30, Role::Coordinator, Move::Ask, "Kan het ook op een avond?"),
            (50, Role::CommunityWorker, Move::Stop, ""),
        ],
    },
];

/// So many working days after an offer both meet, and so many after they met a guide stays.
const FIRST: u16 = 6;
const STAYS: u16 = 15;

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
    for handed in &HANDOVERS {
        filling.hand_over(handed, now).await?;
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

fn area(code: &str) -> Result<AreaCode, Refusal> {
    AreaCode::parse(code).map_err(|_| unfit(code))
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
            area: Some(area(asked.area)?),
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

    async fn hand_over(&self, handed: &Handed, now: Moment) -> Result<(), Refusal> {
        let at = now.minus(hours(handed.hours_ago));
        let new = Handover {
            id: Id::new(at),
            giver: self.side(handed.from).await?,
            receiver: Side { person: None, ..self.side(handed.to).await? },
            theme: Theme::parse(handed.theme).ok_or_else(|| unfit(handed.theme))?,
            area: Some(area(handed.area)?),
            code_word: CodeWord::parse(handed.word).ok_or_else(|| unfit(handed.word))?,
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
        for (version, (after, by, step, said)) in (0..).zip(handed.then) {
            let then = at.plus(hours(*after));
            let wish = self.wish(&new, (*by, *step, *said), version, then).await?;
            let stepped = handover::step(self.db, &self.permit, new.id, &wish, &self.terms, then).await?;
            if matches!(stepped, Stepped::Quicker(_)) {
                return Err(unfit(handed.word));
            }
        }
        Ok(())
    }

    async fn wish(
        &self,
        new: &Handover,
        (by, step, said): (Role, Move, &str),
        version: i32,
        then: Moment,
    ) -> Result<handover::Wish, Refusal> {
        let working_days = |from: Day, days: u16| Some(Day(workdays::plus_working_days(from.0, days)));
        let words = match said {
            "" => None,
            said => Some(Said::parse(said, Said::SHORT, then.local().year()).map_err(|_| unfit(said))?),
        };
        let day = match step {
            Move::Accept => working_days(new.offered_at.day(), FIRST),
            Move::StayUntil => working_days(then.day(), STAYS),
            _ => None,
        };
        Ok(handover::Wish { step, by: self.side(by).await?, version, words, day, went: None })
    }
}
