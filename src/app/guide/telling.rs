//! Screens that tell: an emergency, an explanation, the result.

use super::piece::{Piece, plain};
use super::view::{self, Mark, Row, View, act, part};
use super::{Chapter, Choice, Page, State, alarm, reports, result, review};
use crate::keys::Action;
use crate::knowledge::Urgency;
use crate::report::words::headline;

pub(super) fn emergency(state: &State, signs: &[super::Sign]) -> View {
    let body = alarm::page(state, signs);
    let mut rows = vec![
        act(state, "guide-alarm-on", Action::GoOn),
        act(state, "guide-alarm-result", Action::SoFar),
    ];
    let mut actions = vec![Action::GoOn, Action::SoFar, Action::Back];
    if alarm::slip(state).is_some() {
        rows.push(act(state, "guide-alarm-undo", Action::Undo));
        actions.push(Action::Undo);
    }
    View {
        heading: state
            .language
            .with("guide-alarm-call", &[("number", &state.emergency_number)]),
        question: headline(Urgency::Now).to_owned(),
        text: plain(&body),
        body,
        rows,
        actions,
        alarm: true,
        ..View::default()
    }
}

pub(super) fn told(state: &State, title: &str, text: Vec<String>) -> View {
    View {
        heading: part(state),
        question: state.language.say(title),
        body: text.iter().cloned().map(Piece::Text).collect(),
        text,
        rows: vec![act(state, "guide-close", Action::GoOn)],
        actions: vec![Action::GoOn, Action::Back],
        ..View::default()
    }
}

/// What is meant on this screen, or by the row under the cursor.
pub(super) fn meaning(state: &State, row: usize) -> Vec<String> {
    let words = &state.engine.knowledge.words.findings;
    let page = view::page(state);
    let finding = match state.guide.page() {
        Page::Single(finding) => Some(finding),
        Page::Ticks(_) => match page.rows.get(row).map(|row| row.does) {
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

pub(super) fn result(state: &State, so_far: bool) -> View {
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
    if state.kiosk.is_none()
        && let Some(at) = review::open_screen(state)
    {
        rows.push(Row {
            does: Choice::Visit(at),
            ..act(state, "result-to-open", Action::Review)
        });
    }
    let (on, short) = if so_far {
        ("result-to-questions", "result-to-questions-short")
    } else {
        crate::app::kiosk::along_words(state).unwrap_or(("result-to-summary", "short-summary"))
    };
    rows.push(act(state, on, Action::GoOn));
    let mut actions = vec![Action::Back, Action::GoOn];
    if state.kiosk.is_none() {
        if so_far {
            actions.push(Action::Summary);
        }
        actions.push(Action::Review);
        actions.extend(reports::offer(state));
        actions.extend([Action::StartOver, Action::Leave, Action::Help]);
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
        on: state.language.say(short),
        actions,
        alarm: state.assessment.triage.urgency == Urgency::Now,
        ..View::default()
    }
}
