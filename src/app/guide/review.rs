//! All answers so far, screen by screen, to change one.

use super::view::{Mark, Row, View};
use super::{Choice, Page, State, pages, pages::List, reports, walk};
use crate::assessment::Answer;
use crate::keys::Action;
use crate::report::words::answer_phrase;

/// The list of the screens with their answers.
pub(super) fn view(state: &State) -> View {
    let mut rows: Vec<Row> = state
        .guide
        .trail
        .iter()
        .enumerate()
        .filter_map(|(at, (_, page))| {
            let (screen, note) = summary(state, *page)?;
            Some(Row {
                label: format!("{screen} {}", shortened(&note)),
                mark: Mark::Open,
                note,
                does: Choice::Visit(at),
            })
        })
        .collect();
    let asked = state
        .guide
        .trail
        .iter()
        .any(|(_, it)| *it == Page::AskReports);
    let said = reports::said(state).join("; ");
    // Entered without having been asked.
    if !asked && !said.is_empty() {
        rows.push(Row {
            label: format!(
                "{} {}",
                state.language.say("guide-review-reports"),
                shortened(&said)
            ),
            mark: Mark::Open,
            note: said,
            does: Choice::Act(Action::EnterResults),
        });
    }
    rows.push(Row {
        label: state.language.say("do-start-over"),
        mark: Mark::Open,
        note: String::new(),
        does: Choice::Act(Action::StartOver),
    });
    View {
        heading: state.language.say("guide-review"),
        question: state.language.say("guide-review-title"),
        text: vec![state.language.say("guide-review-text")],
        rows,
        listed: true,
        on: state.language.say("guide-review-done"),
        actions: vec![
            Action::GoOn,
            Action::Back,
            Action::StartOver,
            Action::Leave,
            Action::Help,
        ],
        ..View::default()
    }
}

/// The first words of a long answer; the note has it whole.
fn shortened(said: &str) -> String {
    let mut parts = said.split("; ");
    let first: Vec<&str> = parts.by_ref().take(2).collect();
    let rest = parts.count();
    if rest == 0 {
        return first.join("; ");
    }
    format!("{} +{rest}", first.join("; "))
}

/// A screen and what was answered there; none where nothing is asked.
fn summary(state: &State, page: Page) -> Option<(String, String)> {
    let words = &state.engine.knowledge.words.findings;
    let answers = state.record.answers();
    match page {
        Page::Whom => {
            let key = match state.guide.whom? {
                super::Whom::Myself => "guide-whom-myself",
                super::Whom::Another => "guide-whom-another",
            };
            Some((state.language.say("guide-whom"), state.language.say(key)))
        }
        Page::Single(finding) => {
            let question = format!("{}:", words.get(finding)?.label);
            let said = match answers.get(finding) {
                Some(answer) => value(state, finding, answer),
                None => state.language.say("guide-review-open"),
            };
            Some((question, said))
        }
        Page::Ticks(list) => Some((format!("{}:", list_title(state, list)), ticked(state, list))),
        Page::AskReports => {
            let said = reports::said(state);
            let said = if said.is_empty() {
                state.language.say("guide-review-none")
            } else {
                said.join("; ")
            };
            Some((state.language.say("guide-review-reports"), said))
        }
        _ => None,
    }
}

/// An answer without its question.
fn value(state: &State, finding: usize, answer: Answer) -> String {
    let phrase = answer_phrase(state.engine, finding, Some(answer));
    match answer {
        Answer::YesNo(true) => state.language.say("value-yes"),
        Answer::YesNo(false) => state.language.say("value-no"),
        Answer::NotSure => state.language.say("value-not-sure"),
        _ => match phrase.split_once(": ") {
            Some((_, value)) => value.to_owned(),
            None => phrase,
        },
    }
}

/// The title of a list.
pub(super) fn list_title(state: &State, list: List) -> &'static str {
    let knowledge = state.engine.knowledge;
    match list {
        List::Emergency(group) => {
            let id = knowledge.screening.groups.get(group).map_or("", |it| it.id);
            let screens = &knowledge.words.common.screens;
            let title = screens.iter().find(|(name, _)| *name == id);
            title.map_or(id, |(_, title)| title)
        }
        List::Category(category) => knowledge.categories.get(category).map_or("", |it| it.title),
    }
}

/// What was ticked on a list, and what was not sure.
fn ticked(state: &State, list: List) -> String {
    let answers = state.record.answers();
    let findings = pages::ticked(state.engine, list);
    let said: Vec<String> = findings
        .iter()
        .filter_map(|&finding| match answers.get(finding)? {
            Answer::YesNo(false) => None,
            answer => Some(answer_phrase(state.engine, finding, Some(answer))),
        })
        .collect();
    let open = findings
        .iter()
        .filter(|&&finding| answers.get(finding).is_none())
        .count();
    if !said.is_empty() {
        said.join("; ")
    } else if open == findings.len() {
        state.language.say("guide-review-open")
    } else {
        state.language.say("guide-review-none")
    }
}

/// Goes to a screen seen before; going on from it leads back to here.
pub(super) fn visit(state: &mut State, at: usize) {
    let from = state.guide.return_to.unwrap_or(state.guide.at);
    reports::put_away(state);
    walk::arrive(state, at);
    state.guide.return_to = (at != from).then_some(from);
    if at != from {
        state.tell("guide-review-visit");
    }
}

/// Back to the screen one came from. False where one came from none.
pub(super) fn return_from(state: &mut State) -> bool {
    match state.guide.return_to.take() {
        Some(at) => {
            walk::arrive(state, at);
            true
        }
        None => false,
    }
}

/// The screen seen already that asks an emergency question still open.
pub(super) fn open_screen(state: &State) -> Option<usize> {
    let open = &state.assessment.triage.open_screening;
    state.guide.trail.iter().position(|(_, page)| match page {
        Page::Single(finding) => open.contains(finding),
        Page::Ticks(list @ List::Emergency(_)) => pages::ticked(state.engine, *list)
            .iter()
            .any(|finding| open.contains(finding)),
        _ => false,
    })
}
