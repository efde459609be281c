//! Which checks are worth doing, and what stands against one.

use super::{State, facts};
use crate::app::guide::answering;
use crate::app::guide::pages;
use crate::assessment::{Answer, FactSheet, self_checks_worth};
use crate::keys::Action;
use crate::knowledge::Urgency;
use crate::knowledge::expression::Truth;
use crate::knowledge::schema::{AnswerKind, AskedOf};

/// Whether a check may be done with these answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It may.
    Free,
    /// These reasons stand against it, in words.
    Against(Vec<String>),
    /// Somebody needs help now; no check may cost time.
    Emergency,
}

/// The checks that may be done now, the most telling first; those that tell
/// nothing new come last, so that one can do them again.
pub fn worth(state: &State) -> Vec<usize> {
    let urgency = state.assessment.triage.urgency;
    let telling = self_checks_worth(state.engine, state.record.answers(), urgency);
    let mut items: Vec<usize> = telling.safe.iter().map(|it| it.advice.item).collect();
    for advice in &state.assessment.self_exams {
        if advice.ruled_out.is_empty() && !items.contains(&advice.item) {
            items.push(advice.item);
        }
    }
    items
}

/// The checks these answers rule out, with the reasons in words.
pub(super) fn not_now(state: &State) -> Vec<(usize, Vec<String>)> {
    state
        .assessment
        .self_exams
        .iter()
        .filter(|advice| !advice.ruled_out.is_empty())
        .map(|advice| (advice.item, reasons(state, &advice.ruled_out)))
        .collect()
}

fn reasons(state: &State, keys: &[String]) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for key in keys {
        let reason = state.engine.knowledge.reason(key).to_owned();
        if !said.contains(&reason) {
            said.push(reason);
        }
    }
    said
}

/// Whether a check may be done.
pub fn standing(state: &State, exam: usize) -> Standing {
    if state.assessment.triage.urgency == Urgency::Now {
        return Standing::Emergency;
    }
    let advice = state
        .assessment
        .self_exams
        .iter()
        .find(|advice| advice.item == exam);
    match advice {
        Some(advice) if advice.ruled_out.is_empty() => Standing::Free,
        Some(advice) => Standing::Against(reasons(state, &advice.ruled_out)),
        None => Standing::Against(Vec::new()),
    }
}

/// What is still to be known before a check.
#[derive(Debug, Default)]
pub(super) struct Unknown {
    /// Yes/no findings to ask.
    pub ask: Vec<usize>,
    /// Reasons that no question can settle, in words.
    pub say: Vec<String>,
}

/// What could still stand against a check.
pub(super) fn unknown(state: &State, exam: usize) -> Unknown {
    let engine = state.engine;
    let knowledge = engine.knowledge;
    let answers = state.record.answers();
    let sheet = FactSheet::new(engine, answers);
    let mut unknown = Unknown::default();
    let Some(facts) = facts(state, exam) else {
        return unknown;
    };
    for (expr, key) in &facts.do_not_if {
        let Some(condition) = knowledge.condition(expr) else {
            continue;
        };
        if condition.truth(&sheet) != Truth::Unknown {
            continue;
        }
        let mut open = Vec::new();
        for finding in condition.findings() {
            open.extend(parts(state, finding));
        }
        open.retain(|&finding| {
            let asked = !matches!(
                engine.asked_of.get(finding),
                Some(AskedOf::Examiner | AskedOf::TestResult)
            );
            asked
                && matches!(state.kind(finding), Some(AnswerKind::YesNo(_)))
                && pages::concerns(engine, answers, finding)
                && matches!(answers.get(finding), None | Some(Answer::NotSure))
        });
        if open.is_empty() {
            unknown.say.extend(reasons(state, &[(*key).to_owned()]));
        }
        for finding in open {
            if !unknown.ask.contains(&finding) {
                unknown.ask.push(finding);
            }
        }
    }
    unknown
}

/// A bundled question is asked by its parts.
fn parts(state: &State, finding: usize) -> Vec<usize> {
    let knowledge = state.engine.knowledge;
    let parts: Vec<usize> = knowledge
        .findings
        .get(finding)
        .iter()
        .flat_map(|entry| entry.parts.iter())
        .filter_map(|id| knowledge.finding(id))
        .collect();
    if parts.is_empty() {
        vec![finding]
    } else {
        parts
    }
}

/// What was left open before the check counts as no.
pub(super) fn rest_no(state: &mut State, exam: usize) {
    let mut answers = state.record.answers().clone();
    for finding in unknown(state, exam).ask {
        if answers.get(finding).is_none() {
            answers.set(finding, Answer::YesNo(false));
        }
    }
    answering::put(state, answers);
}

/// Yes, no or not sure for the row of the cursor.
pub(super) fn by_key(state: &mut State, action: Action) {
    let row = super::super::view(state)
        .rows
        .get(state.guide.row)
        .map(|row| row.does);
    let Some(super::super::Choice::Tick(finding)) = row else {
        return;
    };
    let mut answers = state.record.answers().clone();
    answers.set(
        finding,
        match action {
            Action::Yes => Answer::YesNo(true),
            Action::No => Answer::YesNo(false),
            _ => Answer::NotSure,
        },
    );
    answering::put(state, answers);
}
