//! Browsing: signs, causes, and a page about whatever is selected.

mod care;
pub mod causes;
pub mod detail;
mod giving;
pub mod pages;
pub mod signs;

pub use causes::{CauseRow, Causes};
pub use detail::{Detail, Page};
pub use pages::{Piece, Tab};
pub use signs::{Editing, SignRow, Signs};

pub(super) use giving::pasted;
pub(super) use signs::settle;

use super::{Effect, Pane, State, over};
use crate::assessment::Answer;
use crate::keys::{Action, Key, Scope};
use crate::knowledge::Entry;

/// Everything of the browser that is not an answer.
#[derive(Debug, Default)]
pub struct Browse {
    /// The pane with the focus.
    pub pane: Pane,
    /// What you notice.
    pub signs: Signs,
    /// Possible causes.
    pub causes: Causes,
    /// The page.
    pub detail: Detail,
}

/// Whether the page on the screen shows what a sketch of the assessment leaves out.
pub(super) fn shows_all_of_the_assessment(state: &State) -> bool {
    let page = detail::current(state);
    let cause = matches!(page.entry, Entry::Cause(_));
    !cause || !matches!(page.tab, Tab::Overview | Tab::Sources)
}

/// A key while browsing.
pub(super) fn key(state: &mut State, key: Key) -> Vec<Effect> {
    if giving::typed(state, key) {
        return Vec::new();
    }
    if state.browse.pane == Pane::Detail
        && let Some(tab) = key.types().and_then(|digit| digit.to_digit(10))
        && detail::to_tab(state, tab as usize)
    {
        return Vec::new();
    }
    let scopes: &[Scope] = if asks(state) {
        &[
            Scope::Everywhere,
            Scope::Moving,
            Scope::Browse,
            Scope::Signs,
        ]
    } else {
        &[Scope::Everywhere, Scope::Moving, Scope::Browse]
    };
    match state.bindings.action(key, scopes) {
        Some(action) => super::act(state, action),
        None => {
            does_nothing(state, key);
            Vec::new()
        }
    }
}

/// Whether a question has the focus: in the list, or on its own page.
fn asks(state: &State) -> bool {
    match state.browse.pane {
        Pane::Signs => true,
        Pane::Causes => false,
        Pane::Detail => asked_on_page(state).is_some(),
    }
}

/// The finding whose page has the focus, where it can be answered there.
pub fn asked_on_page(state: &State) -> Option<usize> {
    let Entry::Finding(finding) = detail::current(state).entry else {
        return None;
    };
    let facts = state.engine.knowledge.findings.get(finding)?;
    (state.browse.pane == Pane::Detail && facts.parts.is_empty()).then_some(finding)
}

/// Says that a letter does nothing here; for the one that leaves other programs,
/// how to leave this one.
fn does_nothing(state: &mut State, key: Key) {
    let said = match key.types() {
        Some('q' | 'Q') => {
            let quit = state.bindings.shown(Action::Quit);
            state.language.with("quit-how", &[("quit", &quit)])
        }
        Some(_) => {
            let help = state.bindings.shown(Action::Help);
            let places = [("key", key.to_string()), ("help", help)];
            let [key, help] = places.each_ref().map(|(name, key)| (*name, key.as_str()));
            state.language.with("key-does-nothing", &[key, help])
        }
        None => return,
    };
    state.notice = Some(said);
}

/// An action while browsing, by key or by mouse.
pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::NextPane => focus(state, next(state.browse.pane)),
        Action::PreviousPane => focus(state, next(next(state.browse.pane))),
        Action::Undo => {
            if !state.record.undo() {
                state.tell("nothing-to-undo");
            }
            state.reassess();
        }
        Action::Redo => {
            if !state.record.redo() {
                state.tell("nothing-to-redo");
            }
            state.reassess();
        }
        Action::StartOver => over::ask_start_over(state),
        Action::Filter => signs::start_filter(state),
        Action::AnsweredOnly => signs::toggle_answered_only(state),
        Action::Examiner => {
            state.examiner = !state.examiner;
            state.tell(if state.examiner {
                "examiner-on"
            } else {
                "examiner-off"
            });
            state.reassess();
            signs::settle(state);
        }
        Action::Search => over::open_search(state),
        Action::NextQuestion => {
            let next = state.assessment.next.as_ref().ok();
            match next.map(|question| question.finding) {
                Some(finding) => show_finding(state, finding),
                None => state.tell("no-question-left"),
            }
        }
        Action::Urgency => urgency(state),
        Action::PageBack => detail::back(state),
        Action::PageForward => detail::forward(state),
        Action::Save => over::ask_save(state),
        Action::OpenFile => over::ask_open(state),
        Action::Back => back(state),
        _ => match state.browse.pane {
            Pane::Signs => signs::act(state, action),
            Pane::Causes => causes::act(state, action),
            Pane::Detail => detail::act(state, action),
        },
    }
    Vec::new()
}

