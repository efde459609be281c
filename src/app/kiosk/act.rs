//! What keys and touches do on each screen of the kiosk.

use std::hash::{Hash, Hasher};

use super::{Effect, Kiosk, Screen, Slip, State, Target, guide, show, spoken, staff, wipe};
use crate::app::over::summary_of;
use crate::keys::{Action, Code, Key};
use crate::kiosk::counters::Happening;
use crate::report::{Depth, slip};

/// The digit that finishes and clears, on every screen of a visitor.
const DIGIT_FINISH: u32 = 0;
/// The digit that calls staff.
const DIGIT_STAFF: u32 = 9;

/// A key that counts.
pub(super) fn key(state: &mut State, key: Key) -> Vec<Effect> {
    state.notice = None;
    let digit = match key.code {
        Code::F(9) => Some(DIGIT_STAFF),
        Code::F(10) => Some(DIGIT_FINISH),
        _ => key.types().and_then(|letter| letter.to_digit(10)),
    };
    let Some(kiosk) = &state.kiosk else {
        return Vec::new();
    };
    let mut effects = match &kiosk.screen {
        Screen::Attract => start(state),
        Screen::Walk => walk(state, key, digit),
        Screen::HandOver(_) => hand_over(state, key, digit),
        Screen::Code => {
            to_hand_over(state);
            Vec::new()
        }
        Screen::Called => match digit {
            Some(DIGIT_FINISH) => finish(state),
            _ => {
                show(state, Screen::Walk);
                Vec::new()
            }
        },
        Screen::StillThere(..) | Screen::Paused => Vec::new(),
        Screen::Pin(_) => return staff::typed(state, key),
        Screen::Menu(row) => return menu(state, *row, key, digit),
        Screen::Told(_) => {
            show(state, Screen::Menu(0));
            Vec::new()
        }
    };
    effects.extend(spoken(state));
    effects
}

fn start(state: &mut State) -> Vec<Effect> {
    show(state, Screen::Walk);
    guide::restart(state);
    vec![Effect::Count(Happening::Started)]
}

fn walk(state: &mut State, key: Key, digit: Option<u32>) -> Vec<Effect> {
    // There the digits belong to the number; F9 and F10 do not.
    let typing = guide::typing(state) && key.types().is_some();
    match digit {
        Some(DIGIT_FINISH) if !typing => return finish(state),
        Some(DIGIT_STAFF) if !typing => {
            show(state, Screen::Called);
            return Vec::new();
        }
        _ => {}
    }
    guide::visitor_key(state, key, allowed)
}

/// From the result one goes on to the slip, and nowhere out of the walk.
pub fn take_along(state: &mut State) -> Vec<Effect> {
    to_hand_over(state);
    // The slip says when it was.
    vec![Effect::Clock]
}

/// The words of the row that leads there, long and short, by what this kiosk can
/// do; none where it is none.
pub fn along_words(state: &State) -> Option<(&'static str, &'static str)> {
    let rules = &state.kiosk.as_ref()?.rules;
    Some(match (rules.print, rules.qr) {
        (true, true) => ("kiosk-along-both", "kiosk-along-short"),
        (true, false) => ("kiosk-along-print", "kiosk-along-short"),
        (false, true) => ("kiosk-along-code", "kiosk-along-short"),
        (false, false) => ("kiosk-along-none", "kiosk-along-none-short"),
    })
}

/// A slip of these answers that was printed, or is on its way, stays so.
fn to_hand_over(state: &mut State) {
    let answers = answers_mark(state);
    let slip = match &state.kiosk {
        Some(kiosk) if kiosk.slip.1 == answers => kiosk.slip.0.clone(),
        _ => Slip::None,
    };
    show(state, Screen::HandOver(slip));
}

/// A number that tells answers apart, and nothing about them.
fn answers_mark(state: &State) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    let code = summary_of(state, Depth::Plain).code();
    code.text.hash(&mut hasher);
    hasher.finish()
}

