//! Every small mistake in a policy makes a decision that the oracle does not agree with: no mutant lives.

use std::collections::BTreeMap;

use cedar_policy::{Entity, EntityId, EntityUid, Policy, PolicySet};

use super::mutate;
use crate::decision::made;
use crate::engine::{Case, Engine, FILES, SCHEMA};
use crate::{Asked, Kind, engine, matrix, oracle};

struct Living {
    what: String,
    policies: PolicySet,
}

fn all_mutants() -> Vec<Living> {
    let real = engine().unwrap().policies();
    let mut all = Vec::new();
    for policy in real.policies() {
        let id = policy.id();
        let mutants = mutate::of(&policy.to_json().unwrap());
        assert!(mutants.len() > 2, "{id} has only {} mutants", mutants.len());
        for mutant in mutants {
            let mut policies = real.clone();
            policies.remove_static(id.clone()).unwrap();
            if let Some(json) = mutant.policy {
                policies.add(Policy::from_json(Some(id.clone()), json).unwrap()).unwrap();
            }
            all.push(Living { what: format!("{id}: {}", mutant.what), policies });
        }
    }
    all
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
            let said = |policies: &PolicySet| made(action, engine.answer(policies, case)).word();
            assert_eq!(said(engine.policies()), *wanted, "{asked:?}");
            living.retain(|mutant| said(&mutant.policies) == *wanted);
        }
        if living.is_empty() {
            println!(
                "{made_in_all} mutants, the last one caught by question {number} of {}",
                questions.len()
            );
            return;
        }
    }
    let survivors: Vec<&str> = living.iter().map(|mutant| mutant.what.as_str()).collect();
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
