//! The kiosk: the walkthrough on a terminal that nobody can leave and that
//! forgets each visitor.

mod act;
mod gate;
mod rules;
mod speech;
mod staff;
mod time;
mod wipe;

pub use act::{HandOverRow, allowed, along_words, hand_over_rows, take_along};
pub use gate::{BURST, Gate, Seen};
pub use rules::Rules;
pub use staff::{LEFT_BY_STAFF, MENU, Pin};
pub use time::deadline;

use std::time::Duration;

use super::guide::{self, Layer, Page};
use super::{Deed, Effect, Face, Message, Start, State, Target};
use crate::kiosk::lockout::Lockout;

/// How often in a row the key of the staff is pressed: once may be an accident.
const CHORD: u8 = 3;
/// No keyboard repeats a held key slower, and nobody presses one faster.
const CHORD_GAP: Duration = Duration::from_millis(120);

/// Two touches closer together than this are one by a hand that trembles.
const TWICE: Duration = Duration::from_millis(400);

/// What a kiosk keeps beside the walkthrough.
#[derive(Debug)]
pub struct Kiosk {
    /// What the clinic decided.
    pub rules: Rules,
    /// What is shown.
    pub screen: Screen,
    /// What every visitor begins with.
    start: Start,
    gate: Gate,
    /// When somebody was there last.
    last: Duration,
    /// The screen on which the last key counted.
    seen: Place,
    /// Until when the number stays large on the first screen: somebody with an
    /// emergency walked away.
    pub emergency_until: Option<Duration>,
    /// How often the key of the staff was pressed in a row, and when last.
    chord: (u8, Duration),
    /// Wrong PINs.
    pub lockout: Lockout,
    /// A visitor was here, after whom the program is to end.
    over: bool,
    /// Minutes since the start: where the first screen stands.
    pub minute: u64,
    /// Slips printed since the start, so that each has a number of its own.
    slips: u64,
    /// What became of the last slip of this visitor, and which answers it holds.
    slip: (Slip, u64),
    /// Where the last touch was, and when.
    touch: (Place, Duration),
}

/// What a kiosk shows.
#[derive(Debug, PartialEq, Eq)]
pub enum Screen {
    /// Nobody is there.
    Attract,
    /// The walkthrough.
    Walk,
    /// The way to take the result along.
    HandOver(Slip),
    /// The QR code.
    Code,
    /// Staff are asked to come.
    Called,
    /// Is anybody there? Until this time.
    StillThere(Duration, Box<Self>),
    /// Staff type their PIN.
    Pin(Pin),
    /// What staff can do; the row of the cursor.
    Menu(usize),
    /// Something told to staff.
    Told(String),
    /// Staff switched it off for a while.
    Paused,
}

/// What became of the slip.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Slip {
    /// Not asked for.
    #[default]
    None,
    /// On its way: its number.
    Printing(u64),
    /// Printed.
    Printed,
    /// It failed, and why.
    Failed(String),
}

/// Where a visitor is: another place means another screen.
type Place = (u8, Page, Option<Layer>, usize, usize);

impl Screen {
    /// A number of its own for each kind of screen.
    fn kind(&self) -> u8 {
        match self {
            Self::Attract => 0,
            Self::Walk => 1,
            Self::HandOver(_) => 2,
            Self::Code => 3,
            Self::Called => 4,
            Self::StillThere(..) => 5,
            Self::Pin(_) => 6,
            Self::Menu(_) => 7,
            Self::Told(_) => 8,
            Self::Paused => 9,
        }
    }

    /// Whether it asks for any key.
    fn takes_any_key(&self) -> bool {
        matches!(
            self,
            Self::Attract | Self::Code | Self::Called | Self::Told(_)
        )
    }

    /// Whether a visitor's answers may stand behind it.
    fn is_visit(&self) -> bool {
        matches!(
            self,
            Self::Walk | Self::HandOver(_) | Self::Code | Self::Called | Self::StillThere(..)
        )
    }
}

/// Makes a kiosk of a state that has just begun.
pub fn begin(state: &mut State, start: Start, rules: Rules) {
    state.kiosk = Some(Kiosk {
        rules,
        screen: Screen::Attract,
        start,
        gate: Gate::default(),
        last: Duration::ZERO,
        seen: (0, Page::Start, None, 0, 0),
        emergency_until: None,
        chord: (0, Duration::ZERO),
        lockout: Lockout::default(),
        over: false,
        minute: 0,
        slips: 0,
        slip: (Slip::None, 0),
        touch: ((0, Page::Start, None, 0, 0), Duration::ZERO),
    });
    state.face = Face::Guide;
    guide::restart(state);
}

