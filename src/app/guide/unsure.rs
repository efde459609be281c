//! "Not sure" about an emergency question is never passed over in silence.

use super::{Page, Part, State};
use crate::assessment::{Answer, outlook};
use crate::knowledge::Urgency;
use crate::knowledge::schema::AnswerKind;

/// What to say about "not sure" to a question, if it is an emergency question.
pub(super) fn sentence(state: &State, finding: usize) -> Option<String> {
    if !state.engine.screening.contains(&finding) {
        return None;
    }
    let key = if would_alarm(state, finding) {
        "guide-unsure-now"
    } else {
        "guide-unsure"
    };
    Some(
        state
            .language
            .with(key, &[("number", &state.emergency_number)]),
    )
}

/// The same for all that a screen left "not sure": the gravest sentence.
pub(super) fn of_page(state: &State, page: Page) -> Option<String> {
    let Page::Ticks(list) = page else {
        return None;
    };
    let unsure = super::pages::ticked(state.engine, list)
        .into_iter()
        .filter(|&finding| state.record.answers().get(finding) == Some(Answer::NotSure));
    let mut mild = None;
    for finding in unsure {
        if would_alarm(state, finding) {
            return sentence(state, finding);
        }
        mild = mild.or_else(|| sentence(state, finding));
    }
    mild.filter(|_| state.guide.part() >= Part::Emergency)
}

/// Whether a yes, to this or with the other open ones, would be an emergency.
fn would_alarm(state: &State, finding: usize) -> bool {
    let yes = Answer::YesNo(true);
    if !matches!(state.kind(finding), Some(AnswerKind::YesNo(_))) {
        return false;
    }
    let mut answers = state.record.answers().clone();
    let alarms = |answers: &crate::assessment::Answers| {
        outlook(state.engine, answers, finding, yes).urgency == Urgency::Now
    };
    if alarms(&answers) {
        return true;
    }
    let others: Vec<usize> = answers
        .iter()
        .filter(|(_, answer)| *answer == Answer::NotSure)
        .map(|(other, _)| other)
        .filter(|&other| other != finding)
        .filter(|&other| matches!(state.kind(other), Some(AnswerKind::YesNo(_))))
        .collect();
    for other in others {
        answers.set(other, yes);
    }
    let without = outlook(state.engine, &answers, finding, Answer::YesNo(false)).urgency;
    without < Urgency::Now && alarms(&answers)
}
