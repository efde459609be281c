//! Screens that ask: a question with its answers, or a list to tick.

use super::piece::{Piece, plain};
use super::view::{Mark, Row, View, act, number_field, number_label, part};
use super::{Choice, Part, State, Whom, digits, pages, pages::List, reports, review};
use crate::assessment::Answer;
use crate::keys::Action;
use crate::knowledge::schema::AnswerKind;
use crate::knowledge::units::units;

pub(super) fn start(state: &State) -> View {
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

pub(super) fn whom(state: &State) -> View {
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

pub(super) fn single(state: &State, finding: usize) -> View {
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
            field = Some(number_field(state, kind));
            for (at, unit) in units(kind).into_iter().enumerate() {
                rows.push(Row {
                    label: number_label(state, unit),
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
    // Digits type the number, so these rows would have none there; and one row
    // is left for what else can be done.
    let limit = digits(state).last - 1;
    if field.is_none() && rows.len() + 3 <= limit {
        rows.push(act(state, "guide-why", Action::WhyAsked));
        rows.push(act(state, "guide-meaning", Action::Explain));
    }
    let listed = field.is_none() && rows.len() > limit;
    let mut actions = vec![
        Action::Back,
        Action::GoOn,
        Action::WhyAsked,
        Action::Explain,
        Action::SoFar,
        Action::Review,
    ];
    if listed {
        actions.push(Action::PageDown);
    }
    actions.extend(reports::offer(state));
    actions.extend([Action::Leave, Action::Help]);
    View {
        heading: single_heading(state, finding),
        question: words.question.to_owned(),
        text: vec![words.help.to_owned()],
        rows,
        field,
        listed,
        on: state.language.say("guide-on"),
        actions,
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

pub(super) fn ticks(state: &State, list: List) -> View {
    let answers = state.record.answers();
    let (question, intro) = match list {
        List::Emergency(_) if of_the_past(state, list) => {
            (review::list_title(state, list), "guide-tick-past")
        }
        List::Emergency(_) => (review::list_title(state, list), "guide-tick-emergency"),
        List::Category(category) => {
            let category = state.engine.knowledge.categories.get(category);
            (category.map_or("", |it| it.intro), "guide-tick-list")
        }
    };
    let rows: Vec<Row> = pages::rows(state.engine, answers, list)
        .into_iter()
        .map(|finding| tick_row(state, finding))
        .collect();
    let some = rows.iter().any(|row| row.mark == Mark::Yes);
    let mut actions = vec![Action::GoOn, Action::Back, Action::PageDown];
    actions.extend([Action::RestNotSure, Action::Explain]);
    if is_where(state, list) {
        actions.push(Action::BodyMap);
    }
    actions.extend([Action::WhyAsked, Action::SoFar, Action::Review]);
    actions.extend(reports::offer(state));
    actions.extend([Action::Leave, Action::Help]);
    let heading = match list {
        List::Emergency(_) => part(state),
        List::Category(_) => review::list_title(state, list).to_owned(),
    };
    View {
        heading,
        question: question.to_owned(),
        text: vec![state.language.say(intro)],
        rows,
        listed: true,
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

/// Whether a list asks about what was long ago, so that "in the last days" would
/// make a yes look like a no.
fn of_the_past(state: &State, list: List) -> bool {
    let knowledge = state.engine.knowledge;
    let rows = pages::ticked(state.engine, list);
    knowledge
        .categories
        .iter()
        .filter(|category| matches!(category.id, "history" | "medicines"))
        .any(|category| rows.iter().any(|row| category.findings.contains(row)))
}

/// Whether the map of the leg can answer this list.
fn is_where(state: &State, list: List) -> bool {
    pages::ticked(state.engine, list)
        .iter()
        .filter_map(|&finding| state.engine.knowledge.findings.get(finding))
        .any(|finding| !finding.zones.is_empty())
}
