//! The file of roots is a witness: taken away, shortened or changed it says so, and nobody but somebody makes it anew.

use ground::db::Db;
use ground::db::testing::both;
use ground::moment::{Day, Moment};

use super::{HERE, does, edits, faults, minute, papers};
use crate::{Fault, Key, Papers, Root, close, make_roots_anew, recent, verify};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn morning(of: &str) -> Moment {
    Moment::parse(&format!("{of}T09:00:00Z")).unwrap()
}

/// Three lines, and three days closed one by one.
async fn three_days(db: &Db, papers: &Papers) -> Vec<Root> {
    edits(db, HERE, 0..3).await;
    let mut made = Vec::new();
    for of in ["2025-11-26", "2025-11-27", "2025-11-28"] {
        made.extend(close(db, HERE, papers, morning(of)).await.unwrap());
    }
    assert_eq!(made.len(), 3);
    assert_eq!(faults(db, papers).await, []);
    made
}

fn text(papers: &Papers) -> String {
    std::fs::read_to_string(papers.roots(HERE)).unwrap()
}

fn write(papers: &Papers, text: &str) {
    std::fs::write(papers.roots(HERE), text).unwrap();
}

fn lines(text: &str, from: usize, to: usize) -> String {
    text.split_inclusive('\n').skip(from).take(to - from).collect()
}

async fn refuses_to_close(db: &Db, papers: &Papers) {
    let before = std::fs::read(papers.roots(HERE)).ok();
    let said = close(db, HERE, papers, morning("2025-11-29")).await.unwrap_err().to_string();
    assert!(said.contains("gone or shortened") && said.contains("--make-anew"), "{said}");
    assert_eq!(std::fs::read(papers.roots(HERE)).ok(), before, "nothing is mended quietly");
    assert_eq!(verify(db, HERE, papers, None).await.unwrap().roots, 3, "and no day was closed");
}

#[tokio::test]
async fn a_file_that_is_gone_is_told_and_comes_back_only_when_somebody_asks_for_it() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        three_days(&db, &papers).await;
        let whole = text(&papers);
        std::fs::remove_file(papers.roots(HERE)).unwrap();
        let gone = [Fault::NoFile { file: papers.roots(HERE).display().to_string() }];
        assert_eq!(faults(&db, &papers).await, gone);
        refuses_to_close(&db, &papers).await;
        assert_eq!(faults(&db, &papers).await, gone);
        let now = minute(5_000);
        assert_eq!(make_roots_anew(&db, HERE, &papers, now).await.unwrap(), None);
        assert_eq!(text(&papers), whole);
        assert_eq!(faults(&db, &papers).await, []);
        let told = &recent(&db, HERE, crate::Page::newest(1)).await.unwrap().lines[0];
        assert_eq!((told.action.as_str(), told.object.as_str(), told.at), ("audit.roots", "roots", now));
        assert_eq!(close(&db, HERE, &papers, morning("2025-11-29")).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn each_day_that_was_cut_off_the_file_is_told_and_none_is_written_back_quietly() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        three_days(&db, &papers).await;
        let whole = text(&papers);
        write(&papers, &lines(&whole, 0, 1));
        let missing =
            |of: &[&str]| -> Vec<Fault> { of.iter().map(|of| Fault::NotInFile { day: day(of) }).collect() };
        assert_eq!(faults(&db, &papers).await, missing(&["2025-11-26", "2025-11-27"]));
        refuses_to_close(&db, &papers).await;
        write(&papers, &format!("{}{}", lines(&whole, 0, 1), lines(&whole, 2, 3)));
        assert_eq!(faults(&db, &papers).await, missing(&["2025-11-26"]));
        refuses_to_close(&db, &papers).await;
        write(&papers, "");
        assert_eq!(faults(&db, &papers).await, missing(&["2025-11-25", "2025-11-26", "2025-11-27"]));
        refuses_to_close(&db, &papers).await;
    })
    .await;
}

#[tokio::test]
async fn what_the_last_closing_had_no_time_to_write_is_written_at_the_next_one() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        three_days(&db, &papers).await;
        let whole = text(&papers);
        write(&papers, &lines(&whole, 0, 2));
        assert_eq!(faults(&db, &papers).await, [Fault::NotInFile { day: day("2025-11-27") }]);
        assert!(close(&db, HERE, &papers, morning("2025-11-28")).await.unwrap().is_empty());
        assert_eq!(text(&papers), whole);
    })
    .await;
}

