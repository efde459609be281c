//! The keys of a kiosk, read without the library: that one keeps what it read
//! in rooms nobody can wipe, and a scanned card or a paste would stay there.
//! Here every byte is overwritten as soon as it is understood, and whatever is
//! no key for a kiosk is swallowed.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::stdio::stdin;
use zeroize::Zeroize;

use crate::app::{Deed, Message, Mouse};
use crate::keys::{Code, Key};
use crate::terminal::events::Event;

/// After this long alone, Escape is a key and not the start of a sequence.
const ALONE: Duration = Duration::from_millis(50);
/// A paste or a sequence without an end ends here: a broken one must not make
/// the keyboard deaf.
const SILENCE: Duration = Duration::from_millis(500);
/// Stands for every letter beyond ASCII: none of them is a key of a kiosk.
const FOREIGN: char = '\u{fffd}';
/// How a paste ends.
const PASTE_END: &[u8] = b"\x1b[201~";

/// Starts the thread that reads keys. It ends with the program.
pub fn read(events: Sender<Event>) -> io::Result<()> {
    let read = move || {
        let mut keys = Keys::default();
        loop {
            let Some(told) = next(&mut keys, &events) else {
                let _ = events.send(Event::Stop);
                return;
            };
            if !told {
                return;
            }
        }
    };
    thread::Builder::new()
        .name("keys".into())
        .spawn(read)
        .map(drop)
}

/// Waits for bytes or for silence. None where the terminal is gone, false where
/// nobody listens any more.
fn next(keys: &mut Keys, events: &Sender<Event>) -> Option<bool> {
    let terminal = stdin();
    let patience = keys
        .patience()
        .and_then(|time| Timespec::try_from(time).ok());
    let mut asked = [PollFd::new(&terminal, PollFlags::IN)];
    match poll(&mut asked, patience.as_ref()) {
        Err(Errno::INTR) => return Some(true),
        Err(_) => return None,
        Ok(0) => {
            return Some(keys.silence().is_none_or(|key| tell(events, key)));
        }
        Ok(_) => {}
    }
    let mut room = [0; 1024];
    let length = match rustix::io::read(terminal, &mut room) {
        Ok(0) => return None,
        Ok(length) => length,
        Err(Errno::INTR | Errno::AGAIN) => return Some(true),
        Err(_) => return None,
    };
    let mut heard = true;
    for byte in room.iter().take(length) {
        if let Some(message) = keys.byte(*byte) {
            heard &= tell(events, message);
        }
    }
    room.zeroize();
    Some(heard)
}

fn tell(events: &Sender<Event>, message: Message) -> bool {
    events.send(Event::Message(message)).is_ok()
}

/// Where in a sequence the last byte was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum At {
    #[default]
    Ground,
    Escape,
    /// Behind `ESC [`.
    Figures,
    /// Behind `ESC [ [`, with which the Linux console begins its first keys.
    Console,
    /// Behind `ESC O`.
    Single,
    /// So many bytes say nothing.
    Skip(u8),
    /// A text for the terminal, until its end.
    Text,
    /// An escape in such a text.
    TextEscape,
    /// A paste, and how much of its end has come.
    Paste(usize),
}

/// Makes keys and touches of bytes.
#[derive(Debug, Default)]
struct Keys {
    at: At,
    /// The sign before the figures, such as that of the mouse.
    mark: u8,
    figures: [u16; 4],
    /// Which figure is read.
    figure: usize,
}

impl Keys {
    /// How long the next byte is waited for; without end between keys.
    fn patience(&self) -> Option<Duration> {
        match self.at {
            At::Ground => None,
            At::Escape => Some(ALONE),
            _ => Some(SILENCE),
        }
    }

    /// Nothing came for that long.
    fn silence(&mut self) -> Option<Message> {
        let alone = self.at == At::Escape;
        *self = Self::default();
        alone.then_some(Message::Key(Key::plain(Code::Esc)))
    }

