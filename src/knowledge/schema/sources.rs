//! Sources, questionnaires and the seed article.

use serde::Deserialize;

use crate::knowledge::expression::Expr;

/// `scores.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreFile<'a> {
    /// The questionnaires.
    #[serde(borrow)]
    pub scores: Vec<Score<'a>>,
}

/// A validated questionnaire or a staging that is free to use.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Items: id, points, and the answers that earn them (if they can be told).
    #[serde(borrow)]
    pub items: Vec<ScoreItem<'a>>,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
}

/// One item of a score.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreItem<'a> {
    /// Id within the score.
    pub id: &'a str,
    /// Points it adds, or its stage number.
    pub points: i8,
    /// Answers that earn the points.
    #[serde(default, borrow)]
    pub when: Option<Expr<'a>>,
}

/// `sources.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFile<'a> {
    /// The sources.
    #[serde(borrow)]
    pub sources: Vec<SourceEntry<'a>>,
}

/// A paper, guideline or book.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Author, journal or body, year.
    pub citation: &'a str,
    /// Whether the page was seen when the figure was taken down.
    pub seen: Seen,
}

/// Whether a source's page was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Seen {
    /// Seen when the figure was taken down.
    Page,
    /// Some of its figures were seen, others recalled.
    Partly,
    /// From memory; to be checked before it is relied on.
    Memory,
}

/// `seed.ron`: where each statement of the seed article is carried.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedFile<'a> {
    /// The statements: id, verdict, entries.
    #[serde(borrow)]
    pub statements: Vec<(&'a str, Verdict, Vec<&'a str>)>,
}

/// How a statement of the article stands against guidelines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Verdict {
    /// Guidelines say the same.
    Agree,
    /// True in part.
    Partly,
    /// Something important is missing.
    Incomplete,
    /// Guidelines say otherwise.
    Conflict,
}
