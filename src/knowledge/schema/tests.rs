//! Tests and their reference ranges.

use serde::Deserialize;

use crate::knowledge::grade::Grade;

/// `tests.ron`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestFile<'a> {
    /// The tests.
    #[serde(borrow)]
    pub tests: Vec<Test<'a>>,
}

/// A test someone can ask about.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Test<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Number in the clinical sources.
    #[serde(default)]
    pub code: &'a str,
    /// Where it can be had.
    pub access: Access,
    /// LOINC codes.
    #[serde(default, borrow)]
    pub loinc: Vec<&'a str>,
    /// Findings its result sets.
    #[serde(default, borrow)]
    pub sets: Vec<&'a str>,
    /// Reference ranges.
    #[serde(default, borrow)]
    pub ranges: Vec<Range<'a>>,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
}

/// Where a test can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Access {
    /// Any practice, cheap.
    Practice,
    /// Hospital outpatients.
    Hospital,
    /// A specialist.
    Specialist,
}

/// A reference range; laboratories differ, so the printed one wins.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range<'a> {
    /// What is measured.
    pub analyte: &'a str,
    /// The finding a value of it sets.
    #[serde(default)]
    pub finding: &'a str,
    /// Unit of the limits.
    pub unit: &'a str,
    /// Other units: name and factor; shown = limit * factor + offset.
    #[serde(default, borrow)]
    pub also: Vec<(&'a str, f64, f64)>,
    /// Lower and upper limit of the usual range.
    pub usual: (Option<f64>, Option<f64>),
    /// Limits that change what is done: meaning key and value.
    #[serde(default, borrow)]
    pub limits: Vec<Limit<'a>>,
    /// Grade of the limits.
    #[serde(borrow)]
    pub grade: Grade<'a>,
}

/// A limit with a meaning.
#[derive(Debug, Clone, Copy, Deserialize)]
pub enum Limit<'a> {
    /// At or above this value.
    From(f64, &'a str),
    /// Below this value.
    Under(f64, &'a str),
    /// At or below this value.
    UpTo(f64, &'a str),
    /// Above this value.
    Above(f64, &'a str),
}
