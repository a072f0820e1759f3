//! HTML in a cell: tags fall away, what they held stays; scripts and styles go with all they hold.

const LONGEST_TAG: usize = 4096;

/// Absent when there was no markup.
pub(super) fn strip(text: &str) -> Option<String> {
    let mut now = text.to_owned();
    let mut changed = false;
    // An entity can hide a tag that hides an entity; each round takes off one layer.
    for _ in 0..4 {
        let next = entities(&tags(&now));
        if next == now {
            break;
        }
        changed = true;
        now = next;
    }
    // What is left after that many layers was written by nobody who wanted to be read.
    if changed && now.contains('<') {
        now = tags(&now);
    }
    changed.then_some(now)
}

fn tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        let (before, from) = rest.split_at(open);
        out.push_str(before);
        let Some((name, after)) = tag(from) else {
            out.push('<');
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        rest = after;
        if matches!(
            name.as_str(),
            "script" | "style" | "iframe" | "object" | "svg" | "noscript" | "template" | "title"
        ) {
            rest = past_end(&name, rest);
        }
        let block = matches!(
            name.trim_start_matches('/'),
            "br" | "p"
                | "div"
                | "li"
                | "ul"
                | "ol"
                | "tr"
                | "table"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
        );
        if block {
            out.push('\n');
        }
    }
    out.push_str(rest);
    out
}

/// The name of the tag that begins here, and what comes behind it.
fn tag(from: &str) -> Option<(String, &str)> {
    let inside = from.get(1..)?;
    if let Some(comment) = inside.strip_prefix("!--") {
        let after = comment.find("-->").and_then(|end| comment.get(end + 3..)).unwrap_or_default();
        return Some(("!--".to_owned(), after));
    }
    let slash = usize::from(inside.starts_with('/'));
    let word = inside.get(slash..)?;
    if !word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') {
        return None;
    }
    let length = word.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(word.len());
    let name = format!("{}{}", "/".repeat(slash), word.get(..length)?.to_ascii_lowercase());
    match closing(word) {
        Some(end) => Some((name, word.get(end + 1..)?)),
        // Cut off inside a tag: nothing that follows can be text.
        None if near(word).contains(['=', '/', '"', '\'']) || is_dangerous(&name) => Some((name, "")),
        None => None,
    }
}

/// Where the tag ends; a `>` between quotes is not the end.
fn closing(word: &str) -> Option<usize> {
    let mut quote = None;
    let word = near(word);
    for (at, c) in word.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') if word.get(..at)?.ends_with('=') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '>') => return Some(at),
            _ => {}
        }
    }
    // An attribute whose quote never closes: take the first end there is.
    word.find('>')
}

/// As far as a tag can reach: looking further for its end would make a long cell take forever.
fn near(word: &str) -> &str {
    let end = (0..=LONGEST_TAG.min(word.len())).rev().find(|at| word.is_char_boundary(*at));
    word.get(..end.unwrap_or(0)).unwrap_or(word)
}

fn is_dangerous(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "iframe"
            | "object"
            | "svg"
            | "img"
            | "embed"
            | "link"
            | "meta"
            | "base"
            | "form"
    )
}

fn past_end<'a>(name: &str, rest: &'a str) -> &'a str {
    let end = format!("</{name}");
    let here = |at: &usize| {
        rest.as_bytes().get(*at..at + end.len()).is_some_and(|b| b.eq_ignore_ascii_case(end.as_bytes()))
    };
    let Some(at) = rest.match_indices("</").map(|(at, _)| at).find(here) else { return "" };
    let closing = rest.get(at..).unwrap_or_default();
    closing.find('>').and_then(|close| closing.get(close + 1..)).unwrap_or_default()
}

const NAMED: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("eacute", "é"),
    ("egrave", "è"),
    ("euml", "ë"),
    ("ecirc", "ê"),
    ("iuml", "ï"),
    ("icirc", "î"),
    ("ouml", "ö"),
    ("ocirc", "ô"),
    ("oacute", "ó"),
    ("uuml", "ü"),
    ("uacute", "ú"),
    ("auml", "ä"),
    ("aacute", "á"),
    ("agrave", "à"),
    ("ccedil", "ç"),
    ("ntilde", "ñ"),
    ("euro", "€"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("Eacute", "É"),
    ("Euml", "Ë"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("copy", "©"),
    ("reg", "®"),
    ("deg", "°"),
];

fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let body = from.get(1..).unwrap_or_default();
        let end = body.char_indices().take(10).find(|(_, c)| *c == ';').map(|(end, _)| end);
        match end.and_then(|end| Some((entity(body.get(..end)?)?, body.get(end + 1..)?))) {
            Some((decoded, after)) => {
                out.push_str(&decoded);
                rest = after;
            }
            None => {
                out.push('&');
                rest = body;
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).map(String::from);
    }
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned())
}

#[cfg(test)]
mod tests {
    use super::strip;

    #[test]
    fn tags_fall_away_and_their_text_stays() {
        for (typed, read) in [
            ("State: <b>IL</b>,", "State: IL,"),
            ("<p>Een</p><p>Twee</p>", "\nEen\n\nTwee\n"),
            ("a<script>alert(1)</script>b", "ab"),
            ("a<SCRIPT src='//x'>", "a"),
            ("a<img src=x onerror=alert(1)", "a"),
            ("a<img alt=\">\" onerror=alert(1)>b", "ab"),
            ("Caf&eacute; &amp; thee &#8211; &#x201C;hoi", "Café & thee – “hoi"),
            ("&lt;script&gt;alert(1)&lt;/script&gt;b", "b"),
            ("&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;b", "b"),
            ("x<!-- stil -->y", "xy"),
        ] {
            assert_eq!(strip(typed).as_deref(), Some(read), "{typed}");
        }
        for plain in ["1 < 2 > 0", "a & b", "<3", "R&D;", "5 <jaar"] {
            assert_eq!(strip(plain), None, "{plain}");
        }
    }
}
