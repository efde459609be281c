//! Up and down: the cursor, or what is read.

use super::{State, View, check, digits, view};
use crate::keys::Action;

/// Moves the cursor, or what is read. False if the action does neither.
pub(super) fn moved(state: &mut State, action: Action) -> bool {
    let shown = view(state);
    let text = !shown.listed && state.guide.layer.is_none();
    if text && matches!(action, Action::PageUp | Action::PageDown) && check::turn(state, action) {
        return true;
    }
    if !shown.body.is_empty() && read(state, &shown, action) {
        return true;
    }
    let last = shown.rows.len().saturating_sub(1);
    let step = state.hits.over.height.clamp(1, digits(state).rows);
    let guide = &mut state.guide;
    match action {
        Action::Up => guide.row = guide.row.saturating_sub(1),
        Action::Down => guide.row = (guide.row + 1).min(last),
        Action::First => guide.row = 0,
        Action::Last => guide.row = last,
        Action::PageUp => guide.row = guide.row.saturating_sub(step),
        // Past the end it begins again, so that one key reaches every row.
        Action::PageDown => {
            let next = (guide.row / step + 1) * step;
            guide.row = if next <= last { next } else { 0 };
        }
        _ => return false,
    }
    true
}

/// Moves through a page that is longer than the screen, its chapters and rows.
fn read(state: &mut State, shown: &View, action: Action) -> bool {
    let window = state.hits.over;
    let rows = shown.rows.len().max(1);
    let guide = &mut state.guide;
    let last = window.rows.saturating_sub(window.height);
    let page = window.height.saturating_sub(1).max(1);
    let at = guide.scroll.min(last);
    match action {
        Action::Up => guide.scroll = at.saturating_sub(1),
        Action::Down => guide.scroll = (at + 1).min(last),
        Action::PageUp => guide.scroll = at.saturating_sub(page),
        // In a kiosk there may be no other key that leads up again.
        Action::PageDown if state.kiosk.is_some() && at == last => guide.scroll = 0,
        Action::PageDown => guide.scroll = (at + page).min(last),
        Action::First => guide.scroll = 0,
        Action::Last => guide.scroll = last,
        Action::NextPane => guide.row = (guide.row + 1) % rows,
        Action::PreviousPane => guide.row = (guide.row + rows - 1) % rows,
        // Nobody leaves an emergency by a key pressed in passing.
        Action::Left | Action::Right if shown.alarm && !shown.chapters => {}
        Action::Left | Action::Right if shown.chapters => {
            guide.chapter = guide
                .chapter
                .step(if action == Action::Left { -1 } else { 1 });
            guide.scroll = 0;
            guide.row = 0;
        }
        _ => return false,
    }
    true
}