/// Opens what decides the urgency: the red flag, or the likely cause.
fn urgency(state: &mut State) {
    use crate::knowledge::Entry;
    let triage = &state.assessment.triage;
    let rule = triage
        .fired
        .iter()
        .find(|fired| fired.urgency == triage.urgency);
    match (rule, triage.because_of_cause) {
        (Some(fired), _) => open(state, Entry::Rule(fired.rule)),
        (None, Some(cause)) => open(state, Entry::Cause(cause)),
        (None, None) => {
            let open = triage.open_screening.len().to_string();
            state.notice = Some(state.language.with("no-alarm-so-far", &[("n", &open)]));
        }
    }
}

const fn next(pane: Pane) -> Pane {
    match pane {
        Pane::Signs => Pane::Causes,
        Pane::Causes => Pane::Detail,
        Pane::Detail => Pane::Signs,
    }
}

/// Puts the focus on a pane.
pub(super) fn focus(state: &mut State, pane: Pane) {
    state.browse.signs.stop_typing();
    state.browse.pane = pane;
}

/// One step back: out of what is open, then towards the signs; never out of the
/// program.
fn back(state: &mut State) {
    match state.browse.pane {
        Pane::Detail if !state.browse.detail.opened.is_empty() => detail::back(state),
        Pane::Detail => focus(state, Pane::Causes),
        Pane::Causes => focus(state, Pane::Signs),
        Pane::Signs => signs::back(state),
    }
}

/// Puts the cursor of the signs on a finding, wherever it is hidden.
pub(super) fn show_finding(state: &mut State, finding: usize) {
    focus(state, Pane::Signs);
    signs::show(state, finding);
}

/// Opens the page of an entry and goes there.
pub(super) fn open(state: &mut State, entry: crate::knowledge::Entry) {
    detail::open(state, entry);
    focus(state, Pane::Detail);
}

/// A click on something of the browser.
pub(super) fn click(state: &mut State, target: &super::Target) -> Vec<Effect> {
    use super::Target;
    match *target {
        Target::Pane(pane) => focus(state, pane),
        Target::Row(Pane::Signs, row) => {
            focus(state, Pane::Signs);
            signs::to_row(state, row);
            giving::cycle(state);
        }
        Target::Mark(row) => {
            focus(state, Pane::Signs);
            signs::to_row(state, row);
            giving::cycle(state);
        }
        Target::Row(Pane::Causes, row) => {
            focus(state, Pane::Causes);
            if causes::to_row(state, row) {
                causes::act(state, Action::Open);
            }
        }
        Target::Row(Pane::Detail, _) => focus(state, Pane::Detail),
        Target::Tab(tab) => {
            focus(state, Pane::Detail);
            detail::to_tab(state, tab + 1);
        }
        Target::Link(entry) => open(state, entry),
        Target::Do(action) => return super::act(state, action),
        Target::Zone(_) | Target::Over(_) | Target::Finish | Target::Staff => {}
    }
    Vec::new()
}

/// The wheel over a pane.
pub(super) fn wheel(state: &mut State, pane: Pane, down: bool) {
    let action = if down { Action::Down } else { Action::Up };
    match pane {
        Pane::Signs => signs::act(state, action),
        Pane::Causes => causes::act(state, action),
        Pane::Detail => detail::scroll(state, down, 3),
    }
}

/// The finding the cursor points at, if it is still open and can be answered yes or no or by level.
pub fn pointed(state: &State) -> Option<usize> {
    let finding = match state.browse.signs.at {
        SignRow::Sign(finding) | SignRow::Choice(finding, _) => Some(finding),
        SignRow::Group(_) | SignRow::Nothing => None,
    };
    finding.filter(|&finding| {
        state.browse.pane == Pane::Signs && state.record.answers().get(finding).is_none()
    })
}

/// Answers a finding; the same answer once more takes it back.
fn toggle(state: &mut State, finding: usize, answer: Answer) {
    let before = state.record.answers().get(finding);
    let again = before == Some(answer);
    state.answer(finding, (!again).then_some(answer));
    // A key pressed by mistake must not change an answer unseen.
    if before.is_some() {
        let entry = crate::knowledge::Entry::Finding(finding);
        let now = state.record.answers().get(finding);
        let said = match now {
            Some(_) => crate::report::words::answer_phrase(state.engine, finding, now),
            None => state.engine.knowledge.name(entry).to_owned(),
        };
        let key = if now.is_some() {
            "changed"
        } else {
            "taken-back"
        };
        let undo = state.bindings.shown(Action::Undo);
        state.notice = Some(
            state
                .language
                .with(key, &[("answer", &said), ("undo", &undo)]),
        );
    }
}
