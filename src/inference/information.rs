//! What an open question would tell: information about the cause, about its
//! class, and what each answer would change.

use wide::f64x4;

use super::logs::surprise_of_all;
use super::model::ROWS_AT_ONCE;
use super::{LANES, Model, State, add_up};

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
    let (posterior, _) = state.posterior.as_chunks::<LANES>();
    let mut weights = [0.0; CLASSES_AT_HAND];
    for (weight, class) in weights.iter_mut().zip(&model.classes) {
        let members = posterior.get(class.clone()).unwrap_or_default();
        *weight = members.as_flattened().iter().sum();
    }
    let mut sums = Sums {
        posterior,
        weights,
        class_surprise: surprise_of_all(&weights),
        left: weights,
        shares: [0.0; CLASSES_AT_HAND * ROWS_AT_ONCE],
        within: 0.0,
        spread: 0.0,
        between: 0.0,
    };
    for (finding, slot) in out.iter_mut().enumerate().take(model.findings()) {
        *slot = if state.level(finding).is_some() {
            Information::default()
        } else {
            sums.information(model, finding)
        };
    }
    // What the forms of a cause tell apart is no news of the cause.
    for (finding, forms) in model.differing() {
        if let (None, Some(slot)) = (state.level(*finding), out.get_mut(*finding)) {
            slot.cause -= forms.told_of_form(&state.posterior, model.every_p(*finding));
        }
    }
    // Rounding may leave a hair below 0 or above the entropy of the cause.
    for slot in out.iter_mut().take(model.findings()) {
        slot.cause = slot.cause.clamp(0.0, entropy);
        slot.class = slot.class.clamp(0.0, entropy);
    }
}

/// `H(M | e)` in bits.
pub fn posterior_entropy(state: &State) -> f64 {
    // The logarithm of 1 may be a hair off 0.
    surprise_of_all(&state.merged).max(0.0)
}

/// Dot product of two slices of whole lanes.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (a, _) = a.as_chunks::<LANES>();
    let (b, _) = b.as_chunks::<LANES>();
    let sum = a.iter().zip(b).fold(f64x4::ZERO, |sum, (a, b)| {
        sum + f64x4::from(*a) * f64x4::from(*b)
    });
    add_up(sum)
}

/// What is summed for one finding, and the room for it, used for all findings.
struct Sums<'s> {
    posterior: &'s [[f64; LANES]],
    /// Probability of each class, 0 behind the last.
    weights: [f64; CLASSES_AT_HAND],
    /// `H(U | e)` in bits.
    class_surprise: f64,
    /// What the levels so far leave of each class.
    left: [f64; CLASSES_AT_HAND],
    /// `P(u, v | e)` of the levels at hand.
    shares: [f64; CLASSES_AT_HAND * ROWS_AT_ONCE],
    /// `sum_m P(m) H(F | m)`.
    within: f64,
    /// `H(F)`.
    spread: f64,
    /// `H(U, F)`.
    between: f64,
}

impl Sums<'_> {
    /// Information of one finding.
    ///
    /// Each column counts as a cause: `I(M; F) = H(F) - sum_m P(m) H(F | m)` and `I(U; F) = H(F) + H(U) - H(U, F)`;
    /// one pass over the rows gives the sums over classes and, added up, over all.
    fn information(&mut self, model: &Model, finding: usize) -> Information {
        self.left = self.weights;
        (self.within, self.spread, self.between) = (0.0, 0.0, 0.0);
        let mut rest = model.steps(finding);
        let mut rows = model.levels(finding);
        let mut first = true;
        while rows > 0 {
            let at_once = rows.min(ROWS_AT_ONCE);
            let Some((block, behind)) = rest.split_at_checked(at_once * model.places()) else {
                break;
            };
            match (at_once, first) {
                (2, true) => self.add::<2, true>(model, block),
                (3, true) => self.add::<3, true>(model, block),
                (_, true) => self.add::<4, true>(model, block),
                (1, false) => self.add::<1, false>(model, block),
                (2, false) => self.add::<2, false>(model, block),
                (3, false) => self.add::<3, false>(model, block),
                (_, false) => self.add::<4, false>(model, block),
            }
            (rest, rows, first) = (behind, rows - at_once, false);
        }
        // The last level takes what the others leave.
        let left = self.left.get_mut(..model.classes.len()).unwrap_or_default();
        for left in &mut *left {
            *left = left.max(0.0);
        }
        self.spread += surprise_of_all(&[left.iter().sum()]);
        self.between += surprise_of_all(left);
        Information {
            cause: self.spread - self.within,
            class: self.spread + self.class_surprise - self.between,
        }
    }

    /// Adds `ROWS` interleaved rows, the first of them the row of `H(F | m)` if
    /// these are the `FIRST` rows of the finding.
    fn add<const ROWS: usize, const FIRST: bool>(&mut self, model: &Model, block: &[f64]) {
        let (lanes, _) = block.as_chunks::<LANES>();
        let (lanes, _) = lanes.as_chunks::<ROWS>();
        let levels = ROWS - usize::from(FIRST);
        let mut totals = [0.0; ROWS];
        let classes = model.classes.iter().zip(&mut self.left);
        for ((class, left), shares) in classes.zip(self.shares.chunks_exact_mut(levels)) {
            let members = self.posterior.get(class.clone()).unwrap_or_default();
            let rows = lanes.get(class.clone()).unwrap_or_default();
            let mut sums = [f64x4::ZERO; ROWS];
            for (p, rows) in members.iter().zip(rows) {
                let p = f64x4::from(*p);
                for (sum, row) in sums.iter_mut().zip(rows) {
                    *sum += p * f64x4::from(*row);
                }
            }
            let sums = sums.map(add_up);
            for (total, sum) in totals.iter_mut().zip(sums) {
                *total += sum;
            }
            let level_sums = sums.iter().skip(usize::from(FIRST));
            for (share, sum) in shares.iter_mut().zip(level_sums) {
                *share = *sum;
                *left -= sum;
            }
        }
        let known = self.shares.get(..levels * model.classes.len());
        self.between += surprise_of_all(known.unwrap_or_default());
        let mut totals = totals.as_slice();
        if FIRST && let Some((within, of_levels)) = totals.split_first() {
            self.within = *within;
            totals = of_levels;
        }
        self.spread += surprise_of_all(totals);
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
                    *slot += p * likelihood / probability;
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
    let leader = argmax(&state.posterior(model));
    outcomes(model, state, finding)
        .into_iter()
        .filter(|outcome| argmax(&outcome.posterior) != leader)
        .map(|outcome| outcome.probability)
        .sum()
}

fn argmax(values: &[f64]) -> Option<usize> {
    values
        .iter()
        .enumerate()
        .max_by(|a, b| a.1.total_cmp(b.1))
        .map(|(place, _)| place)
}
