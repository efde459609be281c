//! `tingle assess`, `ask` and `compare`: the same assessment, headless.

use super::{Format, Refusal, exit};
use crate::article::{to_markdown, to_text};
use crate::assessment::question::{Asking, next_question};
use crate::assessment::{Answers, Assessment, Engine, assess};
use crate::knowledge::{Knowledge, Urgency, did_you_mean};
use crate::language::Language;
use crate::report::qr::Qr;
use crate::report::words::{headline, what_to_do};
use crate::report::{
    Depth, Summary, compare, document, question_text, questionnaire, questionnaire_response, slip,
    stop_text, to_html, to_json,
};

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

/// How an assessment is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Rendering {
    /// Plain text, wrapped
    #[default]
    Text,
    /// Markdown
    Markdown,
    /// JSON for scripts
    Json,
    /// One file for a browser, to read or to print
    Html,
    /// A slip of paper, see --width
    Slip,
    /// FHIR R4 QuestionnaireResponse: the answers
    Fhir,
    /// FHIR R4 Questionnaire: all questions
    FhirQuestionnaire,
    /// The answers as a code for --code
    Code,
    /// That code as a picture; needs a terminal that shows half blocks
    Qr,
}

/// The summary in some form; `columns` is the width of the text or the paper.
///
/// # Errors
/// A bug in writing JSON.
pub fn rendered(
    summary: &Summary<'_>,
    rendering: Rendering,
    columns: usize,
) -> Result<String, Refusal> {
    let internal = |error: serde_json::Error| Refusal::new(exit::INTERNAL, error.to_string());
    match rendering {
        Rendering::Text => Ok(to_text(&document(summary), columns)),
        Rendering::Markdown => Ok(to_markdown(&document(summary))),
        Rendering::Html => Ok(to_html(summary)),
        Rendering::Slip => Ok(slip(summary, columns)),
        Rendering::Json => {
            to_json(summary.engine, summary.answers, summary.assessment).map_err(internal)
        }
        Rendering::Fhir => questionnaire_response(summary).map_err(internal),
        Rendering::FhirQuestionnaire => questionnaire(summary).map_err(internal),
        Rendering::Code => Ok(format!("{}\n", summary.code().grouped())),
        Rendering::Qr => picture(summary),
    }
}

fn picture(summary: &Summary<'_>) -> Result<String, Refusal> {
    let code = summary.code();
    let qr = Qr::of(&code.text).ok_or_else(|| {
        let message = "There are too many answers for a picture. Use --format code, or a file.";
        Refusal::new(exit::DATA, message)
    })?;
    // Black on white whatever the terminal has: readers need it so.
    let mut out = String::new();
    for line in qr.lines() {
        out.push_str(&format!("\x1b[38;2;0;0;0;48;2;255;255;255m{line}\x1b[m\n"));
    }
    out.push_str(&code.grouped());
    out.push('\n');
    Ok(out)
}

/// What follows from answers, as someone of this depth asks.
pub fn assessment(engine: &Engine<'_, '_>, answers: &Answers, depth: Depth) -> Assessment {
    let asking = Asking {
        examiner: depth == Depth::Doctor,
        ..Asking::default()
    };
    assess(engine, answers, asking)
}

/// The next question and why, or why there is none.
pub fn ask(engine: &Engine<'_, '_>, language: &Language, answers: &Answers) -> String {
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
            format!("{id}\n{}\n", question_text(engine, language, &question))
        }
        Err(stop) => format!("{}\n", stop_text(language, stop)),
    }
}

/// What tells two causes apart.
///
/// # Errors
/// A name that is no cause.
pub fn compared(
    engine: &Engine<'_, '_>,
    language: &Language,
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
    let page = compare(engine, language, find(first)?, find(second)?);
    match format {
        Format::Text => Ok(to_text(&page, columns)),
        Format::Markdown => Ok(to_markdown(&page)),
        Format::Json => serde_json::to_string_pretty(&page)
            .map(|text| text + "\n")
            .map_err(|error| Refusal::new(exit::INTERNAL, error.to_string())),
    }
}
