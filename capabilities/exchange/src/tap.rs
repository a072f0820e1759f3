//! What is done from a list by one tap: one form around all its buttons, what they send, and the way back to the list.

use access::{Fields, on_to};
use axum::http::StatusCode;
use axum::response::Response;
use ground::id::Id;
use ground::moment::Day;
use maud::{Markup, html};
use ui::{Button, Frame, button};

use crate::part::page_asked;

/// A list on which something can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Today,
    Questions,
    Handovers,
}

impl List {
    const ALL: [Self; 3] = [Self::Today, Self::Questions, Self::Handovers];

    /// In forms, and after a bar its address.
    const fn word(self) -> &'static str {
        match self {
            Self::Today => "vandaag",
            Self::Questions => "vragen",
            Self::Handovers => "overdrachten",
        }
    }
}

/// The page of a list on which somebody taps, and to which the answer leads back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Back {
    list: List,
    page: i64,
}

impl Back {
    #[must_use]
    pub const fn to(list: List, page: i64) -> Self {
        Self { list, page }
    }

    fn word(self) -> String {
        format!("{}-{}", self.list.word(), self.page)
    }

    fn parse(word: &str) -> Option<Self> {
        let (list, page) = word.split_once('-')?;
        let list = List::ALL.into_iter().find(|known| known.word() == list)?;
        Some(Self { list, page: page_asked(page) })
    }

    fn address(self, done: &str) -> String {
        let page = if self.page > 1 { format!("pagina={}&", self.page) } else { String::new() };
        format!("/{}?{page}gedaan={done}", self.list.word())
    }
}

/// One form around all cards of a list, so that the proof of the session and the key stand in it once. Each button says
/// itself where it is sent: see [`tap`].
#[must_use]
pub fn around(frame: &Frame, back: Back, inside: &Markup) -> Markup {
    html! {
        form.stapel.ruim method="post" {
            (ui::csrf(frame))
            input type="hidden" name="terug" value=(back.word());
            (inside)
        }
    }
}

/// A button on a card: to the same address as the form on the page of the item, with what that form would send.
#[must_use]
pub fn tap(said: String, to: String, version: i32, step: &str, day: Option<Day>) -> Button {
    let day = day.map_or_else(String::new, |day| format!(".{day}"));
    button(said).secondary().action(to).sends("tik", format!("{version}.{step}{day}"))
}

/// From which list it was sent, when it was: then its fields are those of the form on the page of the item.
pub fn tapped(fields: &mut Fields) -> Option<Back> {
    let back = Back::parse(fields.get("terug"))?;
    let tap = fields.get("tik").to_owned();
    for (name, value) in ["versie", "stap", "dag"].into_iter().zip(tap.split('.')) {
        fields.remove(name);
        fields.push(name, value);
    }
    Some(back)
}

/// Once a step was taken: to the list on which it was tapped, which says what was done. Any other answer stays as it is.
/// `what`: of which kind, which step, and with which item.
#[must_use]
pub fn led_back<T>(back: Option<Back>, what: (&str, &str, Id<T>), answer: Response) -> Response {
    let (kind, step, id) = what;
    match back.filter(|_| answer.status() == StatusCode::SEE_OTHER) {
        Some(back) => on_to(back.address(&format!("{kind}.{step}.{id}"))),
        None => answer,
    }
}

/// What an address says was done from a list with something of this kind: which step, and with which item.
#[must_use]
pub fn done_there<'t, T>(kind: &str, typed: &'t str) -> Option<(&'t str, Id<T>)> {
    let (step, id) = typed.strip_prefix(kind)?.strip_prefix('.')?.split_once('.')?;
    Some((step, Id::parse(id)?))
}

#[cfg(test)]
mod tests {
    use access::{Fields, on_to};
    use axum::http::StatusCode;
    use axum::http::header::LOCATION;
    use axum::response::IntoResponse as _;
    use ground::id::Id;
    use maud::Render as _;

    use super::{Back, List, done_there, led_back, tap, tapped};

    const ID: &str = "01930000-0000-7000-8000-00000000dead";

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        let mut fields = Fields::default();
        pairs.iter().for_each(|(name, value)| fields.push(*name, *value));
        fields
    }

    #[test]
    fn a_button_on_a_card_sends_what_the_form_of_the_item_sends() {
        let button = tap("Ja".to_owned(), "/overdracht/1/stap".to_owned(), 7, "sat-together", None);
        let button = button.render().into_string();
        assert!(button.contains("formaction=\"/overdracht/1/stap\"") && button.contains("7.sat-together"));
        let mut sent =
            fields(&[("terug", "vandaag-1"), ("tik", "7.accept.2026-12-01"), ("versie", "1"), ("stap", "x")]);
        assert_eq!(tapped(&mut sent), Some(Back::to(List::Today, 1)));
        assert_eq!(
            [sent.get("versie"), sent.get("stap"), sent.get("dag")],
            ["7", "accept", "2026-12-01"],
            "the button says it, whatever else was sent"
        );
    }

    #[test]
    fn the_form_of_an_item_stays_as_it_is_and_an_address_of_elsewhere_is_no_list() {
        for elsewhere in ["", "vandaag", "-1", "https://elders.voorbeeld-1", "//elders-1", "beheer-1"] {
            let mut sent = fields(&[("terug", elsewhere), ("versie", "3"), ("stap", "take")]);
            assert_eq!(tapped(&mut sent), None, "{elsewhere}");
            assert_eq!((sent.get("versie"), sent.get("stap")), ("3", "take"));
        }
    }

    #[test]
    fn what_was_done_leads_back_to_its_page_of_the_list_and_a_no_leads_nowhere() {
        let id: Id<()> = Id::parse(ID).unwrap();
        let back = Back::parse("vragen-3");
        let done = led_back(back, ("vraag", "thank", id), on_to(format!("/vraag/{ID}?gedaan=thank")));
        let to = done.headers().get(LOCATION).unwrap().to_str().unwrap().to_owned();
        assert_eq!(to, format!("/vragen?pagina=3&gedaan=vraag.thank.{ID}"));
        let (_, said) = to.split_once("gedaan=").unwrap();
        assert_eq!(done_there("vraag", said), Some(("thank", id)));
        assert_eq!(done_there::<()>("overdracht", said), None);
        let no = led_back(back, ("vraag", "thank", id), StatusCode::CONFLICT.into_response());
        assert_eq!((no.status(), no.headers().get(LOCATION)), (StatusCode::CONFLICT, None));
        for odd in ["", "vraag", "vraag.thank", "vraag.thank.nee", "vraagthank"] {
            assert_eq!(done_there::<()>("vraag", odd), None, "{odd}");
        }
    }
}
