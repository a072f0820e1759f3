//! What each answer left in the trail: a form that was done leaves a line, a look that leaves one is counted, and the rest stands here with a reason.

use std::collections::BTreeSet;

use access::Route;
use axum::http::Method;
use directory::neighbourhood::HERE;
use ground::db::Db;
use samenspel::serve::{COSTLY, all_routes};

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

/// Forms that come here with too little in them, or of something that is over: what they leave is shown by the journeys.
const WITHOUT_WORDS: [&str; 44] = [
    "/aanmelden/sleutel/klaar",
    "/uitnodiging/{token}",
    "/uitnodiging/{token}/ja",
    "/antwoord/{token}/veranderd",
    "/antwoord/{token}/terug",
    "/antwoord/{token}/vertrek",
    "/mail/{token}",
    "/terug/verder",
    "/ik/naam",
    "/ik/sleutel/klaar",
    "/ik/sleutel/weg",
    "/ik/account/weg",
    "/ik/mail",
    "/ik/terug/niet",
    "/beheer/terug",
    "/vraag/nieuw",
    "/vraag/{question}/oppakken",
    "/vraag/{question}/antwoord",
    "/vraag/{question}/verder",
    "/beheer/import",
    "/beheer/import/{id}/weg",
    "/beheer/partij/nieuw",
    "/beheer/aanvragen/{candidate}/nee",
    "/beheer/themas/nieuw",
    "/beheer/themas/{key}",
    "/beheer/veroudering/dagen",
    "/beheer/veroudering/dagen/{code}",
    "/beheer/veroudering/dagen/{code}/weg",
    "/beheer/termijnen/{code}",
    "/beheer/termijnen/{code}/weg",
    "/beheer/partij/{party}",
    "/beheer/partij/{party}/locatie/{id}",
    "/beheer/partij/{party}/mens/{id}",
    "/beheer/partij/{party}/mens/{id}/foto",
    "/beheer/partij/{party}/aanbod/nieuw",
    "/beheer/partij/{party}/aanbod/{id}",
    "/beheer/partij/{party}/mensen/{membership}/rol",
    "/beheer/partij/{party}/mensen/uitnodigen",
    "/beheer/mensen/uitnodigen",
    "/overdrachten/instroom",
    "/overdracht/nieuw",
    "/overdracht/{handover}/stap",
    "/overdracht/{handover}/geven",
    "/overdracht/{handover}/ontvangen",
];

/// Pages that leave a line only where somebody comes back from a municipality's own sign-in: this town has none.
const ELSEWHERE: [&str; 1] = ["/aanmelden/account/klaar"];

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
        let left = lines.iter().any(|action| action != "session.open" || route.action == "session.open");
        let excused = NONE.iter().chain(&NOTHING_TO_DO).any(|(path, _)| *path == route.path);
        if left {
            self.left.insert(route.path);
        } else if (200..400).contains(&status) && !excused {
            self.wrong.insert(format!("POST {} was done ({status}) and left no line", route.path));
        }
    }

    /// Nothing was done without a trace, nothing that leaves one is asked for without a limit, and no excuse is left over.
    pub fn judge(mut self) {
        let routes = all_routes();
        let of = |method: Method| {
            let paths = routes.iter().filter(|route| route.method == method).map(|route| route.path);
            paths.collect::<BTreeSet<_>>()
        };
        let (forms, pages) = (of(Method::POST), of(Method::GET));
        for (path, why) in NONE.iter().chain(&NOTHING_TO_DO) {
            assert!(forms.contains(path) && why.len() > 20, "{path} is no form, or has no reason");
        }
        assert!(WITHOUT_WORDS.iter().all(|path| forms.contains(path)), "a form that is there no more");
        for path in forms {
            let none = NONE.iter().any(|(known, _)| *known == path) || WITHOUT_WORDS.contains(&path);
            if !none && !self.left.contains(path) {
                self.wrong.insert(format!("POST {path} never left a line"));
            }
        }
        for path in self.looked.iter().copied().chain(ELSEWHERE) {
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
