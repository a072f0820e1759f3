//! Makes every small mistake in a policy, from the policy as Cedar read it: deleted, turned round, widened, negated.

use serde_json::{Value, json};

use crate::Role;

/// What is different, and the policy as it is then; None when it is gone.
pub(super) struct Mutant {
    pub(super) what: String,
    pub(super) policy: Option<Value>,
}

/// All mutants of one policy in Cedar's JSON form.
pub(super) fn of(policy: &Value) -> Vec<Mutant> {
    let mut all = vec![Mutant { what: "deleted".to_owned(), policy: None }];
    let mut add = |what: String, change: &dyn Fn(&mut Value)| {
        let mut other = policy.clone();
        change(&mut other);
        assert_ne!(&other, policy, "{what} changes nothing");
        all.push(Mutant { what, policy: Some(other) });
    };

    let turned = if policy["effect"] == "permit" { "forbid" } else { "permit" };
    add(format!("{turned} instead"), &|other| other["effect"] = json!(turned));

    for part in ["principal", "action", "resource"] {
        if policy[part]["op"] != "All" {
            add(format!("any {part}"), &|other| other[part] = json!({ "op": "All" }));
        }
    }
    for kind in ["Stranger", "Operator", "Newcomer", "Member"] {
        if policy["principal"]["op"] == "is" && policy["principal"]["entity_type"] != kind {
            add(format!("principal is {kind}"), &|other| other["principal"]["entity_type"] = json!(kind));
        }
    }
    for number in 0..length(&policy["action"]["entities"]) {
        let action = &policy["action"]["entities"][number]["id"];
        add(format!("not for {action}"), &|other| {
            other["action"]["entities"].as_array_mut().unwrap().remove(number);
        });
    }

    for number in 0..length(&policy["conditions"]) {
        let condition = &policy["conditions"][number];
        add(format!("without condition {number}"), &|other| {
            other["conditions"].as_array_mut().unwrap().remove(number);
        });
        let turned = if condition["kind"] == "when" { "unless" } else { "when" };
        add(format!("condition {number} with {turned}"), &|other| {
            other["conditions"][number]["kind"] = json!(turned);
        });
        for (what, body) in variants(&condition["body"], true) {
            add(format!("condition {number}: {what}"), &|other| {
                other["conditions"][number]["body"] = body.clone();
            });
        }
    }
    all
}

fn length(list: &Value) -> usize {
    list.as_array().map_or(0, Vec::len)
}

/// Every way in which one thing in an expression can be otherwise.
fn variants(expression: &Value, says_yes_or_no: bool) -> Vec<(String, Value)> {
    let (operator, arguments) = expression.as_object().unwrap().iter().next().unwrap();
    let mut all = Vec::new();
    let logic = ["&&", "||", "!"].contains(&operator.as_str());
    if says_yes_or_no || logic || ["==", "!=", "in", "has", "is", "contains"].contains(&operator.as_str()) {
        let text = short(expression);
        all.push((format!("not {text}"), json!({ "!": { "arg": expression } })));
        for always in [true, false] {
            all.push((format!("{always} for {text}"), json!({ "Value": always })));
        }
    }
    let with = |other: &str| json!({ other: arguments });
    match operator.as_str() {
        "&&" | "||" => {
            let other = if operator == "&&" { "||" } else { "&&" };
            all.push((format!("{other} for {operator}"), with(other)));
            for (gone, kept) in [("left", "right"), ("right", "left")] {
                all.push((format!("without {}", short(&arguments[gone])), arguments[kept].clone()));
            }
        }
        "!" => all.push(("without the not".to_owned(), arguments["arg"].clone())),
        "==" => all.push(("!= for ==".to_owned(), with("!="))),
        "in" => all.push(("== for in".to_owned(), with("=="))),
        "Set" => all.extend((0..length(arguments)).map(|number| {
            let mut fewer = arguments.clone();
            let gone = fewer.as_array_mut().unwrap().remove(number);
            (format!("a set without {}", short(&gone)), with_value("Set", fewer))
        })),
        "Value" if arguments["__entity"]["type"] == "Role" => {
            let role = &arguments["__entity"]["id"];
            all.extend(Role::ALL.iter().filter(|other| *role != other.word()).map(|other| {
                let entity = json!({ "__entity": { "type": "Role", "id": other.word() } });
                (format!("{} for {role}", other.word()), with_value("Value", entity))
            }));
        }
        _ => {}
    }
    for part in ["left", "right", "arg"].into_iter().filter(|part| arguments.get(part).is_some()) {
        for (what, child) in variants(&arguments[part], logic) {
            let mut other = expression.clone();
            other[operator][part] = child;
            all.push((what, other));
        }
    }
    if operator == "Set" {
        for number in 0..length(arguments) {
            for (what, child) in variants(&arguments[number], false) {
                let mut other = expression.clone();
                other[operator][number] = child;
                all.push((what, other));
            }
        }
    }
    all
}

fn with_value(operator: &str, value: Value) -> Value {
    json!({ operator: value })
}

fn short(expression: &Value) -> String {
    expression.to_string().replace(['"', '{', '}'], "").chars().take(70).collect()
}
