//! What is entered in a check: kept in a draft, and put together to answers.

use super::{Deed, Given, Stage, State, certain, combine, facts, next, safe, stage};
use crate::app::guide::answering;
use crate::assessment::question::Asking;
use crate::assessment::{Answer, Answers, assess};
use crate::body::{Leg, atlas};
use crate::keys::Action;
use crate::knowledge::Urgency;
use crate::knowledge::schema::{AnswerKind, Enter, NumberKind, Side};
use crate::knowledge::units::{UnitFault, convert, units};

/// Enters one thing and goes on.
pub(super) fn enter(state: &mut State, given: Given) {
    let Some((exam, Stage::Ask(enter, slot))) = stage(state) else {
        return;
    };
    let at = state
        .guide
        .checks
        .doing
        .as_ref()
        .map_or(0, |doing| doing.at);
    state.guide.checks.draft.insert((exam, enter, slot), given);
    danger(state, exam);
    next(state, exam, at);
}

/// How the number of this screen is read, with its own limits.
pub(in crate::app::guide) fn number_kind(state: &State) -> Option<NumberKind<'static>> {
    let (exam, Stage::Ask(at, _)) = stage(state)? else {
        return None;
    };
    let enter = facts(state, exam)?.enter.get(at)?;
    let finding = state.engine.knowledge.finding(enter.finding())?;
    let AnswerKind::Number(kind) = state.kind(finding)? else {
        return None;
    };
    match enter {
        Enter::Larger(_) | Enter::Once(_) => Some(kind.clone()),
        Enter::Difference(_, range) => Some(NumberKind {
            range: *range,
            ..kind.clone()
        }),
        _ => None,
    }
}

pub(super) fn number(state: &mut State, unit: usize) {
    let Some(kind) = number_kind(state) else {
        return;
    };
    let typed = state.guide.field.value().trim().replace(',', ".");
    let name = units(&kind).get(unit).copied();
    let read = typed
        .parse::<f64>()
        .map_err(|_| UnitFault::NotANumber)
        .and_then(|value| convert(&kind, value, name));
    match read {
        Ok(value) if !answering::doubted(state) => enter(state, Given::Number(value)),
        Ok(_) => {}
        Err(fault) => state.guide.fault = Some(fault),
    }
}

/// What stands for a yes/no finding of one leg: entered, or marked on the map.
pub(super) fn ticked(state: &State, exam: usize, enter: usize, leg: usize) -> Option<Given> {
    state
        .guide
        .checks
        .given(false, (exam, enter, leg))
        .or_else(|| on_map(state, exam, enter, leg))
}

pub(super) fn on_map(state: &State, exam: usize, enter: usize, leg: usize) -> Option<Given> {
    let id = facts(state, exam)?.enter.get(enter)?.finding();
    let knowledge = state.engine.knowledge;
    let finding = knowledge.findings.get(knowledge.finding(id)?)?;
    let zone = atlas().zone(finding.zones.first()?)?;
    let leg = match Side::BOTH.get(leg)? {
        Side::Right => Leg::Right,
        Side::Left => Leg::Left,
    };
    let shown = state.body.shown(state.engine, state.record.answers());
    shown.get(leg, zone).map(|mark| match mark {
        crate::body::Mark::Yes => Given::Yes,
        crate::body::Mark::No => Given::No,
        crate::body::Mark::NotSure => Given::NotSure,
    })
}

pub(super) fn tick(state: &mut State, enter: usize) {
    let Some((exam, Stage::Tick(_, _, leg))) = stage(state) else {
        return;
    };
    let next = match ticked(state, exam, enter, leg) {
        Some(Given::Yes) => Given::NotSure,
        Some(Given::NotSure) => Given::No,
        _ => Given::Yes,
    };
    state.guide.checks.draft.insert((exam, enter, leg), next);
    danger(state, exam);
}

/// Enters this for all that is open on a list.
pub(super) fn rest(state: &mut State, with: Given) {
    let Some((exam, Stage::Tick(from, to, leg))) = stage(state) else {
        return;
    };
    for enter in from..to {
        let given = ticked(state, exam, enter, leg).unwrap_or(with);
        state.guide.checks.draft.insert((exam, enter, leg), given);
    }
    danger(state, exam);
}

