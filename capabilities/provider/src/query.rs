//! What a browser brings back from the provider, read at the door.

use std::fmt;

use openidconnect::url::form_urlencoded;

use crate::refused::Refused;
use crate::secret;

/// The part of the address after `?`, with which the provider sent the browser back.
#[derive(Clone)]
pub struct Query {
    pub(crate) state: String,
    pub(crate) iss: Option<String>,
    pub(crate) outcome: Outcome,
}

/// What the provider says came of it.
#[derive(Clone)]
pub(crate) enum Outcome {
    Code(String),
    Error(Refused),
}

/// Longer codes than any provider gives.
const LONGEST: usize = 16_384;

impl Query {
    /// Reads what stands after `?`. The description of an error is left unread: anybody can write anything there.
    ///
    /// # Errors
    /// [`Refused::Incomplete`] when it is no answer of a provider to a question of ours.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        if text.len() > LONGEST {
            return Err(Refused::Incomplete);
        }
        let (mut state, mut iss, mut code, mut error) = (None, None, None, None);
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            let kept = match name.as_ref() {
                "state" => &mut state,
                "iss" => &mut iss,
                "code" => &mut code,
                "error" => &mut error,
                _ => continue,
            };
            // A name that comes twice could be read one way here and another way by the provider.
            if kept.replace(value.into_owned()).is_some() {
                return Err(Refused::Incomplete);
            }
        }
        let state = state.filter(|state| secret::is_ours(state)).ok_or(Refused::Incomplete)?;
        let outcome = match (code, error) {
            (Some(code), None) if !code.is_empty() => Outcome::Code(code),
            (None, Some(error)) => Outcome::Error(meant(&error)),
            _ => return Err(Refused::Incomplete),
        };
        Ok(Self { state, iss, outcome })
    }
}

/// The words of OAuth 2.0 and OpenID Connect for what went wrong.
fn meant(error: &str) -> Refused {
    match error {
        "access_denied" => Refused::Cancelled,
        "server_error" | "temporarily_unavailable" => Refused::Unreachable,
        "login_required" | "interaction_required" | "account_selection_required" | "consent_required" => {
            Refused::NotFinished
        }
        "unmet_authentication_requirements" => Refused::TooWeak,
        _ => Refused::NotRegistered,
    }
}

impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Query(…)")
    }
}
