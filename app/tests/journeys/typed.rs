//! A form that is refused keeps what was typed: of the desk, of a party's mail and of people, filled in by somebody clumsy.

use access::once::{EXEMPT, needs_key};
use axum::body::Body;
use axum::http::Method;
use axum::http::header::{CONTENT_TYPE, ORIGIN};
use ground::mail::Post;

use crate::alive::{Story, TO, linde};
use crate::invitations::{sender, with_post};
use crate::neighbourhood::{Answer, Visitor, in_oosterwaard};
use crate::people::{a_code, own_party};

/// A form as it stands in a page, with what a browser would send of it now.
struct Form {
    action: String,
    files: bool,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    shape: Shape,
    /// All values that could be sent, and which of them are.
    values: Vec<(String, bool)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Hidden,
    Line,
    File,
    Ticks,
    OneOf,
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let after = tag.split_once(&format!(" {name}=\""))?.1;
    let value = after.split('"').next()?;
    Some(plain(value))
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The forms of a page that change something, as they are drawn.
fn forms(page: &str, at: &str) -> Vec<Form> {
    let mut found = Vec::new();
    for piece in page.split("<form").skip(1) {
        let (head, rest) = piece.split_once('>').unwrap();
        if attribute(head, "method").as_deref() != Some("post") {
            continue;
        }
        let inside = rest.split("</form>").next().unwrap();
        let mut form = Form {
            action: attribute(head, "action").unwrap_or_else(|| at.to_owned()),
            files: head.contains("multipart/form-data"),
            fields: Vec::new(),
        };
        for tag in inside.split('<').skip(1) {
            form.take(tag);
        }
        found.push(form);
    }
    found
}

impl Form {
    fn take(&mut self, tag: &str) {
        let (head, text) = tag.split_once('>').unwrap_or((tag, ""));
        let name = attribute(head, "name");
        match (head.split([' ', '/']).next().unwrap(), name) {
            ("input", Some(name)) => {
                let value = attribute(head, "value").unwrap_or_default();
                let checked = head.contains(" checked");
                match attribute(head, "type").as_deref() {
                    Some("hidden") => self.add(name, Shape::Hidden, value, true),
                    Some("checkbox") => self.add(name, Shape::Ticks, value, checked),
                    Some("radio") => self.add(name, Shape::OneOf, value, checked),
                    Some("file") => self.add(name, Shape::File, String::new(), true),
                    _ => self.add(name, Shape::Line, value, true),
                }
            }
            // A browser leaves out the first line's end.
            ("textarea", Some(name)) => {
                let text = plain(text);
                self.add(name, Shape::Line, text.strip_prefix('\n').unwrap_or(&text).to_owned(), true);
            }
            ("select", Some(name)) => self.fields.push(Field { name, shape: Shape::OneOf, values: vec![] }),
            ("option", _) => {
                let value = attribute(head, "value").unwrap_or_default();
                self.fields.last_mut().unwrap().values.push((value, head.contains(" selected")));
            }
            _ => {}
        }
    }

    fn add(&mut self, name: String, shape: Shape, value: String, sent: bool) {
        match self.fields.iter_mut().find(|field| field.name == name && shape != Shape::Hidden) {
            Some(field) => field.values.push((value, sent)),
            None => self.fields.push(Field { name, shape, values: vec![(value, sent)] }),
        }
    }

    /// Somebody ticks nearly everything, chooses the last of everything, and writes far too much into the first line.
    fn fill_in(&mut self) {
        let mut lines = 0;
        for field in &mut self.fields {
            match field.shape {
                Shape::Line => {
                    let much = if lines == 0 { "x".repeat(20_001) } else { String::new() };
                    field.values = vec![(format!("Blijft <{lines}> staan {much}").trim().to_owned(), true)];
                    lines += 1;
                }
                // Of a confidential place no address is kept, so nothing of it can be wrong.
                Shape::Ticks => {
                    field.values.iter_mut().for_each(|(_, sent)| *sent = field.name != "confidential");
                }
                Shape::OneOf => {
                    let last = field.values.len() - 1;
                    field.values.iter_mut().enumerate().for_each(|(at, (_, sent))| *sent = at == last);
                }
                Shape::Hidden | Shape::File => {}
            }
        }
    }

    fn has_lines(&self) -> bool {
        self.fields.iter().any(|field| field.shape == Shape::Line)
    }

    fn pairs(&self) -> Vec<(&str, &str)> {
        let sent = |field: &Field| field.values.iter().filter(|(_, sent)| *sent).count();
        let kept = self.fields.iter().filter(|field| sent(field) > 0 && field.shape != Shape::File);
        kept.flat_map(|field| {
            field.values.iter().filter(|it| it.1).map(|it| (field.name.as_str(), it.0.as_str()))
        })
        .collect()
    }

    /// What somebody typed, ticked or chose.
    fn typed(&self) -> Vec<(&str, &str)> {
        let hidden =
            |name: &str| self.fields.iter().any(|field| field.name == name && field.shape == Shape::Hidden);
        let mut typed: Vec<_> = self.pairs().into_iter().filter(|(name, _)| !hidden(name)).collect();
        typed.sort_unstable();
        typed
    }

