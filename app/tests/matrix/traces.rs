//! What each answer left in the trail: a form that was done leaves a line, a look that leaves one is counted, and the rest stands here with a reason.

use std::collections::BTreeSet;

use access::Route;
use axum::http::Method;
use directory::neighbourhood::HERE;
use ground::db::Db;
use samenspel::serve::{COSTLY, all_routes};

use crate::shown::{ELSEWHERE, NOTHING_HERE};

/// Forms that leave no line, and why.
const NONE: [(&str, &str); 6] = [
    ("/aanmelden/sleutel/begin", "a question to a key, gone after five minutes; the answer leaves the line"),
    ("/ik/sleutel/begin", "a question to a key, gone after five minutes; the answer leaves the line"),
    ("/terug", "a number in one browser: who says whose it is leaves the line"),
    ("/partij/aanmelden", "a stranger, whom nobody can name: the yes or no to it leaves the line"),
    ("/vraag/concept", "half a text that nobody else sees: the question leaves the line"),
    ("/overdracht/{handover}/concept", "half a text that nobody else sees: the step leaves the line"),
];

/// Forms that may find nothing left to do, and leave no line only then.
const NOTHING_TO_DO: [(&str, &str); 27] = [
    ("/terug/verder", "who is in already is led to the own page"),
    ("/ik/terug/niet", "nobody waits to come in instead"),
    ("/uitnodiging/{token}", "it is open in this browser already"),
    ("/mail/{token}", "letters that go already need not be started"),
    ("/antwoord/{token}/klopt", "tapped twice, the first tap did it"),
    ("/antwoord/{token}/veranderd", "tapped twice, the first tap did it"),
    ("/antwoord/{token}/weg", "tapped twice, the first tap did it"),
    ("/antwoord/{token}/terug", "who was not taken off is not put back"),
    ("/antwoord/{token}/vertrek", "sent again, it leads where it led the first time"),
    ("/beheer/import/{id}/toepassen", "what is on the map already is not put there twice"),
    ("/beheer/import/{id}/weg", "what is on the map is not thrown away any more"),
    ("/beheer/partij/nieuw", "sent twice, the party is there once"),
    ("/beheer/partij/{party}/aanbod/nieuw", "sent twice, the offer is there once"),
    ("/beheer/partij/{party}/locatie/{id}/weg", "what is gone already is as it was wanted"),
    ("/beheer/partij/{party}/mens/{id}/weg", "what is gone already is as it was wanted"),
    ("/beheer/partij/{party}/mensen/{membership}/rol", "the role that somebody has is not given again"),
    ("/beheer/partij/{party}/mensen/uitnodigen", "the form carries its own secret: twice is one invitation"),
    ("/beheer/mensen/uitnodigen", "the form carries its own secret: twice is one invitation"),
    ("/beheer/partij/{party}/mensen/uitnodiging/{invitation}/weg", "taken back by somebody else just before"),
    ("/beheer/mensen/uitnodiging/{invitation}/weg", "taken back by somebody else just before"),
    ("/beheer/dubbel/een", "the two are one already"),
    ("/beheer/dubbel/twee", "somebody said already that they are two"),
    ("/beheer/veroudering/{party}/mail", "a party that heard from us this week is not asked again"),
    ("/beheer/veroudering/dagen/{code}/weg", "a district without days of its own has none to lose"),
    ("/beheer/termijnen/{code}/weg", "an area without terms of its own has none to lose"),
    ("/overdracht/{handover}/codewoord", "the word that it has is not given again"),
    ("/overdracht/nieuw", "without a receiver it leads to the search for one"),
];

/// Where the trail ends.
pub async fn end(db: &Db) -> i64 {
    let end = db.read("select sequence from audit_head where municipality_id = $1").bind(HERE);
    end.optional_scalar().await.unwrap().unwrap_or(0)
}

/// What was written behind that line.
async fn since(db: &Db, end: i64) -> Vec<String> {
    let sql = "select action from audit_line where municipality_id = $1 and sequence > $2";
    db.read(sql).bind(HERE).bind(end).scalars().await.unwrap()
}

/// What was seen of all routes.
#[derive(Default)]
pub struct Traces {
    left: BTreeSet<&'static str>,
    looked: BTreeSet<&'static str>,
    wrong: BTreeSet<String>,
}