/// Everything that happens to a kiosk goes through here and nowhere else.
pub(super) fn update(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Time(now) | Message::Wake(now) => {
            state.now = now;
            guide::check::tell_time(state);
            time::passed(state)
        }
        Message::Key(key) => pressed(state, key),
        Message::Mouse(mouse) => {
            let target = state.hits.at(mouse.column, mouse.row).cloned();
            let there = !matches!(&state.kiosk, Some(kiosk) if matches!(kiosk.screen, Screen::StillThere(..)));
            let twice = mouse.deed == Deed::Press && touched_twice(state);
            present(state);
            if twice && there {
                return Vec::new();
            }
            match (mouse.deed, target) {
                (Deed::Press, Some(target)) => act::touched(state, &target),
                (Deed::Press, None) => act::touched_nothing(state),
                (Deed::WheelUp, _) => act::wheel(state, false),
                (Deed::WheelDown, _) => act::wheel(state, true),
            }
        }
        // Nothing is typed here that could be pasted.
        Message::Paste(_) => Vec::new(),
        Message::Stop => {
            let mut effects = wipe::wipe(state);
            effects.push(Effect::Quit(0));
            effects
        }
        Message::Printed(number, outcome) => act::printed(state, number, outcome),
        Message::PinChecked(right) => staff::checked(state, right),
        Message::Told(text) => {
            show(state, Screen::Told(text));
            Vec::new()
        }
        Message::Drawn(hits) => {
            state.hits = hits;
            if matches!(&state.kiosk, Some(kiosk) if kiosk.screen == Screen::Walk) {
                guide::drawn(state);
            }
            state.complete();
            Vec::new()
        }
        Message::Resize(columns, rows) => {
            state.size = (columns, rows);
            Vec::new()
        }
        Message::Clock(civil, locale) => {
            state.moment = civil.moment(&locale, &state.language);
            Vec::new()
        }
        // No file is ever read or written here.
        Message::Saved(_)
        | Message::Exists { .. }
        | Message::Opened { .. }
        | Message::Failed(_)
        | Message::CopiedInTmux
        | Message::Resumed => Vec::new(),
    }
}

fn pressed(state: &mut State, key: crate::keys::Key) -> Vec<Effect> {
    let now = state.now;
    let place = place(state);
    let Some(kiosk) = &mut state.kiosk else {
        return Vec::new();
    };
    // Pressed quickly three times, the key of the staff is none that is held.
    let of_staff = kiosk.rules.staff == Some(key);
    let fresh = kiosk.seen != place && !of_staff;
    let any = kiosk.screen.takes_any_key();
    let seen = kiosk.gate.key(key, now, fresh, any);
    if seen == Seen::Person {
        let (times, then) = kiosk.chord;
        let held = now.saturating_sub(then) < CHORD_GAP;
        kiosk.chord = match of_staff {
            true if held => (1, now),
            true => (times + 1, now),
            false => (0, now),
        };
        if of_staff {
            kiosk.gate.forget();
        }
        if kiosk.chord.0 == CHORD {
            kiosk.chord.0 = 0;
            return staff::asked(state);
        }
        present(state);
    }
    Vec::new()
}

/// Whether this touch is the second of two in a hurry, and the first led to
/// another screen: a hand that trembles answers one question only.
fn touched_twice(state: &mut State) -> bool {
    let now = state.now;
    let place = place(state);
    let Some(kiosk) = &mut state.kiosk else {
        return false;
    };
    let (before, then) = std::mem::replace(&mut kiosk.touch, (place, now));
    let twice = now.saturating_sub(then) < TWICE && before != kiosk.touch.0;
    if twice {
        kiosk.touch.0 = before;
    }
    twice
}

/// Somebody is there.
fn present(state: &mut State) {
    let now = state.now;
    if let Some(kiosk) = &mut state.kiosk {
        kiosk.last = now;
        if let Screen::StillThere(_, under) = &mut kiosk.screen {
            kiosk.screen = std::mem::replace(under, Screen::Attract);
            // This key only says that one is there.
            kiosk.gate.forget();
        }
    }
}

/// Where the visitor is.
fn place(state: &State) -> Place {
    let kind = state.kiosk.as_ref().map_or(0, |kiosk| kiosk.screen.kind());
    let guide = &state.guide;
    let rows = guide::page_of_rows(state);
    (
        kind,
        guide.page(),
        guide.layer.clone(),
        guide.position(),
        rows,
    )
}

/// Shows another screen.
fn show(state: &mut State, screen: Screen) {
    if let Some(kiosk) = &mut state.kiosk {
        kiosk.screen = screen;
    }
    state.guide.row = 0;
}

/// What a screen says, for a speech program; nothing where none is wanted.
fn spoken(state: &State) -> Option<Effect> {
    let kiosk = state.kiosk.as_ref()?;
    kiosk
        .rules
        .speak
        .then(|| Effect::Speak(speech::speech(state)))
}
