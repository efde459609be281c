//! The list of signs: groups that fold, marks, answers given in place.

use std::collections::BTreeSet;

use tui_input::Input;

use super::giving::{choose, is_yes_no, start_editing};
use super::toggle;
use crate::app::State;
use crate::assessment::Answer;
use crate::keys::Action;
use crate::knowledge::schema::{AnswerKind, AskedOf};
use crate::knowledge::units::UnitFault;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SignRow {
    /// The heading of a category.
    Group(usize),
    /// A finding.
    Sign(usize),
    /// One of the levels of a finding that is being answered.
    Choice(usize, usize),
    /// Nothing fits the filter.
    Nothing,
}

/// An answer that is being given in place.
#[derive(Debug, Clone)]
pub enum Editing {
    /// One of several levels.
    Choice(usize),
    /// A number, as typed so far, with what is wrong about it.
    Number {
        /// The finding.
        finding: usize,
        /// What was typed.
        input: Input,
        /// What is wrong about it.
        fault: Option<UnitFault>,
    },
}

/// The list and its cursor.
#[derive(Debug)]
pub struct Signs {
    /// Where the cursor stands.
    pub at: SignRow,
    /// Groups that are open.
    pub unfolded: BTreeSet<usize>,
    /// What is filtered by.
    pub filter: Input,
    /// The filter is being typed.
    pub filtering: bool,
    /// Only answered signs are shown.
    pub answered_only: bool,
    /// An answer is being given in place.
    pub editing: Option<Editing>,
    /// Findings that fit the filter, the best first.
    pub(super) fits: Vec<usize>,
}

impl Default for Signs {
    fn default() -> Self {
        Self {
            at: SignRow::Group(0),
            unfolded: BTreeSet::from([0]),
            filter: Input::default(),
            filtering: false,
            answered_only: false,
            editing: None,
            fits: Vec::new(),
        }
    }
}

impl Signs {
    /// Leaves the filter and any answer that is not finished.
    pub(super) fn stop_typing(&mut self) {
        self.filtering = false;
        if matches!(self.editing, Some(Editing::Choice(_))) {
            if let SignRow::Choice(finding, _) = self.at {
                self.at = SignRow::Sign(finding);
            }
            self.editing = None;
        }
    }
}

/// Whether a finding is in the list for this person at all.
fn listed(state: &State, finding: usize) -> bool {
    let answered = state.record.answers().get(finding).is_some();
    let bundled = state
        .engine
        .knowledge
        .findings
        .get(finding)
        .is_some_and(|entry| !entry.parts.is_empty());
    let asked = state.engine.asked_of.get(finding);
    answered || (!bundled && (state.examiner || asked != Some(&AskedOf::Examiner)))
}

/// The rows as they are now.
pub fn rows(state: &State) -> Vec<SignRow> {
    let signs = &state.browse.signs;
    let mut rows = Vec::new();
    if !signs.filter.value().trim().is_empty() {
        for &finding in &signs.fits {
            if listed(state, finding) {
                push(state, finding, &mut rows);
            }
        }
    } else {
        for (group, category) in state.engine.knowledge.categories.iter().enumerate() {
            let mut inside: Vec<usize> = category
                .findings
                .clone()
                .filter(|&finding| listed(state, finding))
                .collect();
            if inside.is_empty() {
                continue;
            }
            if signs.answered_only {
                inside.retain(|&finding| state.record.answers().get(finding).is_some());
                if inside.is_empty() {
                    continue;
                }
            }
            rows.push(SignRow::Group(group));
            if signs.answered_only || signs.unfolded.contains(&group) {
                for finding in inside {
                    push(state, finding, &mut rows);
                }
            }
        }
    }
    if rows.is_empty() {
        rows.push(SignRow::Nothing);
    }
    rows
}

/// A finding with its choices, if they are open.
fn push(state: &State, finding: usize, rows: &mut Vec<SignRow>) {
    rows.push(SignRow::Sign(finding));
    if let Some(Editing::Choice(open)) = state.browse.signs.editing
        && open == finding
    {
        let levels = levels(state, finding);
        rows.extend((0..=levels).map(|level| SignRow::Choice(finding, level)));
    }
}

