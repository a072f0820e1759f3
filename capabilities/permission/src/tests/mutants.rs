//! Every small mistake in a policy makes a decision that the oracle does not agree with: no mutant lives.

use std::collections::BTreeMap;

use cedar_policy::{Effect, Entity, EntityId, EntityUid, Policy, PolicyId, PolicySet};

use super::mutate;
use crate::decision::made;
use crate::engine::{Case, Engine, FILES, SCHEMA};
use crate::{Asked, Kind, engine, matrix, oracle};

/// A policy with a mistake in it, alone in a set; empty when it was deleted.
struct Living {
    of: PolicyId,
    what: String,
    alone: PolicySet,
}

fn all_mutants() -> Vec<Living> {
    let mut all = Vec::new();
    for policy in engine().unwrap().policies().policies() {
        let of = policy.id();
        let mutants = mutate::of(&policy.to_json().unwrap());
        assert!(mutants.len() > 2, "{of} has only {} mutants", mutants.len());
        all.extend(mutants.into_iter().map(|mutant| {
            let policy = mutant.policy.map(|json| Policy::from_json(Some(of.clone()), json).unwrap());
            let alone = PolicySet::from_policies(policy).unwrap();
            Living { of: of.clone(), what: mutant.what, alone }
        }));
    }
    all
}

/// How many policies permit, forbid and fail. Counted one policy at a time, so that a mutant costs one policy and not all.
#[derive(Clone, Copy, Default)]
struct Tally {
    permit: usize,
    forbid: usize,
    fail: usize,
}

impl Tally {
    fn of(engine: &Engine, alone: &PolicySet, case: &Case) -> Self {
        let response = engine.response(alone, case);
        let counts = response.diagnostics().reason().next().is_some();
        let effect = alone.policies().next().map(Policy::effect);
        Self {
            permit: usize::from(counts && effect == Some(Effect::Permit)),
            forbid: usize::from(counts && effect == Some(Effect::Forbid)),
            fail: response.diagnostics().errors().count(),
        }
    }

    fn with(self, other: Self) -> Self {
        Self {
            permit: self.permit + other.permit,
            forbid: self.forbid + other.forbid,
            fail: self.fail + other.fail,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self { fail: 1.., .. } => "broken",
            Self { forbid: 0, permit: 1.., .. } => "allow",
            _ => "deny",
        }
    }
}

/// The answer of all policies, this one instead of the one it came from: as the program would give it.
fn in_full(engine: &Engine, mutant: &Living, case: &Case) -> &'static str {
    let mut policies = engine.policies().clone();
    policies.remove_static(mutant.of.clone()).unwrap();
    mutant.alone.policies().for_each(|policy| policies.add(policy.clone()).unwrap());
    made("mutant", engine.answer(&policies, case)).word()
}

/// The program of some day: an action more, and a kind of principal more with all that a member has. Nobody gave them
/// anything, so they may nothing; a policy that says *any action* or *any principal* does not know that.
fn some_day() -> Engine {
    let everything = Kind::ALL.map(Kind::word).join(", ");
    let schema = SCHEMA
        .replace("[Stranger, Operator, Newcomer, Member]", "[Stranger, Operator, Newcomer, Member, Later]");
    let schema = format!(
        r#"{schema}
        entity Later = {{ municipality: Municipality, person: Person, role: Role, party?: Party }};
        action "later" appliesTo {{ principal: [Stranger, Operator, Newcomer, Member, Later], resource: [{everything}] }};"#
    );
    let engine = Engine::read(&schema, &FILES).unwrap();
    engine.validate().unwrap();
    engine
}

/// The same question, asked by the kind of principal that comes later.
fn by_a_later_principal(engine: &Engine, case: &Case) -> Option<Case> {
    let member = case.request.principal()?;
    let kind = member.type_name().to_string();
    let later = EntityUid::from_type_name_and_id("Later".parse().unwrap(), EntityId::new("x"));
    let entities = case.entities.iter().map(|entity| {
        let (uid, attributes, above) = entity.clone().into_inner();
        let uid = if uid == *member { later.clone() } else { uid };
        Entity::new(uid, attributes, above).unwrap()
    });
    let (action, object) = (case.request.action()?.clone(), case.request.resource()?.clone());
    (kind == "Member").then(|| engine.fitting(later.clone(), action, object, entities.collect()).unwrap())
}

#[test]
fn no_mistake_in_a_policy_goes_unnoticed() {
    let engine = some_day();
    let real: Vec<(PolicyId, PolicySet)> = engine
        .policies()
        .policies()
        .map(|policy| (policy.id().clone(), PolicySet::from_policies([policy.clone()]).unwrap()))
        .collect();
    let questions = matrix::questions();
    let mut living = all_mutants();
    let made_in_all = living.len();
    assert!(made_in_all > 500, "only {made_in_all} mutants were made");
    // A stride without a divisor in common visits all, and neighbours, which are alike, far apart.
    assert_ne!(questions.len() % 7919, 0);
    for number in 0..questions.len() {
        let (principal, action, object) = &questions[number * 7919 % questions.len()];
        let asked = Asked { principal, action, object };
        let case = engine.case(&asked).expect("each of these questions can be asked");
        let some_day = engine.case(&Asked { action: "later", ..asked }).unwrap();
        let by_another = by_a_later_principal(&engine, &case);
        let mut cases = vec![(case, oracle::expected(&asked).word()), (some_day, "deny")];
        cases.extend(by_another.map(|case| (case, "deny")));
        for (case, wanted) in &cases {
            let each: Vec<(&PolicyId, Tally)> =
                real.iter().map(|(id, alone)| (id, Tally::of(&engine, alone, case))).collect();
            let without = |gone: &PolicyId| {
                each.iter()
                    .filter(|(id, _)| *id != gone)
                    .fold(Tally::default(), |all, (_, one)| all.with(*one))
            };
            assert_eq!(made(action, engine.answer(engine.policies(), case)).word(), *wanted, "{asked:?}");
            living.retain(|mutant| {
                let said = without(&mutant.of).with(Tally::of(&engine, &mutant.alone, case)).word();
                if said != *wanted {
                    assert_eq!(said, in_full(&engine, mutant, case), "{}: {}", mutant.of, mutant.what);
                }
                said == *wanted
            });
        }
        if living.is_empty() {
            println!(
                "{made_in_all} mutants, the last one caught by question {number} of {}",
                questions.len()
            );
            return;
        }
    }
    let survivors: Vec<String> =
        living.iter().map(|mutant| format!("{}: {}", mutant.of, mutant.what)).collect();
    panic!("{} of {made_in_all} mutants live:\n{}", survivors.len(), survivors.join("\n"));
}

/// The mutants come from the policies as Cedar reads them; what is read back must be the same policy.
#[test]
fn a_policy_that_is_not_changed_decides_as_before() {
    let real = engine().unwrap().policies();
    let again = real
        .policies()
        .map(|policy| Policy::from_json(Some(policy.id().clone()), policy.to_json().unwrap()).unwrap());
    let told = |policies: &PolicySet| -> BTreeMap<String, String> {
        policies
            .policies()
            .map(|policy| (policy.id().to_string(), policy.to_json().unwrap().to_string()))
            .collect()
    };
    assert_eq!(told(&PolicySet::from_policies(again).unwrap()), told(real));
}
