//! How well the program does: on cases from outside, on itself as a guide, on
//! patients drawn from its own knowledge.

mod cases;
mod measure;
mod play;
mod simulate;

pub use cases::{Case, CaseFault, Scope, read_cases};
pub use measure::{CaseResult, Summary, case_class, measure, measure_told, summarise};
pub use play::{Brings, MOST_CHECKS, Milestone, PLAY_STEPS, Played, play, stops_at_once};
pub use simulate::patients;
