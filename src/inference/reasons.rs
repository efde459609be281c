//! Why a cause stands where it stands: weights of evidence, one cause rather
//! than another, answers that do not fit.

use super::state::largest;
use super::{DECIBANS, Model, State};

/// Fit below which an answer is said not to go well with the others.
pub const POOR_FIT: f64 = 0.02;

/// Room for weights of evidence; made once, used for every step.
#[derive(Debug, Clone)]
pub struct Weights {
    causes: usize,
    findings: Vec<usize>,
    /// Fit of each answered finding.
    fit: Vec<f64>,
    /// `[answered finding][cause]` in decibans, caller's numbering.
    values: Vec<f64>,
    with: Odds,
    without: Odds,
}

impl Weights {
    /// Room for a model.
    pub fn new(model: &Model) -> Self {
        let causes = model.causes();
        Self {
            causes,
            findings: Vec::with_capacity(model.findings()),
            fit: Vec::with_capacity(model.findings()),
            values: Vec::with_capacity(causes * model.findings()),
            with: Odds::new(causes),
            without: Odds::new(causes),
        }
    }

    /// Weighs every answer for every cause, leaving one answer out at a time:
    /// `10 log10 [odds(m | e) / odds(m | e without j)]` (Good).
    pub fn update(&mut self, model: &Model, state: &State) {
        self.findings.clear();
        self.fit.clear();
        self.values.clear();
        self.with.log_weight.copy_from_slice(&state.log_weight);
        self.with.update();
        for (finding, level) in state.answers() {
            let log_p = model.log_p(finding, level);
            for ((without, total), p) in self
                .without
                .log_weight
                .iter_mut()
                .zip(&state.log_weight)
                .zip(log_p)
            {
                *without = total - p;
            }
            let evidence_without = self.without.update();
            self.findings.push(finding);
            self.fit
                .push((state.log_evidence() - evidence_without).exp());
            let start = self.values.len();
            self.values.resize(start + self.causes, 0.0);
            let row = self.values.get_mut(start..).unwrap_or_default();
            let pairs = self.with.log_odds.iter().zip(&self.without.log_odds);
            for (&cause, (with, without)) in model.order().iter().zip(pairs) {
                if let Some(slot) = row.get_mut(cause) {
                    *slot = (with - without) * DECIBANS;
                }
            }
        }
    }

    /// Answered findings with their fit `P(F_j = v_j | other answers)` and
    /// their weights for every cause in decibans.
    pub fn iter(&self) -> impl Iterator<Item = (usize, f64, &[f64])> + '_ {
        self.findings
            .iter()
            .zip(&self.fit)
            .zip(self.values.chunks_exact(self.causes.max(1)))
            .map(|((&finding, &fit), row)| (finding, fit, row))
    }
}

/// Log odds of each cause against all others together.
#[derive(Debug, Clone)]
struct Odds {
    log_weight: Vec<f64>,
    log_odds: Vec<f64>,
    /// `exp` of the log weights, scaled to a largest of 1.
    term: Vec<f64>,
}

impl Odds {
    fn new(causes: usize) -> Self {
        Self {
            log_weight: vec![0.0; causes],
            log_odds: vec![0.0; causes],
            term: vec![0.0; causes],
        }
    }

    /// Computes the odds and returns `ln` of the sum of all weights.
    ///
    /// The others are summed from the left and from the right, so that a cause
    /// that is almost certain does not cancel them to nothing.
    fn update(&mut self) -> f64 {
        let most = largest(&self.log_weight);
        let mut left = 0.0;
        for ((term, log_weight), odds) in self
            .term
            .iter_mut()
            .zip(&self.log_weight)
            .zip(&mut self.log_odds)
        {
            *term = (log_weight - most).exp();
            *odds = left;
            left += *term;
        }
        let mut right = 0.0;
        for ((term, log_weight), odds) in self
            .term
            .iter()
            .zip(&self.log_weight)
            .zip(&mut self.log_odds)
            .rev()
        {
            let others: f64 = *odds + right;
            right += *term;
            *odds = log_weight - most - others.ln();
        }
        most + left.ln()
    }
}

/// Why one cause rather than another: the weight of each answer in decibans
/// and that of the base rates; together they are exactly the difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Rather {
    /// `10 log10 [prior m / prior k]`.
    pub prior: f64,
    /// `10 log10 [P(v_j | m) / P(v_j | k)]` of each answered finding.
    pub answers: Vec<(usize, f64)>,
    /// `10 log10 [P(m | e) / P(k | e)]`.
    pub total: f64,
}

/// Compares two causes; `None` if one does not exist.
pub fn rather(model: &Model, state: &State, cause: usize, than: usize) -> Option<Rather> {
    let place = |cause| model.order().iter().position(|&other| other == cause);
    let (m, k) = (place(cause)?, place(than)?);
    let difference = |values: &[f64]| Some((values.get(m)? - values.get(k)?) * DECIBANS);
    let answers = state
        .answers()
        .filter_map(|(finding, level)| Some((finding, difference(model.log_p(finding, level))?)))
        .collect();
    Some(Rather {
        prior: difference(model.log_prior())?,
        answers,
        total: difference(&state.log_weight)?,
    })
}

/// How strong a weight of evidence is, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Under 1 dB.
    Hardly,
    /// 1 to 3 dB: a likelihood ratio of about 1.25 to 2.
    Slightly,
    /// 3 to 7 dB: about 2 to 5.
    Moderately,
    /// 7 to 10 dB: about 5 to 10.
    Strongly,
    /// Over 10 dB: over 10.
    VeryStrongly,
}

impl Strength {
    /// The strength of a weight in decibans, for or against.
    pub fn of(decibans: f64) -> Self {
        match decibans.abs() {
            size if size < 1.0 => Self::Hardly,
            size if size < 3.0 => Self::Slightly,
            size if size < 7.0 => Self::Moderately,
            size if size <= 10.0 => Self::Strongly,
            _ => Self::VeryStrongly,
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hardly => "hardly matters",
            Self::Slightly => "slightly",
            Self::Moderately => "moderately",
            Self::Strongly => "strongly",
            Self::VeryStrongly => "very strongly",
        }
    }
}
