//! The first page as it travels: the page, and every style, script and font it asks for.

use std::collections::BTreeSet;
use std::io;

use crate::http;

const ACCEPT: Option<&str> = Some("br, gzip");

pub(crate) struct Weighed {
    pub(crate) bytes: usize,
    /// Each with its own weight.
    pub(crate) parts: Vec<(String, usize)>,
    /// Addresses of somebody else.
    pub(crate) elsewhere: usize,
}

/// # Errors
/// When something the page asks for is not there.
pub(crate) fn weigh(port: u16, path: &str) -> io::Result<Weighed> {
    let page = http::get(port, path, ACCEPT)?;
    let plain = http::get(port, path, None)?.text();
    let mut parts = vec![(path.to_owned(), page.on_the_wire)];
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    let mut elsewhere = 0;
    for tag in plain
        .split('<')
        .filter(|tag| tag.starts_with("link ") || tag.starts_with("script ") || tag.starts_with("img "))
    {
        let loads = !tag.starts_with("link ")
            || ["stylesheet", "icon", "preload", "modulepreload"].iter().any(|rel| tag.contains(rel));
        let address = ["href=\"", "src=\""].iter().find_map(|at| tag.split_once(at)?.1.split('"').next());
        match address {
            Some(address) if loads && address.starts_with('/') => drop(wanted.insert(address.to_owned())),
            Some(address) if loads && address.contains("//") => elsewhere += 1,
            _ => {}
        }
    }
    let sheets: Vec<String> = wanted.iter().filter(|address| address.contains(".css")).cloned().collect();
    for sheet in &sheets {
        let text = http::get(port, sheet, None)?.text();
        // A browser fetches only the parts of a font whose letters are on the page: the Latin one here.
        let faces = text.split("@font-face").skip(1).filter_map(|face| face.split('}').next());
        for face in faces.filter(|face| covers_latin(face)) {
            let address =
                face.split("url(").nth(1).and_then(|after| after.split(')').next()).unwrap_or_default();
            let address = address.trim_matches(['"', '\'']);
            if address.starts_with('/') {
                wanted.insert(address.to_owned());
            } else if !address.is_empty() && !address.starts_with("data:") {
                let folder = sheet.rsplit_once('/').map_or("", |(folder, _)| folder);
                wanted.insert(format!("{folder}/{address}"));
            }
        }
    }
    for address in wanted {
        let got = http::get(port, &address, ACCEPT)?;
        if got.status != 200 {
            return Err(io::Error::other(format!(
                "the first page asks for {address}, which answers {}",
                got.status
            )));
        }
        parts.push((address, got.on_the_wire));
    }
    Ok(Weighed { bytes: parts.iter().map(|(_, bytes)| bytes).sum(), parts, elsewhere })
}

fn covers_latin(face: &str) -> bool {
    let Some((_, range)) = face.split_once("unicode-range") else { return true };
    let range = range.to_ascii_lowercase();
    range.contains("u+0000")
        || range.contains("u+00-")
        || range.contains("u+0-")
        || range.contains("u+20-")
        || range.contains("u+0020")
}
