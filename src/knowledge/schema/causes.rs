//! Causes: one file each.

use serde::Deserialize;

use crate::knowledge::expression::Expr;
use crate::knowledge::grade::Grade;
use crate::knowledge::later::Later;
use crate::knowledge::urgency::Urgency;

/// A figure with its grade.
pub type Graded<'a, T> = (T, Grade<'a>);

/// Finding, P(yes), grade.
pub type FindingFigure<'a> = (&'a str, f64, Grade<'a>);

/// Finding, level, P(level), grade.
pub type LevelFigure<'a> = (&'a str, &'a str, f64, Grade<'a>);

/// A file of `causes/`: one cause.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause<'a> {
    /// Stable id, kebab-case, never reused.
    pub id: &'a str,
    /// ICD-10 codes (WHO; CM where marked).
    pub icd10: &'a str,
    /// ICD-11 code, where known.
    #[serde(default, borrow)]
    pub icd11: Option<(&'a str, CodeTrust)>,
    /// SNOMED CT code, where known.
    #[serde(default, borrow)]
    pub snomed: Option<(&'a str, CodeTrust)>,
    /// Nerves, roots or vessels whose territory it concerns.
    #[serde(borrow)]
    pub territory: Vec<Territory<'a>>,
    /// Urgency of the cause itself.
    pub urgency: Urgency,
    /// Share of the population that has it as the main cause.
    #[serde(borrow)]
    pub prior: Graded<'a, f64>,
    /// P(both legs).
    #[serde(borrow)]
    pub both: Graded<'a, f64>,
    /// P(onset within seconds to minutes, hours to days, weeks, months to years).
    #[serde(borrow)]
    pub onset: Graded<'a, (f64, f64, f64, f64)>,
    /// P(age under 40, 40 to 64, 65 and over).
    #[serde(borrow)]
    pub age: Graded<'a, (f64, f64, f64)>,
    /// P(male).
    #[serde(borrow)]
    pub male: Graded<'a, f64>,
    /// P(yes | cause) of yes/no findings: finding, probability, grade.
    #[serde(borrow)]
    pub findings: Later<'a, FindingFigure<'a>>,
    /// P(level | cause) of other findings: finding, level, probability, grade.
    #[serde(default, borrow)]
    pub levels: Later<'a, LevelFigure<'a>>,
    /// A severe form that changes urgency but is no rival in the ranking: the
    /// figures above are those of both forms together, and so is the probability.
    #[serde(default, borrow)]
    pub severe: Option<Severe<'a>>,
    /// Tests worth asking about, most telling first; none for what passes by itself.
    #[serde(default, borrow)]
    pub tests: Vec<&'a str>,
    /// Treatments to ask about.
    #[serde(borrow)]
    pub treatments: Vec<&'a str>,
    /// Self-care that can ease it.
    #[serde(default, borrow)]
    pub self_care: Vec<&'a str>,
    /// Where the facts come from.
    #[serde(borrow)]
    pub sources: Vec<&'a str>,
}

/// Whether a code was confirmed in independent places or recalled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum CodeTrust {
    /// Seen in independent places.
    Confirmed,
    /// From memory; to be checked before it is relied on.
    Memory,
}

/// What the affected area follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Territory<'a> {
    /// A named nerve.
    #[serde(borrow)]
    Nerve(&'a str),
    /// A named nerve root.
    #[serde(borrow)]
    Root(&'a str),
    /// Both feet like socks, by length of nerve.
    Stocking,
    /// The bundle of roots below the spinal cord: saddle and both legs.
    CaudaEquina,
    /// The spinal cord: both legs up to a level.
    Cord,
    /// The brain: one half of the body.
    Brain,
    /// Patches of several single nerves.
    Patchy,
    /// An artery, not by nerve.
    Artery,
    /// A vein, not by nerve.
    Vein,
    /// Lymph vessels.
    Lymph,
    /// A muscle or its sleeve.
    Muscle,
    /// Bone or joint.
    Bone,
    /// Skin and the layers beneath it.
    Skin,
    /// No fixed place.
    Anywhere,
}

/// The severe form of a cause.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Severe<'a> {
    /// Stable id.
    pub id: &'a str,
    /// P(severe | cause).
    #[serde(borrow)]
    pub share: Graded<'a, f64>,
    /// Urgency of the severe form.
    pub urgency: Urgency,
    /// Signs that make it severe if the cause itself is likely.
    #[serde(borrow)]
    pub when: Expr<'a>,
    /// P(yes | severe).
    #[serde(borrow)]
    pub findings: Vec<FindingFigure<'a>>,
    /// P(level | severe).
    #[serde(default, borrow)]
    pub levels: Vec<LevelFigure<'a>>,
}
