//! What was entered, in words.

use super::{Given, State, combine, entered, facts};
use crate::assessment::Answer;
use crate::knowledge::schema::{AnswerKind, Enter, Side};
use crate::report::words::{amount, answer_phrase, trimmed};

/// "Right foot" or "right leg".
pub(super) fn side_words(state: &State, exam: usize, side: Side) -> String {
    let feet = facts(state, exam).is_some_and(|facts| facts.feet);
    state.language.say(match (side, feet) {
        (Side::Right, true) => "check-right-foot",
        (Side::Left, true) => "check-left-foot",
        (Side::Right, false) => "check-right-leg",
        (Side::Left, false) => "check-left-leg",
    })
}

/// "Right big toe".
pub(super) fn toe_words(state: &State, (side, toe): (Side, u8)) -> String {
    let name = state.language.say(match toe {
        1 => "check-toe-1",
        2 => "check-toe-2",
        3 => "check-toe-3",
        4 => "check-toe-4",
        _ => "check-toe-5",
    });
    let side = match side {
        Side::Right => "check-right-toe",
        Side::Left => "check-left-toe",
    };
    state.language.with(side, &[("toe", &name)])
}

/// One thing entered.
pub(super) fn given_words(state: &State, exam: usize, enter: &Enter<'_>, given: Given) -> String {
    let knowledge = state.engine.knowledge;
    let id = enter.finding();
    let finding = knowledge.finding(id);
    let ask = knowledge
        .words
        .self_exams
        .get(exam)
        .and_then(|words| words.asks.iter().find(|ask| ask.finding == id));
    let say = |key: &str| state.language.say(key);
    match given {
        Given::Yes => say("guide-yes"),
        Given::No => say("guide-no"),
        Given::Fine => ask.map_or(String::new(), |ask| ask.fine.to_owned()),
        Given::Fails => ask.map_or(String::new(), |ask| ask.fails.to_owned()),
        Given::Level(level) => finding
            .and_then(|at| knowledge.words.findings.get(at))
            .and_then(|words| words.levels.get(level))
            .map_or(String::new(), |(_, label)| (*label).to_owned()),
        Given::Number(value) => match finding.and_then(|at| state.kind(at)) {
            Some(AnswerKind::Number(kind)) => amount(kind, value),
            _ => trimmed(value),
        },
        Given::Side(side) => side_words(state, exam, side),
        Given::Neither => say("check-neither"),
        Given::NotSure => say("guide-not-sure"),
        Given::LeftOut => say("check-left-out"),
    }
}

/// What was entered at one finding, leg by leg.
fn line(state: &State, told: bool, exam: usize, at: usize) -> Option<String> {
    let enter = facts(state, exam)?.enter.get(at)?;
    let given = entered(state, told, exam, at, enter.slots());
    let said = |slot: usize, name: String| {
        let given = (*given.get(slot)?)?;
        Some(state.language.with(
            "check-side-is",
            &[
                ("side", &name),
                ("given", &given_words(state, exam, enter, given)),
            ],
        ))
    };
    let parts: Vec<String> = match enter {
        Enter::NotFelt(_, order) => order
            .iter()
            .enumerate()
            .filter(|(slot, _)| !matches!(given.get(*slot), Some(Some(Given::Fine))))
            .filter_map(|(slot, &toe)| said(slot, toe_words(state, toe)))
            .collect(),
        _ if enter.slots() > 1 => Side::BOTH
            .iter()
            .enumerate()
            .filter_map(|(slot, &side)| said(slot, side_words(state, exam, side)))
            .collect(),
        _ => given
            .iter()
            .flatten()
            .map(|&given| given_words(state, exam, enter, given))
            .collect(),
    };
    let nothing = matches!(enter, Enter::NotFelt(..)) && given.iter().any(Option::is_some);
    (!parts.is_empty() || nothing).then(|| parts.join("; "))
}

/// What was entered in a check, one line a finding; a place where no leg shows
/// anything is left out of a long list.
pub(super) fn entered_lines(state: &State, exam: usize) -> Vec<String> {
    let knowledge = state.engine.knowledge;
    let enters = facts(state, exam).map_or(&[][..], |facts| &facts.enter);
    let many = enters.len() > 3;
    enters
        .iter()
        .enumerate()
        .filter_map(|(at, enter)| {
            let given = entered(state, false, exam, at, enter.slots());
            if many && given.iter().all(|given| *given == Some(Given::No)) {
                return None;
            }
            let line = line(state, false, exam, at)?;
            let finding = knowledge.finding(enter.finding())?;
            let answer = combine(knowledge, enter, &given);
            let label = knowledge.words.findings.get(finding)?.label;
            let sum = match (enter, answer) {
                (Enter::NotFelt(..) | Enter::Difference(..), Some(answer @ Answer::Number(_))) => {
                    answer_phrase(state.engine, finding, Some(answer))
                }
                _ => label.to_owned(),
            };
            let key = if line.is_empty() {
                "check-entered-none"
            } else {
                "check-entered"
            };
            Some(
                state
                    .language
                    .with(key, &[("what", &sum), ("given", &line)]),
            )
        })
        .collect()
}

/// What a check found on each leg about a finding, while the answer still
/// stands: for the result.
pub fn told(state: &State, finding: usize) -> Option<String> {
    let knowledge = state.engine.knowledge;
    knowledge
        .self_exams
        .iter()
        .enumerate()
        .flat_map(|(exam, facts)| {
            let enters = facts.enter.iter().enumerate();
            enters.map(move |(at, enter)| (exam, at, enter))
        })
        .filter(|(_, _, enter)| knowledge.finding(enter.finding()) == Some(finding))
        .find_map(|(exam, at, enter)| {
            let given = entered(state, true, exam, at, enter.slots());
            let answer = combine(knowledge, enter, &given)?;
            (state.record.answers().get(finding) == Some(answer) && enter.slots() > 1)
                .then(|| line(state, true, exam, at))
                .flatten()
        })
        .filter(|line| !line.is_empty())
}