impl Traces {
    /// After an answer to somebody who was let in. `end`: where the trail ended before it was asked for.
    pub async fn take(&mut self, db: &Db, route: &Route, status: u16, end: i64) {
        let lines = since(db, end).await;
        if route.method == Method::GET {
            if !lines.is_empty() {
                self.looked.insert(route.path);
            }
            return;
        }
        // Who comes in to be able to ask leaves a line of that.
        let traced = lines.iter().any(|action| action != "session.open" || route.action == "session.open");
        // A refusal may leave the line of a look: the list that it shows once more. That is no line of the form.
        let done = (200..400).contains(&status);
        let excused = NONE.iter().chain(&NOTHING_TO_DO).any(|(path, _)| *path == route.path);
        if done && traced {
            self.left.insert(route.path);
        } else if done && !excused {
            self.wrong.insert(format!("POST {} was done ({status}) and left no line", route.path));
        }
    }

    /// What is wrong with the forms: those that never left a line, and excuses of those that did.
    fn of_forms(&self, forms: &BTreeSet<&'static str>) -> Vec<String> {
        let judged = forms.iter().filter_map(|path| match (is_excused(path), self.left.contains(path)) {
            (false, false) => Some(format!("POST {path} never left a line")),
            (true, true) => {
                Some(format!("POST {path} is listed as leaving no line, and leaves one: strike it"))
            }
            _ => None,
        });
        judged.collect()
    }

    /// Nothing was done without a trace, nothing that leaves one is asked for without a limit, and no excuse is left over.
    pub fn judge(mut self) {
        let (forms, pages) = (paths(&Method::POST), paths(&Method::GET));
        let here = NOTHING_HERE.iter().map(|shown| (shown.path, shown.why));
        for (path, why) in NONE.iter().chain(&NOTHING_TO_DO).copied().chain(here) {
            assert!(forms.contains(path) && why.len() > 20, "{path} is no form, or has no reason");
        }
        let of_forms = self.of_forms(&forms);
        self.wrong.extend(of_forms);
        // And where somebody comes back from a municipality's own sign-in: this town has none.
        let elsewhere = ELSEWHERE.iter().filter(|shown| shown.method == "GET" && shown.action.is_some());
        for path in self.looked.iter().copied().chain(elsewhere.map(|shown| shown.path)) {
            if !pages.contains(path) || !COSTLY.contains(&path) {
                self.wrong.insert(format!("GET {path} leaves a line, and nobody counts how often"));
            }
        }
        let wrong: Vec<String> = self.wrong.into_iter().collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        println!(
            "{} forms left a line, {} pages do so when they are looked at",
            self.left.len(),
            self.looked.len()
        );
    }
}

/// The addresses of all routes with this method.
fn paths(method: &Method) -> BTreeSet<&'static str> {
    all_routes().iter().filter(|route| route.method == *method).map(|route| route.path).collect()
}

/// Whether this form is listed as one that leaves no line here: it never does, or a journey shows the one it leaves.
fn is_excused(path: &str) -> bool {
    let mut shown = NOTHING_HERE.iter().chain(&ELSEWHERE).filter(|shown| shown.method == "POST");
    NONE.iter().any(|(known, _)| *known == path) || shown.any(|shown| shown.path == path)
}

#[test]
fn a_form_that_is_excused_and_leaves_a_line_is_told_and_so_is_one_that_is_not_and_leaves_none() {
    let forms = paths(&Method::POST);
    let (excused, others): (BTreeSet<_>, BTreeSet<_>) =
        forms.iter().copied().partition(|path| is_excused(path));
    let judged = |left: BTreeSet<&'static str>| Traces { left, ..Traces::default() }.of_forms(&forms);
    assert_eq!(judged(others), Vec::<String>::new());
    let told = judged(excused);
    assert_eq!(told.len(), forms.len(), "each form is told of: {told:?}");
    let strike = "POST /mail/{token} is listed as leaving no line, and leaves one: strike it";
    assert!(told.iter().any(|said| said == strike), "{told:?}");
    assert!(told.iter().any(|said| said == "POST /ik/naam never left a line"), "{told:?}");
}
