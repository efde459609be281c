//! The shipped knowledge base, and what becomes of a broken one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a failed step fails the test

mod bad_input;
mod content;
mod faults;
mod mutations;
mod seed;

/// The shipped knowledge base as its authors wrote it.
fn shipped() -> tingle::knowledge::Files {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/knowledge");
    let read = tingle::knowledge::Files::from_folder(&folder).unwrap();
    let texts = read
        .iter()
        .map(|file| (file.path.clone(), file.text.clone()));
    tingle::knowledge::Files::from_texts(texts)
}

#[test]
fn the_built_in_knowledge_is_the_shipped_one() {
    use tingle::knowledge::{Files, Knowledge};
    let (built_in, shipped) = (Files::embedded(), shipped());
    let (built_in, shipped) = (
        Knowledge::load(&built_in).unwrap(),
        Knowledge::load(&shipped).unwrap(),
    );
    // Every field of it, down to the last text.
    assert_eq!(format!("{built_in:?}"), format!("{shipped:?}"));
}
