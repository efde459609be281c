//! Folders and files no knowledge base should be: a clear message, no panic.

use std::{fs, path::Path};

use tempfile::TempDir;
use tingle::knowledge::{Faults, Files, Knowledge};

/// The shipped knowledge base as a folder.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for file in crate::shipped().iter() {
        let path = folder.path().join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &*file.text).unwrap();
    }
    folder
}

fn faults_of(folder: &Path) -> Faults {
    match Files::from_folder(folder) {
        Err(faults) => faults,
        Ok(files) => match Knowledge::load_thoroughly(&files) {
            Err(faults) => faults,
            Ok(_) => panic!("it loads"),
        },
    }
}

fn assert_says(folder: &Path, words: &str) {
    let shown = faults_of(folder).render(false);
    assert!(shown.contains(words), "`{words}` is not in:\n{shown}");
}

#[test]
fn a_folder_with_the_shipped_files_loads() {
    let folder = folder();
    let files = Files::from_folder(folder.path()).unwrap();
    assert!(Knowledge::load_thoroughly(&files).is_ok());
}

#[test]
fn a_missing_and_an_empty_folder() {
    let folder = TempDir::new().unwrap();
    assert_says(&folder.path().join("nowhere"), "it does not exist");
    assert_says(folder.path(), "holds no .ron files");
}

#[test]
fn a_folder_without_causes() {
    let folder = folder();
    fs::remove_dir_all(folder.path().join("causes")).unwrap();
    assert_says(folder.path(), "has no causes");
}

#[test]
fn a_missing_file() {
    let folder = folder();
    fs::remove_file(folder.path().join("screening.ron")).unwrap();
    assert_says(folder.path(), "this file is missing");
}

#[test]
fn a_file_of_a_name_nobody_reads() {
    let folder = folder();
    fs::write(folder.path().join("setings.ron"), "()").unwrap();
    assert_says(folder.path(), "did you mean `settings.ron`?");
}

#[test]
fn a_syntax_error() {
    let folder = folder();
    let path = folder.path().join("settings.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(
        &path,
        text.replace("urgency_weight: 2.0,", "urgency_weight: 2.0"),
    )
    .unwrap();
    let faults = faults_of(folder.path());
    let fault = &faults.list()[0];
    assert!(fault.path.ends_with("settings.ron"));
    assert!(fault.line > 0 && fault.column > 0);
}

#[test]
fn a_byte_order_mark() {
    let folder = folder();
    let path = folder.path().join("settings.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("\u{feff}{text}")).unwrap();
    assert_says(folder.path(), "byte-order mark");
}

#[test]
fn text_that_is_not_utf8() {
    let folder = folder();
    fs::write(folder.path().join("settings.ron"), b"(\n// \xff\n)").unwrap();
    assert_says(folder.path(), "line 2 of this file is not UTF-8");
}

#[test]
fn a_file_of_a_hundred_megabytes_is_not_even_read() {
    let folder = folder();
    let file = fs::File::create(folder.path().join("settings.ron")).unwrap();
    file.set_len(100 << 20).unwrap();
    let start = std::time::Instant::now();
    assert_says(folder.path(), "this file has 100 MB");
    assert!(start.elapsed().as_secs() < 20);
}

#[test]
fn brackets_ten_thousand_deep() {
    let folder = folder();
    let deep = format!("(rules: [{}{}])", "Not(".repeat(10_000), ")".repeat(10_000));
    fs::write(folder.path().join("rules/01-stroke.ron"), deep).unwrap();
    assert!(!faults_of(folder.path()).list().is_empty());
    let path = folder.path().join("screening.ron");
    let text = fs::read_to_string(&path).unwrap();
    let nested = format!(
        "passes: {}Yes(\"gone-in-minutes\"){}",
        "Not(".repeat(10_000),
        ")".repeat(10_000)
    );
    fs::write(
        &path,
        text.replace("passes: Yes(\"gone-in-minutes\")", &nested),
    )
    .unwrap();
    assert_says(folder.path(), "nested more than 64 deep");
}

#[cfg(unix)]
#[test]
fn a_file_that_is_a_folder_or_a_dangling_link() {
    let folder = folder();
    let path = folder.path().join("settings.ron");
    fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink(folder.path().join("nowhere"), &path).unwrap();
    assert_says(folder.path(), "cannot be read");
}

#[test]
fn a_text_with_a_backslash() {
    let folder = folder();
    let path = folder.path().join("en/causes/spine/disc-l5.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(
        &path,
        text.replace("plain: \"Slipped", "plain: \"\\\"Slipped"),
    )
    .unwrap();
    assert_says(folder.path(), "single quotation marks");
}
