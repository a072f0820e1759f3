//! The standard's own test profiles, run against the demo over a socket; and against answers that are wrong on purpose.
//! They lie beside the project; where they or Python's libraries are missing, the sentences here say so and pass.

use std::path::{Path, PathBuf};
use std::process::Command;

use axum::Router;
use axum::routing::get;
use ground::db::testing::{self, THEN};
use samenspel::serve::{House, Stop, bind, listen};

use crate::neighbourhood::settings;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A Python that knows the two libraries, and the folder with the profiles.
pub(crate) fn tools() -> Option<(PathBuf, PathBuf)> {
    let hsds = root().join("../shared/reference/hsds");
    if !hsds.join("run_profile.py").is_file() {
        println!("skipped: the test profiles of HSDS do not lie beside the project");
        return None;
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let knows = |python: &PathBuf| {
        let asked = Command::new(python).args(["-c", "import jsonschema, referencing"]).output();
        asked.is_ok_and(|told| told.status.success())
    };
    let python = [target.join("python/bin/python"), PathBuf::from("python3")].into_iter().find(knows);
    if python.is_none() {
        println!("skipped: Python with jsonschema and referencing is not here (scripts/python-for-tests)");
    }
    Some((python?, hsds))
}

/// What the runner says, line by line, and whether it is content.
pub(crate) fn run(python: &Path, hsds: &Path, base: &str, profile: &str) -> (bool, String) {
    let told = Command::new(python).arg(hsds.join("run_profile.py")).args([base, profile]).output().unwrap();
    let said = String::from_utf8_lossy(&told.stdout).into_owned() + &String::from_utf8_lossy(&told.stderr);
    (told.status.success(), said)
}

/// Serves until the runner is done with it.
pub(crate) async fn serving(router: Router, ask: impl FnOnce(String) + Send + 'static) {
    let listener = bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let (say, heard) = tokio::sync::watch::channel(false);
    let serving = tokio::spawn(listen(listener, router, Stop::when(heard), false));
    tokio::task::spawn_blocking(move || ask(base)).await.unwrap();
    say.send(true).unwrap();
    serving.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_passes_both_profiles_of_the_standard_without_a_remark() {
    let Some((python, hsds)) = tools() else { return };
    for fresh in testing::each(migrations::ALL).await {
        samenspel::demo::load(&fresh.db, THEN).await.unwrap();
        let router = House::new(settings(), fresh.db.clone(), || THEN).unwrap().router();
        let (python, hsds) = (python.clone(), hsds.clone());
        serving(router, move |base| {
            for profile in ["HSDS-3.0", "HSDS-UK-3.0"] {
                let (good, said) = run(&python, &hsds, &format!("{base}/hsds"), profile);
                let well = |line: &str| line.starts_with("ok ") && line.ends_with("[] []");
                assert!(good && said.lines().count() > 8 && said.lines().all(well), "{profile}:\n{said}");
            }
        })
        .await;
    }
}

/// The validator's own answers: one set is right, the other wrong on purpose.
fn mocks(folder: PathBuf) -> Router {
    let answers = [
        ("/", "api_details"),
        ("/services", "service_list"),
        ("/services/{id}", "service_full"),
        ("/taxonomies", "taxonomy_list"),
        ("/taxonomies/{id}", "taxonomy"),
        ("/taxonomy_terms", "taxonomy_term_list"),
        ("/taxonomy_terms/{id}", "taxonomy_term"),
        ("/service_at_locations", "service_at_location_list"),
        ("/service_at_locations/{id}", "service_at_location_full"),
    ];
    answers.into_iter().fold(Router::new(), |router, (path, name)| {
        let text = std::fs::read_to_string(folder.join(format!("{name}.json"))).unwrap();
        router.route(path, get(async move || ([("content-type", "application/json")], text)))
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_are_wrong_on_purpose_fail_the_profile() {
    let Some((python, hsds)) = tools() else { return };
    for (set, content) in [("V3.0-UK-Default", true), ("V3.0-UK-Fail", false)] {
        let router = mocks(hsds.join("oruk-validator-mocks").join(set));
        let (python, hsds) = (python.clone(), hsds.clone());
        serving(router, move |base| {
            let (good, said) = run(&python, &hsds, &base, "HSDS-UK-3.0");
            assert_eq!(good, content, "{set}:\n{said}");
        })
        .await;
    }
}
