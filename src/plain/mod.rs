//! The program as lines: for a screen reader, a terminal that can only do
//! lines, a pipe, a script.
//!
//! Append-only. The same state as the full screen; what a screen of the
//! walkthrough holds comes from [`guide::view`](crate::app::guide::view). No
//! input, no output, no clock here: a line goes in, text and effects come out.

mod help;
mod numbers;
mod pages;
mod print;
mod save;
mod typed;
mod walk;

use std::path::PathBuf;
use std::time::Duration;

pub use print::Manner;
use print::Print;
pub use typed::LONGEST;
use typed::{Order, Typed};

use crate::app::{Effect, Face, Message, State, update};
use crate::knowledge::{Entry, Urgency};
use crate::report::words::headline;

/// Lines in a row that nobody understood, after which input that no person
/// types is given up.
const PATIENCE: usize = 25;

/// How the conversation is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// How lines are written.
    pub manner: Manner,
    /// A person types, not a script.
    pub person: bool,
}

/// A conversation in lines.
#[derive(Debug)]
pub struct Plain {
    state: State,
    options: Options,
    /// What stands over the menu or the walkthrough, the topmost last.
    over: Vec<Over>,
    /// The class that was told last.
    told: Urgency,
    /// What is being written to a file.
    writing: Writing,
    timer: walk::Timer,
    /// Lines in a row that were not understood.
    missed: usize,
    ended: bool,
}

/// Something in between.
#[derive(Debug)]
enum Over {
    /// Words to look for are typed.
    Find,
    /// One of these can be read.
    Found(Vec<Entry>),
    /// A page, with what it leads to.
    Page(Entry, Vec<Entry>),
    /// A file name is typed.
    Name,
    /// Replace this file?
    Replace(PathBuf, String),
    /// Leave without saving?
    Leave,
}

/// What a file being written holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    /// The answers, to be opened again.
    Answers,
    /// Something to read.
    Report,
}

/// Why a conversation ends without a person saying so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// There is no more input.
    Input,
    /// The system asks the program to end.
    Stop,
}

impl Plain {
    /// A conversation over a state.
    pub fn new(state: State, options: Options) -> Self {
        Self {
            told: state.assessment.triage.urgency,
            state,
            options,
            over: Vec::new(),
            writing: Writing::Answers,
            timer: walk::Timer::default(),
            missed: 0,
            ended: false,
        }
    }

    /// The state.
    pub fn state(&self) -> &State {
        &self.state
    }

    fn print(&self) -> Print {
        Print::new(self.options.manner)
    }

    /// What is said first.
    pub fn start(&mut self) -> String {
        let mut out = self.print();
        if self.state.face == Face::Browse {
            let number = self.state.emergency_number.clone();
            out.say(&self.say("plain-hello"));
            out.say(&self.with("plain-emergency", &[("number", &number)]));
            out.say(&self.say("welcome-signs"));
            out.say(&self.say("welcome-not"));
            out.gap();
        }
        self.show(&mut out);
        out.into_text()
    }

    /// A line that was typed, without its end.
    pub fn line(&mut self, line: &str) -> (String, Vec<Effect>) {
        let mut out = self.print();
        out.apart();
        self.state.notice = None;
        let missed = self.missed;
        let effects = if self.ended {
            Vec::new()
        } else if line.len() > LONGEST {
            self.refuse(&mut out, "plain-too-long")
        } else if line.chars().any(char::is_control) && line.contains('\0') {
            self.refuse(&mut out, "plain-not-text")
        } else {
            self.take(&mut out, line)
        };
        if self.missed == missed {
            self.missed = 0;
        }
        self.finish(out, effects)
    }

    /// A line that is no text at all.
    pub fn no_text(&mut self) -> (String, Vec<Effect>) {
        let mut out = self.print();
        out.apart();
        let effects = self.refuse(&mut out, "plain-not-text");
        self.finish(out, effects)
    }

    /// What came of an effect, or what time it is.
    pub fn hear(&mut self, message: Message) -> (String, Vec<Effect>) {
        let mut out = self.print();
        let effects = match message {
            Message::Time(now) => {
                self.state.now = now;
                Vec::new()
            }
            Message::Wake(now) => self.wake(&mut out, now),
            message => self.came_of_it(&mut out, message),
        };
        self.finish(out, effects)
    }

