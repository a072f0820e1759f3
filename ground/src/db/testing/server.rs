//! The PostgreSQL of the tests: started once per process (or shared), gone with it even when it is killed.

use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::Duration;

struct Server {
    socket: PathBuf,
    /// Its open input keeps the server alive: when this process ends, however it ends, the pipe closes.
    _watchdog: Option<Child>,
}

static SERVER: LazyLock<Option<Server>> = LazyLock::new(start);

/// Starts, waits for the pipe to close, stops the server at once and clears away.
const WATCHDOG: &str = r#"
"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c synchronous_commit=off \
    -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB -c dynamic_shared_memory_type=mmap \
    -c autovacuum=off -c max_wal_size=256MB -c logging_collector=off </dev/null >"$2/log" 2>&1 &
server=$!
cat >/dev/null
kill -QUIT $server 2>/dev/null
wait $server
rm -rf "$2"
"#;

/// The address of a database on the test server; none when there is no PostgreSQL on this machine.
pub(in crate::db) fn url(database: &str) -> Option<String> {
    let server = SERVER.as_ref()?;
    Some(format!("postgres://samenspel@localhost/{database}?host={}", server.socket.display()))
}

fn start() -> Option<Server> {
    if let Some(socket) = std::env::var_os("SAMENSPEL_TEST_POSTGRES").filter(|socket| !socket.is_empty()) {
        return Some(Server { socket: PathBuf::from(socket), _watchdog: None });
    }
    let Some(binaries) = binaries() else {
        eprintln!("No PostgreSQL is installed here: the tests run on SQLite only.");
        return None;
    };
    // Not removed by us: the server's user owns it, and its watchdog clears it.
    let dir = tempfile::Builder::new().prefix("samenspel-pg-").tempdir().expect("a temporary folder").keep();
    std::fs::set_permissions(&dir, std::fs::Permissions::from_mode(0o700)).expect("rights on the folder");
    let owner = owner();
    if let Some((user, group)) = owner {
        std::os::unix::fs::chown(&dir, Some(user), Some(group)).expect("the folder given away");
    }
    let made = as_owner(Command::new(binaries.join("initdb")), owner)
        .args([
            "-U",
            "samenspel",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            "--no-instructions",
        ])
        .arg("-D")
        .arg(dir.join("data"))
        .current_dir(&dir)
        .output()
        .expect("initdb runs");
    assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
    let watchdog = as_owner(Command::new("sh"), owner)
        .args(["-c", WATCHDOG, "watchdog"])
        .arg(&binaries)
        .arg(&dir)
        .current_dir(&dir)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        // Ctrl-C in the terminal ends the tests; the watchdog still has to clear up after them.
        .process_group(0)
        .spawn()
        .expect("the watchdog runs");
    wait_for(&binaries, &dir);
    Some(Server { socket: dir, _watchdog: Some(watchdog) })
}

fn wait_for(binaries: &Path, dir: &Path) {
    for _ in 0..600 {
        let ready = Command::new(binaries.join("pg_isready")).arg("-q").arg("-h").arg(dir).status();
        if ready.is_ok_and(|status| status.success()) {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("PostgreSQL did not start: {}", std::fs::read_to_string(dir.join("log")).unwrap_or_default());
}

fn as_owner(mut command: Command, owner: Option<(u32, u32)>) -> Command {
    if let Some((user, group)) = owner {
        command.uid(user).gid(group);
    }
    command
}

/// PostgreSQL refuses to run as root; then an unprivileged user of the machine does it.
fn owner() -> Option<(u32, u32)> {
    let own = std::fs::metadata("/proc/self").map(|us| std::os::unix::fs::MetadataExt::uid(&us));
    if own.ok()? != 0 {
        return None;
    }
    let users = std::fs::read_to_string("/etc/passwd").ok()?;
    ["postgres", "nobody"].iter().find_map(|wanted| {
        users.lines().find_map(|line| {
            let mut fields = line.split(':');
            let name = fields.next()?;
            let (user, group) = (fields.nth(1)?.parse().ok()?, fields.next()?.parse().ok()?);
            (name == *wanted).then_some((user, group))
        })
    })
}

/// The newest installed server, or the one on the path.
fn binaries() -> Option<PathBuf> {
    let complete =
        |dir: &PathBuf| ["initdb", "postgres", "pg_isready"].iter().all(|name| dir.join(name).exists());
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, dir)| complete(dir))
        .collect();
    versions.sort();
    let on_path = || std::env::split_paths(&std::env::var_os("PATH")?).find(complete);
    versions.pop().map(|(_, dir)| dir).or_else(on_path)
}
