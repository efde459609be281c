//! Answers given in the list: by key, by choice, as a number; and the filter.

use tui_input::Input;

use super::signs::{Editing, SignRow, act, back, levels, rows};
use super::toggle;
use crate::app::text::{self, Typed};
use crate::app::{Pane, State, search};
use crate::assessment::Answer;
use crate::keys::{Action, Code, Key};
use crate::knowledge::schema::AnswerKind;
use crate::knowledge::units::{UnitFault, read_quantity};

/// Keys that go into a text: the filter or a number. True if the key is used up.
pub(super) fn typed(state: &mut State, key: Key) -> bool {
    if state.browse.pane != Pane::Signs {
        return false;
    }
    if state.browse.signs.filtering {
        return type_filter(state, key);
    }
    match &mut state.browse.signs.editing {
        Some(Editing::Number { .. }) => type_number(state, key),
        // The digits are those of the choices while the cursor is among them.
        Some(Editing::Choice(finding)) => {
            let finding = *finding;
            let among = matches!(
                state.browse.signs.at,
                SignRow::Choice(at, _) | SignRow::Sign(at) if at == finding
            );
            among && type_choice(state, finding, key)
        }
        None => false,
    }
}

fn type_filter(state: &mut State, key: Key) -> bool {
    match key.code {
        Code::Enter | Code::Down | Code::Tab => {
            state.browse.signs.filtering = false;
            true
        }
        Code::Esc => {
            state.browse.signs.filtering = false;
            back(state);
            true
        }
        _ => match text::edit(&mut state.browse.signs.filter, key) {
            Typed::Changed => {
                filter_again(state);
                true
            }
            Typed::Moved => true,
            Typed::NotText => false,
        },
    }
}

fn filter_again(state: &mut State) {
    let needle = state.browse.signs.filter.value().to_owned();
    state.browse.signs.fits = search::findings(state.engine.knowledge, &state.language, &needle);
    if let Some(&first) = rows(state).first() {
        state.browse.signs.at = first;
    }
}

/// Pasted text goes where one types, and nowhere else.
pub(in crate::app) fn pasted(state: &mut State, pasted: &str) {
    if state.browse.pane != Pane::Signs {
        return;
    }
    if state.browse.signs.filtering {
        text::insert(&mut state.browse.signs.filter, pasted);
        filter_again(state);
    } else if let Some(Editing::Number { input, fault, .. }) = &mut state.browse.signs.editing {
        text::insert(input, pasted);
        *fault = None;
    }
}

fn type_choice(state: &mut State, finding: usize, key: Key) -> bool {
    let Some(digit) = key.types().and_then(|digit| digit.to_digit(10)) else {
        return false;
    };
    let count = levels(state, finding);
    match (digit as usize).checked_sub(1) {
        Some(level) if level <= count => choose(state, finding, level),
        _ => {}
    }
    true
}

/// Gives a level as the answer; the choice after the last level is "not sure".
pub(super) fn choose(state: &mut State, finding: usize, level: usize) {
    let answer = if level < levels(state, finding) {
        Answer::Level(level)
    } else {
        Answer::NotSure
    };
    toggle(state, finding, answer);
    state.browse.signs.editing = None;
    state.browse.signs.at = SignRow::Sign(finding);
}

fn type_number(state: &mut State, key: Key) -> bool {
    let edited = match &state.browse.signs.editing {
        Some(Editing::Number { finding, .. }) => *finding,
        _ => return false,
    };
    let kind = state.kind(edited);
    let Some(Editing::Number {
        finding,
        input,
        fault,
    }) = &mut state.browse.signs.editing
    else {
        return false;
    };
    let finding = *finding;
    match key.code {
        Code::Enter | Code::Tab | Code::Up | Code::Down => {
            if input.value().trim().is_empty() {
                state.browse.signs.editing = None;
                return true;
            }
            let Some(AnswerKind::Number(kind)) = kind else {
                return true;
            };
            match read_quantity(kind, input.value()) {
                Ok(value) => {
                    state.browse.signs.editing = None;
                    state.answer(finding, Some(Answer::Number(value)));
                }
                Err(wrong) => *fault = Some(wrong),
            }
            true
        }
        Code::Esc => {
            state.browse.signs.editing = None;
            true
        }
        // A number begins with a digit: another letter is refused where one sees it.
        Code::Char(letter)
            if key.types().is_some()
                && letter.is_alphabetic()
                && !input.value().contains(|it: char| it.is_ascii_digit()) =>
        {
            *fault = Some(UnitFault::NotANumber);
            true
        }
        _ => match text::edit(input, key) {
            Typed::Changed => {
                *fault = None;
                true
            }
            Typed::Moved => true,
            Typed::NotText => false,
        },
    }
}

/// The mark of the row was clicked: nothing, yes, no, not sure, nothing.
pub(super) fn cycle(state: &mut State) {
    let SignRow::Sign(finding) = state.browse.signs.at else {
        act(state, Action::Open);
        return;
    };
    if !is_yes_no(state, finding) {
        act(state, Action::Open);
        return;
    }
    let next = match state.record.answers().get(finding) {
        None => Some(Answer::YesNo(true)),
        Some(Answer::YesNo(true)) => Some(Answer::YesNo(false)),
        Some(Answer::YesNo(false)) => Some(Answer::NotSure),
        _ => None,
    };
    state.answer(finding, next);
}

pub(super) fn is_yes_no(state: &State, finding: usize) -> bool {
    matches!(state.kind(finding), Some(AnswerKind::YesNo(_)))
}

/// Opens the choices or the number field of a finding.
pub(super) fn start_editing(state: &mut State, finding: usize) {
    let given = state.record.answers().get(finding);
    match state.kind(finding) {
        Some(AnswerKind::OneOf(_)) => {
            let level = match given {
                Some(Answer::Level(level)) => level,
                _ => 0,
            };
            state.browse.signs.editing = Some(Editing::Choice(finding));
            state.browse.signs.at = SignRow::Choice(finding, level);
        }
        Some(AnswerKind::Number(kind)) => {
            let unit = if kind.unit_needed { kind.unit } else { "" };
            let value = match given {
                Some(Answer::Number(value)) => {
                    let value = crate::report::words::trimmed(value);
                    format!("{value} {unit}").trim_end().to_owned()
                }
                _ => String::new(),
            };
            state.browse.signs.editing = Some(Editing::Number {
                finding,
                input: Input::new(value),
                fault: None,
            });
        }
        _ => {}
    }
}
