//! What passes with time: the question whether one is still there, the wipe,
//! the first screen that moves.

use std::time::Duration;

use super::{Effect, Kiosk, Layer, Page, Screen, State, act, guide, place, wipe};
use crate::kiosk::counters::Happening;

/// The first screen moves, and is looked after, this often.
const MINUTE: Duration = Duration::from_secs(60);

/// The time is another one.
pub(super) fn passed(state: &mut State) -> Vec<Effect> {
    let now = state.now;
    let Some(kiosk) = &mut state.kiosk else {
        return Vec::new();
    };
    kiosk.minute = now.as_secs() / 60;
    if kiosk.emergency_until.is_some_and(|until| now >= until) {
        kiosk.emergency_until = None;
    }
    if let Some(key) = kiosk.gate.ready(now) {
        let place = place(state);
        if let Some(kiosk) = &mut state.kiosk {
            kiosk.seen = place;
        }
        return act::key(state, key);
    }
    match &state.kiosk {
        Some(kiosk) => match &kiosk.screen {
            Screen::StillThere(until, _) if now >= *until => timed_out(state),
            Screen::Attract => wipe::end(state).into_iter().collect(),
            Screen::StillThere(..) | Screen::Paused => Vec::new(),
            _ if now >= idle_at(state, kiosk) => {
                ask(state);
                super::spoken(state).into_iter().collect()
            }
            _ => Vec::new(),
        },
        None => Vec::new(),
    }
}

/// Asks whether anybody is there. Screens of staff are left at once: they hold
/// nothing of a visitor, and nobody else shall find them open.
fn ask(state: &mut State) {
    let now = state.now;
    let Some(kiosk) = &mut state.kiosk else {
        return;
    };
    let under = std::mem::replace(&mut kiosk.screen, Screen::Attract);
    if under.is_visit() {
        let until = now.saturating_add(kiosk.rules.countdown);
        kiosk.screen = Screen::StillThere(until, Box::new(under));
    }
}

fn timed_out(state: &mut State) -> Vec<Effect> {
    wipe::ended(state, Happening::TimedOut)
}

/// From when on one is asked whether one is still there.
fn idle_at(state: &State, kiosk: &Kiosk) -> Duration {
    let patience = if reading(state, kiosk) {
        kiosk.rules.idle_reading
    } else {
        kiosk.rules.idle
    };
    // While a countdown of a self-check runs, nobody has a hand free.
    let from = state
        .guide
        .busy_until()
        .map_or(kiosk.last, |until| until.max(kiosk.last));
    from.saturating_add(patience)
}

/// Whether there is much to read.
fn reading(state: &State, kiosk: &Kiosk) -> bool {
    match kiosk.screen {
        Screen::Walk => {
            matches!(
                state.guide.layer,
                Some(Layer::Alarm(_) | Layer::SoFar | Layer::Why | Layer::Meaning)
            ) || matches!(
                state.guide.page(),
                Page::Start | Page::Checks | Page::Check(_) | Page::Result
            )
        }
        Screen::HandOver(_) | Screen::Code | Screen::Called => true,
        _ => false,
    }
}

/// When the kiosk wants to be woken next.
pub fn deadline(state: &State, kiosk: &Kiosk) -> Option<Duration> {
    let now = state.now;
    let next_second = Duration::from_secs(now.as_secs() + 1);
    let own = match &kiosk.screen {
        Screen::StillThere(until, _) => Some(next_second.min(*until)),
        Screen::Attract => {
            let minute = Duration::from_secs((kiosk.minute + 1) * MINUTE.as_secs());
            let move_on = kiosk.rules.shift.then_some(minute);
            let end = wipe::may_end(kiosk, now);
            [move_on, kiosk.emergency_until, end]
                .into_iter()
                .flatten()
                .min()
        }
        Screen::Paused => None,
        Screen::Pin(_) => {
            let idle = idle_at(state, kiosk);
            let locked = kiosk.lockout.left(now).map(|_| next_second);
            Some(locked.map_or(idle, |at| at.min(idle)))
        }
        _ => Some(idle_at(state, kiosk)),
    };
    let check = guide::check::deadline(state).filter(|_| kiosk.screen == Screen::Walk);
    [own, kiosk.gate.deadline(), check]
        .into_iter()
        .flatten()
        .min()
}
