//! Answers given in the walkthrough.

use super::{Page, State, digits, pages, unsure, view, walk};
use crate::assessment::{Answer, Answers};
use crate::keys::Action;
use crate::knowledge::schema::AnswerKind;
use crate::knowledge::units::{UnitFault, convert, units};

/// Puts other answers in place; an emergency among them shows at once.
/// Returns whether the walkthrough may go on.
pub(super) fn put(state: &mut State, answers: Answers) -> bool {
    if answers != *state.record.answers() {
        state.record.replace(answers);
        state.reassess();
    }
    !matches!(state.guide.layer, Some(super::Layer::Alarm(_)))
}

fn set(state: &mut State, finding: usize, answer: Option<Answer>) -> bool {
    let mut answers = state.record.answers().clone();
    match answer {
        Some(answer) => answers.set(finding, answer),
        None => answers.clear(finding),
    }
    put(state, answers)
}

/// Ticks a finding: open or no to yes, yes to not sure, not sure to open.
pub(super) fn tick(state: &mut State, finding: usize) {
    let next = match state.record.answers().get(finding) {
        Some(Answer::YesNo(true)) => Some(Answer::NotSure),
        Some(Answer::NotSure) => None,
        _ => Some(Answer::YesNo(true)),
    };
    set(state, finding, next);
    say_unsure(state, finding, next);
}

/// Says what "not sure" about an emergency question means.
fn say_unsure(state: &mut State, finding: usize, said: Option<Answer>) {
    if said == Some(Answer::NotSure)
        && let Some(text) = unsure::sentence(state, finding)
    {
        state.notice = Some(text);
    }
}

/// Answers a single question and goes on, unless an emergency stands in the way.
pub(super) fn answer(state: &mut State, finding: usize, answer: Answer) {
    // The walk goes on behind an emergency, so that one can continue after it.
    let at = (state.guide.at, state.guide.page());
    if set(state, finding, Some(answer)) {
        if (state.guide.at, state.guide.page()) == at {
            walk::forward(state);
        }
    } else {
        behind_alarm(state);
    }
    say_unsure(state, finding, Some(answer));
}

/// Goes on behind an emergency, which stays.
fn behind_alarm(state: &mut State) {
    let (layer, slip) = (state.guide.layer.take(), state.guide.slip);
    walk::forward(state);
    state.guide.layer = layer;
    state.guide.slip = slip;
    state.guide.row = 0;
}

/// Takes the typed number and goes on; without one just goes on. Where several
/// units are in use none is taken for granted.
pub(super) fn typed_number(state: &mut State, finding: usize) {
    let Some(AnswerKind::Number(kind)) = state.kind(finding) else {
        return;
    };
    if state.guide.field.value().trim().is_empty() {
        walk::forward(state);
    } else if kind.unit_needed {
        state.guide.fault = Some(UnitFault::UnitNeeded);
    } else {
        number(state, finding, 0);
    }
}

/// Takes the typed number in a unit.
pub(super) fn number(state: &mut State, finding: usize, unit: usize) {
    let Some(AnswerKind::Number(kind)) = state.kind(finding) else {
        return;
    };
    let typed = state.guide.field.value().trim().replace(',', ".");
    if typed.is_empty() {
        state.guide.fault = Some(UnitFault::NotANumber);
        return;
    }
    let name = units(kind).get(unit).copied();
    let read = typed
        .parse::<f64>()
        .map_err(|_| UnitFault::NotANumber)
        .and_then(|value| convert(kind, value, name));
    match read {
        Ok(value) => {
            let said = Answer::Number(value);
            let known = state.record.answers().get(finding) == Some(said);
            if known || !doubted(state) {
                answer(state, finding, said);
            }
        }
        Err(fault) => state.guide.fault = Some(fault),
    }
}

/// Whether the typed number is asked about first. Elsewhere the digit that goes on
/// is pressed without thought; here it would be taken for strong pain or a long
/// time. True the first time such a number is to be taken.
pub(super) fn doubted(state: &mut State) -> bool {
    let on = digits::digits(state).on;
    let typed = state.guide.field.value().trim();
    let habit = typed
        .chars()
        .all(|it| it.to_digit(10) == u32::try_from(on).ok());
    let doubt = habit && state.guide.doubt.as_deref() != Some(typed);
    if doubt {
        state.guide.doubt = Some(typed.to_owned());
    }
    doubt
}

/// Answers everything that is still open on a list, and goes on.
pub(super) fn rest(state: &mut State, with: Answer) {
    if matches!(state.guide.page(), Page::Check(_)) && with == Answer::NotSure {
        return super::check::rest_not_sure(state);
    }
    let given = state.record.answers().clone();
    list(state, |finding| given.get(finding).unwrap_or(with));
}

/// Answers a whole list, and goes on. Rows that do not concern the person are
/// answered with no unless they have an answer.
pub(super) fn list(state: &mut State, said: impl Fn(usize) -> Answer) {
    let Page::Ticks(list) = state.guide.page() else {
        return;
    };
    let mut answers = state.record.answers().clone();
    for finding in pages::ticked(state.engine, list) {
        if pages::concerns(state.engine, state.record.answers(), finding) {
            answers.set(finding, said(finding));
        } else if answers.get(finding).is_none() {
            answers.set(finding, Answer::YesNo(false));
        }
    }
    let page = state.guide.page();
    let free = put(state, answers);
    let unsure = unsure::of_page(state, page);
    if free {
        state.guide.layer = None;
        walk::forward(state);
    } else {
        behind_alarm(state);
    }
    if unsure.is_some() {
        state.notice = unsure;
    }
}

/// Yes, no, not sure or nothing, by key, for the row of the cursor or the
/// question of the screen.
pub(super) fn by_key(state: &mut State, action: Action) {
    let said = match action {
        Action::Yes => Some(Answer::YesNo(true)),
        Action::No => Some(Answer::YesNo(false)),
        Action::NotSure => Some(Answer::NotSure),
        _ => None,
    };
    if state.guide.layer.is_some() {
        return;
    }
    match (state.guide.page(), said) {
        (Page::Check(_), _) => super::check::by_key(state, action),
        (Page::Ticks(_), said) => {
            let row = view(state).rows.get(state.guide.row).map(|row| row.does);
            if let Some(super::Choice::Tick(finding)) = row {
                set(state, finding, said);
                say_unsure(state, finding, said);
            }
        }
        (Page::Single(finding), None) => {
            set(state, finding, None);
        }
        (Page::Single(finding), Some(said))
            if said == Answer::NotSure || pages::is_yes_no(state.engine, finding) =>
        {
            answer(state, finding, said);
        }
        _ => {}
    }
}
