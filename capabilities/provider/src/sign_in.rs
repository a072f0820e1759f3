//! A sign-in: somebody is sent to the provider of the municipality, and comes back with the provider's word.

use std::collections::HashMap;
use std::fmt;
use std::time::Duration;

use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClientAuthMethod, CoreErrorResponseType, CoreGenderClaim,
    CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreResponseType, CoreRevocableToken,
    CoreRevocationErrorResponse, CoreTokenIntrospectionResponse,
};
use openidconnect::{
    AuthType, AuthenticationContextClass, AuthenticationFlow, AuthorizationCode, Client, ClientSecret,
    CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, RequestTokenError, Scope, TokenResponse as _,
};

use crate::claims::{AlsoSaid, Doubt, Somebody, TokenAnswer, TokenError, Word, judge};
use crate::cookie::StateCookie;
use crate::http::{Http, Limits, NoAnswer};
use crate::known::{Description, Known, Memory, not_answered};
use crate::provider::{Label, Provider};
use crate::query::{Outcome, Query};
use crate::refused::Refused;
use crate::return_to::ReturnTo;
use crate::secret;
use crate::store::{self, Pending};

/// The path on which people come back; with the address before it, it is registered at the provider.
pub const BACK: &str = "/aanmelden/gemeente/terug";

type Asker = Client<
    AlsoSaid,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    TokenError,
    TokenAnswer,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The sign-ins of all municipalities of this installation.
pub struct Providers {
    db: Db,
    each: HashMap<Municipality, Door>,
}

struct Door {
    provider: Provider,
    http: Http,
    memory: Memory,
}

/// Where the browser goes now, and the cookie it takes along.
#[derive(Debug)]
pub struct Begun {
    pub to: String,
    pub cookie: StateCookie,
}

/// Who came back.
pub struct Arrived {
    /// Together with `subject` the identity; neither is anything without the other.
    pub issuer: String,
    pub subject: String,
    /// Only when the provider gave it; kept nowhere here.
    pub name: Option<String>,
    /// When the provider last asked who it is: it may let somebody through who signed in there before.
    /// Nothing when it does not tell.
    pub asked_at: Option<Moment>,
    pub return_to: ReturnTo,
}

impl Providers {
    /// # Errors
    /// The municipality, and the end of a sentence that begins with its setting.
    pub fn new(
        db: Db,
        providers: impl IntoIterator<Item = Provider>,
        limits: Limits,
    ) -> Result<Self, (Municipality, String)> {
        let mut each = HashMap::new();
        for provider in providers {
            let code = provider.municipality;
            let http = Http::new(limits, provider.issuer.clone(), provider.authority.as_deref())
                .map_err(|why| (code, why))?;
            if each.insert(code, Door { provider, http, memory: Memory::default() }).is_some() {
                return Err((code, "has two providers; one is the most".to_owned()));
            }
        }
        Ok(Self { db, each })
    }

    /// What the button is called, when this municipality has one.
    #[must_use]
    pub fn name(&self, municipality: Municipality) -> Option<&Label> {
        self.each.get(&municipality).map(|door| &door.provider.name)
    }

    /// Sends somebody to the provider.
    ///
    /// # Errors
    /// The outer one is ours to repair, the inner one has words for people.
    pub async fn begin(
        &self,
        municipality: Municipality,
        return_to: ReturnTo,
        now: Moment,
    ) -> Answer<Result<Begun, Refused>> {
        self.send(municipality, return_to, false, now).await
    }

    /// As [`Self::begin`], and the provider is to ask who it is, also when it knows already.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub async fn begin_anew(
        &self,
        municipality: Municipality,
        return_to: ReturnTo,
        now: Moment,
    ) -> Answer<Result<Begun, Refused>> {
        self.send(municipality, return_to, true, now).await
    }

    async fn send(
        &self,
        municipality: Municipality,
        return_to: ReturnTo,
        anew: bool,
        now: Moment,
    ) -> Answer<Result<Begun, Refused>> {
        let Some(door) = self.each.get(&municipality) else { return Ok(Err(Refused::NoProvider)) };
        let known = match door.known(now).await {
            Ok(known) => known,
            Err(refused) => return Ok(Err(told(municipality, refused))),
        };
        let Some(asker) = door.asker(&known.description) else {
            return Ok(Err(told(municipality, Refused::NotUnderstood)));
        };
        let (state, cookie) = (secret::random()?, secret::random()?);
        let pending = Pending { issuer: door.provider.issuer.as_str().to_owned(), return_to };
        store::remember(&self.db, municipality, &state, &cookie, &pending, now).await?;
        let verifier = PkceCodeVerifier::new(secret::verifier(&cookie, &state));
        let nonce = Nonce::new(secret::nonce(&cookie, &state));
        let mut question = asker
            .authorize_url(
                AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
                move || CsrfToken::new(state),
                move || nonce,
            )
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        for scope in &door.provider.scopes {
            question = question.add_scope(Scope::new(scope.as_str().to_owned()));
        }
        for acr in &door.provider.acr {
            question =
                question.add_auth_context_value(AuthenticationContextClass::new(acr.as_str().to_owned()));
        }
        if anew {
            // With an age, a provider that keeps to the standard also tells when it asked.
            question = question.add_prompt(CoreAuthPrompt::Login).set_max_age(Duration::ZERO);
        }
        let (to, _, _) = question.url();
        Ok(Ok(Begun { to: to.into(), cookie: StateCookie::new(cookie) }))
    }

    /// Takes back who comes from the provider.
    ///
    /// # Errors
    /// The outer one is ours to repair, the inner one has words for people.
    pub async fn arrive(
        &self,
        municipality: Municipality,
        query: &Query,
        cookie: Option<&StateCookie>,
        now: Moment,
    ) -> Answer<Result<Arrived, Refused>> {
        let Some(door) = self.each.get(&municipality) else { return Ok(Err(Refused::NoProvider)) };
        let browser = cookie.map(StateCookie::secret);
        let pending = match store::take(&self.db, municipality, &query.state, browser, now).await? {
            Ok(pending) => pending,
            Err(refused) => return Ok(Err(refused)),
        };
        let came = door.came(query, &pending, browser.unwrap_or_default(), now).await;
        Ok(came.map_err(|refused| told(municipality, refused)).map(|somebody| Arrived {
            issuer: pending.issuer,
            subject: somebody.subject,
            name: somebody.name,
            asked_at: somebody.asked_at,
            return_to: pending.return_to,
        }))
    }
}

