//! `tingle assess`, `ask` and `compare`: the same assessment, headless.

use super::{Format, Refusal, exit};
use crate::article::{to_markdown, to_text};
use crate::assessment::question::{Asking, next_question};
use crate::assessment::{Answers, Engine, assess};
use crate::knowledge::{Knowledge, Urgency, did_you_mean};
use crate::report::words::{headline, what_to_do};
use crate::report::{Depth, compare, document, question_text, stop_text, to_json};

/// Reads answers, or refuses them with every fault.
///
/// # Errors
/// Unknown ids, impossible values, wrong units: each with its place.
pub fn read_answers(knowledge: &Knowledge<'_>, name: &str, text: &str) -> Result<Answers, Refusal> {
    Answers::read(knowledge, text).map_err(|faults| {
        let lines: Vec<String> = faults
            .iter()
            .map(|fault| format!("{name}, {fault}"))
            .collect();
        Refusal::new(exit::DATA, lines.join("\n"))
    })
}

/// The assessment of some answers.
///
/// # Errors
/// A bug in writing JSON.
pub fn assessed(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    format: Format,
    depth: Depth,
    columns: usize,
) -> Result<String, Refusal> {
    let asking = Asking {
        examiner: depth == Depth::Doctor,
        ..Asking::default()
    };
    let assessment = assess(engine, answers, asking);
    let page = || document(engine, answers, &assessment, depth);
    match format {
        Format::Text => Ok(to_text(&page(), columns)),
        Format::Markdown => Ok(to_markdown(&page())),
        Format::Json => to_json(engine, answers, &assessment)
            .map_err(|error| Refusal::new(exit::INTERNAL, error.to_string())),
    }
}

/// The next question and why, or why there is none.
pub fn ask(engine: &Engine<'_, '_>, answers: &Answers) -> String {
    let urgency = assess(engine, answers, Asking::default()).triage.urgency;
    if urgency == Urgency::Now {
        return format!("{}\n{}\n", headline(urgency), what_to_do(urgency));
    }
    match next_question(engine, answers, Asking::default()) {
        Ok(question) => {
            let id = engine
                .knowledge
                .findings
                .get(question.finding)
                .map_or("", |finding| finding.id);
            format!("{id}\n{}\n", question_text(engine, &question))
        }
        Err(stop) => format!("{}\n", stop_text(stop)),
    }
}

/// What tells two causes apart.
///
/// # Errors
/// A name that is no cause.
pub fn compared(
    engine: &Engine<'_, '_>,
    first: &str,
    second: &str,
    format: Format,
    columns: usize,
) -> Result<String, Refusal> {
    let find = |id: &str| {
        engine.knowledge.cause(id).ok_or_else(|| {
            let hint = did_you_mean(id, engine.knowledge.causes.iter().map(|cause| cause.id));
            Refusal::new(exit::USAGE, format!("There is no cause `{id}`: {hint}"))
        })
    };
    let page = compare(engine, find(first)?, find(second)?);
    match format {
        Format::Text => Ok(to_text(&page, columns)),
        Format::Markdown => Ok(to_markdown(&page)),
        Format::Json => serde_json::to_string_pretty(&page)
            .map(|text| text + "\n")
            .map_err(|error| Refusal::new(exit::INTERNAL, error.to_string())),
    }
}
