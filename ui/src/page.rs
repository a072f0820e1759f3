//! The whole document around what a page has to say.

use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

use crate::{Frame, Icon, Lang, assets, breadcrumb, fl, format, words};

/// What one page is about.
#[derive(Debug, Clone, Default)]
pub struct Page {
    title: String,
    /// The title is what somebody typed: its direction is its own.
    typed: bool,
    lead: Option<Markup>,
    description: Option<String>,
    here: Option<&'static str>,
    said: Option<String>,
    crumbs: Vec<(String, Markup)>,
    own_heading: bool,
}

impl Page {
    pub fn new(title: impl Into<String>) -> Page {
        Page { title: title.into(), ..Page::default() }
    }

    /// Titled by what somebody typed, such as the name of a party.
    pub fn called(title: impl Into<String>) -> Page {
        Page { typed: true, ..Page::new(title) }
    }

    /// One or two sentences under the heading.
    pub fn lead(mut self, lead: impl Render) -> Page {
        self.lead = Some(lead.render());
        self
    }

    /// For search engines and for who shares the address.
    pub fn description(mut self, text: impl Into<String>) -> Page {
        self.description = Some(text.into());
        self
    }

    /// The menu item: `buurt`, `zoeken`, `kaart`, `beheer`.
    pub fn here(mut self, key: &'static str) -> Page {
        self.here = Some(key);
        self
    }

    /// A page above this one, outermost first.
    pub fn crumb(mut self, href: impl Into<String>, text: impl Render) -> Page {
        self.crumbs.push((href.into(), text.render()));
        self
    }

    /// What a screen reader hears when the page (or a part of it) has come.
    pub fn said(mut self, text: impl Into<String>) -> Page {
        self.said = Some(text.into());
        self
    }

    /// The body brings its own `h1` and its own `.vel` sheets, as the start page does.
    pub fn own_heading(mut self) -> Page {
        self.own_heading = true;
        self
    }
}

/// The whole document. Unless [`Page::own_heading`], the heading is drawn here and the body flows below it.
pub fn page(frame: &Frame, page: Page, body: Markup) -> Markup {
    let w = words(frame.lang);
    let municipality = frame.municipality_name.as_str();
    let description =
        page.description.clone().unwrap_or_else(|| fl!(w, "description", municipality = municipality));
    html! {
        (DOCTYPE)
        html lang=(frame.lang.code()) dir=(frame.lang.dir()) data-geen-verbinding=(fl!(w, "offline")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.title) " – Samenspel " (municipality) }
                meta name="description" content=(plain(&description));
                meta name="color-scheme" content="light dark";
                link rel="icon" href=(assets::MARK) type="image/svg+xml";
                @if let Some(font) = first_letters(frame.lang) {
                    link rel="preload" href=(font) as="font" type="font/woff2" crossorigin;
                }
                link rel="stylesheet" href=(assets::CSS);
                link rel="stylesheet" href=(frame.theme_href);
                script type="module" src=(assets::JS) {}
            }
            body {
                a.sprong href="#inhoud" { (fl!(w, "skip")) }
                (header(frame, page.here.or(frame.here)))
                main #inhoud tabindex="-1" {
                    @if page.own_heading {
                        (body)
                    } @else {
                        div.vel.stapel.ruim {
                            div.stapel.krap {
                                @if !page.crumbs.is_empty() { (breadcrumb(frame.lang, &page.crumbs)) }
                                h1 { @if page.typed { bdi { (page.title) } } @else { (page.title) } }
                                @if let Some(lead) = &page.lead { p.inleiding { (lead) } }
                            }
                            (body)
                        }
                    }
                }
                (footer(frame))
                p #melder .alleen-voorlezen role="status" { @if let Some(said) = &page.said { (said) } }
            }
        }
    }
}

/// Text in a language that may differ from the page's, such as what a party wrote about itself.
pub fn content(of: impl AsRef<str>, text: impl Render) -> Markup {
    html! { span lang=(of.as_ref()) dir="auto" { (text) } }
}

/// The hidden proof that a form came from our own page, and the key by which it is done once however often it is sent.
/// Both stand first in their form, before any file.
pub fn csrf(frame: &Frame) -> Markup {
    html! {
        @if let Some(token) = &frame.csrf { input type="hidden" name="csrf" value=(token); }
        @if let Some(keys) = &frame.once { input type="hidden" name="once" value=(keys.next()); }
    }
}

