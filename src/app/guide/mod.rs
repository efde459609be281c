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
mod piece;
pub mod result;
mod review;
mod telephone;
mod unsure;
mod view;
mod walk;
mod why;

pub use alarm::Sign;
pub(in crate::app) use alarm::check as check_alarm;
pub use pages::{List, Page, Part};
pub use piece::Piece;
pub use result::Chapter;
pub use view::{Banner, Field, Mark, Row, View, progress, view};
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
    /// The row whose meaning is shown.
    explained: usize,
    /// Lines of a page that are above what is shown.
    pub scroll: usize,
    /// The chapter of the result.
    pub chapter: Chapter,
    /// Where one came from to change an answer.
    return_to: Option<usize>,
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
    /// All answers so far.
    Review,
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
    /// Shows a chapter of the result.
    Chapter(Chapter),
    /// Goes to a screen seen before, by position, and back afterwards.
    Visit(usize),
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

    /// Whether an earlier answer is being changed; going on leads back from it.
    pub fn visits(&self) -> bool {
        self.return_to.is_some()
    }

    /// Which of the screens seen is shown, from 0.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Until when a countdown runs, if one does.
    pub fn busy_until(&self) -> Option<std::time::Duration> {
        self.checks.clock()?.ends()
    }

    /// Questions chosen by the program so far.
    pub fn asked(&self) -> &[usize] {
        &self.asked
    }
}

