//! The program itself: one clear sentence when it cannot start, and an ending that cuts nobody off.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

pub(crate) fn samenspel(dir: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samenspel"));
    command.args(arguments).current_dir(dir).env_clear().env("PATH", "/usr/bin:/bin");
    command
}

pub(crate) fn ends(dir: &Path, arguments: &[&str]) -> (bool, String) {
    let Output { status, stderr, .. } = samenspel(dir, arguments).output().unwrap();
    (status.success(), String::from_utf8_lossy(&stderr).into_owned())
}

#[track_caller]
pub(crate) fn refuses(dir: &Path, arguments: &[&str], sentence: &str) {
    let (good, told) = ends(dir, arguments);
    assert!(!good && told.starts_with(&format!("samenspel: {sentence}")), "{arguments:?}: {told}");
    assert_eq!(told.trim().lines().count(), 1, "{told}");
    assert!(!told.contains("panicked") && !told.contains("stack"), "{told}");
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

#[test]
fn what_is_missing_or_wrong_is_told_in_one_sentence() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path();
    refuses(dir, &["serve"], "There is no database at data/samenspel.db: `samenspel migrate`");
    assert!(ends(dir, &["migrate"]).0);
    refuses(dir, &["serve"], "There is no municipality in this database yet");
    assert!(ends(dir, &["municipality", "add", "GM0405", "Hoorn"]).0);
    refuses(dir, &["municipality", "add", "0405", "Hoorn"], "\"0405\" is no code of a municipality");
    std::fs::write(dir.join("samenspel.toml"), "municipality = \"GM0363\"\n").unwrap();
    refuses(dir, &["serve"], "The settings name municipality GM0363, and it is not in this database");
    std::fs::write(dir.join("samenspel.toml"), "\nlisten = 3\n").unwrap();
    refuses(dir, &["serve"], "samenspel.toml, line 2: listen must be a text between quotes, not a number.");
    std::fs::write(dir.join("samenspel.toml"), "database = \"sqlite:samenspel.toml\"\n").unwrap();
    refuses(dir, &["serve"], "The database samenspel.toml cannot be opened");
    std::fs::write(dir.join("samenspel.toml"), "data = \"/proc/nowhere\"\n").unwrap();
    refuses(dir, &["serve"], "/proc/nowhere cannot be made");
}

#[test]
fn an_occupied_port_is_named() {
    let home = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    refuses(home.path(), &["demo", "--port", &port], &format!("Port {port} is taken by another program"));
}

#[test]
fn a_database_from_a_newer_program_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path();
    assert!(ends(dir, &["migrate"]).0);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let file = format!("sqlite:{}", dir.join("data/samenspel.db").display());
        let db = ground::db::Db::open(&file, ground::db::Options::default()).await.unwrap();
        let later = db.write("insert into ground_migration (number, name, checksum, applied_at) values (9999, 'later', 'x', $1)");
        later.bind(ground::moment::Moment::from_micros(1)).execute().await.unwrap();
        db.close().await;
    });
    for command in ["serve", "migrate"] {
        refuses(dir, &[command], "This database was made by a newer version of the program");
    }
}

#[test]
fn a_database_others_can_read_is_reported() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path();
    assert!(ends(dir, &["migrate"]).0);
    let file = dir.join("data/samenspel.db");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    let checked = samenspel(dir, &["check"]).output().unwrap();
    let lines = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(!checked.status.success());
    assert!(lines.contains("NOT OK  file rights: others on this machine can read"), "{lines}");
    assert!(lines.contains("ok      migrations: up to date"), "{lines}");
    // A file has no roles: that is said, and is no fault of this installation.
    assert!(lines.contains("ok      trail: SQLite knows no roles"), "{lines}");
}

