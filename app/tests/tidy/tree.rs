//! The files of the project: what git knows or would add, or all of them when there is no git.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// Folders that hold what was built or fetched, for a tree without git.
const NOT_OURS: [&str; 6] = [".git", "target", "node_modules", "test-output", "data", "dist"];

pub(crate) struct File {
    /// From the root of the project, with `/`.
    pub(crate) path: String,
    /// Empty for pictures and the like.
    pub(crate) text: String,
}

impl File {
    pub(crate) fn is(&self, ending: &str) -> bool {
        self.path.strip_suffix(ending).is_some_and(|stem| stem.ends_with('.'))
    }

    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    pub(crate) fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Kept by a tool, not by hand.
    pub(crate) fn is_lock(&self) -> bool {
        matches!(self.name(), "Cargo.lock" | "package-lock.json")
    }
}

pub(crate) static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    let mut paths = from_git().unwrap_or_else(|| {
        let mut found = Vec::new();
        walk(&root(), "", &mut found);
        found
    });
    paths.sort();
    paths.dedup();
    let read = |path: String| {
        let bytes = std::fs::read(root().join(&path)).ok()?;
        Some(File { path, text: String::from_utf8(bytes).unwrap_or_default() })
    };
    paths.into_iter().filter_map(read).collect()
});

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

pub(crate) fn of_kind(ending: &'static str) -> impl Iterator<Item = &'static File> {
    FILES.iter().filter(move |file| file.is(ending))
}

pub(crate) fn text_of(path: &str) -> &'static str {
    FILES
        .iter()
        .find(|file| file.path == path)
        .map_or_else(|| panic!("{path} is not there"), |file| &file.text)
}

fn from_git() -> Option<Vec<String>> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .ok()
        .filter(|listed| listed.status.success())?;
    let names = String::from_utf8(listed.stdout).ok()?;
    Some(names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        let path = format!("{prefix}{name}");
        if !entry.path().is_dir() {
            found.push(path);
        } else if !NOT_OURS.contains(&name.as_str()) {
            walk(&entry.path(), &format!("{path}/"), found);
        }
    }
}
