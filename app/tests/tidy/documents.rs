//! Documents lead somewhere: their links, the files they name and the commands they tell to type exist.

use crate::no_complaints;
use crate::tree::{File, of_kind, root, text_of};

/// Endings by which a word between backticks is taken for a file.
const ENDINGS: [&str; 12] =
    [".rs", ".toml", ".sql", ".md", ".ftl", ".css", ".js", ".mjs", ".yml", ".csv", ".svg", ".json"];

/// Is `target` there, seen from the document, or from the root?
fn leads(file: &File, target: &str) -> bool {
    root().join(file.folder()).join(target).exists() || root().join(target).exists()
}

/// `[text](target)`, without those outside the project and without the part after `#`.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](")
        .skip(1)
        .filter_map(|after| after.split_once(')').map(|(target, _)| target))
        .filter(|target| {
            !target.contains("://") && !target.starts_with("mailto:") && !target.starts_with('#')
        })
        .map(|target| target.split(['#', ' ']).next().unwrap_or_default())
}

#[test]
fn every_link_leads_to_a_file() {
    let mut complaints = Vec::new();
    for file in of_kind("md") {
        for target in links(&file.text).filter(|target| !leads(file, target)) {
            complaints.push(format!("{} links to {target}, which is not there", file.path));
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_file_that_is_named_exists() {
    let mut complaints = Vec::new();
    for file in of_kind("md") {
        for word in file.text.split('`').skip(1).step_by(2) {
            let plain = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
            // An example in capitals (0003_NAME.sql) or with a placeholder is a pattern, not a file.
            let is_file = word.contains('/')
                && !word.starts_with(['/', '.'])
                && word.chars().all(plain)
                && ENDINGS.iter().any(|ending| word.ends_with(ending))
                && !word.contains("NAME");
            if is_file && !leads(file, word) {
                complaints.push(format!("{} names {word}, which is not there", file.path));
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn every_make_command_that_is_told_exists() {
    let makefile = text_of("Makefile");
    let mut complaints = Vec::new();
    for file in of_kind("md") {
        for line in file.text.lines() {
            for after in line.split("make ").skip(1) {
                let before_is_code = line.starts_with("make ") || line.contains(&format!("`make {after}"));
                let target: String =
                    after.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
                let told = before_is_code && !target.is_empty();
                if told && !makefile.lines().any(|rule| rule.starts_with(&format!("{target}:"))) {
                    complaints.push(format!("{} tells to type make {target}", file.path));
                }
            }
        }
    }
    no_complaints(&complaints);
}

/// What people look for stands in the address: a web server in front would write it down beside who asked.
#[test]
fn each_web_server_that_is_advised_is_told_not_to_write_down_who_asked_what() {
    const TOLD: [(&str, &[&str]); 5] = [
        ("nginx", &["access_log off;", "error_log /var/log/nginx/error.log crit;"]),
        ("Caddy", &["exclude http.log.error"]),
        // Whoever advises one of these says how, and writes it here.
        ("Apache httpd", &["?"]),
        ("HAProxy", &["?"]),
        ("Traefik", &["?"]),
    ];
    let text = text_of("README.md");
    let blocks: Vec<&str> = text.split("```").skip(1).step_by(2).collect();
    let is_told = |line: &str| blocks.iter().any(|block| block.lines().any(|it| it.trim() == line));
    let mut complaints = Vec::new();
    for (server, lines) in TOLD {
        for file in of_kind("md").filter(|file| file.text.contains(server)) {
            for line in lines.iter().filter(|line| !is_told(line)) {
                complaints.push(format!("{} names {server}, and README.md has no {line:?}", file.path));
            }
        }
    }
    assert!(text.contains("nginx"), "the README advises another web server: say here how that one forgets");
    no_complaints(&complaints);
}

/// Who reads the log finds what each of its words means.
#[test]
fn each_event_that_is_watched_has_its_line_on_paper() {
    use access::events::{Stopped, Way};
    let text = text_of("docs/security.md");
    let words = Way::ALL.map(Way::word).into_iter().chain(Stopped::ALL.map(Stopped::word));
    let missing = words.filter(|word| !text.contains(&format!("\n| `{word}` | ")));
    let complaints: Vec<String> =
        missing.map(|word| format!("docs/security.md has no line for {word}")).collect();
    no_complaints(&complaints);
}

/// The requirements that ask for something on paper, and a real piece of text for each.
#[test]
fn what_an_auditor_asks_for_is_written_down() {
    const ASKED: [&str; 15] = [
        "V2.1.2", "V2.1.3", "V5.1.1", "V6.1.3", "V7.1.1", "V7.1.2", "V7.1.3", "V8.1.1", "V8.1.2", "V11.1.1",
        "V11.1.2", "V13.1.1", "V13.2.1", "V15.1.1", "V16.1.1",
    ];
    let text = text_of("docs/security.md");
    let parts: Vec<(&str, &str)> =
        text.split("\n## ").skip(1).filter_map(|part| part.split_once('\n')).collect();
    let complaints: Vec<String> = ASKED
        .iter()
        .filter(|id| {
            let named = |head: &str| head.split(['(', ')', ',']).any(|word| word.trim() == **id);
            !parts.iter().any(|(head, body)| named(head) && body.trim().len() > 150)
        })
        .map(|id| format!("docs/security.md says nothing under {id}"))
        .collect();
    no_complaints(&complaints);
}
