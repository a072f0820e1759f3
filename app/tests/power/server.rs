//! The real server as a process: started, heard to listen, killed.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::JoinHandle;

/// The program with these arguments, on this database; it hears nothing of the environment of the tests.
pub(crate) fn samenspel(database: &str, data: &Path) -> Command {
    told(Command::new(env!("CARGO_BIN_EXE_samenspel")), database, data)
}

/// The server of the program.
pub(crate) fn serve(database: &str, data: &Path) -> Command {
    let mut command = samenspel(database, data);
    command.arg("serve");
    command
}

/// What a server is told, whoever starts it.
pub(crate) fn told(mut command: Command, database: &str, data: &Path) -> Command {
    command
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("SAMENSPEL_DATABASE", database)
        .env("SAMENSPEL_DATA", data)
        .env("SAMENSPEL_LISTEN", "127.0.0.1:0")
        .env("SAMENSPEL_LOG_LEVEL", "error")
        .current_dir(data);
    command
}

/// A server that listens; it does not outlive this value.
pub(crate) struct Running {
    child: Child,
    pub(crate) port: u16,
    /// The process that serves: the child itself, or what it looks over the shoulder of.
    serving: u32,
    said: Option<JoinHandle<String>>,
}

impl Running {
    /// Starts it, and waits until it says where it listens. When it does not start: what it said instead.
    pub(crate) fn start(mut command: Command) -> Result<Self, String> {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let listens = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, rest) = line.split_once("Samenspel listens on 127.0.0.1:")?;
            rest.split(':').next()?.parse().ok()
        });
        let Some(port) = listens else {
            let mut complaint = String::new();
            child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
            child.wait().unwrap();
            return Err(complaint);
        };
        let said = std::thread::spawn(move || lines.map_while(Result::ok).collect::<Vec<_>>().join("\n"));
        let serving = inner(child.id()).unwrap_or(child.id());
        Ok(Self { child, port, serving, said: Some(said) })
    }

    /// SIGKILL, to the process that serves.
    pub(crate) fn kill(mut self) {
        self.end("-KILL");
    }

    /// SIGTERM: it finishes what runs, and closes the database. Gives what it logged.
    pub(crate) fn stop(mut self) -> (ExitStatus, String) {
        let status = self.end("-TERM");
        (status, self.said.take().unwrap().join().unwrap())
    }

    fn end(&mut self, signal: &str) -> ExitStatus {
        if self.serving == self.child.id() && signal == "-KILL" {
            self.child.kill().unwrap();
        } else {
            Command::new("kill").args([signal, &self.serving.to_string()]).status().unwrap();
        }
        self.child.wait().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.end("-KILL");
        }
    }
}

/// The process that strace follows.
fn inner(process: u32) -> Option<u32> {
    let children = std::fs::read_to_string(format!("/proc/{process}/task/{process}/children")).ok()?;
    children.split_whitespace().next()?.parse().ok()
}

/// What somebody says who knows that nobody may look on here.
const WITHOUT: &str = "SAMENSPEL_NO_STRACE";

/// The same command, with strace looking on and writing into `log`. None where somebody said that nobody may look on.
pub(crate) fn watched(command: &Command, log: &Path, how: &[&str]) -> Option<Command> {
    if !may_watch() {
        let said = std::env::var(WITHOUT).is_ok_and(|said| said == "1");
        // Elsewhere there is no strace to be had.
        assert!(
            said || !cfg!(target_os = "linux"),
            "strace is not here or may not look at a process, so no power cut and no failing disk can be tried: \
             `make needs` installs it. Where nobody may look on, say so with {WITHOUT}=1."
        );
        eprintln!(
            "strace is not here or may not look at a process: no power cut and no failing disk is tried."
        );
        return None;
    }
    let mut watched = Command::new("strace");
    watched.args(["-f", "--seccomp-bpf", "-qq", "-o"]).arg(log).args(how).arg("--");
    watched.arg(command.get_program()).args(command.get_args()).env_clear();
    for (name, value) in command.get_envs() {
        watched.env(name, value.unwrap_or_default());
    }
    if let Some(folder) = command.get_current_dir() {
        watched.current_dir(folder);
    }
    Some(watched)
}

fn may_watch() -> bool {
    let tried =
        Command::new("strace").args(["-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "true"]).output();
    tried.is_ok_and(|tried| tried.status.success())
}

/// A folder in memory, so that a sync takes no time; on the disk where there is no such place.
pub(crate) fn in_memory() -> tempfile::TempDir {
    let mut named = tempfile::Builder::new();
    named.prefix("samenspel-");
    named.tempdir_in("/dev/shm").or_else(|_| named.tempdir()).unwrap()
}
