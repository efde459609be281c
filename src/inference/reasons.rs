//! Why a cause stands where it stands: weights of evidence, one cause rather
//! than another, answers that do not fit.

use std::f64::consts::LN_2;

use wide::f64x4;

use super::forms::{Forms, log_sum_beside};
use super::{DECIBANS, LANES, Model, State, add_up, logs::log2};

/// Fit below which an answer is said not to go well with the others.
pub const POOR_FIT: f64 = 0.02;

/// Scaled weights below this are taken as logarithms only.
const SMALLEST_TERM: f64 = 1e-280;

/// Difference of two forms under which it is a rounding error what their mean is.
const NO_DIFFERENCE: f64 = 1e-6;

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
    /// With all answers, of each cause with two forms, as [`Others::beside`] has it.
    beside: Vec<f64>,
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
            beside: Vec::with_capacity(model.forms().len()),
        }
    }

    /// Weighs every answer for every cause, leaving one answer out at a time:
    /// `10 log10 [odds(m | e) / odds(m | e without j)]` (Good).
    pub fn update(&mut self, model: &Model, state: &State) {
        self.findings.clear();
        self.fit.clear();
        self.values.clear();
        let log_weights = state.log_weight.iter().copied();
        let with = self.with.of_log_weights(log_weights.clone());
        self.beside.clear();
        let forms = model.forms().iter();
        self.beside
            .extend(forms.map(|forms| self.with.beside(forms, &with, log_weights.clone())));
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
            let removed = log_weights.clone().zip(log_p).map(|(all, p)| all - p);
            let without = if in_range {
                let terms = self.without.term.iter_mut().zip(&self.with.term);
                for ((without, with), p) in terms.zip(model.p(finding, level)) {
                    *without = with / p;
                }
                Total {
                    total: self.without.of_terms(),
                    scale: with.scale,
                }
            } else {
                self.without.of_log_weights(removed.clone())
            };
            // How much larger the scale is without the answer.
            let shift = without.scale - with.scale;
            self.findings.push(finding);
            self.fit.push(with.total / without.total * (-shift).exp());
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
            // A cause with two forms is weighed as one.
            for (forms, with) in model.forms().iter().zip(&self.beside) {
                let p = forms.log_likelihood(&state.log_weight, log_p);
                let without = self.without.beside(forms, &without, removed.clone());
                if let Some(slot) = row.get_mut(forms.cause) {
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
        if let Some(place) = self.term.iter().position(|&term| term > total / 2.0)
            && let Some(log) = self.log.get_mut(place)
        {
            *log = log_sum_beside(log_weights, |other| other == place) - scale;
        }
        Total { total, scale }
    }

    /// The logarithm of the sum of all terms but those of a cause with two forms.
    fn beside(
        &self,
        forms: &Forms,
        all: &Total,
        log_weights: impl Iterator<Item = f64> + Clone,
    ) -> f64 {
        let own = forms.sum(&self.term);
        let others = if own > all.total / 2.0 {
            let terms = self.term.iter().enumerate();
            terms
                .filter(|(place, _)| !forms.has(*place))
                .map(|(_, term)| term)
                .sum()
        } else {
            all.total - own
        };
        if others > SMALLEST_TERM {
            let [log] = log2([others]);
            log * LN_2
        } else {
            log_sum_beside(log_weights, |place| forms.has(place)) - all.scale
        }
    }
}

/// Why one cause rather than another: the weight of each answer in decibans
/// and that of the base rates; together they are exactly the difference.
///
/// The answers of a cause with two forms do not speak one by one: each counts
/// with the mean of its two logarithms, weighed so that the sum is exact. That
/// weight is the same for all answers, so their order does not matter.
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
    let m = Sides::of(model, state, cause)?;
    let k = Sides::of(model, state, than)?;
    let answers = state
        .answers()
        .map(|(finding, level)| {
            let log_p = model.log_p(finding, level);
            (finding, (m.mean(log_p) - k.mean(log_p)) * DECIBANS)
        })
        .collect();
    Some(Rather {
        prior: (m.log_prior - k.log_prior) * DECIBANS,
        answers,
        total: (m.log_weight - k.log_weight) * DECIBANS,
    })
}

/// One cause of a comparison; both places are the same for a cause of one form.
struct Sides {
    first: usize,
    second: usize,
    /// Weight of the second in means of logarithms.
    share: f64,
    log_prior: f64,
    log_weight: f64,
}

impl Sides {
    fn of(model: &Model, state: &State, cause: usize) -> Option<Self> {
        let Some(forms) = model.forms_of(cause) else {
            let place = model.places_of(cause).next()?;
            return Some(Self {
                first: place,
                second: place,
                share: 0.0,
                log_prior: *model.log_prior().get(place)?,
                log_weight: *state.log_weight.get(place)?,
            });
        };
        let (prior, weight) = (forms.of(model.log_prior()), forms.of(&state.log_weight));
        let log_prior = forms.log_sum(model.log_prior());
        let log_weight = forms.log_sum(&state.log_weight);
        // `ln P(e | form)`, and `ln P(e | cause)` between the two.
        let (low, high) = (weight.0 - prior.0, weight.1 - prior.1);
        let share = if (high - low).abs() < NO_DIFFERENCE {
            (prior.1 - log_prior).exp()
        } else {
            ((log_weight - log_prior - low) / (high - low)).clamp(0.0, 1.0)
        };
        Some(Self {
            first: forms.first,
            second: forms.second,
            share,
            log_prior,
            log_weight,
        })
    }

    fn mean(&self, logs: &[f64]) -> f64 {
        let at = |place| logs.get(place).copied().unwrap_or_default();
        (1.0 - self.share) * at(self.first) + self.share * at(self.second)
    }
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
