//! The map of the leg over the browser.

use super::Over;
use crate::app::{Effect, State, body, browse};
use crate::keys::{Action, Key, Scope};
use crate::knowledge::Entry;

pub(in crate::app) fn open_body(state: &mut State) {
    if matches!(state.over.last(), Some(Over::Body)) {
        state.over.pop();
    } else {
        state.over.push(Over::Body);
    }
}

pub(super) fn key(state: &mut State, key: Key) -> Vec<Effect> {
    let on_map = [Scope::Everywhere, Scope::Moving, Scope::Body, Scope::Signs];
    let action = state.bindings.action(key, &on_map).or_else(|| {
        // Some keys of the browser mean the same here.
        let action = state.bindings.action(key, &[Scope::Browse])?;
        matches!(
            action,
            Action::Undo | Action::Redo | Action::BodyMap | Action::Urgency
        )
        .then_some(action)
    });
    match action {
        Some(action) => act(state, action),
        None => Vec::new(),
    }
}

pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Back => {
            state.over.pop();
        }
        Action::Explain => explain(state),
        Action::Urgency => {
            state.over.pop();
            return crate::app::act(state, action);
        }
        Action::Help
        | Action::BodyMap
        | Action::Quit
        | Action::Suspend
        | Action::Redraw
        | Action::Theme
        | Action::Mouse
        | Action::Undo
        | Action::Redo => return crate::app::act(state, action),
        _ => {
            let changed = body::apply(
                &mut state.body,
                action,
                state.engine,
                state.record.answers(),
            );
            take(state, changed);
        }
    }
    Vec::new()
}

/// Opens the page of the question that the zone under the cursor answers.
fn explain(state: &mut State) {
    let zone = crate::body::atlas()
        .zones
        .get(state.body.at.zone)
        .map(|zone| zone.id);
    let finding = state
        .engine
        .knowledge
        .findings
        .iter()
        .position(|finding| zone.is_some_and(|zone| finding.zones.contains(&zone)));
    if let Some(finding) = finding {
        state.over.pop();
        browse::open(state, Entry::Finding(finding));
    }
}

/// A zone was clicked.
pub(in crate::app) fn click_zone(state: &mut State, place: usize) {
    let changed = body::click(&mut state.body, place, state.engine, state.record.answers());
    take(state, changed);
}

fn take(state: &mut State, changed: Option<crate::assessment::Answers>) {
    if let Some(answers) = changed {
        state.record.replace(answers);
        state.reassess();
    }
}
