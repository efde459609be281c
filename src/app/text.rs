//! Keys that edit one line of text.

use tui_input::{Input, InputRequest};

use crate::keys::{Code, Key};

/// The longest text one can type, in characters; more is of no use here.
const LONGEST: usize = 200;

/// What a key did to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The text changed.
    Changed,
    /// The cursor moved.
    Moved,
    /// The key is none for a text.
    NotText,
}

/// Applies a key to a text.
pub fn edit(input: &mut Input, key: Key) -> Typed {
    use InputRequest as Do;
    let request = match (key.code, key.ctrl, key.alt) {
        (Code::Char(character), false, false) => {
            if input.value().chars().count() >= LONGEST {
                return Typed::Moved;
            }
            Do::InsertChar(character)
        }
        (Code::Backspace, false, false) | (Code::Char('h'), true, false) => Do::DeletePrevChar,
        (Code::Delete, false, false) => Do::DeleteNextChar,
        (Code::Left, false, false) => Do::GoToPrevChar,
        (Code::Right, false, false) => Do::GoToNextChar,
        (Code::Left, true, false) | (Code::Left, false, true) => Do::GoToPrevWord,
        (Code::Right, true, false) | (Code::Right, false, true) => Do::GoToNextWord,
        (Code::Home, false, false) | (Code::Char('a'), true, false) => Do::GoToStart,
        (Code::End, false, false) | (Code::Char('e'), true, false) => Do::GoToEnd,
        (Code::Backspace, false, true) | (Code::Char('w'), true, false) => Do::DeletePrevWord,
        (Code::Char('u'), true, false) => Do::DeleteLine,
        (Code::Char('k'), true, false) => Do::DeleteTillEnd,
        _ => return Typed::NotText,
    };
    match input.handle(request) {
        Some(change) if change.value => Typed::Changed,
        _ => Typed::Moved,
    }
}

/// Inserts pasted text: its first line, without control characters.
pub fn insert(input: &mut Input, pasted: &str) {
    let room = LONGEST.saturating_sub(input.value().chars().count());
    let line = pasted.lines().next().unwrap_or_default();
    for character in line.chars().filter(|it| !it.is_control()).take(room) {
        input.handle(InputRequest::InsertChar(character));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_control_characters_and_further_lines_are_left_out() {
        let mut input = Input::new("a".to_owned());
        insert(&mut input, "b\u{1b}[31mc\nrm -rf");
        assert_eq!(input.value(), "ab[31mc");
    }

    #[test]
    fn a_text_does_not_grow_without_end() {
        let mut input = Input::default();
        insert(&mut input, &"x".repeat(1000));
        edit(&mut input, Key::char('y'));
        assert_eq!(input.value().len(), LONGEST);
    }
}
