//! The whole run, from an empty database to the table.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::addresses::Addresses;
use crate::ask::Ask;
use crate::load::{self, Kind, Rounds};
use crate::machine::Machine;
use crate::postgres;
use crate::program::{Program, Server, TOWN};
use crate::report::{Report, median};
use crate::warden::Warden;
use crate::{
    day, deciding, following, inside, networks, scanning, searching, signed_in, trail, watched, wire, world,
    wrk,
};

const IMPORT_SECONDS: f64 = 60.0;
const IMPORT_MIB: f64 = 300.0;
const START_SECONDS: f64 = 1.0;
/// 250 for the house with its lists, and 150 more for the search index.
const RESIDENT_MIB: f64 = 250.0 + 150.0;
const FIRST_PAGE: usize = 60 * 1024;
const STARTS: usize = 5;

/// Whether every goal was met.
///
/// # Errors
/// One sentence: what could not be measured, and why.
pub(crate) fn run(ask: &Ask) -> Result<bool, String> {
    if !ask.program.is_file() {
        return Err(format!(
            "There is no program at {}: `make bench` builds it first.",
            ask.program.display()
        ));
    }
    let warden = Warden::start().map_err(|why| format!("The bench cannot make its folder: {why}."))?;
    let mut report = Report::default();
    let machine = Machine::look().said();
    println!("{machine}");
    report.note(machine);
    report.note(format!(
        "Load: wrk, {} connections, {} thread, beside the server on the same cores; {} rounds of {} s for each, the program and the bare peer in turn; the middle round is told.",
        wrk::CONNECTIONS,
        wrk::THREADS,
        ask.rounds.count,
        ask.rounds.seconds
    ));
    let stopped = all(ask, &warden, &mut report).err();
    let table = report.written();
    println!("\n{table}");
    if let Some(file) = &ask.report {
        fs::write(file, format!("# What `make bench` measured\n\n{table}"))
            .map_err(|why| format!("The report cannot be written: {why}."))?;
    }
    // What was measured until then is told in any case.
    stopped.map_or_else(|| Ok(report.all_met()), |why| Err(format!("The bench stopped: {why}.")))
}

fn all(ask: &Ask, warden: &Warden, report: &mut Report) -> Result<(), Box<dyn std::error::Error>> {
    let data = ask.keep.clone().unwrap_or_else(|| warden.dir().join("sqlite"));
    let file = data.join("samenspel.db");
    let sqlite = Program::new(warden, &ask.program, format!("sqlite:{}", file.display()), &data);
    if file.exists() {
        report.note("The database was there already, so nothing is said about importing.");
    } else {
        fs::create_dir_all(&data)?;
        import(ask, &sqlite, "SQLite", report)?;
    }
    export(&sqlite, report)?;
    starts(&sqlite, report)?;
    pages(ask, warden, &sqlite, report)?;
    report.figure(
        "size of the release binary",
        format!("{:.1} MB", fs::metadata(&ask.program)?.len() as f64 / 1e6),
    );
    inside::measure(&sqlite.database, report)?;
    following::measure(&sqlite, report)?;
    searching::measure(ask.offers, report)?;
    deciding::measure(report)?;
    signed_in::measure(warden, &ask.program, report)?;
    day::on_sqlite(warden, &ask.program, report)?;
    scanning::measure(report)?;
    networks::measure(report, &[])?;
    trail::on_sqlite(warden, report)?;
    if !ask.postgres {
        return Ok(());
    }
    match postgres::Server::start(warden)? {
        None => report.note("PostgreSQL is not installed here: only SQLite was measured."),
        Some(server) => {
            let folder = warden.dir().join("beside-postgres");
            let program = Program::new(warden, &ask.program, server.database("bench")?, &folder);
            import(ask, &program, "PostgreSQL", report)?;
            pages_on_postgres(ask, warden, &program, report)?;
            trail::on_postgres(warden, &server, report)?;
            day::on_postgres(warden, &ask.program, &server, report)?;
        }
    }
    Ok(())
}

fn import(ask: &Ask, program: &Program<'_>, engine: &str, report: &mut Report) -> std::io::Result<()> {
    let filled = world::fill(program, ask, report)?;
    let (seconds, most) = filled
        .steps
        .iter()
        .fold((0.0, 0.0_f64), |(seconds, most), (_, took)| (seconds + took.seconds, most.max(took.most)));
    let steps: Vec<String> = filled
        .steps
        .iter()
        .map(|(name, took)| format!("{name} {:.1} s {:.0} MiB", took.seconds, took.most))
        .collect();
    println!("imported on {engine}: {}", steps.join(", "));
    report.goal(
        &format!("import, {engine} ({})", steps.join(", ")),
        &format!("≤ {IMPORT_SECONDS:.0} s, ≤ {IMPORT_MIB:.0} MiB"),
        format!("{seconds:.1} s, {most:.0} MiB"),
        seconds <= IMPORT_SECONDS && most <= IMPORT_MIB,
    );
    Ok(())
}

