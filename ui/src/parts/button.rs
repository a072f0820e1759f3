//! Button and link that looks like one: the `nl-button` contract of NL Design System.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::{Icon, Lang};

#[derive(Debug, Clone, Copy)]
enum Look {
    Primary,
    Secondary,
    Subtle,
}

/// One thing to do. One primary a screen.
#[derive(Debug, Clone)]
pub struct Button {
    text: Markup,
    look: Look,
    icon: Option<Icon>,
    href: Option<String>,
    sent: Option<(String, String)>,
    action: Option<String>,
}

/// A submit button; [`Button::to`] makes it a link.
pub fn button(text: impl Render) -> Button {
    Button { text: text.render(), look: Look::Primary, icon: None, href: None, sent: None, action: None }
}

/// Buttons beside each other; below each other, in full width, on a small phone.
pub fn buttons(inside: impl Render) -> Markup {
    html! { div.knoppen.knoppen--breed { (inside) } }
}

impl Button {
    pub fn secondary(mut self) -> Button {
        self.look = Look::Secondary;
        self
    }

    /// Looks like a link; for the way out and for what one seldom does.
    pub fn subtle(mut self) -> Button {
        self.look = Look::Subtle;
        self
    }

    pub fn icon(mut self, icon: Icon) -> Button {
        self.icon = Some(icon);
        self
    }

    /// Makes it a link.
    pub fn to(mut self, href: impl Into<String>) -> Button {
        self.href = Some(href.into());
        self
    }

    /// What the form sends when this button is the one pressed.
    pub fn sends(mut self, name: impl Into<String>, value: impl Into<String>) -> Button {
        self.sent = Some((name.into(), value.into()));
        self
    }

    /// Sends the form elsewhere.
    pub fn action(mut self, address: impl Into<String>) -> Button {
        self.action = Some(address.into());
        self
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let class = match self.look {
            Look::Primary => "nl-button nl-button--primary",
            Look::Secondary => "nl-button nl-button--secondary",
            Look::Subtle => "nl-button nl-button--subtle",
        };
        let inside = html! { @if let Some(icon) = self.icon { (icon) } span { (self.text) } };
        html! {
            @if let Some(href) = &self.href {
                a class=(class) href=(href) { (inside) }
            } @else {
                button class=(class) type="submit" formaction=[self.action.as_ref()]
                    name=[self.sent.as_ref().map(|(name, _)| name)] value=[self.sent.as_ref().map(|(_, value)| value)] {
                    (inside)
                }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let call = say(lang, "Bel Fatma", "Call Fatma", "اتصل بفاطمة");
    let look = say(lang, "Zoek", "Search", "ابحث");
    let out = say(lang, "Ik kom er niet uit", "I am stuck", "لا أعرف ماذا أفعل");
    let long = say(
        lang,
        "Stuur een bericht naar de gemeenschappelijke bezwaarschriftencommissie",
        "Send a message to the joint committee for objections and complaints",
        "أرسل رسالة إلى اللجنة المشتركة المعنية بالاعتراضات والشكاوى",
    );
    vec![
        (
            Case::Ordinary,
            buttons(html! {
                (button(look).icon(Icon::Search).to("#knop"))
                (button(call).secondary().icon(Icon::Phone).to("#knop"))
                (button(out).subtle().to("#knop"))
            }),
        ),
        (
            Case::Longest,
            buttons(
                html! { (button(long).to("#knop")) (button(long).secondary().icon(Icon::Mail).to("#knop")) },
            ),
        ),
    ]
}
