//! The walkthrough: emergencies first, then lists to tick, then single
//! questions, then self-checks, then the result.
//!
//! It keeps where a person is; what they answered stands in the record, shared
//! with the browser. [`view`] says what a screen holds, so that every face, the
//! full screen, plain lines and the kiosk, shows the same.

mod act;
mod alarm;
mod answering;
mod asking;
pub mod check;
mod digits;
mod lists;
mod menu;
mod moving;
mod pages;
mod piece;
mod reports;
pub mod result;
mod review;
mod telephone;
mod telling;
mod typing;
mod unsure;
mod view;
mod walk;
mod why;

pub use act::act;
use act::close;
pub use alarm::Sign;
pub(in crate::app) use alarm::check as check_alarm;
pub use digits::{Digits, at_hand, digits, of_action, of_row, window};
pub use lists::{Way, keep, rows_follow, ways};
pub(in crate::app) use lists::{drawn, page_of_rows};
pub use menu::{Under, row};
pub use pages::{List, Page, Part};
pub use piece::Piece;
pub use reports::Reports;
pub use result::Chapter;
pub use typing::typing;
pub(in crate::app) use typing::{key, visitor_key};
pub use view::{Banner, Field, Mark, Row, View, number_fault, place, progress, view};
pub use why::why;

use tui_input::Input;

use super::{Effect, Face, State};
use crate::assessment::Answer;
use crate::keys::Action;
use crate::knowledge::units::UnitFault;

/// Where a person is in the walkthrough.
#[derive(Debug, Default)]
pub struct Guide {
    /// The screens everybody sees, in order.
    plan: Vec<(Part, Page)>,
    /// Screens seen, in order; empty before the first.
    trail: Vec<(Part, Page)>,
    /// Which of them is shown.
    at: usize,
    /// The row the cursor stands on.
    pub row: usize,
    /// Rows of a list that were on the screen, from the first.
    seen: usize,
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
    /// The screen whose last answer brought the emergency that is shown, and how
    /// many changes there were with that answer.
    slip: Option<(usize, usize)>,
    /// How many changes there were when emergencies were last looked for.
    changes: usize,
    /// What brought the emergency that is shown: the next keys may still have
    /// been meant for the screen before it.
    raised_by: Option<Raised>,
    /// On a list to tick, no row was chosen yet: Enter ticks nothing.
    fresh: bool,
    /// A number that is being typed.
    pub field: Input,
    /// What is wrong about it.
    pub fault: Option<UnitFault>,
    /// A number that was asked about: it looks like the digit that goes on.
    doubt: Option<String>,
    /// The self-checks.
    pub checks: check::Checks,
    /// Results of tests, while they are being entered.
    reports: Option<Reports>,
}

/// A key that brought an emergency.
#[derive(Debug, Clone, Copy)]
struct Raised {
    key: crate::keys::Key,
    /// When it was last pressed.
    at: std::time::Duration,
    /// No key came after it.
    fresh: bool,
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
    /// What else can be done here.
    Menu(Box<Under>),
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
    /// Enters the result of a test.
    Report(usize),
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
        if let Some(reports) = &self.reports {
            return reports.page();
        }
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

    /// Whether the cursor of a list stands on no row yet.
    pub fn at_no_row(&self) -> bool {
        self.fresh && self.layer.is_none()
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

/// Chooses a row of the screen, as a key, a click or a typed number does.
pub fn choose(state: &mut State, row: usize) -> Vec<Effect> {
    let Some(choice) = view(state).rows.get(row).map(|row| row.does) else {
        return Vec::new();
    };
    // What is chosen from the menu is done on the screen below it.
    if let (Some(Layer::Menu(_)), Choice::Act(action)) = (&state.guide.layer, choice) {
        close(state);
        return act(state, action);
    }
    state.guide.row = row;
    state.guide.fresh = false;
    take(state, choice)
}

/// Does what a row does.
pub fn take(state: &mut State, choice: Choice) -> Vec<Effect> {
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
        Choice::Report(finding) => reports::enter(state, finding),
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
