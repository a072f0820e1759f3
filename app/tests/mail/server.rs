//! A real mail server (Debian's Exim) in a temporary folder, as a user without rights, gone with the test.

use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const PROGRAM: &str = "/usr/sbin/exim4";

/// Whoever is called `nobody…` is refused at once, `full` and `policy` as well and not for their address, `busy` is asked to
/// come back, `gone` is taken and then refused by the next server (itself, by the name it calls itself); all others arrive.
const CONFIG: &str = r#"
exim_user = UID
exim_group = GID
keep_environment =
primary_hostname = relay.voorbeeld
qualify_domain = relay.voorbeeld
spool_directory = DIR/spool
log_file_path = DIR/log/%slog
pid_file_path = DIR/pid
tls_advertise_hosts = *
tls_certificate = ${if exists{DIR/cert.pem}{DIR/cert.pem}{}}
tls_privatekey = ${if exists{DIR/key.pem}{DIR/key.pem}{}}
acl_smtp_mail = mail
acl_smtp_rcpt = rcpt
host_lookup =
rfc1413_query_timeout = 0s
disable_ipv6

begin acl
mail:
  accept
rcpt:
  deny message = nobody of this name
       local_parts = ^nobody
  deny message = 552 5.2.2 the mailbox is full
       local_parts = full
  deny message = 550 5.7.1 not from there
       local_parts = policy
  deny message = 550 5.1.1 nobody of this name any more
       local_parts = gone
       condition = ${if eq{$sender_helo_name}{relay.voorbeeld}}
  defer message = come back later
       local_parts = busy
  accept

begin routers
left:
  driver = manualroute
  local_parts = gone
  route_list = * 127.0.0.1
  self = send
  transport = next
all:
  driver = accept
  transport = folder

begin transports
next:
  driver = smtp
  port = PORT
folder:
  driver = appendfile
  directory = DIR/in
  maildir_format
  create_directory
  user = UID
  group = GID

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${if and{{eq{$auth2}{kaart}}{eq{$auth3}{geheim}}}}
  server_advertise_condition = ${if def:tls_in_cipher}
"#;

/// Its open input keeps the server alive: when the test ends, however it ends, the pipe closes.
const WATCHDOG: &str = r#"
"$1" -C "$2/config" -bdf -oX "127.0.0.1.$3" </dev/null >"$2/out" 2>&1 &
server=$!
cat >/dev/null
kill $server 2>/dev/null
wait $server
"#;

pub(crate) struct Server {
    dir: tempfile::TempDir,
    pub(crate) port: u16,
    _watchdog: Child,
}

impl Server {
    /// None, and a sentence, on a machine without it.
    pub(crate) fn start() -> Option<Self> {
        if !Path::new(PROGRAM).exists() {
            eprintln!(
                "No Exim is installed here (Debian's package exim4-daemon-light): no mail is sent by a real server."
            );
            return None;
        }
        let dir = tempfile::Builder::new().prefix("samenspel-mail-").tempdir().unwrap();
        let path = dir.path();
        for folder in ["spool", "log", "in"] {
            std::fs::create_dir(path.join(folder)).unwrap();
        }
        certificate(path);
        let owner = owner();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let config = CONFIG
            .replace("PORT", &port.to_string())
            .replace("DIR", &path.display().to_string())
            .replace("UID", &owner.0.to_string())
            .replace("GID", &owner.1.to_string());
        std::fs::write(path.join("config"), config).unwrap();
        let mut watchdog = Command::new("sh");
        if root() {
            let given =
                Command::new("chown").args(["-R", &format!("{}:{}", owner.0, owner.1)]).arg(path).status();
            assert!(given.unwrap().success(), "the folder was given away");
            watchdog.uid(owner.0).gid(owner.1);
        }
        let watchdog = watchdog
            .args(["-c", WATCHDOG, "watchdog", PROGRAM])
            .arg(path)
            .arg(port.to_string())
            .current_dir(path)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap();
        let server = Self { port, _watchdog: watchdog, dir };
        server.until("it listens", || TcpStream::connect(("127.0.0.1", port)).is_ok());
        Some(server)
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Whether it can speak TLS: the machine could make a certificate.
    pub(crate) fn has_certificate(&self) -> bool {
        self.path().join("cert.pem").exists()
    }

    /// The letter that arrived for this address, once it has.
    pub(crate) fn arrived(&self, to: &str) -> String {
        let header = format!("To: {to}");
        let find = || {
            let files = std::fs::read_dir(self.path().join("in/new")).into_iter().flatten().flatten();
            let mut letters = files.filter_map(|file| std::fs::read_to_string(file.path()).ok());
            letters.find(|letter| letter.lines().any(|line| line == header))
        };
        self.until(&format!("a letter for {to}"), || find().is_some());
        find().unwrap()
    }

    pub(crate) fn count(&self) -> usize {
        std::fs::read_dir(self.path().join("in/new")).map_or(0, |files| files.count())
    }

    fn until(&self, what: &str, mut is: impl FnMut() -> bool) {
        for _ in 0..300 {
            if is() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let read = |name: &str| std::fs::read_to_string(self.path().join(name)).unwrap_or_default();
        panic!("{what}: not within 15 seconds\n{}\n{}", read("out"), read("log/mainlog"));
    }
}

fn root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0)
}

/// Who it runs as: ourselves, or nobody in particular when we are root.
fn owner() -> (u32, u32) {
    use std::os::unix::fs::MetadataExt as _;
    let me = std::fs::metadata("/proc/self").unwrap();
    if root() { (65_534, 65_534) } else { (me.uid(), me.gid()) }
}

/// An authority of the test's own (ca.pem), and a certificate of it for localhost.
const CERTIFICATE: &str = r#"
new() { openssl req -newkey rsa:2048 -nodes -keyout "$1" -subj "$2" "$3" -out "$4"; }
new ca.key /CN=authority -x509 ca.pem &&
new key.pem /CN=localhost -new request.pem &&
printf 'basicConstraints=CA:FALSE\nsubjectAltName=DNS:localhost\n' >extensions &&
openssl x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile extensions -out cert.pem
"#;

fn certificate(dir: &Path) {
    let made = Command::new("sh")
        .args(["-c", CERTIFICATE])
        .current_dir(dir)
        .stderr(Stdio::null())
        .stdout(Stdio::null())
        .status();
    if !made.is_ok_and(|made| made.success()) {
        eprintln!("openssl is not installed here: the encrypted line is not tried.");
    }
}
