//! Keys in the walkthrough: digits, letters, and what is typed into a number.

use std::time::Duration;

use super::{Choice, Layer, Raised, State, act, check, digits, view};
use crate::app::Effect;
use crate::app::text::{self, Typed};
use crate::keys::{Action, Code, Key, Scope};

/// A key that repeats faster than this is held down.
const HELD: Duration = Duration::from_millis(700);

/// A key in the walkthrough.
pub(in crate::app) fn key(state: &mut State, key: Key) -> Vec<Effect> {
    visitor_key(state, key, |_| true)
}

/// The same with only some of the actions: in a kiosk nothing leads out of the
/// walkthrough.
pub(in crate::app) fn visitor_key(
    state: &mut State,
    key: Key,
    allowed: fn(Action) -> bool,
) -> Vec<Effect> {
    let alarm = alarm_is_open(state);
    if alarm && too_soon(state, key) {
        state.tell("guide-alarm-first");
        return Vec::new();
    }
    let effects = pressed(state, key, allowed);
    state.guide.raised_by = (!alarm && alarm_is_open(state)).then_some(Raised {
        key,
        at: state.now,
        fresh: true,
    });
    effects
}

/// Whether a key that comes to an emergency was meant for the screen before it:
/// the same key once more or held, or the digit of another row there. It would
/// lead on from a page nobody has read, or take the emergency back.
fn too_soon(state: &mut State, key: Key) -> bool {
    let now = state.now;
    let Some(raised) = &mut state.guide.raised_by else {
        return false;
    };
    let since = now.saturating_sub(raised.at);
    let held = key == raised.key && !since.is_zero() && since < HELD;
    let digit = key.types().is_some_and(|typed| typed.is_ascii_digit());
    if held || raised.fresh && (key == raised.key || digit) {
        raised.at = now;
        raised.fresh = false;
        return true;
    }
    false
}

fn alarm_is_open(state: &State) -> bool {
    matches!(state.guide.layer, Some(Layer::Alarm(_)))
}

fn pressed(state: &mut State, key: Key, allowed: fn(Action) -> bool) -> Vec<Effect> {
    if typed(state, key) {
        return Vec::new();
    }
    if let Some(digit) = key.types().and_then(|digit| digit.to_digit(10)) {
        return digits::press(state, digit as usize);
    }
    match action(state, key).filter(|&action| allowed(action)) {
        Some(action) => act(state, action),
        None => Vec::new(),
    }
}

/// Whether digits go into a number now.
pub fn typing(state: &State) -> bool {
    view::has_field(state)
}

fn action(state: &State, key: Key) -> Option<Action> {
    let scopes = [Scope::Everywhere, Scope::Moving, Scope::Guide, Scope::Signs];
    state.bindings.action(key, &scopes).or_else(|| {
        // Some keys of the browser mean the same here.
        let action = state.bindings.action(key, &[Scope::Browse])?;
        matches!(
            action,
            Action::Undo
                | Action::Redo
                | Action::BodyMap
                | Action::Save
                | Action::Search
                | Action::StartOver
                | Action::Urgency
                | Action::Summary
        )
        .then_some(action)
    })
}

/// Keys that go into the number field. True if the key is used up.
fn typed(state: &mut State, key: Key) -> bool {
    if !view::has_field(state) {
        return false;
    }
    // Letters are shortcuts here too; only what a number is made of is typed.
    let number = match key.code {
        Code::Char(letter) => {
            !key.ctrl && !key.alt && (letter.is_ascii_digit() || matches!(letter, '.' | ','))
        }
        Code::Backspace | Code::Delete => true,
        _ => false,
    };
    if !number {
        return false;
    }
    match text::edit(&mut state.guide.field, key) {
        Typed::Changed => {
            state.guide.fault = None;
            state.guide.doubt = None;
            // What is typed is what Enter takes, whatever was chosen before.
            let row = view(state).rows.get(state.guide.row).map(|row| row.does);
            let number = matches!(
                row,
                Some(Choice::Number(..) | Choice::InCheck(check::Deed::Number(_)))
            );
            if !number {
                state.guide.row = 0;
            }
            true
        }
        Typed::Moved => true,
        Typed::NotText => false,
    }
}
