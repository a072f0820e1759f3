//! The settings of sign-in with a municipality's own account: `[[provider]]`, once for each municipality that has one.

use std::collections::BTreeMap;
use std::path::PathBuf;

use ::provider::{Acr, ClientId, Issuer, Label, OwnAddress, Provider, Scope, Secret};
use ground::id::Municipality;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::BaseUrl;

/// The variable that gives a secret, before the code of the municipality.
pub(super) const SECRET_OF: &str = "PROVIDER_SECRET_";

const KEYS: [&str; 9] = [
    "municipality",
    "name",
    "issuer",
    "client_id",
    "client_secret_file",
    "acr",
    "scopes",
    "address",
    "ca_file",
];

/// A mistake: on which line of the file, and the whole sentence.
pub(super) type Wrong = (usize, String);

/// One `[[provider]]` as it stands in the file, each value judged by itself.
pub(super) struct Written {
    at: usize,
    municipality: Municipality,
    name: Label,
    issuer: Issuer,
    client_id: ClientId,
    secret_file: Option<(usize, PathBuf)>,
    acr: Vec<Acr>,
    scopes: Vec<Scope>,
    address: Option<OwnAddress>,
    ca_file: Option<(usize, PathBuf)>,
}

/// Secrets from the environment.
pub(super) type Secrets = BTreeMap<Municipality, Secret>;

/// All of them, in the order of the file.
pub(super) fn written(
    line: usize,
    value: &DeValue<'_>,
    line_of: &dyn Fn(usize) -> usize,
) -> Result<Vec<Written>, Wrong> {
    let shape = || (line, "provider must be written as [[provider]], once for each municipality.".to_owned());
    let DeValue::Array(items) = value else { return Err(shape()) };
    let mut found: Vec<Written> = Vec::new();
    for item in items.iter() {
        let DeValue::Table(table) = item.get_ref() else { return Err(shape()) };
        let one = Fields { at: line_of(item.span().start), table, line_of }.read()?;
        if found.iter().any(|other| other.municipality == one.municipality) {
            let sentence = format!("{} has two providers; one is the most.", one.municipality);
            return Err((one.at, sentence));
        }
        found.push(one);
    }
    Ok(found)
}

/// With their secrets and authorities, now that the variables are known too.
pub(super) fn complete(
    written: Vec<Written>,
    secrets: &Secrets,
    base_url: &BaseUrl,
) -> Result<Vec<Provider>, Wrong> {
    let mut found = Vec::new();
    for one in written {
        let client_secret = match (secrets.get(&one.municipality), &one.secret_file) {
            (Some(secret), _) => secret.clone(),
            (None, Some((at, file))) => {
                let wrong = |why: String| (*at, format!("client_secret_file {why}."));
                let bytes = super::mail::read(file).map_err(wrong)?;
                Secret::parse(&String::from_utf8_lossy(&bytes)).map_err(wrong)?
            }
            (None, None) => {
                let variable = format!("SAMENSPEL_{SECRET_OF}{}", one.municipality);
                let sentence =
                    format!("provider needs client_secret_file, or the environment variable {variable}.");
                return Err((one.at, sentence));
            }
        };
        let authority = match &one.ca_file {
            Some((at, file)) => {
                Some(super::mail::read(file).map_err(|why| (*at, format!("ca_file {why}.")))?)
            }
            None => None,
        };
        let address = match one.address {
            Some(address) => address,
            None => {
                OwnAddress::parse(base_url.as_str()).map_err(|why| (one.at, format!("address {why}.")))?
            }
        };
        found.push(Provider {
            municipality: one.municipality,
            name: one.name,
            issuer: one.issuer,
            client_id: one.client_id,
            client_secret,
            acr: one.acr,
            scopes: one.scopes,
            address,
            authority,
        });
    }
    Ok(found)
}

/// A secret of which there is no provider, as a sentence.
pub(super) fn stray(written: &[Written], secrets: &Secrets) -> Option<String> {
    let known = |code: &&Municipality| written.iter().any(|one| one.municipality == **code);
    let code = secrets.keys().find(|code| !known(code))?;
    Some(format!(
        "The environment variable SAMENSPEL_{SECRET_OF}{code} is the secret of a provider that the settings \
         do not have."
    ))
}

