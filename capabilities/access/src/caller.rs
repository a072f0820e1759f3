//! Who is calling, found by the app before any route is chosen.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use ground::id::Municipality;
use ground::trouble::{Answer, Trouble};
use permission::{Object, Principal, Role};
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use crate::denied::denied;
use crate::events::{Stopped, stopped};
use crate::permit::By;
use crate::{Csrf, Permit};

#[derive(Clone, Debug, Default)]
pub enum Caller {
    #[default]
    Stranger,
    /// Whoever holds the key of this installation; sees no content.
    Operator {
        municipality: Municipality,
        csrf: Csrf,
    },
    Person(Arc<Signed>),
}

/// Somebody who came in, and as whom that person acts now.
#[derive(Clone, Debug)]
pub struct Signed {
    pub municipality: Municipality,
    pub person: Uuid,
    /// As colleagues see it; for the head of the page, never for a log.
    pub name: String,
    pub session: Uuid,
    /// Nothing while somebody came by a link only, or has still to choose: then only the own page is open.
    pub acting: Option<Acting>,
    pub csrf: Csrf,
}

/// One membership: a role in a party, or a role for the whole municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acting {
    pub membership: Uuid,
    pub role: Role,
    pub party: Option<Uuid>,
}

/// Where the request came from, for limits only; never logged or kept.
#[derive(Clone, Copy, Debug)]
pub struct Address(pub IpAddr);

impl Caller {
    #[must_use]
    pub const fn is_stranger(&self) -> bool {
        matches!(self, Self::Stranger)
    }

    /// The session's proof for forms.
    #[must_use]
    pub fn csrf(&self) -> Option<&Csrf> {
        match self {
            Self::Stranger => None,
            Self::Operator { csrf, .. } => Some(csrf),
            Self::Person(signed) => Some(&signed.csrf),
        }
    }

    /// Who came in, when it is a person.
    #[must_use]
    pub fn signed(&self) -> Option<&Signed> {
        if let Self::Person(signed) = self { Some(signed) } else { None }
    }

    /// Whether the policies allow it. For showing a button; whoever does something takes [`Self::ask`].
    #[must_use]
    pub fn may(&self, action: &str, object: &Object) -> bool {
        // As in `ask`: a stranger is never allowed anything that must be asked.
        !self.is_stranger() && permission::decide(&self.principal(), action, object).is_allowed()
    }

    /// Permission to do this, by the policies.
    ///
    /// # Errors
    /// [`Trouble::NotThere`] when they do not allow it: what somebody may not see answers as what does not exist. The log
    /// then has a line with the action.
    pub fn ask(&self, action: &'static str, object: &Object) -> Answer<Permit> {
        let (municipality, by) = match self {
            Self::Stranger => return Err(denied(action)),
            Self::Operator { municipality, .. } => (*municipality, By::Operator),
            Self::Person(signed) => {
                let membership = signed.acting.map(|acting| acting.membership);
                (signed.municipality, By::Person { person: signed.person, membership })
            }
        };
        if self.may(action, object) {
            Ok(Permit::granted(municipality, action, by))
        } else {
            Err(denied(action))
        }
    }

    /// For a form that is no [`crate::SignedForm`] (one with a file): is this its session's proof?
    ///
    /// # Errors
    /// [`Trouble::NotAllowed`] when it is not, or there is no session.
    pub fn proved(&self, typed: &str) -> Answer<()> {
        match self.csrf() {
            Some(csrf) if bool::from(csrf.as_str().as_bytes().ct_eq(typed.as_bytes())) => Ok(()),
            _ => {
                stopped(Stopped::UnprovedForm);
                Err(Trouble::NotAllowed)
            }
        }
    }

    fn principal(&self) -> Principal {
        match self {
            Self::Stranger => Principal::Stranger,
            Self::Operator { municipality, .. } => {
                Principal::Operator { municipality: municipality.0.into() }
            }
            Self::Person(signed) => {
                let municipality = signed.municipality.0.into();
                match signed.acting {
                    None => Principal::Newcomer { municipality, person: signed.person },
                    Some(Acting { membership, role, party }) => {
                        Principal::Member { municipality, person: signed.person, membership, role, party }
                    }
                }
            }
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}
