//! Nothing of a visitor stays.

use std::time::Duration;

use super::{Effect, Kiosk, Screen, State};
use crate::kiosk::counters::Happening;
use crate::kiosk::secret;
use crate::knowledge::Urgency;

/// How long the number stays large once somebody with an emergency is gone.
const EMERGENCY: Duration = Duration::from_secs(60);

/// A visit ends: it is counted, and everything is wiped.
pub(super) fn ended(state: &mut State, how: fn(Option<Urgency>) -> Happening) -> Vec<Effect> {
    let urgency = state.assessment.triage.urgency;
    let answered = !state.record.answers().is_empty();
    let mut effects = vec![Effect::Count(how(answered.then_some(urgency)))];
    effects.extend(wipe(state));
    effects.extend(end(state));
    effects
}

/// When the program may end after a visitor; none where it is not to. A new
/// process knows neither of the emergency nor of wrong PINs, so this one stays
/// until both are forgotten; nothing of either is written down.
pub(super) fn may_end(kiosk: &Kiosk, now: Duration) -> Option<Duration> {
    let waits = [kiosk.emergency_until, kiosk.lockout.remembered_until()];
    kiosk
        .over
        .then(|| waits.into_iter().flatten().max().unwrap_or(now))
}

/// Ends the program where that is due.
pub(super) fn end(state: &mut State) -> Option<Effect> {
    let now = state.now;
    let kiosk = state.kiosk.as_mut()?;
    let due = may_end(kiosk, now).is_some_and(|at| now >= at);
    if !due || kiosk.screen != Screen::Attract {
        return None;
    }
    kiosk.over = false;
    Some(Effect::Quit(0))
}

/// Everything is as it was before the visitor came, on the screen and in memory.
/// But whoever takes away an emergency, the number stays for a while.
pub(super) fn wipe(state: &mut State) -> Vec<Effect> {
    let (now, size) = (state.now, state.size);
    let emergency =
        !state.record.answers().is_empty() && state.assessment.triage.urgency == Urgency::Now;
    let Some(mut kiosk) = state.kiosk.take() else {
        return Vec::new();
    };
    if emergency {
        kiosk.emergency_until = Some(now.saturating_add(EMERGENCY));
    }
    let mut typed = state.guide.field.value_and_reset();
    secret::wipe(&mut typed);
    let mut fresh = State::new(kiosk.start.clone());
    fresh.now = now;
    fresh.size = size;
    kiosk.screen = Screen::Attract;
    kiosk.over = kiosk.rules.end_after_visitor;
    kiosk.gate.forget();
    kiosk.slip = (super::Slip::None, 0);
    fresh.kiosk = Some(kiosk);
    fresh.face = super::Face::Guide;
    *state = fresh;
    super::guide::restart(state);
    vec![Effect::Silence, Effect::Wipe]
}
