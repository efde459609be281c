//! What an action does in the walkthrough.

use super::{
    Chapter, Layer, Page, Part, State, alarm, answering, check, choose, digits, lists, menu,
    moving, reports, review, view, walk,
};
use crate::app::{Effect, Face};
use crate::assessment::Answer;
use crate::keys::Action;

/// An action in the walkthrough, by key, by row or by mouse.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if state.kiosk.is_some() && !crate::app::kiosk::allowed(action) {
        return Vec::new();
    }
    if state.guide.at_no_row() && at_no_row(state, action) {
        return Vec::new();
    }
    if moving::moved(state, action) {
        return Vec::new();
    }
    match action {
        Action::Summary if state.kiosk.is_some() => return crate::app::kiosk::take_along(state),
        Action::Open => return choose(state, state.guide.row),
        Action::Yes | Action::No | Action::NotSure | Action::Clear => {
            answering::by_key(state, action);
        }
        Action::RestNotSure if state.guide.layer.is_none() => {
            answering::rest(state, Answer::NotSure);
        }
        Action::RestNotSure => {}
        Action::GoOn | Action::Right | Action::NextPane => return go_on(state),
        Action::Back | Action::Left | Action::PreviousPane => back(state),
        Action::WhyAsked => toggle(state, Layer::Why),
        Action::Explain => toggle(state, Layer::Meaning),
        Action::SoFar => toggle(state, Layer::SoFar),
        Action::Review => toggle(state, Layer::Review),
        Action::OtherThings => menu::toggle(state),
        Action::EnterResults => reports::open(state),
        Action::Urgency => {
            if !alarm::again(state) {
                toggle(state, Layer::SoFar);
            }
        }
        Action::Countdown => check::press_clock(state),
        Action::Leave => {
            check::pause(state);
            state.face = Face::Browse;
        }
        Action::Undo if alarm::slip(state).is_some() && on_alarm(state) => alarm::take_back(state),
        Action::Undo | Action::Redo => undo(state, action == Action::Undo),
        // The map answers where it is felt, never behind an emergency.
        Action::BodyMap if state.guide.layer.is_some() => {}
        _ => return crate::app::act(state, action),
    }
    Vec::new()
}

fn on_alarm(state: &State) -> bool {
    matches!(state.guide.layer, Some(Layer::Alarm(_)))
}

/// A list begins with the cursor on no row, so that a key pressed twice, or held
/// from the screen before, ticks nothing: it could be an emergency. Arrows choose
/// a row; digits tick at once. True if the action is used up.
fn at_no_row(state: &mut State, action: Action) -> bool {
    match action {
        Action::Up | Action::Down | Action::First => state.guide.fresh = false,
        Action::Open | Action::Yes | Action::No | Action::NotSure | Action::Clear => {
            let on = digits::digits(state).on.to_string();
            let text = state.language.with("guide-no-row", &[("on", &on)]);
            state.notice = Some(text);
        }
        Action::Last => {
            state.guide.fresh = false;
            return false;
        }
        _ => return false,
    }
    true
}

fn undo(state: &mut State, back: bool) {
    let moved = if back {
        state.record.undo()
    } else {
        state.record.redo()
    };
    if moved {
        state.reassess();
    } else {
        state.tell(if back {
            "nothing-to-undo"
        } else {
            "nothing-to-redo"
        });
    }
}

fn toggle(state: &mut State, layer: Layer) {
    let guide = &mut state.guide;
    if guide.layer.as_ref() == Some(&layer) {
        close(state);
        return;
    }
    if guide.layer.is_none() {
        guide.explained = guide.row;
    }
    guide.layer = Some(layer);
    guide.row = 0;
    guide.scroll = 0;
    guide.chapter = Chapter::default();
}

/// Takes the layer away; the cursor stands where it stood. False where none is.
pub(super) fn close(state: &mut State) -> bool {
    let guide = &mut state.guide;
    let layer = guide.layer.take();
    if let Some(Layer::Menu(under)) = layer {
        menu::put_back(state, *under);
        return true;
    }
    let any = layer.is_some();
    if any {
        guide.row = guide.explained;
        guide.scroll = 0;
        guide.chapter = Chapter::default();
    }
    any
}

/// Goes on from a layer or a screen; on a list what was seen and left open counts
/// as no.
fn go_on(state: &mut State) -> Vec<Effect> {
    if close(state) {
        return Vec::new();
    }
    match state.guide.page() {
        Page::Ticks(_) => lists::go_on(state),
        Page::Check(_) => check::forward(state),
        Page::Single(finding) if view::field_finding(state) == Some(finding) => {
            answering::typed_number(state, finding);
        }
        // Passed over, a chosen question would be chosen again.
        Page::Single(finding)
            if state.guide.part() == Part::Questions
                && state.guide.reports.is_none()
                && state.record.answers().get(finding).is_none() =>
        {
            answering::answer(state, finding, Answer::NotSure);
        }
        // The last thing to do is to take the result along.
        Page::Result => return act(state, Action::Summary),
        _ => walk::forward(state),
    }
    Vec::new()
}

/// One step back; from the first screen to the browser.
fn back(state: &mut State) {
    if close(state) {
        return;
    }
    if matches!(state.guide.page(), Page::Check(_)) {
        check::backward(state);
    } else if check::close_not_now(state) {
        state.guide.row = 0;
    } else if reports::back(state) {
        state.guide.scroll = 0;
    } else if review::return_from(state) {
        toggle(state, Layer::Review);
    } else if !walk::backward(state) && state.kiosk.is_none() {
        state.face = Face::Browse;
    }
}
