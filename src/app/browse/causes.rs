//! The list of causes and its cursor.

use crate::app::{Pane, State};
use crate::assessment::Ranked;
use crate::keys::Action;

/// Probability from which a cause is shown before "more" is opened.
const WORTH_SHOWING: f64 = 0.01;
/// Causes shown at least.
const AT_LEAST: usize = 4;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CauseRow<'s> {
    /// A cause, or the honest "something not in this list".
    Cause(&'s Ranked),
    /// The rest, folded.
    More(usize),
}

/// The cursor of the list.
#[derive(Debug, Default)]
pub struct Causes {
    /// The cause the cursor stands on; without one it follows the leader.
    pub chosen: Option<usize>,
    /// The cursor stands on the folded rest.
    pub on_more: bool,
    /// The rest is shown too.
    pub all: bool,
}

/// The rows as they are now.
pub fn rows(state: &State) -> Vec<CauseRow<'_>> {
    let ranking = &state.assessment.ranking;
    if state.browse.causes.all {
        return ranking.iter().map(CauseRow::Cause).collect();
    }
    let none = state.engine.none();
    let mut rows: Vec<CauseRow<'_>> = ranking
        .iter()
        .enumerate()
        .filter(|(rank, ranked)| {
            *rank < AT_LEAST || ranked.probability >= WORTH_SHOWING || ranked.cause == none
        })
        .map(|(_, ranked)| CauseRow::Cause(ranked))
        .collect();
    let rest = ranking.len() - rows.len();
    if rest > 0 {
        rows.push(CauseRow::More(rest));
    }
    rows
}

/// Position of the cursor among the rows.
pub fn position(state: &State, rows: &[CauseRow<'_>]) -> usize {
    if state.browse.causes.on_more {
        return rows.len().saturating_sub(1);
    }
    state
        .browse
        .causes
        .chosen
        .and_then(|chosen| {
            rows.iter()
                .position(|row| matches!(row, CauseRow::Cause(ranked) if ranked.cause == chosen))
        })
        .unwrap_or(0)
}

/// The cause the cursor stands on; the leading one where it stands on none.
pub fn selected(state: &State) -> usize {
    let leader = || {
        let none = state.engine.none();
        state
            .assessment
            .ranking
            .iter()
            .map(|ranked| ranked.cause)
            .find(|&cause| cause != none)
    };
    state
        .browse
        .causes
        .chosen
        .or_else(leader)
        .unwrap_or_default()
}

/// Puts the cursor on a row. True if it stood there already.
pub(super) fn to_row(state: &mut State, row: usize) -> bool {
    let rows = rows(state);
    let same = position(state, &rows) == row && state.browse.causes.chosen.is_some();
    place(state, row) || same
}

/// Puts the cursor on a row. True on the folded rest, which opens at a click.
fn place(state: &mut State, row: usize) -> bool {
    let (chosen, on_more) = {
        let rows = rows(state);
        match rows.get(row.min(rows.len().saturating_sub(1))) {
            Some(CauseRow::Cause(ranked)) => (Some(ranked.cause), false),
            Some(CauseRow::More(_)) => (state.browse.causes.chosen, true),
            None => (None, false),
        }
    };
    if state.browse.causes.chosen != chosen {
        state.browse.detail.turn();
    }
    state.browse.causes.chosen = chosen;
    state.browse.causes.on_more = on_more;
    on_more
}

pub(super) fn act(state: &mut State, action: Action) {
    let (position, last) = {
        let rows = rows(state);
        (position(state, &rows), rows.len().saturating_sub(1))
    };
    let page = (state.hits.causes.height.max(2) - 1).max(1);
    match action {
        Action::Up => place(state, position.saturating_sub(1)),
        Action::Down => place(state, position + 1),
        Action::PageUp => place(state, position.saturating_sub(page)),
        Action::PageDown => place(state, position + page),
        Action::First => place(state, 0),
        Action::Last => place(state, last),
        Action::Open | Action::Right if state.browse.causes.on_more => {
            state.browse.causes.all = true;
            state.browse.causes.on_more = false;
            place(state, position)
        }
        Action::Open | Action::Right => {
            place(state, position);
            state.browse.detail.opened.clear();
            super::focus(state, Pane::Detail);
            false
        }
        Action::Left => {
            super::focus(state, Pane::Signs);
            false
        }
        _ => false,
    };
}
