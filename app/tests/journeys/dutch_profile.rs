//! The Dutch profile laid on the standard's own schemas: what the interface answers fits them, and does not without it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ground::db::testing::{self, THEN};
use samenspel::serve::House;
use serde_json::{Value, json};

use crate::neighbourhood::{Visitor, settings};
use crate::profile::{run, serving, tools};

/// The lists, each with the schema of one record.
const RECORDS: [(&str, &str); 5] = [
    ("organizations", "organization"),
    ("services", "service"),
    ("service_at_locations", "service_at_location"),
    ("taxonomies", "taxonomy"),
    ("taxonomy_terms", "taxonomy_term"),
];

/// RFC 7396: null takes away, an object goes deeper, the rest replaces.
fn patched(target: &mut Value, patch: &Value) {
    let Value::Object(changes) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = json!({});
    }
    for (key, change) in changes {
        if change.is_null() {
            target.as_object_mut().unwrap().remove(key);
        } else {
            patched(&mut target[key.as_str()], change);
        }
    }
}

/// The patches as anybody gets them, by the name of the schema they are for.
async fn patches(visitor: &Visitor) -> BTreeMap<String, Value> {
    let index: Value = serde_json::from_str(&visitor.get("/hsds/profile").await.is(200).body).unwrap();
    let mut all = BTreeMap::new();
    for address in index["patches"].as_array().unwrap() {
        let name = address.as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let told = visitor.get(&format!("/hsds/profile/{name}")).await;
        all.insert(name, serde_json::from_str(&told.is(200).body).unwrap());
    }
    all
}

/// The schemas of the standard with these patches, strict: a field that neither of them has is refused.
fn schemas(hsds: &Path, patches: &BTreeMap<String, Value>) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    for file in fs::read_dir(hsds.join("hsds-3.0/schema")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !path.is_file() || name == "openapi.json" {
            continue;
        }
        let mut schema: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        if let Some(patch) = patches.get(&name) {
            patched(&mut schema, patch);
        }
        schema["additionalProperties"] = false.into();
        all.insert(name, schema);
    }
    // The standard nests these two in its answers, and says so in its compiled schemas only.
    let offer = json!({ "$ref": "service.json" });
    all.get_mut("organization.json").unwrap()["properties"]["services"] =
        json!({ "type": "array", "items": offer });
    all.get_mut("service_at_location.json").unwrap()["properties"]["service"] = offer;
    all
}

/// A folder as the runner of the standard's profiles wants it, with a profile of our own.
fn laid_out(hsds: &Path, patches: &BTreeMap<String, Value>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, value: &Value| fs::write(folder.path().join(name), value.to_string()).unwrap();
    fs::create_dir_all(folder.path().join("profiles/Schemas/NL")).unwrap();
    fs::create_dir_all(folder.path().join("profiles/TestProfiles")).unwrap();
    fs::copy(hsds.join("run_profile.py"), folder.path().join("run_profile.py")).unwrap();
    for (name, schema) in schemas(hsds, patches) {
        write(&format!("profiles/Schemas/NL/{name}"), &schema);
    }
    let mut tests = Vec::new();
    for (list, one) in RECORDS {
        let page = json!({
            "type": "object",
            "required": ["contents"],
            "properties": { "contents": { "type": "array", "minItems": 1, "items": { "$ref": format!("{one}.json") } } }
        });
        write(&format!("profiles/Schemas/NL/{one}_list.json"), &page);
        let (schema, schema_of_list) = (format!("NL/{one}.json"), format!("NL/{one}_list.json"));
        tests.push(json!({ "endpoint": format!("/{list}"), "schema": schema_of_list, "saveIds": true }));
        tests.push(
            json!({ "endpoint": format!("/{list}/"), "schema": schema, "useIdFrom": format!("/{list}-id") }),
        );
        if !one.starts_with("taxonomy") {
            tests.push(json!({ "endpoint": format!("/{list}?full=true"), "schema": schema_of_list }));
        }
    }
    let profile = json!({ "testGroups": [{ "messageLevel": "error", "tests": tests }] });
    write("profiles/TestProfiles/HSDS-NL.json", &profile);
    folder
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_lays_our_patches_on_the_standard_finds_every_record_as_it_says_and_no_field_untold() {
    let Some((python, hsds)) = tools() else { return };
    for fresh in testing::each(migrations::ALL).await {
        samenspel::demo::load(&fresh.db, THEN).await.unwrap();
        let patches = patches(&Visitor::new(settings(), fresh.db.clone())).await;
        assert!(patches.len() > 5, "{:?}", patches.keys());
        let with = laid_out(&hsds, &patches);
        let without = laid_out(&hsds, &BTreeMap::new());
        let router = House::new(settings(), fresh.db.clone(), || THEN).unwrap().router();
        let python = python.clone();
        serving(router, move |base| {
            let base = format!("{base}/hsds");
            let (good, said) = run(&python, with.path(), &base, "HSDS-NL");
            let well = |line: &str| line.starts_with("ok ") && line.ends_with("[] []");
            assert!(good && said.lines().count() == 13 && said.lines().all(well), "{said}");
            let (good, said) = run(&python, without.path(), &base, "HSDS-NL");
            assert!(!good && said.contains("Additional properties are not allowed"), "{said}");
        })
        .await;
    }
}