/// The brand: circle, square, and the ball where they overlap.
pub fn mark() -> Markup {
    html! {
        svg.merk__beeld aria-hidden="true" viewBox="0 0 44 30" {
            circle.merk__rond cx="15" cy="15" r="13.5" {}
            rect.merk__vierkant x="17" y="2" width="26" height="26" rx="6" {}
            (PreEscaped(r#"<path class="merk__bal" d="M17 8a6 6 0 0 1 6-6h1.4a13.5 13.5 0 0 1 0 26H23a6 6 0 0 1-6-6z"/>"#))
        }
    }
}

fn header(frame: &Frame, here: Option<&str>) -> Markup {
    let w = words(frame.lang);
    let municipality = frame.municipality_name.as_str();
    html! {
        header.kop {
            div.vel.kop__rij {
                a.merk href="/" lang="nl" { (mark()) "Samenspel" }
                p.kop__wijk {
                    @if let Some(logo) = &frame.logo_href { img src=(logo) alt="" height="28"; }
                    (fl!(w, "municipality", name = municipality))
                }
                nav.hoofdmenu aria-label=(fl!(w, "menu")) {
                    ul {
                        @for (key, href, icon, text) in menu(frame) {
                            li { a href=(href) aria-current=[(here == Some(key)).then_some("page")] { (icon) (text) } }
                        }
                    }
                }
            }
        }
        @if let Some(signed) = &frame.signed {
            aside.wie-ben-ik aria-label=(fl!(w, "who-you-are")) {
                p.vel {
                    bdi { (signed.name) }
                    @if let Some(acting) = &signed.acting { (format::comma(frame.lang)) bdi { (acting) } }
                }
            }
        }
        @if frame.demo {
            aside.voorbeeld aria-label=(fl!(w, "demo-label")) {
                p.vel { (fl!(w, "demo", name = municipality)) }
            }
        }
    }
}

fn menu(frame: &Frame) -> Vec<(&'static str, &'static str, Icon, String)> {
    let w = words(frame.lang);
    let mut items = vec![
        ("buurt", "/", Icon::Houses, fl!(w, "menu-neighbourhood")),
        ("zoeken", "/wie", Icon::Search, fl!(w, "menu-search")),
        ("kaart", "/kaart", Icon::Map, fl!(w, "menu-map")),
    ];
    // Whoever keeps the map may look after the terms of an area as well.
    if frame.acts || frame.keeps {
        items.insert(0, ("vandaag", "/vandaag", Icon::Calendar, fl!(w, "menu-today")));
    }
    if frame.desk {
        items.push(("beheer", "/beheer", Icon::Desk, fl!(w, "menu-desk")));
    }
    items.push(match frame.signed {
        Some(_) => ("ik", "/ik", Icon::Face, fl!(w, "menu-me")),
        None => ("ik", "/aanmelden", Icon::Face, fl!(w, "menu-sign-in")),
    });
    items
}

fn footer(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    html! {
        footer.voet {
            div.vel.stapel.krap {
                @if !frame.lang.reviewed() {
                    p { (fl!(w, "not-reviewed")) }
                    p lang="nl" dir="ltr" { (fl!(words(Lang::Nl), "not-reviewed")) }
                }
                nav aria-label=(fl!(w, "languages")) {
                    ul {
                        @for lang in Lang::ALL {
                            li {
                                a.taal href=(frame.in_language(lang)) hreflang=(lang.code()) lang=(lang.code())
                                    dir=(lang.dir()) aria-current=[(lang == frame.lang).then_some("true")] {
                                    (lang.name())
                                }
                            }
                        }
                    }
                }
                nav aria-label=(fl!(w, "about")) {
                    ul {
                        li { a href="/privacy" { (fl!(w, "about-privacy")) } }
                        li { a href="/hulp" { (fl!(w, "about-help")) } }
                        li { a href="/toegankelijkheid" { (fl!(w, "about-accessibility")) } }
                        li { a href="/bronnen" { (fl!(w, "about-sources")) } }
                    }
                }
            }
        }
    }
}

/// Only Latin is worth asking for early: a page in other letters finds them through the stylesheet as well.
fn first_letters(lang: Lang) -> Option<&'static str> {
    match lang {
        Lang::Nl | Lang::En | Lang::Tr | Lang::Pl => assets::FONT_LATIN,
        Lang::Ar | Lang::Uk => None,
    }
}

/// Without the marks that keep reading directions apart: they help the reader of a page, and are boxes or nothing to
/// mail programs, search engines and whoever reads an answer of the API.
pub fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
