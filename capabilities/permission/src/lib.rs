//! Permission: Cedar policies decide every access; anything that goes wrong while deciding is a denial and an alarm.
#![forbid(unsafe_code)]

mod decision;
mod engine;
mod entities;
mod matrix;
mod object;
pub mod oracle;
mod principal;
mod role;
mod speed;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

pub use decision::{Decision, Granted};
pub use engine::{Fault, Sentence};
pub use matrix::{Matrix, matrix};
pub use object::{Kind, Object};
pub use principal::Principal;
pub use role::Role;
pub use speed::{Speed, speed};

use decision::Broke;
use engine::Engine;

/// One question: may this principal do this to that?
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub principal: &'a Principal,
    /// An action word, as the route table has it.
    pub action: &'a str,
    pub object: &'a Object,
}

impl Asked<'_> {
    /// What the policies say. See [`decide`].
    pub fn decide(&self) -> Decision {
        decision::made(
            self.action,
            engine().map_err(|_| Broke::Unreadable).and_then(|ready| ready.weigh(self)),
        )
    }
}

/// The policies are read once, at the first question or at [`check`], and never again.
fn engine() -> Result<&'static Engine, &'static Fault> {
    static READY: OnceLock<Result<Engine, Fault>> = OnceLock::new();
    READY.get_or_init(Engine::of_this_program).as_ref()
}

/// For the start of the program: the policies can be read, and the schema finds nothing wrong with them, not even a warning.
///
/// # Errors
/// What is wrong, and in which file or policy. The program must not start then.
pub fn check() -> Result<(), &'static Fault> {
    engine().map(|_| ())
}

/// What the policies say. Whatever goes wrong while deciding is [`Decision::Broken`]: no, and an error in the log.
pub fn decide(principal: &Principal, action: &str, object: &Object) -> Decision {
    Asked { principal, action, object }.decide()
}

/// The same for whoever hands out permits: the only way to a [`Granted`] is a policy that allows.
#[must_use]
pub fn grant<'a>(principal: &Principal, action: &'a str, object: &Object) -> Option<Granted<'a>> {
    let decision = decide(principal, action, object);
    decision.is_allowed().then(|| Granted::new(action, object.municipality()))
}

/// On which kinds of object an action can be done. None: there is no such action, and asking for it is [`Decision::Broken`].
#[must_use]
pub fn kinds_of(action: &str) -> Option<&'static [Kind]> {
    engine().ok()?.kinds_of(action)
}

/// Each policy as a Dutch sentence, in the order of the files: for the page that the privacy officer reads.
#[must_use]
pub fn sentences() -> &'static [Sentence] {
    engine().map_or(&[], Engine::sentences)
}
