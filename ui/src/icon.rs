//! Small drawings beside words. They never stand for a word, so a screen reader skips them.

use maud::{Markup, PreEscaped, Render, html};

/// One drawing of the set, 24 by 24, in the colour of the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Houses,
    Search,
    Map,
    Desk,
    Pass,
    Phone,
    Place,
    Clock,
    Eye,
    Lock,
    Speech,
    Mail,
    Globe,
    Check,
    Warning,
    Info,
    Calendar,
    People,
    Printer,
    Download,
    Pencil,
    Bin,
    Face,
}

impl Icon {
    pub const ALL: [Icon; 23] = [
        Icon::Houses,
        Icon::Search,
        Icon::Map,
        Icon::Desk,
        Icon::Pass,
        Icon::Phone,
        Icon::Place,
        Icon::Clock,
        Icon::Eye,
        Icon::Lock,
        Icon::Speech,
        Icon::Mail,
        Icon::Globe,
        Icon::Check,
        Icon::Warning,
        Icon::Info,
        Icon::Calendar,
        Icon::People,
        Icon::Printer,
        Icon::Download,
        Icon::Pencil,
        Icon::Bin,
        Icon::Face,
    ];

    fn shapes(self) -> &'static str {
        match self {
            Icon::Houses => {
                r#"<path d="M3 21V11l5-4 5 4v10M13 21V8l4-3 4 3v13M2 21h20M6.5 21v-4h3v4M17 12v.01M17 16v.01"/>"#
            }
            Icon::Search => r#"<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5.5 5.5"/>"#,
            Icon::Map => {
                r#"<path d="m3 6 6-2.5 6 2.5 6-2.5V18l-6 2.5L9 18l-6 2.500zM9 3.500V18M15 6v14.500"/>"#
            }
            Icon::Desk => {
                r#"<path d="M4 6h9M17 6h3M4 12h3M11 12h9M4 18h9M17 18h3"/><circle cx="15" cy="6" r="2"/><circle cx="9" cy="12" r="2"/><circle cx="15" cy="18" r="2"/>"#
            }
            Icon::Pass => r#"<path d="M3 8h13l-3.5-3.5M21 16H8l3.5 3.5"/>"#,
            Icon::Phone => {
                r#"<path d="M5 3.5h4l1.7 4.3-2.3 1.6a12 12 0 0 0 6.2 6.2l1.6-2.3 4.3 1.7v4c0 1.1-.9 2-2 2A16.5 16.5 0 0 1 3 5.500c0-1.100.900-2 2-2z"/>"#
            }
            Icon::Place => {
                r#"<path d="M12 21.500s7-6.300 7-11.500a7 7 0 0 0-14 0c0 5.200 7 11.500 7 11.500z"/><circle cx="12" cy="10" r="2.500"/>"#
            }
            Icon::Clock => r#"<circle cx="12" cy="12" r="9"/><path d="M12 7v5.500l3.500 2"/>"#,
            Icon::Eye => {
                r#"<path d="M2 12s3.600-7 10-7 10 7 10 7-3.600 7-10 7S2 12 2 12z"/><circle cx="12" cy="12" r="2.800"/>"#
            }
            Icon::Lock => {
                r#"<rect x="5" y="10.500" width="14" height="10" rx="2"/><path d="M8 10.500V7.500a4 4 0 0 1 8 0v3"/>"#
            }
            Icon::Speech => r#"<path d="M4 4.500h16v11.500h-8.500L7 20v-4H4z"/>"#,
            Icon::Mail => {
                r#"<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m3.500 7 8.500 6 8.500-6"/>"#
            }
            Icon::Globe => {
                r#"<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 2.500 4 6 4 9s-1 6.500-4 9c-3-2.500-4-6-4-9s1-6.500 4-9z"/>"#
            }
            Icon::Check => r#"<path d="m4.500 12.500 5 5 10-11"/>"#,
            Icon::Warning => r#"<path d="M12 3.500 2.500 20h19zM12 10v4.500M12 17.200v.01"/>"#,
            Icon::Info => r#"<circle cx="12" cy="12" r="9"/><path d="M12 11v5.500M12 7.500v.01"/>"#,
            Icon::Calendar => {
                r#"<rect x="3.500" y="5" width="17" height="15.500" rx="2"/><path d="M3.500 10h17M8 2.800V7M16 2.800V7"/>"#
            }
            Icon::People => {
                r#"<circle cx="8.500" cy="8" r="3.500"/><path d="M2 20c0-4 3-6.500 6.500-6.500S15 16 15 20M15.500 5a3.500 3.500 0 0 1 0 6.500M18 14.200c2.500.800 4 3 4 5.800"/>"#
            }
            Icon::Printer => {
                r#"<path d="M7 8V3.500h10V8M7 17H4V9.500C4 8.700 4.700 8 5.500 8h13c.8 0 1.500.700 1.500 1.500V17h-3"/><rect x="7" y="14" width="10" height="6.500"/>"#
            }
            Icon::Download => r#"<path d="M12 3.500v12M7 11l5 5 5-5M4 20.500h16"/>"#,
            Icon::Pencil => r#"<path d="m4 20 1-4.500L16.500 4 20 7.500 8.500 19zM14 6.500l3.500 3.500"/>"#,
            Icon::Face => {
                r#"<circle cx="12" cy="8" r="4"/><path d="M4 21c0-4.500 3.500-7 8-7s8 2.500 8 7"/>"#
            }
            Icon::Bin => {
                r#"<path d="M4 6.500h16M9 6.500V4h6v2.500M6 6.500 7 20.500h10l1-14M10 10.500v6M14 10.500v6"/>"#
            }
        }
    }
}

impl Render for Icon {
    fn render(&self) -> Markup {
        html! {
            svg.icoon aria-hidden="true" viewBox="0 0 24 24" { (PreEscaped(self.shapes())) }
        }
    }
}
