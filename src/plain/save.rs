//! Answers and results to a file, by name.

use std::path::{Path, PathBuf};

use super::print::Print;
use super::typed::{self, Order, Typed};
use super::{Over, Plain, Writing};
use crate::app::over::{saved_text, summary_of};
use crate::app::{Effect, Message};
use crate::article::{to_markdown, to_text};
use crate::report::{Depth, document, to_json};

/// Columns of a result saved as text.
const COLUMNS: usize = 80;

impl Plain {
    /// Asks for a name, where there is something to save.
    pub(super) fn ask_name(&mut self, out: &mut Print) {
        if self.state.record.answers().is_empty() {
            out.say(&self.say("nothing-answered"));
        } else if !matches!(self.over.last(), Some(Over::Name)) {
            self.over.push(Over::Name);
        }
        self.prompt(out);
    }

    /// A line where a name was asked for. None: it is an order like elsewhere.
    pub(super) fn named(&mut self, out: &mut Print, line: &str) -> Option<Vec<Effect>> {
        let name = line.trim();
        if name.is_empty() {
            self.over.pop();
            out.say(&self.say("plain-nothing-saved"));
            self.prompt(out);
            return Some(Vec::new());
        }
        let order = typed::order(&self.state.language, name);
        if matches!(
            order,
            Some(Order::Help | Order::Back | Order::Quit | Order::Menu)
        ) {
            return None;
        }
        Some(self.save(out, name))
    }

    /// Writes what the ending of the name asks for.
    pub(super) fn save(&mut self, out: &mut Print, name: &str) -> Vec<Effect> {
        if self.state.record.answers().is_empty() {
            self.ask_name(out);
            return Vec::new();
        }
        if name.chars().any(char::is_control) {
            return self.refuse(out, "plain-not-text");
        }
        let path = PathBuf::from(name);
        match self.text_for(&path) {
            Ok((writing, text)) => {
                self.writing = writing;
                let replace = self.state.file.as_ref() == Some(&path);
                vec![Effect::Write {
                    path,
                    text,
                    replace,
                }]
            }
            Err(fault) => {
                out.say(&fault);
                self.prompt(out);
                Vec::new()
            }
        }
    }

    fn text_for(&self, path: &Path) -> Result<(Writing, String), String> {
        let state = &self.state;
        let answers = state.record.answers();
        let page = || document(&summary_of(state, Depth::Plain));
        let ending = path.extension().and_then(|ending| ending.to_str());
        match ending.map(str::to_lowercase).as_deref() {
            Some("txt") => Ok((Writing::Report, to_text(&page(), COLUMNS))),
            Some("md") => Ok((Writing::Report, to_markdown(&page()))),
            Some("json") => to_json(state.engine, answers, &state.assessment)
                .map(|text| (Writing::Report, text))
                .map_err(|fault| fault.to_string()),
            _ => saved_text(state).map(|text| (Writing::Answers, text)),
        }
    }

    /// What came of writing.
    pub(super) fn came_of_it(&mut self, out: &mut Print, message: Message) -> Vec<Effect> {
        match message {
            Message::Saved(path) => {
                self.over
                    .retain(|over| !matches!(over, Over::Name | Over::Leave));
                let shown = path.display().to_string();
                out.say(&self.with("saved", &[("path", &shown)]));
                let effects = if self.writing == Writing::Answers {
                    let effects = self.pass(Message::Saved(path));
                    self.state.notice = None;
                    effects
                } else {
                    out.say(&self.say("plain-saved-report"));
                    Vec::new()
                };
                self.prompt(out);
                return effects;
            }
            Message::Exists { path, text } => {
                self.over.push(Over::Replace(path, text));
                self.prompt(out);
            }
            Message::Failed(fault) => {
                out.say(&fault);
                self.prompt(out);
            }
            message => return self.pass(message),
        }
        Vec::new()
    }

    /// The answer to whether a file is replaced. Only a clear yes replaces it.
    pub(super) fn replace_or_not(
        &mut self,
        out: &mut Print,
        typed: Typed<'_>,
        line: &str,
    ) -> Vec<Effect> {
        match typed {
            Typed::Number(2) | Typed::Order(Order::Yes) => {
                if let Some(Over::Replace(path, text)) = self.over.pop() {
                    return vec![Effect::Write {
                        path,
                        text,
                        replace: true,
                    }];
                }
            }
            Typed::Number(1) | Typed::Order(Order::No) | Typed::Nothing => {
                self.over.pop();
                out.say(&self.say("plain-nothing-saved"));
                self.prompt(out);
            }
            _ => self.unknown(out, line),
        }
        Vec::new()
    }

    /// Says what no file holds.
    pub(super) fn unsaved(&self, out: &mut Print) {
        if self.state.record.unsaved() {
            out.gap();
            out.say(&self.say("plain-unsaved"));
        }
    }
}