/// How many levels a one-of finding has; its last choice is "not sure".
pub(super) fn levels(state: &State, finding: usize) -> usize {
    match state.kind(finding) {
        Some(AnswerKind::OneOf(levels)) => levels.len(),
        _ => 0,
    }
}

/// Answered findings of a category.
pub fn answered_in(state: &State, group: usize) -> usize {
    state
        .engine
        .knowledge
        .categories
        .get(group)
        .map_or(0, |category| {
            state
                .record
                .answers()
                .iter()
                .filter(|(finding, _)| category.findings.contains(finding))
                .count()
        })
}

/// Position of the cursor among the rows; the nearest row above if its own is
/// hidden now.
pub fn position(state: &State, rows: &[SignRow]) -> usize {
    let at = state.browse.signs.at;
    if let Some(found) = rows.iter().position(|&row| row == at) {
        return found;
    }
    let group = match at {
        SignRow::Sign(finding) | SignRow::Choice(finding, _) => group_of(state, finding),
        SignRow::Group(group) => Some(group),
        SignRow::Nothing => None,
    };
    rows.iter()
        .position(|&row| Some(row) == group.map(SignRow::Group))
        .unwrap_or(0)
}

fn group_of(state: &State, finding: usize) -> Option<usize> {
    state
        .engine
        .knowledge
        .categories
        .iter()
        .position(|category| category.findings.contains(&finding))
}

/// Puts the cursor on a row that is there.
pub(in crate::app) fn settle(state: &mut State) {
    let rows = rows(state);
    let position = position(state, &rows);
    if let Some(&row) = rows.get(position) {
        state.browse.signs.at = row;
    }
}

/// Puts the cursor on a row. True if it stood there already.
pub(super) fn to_row(state: &mut State, row: usize) -> bool {
    let Some(&row) = rows(state).get(row) else {
        return false;
    };
    let same = state.browse.signs.at == row;
    state.browse.signs.at = row;
    // A click on a heading or a choice means it at once.
    same || matches!(row, SignRow::Group(_) | SignRow::Choice(..))
}

/// Shows a finding, whatever hides it.
pub(super) fn show(state: &mut State, finding: usize) {
    if let Some(group) = group_of(state, finding) {
        state.browse.signs.unfolded.insert(group);
    }
    let hidden = state.engine.asked_of.get(finding) == Some(&AskedOf::Examiner);
    state.examiner |= hidden;
    let signs = &mut state.browse.signs;
    signs.filter.reset();
    signs.answered_only = false;
    signs.editing = None;
    signs.at = SignRow::Sign(finding);
    settle(state);
}

pub(super) fn start_filter(state: &mut State) {
    super::focus(state, crate::app::Pane::Signs);
    state.browse.signs.editing = None;
    state.browse.signs.filtering = true;
}

pub(super) fn toggle_answered_only(state: &mut State) {
    super::focus(state, crate::app::Pane::Signs);
    let signs = &mut state.browse.signs;
    signs.filter.reset();
    signs.answered_only = !signs.answered_only;
    settle(state);
}

/// Esc in the list: closes what is open, one thing at a time.
pub(super) fn back(state: &mut State) {
    let signs = &mut state.browse.signs;
    if signs.editing.is_some() {
        let finding = match signs.at {
            SignRow::Choice(finding, _) => Some(finding),
            _ => None,
        };
        signs.editing = None;
        if let Some(finding) = finding {
            signs.at = SignRow::Sign(finding);
        }
    } else if !signs.filter.value().is_empty() {
        signs.filter.reset();
        if let SignRow::Sign(finding) = signs.at
            && let Some(group) = group_of(state, finding)
        {
            state.browse.signs.unfolded.insert(group);
        }
        settle(state);
    } else if signs.answered_only {
        signs.answered_only = false;
        settle(state);
    } else if let SignRow::Sign(finding) = signs.at
        && let Some(group) = group_of(state, finding)
    {
        state.browse.signs.at = SignRow::Group(group);
    }
}

