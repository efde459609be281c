//! The self-checks worth doing now: the most telling first, none that these
//! answers rule out.

use super::question::makes_sense;
use super::ranking::for_examiners;
use super::{Advice, Answer, Answers, Engine, FactSheet, advice, facts};
use crate::inference::State;
use crate::inference::information::{Information, information_into};
use crate::knowledge::Urgency;
use crate::knowledge::schema::AskedOf;

/// A self-check and what it would tell.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckAdvice {
    /// The self-check, with what stands against it or cannot be excluded yet.
    pub advice: Advice,
    /// Open findings it would set, the most telling first.
    pub findings: Vec<usize>,
    /// Expected information of the most telling of them about the cause, in bits.
    pub bits: f64,
    /// What the order is made by.
    pub score: f64,
}

/// The self-checks that would tell something.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChecksWorth {
    /// Those that may be done, the most telling first.
    pub safe: Vec<CheckAdvice>,
    /// Those that these answers rule out, in the same order.
    pub blocked: Vec<CheckAdvice>,
}

/// Self-checks worth doing: none while an emergency is up.
///
/// A self-check tells as much as the most telling finding it sets: what its
/// findings share must not be counted twice.
pub fn self_checks_worth(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    urgency: Urgency,
) -> ChecksWorth {
    let settings = &engine.knowledge.settings;
    let mut state = State::new(&engine.model);
    state.answer_all(&engine.model, facts::weighed(engine, answers));
    let mut information = vec![Information::default(); engine.model.findings()];
    information_into(&engine.model, &state, &mut information);
    let told = |finding: usize| {
        let told = information.get(finding).copied().unwrap_or_default();
        told.cause + settings.urgency_weight * told.class
    };
    let sheet = FactSheet::new(engine, answers);
    let mut found = ChecksWorth::default();
    for advice in advice::safe_self_exams(engine, &sheet, urgency) {
        let sets = engine.knowledge.self_exams.get(advice.item);
        let mut findings: Vec<usize> = sets
            .into_iter()
            .flat_map(|exam| &exam.sets)
            .filter_map(|id| engine.knowledge.finding(id))
            .filter(|&finding| is_open(engine, answers, finding))
            .collect();
        findings.sort_by(|&a, &b| told(b).total_cmp(&told(a)).then(a.cmp(&b)));
        let Some(&best) = findings.first() else {
            continue;
        };
        let score = told(best) / settings.effort.self_check;
        if score < settings.stopping.least_score {
            continue;
        }
        let check = CheckAdvice {
            bits: information.get(best).map_or(0.0, |told| told.cause),
            findings,
            score,
            advice,
        };
        if check.advice.ruled_out.is_empty() {
            found.safe.push(check);
        } else {
            found.blocked.push(check);
        }
    }
    for list in [&mut found.safe, &mut found.blocked] {
        list.sort_by(|a, b| {
            let order = b.score.total_cmp(&a.score);
            order.then(a.advice.item.cmp(&b.advice.item))
        });
    }
    found
}

/// Whether a check can still tell it: what a person was not sure of, it can.
fn is_open(engine: &Engine<'_, '_>, answers: &Answers, finding: usize) -> bool {
    matches!(answers.get(finding), None | Some(Answer::NotSure))
        && !for_examiners(engine, finding)
        && makes_sense(engine, answers, finding)
}

/// Open findings of the self-checks that may be done: none that these answers
/// rule out, none at all while a rule says now.
pub(super) fn safe_findings(engine: &Engine<'_, '_>, answers: &Answers) -> Vec<usize> {
    let sheet = FactSheet::new(engine, answers);
    let urgency = super::urgency::triage(engine, answers, &sheet).urgency;
    let mut findings: Vec<usize> = advice::safe_self_exams(engine, &sheet, urgency)
        .into_iter()
        .filter(|advice| advice.ruled_out.is_empty())
        .filter_map(|advice| engine.knowledge.self_exams.get(advice.item))
        .flat_map(|exam| &exam.sets)
        .filter_map(|id| engine.knowledge.finding(id))
        .filter(|&finding| engine.asked_of.get(finding) == Some(&AskedOf::SelfCheck))
        .filter(|&finding| answers.get(finding).is_none())
        .collect();
    findings.sort_unstable();
    findings.dedup();
    findings
}
