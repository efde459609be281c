//! Why a cause stands where it stands: weights of evidence, one cause rather
//! than another, answers that do not fit.

use wide::f64x4;

use super::state::largest;
use super::{DECIBANS, LANES, Model, State};

/// Fit below which an answer is said not to go well with the others.
pub const POOR_FIT: f64 = 0.02;

/// Scaled weights below this are taken as logarithms only.
const SMALLEST_TERM: f64 = 1e-280;

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
    /// Change of the log odds at each inner place.
    change: Vec<f64>,
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
            with: Odds::new(model.places()),
            without: Odds::new(model.places()),
            change: vec![0.0; model.places()],
        }
    }

    /// Weighs every answer for every cause, leaving one answer out at a time:
    /// `10 log10 [odds(m | e) / odds(m | e without j)]` (Good).
    pub fn update(&mut self, model: &Model, state: &State) {
        self.findings.clear();
        self.fit.clear();
        self.values.clear();
        let most = largest(&state.log_weight);
        for (term, log_weight) in self.with.term.iter_mut().zip(&state.log_weight) {
            *term = (log_weight - most).exp();
        }
        let total_with = self.with.update();
        // Dividing a likelihood out is exact enough while no weight has left
        // the range of numbers.
        let in_range = self
            .with
            .term
            .iter()
            .zip(model.order())
            .all(|(&term, cause)| cause.is_none() || term > SMALLEST_TERM);
        for (finding, level) in state.answers() {
            let without = &mut self.without;
            let scale = if in_range {
                let terms = without.term.iter_mut().zip(&self.with.term);
                for ((without, with), p) in terms.zip(model.p(finding, level)) {
                    *without = with / p;
                }
                0.0
            } else {
                let log_p = model.log_p(finding, level);
                let removed = state
                    .log_weight
                    .iter()
                    .zip(log_p)
                    .map(|(total, p)| total - p);
                let highest = removed.clone().fold(f64::NEG_INFINITY, f64::max);
                for (term, removed) in without.term.iter_mut().zip(removed) {
                    *term = (removed - highest).exp();
                }
                highest - most
            };
            let total_without = without.update();
            self.findings.push(finding);
            self.fit.push(total_with / total_without * (-scale).exp());
            let start = self.values.len();
            self.values.resize(start + self.causes, 0.0);
            let row = self.values.get_mut(start..).unwrap_or_default();
            self.with.log_odds_ratio(without, &mut self.change);
            for (cause, change) in model.order().iter().zip(&self.change) {
                if let Some(slot) = cause.and_then(|cause| row.get_mut(cause)) {
                    *slot = change * DECIBANS;
                }
            }
        }
        if !in_range {
            self.mend_far_terms(model, state, most);
        }
    }

    /// Where a weight is too small for a number, its log odds are its log
    /// weight against the sum of all, which it does not change.
    fn mend_far_terms(&mut self, model: &Model, state: &State, most: f64) {
        for ((finding, level), row) in state
            .answers()
            .zip(self.values.chunks_exact_mut(self.causes.max(1)))
        {
            let log_p = model.log_p(finding, level);
            let sum_without = state
                .log_weight
                .iter()
                .zip(log_p)
                .map(|(total, p)| (total - p - most).exp())
                .sum::<f64>()
                .ln();
            let sum_with: f64 = self.with.term.iter().sum::<f64>().ln();
            let places = model.order().iter().zip(&self.with.term).zip(log_p);
            for ((cause, term), p) in places {
                if let Some(slot) = cause.and_then(|cause| row.get_mut(cause))
                    && *term <= SMALLEST_TERM
                {
                    *slot = (p - sum_with + sum_without) * DECIBANS;
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

/// Weights of all causes, scaled, and for each the sum of all others.
#[derive(Debug, Clone)]
struct Odds {
    term: Vec<f64>,
    others: Vec<f64>,
}

impl Odds {
    fn new(places: usize) -> Self {
        Self {
            term: vec![0.0; places],
            others: vec![0.0; places],
        }
    }

    /// Sums the others of each cause and returns the sum of all.
    ///
    /// From the left and from the right, so that a cause that is almost certain
    /// does not cancel the others to nothing.
    fn update(&mut self) -> f64 {
        let mut left = 0.0;
        for (term, others) in self.term.iter().zip(&mut self.others) {
            *others = left;
            left += term;
        }
        let mut right = 0.0;
        for (term, others) in self.term.iter().zip(&mut self.others).rev() {
            *others += right;
            right += term;
        }
        left
    }

    /// `ln` of these odds against other ones, at every place.
    fn log_odds_ratio(&self, other: &Self, out: &mut [f64]) {
        let lanes = |values| {
            <[f64]>::as_chunks::<LANES>(values)
                .0
                .iter()
                .copied()
                .map(f64x4::from)
        };
        let ratios = lanes(&self.term)
            .zip(lanes(&self.others))
            .zip(lanes(&other.term).zip(lanes(&other.others)))
            .map(|((term, others), (other_term, other_others))| {
                (term / other_term) * (other_others / others)
            });
        for (slot, ratio) in out.as_chunks_mut::<LANES>().0.iter_mut().zip(ratios) {
            *slot = ratio.ln().to_array();
        }
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
    let (m, k) = (model.place(cause)?, model.place(than)?);
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
