//! Causes in order, with what speaks for and against each.

use super::facts::FactSheet;
use super::{Answers, Engine};
use crate::inference::information::outcomes;
use crate::inference::reasons::Weights;
use crate::inference::{DECIBANS, Model, State};
use crate::knowledge::expression::Truth;
use crate::knowledge::schema::AskedOf;
use crate::knowledge::statistics::cause_grades;
use crate::knowledge::{GradeClass, Urgency};

/// Weight in decibans from which an answer is named as a reason.
const WORTH_NAMING: f64 = 1.0;
/// Open questions named per cause.
const MOST_OPEN: usize = 3;
/// Probability from which the open questions of a cause are worked out.
const WORTH_ASKING: f64 = 0.01;

/// A reason: an answer and its weight of evidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason {
    /// The finding.
    pub finding: usize,
    /// Weight in decibans; negative speaks against.
    pub decibans: f64,
}

/// A cause with its standing.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// Position of the cause; the number of causes means "none of these".
    pub cause: usize,
    /// Posterior probability.
    pub probability: f64,
    /// Urgency of the cause itself, if it has one.
    pub urgency: Option<Urgency>,
    /// Answers for it, the weightiest first.
    pub favouring: Vec<Reason>,
    /// Answers against it, the weightiest first.
    pub against: Vec<Reason>,
    /// Open questions that would move it most, the weightiest first.
    pub open: Vec<Reason>,
    /// Probability of the severe form given the cause, if it has one.
    pub severe: Option<f64>,
}

/// The ranking before any answer is weighed: by the base rates.
pub(super) fn before_answers(engine: &Engine<'_, '_>, facts: &FactSheet) -> Vec<Ranked> {
    let blank = facts.is_blank();
    let severe = |cause: usize| {
        let shown = || Some(engine.severe_signs(cause)?.truth(facts) == Truth::True);
        let by_sign = !blank && shown().unwrap_or(false);
        let share = engine.knowledge.causes.get(cause)?.severe.as_ref()?.share.0;
        Some(if by_sign { 1.0 } else { share })
    };
    in_order(engine, engine.priors(), severe)
}

/// All causes and "none of these", the most probable first, without reasons.
pub(super) fn standing(
    engine: &Engine<'_, '_>,
    model: &Model,
    facts: &FactSheet,
    state: &State,
) -> Vec<Ranked> {
    in_order(engine, state.posterior(model), |cause| {
        severe_share(engine, model, facts, state, cause)
    })
}

fn in_order(
    engine: &Engine<'_, '_>,
    probabilities: Vec<f64>,
    severe: impl Fn(usize) -> Option<f64>,
) -> Vec<Ranked> {
    // Sorted before all else is put beside it, which would be moved too.
    let mut order: Vec<(usize, f64)> = probabilities.into_iter().enumerate().collect();
    order.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let ranked = order.into_iter();
    ranked
        .map(|(cause, probability)| Ranked {
            cause,
            probability,
            urgency: engine.urgency(cause),
            favouring: Vec::new(),
            against: Vec::new(),
            open: Vec::new(),
            severe: severe(cause),
        })
        .collect()
}

/// All causes and "none of these", the most probable first.
pub fn ranking(
    engine: &Engine<'_, '_>,
    facts: &FactSheet,
    state: &State,
    weights: &Weights,
) -> Vec<Ranked> {
    let mut ranked = standing(engine, &engine.model, facts, state);
    for place in &mut ranked {
        let mut reasons: Vec<Reason> = weights
            .iter()
            .filter_map(|(finding, _, row)| {
                Some(Reason {
                    finding,
                    decibans: *row.get(place.cause)?,
                })
            })
            .filter(|reason| reason.decibans.abs() >= WORTH_NAMING)
            .collect();
        reasons.sort_by(|a, b| b.decibans.abs().total_cmp(&a.decibans.abs()));
        (place.favouring, place.against) = reasons.into_iter().partition(|r| r.decibans > 0.0);
    }
    ranked
}

