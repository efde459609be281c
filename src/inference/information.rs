//! What an open question would tell: information about the cause, about its
//! class, and what each answer would change.

use super::{BITS, Model, State};

/// Most levels a finding may have and still be weighed without a detour.
const LEVELS_AT_HAND: usize = 32;

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
    for (finding, slot) in out.iter_mut().enumerate().take(model.findings()) {
        *slot = if state.level(finding).is_some() {
            Information::default()
        } else {
            clamp(information(model, state, finding), entropy)
        };
    }
}

/// Rounding may leave a hair below 0 or above the entropy of the cause.
fn clamp(information: Information, most: f64) -> Information {
    Information {
        cause: information.cause.clamp(0.0, most),
        class: information.class.clamp(0.0, most),
    }
}

/// `H(M | e)` in bits.
pub fn posterior_entropy(state: &State) -> f64 {
    state
        .posterior
        .iter()
        .map(|&p| super::surprise(p))
        .sum::<f64>()
        * BITS
}

/// `-p log2 p` of a sum that may be 0.
fn bits(p: f64) -> f64 {
    if p > 0.0 { -p * p.log2() } else { 0.0 }
}

/// Dot product in eight lanes, which the compiler turns into vector code.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut lanes = [0.0_f64; 8];
    let (a_chunks, b_chunks) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f64 = a_chunks
        .remainder()
        .iter()
        .zip(b_chunks.remainder())
        .map(|(x, y)| x * y)
        .sum();
    for (x, y) in a_chunks.zip(b_chunks) {
        for ((lane, x), y) in lanes.iter_mut().zip(x).zip(y) {
            *lane += x * y;
        }
    }
    let [l0, l1, l2, l3, l4, l5, l6, l7] = lanes;
    ((l0 + l4) + (l1 + l5)) + ((l2 + l6) + (l3 + l7)) + rest
}

/// Information of one finding.
///
/// `I(M; F) = H(F) - sum_m P(m) H(F | m)` and `I(U; F) = H(F) - sum_u P(u) H(F | u)`;
/// one pass over the rows gives the sums over classes and, added up, over all.
fn information(model: &Model, state: &State, finding: usize) -> Information {
    let posterior = &state.posterior;
    let within: f64 = dot(posterior, model.entropy(finding));
    let levels = model.levels(finding);
    let mut total = [0.0_f64; LEVELS_AT_HAND];
    let mut between = 0.0;
    for class in &model.classes {
        let weight: f64 = posterior
            .get(class.clone())
            .unwrap_or_default()
            .iter()
            .sum();
        // The last level takes what the others leave.
        let mut left = weight;
        for (level, slot) in total.iter_mut().enumerate().take(levels) {
            let share = if level + 1 == levels {
                left.max(0.0)
            } else {
                let row = model
                    .p(finding, level)
                    .get(class.clone())
                    .unwrap_or_default();
                dot(posterior.get(class.clone()).unwrap_or_default(), row)
            };
            left -= share;
            *slot += share;
            between += bits(share);
        }
        // sum_v -p(u,v) log2 p(v|u) = sum_v bits(p(u,v)) - bits(p(u))
        between -= bits(weight);
    }
    let spread: f64 = total.iter().take(levels).map(|&p| bits(p)).sum();
    Information {
        cause: spread - within,
        class: spread - between,
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
            for (&cause, (p, likelihood)) in model.order().iter().zip(joint) {
                if let Some(slot) = posterior.get_mut(cause) {
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
