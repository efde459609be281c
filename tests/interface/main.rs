//! What a person sees and sets: words, keys, settings.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a failed step fails the test

mod readme;
mod settings;
mod words;
