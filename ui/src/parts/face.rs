//! A face: initials in the shape of the sphere, or a photo where somebody agreed to one.

use maud::{Markup, Render, html};

use super::{Case, Sphere};
use crate::Lang;

/// Decoration beside a name that stands in words.
#[derive(Debug, Clone)]
pub struct Face {
    initials: String,
    sphere: Sphere,
    photo: Option<String>,
    size: &'static str,
}

/// The initials of at most two words of the name.
pub fn face(name: &str, sphere: Sphere) -> Face {
    Face { initials: initials(name), sphere, photo: None, size: "" }
}

impl Face {
    pub fn small(mut self) -> Face {
        self.size = " gezicht--s";
        self
    }

    pub fn large(mut self) -> Face {
        self.size = " gezicht--g";
        self
    }

    /// Address of a photo; the name beside it is its text.
    pub fn photo(mut self, src: impl Into<String>) -> Face {
        self.photo = Some(src.into());
        self
    }
}

impl Render for Face {
    fn render(&self) -> Markup {
        let shape = match self.sphere {
            Sphere::Informal => " gezicht--i",
            Sphere::Formal => "",
            Sphere::Resident => " gezicht--b",
        };
        html! {
            span class={ "gezicht" (shape) (self.size) } aria-hidden="true" {
                @if let Some(src) = &self.photo {
                    img src=(src) alt="" loading="lazy" decoding="async";
                } @else {
                    (self.initials)
                }
            }
        }
    }
}

/// Small words (de, van, het) carry no initial, unless there is nothing else.
fn initials(name: &str) -> String {
    let small = ["de", "den", "der", "het", "van", "voor", "en", "in", "op", "aan", "bij", "te", "’t", "'t"];
    let first = |word: &str| word.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_uppercase().to_string());
    let telling = name.split_whitespace().filter(|word| !small.contains(&word.to_lowercase().as_str()));
    let short: String = telling.filter_map(first).take(2).collect();
    if short.is_empty() { name.split_whitespace().filter_map(first).take(2).collect() } else { short }
}

pub(super) fn samples(_: Lang) -> Vec<(Case, Markup)> {
    let informal = face("Fatma Yıldız", Sphere::Informal);
    let formal = face("Joris de Wit", Sphere::Formal);
    vec![
        (Case::Empty, html! { p.rij { (face("", Sphere::Formal)) } }),
        (
            Case::Ordinary,
            html! {
                p.rij {
                    (informal.clone().large()) (formal.clone().large())
                    (informal.clone()) (formal.clone()) (face("Aziz", Sphere::Resident))
                    (informal.small()) (formal.small())
                }
            },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn the_words_that_say_who_one_is() {
        assert_eq!(initials("Joris de Wit"), "JW");
        assert_eq!(initials("Moedercentrum De Linde"), "ML");
        assert_eq!(initials("’t Huis van de Wijk"), "HW");
        assert_eq!(initials("De"), "D");
        assert_eq!(initials(""), "");
        assert_eq!(initials("سميرة بن علي"), "سب");
    }
}