/// The whole map as a file, in both forms.
fn export(program: &Program<'_>, report: &mut Report) -> std::io::Result<()> {
    let file = |name: &str| program.folder().join(name).display().to_string();
    for (flag, file) in [("--hsds", file("map.json")), ("--datapackage", file("map.zip"))] {
        let took = program.run(&["export", "--municipality", TOWN.0, flag, &file])?;
        let size = fs::metadata(&file)?.len() as f64 / 1e6;
        report.goal(
            &format!("export {flag} ({size:.0} MB)"),
            &format!("≤ {IMPORT_MIB:.0} MiB"),
            format!("{:.1} s, {:.0} MiB", took.seconds, took.most),
            took.most <= IMPORT_MIB,
        );
    }
    Ok(())
}

fn starts(program: &Program<'_>, report: &mut Report) -> std::io::Result<()> {
    let (mut start, mut list) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let (server, answered) = program.serve(&["/", "/wie"])?;
        let seconds: Vec<f64> = answered.iter().map(Duration::as_secs_f64).collect();
        start.extend(seconds.first());
        list.extend(seconds.last());
        drop(server);
    }
    let (start, list) = (median(start), median(list));
    report.goal(
        "start to first answer of / and of /wie after it",
        &format!("≤ {START_SECONDS:.0} s"),
        format!("{start:.2} s, {list:.2} s"),
        start <= START_SECONDS && list <= START_SECONDS,
    );
    Ok(())
}

fn pages(ask: &Ask, warden: &Warden, program: &Program<'_>, report: &mut Report) -> std::io::Result<()> {
    let (server, _) = program.serve(&["/"])?;
    if let Some(sentence) = wrk::missing() {
        println!("{sentence}");
        report.note(sentence);
    } else {
        let addresses = Addresses::collect(server.port)?;
        for kind in kinds(addresses).into_iter().filter(|kind| ask.wants(kind.key) && !kind.paths.is_empty())
        {
            println!("loading: {}", kind.name);
            load::measure(warden, &server, kind, ask.rounds, report)?;
        }
    }
    resident(&server, "SQLite", report);
    let weighed = wire::weigh(server.port, "/")?;
    let parts: Vec<String> =
        weighed.parts.iter().map(|(name, bytes)| format!("{} {bytes}", short(name))).collect();
    report.goal(
        &format!("first page over the wire ({})", parts.join(", ")),
        "≤ 60 KiB, nothing from elsewhere",
        format!("{:.1} KiB, {} from elsewhere", weighed.bytes as f64 / 1024.0, weighed.elsewhere),
        weighed.bytes <= FIRST_PAGE && weighed.elsewhere == 0,
    );
    Ok(())
}

fn pages_on_postgres(
    ask: &Ask,
    warden: &Warden,
    program: &Program<'_>,
    report: &mut Report,
) -> std::io::Result<()> {
    let (server, _) = program.serve(&["/"])?;
    if wrk::missing().is_some() {
        return Ok(());
    }
    let addresses = Addresses::collect(server.port)?;
    let rounds = Rounds { count: ask.rounds.count.min(3), ..ask.rounds };
    let names = [("party", "party page, PostgreSQL"), ("list", "list page, PostgreSQL")];
    for kind in kinds(addresses) {
        if let Some((key, name)) = names.into_iter().find(|(key, _)| *key == kind.key && ask.wants(key)) {
            println!("loading: {name}");
            let kind = Kind { name, key, paths: kind.paths, goal: None, accept: None };
            load::measure(warden, &server, kind, rounds, report)?;
        }
    }
    resident(&server, "PostgreSQL", report);
    Ok(())
}

fn resident(server: &Server<'_>, engine: &str, report: &mut Report) {
    if let Some(memory) = watched::memory(server.running.pid()) {
        report.goal(
            &format!("resident memory after the loads, {engine}"),
            &format!("≤ {RESIDENT_MIB:.0} MiB, of which 150 for the search index"),
            format!("{:.0} MiB, at most {:.0} MiB", memory.now, memory.most),
            memory.now <= RESIDENT_MIB,
        );
    }
}

fn kinds(addresses: Addresses) -> Vec<Kind<'static>> {
    let Addresses { parties, strangers, offers, areas, lists, strange_lists, searches } = addresses;
    let of =
        |name, key, paths: &[String], goal| Kind { name, key, paths: paths.to_vec(), goal, accept: None };
    let brotli = |kind: Kind<'static>| Kind { accept: Some("br"), ..kind };
    vec![
        of("party page", "party", &parties, Some(4_000.0)),
        of("party page, none of them kept in memory", "stranger", &strangers, None),
        of("list page", "list", &lists, Some(1_500.0)),
        of("list page, none of them kept in memory", "strange-list", &strange_lists, None),
        of("start page", "start", &["/".to_owned()], None),
        of("offer page", "offer", &offers, None),
        of("area page", "area", &areas, None),
        of("map page", "map", &["/kaart".to_owned()], None),
        of("search page", "search", &searches, Some(1_500.0)),
        of("open data: services", "hsds", &["/hsds/services".to_owned()], Some(3_000.0)),
        of("open data: services, 200 pages", "hsds-pages", &open_pages(), None),
        brotli(of("party page, brotli", "party-br", &parties, None)),
        brotli(of("list page, brotli", "list-br", &lists, None)),
    ]
}

/// Other programs walk through all of it.
fn open_pages() -> Vec<String> {
    (1..=200).map(|page| format!("/hsds/services?page={page}")).collect()
}

fn short(address: &str) -> &str {
    if address == "/" {
        "page"
    } else {
        Path::new(address).file_name().and_then(|name| name.to_str()).unwrap_or(address)
    }
}
