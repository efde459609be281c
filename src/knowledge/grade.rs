//! How far a figure can be trusted, and where it comes from.

use serde::{Deserialize, Serialize};

/// The grade every figure of the knowledge base carries.
///
/// A figure without one does not load: the field is part of its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub enum Grade<'a> {
    /// Printed in the named source.
    #[serde(borrow)]
    Published(&'a str),
    /// Set by the named guideline.
    #[serde(borrow)]
    Guideline(&'a str),
    /// A textbook's frequency word turned into a number.
    Textbook,
    /// A judgement; no source exists.
    Estimate,
    /// A judgement that leans on the named source: another population, an
    /// adapted definition, or a figure recalled and not yet checked.
    #[serde(borrow)]
    EstimateFrom(&'a str),
}

impl<'a> Grade<'a> {
    /// The source the figure is taken from or leans on.
    pub fn source(self) -> Option<&'a str> {
        match self {
            Self::Published(id) | Self::Guideline(id) | Self::EstimateFrom(id) => Some(id),
            Self::Textbook | Self::Estimate => None,
        }
    }

    /// The grade without its source, for counting and for a column of marks.
    pub fn class(self) -> GradeClass {
        match self {
            Self::Published(_) => GradeClass::Published,
            Self::Guideline(_) => GradeClass::Guideline,
            Self::Textbook => GradeClass::Textbook,
            Self::Estimate | Self::EstimateFrom(_) => GradeClass::Estimate,
        }
    }
}

/// A [`Grade`] without its source, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GradeClass {
    /// Printed in a source.
    Published,
    /// Set by a guideline.
    Guideline,
    /// A textbook's word turned into a number.
    Textbook,
    /// A judgement.
    Estimate,
}

impl GradeClass {
    /// All classes, best first.
    pub const ALL: [Self; 4] = [
        Self::Published,
        Self::Guideline,
        Self::Textbook,
        Self::Estimate,
    ];

    /// The word shown beside a figure.
    pub fn word(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Guideline => "guideline",
            Self::Textbook => "textbook",
            Self::Estimate => "estimate",
        }
    }
}
