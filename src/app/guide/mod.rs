//! The walkthrough: emergencies first, then lists to tick, then single
//! questions, then self-checks, then the result.
//!
//! It keeps where a person is; what they answered stands in the record, shared
//! with the browser. [`view`] says what a screen holds, so that every face, the
//! full screen, plain lines and the kiosk, shows the same.

mod alarm;
mod answering;
pub mod check;
mod pages;
mod view;
mod walk;
mod why;

pub use alarm::Sign;
pub(in crate::app) use alarm::check as check_alarm;
pub use pages::{List, Page, Part};
pub use view::{Field, Mark, Row, View, progress, view};
pub use why::why;

use tui_input::Input;

use super::text::{self, Typed};
use super::{Effect, Face, State};
use crate::assessment::Answer;
use crate::keys::{Action, Code, Key, Scope};
use crate::knowledge::units::UnitFault;

/// Where a person is in the walkthrough.
#[derive(Debug, Default)]
pub struct Guide {
    /// Screens seen, in order; empty before the first.
    trail: Vec<(Part, Page)>,
    /// Which of them is shown.
    at: usize,
    /// The row the cursor stands on.
    pub row: usize,
    /// Questions chosen by the program so far.
    asked: Vec<usize>,
    /// Who is asked about, once it was said.
    pub whom: Option<Whom>,
    /// What lies over the screen.
    pub layer: Option<Layer>,
    /// Emergencies that were shown already.
    alarmed: Vec<Sign>,
    /// A number that is being typed.
    pub field: Input,
    /// What is wrong about it.
    pub fault: Option<UnitFault>,
    /// The self-checks.
    pub checks: check::Checks,
}

/// Who is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// The person at the keys.
    Myself,
    /// Somebody else.
    Another,
}

/// What lies over a screen of the walkthrough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layer {
    /// An emergency: what to do now.
    Alarm(Vec<Sign>),
    /// The result so far.
    SoFar,
    /// Why this is asked.
    Why,
    /// What this means.
    Meaning,
}

/// What choosing a row does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Choice {
    /// Ticks a finding: yes, not sure, open again.
    Tick(usize),
    /// Answers a question and goes on.
    Answer(usize, Answer),
    /// Takes the number in the field, in this unit by position, and goes on.
    Number(usize, usize),
    /// Says who is asked about.
    Whom(Whom),
    /// Begins a self-check.
    Check(usize),
    /// Does this in a self-check or in their list.
    InCheck(check::Deed),
    /// Does what an action does.
    Act(Action),
}

impl Guide {
    /// The screen under any layer.
    pub fn page(&self) -> Page {
        // A check lies over the list it was chosen from.
        match (self.checks.doing(), self.trail.get(self.at)) {
            (Some(exam), Some((_, Page::Checks))) => Page::Check(exam),
            (_, page) => page.map_or(Page::Start, |&(_, page)| page),
        }
    }

    /// The part it belongs to.
    pub fn part(&self) -> Part {
        self.trail
            .get(self.at)
            .map_or(Part::Start, |&(part, _)| part)
    }

    /// Whether a walkthrough was begun.
    pub fn begun(&self) -> bool {
        !self.trail.is_empty()
    }

    /// Questions chosen by the program so far.
    pub fn asked(&self) -> &[usize] {
        &self.asked
    }
}

/// Shows the walkthrough where it was left, or from its beginning.
pub fn open(state: &mut State) {
    state.face = Face::Guide;
    state.over.clear();
    if !state.guide.begun() {
        walk::begin(state);
    }
    alarm::check(state);
}

/// Forgets where the person is and begins again; answers stay.
pub fn restart(state: &mut State) {
    state.guide = Guide::default();
    open(state);
}

