//! A key as one presses it, with the name people read and write for it.

use std::fmt;
use std::str::FromStr;

/// What is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A key that writes a character.
    Char(char),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab; with `shift` back-tab.
    Tab,
    /// Deletes to the left.
    Backspace,
    /// Deletes to the right.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// F1 to F12.
    F(u8),
}

/// A key with its modifiers.
///
/// A capital letter is `Char('Z')` without `shift`: terminals send it so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// What is pressed.
    pub code: Code,
    /// Control is held.
    pub ctrl: bool,
    /// Alt is held.
    pub alt: bool,
    /// Shift is held; never set for characters.
    pub shift: bool,
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A character without modifiers.
    pub const fn char(character: char) -> Self {
        Self::plain(Code::Char(character))
    }

    /// A character with Control.
    pub const fn ctrl(character: char) -> Self {
        Self {
            ctrl: true,
            ..Self::char(character)
        }
    }

    /// A key with Alt.
    pub const fn alt(code: Code) -> Self {
        Self {
            alt: true,
            ..Self::plain(code)
        }
    }

    /// A key with Shift.
    pub const fn shift(code: Code) -> Self {
        Self {
            shift: true,
            ..Self::plain(code)
        }
    }

    /// The character it writes into a text, if it writes one.
    pub fn types(self) -> Option<char> {
        match self.code {
            Code::Char(character) if !self.ctrl && !self.alt => Some(character),
            _ => None,
        }
    }
}

/// Codes with a name of their own, as written in settings and shown in help.
const NAMED: [(Code, &str); 16] = [
    (Code::Char(' '), "Space"),
    (Code::Enter, "Enter"),
    (Code::Esc, "Esc"),
    (Code::Tab, "Tab"),
    (Code::Backspace, "Backspace"),
    (Code::Delete, "Delete"),
    (Code::Insert, "Insert"),
    (Code::Up, "Up"),
    (Code::Down, "Down"),
    (Code::Left, "Left"),
    (Code::Right, "Right"),
    (Code::Home, "Home"),
    (Code::End, "End"),
    (Code::PageUp, "PageUp"),
    (Code::PageDown, "PageDown"),
    // The separator itself cannot stand alone in a name with modifiers.
    (Code::Char('-'), "Minus"),
];

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [
            (self.ctrl, "Ctrl-"),
            (self.alt, "Alt-"),
            (self.shift, "Shift-"),
        ] {
            if held {
                out.write_str(name)?;
            }
        }
        let named = NAMED.iter().find(|(code, _)| *code == self.code);
        match (named, self.code) {
            (Some((_, name)), _) => out.write_str(name),
            (None, Code::F(number)) => write!(out, "F{number}"),
            (None, Code::Char(character)) if self.ctrl => {
                write!(out, "{}", character.to_uppercase())
            }
            (None, Code::Char(character)) => write!(out, "{character}"),
            (None, _) => Ok(()),
        }
    }
}

/// A name that stands for no key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownKey(pub String);

impl fmt::Display for UnknownKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "`{}` is no key. Write a character, or Enter, Esc, Tab, Space, Up, PageDown, F1 and so on, with Ctrl-, Alt- or Shift- before it.",
            self.0
        )
    }
}

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(name: &str) -> Result<Self, UnknownKey> {
        let unknown = || UnknownKey(name.to_owned());
        let mut key = Self::plain(Code::Esc);
        let mut rest = name;
        loop {
            let lower = rest.to_ascii_lowercase();
            let (held, length) = if lower.starts_with("ctrl-") {
                (&mut key.ctrl, 5)
            } else if lower.starts_with("alt-") {
                (&mut key.alt, 4)
            } else if lower.starts_with("shift-") {
                (&mut key.shift, 6)
            } else {
                break;
            };
            *held = true;
            rest = rest.get(length..).unwrap_or("");
        }
        let named = NAMED
            .iter()
            .find(|(_, known)| known.eq_ignore_ascii_case(rest));
        let mut characters = rest.chars();
        key.code = match (named, characters.next(), characters.next()) {
            (Some((code, _)), _, _) => *code,
            (None, Some(character), None) => Code::Char(if key.ctrl {
                character.to_ascii_lowercase()
            } else {
                character
            }),
            (None, Some('F' | 'f'), Some(_)) => rest
                .get(1..)
                .and_then(|number| number.parse().ok())
                .filter(|number| (1..=12).contains(number))
                .map(Code::F)
                .ok_or_else(unknown)?,
            _ => return Err(unknown()),
        };
        if matches!(key.code, Code::Char(_)) && key.shift {
            return Err(unknown());
        }
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        for name in [
            "a",
            "Z",
            "?",
            "/",
            "1",
            "Space",
            "Ctrl-Q",
            "Alt-Left",
            "Shift-Tab",
            "F1",
            "F12",
            "-x",
        ] {
            let read: Result<Key, _> = name.parse();
            match read {
                Ok(key) => assert_eq!(key.to_string(), name),
                Err(_) => assert_eq!(name, "-x"),
            }
        }
        assert_eq!("ctrl-q".parse(), Ok(Key::ctrl('q')));
        assert_eq!("space".parse(), Ok(Key::char(' ')));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for name in ["", "Ctrl-", "F13", "F0", "Entr", "Shift-a", "ab"] {
            assert!(name.parse::<Key>().is_err(), "{name}");
        }
    }
}
