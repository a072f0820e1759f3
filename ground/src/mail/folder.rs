//! Letters as files in a folder, for the demo and for who wants to look first.

use std::path::Path;

use super::Unsent;

/// Once, however often it is asked: the name is the letter's id.
pub(super) async fn put(folder: &Path, id: &str, letter: Vec<u8>) -> Result<(), Unsent> {
    let (half, whole) = (folder.join(format!(".{id}.half")), folder.join(format!("{id}.eml")));
    let written = async {
        make(folder).await?;
        tokio::fs::write(&half, letter).await?;
        tokio::fs::rename(&half, &whole).await
    };
    written.await.map_err(|error| Unsent::Later(format!("the folder takes no letter ({})", error.kind())))
}

pub(super) async fn takes(folder: &Path) -> Result<String, String> {
    match make(folder).await {
        Ok(()) => Ok(format!("letters are put into {}", folder.display())),
        Err(error) => Err(format!("{} takes no letters: {}", folder.display(), error.kind())),
    }
}

/// For this user only: there are addresses in it.
async fn make(folder: &Path) -> std::io::Result<()> {
    tokio::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).await
}
