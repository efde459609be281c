//! Keys, mouse and paste as the library reports them, as messages.

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::app::{Deed, Message, Mouse};
use crate::keys::{Code, Key};

/// The message of an event, where it has one.
pub fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(event) => key(event).map(Message::Key),
        Event::Mouse(event) => mouse(event).map(Message::Mouse),
        // Terminals send a line's end as Return, some as both.
        Event::Paste(text) => Some(Message::Paste(
            text.replace("\r\n", "\n").replace('\r', "\n"),
        )),
        Event::Resize(columns, rows) => Some(Message::Resize(columns, rows)),
        Event::FocusGained | Event::FocusLost => None,
    }
}

/// A key. Ctrl-\ comes as Ctrl-4: both send the same byte.
fn key(event: KeyEvent) -> Option<Key> {
    // Windows reports the release of every key too.
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = |modifier| event.modifiers.contains(modifier);
    if held(KeyModifiers::SUPER) || held(KeyModifiers::HYPER) || held(KeyModifiers::META) {
        return None;
    }
    let ctrl = held(KeyModifiers::CONTROL);
    let (code, shift) = match event.code {
        KeyCode::Char(character) if ctrl => (Code::Char(character.to_ascii_lowercase()), false),
        KeyCode::Char(character) => (Code::Char(character), false),
        KeyCode::BackTab => (Code::Tab, true),
        KeyCode::F(number @ 1..=12) => (Code::F(number), held(KeyModifiers::SHIFT)),
        code => (named(code)?, held(KeyModifiers::SHIFT)),
    };
    Some(Key {
        code,
        ctrl,
        alt: held(KeyModifiers::ALT),
        shift,
    })
}

fn named(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    })
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let deed = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Deed::Press,
        MouseEventKind::ScrollUp => Deed::WheelUp,
        MouseEventKind::ScrollDown => Deed::WheelDown,
        _ => return None,
    };
    Some(Mouse {
        deed,
        column: event.column,
        row: event.row,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::crossterm::event::KeyEventState;

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        key(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn keys_come_with_one_name_each() {
        let none = KeyModifiers::NONE;
        for (code, modifiers, expected) in [
            (KeyCode::Char('a'), none, "a"),
            (KeyCode::Char('Z'), KeyModifiers::SHIFT, "Z"),
            (KeyCode::Char('?'), KeyModifiers::SHIFT, "?"),
            (KeyCode::Char('c'), KeyModifiers::CONTROL, "Ctrl-C"),
            (KeyCode::Char('4'), KeyModifiers::CONTROL, "Ctrl-4"),
            (KeyCode::BackTab, KeyModifiers::SHIFT, "Shift-Tab"),
            (KeyCode::Tab, none, "Tab"),
            (KeyCode::Left, KeyModifiers::ALT, "Alt-Left"),
            (KeyCode::F(12), none, "F12"),
            (KeyCode::Char(' '), none, "Space"),
        ] {
            let key = pressed(code, modifiers).unwrap();
            assert_eq!(key.to_string(), expected);
            // What the settings would make of that name is the same key.
            assert_eq!(expected.parse(), Ok(key));
        }
    }

    #[test]
    fn keys_without_a_name_here_are_dropped() {
        for code in [KeyCode::F(13), KeyCode::CapsLock, KeyCode::Null] {
            assert_eq!(pressed(code, KeyModifiers::NONE), None);
        }
        assert_eq!(pressed(KeyCode::Char('a'), KeyModifiers::SUPER), None);
    }

    #[test]
    fn a_release_is_no_second_press() {
        let event = |kind| KeyEvent {
            code: KeyCode::Enter,
            modifiers: KeyModifiers::NONE,
            kind,
            state: KeyEventState::NONE,
        };
        assert_eq!(key(event(KeyEventKind::Release)), None);
        assert!(key(event(KeyEventKind::Repeat)).is_some());
    }

    #[test]
    fn pasted_lines_end_alike() {
        let pasted = message(Event::Paste("a\rb\r\nc\n".into()));
        assert_eq!(pasted, Some(Message::Paste("a\nb\nc\n".into())));
    }
}
