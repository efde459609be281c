//! `tingle settings`, run as a user runs it.

use std::{fs, path::Path, process::Output};

use assert_cmd::Command;
use tempfile::TempDir;

fn tingle(home: &Path, arguments: &[&str]) -> Output {
    Command::cargo_bin("tingle")
        .unwrap()
        .args(arguments)
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home)
        .env_remove("TINGLE_SETTINGS")
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

#[cfg(unix)]
#[test]
fn path_is_printed_alone_and_beside_it_whether_it_is_there() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("tingle/settings.ron");
    let before = tingle(home.path(), &["settings", "path"]);
    assert_eq!(out(&before), format!("{}\n", file.display()));
    assert!(err(&before).contains("not there"), "{}", err(&before));
    fs::create_dir(file.parent().unwrap()).unwrap();
    fs::write(&file, "()").unwrap();
    let after = tingle(home.path(), &["settings", "path"]);
    assert_eq!(out(&after), out(&before));
    assert!(err(&after).starts_with("It is there"), "{}", err(&after));
}

#[test]
fn the_default_file_passes_the_check() {
    let home = TempDir::new().unwrap();
    let printed = tingle(home.path(), &["settings", "print-default"]);
    assert!(printed.status.success(), "{}", err(&printed));
    let file = home.path().join("mine.ron");
    fs::write(&file, &printed.stdout).unwrap();
    let checked = tingle(home.path(), &["settings", "check", file.to_str().unwrap()]);
    assert!(checked.status.success(), "{}", err(&checked));
    assert!(out(&checked).contains("in order"), "{}", out(&checked));
}

#[cfg(unix)]
#[test]
fn a_missing_file_is_in_order_and_a_named_one_is_not() {
    let home = TempDir::new().unwrap();
    let usual = tingle(home.path(), &["settings", "check"]);
    assert!(usual.status.success(), "{}", err(&usual));
    assert!(out(&usual).contains("all defaults hold"));
    let named = tingle(
        home.path(),
        &["settings", "check", "--settings", "/no/such.ron"],
    );
    assert_eq!(named.status.code(), Some(78));
    assert!(err(&named).contains("does not exist"), "{}", err(&named));
}

#[cfg(unix)]
#[test]
fn faults_of_settings_and_themes_come_with_lines_and_exit_code_78() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join("tingle");
    fs::create_dir_all(folder.join("themes")).unwrap();
    let file = folder.join("settings.ron");
    fs::write(&file, "(\n    theme: \"drak\",\n    mousse: true,\n)").unwrap();
    fs::write(folder.join("themes/mine.ron"), "(base: \"lihgt\")").unwrap();
    let output = tingle(home.path(), &["settings", "check"]);
    assert_eq!(output.status.code(), Some(78));
    assert_eq!(out(&output), "");
    for words in [
        "tingle/settings.ron:2:12",
        "did you mean `dark`?",
        "high-contrast, mono, mine",
        "tingle/settings.ron:3:5",
        "did you mean `mouse`?",
        "tingle/themes/mine.ron:1:8",
        "did you mean `light`?",
        "3 faults in the settings.",
    ] {
        assert!(err(&output).contains(words), "{words}\n{}", err(&output));
    }
}

#[cfg(unix)]
#[test]
fn a_theme_of_ones_own_is_counted() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join("tingle");
    fs::create_dir_all(folder.join("themes")).unwrap();
    fs::write(folder.join("themes/mine.ron"), "(base: \"light\")").unwrap();
    fs::write(folder.join("settings.ron"), "(theme: \"mine\")").unwrap();
    let output = tingle(home.path(), &["settings", "check"]);
    assert!(output.status.success(), "{}", err(&output));
    assert!(out(&output).contains("1 theme in "), "{}", out(&output));
}
