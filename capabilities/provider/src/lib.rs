//! Sign-in with a municipality's own account: OpenID Connect, from sending the browser away to who came back.
#![forbid(unsafe_code)]

mod claims;
mod cookie;
mod http;
mod known;
mod provider;
mod query;
mod refused;
mod return_to;
mod secret;
mod sign_in;
mod store;

#[cfg(feature = "testing")]
pub mod testing;
#[cfg(test)]
mod tests;

pub use cookie::StateCookie;
pub use http::Limits;
pub use provider::{Acr, ClientId, Issuer, Label, OwnAddress, Provider, Scope, Secret};
pub use query::Query;
pub use refused::{Refused, Way};
pub use return_to::ReturnTo;
pub use sign_in::{Arrived, BACK, Begun, Providers};
pub use store::{ENDS, KEPT, PATIENCE, sweep};

/// The words of this crate in the order of `ui::Lang::ALL`, for whoever has the pages (see README.md).
pub const WORDS: [&str; 6] = [
    include_str!("../i18n/nl/provider.ftl"),
    include_str!("../i18n/en/provider.ftl"),
    include_str!("../i18n/ar/provider.ftl"),
    include_str!("../i18n/tr/provider.ftl"),
    include_str!("../i18n/pl/provider.ftl"),
    include_str!("../i18n/uk/provider.ftl"),
];
