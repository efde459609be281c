//! From answers to an assessment: safety, order, cases.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a failed step fails the test

mod answers;
mod cases;
mod checks;
mod code;
mod outlook;
mod safety;

use tingle::assessment::{Answers, Engine};
use tingle::knowledge::{Files, Knowledge};

/// Runs a test with the shipped knowledge base compiled.
fn with_engine(test: impl FnOnce(&Engine<'_, '_>)) {
    let files = Files::embedded();
    let knowledge = Knowledge::load(&files).unwrap();
    test(&Engine::new(&knowledge).unwrap());
}

/// Reads answers written as JSON.
fn answers(engine: &Engine<'_, '_>, text: &str) -> Answers {
    Answers::read(engine.knowledge, text).unwrap_or_else(|faults| panic!("{faults:?}"))
}
