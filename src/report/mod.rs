//! An assessment as something to read: text, Markdown, JSON.

mod advice;
pub mod code;
mod comparison;
mod document;
mod json;
pub mod qr;
pub mod words;

pub use comparison::compare;
pub use document::{Depth, document, question_text, stop_text};
pub use json::{SCHEMA_VERSION, to_json};
