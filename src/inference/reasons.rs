//! Why a cause stands where it stands: weights of evidence, one cause rather
//! than another, answers that do not fit.

use std::f64::consts::LN_2;

use wide::f64x4;

use super::{DECIBANS, LANES, Model, State, add_up, logs::log2};

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
    with: Others,
    without: Others,
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
            with: Others::new(model.places()),
            without: Others::new(model.places()),
        }
    }

    /// Weighs every answer for every cause, leaving one answer out at a time:
    /// `10 log10 [odds(m | e) / odds(m | e without j)]` (Good).
    pub fn update(&mut self, model: &Model, state: &State) {
        self.findings.clear();
        self.fit.clear();
        self.values.clear();
        let with = self.with.of_log_weights(state.log_weight.iter().copied());
        // Dividing a likelihood out is exact enough while no weight has left
        // the range of numbers.
        let in_range = self
            .with
            .term
            .iter()
            .zip(model.order())
            .all(|(&term, cause)| cause.is_none() || term > SMALLEST_TERM);
        for (finding, level) in state.answers() {
            let log_p = model.log_p(finding, level);
            // `shift`: how much larger the scale is without the answer.
            let (fit, shift) = if in_range {
                let terms = self.without.term.iter_mut().zip(&self.with.term);
                for ((without, with), p) in terms.zip(model.p(finding, level)) {
                    *without = with / p;
                }
                (with.total / self.without.of_terms(), 0.0)
            } else {
                let removed = state.log_weight.iter().zip(log_p);
                let without = self.without.of_log_weights(removed.map(|(all, p)| all - p));
                let shift = without.scale - with.scale;
                (with.total / without.total * (-shift).exp(), shift)
            };
            self.findings.push(finding);
            self.fit.push(fit);
            let start = self.values.len();
            self.values.resize(start + self.causes, 0.0);
            let row = self.values.get_mut(start..).unwrap_or_default();
            // The odds change by the likelihood and by what happens to the others.
            let others = self.with.log.iter().zip(&self.without.log);
            for ((cause, p), (with, without)) in model.order().iter().zip(log_p).zip(others) {
                if let Some(slot) = cause.and_then(|cause| row.get_mut(cause)) {
                    *slot = (p + (without - with) + shift) * DECIBANS;
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

/// Weights of all causes, scaled, and for each the logarithm of the sum of all
/// others.
#[derive(Debug, Clone)]
struct Others {
    term: Vec<f64>,
    log: Vec<f64>,
}

/// A sum of weights: `total * exp(scale)`.
struct Total {
    total: f64,
    scale: f64,
}

impl Others {
    fn new(places: usize) -> Self {
        Self {
            term: vec![0.0; places],
            log: vec![0.0; places],
        }
    }

    /// Takes the logarithms of the others from the terms; returns the sum of all.
    ///
    /// The sum less a term is exact enough for every term but one that outweighs
    /// all others together: there they would cancel to nothing, and are summed.
    fn of_terms(&mut self) -> f64 {
        let (terms, _) = self.term.as_chunks::<LANES>();
        let (logs, _) = self.log.as_chunks_mut::<LANES>();
        let all = terms.iter().copied().map(f64x4::from);
        let sum = all.clone().fold(f64x4::ZERO, |sum, term| sum + term);
        let total = add_up(sum);
        for (logs, term) in logs.iter_mut().zip(all) {
            *logs = log2((f64x4::splat(total) - term).to_array()).map(|log| log * LN_2);
        }
        if let Some(place) = self.term.iter().position(|&term| term > total / 2.0) {
            let (before, after) = self.term.split_at(place);
            let others = before.iter().chain(after.iter().skip(1)).sum::<f64>();
            if let Some(log) = self.log.get_mut(place) {
                *log = others.ln();
            }
        }
        total
    }

    /// The same from weights of any size, given as logarithms.
    fn of_log_weights(&mut self, log_weights: impl Iterator<Item = f64> + Clone) -> Total {
        let scale = log_weights.clone().fold(f64::NEG_INFINITY, f64::max);
        for (term, log_weight) in self.term.iter_mut().zip(log_weights.clone()) {
            *term = (log_weight - scale).exp();
        }
        let total = self.of_terms();
        // The others of the largest may all be too small for numbers beside it.
        if let Some(place) = self.term.iter().position(|&term| term > total / 2.0) {
            let others = || {
                log_weights
                    .clone()
                    .enumerate()
                    .filter(|(at, _)| *at != place)
            };
            let most = others()
                .map(|(_, log)| log)
                .fold(f64::NEG_INFINITY, f64::max);
            let sum: f64 = others().map(|(_, log)| (log - most).exp()).sum();
            if let Some(log) = self.log.get_mut(place) {
                *log = sum.ln() + most - scale;
            }
        }
        Total { total, scale }
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
