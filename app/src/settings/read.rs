//! From file and environment to settings; every refusal names the file and line, or the variable.

use std::collections::HashMap;
use std::path::Path;

use access::operator::Token;
use directory::party::Phone;
use ground::id::Municipality;
use ground::mail::Sender;
use toml::de::{DeTable, DeValue};

use super::limits::PerMinute;
use super::mail::Mail;
use super::provider::{self, SECRET_OF, Secrets, Written};
use super::value::{BaseUrl, LogFormat};
use super::{DEFAULT_FILE, Settings};
use crate::refusal::{Refusal, cannot};

/// Each key, and whether it is a text, true/false or a number. Its variable is `SAMENSPEL_` and the key in capitals.
const KEYS: [(&str, Kind); 26] = [
    ("database", Kind::Text),
    ("listen", Kind::Text),
    ("base_url", Kind::Text),
    ("municipality", Kind::Text),
    ("operator_token", Kind::Text),
    ("operator_token_sha256", Kind::Text),
    ("log_format", Kind::Text),
    ("log_level", Kind::Text),
    ("themes", Kind::Text),
    ("data", Kind::Text),
    ("phone", Kind::Text),
    ("behind_proxy", Kind::Switch),
    ("limit_forms_account", Kind::Number),
    ("limit_forms_address", Kind::Number),
    ("limit_forms_all", Kind::Number),
    ("limit_searches_account", Kind::Number),
    ("limit_searches_address", Kind::Number),
    ("limit_searches_all", Kind::Number),
    ("mail_host", Kind::Text),
    ("mail_port", Kind::Number),
    ("mail_security", Kind::Text),
    ("mail_user", Kind::Text),
    ("mail_password_file", Kind::Text),
    ("mail_ca_file", Kind::Text),
    ("mail_from", Kind::Text),
    ("mail_outbox", Kind::Text),
];

/// Belong to the environment only: which file to read, and what the tests use.
const NOT_KEYS: [&str; 2] = ["CONFIG", "TEST_POSTGRES"];

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Text,
    Switch,
    Number,
}

/// Reads `file`, or the default file when it is there; then the variables, which win.
pub fn read(
    file: Option<&Path>,
    environment: impl IntoIterator<Item = (String, String)>,
) -> Result<Settings, Refusal> {
    let mut settings = Settings::default();
    let mut places = Places::new();
    let path = file.unwrap_or_else(|| Path::new(DEFAULT_FILE));
    let mut written = Vec::new();
    match std::fs::read(path) {
        Ok(bytes) => written = read_file(&mut settings, &mut places, path, &bytes)?,
        Err(error) if file.is_none() && error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(cannot("cannot be read", path, &error)),
    }
    let mut variables: Vec<(String, String)> =
        environment.into_iter().filter(|(name, _)| name.starts_with("SAMENSPEL_")).collect();
    variables.sort();
    let mut secrets = Secrets::new();
    for (name, value) in &variables {
        let key = name.trim_start_matches("SAMENSPEL_");
        if NOT_KEYS.contains(&key) {
            continue;
        }
        if let Some(code) = key.strip_prefix(SECRET_OF) {
            let wrong = |why| Refusal::new(format!("The environment variable {name} {why}."));
            let (municipality, secret) = provider::secret(code, value).map_err(wrong)?;
            secrets.insert(municipality, secret);
            continue;
        }
        let known = KEYS.iter().find(|(known, _)| known.to_ascii_uppercase() == key);
        let (key, _) = known.ok_or_else(|| {
            Refusal::new(format!(
                "The environment variable {name} is no setting of this program. {}",
                known_keys()
            ))
        })?;
        set(&mut settings, key, value)
            .map_err(|why| Refusal::new(format!("The environment variable {name} {why}.")))?;
        places.insert(*key, format!("The environment variable {name}"));
    }
    // What must fit together is judged when all of it is known, and told where it stands.
    settings.post = settings.mail.post().map_err(|(key, why)| {
        let place = places.get(key).cloned().unwrap_or_else(|| key.to_owned());
        Refusal::new(format!("{place} {why}."))
    })?;
    if let Some(sentence) = provider::stray(&written, &secrets) {
        return Err(Refusal::new(sentence));
    }
    settings.providers = provider::complete(written, &secrets, &settings.base_url)
        .map_err(|(line, why)| Refusal::new(format!("{}, line {line}: {why}", path.display())))?;
    Ok(settings)
}

/// Where each setting was set: how a sentence about it begins.
type Places = HashMap<&'static str, String>;