    fn key(&self) -> Option<&str> {
        self.pairs().into_iter().find(|(name, _)| *name == "once").map(|(_, key)| key)
    }

    async fn send(&self, visitor: &Visitor) -> Answer {
        if !self.files {
            return visitor.send_form(&self.action, &self.pairs()).await;
        }
        let mut body = String::new();
        for (name, value) in self.pairs() {
            body += &format!("--grens\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        body += "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"niets.png\"\r\n\r\nniets\r\n--grens--\r\n";
        let request = visitor
            .request(Method::POST, &self.action)
            .header(ORIGIN, format!("http://{}", visitor.host))
            .header(CONTENT_TYPE, "multipart/form-data; boundary=grens");
        visitor.send(request.body(Body::from(body)).unwrap()).await
    }
}

/// Sends every form of the page with a fault, and finds all of it again. Gives the addresses that were tried.
async fn clumsy(visitor: &Visitor, at: &str, keyed: bool) -> Vec<String> {
    let page = visitor.get(at).await;
    let mut tried = Vec::new();
    for form in forms(&page.is(200).body, at) {
        if !(form.has_lines() || form.files) {
            continue;
        }
        tried.push(form.action.clone());
        loses_nothing(visitor, at, form, keyed).await;
    }
    tried
}

/// The same of one form of a page for who is in, by the button that was pressed; what it is answered.
async fn clumsy_at(visitor: &Visitor, at: &str, ending: &str, button: Option<(&str, &str)>) -> Answer {
    let page = visitor.get(at).await;
    let found = forms(&page.is(200).body, at).into_iter().find(|form| form.action.ends_with(ending));
    let mut form = found.unwrap_or_else(|| panic!("{at} has no form {ending}"));
    if let Some((name, value)) = button {
        form.add(name.to_owned(), Shape::Hidden, value.to_owned(), true);
    }
    loses_nothing(visitor, at, form, true).await
}

async fn loses_nothing(visitor: &Visitor, at: &str, mut form: Form, keyed: bool) -> Answer {
    form.fill_in();
    let answer = form.send(visitor).await;
    let to = &form.action;
    assert_eq!(answer.status, 422, "{to} took what does not fit, or refused it otherwise: {}", answer.body);
    let again = forms(&answer.body, at).into_iter().find(|again| again.action == *to);
    let again = again.unwrap_or_else(|| panic!("{to} is not drawn again"));
    let cut = |pairs: Vec<(&str, &str)>| -> Vec<String> {
        pairs.iter().map(|(name, value)| format!("{name}={:.40} ({})", value, value.len())).collect()
    };
    assert_eq!(cut(again.typed()), cut(form.typed()), "{to} lost something");
    // Drawn anew, it has a new key.
    assert_eq!(again.key().is_some(), keyed, "{to}");
    assert!(!keyed || again.key() != form.key(), "{to} kept its key");
    answer
}

#[tokio::test]
async fn each_form_that_is_refused_still_holds_everything_that_was_typed() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        let page = visitor.get(&desk).await;
        let mut pages = vec![
            "/beheer/partij/nieuw".to_owned(),
            desk.clone(),
            "/beheer/themas/nieuw".to_owned(),
            "/beheer/themas/geld".to_owned(),
            "/beheer/veroudering".to_owned(),
            "/beheer/veroudering/dagen/WK990101".to_owned(),
            "/beheer/import".to_owned(),
        ];
        for kind in ["mens", "locatie", "aanbod"] {
            pages.push(format!("{desk}/{kind}/nieuw"));
        }
        for below in [format!("{desk}/mens/"), format!("{desk}/locatie/"), format!("{desk}/aanbod/")] {
            let id = page.body.split(&format!("href=\"{below}0")).nth(1).unwrap().split('"').next().unwrap();
            pages.push(format!("{below}0{id}"));
        }
        let mut tried = Vec::new();
        for page in &pages {
            let here = clumsy(&visitor, page, true).await;
            assert!(!here.is_empty(), "{page} has no form with a line to type in");
            tried.extend(here);
        }
        for ending in ["/klopt", "/foto", "/dagen"] {
            assert!(tried.iter().any(|path| path.ends_with(ending)), "{ending} was not tried: {tried:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_party_that_mistypes_in_its_answer_keeps_every_word() {
    Story::tell(linde, async |story: Story| {
        let link = story.asked(TO, "/veranderd").await;
        assert_eq!(clumsy(&story.visitor, &link, false).await, [link.as_str()]);
    })
    .await;
}

#[tokio::test]
async fn who_mistypes_while_asking_to_be_on_the_map_keeps_every_word() {
    in_oosterwaard(async |visitor: Visitor| {
        let form = "/partij/aanmelden";
        assert_eq!(clumsy(&visitor, form, false).await, [form]);
    })
    .await;
}

#[tokio::test]
async fn who_mistypes_the_own_name_finds_it_in_its_box_with_what_is_wrong_above_it() {
    in_oosterwaard(async |karim: Visitor| {
        karim.comes_in_as("guide").await;
        let refused = clumsy_at(&karim, "/ik", "/ik/naam", None).await;
        refused.shows("href=\"#name\"").shows("id=\"name-fout\"").shows("Typ een naam van 1 tot 120 tekens.");
        karim.get("/ik").await.is(200).shows("Karim").hides("Blijft &lt;");
    })
    .await;
}

#[tokio::test]
async fn who_mistypes_the_address_of_an_invitation_keeps_it_and_the_role_and_has_invited_nobody() {
    in_oosterwaard(async |visitor: Visitor| {
        let folder = tempfile::tempdir().unwrap();
        let wilma = with_post(&visitor, Post::Folder(folder.path().join("post"), sender()));
        let ineke = wilma.another();
        wilma.comes_in_as("coordinator").await;
        ineke.comes_in_as("manager").await;
        let own = format!("{}/mensen", own_party(&wilma).await);
        for (somebody, at) in [(&wilma, own.as_str()), (&ineke, "/beheer/mensen")] {
            let refused = clumsy_at(somebody, at, "/mensen/uitnodigen", Some(("how", "mail"))).await;
            refused.shows("href=\"#email\"").shows("id=\"email-fout\"").shows("Typ een heel mailadres");
            somebody.get(at).await.is(200).hides("Trek in");
        }
    })
    .await;
}

#[tokio::test]
async fn who_mistypes_a_name_while_taking_an_invitation_keeps_it_and_comes_in_all_the_same() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let (code, selma) = (a_code(&wilma, "volunteer").await, wilma.another());
        selma.post(&code, &[]).await.is(303);
        let yes = format!("{code}/ja");
        assert_eq!(clumsy(&selma, &code, false).await, [yes.as_str()]);
        let refused = selma.post(&yes, &[("name", " ")]).await;
        refused.is(422).shows("href=\"#name\"").shows("id=\"name-fout\"").shows("Typ een naam");
        selma.post(&yes, &[("name", "Selma")]).await.is(303);
        selma.get("/ik").await.is(200).shows("Selma");
    })
    .await;
}

#[tokio::test]
async fn each_form_is_refused_without_its_key_and_holds_what_was_typed() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let csrf = visitor.csrf().await;
        let routes = samenspel::serve::all_routes();
        let mut keyed = 0;
        for route in routes.iter().filter(|route| needs_key(route)) {
            let path = ["{id}", "{party}", "{contact}", "{key}"]
                .iter()
                .fold(route.path.to_owned(), |path, part| path.replace(part, "0193"));
            let refused = visitor.send_form(&path, &[("csrf", &csrf), ("text", "kanarie <1>")]).await;
            refused
                .is(409)
                .shows("name=\"text\" value=\"kanarie &lt;1&gt;\"")
                .shows("Laad de bladzijde opnieuw");
            refused.shows(&format!("action=\"{path}\"")).shows("name=\"once\" value=\"");
            assert_eq!(refused.header("cache-control"), "no-store", "{path}");
            keyed += 1;
        }
        assert!(keyed > 25, "{keyed}");
        // Who is let off is a form for anyone, or one that counts once by what it carries; its reason is written down.
        for (path, why) in EXEMPT {
            let route = routes.iter().find(|route| route.path == path && route.method == Method::POST);
            let once_by_itself = path.ends_with("/uitnodigen")
                || path.ends_with("/concept")
                || path.starts_with("/ik/sleutel/");
            let anyone = route.is_some_and(|route| route.who == access::Who::Anyone);
            assert!(route.is_some() && anyone != once_by_itself, "{path}");
            assert!(why.len() > 20, "{path}");
        }
        for route in routes.iter().filter(|route| route.method == Method::POST) {
            let exempt = EXEMPT.iter().any(|(path, _)| *path == route.path);
            assert_eq!(needs_key(route), !exempt, "{}", route.path);
        }
    })
    .await;
}

#[tokio::test]
async fn who_taps_twice_at_the_desk_adds_one_theme_and_is_led_to_it_both_times() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let page = visitor.get("/beheer/themas/nieuw").await;
        let (csrf, once) = (page.after("name=\"csrf\" value=\""), page.after("name=\"once\" value=\""));
        let fields = [
            ("csrf", csrf.as_str()),
            ("once", &once),
            ("nl", "Vogels kijken"),
            ("en", "Birds"),
            ("parent", "zorg"),
        ];
        let first = visitor.send_form("/beheer/themas/nieuw", &fields).await;
        let second = visitor.send_form("/beheer/themas/nieuw", &fields).await;
        assert_eq!(first.is(303).header("location"), second.is(303).header("location"));
        let other = [
            ("csrf", csrf.as_str()),
            ("once", &once),
            ("nl", "Vogels tellen"),
            ("en", "Birds"),
            ("parent", "zorg"),
        ];
        let changed = visitor.send_form("/beheer/themas/nieuw", &other).await;
        changed.is(409).shows("De eerste keer is bewaard").shows("value=\"Vogels tellen\"");
        visitor.get("/beheer/themas").await.shows("Vogels kijken").hides("Vogels tellen");
    })
    .await;
}
