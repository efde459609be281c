//! How soon, why, what to do, and what would make it more urgent.

use super::{MOST_CAUSES, MOST_SIGNS, call, heading, phrases, say};
use crate::app::State;
use crate::app::guide::Piece;
use crate::knowledge::Urgency;
use crate::report::words::{cause_name, what_to_do};

/// Probability from which the worse signs of a cause are named.
const WORTH_WATCHING: f64 = 0.05;

pub(super) fn urgency(state: &State) -> Vec<Piece> {
    if state.record.answers().is_empty() {
        return vec![Piece::Text(call(state, "result-nothing"))];
    }
    let triage = &state.assessment.triage;
    let now = triage.urgency == Urgency::Now;
    let mut pieces = Vec::new();
    if now {
        pieces.push(Piece::Warning(call(state, "result-call")));
    } else if !triage.open_screening.is_empty() {
        let count = triage.open_screening.len().to_string();
        pieces.push(Piece::Warning(
            state.language.with("result-so-far-open", &[("n", &count)]),
        ));
    }
    let (because, acts) = reasons(state);
    if !because.is_empty() {
        pieces.push(heading(state, "result-because"));
        pieces.extend(because);
    }
    pieces.push(heading(state, "result-do-now"));
    if acts.is_empty() {
        pieces.push(Piece::Text(what_to_do(triage.urgency).to_owned()));
    }
    pieces.extend(acts);
    let until = match triage.urgency {
        Urgency::SelfCare => None,
        Urgency::Weeks => Some("result-until-weeks"),
        Urgency::Days => Some("result-until-days"),
        Urgency::SameDay => Some("result-until-same-day"),
        Urgency::Now => Some("result-until-now"),
    };
    pieces.extend(until.map(|key| Piece::Text(say(state, key))));
    pieces.extend(sooner(state));
    pieces
}

/// Why it is so urgent, and what the red flags ask for.
fn reasons(state: &State) -> (Vec<Piece>, Vec<Piece>) {
    let knowledge = state.engine.knowledge;
    let triage = &state.assessment.triage;
    let (mut because, mut acts) = (Vec::new(), Vec::new());
    let highest = triage
        .fired
        .iter()
        .filter(|fired| fired.urgency == triage.urgency);
    for fired in highest.take(MOST_SIGNS) {
        let Some(words) = knowledge.words.rules.get(fired.rule) else {
            continue;
        };
        because.push(Piece::Text(words.because.to_owned()));
        because.push(Piece::Quiet(state.language.with(
            "result-you-said",
            &[("signs", &phrases(state, &fired.signs))],
        )));
        let act = Piece::Text(words.act.to_owned());
        if !acts.contains(&act) {
            acts.push(act);
        }
    }
    if let Some(cause) = triage.because_of_cause {
        because.push(Piece::Text(state.language.with(
            "because-of-cause",
            &[("cause", cause_name(state.engine, cause))],
        )));
        if let Some(words) = knowledge.words.causes.get(cause) {
            acts.push(Piece::Text(words.see.to_owned()));
        }
    }
    (because, acts)
}

/// What would make it more urgent.
fn sooner(state: &State) -> Vec<Piece> {
    let knowledge = state.engine.knowledge;
    let triage = &state.assessment.triage;
    if triage.urgency == Urgency::Now {
        return Vec::new();
    }
    let mut items: Vec<&str> = Vec::new();
    let likely = state
        .assessment
        .ranking
        .iter()
        .take(MOST_CAUSES)
        .filter(|ranked| ranked.probability >= WORTH_WATCHING);
    for ranked in likely {
        let words = knowledge.words.causes.get(ranked.cause);
        let worse = words.into_iter().flat_map(|words| &words.sooner);
        for (class, text) in worse.rev() {
            if *class > triage.urgency && !items.contains(text) {
                items.push(text);
            }
        }
    }
    items.truncate(MOST_SIGNS);
    let mut pieces = vec![heading(state, "result-sooner")];
    pieces.extend(items.into_iter().map(|text| Piece::Item(text.to_owned())));
    pieces.push(Piece::Text(say(state, "welcome-signs")));
    pieces
}