fn read_file(
    settings: &mut Settings,
    places: &mut Places,
    path: &Path,
    bytes: &[u8],
) -> Result<Vec<Written>, Refusal> {
    let mut providers = Vec::new();
    let at = |line: usize, what: String| Refusal::new(format!("{}, line {line}: {what}", path.display()));
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count();
        at(line, "this is no UTF-8 text.".to_owned())
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let line_of = |byte: usize| 1 + text.bytes().take(byte).filter(|byte| *byte == b'\n').count();
    let table = DeTable::parse(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let words = error.message().split('\n').next().unwrap_or_default().trim_end_matches('.');
        at(line_of(start), format!("this is no TOML ({words})."))
    })?;
    // In the order of the file: the first mistake is the one told.
    let mut entries: Vec<_> = table.get_ref().iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in entries {
        let (name, line) = (key.get_ref().as_ref(), line_of(key.span().start));
        if key.get_ref() == "provider" {
            providers =
                provider::written(line, value.get_ref(), &line_of).map_err(|(line, why)| at(line, why))?;
            continue;
        }
        let Some((name, kind)) = KEYS.iter().find(|(known, _)| *known == name) else {
            return Err(at(line, format!("\"{name}\" is no setting of this program. {}", known_keys())));
        };
        let value = match (value.get_ref(), kind) {
            (DeValue::String(text), Kind::Text) => text.to_string(),
            (DeValue::Boolean(on), Kind::Switch) => on.to_string(),
            (DeValue::Integer(number), Kind::Number) => number.as_str().to_owned(),
            (other, Kind::Number) => {
                return Err(at(line, format!("{name} must be a number, not {}.", article(other))));
            }
            (other, Kind::Text) => {
                return Err(at(
                    line,
                    format!("{name} must be a text between quotes, not {}.", article(other)),
                ));
            }
            (other, Kind::Switch) => {
                return Err(at(line, format!("{name} must be true or false, not {}.", article(other))));
            }
        };
        set(settings, name, &value).map_err(|why| at(line, format!("{name} {why}.")))?;
        places.insert(*name, format!("{}, line {line}: {name}", path.display()));
    }
    Ok(providers)
}

fn article(value: &DeValue<'_>) -> String {
    match value {
        DeValue::Integer(_) => "a number".to_owned(),
        DeValue::Float(_) => "a number".to_owned(),
        DeValue::Boolean(_) => "true or false".to_owned(),
        DeValue::String(_) => "a text".to_owned(),
        other => format!("a {}", other.type_str()),
    }
}

fn known_keys() -> String {
    let names: Vec<&str> = KEYS.iter().map(|(name, _)| *name).collect();
    format!("It knows: {}, [[provider]].", names.join(", "))
}

/// Why not is the end of a sentence that begins with the name of the setting.
fn set(settings: &mut Settings, key: &str, value: &str) -> Result<(), String> {
    let filled =
        |text: &str| if text.trim().is_empty() { Err("must not be empty".to_owned()) } else { Ok(()) };
    filled(value)?;
    match key {
        "database" => settings.database = database(value)?,
        "listen" => {
            settings.listen = value
                .parse()
                .map_err(|_| "must be an address and a port, such as \"127.0.0.1:8080\"".to_owned())?;
        }
        "base_url" => settings.base_url = BaseUrl::parse(value)?,
        "municipality" => {
            let code = Municipality::parse(value);
            settings.municipality =
                Some(code.ok_or("must be a municipality's code: GM and four digits, such as \"GM0363\"")?);
        }
        "operator_token" => settings.operator = Some(Token::parse(value)?),
        "operator_token_sha256" => settings.operator = Some(Token::parse_digest(value)?),
        "log_format" => {
            settings.log_format = match value {
                "text" => LogFormat::Text,
                "json" => LogFormat::Json,
                _ => return Err("must be \"text\" or \"json\"".to_owned()),
            };
        }
        "log_level" => {
            settings.log_level = match value {
                "error" => tracing::Level::ERROR,
                "warn" => tracing::Level::WARN,
                "info" => tracing::Level::INFO,
                "debug" => tracing::Level::DEBUG,
                _ => return Err("must be \"error\", \"warn\", \"info\" or \"debug\"".to_owned()),
            };
        }
        "themes" => {
            if !Path::new(value).is_dir() {
                return Err(format!("must be a folder that exists; {value:?} is none"));
            }
            settings.themes = Some(value.into());
        }
        "data" => settings.data = value.into(),
        "phone" => {
            let phone = Phone::parse(value).map_err(|_| "must be a telephone number, such as \"14 0229\"")?;
            settings.phone = Some(phone);
        }
        "behind_proxy" => settings.behind_proxy = switch(value)?,
        "mail_host" => settings.mail.host = Some(Mail::host(value)?),
        "mail_port" => settings.mail.port = Some(Mail::port(value)?),
        "mail_security" => settings.mail.security = Some(Mail::line(value)?),
        "mail_user" => settings.mail.user = Some(value.to_owned()),
        "mail_password_file" => settings.mail.password_file = Some(value.into()),
        "mail_ca_file" => settings.mail.ca_file = Some(value.into()),
        "mail_from" => settings.mail.from = Some(Sender::parse(value)?),
        "mail_outbox" => settings.mail.outbox = Some(value.into()),
        key => match settings.limits.of(key) {
            Some(limit) => *limit = PerMinute::parse(value)?,
            None => return Err("is no setting of this program".to_owned()),
        },
    }
    Ok(())
}

fn switch(value: &str) -> Result<bool, String> {
    match value {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err("must be true or false".to_owned()),
    }
}

fn database(value: &str) -> Result<String, String> {
    let scheme = value.split_once(':').map(|(scheme, _)| scheme);
    match scheme {
        Some("sqlite" | "postgres" | "postgresql") => Ok(value.to_owned()),
        _ => Err("must begin with \"sqlite:\" or \"postgres://\"".to_owned()),
    }
}
