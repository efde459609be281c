//! The tabs of a cause on tests, treatments and self-care.

use super::pages::Piece;
use crate::app::State;
use crate::app::guide::result::{held_back, meaning, meanings_but};
use crate::assessment::{Advice, TELLS_LITTLE, TestAdvice, speaking_for};
use crate::knowledge::Entry;
use crate::knowledge::schema::Standing;

/// Results of a test named at most.
const MOST_RESULTS: usize = 3;

pub(super) fn tests(state: &State, cause: usize) -> Vec<Piece> {
    let knowledge = state.engine.knowledge;
    let Some(facts) = knowledge.causes.get(cause) else {
        return Vec::new();
    };
    let mut named: Vec<(usize, Option<&TestAdvice>)> = facts
        .tests
        .iter()
        .filter_map(|id| match knowledge.entry(id)? {
            Entry::Test(at) => Some(at),
            _ => None,
        })
        .map(|at| {
            let advice = state.assessment.tests.iter().find(|it| it.test == at);
            (at, advice)
        })
        .collect();
    let telling = |advice: Option<&TestAdvice>| {
        advice.map_or(0.0, |it| if it.bits < TELLS_LITTLE { 0.0 } else { it.bits })
    };
    named.sort_by(|a, b| telling(b.1).total_cmp(&telling(a.1)));
    let mut pieces = vec![Piece::Quiet(state.language.say("tests-intro"))];
    for (at, advice) in named {
        let Some(words) = knowledge.words.tests.get(at) else {
            continue;
        };
        pieces.push(Piece::Link(Entry::Test(at), words.name.to_owned()));
        pieces.push(Piece::Quiet(words.shows.to_owned()));
        // What speaks for the cause of this page comes first.
        let sets = knowledge.tests.get(at).into_iter().flat_map(|it| &it.sets);
        let found = sets.filter_map(|id| knowledge.finding(id));
        let speaking = speaking_for(state.engine, state.record.answers(), cause, found);
        let place = speaking.map(|it| (it.finding, it.level));
        if let Some(it) = speaking {
            let text = meaning(state, (it.finding, it.level), cause, it.probability);
            pieces.push(Piece::Item(text));
        }
        if let Some(advice) = advice {
            let most = MOST_RESULTS - usize::from(speaking.is_some());
            let others = meanings_but(state, advice, place, most);
            pieces.extend(others.into_iter().map(Piece::Item));
        }
    }
    pieces
}

pub(super) fn treatment(state: &State, cause: usize) -> Vec<Piece> {
    let knowledge = state.engine.knowledge;
    let Some(facts) = knowledge.causes.get(cause) else {
        return Vec::new();
    };
    let mut pieces = vec![Piece::Quiet(state.language.say("treatment-intro"))];
    for id in &facts.treatments {
        let Some(Entry::Treatment(at)) = knowledge.entry(id) else {
            continue;
        };
        let (Some(words), Some(entry)) = (
            knowledge.words.treatments.get(at),
            knowledge.treatments.get(at),
        ) else {
            continue;
        };
        pieces.push(Piece::Link(Entry::Treatment(at), words.name.to_owned()));
        if entry.standing == Standing::Discouraged {
            pieces.push(Piece::Warning(state.language.say("discouraged")));
        }
        pieces.push(Piece::Quiet(words.what.to_owned()));
        let against = state
            .assessment
            .treatments
            .iter()
            .find(|advice| advice.item == at)
            .map(|advice| reasons(state, advice));
        pieces.extend(against.into_iter().flatten().map(Piece::Item));
    }
    pieces
}

fn reasons(state: &State, advice: &Advice) -> Vec<String> {
    advice
        .ruled_out
        .iter()
        .map(|key| {
            state.language.with(
                "take-care",
                &[("reason", state.engine.knowledge.reason(key))],
            )
        })
        .collect()
}

pub(super) fn self_care(state: &State, cause: usize) -> Vec<Piece> {
    let knowledge = state.engine.knowledge;
    let Some(facts) = knowledge.causes.get(cause) else {
        return Vec::new();
    };
    let care = &state.assessment.self_care;
    let mut pieces = Vec::new();
    if let Some(held) = held_back(state) {
        pieces.push(Piece::Warning(held.plain()));
    }
    let (mut fits, mut avoid) = (Vec::new(), Vec::new());
    for id in &facts.self_care {
        let Some(Entry::SelfCare(at)) = knowledge.entry(id) else {
            continue;
        };
        let (Some(entry), Some(words)) = (
            knowledge.self_care.get(at),
            knowledge.words.self_care.get(at),
        ) else {
            continue;
        };
        let against = care.avoid.iter().find(|advice| advice.item == at);
        let list = if against.is_some() || entry.standing == Standing::Discouraged {
            &mut avoid
        } else {
            &mut fits
        };
        list.push(Piece::Link(Entry::SelfCare(at), words.name.to_owned()));
        match against {
            Some(advice) => list.extend(
                advice
                    .ruled_out
                    .iter()
                    .map(|key| Piece::Item(knowledge.reason(key).to_owned())),
            ),
            None => list.push(Piece::Quiet(words.how.to_owned())),
        }
    }
    for (key, list) in [
        (
            if care.held_back {
                "later-at-home"
            } else {
                "at-home"
            },
            fits,
        ),
        ("better-not", avoid),
    ] {
        if !list.is_empty() {
            pieces.push(Piece::Heading(state.language.say(key)));
            pieces.extend(list);
        }
    }
    if pieces.is_empty() {
        pieces.push(Piece::Quiet(state.language.say("no-self-care")));
    }
    pieces
}
