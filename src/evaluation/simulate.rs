//! Patients drawn from the knowledge base itself, every everyday answer known.

use crate::assessment::{Engine, network};
use crate::inference::State;
use crate::knowledge::schema::AskedOf;

/// What came of the simulated patients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Simulated {
    /// Patients drawn.
    pub patients: usize,
    /// Right cause first.
    pub first: usize,
    /// Right cause among the first three.
    pub top_three: usize,
}

/// A small generator of pseudo-random numbers (SplitMix64), the same on every run.
struct Random(u64);

impl Random {
    /// A number from 0 up to 1.
    #[allow(clippy::cast_precision_loss)] // 53 bits fit
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn draw(&mut self, shares: &[f64]) -> usize {
        let total: f64 = shares.iter().sum();
        let mut left = self.unit() * total;
        for (place, share) in shares.iter().enumerate() {
            left -= share;
            if left < 0.0 {
                return place;
            }
        }
        shares.len().saturating_sub(1)
    }
}

/// Draws causes by their base rates and answers by their tables.
pub fn simulate(engine: &Engine<'_, '_>, patients: usize, seed: u64) -> Simulated {
    let network = network(engine.knowledge);
    let causes = engine.none();
    let mut random = Random(seed);
    let mut state = State::new(&engine.model);
    let mut outcome = Simulated {
        patients,
        ..Simulated::default()
    };
    for _ in 0..patients {
        let cause = random.draw(network.prior.get(..causes).unwrap_or_default());
        let answers: Vec<(usize, usize)> = network
            .findings
            .iter()
            .enumerate()
            .filter(|(finding, _)| {
                engine.asked_of.get(*finding) == Some(&AskedOf::Everyone)
                    && !engine.is_bundled(*finding)
            })
            .filter_map(|(finding, table)| Some((finding, random.draw(table.rows.get(cause)?))))
            .collect();
        state.answer_all(&engine.model, answers);
        let posterior = state.posterior(&engine.model);
        let own = posterior.get(cause).copied().unwrap_or_default();
        let better = posterior
            .iter()
            .take(causes)
            .filter(|&&other| other > own)
            .count();
        outcome.first += usize::from(better == 0);
        outcome.top_three += usize::from(better < 3);
    }
    outcome
}
