//! Tables that are not as tables should be: charsets, line ends, quotes, columns, cut off.

use super::*;

#[test]
fn cp1252_beside_utf8_in_one_file() {
    let out = list(b"id,naam\n1,Caf\xE9 \x93Anker\x94\n2,Caf\xC3\xA9 Noord\n".as_slice());
    assert_eq!(names(&out), ["Café “Anker”", "Café Noord"]);
    assert_eq!(out.summary.files[0].charset, "utf-8 + windows-1252");
    assert_eq!(out.said(Outcome::Mended, Reason::NotText).len(), 1);
}

#[test]
fn a_mark_in_front_or_none_and_utf16() {
    let text = "id,naam\n1,Zeeën\n";
    let wide = |big: bool| -> Vec<u8> {
        let unit = |u: u16| if big { u.to_be_bytes() } else { u.to_le_bytes() };
        std::iter::once('\u{feff}')
            .chain(text.chars())
            .flat_map(|c| c.encode_utf16(&mut [0; 2]).to_vec())
            .flat_map(unit)
            .collect()
    };
    for bytes in [text.as_bytes().to_vec(), format!("\u{feff}{text}").into_bytes(), wide(true), wide(false)] {
        assert_eq!(names(&list(bytes)), ["Zeeën"]);
    }
}

#[test]
fn a_character_on_the_edge_of_a_block_stays_whole() {
    // One line longer than a block, so that it is decoded in pieces.
    let long = "é".repeat(70_000);
    let out = list(format!("id,naam,tekst\n1,A,x{long}\n"));
    assert_eq!(out.summary.files[0].charset, "utf-8");
    assert!(out.parties[0].summary.as_str().starts_with("xéé"));
}

#[test]
fn every_line_end_and_all_of_them_together() {
    for text in
        ["id,naam\n1,A\n2,B\n", "id,naam\r1,A\r2,B\r", "id,naam\r\n1,A\r\n2,B", "id,naam\r1,A\n\n2,B\r\n"]
    {
        let out = list(text);
        assert_eq!(names(&out), ["A", "B"], "{text:?}");
        assert_eq!((out.summary.rows, out.summary.cut_off), (2, false));
    }
}

#[test]
fn the_delimiter_is_found_in_the_header() {
    for text in ["id;naam\n1;A, B\n", "id\tnaam\n1\tA, B\n", "id|naam\n1|A, B\n", "sep=;\nid;naam\n1;A, B\n"]
    {
        assert_eq!(names(&list(text)), ["A, B"], "{text:?}");
    }
}

#[test]
fn a_quote_that_never_closes_costs_its_own_line() {
    let out = list("id,naam\n1,A\n2,\"B\n3,C\n4,D\n");
    assert_eq!(names(&out), ["A", "C", "D"]);
    assert_eq!(out.lines(Outcome::Refused, Reason::UnclosedQuote), [3]);
    assert_eq!(out.summary.rows, 4);
}

#[test]
fn a_quote_that_closes_in_another_row_costs_its_own_line() {
    let out = list("id,naam,tekst\n1,A,x\n2,\"B,x\n3,C,\"y, z\"\n4,D,\"een\ntwee\"\n5,E,v\n");
    assert_eq!(names(&out), ["A", "C", "D", "E"]);
    assert_eq!(out.lines(Outcome::Refused, Reason::UnclosedQuote), [3]);
    assert_eq!(out.party("3").summary.as_str(), "y, z");
    assert_eq!(out.party("4").summary.as_str(), "een\ntwee");
    assert_eq!(out.party("5").at.line, 7);
}

#[test]
fn a_quote_over_more_lines_than_any_row_may_have() {
    let settings = Settings { limits: Limits { row: 200, ..Limits::default() }, ..mapped(LIST) };
    let rows: String = (3..100).map(|n| format!("{n},N{n}\n")).collect();
    let out = try_one("x.csv", format!("id,naam\n1,A\n2,\"B\n{rows}").as_bytes(), &settings).unwrap();
    assert_eq!((out.parties.len(), out.summary.refused), (98, 1));
    let long = format!("id,naam\n1,A\n2,{}\n3,C\n", "x".repeat(500));
    let out = try_one("x.csv", long.as_bytes(), &settings).unwrap();
    assert_eq!(names(&out), ["A", "C"]);
    assert_eq!(out.lines(Outcome::Refused, Reason::TooLong), [3]);
}

