//! Themes: those the program brings, and what a municipality makes of them.

use access::Fields;
use ground::db::testing::THEN as NOW;
use ui::Lang;

use super::*;
use crate::desk::form::Fault;
use crate::wording::{Line, Unfit};

fn theme(key: &str) -> Theme {
    Theme::parse(key).unwrap()
}

fn none(key: &str) -> Change {
    Change::none(theme(key), NOW)
}

fn into(key: &str, other: &str) -> Change {
    Change { into: Some(theme(other)), ..none(key) }
}

fn own(key: &str, parent: &str) -> Change {
    Change { parent: Theme::parse(parent), nl: Line::parse(key).unwrap(), ..none(key) }
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    let mut fields = Fields::default();
    pairs.iter().for_each(|(name, value)| fields.push(*name, *value));
    fields
}

#[test]
fn the_themes_the_program_brings_are_whole_and_of_two_levels() {
    let taxonomy = Taxonomy::shipped();
    assert!((45..=60).contains(&taxonomy.terms().len()) && taxonomy.terms().len() == shipped::all().len());
    for term in taxonomy.terms() {
        for lang in Lang::ALL {
            assert!(term.foreign(lang).is_none() && !term.name(lang).is_empty(), "{:?} {lang:?}", term.theme);
            assert!(!term.about(lang).into_string().is_empty(), "{:?} {lang:?}", term.theme);
        }
        assert_eq!(taxonomy.term(&term.theme), Some(term));
        if let Some(parent) = &term.parent {
            assert_eq!(taxonomy.term(parent).unwrap().parent, None, "{:?}", term.theme);
        }
    }
}

#[test]
fn no_key_that_ever_was_a_theme_is_lost() {
    const FIRST: &str = "papieren geld schulden werk taal leren digitaal wonen energie eten kleding gezondheid \
        zorg-thuis mantelzorg psyche verslaving veiligheid opvoeden jongeren ouderen eenzaamheid ontmoeten \
        bewegen creatief geloof nieuwkomers recht vervoer klussen natuur rouw relatie vrijwilliger-zijn \
        beperking lhbti";
    assert!(Taxonomy::shipped().read(FIRST.split_whitespace()).is_ok());
    assert_eq!(Taxonomy::shipped().read(["geld", "toeleiding"]), Err(Unfit::Unknown));
}

#[test]
fn a_theme_that_went_into_another_means_that_other_wherever_it_went_on_to() {
    let taxonomy = Taxonomy::of(&[into("energie", "klussen"), into("klussen", "natuur")]);
    for key in ["energie", "klussen", "natuur"] {
        assert_eq!(taxonomy.term(&theme(key)).unwrap().theme, theme("natuur"), "{key}");
    }
    assert!(!taxonomy.terms().iter().any(|term| term.theme == theme("energie")));
    let set = Themes::parse(["energie", "natuur", "geld"]).unwrap();
    let now: Vec<&str> = taxonomy.now(&set).into_iter().map(|term| term.theme.key()).collect();
    assert_eq!(now, ["natuur", "geld"]);
}

#[test]
fn who_stands_under_a_theme_that_goes_moves_along() {
    let taxonomy = Taxonomy::of(&[into("wonen", "zorg"), into("gezondheid", "psyche")]);
    let parent = |key: &str| taxonomy.term(&theme(key)).unwrap().parent.clone();
    assert_eq!(parent("klussen"), Some(theme("zorg")));
    // Into one of its own: that one goes on top, and the others stand under it.
    assert_eq!(parent("psyche"), None);
    assert_eq!(parent("verslaving"), Some(theme("psyche")));
}

#[test]
fn rows_that_make_a_circle_or_lead_nowhere_are_read_with_patience() {
    let taxonomy = Taxonomy::of(&[into("geld", "schulden"), into("schulden", "geld"), into("taal", "weg")]);
    for key in ["geld", "schulden", "taal"] {
        assert_eq!(taxonomy.term(&theme(key)).unwrap().theme, theme(key));
    }
    let deep = Taxonomy::of(&[own("a", "b"), own("b", "c"), own("c", "a"), own("d", "schulden")]);
    for term in deep.terms() {
        let above = term.parent.as_ref().map(|parent| deep.term(parent).unwrap());
        assert!(above.is_none_or(|above| above.parent.is_none()), "{term:?}");
    }
    assert_eq!(deep.term(&theme("d")).unwrap().parent, Some(theme("rondkomen")));
}