/// Yes, no and not sure by their own keys.
pub(in crate::app::guide) fn by_key(state: &mut State, action: Action) {
    let said = match action {
        Action::Yes => Given::Yes,
        Action::No => Given::No,
        Action::NotSure => Given::NotSure,
        _ => return,
    };
    match stage(state) {
        Some((exam, Stage::Tick(from, to, leg))) => {
            let enter = from + state.guide.row;
            if enter < to {
                state.guide.checks.draft.insert((exam, enter, leg), said);
                danger(state, exam);
            }
        }
        Some((_, Stage::Ask(..))) => {
            let wanted = super::super::Choice::InCheck(Deed::Enter(said));
            if super::super::view(state)
                .rows
                .iter()
                .any(|row| row.does == wanted)
            {
                enter(state, said);
            }
        }
        Some((_, Stage::Know)) => safe::by_key(state, action),
        _ => {}
    }
}

/// Not sure about all that is open.
pub(in crate::app::guide) fn rest_not_sure(state: &mut State) {
    let Some((exam, stage)) = stage(state) else {
        return;
    };
    let at = state
        .guide
        .checks
        .doing
        .as_ref()
        .map_or(0, |doing| doing.at);
    if matches!(stage, Stage::Tick(..)) {
        rest(state, Given::NotSure);
        next(state, exam, at);
    }
}

/// What was entered for one finding of a check.
pub(super) fn entered(
    state: &State,
    told: bool,
    exam: usize,
    at: usize,
    slots: usize,
) -> Vec<Option<Given>> {
    (0..slots)
        .map(|slot| state.guide.checks.given(told, (exam, at, slot)))
        .collect()
}

/// Sets everything the check has found.
pub(super) fn commit(state: &mut State, exam: usize) {
    put(state, exam, combine);
}

/// Sets at once what means an emergency.
pub(super) fn danger(state: &mut State, exam: usize) {
    if state.assessment.triage.urgency == Urgency::Now {
        return;
    }
    let (answers, _) = found(state, exam, certain);
    let asking = Asking {
        examiner: state.examiner,
        ..Asking::default()
    };
    if assess(state.engine, &answers, asking).triage.urgency == Urgency::Now {
        put(state, exam, certain);
    }
}

type Way = fn(&crate::knowledge::Knowledge<'_>, &Enter<'_>, &[Option<Given>]) -> Option<Answer>;

/// The answers with what the check has found, and the places in `enter` that
/// were settled. "Not sure" never takes away what was known before.
pub(super) fn found(state: &State, exam: usize, way: Way) -> (Answers, Vec<usize>) {
    let knowledge = state.engine.knowledge;
    let mut answers = state.record.answers().clone();
    let mut settled = Vec::new();
    for (at, enter) in facts(state, exam)
        .iter()
        .flat_map(|facts| facts.enter.iter().enumerate())
    {
        let given = entered(state, false, exam, at, enter.slots());
        let (Some(answer), Some(finding)) = (
            way(knowledge, enter, &given),
            knowledge.finding(enter.finding()),
        ) else {
            continue;
        };
        settled.push(at);
        let ours = entered(state, true, exam, at, enter.slots());
        let known = answers.get(finding);
        let from_here = known.is_some() && combine(knowledge, enter, &ours) == known;
        if answer != Answer::NotSure || known.is_none() || from_here {
            answers.set(finding, answer);
        }
    }
    (answers, settled)
}

pub(super) fn put(state: &mut State, exam: usize, way: Way) {
    let (answers, settled) = found(state, exam, way);
    for at in settled {
        let slots = facts(state, exam)
            .and_then(|facts| facts.enter.get(at))
            .map_or(0, Enter::slots);
        for slot in 0..slots {
            if let Some(given) = state.guide.checks.given(false, (exam, at, slot)) {
                state.guide.checks.told.insert((exam, at, slot), given);
            }
        }
    }
    answering::put(state, answers);
}

/// Whether a check was done to its end and its answers still stand.
pub fn is_done(state: &State, exam: usize) -> bool {
    let knowledge = state.engine.knowledge;
    facts(state, exam).is_some_and(|facts| {
        facts.enter.iter().enumerate().all(|(at, enter)| {
            let given = entered(state, true, exam, at, enter.slots());
            let answer = knowledge
                .finding(enter.finding())
                .and_then(|finding| state.record.answers().get(finding));
            combine(knowledge, enter, &given).is_some_and(|found| {
                answer.is_some() && (found == Answer::NotSure || answer == Some(found))
            })
        })
    })
}
