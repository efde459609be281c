//! Self-checks, step by step: what for, when not, the steps with their
//! countdown, what was seen on each leg, how to read it.
//!
//! What was entered waits in a draft and becomes an answer at the end of the
//! check; only what means an emergency becomes one at once.

mod clock;
mod combine;
mod entering;
mod pages;
mod safe;
mod said;

use std::collections::BTreeMap;
use std::time::Duration;

pub use clock::Clock;
pub use combine::{Given, certain, combine};
pub use entering::is_done;
pub(super) use entering::{by_key, number_kind, rest_not_sure};
use entering::{commit, enter, entered, number, rest, tick, ticked};
pub(super) use pages::{check as check_page, list as list_page};
pub use safe::{Standing, standing, worth};
pub use said::told;

use super::{Effect, Layer, State, walk};
use crate::keys::Action;
use crate::knowledge::schema::{Enter, SelfExam, Side};
use crate::report::words::trimmed;
use tui_input::Input;

/// Check, place in its `enter`, place in that.
type Key = (usize, usize, usize);

/// The self-checks as they stand.
#[derive(Debug, Default)]
pub struct Checks {
    doing: Option<Doing>,
    draft: BTreeMap<Key, Given>,
    told: BTreeMap<Key, Given>,
    /// The first check shown in the list.
    first: usize,
    /// The list shows those that are not for now.
    not_now: bool,
    /// The first line of a long text that is shown.
    pub scroll: usize,
}

#[derive(Debug)]
struct Doing {
    exam: usize,
    at: usize,
    clock: Option<Clock>,
}

/// A screen of a self-check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// What it is for, and what one needs.
    About,
    /// When not to do it.
    Before,
    /// What is not known yet and could stand against it; skipped where all is.
    Know,
    /// What a helper does.
    Helper,
    /// A step, from 0.
    Step(usize),
    /// One thing to enter: place in `enter`, place in that.
    Ask(usize, usize),
    /// Several yes/no findings of one leg, ticked: from, up to, leg.
    Tick(usize, usize, usize),
    /// How to read it.
    Reading,
}

/// What can be chosen in a self-check and in their list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Deed {
    /// Enters this and goes on.
    Enter(Given),
    /// Enters the typed number in this unit and goes on.
    Number(usize),
    /// Ticks a finding of this leg: place in `enter`.
    Tick(usize),
    /// Starts the countdown from the beginning.
    ClockAgain,
    /// Leaves the check.
    Stop,
    /// Back to what was entered.
    Change,
    /// On to the result.
    ToResult,
    /// The next checks of the list.
    More,
    /// Those that are not for now, or the others again.
    NotNow,
}

impl Checks {
    /// The check that is being done.
    pub fn doing(&self) -> Option<usize> {
        self.doing.as_ref().map(|doing| doing.exam)
    }

    /// The countdown of the step.
    pub fn clock(&self) -> Option<Clock> {
        self.doing.as_ref()?.clock
    }

    fn given(&self, told: bool, key: Key) -> Option<Given> {
        let from = if told { &self.told } else { &self.draft };
        from.get(&key).copied()
    }
}

/// What the knowledge base says of a check.
pub(super) fn facts(state: &State, exam: usize) -> Option<&'static SelfExam<'static>> {
    state.engine.knowledge.self_exams.get(exam)
}

/// The screens of a check, in order.
pub fn stages(state: &State, exam: usize) -> Vec<Stage> {
    let words = state.engine.knowledge.words.self_exams.get(exam);
    let (Some(facts), Some(words)) = (facts(state, exam), words) else {
        return vec![Stage::About];
    };
    let mut stages = vec![Stage::About, Stage::Before, Stage::Know];
    if !words.helper.is_empty() {
        stages.push(Stage::Helper);
    }
    stages.extend((0..words.steps.len()).map(Stage::Step));
    let is_either = |at: usize| matches!(facts.enter.get(at), Some(Enter::Either(_)));
    let mut at = 0;
    while let Some(enter) = facts.enter.get(at) {
        let mut end = at;
        while is_either(end) {
            end += 1;
        }
        if end > at + 1 {
            stages.extend((0..Side::BOTH.len()).map(|leg| Stage::Tick(at, end, leg)));
            at = end;
        } else {
            stages.extend((0..enter.slots()).map(|slot| Stage::Ask(at, slot)));
            at += 1;
        }
    }
    stages.push(Stage::Reading);
    stages
}

