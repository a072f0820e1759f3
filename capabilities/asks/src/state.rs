//! What the pages of asks stand on.

use directory::Directory;
use ground::db::Db;
use ground::moment::Moment;

/// Cheap to clone; one for the whole server.
#[derive(Clone)]
pub struct Asks {
    pub db: Db,
    pub(crate) directory: Directory,
}

impl Asks {
    #[must_use]
    pub fn new(directory: Directory) -> Self {
        Self { db: directory.db.clone(), directory }
    }

    #[must_use]
    pub fn now(&self) -> Moment {
        self.directory.now()
    }
}
