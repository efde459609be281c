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
fn a_source_says_how_it_was_checked_and_how_to_find_it() {
    let page = out(&tingle(&["show", "E1"]));
    assert!(page.contains("JAMA 2006;295:536"), "{page}");
    assert!(page.contains("not taken from memory"), "{page}");
    assert!(page.contains("Where to find it"), "{page}");
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
    let shipped = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/knowledge");
    let shipped = tingle::knowledge::Files::from_folder(&shipped).unwrap();
    for file in shipped.iter() {
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

const FOOT_DROP: &str = r#"{"side": "one", "foot-drop": true, "knee-pressure": true, "where-foot-top": true,
    "where-outer-shin": true, "where-sole": false, "back-pain": false, "age": 41, "onset": "weeks"}"#;

fn assess(arguments: &[&str], answers: &str) -> Output {
    Command::cargo_bin("tingle")
        .unwrap()
        .arg("assess")
        .args(arguments)
        .write_stdin(answers)
        .output()
        .unwrap()
}

#[test]
fn assesses_answers_from_standard_input_and_from_a_file() {
    let shown = out(&assess(&["-"], FOOT_DROP));
    assert!(shown.starts_with("SEE A DOCTOR WITHIN DAYS"), "{shown}");
    assert!(shown.contains("Pinched nerve at the outer knee: over 9 in 10"));
    assert!(!shown.contains(" dB"));
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("answers.json");
    fs::write(&path, FOOT_DROP).unwrap();
    let from_file = tingle(&["assess", path.to_str().unwrap()]);
    assert_eq!(out(&from_file), shown);
}

#[test]
fn explains_in_words_and_gives_a_doctor_the_numbers() {
    assert!(out(&assess(&["-", "--explain"], FOOT_DROP)).contains("(strongly)"));
    let doctor = out(&assess(&["-", "--doctor"], FOOT_DROP));
    assert!(doctor.contains(" dB  ") && doctor.contains("rule RF27"));
    assert!(out(&assess(&["-", "--format", "markdown"], FOOT_DROP)).starts_with("# SEE"));
}

#[test]
fn an_emergency_is_said_first() {
    let shown = out(&assess(&["-"], r#"{"face-droop": true}"#));
    assert!(shown.starts_with("EMERGENCY: GO NOW"), "{shown}");
    assert!(shown.contains("Call an ambulance now"));
}

/// Every object of the JSON has the fields its schema requires and no other.
fn fits(schema: &serde_json::Value, root: &serde_json::Value, value: &serde_json::Value, at: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        let key = name.trim_start_matches("#/$defs/");
        return fits(&root["$defs"][key], root, value, at);
    }
    if let (Some(properties), Some(object)) = (schema["properties"].as_object(), value.as_object())
    {
        for key in schema["required"].as_array().unwrap() {
            assert!(
                object.contains_key(key.as_str().unwrap()),
                "{at}: {key} is missing"
            );
        }
        for (key, inner) in object {
            let described = properties
                .get(key)
                .unwrap_or_else(|| panic!("{at}: {key} is not described"));
            fits(described, root, inner, &format!("{at}.{key}"));
        }
    }
    if let (Some(_), Some(items)) = (schema.get("items"), value.as_array()) {
        for item in items {
            fits(&schema["items"], root, item, &format!("{at}[]"));
        }
    }
    if let Some(allowed) = schema["enum"].as_array() {
        assert!(allowed.contains(value), "{at}: {value}");
    }
}

#[test]
fn json_follows_its_schema() {
    let path = format!("{}/docs/assessment.schema.json", env!("CARGO_MANIFEST_DIR"));
    let schema: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    for answers in [
        FOOT_DROP,
        "{}",
        r#"{"where-saddle": true, "lab-glucose": "300 mg/dL"}"#,
    ] {
        let json: serde_json::Value =
            serde_json::from_str(&out(&assess(&["-", "--format", "json"], answers))).unwrap();
        assert_eq!(json["schema_version"], 1);
        fits(&schema, &schema, &json, "assessment");
        // What it prints as answers can be read again and means the same.
        let again = out(&assess(
            &["-", "--format", "json"],
            &json["answers"].to_string(),
        ));
        assert_eq!(
            json,
            serde_json::from_str::<serde_json::Value>(&again).unwrap()
        );
    }
}

#[test]
fn bad_answers_and_missing_files_have_codes_of_their_own() {
    let output = assess(&["-"], r#"{"foot-dorp": true, "lab-glucose": 7}"#);
    assert_eq!(output.status.code(), Some(65));
    let shown = err(&output);
    assert!(
        shown.contains("foot-drop") && shown.contains("mmol/L"),
        "{shown}"
    );
    assert_eq!(tingle(&["assess", "/nowhere"]).status.code(), Some(66));
    assert_eq!(tingle(&["ask", "/nowhere"]).status.code(), Some(66));
}

#[test]
fn asks_emergencies_first_and_compares_causes() {
    let asked = Command::cargo_bin("tingle")
        .unwrap()
        .args(["ask", "-"])
        .write_stdin("{}")
        .output()
        .unwrap();
    assert!(out(&asked).starts_with("face-droop"));
    let compared = out(&tingle(&["compare", "lumbar-stenosis", "pad"]));
    assert!(
        compared.contains("bending forward") || compared.contains("dB"),
        "{compared}"
    );
    assert_eq!(
        tingle(&["compare", "disc-l5", "disk-s1"]).status.code(),
        Some(64)
    );
}

#[test]
fn evaluates_cases_and_compares_two_knowledge_bases() {
    let cases = format!("{}/assets/cases/open-1.ron", env!("CARGO_MANIFEST_DIR"));
    let report = out(&tingle(&["knowledge", "evaluate", &cases]));
    for words in [
        "Published cases that count",
        "Brier score",
        "emergencies found",
        "Simulated patients, every everyday answer known: 2000",
        "Here the class expected is that of the cause drawn",
        "Simulated patients asked by the guide, self-checks known too: 200",
    ] {
        assert!(report.contains(words), "{words}");
    }
    let folder = folder();
    let path = folder.path().join("causes/many-nerves/b12-deficiency.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("prior: (0.02,", "prior: (0.0002,")).unwrap();
    let other = folder.path().to_str().unwrap();
    let difference = out(&tingle(&["knowledge", "evaluate", &cases, "--diff", other]));
    assert!(
        difference.contains("b12-deficiency") && difference.contains("cases differ"),
        "{difference}"
    );
    let wrong = tingle(&["knowledge", "evaluate", "/nowhere"]);
    assert_eq!(wrong.status.code(), Some(66));
}