/// The screen of the check that is being done.
pub fn stage(state: &State) -> Option<(usize, Stage)> {
    let doing = state.guide.checks.doing.as_ref()?;
    let stage = stages(state, doing.exam).get(doing.at).copied()?;
    Some((doing.exam, stage))
}

/// The toes of the touch test.
#[derive(Debug, Clone, PartialEq)]
pub struct Toes {
    /// In the order of the test.
    pub order: &'static [(Side, u8)],
    /// What each felt.
    pub given: Vec<Option<Given>>,
    /// The one whose turn it is.
    pub now: Option<usize>,
}

/// The toes, where the screen is about them.
pub fn toes(state: &State) -> Option<Toes> {
    let (exam, stage) = stage(state)?;
    let enter = &facts(state, exam)?.enter;
    let at = enter
        .iter()
        .position(|enter| matches!(enter, Enter::NotFelt(..)))?;
    let Some(Enter::NotFelt(_, order)) = enter.get(at) else {
        return None;
    };
    let now = match stage {
        Stage::Ask(asked, slot) if asked == at => Some(slot),
        Stage::Step(_) | Stage::Reading => None,
        _ => return None,
    };
    let given = (0..order.len())
        .map(|slot| state.guide.checks.given(false, (exam, at, slot)))
        .collect();
    Some(Toes { order, given, now })
}

/// Begins a check, unless something stands against it.
pub(super) fn begin(state: &mut State, exam: usize) {
    state.guide.checks.doing = Some(Doing {
        exam,
        at: 0,
        clock: None,
    });
    arrive(state);
}

fn leave(state: &mut State) {
    let exam = state.guide.checks.doing.take().map(|doing| doing.exam);
    state.guide.fault = None;
    state.guide.field = Input::default();
    let rows = super::view(state).rows;
    let row = rows
        .iter()
        .position(|row| exam.is_some_and(|exam| row.does == super::Choice::Check(exam)));
    state.guide.row = row.unwrap_or(0);
}

/// Puts cursor, field and countdown in place for the screen.
fn arrive(state: &mut State) {
    state.guide.layer = None;
    state.guide.fault = None;
    state.guide.row = 0;
    state.guide.checks.scroll = 0;
    state.guide.field = Input::default();
    let Some((exam, stage)) = stage(state) else {
        return;
    };
    let seconds = match stage {
        Stage::Step(step) => facts(state, exam).and_then(|facts| {
            let timed = facts.countdowns.iter().find(|(at, _)| *at == step + 1);
            timed.map(|&(_, seconds)| seconds)
        }),
        _ => None,
    };
    if let Some(doing) = &mut state.guide.checks.doing {
        doing.clock = seconds.map(Clock::new);
    }
    if let Stage::Ask(enter, slot) = stage {
        if let Some(Given::Number(value)) = state.guide.checks.given(false, (exam, enter, slot)) {
            state.guide.field = Input::new(trimmed(value));
        }
        let rows = super::view(state).rows;
        state.guide.row = rows
            .iter()
            .position(|row| row.mark.is_chosen())
            .unwrap_or(0);
    }
}

fn go(state: &mut State, at: usize) {
    if let Some(doing) = &mut state.guide.checks.doing {
        doing.at = at;
    }
    arrive(state);
}

/// The next screen of the check; its last question sets the answers.
pub(super) fn forward(state: &mut State) {
    let Some((exam, stage)) = stage(state) else {
        return;
    };
    let Some(at) = state.guide.checks.doing.as_ref().map(|doing| doing.at) else {
        return;
    };
    match standing(state, exam) {
        Standing::Emergency if stage != Stage::Reading => {
            return to_result(state);
        }
        Standing::Against(_) if stage != Stage::Reading => return leave(state),
        _ => {}
    }
    match stage {
        Stage::Reading => return leave(state),
        Stage::Know => safe::rest_no(state, exam),
        Stage::Tick(..) => rest(state, Given::No),
        Stage::Ask(..)
            if number_kind(state).is_some() && !state.guide.field.value().trim().is_empty() =>
        {
            return number(state, 0);
        }
        _ => {}
    }
    next(state, exam, at);
}