    /// When to be woken, since the start.
    pub fn deadline(&self) -> Option<Duration> {
        match (self.timer.ends(), self.state.deadline()) {
            (Some(own), Some(other)) => Some(own.min(other)),
            (own, other) => own.or(other),
        }
    }

    /// What is said at the end that nobody typed.
    pub fn end(&mut self, end: End) -> String {
        if std::mem::replace(&mut self.ended, true) {
            return String::new();
        }
        let mut out = self.print();
        out.apart();
        out.say(&self.say(match end {
            End::Input => "plain-end-input",
            End::Stop => "plain-end-stop",
        }));
        self.all_answers(&mut out);
        if !self.state.record.answers().is_empty() {
            out.gap();
            self.result(&mut out, true);
        }
        self.unsaved(&mut out);
        out.into_text()
    }

    fn say(&self, key: &str) -> String {
        self.state.language.say(key)
    }

    fn with(&self, key: &str, places: &[(&str, &str)]) -> String {
        self.state.language.with(key, places)
    }

    /// Adds what changed by the way.
    fn finish(&mut self, mut out: Print, effects: Vec<Effect>) -> (String, Vec<Effect>) {
        if let Some(notice) = self.state.notice.take() {
            out.say(&notice);
        }
        if self.missed >= PATIENCE && !self.options.person && !self.ended {
            out.say(&self.with("plain-given-up", &[("n", &PATIENCE.to_string())]));
            let end = self.end(End::Input);
            return (out.into_text() + &end, vec![Effect::Quit(0)]);
        }
        (out.into_text(), effects)
    }

    /// Says what is wrong, and what can be typed.
    fn refuse(&mut self, out: &mut Print, key: &str) -> Vec<Effect> {
        self.missed += 1;
        out.say(&self.say(key));
        self.prompt(out);
        Vec::new()
    }

    /// Does not understand a line.
    fn unknown(&mut self, out: &mut Print, typed: &str) {
        self.missed += 1;
        let shown: String = typed.chars().take(40).collect();
        out.say(&self.with("plain-unknown", &[("typed", &shown)]));
        self.prompt(out);
    }

    fn take(&mut self, out: &mut Print, line: &str) -> Vec<Effect> {
        if self.timer.stop() {
            out.say(&self.say("plain-time-stopped"));
            if line.trim().is_empty() {
                self.prompt(out);
                return Vec::new();
            }
        }
        // A file name is taken as it stands.
        if matches!(self.over.last(), Some(Over::Name))
            && let Some(effects) = self.named(out, line)
        {
            return effects;
        }
        match typed::read(&self.state.language, line) {
            Typed::Order(Order::Quit) => return self.quit(out),
            Typed::Order(Order::Help) => {
                self.help(out);
                self.prompt(out);
            }
            Typed::Order(Order::Back) if !self.over.is_empty() => {
                self.over.pop();
                self.show(out);
            }
            Typed::Order(Order::SoFar) => {
                self.result(out, true);
                out.gap();
                self.prompt(out);
            }
            Typed::Order(Order::Save) => self.ask_name(out),
            Typed::SaveAs(name) => return self.save(out, name),
            Typed::Order(Order::Menu) => {
                self.over.clear();
                self.state.face = Face::Browse;
                self.show(out);
            }
            Typed::Search(words) => self.search(out, words),
            typed => return self.here(out, typed, line),
        }
        Vec::new()
    }

    /// A line that means something else in each place.
    fn here(&mut self, out: &mut Print, typed: Typed<'_>, line: &str) -> Vec<Effect> {
        match (self.over.last(), typed) {
            (Some(Over::Leave), _) => self.unknown(out, line),
            (Some(Over::Find), Typed::Nothing) => {
                self.over.pop();
                self.show(out);
            }
            (Some(Over::Find), _) => {
                self.over.pop();
                self.search(out, line.trim());
            }
            (Some(Over::Found(_) | Over::Page(..)), Typed::Nothing) => self.show(out),
            (Some(Over::Found(list) | Over::Page(_, list)), Typed::Number(number)) => {
                let chosen = number.checked_sub(1).and_then(|row| list.get(row)).copied();
                match chosen {
                    Some(entry) => self.open(out, entry),
                    None => self.unknown(out, line),
                }
            }
            (Some(Over::Replace(..)), typed) => return self.replace_or_not(out, typed, line),
            (Some(_), _) => self.unknown(out, line),
            (None, typed) if self.state.face == Face::Guide => {
                return self.walk(out, typed, line);
            }
            (None, typed) => return self.menu(out, typed, line),
        }
        Vec::new()
    }

