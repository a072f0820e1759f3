//! What people type stays where they typed it: not in the log, not in headers, not in addresses.

use std::io::Write;
use std::sync::{Arc, LazyLock, Mutex};

use axum::body::Body;
use axum::http::Method;
use axum::http::header::{CONTENT_TYPE, ORIGIN};
use ground::db::Db;
use ground::db::catalogue::{Catalogue, Kind};
use tracing::subscriber::DefaultGuard;

use crate::neighbourhood::{Answer, Visitor, in_oosterwaard, key};
use crate::unsent_handovers::{offers, types_with};

/// In everything that is typed; a key must be long.
pub(crate) const CANARY: &str = "kanarie";

#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Everything that was said so far, in small letters.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).to_lowercase()
    }

    /// Everything that is said, however little it matters, also by the threads of the database and in other journeys:
    /// a listener of one thread misses lines that another thread says first.
    fn listen(&self) {
        let log = self.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(move || log.clone())
            .finish();
        tracing::subscriber::set_global_default(subscriber).unwrap();
    }
}

impl Log {
    /// What matters of all that is said in this thread, so in one journey alone, as long as the guard is there.
    pub(crate) fn of_this_thread() -> (Self, DefaultGuard) {
        // With a listener to everything no line is left out because another thread said it first.
        LazyLock::force(&LOG);
        let log = Self::default();
        let here = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::INFO)
            .with_ansi(false)
            .with_writer(move || here.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }
}

/// One for the whole process: there is one listener to everything. Whoever reads it makes it first, and then does something.
pub(crate) static LOG: LazyLock<Log> = LazyLock::new(|| {
    let log = Log::default();
    log.listen();
    log
});

#[track_caller]
pub(crate) fn quiet(answer: &Answer) -> &Answer {
    let headers = format!("{:?}", answer.headers).to_lowercase();
    assert!(!headers.contains(CANARY), "{headers}");
    answer
}

#[tokio::test]
async fn what_is_typed_is_in_no_log_no_header_and_no_address() {
    LazyLock::force(&LOG);
    in_oosterwaard(async |visitor: Visitor| {
        for path in [
            "/zoek?q=kanariezoekt",
            "/zoek?q=kanariezoekt&taal=nl",
            "/zoek?q=kanariezoekt&thema=kanarie",
            "/zoek/suggesties?q=kanariezoekt",
            "/hsds/services?search=kanariezoekt",
            "/kanarie",
        ] {
            quiet(&visitor.get(path).await);
        }
        let wrong = visitor
            .post("/beheer/aanmelden", &[("token", "kanarie-kanarie-kanarie"), ("next", "/beheer")])
            .await;
        quiet(&wrong).is(422).hides(CANARY);
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        let id = visitor.get(&format!("{desk}/aanbod/nieuw")).await.after("name=\"id\" value=\"");
        visitor.submit(&format!("{desk}/aanbod/nieuw"), &[("id", &id), ("name", "Kanarieles")]).await.is(303);
        let mut forms = vec![desk.clone(), format!("{desk}/aanbod/{id}")];
        for new in ["mens", "locatie"] {
            let page = visitor.get(&format!("{desk}/{new}/nieuw")).await;
            let new = page.after(&format!("action=\"{desk}/{new}/")).split('/').next().unwrap().to_owned();
            forms.push(if page.body.contains(&format!("{desk}/mens/{new}")) {
                format!("{desk}/mens/{new}")
            } else {
                format!("{desk}/locatie/{new}")
            });
        }
        for form in &forms {
            for refused in [true, false] {
                fill(&visitor, form, refused).await;
            }
        }
        between_two(&visitor).await;
        let drop_in = visitor.get("/beheer/import").await;
        drop_in.is(200);
        upload(&visitor).await;
    })
    .await;
    let text = LOG.text();
    assert!(text.contains("answered"), "nothing was logged, so nothing was tested");
    let said: Vec<&str> = text.lines().filter(|line| line.contains(CANARY)).collect();
    assert!(said.is_empty(), "{said:#?}");
}

/// What a guide and a professional say to each other, also where it is refused or not sent; and an address for letters.
async fn between_two(visitor: &Visitor) {
    let (guide, professional) = (visitor.another(), visitor.another());
    guide.comes_in_as("guide").await;
    professional.comes_in_as("professional").await;
    let said = "Een kanarie zoekt hulp bij brieven";
    let refused = "Een kanarie met nummer 0612345678";
    for text in [said, refused] {
        let kept = guide.submit("/vraag/concept", &[("plek", "vraag:buurt"), ("tekst", text)]).await;
        quiet(&kept).is(204);
    }
    let at = offers(&guide, "Wijkteam De Boogerd").await;
    for text in [said, refused] {
        quiet(&types_with(&professional, &at, "ask", text).await).is(204);
    }
    let fields = [("aan", "buurt"), ("onderwerp", "schulden"), ("wijk", ""), ("taal", "nl")];
    let with = |text: &'static str| [&fields[..], &[("tekst", text)]].concat();
    quiet(&guide.submit("/vraag/nieuw", &with(refused)).await).is(422);
    let sent = guide.submit("/vraag/nieuw", &with(said)).await;
    let at = quiet(&sent).is(303).header("location").split('?').next().unwrap().to_owned();
    quiet(&professional.submit(&format!("{at}/oppakken"), &[("versie", "0")]).await).is(303);
    let answer = [("versie", "1"), ("stap", "answer"), ("tekst", "Laat de kanarie dinsdag komen")];
    quiet(&professional.submit(&format!("{at}/antwoord"), &answer).await).is(303);
    quiet(&guide.get(&at).await).is(200).shows("Laat de kanarie dinsdag komen");
    let address = [("adres", "kanarie@voorbeeld.nl"), ("van", "9"), ("tot", "18")];
    quiet(&guide.submit("/ik/mail", &address).await).is(303);
}

