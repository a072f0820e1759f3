//! A PostgreSQL of the bench's own: Debian's settings, durable, on a socket in the bench's folder.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::warden::{Running, Warden};

pub(crate) struct Server<'w> {
    _running: Running<'w>,
    socket: PathBuf,
    binaries: PathBuf,
    owner: Option<(u32, u32)>,
}

impl<'w> Server<'w> {
    /// None when this machine has no PostgreSQL.
    ///
    /// # Errors
    /// When it is there and does not start.
    pub(crate) fn start(warden: &'w Warden) -> io::Result<Option<Self>> {
        let Some(binaries) = binaries() else { return Ok(None) };
        let socket = warden.dir().join("postgres");
        fs::create_dir_all(&socket)?;
        // It refuses to run as root, and its user must be able to reach its folder.
        let owner = owner()?;
        if let Some((user, group)) = owner {
            std::os::unix::fs::chown(&socket, Some(user), Some(group))?;
            fs::set_permissions(warden.dir(), std::os::unix::fs::PermissionsExt::from_mode(0o711))?;
        }
        let data = socket.join("data");
        let made = command(&binaries.join("initdb"), owner, &socket)
            .args([
                "-U",
                "samenspel",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-instructions",
                "-D",
            ])
            .arg(&data)
            .stdout(Stdio::null())
            .status()?;
        if !made.success() {
            return Err(io::Error::other("PostgreSQL's initdb failed"));
        }
        let log = fs::File::create(warden.dir().join("postgres.log"))?;
        let mut postgres = command(&binaries.join("postgres"), owner, &socket);
        postgres.arg("-D").arg(&data).arg("-k").arg(&socket).args(["-c", "listen_addresses="]);
        postgres.args(["-c", "dynamic_shared_memory_type=mmap"]).stdout(Stdio::null()).stderr(log);
        let running = warden.spawn(&mut postgres)?;
        let server = Self { _running: running, socket, binaries, owner };
        for _ in 0..600 {
            if server.made("postgres", &["select 1"]) {
                return Ok(Some(server));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(io::Error::other("PostgreSQL did not start"))
    }

    /// The address of a new, empty database.
    pub(crate) fn database(&self, name: &str) -> io::Result<String> {
        if !self.made("postgres", &[&format!("create database {name}")]) {
            return Err(io::Error::other("PostgreSQL made no database"));
        }
        Ok(format!("postgres://samenspel@localhost/{name}?host={}", self.socket.display()))
    }

    fn made(&self, database: &str, statements: &[&str]) -> bool {
        let mut psql = command(&self.binaries.join("psql"), self.owner, &self.socket);
        psql.arg("-qh").arg(&self.socket).args(["-U", "samenspel", "-d", database]);
        for one in statements {
            psql.args(["-c", one]);
        }
        psql.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    }
}

fn command(program: &Path, owner: Option<(u32, u32)>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).env_remove("PGDATA");
    if let Some((user, group)) = owner {
        command.uid(user).gid(group);
    }
    command
}

fn binaries() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let number = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok());
    let newest = versions
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| number(path) >= Some(15))
        .max_by_key(number)?;
    let binaries = newest.join("bin");
    binaries.join("postgres").exists().then_some(binaries)
}

/// The user it runs as, when we are root: `postgres`, or else `nobody`.
fn owner() -> io::Result<Option<(u32, u32)>> {
    if fs::metadata("/proc/self")?.uid() != 0 {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd")?;
    let of = |name: &str| {
        let line = users.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
        let mut fields = line.split(':').skip(1);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    Ok(of("postgres").or_else(|| of("nobody")))
}
