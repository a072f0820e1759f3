//! Puts stylesheet, script, pictures and font into the binary: hash in the name, brotli beside it.
//!
//! No Node and no network: the font joins when its npm package is installed in `font/`,
//! otherwise the pages use the system's letter.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// One alphabet of the font: its name, the npm package's file and the letters it holds.
const ALPHABETS: [(&str, &str, &str); 4] = [
    (
        "rubik-latin",
        "rubik-latin-wght-normal.woff2",
        "U+0000-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+2000-200B, U+2010-2065, U+20AC, U+2122, U+2191, U+2193, U+2212",
    ),
    (
        "rubik-latin-ext",
        "rubik-latin-ext-wght-normal.woff2",
        "U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F, U+1EF2-1EFF",
    ),
    ("rubik-cyrillic", "rubik-cyrillic-wght-normal.woff2", "U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116"),
    ("rubik-arabic", "rubik-arabic-wght-normal.woff2", "U+0600-06FF, U+0750-077F, U+FB50-FDFF, U+FE70-FEFC"),
];

/// A file that goes into the binary.
struct Asset {
    url: String,
    mime: &'static str,
    plain: PathBuf,
    brotli: Option<PathBuf>,
}

fn main() -> Result<(), Box<dyn Error>> {
    for watched in ["assets", "font", "i18n", "build.rs"] {
        println!("cargo:rerun-if-changed={watched}");
    }
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let mut assets = Vec::new();
    let mut names = String::new();

    let (faces, latin) = font(&root, &out, &mut assets)?;
    let sheet = format!("{faces}{}", fs::read_to_string(root.join("assets/samenspel.css"))?);
    let css = add(&out, &mut assets, "samenspel", "css", sheet.as_bytes())?;
    let js = add(&out, &mut assets, "samenspel", "js", &fs::read(root.join("assets/samenspel.js"))?)?;
    let key = add(&out, &mut assets, "sleutel", "js", &fs::read(root.join("assets/sleutel.js"))?)?;
    let live = add(&out, &mut assets, "levend", "js", &fs::read(root.join("assets/levend.js"))?)?;
    let mark = add(&out, &mut assets, "merk", "svg", &fs::read(root.join("assets/merk.svg"))?)?;

    writeln!(names, "/// The stylesheet.\npub const CSS: &str = {css:?};")?;
    writeln!(names, "/// The script module.\npub const JS: &str = {js:?};")?;
    writeln!(
        names,
        "/// The script that asks for a key, where one is made or used.\npub const KEY_JS: &str = {key:?};"
    )?;
    writeln!(
        names,
        "/// The script of pages behind the door: forms that outlive a lost line, drafts, and news.\n\
         ///\n\
         /// - `form[data-blijft][data-aanmelden]` is sent from there, says so without a line or session, and keeps all\n\
         /// - `textarea[data-concept][data-plek]` is kept at that address under that name as it is typed\n\
         /// - `[data-levend][data-nieuws][data-ververs]` is drawn anew when that address has news, and says whether\n\
         pub const LIVE_JS: &str = {live:?};"
    )?;
    writeln!(names, "/// The brand mark, for the browser's tab.\npub const MARK: &str = {mark:?};")?;
    writeln!(names, "/// Whether Rubik is in this binary.\npub const FONT: bool = {};", latin.is_some())?;
    writeln!(
        names,
        "/// The letters a Dutch page needs first.\npub const FONT_LATIN: Option<&str> = {latin:?};"
    )?;
    writeln!(names, "static FILES: &[File] = &[")?;
    for asset in &assets {
        let br = asset.brotli.as_ref().map_or("None".to_owned(), |p| format!("Some(include_bytes!({p:?}))"));
        writeln!(
            names,
            "    File {{ url: {:?}, mime: {:?}, plain: include_bytes!({:?}), br: {br} }},",
            asset.url, asset.mime, asset.plain
        )?;
    }
    writeln!(names, "];")?;
    fs::write(out.join("assets.rs"), names)?;
    Ok(())
}

/// The `@font-face` rules for the alphabets that are installed, and the address of the Latin one.
fn font(
    root: &Path,
    out: &Path,
    assets: &mut Vec<Asset>,
) -> Result<(String, Option<String>), Box<dyn Error>> {
    let folder = root.join("font/node_modules/@fontsource-variable/rubik/files");
    let mut faces = String::new();
    let mut latin = None;
    for (name, file, letters) in ALPHABETS {
        let Ok(bytes) = fs::read(folder.join(file)) else { continue };
        let url = add(out, assets, name, "woff2", &bytes)?;
        writeln!(
            faces,
            "@font-face {{ font-family: \"Rubik\"; src: url({url}) format(\"woff2\"); font-weight: 300 900; font-display: swap; unicode-range: {letters}; }}"
        )?;
        if name == "rubik-latin" {
            latin = Some(url);
        }
    }
    Ok((faces, latin))
}

/// Writes one file (and its brotli) to the build folder and gives its address.
fn add(
    out: &Path,
    assets: &mut Vec<Asset>,
    stem: &str,
    kind: &str,
    bytes: &[u8],
) -> Result<String, Box<dyn Error>> {
    let mut hash = String::new();
    for byte in Sha256::digest(bytes).iter().take(6) {
        write!(hash, "{byte:02x}")?;
    }
    let name = format!("{stem}.{hash}.{kind}");
    let plain = out.join(&name);
    fs::write(&plain, bytes)?;
    let mime = match kind {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => "font/woff2",
    };
    // woff2 is brotli inside already.
    let brotli = if kind == "woff2" { None } else { Some(squeeze(out, &name, bytes)?) };
    let url = format!("/_/{name}");
    assets.push(Asset { url: url.clone(), mime, plain, brotli });
    Ok(url)
}

fn squeeze(out: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, Box<dyn Error>> {
    let path = out.join(format!("{name}.br"));
    let quality = if std::env::var("PROFILE")? == "release" { 11 } else { 5 };
    let mut writer = brotli::CompressorWriter::new(fs::File::create(&path)?, 4096, quality, 22);
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
    Ok(path)
}
