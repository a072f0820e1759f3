//! The list of themes at the desk, and the form of one.

use access::Fields;
use maud::{Markup, html};
use ui::{Frame, Icon, Lang, Page, Tone, button, buttons, csrf, fl, label, notice, page, select};

use crate::desk::form::{Drawn, News, seen_as};
use crate::theme::{Change, MOST, Taxonomy, Term, Theme};
use crate::words;

pub(super) struct List<'l> {
    pub(super) taxonomy: &'l Taxonomy,
    pub(super) changes: &'l [Change],
    pub(super) news: News,
}

pub(super) struct Sheet<'s> {
    pub(super) theme: &'s Theme,
    pub(super) known: Option<&'s Change>,
    pub(super) taxonomy: &'s Taxonomy,
    /// What the form shows when nobody typed.
    pub(super) stands: &'s Fields,
    pub(super) news: News,
}

pub(super) fn list(frame: &Frame, list: &List<'_>) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let room = MOST.saturating_sub(list.taxonomy.terms().len());
    let gone: Vec<&Change> = list.changes.iter().filter(|change| change.into.is_some()).collect();
    page(
        frame,
        Page::new(fl!(w, "desk-theme-list"))
            .lead(fl!(w, "desk-theme-lead"))
            .here("beheer")
            .crumb("/beheer", fl!(w, "desk")),
        html! {
            (list.news.notice(lang))
            (buttons(html! {
                @if room > 0 { (button(fl!(w, "desk-theme-new")).to("/beheer/themas/nieuw").icon(Icon::Pencil)) }
                (button(fl!(w, "desk-see")).subtle().to("/themas").icon(Icon::Eye))
            }))
            p.zacht { (fl!(w, "desk-theme-room", count = room)) }
            @for top in list.taxonomy.tops() {
                @let id = format!("thema-{}", top.theme.key());
                section.stapel.krap aria-labelledby=(id) {
                    div.rij.uiteen {
                        h2 #(id) { a href={ "/beheer/themas/" (top.theme.key()) } { (top.shown(lang)) } }
                        (marks(lang, top))
                        @if list.taxonomy.tops().next().is_none_or(|first| first.theme != top.theme) { (up(frame, top)) }
                    }
                    ul.stapel.krap {
                        @for (at, term) in list.taxonomy.under(&top.theme).enumerate() {
                            li.rij.uiteen #{ "thema-" (term.theme.key()) } {
                                a href={ "/beheer/themas/" (term.theme.key()) } { (term.shown(lang)) }
                                (marks(lang, term))
                                @if at > 0 { (up(frame, term)) }
                            }
                        }
                    }
                }
            }
            @if !gone.is_empty() {
                section.stapel.krap aria-labelledby="opgegaan" {
                    h2 #opgegaan { (fl!(w, "desk-theme-gone")) }
                    ul.stapel.krap {
                        @for change in gone {
                            li { a href={ "/beheer/themas/" (change.theme.key()) } { (gone_word(lang, change, list.taxonomy)) } }
                        }
                    }
                }
            }
        },
    )
}

/// "energie → Wonen"
fn gone_word(lang: Lang, change: &Change, taxonomy: &Taxonomy) -> Markup {
    let own = if change.nl.is_empty() { change.theme.key() } else { change.nl.as_str() };
    html! { (ui::content(Lang::Nl, own)) " → " (taxonomy.shown(lang, &change.theme)) }
}

fn marks(lang: Lang, term: &Term) -> Markup {
    let w = words(lang);
    let marks = [
        term.hidden.then(|| label(fl!(w, "desk-theme-hidden"))),
        term.own.then(|| label(fl!(w, "desk-theme-own"))),
    ];
    ui::labels(marks.into_iter().flatten())
}

fn up(frame: &Frame, term: &Term) -> Markup {
    html! {
        form method="post" action={ "/beheer/themas/" (term.theme.key()) "/omhoog" } {
            (csrf(frame))
            (button(html! {
                (fl!(words(frame.lang), "desk-theme-up")) span.alleen-voorlezen { ": " (term.shown(frame.lang)) }
            }).subtle())
        }
    }
}

pub(super) fn new(form: &Drawn<'_>, taxonomy: &Taxonomy) -> Markup {
    let (w, frame) = (words(form.frame.lang), form.frame);
    page(
        frame,
        Page::new(fl!(w, "desk-theme-new"))
            .here("beheer")
            .crumb("/beheer", fl!(w, "desk"))
            .crumb("/beheer/themas", fl!(w, "desk-theme-list")),
        html! {
            (form.summary())
            form.stapel method="post" action="/beheer/themas/nieuw" {
                (csrf(frame))
                (names(form))
                (above(form, taxonomy, None))
                (form.tick("hidden", fl!(w, "desk-theme-hide")))
                (buttons(html! { (button(fl!(w, "desk-save")).icon(Icon::Check)) }))
            }
        },
    )
}

