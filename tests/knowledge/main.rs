//! The shipped knowledge base, and what becomes of a broken one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a failed step fails the test

mod bad_input;
mod content;
mod faults;
mod mutations;
mod seed;

/// The shipped knowledge base as its authors wrote it, with its lines and
/// comments; the embedded one has neither.
fn shipped() -> tingle::knowledge::Files {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/knowledge");
    let read = tingle::knowledge::Files::from_folder(&folder).unwrap();
    let texts = read
        .iter()
        .map(|file| (file.path.clone(), file.text.clone().into_owned()));
    tingle::knowledge::Files::from_texts(texts)
}

#[test]
fn the_embedded_knowledge_is_the_shipped_one() {
    use tingle::knowledge::{Files, Kind, Knowledge, statistics::Statistics};
    let (embedded, shipped) = (Files::embedded(), shipped());
    let (embedded, shipped) = (
        Knowledge::load(&embedded).unwrap(),
        Knowledge::load(&shipped).unwrap(),
    );
    let counts = |knowledge: &Knowledge<'_>| format!("{:?}", Statistics::of(knowledge));
    assert_eq!(counts(&embedded), counts(&shipped));
    for kind in Kind::ALL {
        for entry in embedded.entries(kind) {
            let page = |knowledge| tingle::article::article(knowledge, entry);
            assert_eq!(page(&embedded), page(&shipped));
        }
    }
}
