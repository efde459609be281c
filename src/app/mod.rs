//! The state of the full-screen program, and how messages change it.
//!
//! No input, no output, no clock here: time and files arrive as messages and
//! leave as effects.

pub mod body;
mod hits;
mod message;
mod record;

use std::time::Duration;

pub use hits::{Hits, Target, Window};
pub use message::{Deed, Effect, Message, Mouse};
pub use record::Record;

use crate::assessment::{Answer, Answers, Assessment, Engine, assess, question::Asking};
use crate::keys::Bindings;
use crate::language::Language;
use crate::settings::Settings;
use crate::theme::Theme;

/// The engine over a knowledge base that lives as long as the program.
pub type TheEngine = &'static Engine<'static, 'static>;

/// A pane of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pane {
    /// What you notice.
    #[default]
    Signs,
    /// Possible causes.
    Causes,
    /// A page about one entry.
    Detail,
}

/// What the program starts with.
#[derive(Debug, Clone)]
pub struct Start {
    /// The engine.
    pub engine: TheEngine,
    /// Words of the interface.
    pub language: Language,
    /// Settings.
    pub settings: Settings,
    /// Keys.
    pub bindings: Bindings,
    /// All themes; never empty.
    pub themes: Vec<Theme>,
    /// Number to call in an emergency.
    pub emergency_number: String,
    /// Whether the first-run page is due.
    pub welcome: bool,
    /// Answers to begin with.
    pub answers: Answers,
    /// Columns and rows.
    pub size: (u16, u16),
}

/// Everything the screen shows.
#[derive(Debug)]
pub struct State {
    /// The engine.
    pub engine: TheEngine,
    /// Words of the interface.
    pub language: Language,
    /// Settings.
    pub settings: Settings,
    /// Keys.
    pub bindings: Bindings,
    /// All themes.
    pub themes: Vec<Theme>,
    /// The theme in use.
    pub theme: usize,
    /// Number to call in an emergency.
    pub emergency_number: String,
    /// The answers.
    pub record: Record,
    /// What follows from the answers.
    pub assessment: Assessment,
    /// The person examines another one.
    pub examiner: bool,
    /// A line of news, until the next key.
    pub notice: Option<String>,
    /// Columns and rows.
    pub size: (u16, u16),
    /// The screen as last drawn.
    pub hits: Hits,
}

impl State {
    /// The state at the start.
    pub fn new(start: Start) -> Self {
        let mut record = Record::default();
        record.replace(start.answers);
        record.now_saved();
        let theme = start
            .themes
            .iter()
            .position(|theme| theme.name == start.settings.theme)
            .unwrap_or(0);
        let assessment = assess(start.engine, record.answers(), Asking::default());
        Self {
            engine: start.engine,
            language: start.language,
            settings: start.settings,
            bindings: start.bindings,
            themes: start.themes,
            theme,
            emergency_number: start.emergency_number,
            record,
            assessment,
            examiner: false,
            notice: None,
            size: start.size,
            hits: Hits::default(),
        }
    }

    /// Gives an answer or takes it back, and assesses anew.
    pub fn answer(&mut self, finding: usize, answer: Option<Answer>) {
        self.record.set(finding, answer);
        self.reassess();
    }

    /// Works out everything that follows from the answers.
    pub fn reassess(&mut self) {
        let asking = Asking {
            examiner: self.examiner,
            ..Asking::default()
        };
        self.assessment = assess(self.engine, self.record.answers(), asking);
    }

    /// When the program next wants to be woken, since the start; never by default.
    pub fn deadline(&self) -> Option<Duration> {
        None
    }
}

/// Changes the state and says what the outside has to do.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Drawn(hits) => state.hits = hits,
        Message::Resize(columns, rows) => state.size = (columns, rows),
        Message::Stop => return vec![Effect::Quit(0)],
        _ => {}
    }
    Vec::new()
}
