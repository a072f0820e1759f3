//! A set of things that have a key (a language, a theme), kept as the keys with a space between.

/// Makes the set `$Set` of `$One`: in the order somebody gave them, without doubles. `$One` has `parse` and `$key`.
macro_rules! set_of_keys {
    ($(#[$doc:meta])* $Set:ident, $One:ident, $key:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, sqlx::Type)]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $Set(String);

        impl $Set {
            #[must_use]
            pub fn of(given: impl IntoIterator<Item = $One>) -> Self {
                let mut keys: Vec<String> = Vec::new();
                for one in given {
                    if !keys.iter().any(|key| key == one.$key()) {
                        keys.push(one.$key().to_owned());
                    }
                }
                Self(keys.join(" "))
            }

            /// # Errors
            /// [`crate::wording::Unfit::Unknown`] when a word is none we know.
            pub fn parse<'a>(
                typed: impl IntoIterator<Item = &'a str>,
            ) -> Result<Self, crate::wording::Unfit> {
                let words = typed.into_iter().filter(|word| !word.trim().is_empty());
                let known: Option<Vec<$One>> = words.map($One::parse).collect();
                known.map(Self::of).ok_or(crate::wording::Unfit::Unknown)
            }

            pub fn iter(&self) -> impl Iterator<Item = $One> {
                self.0.split_whitespace().filter_map($One::parse)
            }

            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }

            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

pub(crate) use set_of_keys;
