//! `tingle kiosk`, run as an administrator runs it.

use std::fs;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;
use tingle::kiosk::pin::PinHash;

fn tingle(arguments: &[&str], input: &str) -> Output {
    Command::cargo_bin("tingle")
        .unwrap()
        .args(arguments)
        .write_stdin(input)
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
fn the_default_file_is_in_order() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("kiosk.ron");
    fs::write(&file, out(&tingle(&["kiosk", "print-default"], ""))).unwrap();
    let checked = tingle(&["kiosk", "check", file.to_str().unwrap()], "");
    assert!(checked.status.success(), "{}", err(&checked));
    assert!(out(&checked).contains("in order"));
    assert!(out(&checked).contains("There is no staff PIN"));
}

#[test]
fn faults_come_with_places_and_exit_code_78() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("kiosk.ron");
    fs::write(&file, "(\n    idel: 60,\n)").unwrap();
    for arguments in [
        ["kiosk", "check", file.to_str().unwrap()].as_slice(),
        &["kiosk", "--settings", file.to_str().unwrap(), "check"],
    ] {
        let output = tingle(arguments, "");
        assert_eq!(output.status.code(), Some(78));
        assert!(err(&output).contains("kiosk.ron:2:5"), "{}", err(&output));
        assert!(err(&output).contains("did you mean `idle`?"));
    }
    let missing = tingle(&["kiosk", "check", "/no/such.ron"], "");
    assert_eq!(missing.status.code(), Some(78));
}

#[test]
fn a_pin_from_a_pipe_becomes_a_line_that_holds_only_its_hash() {
    let output = tingle(&["kiosk", "set-pin"], "482915\n");
    assert!(output.status.success(), "{}", err(&output));
    let line = out(&output);
    let hash = line.trim().strip_prefix("pin: \"").unwrap();
    let hash: PinHash = hash.strip_suffix("\",").unwrap().parse().unwrap();
    assert!(hash.is_of("482915") && !hash.is_of("482916"));
    assert!(!line.contains("482915"));
    let again = tingle(&["kiosk", "set-pin"], "482915\n");
    assert_ne!(out(&again), line, "two hashes of one PIN share their salt");
}

#[test]
fn a_pin_put_into_a_file_keeps_the_rest_of_it() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("kiosk.ron");
    fs::write(&file, out(&tingle(&["kiosk", "print-default"], ""))).unwrap();
    let before = fs::read_to_string(&file).unwrap();
    let set = ["kiosk", "set-pin", "--into", file.to_str().unwrap()];
    let output = tingle(&set, "482915\n");
    assert!(output.status.success(), "{}", err(&output));
    let after = fs::read_to_string(&file).unwrap();
    let changed = before.lines().zip(after.lines()).filter(|(a, b)| a != b);
    assert_eq!(changed.count(), 1);
    assert_eq!(before.lines().count(), after.lines().count());
    let checked = tingle(&["kiosk", "check", file.to_str().unwrap()], "");
    assert!(!out(&checked).contains("no staff PIN"), "{}", err(&checked));
}

#[test]
fn what_is_no_pin_is_refused_and_nothing_is_printed() {
    for (input, code) in [
        ("", 66),
        ("12345\n", 65),
        ("123456\n", 65),
        ("abcdef\n", 65),
    ] {
        let output = tingle(&["kiosk", "set-pin"], input);
        assert_eq!(output.status.code(), Some(code), "{input:?}");
        assert_eq!(out(&output), "");
    }
}

#[test]
fn counters_that_nobody_named_are_said_to_be_off() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("kiosk.ron");
    fs::write(&file, "()").unwrap();
    let report = ["kiosk", "--settings", file.to_str().unwrap(), "report"];
    let output = tingle(&report, "");
    assert_eq!(output.status.code(), Some(64));
    assert!(err(&output).contains("nothing is counted"));
    let named = tingle(&["kiosk", "report", folder.path().to_str().unwrap()], "");
    assert!(named.status.success());
}
