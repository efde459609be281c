//! A knowledge base ready to be reasoned with.

use std::ops::Deref;
use std::sync::OnceLock;

use super::compile::compile;
use crate::inference::{Model, ModelFault};
use crate::knowledge::expression::Condition;
use crate::knowledge::schema::{AnswerKind, AskedOf, Sets};
use crate::knowledge::{Knowledge, Urgency};

/// The tables of a knowledge base, compiled when first asked for.
#[derive(Debug)]
pub struct Tables<'k, 'a> {
    knowledge: &'k Knowledge<'a>,
    model: OnceLock<Model>,
}

impl Deref for Tables<'_, '_> {
    type Target = Model;

    fn deref(&self) -> &Model {
        // What was checked can be compiled; otherwise there is no cause to rank.
        self.model
            .get_or_init(|| compile(self.knowledge, None).unwrap_or_default())
    }
}

impl Tables<'_, '_> {
    /// Whether they are compiled, so that using them costs nothing more.
    pub(super) fn are_compiled(&self) -> bool {
        self.model.get().is_some()
    }

    /// A model of these findings alone, in rising order and numbered in it: the
    /// same figures as the whole tables have, and much sooner there.
    pub(super) fn of_few(&self, findings: &[usize]) -> Model {
        compile(self.knowledge, Some(findings)).unwrap_or_default()
    }
}

/// A knowledge base ready to be reasoned with.
#[derive(Debug)]
pub struct Engine<'k, 'a> {
    /// The knowledge base.
    pub knowledge: &'k Knowledge<'a>,
    /// The compiled tables; the last cause is "none of these".
    pub model: Tables<'k, 'a>,
    /// Who can answer each finding.
    pub asked_of: Vec<AskedOf>,
    /// Trouble of asking each finding, in plain questions.
    pub effort: Vec<f64>,
    /// Positions of the parts of each finding.
    pub(super) parts: Vec<Vec<usize>>,
    /// For each finding, better ways to find the same thing.
    pub(super) better: Vec<Vec<usize>>,
    /// "Anywhere" questions with their places.
    pub(super) wholes: Vec<(usize, Vec<usize>)>,
    /// The emergency questions in the order they are asked.
    pub screening: Vec<usize>,
    /// What settles each implication, with its place among those of the knowledge.
    implications: OnceLock<Vec<(Condition, usize)>>,
    /// For each cause, the signs that make it severe.
    severe_signs: OnceLock<Vec<Option<Condition>>>,
}

impl<'k, 'a> Engine<'k, 'a> {
    /// Compiles a knowledge base.
    ///
    /// # Errors
    /// Figures that are no probabilities; a checked knowledge base has none.
    pub fn new(knowledge: &'k Knowledge<'a>) -> Result<Self, ModelFault> {
        let mut engine = Self::later(knowledge);
        engine.model.model = OnceLock::from(compile(knowledge, None)?);
        Ok(engine)
    }

    /// The same, with tables that are compiled when first asked for.
    pub fn later(knowledge: &'k Knowledge<'a>) -> Self {
        let position = |id: &str| knowledge.finding(id);
        let parts: Vec<Vec<usize>> = knowledge
            .findings
            .iter()
            .map(|finding| finding.parts.iter().filter_map(|id| position(id)).collect())
            .collect();
        let mut better = vec![Vec::new(); knowledge.findings.len()];
        for row in &knowledge.relations.same_thing {
            let places: Vec<usize> = row.iter().filter_map(|id| position(id)).collect();
            for (rank, &place) in places.iter().enumerate() {
                if let Some(slot) = better.get_mut(place) {
                    slot.extend(places.iter().take(rank));
                }
            }
        }
        let wholes = knowledge
            .relations
            .wholes
            .iter()
            .filter_map(|(whole, places)| {
                let places = places.iter().filter_map(|id| position(id)).collect();
                Some((position(whole)?, places))
            })
            .collect();
        let settings = &knowledge.settings;
        let mut asked_of = Vec::new();
        let mut effort = Vec::new();
        for category in &knowledge.categories {
            for finding in knowledge
                .findings
                .get(category.findings.clone())
                .unwrap_or_default()
            {
                asked_of.push(category.asked_of);
                effort.push(match category.asked_of {
                    AskedOf::SelfCheck => settings.effort.self_check,
                    _ if finding.look => settings.effort.look,
                    _ => settings.effort.question,
                });
            }
        }
        Self {
            knowledge,
            model: Tables {
                knowledge,
                model: OnceLock::new(),
            },
            asked_of,
            effort,
            parts,
            better,
            wholes,
            screening: knowledge
                .screening
                .groups
                .iter()
                .flat_map(|group| &group.asks)
                .filter_map(|id| position(id))
                .collect(),
            implications: OnceLock::new(),
            severe_signs: OnceLock::new(),
        }
    }

    /// The probability of every cause before any answer, and behind them that of
    /// "none of these". It needs no tables.
    pub(super) fn priors(&self) -> Vec<f64> {
        let causes = self.knowledge.causes.iter();
        let mut priors: Vec<f64> = causes.map(|cause| cause.prior.0).collect();
        priors.push(1.0 - priors.iter().sum::<f64>());
        priors
    }

    /// What one answer settles about another.
    pub(super) fn implications(&self) -> impl Iterator<Item = (&Condition, &Sets<'a>)> {
        let knowledge = self.knowledge;
        let all = &knowledge.relations.implies;
        let resolved = self.implications.get_or_init(|| {
            let all = all.iter().enumerate();
            all.filter_map(|(at, (expr, _))| Some((knowledge.condition(expr)?, at)))
                .collect()
        });
        resolved
            .iter()
            .filter_map(|(condition, at)| Some((condition, &all.get(*at)?.1)))
    }

    /// The signs that make a cause severe, if it has a severe form.
    pub(super) fn severe_signs(&self, cause: usize) -> Option<&Condition> {
        let knowledge = self.knowledge;
        let all = self.severe_signs.get_or_init(|| {
            let causes = knowledge.causes.iter();
            causes
                .map(|cause| knowledge.condition(&cause.severe.as_ref()?.when))
                .collect()
        });
        all.get(cause)?.as_ref()
    }

    /// The position of a level of a one-of finding.
    pub fn level_place(&self, finding: usize, level: &str) -> Option<usize> {
        match &self.knowledge.findings.get(finding)?.answer {
            AnswerKind::OneOf(levels) => levels.iter().position(|(name, _)| *name == level),
            _ => None,
        }
    }

    /// The position of "none of these" among the causes.
    pub fn none(&self) -> usize {
        self.knowledge.causes.len()
    }

    /// Whether a finding is a bundle of others and no longer asked itself.
    pub fn is_bundled(&self, finding: usize) -> bool {
        self.parts
            .get(finding)
            .is_some_and(|parts| !parts.is_empty())
    }

    /// The urgency of a cause; "none of these" has none.
    pub fn urgency(&self, cause: usize) -> Option<Urgency> {
        self.knowledge.causes.get(cause).map(|cause| cause.urgency)
    }
}
