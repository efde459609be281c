//! The state of the full-screen program, and how messages change it.
//!
//! No input, no output, no clock here: time and files arrive as messages and
//! leave as effects.

pub mod body;
pub mod browse;
pub mod guide;
mod hits;
pub mod kiosk;
mod message;
pub mod over;
mod record;
pub mod search;
mod text;

use std::path::PathBuf;
use std::time::Duration;

pub use body::BodyMap;
pub use browse::Browse;
pub use guide::Guide;
pub use hits::{Hits, LaidOut, LineLook, PageLine, Target, Window};
pub use kiosk::Kiosk;
pub use message::{Deed, Effect, Message, Mouse};
pub use over::Over;
pub use record::Record;

use crate::assessment::{Answer, Answers, Assessment, Engine, assess, question::Asking, sketch};
use crate::keys::{Action, Bindings, Key, Scope};
use crate::knowledge::schema::AnswerKind;
use crate::language::Language;
use crate::report::dates::Moment;
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

/// What fills the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Face {
    /// The browser.
    #[default]
    Browse,
    /// The walkthrough.
    Guide,
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
    /// What to show first.
    pub face: Face,
    /// Whether the first-run page is due.
    pub welcome: bool,
    /// Answers to begin with.
    pub answers: Answers,
    /// The file they came from.
    pub file: Option<PathBuf>,
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
    /// The assessment is a sketch: the rest follows once the screen is drawn.
    sketched: bool,
    /// How often the assessment has changed.
    pub version: u64,
    /// The person examines another one.
    pub examiner: bool,
    /// What fills the screen.
    pub face: Face,
    /// Set where this is a kiosk.
    pub kiosk: Option<Kiosk>,
    /// The browser.
    pub browse: Browse,
    /// Where a person is in the walkthrough.
    pub guide: Guide,
    /// The map of the leg; it keeps which leg was marked.
    pub body: BodyMap,
    /// What lies over it, the topmost last.
    pub over: Vec<Over>,
    /// The file the answers came from or went to.
    pub file: Option<PathBuf>,
    /// The folder a file goes to that is named without one.
    pub folder: Option<PathBuf>,
    /// When the summary was opened, on the clock of the reader.
    pub moment: Moment,
    /// What is being saved is the summary, not the answers.
    saving_summary: bool,
    /// Leave once the answers are saved.
    quit_when_saved: bool,
    /// A line of news, until the next key.
    pub notice: Option<String>,
    /// Time since the start, as last told.
    pub now: Duration,
    /// Columns and rows.
    pub size: (u16, u16),
    /// The screen as last drawn.
    pub hits: Hits,
}

impl State {
    /// The state at the start.
    pub fn new(start: Start) -> Self {
        let mut record = Record::default();
        record.begin_with(start.answers);
        let theme = start
            .themes
            .iter()
            .position(|theme| theme.name == start.settings.theme)
            .unwrap_or(0);
        // The first screen shows nothing of what a sketch leaves out.
        let assessment = sketch(start.engine, record.answers(), Asking::default());
        let mut state = Self {
            engine: start.engine,
            language: start.language,
            settings: start.settings,
            bindings: start.bindings,
            themes: start.themes,
            theme,
            emergency_number: start.emergency_number,
            record,
            assessment,
            sketched: true,
            version: 0,
            examiner: false,
            face: Face::Browse,
            kiosk: None,
            browse: Browse::default(),
            guide: Guide::default(),
            body: BodyMap::default(),
            over: Vec::new(),
            file: start.file,
            folder: None,
            moment: Moment::default(),
            saving_summary: false,
            quit_when_saved: false,
            notice: None,
            now: Duration::ZERO,
            size: start.size,
            hits: Hits::default(),
        };
        match start.face {
            // Its first screen says what the first-run page says.
            Face::Guide => guide::open(&mut state),
            Face::Browse if start.welcome => over::welcome(&mut state),
            Face::Browse => {}
        }
        state
    }

