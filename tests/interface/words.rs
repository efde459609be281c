//! Every word the interface says has a text, and every text is said.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use tingle::language::Language;

/// Keys made of a prefix and an id.
const MADE: [&str; 4] = ["do-", "short-", "group-", "body-"];

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

/// All code, but for the module of the words itself.
fn code() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    sources(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut files,
    );
    files
        .into_iter()
        .filter(|path| !path.ends_with("src/language.rs"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            (path, text)
        })
        .collect()
}

/// The literals that stand first in a call of this method.
fn said<'a>(code: &'a str, call: &str) -> Vec<&'a str> {
    code.split(call)
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"'))
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn every_word_that_is_said_has_a_text() {
    let language = Language::english().unwrap();
    for (path, text) in code() {
        for call in [".say(", ".with("] {
            for key in said(&text, call) {
                assert!(
                    language.has(key),
                    "{} says `{key}`, which has no text in assets/language/en",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn every_text_is_said_somewhere() {
    let code: String = code().into_iter().map(|(_, text)| text).collect();
    let literals: BTreeSet<&str> = code.split('"').collect();
    for key in Language::english().unwrap().keys() {
        let base = key.strip_suffix("-one").unwrap_or(key);
        let said = literals.contains(key) || literals.contains(base);
        assert!(
            MADE.iter().any(|prefix| key.starts_with(prefix)) || said,
            "nothing says `{key}`"
        );
    }
}

#[test]
fn the_search_for_words_finds_them() {
    let code =
        "words.say(\"a\"); words.with(\n    \"b\", &[]); words.say(&key); Bindings::with(&[])";
    assert_eq!(said(code, ".say("), ["a"]);
    assert_eq!(said(code, ".with("), ["b"]);
}