#[cfg(test)]
impl Guide {
    /// Goes to a self-check, as choosing it would.
    pub(crate) fn go_to_check(&mut self, exam: usize) -> bool {
        self.trail.push((Part::Checks, Page::Check(exam)));
        self.at = self.trail.len() - 1;
        self.page() == Page::Check(exam)
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

/// Begins again after all answers were forgotten.
pub(super) fn forgotten(state: &mut State) {
    state.guide = Guide::default();
    if state.face == Face::Guide {
        open(state);
    }
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
    let Some(action) = action(state, key) else {
        return Vec::new();
    };
    act(state, action)
}

/// The same in a kiosk: nothing that leads out of the walkthrough.
pub(super) fn visitor_key(state: &mut State, key: Key, allowed: fn(Action) -> bool) -> Vec<Effect> {
    if typed(state, key) {
        return Vec::new();
    }
    if let Some(digit) = key.types().and_then(|digit| digit.to_digit(10)) {
        return numbered(state, digit as usize);
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

/// What the digits mean in the walkthrough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    /// Rows a list shows at once, at most: more than seven numbered things at a
    /// time are hard to keep in view.
    pub rows: usize,
    /// Turns to the next rows of a list.
    pub more: usize,
    /// Goes on from a list.
    pub on: usize,
    /// Goes back.
    pub back: usize,
}

impl Digits {
    /// At home.
    pub const HOME: Self = Self {
        rows: 7,
        more: 8,
        on: 9,
        back: 0,
    };
    /// In a kiosk, where 9 calls staff and 0 finishes.
    pub const KIOSK: Self = Self {
        rows: 5,
        more: 6,
        on: 7,
        back: 8,
    };
}

/// What the digits mean here.
pub fn digits(state: &State) -> Digits {
    if state.kiosk.is_some() {
        Digits::KIOSK
    } else {
        Digits::HOME
    }
}

/// The rows of a list that are shown together with the row of the cursor, as
/// (first, count); `room` is how many fit.
pub fn window(state: &State, rows: usize, room: usize) -> (usize, usize) {
    let size = room.clamp(1, digits(state).rows);
    let first = state.guide.row.min(rows.saturating_sub(1)) / size * size;
    (first, size.min(rows.saturating_sub(first)))
}

/// A digit: a row as numbered on the screen, or one of the fixed ones.
fn numbered(state: &mut State, digit: usize) -> Vec<Effect> {
    let shown = view(state);
    let digits = digits(state);
    if digit == digits.back {
        return act(state, Action::Back);
    }
    if !shown.ticks {
        // A long text is read on with the digit that turns lists.
        if digit == digits.more && digit > shown.rows.len() {
            return act(state, Action::PageDown);
        }
        return match digit.checked_sub(1) {
            Some(row) => choose(state, row),
            None => Vec::new(),
        };
    }
    match digit {
        0 => Vec::new(),
        digit if digit == digits.more => act(state, Action::PageDown),
        digit if digit == digits.on => act(state, Action::GoOn),
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
        Choice::Chapter(chapter) => {
            state.guide.chapter = chapter;
            state.guide.scroll = 0;
        }
        Choice::Visit(at) => review::visit(state, at),
        Choice::Check(exam) => check::begin(state, exam),
        Choice::InCheck(deed) => return check::act(state, deed),
        Choice::Act(action) => return act(state, action),
    }
    Vec::new()
}

/// Answers a question and goes on, for faces where an answer is typed whole.
pub fn answer(state: &mut State, finding: usize, answer: Answer) {
    answering::answer(state, finding, answer);
}

/// Answers the list of the screen whole and goes on: yes to some, not sure about
/// some, and one answer for all others.
pub fn answer_list(state: &mut State, yes: &[usize], not_sure: &[usize], others: Answer) {
    answering::list(state, |finding| {
        if yes.contains(&finding) {
            Answer::YesNo(true)
        } else if not_sure.contains(&finding) {
            Answer::NotSure
        } else {
            others
        }
    });
}

/// What a layer over the screen would say, without opening it.
pub fn peek(state: &mut State, layer: Layer) -> View {
    let before = state.guide.layer.replace(layer);
    let shown = view(state);
    state.guide.layer = before;
    shown
}

/// An action in the walkthrough, by key, by row or by mouse.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if state.kiosk.is_some() && !super::kiosk::allowed(action) {
        return Vec::new();
    }
    if moved(state, action) {
        return Vec::new();
    }
    match action {
        Action::Summary if state.kiosk.is_some() => return super::kiosk::take_along(state),
        Action::Open => return choose(state, state.guide.row),
        Action::Yes | Action::No | Action::NotSure | Action::Clear => {
            answering::by_key(state, action);
        }
        Action::RestNotSure if state.guide.layer.is_none() => {
            answering::rest(state, Answer::NotSure);
        }
        Action::RestNotSure => {}
        Action::GoOn | Action::Right | Action::NextPane => go_on(state),
        Action::Back | Action::Left | Action::PreviousPane => back(state),
        Action::WhyAsked => toggle(state, Layer::Why),
        Action::Explain => toggle(state, Layer::Meaning),
        Action::SoFar => toggle(state, Layer::SoFar),
        Action::Review => toggle(state, Layer::Review),
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
        Action::Undo | Action::Redo => undo(state, action == Action::Undo),
        // The map answers where it is felt, never behind an emergency.
        Action::BodyMap if state.guide.layer.is_some() => {}
        _ => return super::act(state, action),
    }
    Vec::new()
}

/// Moves the cursor, or what is read. False if the action does neither.
fn moved(state: &mut State, action: Action) -> bool {
    let shown = view(state);
    let text = !shown.ticks && state.guide.layer.is_none();
    if text && matches!(action, Action::PageUp | Action::PageDown) && check::turn(state, action) {
        return true;
    }
    if !shown.body.is_empty() && read(state, &shown, action) {
        return true;
    }
    let last = shown.rows.len().saturating_sub(1);
    let step = state.hits.over.height.clamp(1, digits(state).rows);
    let guide = &mut state.guide;
    match action {
        Action::Up => guide.row = guide.row.saturating_sub(1),
        Action::Down => guide.row = (guide.row + 1).min(last),
        Action::First => guide.row = 0,
        Action::Last => guide.row = last,
        Action::PageUp => guide.row = guide.row.saturating_sub(step),
        // Past the end it begins again, so that one key reaches every row.
        Action::PageDown => {
            let next = (guide.row / step + 1) * step;
            guide.row = if next <= last { next } else { 0 };
        }
        _ => return false,
    }
    true
}

/// Moves through a page that is longer than the screen, its chapters and rows.
fn read(state: &mut State, shown: &View, action: Action) -> bool {
    let window = state.hits.over;
    let rows = shown.rows.len().max(1);
    let guide = &mut state.guide;
    let last = window.rows.saturating_sub(window.height);
    let page = window.height.saturating_sub(1).max(1);
    let at = guide.scroll.min(last);
    match action {
        Action::Up => guide.scroll = at.saturating_sub(1),
        Action::Down => guide.scroll = (at + 1).min(last),
        Action::PageUp => guide.scroll = at.saturating_sub(page),
        Action::PageDown => guide.scroll = (at + page).min(last),
        Action::First => guide.scroll = 0,
        Action::Last => guide.scroll = last,
        Action::NextPane => guide.row = (guide.row + 1) % rows,
        Action::PreviousPane => guide.row = (guide.row + rows - 1) % rows,
        // Nobody leaves an emergency by a key pressed in passing.
        Action::Left | Action::Right if shown.alarm && !shown.chapters => {}
        Action::Left | Action::Right if shown.chapters => {
            guide.chapter = guide
                .chapter
                .step(if action == Action::Left { -1 } else { 1 });
            guide.scroll = 0;
            guide.row = 0;
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
fn close(state: &mut State) -> bool {
    let guide = &mut state.guide;
    let any = guide.layer.take().is_some();
    if any {
        guide.row = guide.explained;
        guide.scroll = 0;
        guide.chapter = Chapter::default();
    }
    any
}

/// Goes on from a layer or a screen; on a list what is left open counts as no.
fn go_on(state: &mut State) {
    if close(state) {
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
        // Passed over, a chosen question would be chosen again.
        Page::Single(finding)
            if state.guide.part() == Part::Questions
                && state.record.answers().get(finding).is_none() =>
        {
            answering::answer(state, finding, Answer::NotSure);
        }
        _ => walk::forward(state),
    }
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
    } else if review::return_from(state) {
        toggle(state, Layer::Review);
    } else if !walk::backward(state) && state.kiosk.is_none() {
        state.face = Face::Browse;
    }
}