fn hand_over(state: &mut State, key: Key, digit: Option<u32>) -> Vec<Effect> {
    let rows = hand_over_rows(state);
    let chosen = match (key.code, digit) {
        (_, Some(DIGIT_FINISH)) => return finish(state),
        (_, Some(DIGIT_STAFF)) => {
            show(state, Screen::Called);
            return Vec::new();
        }
        (_, Some(digit)) => rows.get((digit as usize).saturating_sub(1)),
        (Code::Enter, _) => rows.get(state.guide.row),
        (Code::Up, _) => {
            state.guide.row = state.guide.row.saturating_sub(1);
            return Vec::new();
        }
        (Code::Down, _) => {
            state.guide.row = (state.guide.row + 1).min(rows.len().saturating_sub(1));
            return Vec::new();
        }
        (Code::Esc | Code::Left | Code::Backspace, _) => {
            show(state, Screen::Walk);
            return Vec::new();
        }
        _ => None,
    };
    match chosen.copied() {
        Some(HandOverRow::Print) => {
            let text = slip_text(state);
            print(state, text)
        }
        Some(HandOverRow::Code) => {
            show(state, Screen::Code);
            Vec::new()
        }
        Some(HandOverRow::Back) => {
            show(state, Screen::Walk);
            Vec::new()
        }
        Some(HandOverRow::Finish) => finish(state),
        None => Vec::new(),
    }
}

/// A way to take the result along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandOverRow {
    /// A printed slip.
    Print,
    /// The QR code.
    Code,
    /// Back to the result.
    Back,
    /// Finish and clear.
    Finish,
}

/// The ways there are now.
pub fn hand_over_rows(state: &State) -> Vec<HandOverRow> {
    let Some(kiosk) = &state.kiosk else {
        return Vec::new();
    };
    // A slip that is printed or on its way is not printed again by accident.
    let printable = matches!(
        &kiosk.screen,
        Screen::HandOver(Slip::None | Slip::Failed(_))
    );
    let mut rows = Vec::new();
    if kiosk.rules.print && printable {
        rows.push(HandOverRow::Print);
    }
    if kiosk.rules.qr {
        rows.push(HandOverRow::Code);
    }
    rows.extend([HandOverRow::Back, HandOverRow::Finish]);
    rows
}

fn slip_text(state: &State) -> String {
    let columns = state.kiosk.as_ref().map_or(48, |kiosk| kiosk.rules.slip);
    slip(&summary_of(state, Depth::Plain), usize::from(columns))
}

/// Sends a slip to the printer, unless one is on its way.
pub(super) fn print(state: &mut State, text: String) -> Vec<Effect> {
    let answers = answers_mark(state);
    let Some(kiosk) = &mut state.kiosk else {
        return Vec::new();
    };
    kiosk.slips += 1;
    let number = kiosk.slips;
    if let Screen::HandOver(slip) = &mut kiosk.screen {
        *slip = Slip::Printing(number);
        kiosk.slip = (slip.clone(), answers);
    }
    vec![Effect::Print { number, text }]
}

/// What became of a slip. One of a visitor who is gone tells nobody anything.
pub(super) fn printed(state: &mut State, number: u64, outcome: Result<(), String>) -> Vec<Effect> {
    let Some(kiosk) = &mut state.kiosk else {
        return Vec::new();
    };
    if kiosk.slip.0 == Slip::Printing(number) {
        kiosk.slip.0 = match outcome {
            Ok(()) => Slip::Printed,
            Err(fault) => Slip::Failed(fault),
        };
        let now = kiosk.slip.0.clone();
        let hand_over = match &mut kiosk.screen {
            Screen::StillThere(_, under) => under.as_mut(),
            screen => screen,
        };
        if let Screen::HandOver(slip) = hand_over
            && *slip == Slip::Printing(number)
        {
            *slip = now;
        }
        return Vec::new();
    }
    if matches!(kiosk.screen, Screen::Menu(_)) {
        let told = match outcome {
            Ok(()) => state.language.say("kiosk-printed"),
            Err(fault) => fault,
        };
        show(state, Screen::Told(told));
    }
    Vec::new()
}

