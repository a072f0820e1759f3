//! One JSON document: organizations with all that hangs on them, then the taxonomy their offers point at.

use std::io::Write;

use serde::Serialize;

use super::walk::Walk;
use super::{Broken, LICENCE, LICENCE_ADDRESS};
use crate::shape::{Organization, Taxonomy, Term};

/// What stands before the organizations.
#[derive(Serialize)]
struct Head<'a> {
    version: &'a str,
    profile: &'a str,
    publisher: &'a str,
    municipality: String,
    fiction: bool,
    licence: &'a str,
    licence_url: &'a str,
    generated_at: String,
}

#[derive(Serialize)]
struct WithTerms {
    #[serde(flatten)]
    taxonomy: Taxonomy,
    taxonomy_terms: Vec<Term>,
}

pub(super) async fn write(walk: &mut Walk, out: &mut (impl Write + Send)) -> Result<(), Broken> {
    let scene = walk.scene();
    let head = serde_json::to_string(&Head {
        version: "HSDS 3.0",
        profile: "HSDS-NL",
        publisher: scene.municipality.name.as_str(),
        municipality: scene.municipality.code.to_string(),
        fiction: scene.municipality.fiction,
        licence: LICENCE,
        licence_url: LICENCE_ADDRESS,
        generated_at: scene.now.to_string(),
    })?;
    write!(out, "{},\n\"organizations\": [", head.trim_end_matches('}'))?;
    let mut between = "\n";
    while let Some(wholes) = walk.next().await? {
        for whole in &wholes {
            out.write_all(between.as_bytes())?;
            serde_json::to_writer(&mut *out, &Organization::with_offers(walk.scene(), whole, |_| true))?;
            between = ",\n";
        }
    }
    let terms =
        WithTerms { taxonomy: Taxonomy::ours(), taxonomy_terms: Term::all(walk.scene().themes).collect() };
    write!(out, "\n],\n\"taxonomies\": [")?;
    serde_json::to_writer(&mut *out, &terms)?;
    writeln!(out, "]\n}}")?;
    Ok(())
}
