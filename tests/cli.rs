//! The program run as a user runs it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a failed step fails the test

use std::{fs, process::Output};

use assert_cmd::Command;
use tempfile::TempDir;

fn tingle(arguments: &[&str]) -> Output {
    Command::cargo_bin("tingle")
        .unwrap()
        .args(arguments)
        .env_remove("NO_COLOR")
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn shows_a_cause_as_a_page_of_at_most_80_columns() {
    let output = tingle(&["show", "disc-l5"]);
    assert!(output.status.success());
    let page = out(&output);
    for words in [
        "SLIPPED DISC",
        "How soon",
        "MRI of the lower spine",
        "NICE NG59",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(page.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn shows_every_kind_of_entry_and_several_at_once() {
    let ids = [
        "pad",
        "critical-limb-ischaemia",
        "foot-drop",
        "rf01",
        "T8",
        "blood-glucose",
        "statins",
        "X1",
        "SC3",
        "wells-dvt",
        "E7",
        "neuropathy",
        "S22",
    ];
    let output = tingle(&[&["show"], &ids[..]].concat());
    assert!(output.status.success(), "{}", err(&output));
    assert!(out(&output).contains("mg/dL"));
}

#[test]
fn shows_markdown_and_json() {
    let markdown = out(&tingle(&["show", "disc-l5", "--format", "markdown"]));
    assert!(markdown.starts_with("# Slipped disc"));
    let json = out(&tingle(&["show", "disc-l5", "pad", "--format", "json"]));
    let pages: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(pages[0]["id"], "disc-l5");
    assert_eq!(pages[1]["kind"], "cause");
}

#[test]
fn a_typing_error_is_answered_with_the_nearest_id_and_words_with_a_search() {
    let output = tingle(&["show", "disk-l5"]);
    assert_eq!(output.status.code(), Some(64));
    assert!(err(&output).contains("Did you mean: disc-l5"));
    let output = tingle(&["show", "pins and needles"]);
    assert_eq!(output.status.code(), Some(64));
    assert!(err(&output).contains("feel-tingling"));
}

#[test]
fn lists_every_kind() {
    for (what, holds) in [
        ("causes", "disc-l5"),
        ("findings", "foot-drop"),
        ("tests", "mri-of-spine"),
        ("treatments", "statins"),
        ("rules", "RF04"),
        ("sources", "ng127"),
        ("self-exams", "touch-test"),
        ("terms", "numbness"),
    ] {
        let output = tingle(&["list", what]);
        assert!(output.status.success());
        assert!(out(&output).contains(holds), "{what}");
    }
}

#[test]
fn checks_and_counts_the_built_in_knowledge() {
    let output = tingle(&["knowledge", "check"]);
    assert!(output.status.success(), "{}", err(&output));
    assert!(out(&output).contains("in order"));
    let stats = out(&tingle(&["knowledge", "stats"]));
    assert!(stats.contains("44 of 44"));
    let json = out(&tingle(&["knowledge", "stats", "--format", "json"]));
    let parsed: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(parsed["seed"][0], 44);
}

/// A folder with the shipped files.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for file in tingle::knowledge::Files::embedded().iter() {
        let path = folder.path().join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &*file.text).unwrap();
    }
    folder
}

#[test]
fn a_folder_serves_instead_of_the_built_in_knowledge() {
    let folder = folder();
    let path = folder.path().join("en/causes/spine/disc-l5.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(
        &path,
        text.replace("Slipped disc, 5th", "Bulging disc, 5th"),
    )
    .unwrap();
    let shown = tingle(&[
        "--knowledge",
        folder.path().to_str().unwrap(),
        "show",
        "disc-l5",
    ]);
    assert!(out(&shown).contains("BULGING DISC, 5TH"));
}

#[test]
fn faults_are_shown_with_place_and_mend_and_a_code_of_their_own() {
    let folder = folder();
    let path = folder.path().join("causes/spine/disc-l5.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("\"foot-drop\"", "\"foot-dorp\"")).unwrap();
    let output = tingle(&["knowledge", "check", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(65));
    let shown = err(&output);
    assert!(shown.contains("causes/spine/disc-l5.ron:"), "{shown}");
    assert!(
        shown.contains("^^^") && shown.contains("foot-drop"),
        "{shown}"
    );
    let missing = tingle(&["knowledge", "check", "/nowhere/at/all"]);
    assert_eq!(missing.status.code(), Some(66));
}

#[test]
fn a_new_cause_is_written_once_and_passes_when_filled_in() {
    let folder = folder();
    let into = folder.path().to_str().unwrap();
    let make = [
        "knowledge",
        "new",
        "cause",
        "peroneal-cyst",
        "--group",
        "single-nerve",
        "--into",
        into,
    ];
    assert!(tingle(&make).status.success());
    let again = tingle(&make);
    assert_eq!(again.status.code(), Some(73));
    assert!(err(&again).contains("exists already"));
    // As it is, the check names what to fill in.
    let check = tingle(&["knowledge", "check", into]);
    assert_eq!(check.status.code(), Some(65));
    assert!(err(&check).contains("`peroneal-cyst` has no treatment"));
    let path = folder.path().join("causes/single-nerve/peroneal-cyst.ron");
    let filled = fs::read_to_string(&path)
        .unwrap()
        .replace(
            "        // (\"feel-numb\", 0.75, Estimate),",
            "        (\"feel-numb\", 0.75, Estimate),\n        (\"feel-tingling\", 0.7, Estimate),\n        (\"where-outer-shin\", 0.8, Estimate),\n        (\"where-foot-top\", 0.8, Estimate),\n        (\"foot-drop\", 0.5, Estimate),",
        )
        .replace("treatments: []", "treatments: [\"nerve-release-surgery\"]")
        .replace("sources: []", "sources: [\"textbooks\"]");
    fs::write(&path, filled).unwrap();
    let check = tingle(&["knowledge", "check", into]);
    assert!(check.status.success(), "{}", err(&check));
    let taken = tingle(&["knowledge", "new", "cause", "disc-l5", "--into", into]);
    assert_eq!(taken.status.code(), Some(64));
    let odd = tingle(&["knowledge", "new", "cause", "../Oops", "--into", into]);
    assert_eq!(odd.status.code(), Some(64));
}

#[test]
fn completions_manual_and_help() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = tingle(&["completions", shell]);
        assert!(out(&output).contains("tingle"), "{shell}");
    }
    assert!(out(&tingle(&["man"])).contains(".TH tingle"));
    let help = out(&tingle(&["--help"]));
    assert!(help.contains("never diagnoses") && help.contains("Exit codes"));
}

#[test]
fn a_wrong_call_ends_with_64() {
    assert_eq!(tingle(&["shwo"]).status.code(), Some(64));
    assert_eq!(tingle(&["show"]).status.code(), Some(64));
    assert_eq!(tingle(&["list", "cause"]).status.code(), Some(64));
}