    fn menu(&mut self, out: &mut Print, typed: Typed<'_>, line: &str) -> Vec<Effect> {
        match typed {
            Typed::Number(1) => {
                crate::app::guide::open(&mut self.state);
                self.show(out);
            }
            Typed::Number(2) => {
                self.over.push(Over::Find);
                self.show(out);
            }
            Typed::Number(3) => {
                self.result(out, true);
                out.gap();
                self.prompt(out);
            }
            Typed::Number(0) => return self.quit(out),
            Typed::Nothing | Typed::Order(Order::Back) => self.show(out),
            _ => self.unknown(out, line),
        }
        Vec::new()
    }

    /// Leaves, but not without saying what would be lost.
    fn quit(&mut self, out: &mut Print) -> Vec<Effect> {
        let asked = matches!(self.over.last(), Some(Over::Leave));
        if asked || !self.state.record.unsaved() {
            self.ended = true;
            out.say(&self.say(if asked {
                "plain-left-unsaved"
            } else {
                "plain-left"
            }));
            return vec![Effect::Quit(0)];
        }
        self.over.push(Over::Leave);
        self.show(out);
        Vec::new()
    }

    /// Everything there is to say where one is, and what can be typed.
    fn show(&mut self, out: &mut Print) {
        match self.over.last() {
            None if self.state.face == Face::Guide => self.show_walk(out),
            None => {
                out.say(&self.say("plain-menu"));
                for (number, key) in [
                    (1, "plain-menu-walk"),
                    (2, "plain-menu-read"),
                    (3, "plain-menu-result"),
                    (0, "plain-menu-leave"),
                ] {
                    out.numbered(number, &self.say(key));
                }
            }
            Some(Over::Found(found)) => self.show_found(out, &found.clone()),
            Some(&Over::Page(entry, _)) => self.show_page(out, entry),
            Some(Over::Leave) => out.say(&self.say("plain-leave")),
            Some(Over::Find | Over::Name | Over::Replace(..)) => {}
        }
        self.prompt(out);
    }

    /// What can be typed here.
    fn prompt(&self, out: &mut Print) {
        let text = match self.over.last() {
            None if self.state.face == Face::Guide => self.walk_prompt(),
            None => self.say("plain-prompt-menu"),
            Some(Over::Find) => self.say("plain-prompt-find"),
            Some(Over::Found(_)) => self.say("plain-prompt-found"),
            Some(Over::Page(_, links)) if links.is_empty() => self.say("plain-prompt-page"),
            Some(Over::Page(..)) => self.say("plain-prompt-links"),
            Some(Over::Name) => self.say("plain-prompt-name"),
            Some(Over::Replace(path, _)) => self.with(
                "plain-prompt-replace",
                &[("path", &path.display().to_string())],
            ),
            Some(Over::Leave) => self.say("plain-prompt-leave"),
        };
        out.say(&text);
    }

    /// Says so where the answers now ask for another class that matters.
    fn tell_urgency(&mut self, out: &mut Print) {
        let now = self.state.assessment.triage.urgency;
        let before = std::mem::replace(&mut self.told, now);
        if now != before && now.max(before) > Urgency::Weeks {
            out.say(&self.with("plain-so-far", &[("urgency", headline(now))]));
        }
    }

    /// Does what an action asks of the state.
    fn act(&mut self, action: crate::keys::Action) -> Vec<Effect> {
        crate::app::guide::act(&mut self.state, action)
    }

    /// Hands a message on to the state.
    fn pass(&mut self, message: Message) -> Vec<Effect> {
        update(&mut self.state, message)
    }
}

#[cfg(test)]
mod tests;
