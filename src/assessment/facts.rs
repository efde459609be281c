//! What rules see, and what is weighed.

use super::{Answers, Engine};
use crate::knowledge::expression::{Fact, Facts, Truth};
use crate::knowledge::schema::Sets;

/// How often implications are followed; none of the shipped ones chain deeper.
const ROUNDS: usize = 3;

/// Facts for rules: the answers, bundled questions derived from their parts,
/// and what one answer settles about another.
#[derive(Debug, Clone, PartialEq)]
pub struct FactSheet {
    facts: Vec<Fact>,
}

impl Facts for FactSheet {
    fn fact(&self, finding: usize) -> Fact {
        self.facts.as_slice().fact(finding)
    }
}

impl FactSheet {
    /// Derives the facts of some answers.
    pub fn new(engine: &Engine<'_, '_>, answers: &Answers) -> Self {
        let mut sheet = Self {
            facts: vec![Fact::Unknown; engine.knowledge.findings.len()],
        };
        if answers.is_empty() {
            return sheet;
        }
        for (finding, answer) in answers.iter() {
            sheet.put(finding, answer.fact());
        }
        for _ in 0..ROUNDS {
            let before = sheet.facts.clone();
            sheet.bundle(engine);
            sheet.imply(engine);
            if sheet.facts == before {
                break;
            }
        }
        sheet
    }

    /// Whether nothing is known at all.
    pub(super) fn is_blank(&self) -> bool {
        self.facts.iter().all(|fact| *fact == Fact::Unknown)
    }

    fn put(&mut self, finding: usize, fact: Fact) {
        if let Some(slot) = self.facts.get_mut(finding) {
            *slot = fact;
        }
    }

    /// A bundled question is true if any part is, false if all are, and as
    /// answered itself where the parts leave it open.
    fn bundle(&mut self, engine: &Engine<'_, '_>) {
        for (finding, parts) in engine.parts.iter().enumerate() {
            if parts.is_empty() {
                continue;
            }
            let known = |wanted| {
                parts
                    .iter()
                    .filter(|&&part| self.fact(part) == Fact::YesNo(wanted))
                    .count()
            };
            if known(true) > 0 {
                self.put(finding, Fact::YesNo(true));
            } else if known(false) == parts.len() {
                self.put(finding, Fact::YesNo(false));
            }
        }
    }

    /// An answer that settles another one never overrules an answer given,
    /// except that a yes overrules a no: when in doubt the higher urgency.
    fn imply(&mut self, engine: &Engine<'_, '_>) {
        let knowledge = engine.knowledge;
        for (condition, sets) in engine.implications() {
            if condition.truth(self) != Truth::True {
                continue;
            }
            match *sets {
                Sets::Yes(id) => {
                    if let Some(finding) = knowledge.finding(id) {
                        self.put(finding, Fact::YesNo(true));
                    }
                }
                Sets::Level(id, level) => {
                    if let Some(finding) = knowledge.finding(id)
                        && self.fact(finding) == Fact::Unknown
                        && let Some(place) = engine.level_place(finding, level)
                    {
                        self.put(finding, Fact::Level(place));
                    }
                }
                Sets::Number(id, value) => {
                    if let Some(finding) = knowledge.finding(id)
                        && self.fact(finding) == Fact::Unknown
                    {
                        self.put(finding, Fact::Number(value));
                    }
                }
            }
        }
    }

    /// The same facts with one changed, for "what if".
    pub fn with(&self, finding: usize, fact: Fact) -> Self {
        let mut changed = self.clone();
        changed.put(finding, fact);
        changed
    }
}

/// The answers that are weighed, as levels of the model: of two ways to find
/// the same thing the better one, of a bundled question its parts, of "pain
/// anywhere" and its places whichever says more.
pub fn weighed(engine: &Engine<'_, '_>, answers: &Answers) -> Vec<(usize, usize)> {
    let knowledge = engine.knowledge;
    let level = |finding: usize| {
        let kind = &knowledge.findings.get(finding)?.answer;
        answers.get(finding)?.level(kind)
    };
    let known = |finding: &usize| level(*finding).is_some();
    answers
        .iter()
        .filter_map(|(finding, _)| Some((finding, level(finding)?)))
        .filter(|(finding, _)| {
            let parts = engine.parts.get(*finding).map_or(&[][..], Vec::as_slice);
            let better = engine.better.get(*finding).map_or(&[][..], Vec::as_slice);
            !parts.iter().any(known) && !better.iter().any(known)
        })
        .filter(|(finding, _)| {
            engine.wholes.iter().all(|(whole, places)| {
                let any_place = places.iter().any(|&place| level(place) == Some(1));
                if finding == whole {
                    !any_place
                } else {
                    !(places.contains(finding) && level(*whole) == Some(0))
                }
            })
        })
        .collect()
}
