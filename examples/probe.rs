//! The least ratatui program with one list on the same loop: what the stack
//! itself costs. Measurements of `tingle` are quoted as ratios to it.
//!
//! `q` and Ctrl-C quit, Ctrl-Z pauses, `!` panics in the loop, `@` in another
//! thread. Pasted text is shown, and is no key.

use std::process::ExitCode;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::{HighlightSpacing, List, ListState, StatefulWidget, Widget};
use tingle::app::{Effect, Hits, Message};
use tingle::keys::{Code, Key};
use tingle::terminal::{Colours, Options, Screen, run};

const ROWS: usize = 100;

#[derive(Default)]
struct Probe {
    selected: usize,
    pasted: String,
}

impl Screen for Probe {
    fn handle(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(key) => return self.key(key),
            Message::Paste(text) => self.pasted = text,
            Message::Stop => return vec![Effect::Quit(0)],
            _ => {}
        }
        Vec::new()
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer) -> Hits {
        let title = format!(
            " tingle probe {}x{} {}",
            area.width, area.height, self.pasted
        );
        Widget::render(Line::raw(title), area, buffer);
        let below = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        }
        .intersection(area);
        let mut state = ListState::default().with_selected(Some(self.selected));
        let list = List::new((0..ROWS).map(|row| format!("row {row}")))
            .highlight_style(Style::new().add_modifier(Modifier::REVERSED))
            .highlight_symbol("> ")
            .highlight_spacing(HighlightSpacing::Always);
        StatefulWidget::render(list, below, buffer, &mut state);
        let row = u16::try_from(self.selected.saturating_sub(state.offset())).unwrap_or(0);
        Hits {
            cursor: Some(Position::new(below.x, below.y.saturating_add(row))),
            ..Hits::default()
        }
    }

    fn deadline(&self) -> Option<Duration> {
        None
    }
}

impl Probe {
    #[expect(clippy::panic, reason = "what happens then is what the tests look at")]
    fn key(&mut self, key: Key) -> Vec<Effect> {
        match key {
            key if key == Key::char('q') || key == Key::ctrl('c') => return vec![Effect::Quit(0)],
            key if key == Key::ctrl('z') => return vec![Effect::Suspend],
            key if key == Key::char('!') => panic!("the probe was told to"),
            key if key == Key::char('@') => {
                let _ = std::thread::spawn(|| panic!("the probe was told to, elsewhere")).join();
            }
            key if key == Key::plain(Code::Down) => {
                self.selected = (self.selected + 1).min(ROWS - 1);
            }
            key if key == Key::plain(Code::Up) => self.selected = self.selected.saturating_sub(1),
            _ => {}
        }
        Vec::new()
    }
}

fn main() -> ExitCode {
    let options = Options {
        mouse: true,
        colours: Colours::Own,
    };
    match run(options, None, |_| Ok(Probe::default())) {
        Ok(code) => ExitCode::from(code),
        Err(refusal) => {
            eprintln!("{}", refusal.message);
            ExitCode::from(refusal.code)
        }
    }
}
