//! How well the program does: on cases from outside, on itself as a guide, on
//! patients drawn from its own knowledge.

mod cases;
mod measure;
mod play;
mod simulate;

pub use cases::{Case, CaseFault, Scope, read_cases};
pub use measure::{CaseResult, Summary, case_class, measure, summarise};
pub use play::{Milestone, PLAY_STEPS, Played, play};
pub use simulate::patients;
