//! The themes of one municipality: those the program brings, with what the municipality made of them.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use maud::{Markup, Render as _, html};
use ui::Lang;

use super::change::Change;
use super::shipped::{self, Shipped};
use super::{Theme, Themes};
use crate::wording::{Unfit, name_key};

/// How many themes can be in use at once: a set of them fits in the bits of a number.
pub const MOST: usize = 64;

/// In each of the languages, in the order of [`Lang::ALL`]; empty where nobody said it in that language.
type Said = [String; Lang::ALL.len()];

/// A theme in use, with what it is called here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub theme: Theme,
    /// The theme it stands under; never one that stands under another itself.
    pub parent: Option<Theme>,
    names: Said,
    about: Said,
    /// Official names of municipal products.
    pub products: Vec<&'static str>,
    /// Numbers in the taxonomy of Open Eligibility.
    pub open_eligibility: Vec<&'static str>,
    /// Not offered as a choice; it is still found by who knows it.
    pub hidden: bool,
    pub own: bool,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Taxonomy {
    /// In the order of the pages: each theme on top, followed by those under it.
    terms: Vec<Term>,
    /// Every key that ever meant something here, with the place of the term it means now.
    meanings: HashMap<Theme, usize>,
}

impl Term {
    /// What it is called; in Dutch where nobody said it in this language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        said(&self.names, lang).1
    }

    /// As [`Self::name`], marked as Dutch where it is.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> Markup {
        marked(&self.names, lang)
    }

    /// The language of [`Self::name`], where it is not the one of the page.
    #[must_use]
    pub fn foreign(&self, lang: Lang) -> Option<&'static str> {
        let spoken = said(&self.names, lang).0;
        (spoken != lang).then_some(spoken.code())
    }

    /// What it is for, in Dutch, as it stands in the form.
    #[must_use]
    pub(super) fn about_as_typed(&self) -> &str {
        said(&self.about, Lang::Nl).1
    }

    /// What it is for, in a few words; empty when nobody said.
    #[must_use]
    pub fn about(&self, lang: Lang) -> Markup {
        marked(&self.about, lang)
    }
}

fn at(lang: Lang) -> usize {
    Lang::ALL.iter().position(|it| *it == lang).unwrap_or(0)
}

fn said(words: &Said, lang: Lang) -> (Lang, &str) {
    let own = words[at(lang)].as_str();
    if own.is_empty() { (Lang::Nl, words[at(Lang::Nl)].as_str()) } else { (lang, own) }
}

fn marked(words: &Said, lang: Lang) -> Markup {
    let (spoken, word) = said(words, lang);
    if spoken == lang || word.is_empty() {
        word.render()
    } else {
        html! { (ui::content(spoken, word)) }
    }
}

/// A term on its way to its place.
struct Draft {
    term: Term,
    place: (i32, usize),
}

impl Taxonomy {
    /// As the program brings it, for who has no municipality at hand.
    #[must_use]
    pub fn shipped() -> Arc<Self> {
        static SHIPPED: LazyLock<Arc<Taxonomy>> = LazyLock::new(|| Arc::new(Taxonomy::of(&[])));
        Arc::clone(&SHIPPED)
    }

    #[must_use]
    pub fn of(changes: &[Change]) -> Self {
        let of = |theme: &Theme| changes.iter().find(|change| change.theme == *theme);
        let own = changes.iter().filter(|change| change.is_own());
        let known: Vec<(Theme, Option<&'static Shipped>)> = shipped::all()
            .iter()
            .map(|shipped| (shipped.theme(), Some(shipped)))
            .chain(own.map(|change| (change.theme.clone(), None)))
            .collect();
        let mut meant: HashMap<Theme, Theme> = HashMap::new();
        for (theme, _) in &known {
            meant.insert(theme.clone(), follow(theme, &known, &of));
        }
        let parent_of = |theme: &Theme| {
            let (_, shipped) = known.iter().find(|(it, _)| it == theme)?;
            match shipped {
                Some(shipped) => shipped.parent.as_deref().and_then(Theme::parse),
                None => of(theme)?.parent.clone(),
            }
        };
        // On top of a theme that went into another stands what is on top of that other.
        let above = |theme: &Theme| {
            let parent = meant.get(&parent_of(theme)?)?.clone();
            let higher = parent_of(&parent).and_then(|higher| meant.get(&higher).cloned());
            Some(higher.filter(|higher| *higher != parent).unwrap_or(parent)).filter(|it| it != theme)
        };
        let in_use = known.iter().zip(0..).filter(|((theme, _), _)| meant.get(theme) == Some(theme));
        let drafts = in_use.map(|((theme, shipped), row)| {
            let change = of(theme);
            let place = change.and_then(|change| change.place).unwrap_or(i32::MAX);
            Draft { term: term(theme, *shipped, change, above(theme)), place: (place, row) }
        });
        Self::ordered(drafts.collect(), &meant)
    }

    fn ordered(mut drafts: Vec<Draft>, meant: &HashMap<Theme, Theme>) -> Self {
        drafts.sort_by_key(|draft| draft.place);
        let (tops, below): (Vec<Draft>, Vec<Draft>) =
            drafts.into_iter().partition(|draft| draft.term.parent.is_none());
        let mut terms: Vec<Term> = Vec::new();
        for top in tops {
            let under = |draft: &&Draft| draft.term.parent.as_ref() == Some(&top.term.theme);
            let children = below
                .iter()
                .filter(under)
                .map(|draft| Term { hidden: draft.term.hidden || top.term.hidden, ..draft.term.clone() });
            terms.push(top.term.clone());
            terms.extend(children);
        }
        // More than there is room for cannot be made at the desk; a new version might bring one too many.
        terms.truncate(MOST);
        let place = |theme: &Theme| terms.iter().position(|term| term.theme == *theme);
        let meanings = meant.iter().filter_map(|(theme, now)| Some((theme.clone(), place(now)?))).collect();
        Self { terms, meanings }
    }

    /// All in use, in the order of the pages.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// What a key means here now, also when that theme went into another.
    #[must_use]
    pub fn term(&self, theme: &Theme) -> Option<&Term> {
        self.terms.get(self.place(theme)?)
    }

    /// Where a theme has its bit.
    #[must_use]
    pub fn place(&self, theme: &Theme) -> Option<usize> {
        self.meanings.get(theme).copied()
    }

    /// The places of a theme and of the one above it: who is found under one is found under the other.
    pub(crate) fn places(&self, theme: &Theme) -> impl Iterator<Item = usize> {
        let own = self.place(theme);
        let above = own.and_then(|at| self.terms.get(at)?.parent.as_ref()).and_then(|it| self.place(it));
        own.into_iter().chain(above)
    }

    /// Every key that means something here, or ever did.
    pub fn known(&self) -> impl Iterator<Item = &Theme> {
        self.meanings.keys()
    }

    /// Whether this key means something here, or ever did.
    #[must_use]
    pub fn knows(&self, theme: &Theme) -> bool {
        self.meanings.contains_key(theme)
    }

    #[must_use]
    pub fn name<'t>(&'t self, lang: Lang, theme: &'t Theme) -> &'t str {
        self.term(theme).map_or(theme.key(), |term| term.name(lang))
    }

    #[must_use]
    pub fn shown(&self, lang: Lang, theme: &Theme) -> Markup {
        self.term(theme).map_or_else(|| theme.key().render(), |term| term.shown(lang))
    }

    /// The themes that stand under this one.
    pub fn under<'t>(&'t self, theme: &'t Theme) -> impl Iterator<Item = &'t Term> {
        self.terms.iter().filter(move |term| term.parent.as_ref() == Some(theme))
    }

    pub fn tops(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| term.parent.is_none())
    }

