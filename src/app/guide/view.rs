//! What a screen of the walkthrough holds, for any face.

use super::{Choice, Layer, Page, Part, State, Whom, alarm, check, pages, pages::List, walk, why};
use crate::assessment::Answer;
use crate::keys::Action;
use crate::knowledge::schema::AnswerKind;
use crate::knowledge::units::{UnitFault, units};
use crate::report::words::{headline, trimmed, what_to_do};

/// A screen of the walkthrough.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct View {
    /// The topic, in a few words.
    pub heading: String,
    /// The question, or the title.
    pub question: String,
    /// Paragraphs below it.
    pub text: Vec<String>,
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
    /// It is about an emergency.
    pub alarm: bool,
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
    match &state.guide.layer {
        Some(Layer::Alarm(signs)) => emergency(state, signs),
        Some(Layer::SoFar) => result(state, true),
        Some(Layer::Why) => told(state, "guide-why", vec![why(state)]),
        Some(Layer::Meaning) => told(state, "guide-meaning", meaning(state)),
        None => page(state),
    }
}

fn page(state: &State) -> View {
    let say = |key: &str| state.language.say(key);
    match state.guide.page() {
        Page::Start => View {
            heading: say("guide-title"),
            question: say("guide-start-title"),
            text: [
                "guide-start-emergency",
                "guide-start-what",
                "guide-start-not",
            ]
            .map(|key| {
                state
                    .language
                    .with(key, &[("number", &state.emergency_number)])
            })
            .into(),
            rows: vec![act(state, "guide-begin", Action::GoOn)],
            actions: vec![Action::GoOn, Action::Leave],
            ..View::default()
        },
        Page::Whom => View {
            heading: say("guide-part-start"),
            question: say("guide-whom"),
            rows: [
                (Whom::Myself, "guide-whom-myself"),
                (Whom::Another, "guide-whom-another"),
            ]
            .map(|(whom, key)| Row {
                label: say(key),
                mark: Mark::chosen(state.guide.whom == Some(whom)),
                note: String::new(),
                does: Choice::Whom(whom),
            })
            .into(),
            actions: vec![Action::Back],
            ..View::default()
        },
        Page::Single(finding) => single(state, finding),
        Page::Ticks(list) => ticks(state, list),
        Page::Checks => check::list_page(state, part(state)),
        Page::Check(exam) => check::check_page(state, exam),
        Page::Result => result(state, false),
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
                    label: unit.to_owned(),
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
    }
    let mut actions = vec![Action::Back, Action::GoOn, Action::WhyAsked, Action::SoFar];
    actions.push(Action::Leave);
    View {
        heading: part(state),
        question: words.question.to_owned(),
        text: vec![words.help.to_owned()],
        rows,
        field,
        actions,
        ..View::default()
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
    let knowledge = state.engine.knowledge;
    let common = &knowledge.words.common;
    let answers = state.record.answers();
    let (question, intro) = match list {
        List::Emergency(group) => {
            let id = knowledge.screening.groups.get(group).map_or("", |it| it.id);
            let title = common.screens.iter().find(|(name, _)| *name == id);
            (title.map_or(id, |(_, title)| title), "guide-tick-emergency")
        }
        List::Category(category) => {
            let title = knowledge.categories.get(category).map_or("", |it| it.title);
            (title, "guide-tick-list")
        }
    };
    let rows: Vec<Row> = pages::ticked(state.engine, list)
        .into_iter()
        .filter(|&finding| pages::concerns(state.engine, answers, finding))
        .map(|finding| {
            let words = knowledge.words.findings.get(finding);
            Row {
                label: words.map_or(String::new(), |words| words.label.to_owned()),
                mark: Mark::of(answers.get(finding)),
                note: words.map_or(String::new(), |words| {
                    format!("{} {}", words.question, words.help)
                }),
                does: Choice::Tick(finding),
            }
        })
        .collect();
    let mut actions = vec![Action::GoOn, Action::Back, Action::RestNotSure];
    if is_where(state, list) {
        actions.push(Action::BodyMap);
    }
    actions.extend([Action::WhyAsked, Action::SoFar, Action::Leave]);
    View {
        heading: part(state),
        question: question.to_owned(),
        text: vec![state.language.say(intro)],
        rows,
        ticks: true,
        actions,
        ..View::default()
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
    let mut text = Vec::new();
    for &sign in signs {
        text.push(alarm::because(state, sign));
        text.push(alarm::deed(state, sign));
    }
    text.push(
        state
            .language
            .with("guide-alarm-say", &[("number", &state.emergency_number)]),
    );
    View {
        heading: state
            .language
            .with("guide-alarm-call", &[("number", &state.emergency_number)]),
        question: headline(crate::knowledge::Urgency::Now).to_owned(),
        text,
        rows: vec![
            act(state, "guide-alarm-on", Action::GoOn),
            act(state, "guide-alarm-result", Action::SoFar),
        ],
        actions: vec![Action::GoOn, Action::SoFar],
        alarm: true,
        ..View::default()
    }
}

fn told(state: &State, title: &str, text: Vec<String>) -> View {
    View {
        heading: part(state),
        question: state.language.say(title),
        text,
        rows: vec![act(state, "guide-close", Action::GoOn)],
        actions: vec![Action::GoOn, Action::Back],
        ..View::default()
    }
}

/// What is meant on this screen.
fn meaning(state: &State) -> Vec<String> {
    let words = &state.engine.knowledge.words.findings;
    let finding = match state.guide.page() {
        Page::Single(finding) => Some(finding),
        _ => None,
    };
    finding
        .and_then(|finding| words.get(finding))
        .map(|words| vec![words.question.to_owned(), words.help.to_owned()])
        .unwrap_or_default()
}

fn result(state: &State, so_far: bool) -> View {
    let urgency = state.assessment.triage.urgency;
    View {
        heading: state.language.say(if so_far {
            "guide-so-far"
        } else {
            "guide-part-result"
        }),
        question: headline(urgency).to_owned(),
        text: vec![what_to_do(urgency).to_owned()],
        actions: vec![Action::Back, Action::Leave],
        alarm: urgency == crate::knowledge::Urgency::Now,
        ..View::default()
    }
}