    /// Gives an answer or takes it back, and assesses anew.
    pub fn answer(&mut self, finding: usize, answer: Option<Answer>) {
        self.record.set(finding, answer);
        // The walkthrough must notice an emergency at once.
        if self.face == Face::Guide || browse::shows_all_of_the_assessment(self) {
            self.reassess();
        } else {
            self.assessment = sketch(self.engine, self.record.answers(), self.asking());
            self.sketched = true;
            self.version += 1;
            browse::settle(self);
        }
    }

    fn asking(&self) -> Asking {
        Asking {
            examiner: self.examiner,
            ..Asking::default()
        }
    }

    /// Adds what a sketch left out.
    fn complete(&mut self) {
        if std::mem::take(&mut self.sketched) {
            let answers = self.record.answers();
            self.assessment.complete(self.engine, answers);
            self.version += 1;
        }
    }

    /// Works out everything that follows from the answers.
    pub fn reassess(&mut self) {
        self.assessment = assess(self.engine, self.record.answers(), self.asking());
        self.sketched = false;
        self.version += 1;
        browse::settle(self);
        if self.face == Face::Guide {
            guide::check_alarm(self);
        }
    }

    /// How a finding is answered.
    pub fn kind(&self, finding: usize) -> Option<&'static AnswerKind<'static>> {
        let knowledge = self.engine.knowledge;
        knowledge.findings.get(finding).map(|entry| &entry.answer)
    }

    /// The look in use.
    pub fn look(&self) -> Option<&Theme> {
        self.themes.get(self.theme)
    }

    /// When the program next wants to be woken, since the start; never by default.
    pub fn deadline(&self) -> Option<Duration> {
        match (&self.kiosk, self.face) {
            (Some(kiosk), _) => kiosk::deadline(self, kiosk),
            (None, Face::Guide) => guide::check::deadline(self),
            (None, Face::Browse) => None,
        }
    }

    /// Shows a line of news.
    fn tell(&mut self, key: &str) {
        self.notice = Some(self.language.say(key));
    }

    /// Shows what went wrong, where the person is looking.
    fn fail(&mut self, fault: String) {
        self.quit_when_saved = false;
        match self.over.last_mut() {
            Some(Over::Name(name)) => name.fault = Some(fault),
            _ => self.notice = Some(fault),
        }
    }
}

/// Changes the state and says what the outside has to do.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    // Keys that came together are drawn together.
    if !matches!(message, Message::Drawn(_)) {
        state.complete();
    }
    if state.kiosk.is_some() {
        return kiosk::update(state, message);
    }
    match message {
        Message::Drawn(hits) => {
            state.hits = hits;
            guide::drawn(state);
            state.complete();
        }
        Message::Resize(columns, rows) => state.size = (columns, rows),
        Message::Stop => return vec![Effect::Quit(0)],
        Message::Key(key) => {
            state.notice = None;
            return match state.face {
                _ if !state.over.is_empty() => over::key(state, key),
                Face::Browse => browse::key(state, key),
                Face::Guide => guide::key(state, key),
            };
        }
        Message::Mouse(mouse) => return clicked(state, mouse),
        Message::Paste(text) => {
            if !state.over.is_empty() {
                over::pasted(state, &text);
            } else if state.face == Face::Browse {
                browse::pasted(state, &text);
            }
        }
        Message::Clock(civil, locale) => {
            state.moment = civil.moment(&locale, &state.language);
        }
        Message::Saved(path) => {
            let summary = std::mem::take(&mut state.saving_summary);
            if !summary {
                state.record.now_saved();
            }
            state.notice = Some(
                state
                    .language
                    .with("saved", &[("path", &path.display().to_string())]),
            );
            close_name(state);
            if summary {
                return Vec::new();
            }
            state.file = Some(path);
            if state.quit_when_saved {
                return vec![Effect::Quit(0)];
            }
        }
        Message::Exists { path, text } => over::ask_replace(state, path, text),
        Message::Opened { path, text } => opened(state, path, &text),
        Message::CopiedInTmux => state.tell("sum-copied-tmux"),
        Message::Failed(fault) => state.fail(fault),
        Message::Time(now) | Message::Wake(now) => {
            state.now = now;
            guide::check::tell_time(state);
        }
        Message::Resumed | Message::Printed(..) | Message::PinChecked(_) | Message::Told(_) => {}
    }
    Vec::new()
}