    /// A set in which every key means something here.
    ///
    /// # Errors
    /// [`Unfit::Unknown`] when one does not.
    pub fn read<'a>(&self, typed: impl IntoIterator<Item = &'a str>) -> Result<Themes, Unfit> {
        let words = typed.into_iter().filter(|word| !word.trim().is_empty());
        let known: Option<Vec<Theme>> =
            words.map(|word| Theme::parse(word).filter(|theme| self.knows(theme))).collect();
        known.map(Themes::of).ok_or(Unfit::Unknown)
    }

    /// The theme with this name, in any of our languages.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Theme> {
        let key = name_key(name);
        let same = |term: &&Term| term.names.iter().any(|name| name_key(name) == key);
        self.terms.iter().find(same).map(|term| &term.theme).filter(|_| !key.is_empty())
    }

    /// The themes of a set as they are now, each once.
    pub fn now<'t>(&'t self, themes: &Themes) -> Vec<&'t Term> {
        let mut found: Vec<&Term> = Vec::new();
        for term in themes.iter().filter_map(|theme| self.term(&theme)) {
            if !found.contains(&term) {
                found.push(term);
            }
        }
        found
    }
}

/// Where a theme went in the end. A circle, which the desk cannot make, leads nowhere: then each stays itself.
fn follow<'c>(
    theme: &Theme,
    known: &[(Theme, Option<&'static Shipped>)],
    of: &impl Fn(&Theme) -> Option<&'c Change>,
) -> Theme {
    let mut at = theme.clone();
    for _ in 0..known.len() {
        match of(&at).and_then(|change| change.into.clone()) {
            Some(next) if known.iter().any(|(it, _)| *it == next) => at = next,
            _ => return at,
        }
    }
    theme.clone()
}

fn term(
    theme: &Theme,
    shipped: Option<&'static Shipped>,
    change: Option<&Change>,
    parent: Option<Theme>,
) -> Term {
    let own = |pick: fn(&Change) -> &str| change.map_or("", pick);
    let or = |own: &str, shipped: Option<&str>| match own {
        "" => shipped.unwrap_or_default().to_owned(),
        own => own.to_owned(),
    };
    let of = |lang: Lang| {
        let shipped_name = shipped.map(|it| it.name(lang));
        match lang {
            Lang::Nl => or(own(|it| it.nl.as_str()), shipped_name),
            Lang::En => or(own(|it| it.en.as_str()), shipped_name),
            Lang::Ar => or(own(|it| it.ar.as_str()), shipped_name),
            // Nobody here can rename it in these. Beside a Dutch name of their own, what came with it may mean
            // something else: then the Dutch one is shown.
            Lang::Tr | Lang::Pl | Lang::Uk if !own(|it| it.nl.as_str()).is_empty() => String::new(),
            Lang::Tr | Lang::Pl | Lang::Uk => or("", shipped_name),
        }
    };
    // Own words on what it is for are Dutch; the words that came with it would contradict them.
    let about = match (own(|it| it.about.as_str()), shipped) {
        ("", Some(shipped)) => Lang::ALL.map(|lang| shipped.about(lang).to_owned()),
        (own, _) => Lang::ALL.map(|lang| if lang == Lang::Nl { own.to_owned() } else { String::new() }),
    };
    Term {
        theme: theme.clone(),
        parent,
        names: Lang::ALL.map(of),
        about,
        products: shipped.map(|it| it.products.iter().map(String::as_str).collect()).unwrap_or_default(),
        open_eligibility: shipped
            .map(|it| it.open_eligibility.iter().map(String::as_str).collect())
            .unwrap_or_default(),
        hidden: change.is_some_and(|change| change.hidden),
        own: shipped.is_none(),
    }
}
