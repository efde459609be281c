//! What else can be done on a screen: everything that has no digit there, each
//! with a digit of its own.

use super::view::{Mark, Row, View};
use super::{Choice, Layer, State, digits, view};
use crate::keys::Action;

/// What the menu lies over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Under {
    layer: Option<Layer>,
    row: usize,
    scroll: usize,
}

/// Everything the menu can hold, in its order, with its words.
const WORDS: [(Action, &str); 13] = [
    (Action::GoOn, "guide-do-go-on"),
    (Action::WhyAsked, "guide-why"),
    (Action::Explain, "guide-do-explain"),
    (Action::BodyMap, "guide-do-body-map"),
    (Action::RestNotSure, "guide-do-rest-not-sure"),
    (Action::SoFar, "guide-do-so-far"),
    (Action::Review, "guide-do-review"),
    (Action::EnterResults, "guide-do-enter-results"),
    (Action::Summary, "result-to-summary"),
    (Action::Undo, "guide-do-undo"),
    (Action::StartOver, "guide-do-start-over"),
    (Action::Leave, "guide-do-leave"),
    (Action::Help, "guide-do-help"),
];

fn word(action: Action) -> Option<&'static str> {
    let found = WORDS.iter().find(|(other, _)| *other == action);
    found.map(|(_, key)| *key)
}

/// The row of an action, in the words of the menu.
pub fn row(state: &State, action: Action) -> Row {
    Row {
        label: word(action).map_or(String::new(), |key| state.language.say(key)),
        mark: Mark::Open,
        note: String::new(),
        does: Choice::Act(action),
    }
}

/// What a screen names and has no digit for.
pub fn entries(state: &State, shown: &View) -> Vec<Action> {
    let free = state.kiosk.is_none();
    let named = |action: &Action| shown.actions.contains(action);
    WORDS
        .iter()
        .map(|(action, _)| *action)
        .filter(named)
        .filter(|&action| free || crate::app::kiosk::allowed(action))
        .filter(|&action| shown.row_of(action).is_none())
        .filter(|&action| digits::of_action(state, shown, action).is_none())
        .collect()
}

/// Adds the way to the menu; a single thing stands there by itself.
pub(super) fn add(state: &State, shown: &mut View) {
    let left = entries(state, shown);
    let (Some(&first), false) = (left.first(), shown.alarm && !shown.chapters) else {
        return;
    };
    if !shown.listed {
        let alone = left.len() == 1 && shown.rows.len() + 1 < digits(state).on;
        let action = if alone { first } else { Action::OtherThings };
        let row = match action {
            Action::OtherThings => Row {
                label: state.language.say("guide-other-things"),
                ..row(state, action)
            },
            _ => row(state, action),
        };
        // Going on stands last.
        let on = shown.chapters && shown.row_of(Action::GoOn) == shown.rows.len().checked_sub(1);
        let at = shown.rows.len() - usize::from(on && !shown.rows.is_empty());
        shown.rows.insert(at, row);
        if alone {
            return;
        }
    }
    let ways = |it: &&Action| matches!(it, Action::Back | Action::GoOn);
    let at = shown.actions.iter().take_while(ways).count();
    shown.actions.insert(at, Action::OtherThings);
}

/// The menu over a screen.
pub(super) fn view_of(state: &State, under: &Under) -> View {
    let below = view::of(state, under.layer.as_ref(), under.row);
    View {
        heading: below.heading.clone(),
        question: state.language.say("guide-other-things-title"),
        rows: entries(state, &below)
            .into_iter()
            .map(|action| row(state, action))
            .collect(),
        actions: vec![Action::Back],
        ..View::default()
    }
}

/// Opens the menu, or closes it. Nothing stands between a person and an emergency.
pub(super) fn toggle(state: &mut State) {
    let open = matches!(state.guide.layer, Some(Layer::Menu(_)));
    if open {
        super::close(state);
        return;
    }
    let alarm = matches!(state.guide.layer, Some(Layer::Alarm(_)));
    if alarm || entries(state, &view(state)).is_empty() {
        return;
    }
    let guide = &mut state.guide;
    if guide.layer.is_none() {
        guide.explained = guide.row;
    }
    let under = Under {
        layer: guide.layer.take(),
        row: guide.row,
        scroll: guide.scroll,
    };
    guide.layer = Some(Layer::Menu(Box::new(under)));
    guide.row = 0;
    guide.scroll = 0;
}

/// Puts back what the menu lay over.
pub(super) fn put_back(state: &mut State, under: Under) {
    state.guide.layer = under.layer;
    state.guide.row = under.row;
    state.guide.scroll = under.scroll;
}
