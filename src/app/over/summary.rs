//! The summary over any screen: read, saved, shown as a code, copied.

use tui_input::Input;

use super::{Name, Over};
use crate::app::{Effect, State};
use crate::article::to_markdown;
use crate::keys::{Action, Key, Scope};
use crate::report::{Depth, Summary, document, questionnaire_response, slip, to_html, to_json};

/// Columns of the slip that is saved or copied.
const PAPER: usize = 80;

/// Most bytes copied: what terminals take is 100,000 letters in base64, with the
/// sequence around them. A longer text would arrive cut, or not at all.
const MOST_COPIED: usize = 74_994;

/// The summary and where one is in it.
#[derive(Debug, Default)]
pub struct SummaryPage {
    /// For the doctor; else in plain words.
    pub doctor: bool,
    /// What is shown of it.
    pub part: Part,
    /// First line shown.
    pub top: usize,
    /// The form the cursor stands on.
    pub at: usize,
}

/// What is shown of the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// The page.
    #[default]
    Page,
    /// The answers as a code.
    Code,
    /// The forms in which it can be saved.
    Forms,
}

/// A form in which it can be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveAs {
    /// Text to print.
    Slip,
    /// A page for a browser.
    Html,
    /// Markdown.
    Markdown,
    /// FHIR.
    Fhir,
    /// JSON.
    Json,
}

impl SaveAs {
    /// All forms, the likeliest first.
    pub const ALL: [Self; 5] = [
        Self::Slip,
        Self::Html,
        Self::Markdown,
        Self::Fhir,
        Self::Json,
    ];

    /// Key of its words, and the file name that is offered.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Slip => ("sum-as-slip", "tingle-summary.txt"),
            Self::Html => ("sum-as-html", "tingle-summary.html"),
            Self::Markdown => ("sum-as-markdown", "tingle-summary.md"),
            Self::Fhir => ("sum-as-fhir", "tingle-summary.fhir.json"),
            Self::Json => ("sum-as-json", "tingle-summary.json"),
        }
    }
}

impl SummaryPage {
    /// How much it tells.
    pub fn depth(&self) -> Depth {
        if self.doctor {
            Depth::Doctor
        } else {
            Depth::Plain
        }
    }
}

/// Opens the summary; where it is open already, closes it.
pub fn open_summary(state: &mut State) -> Vec<Effect> {
    if let Some(Over::Summary(_)) = state.over.last() {
        state.over.pop();
        return Vec::new();
    }
    if state.record.answers().is_empty() {
        state.tell("nothing-answered");
        return Vec::new();
    }
    state.over.push(Over::Summary(SummaryPage::default()));
    vec![Effect::Clock]
}

/// The summary of the answers as they stand.
pub fn summary_of(state: &State, depth: Depth) -> Summary<'_> {
    Summary {
        engine: state.engine,
        language: &state.language,
        answers: state.record.answers(),
        assessment: &state.assessment,
        depth,
        moment: &state.moment,
        number: &state.emergency_number,
    }
}

/// The summary in some form, as text of a file.
pub(super) fn written(state: &State, form: SaveAs) -> Result<String, String> {
    let shown = state.over.iter().rev().find_map(|over| match over {
        Over::Summary(page) => Some(page.depth()),
        _ => None,
    });
    let summary = summary_of(state, shown.unwrap_or_default());
    let json = match form {
        SaveAs::Slip if summary.depth == Depth::Plain => return Ok(slip(&summary, PAPER)),
        SaveAs::Slip => return Ok(crate::article::to_text(&document(&summary), PAPER)),
        SaveAs::Html => return Ok(to_html(&summary)),
        SaveAs::Markdown => return Ok(to_markdown(&document(&summary))),
        SaveAs::Fhir => questionnaire_response(&summary),
        SaveAs::Json => to_json(summary.engine, summary.answers, summary.assessment),
    };
    json.map_err(|fault| fault.to_string())
}

pub(super) fn key(state: &mut State, key: Key) -> Vec<Effect> {
    let digit = key.types().and_then(|digit| digit.to_digit(10));
    if let (Some(Over::Summary(page)), Some(digit)) = (state.over.last(), digit)
        && page.part == Part::Forms
        && let Some(row) = (digit as usize).checked_sub(1)
    {
        return choose(state, row);
    }
    let scopes = [Scope::Everywhere, Scope::Moving, Scope::Summary];
    match state.bindings.action(key, &scopes) {
        Some(action) => act(state, action),
        None => Vec::new(),
    }
}

pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Over::Summary(page)) = state.over.last_mut() else {
        return Vec::new();
    };
    match action {
        Action::Back if page.part != Part::Page => page.part = Part::Page,
        Action::Back => {
            state.over.pop();
        }
        Action::Open if page.part == Part::Forms => {
            let at = page.at;
            return choose(state, at);
        }
        Action::SummaryDepth => {
            page.doctor = !page.doctor;
            (page.part, page.top) = (Part::Page, 0);
        }
        Action::SummarySave => {
            (page.part, page.at) = (Part::Forms, 0);
        }
        Action::SummaryCode => {
            page.part = if page.part == Part::Code {
                Part::Page
            } else {
                Part::Code
            };
        }
        Action::SummaryCopy => {
            let text = slip(&summary_of(state, Depth::Plain), PAPER);
            return copy(state, text);
        }
        _ if action.scope() == Scope::Moving => scroll(state, action),
        _ => return crate::app::act(state, action),
    }
    Vec::new()
}

/// Asks for a copy, where a terminal would take so much.
fn copy(state: &mut State, text: String) -> Vec<Effect> {
    if text.len() > MOST_COPIED {
        state.tell("sum-too-long-to-copy");
        return Vec::new();
    }
    state.tell("sum-copied");
    vec![Effect::Copy(text)]
}

/// Takes a form, and asks for the name of the file.
pub(super) fn choose(state: &mut State, row: usize) -> Vec<Effect> {
    let Some(&form) = SaveAs::ALL.get(row) else {
        return Vec::new();
    };
    if let Some(Over::Summary(page)) = state.over.last_mut() {
        page.part = Part::Page;
    }
    let (_, offered) = form.words();
    state.over.push(Over::Name(Name {
        summary: Some(form),
        save: true,
        then_quit: false,
        input: Input::new(offered.to_owned()),
        fault: None,
    }));
    Vec::new()
}

pub(super) fn scroll(state: &mut State, action: Action) {
    let window = state.hits.over;
    let last = window.rows.saturating_sub(window.height);
    let step = window.height.max(2) - 1;
    let Some(Over::Summary(page)) = state.over.last_mut() else {
        return;
    };
    let (place, last) = match page.part {
        Part::Forms => (&mut page.at, SaveAs::ALL.len() - 1),
        Part::Page | Part::Code => (&mut page.top, last),
    };
    let now = (*place).min(last);
    *place = match action {
        Action::Up => now.saturating_sub(1),
        Action::Down => (now + 1).min(last),
        Action::PageUp => now.saturating_sub(step),
        Action::PageDown => (now + step).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => now,
    };
}
