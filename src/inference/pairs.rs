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
/// to the product of the priors divided by `P(none)`.
pub fn best_pair(model: &Model, state: &State, none: usize) -> Option<Pair> {
    let none_place = model.place(none)?;
    let mut leaders: Vec<usize> = (0..model.causes())
        .filter(|&cause| cause != none)
        .filter_map(|cause| model.place(cause))
        .collect();
    let at = |values: &[f64], place: usize| values.get(place).copied().unwrap_or_default();
    leaders.sort_by(|&a, &b| at(&state.posterior, b).total_cmp(&at(&state.posterior, a)));
    leaders.truncate(LEADERS);
    let best_single = state
        .log_weight
        .iter()
        .copied()
        .fold(f64::NEG_INFINITY, f64::max);
    let log_prior = model.log_prior();
    let mut best: Option<Pair> = None;
    for (number, &m) in leaders.iter().enumerate() {
        for &k in leaders.iter().skip(number + 1) {
            let mut log_weight = at(log_prior, m) + at(log_prior, k) - at(log_prior, none_place);
            for (finding, level) in state.answers() {
                log_weight += log_pair(model, finding, level, (m, k, none_place));
            }
            let odds = (log_weight - best_single).exp();
            if odds > best.map_or(1.0, |pair| pair.odds) {
                let name = |place| {
                    model
                        .order()
                        .get(place)
                        .copied()
                        .flatten()
                        .unwrap_or_default()
                };
                best = Some(Pair {
                    causes: (name(m), name(k)),
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