/// Types into each field that the page has, whatever it is for; or only where any text fits.
async fn fill(visitor: &Visitor, form: &str, refused: bool) {
    let mut page = visitor.get(form).await;
    if page.status == 404 {
        page = visitor.get(&format!("{}/nieuw", form.rsplit_once('/').unwrap().0)).await;
    }
    page.is(200);
    let mut fields = vec![("csrf", visitor.csrf().await)];
    if page.body.contains("name=\"seen\"") {
        fields.push(("seen", page.after("name=\"seen\" value=\"")));
    }
    for piece in page.body.split(" name=\"").skip(1) {
        let name = piece.split('"').next().unwrap();
        let text = match name {
            "csrf" | "once" | "seen" | "id" | "viewport" | "next" => continue,
            "name" | "summary" | "role" | "street" | "town" | "person" | "by" => "Kanarie in een kooi",
            _ if refused => "kanarie@@kanarie",
            "sphere" => "informal",
            "serves" => "everywhere",
            "consent_name" => "ja",
            _ => continue,
        };
        if !fields.iter().any(|(known, _)| *known == name) {
            fields.push((name, text.to_owned()));
        }
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = visitor.post(form, &fields).await;
    let refuses_nothing = form.contains("/locatie/");
    quiet(&answer).is(if refused && !refuses_nothing { 422 } else { 303 });
}

async fn upload(visitor: &Visitor) {
    let csrf = visitor.csrf().await;
    let good = "nummer,naam\nkanarie-1,Kanarievereniging\nkanarie-2,Kanariekoor\n";
    let mapping = "title = \"Kanarie\"\nsphere = \"informal\"\n[[file]]\nname = \"kanarie.csv\"\n[file.party]\n\
        key = \"nummer\"\nname = \"naam\"\n";
    for (mapping, content, status) in [
        (mapping, good, 303),
        (mapping, "kanarie,nog een\nkanarie,kanarie\n", 422),
        ("kanarie = = kanarie", good, 422),
        ("", "{\"kanarie\": ", 422),
        ("", "PK\u{3}\u{4}kanarie", 422),
    ] {
        let mut body = String::new();
        for (name, value) in [
            ("csrf", csrf.as_str()),
            ("once", &key()),
            ("source", "Kanariebron"),
            ("licence", "Kanarielicentie"),
            ("sphere", "informal"),
            ("own_mapping", mapping),
            ("file\"; filename=\"kanarie.csv", content),
        ] {
            body.push_str("--grens\r\nContent-Disposition: form-data; name=\"");
            body.push_str(name);
            body.push_str("\"\r\n\r\n");
            body.push_str(value);
            body.push_str("\r\n");
        }
        body.push_str("--grens--\r\n");
        let request = visitor
            .request(Method::POST, "/beheer/import")
            .header(ORIGIN, format!("http://{}", visitor.host))
            .header(CONTENT_TYPE, "multipart/form-data; boundary=grens");
        let answer = visitor.send(request.body(Body::from(body)).unwrap()).await;
        quiet(&answer).is(status);
    }
}

/// The columns of the whole database that hold one of these, in letters or in bytes.
pub(crate) async fn kept(db: &Db, words: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for (column, values) in written(db).await {
        if words.iter().any(|word| values.iter().any(|value| holds(value, word))) {
            found.push(column);
        }
    }
    found
}

pub(crate) fn holds(value: &[u8], word: &str) -> bool {
    value.windows(word.len()).any(|part| part == word.as_bytes())
}

/// Of the whole database each column of letters or bytes, with all that stands in it.
pub(crate) async fn written(db: &Db) -> Vec<(String, Vec<Vec<u8>>)> {
    let mut all = Vec::new();
    for (name, table) in Catalogue::read(db).await.unwrap().tables {
        let from: &'static str = format!(" from \"{name}\" where ").leak();
        for column in table.columns {
            let which: &'static str = format!("\"{}\"", column.name).leak();
            let sql = db.read("select ").push(which).push(from).push(which).push(" is not null");
            let values: Vec<Vec<u8>> = match column.kind {
                Kind::Text => {
                    let texts: Vec<String> = sql.scalars().await.unwrap();
                    texts.into_iter().map(String::into_bytes).collect()
                }
                Kind::Bytes => sql.scalars().await.unwrap(),
                _ => continue,
            };
            all.push((format!("{name}.{}", column.name), values));
        }
    }
    all
}