impl Door {
    async fn known(&self, now: Moment) -> Result<Known, Refused> {
        self.memory.get(&self.http, &self.provider.issuer, now).await
    }

    /// The library's client for this provider, with our secret the way the provider wants it.
    fn asker(&self, description: &Description) -> Option<Asker> {
        let back = RedirectUrl::new(format!("{}{BACK}", self.provider.address.as_str())).ok()?;
        let secret = ClientSecret::new(self.provider.client_secret.as_str().to_owned());
        let id = openidconnect::ClientId::new(self.provider.client_id.as_str().to_owned());
        // Whoever says nothing takes it in the header (OpenID Connect Discovery, 3).
        let in_body = description.token_endpoint_auth_methods_supported().is_some_and(|ways| {
            ways.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !ways.contains(&CoreClientAuthMethod::ClientSecretBasic)
        });
        let auth = if in_body { AuthType::RequestBody } else { AuthType::BasicAuth };
        let asker = Asker::from_provider_metadata(description.clone(), id, Some(secret));
        Some(asker.set_redirect_uri(back).set_auth_type(auth))
    }

    async fn came(
        &self,
        query: &Query,
        pending: &Pending,
        cookie: &str,
        now: Moment,
    ) -> Result<Somebody, Refused> {
        // The settings may have changed while somebody was away.
        if pending.issuer != self.provider.issuer.as_str() {
            return Err(Refused::OtherProvider);
        }
        let known = self.known(now).await?;
        // Before the code goes anywhere: RFC 9207.
        match &query.iss {
            Some(iss) if iss != self.provider.issuer.as_str() => return Err(Refused::OtherProvider),
            None if known
                .description
                .additional_metadata()
                .authorization_response_iss_parameter_supported =>
            {
                return Err(Refused::OtherProvider);
            }
            _ => {}
        }
        let code = match &query.outcome {
            Outcome::Code(code) => AuthorizationCode::new(code.clone()),
            Outcome::Error(refused) => return Err(*refused),
        };
        let answer = self.exchange(&known.description, code, secret::verifier(cookie, &query.state)).await?;
        let word = answer.id_token().ok_or(Refused::NotUnderstood)?;
        self.heard(word, known, &secret::nonce(cookie, &query.state), now).await
    }

    async fn exchange(
        &self,
        description: &Description,
        code: AuthorizationCode,
        verifier: String,
    ) -> Result<TokenAnswer, Refused> {
        let asker = self.asker(description).ok_or(Refused::NotUnderstood)?;
        let question = asker.exchange_code(code).map_err(|_| Refused::NotUnderstood)?;
        let question = question.set_pkce_verifier(PkceCodeVerifier::new(verifier));
        question.request_async(&self.http).await.map_err(|error| meant(&error))
    }

    /// Judges the word, with newer keys when it has one that is not known yet.
    async fn heard(&self, word: &Word, known: Known, nonce: &str, now: Moment) -> Result<Somebody, Refused> {
        match judge(word, &self.provider, &known.keys, nonce, now) {
            Ok(somebody) => return Ok(somebody),
            Err(Doubt::No(refused)) => return Err(refused),
            Err(Doubt::UnknownKey) => {}
        }
        let newer = self.memory.newer_keys(&self.http, &known, now).await?.ok_or(Refused::NotGenuine)?;
        judge(word, &self.provider, &newer.keys, nonce, now).map_err(|doubt| match doubt {
            Doubt::No(refused) => refused,
            Doubt::UnknownKey => Refused::NotGenuine,
        })
    }
}

/// What the token endpoint means. The library's error holds the whole answer, so nothing of it is told.
fn meant(error: &RequestTokenError<NoAnswer, TokenError>) -> Refused {
    match error {
        RequestTokenError::Request(no_answer) => not_answered(no_answer),
        RequestTokenError::ServerResponse(said) => match said.error() {
            CoreErrorResponseType::InvalidGrant => Refused::CodeSpent,
            CoreErrorResponseType::InvalidClient
            | CoreErrorResponseType::UnauthorizedClient
            | CoreErrorResponseType::InvalidRequest
            | CoreErrorResponseType::InvalidScope
            | CoreErrorResponseType::UnsupportedGrantType => Refused::NotRegistered,
            _ => Refused::NotUnderstood,
        },
        _ => Refused::NotUnderstood,
    }
}

/// Leaves a line in the log when it is something to repair: the kind of it, and nothing of anybody.
fn told(municipality: Municipality, refused: Refused) -> Refused {
    if refused.concerns_the_keeper() {
        tracing::warn!(%municipality, why = refused.key(), "a sign-in with the municipality's own account failed");
    }
    refused
}

impl fmt::Debug for Providers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Providers({})", self.each.len())
    }
}

impl fmt::Debug for Arrived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Arrived(…)")
    }
}
