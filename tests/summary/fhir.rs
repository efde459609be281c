//! FHIR as two independent validators see it, offline.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::{FOOT_DROP, assess, here, runs, there};

fn check(folder: &Path, wanted: &str, files: &[(&str, String)]) -> Output {
    let mut command = Command::new("node");
    command.arg(here("tests/fhir/check.mjs")).arg(wanted);
    for (name, text) in files {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        command.arg(path);
    }
    command.output().unwrap()
}

#[test]
fn two_validators_take_the_good_and_refuse_the_broken() {
    let modules = here("tests/fhir/node_modules/fhir").exists();
    if !there(
        "node with tests/fhir/node_modules",
        runs("node", "--version") && modules,
    ) {
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    let made = |format: &str, answers: &str| {
        let output = assess(&["--format", format], answers);
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    let response = made("fhir", FOOT_DROP);
    let questions = made("fhir-questionnaire", "{}");
    let good = [
        ("response.json", response.clone()),
        ("empty.json", made("fhir", "{}")),
        ("questions.json", questions.clone()),
    ];
    let output = check(folder.path(), "good", &good);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    let broken = [
        (
            "status",
            response.replacen("\"status\": \"in-progress\"", "\"status\": \"done\"", 1),
        ),
        ("link", response.replacen("\"linkId\"", "\"linkid\"", 1)),
        (
            "type",
            response.replacen("\"valueCoding\": {", "\"valueCodin\": {", 1),
        ),
        (
            "number",
            response.replacen("\"value\": 41.0", "\"value\": \"old\"", 1),
        ),
        (
            "missing",
            questions.replacen("  \"status\": \"active\",\n", "", 1),
        ),
        (
            "kind",
            questions.replacen("\"type\": \"choice\"", "\"type\": \"guess\"", 1),
        ),
    ];
    for (name, text) in &broken {
        assert!(
            *text != response && *text != questions,
            "{name} is not broken"
        );
    }
    let output = check(folder.path(), "bad", &broken);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
}
