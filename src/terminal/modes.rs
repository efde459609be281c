//! Entering the terminal and leaving it as it was found, once, from wherever
//! the program ends.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::system;

/// The other screen, blank.
const SCREEN: &str = "\x1b[?1049h";

/// Hidden cursor, paste as one piece. The mouse comes extra.
const KEYS: &str = "\x1b[?25l\x1b[?2004h";

/// Clicks and the wheel, in the encoding without limits. Not every movement,
/// as the library would: that would wake us all the time.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
/// Undoes [`MOUSE_ON`].
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Undoes everything above, and what a frame cut short may have left: an open
/// update, a style. The cursor is shown last, on the screen people see then.
const CLOSE: &str = "\x1b[?2026l\x1b[m\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[?1049l\x1b[?25h";

/// What has to be undone.
struct Held {
    line: system::Line,
    /// Whether the opening was, or is about to be, written.
    opened: bool,
}

/// Whoever restores holds this until it is done, so that nobody prints or ends
/// the program half-way.
static HELD: Mutex<Option<Held>> = Mutex::new(None);

fn held() -> MutexGuard<'static, Option<Held>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Restores the terminal when dropped, however often it was entered.
pub struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Takes the keys, but for those that send signals: Ctrl-C shall work while
/// something is loaded. Nothing is written yet: the opening goes out with the
/// first frame, so that nothing flickers where there is none.
///
/// # Errors
/// The terminal refuses.
pub fn enter() -> io::Result<()> {
    let mut held = held();
    let line = system::line()?;
    // Kept first: if the next step fails half-way, it is put back.
    let line = &held
        .insert(Held {
            line,
            opened: false,
        })
        .line;
    system::raw(line, true)
}

/// Takes all keys: those that send signals are keys like any other from now on.
/// Also where somebody else had the terminal in between, such as a shell while
/// a debugger held us; what was found at first stays kept.
///
/// # Errors
/// The terminal refuses.
pub fn take_all_keys() -> io::Result<()> {
    match &*held() {
        Some(held) => system::raw(&held.line, false),
        None => Ok(()),
    }
}

/// Has the system say once more that there are keys to read.
///
/// The library that reads them is told of each once, and forgets it where a
/// resize came in the same moment: the key would wait for the next one. Setting
/// the terminal as it is makes the system tell again. Seen on Linux.
pub fn hear_again() {
    let held = held();
    if held.is_some()
        && let Ok(line) = system::line()
    {
        system::put_back(&line);
    }
}

/// What opens the screen; it must be written next.
pub fn opening(mouse: bool) -> String {
    if let Some(held) = held().as_mut() {
        held.opened = true;
    }
    SCREEN.to_owned() + &renewal(mouse)
}

/// What sets everything but the screen anew: a shell that had the terminal
/// while we were stopped from outside changes it for its own prompt.
pub fn renewal(mouse: bool) -> String {
    KEYS.to_owned() + if mouse { self::mouse(true) } else { "" }
}

/// What takes the mouse or leaves it to the terminal.
pub fn mouse(taken: bool) -> &'static str {
    system::mouse(taken);
    if taken { MOUSE_ON } else { MOUSE_OFF }
}

/// What hands a text to the clipboard of the system, by OSC 52.
pub fn copy(text: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::from("\x1b]52;c;");
    for bytes in text.as_bytes().chunks(3) {
        let at = |place: usize| u32::from(bytes.get(place).copied().unwrap_or(0));
        let all = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let value = (all >> (18 - 6 * place) & 63) as usize;
            let letter = LETTERS.get(value).copied().filter(|_| place <= bytes.len());
            out.push(letter.map_or('=', char::from));
        }
    }
    out.push('\x07');
    out
}

/// Leaves the terminal as it was found. Does nothing the second time.
pub fn restore() {
    let mut held = held();
    if let Some(held) = held.take() {
        if held.opened {
            let _ = system::write(CLOSE.as_bytes());
        }
        system::put_back(&held.line);
    }
}

#[cfg(test)]
mod tests {
    use super::copy;

    #[test]
    fn a_copy_is_written_in_base64() {
        for (text, written) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
            ("\u{ff}?", "w78/"),
        ] {
            assert_eq!(copy(text), format!("\x1b]52;c;{written}\x07"));
        }
    }
}
