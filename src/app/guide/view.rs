//! What a screen of the walkthrough holds, for any face.

use super::piece::{Piece, plain};
use super::{
    Chapter, Choice, Layer, Page, Part, State, Whom, alarm, check, pages, pages::List, result,
    review, walk, why,
};
use crate::assessment::Answer;
use crate::keys::Action;
use crate::knowledge::Urgency;
use crate::knowledge::schema::AnswerKind;
use crate::knowledge::units::{UnitFault, units};
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
    /// The rows are ticked, as many as apply; else one of them is chosen.
    pub ticks: bool,
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
    let mut view = match &state.guide.layer {
        Some(Layer::Alarm(signs)) => emergency(state, signs),
        Some(Layer::SoFar) => result(state, true),
        Some(Layer::Review) => review::view(state),
        Some(Layer::Why) => told(state, "guide-why", vec![why(state)]),
        Some(Layer::Meaning) => told(state, "guide-meaning", meaning(state)),
        None => page(state),
    };
    if !view.alarm && !view.chapters {
        view.banner = banner(state);
    }
    view
}

fn page(state: &State) -> View {
    match state.guide.page() {
        Page::Start => start(state),
        Page::Whom => whom(state),
        Page::Single(finding) => single(state, finding),
        Page::Ticks(list) => ticks(state, list),
        Page::Checks => check::list_page(state, part(state)),
        Page::Check(exam) => check::check_page(state, exam),
        Page::Result => result(state, false),
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

fn start(state: &State) -> View {
    let say = |key: &str| {
        let number = &state.emergency_number;
        state.language.with(key, &[("number", number)])
    };
    let body = vec![
        Piece::Warning(say("guide-start-emergency")),
        Piece::Text(say("guide-start-what")),
        Piece::Text(say("guide-start-not")),
    ];
    View {
        heading: say("guide-title"),
        question: say("guide-start-title"),
        text: plain(&body),
        body,
        rows: vec![act(state, "guide-begin", Action::GoOn)],
        actions: vec![Action::GoOn, Action::Leave, Action::Help],
        ..View::default()
    }
}

fn whom(state: &State) -> View {
    View {
        heading: state.language.say("guide-part-start"),
        question: state.language.say("guide-whom"),
        rows: [
            (Whom::Myself, "guide-whom-myself"),
            (Whom::Another, "guide-whom-another"),
        ]
        .map(|(whom, key)| Row {
            label: state.language.say(key),
            mark: Mark::chosen(state.guide.whom == Some(whom)),
            note: String::new(),
            does: Choice::Whom(whom),
        })
        .into(),
        actions: vec![Action::Back, Action::GoOn, Action::Leave, Action::Help],
        ..View::default()
    }
}

fn act(state: &State, key: &str, action: Action) -> Row {
    Row {
        label: state.language.say(key),
        mark: Mark::Open,
        note: String::new(),
        does: Choice::Act(action),
    }
}

/// The name of the part of the walkthrough.
fn part(state: &State) -> String {
    state.language.say(match state.guide.part() {
        Part::Start => "guide-part-start",
        Part::Emergency => "guide-part-emergency",
        Part::Ticks => "guide-part-ticks",
        Part::Questions => "guide-part-questions",
        Part::Checks => "guide-part-checks",
        Part::Result => "guide-part-result",
    })
}

fn single(state: &State, finding: usize) -> View {
    let words = &state.engine.knowledge.words.findings;
    let Some(words) = words.get(finding) else {
        return View::default();
    };
    let given = state.record.answers().get(finding);
    let mut rows = Vec::new();
    let mut field = None;
    let answer = |key: String, answer: Answer| Row {
        label: key,
        mark: Mark::chosen(given == Some(answer)),
        note: String::new(),
        does: Choice::Answer(finding, answer),
    };
    match state.kind(finding) {
        Some(AnswerKind::YesNo(_)) => {
            for (key, value) in [("guide-yes", true), ("guide-no", false)] {
                rows.push(answer(state.language.say(key), Answer::YesNo(value)));
            }
        }
        Some(AnswerKind::OneOf(_)) => {
            for (level, (_, label)) in words.levels.iter().enumerate() {
                rows.push(answer((*label).to_owned(), Answer::Level(level)));
            }
        }
        Some(AnswerKind::Number(kind)) => {
            field = Some(Field {
                typed: state.guide.field.value().to_owned(),
                hint: state.language.with(
                    "guide-number-hint",
                    &[
                        ("low", &trimmed(kind.range.0)),
                        ("high", &trimmed(kind.range.1)),
                        ("unit", kind.unit),
                    ],
                ),
                fault: state.guide.fault.as_ref().map(|fault| wrong(state, fault)),
            });
            for (at, unit) in units(kind).into_iter().enumerate() {
                rows.push(Row {
                    label: state.language.with("guide-number-row", &[("unit", unit)]),
                    mark: Mark::Open,
                    note: String::new(),
                    does: Choice::Number(finding, at),
                });
            }
        }
        None => {}
    }
    rows.push(answer(
        state.language.say("guide-not-sure"),
        Answer::NotSure,
    ));
    // Digits type the number, so these rows would have none there.
    if field.is_none() {
        rows.push(act(state, "guide-why", Action::WhyAsked));
        rows.push(act(state, "guide-meaning", Action::Explain));
    }
    View {
        heading: single_heading(state, finding),
        question: words.question.to_owned(),
        text: vec![words.help.to_owned()],
        rows,
        field,
        actions: vec![
            Action::Back,
            Action::GoOn,
            Action::WhyAsked,
            Action::Explain,
            Action::SoFar,
            Action::Review,
            Action::Leave,
            Action::Help,
        ],
        ..View::default()
    }
}

/// A single emergency question stands under the title of its group.
fn single_heading(state: &State, finding: usize) -> String {
    let knowledge = state.engine.knowledge;
    let id = knowledge.findings.get(finding).map_or("", |it| it.id);
    let mut groups = knowledge.screening.groups.iter();
    match groups.position(|group| group.asks.contains(&id)) {
        Some(group) if state.guide.part() == Part::Emergency => {
            review::list_title(state, List::Emergency(group)).to_owned()
        }
        _ => part(state),
    }
}

/// What is wrong about a number.
pub(super) fn wrong(state: &State, fault: &UnitFault) -> String {
    match fault {
        UnitFault::NotANumber => state.language.say("number-none"),
        UnitFault::UnitNeeded => state.language.say("number-needs-unit"),
        UnitFault::UnknownUnit(unit) => state
            .language
            .with("number-unknown-unit", &[("unit", unit)]),
        UnitFault::Impossible { .. } => state.language.say("number-impossible"),
    }
}

fn ticks(state: &State, list: List) -> View {
    let answers = state.record.answers();
    let (question, intro) = match list {
        List::Emergency(_) => (review::list_title(state, list), "guide-tick-emergency"),
        List::Category(category) => {
            let category = state.engine.knowledge.categories.get(category);
            (category.map_or("", |it| it.intro), "guide-tick-list")
        }
    };
    let rows: Vec<Row> = pages::ticked(state.engine, list)
        .into_iter()
        .filter(|&finding| pages::concerns(state.engine, answers, finding))
        .map(|finding| tick_row(state, finding))
        .collect();
    let some = rows.iter().any(|row| row.mark == Mark::Yes);
    let mut actions = vec![Action::GoOn, Action::Back, Action::PageDown];
    actions.extend([Action::RestNotSure, Action::Explain]);
    if is_where(state, list) {
        actions.push(Action::BodyMap);
    }
    actions.extend([
        Action::WhyAsked,
        Action::SoFar,
        Action::Review,
        Action::Leave,
        Action::Help,
    ]);
    let heading = match list {
        List::Emergency(_) => part(state),
        List::Category(_) => review::list_title(state, list).to_owned(),
    };
    View {
        heading,
        question: question.to_owned(),
        text: vec![state.language.say(intro)],
        rows,
        ticks: true,
        on: state
            .language
            .say(if some { "guide-no-more" } else { "guide-none" }),
        actions,
        ..View::default()
    }
}

fn tick_row(state: &State, finding: usize) -> Row {
    let words = state.engine.knowledge.words.findings.get(finding);
    Row {
        label: words.map_or(String::new(), |words| words.label.to_owned()),
        mark: Mark::of(state.record.answers().get(finding)),
        note: words.map_or(String::new(), |words| {
            format!("{} {}", words.question, words.help)
        }),
        does: Choice::Tick(finding),
    }
}

/// Whether the map of the leg can answer this list.
fn is_where(state: &State, list: List) -> bool {
    pages::ticked(state.engine, list)
        .iter()
        .filter_map(|&finding| state.engine.knowledge.findings.get(finding))
        .any(|finding| !finding.zones.is_empty())
}

fn emergency(state: &State, signs: &[super::Sign]) -> View {
    let body = alarm::page(state, signs);
    View {
        heading: state
            .language
            .with("guide-alarm-call", &[("number", &state.emergency_number)]),
        question: headline(Urgency::Now).to_owned(),
        text: plain(&body),
        body,
        rows: vec![
            act(state, "guide-alarm-on", Action::GoOn),
            act(state, "guide-alarm-result", Action::SoFar),
        ],
        actions: vec![Action::GoOn, Action::SoFar, Action::Back, Action::Help],
        alarm: true,
        ..View::default()
    }
}

fn told(state: &State, title: &str, text: Vec<String>) -> View {
    View {
        heading: part(state),
        question: state.language.say(title),
        body: text.iter().cloned().map(Piece::Text).collect(),
        text,
        rows: vec![act(state, "guide-close", Action::GoOn)],
        actions: vec![Action::GoOn, Action::Back, Action::Help],
        ..View::default()
    }
}

/// What is meant on this screen, or by the row under the cursor.
fn meaning(state: &State) -> Vec<String> {
    let words = &state.engine.knowledge.words.findings;
    let page = page(state);
    let finding = match state.guide.page() {
        Page::Single(finding) => Some(finding),
        Page::Ticks(_) => match page.rows.get(state.guide.explained).map(|row| row.does) {
            Some(Choice::Tick(finding)) => Some(finding),
            _ => None,
        },
        _ => None,
    };
    finding
        .and_then(|finding| words.get(finding))
        .map(|words| vec![words.question.to_owned(), words.help.to_owned()])
        .unwrap_or_else(|| page.text.clone())
}

fn result(state: &State, so_far: bool) -> View {
    let shown = state.guide.chapter;
    let mut rows: Vec<Row> = Chapter::ALL
        .into_iter()
        .map(|chapter| Row {
            label: state.language.say(chapter.word()),
            mark: Mark::chosen(chapter == shown),
            note: String::new(),
            does: Choice::Chapter(chapter),
        })
        .collect();
    if state.kiosk.is_none() {
        rows.push(act(state, "result-to-answers", Action::Review));
        if let Some(at) = review::open_screen(state) {
            rows.push(Row {
                does: Choice::Visit(at),
                ..act(state, "result-to-open", Action::Review)
            });
        }
    }
    if !so_far || state.kiosk.is_none() {
        rows.push(act(state, "result-to-summary", Action::Summary));
    }
    if so_far {
        rows.push(act(state, "result-to-questions", Action::GoOn));
    } else if state.kiosk.is_none() {
        rows.push(act(state, "result-to-browser", Action::Leave));
    }
    let body = result::chapter(state, shown);
    View {
        heading: state.language.say(if so_far {
            "guide-so-far"
        } else {
            "guide-part-result"
        }),
        question: result::title(state),
        text: plain(&body),
        body,
        rows,
        chapters: true,
        actions: vec![
            Action::Back,
            Action::Summary,
            Action::Review,
            Action::StartOver,
            Action::Leave,
            Action::Help,
        ],
        alarm: state.assessment.triage.urgency == Urgency::Now,
        ..View::default()
    }
}
