//! An assessment as something to read: text, Markdown, JSON.

mod document;
mod json;
pub mod words;

pub use document::{Depth, compare, document, question_text, stop_text};
pub use json::{SCHEMA_VERSION, to_json};
