//! Questions before something is lost, and file names.

use std::path::PathBuf;

use tui_input::Input;

use super::{Over, SaveAs};
use crate::app::text::{self, Typed};
use crate::app::{Effect, State};
use crate::assessment::Answers;
use crate::keys::{Action, Code, Key, Scope};

/// The name that is offered for a file of answers.
const OFFERED_NAME: &str = "tingle-answers.ron";

/// A question with a few answers; the first one is the careful one.
#[derive(Debug)]
pub struct Ask {
    /// What is asked about.
    pub purpose: Purpose,
    /// The answer the cursor stands on.
    pub at: usize,
}

/// What a question is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Forget all answers?
    StartOver,
    /// Leave with answers that no file holds?
    Quit,
    /// Replace a file that is there?
    Replace {
        /// The file.
        path: PathBuf,
        /// What would be written.
        text: String,
    },
}

impl Purpose {
    /// The keys of the question and its answers among the words.
    pub fn words(&self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::StartOver => ("ask-start-over", &["answer-keep", "answer-forget"]),
            Self::Quit => (
                "ask-quit",
                &["answer-stay", "answer-save-first", "answer-leave"],
            ),
            Self::Replace { .. } => ("ask-replace", &["answer-keep-file", "answer-replace"]),
        }
    }
}

/// A file name that is being typed.
#[derive(Debug)]
pub struct Name {
    /// The summary in this form is saved; else the answers.
    pub summary: Option<SaveAs>,
    /// To save; else to open.
    pub save: bool,
    /// Leave the program once it is saved.
    pub then_quit: bool,
    /// What was typed.
    pub input: Input,
    /// What is wrong about it.
    pub fault: Option<String>,
}

pub(in crate::app) fn ask_start_over(state: &mut State) {
    if state.record.answers().is_empty() {
        state.tell("nothing-answered");
    } else {
        ask(state, Purpose::StartOver);
    }
}

/// Leaves at once where nothing would be lost, else asks.
pub(in crate::app) fn ask_quit(state: &mut State) -> Vec<Effect> {
    let asked = matches!(
        state.over.last(),
        Some(Over::Ask(Ask {
            purpose: Purpose::Quit,
            ..
        }))
    );
    // Asked a second time, the person means it.
    if asked || !state.record.unsaved() {
        return vec![Effect::Quit(0)];
    }
    ask(state, Purpose::Quit);
    Vec::new()
}

pub(in crate::app) fn ask_replace(state: &mut State, path: PathBuf, text: String) {
    ask(state, Purpose::Replace { path, text });
}

fn ask(state: &mut State, purpose: Purpose) {
    state.over.push(Over::Ask(Ask { purpose, at: 0 }));
}

pub(in crate::app) fn ask_save(state: &mut State) {
    if state.record.answers().is_empty() {
        state.tell("nothing-answered");
    } else {
        name(state, true, false);
    }
}

pub(in crate::app) fn ask_open(state: &mut State) {
    name(state, false, false);
}

fn name(state: &mut State, save: bool, then_quit: bool) {
    let offered = state
        .file
        .as_ref()
        .map_or(OFFERED_NAME.to_owned(), |path| path.display().to_string());
    state.over.push(Over::Name(Name {
        summary: None,
        save,
        then_quit,
        input: Input::new(offered),
        fault: None,
    }));
}

pub(super) fn key(state: &mut State, key: Key) -> Vec<Effect> {
    let digit = key.types().and_then(|digit| digit.to_digit(10));
    if let Some(row) = digit.and_then(|digit| (digit as usize).checked_sub(1)) {
        return choose(state, row);
    }
    let action = state
        .bindings
        .action(key, &[Scope::Everywhere, Scope::Moving]);
    let Some(Over::Ask(ask)) = state.over.last_mut() else {
        return Vec::new();
    };
    let last = ask.purpose.words().1.len() - 1;
    match action {
        Some(Action::Up | Action::PreviousPane) => ask.at = ask.at.saturating_sub(1),
        Some(Action::Down | Action::NextPane) => ask.at = (ask.at + 1).min(last),
        Some(Action::Open) => {
            let at = ask.at;
            return choose(state, at);
        }
        Some(Action::Back) => {
            state.over.pop();
        }
        Some(action) => return crate::app::act(state, action),
        None => {}
    }
    Vec::new()
}

/// Takes an answer of the question.
pub(super) fn choose(state: &mut State, row: usize) -> Vec<Effect> {
    let Some(Over::Ask(ask)) = state.over.last() else {
        return Vec::new();
    };
    let purpose = ask.purpose.clone();
    if row >= purpose.words().1.len() {
        return Vec::new();
    }
    state.over.pop();
    match (purpose, row) {
        (Purpose::StartOver, 1) => {
            state.record.replace(Answers::new());
            state.body = crate::app::BodyMap::default();
            state.reassess();
            crate::app::guide::forgotten(state);
            state.browse.causes = crate::app::browse::Causes::default();
            state.tell("started-over");
        }
        (Purpose::Quit, 1) => name(state, true, true),
        (Purpose::Quit, 2) => return vec![Effect::Quit(0)],
        (Purpose::Replace { path, text }, 1) => {
            return vec![Effect::Write {
                path,
                text,
                replace: true,
            }];
        }
        _ => {}
    }
    Vec::new()
}

pub(super) fn name_key(state: &mut State, key: Key) -> Vec<Effect> {
    match key.code {
        Code::Esc => {
            state.over.pop();
            return Vec::new();
        }
        Code::Enter => return name_given(state),
        _ => {}
    }
    let Some(Over::Name(name)) = state.over.last_mut() else {
        return Vec::new();
    };
    match text::edit(&mut name.input, key) {
        Typed::Changed => {
            name.fault = None;
            Vec::new()
        }
        Typed::Moved => Vec::new(),
        Typed::NotText => crate::app::anywhere(state, key),
    }
}

fn name_given(state: &mut State) -> Vec<Effect> {
    let Some(Over::Name(name)) = state.over.last() else {
        return Vec::new();
    };
    let typed = name.input.value().trim().to_owned();
    if typed.is_empty() {
        return Vec::new();
    }
    let (save, then_quit) = (name.save, name.then_quit);
    let path = PathBuf::from(typed);
    if !save {
        return vec![Effect::Read(path)];
    }
    let summary = name.summary;
    let text = match summary {
        Some(form) => super::summary::written(state, form),
        None => saved_text(state),
    };
    match text {
        Ok(text) => {
            state.quit_when_saved = then_quit;
            state.saving_summary = summary.is_some();
            // The file these answers came from may be replaced without a question.
            let replace = summary.is_none() && state.file.as_ref() == Some(&path);
            vec![Effect::Write {
                path,
                text,
                replace,
            }]
        }
        Err(fault) => {
            state.fail(fault);
            Vec::new()
        }
    }
}

/// The answers as a file holds them.
///
/// # Errors
/// A bug in writing them.
pub fn saved_text(state: &State) -> Result<String, String> {
    let document = state.record.answers().to_saved(state.engine.knowledge);
    ron::ser::to_string_pretty(&document, ron::ser::PrettyConfig::default())
        .map(|text| text + "\n")
        .map_err(|fault| fault.to_string())
}
