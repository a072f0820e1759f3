//! What a route is about, as the policies know it: found from the address and from who is asking.

use std::collections::HashSet;
use std::pin::Pin;
use std::sync::Arc;

use axum::extract::{FromRequestParts as _, RawPathParams};
use axum::http::request::Parts;
use ground::id::Municipality;
use ground::trouble::{Answer, Trouble};
use permission::Object;
use uuid::Uuid;

use crate::caller::Caller;
use crate::here::Here;
use crate::route::Route;

/// What must be known of a thing before the policies can decide; the app puts one on each request.
pub trait Relations: Send + Sync {
    /// Whether somebody coordinates this party in Samenspel: then it keeps itself.
    fn has_coordinator(&self, municipality: Municipality, party: Uuid) -> Knowing<'_, bool>;

    /// Every party of this municipality that somebody coordinates, for a list of many.
    fn coordinated(&self, municipality: Municipality) -> Knowing<'_, HashSet<Uuid>>;
}

pub type Knowing<'k, T> = Pin<Box<dyn Future<Output = Answer<T>> + Send + 'k>>;

/// The object of a route. `{party}` in its address makes it that party.
pub(crate) async fn object_of(route: &Route, parts: &mut Parts, caller: &Caller) -> Answer<Object> {
    let Here(here) = parts.extensions.get::<Here>().copied().ok_or(Trouble::NotThere)?;
    let municipality = here.0.into();
    match route.object {
        "person" => {
            let signed = caller.signed().ok_or(Trouble::NotThere)?;
            Ok(Object::Person { municipality, person: signed.person })
        }
        "trail" => Ok(Object::Trail { municipality }),
        _ => match party_in(parts).await {
            None => Ok(Object::Municipality { municipality }),
            Some(typed) => {
                // Only as this program writes it: anything else is no party.
                let party = Uuid::try_parse(&typed).ok().filter(|_| typed.len() == 36);
                let party = party.ok_or(Trouble::NotThere)?;
                party_of(parts, here, party).await
            }
        },
    }
}

/// A party as the policies know it.
async fn party_of(parts: &Parts, here: Municipality, party: Uuid) -> Answer<Object> {
    let relations = parts.extensions.get::<Arc<dyn Relations>>();
    match relations {
        Some(relations) => party_known(relations.as_ref(), here, party).await,
        // Without anybody who knows, nobody keeps a party but its own people.
        None => Ok(Object::Party { municipality: here.0.into(), party, has_coordinator: true }),
    }
}

/// A party that no address names, as the policies know it.
///
/// # Errors
/// What the database answers.
pub async fn party_known(relations: &dyn Relations, here: Municipality, party: Uuid) -> Answer<Object> {
    let has_coordinator = relations.has_coordinator(here, party).await?;
    Ok(Object::Party { municipality: here.0.into(), party, has_coordinator })
}

async fn party_in(parts: &mut Parts) -> Option<String> {
    let named = RawPathParams::from_request_parts(parts, &()).await.ok()?;
    named.iter().find(|(name, _)| *name == "party").map(|(_, value)| value.to_owned())
}
