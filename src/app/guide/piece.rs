//! What a page to read is made of, for any face.

/// A piece of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// A heading, with air above it.
    Heading(String),
    /// Something that must not be overlooked.
    Warning(String),
    /// Running text.
    Text(String),
    /// Running text of second rank.
    Quiet(String),
    /// One of a list.
    Item(String),
    /// A possible cause.
    Cause {
        /// Its plain name.
        name: String,
        /// Its probability.
        share: f64,
        /// The same in words.
        about: String,
    },
    /// Speaks for the cause above.
    For(String),
    /// Speaks against the cause above.
    Against(String),
}

impl Piece {
    /// The piece as a line of plain text.
    pub fn plain(&self) -> String {
        match self {
            Self::Heading(text) | Self::Warning(text) | Self::Text(text) | Self::Quiet(text) => {
                text.clone()
            }
            Self::Item(text) | Self::For(text) | Self::Against(text) => format!("- {text}"),
            Self::Cause { name, about, .. } => format!("{name}: {about}"),
        }
    }
}

/// Pieces as lines of plain text.
pub fn plain(pieces: &[Piece]) -> Vec<String> {
    pieces.iter().map(Piece::plain).collect()
}