#[test]
fn quotes_that_belong_to_the_text() {
    let out = list(
        "id,naam,tekst\n1,\"Het \"\"Anker\"\"\",\"a\nb\"\n2, \"B\" ,c\n3,\"Oud\" Noord,d\n4,5\" pijp,e\n",
    );
    assert_eq!(names(&out), ["Het \"Anker\"", "B", "\"Oud\" Noord", "5\" pijp"]);
    assert_eq!(out.party("1").summary.as_str(), "a\nb");
}

#[test]
fn other_order_missing_and_extra_columns() {
    let out = list("extra,naam,id\nx,A,1\n");
    assert_eq!(names(&out), ["A"]);
    assert!(out.said(Outcome::Noted, Reason::WrongColumns)[0].detail.contains("telefoon"));
    assert_eq!(out.said(Outcome::Noted, Reason::NotUsed)[0].detail, "extra");
    let refused = try_one("x.csv", b"nummer,titel\n1,A\n", &mapped(LIST)).unwrap_err();
    let (missing, found) = ("id, naam".to_owned(), "nummer, titel".to_owned());
    assert_eq!(refused, Unreadable::Columns { file: "x.csv".to_owned(), missing, found });
}

#[test]
fn rows_with_too_few_or_too_many_cells() {
    let out = list("id,naam,tekst\n1,A\n2,B,x,,\n3,C,x,y\n4,D,z\n");
    assert_eq!(names(&out), ["A", "B", "D"]);
    assert_eq!(out.lines(Outcome::Refused, Reason::WrongColumns), [4]);
    assert_eq!(out.lines(Outcome::Noted, Reason::WrongColumns), [0, 2]);
}

#[test]
fn a_header_with_nameless_and_double_columns() {
    let out = folder(&[
        ("organizations.csv", "id,name,,,name\n1,A,,x,B\n"),
        ("services.csv", "id,organization_id,name,,\n1,1,S,,\n"),
    ]);
    assert_eq!(names(&out), ["A"]);
    assert_eq!(out.said(Outcome::Noted, Reason::WrongColumns).len(), 2);
}

#[test]
fn nothing_at_all() {
    for bytes in [&b""[..], b"\n\n", b" ", b"\xEF\xBB\xBF"] {
        let refused = try_one("leeg.csv", bytes, &mapped(LIST)).unwrap_err();
        assert_eq!(refused, Unreadable::Empty { file: "leeg.csv".to_owned() }, "{bytes:?}");
    }
    assert_eq!(list("id,naam\n").summary.rows, 0);
}

#[test]
fn cut_off_in_the_middle_of_a_row() {
    let out = list("id,naam,tekst\n1,A,x\n2,B");
    assert_eq!(names(&out), ["A"]);
    assert_eq!(out.lines(Outcome::Refused, Reason::CutOff), [3]);
    assert!(out.summary.cut_off);
    let out = list("id,naam,tekst\n1,A,x\n2,B,\"hal");
    assert_eq!(out.lines(Outcome::Refused, Reason::UnclosedQuote), [3]);
    assert!(out.summary.cut_off);
}

#[test]
fn a_picture_is_no_table() {
    let refused = try_one("foto.csv", b"\x89PNG\x00\x01", &mapped(LIST)).unwrap_err();
    assert_eq!(refused.key(), "not-text");
    let refused = try_one("lijst.csv", b"a,b\n1,2\n", &Settings::default()).unwrap_err();
    assert_eq!(refused, Unreadable::NeedsMapping { file: "lijst.csv".to_owned(), found: "a, b".to_owned() });
}

#[test]
fn the_sink_can_stop_the_reading() {
    let mut got = 0;
    let settings = mapped(LIST);
    let summary = read(&mut Cursor::new("id,naam\n1,A\n2,B\n3,C\n"), "x.csv", &settings, &mut |row| {
        got += usize::from(matches!(row, Row::Party(_)));
        if matches!(row, Row::Party(_)) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(summary.unwrap().stopped);
    assert_eq!(got, 1);
}
