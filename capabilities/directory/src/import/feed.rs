//! The reader on a thread of its own, a few rows ahead of whoever weighs them: no file is ever held whole.

use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::read::{self, Folder, ReadSeek, Row, Summary, Unreadable};

/// Rows handed over at once, and how many such handfuls may wait.
const HANDFUL: usize = 100;
const WAITING: usize = 4;

/// Where the bytes are.
pub enum Input {
    File(Box<dyn ReadSeek + Send>),
    /// A folder of tables: their names below it.
    Folder {
        root: PathBuf,
        names: Vec<String>,
    },
}

impl Input {
    /// A file or a folder on this machine. Hidden files stay out; folders inside are walked through.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn at(path: &std::path::Path) -> io::Result<Self> {
        if !path.is_dir() {
            return Ok(Self::File(Box::new(std::fs::File::open(path)?)));
        }
        let mut names = Vec::new();
        let mut folders = vec![PathBuf::new()];
        while let Some(below) = folders.pop() {
            for entry in std::fs::read_dir(path.join(&below))? {
                let entry = entry?;
                let name = below.join(entry.file_name());
                let kind = entry.file_type()?;
                if entry.file_name().to_string_lossy().starts_with('.') || kind.is_symlink() {
                    continue;
                }
                if kind.is_dir() {
                    folders.push(name)
                } else {
                    names.push(name.to_string_lossy().into_owned())
                }
            }
        }
        names.sort();
        Ok(Self::Folder { root: path.to_owned(), names })
    }
}

pub(super) struct Feed {
    rows: mpsc::Receiver<Vec<Row>>,
    reader: JoinHandle<Result<Summary, Unreadable>>,
}

impl Feed {
    pub(super) fn start(input: Input, name: String, settings: read::Settings) -> Self {
        let (sender, rows) = mpsc::channel(WAITING);
        let reader = tokio::task::spawn_blocking(move || {
            let mut handful = Vec::with_capacity(HANDFUL);
            let mut take = |row| {
                handful.push(row);
                if handful.len() < HANDFUL {
                    return ControlFlow::Continue(());
                }
                let full = std::mem::replace(&mut handful, Vec::with_capacity(HANDFUL));
                // Nobody listens any more: the import was given up.
                if sender.blocking_send(full).is_err() {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            let summary = match input {
                Input::File(mut file) => read::read(&mut *file, &name, &settings, &mut take),
                Input::Folder { root, names } => {
                    let open = move |name: &str| std::fs::File::open(root.join(name));
                    read::read_files(&mut Folder::new(names, open), &settings, &mut take)
                }
            };
            if summary.is_ok() && !handful.is_empty() {
                let _ = sender.blocking_send(handful);
            }
            summary
        });
        Self { rows, reader }
    }

    /// The next rows; `None` at the end, after which [`Self::end`] says how it went.
    pub(super) async fn next(&mut self) -> Option<Vec<Row>> {
        self.rows.recv().await
    }

    pub(super) async fn end(self) -> Result<Summary, Unreadable> {
        drop(self.rows);
        self.reader.await.unwrap_or_else(|_| Err(Unreadable::Broken { why: "the reader stopped".to_owned() }))
    }
}
