//! Thousands of random messages at any size.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use tingle::app::browse::{causes, signs};
use tingle::app::{Deed, Message, Mouse};
use tingle::keys::{Action, Code, Key};

use crate::harness::Screen;

pub fn key() -> impl Strategy<Value = Key> {
    let bound: Vec<Key> = Action::ALL
        .iter()
        .flat_map(|action| action.default_keys())
        .collect();
    prop_oneof![
        8 => proptest::sample::select(bound),
        2 => any::<char>().prop_map(Key::char),
        1 => (0u8..13).prop_map(|number| Key::plain(Code::F(number))),
    ]
}

pub fn message() -> impl Strategy<Value = Message> {
    prop_oneof![
        20 => key().prop_map(Message::Key),
        3 => (0u16..300, 0u16..100, 0u8..3).prop_map(|(column, row, deed)| {
            let deed = [Deed::Press, Deed::WheelUp, Deed::WheelDown][usize::from(deed)];
            Message::Mouse(Mouse { deed, column, row })
        }),
        1 => (0u16..=300, 0u16..=100).prop_map(|(columns, rows)| Message::Resize(columns, rows)),
        1 => ".{0,40}".prop_map(Message::Paste),
        1 => ".{0,60}".prop_map(Message::Failed),
        1 => ".{0,60}".prop_map(|text| Message::Opened { path: "x.ron".into(), text }),
        1 => Just(Message::Saved("x.ron".into())),
        1 => Just(Message::Resumed),
    ]
}

/// What has to hold on every screen.
pub fn holds(screen: &mut Screen) {
    let buffer = screen.draw();
    let state = &screen.state;
    let rows = signs::rows(state);
    assert!(signs::position(state, &rows) < rows.len());
    let rows = causes::rows(state);
    assert!(causes::position(state, &rows) < rows.len());
    if let Some(cursor) = state.hits.cursor {
        assert!(
            buffer.area.contains(cursor),
            "{cursor:?} in {:?}",
            buffer.area
        );
    }
    for (area, target) in &state.hits.areas {
        assert_eq!(buffer.area.intersection(*area), *area, "{target:?}");
    }
    let minimal = state.size.0 >= 40 && state.size.1 >= 12;
    assert_eq!(state.hits.cursor.is_some(), minimal, "at {:?}", state.size);
    // What was drawn over an older frame is what a fresh frame shows.
    let mut over = buffer.clone();
    for position in over.area.positions() {
        over[position].set_symbol("X");
    }
    let hits = tingle::ui::draw(state, over.area, &mut over);
    assert_eq!(over, buffer);
    assert_eq!(hits, state.hits, "drawing twice finds the same places");
    // And what was kept of the last frame is what would be made anew.
    screen.state.hits.page = None;
    let mut anew = Buffer::empty(over.area);
    let hits = tingle::ui::draw(&screen.state, over.area, &mut anew);
    assert_eq!(anew, buffer, "a page that was kept says something else");
    screen.state.hits = hits;
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_one_does_breaks_the_screen(
        size in (0u16..=300, 0u16..=100),
        messages in proptest::collection::vec(message(), 1..120),
    ) {
        let mut screen = Screen::new(size.0, size.1);
        for message in messages {
            screen.send(message);
        }
        holds(&mut screen);
    }

    #[test]
    fn every_step_holds_at_common_sizes(
        size in proptest::sample::select(vec![(40, 12), (60, 16), (80, 24), (100, 30), (120, 36)]),
        keys in proptest::collection::vec(key(), 1..60),
    ) {
        let mut screen = Screen::new(size.0, size.1);
        for key in keys {
            screen.send(Message::Key(key));
            holds(&mut screen);
        }
    }
}

#[test]
fn the_cursor_stands_on_the_focused_row() {
    for (columns, rows) in [(40, 12), (80, 24), (120, 40)] {
        let mut screen = Screen::new(columns, rows);
        for keys in [
            "Down",
            "Down Down",
            "Tab",
            "Down",
            "Enter 3",
            "Down",
            "/",
            "Down",
            "Esc b",
        ] {
            screen.press(keys);
            let buffer = screen.draw();
            let cursor: Position = screen.state.hits.cursor.unwrap();
            let reversed = |x| {
                buffer[(x, cursor.y)]
                    .modifier
                    .contains(ratatui::style::Modifier::REVERSED)
            };
            assert!(
                reversed(cursor.x) || reversed(cursor.x + 1),
                "{columns}x{rows} {keys}: {}",
                crate::harness::rows(&buffer)[usize::from(cursor.y)]
            );
        }
    }
}

#[test]
fn an_incremental_frame_equals_a_full_one() {
    let mut screen = Screen::new(100, 30);
    let mut shown = screen.draw();
    for keys in [
        "Down", "Space", "Down", "Space", "Tab", "Down", "Enter", "3", "Esc", "?", "Esc",
    ] {
        screen.press(keys);
        let next = screen.draw();
        let changes: Vec<_> = shown
            .diff(&next)
            .into_iter()
            .map(|(x, y, cell)| (x, y, cell.clone()))
            .collect();
        let mut patched: Buffer = shown.clone();
        for (x, y, cell) in changes {
            patched[(x, y)] = cell;
        }
        assert_eq!(patched, next, "{keys}");
        shown = next;
    }
}
