//! The provider's word for who somebody is (the ID token): what must hold before it counts.

use std::time::{Duration, UNIX_EPOCH};

use ground::moment::Moment;
use openidconnect::core::{
    CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, ClaimsVerificationError, EmptyExtraTokenFields, IdToken, IdTokenClaims, IdTokenFields,
    IdTokenVerifier, IssuerUrl, Nonce, SignatureVerificationError, StandardErrorResponse,
    StandardTokenResponse,
};
use serde::{Deserialize, Serialize};

use crate::known::Keys;
use crate::provider::Provider;
use crate::refused::Refused;

/// Two clocks that are kept well differ by less.
pub(crate) const LEEWAY: Duration = Duration::from_secs(60);
/// A word older than a sign-in may last was not given for this one.
pub(crate) const OLDEST: Duration = Duration::from_secs(15 * 60);
/// More characters than OpenID Connect allows a subject.
const LONGEST_SUBJECT: usize = 255;
/// What is longer is no name, and is left out.
const LONGEST_NAME: usize = 400;

/// Only where the provider has a key that we do not have; never `none`, never a shared secret.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What the library does not read by itself.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct AlsoSaid {
    /// Not before, in seconds since 1970.
    #[serde(default)]
    nbf: Option<serde_json::Number>,
}

impl AdditionalClaims for AlsoSaid {}

pub(crate) type Word =
    IdToken<AlsoSaid, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Said = IdTokenClaims<AlsoSaid, CoreGenderClaim>;
pub(crate) type TokenAnswer = StandardTokenResponse<
    IdTokenFields<
        AlsoSaid,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;
pub(crate) type TokenError = StandardErrorResponse<CoreErrorResponseType>;

/// Who it is, as far as the provider tells.
pub(crate) struct Somebody {
    pub(crate) subject: String,
    pub(crate) name: Option<String>,
    /// When the provider last asked who it is, as far as it tells (`auth_time`).
    pub(crate) asked_at: Option<Moment>,
}

/// Why a word does not count.
pub(crate) enum Doubt {
    /// Signed with a key that is not among these; there may be newer ones.
    UnknownKey,
    No(Refused),
}

/// Judges a word with the keys at hand.
pub(crate) fn judge(
    word: &Word,
    provider: &Provider,
    keys: &Keys,
    nonce: &str,
    now: Moment,
) -> Result<Somebody, Doubt> {
    let no = |refused| Err(Doubt::No(refused));
    let issuer =
        IssuerUrl::new(provider.issuer.as_str().to_owned()).map_err(|_| Doubt::No(Refused::OtherProvider))?;
    let client = openidconnect::ClientId::new(provider.client_id.as_str().to_owned());
    // Our secret is not given to it: then there is nothing a shared-secret signature could be checked with.
    let verifier: IdTokenVerifier<'_, CoreJsonWebKey> =
        IdTokenVerifier::new_public_client(client, issuer, keys.clone())
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(move || at(now.minus(LEEWAY)).into());
    let said = word.claims(&verifier, &Nonce::new(nonce.to_owned())).map_err(|error| meant(&error))?;
    if said.authorized_party().is_some_and(|party| party.as_str() != provider.client_id.as_str()) {
        return no(Refused::ForAnother);
    }
    times(said, now).map_err(Doubt::No)?;
    if !firm_enough(said, provider) {
        return no(Refused::TooWeak);
    }
    let subject = said.subject().as_str();
    if subject.is_empty() || subject.len() > LONGEST_SUBJECT || subject.chars().any(char::is_control) {
        return no(Refused::Nobody);
    }
    let name = said.name().and_then(|names| names.get(None)).map(|name| name.as_str().to_owned());
    let name = name.filter(|name| name.len() <= LONGEST_NAME && !name.chars().any(char::is_control));
    let asked_at = said.auth_time().map(|at| Moment::from_micros(at.timestamp().saturating_mul(1_000_000)));
    Ok(Somebody { subject: subject.to_owned(), name, asked_at })
}

fn firm_enough(said: &Said, provider: &Provider) -> bool {
    let given = said.auth_context_ref().map(|acr| acr.as_str());
    provider.acr.is_empty() || provider.acr.iter().any(|wanted| Some(wanted.as_str()) == given)
}

/// When it was given, and from when it counts; its end was looked at before.
fn times(said: &Said, now: Moment) -> Result<(), Refused> {
    let seconds = now.micros() / 1_000_000;
    let leeway = i64::try_from(LEEWAY.as_secs()).unwrap_or(0);
    let oldest = i64::try_from(OLDEST.as_secs()).unwrap_or(0);
    let given = said.issue_time().timestamp();
    let from = said.additional_claims().nbf.as_ref().and_then(serde_json::Number::as_f64);
    // Whole seconds are far below where a float loses one.
    #[allow(clippy::cast_precision_loss, reason = "seconds since 1970 fit a float exactly")]
    let soonest = (seconds + leeway) as f64;
    if given > seconds.saturating_add(leeway) || from.is_some_and(|from| from > soonest) {
        return Err(Refused::FromTheFuture);
    }
    if given < seconds.saturating_sub(oldest) { Err(Refused::LongPast) } else { Ok(()) }
}

fn at(moment: Moment) -> std::time::SystemTime {
    UNIX_EPOCH + Duration::from_micros(u64::try_from(moment.micros()).unwrap_or(0))
}

/// The library's reasons in ours. Its sentences hold what the token holds, so they go nowhere.
fn meant(error: &ClaimsVerificationError) -> Doubt {
    use ClaimsVerificationError as E;
    match error {
        E::SignatureVerification(SignatureVerificationError::NoMatchingKey) => Doubt::UnknownKey,
        E::Expired(_) => Doubt::No(Refused::LongPast),
        E::InvalidAudience(_) => Doubt::No(Refused::ForAnother),
        E::InvalidIssuer(_) => Doubt::No(Refused::OtherProvider),
        E::InvalidNonce(_) => Doubt::No(Refused::OtherSignIn),
        E::InvalidSubject(_) => Doubt::No(Refused::Nobody),
        E::InvalidAuthContext(_) => Doubt::No(Refused::TooWeak),
        _ => Doubt::No(Refused::NotGenuine),
    }
}
