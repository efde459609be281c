//! The result, in five chapters, for any face.

mod advice;
mod causes;
mod open;
mod urgency;

pub(in crate::app) use advice::{held_back, meaning, meanings_but};

use super::State;
use super::piece::Piece;
use crate::report::words::{answer_phrase, headline};

/// Causes named at most.
const MOST_CAUSES: usize = 5;
/// Red flags and worse signs named at most.
const MOST_SIGNS: usize = 5;

/// A chapter of the result; each is a screen of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Chapter {
    /// How soon, why, and what to do.
    #[default]
    Urgency,
    /// What it could be.
    Causes,
    /// Tests to ask about.
    Tests,
    /// What helps and what to avoid.
    Care,
    /// What remains open, and how good the figures are.
    Open,
}

impl Chapter {
    /// All chapters in order.
    pub const ALL: [Self; 5] = [
        Self::Urgency,
        Self::Causes,
        Self::Tests,
        Self::Care,
        Self::Open,
    ];

    /// The key of its name among the words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Urgency => "result-urgency",
            Self::Causes => "result-causes",
            Self::Tests => "result-tests",
            Self::Care => "result-care",
            Self::Open => "result-open",
        }
    }

    /// The chapter some steps further on; the last ones stay.
    #[must_use]
    pub fn step(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|it| *it == self).unwrap_or(0);
        let next = at.saturating_add_signed(by).min(Self::ALL.len() - 1);
        Self::ALL.get(next).copied().unwrap_or_default()
    }
}

/// What a chapter says.
pub fn chapter(state: &State, chapter: Chapter) -> Vec<Piece> {
    match chapter {
        Chapter::Urgency => urgency::urgency(state),
        Chapter::Causes => causes::causes(state),
        Chapter::Tests => advice::tests(state),
        Chapter::Care => advice::care(state),
        Chapter::Open => open::open(state),
    }
}

/// The headline of the urgency, honest where nothing was answered.
pub fn title(state: &State) -> String {
    if state.record.answers().is_empty() {
        return state.language.say("nothing-answered-yet");
    }
    headline(state.assessment.triage.urgency).to_owned()
}

fn say(state: &State, key: &str) -> String {
    state.language.say(key)
}

fn call(state: &State, key: &str) -> String {
    state
        .language
        .with(key, &[("number", &state.emergency_number)])
}

fn heading(state: &State, key: &str) -> Piece {
    Piece::Heading(say(state, key))
}

/// Answers as short phrases.
pub(in crate::app::guide) fn phrases(state: &State, findings: &[usize]) -> String {
    let answers = state.record.answers();
    let phrases: Vec<String> = findings
        .iter()
        .map(|&finding| answer_phrase(state.engine, finding, answers.get(finding)))
        .collect();
    phrases.join("; ")
}
