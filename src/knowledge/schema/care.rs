//! Treatments, self-care and self-checks.

use serde::Deserialize;

use super::checks::Enter;
use crate::knowledge::expression::Expr;

/// `treatments.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatmentFile<'a> {
    /// The treatments.
    #[serde(borrow)]
    pub treatments: Vec<Treatment<'a>>,
}

/// A treatment to ask a doctor about; never one to start, stop or change alone.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Treatment<'a> {
    /// Stable id.
    pub id: &'a str,
    /// What guidelines make of it.
    pub standing: Standing,
    /// ATC classes of medicines.
    #[serde(default, borrow)]
    pub atc: Vec<&'a str>,
    /// Answers that speak against it, each with the key of the reason.
    #[serde(default, borrow)]
    pub do_not_if: Vec<(Expr<'a>, &'a str)>,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
}

/// What guidelines make of a treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Standing {
    /// Among the first to be offered.
    Recommended,
    /// For some people, or later.
    Sometimes,
    /// Guidelines advise against it.
    Discouraged,
    /// In hospital, at once.
    Emergency,
}

/// `self-care.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfCareFile<'a> {
    /// The items.
    #[serde(borrow)]
    pub self_care: Vec<SelfCare<'a>>,
}

/// Something a person can do at home, and the answers that rule it out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfCare<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Number in the clinical sources.
    pub code: &'a str,
    /// Whether it is advised to anyone at all.
    pub standing: Standing,
    /// Answers that rule it out, each with the key of the reason.
    #[serde(borrow)]
    pub do_not_if: Vec<(Expr<'a>, &'a str)>,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
}

/// `self-exams.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfExamFile<'a> {
    /// The self-checks.
    #[serde(borrow)]
    pub self_exams: Vec<SelfExam<'a>>,
}

/// A physical check a lay person can do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfExam<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Number in the clinical sources.
    pub code: &'a str,
    /// Findings it sets.
    #[serde(borrow)]
    pub sets: Vec<&'a str>,
    /// Seconds of each timed part; empty when nothing is timed.
    #[serde(default)]
    pub seconds: Vec<u16>,
    /// Whether each leg is checked apart.
    #[serde(default)]
    pub each_side: bool,
    /// Whether a second person is needed.
    #[serde(default)]
    pub helper: Helper,
    /// Answers that rule it out, each with the key of the reason.
    #[serde(default, borrow)]
    pub do_not_if: Vec<(Expr<'a>, &'a str)>,
    /// How each of its findings is entered, in this order.
    #[serde(borrow)]
    pub enter: Vec<Enter<'a>>,
    /// Minutes it takes, for both legs.
    pub minutes: u16,
    /// Timed steps, from 1, with their seconds.
    #[serde(default)]
    pub countdowns: Vec<(usize, u16)>,
    /// It is the foot that is checked, rather than the leg.
    #[serde(default)]
    pub feet: bool,
    /// Daily life shows it as well: who must not try it is asked about it instead.
    #[serde(default)]
    pub daily: bool,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
}

/// Whether a self-check needs a second person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Helper {
    /// It can be done alone.
    #[default]
    NotNeeded,
    /// Better with someone beside.
    Better,
    /// It cannot be done alone.
    Needed,
}
