//! What staff can do, behind a PIN.

use std::sync::Arc;

use super::{Effect, Screen, State, show, wipe};
use crate::keys::{Code, Key};
use crate::kiosk::secret::Secret;

/// Longest PIN, in bytes.
const LONGEST: usize = 64;

/// Exit code of staff, which the supervisor does not answer with a new start.
pub const LEFT_BY_STAFF: u8 = 10;

/// What staff can choose, as keys of the words.
pub const MENU: [&str; 6] = [
    "kiosk-menu-test-print",
    "kiosk-menu-pause",
    "kiosk-menu-language",
    "kiosk-menu-counters",
    "kiosk-menu-exit",
    "kiosk-menu-back",
];

/// A PIN that is being typed.
#[derive(Debug, PartialEq, Eq)]
pub struct Pin {
    /// What was typed.
    pub typed: Secret,
    /// It is being checked, which takes a moment.
    pub checking: bool,
    /// The last one was wrong.
    pub wrong: bool,
}

impl Pin {
    fn new(wrong: bool) -> Self {
        Self {
            typed: Secret::with_room(LONGEST),
            checking: false,
            wrong,
        }
    }
}

/// The key of the staff was pressed. A visitor's answers are wiped first: staff
/// shall not see them.
pub(super) fn asked(state: &mut State) -> Vec<Effect> {
    let visit = state
        .kiosk
        .as_ref()
        .is_some_and(|kiosk| kiosk.screen.is_visit());
    let effects = if visit { wipe::wipe(state) } else { Vec::new() };
    let now = state.now;
    if let Some(kiosk) = &mut state.kiosk {
        kiosk.last = now;
    }
    show(state, Screen::Pin(Pin::new(false)));
    effects
}

/// A key while the PIN is typed.
pub(super) fn typed(state: &mut State, key: Key) -> Vec<Effect> {
    let now = state.now;
    let Some(kiosk) = &mut state.kiosk else {
        return Vec::new();
    };
    let locked = kiosk.lockout.left(now).is_some();
    let Screen::Pin(pin) = &mut kiosk.screen else {
        return Vec::new();
    };
    match key.code {
        Code::Esc => kiosk.screen = Screen::Attract,
        _ if pin.checking => {}
        Code::Backspace | Code::Delete => {
            pin.typed.pop();
        }
        Code::Char(letter) if letter.is_ascii_digit() => {
            pin.wrong = false;
            pin.typed.push(letter);
        }
        Code::Enter if !locked && !pin.typed.is_empty() => {
            pin.checking = true;
            let typed = std::mem::replace(&mut pin.typed, Secret::with_room(0));
            return vec![Effect::CheckPin(Arc::new(typed))];
        }
        _ => {}
    }
    Vec::new()
}

/// The PIN was right or wrong.
pub(super) fn checked(state: &mut State, right: bool) -> Vec<Effect> {
    let now = state.now;
    let Some(kiosk) = &mut state.kiosk else {
        return Vec::new();
    };
    let waiting = matches!(&kiosk.screen, Screen::Pin(pin) if pin.checking);
    if !waiting {
        return Vec::new();
    }
    if right {
        kiosk.lockout.right();
        show(state, Screen::Menu(0));
    } else {
        kiosk.lockout.wrong(now);
        show(state, Screen::Pin(Pin::new(true)));
    }
    Vec::new()
}

/// A row of the menu is chosen.
pub(super) fn choose(state: &mut State, row: usize) -> Vec<Effect> {
    match row {
        0 => {
            let text = state.language.say("kiosk-test-slip");
            return super::act::print(state, text);
        }
        1 => show(state, Screen::Paused),
        2 => {
            let only = state.language.say("kiosk-one-language");
            show(state, Screen::Told(only));
        }
        3 => return vec![Effect::TellCounters],
        4 => {
            let mut effects = wipe::wipe(state);
            effects.push(Effect::Quit(LEFT_BY_STAFF));
            return effects;
        }
        5 => show(state, Screen::Attract),
        _ => {}
    }
    Vec::new()
}
