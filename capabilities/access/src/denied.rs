//! A no of the policies is a line in the log: what was asked, never by whom or about which thing.

use ground::trouble::Trouble;

/// What somebody may not see answers as what does not exist; whoever keeps the machine can count how often.
pub(crate) fn denied(action: &'static str) -> Trouble {
    tracing::info!(action, "denied");
    Trouble::NotThere
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use ground::id::Municipality;
    use permission::{Object, Role};
    use uuid::Uuid;

    use super::*;
    use crate::caller::{Acting, Caller, Signed};
    use crate::csrf::Csrf;

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

    const PERSON: Uuid = Uuid::from_u128(0x1234_5678_9abc_def0_1234_5678_9abc_def0);
    const SESSION: Uuid = Uuid::from_u128(0x5e55_5e55_5e55_5e55_5e55_5e55_5e55_5e55);
    const OWN: Uuid = Uuid::from_u128(0xfeed_beef_feed_beef_feed_beef_feed_beef);
    const OTHER: Uuid = Uuid::from_u128(0xabba_abba_abba_abba_abba_abba_abba_abba);

    #[test]
    fn what_a_guide_may_not_is_a_line_with_the_action_and_nothing_of_the_guide_or_of_what_it_was_about() {
        let heard = Heard::default();
        let writer = heard.clone();
        let log = tracing_subscriber::fmt()
            .without_time()
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        let guide = Caller::Person(Arc::new(Signed {
            municipality: Municipality(9901),
            person: PERSON,
            name: "Kanarie".to_owned(),
            session: SESSION,
            acting: Some(Acting { membership: SESSION, role: Role::Guide, party: Some(OWN) }),
            csrf: Csrf::of("bewijs"),
        }));
        let party = |party| Object::Party { municipality: 9901, party, has_coordinator: true };
        let is_no = |caller: &Caller, action, party: &Object| {
            assert!(matches!(caller.ask(action, party), Err(Trouble::NotThere)), "{action}");
        };
        tracing::subscriber::with_default(log, || {
            assert!(guide.ask("party.change", &party(OWN)).is_ok());
            is_no(&guide, "party.change", &party(OTHER));
            is_no(&guide, "party.remove", &party(OWN));
            is_no(&Caller::Stranger, "party.read", &party(OTHER));
            // Whether a button is shown is nobody's access.
            assert!(!guide.may("offer.add", &party(OTHER)));
        });
        let text = String::from_utf8(heard.0.lock().unwrap().clone()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3, "{text}");
        for (line, action) in lines.iter().zip(["party.change", "party.remove", "party.read"]) {
            assert!(line.contains("INFO") && line.contains("denied") && line.contains(action), "{text}");
        }
        let ids = [PERSON, SESSION, OWN, OTHER];
        let ids = ids.into_iter().flat_map(|id| [id.to_string(), id.simple().to_string()]);
        for secret in ids.chain(["Kanarie", "bewijs", "9901"].map(str::to_owned)) {
            assert!(!text.contains(&secret), "{secret} is in the log: {text}");
        }
    }
}
