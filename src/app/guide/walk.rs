//! From screen to screen, forwards and back, without losing anything.

use tui_input::Input;

use super::{Chapter, Guide, Page, Part, State, pages, reports, review, view};
use crate::assessment::Answer;
use crate::assessment::question::{Asking, Question, Stop, next_adaptive};
use crate::knowledge::Urgency;
use crate::report::words::trimmed;

/// The first screen.
pub(super) fn begin(state: &mut State) {
    state.guide.plan = pages::fixed(state.engine, state.kiosk.is_some());
    state.guide.trail = vec![(Part::Start, Page::Start)];
    arrive(state, 0);
}

/// The screen after this one: one that was seen already, or a new one.
pub(super) fn forward(state: &mut State) {
    if reports::forward(state) || review::return_from(state) {
        return;
    }
    let next = state.guide.at + 1;
    if next < state.guide.trail.len() {
        arrive(state, next);
    } else if let Some((part, page)) = after(state) {
        show(state, part, page);
    }
}

/// Shows a screen after this one; screens seen further on stay where they are
/// unless this one is new.
pub(super) fn show(state: &mut State, part: Part, page: Page) {
    let guide = &mut state.guide;
    if let Page::Single(finding) = page
        && part == Part::Questions
    {
        guide.asked.push(finding);
    }
    let next = guide.at + 1;
    if guide.trail.get(next) != Some(&(part, page)) {
        guide
            .trail
            .insert(next.min(guide.trail.len()), (part, page));
    }
    arrive(state, next);
}

/// The screen before this one. False on the first.
pub(super) fn backward(state: &mut State) -> bool {
    let Some(before) = state.guide.at.checked_sub(1) else {
        return false;
    };
    arrive(state, before);
    true
}

/// Puts the cursor on what was answered here before.
pub(super) fn arrive(state: &mut State, at: usize) {
    state.guide.at = at;
    settle(state);
}

/// The same for the screen that is shown already.
pub(super) fn settle(state: &mut State) {
    state.guide.layer = None;
    state.guide.fault = None;
    state.guide.doubt = None;
    state.guide.slip = None;
    state.guide.fresh = matches!(state.guide.page(), Page::Ticks(_));
    state.guide.row = 0;
    state.guide.seen = 0;
    state.guide.scroll = 0;
    state.guide.explained = 0;
    state.guide.chapter = Chapter::default();
    let given = match state.guide.page() {
        Page::Single(finding) => state.record.answers().get(finding),
        _ => None,
    };
    state.guide.field = match given {
        Some(Answer::Number(value)) => Input::new(trimmed(value)),
        _ => Input::default(),
    };
    let chosen = view(state).rows.iter().position(|row| row.mark.is_chosen());
    if let Some(row) = chosen
        && matches!(
            state.guide.page(),
            Page::Whom | Page::Single(_) | Page::Check(_)
        )
    {
        state.guide.row = row;
    }
}

/// The screen that follows the last one seen.
fn after(state: &State) -> Option<(Part, Page)> {
    let plan = &state.guide.plan;
    let last = state.guide.trail.last();
    if let Some(at) = plan.iter().position(|page| Some(page) == last)
        && let Some(&next) = plan
            .iter()
            .skip(at + 1)
            .find(|(_, page)| concerns(state, page))
    {
        return Some(next);
    }
    match last.map(|&(part, page)| (part, page)) {
        Some((Part::Result, _)) => None,
        Some((Part::Checks, _)) => Some((Part::Result, Page::Result)),
        _ => Some(match question(state) {
            Ok(question) => (Part::Questions, Page::Single(question.finding)),
            Err(_) if checks_help(state) => (Part::Checks, Page::Checks),
            Err(_) => (Part::Result, Page::Result),
        }),
    }
}

fn concerns(state: &State, page: &Page) -> bool {
    match page {
        Page::Single(finding) => pages::concerns(state.engine, state.record.answers(), *finding),
        _ => true,
    }
}

/// Whether there is any self-check to offer: none in an emergency.
fn checks_help(state: &State) -> bool {
    state.assessment.triage.urgency < Urgency::Now && !state.assessment.self_exams.is_empty()
}

/// The next question the program would choose, or why it stops.
///
/// # Errors
/// The reason to stop asking.
pub(super) fn question(state: &State) -> Result<Question, Stop> {
    // What was passed over is not asked a second time, nor what makes no sense.
    let mut answers = state.record.answers().clone();
    for &(_, page) in state.guide.plan.iter().chain(&state.guide.trail) {
        if let Page::Single(finding) = page
            && answers.get(finding).is_none()
        {
            answers.set(finding, Answer::NotSure);
        }
    }
    next_adaptive(
        state.engine,
        &answers,
        Asking {
            examiner: state.examiner,
            self_checks: false,
            topic: topic(state),
            asked: state.guide.asked.len(),
        },
    )
}

/// The category just asked about.
fn topic(state: &State) -> Option<usize> {
    let last = *state.guide.asked.last()?;
    let categories = &state.engine.knowledge.categories;
    categories
        .iter()
        .position(|category| category.findings.contains(&last))
}

/// Where one is in words: the part, and the screen in it. The number of screens
/// is said only where it is known, so that it never jumps.
pub(super) fn place(state: &State) -> String {
    let Guide {
        plan, trail, at, ..
    } = &state.guide;
    let here = state.guide.part();
    let part = Part::ALL.iter().position(|it| *it == here).unwrap_or(0) + 1;
    let page = trail
        .iter()
        .take(at + 1)
        .filter(|(it, _)| *it == here)
        .count();
    let pages = plan.iter().filter(|(it, _)| *it == here).count();
    let words = match here {
        Part::Start | Part::Emergency | Part::Ticks => "guide-place-of",
        Part::Questions => "guide-place-question",
        Part::Checks | Part::Result => "guide-place",
    };
    state.language.with(
        words,
        &[
            ("part", &part.to_string()),
            ("parts", &Part::ALL.len().to_string()),
            ("at", &page.max(1).to_string()),
            ("of", &pages.max(page).to_string()),
        ],
    )
}

/// Where one is, and how many screens there are at most. The second number
/// only ever shrinks, so the share of the way that is done never does.
pub(super) fn so_far(state: &State) -> (usize, usize) {
    let Guide {
        plan,
        trail,
        at,
        asked,
        ..
    } = &state.guide;
    let settings = &state.engine.knowledge.settings;
    let most = settings.stopping.most_questions;
    let ended = trail.iter().any(|(part, _)| *part > Part::Questions);
    let total = if ended {
        // The checks screen and the result are still to come or seen.
        let seen = trail.len();
        let result = trail.iter().any(|(part, _)| *part == Part::Result);
        seen + usize::from(!result)
    } else {
        plan.len() + most.max(asked.len()) + 2
    };
    (at + 1, total.max(at + 1))
}
