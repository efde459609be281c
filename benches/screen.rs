//! From a key to the cells of its frame, at two sizes.
#![allow(clippy::unwrap_used)] // a bench that cannot start is to stop

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tingle::app::{Face, Message, Start, State, TheEngine, update};
use tingle::assessment::{Answers, Engine};
use tingle::keys::{Bindings, Code, Key};
use tingle::knowledge::{Files, Knowledge};
use tingle::language::Language;
use tingle::settings::Settings;
use tingle::{theme, ui};

/// Columns and rows of the terminals.
const SIZES: [(u16, u16); 2] = [(80, 24), (200, 60)];

static ENGINE: LazyLock<TheEngine> = LazyLock::new(|| {
    let files: &'static Files = Box::leak(Box::new(Files::embedded()));
    let knowledge: &'static Knowledge<'_> = Box::leak(Box::new(Knowledge::load(files).unwrap()));
    Box::leak(Box::new(Engine::new(knowledge).unwrap()))
});

fn main() {
    divan::main();
}

fn state(size: (u16, u16)) -> State {
    State::new(Start {
        engine: *ENGINE,
        language: Language::english().unwrap(),
        settings: Settings::default(),
        bindings: Bindings::default(),
        themes: theme::built_in(),
        emergency_number: "112".to_owned(),
        face: Face::Browse,
        welcome: false,
        answers: Answers::new(),
        file: None,
        size,
    })
}

/// A key, and the frame that follows.
fn press(state: &mut State, buffer: &mut Buffer, key: Key) {
    update(state, Message::Key(key));
    let hits = ui::draw(state, buffer.area, buffer);
    update(state, Message::Drawn(hits));
}

/// The cursor moves, so what-if is worked out anew.
#[divan::bench(args = SIZES)]
fn move_the_cursor(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    let mut state = state(size);
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    let mut down = true;
    bencher.bench_local(move || {
        let code = if down { Code::Down } else { Code::Up };
        down = !down;
        press(&mut state, &mut buffer, black_box(Key::plain(code)));
    });
}

/// An answer is given and taken back, so everything is assessed anew.
#[divan::bench(args = SIZES)]
fn answer(bencher: Bencher<'_, '_>, size: (u16, u16)) {
    let mut state = state(size);
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    for _ in 0..2 {
        press(&mut state, &mut buffer, Key::plain(Code::Down));
    }
    bencher.bench_local(move || press(&mut state, &mut buffer, black_box(Key::char('1'))));
}
