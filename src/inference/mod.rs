//! Pure mathematics of the main-cause model: posteriors, reasons, information.
//!
//! One main cause explains the complaint; given it, findings are independent.
//! Causes, findings and levels are numbers here; words and files are above.

mod forms;
pub mod information;
mod logs;
mod model;
pub mod pairs;
pub mod reasons;
mod state;

pub use model::{Model, ModelFault, Network, SparseTable, Table};
pub use state::State;

/// Decibans per natural unit: `10 / ln 10` (Good 1950).
pub const DECIBANS: f64 = 10.0 / std::f64::consts::LN_10;

/// Numbers that sums take at once.
pub(crate) const LANES: usize = 4;

/// The sum of one set of lanes, in the same order on every machine.
fn add_up(lanes: wide::f64x4) -> f64 {
    let [s0, s1, s2, s3] = lanes.to_array();
    (s0 + s2) + (s1 + s3)
}
