//! Pages to read over the browser: the first-run page and the help.

use super::{Over, close};
use crate::app::{Effect, Face, State, browse};
use crate::keys::{Action, Key, Scope};

/// A page and where one reads on it.
#[derive(Debug, Default)]
pub struct Read {
    /// The first-run page; else the help.
    pub welcome: bool,
    /// First line shown.
    pub top: usize,
}

/// Opens the help; with the help open already closes it.
pub(in crate::app) fn open_help(state: &mut State) {
    if let Some(Over::Read(Read { welcome: false, .. })) = state.over.last() {
        state.over.pop();
    } else {
        state.over.push(Over::Read(Read::default()));
    }
}

/// Opens the first-run page.
pub(in crate::app) fn welcome(state: &mut State) {
    state.over.push(Over::Read(Read {
        welcome: true,
        top: 0,
    }));
}

pub(super) fn key(state: &mut State, key: Key) -> Vec<Effect> {
    let action = state
        .bindings
        .action(key, &[Scope::Everywhere, Scope::Moving]);
    match action {
        Some(Action::Open | Action::Back) => close(state),
        Some(
            action @ (Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last),
        ) => {
            if act(state, action) || !is_welcome(state) {
                Vec::new()
            } else {
                begin_with(state, key)
            }
        }
        Some(Action::Help) if is_welcome(state) => begin_with(state, key),
        Some(action) if action.scope() == Scope::Everywhere => crate::app::act(state, action),
        _ if is_welcome(state) => begin_with(state, key),
        _ => match state.bindings.action(key, &[Scope::Browse]) {
            Some(Action::Summary) => crate::app::act(state, Action::Summary),
            // The help names these keys, so they work on it.
            Some(_) if over_the_browser(state) => begin_with(state, key),
            _ => Vec::new(),
        },
    }
}

fn is_welcome(state: &State) -> bool {
    matches!(
        state.over.last(),
        Some(Over::Read(Read { welcome: true, .. }))
    )
}

/// Whether nothing but this page lies over the browser.
fn over_the_browser(state: &State) -> bool {
    state.over.len() == 1 && state.face == Face::Browse
}

/// Closes the page, and does what the key does in the browser.
fn begin_with(state: &mut State, key: Key) -> Vec<Effect> {
    let mut effects = close(state);
    effects.extend(browse::key(state, key));
    effects
}

/// The same for a click on a key in the last line.
pub(super) fn click(state: &mut State, action: Action) -> Vec<Effect> {
    let mut effects = if is_welcome(state) {
        close(state)
    } else {
        Vec::new()
    };
    effects.extend(crate::app::act(state, action));
    effects
}

/// Scrolls. False where there is nothing to scroll.
pub(super) fn act(state: &mut State, action: Action) -> bool {
    let window = state.hits.over;
    let last = window.rows.saturating_sub(window.height);
    let page = window.height.max(2) - 1;
    if let Some(Over::Read(read)) = state.over.last_mut() {
        let top = read.top.min(last);
        read.top = match action {
            Action::Up => top.saturating_sub(1),
            Action::Down => (top + 1).min(last),
            Action::PageUp => top.saturating_sub(page),
            Action::PageDown => (top + page).min(last),
            Action::First => 0,
            _ => last,
        };
        return if action == Action::Down {
            top < last
        } else {
            last > 0
        };
    }
    false
}