/// How many figures are behind a cause by grade, in the order of
/// [`GradeClass::ALL`].
pub fn figures(engine: &Engine<'_, '_>, cause: usize) -> [usize; 4] {
    let Some(cause) = engine.knowledge.causes.get(cause) else {
        return [0; 4];
    };
    let grades = cause_grades(cause);
    GradeClass::ALL.map(|class| grades.iter().filter(|grade| grade.class() == class).count())
}

/// For each cause worth it, the open everyday questions whose answers would
/// move its odds most.
pub(super) fn open_questions(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    state: &State,
    ranked: &mut [Ranked],
) {
    let worth: Vec<usize> = ranked
        .iter()
        .take_while(|ranked| ranked.probability >= WORTH_ASKING)
        .filter(|ranked| ranked.cause != engine.none())
        .map(|ranked| ranked.cause)
        .collect();
    if worth.is_empty() {
        return;
    }
    let mut found: Vec<Vec<Reason>> = vec![Vec::new(); worth.len()];
    let now = state.posterior(&engine.model);
    for finding in super::question::askable(engine, answers, false) {
        let outcomes = outcomes(&engine.model, state, finding);
        for (slot, &cause) in found.iter_mut().zip(&worth) {
            let before = log_odds(now.get(cause).copied().unwrap_or_default());
            // The expected size of the change, in decibans.
            let change: f64 = outcomes
                .iter()
                .map(|outcome| {
                    let after = log_odds(outcome.posterior.get(cause).copied().unwrap_or_default());
                    outcome.probability * (after - before).abs()
                })
                .sum();
            slot.push(Reason {
                finding,
                decibans: change * DECIBANS,
            });
        }
    }
    for ranked in ranked {
        if let Some(place) = worth.iter().position(|&cause| cause == ranked.cause)
            && let Some(open) = found.get_mut(place)
        {
            open.sort_by(|a, b| {
                b.decibans
                    .total_cmp(&a.decibans)
                    .then(a.finding.cmp(&b.finding))
            });
            open.truncate(MOST_OPEN);
            ranked.open = std::mem::take(open);
        }
    }
}

fn log_odds(p: f64) -> f64 {
    let p = p.clamp(1e-12, 1.0 - 1e-12);
    (p / (1.0 - p)).ln()
}

/// `P(severe | cause, answers)`: the severe form is a part of its cause, never a
/// rival. Certain where its defining signs are there.
fn severe_share(
    engine: &Engine<'_, '_>,
    model: &Model,
    facts: &FactSheet,
    state: &State,
    cause: usize,
) -> Option<f64> {
    let by_sign = engine.severe_signs(cause)?.truth(facts) == Truth::True;
    if by_sign {
        return Some(1.0);
    }
    state.second_form(model, cause)
}

/// Whether only someone who examines can answer a finding.
pub(super) fn for_examiners(engine: &Engine<'_, '_>, finding: usize) -> bool {
    engine.asked_of.get(finding) == Some(&AskedOf::Examiner)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a failed step fails the test
mod tests {
    use super::*;
    use crate::knowledge::{Files, Knowledge};

    #[test]
    fn before_any_answer_the_tables_say_what_the_base_rates_say() {
        let files = Files::embedded();
        let knowledge = Knowledge::load(&files).unwrap();
        let engine = Engine::new(&knowledge).unwrap();
        let facts = FactSheet::new(&engine, &Answers::default());
        let by_tables = standing(&engine, &engine.model, &facts, &State::new(&engine.model));
        let by_rates = before_answers(&engine, &facts);
        assert_eq!(by_tables.len(), by_rates.len());
        for (one, other) in by_tables.iter().zip(&by_rates) {
            assert_eq!(one.cause, other.cause);
            assert!((one.probability - other.probability).abs() < 1e-12);
            assert_eq!(one.severe.is_some(), other.severe.is_some());
            let differ = one.severe.unwrap_or(0.0) - other.severe.unwrap_or(0.0);
            assert!(differ.abs() < 1e-9);
        }
    }
}
