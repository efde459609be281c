//! What the digits do: every screen of the walkthrough can be used with them alone.

use super::{Choice, State, View, act, choose, menu, view};
use crate::app::Effect;
use crate::keys::Action;

/// What the digits mean in the walkthrough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    /// Rows a list shows at once, at most.
    pub rows: usize,
    /// Opens what else can be done at a list.
    pub menu: usize,
    /// Turns to the next rows of a list, or reads on.
    pub more: usize,
    /// Goes on.
    pub on: usize,
    /// Goes back.
    pub back: usize,
    /// The last digit a row may have.
    pub last: usize,
}

impl Digits {
    /// At home.
    pub const HOME: Self = Self {
        rows: 6,
        menu: 7,
        more: 8,
        on: 9,
        back: 0,
        last: 9,
    };
    /// In a kiosk, where 9 calls staff and 0 finishes.
    pub const KIOSK: Self = Self {
        rows: 4,
        menu: 5,
        more: 6,
        on: 7,
        back: 8,
        last: 7,
    };
}

/// What the digits mean here.
pub fn digits(state: &State) -> Digits {
    if state.kiosk.is_some() {
        Digits::KIOSK
    } else {
        Digits::HOME
    }
}

/// The rows of a list that are shown together with the row of the cursor, as
/// (first, count); `room` is how many fit.
pub fn window(state: &State, rows: usize, room: usize) -> (usize, usize) {
    let size = room.clamp(1, digits(state).rows);
    let first = state.guide.row.min(rows.saturating_sub(1)) / size * size;
    (first, size.min(rows.saturating_sub(first)))
}

/// The digit of a row, where all rows stand together; none where digits are
/// part of a number.
pub fn of_row(state: &State, shown: &View, at: usize) -> Option<usize> {
    if shown.field.is_some() {
        return None;
    }
    let digits = digits(state);
    // Below the chapters going on keeps its own digit.
    let on = Choice::Act(Action::GoOn);
    if shown.chapters && shown.rows.get(at).is_some_and(|row| row.does == on) {
        return Some(digits.on);
    }
    Some(at + 1).filter(|digit| *digit <= digits.last)
}

/// The digit of an action, if it has one on this screen.
pub fn of_action(state: &State, shown: &View, action: Action) -> Option<usize> {
    if shown.field.is_some() {
        return None;
    }
    let row = shown.row_of(action).filter(|_| !shown.listed);
    if let Some(digit) = row.and_then(|at| of_row(state, shown, at)) {
        return Some(digit);
    }
    fixed(state, shown, action)
}

/// The digit an action has wherever no row needs it.
fn fixed(state: &State, shown: &View, action: Action) -> Option<usize> {
    let digits = digits(state);
    let fixed = match action {
        Action::Back => return Some(digits.back),
        Action::OtherThings if shown.listed => digits.menu,
        Action::PageDown => digits.more,
        // Nobody leaves an emergency by a digit pressed in passing.
        Action::GoOn if !shown.alarm || shown.chapters => digits.on,
        _ => return None,
    };
    let taken =
        !shown.listed && (0..shown.rows.len()).any(|at| of_row(state, shown, at) == Some(fixed));
    (!taken).then_some(fixed)
}

/// A digit: a row as numbered on the screen, or one of the fixed ones.
pub(super) fn press(state: &mut State, digit: usize) -> Vec<Effect> {
    let shown = view(state);
    if digit == digits(state).back {
        return act(state, Action::Back);
    }
    let row = if shown.listed {
        let (first, count) = window(state, shown.rows.len(), state.hits.over.height);
        let at = digit.checked_sub(1).filter(|at| *at < count);
        at.map(|at| first + at)
    } else {
        (0..shown.rows.len()).find(|&at| of_row(state, &shown, at) == Some(digit))
    };
    if let Some(row) = row {
        return choose(state, row);
    }
    let others = [Action::OtherThings, Action::PageDown, Action::GoOn];
    let meant = others.into_iter().find(|&action| {
        let offered = action == Action::PageDown || shown.actions.contains(&action);
        offered && fixed(state, &shown, action) == Some(digit)
    });
    meant.map_or_else(Vec::new, |action| act(state, action))
}

/// Whether an action can be done with digits alone; where a number is typed,
/// with arrows and Enter.
pub fn at_hand(state: &State, shown: &View, action: Action) -> bool {
    let by_row = shown.row_of(action).is_some() && (shown.listed || shown.field.is_some());
    by_row
        || of_action(state, shown, action).is_some()
        || (shown.field.is_some() && action == Action::Back)
        || (action != Action::OtherThings && menu::entries(state, shown).contains(&action))
}