#[tokio::test]
async fn whatever_is_changed_in_a_line_of_the_file_is_told_with_its_day() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        three_days(&db, &papers).await;
        let whole = text(&papers);
        let second = lines(&whole, 1, 2);
        let file = papers.roots(HERE).display().to_string();
        let altered = |of: &str| Fault::FileAltered { file: file.clone(), line: 2, day: day(of) };
        let words: Vec<&str> = second.trim_end().split(' ').collect();
        assert_eq!(words.len(), 15);
        for changed in 0..words.len() {
            let mut other: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            let word = &mut other[changed];
            // The last figure of the day, the year of the moment of closing, otherwise the first letter.
            match changed {
                1 => *word = "2025-11-24".to_owned(),
                8 => *word = word.replace("2025", "2024"),
                _ => word.replace_range(..1, if word.starts_with('1') { "2" } else { "1" }),
            }
            write(&papers, &whole.replace(&second, &format!("{}\n", other.join(" "))));
            let expected = if changed == 1 {
                vec![altered("2025-11-24"), Fault::NotInFile { day: day("2025-11-26") }]
            } else {
                vec![altered("2025-11-26")]
            };
            assert_eq!(verify(&db, HERE, &papers, None).await.unwrap().faults, expected, "{changed}");
        }
        write(&papers, &whole.replace("2025-11-26 ", "gisteren "));
        let unreadable = Fault::FileUnreadable { file, line: 2 };
        let expected = [unreadable, Fault::NotInFile { day: day("2025-11-26") }];
        assert_eq!(faults(&db, &papers).await, expected);
    })
    .await;
}

/// A line for the file as somebody with this key would write it.
fn forged(root: &Root, key: &Key) -> String {
    let (_dir, elsewhere) = papers();
    let mut root = Root { lines: root.lines - 1, public_key: key.public(), ..root.clone() };
    root.root = root.digest(HERE).to_vec();
    root.signature = key.sign(&root.root);
    elsewhere.add(HERE, &[root]).unwrap();
    text(&elsewhere)
}

#[tokio::test]
async fn a_line_that_somebody_signed_with_a_key_of_their_own_is_told_from_ours() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        let (_other_dir, other) = super::papers();
        let made = three_days(&db, &papers).await;
        let whole = text(&papers);
        let line = forged(&made[1], &Key::at(&other.key()).unwrap());
        write(&papers, &whole.replace(&lines(&whole, 1, 2), &line));
        let (file, of) = (papers.roots(HERE).display().to_string(), day("2025-11-26"));
        let expected = [Fault::FileOtherKey { file, line: 2, day: of }, Fault::OtherThanFile { day: of }];
        assert_eq!(faults(&db, &papers).await, expected);
    })
    .await;
}

#[tokio::test]
async fn a_second_root_of_one_day_does_not_take_the_place_of_the_first() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        let made = three_days(&db, &papers).await;
        let whole = text(&papers);
        let line = forged(&made[1], &Key::at(&papers.key()).unwrap());
        write(&papers, &format!("{whole}{line}"));
        let (file, of) = (papers.roots(HERE).display().to_string(), day("2025-11-26"));
        assert_eq!(faults(&db, &papers).await, [Fault::FileTwice { file, line: 4, day: of }]);
        write(&papers, &format!("{whole}{}", lines(&whole, 1, 2)));
        assert_eq!(faults(&db, &papers).await, [], "the same line twice says nothing else");
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_made_anew_leaves_the_old_one_aside_for_whoever_wants_to_know() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        three_days(&db, &papers).await;
        let whole = text(&papers);
        write(&papers, &lines(&whole, 0, 1));
        let aside = make_roots_anew(&db, HERE, &papers, minute(5_000)).await.unwrap().unwrap();
        assert_eq!(std::fs::read_to_string(aside).unwrap(), lines(&whole, 0, 1));
        assert_eq!(text(&papers), whole);
        assert_eq!(faults(&db, &papers).await, []);
    })
    .await;
}

#[tokio::test]
async fn no_file_is_made_of_days_that_do_not_fit_together() {
    both(migrations::ALL, |db| async move {
        let (_dir, papers) = papers();
        three_days(&db, &papers).await;
        let whole = text(&papers);
        does(&db, &["update audit_root set lines = 2 where municipality_id = 9901 and day = '2025-11-26'"])
            .await;
        let said = make_roots_anew(&db, HERE, &papers, minute(5_000)).await.unwrap_err().to_string();
        assert!(said.contains("do not fit together"), "{said}");
        assert_eq!(text(&papers), whole);
        assert_eq!(verify(&db, HERE, &papers, None).await.unwrap().lines, 3, "and nothing tells of it");
    })
    .await;
}
