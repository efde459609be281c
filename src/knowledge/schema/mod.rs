//! What the language-free files hold: the types that RON is read into.
//!
//! Every id is borrowed from the text of its file, so that a fault found long
//! after reading can still point at its line and column. Ids therefore cannot
//! hold escapes.

mod care;
mod causes;
mod checks;
mod findings;
mod rules;
mod settings;
mod sources;
mod tests;

pub use care::{
    Helper, SelfCare, SelfCareFile, SelfExam, SelfExamFile, Standing, Treatment, TreatmentFile,
};
pub use causes::{Cause, CodeTrust, FindingFigure, Graded, LevelFigure, Severe, Territory};
pub use checks::{Enter, Side};
pub use findings::{
    AnswerKind, AskedOf, Finding, FindingFile, NumberKind, Relations, ScreenGroup, Screening, Sets,
};
pub use rules::{Basis, Rule, RuleFile};
pub use settings::{Effort, Settings, Stopping};
pub use sources::{Score, ScoreFile, ScoreItem, SeedFile, Seen, SourceEntry, SourceFile, Verdict};
pub use tests::{Access, Limit, Range, Test, TestFile};
