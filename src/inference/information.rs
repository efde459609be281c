//! What an open question would tell: information about the cause, about its
//! class, and what each answer would change.

use std::ops::Range;

use wide::f64x4;

use super::{BITS, LANES, Model, State, surprise};

/// Most classes that information about the class tells apart.
pub const CLASSES_AT_HAND: usize = 16;

/// What asking one finding would tell, in bits.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Information {
    /// `I(M; F_j | e)`: about the cause.
    pub cause: f64,
    /// `I(U; F_j | e)`: about the class (urgency) of the cause.
    pub class: f64,
}

/// Information of every finding; 0 for answered ones. `out` has room for all.
pub fn information_into(model: &Model, state: &State, out: &mut [Information]) {
    let entropy = posterior_entropy(state);
    let mut weights = [0.0; CLASSES_AT_HAND];
    for (weight, class) in weights.iter_mut().zip(&model.classes) {
        *weight = class_weight(state, class);
    }
    let class_surprise = surprise_of_all(&weights, model.classes.len());
    for (finding, slot) in out.iter_mut().enumerate().take(model.findings()) {
        *slot = if state.level(finding).is_some() {
            Information::default()
        } else {
            // Rounding may leave a hair below 0 or above the entropy of the cause.
            let found = information(model, state, finding, &weights, class_surprise);
            Information {
                cause: found.cause.clamp(0.0, entropy),
                class: found.class.clamp(0.0, entropy),
            }
        };
    }
}

/// `H(M | e)` in bits.
pub fn posterior_entropy(state: &State) -> f64 {
    state.posterior.iter().map(|&p| surprise(p)).sum::<f64>() * BITS
}

fn class_weight(state: &State, class: &Range<usize>) -> f64 {
    state
        .posterior
        .get(class.clone())
        .unwrap_or_default()
        .iter()
        .sum()
}

/// Dot product of two slices of whole lanes; a remainder is added at the end.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (a_lanes, a_rest) = a.as_chunks::<LANES>();
    let (b_lanes, b_rest) = b.as_chunks::<LANES>();
    let mut sums = [0.0_f64; LANES];
    for (x, y) in a_lanes.iter().zip(b_lanes) {
        for ((sum, x), y) in sums.iter_mut().zip(x).zip(y) {
            *sum += x * y;
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(x, y)| x * y).sum();
    let [s0, s1, s2, s3] = sums;
    (s0 + s2) + (s1 + s3) + rest
}

/// Sum of `-p ln p` over the first `count` numbers, four at a time.
fn surprise_of_all(values: &[f64; CLASSES_AT_HAND], count: usize) -> f64 {
    let (lanes, _) = values.as_chunks::<LANES>();
    let mut sum = f64x4::ZERO;
    for chunk in lanes.iter().take(count.div_ceil(LANES)) {
        let p = f64x4::from(*chunk);
        // 0 ln 0 is 0: the smallest number stands in for 0.
        sum -= p * p.max(f64x4::splat(f64::MIN_POSITIVE)).ln();
    }
    sum.reduce_add()
}

/// Information of one finding.
///
/// `I(M; F) = H(F) - sum_m P(m) H(F | m)` and `I(U; F) = H(F) - sum_u P(u) H(F | u)`;
/// one pass over the rows gives the sums over classes and, added up, over all.
/// `weights` are the probabilities of the classes, `class_surprise` the sum of
/// their `-p ln p`.
fn information(
    model: &Model,
    state: &State,
    finding: usize,
    weights: &[f64; CLASSES_AT_HAND],
    class_surprise: f64,
) -> Information {
    let posterior = &state.posterior;
    let within = dot(posterior, model.entropy(finding));
    let levels = model.levels(finding);
    let mut spread = 0.0;
    let mut totals = [0.0_f64; CLASSES_AT_HAND];
    // sum_v -p(u,v) ln p(v|u) = sum_v surprise(p(u,v)) - surprise(p(u))
    let mut between = -class_surprise;
    let mut left = [0.0_f64; CLASSES_AT_HAND];
    left.copy_from_slice(weights);
    for level in 0..levels {
        // The last level takes what the others leave.
        let last = level + 1 == levels;
        let row = if last { &[] } else { model.p(finding, level) };
        let mut shares = [0.0_f64; CLASSES_AT_HAND];
        let mut total = 0.0;
        for ((share, left), class) in shares.iter_mut().zip(&mut left).zip(&model.classes) {
            *share = if last {
                left.max(0.0)
            } else {
                let members = posterior.get(class.clone()).unwrap_or_default();
                dot(members, row.get(class.clone()).unwrap_or_default())
            };
            *left -= *share;
            total += *share;
        }
        between += surprise_of_all(&shares, model.classes.len());
        // Totals wait until there are enough for one vector.
        if let Some(slot) = totals.get_mut(level % CLASSES_AT_HAND) {
            *slot = total;
        }
        if (level + 1) % CLASSES_AT_HAND == 0 || last {
            spread += surprise_of_all(&totals, level % CLASSES_AT_HAND + 1);
            totals = [0.0; CLASSES_AT_HAND];
        }
    }
    Information {
        cause: (spread - within) * BITS,
        class: (spread - between) * BITS,
    }
}

/// What each answer to a finding would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The level.
    pub level: usize,
    /// `P(F_j = level | e)`.
    pub probability: f64,
    /// Posterior of every cause after it, in the caller's numbering.
    pub posterior: Vec<f64>,
}

/// Every level of a finding with its probability and the posterior after it.
pub fn outcomes(model: &Model, state: &State, finding: usize) -> Vec<Outcome> {
    (0..model.levels(finding))
        .map(|level| {
            let row = model.p(finding, level);
            let probability: f64 = dot(&state.posterior, row);
            let mut posterior = vec![0.0; model.causes()];
            let joint = state.posterior.iter().zip(row);
            for (cause, (p, likelihood)) in model.order().iter().zip(joint) {
                if let Some(slot) = cause.and_then(|cause| posterior.get_mut(cause)) {
                    *slot = p * likelihood / probability;
                }
            }
            Outcome {
                level,
                probability,
                posterior,
            }
        })
        .collect()
}

/// How probable it is that the leading cause changes when this is answered.
pub fn chance_of_new_leader(model: &Model, state: &State, finding: usize) -> f64 {
    let leader = argmax(&state.posterior);
    (0..model.levels(finding))
        .filter_map(|level| {
            let row = model.p(finding, level);
            let best = state
                .posterior
                .iter()
                .zip(row)
                .map(|(p, likelihood)| p * likelihood)
                .enumerate()
                .max_by(|a, b| a.1.total_cmp(&b.1))?;
            (Some(best.0) != leader).then(|| dot(&state.posterior, row))
        })
        .sum()
}

fn argmax(values: &[f64]) -> Option<usize> {
    values
        .iter()
        .enumerate()
        .max_by(|a, b| a.1.total_cmp(b.1))
        .map(|(place, _)| place)
}
