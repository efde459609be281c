//! Everything a summary is made of.

use super::code::{Code, encode};
use super::dates::Moment;
use crate::assessment::{Answers, Assessment, Engine};
use crate::language::Language;

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// What a person needs.
    #[default]
    Plain,
    /// With the weight of every reason in words.
    Explained,
    /// With numbers, rules and grades, for a doctor.
    Doctor,
}

/// One assessment, to be rendered in some way.
#[derive(Debug, Clone, Copy)]
pub struct Summary<'s> {
    /// The engine that made it.
    pub engine: &'s Engine<'s, 's>,
    /// Words of the interface.
    pub language: &'s Language,
    /// The answers.
    pub answers: &'s Answers,
    /// What follows from them.
    pub assessment: &'s Assessment,
    /// How much is told.
    pub depth: Depth,
    /// When it was made; not told where it is empty.
    pub moment: &'s Moment,
    /// The number to call in an emergency.
    pub number: &'s str,
}

impl Summary<'_> {
    pub(super) fn say(&self, key: &str) -> String {
        self.language.say(key)
    }

    pub(super) fn with(&self, key: &str, places: &[(&str, &str)]) -> String {
        self.language.with(key, places)
    }

    pub(super) fn label(&self, finding: usize) -> &str {
        let words = self.engine.knowledge.words.findings.get(finding);
        words.map_or("", |words| words.label)
    }

    /// The answers as a code.
    pub fn code(&self) -> Code {
        encode(&self.answers.to_document(self.engine.knowledge))
    }

    /// "12 answers", in words.
    pub(super) fn counted(&self) -> String {
        match self.assessment.weighed {
            1 => self.say("sum-one-answer"),
            n => self.with("sum-answers", &[("n", &n.to_string())]),
        }
    }
}
