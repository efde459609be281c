//! What an answer would change, without the reasons, tests and advice of a whole
//! assessment: quick enough to be worked out wherever the cursor stands.

use super::facts::{FactSheet, weighed};
use super::{Answer, Answers, Engine, raise_by_likely_cause, ranking, urgency};
use crate::inference::information::outcomes;
use crate::inference::{Model, State};
use crate::knowledge::Urgency;

/// How things would stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outlook {
    /// The most probable cause; the number of causes means "none of these".
    pub leader: usize,
    /// Its probability.
    pub probability: f64,
    /// How soon to be seen.
    pub urgency: Urgency,
}

fn weighing(model: &Model, answers: impl IntoIterator<Item = (usize, usize)>) -> State {
    let mut state = State::new(model);
    state.answer_all(model, answers);
    state
}

/// How things would stand after one more answer.
pub fn outlook(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    finding: usize,
    answer: Answer,
) -> Outlook {
    look_out(engine, answers, finding, answer, &mut None)
}

/// The same for each of the answers that a finding may have.
pub fn outlooks(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    finding: usize,
    possible: impl IntoIterator<Item = Answer>,
) -> Vec<Outlook> {
    let mut few = None;
    let possible = possible.into_iter();
    possible
        .map(|answer| look_out(engine, answers, finding, answer, &mut few))
        .collect()
}

/// A model of a few findings, and which they are.
type Few = (Vec<usize>, Model);

fn look_out(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    finding: usize,
    answer: Answer,
    few: &mut Option<Few>,
) -> Outlook {
    let mut answers = answers.clone();
    answers.set(finding, answer);
    let facts = FactSheet::new(engine, &answers);
    let weighed = weighed(engine, &answers);
    let standing = if engine.model.are_compiled() {
        let model: &Model = &engine.model;
        ranking::standing(
            engine,
            model,
            &facts,
            &weighing(model, weighed.iter().copied()),
        )
    } else {
        // The first screen does not wait for all the tables.
        let findings: Vec<usize> = weighed.iter().map(|&(finding, _)| finding).collect();
        let (_, model) = match few.take() {
            Some(same) if same.0 == findings => few.insert(same),
            _ => {
                let model = engine.model.of_few(&findings);
                few.insert((findings, model))
            }
        };
        let levels = weighed.iter().map(|&(_, level)| level).enumerate();
        ranking::standing(engine, model, &facts, &weighing(model, levels))
    };
    let mut triage = urgency::without_hanging(engine, &answers, &facts);
    raise_by_likely_cause(engine, &standing, weighed.len(), &mut triage);
    let leader = standing.first();
    Outlook {
        leader: leader.map_or(engine.none(), |ranked| ranked.cause),
        probability: leader.map_or(0.0, |ranked| ranked.probability),
        urgency: triage.urgency,
    }
}

/// A result that would speak for a cause.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Speaking {
    /// The finding.
    pub finding: usize,
    /// Its level.
    pub level: usize,
    /// Probability of the cause after it.
    pub probability: f64,
}

/// How many times likelier a result must make a cause to speak for it.
const SPEAKS: f64 = 1.25;

/// Of the open findings, the result that speaks most for a cause, if any does.
pub fn speaking_for(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    cause: usize,
    findings: impl Iterator<Item = usize>,
) -> Option<Speaking> {
    let state = weighing(&engine.model, weighed(engine, answers));
    let now = *state.posterior(&engine.model).get(cause)?;
    findings
        .filter(|&finding| answers.get(finding).is_none())
        .flat_map(|finding| {
            outcomes(&engine.model, &state, finding)
                .into_iter()
                .filter_map(move |outcome| {
                    Some(Speaking {
                        finding,
                        level: outcome.level,
                        probability: *outcome.posterior.get(cause)?,
                    })
                })
        })
        .filter(|it| it.probability > now * SPEAKS)
        .max_by(|a, b| a.probability.total_cmp(&b.probability))
}