    fn byte(&mut self, byte: u8) -> Option<Message> {
        match (self.at, byte) {
            (At::Paste(matched), _) => self.pasted(matched, byte),
            (At::Skip(left), _) => {
                self.at = if left > 1 {
                    At::Skip(left - 1)
                } else {
                    At::Ground
                };
                None
            }
            // A text ends with a bell or with `ESC \`.
            (At::Text, 0x1b) => self.go(At::TextEscape),
            (At::Text, 0x07 | 0x18 | 0x1a) | (At::TextEscape, b'\\') => self.go(At::Ground),
            (At::Text, _) => None,
            (At::TextEscape, _) => {
                self.at = At::Escape;
                self.byte(byte)
            }
            (At::Escape, 0x1b) => Some(Message::Key(Key::plain(Code::Esc))),
            (_, 0x1b) => self.go(At::Escape),
            (At::Ground, _) => key(byte).map(Message::Key),
            (At::Escape, b'[') => {
                *self = Self {
                    at: At::Figures,
                    ..Self::default()
                };
                None
            }
            (At::Escape, b'O') => self.go(At::Single),
            (At::Escape, b']' | b'P' | b'X' | b'^' | b'_') => self.go(At::Text),
            (At::Escape, _) => {
                self.at = At::Ground;
                key(byte).map(|key| Message::Key(Key { alt: true, ..key }))
            }
            (At::Single | At::Console, _) => {
                let console = self.at == At::Console;
                self.at = At::Ground;
                let code = if console { console_key } else { pad_key }(byte)?;
                Some(Message::Key(Key::plain(code)))
            }
            (At::Figures, _) => self.figures(byte),
        }
    }

    fn go(&mut self, to: At) -> Option<Message> {
        self.at = to;
        None
    }

    fn pasted(&mut self, matched: usize, byte: u8) -> Option<Message> {
        let matched = match PASTE_END.get(matched) {
            Some(wanted) if *wanted == byte => matched + 1,
            _ => usize::from(byte == 0x1b),
        };
        self.at = if matched == PASTE_END.len() {
            At::Ground
        } else {
            At::Paste(matched)
        };
        None
    }

    fn figures(&mut self, byte: u8) -> Option<Message> {
        match byte {
            b'0'..=b'9' => {
                if let Some(figure) = self.figures.get_mut(self.figure) {
                    *figure = figure
                        .saturating_mul(10)
                        .saturating_add(u16::from(byte - b'0'));
                }
                None
            }
            b';' | b':' => {
                self.figure = self.figure.saturating_add(1);
                None
            }
            b'<'..=b'?' => {
                self.mark = byte;
                None
            }
            b'[' if *self == Self::just_opened() => self.go(At::Console),
            0x18 | 0x1a => self.go(At::Ground),
            // The old encoding of the mouse: three bytes of any value follow.
            b'M' if *self == Self::just_opened() => self.go(At::Skip(3)),
            0x40..=0x7e => {
                let ended = std::mem::take(self);
                ended.ended(byte).or_else(|| {
                    let paste = byte == b'~' && ended.figures == [200, 0, 0, 0];
                    paste.then(|| self.at = At::Paste(0));
                    None
                })
            }
            _ => None,
        }
    }

    const fn just_opened() -> Self {
        Self {
            at: At::Figures,
            mark: 0,
            figures: [0; 4],
            figure: 0,
        }
    }

    /// The key or touch that a sequence stands for.
    fn ended(&self, last: u8) -> Option<Message> {
        let [first, second, third, _] = self.figures;
        match (self.mark, last) {
            (b'<', b'M') => mouse(first, second, third).map(Message::Mouse),
            (0, b'Z') => Some(Message::Key(Key::shift(Code::Tab))),
            (0, _) => {
                let code = if last == b'~' {
                    numbered_key(first)?
                } else {
                    letter_key(last)?
                };
                let held = second.saturating_sub(1);
                Some(Message::Key(Key {
                    code,
                    shift: held & 1 != 0,
                    alt: held & 2 != 0,
                    ctrl: held & 4 != 0,
                }))
            }
            _ => None,
        }
    }
}

