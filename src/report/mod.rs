//! An assessment as something to take along: text, slip, Markdown, web page,
//! JSON, FHIR, a code and its picture.

mod advice;
pub mod code;
mod comparison;
pub mod dates;
mod doctor;
mod document;
mod fhir;
mod html;
mod json;
mod map;
pub mod qr;
mod slip;
mod summary;
pub mod words;

pub use comparison::compare;
pub use document::{document, question_text, stop_text};
pub use fhir::{questionnaire, questionnaire_response};
pub use html::to_html;
pub use json::{SCHEMA_VERSION, to_json};
pub use slip::slip;
pub use summary::{Depth, Summary};
