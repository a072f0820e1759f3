//! Every sample and every whole page, in every language: sound HTML that a strict policy lets through.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use ui::{Frame, Lang, Theme, TroubleKind};

/// Elements that have no end tag.
const VOID: [&str; 6] = ["meta", "link", "input", "br", "img", "hr"];

/// One start tag: its name and its attributes.
type Tag = (String, BTreeMap<String, String>);

/// Reads tags and insists that they close in order; maud escapes `<` and `"` in text and values.
fn tags(html: &str) -> Vec<Tag> {
    let (mut open, mut found) = (Vec::new(), Vec::new());
    let mut rest = html.trim_start_matches("<!DOCTYPE html>");
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').expect("a tag that ends");
        let inside = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closing </{name}>");
            continue;
        }
        let (inside, itself) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
        let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        found.push((name.to_owned(), attributes_of(attributes)));
        if !itself && !VOID.contains(&name) {
            open.push(name.to_owned());
        }
    }
    assert!(open.is_empty(), "still open: {open:?}");
    found
}

fn attributes_of(mut text: &str) -> BTreeMap<String, String> {
    let mut attributes = BTreeMap::new();
    loop {
        text = text.trim_start();
        if text.is_empty() {
            return attributes;
        }
        let end = text.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(text.len());
        let (name, after) = text.split_at(end);
        let value = match after.strip_prefix("=\"") {
            Some(quoted) => {
                let (value, after) = quoted.split_once('"').expect("a value that ends");
                text = after;
                value
            }
            None => {
                text = after;
                ""
            }
        };
        assert!(attributes.insert(name.to_owned(), value.to_owned()).is_none(), "{name} stands there twice");
    }
}

/// What must hold for a part as well as for a page.
fn sound(what: &str, html: &str) -> Vec<Tag> {
    let tags = tags(html);
    let mut ids = BTreeSet::new();
    for (name, attributes) in &tags {
        for (attribute, value) in attributes {
            assert!(attribute != "style" && !attribute.starts_with("on"), "{what}: {attribute} on <{name}>");
            assert!(!value.starts_with("javascript:"), "{what}: {value}");
        }
        assert!(
            name != "style" && (name != "script" || attributes.contains_key("src")),
            "{what}: inline <{name}>"
        );
        assert!(name != "img" || attributes.contains_key("alt"), "{what}: a picture without alt");
        assert!(name != "button" || attributes.contains_key("type"), "{what}: a button without type");
        if let Some(id) = attributes.get("id") {
            assert!(!id.is_empty() && ids.insert(id.clone()), "{what}: id {id} twice");
        }
    }
    for (name, attributes) in &tags {
        for reference in ["aria-describedby", "aria-labelledby", "for"] {
            for id in attributes.get(reference).into_iter().flat_map(|ids| ids.split(' ')) {
                assert!(
                    ids.contains(id),
                    "{what}: {reference} of <{name}> points at {id}, which is not there"
                );
            }
        }
    }
    tags
}

fn whole(what: &str, html: &str, frame: &Frame) {
    let tags = sound(what, html);
    let count = |wanted: &str| tags.iter().filter(|(name, _)| name == wanted).count();
    for once in ["h1", "main", "title", "header", "footer", "html"] {
        let expected = if once == "header" || once == "footer" { count(once).max(1) } else { 1 };
        assert_eq!(count(once), expected, "{what}: <{once}>");
    }
    let (_, root) = tags.iter().find(|(name, _)| name == "html").unwrap();
    assert_eq!((root["lang"].as_str(), root["dir"].as_str()), (frame.lang.code(), frame.lang.dir()));
    assert!(
        tags.iter().any(|(_, a)| a.get("id").is_some_and(|id| id == "melder")),
        "{what}: nobody announces"
    );
    assert!(!html.contains("No localization for id"), "{what}: a word is missing");
}

fn frame(lang: Lang) -> Frame {
    let mut frame = Frame::new(lang, "Oosterwaard");
    frame.demo = true;
    frame.path = "/stijl?thema=zilverdam".to_owned();
    frame
}

#[test]
fn every_sample_is_sound_in_every_language() {
    for lang in Lang::ALL {
        for sample in ui::style::samples(lang) {
            sound(&format!("{} {:?} {lang:?}", sample.component, sample.case), &sample.markup.0);
        }
    }
}

#[test]
fn every_component_shows_what_it_is_for() {
    let mut cases: BTreeMap<&str, usize> = BTreeMap::new();
    for sample in ui::style::samples(Lang::Nl) {
        *cases.entry(sample.component).or_default() += usize::from(!sample.markup.0.is_empty());
    }
    assert_eq!(cases.len(), 25);
    assert!(cases.values().all(|seen| *seen > 0), "{cases:?}");
}

