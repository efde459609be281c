//! What remains open, and how good the figures are.

use super::{MOST_SIGNS, call, heading, say};
use crate::app::State;
use crate::app::guide::Piece;
use crate::assessment::{self, Answer};
use crate::report::words::cause_name;

pub(super) fn open(state: &State) -> Vec<Piece> {
    let knowledge = state.engine.knowledge;
    let assessed = &state.assessment;
    let question = |finding: usize| knowledge.words.findings.get(finding).map(|it| it.question);
    let mut pieces = Vec::new();
    let left = &assessed.triage.open_screening;
    if left.is_empty() {
        pieces.push(Piece::Text(say(state, "result-all-emergency")));
    } else {
        pieces.push(heading(state, "result-emergency-open"));
        pieces.push(Piece::Warning(call(state, "result-if-so")));
        pieces.extend(
            left.iter()
                .filter_map(|&at| question(at))
                .map(|text| Piece::Item(text.to_owned())),
        );
    }
    let hanging: Vec<&str> = assessed
        .triage
        .hanging
        .iter()
        .filter_map(|it| it.decided_by.first().copied())
        .filter(|finding| !left.contains(finding))
        .filter_map(question)
        .collect();
    if !hanging.is_empty() {
        pieces.push(heading(state, "result-hanging"));
        for (at, text) in hanging.iter().enumerate().take(MOST_SIGNS) {
            // One question often decides several red flags.
            if !hanging.iter().take(at).any(|before| before == text) {
                pieces.push(Piece::Item((*text).to_owned()));
            }
        }
    }
    pieces.extend(telling(state));
    pieces.extend(figures(state));
    pieces
}

/// Open questions that would tell most about the leading cause.
fn telling(state: &State) -> Vec<Piece> {
    let assessed = &state.assessment;
    let none = state.engine.none();
    let leader = assessed.ranking.iter().find(|it| it.cause != none);
    let Some(leader) = leader.filter(|it| assessed.weighed > 0 && !it.open.is_empty()) else {
        return Vec::new();
    };
    let words = &state.engine.knowledge.words.findings;
    let mut pieces = vec![heading(state, "still-open")];
    pieces.extend(
        leader
            .open
            .iter()
            .filter_map(|reason| words.get(reason.finding))
            .map(|words| Piece::Item(words.question.to_owned())),
    );
    pieces
}

fn figures(state: &State) -> Vec<Piece> {
    let assessed = &state.assessment;
    let answers = state.record.answers();
    let unsure = answers
        .iter()
        .filter(|(_, answer)| *answer == Answer::NotSure)
        .count();
    let mut pieces = vec![
        heading(state, "how-good"),
        Piece::Text(state.language.with(
            "result-rests-on",
            &[
                ("n", &answers.len().to_string()),
                ("unsure", &unsure.to_string()),
            ],
        )),
    ];
    let none = state.engine.none();
    if let Some(leader) = assessed.ranking.iter().find(|it| it.cause != none)
        && assessed.weighed > 0
    {
        pieces.push(Piece::Text(state.language.with(
            "result-figures",
            &[
                ("cause", cause_name(state.engine, leader.cause)),
                (
                    "grades",
                    &crate::app::browse::pages::grades(
                        state,
                        assessment::figures(state.engine, leader.cause),
                    ),
                ),
            ],
        )));
    }
    pieces.push(Piece::Text(say(state, "result-not-a-diagnosis")));
    pieces
}
