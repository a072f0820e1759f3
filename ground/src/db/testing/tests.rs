//! The tests' own server, shared.

use super::server;

/// A test that needs a template, a fresh database and both engines; which one does not matter.
const SOME_TEST: &str = "db::tests::what_goes_in_comes_out_the_same";

#[test]
fn several_processes_share_one_server() {
    let Some(url) = server::url("postgres") else { return };
    let (_, socket) = url.split_once("host=").unwrap();
    let own = std::env::current_exe().unwrap();
    let start = |_| {
        std::process::Command::new(&own)
            .args(["--exact", SOME_TEST])
            .env("SAMENSPEL_TEST_POSTGRES", socket)
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap()
    };
    let started: Vec<_> = (0..4).map(start).collect();
    for process in started {
        let done = process.wait_with_output().unwrap();
        let said =
            format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        assert!(done.status.success() && said.contains("1 passed"), "{said}");
    }
}