fn close_name(state: &mut State) {
    state.over.retain(|over| !matches!(over, Over::Name(_)));
}

fn opened(state: &mut State, path: PathBuf, text: &str) {
    match Answers::read(state.engine.knowledge, text) {
        Ok(answers) => {
            let key = if state.record.unsaved() {
                "opened-over"
            } else {
                "opened"
            };
            let aside = answers.put_aside(state.engine.knowledge, text);
            state.record.replace(answers);
            state.body = BodyMap::default();
            state.record.now_saved();
            state.notice = Some(state.language.with(
                key,
                &[
                    ("path", &path.display().to_string()),
                    ("undo", &state.bindings.shown(Action::Undo)),
                ],
            ));
            if let (Some(first), Some(notice)) = (aside.first(), &mut state.notice) {
                let n = aside.len().to_string();
                let more = [("n", n.as_str()), ("first", first.message.as_str())];
                *notice = state.language.with("opened-aside", &more);
            }
            state.file = Some(path);
            close_name(state);
            state.reassess();
        }
        Err(faults) => {
            let fault = faults.first().map(ToString::to_string).unwrap_or_default();
            state.fail(fault);
        }
    }
}

/// An action that means the same everywhere, or one of the browser.
fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Help => over::open_help(state),
        Action::Summary => return over::open_summary(state),
        Action::BodyMap => over::open_body(state),
        Action::Guide => guide::open(state),
        Action::Quit => return over::ask_quit(state),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
        Action::Theme => {
            state.theme = (state.theme + 1) % state.themes.len().max(1);
            let name = state.look().map_or(String::new(), |look| look.name.clone());
            state.notice = Some(state.language.with("theme-is", &[("name", &name)]));
        }
        Action::Mouse => {
            state.settings.mouse = !state.settings.mouse;
            state.tell(if state.settings.mouse {
                "mouse-on"
            } else {
                "mouse-off"
            });
            return vec![Effect::Mouse(state.settings.mouse)];
        }
        _ => return browse::act(state, action),
    }
    Vec::new()
}

/// A key while a text is being typed: only what means the same everywhere and
/// writes no letter.
fn anywhere(state: &mut State, key: Key) -> Vec<Effect> {
    match state.bindings.action(key, &[Scope::Everywhere]) {
        Some(action) if key.types().is_none() => act(state, action),
        _ => Vec::new(),
    }
}

fn clicked(state: &mut State, mouse: Mouse) -> Vec<Effect> {
    let target = state.hits.at(mouse.column, mouse.row).cloned();
    let down = mouse.deed == Deed::WheelDown;
    if mouse.deed == Deed::Press {
        state.notice = None;
    }
    if !state.over.is_empty() {
        return match (mouse.deed, target) {
            (Deed::Press, Some(Target::Over(row))) => over::click(state, Some(row)),
            (Deed::Press, Some(Target::Zone(place))) => {
                over::click_zone(state, place);
                Vec::new()
            }
            (Deed::Press, Some(Target::Do(action))) => over::act(state, action),
            (Deed::Press, _) => over::click(state, None),
            _ => {
                over::wheel(state, down);
                Vec::new()
            }
        };
    }
    if state.face == Face::Guide {
        return match (mouse.deed, target) {
            (Deed::Press, Some(Target::Over(row))) => guide::choose(state, row),
            (Deed::Press, Some(Target::Do(action))) => guide::act(state, action),
            (Deed::Press, _) => Vec::new(),
            (Deed::WheelUp, _) => guide::act(state, Action::Up),
            (Deed::WheelDown, _) => guide::act(state, Action::Down),
        };
    }
    match (mouse.deed, target) {
        (Deed::Press, Some(target)) => browse::click(state, &target),
        (Deed::Press, None) => Vec::new(),
        (_, _) => {
            if let Some(pane) = state.hits.pane_at(mouse.column, mouse.row) {
                browse::wheel(state, pane, down);
            }
            Vec::new()
        }
    }
}
