//! A screen to type at and to look at.

use std::sync::LazyLock;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use tingle::app::{Effect, Face, Message, Start, State, TheEngine, guide, update};
use tingle::assessment::{Answer, Answers, Engine};
use tingle::keys::{Action, Bindings, Key};
use tingle::knowledge::{Files, Knowledge};
use tingle::language::Language;
use tingle::settings::Settings;
use tingle::theme::Theme;
use tingle::ui;

/// The shipped knowledge base, compiled once for all tests.
static ENGINE: LazyLock<TheEngine> = LazyLock::new(|| {
    let files: &'static Files = Box::leak(Box::new(Files::embedded()));
    let knowledge: &'static Knowledge<'_> = Box::leak(Box::new(Knowledge::load(files).unwrap()));
    Box::leak(Box::new(Engine::new(knowledge).unwrap()))
});

/// The engine of all tests.
pub fn engine() -> TheEngine {
    *ENGINE
}

/// Looks that tell every meaning apart, so that a lost style is seen.
pub fn telling_theme() -> Theme {
    let colour = |number| Style::new().fg(Color::Indexed(number));
    Theme {
        name: "telling".to_owned(),
        text: colour(1),
        quiet: colour(2),
        title: colour(3),
        accent: colour(4),
        rule: colour(5),
        bar: colour(6),
        selected: colour(7).add_modifier(Modifier::REVERSED),
        marked: colour(8),
        urgent: colour(9),
        soon: colour(10),
        calm: colour(11),
        zone: colour(12),
        lit: colour(13),
    }
}

/// A screen under test.
pub struct Screen {
    /// The state.
    pub state: State,
    /// What the outside was asked to do.
    pub effects: Vec<Effect>,
}

impl Screen {
    /// A screen of this size with the telling looks.
    pub fn new(columns: u16, rows: u16) -> Self {
        Self::with(columns, rows, |_| {})
    }

    /// A screen with the start changed.
    pub fn with(columns: u16, rows: u16, change: impl FnOnce(&mut Start)) -> Self {
        let mut start = Start {
            engine: engine(),
            language: Language::english().unwrap(),
            settings: Settings::default(),
            bindings: Bindings::default(),
            themes: vec![telling_theme(), Theme::mono()],
            emergency_number: "112".to_owned(),
            face: Face::Browse,
            welcome: false,
            answers: Answers::new(),
            file: None,
            size: (columns, rows),
        };
        change(&mut start);
        let mut screen = Self {
            state: State::new(start),
            effects: Vec::new(),
        };
        screen.draw();
        screen
    }

    /// Presses keys: names separated by spaces; `text:two_words` types letters.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            if let Some(text) = name.strip_prefix("text:") {
                for letter in text.chars() {
                    let letter = if letter == '_' { ' ' } else { letter };
                    self.send(Message::Key(Key::char(letter)));
                }
            } else {
                self.send(Message::Key(name.parse().unwrap()));
            }
        }
        self
    }

    /// Sends a message and draws, as the loop does.
    pub fn send(&mut self, message: Message) -> &mut Self {
        let effects = update(&mut self.state, message);
        self.effects.extend(effects);
        self.draw();
        self
    }

    /// Goes on to the next screen of the walk; a long list is gone through page by
    /// page.
    pub fn go_on(&mut self) -> &mut Self {
        let place = |state: &State| (state.guide.page(), state.guide.position());
        self.draw();
        let before = place(&self.state);
        for _ in 0..40 {
            guide::act(&mut self.state, Action::GoOn);
            self.draw();
            if place(&self.state) != before || self.state.guide.layer.is_some() {
                break;
            }
        }
        self
    }

    /// Draws the screen and hands back where things are.
    pub fn draw(&mut self) -> Buffer {
        let (columns, rows) = self.state.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        let hits = ui::draw(&self.state, buffer.area, &mut buffer);
        update(&mut self.state, Message::Drawn(hits));
        buffer
    }

    /// The screen as text.
    pub fn text(&mut self) -> String {
        let buffer = self.draw();
        rows(&buffer).join("\n")
    }

    /// The answer to a finding.
    pub fn answer(&self, id: &str) -> Option<Answer> {
        let finding = engine().knowledge.finding(id).unwrap();
        self.state.record.answers().get(finding)
    }
}

/// The rows of a buffer, without the cells that a wide letter covers.
pub fn rows(buffer: &Buffer) -> Vec<String> {
    (buffer.area.top()..buffer.area.bottom())
        .map(|y| {
            let mut row = String::new();
            let mut covered = 0;
            for x in buffer.area.left()..buffer.area.right() {
                let symbol = buffer[(x, y)].symbol();
                if covered > 0 {
                    covered -= 1;
                    continue;
                }
                row.push_str(symbol);
                covered = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
            }
            row.trim_end().to_owned()
        })
        .collect()
}

/// The looks of a buffer, one letter a cell, for rows where anything but plain
/// text stands.
pub fn looks(buffer: &Buffer, theme: &Theme) -> Vec<String> {
    let meanings = [
        (theme.text, '.'),
        (theme.quiet, 'q'),
        (theme.title, 't'),
        (theme.accent, 'a'),
        (theme.rule, 'r'),
        (theme.bar, 'b'),
        (theme.selected, 'S'),
        (theme.marked, 'm'),
        (theme.urgent, 'U'),
        (theme.soon, 's'),
        (theme.calm, 'c'),
        (theme.zone, 'z'),
        (theme.lit, 'l'),
    ];
    (buffer.area.top()..buffer.area.bottom())
        .map(|y| {
            let row: String = (buffer.area.left()..buffer.area.right())
                .map(|x| {
                    let cell = &buffer[(x, y)];
                    if cell.modifier.contains(Modifier::REVERSED) {
                        return 'S';
                    }
                    meanings
                        .iter()
                        .find(|(style, _)| style.fg == Some(cell.fg))
                        .map_or('?', |(_, letter)| *letter)
                })
                .collect();
            row.trim_end_matches('.').to_owned()
        })
        .collect()
}