/// Goes on, and sets the answers where everything was entered.
fn next(state: &mut State, exam: usize, at: usize) {
    let layer = state.guide.layer.take();
    go(state, at + 1);
    if nothing_to_know(state) {
        go(state, at + 2);
    }
    if matches!(stage(state), Some((_, Stage::Reading))) {
        commit(state, exam);
    }
    if matches!(layer, Some(Layer::Alarm(_))) {
        state.guide.layer = layer;
    }
}

/// One screen back; from the first one to the list.
pub(super) fn backward(state: &mut State) {
    let at = state
        .guide
        .checks
        .doing
        .as_ref()
        .map_or(0, |doing| doing.at);
    let stopped = stage(state).is_some_and(|(exam, stage)| {
        stage != Stage::Reading && standing(state, exam) != Standing::Free
    });
    match at.checked_sub(1) {
        Some(before) if !stopped => {
            go(state, before);
            if nothing_to_know(state) {
                go(state, before.saturating_sub(1));
            }
        }
        _ => leave(state),
    }
}

fn nothing_to_know(state: &State) -> bool {
    matches!(stage(state), Some((exam, Stage::Know)) if safe::unknown(state, exam).ask.is_empty())
}

/// Turns the page of a text that is longer than the screen. False where it is not.
pub(super) fn turn(state: &mut State, action: Action) -> bool {
    let shown = state.hits.detail;
    if !matches!(
        state.guide.page(),
        super::Page::Check(_) | super::Page::Checks
    ) || shown.rows <= shown.height
    {
        return false;
    }
    let scroll = &mut state.guide.checks.scroll;
    let step = shown.height.max(1);
    *scroll = match action == Action::PageDown {
        // Past the end it begins again, so that one key reads it all.
        true if *scroll + step >= shown.rows => 0,
        true => *scroll + step,
        false => scroll.saturating_sub(step),
    };
    true
}

fn to_result(state: &mut State) {
    leave(state);
    walk::forward(state);
}

/// Does what a row says.
pub(super) fn act(state: &mut State, deed: Deed) -> Vec<Effect> {
    match deed {
        Deed::Enter(given) => enter(state, given),
        Deed::Number(unit) => number(state, unit),
        Deed::Tick(enter) => tick(state, enter),
        Deed::ClockAgain => {
            if let Some(Doing {
                clock: Some(clock), ..
            }) = &mut state.guide.checks.doing
            {
                *clock = Clock::new(clock.seconds);
                clock.press(state.now);
            }
        }
        Deed::Stop => leave(state),
        Deed::Change => change(state),
        Deed::ToResult => to_result(state),
        Deed::More => {
            let next = state.guide.checks.first + pages::at_once(state);
            let all = worth(state).len();
            state.guide.checks.first = if next < all { next } else { 0 };
            state.guide.row = 0;
        }
        Deed::NotNow => {
            state.guide.checks.scroll = 0;
            state.guide.checks.not_now = !state.guide.checks.not_now;
            state.guide.row = 0;
        }
    }
    Vec::new()
}

/// Leaves the page of checks that are not for now. False where it was not shown.
pub(super) fn close_not_now(state: &mut State) -> bool {
    std::mem::take(&mut state.guide.checks.not_now)
}

/// Back to the first question of the check.
fn change(state: &mut State) {
    let Some((exam, _)) = stage(state) else {
        return;
    };
    let first = stages(state, exam)
        .iter()
        .position(|stage| matches!(stage, Stage::Ask(..) | Stage::Tick(..)));
    if let Some(at) = first {
        go(state, at);
    }
}

/// Starts, pauses or goes on with the countdown.
pub(super) fn press_clock(state: &mut State) {
    let now = state.now;
    if let Some(clock) = clock_mut(state) {
        clock.press(now);
    }
}

/// Stops the countdown: nobody is watching it.
pub(super) fn pause(state: &mut State) {
    let now = state.now;
    if let Some(clock) = clock_mut(state) {
        clock.pause(now);
    }
}

fn clock_mut(state: &mut State) -> Option<&mut Clock> {
    state.guide.checks.doing.as_mut()?.clock.as_mut()
}

/// The time has moved on.
pub(in crate::app) fn tell_time(state: &mut State) {
    let now = state.now;
    if let Some(clock) = clock_mut(state) {
        clock.tell(now);
    }
}

/// When the screen changes by itself.
pub(in crate::app) fn deadline(state: &State) -> Option<Duration> {
    let clock = state.guide.checks.clock()?;
    clock.deadline(state.now, state.settings.reduced_motion)
}