/// The visitor is done.
pub(super) fn finish(state: &mut State) -> Vec<Effect> {
    wipe::ended(state, Happening::Finished)
}

fn menu(state: &mut State, row: usize, key: Key, digit: Option<u32>) -> Vec<Effect> {
    let last = staff::MENU.len() - 1;
    let moved = match (key.code, digit) {
        (_, Some(0)) | (Code::Esc, _) => return staff::choose(state, last),
        (_, Some(digit)) => return staff::choose(state, digit as usize - 1),
        (Code::Enter, _) => return staff::choose(state, row),
        (Code::Up, _) => row.saturating_sub(1),
        (Code::Down, _) => (row + 1).min(last),
        _ => return Vec::new(),
    };
    show(state, Screen::Menu(moved));
    Vec::new()
}

/// Something was touched.
pub(super) fn touched(state: &mut State, target: &Target) -> Vec<Effect> {
    state.notice = None;
    let digit = match target {
        Target::Over(row) => Some(*row),
        _ => None,
    };
    let screen = state.kiosk.as_ref().map(|kiosk: &Kiosk| &kiosk.screen);
    let mut effects = match (screen, target, digit) {
        (Some(Screen::Attract), _, _) => start(state),
        (Some(Screen::Walk), Target::Finish, _)
        | (Some(Screen::HandOver(_) | Screen::Called), Target::Finish, _) => finish(state),
        (Some(Screen::Walk | Screen::HandOver(_)), Target::Staff, _) => {
            show(state, Screen::Called);
            Vec::new()
        }
        (Some(Screen::Walk), _, Some(row)) => guide::choose(state, row),
        (Some(Screen::Walk), Target::Do(action), _) if allowed(*action) => {
            guide::act(state, *action)
        }
        (Some(Screen::HandOver(_)), _, Some(row)) => {
            state.guide.row = row;
            hand_over(state, Key::plain(Code::Enter), None)
        }
        (Some(Screen::Code), _, _) => {
            to_hand_over(state);
            Vec::new()
        }
        (Some(Screen::Called), _, _) => {
            show(state, Screen::Walk);
            Vec::new()
        }
        (Some(Screen::Menu(_)), _, Some(row)) => staff::choose(state, row),
        (Some(Screen::Told(_)), _, _) => {
            show(state, Screen::Menu(0));
            Vec::new()
        }
        _ => Vec::new(),
    };
    effects.extend(spoken(state));
    effects
}

/// A touch beside everything starts a visit and closes what was only told.
pub(super) fn touched_nothing(state: &mut State) -> Vec<Effect> {
    match state.kiosk.as_ref().map(|kiosk| &kiosk.screen) {
        Some(Screen::Attract) => start(state),
        Some(Screen::Called) => {
            show(state, Screen::Walk);
            Vec::new()
        }
        Some(Screen::Told(_)) => {
            show(state, Screen::Menu(0));
            Vec::new()
        }
        _ => Vec::new(),
    }
}

pub(super) fn wheel(state: &mut State, down: bool) -> Vec<Effect> {
    match state.kiosk.as_ref().map(|kiosk| &kiosk.screen) {
        Some(Screen::Walk) => guide::act(state, if down { Action::Down } else { Action::Up }),
        _ => Vec::new(),
    }
}

/// What a visitor may do in the walk; nothing that leads out of it or to a file.
pub fn allowed(action: Action) -> bool {
    matches!(
        action,
        Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
            | Action::Open
            | Action::GoOn
            | Action::Back
            | Action::Yes
            | Action::No
            | Action::NotSure
            | Action::RestNotSure
            | Action::OtherThings
            | Action::EnterResults
            | Action::WhyAsked
            | Action::Explain
            | Action::SoFar
            | Action::Summary
            | Action::Review
            | Action::Urgency
            | Action::Countdown
            | Action::Undo
            | Action::Redo
    )
}
