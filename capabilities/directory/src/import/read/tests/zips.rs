//! What can hide in a zip.

use std::io::Write;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn pack(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const PARTIES: &[u8] = b"id,name\n1,A\n";
const OFFERS: &[u8] = b"id,organization_id,name\na,1,S\n";

fn refused(bytes: &[u8], settings: &Settings) -> Unreadable {
    try_one("x.zip", bytes, settings).unwrap_err()
}

#[test]
fn tables_in_a_zip_in_a_folder_beside_litter() {
    let zip = pack(&[
        ("data/organizations.csv", PARTIES),
        ("data/services.csv", OFFERS),
        ("__MACOSX/data/._services.csv", b"\0\0"),
        ("data/.DS_Store", b"\0"),
        ("data/datapackage.json", b"{}"),
    ]);
    let out = one("x.zip", zip);
    assert_eq!((out.summary.parties, out.summary.offers), (1, 1));
    assert_eq!(
        out.party("1").at,
        crate::import::record::At { file: "data/organizations.csv".to_owned(), line: 2 }
    );
}

#[test]
fn names_that_point_outside() {
    for name in ["../organizations.csv", "a/../../x.csv", "/etc/x.csv", "..\\x.csv", "C:\\x.csv", "\\x.csv"] {
        assert_eq!(refused(&pack(&[(name, PARTIES)]), &Settings::default()).key(), "escapes", "{name}");
    }
}

#[test]
fn a_link_is_no_file() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("organizations.csv", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    assert_eq!(
        refused(&bytes, &Settings::default()),
        Unreadable::Link { file: "organizations.csv".to_owned() }
    );
}

#[test]
fn a_bomb_is_stopped_while_it_goes_off() {
    let zeros = vec![b'x'; 8 << 20];
    let zip = pack(&[("organizations.csv", &zeros)]);
    assert!(zip.len() < 20_000);
    assert_eq!(refused(&zip, &Settings::default()).key(), "bomb");
    let settings = Settings {
        limits: Limits { ratio: u64::MAX, bytes: 1 << 20, ..Limits::default() },
        ..Settings::default()
    };
    assert_eq!(refused(&zip, &settings), Unreadable::TooBig { max: 1 << 20 });
    // Its headers say that it is small.
    let mut lying = zip;
    let size = (8u32 << 20).to_le_bytes();
    while let Some(at) = lying.windows(4).position(|window| window == size) {
        lying[at..at + 4].copy_from_slice(&100u32.to_le_bytes());
    }
    let key = refused(&lying, &Settings::default()).key();
    assert!(matches!(key, "bomb" | "bad-archive"), "{key}");
}

#[test]
fn many_small_files_count_together() {
    let settings = Settings { limits: Limits { files: 3, ..Limits::default() }, ..Settings::default() };
    let zip = pack(&[("a.csv", b"x"), ("b.csv", b"x"), ("c.csv", b"x"), ("d.csv", b"x")]);
    assert_eq!(refused(&zip, &settings), Unreadable::TooManyFiles { max: 3 });
    let table = format!("id,name\n{}", "1,A\n".repeat(300));
    let settings = Settings { limits: Limits { bytes: 2000, ..Limits::default() }, ..Settings::default() };
    let zip = pack(&[("organizations.csv", table.as_bytes()), ("services.csv", table.as_bytes())]);
    assert_eq!(refused(&zip, &settings).key(), "too-big");
}

#[test]
fn a_zip_that_is_cut_off_or_empty() {
    let zip = pack(&[("organizations.csv", PARTIES), ("services.csv", OFFERS)]);
    assert_eq!(refused(&zip[..zip.len() / 2], &Settings::default()), Unreadable::BadArchive);
    assert_eq!(refused(&pack(&[]), &Settings::default()).key(), "empty");
    let mut broken = zip;
    broken[48] ^= 0xff;
    assert_eq!(refused(&broken, &Settings::default()), Unreadable::BadArchive);
}
