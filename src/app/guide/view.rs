//! What a screen of the walkthrough holds, for any face.

use super::piece::Piece;
use super::{
    Choice, Layer, Page, Part, State, alarm, asking, check, menu, reports, review, telling, walk,
    why,
};
use crate::assessment::Answer;
use crate::keys::Action;
use crate::knowledge::Urgency;
use crate::knowledge::schema::{AnswerKind, NumberKind};
use crate::knowledge::units::UnitFault;
use crate::report::words::{headline, trimmed};

/// A screen of the walkthrough.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct View {
    /// The topic, in a few words.
    pub heading: String,
    /// The question, or the title.
    pub question: String,
    /// Paragraphs below it; where there is a body, the same as plain lines.
    pub text: Vec<String>,
    /// A page to read, in pieces.
    pub body: Vec<Piece>,
    /// What can be chosen, from 1.
    pub rows: Vec<Row>,
    /// A list that may be longer than the screen: some rows at a time, and
    /// digits of their own for the next ones and for going on.
    pub listed: bool,
    /// Where a number is typed.
    pub field: Option<Field>,
    /// Where a countdown stands, below the text.
    pub time: Option<String>,
    /// Paragraphs below the rows, for a face that has room; a row leads there too.
    pub below: Vec<String>,
    /// What else can be done here.
    pub actions: Vec<Action>,
    /// What going on means here, in words, if that is not plain.
    pub on: String,
    /// The page has chapters, which Left and Right turn.
    pub chapters: bool,
    /// How urgent it is so far, once a red flag or a likely cause says so.
    pub banner: Option<Banner>,
    /// It is about an emergency.
    pub alarm: bool,
}

impl View {
    /// The row that does what an action does.
    pub fn row_of(&self, action: Action) -> Option<usize> {
        let does = Choice::Act(action);
        self.rows.iter().position(|row| row.does == does)
    }

    /// A list whose rows are explained.
    pub fn explained(&self) -> bool {
        self.listed && self.rows.iter().any(|row| !row.note.is_empty())
    }

    /// Whether rows are ticked, as many as apply; else one of them is chosen.
    pub fn ticked(&self) -> bool {
        let tick = |row: &Row| matches!(row.does, Choice::Tick(_));
        self.listed && self.rows.iter().any(tick)
    }
}

/// How urgent it is so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// The class.
    pub urgency: Urgency,
    /// What to do, in one sentence.
    pub said: String,
    /// Why.
    pub because: String,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it says.
    pub label: String,
    /// What stands in front of it.
    pub mark: Mark,
    /// More about it, for whoever wants to know.
    pub note: String,
    /// What choosing it does.
    pub does: Choice,
}

/// The mark of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// None.
    #[default]
    Open,
    /// Yes, or the one that was chosen.
    Yes,
    /// No.
    No,
    /// Not sure.
    NotSure,
}

impl Mark {
    /// Whether this row was chosen before.
    pub fn is_chosen(self) -> bool {
        self == Self::Yes
    }

    pub(super) fn of(answer: Option<Answer>) -> Self {
        match answer {
            Some(Answer::YesNo(true)) => Self::Yes,
            Some(Answer::YesNo(false)) => Self::No,
            Some(Answer::NotSure) => Self::NotSure,
            _ => Self::Open,
        }
    }

    pub(super) fn chosen(chosen: bool) -> Self {
        if chosen { Self::Yes } else { Self::Open }
    }
}

/// A number that is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// What was typed.
    pub typed: String,
    /// What can be typed.
    pub hint: String,
    /// What is wrong about it.
    pub fault: Option<String>,
}

/// Where one is, and how many screens there are at most.
pub fn progress(state: &State) -> (usize, usize) {
    walk::so_far(state)
}

/// Where one is, in words.
pub fn place(state: &State) -> String {
    walk::place(state)
}

/// The finding whose number is typed on this screen.
pub(super) fn field_finding(state: &State) -> Option<usize> {
    match (&state.guide.layer, state.guide.page()) {
        (None, Page::Single(finding)) => {
            matches!(state.kind(finding), Some(AnswerKind::Number(_))).then_some(finding)
        }
        _ => None,
    }
}

/// Whether a number is typed on this screen.
pub(super) fn has_field(state: &State) -> bool {
    let in_check = state.guide.layer.is_none() && matches!(state.guide.page(), Page::Check(_));
    field_finding(state).is_some() || (in_check && check::number_kind(state).is_some())
}

/// What the screen holds.
pub fn view(state: &State) -> View {
    of(state, state.guide.layer.as_ref(), state.guide.explained)
}

