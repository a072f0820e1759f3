//! The tenant by host: the municipalities, kept for a second at most, and the one a request is about.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use directory::municipality::{Municipality, store};
use ground::db::Db;
use ground::id::Municipality as Code;
use ground::trouble::Answer;

const FRESH: Duration = Duration::from_secs(1);

#[derive(Default)]
pub(super) struct Towns {
    kept: RwLock<Option<(Known, Instant)>>,
    asking: AtomicBool,
}

type Known = Arc<[Arc<Municipality>]>;

impl Towns {
    /// All municipalities. One request a second asks; the others, and all of them while the database is away, take what is kept.
    pub(super) async fn all(&self, db: &Db) -> Answer<Known> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner).clone();
        match kept {
            Some((known, asked)) if asked.elapsed() < FRESH || self.asking.swap(true, Ordering::AcqRel) => {
                Ok(known)
            }
            Some((known, _)) => {
                // Dropped half-way (a visitor who hung up), it must not stay locked.
                let _done = Done(&self.asking);
                match store::all(db).await {
                    Ok(towns) => Ok(self.keep(towns)),
                    Err(_) => Ok(self.keep_again(known)),
                }
            }
            None => Ok(self.keep(store::all(db).await?)),
        }
    }

    fn keep(&self, towns: Vec<Municipality>) -> Known {
        self.keep_again(towns.into_iter().map(Arc::new).collect())
    }

    fn keep_again(&self, known: Known) -> Known {
        *self.kept.write().unwrap_or_else(PoisonError::into_inner) = Some((known.clone(), Instant::now()));
        known
    }
}

struct Done<'t>(&'t AtomicBool);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

/// By the first label of the host, or the one the settings name, or the only one there is.
pub(super) fn choose(towns: &Known, host: &str, default: Option<Code>) -> Option<Arc<Municipality>> {
    let label = host.split(['.', ':']).next().unwrap_or_default();
    let named = towns.iter().find(|town| town.slug.as_str().eq_ignore_ascii_case(label));
    let set = || towns.iter().find(|town| Some(town.code) == default);
    let only = || towns.first().filter(|_| towns.len() == 1);
    named.or_else(set).or_else(only).cloned()
}
