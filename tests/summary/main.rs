//! The summary in all its forms, and what other programs make of them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a failed step fails the test

mod browser;
mod command;
mod fhir;
mod forms;

use std::path::PathBuf;
use std::process::Command;

/// Someone whose foot drops, with a test result.
pub const FOOT_DROP: &str = r#"{"side": "one", "foot-drop": true, "knee-pressure": true, "where-foot-top": true,
    "where-outer-shin": true, "where-sole": false, "where-calf-back": "not sure", "back-pain": false, "age": 41,
    "onset": "weeks", "pain-score": "not sure", "lab-glucose": "126 mg/dL"}"#;

/// An emergency.
pub const FACE_DROOP: &str =
    r#"{"face-droop": true, "where-face-arm": true, "age": 70, "onset": "sudden"}"#;

/// Whether an outside tool is there. Where it is not, the test says that it
/// was skipped; on the judging machine nothing is skipped.
pub fn there(tool: &str, works: bool) -> bool {
    if !works {
        assert!(
            std::env::var_os("CI").is_none_or(|value| value != "true"),
            "{tool} is missing: .ci/install installs it"
        );
        eprintln!("SKIPPED: {tool} is not here; .ci/install installs it");
    }
    works
}

/// Whether a program can be run.
pub fn runs(program: &str, argument: &str) -> bool {
    Command::new(program)
        .arg(argument)
        .output()
        .is_ok_and(|output| output.status.success())
}

/// A folder of this project.
pub fn here(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// `tingle assess` with these answers as its input.
pub fn assess(arguments: &[&str], answers: &str) -> std::process::Output {
    assert_cmd::Command::cargo_bin("tingle")
        .unwrap()
        .args(["assess", "-"])
        .args(arguments)
        .write_stdin(answers)
        .output()
        .unwrap()
}
