//! Every entry of the knowledge base as a page to read.
//!
//! An [`Article`] is plain structure; every face (command line, plain mode,
//! screen, reports) renders the same one.

mod build;
pub mod heading;
mod markdown;
mod text;

use serde::Serialize;

pub use build::{article, title, urgency_words, with_sections};
pub use markdown::to_markdown;
pub use text::to_text;

/// A page: a title and blocks under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Id of the entry.
    pub id: String,
    /// Kind of the entry.
    pub kind: &'static str,
    /// Plain name.
    pub title: String,
    /// Standard name or what belongs under the title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub subtitle: String,
    /// The body.
    pub sections: Vec<Section>,
}

/// A heading with what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The heading; empty for the opening section.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub heading: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// Running text.
    Paragraph(String),
    /// A list of texts.
    List(Vec<String>),
    /// Numbered steps.
    Steps(Vec<String>),
    /// Pairs of a name and a value.
    Facts(Vec<(String, String)>),
    /// Links to other entries: id and name.
    Links(Vec<(String, String)>),
    /// Something that must not be overlooked.
    Warning(String),
}
