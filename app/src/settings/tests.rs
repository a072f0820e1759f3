//! Settings are refused in one sentence that says where.

use std::path::PathBuf;

use super::*;

fn written(text: impl AsRef<[u8]>) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("samenspel.toml");
    std::fs::write(&path, text).unwrap();
    (dir, path)
}

fn refused(text: impl AsRef<[u8]>) -> String {
    let (_dir, path) = written(text);
    let sentence = read(Some(&path), []).expect_err("refused").to_string();
    sentence.replace(&path.display().to_string(), "FILE")
}

#[test]
fn a_mistake_is_told_with_its_line() {
    for (text, beginning) in [
        (
            "listen = \"127.0.0.1:80\"\nlisen = \"x\"",
            "FILE, line 2: \"lisen\" is no setting of this program.",
        ),
        ("\n\nbehind_proxy = \"yes\"", "FILE, line 3: behind_proxy must be true or false, not a text."),
        ("listen = 8080", "FILE, line 1: listen must be a text between quotes, not a number."),
        ("listen = \"8080\"", "FILE, line 1: listen must be an address and a port"),
        ("data = \"a\"\ndata = \"b\"", "FILE, line 2: this is no TOML (duplicate key"),
        ("data = \"a", "FILE, line 1: this is no TOML ("),
        ("[log]\nformat = \"text\"", "FILE, line 1: \"log\" is no setting of this program."),
        (
            "operator_token = \"kort\"",
            "FILE, line 1: operator_token must have at least 16 characters; this one has 4.",
        ),
        ("operator_token_sha256 = \"zz\"", "FILE, line 1: operator_token_sha256 must be a SHA-256 digest"),
        (
            "database = \"mysql://x\"",
            "FILE, line 1: database must begin with \"sqlite:\" or \"postgres://\".",
        ),
        ("municipality = \"Hoorn\"", "FILE, line 1: municipality must be a municipality's code"),
        ("base_url = \"samenspel.nl\"", "FILE, line 1: base_url must be an address such as"),
        ("log_level = \"loud\"", "FILE, line 1: log_level must be"),
        ("themes = \"/nowhere/at/all\"", "FILE, line 1: themes must be a folder that exists"),
        (
            "limit_forms_account = 0",
            "FILE, line 1: limit_forms_account must be a number of times a minute, from 1 to 10000000; there is no way to turn it off.",
        ),
        ("limit_searches_all = \"veel\"", "FILE, line 1: limit_searches_all must be a number, not a text."),
        ("limit_signing_in = 100", "FILE, line 1: \"limit_signing_in\" is no setting of this program."),
        ("data = \"  \"", "FILE, line 1: data must not be empty."),
        ("phone = \"de balie\"", "FILE, line 1: phone must be a telephone number, such as \"14 0229\"."),
    ] {
        let sentence = refused(text);
        assert!(sentence.starts_with(beginning), "{text:?}: {sentence}");
        assert_eq!(sentence.lines().count(), 1, "{sentence}");
    }
    assert_eq!(refused(b"data = \"a\"\nx = \"\xff\""), "FILE, line 2: this is no UTF-8 text.");
}

#[test]
fn a_file_that_is_named_must_be_there_and_the_default_one_need_not() {
    let sentence =
        read(Some(std::path::Path::new("/nowhere/samenspel.toml")), []).expect_err("refused").to_string();
    assert_eq!(sentence, "/nowhere/samenspel.toml cannot be read: it is not there.");
    assert_eq!(read(None, []).unwrap().listen.to_string(), "127.0.0.1:8080");
}

