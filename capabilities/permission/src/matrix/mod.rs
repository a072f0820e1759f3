//! Every principal × every action × every object in every state: what the policies say beside what the oracle says.

mod world;

use std::collections::BTreeSet;
use std::fmt;

use crate::{Asked, Fault, Kind, Principal, oracle};

pub(crate) use world::{objects, principals};

/// What came of comparing.
#[derive(Clone, Debug)]
pub struct Matrix {
    pub principals: usize,
    pub actions: usize,
    pub objects: usize,
    pub decisions: usize,
    pub allowed: usize,
    pub denied: usize,
    /// Questions that cannot be asked, such as adding an offer to a person. They are denials too.
    pub broken: usize,
    /// Each decision in which policies and oracle differ, as a line to read.
    pub differences: Vec<String>,
}

impl Matrix {
    /// Whether the oracle agrees everywhere.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.differences.is_empty()
    }

    /// Rounded down, so that 100 is said of all and of nothing less.
    #[must_use]
    pub fn percent(&self) -> usize {
        let same = self.decisions.saturating_sub(self.differences.len());
        (same * 100).checked_div(self.decisions).unwrap_or(0)
    }
}

impl fmt::Display for Matrix {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            to,
            "{} decisions, {} % agree with the oracle\n({} principals × {} actions × {} objects: {} allowed, {} denied, {} that cannot be asked)",
            self.decisions,
            self.percent(),
            self.principals,
            self.actions,
            self.objects,
            self.allowed,
            self.denied,
            self.broken
        )?;
        self.differences.iter().take(20).try_for_each(|line| write!(to, "\n{line}"))
    }
}

/// The whole product.
///
/// # Errors
/// When the policies cannot be read at all.
pub fn matrix() -> Result<Matrix, &'static Fault> {
    let engine = crate::engine()?;
    // What either of them knows, so that neither has an action the other never heard of; and words that are none.
    let known = oracle::ACTIONS.iter().map(|(action, _)| *action).chain(engine.actions());
    let actions: BTreeSet<&str> = known.chain(["", "party.steal", "Party.read"]).collect();
    let (principals, objects) = (principals(), objects(&Kind::ALL));
    let mut found = Matrix {
        principals: principals.len(),
        actions: actions.len(),
        objects: objects.len(),
        decisions: 0,
        allowed: 0,
        denied: 0,
        broken: 0,
        differences: Vec::new(),
    };
    for principal in &principals {
        for object in &objects {
            for action in &actions {
                found.take(&Asked { principal, action, object });
            }
        }
    }
    Ok(found)
}

impl Matrix {
    fn take(&mut self, asked: &Asked<'_>) {
        let (said, wanted) = (asked.decide().word(), oracle::expected(asked).word());
        self.decisions += 1;
        match said {
            "allow" => self.allowed += 1,
            "deny" => self.denied += 1,
            _ => self.broken += 1,
        }
        if said != wanted {
            let Asked { principal, action, object } = asked;
            self.differences.push(format!("{said}, not {wanted}: {principal:?} {action} {object:?}"));
        }
    }
}

/// Questions that can be asked, for the bench and for the mutants: each action only with the kinds it applies to.
pub(crate) fn questions() -> Vec<(Principal, &'static str, crate::Object)> {
    let mut all = Vec::new();
    for (action, kinds) in oracle::ACTIONS {
        for object in objects(kinds) {
            all.extend(principals().into_iter().map(|principal| (principal, *action, object.clone())));
        }
    }
    all
}
