//! Whatever happens to the bench, its processes end and its folder goes: a shell on a pipe sees to it.

use std::io::{self, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

/// Reads who is there until the pipe closes, by an ending of any kind; then ends them and clears away.
const CLEAR: &str = r#"
all=" "
while read -r word pid; do
    case $word in
        here) all="$all$pid " ;;
        gone) all=$(printf %s "$all" | sed "s/ $pid / /") ;;
    esac
done
for pid in $all; do kill -QUIT "$pid" 2>/dev/null; done
sleep 0.5
for pid in $all; do kill -KILL "$pid" 2>/dev/null; done
rm -rf "$1"
"#;

pub(crate) struct Warden {
    shell: Mutex<Child>,
    dir: PathBuf,
}

impl Warden {
    /// # Errors
    /// When there is no room for a folder, or no shell.
    pub(crate) fn start() -> io::Result<Self> {
        let dir = tempfile::Builder::new().prefix("samenspel-bench-").tempdir()?.keep();
        // A group of its own: Ctrl-C ends the bench, and this one still clears up.
        let shell = Command::new("sh")
            .args(["-c", CLEAR, "warden"])
            .arg(&dir)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .process_group(0)
            .spawn()?;
        Ok(Self { shell: Mutex::new(shell), dir })
    }

    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Starts a process that will not outlive the bench.
    pub(crate) fn spawn(&self, command: &mut Command) -> io::Result<Running<'_>> {
        let child = command.process_group(0).stdin(Stdio::null()).spawn()?;
        self.tell("here", child.id());
        Ok(Running { warden: self, child })
    }

    fn tell(&self, word: &str, pid: u32) {
        let mut shell = self.shell.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(pipe) = shell.stdin.as_mut() {
            // A warden that is gone can keep nothing; the bench goes on.
            let _ = writeln!(pipe, "{word} {pid}");
        }
    }
}

impl Drop for Warden {
    fn drop(&mut self) {
        let shell = self.shell.get_mut().unwrap_or_else(std::sync::PoisonError::into_inner);
        drop(shell.stdin.take());
        let _ = shell.wait();
    }
}

/// A process under the warden's eye, ended when dropped.
pub(crate) struct Running<'w> {
    warden: &'w Warden,
    child: Child,
}

impl Running<'_> {
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Whether it ended, and well.
    pub(crate) fn ended(&mut self) -> io::Result<Option<bool>> {
        Ok(self.child.try_wait()?.map(|status| status.success()))
    }

    /// Ends it with this signal and waits.
    pub(crate) fn end(&mut self, signal: &str) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = Command::new("kill").args([signal, &self.child.id().to_string()]).status();
        }
        let _ = self.child.wait();
        self.warden.tell("gone", self.child.id());
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.end("-KILL");
    }
}
