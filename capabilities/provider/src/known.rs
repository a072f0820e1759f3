//! What is known of a provider: its own description and its keys, asked when needed and kept for a while.

use std::sync::Arc;
use std::time::Duration;

use ground::moment::Moment;
use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
    CoreSubjectIdentifierType,
};
use openidconnect::{AdditionalProviderMetadata, DiscoveryError, IssuerUrl, JsonWebKeySet, ProviderMetadata};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use crate::http::{Http, NoAnswer};
use crate::provider::Issuer;
use crate::refused::Refused;

/// So long a description counts; a provider that moves is followed within the hour.
pub(crate) const FRESH: Duration = Duration::from_secs(60 * 60);
/// A key nobody knows makes us ask anew, at most this often.
pub(crate) const BETWEEN_KEYS: Duration = Duration::from_secs(60);
/// After no answer nobody asks again for so long: a hundred people waiting do not each wait their turn.
pub(crate) const REST: Duration = Duration::from_secs(10);

/// What RFC 9207 adds to the description.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct AlsoSays {
    /// Whether the provider says in each answer who it is.
    #[serde(default)]
    pub(crate) authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for AlsoSays {}

pub(crate) type Description = ProviderMetadata<
    AlsoSays,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

pub(crate) type Keys = JsonWebKeySet<CoreJsonWebKey>;

/// The description and the keys, as of one moment.
#[derive(Clone)]
pub(crate) struct Known {
    pub(crate) description: Arc<Description>,
    pub(crate) keys: Arc<Keys>,
}

#[derive(Default)]
struct Kept {
    known: Option<Known>,
    described_at: Option<Moment>,
    keys_at: Option<Moment>,
    failed: Option<(Moment, Refused)>,
}

/// Asks when needed; one at a time, the others wait for the same answer.
#[derive(Default)]
pub(crate) struct Memory(Mutex<Kept>);

impl Memory {
    /// What is known, asked anew when it is old.
    pub(crate) async fn get(&self, http: &Http, issuer: &Issuer, now: Moment) -> Result<Known, Refused> {
        let mut kept = self.0.lock().await;
        if let Some(known) = kept.known.as_ref().filter(|_| within(kept.described_at, FRESH, now)) {
            return Ok(known.clone());
        }
        kept.not_while_resting(now)?;
        match describe(http, issuer).await {
            Ok(known) => {
                *kept = Kept {
                    known: Some(known.clone()),
                    described_at: Some(now),
                    keys_at: Some(now),
                    failed: None,
                };
                Ok(known)
            }
            Err(refused) => Err(kept.failing(refused, now)),
        }
    }

    /// The keys once more, because one was met that is not among them; none when that was asked just now.
    pub(crate) async fn newer_keys(
        &self,
        http: &Http,
        than: &Known,
        now: Moment,
    ) -> Result<Option<Known>, Refused> {
        let mut kept = self.0.lock().await;
        // Somebody else may have asked while this one waited.
        if let Some(known) = kept.known.as_ref().filter(|known| !Arc::ptr_eq(&known.keys, &than.keys)) {
            return Ok(Some(known.clone()));
        }
        if within(kept.keys_at, BETWEEN_KEYS, now) {
            return Ok(None);
        }
        kept.not_while_resting(now)?;
        kept.keys_at = Some(now);
        match Keys::fetch_async(than.description.jwks_uri(), http).await {
            Ok(keys) => {
                let known = Known { description: than.description.clone(), keys: Arc::new(keys) };
                kept.known = Some(known.clone());
                Ok(Some(known))
            }
            Err(error) => Err(kept.failing(meant(&error), now)),
        }
    }
}

impl Kept {
    fn not_while_resting(&self, now: Moment) -> Result<(), Refused> {
        match self.failed {
            Some((at, refused)) if within(Some(at), REST, now) => Err(refused),
            _ => Ok(()),
        }
    }

    fn failing(&mut self, refused: Refused, now: Moment) -> Refused {
        self.failed = Some((now, refused));
        refused
    }
}

/// A moment that lies ahead (a clock was set back) is no reason to keep anything.
fn within(at: Option<Moment>, span: Duration, now: Moment) -> bool {
    at.is_some_and(|at| at <= now && now.since(at) < span)
}

async fn describe(http: &Http, issuer: &Issuer) -> Result<Known, Refused> {
    let name = IssuerUrl::new(issuer.as_str().to_owned()).map_err(|_| Refused::NotUnderstood)?;
    let description = Description::discover_async(name, http).await.map_err(|error| meant(&error))?;
    // The browser is sent to the first and our secret to the second.
    let first = description.authorization_endpoint().url();
    let second = description.token_endpoint().map(|to| to.url());
    if !issuer.may_point_to(first) || !second.is_some_and(|url| issuer.may_point_to(url)) {
        tracing::warn!("a provider names an address that is not secure, or no address for tokens");
        return Err(Refused::NotUnderstood);
    }
    let keys = Arc::new(description.jwks().clone());
    Ok(Known { description: Arc::new(description), keys })
}

fn meant(error: &DiscoveryError<NoAnswer>) -> Refused {
    match error {
        DiscoveryError::Request(no_answer) => not_answered(no_answer),
        DiscoveryError::Response(status, _, _) if status.is_server_error() => {
            tracing::warn!(status = status.as_u16(), "a provider says that it cannot now");
            Refused::Unreachable
        }
        DiscoveryError::Response(status, _, _) => {
            tracing::warn!(status = status.as_u16(), "a provider's description or keys are not there");
            Refused::NotUnderstood
        }
        _ => {
            tracing::warn!(
                "a provider's description or keys are not what the standard says, or are another's"
            );
            Refused::NotUnderstood
        }
    }
}

pub(crate) fn not_answered(no_answer: &NoAnswer) -> Refused {
    tracing::warn!(why = %no_answer, "a provider was asked in vain");
    match no_answer {
        NoAnswer::TooLarge | NoAnswer::Elsewhere => Refused::NotUnderstood,
        _ => Refused::Unreachable,
    }
}