#[test]
fn there_are_never_more_in_use_than_fit_in_the_bits_of_a_number() {
    let many: Vec<Change> = (0..100).map(|number| own(&format!("eigen-{number}"), "")).collect();
    assert_eq!(Taxonomy::of(&many).terms().len(), MOST);
    let full = Taxonomy::of(&many);
    let faults = form::add(&fields(&[("nl", "Nog een")]), &full, NOW).unwrap_err();
    assert_eq!(faults, [("nl", Fault::ThemesFull)]);
}

#[test]
fn a_name_of_ones_own_is_shown_and_the_word_that_came_with_it_is_not_written_down() {
    let brought = Taxonomy::shipped();
    let typed = |nl: &str| fields(&[("nl", nl), ("en", "Money"), ("ar", "المال")]);
    let change = form::read(&typed("Geldzaken"), &theme("geld"), None, &brought, NOW).unwrap();
    assert_eq!((change.nl.as_str(), change.en.as_str(), change.ar.as_str()), ("Geldzaken", "", ""));
    let taxonomy = Taxonomy::of(std::slice::from_ref(&change));
    assert_eq!(taxonomy.name(Lang::Nl, &theme("geld")), "Geldzaken");
    assert_eq!(taxonomy.name(Lang::En, &theme("geld")), "Money");
    let back = form::read(&typed("Geld"), &theme("geld"), Some(&change), &taxonomy, NOW).unwrap();
    assert!(back.nl.is_empty() && back.changed_at > change.changed_at);
}

#[test]
fn a_theme_of_ones_own_without_a_word_in_a_language_is_shown_in_dutch_and_marked_so() {
    let made =
        form::add(&fields(&[("nl", "Met het véér"), ("parent", "zorg")]), &Taxonomy::shipped(), NOW).unwrap();
    assert_eq!((made.theme.key(), made.parent.as_ref().map(Theme::key)), ("met-het-veer", Some("zorg")));
    let taxonomy = Taxonomy::of(std::slice::from_ref(&made));
    let term = taxonomy.term(&made.theme).unwrap();
    assert_eq!(term.shown(Lang::Ar).into_string(), "<span lang=\"nl\" dir=\"auto\">Met het véér</span>");
    assert!(taxonomy.under(&theme("zorg")).any(|under| under.theme == made.theme));
    // The same name again is refused; what only sounds alike has a key of its own.
    let again = form::add(&fields(&[("nl", "met het VEER")]), &taxonomy, NOW).unwrap_err();
    assert_eq!(again, [("nl", Fault::ThemeThere)]);
    let other =
        form::add(&fields(&[("nl", "Met het veer!?"), ("en", "x")]), &Taxonomy::shipped(), NOW).unwrap();
    assert_eq!(other.theme, made.theme);
    assert_eq!(form::add(&fields(&[("nl", "مرحبا")]), &taxonomy, NOW).unwrap().theme.key(), "onderwerp");
    assert_eq!(form::add(&fields(&[("nl", "Nieuw")]), &taxonomy, NOW).unwrap().theme.key(), "nieuw-2");
}

#[test]
fn what_does_not_fit_is_said_at_its_field() {
    let brought = Taxonomy::shipped();
    let long = "x".repeat(61);
    let wrong = [("nl", ""), ("en", long.as_str()), ("parent", "schulden")];
    let faults = form::add(&fields(&wrong), &brought, NOW).unwrap_err();
    let at: Vec<&str> = faults.iter().map(|(field, _)| *field).collect();
    assert_eq!(at, ["nl", "en", "parent"]);
    for into in ["geld", "bestaat-niet", "<b>", "../x"] {
        let faults = form::read(&fields(&[("into", into)]), &theme("geld"), None, &brought, NOW).unwrap_err();
        assert_eq!(faults, [("into", Fault::Unfit(Unfit::Unknown))], "{into}");
    }
}

#[test]
fn a_theme_climbs_among_those_beside_it_and_the_first_stays_first() {
    let order = |changes: &[Change]| {
        let taxonomy = Taxonomy::of(changes);
        let tops: Vec<String> = taxonomy.tops().map(|top| top.theme.key().to_owned()).collect();
        tops
    };
    let brought = Taxonomy::shipped();
    let up = change::up(&theme("regelen"), &brought, &[], NOW);
    assert_eq!(order(&up)[..2], ["regelen", "rondkomen"]);
    assert!(change::up(&theme("rondkomen"), &brought, &[], NOW).is_empty());
    // What comes later stands last, and can climb too.
    let mut known = up;
    known.push(own("veer", ""));
    assert_eq!(order(&known).last().unwrap(), "veer");
    let higher = change::up(&theme("veer"), &Taxonomy::of(&known), &known, NOW);
    assert_eq!(order(&higher).iter().rev().nth(1).unwrap(), "veer");
}
