//! Whatever goes wrong while deciding is a no, and somebody hears of it without hearing about whom.

use std::io;
use std::sync::{Arc, Mutex};

use uuid::Uuid;

use crate::decision::{Broke, made};
use crate::engine::{Engine, Fault};
use crate::{Asked, Decision, Object, Principal, Role, decide, grant};

const PERSON: Uuid = Uuid::from_u128(0x1234_5678_9abc_def0_1234_5678_9abc_def0);
const PARTY: Uuid = Uuid::from_u128(0xfeed_beef_feed_beef_feed_beef_feed_beef);

fn member(role: Role, party: Option<Uuid>) -> Principal {
    Principal::Member { municipality: 1, person: PERSON, membership: PERSON, role, party }
}

const SCHEMA: &str = r#"
    entity Role enum ["guide", "volunteer", "coordinator", "professional", "community-worker", "key-figure",
        "manager", "privacy-officer"];
    entity Municipality, Stranger;
    entity Party in [Municipality] = { has_coordinator: Bool };
    entity Person in [Municipality];
    entity Member = { municipality: Municipality, person: Person, role: Role, party?: Party };
    action "party.read" appliesTo { principal: [Stranger, Member], resource: Party };
"#;

const EVERYBODY: &str =
    r#"@id("everybody") @zin("Iedereen mag alles.") permit (principal, action, resource);"#;

/// Reads the party of whoever has none.
const ERRING: &str = r#"@id("erring") @zin("Dit gaat fout.")
    forbid (principal, action, resource) when { principal.party == resource };"#;

fn weighed(policies: &str, principal: &Principal) -> Result<bool, Broke> {
    let engine = Engine::read(SCHEMA, &[("some.cedar", policies)]).unwrap();
    let object = Object::Party { municipality: 1, party: PARTY, has_coordinator: false };
    engine.weigh(&Asked { principal, action: "party.read", object: &object })
}

#[test]
fn a_forbid_that_fails_is_a_denial_although_cedar_leaves_it_out() {
    let nowhere = member(Role::Manager, None);
    assert_eq!(weighed(EVERYBODY, &nowhere), Ok(true));
    let both = format!("{EVERYBODY}\n{ERRING}");
    assert_eq!(weighed(&both, &nowhere), Err(Broke::Failed(vec!["erring".to_owned()])));
    assert_eq!(weighed(&both, &Principal::Stranger), Err(Broke::Failed(vec!["erring".to_owned()])));
    assert!(matches!(made("party.read", weighed(&both, &nowhere)), Decision::Broken));
    assert!(!made("party.read", weighed(&both, &nowhere)).is_allowed());
    // Where it does not fail it does its work.
    assert_eq!(weighed(&both, &member(Role::Guide, Some(PARTY))), Ok(false));
}

#[test]
fn a_permit_that_fails_is_a_denial_although_another_allows() {
    let both = format!("{EVERYBODY}\n{}", ERRING.replace("forbid", "permit"));
    assert_eq!(weighed(&both, &member(Role::Manager, None)), Err(Broke::Failed(vec!["erring".to_owned()])));
}

#[test]
fn what_does_not_fit_the_schema_is_a_denial() {
    let operator = Principal::Operator { municipality: 1 };
    assert_eq!(weighed(EVERYBODY, &operator), Err(Broke::DoesNotApply));
    let stricter = SCHEMA.replace("has_coordinator: Bool", "has_coordinator: Bool, colour: String");
    let engine = Engine::read(&stricter, &[("some.cedar", EVERYBODY)]).unwrap();
    let object = Object::Party { municipality: 1, party: PARTY, has_coordinator: false };
    let asked = Asked { principal: &Principal::Stranger, action: "party.read", object: &object };
    assert_eq!(engine.weigh(&asked), Err(Broke::Unfit));
}

#[test]
fn an_action_that_does_not_exist_is_a_denial_and_an_alarm() {
    let manager = member(Role::Manager, None);
    let object = Object::Municipality { municipality: 1 };
    for action in ["", "desk", "desk.Read", "desk.read ", "Action::\"desk.read\"", "party.steal"] {
        assert!(matches!(decide(&manager, action, &object), Decision::Broken), "{action}");
        assert!(grant(&manager, action, &object).is_none(), "{action}");
    }
    assert!(matches!(decide(&manager, "desk.read", &object), Decision::Allow));
}

