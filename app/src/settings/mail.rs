//! The settings of the mail: what each may be, and that they fit each other.

use std::path::PathBuf;

use ground::mail::{Line, Login, Post, Sender, Server};

use super::Settings;

/// As they stand in the file, before they are judged together.
#[derive(Clone, Debug, Default)]
pub struct Mail {
    /// What is in force; made by [`Mail::post`] once everything was read.
    pub host: Option<String>,
    pub port: Option<u16>,
    pub security: Option<Line>,
    pub user: Option<String>,
    pub password_file: Option<PathBuf>,
    pub ca_file: Option<PathBuf>,
    pub from: Option<Sender>,
    /// A folder instead of a server.
    pub outbox: Option<PathBuf>,
}

/// A setting, and the end of a sentence that begins with its name.
pub(super) type Wrong = (&'static str, String);

impl Mail {
    pub(super) fn line(word: &str) -> Result<Line, String> {
        match word {
            "starttls" => Ok(Line::StartTls),
            "tls" => Ok(Line::Tls),
            "none" => Ok(Line::Open),
            _ => Err("must be \"starttls\", \"tls\" or \"none\"".to_owned()),
        }
    }

    pub(super) fn host(name: &str) -> Result<String, String> {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-.:".contains(c);
        if name.chars().all(plain) {
            return Ok(name.to_owned());
        }
        Err("must be the name of a mail server, such as \"smtp.voorbeeld.nl\", without a port".to_owned())
    }

    pub(super) fn port(number: &str) -> Result<u16, String> {
        let wrong = || "must be a number of a port, such as 587".to_owned();
        number.parse().ok().filter(|port| *port > 0).ok_or_else(wrong)
    }

    /// The way letters go, when all of it fits together.
    pub(super) fn post(&self) -> Result<Post, Wrong> {
        let needs = |name, what: &str| Err((name, what.to_owned()));
        match (&self.host, &self.outbox) {
            (Some(_), Some(_)) => {
                return needs("mail_outbox", "cannot stand beside mail_host: choose a server or a folder");
            }
            (None, outbox) => {
                for (name, set) in [
                    ("mail_port", self.port.is_some()),
                    ("mail_security", self.security.is_some()),
                    ("mail_user", self.user.is_some()),
                    ("mail_password_file", self.password_file.is_some()),
                    ("mail_ca_file", self.ca_file.is_some()),
                ] {
                    if set {
                        return needs(name, "says nothing without mail_host");
                    }
                }
                return match (outbox, &self.from) {
                    (None, _) => Ok(Post::None),
                    (Some(_), None) => needs("mail_outbox", "needs mail_from: who the mail is from"),
                    (Some(folder), Some(from)) => Ok(Post::Folder(folder.clone(), from.clone())),
                };
            }
            (Some(_), None) => {}
        }
        let Some(host) = &self.host else { return Ok(Post::None) };
        let Some(from) = &self.from else {
            return needs("mail_host", "needs mail_from: who the mail is from");
        };
        let line = self.security.unwrap_or(Line::StartTls);
        let near = matches!(host.as_str(), "localhost" | "127.0.0.1" | "::1");
        if line == Line::Open && !near {
            return needs(
                "mail_security",
                "may be \"none\" only for a mail server on this machine (localhost)",
            );
        }
        let login = match (&self.user, &self.password_file) {
            (Some(_), None) => return needs("mail_user", "needs mail_password_file"),
            (None, Some(_)) => return needs("mail_password_file", "needs mail_user"),
            (None, None) => None,
            (Some(user), Some(file)) => {
                let text = read(file).map_err(|why| ("mail_password_file", why))?;
                let text = String::from_utf8_lossy(&text).into_owned();
                let password = text.lines().next().unwrap_or_default().to_owned();
                if password.is_empty() {
                    return needs("mail_password_file", "must be a file with the password on its first line");
                }
                Some(Login { user: user.clone(), password })
            }
        };
        let authority = self.ca_file.as_ref().map(read).transpose().map_err(|why| ("mail_ca_file", why))?;
        let port = self.port.unwrap_or(match line {
            Line::Tls => 465,
            Line::StartTls => 587,
            Line::Open => 25,
        });
        let server = Server::new(host, port, line, login, authority.as_deref(), from);
        server.map(|server| Post::Server(Box::new(server), from.clone())).map_err(|why| ("mail_host", why))
    }
}

pub(super) fn read(file: &PathBuf) -> Result<Vec<u8>, String> {
    std::fs::read(file).map_err(|error| {
        format!("must be a file that can be read; {} is none ({})", file.display(), error.kind())
    })
}

impl Settings {
    /// The mail as `settings` shows it: no password, and not where it lies open.
    pub(super) fn mail_shown(&self) -> [(&'static str, String); 4] {
        let mail = &self.mail;
        let text =
            |value: Option<String>| value.map_or_else(|| "not set".to_owned(), |text| format!("{text:?}"));
        [
            ("mail_host", text(mail.host.clone())),
            ("mail_user", text(mail.user.clone())),
            ("mail_from", text(mail.from.as_ref().map(Sender::shown))),
            ("mail_outbox", text(mail.outbox.as_ref().map(|path| path.to_string_lossy().into_owned()))),
        ]
    }
}