/// What a variable gives: the code at the end of its name, and the secret.
pub(super) fn secret(code: &str, value: &str) -> Result<(Municipality, Secret), String> {
    let municipality = Municipality::parse(code)
        .ok_or_else(|| "must end with a municipality's code, such as GM0363".to_owned())?;
    Ok((municipality, Secret::parse(value)?))
}

struct Fields<'f> {
    at: usize,
    table: &'f DeTable<'f>,
    line_of: &'f dyn Fn(usize) -> usize,
}

impl Fields<'_> {
    fn line(&self, value: &Spanned<impl Sized>) -> usize {
        (self.line_of)(value.span().start)
    }

    fn read(&self) -> Result<Written, Wrong> {
        let stranger = self.table.keys().find(|key| !KEYS.contains(&key.get_ref().as_ref()));
        if let Some(key) = stranger {
            let sentence =
                format!("\"{}\" is no setting of a provider. It knows: {}.", key.get_ref(), KEYS.join(", "));
            return Err((self.line(key), sentence));
        }
        let code = |text: &str| {
            Municipality::parse(text).ok_or_else(|| {
                "must be a municipality's code: GM and four digits, such as \"GM0363\"".to_owned()
            })
        };
        Ok(Written {
            at: self.at,
            municipality: self.needed("municipality", code)?,
            name: self.needed("name", Label::parse)?,
            issuer: self.needed("issuer", Issuer::parse)?,
            client_id: self.needed("client_id", ClientId::parse)?,
            secret_file: self.file("client_secret_file")?,
            acr: self.list("acr", Acr::parse)?,
            scopes: self.list("scopes", Scope::parse)?,
            address: self.text("address", OwnAddress::parse)?.map(|(_, address)| address),
            ca_file: self.file("ca_file")?,
        })
    }

    fn find(&self, name: &str) -> Option<&Spanned<DeValue<'_>>> {
        self.table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value)
    }

    fn text<T>(
        &self,
        name: &str,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<(usize, T)>, Wrong> {
        let Some(value) = self.find(name) else { return Ok(None) };
        let at = self.line(value);
        match value.get_ref() {
            DeValue::String(text) => {
                parse(text).map(|value| Some((at, value))).map_err(|why| (at, format!("{name} {why}.")))
            }
            _ => Err((at, format!("{name} must be a text between quotes."))),
        }
    }

    fn needed<T>(&self, name: &str, parse: impl Fn(&str) -> Result<T, String>) -> Result<T, Wrong> {
        let found = self.text(name, parse)?;
        found.map(|(_, value)| value).ok_or_else(|| (self.at, format!("provider needs {name}.")))
    }

    fn file(&self, name: &str) -> Result<Option<(usize, PathBuf)>, Wrong> {
        self.text(name, |text| match text.trim() {
            "" => Err("must not be empty".to_owned()),
            path => Ok(PathBuf::from(path)),
        })
    }

    fn list<T>(&self, name: &str, parse: impl Fn(&str) -> Result<T, String>) -> Result<Vec<T>, Wrong> {
        let Some(value) = self.find(name) else { return Ok(Vec::new()) };
        let wrong = |at| (at, format!("{name} must be a list of texts, such as [\"een\", \"twee\"]."));
        let DeValue::Array(items) = value.get_ref() else { return Err(wrong(self.line(value))) };
        let one = |item: &Spanned<DeValue<'_>>| match item.get_ref() {
            DeValue::String(text) => parse(text).map_err(|why| (self.line(item), format!("{name} {why}."))),
            _ => Err(wrong(self.line(item))),
        };
        items.iter().map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Settings, read};

    const GOOD: &str = "[[provider]]\nmunicipality = \"GM0363\"\nname = \"Gemeente Hier\"\n\
                        issuer = \"https://inloggen.example\"\nclient_id = \"samenspel\"\n";

    fn settings(text: &str, secrets: &[(&str, &str)]) -> Result<Settings, String> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("samenspel.toml");
        std::fs::write(&path, text).unwrap();
        std::fs::write(dir.path().join("geheim"), "uit-het-bestand\n").unwrap();
        let text = text.replace("DIR", &dir.path().display().to_string());
        std::fs::write(&path, text).unwrap();
        let variables = secrets
            .iter()
            .map(|(code, secret)| (format!("SAMENSPEL_PROVIDER_SECRET_{code}"), (*secret).to_owned()));
        read(Some(&path), variables)
            .map_err(|refusal| refusal.to_string().replace(&path.display().to_string(), "FILE"))
    }

    #[test]
    fn a_municipality_signs_in_with_what_its_settings_say() {
        let text = format!(
            "base_url = \"https://kaart.example\"\n{GOOD}acr = [\"twee\"]\nscopes = [\"profile\"]\n\
             client_secret_file = \"DIR/geheim\"\n"
        );
        let found = settings(&text, &[]).unwrap();
        let [one] = found.providers.as_slice() else { panic!("one provider") };
        assert_eq!((one.municipality.0, one.name.as_str()), (363, "Gemeente Hier"));
        assert_eq!((one.acr[0].as_str(), one.scopes[0].as_str()), ("twee", "profile"));
        assert_eq!(one.address.as_str(), "https://kaart.example");
        let shown = format!("{}{found:?}", found.shown());
        assert!(shown.contains("provider GM0363 = \"https://inloggen.example\""), "{shown}");
        assert!(!shown.contains("uit-het-bestand"));
    }

    #[test]
    fn a_secret_may_come_from_the_environment_and_wins_there() {
        let with_file = format!("{GOOD}client_secret_file = \"/nowhere/at/all\"\n");
        for text in [GOOD, with_file.as_str()] {
            let found = settings(text, &[("GM0363", "uit-de-omgeving")]).unwrap();
            assert_eq!(
                found.providers[0].client_secret,
                ::provider::Secret::parse("uit-de-omgeving").unwrap()
            );
        }
    }

    #[test]
    fn a_mistake_in_a_provider_is_told_with_its_line() {
        let with = |more: &str| format!("{GOOD}{more}\n");
        for (text, beginning) in [
            ("[provider]\nname = \"x\"".to_owned(), "FILE, line 1: provider must be written as [[provider]]"),
            ("provider = \"x\"".to_owned(), "FILE, line 1: provider must be written as [[provider]]"),
            ("[[provider]]\nname = \"x\"".to_owned(), "FILE, line 1: provider needs municipality."),
            (with("colour = \"x\""), "FILE, line 6: \"colour\" is no setting of a provider. It knows: "),
            (with("acr = \"twee\""), "FILE, line 6: acr must be a list of texts"),
            (with("acr = [\n  1]"), "FILE, line 7: acr must be a list of texts"),
            (with("scopes = [\"offline_access\"]"), "FILE, line 6: scopes must not hold \"offline_access\""),
            (with("address = \"https://a.example/x\""), "FILE, line 6: address must be the address people"),
            (with("client_secret_file = 1"), "FILE, line 6: client_secret_file must be a text"),
            (
                with("client_secret_file = \"/nowhere/at\""),
                "FILE, line 6: client_secret_file must be a file that can be read; /nowhere/at is none",
            ),
            (
                with("client_secret_file = \"DIR/geheim\"\nca_file = \"/nowhere/at\""),
                "FILE, line 7: ca_file must be a file that can be read",
            ),
            (GOOD.replace("GM0363", "Hier"), "FILE, line 2: municipality must be a municipality's code"),
            (
                GOOD.replace("https://", "http://"),
                "FILE, line 4: issuer must begin with https:// (http:// only for a provider on this machine",
            ),
            (
                GOOD.to_owned(),
                "FILE, line 1: provider needs client_secret_file, or the environment variable \
                 SAMENSPEL_PROVIDER_SECRET_GM0363.",
            ),
            (format!("{GOOD}{GOOD}"), "FILE, line 6: GM0363 has two providers; one is the most."),
        ] {
            let sentence = settings(&text, &[]).expect_err(beginning);
            assert!(sentence.starts_with(beginning), "{text}: {sentence}");
            assert_eq!(sentence.lines().count(), 1, "{sentence}");
        }
    }

    #[test]
    fn a_secret_of_nobody_is_told_by_its_variable() {
        let stray = settings("data = \"a\"", &[("GM0363", "x")]).expect_err("refused");
        assert!(
            stray.starts_with("The environment variable SAMENSPEL_PROVIDER_SECRET_GM0363 is the secret of a")
        );
        let odd = settings(GOOD, &[("HIER", "x")]).expect_err("refused");
        assert!(
            odd.starts_with("The environment variable SAMENSPEL_PROVIDER_SECRET_HIER must end with"),
            "{odd}"
        );
        let empty = settings(GOOD, &[("GM0363", " ")]).expect_err("refused");
        assert!(
            empty.starts_with("The environment variable SAMENSPEL_PROVIDER_SECRET_GM0363 must have"),
            "{empty}"
        );
    }
}
