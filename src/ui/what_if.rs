//! Below the causes: what the question under the cursor would change, or which
//! question to ask next.

use ratatui::layout::Rect;

use super::paint::{Paint, columns, cut, wrap};
use crate::app::browse::{causes, pages, pointed};
use crate::app::{Pane, State};
use crate::assessment::{Answer, figures, outlooks};
use crate::knowledge::schema::AnswerKind;
use crate::report::words::{about, cause_name, headline, level_phrase};

/// Rows from which everything is told.
const ROOM_FOR_ALL: u16 = 16;
/// Rows that stay with the causes: three of them.
const ROWS_OF_CAUSES: u16 = 6;
/// Rows of a question.
const MOST_ROWS: usize = 3;
/// Levels of a question whose effect is shown.
const MOST_OUTCOMES: usize = 4;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The heading.
    Title,
    /// Plain.
    Text,
    /// What would be urgent.
    Urgent,
}

type Lines = Vec<(String, Told)>;

/// What the question under the cursor, or the next one, would change: as much of
/// it as leaves room for the causes.
pub fn what_if(state: &State, paint: &Paint<'_>, area: Rect) -> Lines {
    if area.width < 16 {
        return Lines::new();
    }
    let pointed = pointed(state);
    let next = state.assessment.next.as_ref().ok().map(|it| it.finding);
    let Some(finding) = pointed.or(next) else {
        return Lines::new();
    };
    let roomy = area.height >= ROOM_FOR_ALL;
    let title = if pointed.is_some() {
        "what-if"
    } else if state.assessment.triage.open_screening.contains(&finding) {
        "next-emergency"
    } else {
        "most-telling-next"
    };
    let title = vec![(paint.say(title), Told::Title)];
    let air = vec![(String::new(), Told::Text)];
    let knowledge = state.engine.knowledge;
    let mut question: Lines = wrap(knowledge.question(finding), area.width)
        .into_iter()
        .take(MOST_ROWS)
        .map(|line| (line, Told::Text))
        .collect();
    let mut whole = Lines::new();
    let mut short = Lines::new();
    if roomy || pointed.is_some() {
        (whole, short) = outcomes(state, paint, finding, area.width);
    }
    // A list in sight beside this one shows the question already.
    if pointed.is_some() && !roomy {
        question.clear();
    }
    let more = if pointed.is_none() && roomy {
        grades(state, area.width)
    } else {
        Lines::new()
    };
    let room = area.height.saturating_sub(ROWS_OF_CAUSES);
    let forms: [&[&Lines]; 5] = [
        &[&air, &title, &question, &whole, &more],
        &[&air, &title, &question, &short, &more],
        &[&title, &question, &whole],
        &[&title, &question, &short],
        &[&title, &short],
    ];
    forms
        .into_iter()
        .map(|parts| parts.iter().flat_map(|part| part.iter().cloned()).collect())
        .find(|lines: &Lines| lines.len() > 1 && lines.len() <= usize::from(room))
        .unwrap_or_default()
}

/// Each answer with what would follow: in full, and in one line each.
fn outcomes(state: &State, paint: &Paint<'_>, finding: usize, width: u16) -> (Lines, Lines) {
    let kind = state.kind(finding);
    let answers: Vec<(String, Answer)> = match kind {
        Some(AnswerKind::YesNo(_)) => [true, false]
            .map(|yes| {
                let key = if yes { "value-yes" } else { "value-no" };
                (paint.say(key), Answer::YesNo(yes))
            })
            .into(),
        Some(AnswerKind::OneOf(levels)) => (0..levels.len().min(MOST_OUTCOMES))
            .map(|level| {
                (
                    level_phrase(state.engine, finding, level),
                    Answer::Level(level),
                )
            })
            .collect(),
        Some(AnswerKind::Number(_)) | None => Vec::new(),
    };
    let (arrow, mark) = (paint.glyphs.leads_to, paint.glyphs.cut);
    let (mut whole, mut short) = (Lines::new(), Lines::new());
    let possible = answers.iter().map(|&(_, answer)| answer);
    let told = outlooks(state.engine, state.record.answers(), finding, possible);
    for ((name, _), told) in answers.iter().zip(told) {
        let cause = cause_name(state.engine, told.leader);
        let words = about(told.probability);
        let line = format!("{name} {arrow} {cause} {words}");
        for (at, line) in hanging(name, arrow, cause, &words, width)
            .into_iter()
            .enumerate()
        {
            let indent = if at == 0 { "" } else { "  " };
            whole.push((format!("{indent}{line}"), Told::Text));
        }
        if columns(&line) <= width {
            short.push((line, Told::Text));
        } else {
            let room = width.saturating_sub(columns(arrow) + columns(&words) + 3);
            let name = cut(
                name,
                (room / 2).max(room.saturating_sub(columns(cause))),
                mark,
            );
            let cause = cut(cause, room.saturating_sub(columns(&name)), mark);
            short.push((format!("{name} {arrow} {cause} {words}"), Told::Text));
        }
        if told.urgency > state.assessment.triage.urgency {
            // Only what is so now looks urgent; what could be is said calmly.
            let urgent = format!("{name} {arrow} {}", headline(told.urgency));
            let cut = (cut(&urgent, width, mark), Told::Urgent);
            whole.push(cut.clone());
            short.push(cut);
        }
    }
    (whole, short)
}

/// An answer and what follows, on lines of which all but the first leave two
/// columns free; how likely it is stays on one line.
fn hanging(name: &str, arrow: &str, cause: &str, words: &str, width: u16) -> Vec<String> {
    let line = format!("{name} {arrow} {cause}");
    let mut lines = if columns(&line) <= width {
        vec![line]
    } else {
        wrap(&line, width.saturating_sub(2))
    };
    let room = width.saturating_sub(if lines.len() == 1 { 0 } else { 2 });
    match lines.last_mut() {
        Some(last) if columns(last) + 1 + columns(words) <= room => {
            last.push(' ');
            last.push_str(words);
        }
        _ => lines.push(words.to_owned()),
    }
    lines
}

/// How good the figures of the selected cause are.
fn grades(state: &State, width: u16) -> Lines {
    if state.browse.pane != Pane::Causes {
        return Lines::new();
    }
    let figures = figures(state.engine, causes::selected(state));
    let grades = pages::grades(state, figures);
    let text = state.language.with("figures-of", &[("grades", &grades)]);
    let lines = wrap(&text, width).into_iter().take(2);
    std::iter::once(String::new())
        .chain(lines)
        .map(|line| (line, Told::Text))
        .collect()
}