impl PartialEq for Keys {
    fn eq(&self, other: &Self) -> bool {
        (self.at, self.mark, self.figures, self.figure)
            == (other.at, other.mark, other.figures, other.figure)
    }
}

/// A key that is one byte.
fn key(byte: u8) -> Option<Key> {
    Some(match byte {
        b'\r' | b'\n' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        0x08 | 0x7f => Key::plain(Code::Backspace),
        0 => Key::ctrl(' '),
        1..=0x1a => Key::ctrl(char::from(byte - 1 + b'a')),
        // Ctrl-\ and its neighbours come as the digits on the same keys.
        0x1c..=0x1f => Key::ctrl(char::from(byte - 0x1c + b'4')),
        b' '..=b'~' => Key::char(char::from(byte)),
        // The first byte of a letter counts, the others belong to it.
        0xc0.. => Key::char(FOREIGN),
        _ => return None,
    })
}

fn letter_key(byte: u8) -> Option<Code> {
    Some(match byte {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'F' => Code::End,
        b'H' => Code::Home,
        b'P'..=b'S' => Code::F(byte - b'P' + 1),
        _ => return None,
    })
}

/// The number pad.
fn pad_key(byte: u8) -> Option<Code> {
    Some(match byte {
        b'M' => Code::Enter,
        b'p'..=b'y' => Code::Char(char::from(byte - b'p' + b'0')),
        b'l' => Code::Char(','),
        b'n' => Code::Char('.'),
        _ => return letter_key(byte),
    })
}

fn console_key(byte: u8) -> Option<Code> {
    matches!(byte, b'A'..=b'E').then(|| Code::F(byte - b'A' + 1))
}

fn numbered_key(number: u16) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => Code::F((number - 10) as u8),
        17..=21 => Code::F((number - 11) as u8),
        23 | 24 => Code::F((number - 12) as u8),
        _ => return None,
    })
}