pub(super) fn edit(form: &Drawn<'_>, sheet: &Sheet<'_>) -> Markup {
    let (w, frame) = (words(form.frame.lang), form.frame);
    let gone = sheet.known.filter(|change| change.into.is_some());
    let title = match gone {
        Some(change) => html! { (gone_word(frame.lang, change, sheet.taxonomy)) },
        None => sheet.taxonomy.shown(frame.lang, sheet.theme),
    };
    let name = sheet.taxonomy.name(frame.lang, sheet.theme);
    page(
        frame,
        Page::called(if gone.is_some() { sheet.theme.key() } else { name })
            .here("beheer")
            .crumb("/beheer", fl!(w, "desk"))
            .crumb("/beheer/themas", fl!(w, "desk-theme-list")),
        html! {
            (sheet.news.notice(frame.lang))
            (form.summary())
            @if gone.is_some() { (notice(Tone::Calm, fl!(w, "desk-theme-went")).body(html! { p { (title) } })) }
            form.stapel method="post" action={ "/beheer/themas/" (sheet.theme.key()) } {
                (csrf(frame))
                (seen_as(sheet.stands))
                @if gone.is_none() {
                    (names(form))
                    @if sheet.taxonomy.term(sheet.theme).is_some_and(|term| term.own) {
                        (above(form, sheet.taxonomy, Some(sheet.theme)))
                    }
                    (form.tick("hidden", fl!(w, "desk-theme-hide")))
                }
                (into(form, sheet))
                (buttons(html! { (button(fl!(w, "desk-save")).icon(Icon::Check)) }))
            }
            (mapping(frame.lang, sheet))
        },
    )
}

fn names(form: &Drawn<'_>) -> Markup {
    let w = words(form.frame.lang);
    html! {
        (form.line("nl", fl!(w, "desk-theme-nl")).max(60))
        (form.line("en", fl!(w, "desk-theme-en")).max(60).optional())
        (form.line("ar", fl!(w, "desk-theme-ar")).max(60).optional())
        (form.line("about", fl!(w, "desk-theme-about")).hint(fl!(w, "desk-theme-about-hint")).optional())
    }
}

/// Under which theme an own theme stands.
fn above(form: &Drawn<'_>, taxonomy: &Taxonomy, own: Option<&Theme>) -> Markup {
    let (w, lang) = (words(form.frame.lang), form.frame.lang);
    let start = select(lang, "parent", fl!(w, "desk-theme-parent")).option("", fl!(w, "desk-theme-top"));
    let others = taxonomy.tops().filter(|top| Some(&top.theme) != own);
    let all = others.fold(start, |all, top| all.option(top.theme.key(), top.name(lang)));
    html! { (all.chosen(form.typed.get("parent")).error(form.fault("parent"))) }
}

/// Into which theme it goes.
fn into(form: &Drawn<'_>, sheet: &Sheet<'_>) -> Markup {
    let (w, lang) = (words(form.frame.lang), form.frame.lang);
    let start = select(lang, "into", fl!(w, "desk-theme-into"))
        .hint(fl!(w, "desk-theme-into-hint"))
        .option("", fl!(w, "desk-theme-stays"));
    let others = sheet.taxonomy.terms().iter().filter(|term| term.theme != *sheet.theme);
    let all = others.fold(start, |all, term| all.option(term.theme.key(), term.name(lang)));
    html! { (all.chosen(form.typed.get("into")).error(form.fault("into"))) }
}

/// Its key, and what it stands for elsewhere.
fn mapping(lang: Lang, sheet: &Sheet<'_>) -> Markup {
    let w = words(lang);
    let term = sheet.taxonomy.term(sheet.theme);
    let list =
        |words: &[&str]| (!words.is_empty()).then(|| html! { (ui::content(Lang::Nl, words.join(", "))) });
    let facts = ui::definitions()
        .row(fl!(w, "desk-theme-key"), html! { code { (sheet.theme.key()) } })
        .row_if(fl!(w, "themes-official"), term.and_then(|term| list(&term.products)))
        .row_if("Open Eligibility", term.and_then(|term| list(&term.open_eligibility)));
    html! { (facts) }
}
