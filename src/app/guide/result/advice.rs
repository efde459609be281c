//! Tests to ask about, what helps and what to avoid.

use super::{heading, say};
use crate::app::State;
use crate::app::guide::Piece;
use crate::assessment::{TELLS_LITTLE, TestAdvice};
use crate::knowledge::Urgency;
use crate::report::words::{about, cause_name, level_phrase};

/// Results of a test named at most.
const MOST_RESULTS: usize = 2;
/// Probability under which the meaning of a result is not said.
const WORTH_SAYING: f64 = 0.03;
/// Tests and treatments named at most.
const MOST_ADVICE: usize = 5;

pub(super) fn tests(state: &State) -> Vec<Piece> {
    let words = &state.engine.knowledge.words.tests;
    let advised = &state.assessment.tests;
    if state.assessment.weighed == 0 || advised.is_empty() {
        return vec![Piece::Text(say(state, "result-no-tests"))];
    }
    let mut pieces = Vec::new();
    if state.assessment.triage.urgency >= Urgency::SameDay {
        pieces.push(Piece::Warning(say(state, "be-seen-first")));
    }
    pieces.push(Piece::Quiet(say(state, "result-tests-intro")));
    for advice in advised.iter().take(MOST_ADVICE) {
        let Some(words) = words.get(advice.test) else {
            continue;
        };
        pieces.push(Piece::Heading(words.name.to_owned()));
        pieces.push(Piece::Text(words.shows.to_owned()));
        let means = meanings(state, advice, MOST_RESULTS);
        if means.is_empty() {
            let names: Vec<&str> = advice
                .named_by
                .iter()
                .map(|&cause| cause_name(state.engine, cause))
                .collect();
            let text = state
                .language
                .with("result-test-for", &[("causes", &names.join("; "))]);
            pieces.push(Piece::Quiet(text));
        }
        pieces.extend(means.into_iter().map(Piece::Item));
    }
    pieces
}

/// What the likeliest results of a test would mean: "if slowed at the knee:
/// pinched nerve about 9 in 10".
pub(in crate::app) fn meanings(state: &State, advice: &TestAdvice, most: usize) -> Vec<String> {
    meanings_but(state, advice, None, most)
}

/// The same without one result, which is said elsewhere.
pub(in crate::app) fn meanings_but(
    state: &State,
    advice: &TestAdvice,
    but: Option<(usize, usize)>,
    most: usize,
) -> Vec<String> {
    if advice.bits < TELLS_LITTLE {
        return Vec::new();
    }
    let mut results: Vec<_> = advice.results.iter().collect();
    results.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    results
        .into_iter()
        .filter(|result| result.probability >= WORTH_SAYING)
        .filter(|result| but != Some((result.finding, result.level)))
        .take(most)
        .map(|result| {
            let place = (result.finding, result.level);
            meaning(state, place, result.leader, result.leader_probability)
        })
        .collect()
}

/// What one result would mean for a cause.
pub(in crate::app) fn meaning(
    state: &State,
    (finding, level): (usize, usize),
    cause: usize,
    probability: f64,
) -> String {
    let level = level_phrase(state.engine, finding, level);
    let places = [
        ("result", &*level),
        ("cause", cause_name(state.engine, cause)),
        ("about", &about(probability)),
    ];
    state.language.with("if-result", &places)
}

/// Why nothing is advised to do at home now, if nothing is.
pub(in crate::app) fn held_back(state: &State) -> Option<Piece> {
    let key = if state.assessment.triage.urgency >= Urgency::SameDay {
        "be-seen-first"
    } else {
        "questions-first"
    };
    let held = state.assessment.self_care.held_back;
    held.then(|| Piece::Warning(say(state, key)))
}

pub(super) fn care(state: &State) -> Vec<Piece> {
    let care = &state.assessment.self_care;
    let mut pieces = Vec::new();
    if state.record.answers().is_empty() {
        return vec![Piece::Text(say(state, "questions-first"))];
    }
    if let Some(held) = held_back(state) {
        pieces.push(held);
    } else if !care.safe.is_empty() {
        pieces.push(heading(state, "at-home"));
        pieces.extend(care.safe.iter().flat_map(|advice| at_home(state, advice)));
    }
    if !care.avoid.is_empty() {
        pieces.push(heading(state, "better-not"));
        pieces.extend(care.avoid.iter().filter_map(|advice| avoid(state, advice)));
    }
    let treatments = &state.assessment.treatments;
    if !treatments.is_empty() && state.assessment.weighed > 0 {
        pieces.push(heading(state, "result-treatments"));
        pieces.push(Piece::Quiet(say(state, "result-treatments-care")));
        for advice in treatments.iter().take(MOST_ADVICE) {
            pieces.extend(treatment(state, advice));
        }
    }
    pieces
}

fn why_not(state: &State, keys: &[String]) -> String {
    let reasons: Vec<&str> = keys
        .iter()
        .map(|key| state.engine.knowledge.reason(key))
        .collect();
    reasons.join(" ")
}

fn at_home(state: &State, advice: &crate::assessment::Advice) -> Vec<Piece> {
    let Some(words) = state.engine.knowledge.words.self_care.get(advice.item) else {
        return Vec::new();
    };
    let mut pieces = vec![Piece::Item(format!("{}. {}", words.name, words.how))];
    if !advice.unless.is_empty() {
        pieces.push(Piece::Quiet(
            state
                .language
                .with("result-not-if", &[("reason", words.limits)]),
        ));
    }
    pieces
}

fn avoid(state: &State, advice: &crate::assessment::Advice) -> Option<Piece> {
    let words = state.engine.knowledge.words.self_care.get(advice.item)?;
    let reasons = if advice.ruled_out.is_empty() {
        words.limits.to_owned()
    } else {
        why_not(state, &advice.ruled_out)
    };
    Some(Piece::Item(format!("{}. {reasons}", words.name)))
}

fn treatment(state: &State, advice: &crate::assessment::Advice) -> Vec<Piece> {
    let Some(words) = state.engine.knowledge.words.treatments.get(advice.item) else {
        return Vec::new();
    };
    let mut pieces = vec![Piece::Item(format!("{}. {}", words.name, words.what))];
    if !advice.ruled_out.is_empty() {
        pieces.push(Piece::Quiet(state.language.with(
            "take-care",
            &[("reason", &why_not(state, &advice.ruled_out))],
        )));
    }
    pieces
}