fn mouse(what: u16, column: u16, row: u16) -> Option<Mouse> {
    // Shift, Alt and Ctrl change nothing; movement and other buttons are dropped.
    let deed = match what & !0b1_1100 {
        0 => Deed::Press,
        64 => Deed::WheelUp,
        65 => Deed::WheelDown,
        _ => return None,
    };
    Some(Mouse {
        deed,
        column: column.checked_sub(1)?,
        row: row.checked_sub(1)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8]) -> Vec<Message> {
        let mut keys = Keys::default();
        let mut all: Vec<Message> = bytes.iter().filter_map(|byte| keys.byte(*byte)).collect();
        all.extend(keys.silence());
        assert_eq!(keys, Keys::default());
        all
    }

    fn names(bytes: &[u8]) -> Vec<String> {
        let name = |message| match message {
            Message::Key(key) => key.to_string(),
            other => format!("{other:?}"),
        };
        of(bytes).into_iter().map(name).collect()
    }

    #[test]
    fn terminals_of_all_kinds_send_keys() {
        for (bytes, expected) in [
            (&b"7"[..], &["7"][..]),
            (b"12", &["1", "2"]),
            (b"\r", &["Enter"]),
            (b"\x7f\x08", &["Backspace", "Backspace"]),
            (b"\x1b", &["Esc"]),
            (b"\x1b\x1b", &["Esc", "Esc"]),
            (b"\x1b[A\x1bOB", &["Up", "Down"]),
            (b"\x1b[H\x1b[1~\x1b[7~", &["Home", "Home", "Home"]),
            (b"\x1b[Z\t", &["Shift-Tab", "Tab"]),
            (b"\x1b[20~\x1b[21~\x1b[24~", &["F9", "F10", "F12"]),
            (b"\x1bOP\x1b[11~\x1b[[A", &["F1", "F1", "F1"]),
            (b"\x1b[1;5C\x1b[3;3~", &["Ctrl-Right", "Alt-Delete"]),
            (b"\x1bOq\x1bOn\x1bOM", &["1", ".", "Enter"]),
            (
                b"\x03\x1a\x1c\x13\x04",
                &["Ctrl-C", "Ctrl-Z", "Ctrl-4", "Ctrl-S", "Ctrl-D"],
            ),
            (b"\x1bx", &["Alt-X"]),
        ] {
            let names = names(bytes);
            let same = names.len() == expected.len()
                && names
                    .iter()
                    .zip(expected)
                    .all(|(name, wanted)| name.eq_ignore_ascii_case(wanted));
            assert!(same, "{bytes:?}: {names:?} and not {expected:?}");
        }
    }

    #[test]
    fn a_letter_beyond_ascii_is_one_key_without_its_meaning() {
        assert_eq!(
            of("ñ語🦵".as_bytes()),
            vec![Message::Key(Key::char(FOREIGN)); 3]
        );
    }

    #[test]
    fn touches_and_the_wheel_come_with_their_place() {
        let at = |deed, column, row| Message::Mouse(Mouse { deed, column, row });
        for (bytes, expected) in [
            (
                &b"\x1b[<0;3;4M\x1b[<0;3;4m"[..],
                vec![at(Deed::Press, 2, 3)],
            ),
            (b"\x1b[<64;1;1M", vec![at(Deed::WheelUp, 0, 0)]),
            (b"\x1b[<65;200;100M", vec![at(Deed::WheelDown, 199, 99)]),
            (b"\x1b[<2;3;4M\x1b[<35;3;4M\x1b[<0;0;4M", vec![]),
            (
                b"\x1b[<0;99999999;4M",
                vec![at(Deed::Press, u16::MAX - 1, 3)],
            ),
            (b"\x1b[M !!", vec![]),
        ] {
            assert_eq!(of(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn pastes_texts_and_answers_of_the_terminal_are_swallowed() {
        for bytes in [
            &b"\x1b[200~1\r0\r\x1b[20~73519\x1b[201~"[..],
            b"\x1b[200~no end 12345",
            b"\x1b]52;c;MTIz\x07",
            b"\x1b]0;123\x1b\\",
            b"\x1bP123",
            b"\x1b_123\x1b\\",
            b"\x1b[?1;2c",
            b"\x1b[>0;276;0c",
            b"\x1b[1;2;3;4;5;6;7;8;9;10u",
            b"\x1b[",
            b"\x1b[12",
            b"\x1bO",
        ] {
            assert_eq!(names(bytes), [""; 0], "{bytes:?}");
        }
    }

    #[test]
    fn after_a_broken_sequence_and_silence_keys_count_again() {
        for broken in [
            &b"\x1b[200~1"[..],
            b"\x1b]0;1",
            b"\x1b[1;",
            b"\x1b[M",
            b"\x1bO",
        ] {
            let mut keys = Keys::default();
            for byte in broken {
                assert_eq!(keys.byte(*byte), None);
            }
            assert_eq!(keys.patience(), Some(SILENCE));
            assert_eq!(keys.silence(), None);
            assert_eq!(keys.patience(), None);
            assert_eq!(keys.byte(b'1'), Some(Message::Key(Key::char('1'))));
        }
    }

    #[test]
    fn any_bytes_leave_nothing_behind_after_silence() {
        let mut seed = 1_u64;
        for _ in 0..2_000 {
            let mut keys = Keys::default();
            for _ in 0..50 {
                seed ^= seed << 13;
                seed ^= seed >> 7;
                seed ^= seed << 17;
                let byte = b"\x1b[]OP<M~;0129?\\\x07A\xc3 \x18"[(seed % 20) as usize];
                keys.byte(byte);
            }
            keys.silence();
            assert_eq!(keys, Keys::default());
        }
    }
}