#[test]
fn an_action_on_the_wrong_kind_of_thing_is_a_denial_and_an_alarm() {
    let manager = member(Role::Manager, None);
    let object = Object::Person { municipality: 1, person: PERSON };
    assert!(matches!(decide(&manager, "desk.read", &object), Decision::Broken));
}

#[test]
fn a_member_without_a_party_who_claims_a_role_in_one_may_nothing() {
    let own = Object::Person { municipality: 1, person: PERSON };
    let party = Object::Party { municipality: 1, party: PARTY, has_coordinator: false };
    for role in Role::ALL.into_iter().filter(|role| !role.is_municipal()) {
        for (action, object) in [("me.read", &own), ("party.read", &party), ("membership.list", &party)] {
            assert!(
                matches!(decide(&member(role, None), action, object), Decision::Deny),
                "{role:?} {action}"
            );
        }
        assert!(decide(&member(role, Some(PARTY)), "me.read", &own).is_allowed());
    }
    for role in [Role::Manager, Role::PrivacyOfficer] {
        assert!(matches!(decide(&member(role, Some(PARTY)), "me.read", &own), Decision::Deny), "{role:?}");
    }
}

#[test]
fn policies_that_cannot_be_trusted_are_not_taken() {
    let refused = |policies: &str| Engine::read(SCHEMA, &[("some.cedar", policies)]).err();
    let bare = |what: &str| EVERYBODY.replace(what, "@other");
    assert!(matches!(refused(&bare("@id")), Some(Fault::Bare { what: "id", .. })));
    assert!(matches!(refused(&bare("@zin")), Some(Fault::Bare { what: "zin", .. })));
    assert!(matches!(refused(&format!("{EVERYBODY}{EVERYBODY}")), Some(Fault::Twice(_))));
    assert!(matches!(refused("permit everything;"), Some(Fault::Unreadable { .. })));
    assert!(matches!(
        refused("permit (principal == ?principal, action, resource);"),
        Some(Fault::Unreadable { .. })
    ));
    assert!(matches!(Engine::read("entity", &[]).err(), Some(Fault::Schema(_))));
    let disagrees = |policies: &str| {
        Engine::read(SCHEMA, &[("some.cedar", policies)])
            .unwrap()
            .validate()
            .err()
            .map(|fault| fault.to_string())
    };
    assert_eq!(disagrees(EVERYBODY), None);
    for (policies, word) in [
        (ERRING.to_owned(), "party"),
        (EVERYBODY.replace("principal,", "principal is Nobody,"), "Nobody"),
        (EVERYBODY.replace(", action,", ", action == Action::\"party.steal\","), "party.steal"),
        // Only a warning, and refused as well: it can never apply.
        (EVERYBODY.replace(';', " when { resource is Person };"), "impossible"),
        (
            EVERYBODY.replace(';', " when { principal is Member && principal.role == Role::\"boss\" };"),
            "boss",
        ),
    ] {
        let said = disagrees(&policies).unwrap_or_default();
        assert!(said.contains(word), "{policies} gives: {said}");
    }
}

#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<u8>>>);

impl io::Write for Heard {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn the_alarm_names_action_and_policies_and_nobody() {
    let heard = Heard::default();
    let writer = heard.clone();
    let log = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
    tracing::subscriber::with_default(log, || {
        let both = format!("{EVERYBODY}\n{ERRING}");
        let _ = made("party.read", weighed(&both, &member(Role::Manager, None)));
        let _ =
            decide(&member(Role::Guide, Some(PARTY)), "party.steal", &Object::Trail { municipality: 77_321 });
        let _ =
            decide(&member(Role::Guide, Some(PARTY)), "trail.read", &Object::Trail { municipality: 77_321 });
    });
    let text = String::from_utf8(heard.0.lock().unwrap().clone()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2, "an alarm for each broken decision, none for a plain no: {text}");
    assert!(
        lines[0].contains("ERROR") && lines[0].contains("party.read") && lines[0].contains("erring"),
        "{text}"
    );
    assert!(lines[1].contains("ERROR") && lines[1].contains("party.steal"), "{text}");
    for secret in [PERSON.to_string(), PERSON.simple().to_string(), PARTY.to_string(), "77321".to_owned()] {
        assert!(!text.contains(&secret), "{secret} is in the log: {text}");
    }
}
