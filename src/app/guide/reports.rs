//! Results of tests that somebody has in hand: asked once, passed over with one
//! key, entered one at a time.

use super::view::{Mark, Row, View, act, part};
use super::{Choice, Layer, Page, Part, State, walk};
use crate::assessment::Answer;
use crate::keys::Action;
use crate::knowledge::schema::AskedOf;
use crate::report::words::answer_phrase;

/// Results, while they are being entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reports {
    /// What can be entered, in the order it was first shown: nothing moves
    /// while one types.
    offered: Vec<usize>,
    /// What is being entered.
    entering: Option<usize>,
}

impl Reports {
    /// The screen.
    pub fn page(&self) -> Page {
        self.entering.map_or(Page::Reports, Page::Single)
    }
}

/// Everything a report can say, what would tell most first.
fn offered(state: &State) -> Vec<usize> {
    let knowledge = state.engine.knowledge;
    let all = knowledge
        .categories
        .iter()
        .filter(|category| category.asked_of == AskedOf::TestResult)
        .flat_map(|category| category.findings.clone());
    let all: Vec<usize> = all.collect();
    let telling = state
        .assessment
        .tests
        .iter()
        .filter_map(|advice| knowledge.tests.get(advice.test))
        .flat_map(|test| &test.sets)
        .filter_map(|id| knowledge.finding(id))
        .filter(|finding| all.contains(finding));
    let mut order = Vec::new();
    for finding in telling.chain(all.iter().copied()) {
        if !order.contains(&finding) {
            order.push(finding);
        }
    }
    order
}

/// The way to them, where it may be taken: after the emergency questions.
pub(super) fn offer(state: &State) -> Option<Action> {
    let free = state.guide.reports.is_none() && state.guide.part() > Part::Emergency;
    free.then_some(Action::EnterResults)
}

/// Shows what can be entered.
pub(super) fn open(state: &mut State) {
    let alarm = matches!(state.guide.layer, Some(Layer::Alarm(_)));
    if alarm || offer(state).is_none() || state.guide.checks.doing().is_some() {
        return;
    }
    super::close(state);
    state.guide.layer = None;
    state.guide.reports = Some(Reports {
        offered: offered(state),
        entering: None,
    });
    walk::settle(state);
}

/// Enters one.
pub(super) fn enter(state: &mut State, finding: usize) {
    if let Some(reports) = &mut state.guide.reports {
        reports.entering = Some(finding);
    }
    walk::settle(state);
}

/// One step back: to the list, or to the screen it lies over. False where
/// nothing is being entered.
pub(super) fn back(state: &mut State) -> bool {
    let Some(reports) = &mut state.guide.reports else {
        return false;
    };
    match reports.entering.take() {
        Some(finding) => {
            let row = reports.offered.iter().position(|it| *it == finding);
            walk::settle(state);
            state.guide.row = row.unwrap_or(0);
        }
        None => {
            state.guide.reports = None;
            walk::settle(state);
        }
    }
    true
}

/// One step on: to the list, or past the question. False where nothing is being
/// entered.
pub(super) fn forward(state: &mut State) -> bool {
    let listed = state.guide.page() == Page::Reports;
    if !back(state) {
        return false;
    }
    if listed && state.guide.page() == Page::AskReports {
        walk::forward(state);
    }
    true
}

/// Puts them away.
pub(super) fn put_away(state: &mut State) {
    state.guide.reports = None;
}

/// Whether there are any.
pub(super) fn question(state: &State) -> View {
    let any = !said(state).is_empty();
    let mut actions = vec![Action::Back, Action::GoOn, Action::EnterResults];
    actions.extend([
        Action::WhyAsked,
        Action::SoFar,
        Action::Review,
        Action::Leave,
        Action::Help,
    ]);
    View {
        heading: state.language.say("guide-part-reports"),
        question: state.language.say("guide-reports"),
        text: vec![state.language.say("guide-reports-text")],
        rows: vec![
            act(state, "guide-reports-no", Action::GoOn),
            Row {
                mark: Mark::chosen(any),
                ..act(state, "guide-reports-yes", Action::EnterResults)
            },
        ],
        actions,
        ..View::default()
    }
}

/// What can be entered.
pub(super) fn list(state: &State) -> View {
    let answers = state.record.answers();
    let all = state.guide.reports.iter().flat_map(|it| &it.offered);
    let rows = all
        .filter_map(|&finding| {
            let words = state.engine.knowledge.words.findings.get(finding)?;
            let given = answers.get(finding);
            let (label, mark) = match given {
                None => (words.label.to_owned(), Mark::Open),
                Some(Answer::NotSure) => (words.label.to_owned(), Mark::NotSure),
                given => (answer_phrase(state.engine, finding, given), Mark::Yes),
            };
            Some(Row {
                label,
                mark,
                note: words.help.to_owned(),
                does: Choice::Report(finding),
            })
        })
        .collect();
    View {
        heading: part(state),
        question: state.language.say("guide-reports-which"),
        text: vec![state.language.say("guide-reports-how")],
        rows,
        listed: true,
        on: state.language.say("guide-reports-done"),
        actions: vec![
            Action::GoOn,
            Action::Back,
            Action::PageDown,
            Action::WhyAsked,
            Action::SoFar,
            Action::Review,
            Action::Leave,
            Action::Help,
        ],
        ..View::default()
    }
}

/// The results entered so far, as short phrases.
pub(super) fn said(state: &State) -> Vec<String> {
    let answers = state.record.answers();
    offered(state)
        .into_iter()
        .filter_map(|finding| {
            let given = answers.get(finding)?;
            Some(answer_phrase(state.engine, finding, Some(given)))
        })
        .collect()
}
