//! Nothing of a visitor stays.

use super::{Effect, Screen, State};
use crate::kiosk::counters::Happening;
use crate::kiosk::secret;
use crate::knowledge::Urgency;

/// How long the number stays large once somebody with an emergency is gone.
const EMERGENCY: std::time::Duration = std::time::Duration::from_secs(60);

/// A visit ends: it is counted, and everything is wiped.
pub(super) fn ended(state: &mut State, how: fn(Option<Urgency>) -> Happening) -> Vec<Effect> {
    let urgency = state.assessment.triage.urgency;
    let answered = !state.record.answers().is_empty();
    let mut effects = vec![Effect::Count(how(answered.then_some(urgency)))];
    effects.extend(wipe(state));
    let Some(kiosk) = &state.kiosk else {
        return effects;
    };
    if kiosk.rules.end_after_visitor && kiosk.emergency_until.is_none() {
        effects.push(Effect::Quit(0));
    }
    effects
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
    kiosk.gate.forget();
    fresh.kiosk = Some(kiosk);
    fresh.face = super::Face::Guide;
    *state = fresh;
    super::guide::restart(state);
    vec![Effect::Silence, Effect::Wipe]
}
