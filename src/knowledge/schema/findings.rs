//! Findings: what can be asked, looked at, measured or found.

use serde::Deserialize;

use crate::knowledge::expression::Expr;
use crate::knowledge::grade::Grade;

/// A file of `findings/`: one category.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingFile<'a> {
    /// The category's id.
    pub category: &'a str,
    /// Who can answer the questions of this category.
    pub asked_of: AskedOf,
    /// Whether the guide shows it as a checklist before it asks single questions.
    #[serde(default)]
    pub checklist: bool,
    /// The findings, in clinical order.
    #[serde(borrow)]
    pub findings: Vec<Finding<'a>>,
}

/// Who can answer a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum AskedOf {
    /// Anyone, in everyday words.
    Everyone,
    /// Anyone who does a self-check.
    SelfCheck,
    /// Anyone who holds a result in their hands.
    TestResult,
    /// Only those who examine.
    Examiner,
}

/// One thing that can be asked, looked at, measured or found.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding<'a> {
    /// Stable id, kebab-case, never reused.
    pub id: &'a str,
    /// What an answer looks like, with its frequencies among people of the
    /// population who have none of the causes.
    #[serde(borrow)]
    pub answer: AnswerKind<'a>,
    /// Grade of those frequencies.
    #[serde(borrow)]
    pub grade: Grade<'a>,
    /// Where on the leg it sits, as zones of the body map.
    #[serde(default, borrow)]
    pub zones: Vec<&'a str>,
    /// Set for a bundled question that is no longer asked: it is true if any
    /// part is true, false if all are false.
    #[serde(default, borrow)]
    pub parts: Vec<&'a str>,
    /// Other ids that mean this finding.
    #[serde(default, borrow)]
    pub aliases: Vec<&'a str>,
    /// Something to look at or feel for rather than to know.
    #[serde(default)]
    pub look: bool,
}

/// What an answer looks like.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum AnswerKind<'a> {
    /// Yes or no; the figure is P(yes) without any of the causes.
    YesNo(f64),
    /// One of several levels with their frequencies.
    #[serde(borrow)]
    OneOf(Vec<(&'a str, f64)>),
    /// A number with a unit, weighed in bands.
    #[serde(borrow)]
    Number(NumberKind<'a>),
}

/// How a number is entered and weighed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberKind<'a> {
    /// The unit figures and rules use.
    pub unit: &'a str,
    /// Other units in use: name, factor, offset; canonical = entered * factor + offset.
    #[serde(default, borrow)]
    pub also: Vec<(&'a str, f64, f64)>,
    /// Smallest and largest possible value, in `unit`.
    pub range: (f64, f64),
    /// Whether a bare number is refused because several units are in use.
    #[serde(default)]
    pub unit_needed: bool,
    /// Bands: level id, smallest value in it, frequency without any cause.
    #[serde(borrow)]
    pub bands: Vec<(&'a str, f64, f64)>,
}

/// `relations.ron`: how findings hang together.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relations<'a> {
    /// Shortened values of the clinical sources: finding, short value, levels.
    #[serde(borrow)]
    pub short_values: Vec<(&'a str, &'a str, Vec<&'a str>)>,
    /// An answer that settles another one, for rules only.
    #[serde(borrow)]
    pub implies: Vec<(Expr<'a>, Sets<'a>)>,
    /// Findings that measure the same thing, the better one first: only the
    /// first answered one of a row is weighed.
    #[serde(borrow)]
    pub same_thing: Vec<Vec<&'a str>>,
    /// "Anywhere" and its places: with a place named only the places are
    /// weighed, with "nowhere" only the whole.
    #[serde(borrow)]
    pub wholes: Vec<(&'a str, Vec<&'a str>)>,
}

/// What an implication sets.
#[derive(Debug, Clone, Copy, Deserialize)]
pub enum Sets<'a> {
    /// A yes/no finding to yes.
    #[serde(borrow)]
    Yes(&'a str),
    /// A one-of finding to a level.
    Level(&'a str, &'a str),
    /// A number finding to a value.
    Number(&'a str, f64),
}

/// `screening.ron`: the emergency questions, asked before anything else.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screening<'a> {
    /// Groups by body part, in the order they are asked.
    #[serde(borrow)]
    pub groups: Vec<ScreenGroup<'a>>,
    /// Questions asked with them because rules need the answer; a yes is no alarm.
    #[serde(borrow)]
    pub context: Vec<&'a str>,
    /// Everyday triggers that self-care needs.
    #[serde(borrow)]
    pub triggers: Vec<&'a str>,
    /// Of these, triggers that explain both legs.
    #[serde(borrow)]
    pub both_leg_triggers: Vec<&'a str>,
    /// Answers that bar self-care.
    #[serde(borrow)]
    pub bars_self_care: Expr<'a>,
    /// The answer that self-care needs besides a trigger.
    #[serde(borrow)]
    pub passes: Expr<'a>,
}

/// One screen of emergency questions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScreenGroup<'a> {
    /// Stable id; its title is among the words.
    pub id: &'a str,
    /// The findings asked.
    #[serde(borrow)]
    pub asks: Vec<&'a str>,
}