/// An action on the list.
pub(super) fn act(state: &mut State, action: Action) {
    let rows = rows(state);
    let position = position(state, &rows);
    let page = state.hits.signs.height.max(2) - 1;
    let target = match action {
        Action::Up => position.saturating_sub(1),
        Action::Down => position + 1,
        Action::PageUp => position.saturating_sub(page),
        Action::PageDown => position + page,
        Action::First => 0,
        Action::Last => rows.len(),
        _ => {
            let at = rows.get(position).copied().unwrap_or(SignRow::Nothing);
            state.browse.signs.at = at;
            return act_on(state, at, action);
        }
    };
    if let Some(&row) = rows.get(target.min(rows.len().saturating_sub(1))) {
        state.browse.signs.at = row;
    }
}

/// Answers the question that a page shows; levels and numbers are given in the list.
pub(super) fn answer_on_page(state: &mut State, finding: usize, action: Action) {
    let yes_no = is_yes_no(state, finding);
    match action {
        Action::Yes | Action::No if yes_no => {
            toggle(state, finding, Answer::YesNo(action == Action::Yes));
        }
        Action::Yes | Action::No => {
            super::show_finding(state, finding);
            start_editing(state, finding);
        }
        Action::NotSure => toggle(state, finding, Answer::NotSure),
        _ => state.answer(finding, None),
    }
}

fn act_on(state: &mut State, at: SignRow, action: Action) {
    match (at, action) {
        (SignRow::Group(group), Action::Open) => {
            let unfolded = &mut state.browse.signs.unfolded;
            if !unfolded.remove(&group) {
                unfolded.insert(group);
            }
        }
        (SignRow::Group(group), Action::Right) if state.browse.signs.unfolded.contains(&group) => {
            act(state, Action::Down);
        }
        (SignRow::Group(group), Action::Right) => {
            state.browse.signs.unfolded.insert(group);
        }
        (SignRow::Group(group), Action::Left) => {
            state.browse.signs.unfolded.remove(&group);
        }
        (SignRow::Sign(finding), Action::Left) => {
            if let Some(group) = group_of(state, finding) {
                state.browse.signs.at = SignRow::Group(group);
                settle(state);
            }
        }
        // A heading has no answer of its own.
        (SignRow::Group(_), Action::Yes | Action::No | Action::NotSure) => {
            let down = state.bindings.shown(Action::Down);
            let said = state.language.with("heading-first", &[("down", &down)]);
            state.notice = Some(said);
        }
        (SignRow::Sign(finding), Action::Explain) => {
            super::open(state, crate::knowledge::Entry::Finding(finding));
        }
        (SignRow::Sign(finding), Action::NotSure) => toggle(state, finding, Answer::NotSure),
        (SignRow::Sign(finding), Action::Clear) => state.answer(finding, None),
        (SignRow::Sign(finding), Action::Yes | Action::No) if is_yes_no(state, finding) => {
            toggle(state, finding, Answer::YesNo(action == Action::Yes));
        }
        (SignRow::Sign(finding), Action::Open | Action::Right) if is_yes_no(state, finding) => {
            super::open(state, crate::knowledge::Entry::Finding(finding));
        }
        (SignRow::Sign(finding), Action::Open | Action::Yes | Action::Right | Action::No) => {
            start_editing(state, finding);
        }
        (SignRow::Choice(finding, level), Action::Open | Action::Yes) => {
            choose(state, finding, level);
        }
        (SignRow::Choice(finding, _), Action::NotSure) => {
            choose(state, finding, levels(state, finding));
        }
        (SignRow::Choice(..), Action::No) => {
            state.notice = Some(state.language.say("choose-one"));
        }
        (SignRow::Choice(finding, _), Action::Left) => {
            state.browse.signs.editing = None;
            state.browse.signs.at = SignRow::Sign(finding);
        }
        (SignRow::Choice(finding, _), Action::Explain) => {
            super::open(state, crate::knowledge::Entry::Finding(finding));
        }
        _ => {}
    }
}
