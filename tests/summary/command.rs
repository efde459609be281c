//! `tingle assess`: formats, files, codes.

use std::fs;

use crate::{FOOT_DROP, assess};

fn out(output: &std::process::Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &std::process::Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn every_format_says_something_of_its_own() {
    for (format, holds) in [
        ("text", "This is not a diagnosis"),
        ("markdown", "# SEE A DOCTOR"),
        ("json", "\"schema_version\""),
        ("html", "<!DOCTYPE html>"),
        ("slip", "LEG CHECK"),
        ("fhir", "\"QuestionnaireResponse\""),
        ("fhir-questionnaire", "\"Questionnaire\""),
        ("code", "TINGLE1-"),
        ("qr", "█"),
    ] {
        let output = assess(&["--format", format], FOOT_DROP);
        assert!(output.status.success(), "{format}: {}", err(&output));
        assert!(out(&output).contains(holds), "{format}: {}", out(&output));
    }
    let narrow = out(&assess(&["--format", "slip", "--width", "32"], FOOT_DROP));
    assert!(narrow.lines().all(|line| line.len() <= 32));
}

#[test]
fn a_code_brings_the_answers_back() {
    let code = out(&assess(&["--format", "code"], FOOT_DROP));
    let run = |code: &str| {
        assert_cmd::Command::cargo_bin("tingle")
            .unwrap()
            .args(["assess", "--code", code, "--format", "json"])
            .output()
            .unwrap()
    };
    let restored = run(code.trim());
    assert_eq!(
        out(&restored),
        out(&assess(&["--format", "json"], FOOT_DROP))
    );
    let cut = run(&code[..code.len() / 2]);
    assert_eq!(cut.status.code(), Some(65));
    assert!(err(&cut).contains("cut short"), "{}", err(&cut));
    assert_eq!(run("hello").status.code(), Some(65));
}

#[test]
fn a_file_is_written_whole_and_never_replaced_unasked() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("slip.txt");
    let shown = path.to_str().unwrap();
    let first = assess(&["--format", "slip", "--out", shown], FOOT_DROP);
    assert!(
        first.status.success() && out(&first).is_empty(),
        "{}",
        err(&first)
    );
    assert!(fs::read_to_string(&path).unwrap().contains("LEG CHECK"));
    fs::write(&path, "mine").unwrap();
    let second = assess(&["--format", "slip", "--out", shown], FOOT_DROP);
    assert_eq!(second.status.code(), Some(73));
    assert!(err(&second).contains("--force"), "{}", err(&second));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    let third = assess(&["--format", "slip", "--out", shown, "--force"], FOOT_DROP);
    assert!(third.status.success());
    assert!(fs::read_to_string(&path).unwrap().contains("LEG CHECK"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_file_that_cannot_be_written_is_said_with_a_code_of_its_own() {
    let folder = tempfile::TempDir::new().unwrap();
    let inside = folder.path().join("no/such/slip.txt");
    for path in [inside.as_path(), folder.path()] {
        let output = assess(&["--out", path.to_str().unwrap()], FOOT_DROP);
        assert_eq!(output.status.code(), Some(73), "{}", err(&output));
        assert!(out(&output).is_empty());
    }
}

#[test]
fn a_file_of_answers_that_is_not_there_is_said_in_words() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_tingle"))
        .args(["assess", "no-such-answers.ron"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(66));
    assert!(
        err(&output).contains("There is no file no-such-answers.ron. Check the name"),
        "{}",
        err(&output)
    );
}

/// A folder that is there and takes no files.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_said_without_inner_names() {
    let output = assess(&["--out", "/proc/slip.txt"], FOOT_DROP);
    assert_eq!(output.status.code(), Some(73), "{}", err(&output));
    assert!(err(&output).contains("in /proc. Choose another folder"));
    assert!(!err(&output).contains(".tmp"), "{}", err(&output));
}

/// A full disk as far as a test can have one: the system's own full device.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_ends_with_74() {
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_tingle"))
        .args(["assess", "--code", "TINGLE18MY24E2WE98DA629GMSSZ017XT3G"])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(74));
    assert!(
        err(&output).contains("cannot be written"),
        "{}",
        err(&output)
    );
    let device = assess(&["--out", "/dev/full", "--force"], FOOT_DROP);
    assert_eq!(device.status.code(), Some(73));
    assert!(
        err(&device).contains("no ordinary file"),
        "{}",
        err(&device)
    );
}

#[test]
fn ids_of_another_version_are_reported_and_the_rest_is_used() {
    let answers = FOOT_DROP.replacen('{', "{\"zebra-stripes\": true, ", 1);
    let output = assess(&["--format", "json"], &answers);
    assert!(output.status.success());
    assert!(
        err(&output).contains("line 1, column 2: there is no finding `zebra-stripes`"),
        "{}",
        err(&output)
    );
    assert!(
        out(&output).contains("\"zebra-stripes\": true"),
        "it is kept"
    );
    assert!(out(&output).contains("\"foot-drop\": true"));
}

/// Files may not grow at all: writing breaks half-way, as on a full disk.
#[cfg(unix)]
#[test]
fn where_writing_breaks_half_way_nothing_is_left() {
    let folder = tempfile::TempDir::new().unwrap();
    let output = std::process::Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" assess --code TINGLE18MY24E2WE98DA629GMSSZ017XT3G --out slip.txt"])
        .arg(env!("CARGO_BIN_EXE_tingle"))
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(74), "{}", err(&output));
    assert!(
        err(&output).contains("slip.txt was not saved"),
        "{}",
        err(&output)
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
