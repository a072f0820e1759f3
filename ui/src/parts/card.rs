//! A card: one party, offer, place or person in a list; the whole surface is its link.

use maud::{Markup, Render, html};

use super::{Button, Case, Face, Label, Sphere, button, buttons, face, label, labels, say, sphere};
use crate::{Icon, Lang, content, fact};

/// Title, and whatever of the rest there is.
#[derive(Debug, Clone)]
pub struct Card {
    title: Markup,
    level: u8,
    href: Option<String>,
    face: Option<Face>,
    above: Option<Markup>,
    body: Option<Markup>,
    labels: Vec<Label>,
    foot: Option<Markup>,
    acts: Option<Markup>,
    turn: bool,
}

pub fn card(title: impl Render) -> Card {
    Card {
        title: title.render(),
        level: 3,
        href: None,
        face: None,
        above: None,
        body: None,
        labels: Vec::new(),
        foot: None,
        acts: None,
        turn: false,
    }
}

/// Cards below each other, as a list.
pub fn cards<C: Render>(items: impl IntoIterator<Item = C>) -> Markup {
    html! { ul.kaarten { @for item in items { li { (item) } } } }
}

impl Card {
    /// The heading's level, 2 to 4; 3 unless said.
    pub fn level(mut self, level: u8) -> Card {
        self.level = level;
        self
    }

    pub fn to(mut self, href: impl Into<String>) -> Card {
        self.href = Some(href.into());
        self
    }

    pub fn face(mut self, face: Face) -> Card {
        self.face = Some(face);
        self
    }

    /// Above the title: usually the sphere's badge.
    pub fn above(mut self, above: impl Render) -> Card {
        self.above = Some(above.render());
        self
    }

    pub fn sphere(self, lang: Lang, of: Sphere) -> Card {
        self.above(sphere(lang, of))
    }

    /// Flow content: give paragraphs (`p`), not bare words. May hold links of its own.
    pub fn body(mut self, body: impl Render) -> Card {
        self.body = Some(body.render());
        self
    }

    pub fn labels(mut self, labels: impl IntoIterator<Item = Label>) -> Card {
        self.labels = labels.into_iter().collect();
        self
    }

    /// A soft line at the end: when it was looked at, who knows them.
    pub fn foot(mut self, foot: impl Render) -> Card {
        self.foot = Some(foot.render());
        self
    }

    /// What can be done at once: buttons of the form around the list.
    pub fn acts(mut self, all: impl IntoIterator<Item = Button>) -> Card {
        let all: Vec<Button> = all.into_iter().collect();
        self.acts = (!all.is_empty()).then(|| buttons(html! { @for one in &all { (one) } }));
        self
    }

    /// Marks that the reader must act now.
    pub fn turn(mut self) -> Card {
        self.turn = true;
        self
    }

    fn heading(&self) -> Markup {
        let title = html! { @if let Some(href) = &self.href { a href=(href) { (self.title) } } @else { (self.title) } };
        match self.level {
            2 => html! { h2.kaart__titel { (title) } },
            4 => html! { h4.kaart__titel { (title) } },
            _ => html! { h3.kaart__titel { (title) } },
        }
    }
}

impl Render for Card {
    fn render(&self) -> Markup {
        html! {
            article.kaart.met-gezicht[self.face.is_some()].beurt[self.turn] {
                @if let Some(face) = &self.face { (face) }
                div.stapel.dicht {
                    @if let Some(above) = &self.above { p { (above) } }
                    (self.heading())
                    @if let Some(body) = &self.body { (body) }
                    (labels(&self.labels))
                    @if let Some(acts) = &self.acts { (acts) }
                    @if let Some(foot) = &self.foot { p.klein.zacht { (foot) } }
                }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let open = say(lang, "Nu open tot 15.00 uur", "Open now until 15:00", "مفتوح الآن حتى 15:00");
    let answer = say(lang, "Geef antwoord", "Answer", "أجب");
    let walk = say(lang, "Zonder afspraak", "No appointment needed", "بدون موعد");
    let checked =
        say(lang, "Nagekeken op 12 november", "Checked on 12 November", "تمت المراجعة في 12 نوفمبر");
    let linde = content(Lang::Nl, "Moedercentrum De Linde");
    let story =
        content(Lang::Nl, "Vrouwen uit de buurt helpen met brieven en formulieren. De koffie staat klaar.");
    let long = content(
        Lang::Nl,
        "Stichting Samenwerkingsverband Mantelzorgondersteuning en Vrijwilligersvacaturebank Buitendijk-Havenkwartier",
    );
    vec![
        (Case::Empty, cards([card(linde.clone())])),
        (
            Case::Ordinary,
            cards([
                card(&linde)
                    .to("#kaart")
                    .sphere(lang, Sphere::Informal)
                    .face(face("Moedercentrum De Linde", Sphere::Informal))
                    .body(html! { p { (story) } })
                    .labels([label(open).good(), label(walk)])
                    .foot(checked),
                card(content(Lang::Nl, "Sociaal raadslieden"))
                    .to("#kaart")
                    .sphere(lang, Sphere::Formal)
                    .face(face("Sociaal raadslieden", Sphere::Formal))
                    .body(html! { p { (content(Lang::Nl, "Hulp bij moeilijke brieven, toeslagen en bezwaar.")) } })
                    .foot(checked),
                card(content(Lang::Nl, "Hoe ging het met de fietsles?"))
                    .to("#kaart")
                    .turn()
                    .body(html! { p { (content(Lang::Nl, "Lotte heeft u iets teruggemeld. Lees het en geef antwoord.")) } })
                    .acts([button(answer).secondary().to("#kaart")]),
            ]),
        ),
        (
            Case::Longest,
            cards([card(long)
                .to("#kaart")
                .sphere(lang, Sphere::Formal)
                .face(face("Stichting Samenwerkingsverband", Sphere::Formal))
                .body(html! {
                    p { (content(Lang::Nl, "Wij helpen mantelzorgers, vrijwilligers, buren, familie en iedereen die voor een ander zorgt, ook als het lang duurt, ook in het weekend, en ook als u niet zeker weet of u een mantelzorger bent.")) }
                    (fact(Icon::Place, html! { (content(Lang::Nl, "Burgemeester van der Meulenbroekstraat 1234-III, Buitendijk")) }))
                })
                .labels((0..7).map(|_| label(walk)))
                .foot(checked)]),
        ),
    ]
}