#[tokio::test]
async fn a_role_that_can_rewrite_the_trail_is_told_by_check_and_at_the_start_and_one_that_only_adds_is_not() {
    let Some(fresh) = ground::db::testing::postgres(migrations::ALL).await else { return };
    let home = tempfile::tempdir().unwrap();
    let at = |url: &str, arguments: &[&str]| {
        let mut command = samenspel(home.path(), arguments);
        command.env("SAMENSPEL_DATABASE", url).env("SAMENSPEL_LISTEN", "127.0.0.1:0");
        command
    };
    let owner = fresh.url();
    assert!(at(owner, &["municipality", "add", "GM0405", "Hoorn"]).status().unwrap().success());
    let database: String = fresh.read("select cast(current_database() as text)").scalar().await.unwrap();
    let role = format!("{database}_adds");
    let grants = at(owner, &["audit", "grants", "--role", &role]).output().unwrap().stdout;
    let grants = String::from_utf8(grants).unwrap();
    let made = format!("create role {role} login");
    for statement in [made.as_str()].into_iter().chain(grants.split(';').map(str::trim)) {
        if !statement.is_empty() {
            fresh.write(Box::leak(statement.to_owned().into_boxed_str())).execute().await.unwrap();
        }
    }
    let adds = owner.replace("samenspel@", &format!("{role}@"));
    let lines =
        |url: &str| String::from_utf8_lossy(&at(url, &["check"]).output().unwrap().stdout).into_owned();
    let told = lines(owner);
    assert!(told.contains("NOT OK  trail: this role of the database can change and delete lines"), "{told}");
    let told = lines(&adds);
    assert!(told.contains("ok      trail: this role of the database adds lines"), "{told}");
    let (one, other) = (until_it_listens(at(owner, &["serve"])), until_it_listens(at(&adds, &["serve"])));
    assert!(one.contains("the trail: this role of the database can change"), "{one}");
    assert!(!other.contains("the trail:"), "{other}");
    for statement in [format!("drop owned by {role}"), format!("drop role {role}")] {
        fresh.write(Box::leak(statement.into_boxed_str())).execute().await.unwrap();
    }
}

/// What a server says before it lets anybody in; it is stopped there.
fn until_it_listens(mut command: Command) -> String {
    let mut server = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut said = String::new();
    for line in BufReader::new(server.stdout.take().unwrap()).lines() {
        said.push_str(&line.unwrap());
        said.push('\n');
        if said.contains("Samenspel listens on") {
            break;
        }
    }
    server.kill().unwrap();
    server.wait().unwrap();
    said
}

/// Started, and answering; killed when the test ends in any way.
struct Running(Child, u16);

impl Running {
    fn demo(dir: &Path) -> Self {
        let port = free_port();
        let child =
            samenspel(dir, &["demo", "--port", &port.to_string()]).stdout(Stdio::null()).spawn().unwrap();
        let running = Self(child, port);
        for _ in 0..600 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return running;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("the demo did not start");
    }