/// What the screen holds with this layer over it, opened at a row.
pub(super) fn of(state: &State, layer: Option<&Layer>, explained: usize) -> View {
    let mut view = match layer {
        Some(Layer::Alarm(signs)) => telling::emergency(state, signs),
        Some(Layer::SoFar) => telling::result(state, true),
        Some(Layer::Review) => review::view(state),
        Some(Layer::Why) => telling::told(state, "guide-why", vec![why(state)]),
        Some(Layer::Meaning) => {
            telling::told(state, "guide-meaning", telling::meaning(state, explained))
        }
        Some(Layer::Menu(under)) => menu::view_of(state, under),
        None => page(state),
    };
    menu::add(state, &mut view);
    if !view.alarm && !view.chapters {
        view.banner = banner(state);
    }
    view
}

pub(super) fn page(state: &State) -> View {
    match state.guide.page() {
        Page::Start => asking::start(state),
        Page::Whom => asking::whom(state),
        Page::Single(finding) => asking::single(state, finding),
        Page::Ticks(list) => asking::ticks(state, list),
        Page::AskReports => reports::question(state),
        Page::Reports => reports::list(state),
        Page::Checks => check::list_page(state, part(state)),
        Page::Check(exam) => check::check_page(state, exam),
        Page::Result => telling::result(state, false),
    }
}

/// The urgency so far, with its first reason.
fn banner(state: &State) -> Option<Banner> {
    let triage = &state.assessment.triage;
    let words = &state.engine.knowledge.words.rules;
    let fired = triage
        .fired
        .iter()
        .find(|fired| fired.urgency == triage.urgency)
        .and_then(|fired| words.get(fired.rule))
        .map(|words| words.because.to_owned());
    // A likely cause speaks up only from "within days".
    let likely = triage
        .because_of_cause
        .filter(|_| triage.urgency >= Urgency::Days)
        .map(|cause| alarm::because(state, super::Sign::Cause(cause)));
    let because = fired.or(likely)?;
    let said = if triage.urgency == Urgency::Now {
        let number = &state.emergency_number;
        state
            .language
            .with("guide-alarm-call", &[("number", number)])
    } else {
        let what = headline(triage.urgency).to_lowercase();
        state.language.with("guide-banner", &[("what", &what)])
    };
    Some(Banner {
        urgency: triage.urgency,
        said,
        because,
    })
}

/// A row that does what an action does.
pub(super) fn act(state: &State, key: &str, action: Action) -> Row {
    Row {
        label: state.language.say(key),
        mark: Mark::Open,
        note: String::new(),
        does: Choice::Act(action),
    }
}

/// The name of the part of the walkthrough.
pub(super) fn part(state: &State) -> String {
    if state.guide.reports.is_some() {
        return state.language.say("guide-part-reports");
    }
    state.language.say(match state.guide.part() {
        Part::Start => "guide-part-start",
        Part::Emergency => "guide-part-emergency",
        Part::Ticks => "guide-part-ticks",
        Part::Questions => "guide-part-questions",
        Part::Checks => "guide-part-checks",
        Part::Result => "guide-part-result",
    })
}

/// What choosing a unit takes: the number as typed, in this unit.
pub(super) fn number_label(state: &State, unit: &str) -> String {
    let typed = state.guide.field.value().trim();
    let number = if typed.is_empty() { "__" } else { typed };
    let places = [("number", number), ("unit", unit)];
    state.language.with("guide-number-row", &places)
}

/// Where a number is typed, with what it may be and what is wrong about it.
pub(super) fn number_field(state: &State, kind: &NumberKind<'_>) -> Field {
    let (low, high) = (trimmed(kind.range.0), trimmed(kind.range.1));
    let places = [("low", &*low), ("high", &*high), ("unit", kind.unit)];
    let typed = state.guide.field.value();
    let fault = state.guide.fault.as_ref().map(|fault| match fault {
        UnitFault::Impossible { possible_as, .. } if possible_as.is_empty() => {
            state.language.with("guide-number-range", &places)
        }
        fault => number_fault(state, fault),
    });
    let doubt = state.guide.doubt.as_deref() == Some(typed.trim());
    let sure = || {
        state
            .language
            .with("guide-number-sure", &[("number", typed.trim())])
    };
    let hint = if kind.also.is_empty() {
        "guide-number-hint"
    } else {
        "guide-number-hint-units"
    };
    Field {
        typed: typed.to_owned(),
        hint: state.language.with(hint, &places),
        fault: fault.or_else(|| doubt.then(sure)),
    }
}

/// What is wrong about a number.
pub fn number_fault(state: &State, fault: &UnitFault) -> String {
    match fault {
        UnitFault::NotANumber => state.language.say("number-none"),
        UnitFault::UnitNeeded => state.language.say("number-needs-unit"),
        UnitFault::UnknownUnit(unit) => {
            let shown: String = unit.chars().take(40).collect();
            state
                .language
                .with("number-unknown-unit", &[("unit", &shown)])
        }
        UnitFault::Impossible { possible_as, .. } if !possible_as.is_empty() => {
            let readings = possible_as.join(", ");
            state
                .language
                .with("number-meant", &[("readings", &readings)])
        }
        UnitFault::Impossible { .. } => state.language.say("number-impossible"),
    }
}