#[test]
fn the_style_guide_is_one_sound_page() {
    for lang in Lang::ALL {
        whole("/stijl", &ui::style::page(&frame(lang)).0, &frame(lang));
    }
}

#[test]
fn a_no_is_a_page_with_a_way_forward() {
    let kinds = [
        TroubleKind::NotThere,
        TroubleKind::NotAllowed,
        TroubleKind::NotYet("Zet eerst een aanspreekpunt bij deze groep.".to_owned()),
        TroubleKind::Fault,
        TroubleKind::TooBig,
        TroubleKind::TooOften,
        TroubleKind::ReadOnly(None),
        TroubleKind::ReadOnly(Some(ui::Call { number: "14 0229".to_owned(), dial: "140229".to_owned() })),
    ];
    for lang in Lang::ALL {
        for kind in &kinds {
            let html = ui::trouble_page(&frame(lang), kind, Some("K7QM2XPA")).0;
            whole(&format!("{kind:?}"), &html, &frame(lang));
            assert_eq!(html.contains("K7QM2XPA"), *kind == TroubleKind::Fault, "{kind:?}");
            assert!(html.contains("href=\"/wie\"") && html.contains("href=\"/hulp\""));
            let calls = matches!(kind, TroubleKind::ReadOnly(Some(_)));
            assert_eq!(html.contains("href=\"tel:140229\""), calls, "{kind:?}");
        }
    }
}

#[test]
fn an_invented_municipality_says_so_and_a_real_one_does_not() {
    let mut real = frame(Lang::Nl);
    real.demo = false;
    let show = |frame: &Frame| ui::page(frame, ui::Page::new("Proef"), maud::html! { p { "Proef" } }).0;
    assert!(show(&frame(Lang::Nl)).contains("Dit is een voorbeeld."));
    assert!(!show(&real).contains("Dit is een voorbeeld."));
    assert!(!show(&real).contains("/beheer"));
}

#[test]
fn a_translation_nobody_checked_says_so_in_both_languages() {
    let show = |lang| ui::trouble_page(&frame(lang), &TroubleKind::NotThere, None).0;
    assert!(show(Lang::Ar).contains("Deze vertaling is nog niet nagekeken"));
    assert!(show(Lang::Ar).contains("لم يراجع هذه الترجمة"));
    assert!(show(Lang::Tr).contains("Bu çeviriyi, ana dili Türkçe olan biri henüz kontrol etmedi"));
    assert!(show(Lang::Pl).contains("Tego tłumaczenia nie sprawdziła jeszcze"));
    assert!(show(Lang::Uk).contains("Цей переклад ще не перевірила людина"));
    assert!(
        show(Lang::En).contains("Nobody who grew up with this language has checked this translation yet")
    );
    assert!(show(Lang::En).contains("Deze vertaling is nog niet nagekeken"));
    // Nothing was translated into Dutch.
    assert!(!show(Lang::Nl).contains("Deze vertaling"));
}

#[test]
fn what_people_type_stays_text() {
    let html = maud::html! {
        (ui::field(Lang::Nl, "naam", "<b>Naam</b>").value("\"><script>1</script>").error(Some("<i>fout</i>")))
        (ui::card("<script>").to("\" onclick=\"x"))
    };
    let tags = sound("typed", &html.0);
    assert!(tags.iter().all(|(name, _)| !["b", "i", "script"].contains(&name.as_str())));
}

#[test]
fn what_people_type_runs_as_their_own_language_does_on_a_page_of_any() {
    let lang = Lang::Ar;
    let words = [ui::field(lang, "naam", "Naam"), ui::field(lang, "verhaal", "Verhaal").area(3)];
    for field in words.map(|field| maud::html! { (field) }.0) {
        assert!(field.contains("dir=\"auto\""), "{field}");
    }
    let search = maud::html! { (ui::search(lang, "/zoek", "Zoek")) }.0;
    assert!(search.contains("dir=\"auto\""), "{search}");
    for kind in ["tel", "email", "password", "number"] {
        let field = maud::html! { (ui::field(lang, "x", "X").kind(kind)) }.0;
        assert!(!field.contains("dir=\"auto\""), "{field}");
    }
    let page = ui::page(&frame(lang), ui::Page::called("De Linde!"), maud::html! {}).0;
    assert!(page.contains("<h1><bdi>De Linde!</bdi></h1>"), "{page}");
}

#[test]
fn the_page_asks_for_the_theme_it_was_given() {
    let mut frame = frame(Lang::Nl);
    let theme = Theme::shipped_named("zilverdam").unwrap();
    frame.theme_href = theme.href();
    let html = ui::style::page(&frame).0;
    assert!(html.contains(&theme.href()));
}