    fn connect(&self) -> TcpStream {
        TcpStream::connect(("127.0.0.1", self.1)).unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn who_is_half_way_a_form_when_the_server_stops_still_gets_an_answer() {
    let home = tempfile::tempdir().unwrap();
    let mut running = Running::demo(home.path());
    let mut visitor = running.connect();
    let body = "token=verkeerd-verkeerd&next=";
    let head = format!(
        "POST /beheer/aanmelden HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    visitor.write_all(head.as_bytes()).unwrap();
    visitor.write_all(&body.as_bytes()[..10]).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    let told = Command::new("kill").args(["-TERM", &running.0.id().to_string()]).status().unwrap();
    assert!(told.success());
    std::thread::sleep(Duration::from_millis(300));
    assert!(TcpStream::connect(("127.0.0.1", running.1)).is_err(), "new visitors are still let in");
    visitor.write_all(&body.as_bytes()[10..]).unwrap();
    let mut answer = String::new();
    visitor.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    assert!(running.0.wait().unwrap().success());
}

#[test]
fn a_slow_head_is_let_go_and_a_long_one_refused() {
    let home = tempfile::tempdir().unwrap();
    let running = Running::demo(home.path());
    let mut long = running.connect();
    long.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let _ = long.write_all(
        format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}\r\n\r\n", "a".repeat(200_000)).as_bytes(),
    );
    let mut answer = [0u8; 12];
    // Refused with a word or by hanging up, as the system has it; never with a page.
    if long.read_exact(&mut answer).is_ok() {
        assert_eq!(&answer, b"HTTP/1.1 431");
    }
}

#[test]
fn a_server_writes_down_where_the_trail_ends_when_it_starts_and_when_it_stops() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path();
    for made in [&["migrate"][..], &["municipality", "add", "GM0405", "Hoorn"]] {
        assert!(ends(dir, made).0);
    }
    let marks = dir.join("data/audit-roots/GM0405.marks.txt");
    let marked = || std::fs::read_to_string(&marks).map_or(0, |text| text.lines().count());
    let port = free_port();
    let mut serve = samenspel(dir, &["serve", "--port", &port.to_string()]);
    let mut running = Running(serve.stdout(Stdio::null()).spawn().unwrap(), port);
    for _ in 0..600 {
        if marked() == 1 {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(marked(), 1, "at the start");
    assert!(ends(dir, &["theme", "up", "papieren"]).0);
    assert!(Command::new("kill").args(["-TERM", &running.0.id().to_string()]).status().unwrap().success());
    assert!(running.0.wait().unwrap().success());
    assert_eq!(marked(), 2, "at the end");
    let sound = samenspel(dir, &["audit", "verify"]).output().unwrap();
    let told = String::from_utf8_lossy(&sound.stdout).into_owned();
    assert!(sound.status.success() && told.contains("Its end was last written down at"), "{told}");
    // Somebody takes the last line off, and makes the end fit.
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let file = format!("sqlite:{}", dir.join("data/samenspel.db").display());
        let db = ground::db::Db::open(&file, ground::db::Options::default()).await.unwrap();
        for statement in [
            "delete from audit_line where municipality_id = 405 and sequence = 2",
            "update audit_head set sequence = 1, hash = (select hash from audit_line where \
             municipality_id = 405 and sequence = 1) where municipality_id = 405",
        ] {
            db.write(statement).execute().await.unwrap();
        }
        db.close().await;
    });
    let (sound, told) = ends(dir, &["audit", "verify"]);
    assert!(!sound && told.contains("the trail had 2 lines, and now the last one is line 1"), "{told}");
}

/// The heads hyper gives to an answer of its own.
const BARE: [&str; 3] = ["connection", "content-length", "date"];

fn is_bare(answer: &str, status: &str) {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    assert!(lines.next().unwrap().starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
    for line in lines {
        let name = line.split(':').next().unwrap().to_ascii_lowercase();
        assert!(BARE.contains(&name.as_str()), "{line} stands in {answer}");
    }
    assert!(body.is_empty() && !answer.to_ascii_lowercase().contains("kanarie"), "{answer}");
}

#[test]
fn what_is_no_request_is_answered_with_a_status_a_date_and_nothing_else() {
    let home = tempfile::tempdir().unwrap();
    let running = Running::demo(home.path());
    for sent in [
        "KANARIE\r\n\r\n",
        "GET /kanarie KANARIE/9\r\n\r\n",
        "GET /kanarie HTTP/1.1\r\nHost: localhost\r\nka narie: x\r\n\r\n",
    ] {
        let mut line = running.connect();
        line.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        line.write_all(sent.as_bytes()).unwrap();
        let mut answer = String::new();
        line.read_to_string(&mut answer).unwrap();
        is_bare(&answer, "400");
    }
    // What follows is not read, so the system may hang up before the answer is.
    let mut long = running.connect();
    long.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let head = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}", "kanarie".repeat(10_000));
    let _ = long.write_all(head.as_bytes());
    let mut answer = String::new();
    if long.read_to_string(&mut answer).is_ok() && !answer.is_empty() {
        is_bare(&answer, "431");
    }
}
