//! Keys by which a form is done once: each form of a page has its own, and a page drawn anew has new ones.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// The chance of one page, from which each of its forms gets a key.
#[derive(Debug, Clone)]
pub struct FormKeys {
    chance: Arc<str>,
    drawn: Arc<AtomicU32>,
}

impl FormKeys {
    /// `chance`: hexadecimal, and never the same twice.
    pub fn new(chance: impl Into<Arc<str>>) -> FormKeys {
        FormKeys { chance: chance.into(), drawn: Arc::default() }
    }

    /// For the next form.
    pub fn next(&self) -> String {
        format!("{}-{:x}", self.chance, self.drawn.fetch_add(1, Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Frame, Lang, csrf};

    #[test]
    fn two_forms_of_one_page_have_two_keys_and_who_is_not_signed_in_has_none() {
        let mut frame = Frame::new(Lang::Nl, "Oosterwaard");
        assert_eq!(csrf(&frame).into_string(), "");
        frame.csrf = Some("proof".to_owned());
        frame.once = Some(FormKeys::new("5eed"));
        let (one, other) = (csrf(&frame).into_string(), csrf(&frame.clone()).into_string());
        assert!(
            one.contains("name=\"csrf\" value=\"proof\"") && one.contains("name=\"once\" value=\"5eed-0\"")
        );
        assert!(other.contains("name=\"once\" value=\"5eed-1\""));
    }
}