#[test]
fn a_variable_wins_from_the_file_and_an_unknown_one_is_named() {
    let (_dir, path) = written("listen = \"127.0.0.1:1\"");
    let variables = |name: &str, value: &str| [(name.to_owned(), value.to_owned())];
    let settings = read(Some(&path), variables("SAMENSPEL_LISTEN", "[::1]:9")).unwrap();
    assert_eq!(settings.listen.to_string(), "[::1]:9");
    let unknown = read(Some(&path), variables("SAMENSPEL_LISTENN", "x")).expect_err("refused").to_string();
    assert!(unknown.starts_with("The environment variable SAMENSPEL_LISTENN is no setting"), "{unknown}");
    let wrong =
        read(Some(&path), variables("SAMENSPEL_BEHIND_PROXY", "ja")).expect_err("refused").to_string();
    assert_eq!(wrong, "The environment variable SAMENSPEL_BEHIND_PROXY must be true or false.");
    assert!(read(Some(&path), variables("SAMENSPEL_TEST_POSTGRES", "x")).is_ok());
}

#[test]
fn what_is_shown_holds_no_secret() {
    let (_dir, path) = written(
        "operator_token = \"een-lang-geheim-woord\"\ndatabase = \"postgres://piet:wachtwoord@db/x?password=ook&sslmode=require\"",
    );
    let settings = read(Some(&path), []).unwrap();
    let shown = format!("{}{settings:?}", settings.shown());
    assert!(shown.contains("postgres://piet@db/x?sslmode=require"));
    assert!(!settings.shown().contains("wachtwoord") && !shown.contains("geheim"));
    assert!(settings.operator.unwrap().is("een-lang-geheim-woord"));
}

#[test]
fn what_of_the_mail_does_not_fit_together_is_told_at_its_line() {
    let from = "mail_from = \"Kaart <kaart@a.nl>\"\n";
    for (text, beginning) in [
        ("mail_host = \"smtp.a.nl\"".to_owned(), "FILE, line 1: mail_host needs mail_from"),
        (
            "data = \"a\"\nmail_port = 587".to_owned(),
            "FILE, line 2: mail_port says nothing without mail_host.",
        ),
        ("mail_port = \"587\"".to_owned(), "FILE, line 1: mail_port must be a number, not a text."),
        ("mail_port = 70000".to_owned(), "FILE, line 1: mail_port must be a number of a port"),
        ("mail_from = \"de kaart\"".to_owned(), "FILE, line 1: mail_from must be a mail address"),
        (
            "mail_host = \"smtp://a.nl\"".to_owned(),
            "FILE, line 1: mail_host must be the name of a mail server",
        ),
        (
            format!("{from}mail_host = \"a.nl\"\nmail_security = \"ssl\""),
            "FILE, line 3: mail_security must be",
        ),
        (
            format!("{from}mail_host = \"a.nl\"\nmail_security = \"none\""),
            "FILE, line 3: mail_security may be \"none\" only for a mail server on this machine",
        ),
        (
            format!("{from}mail_host = \"a.nl\"\nmail_user = \"kaart\""),
            "FILE, line 3: mail_user needs mail_password_file.",
        ),
        (
            format!(
                "{from}mail_host = \"a.nl\"\nmail_user = \"kaart\"\nmail_password_file = \"/nowhere/at\""
            ),
            "FILE, line 4: mail_password_file must be a file that can be read; /nowhere/at is none",
        ),
        (
            format!("{from}mail_host = \"a.nl\"\nmail_outbox = \"post\""),
            "FILE, line 3: mail_outbox cannot stand beside mail_host",
        ),
        ("mail_outbox = \"post\"".to_owned(), "FILE, line 1: mail_outbox needs mail_from"),
    ] {
        let sentence = refused(&text);
        assert!(sentence.starts_with(beginning), "{text:?}: {sentence}");
        assert_eq!(sentence.lines().count(), 1, "{sentence}");
    }
    let variable = [("SAMENSPEL_MAIL_HOST".to_owned(), "a.nl".to_owned())];
    let (_dir, path) = written("data = \"a\"");
    let sentence = read(Some(&path), variable).expect_err("refused").to_string();
    assert!(
        sentence.starts_with("The environment variable SAMENSPEL_MAIL_HOST needs mail_from"),
        "{sentence}"
    );
    let (_dir, path) = written(format!("{from}mail_outbox = \"post\""));
    assert!(read(Some(&path), []).unwrap().post.is_there());
}