/// A key in the walkthrough.
pub(super) fn key(state: &mut State, key: Key) -> Vec<Effect> {
    if typed(state, key) {
        return Vec::new();
    }
    if let Some(digit) = key.types().and_then(|digit| digit.to_digit(10)) {
        return numbered(state, digit as usize);
    }
    let scopes = [Scope::Everywhere, Scope::Moving, Scope::Guide, Scope::Signs];
    let action = state.bindings.action(key, &scopes).or_else(|| {
        // Some keys of the browser mean the same here.
        let action = state.bindings.action(key, &[Scope::Browse])?;
        matches!(
            action,
            Action::Undo | Action::Redo | Action::BodyMap | Action::Save | Action::Search
        )
        .then_some(action)
    });
    match action {
        Some(action) => act(state, action),
        None => Vec::new(),
    }
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

/// Rows a list shows at once, at most: more than seven numbered things at a
/// time are hard to keep in view.
pub const MOST_ROWS: usize = 7;
/// The digit that turns to the next rows of a list.
pub const DIGIT_MORE: usize = 8;
/// The digit that goes on from a list.
pub const DIGIT_ON: usize = 9;

/// The rows of a list that are shown together with the row of the cursor, as
/// (first, count); `room` is how many fit.
pub fn window(state: &State, rows: usize, room: usize) -> (usize, usize) {
    let size = room.clamp(1, MOST_ROWS);
    let first = state.guide.row.min(rows.saturating_sub(1)) / size * size;
    (first, size.min(rows.saturating_sub(first)))
}

/// A digit: a row as numbered on the screen, or one of the fixed ones.
fn numbered(state: &mut State, digit: usize) -> Vec<Effect> {
    let shown = view(state);
    if digit == 0 {
        return act(state, Action::Back);
    }
    if !shown.ticks {
        // A long text is read on with the digit that turns lists.
        if digit == DIGIT_MORE && digit > shown.rows.len() {
            return act(state, Action::PageDown);
        }
        return choose(state, digit - 1);
    }
    match digit {
        DIGIT_MORE => act(state, Action::PageDown),
        DIGIT_ON => act(state, Action::GoOn),
        _ => {
            let (first, count) = window(state, shown.rows.len(), state.hits.over.height);
            if digit <= count {
                return choose(state, first + digit - 1);
            }
            Vec::new()
        }
    }
}

/// Chooses a row of the screen, as a key, a click or a typed number does.
pub fn choose(state: &mut State, row: usize) -> Vec<Effect> {
    let Some(choice) = view(state).rows.get(row).map(|row| row.does) else {
        return Vec::new();
    };
    state.guide.row = row;
    match choice {
        Choice::Tick(finding) => answering::tick(state, finding),
        Choice::Answer(finding, answer) => answering::answer(state, finding, answer),
        Choice::Number(finding, unit) => answering::number(state, finding, unit),
        Choice::Whom(whom) => {
            state.guide.whom = Some(whom);
            walk::forward(state);
        }
        Choice::Check(exam) => check::begin(state, exam),
        Choice::InCheck(deed) => return check::act(state, deed),
        Choice::Act(action) => return act(state, action),
    }
    Vec::new()
}

/// An action in the walkthrough, by key, by row or by mouse.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let shown = view(state);
    let text = !shown.ticks && state.guide.layer.is_none();
    if text && matches!(action, Action::PageUp | Action::PageDown) && check::turn(state, action) {
        return Vec::new();
    }
    let rows = shown.rows.len();
    let step = state.hits.over.height.clamp(1, MOST_ROWS);
    let guide = &mut state.guide;
    let last = rows.saturating_sub(1);
    match action {
        Action::Up => guide.row = guide.row.saturating_sub(1),
        Action::Down => guide.row = (guide.row + 1).min(last),
        Action::First => guide.row = 0,
        Action::Last => guide.row = last,
        Action::PageUp => guide.row = guide.row.saturating_sub(step),
        // Past the end it begins again, so that one key reaches every row.
        Action::PageDown => {
            let next = (guide.row / step + 1) * step;
            guide.row = if next < rows { next } else { 0 };
        }
        Action::Open => return choose(state, state.guide.row),
        Action::Countdown => check::press_clock(state),
        Action::Yes | Action::No | Action::NotSure | Action::Clear => {
            answering::by_key(state, action);
        }
        Action::RestNotSure => answering::rest(state, Answer::NotSure),
        Action::GoOn | Action::Right | Action::NextPane => go_on(state),
        Action::Back | Action::Left | Action::PreviousPane => back(state),
        Action::WhyAsked => toggle(state, Layer::Why),
        Action::Explain => toggle(state, Layer::Meaning),
        Action::SoFar => toggle(state, Layer::SoFar),
        Action::Leave => {
            check::pause(state);
            state.face = Face::Browse;
        }
        Action::Undo | Action::Redo => {
            let moved = if action == Action::Undo {
                state.record.undo()
            } else {
                state.record.redo()
            };
            if moved {
                state.reassess();
            } else {
                state.tell(if action == Action::Undo {
                    "nothing-to-undo"
                } else {
                    "nothing-to-redo"
                });
            }
        }
        _ => return super::act(state, action),
    }
    Vec::new()
}

fn toggle(state: &mut State, layer: Layer) {
    let guide = &mut state.guide;
    guide.layer = if guide.layer.as_ref() == Some(&layer) {
        None
    } else {
        Some(layer)
    };
    guide.row = 0;
}

/// Goes on from a layer or a screen; on a list what is left open counts as no.
fn go_on(state: &mut State) {
    if state.guide.layer.take().is_some() {
        state.guide.row = 0;
        return;
    }
    match state.guide.page() {
        Page::Ticks(_) => answering::rest(state, Answer::YesNo(false)),
        Page::Check(_) => check::forward(state),
        Page::Single(finding) if view::field_finding(state) == Some(finding) => {
            let typed = !state.guide.field.value().trim().is_empty();
            if typed {
                answering::number(state, finding, 0);
            } else {
                walk::forward(state);
            }
        }
        _ => walk::forward(state),
    }
}

/// One step back; from the first screen to the browser.
fn back(state: &mut State) {
    if state.guide.layer.take().is_some() {
        state.guide.row = 0;
    } else if matches!(state.guide.page(), Page::Check(_)) {
        check::backward(state);
    } else if check::close_not_now(state) {
        state.guide.row = 0;
    } else if !walk::backward(state) {
        state.face = Face::Browse;
    }
}
