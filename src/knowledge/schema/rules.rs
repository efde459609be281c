//! Red flags.

use serde::Deserialize;

use crate::knowledge::expression::Expr;
use crate::knowledge::urgency::Urgency;

/// A file of `rules/`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile<'a> {
    /// The rules.
    #[serde(borrow)]
    pub rules: Vec<Rule<'a>>,
}

/// A red flag: a plain rule over answers, never a probability.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule<'a> {
    /// Stable id.
    pub id: &'a str,
    /// How soon to be seen when it fires.
    pub urgency: Urgency,
    /// It fires when this is true ...
    #[serde(borrow)]
    pub when: Expr<'a>,
    /// ... unless this is true.
    #[serde(default, borrow)]
    pub unless: Option<Expr<'a>>,
    /// Guidelines and papers behind it.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
    /// What decides how soon.
    pub basis: Basis,
}

/// What a rule rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Basis {
    /// A guideline says so.
    Guideline,
    /// Textbooks agree.
    Textbook,
    /// Judgement of the authors; no guideline names a time.
    Consensus,
}
