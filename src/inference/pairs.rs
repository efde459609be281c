//! Two causes at once: does a pair fit the answers better than any one alone?

use super::{Model, State};

/// Leading causes that are tried as pairs.
const LEADERS: usize = 10;

/// A pair of causes and how much better it fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The two causes, the more probable one first.
    pub causes: (usize, usize),
    /// Posterior odds of the pair against the best single cause.
    pub odds: f64,
}

/// The best pair among the ten leading causes (`none` apart), if it is more
/// probable than the best single cause.
///
/// `P(v | m, k)` is proportional to `P(v | m) P(v | k) / P(v | none)`, the prior
/// to the product of the priors divided by `P(none)`; a cause with two forms is
/// the sum of its forms.
pub fn best_pair(model: &Model, state: &State, none: usize) -> Option<Pair> {
    let none_place = model.places_of(none).next()?;
    let posterior = state.posterior(model);
    let at = |values: &[f64], place: usize| values.get(place).copied().unwrap_or_default();
    let most = posterior.iter().copied().fold(0.0, f64::max);
    let best_single = state.log_evidence() + most.ln();
    let mut leaders: Vec<usize> = (0..model.causes()).filter(|&cause| cause != none).collect();
    leaders.sort_by(|&a, &b| at(&posterior, b).total_cmp(&at(&posterior, a)));
    leaders.truncate(LEADERS);
    let log_prior = model.log_prior();
    let odds_of = |m: usize, k: usize| {
        let mut log_weight = at(log_prior, m) + at(log_prior, k) - at(log_prior, none_place);
        for (finding, level) in state.answers() {
            log_weight += log_pair(model, finding, level, (m, k, none_place));
        }
        (log_weight - best_single).exp()
    };
    let mut best: Option<Pair> = None;
    for (number, &m) in leaders.iter().enumerate() {
        for &k in leaders.iter().skip(number + 1) {
            let odds = model
                .places_of(m)
                .flat_map(|m| model.places_of(k).map(move |k| (m, k)))
                .map(|(m, k)| odds_of(m, k))
                .sum();
            if odds > best.map_or(1.0, |pair| pair.odds) {
                best = Some(Pair {
                    causes: (m, k),
                    odds,
                });
            }
        }
    }
    best
}

/// `ln P(level | m, k)`, normalised over the levels.
fn log_pair(model: &Model, finding: usize, level: usize, places: (usize, usize, usize)) -> f64 {
    let (m, k, none) = places;
    let joint = |level| {
        let row = model.p(finding, level);
        match (row.get(m), row.get(k), row.get(none)) {
            (Some(a), Some(b), Some(background)) => a * b / background,
            _ => 0.0,
        }
    };
    let total: f64 = (0..model.levels(finding)).map(joint).sum();
    (joint(level) / total).ln()
}
