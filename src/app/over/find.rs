//! The search over everything.

use std::cell::OnceCell;

use tui_input::Input;

use super::Over;
use crate::app::text::{self, Typed};
use crate::app::{Effect, State, browse, search};
use crate::keys::{Action, Code, Key};
use crate::knowledge::Entry;

/// What is searched for, and what was found.
#[derive(Debug, Default)]
pub struct Find {
    /// What was typed.
    pub input: Input,
    /// What fits, the best first; looked for once, when it is first needed: of
    /// keys that come together only the last one's is shown.
    found: OnceCell<Vec<Entry>>,
    /// The row the cursor stands on.
    pub at: usize,
}

impl Find {
    /// What fits, the best first.
    pub fn found(&self, state: &State) -> &[Entry] {
        self.found.get_or_init(|| {
            let typed = self.input.value();
            if typed.trim().is_empty() {
                search::offered(state)
            } else {
                search::entries(state.engine.knowledge, &state.language, typed)
            }
        })
    }
}

pub(in crate::app) fn open_search(state: &mut State) {
    state.over.push(Over::Find(Find::default()));
}

pub(super) fn search_again(state: &mut State) {
    if let Some(Over::Find(find)) = state.over.last_mut() {
        find.found = OnceCell::new();
        find.at = 0;
    }
}

pub(super) fn key(state: &mut State, key: Key) -> Vec<Effect> {
    let action = match key.code {
        Code::Esc => {
            state.over.pop();
            return Vec::new();
        }
        Code::Enter => return choose(state),
        Code::Up => Action::Up,
        Code::Down | Code::Tab => Action::Down,
        Code::PageUp => Action::PageUp,
        Code::PageDown => Action::PageDown,
        _ => {
            let Some(Over::Find(find)) = state.over.last_mut() else {
                return Vec::new();
            };
            return match text::edit(&mut find.input, key) {
                Typed::Changed => {
                    search_again(state);
                    Vec::new()
                }
                Typed::Moved => Vec::new(),
                Typed::NotText => crate::app::anywhere(state, key),
            };
        }
    };
    act(state, action);
    Vec::new()
}

pub(super) fn act(state: &mut State, action: Action) {
    let page = state.hits.over.height.max(2) - 1;
    let last = match state.over.last() {
        Some(Over::Find(find)) => find.found(state).len().saturating_sub(1),
        _ => return,
    };
    if let Some(Over::Find(find)) = state.over.last_mut() {
        find.at = match action {
            Action::Up => find.at.saturating_sub(1),
            Action::Down => (find.at + 1).min(last),
            Action::PageUp => find.at.saturating_sub(page),
            _ => (find.at + page).min(last),
        };
    }
}

pub(super) fn click(state: &mut State, row: usize) -> Vec<Effect> {
    if let Some(Over::Find(find)) = state.over.last_mut() {
        find.at = row;
    }
    choose(state)
}

/// Goes to what the cursor stands on: a sign in the list, anything else as a page.
fn choose(state: &mut State) -> Vec<Effect> {
    let Some(Over::Find(find)) = state.over.last() else {
        return Vec::new();
    };
    let Some(&entry) = find.found(state).get(find.at) else {
        return Vec::new();
    };
    state.over.pop();
    match entry {
        Entry::Finding(finding) => browse::show_finding(state, finding),
        _ => browse::open(state, entry),
    }
    Vec::new()
}
