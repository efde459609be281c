//! Causes with two forms, such as a mild and a severe one: two columns of the
//! tables that are one cause to everybody outside.
//!
//! `P(answers | cause)` is then a mixture, `share * prod P(v_j | second) + (1 - share) *
//! prod P(v_j | first)`. That is not the product of the averages: several signs of
//! the same form speak for each other.

use super::logs::surprise_of_all;

/// A cause with two forms, and the inner places of their columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Forms {
    /// The cause, in the caller's numbering.
    pub(super) cause: usize,
    pub(super) first: usize,
    pub(super) second: usize,
}

impl Forms {
    /// What stands at the places of the two forms.
    pub(super) fn of(&self, values: &[f64]) -> (f64, f64) {
        let at = |place| values.get(place).copied().unwrap_or_default();
        (at(self.first), at(self.second))
    }

    /// The two added up, in the order that every other sum of them takes.
    pub(super) fn sum(&self, values: &[f64]) -> f64 {
        let (first, second) = self.of(values);
        first + second
    }

    /// Whether a place belongs to the cause.
    pub(super) fn has(&self, place: usize) -> bool {
        place == self.first || place == self.second
    }

    /// `ln` of the sum of two weights given as logarithms.
    pub(super) fn log_sum(&self, log_weights: &[f64]) -> f64 {
        log_add(self.of(log_weights))
    }

    /// `ln P(v_j | cause, other answers)` of an answer with logarithms `log_p`.
    pub(super) fn log_likelihood(&self, log_weights: &[f64], log_p: &[f64]) -> f64 {
        let (all, p) = (self.of(log_weights), self.of(log_p));
        // Most answers are as likely in both forms.
        if (p.0 - p.1).abs() == 0.0 {
            return p.0;
        }
        log_add(all) - log_add((all.0 - p.0, all.1 - p.1))
    }

    /// `P(cause | e) I(form; F_j | cause, e)` in bits: what the columns tell that is
    /// no news of the cause. `levels` are the rows of `P(level | column)`.
    pub(super) fn told_of_form<'r>(
        &self,
        posterior: &[f64],
        levels: impl Iterator<Item = &'r [f64]>,
    ) -> f64 {
        let (first, second) = self.of(posterior);
        let mut told = -surprise_of_all(&[first + second]);
        for row in levels {
            let (p, q) = self.of(row);
            let (p, q) = (first * p, second * q);
            told += surprise_of_all(&[p + q]) - surprise_of_all(&[p, q]);
        }
        // The forms' own surprise, taken with every level, goes out once.
        told + surprise_of_all(&[first, second])
    }
}

/// `ln (exp a + exp b)`.
fn log_add((a, b): (f64, f64)) -> f64 {
    a.max(b) + (-(a - b).abs()).exp().ln_1p()
}

/// `ln` of the sum of all weights, given as logarithms, but those at some places.
pub(super) fn log_sum_beside(
    log_weights: impl Iterator<Item = f64> + Clone,
    apart: impl Fn(usize) -> bool,
) -> f64 {
    let others = || {
        let all = log_weights.clone().enumerate();
        all.filter(|(place, _)| !apart(*place)).map(|(_, log)| log)
    };
    let most = others().fold(f64::NEG_INFINITY, f64::max);
    others().map(|log| (log - most).exp()).sum::<f64>().ln() + most
}
