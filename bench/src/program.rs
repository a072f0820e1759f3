//! The program under measurement: its commands, its server, and what they cost.

use std::fs;
use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::http;
use crate::warden::{Running, Warden};
use crate::watched;

/// The one municipality whose pages are asked for.
pub(crate) const TOWN: (&str, &str) = ("GM0363", "Amsterdam");

const START_PATIENCE: Duration = Duration::from_secs(120);

pub(crate) struct Program<'w> {
    warden: &'w Warden,
    file: PathBuf,
    /// `sqlite:…` or `postgres://…`.
    pub(crate) database: String,
    data: PathBuf,
    town: &'static str,
}

/// What one command took.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Took {
    pub(crate) seconds: f64,
    /// MiB at its highest.
    pub(crate) most: f64,
}

impl<'w> Program<'w> {
    pub(crate) fn new(warden: &'w Warden, file: &Path, database: String, data: &Path) -> Self {
        Self { warden, file: file.to_owned(), database, data: data.to_owned(), town: TOWN.0 }
    }

    /// Of this municipality.
    pub(crate) fn of(self, town: &'static str) -> Self {
        Self { town, ..self }
    }

    /// Where files of the bench may stand.
    pub(crate) fn folder(&self) -> &Path {
        self.warden.dir()
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.file);
        // Settings of whoever runs the bench are not measured.
        for (name, _) in
            std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("SAMENSPEL_"))
        {
            command.env_remove(name);
        }
        command
            .env("SAMENSPEL_DATABASE", &self.database)
            .env("SAMENSPEL_DATA", &self.data)
            .env("SAMENSPEL_MUNICIPALITY", self.town)
            // One machine asks here as fast as it can, which is what the limit by address is there to stop.
            .env("SAMENSPEL_LIMIT_SEARCHES_ADDRESS", "10000000")
            .env("SAMENSPEL_LIMIT_SEARCHES_ALL", "10000000")
            .current_dir(self.warden.dir());
        command
    }

    /// Runs a command to its end.
    ///
    /// # Errors
    /// With the last line it said when it did not end well.
    pub(crate) fn run(&self, arguments: &[&str]) -> io::Result<Took> {
        let said = self.warden.dir().join("said");
        let out = fs::File::create(&said)?;
        let began = Instant::now();
        let mut running =
            self.warden.spawn(self.command().args(arguments).stdout(out.try_clone()?).stderr(out))?;
        let mut took = Took::default();
        let well = loop {
            took.most = watched::memory(running.pid()).map_or(took.most, |memory| memory.most.max(took.most));
            match running.ended()? {
                Some(well) => break well,
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        };
        took.seconds = began.elapsed().as_secs_f64();
        if well {
            return Ok(took);
        }
        let said = fs::read_to_string(said)?;
        let last = said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("nothing");
        Err(io::Error::other(format!("samenspel {} did not end well; it said: {last}", arguments.join(" "))))
    }

    /// Starts the server; the time until it first answered each of these addresses with a page.
    pub(crate) fn serve(&self, first: &[&str]) -> io::Result<(Server<'w>, Vec<Duration>)> {
        self.start("serve", first)
    }

    /// The invented municipality, where one comes in with one click.
    pub(crate) fn demo(&self) -> io::Result<Server<'w>> {
        Ok(self.start("demo", &["/"])?.0)
    }

    fn start(&self, word: &str, first: &[&str]) -> io::Result<(Server<'w>, Vec<Duration>)> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let began = Instant::now();
        let log = fs::File::create(self.warden.dir().join("server.log"))?;
        let mut command = self.command();
        command.args([word, "--port", &port.to_string()]);
        command.stdout(log.try_clone()?).stderr(log);
        let mut running = self.warden.spawn(&mut command)?;
        let mut answered = Vec::new();
        for path in first {
            while !http::get(port, path, None).is_ok_and(|got| got.status == 200) {
                if running.ended()?.is_some() || began.elapsed() > START_PATIENCE {
                    let log = fs::read_to_string(self.warden.dir().join("server.log"))?;
                    let last = log.lines().last().unwrap_or("nothing");
                    return Err(io::Error::other(format!(
                        "the server did not answer {path} with a page; it said: {last}"
                    )));
                }
                std::thread::sleep(Duration::from_millis(1));
            }
            answered.push(began.elapsed());
        }
        Ok((Server { running, port }, answered))
    }
}

pub(crate) struct Server<'w> {
    pub(crate) running: Running<'w>,
    pub(crate) port: u16,
}

/// The bare peer as a process, with the answers of this folder.
pub(crate) fn peer<'w>(warden: &'w Warden, folder: &Path) -> io::Result<Server<'w>> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("peer").arg(folder).stdout(Stdio::null());
    let running = warden.spawn(&mut command)?;
    for _ in 0..2000 {
        if let Some(port) = fs::read_to_string(folder.join("port")).ok().and_then(|port| port.parse().ok()) {
            return Ok(Server { running, port });
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    Err(io::Error::other("the bare peer did not start"))
}
