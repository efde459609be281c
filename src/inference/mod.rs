//! Pure mathematics of the main-cause model: posteriors, reasons, information.
//!
//! One main cause explains the complaint; given it, findings are independent.
//! Causes, findings and levels are numbers here; words and files are above.

pub mod information;
mod model;
pub mod pairs;
pub mod reasons;
mod state;

pub use model::{Model, ModelFault, Network, Table};
pub use state::State;

/// Decibans per natural unit: `10 / ln 10` (Good 1950).
pub const DECIBANS: f64 = 10.0 / std::f64::consts::LN_10;

/// Bits per natural unit.
pub const BITS: f64 = std::f64::consts::LOG2_E;

/// Numbers that sums take at once; the compiler turns a lane array into vector code.
pub(crate) const LANES: usize = 4;

/// `-p ln p`, and 0 at 0.
pub(crate) fn surprise(p: f64) -> f64 {
    if p > 0.0 { -p * p.ln() } else { 0.0 }
}
