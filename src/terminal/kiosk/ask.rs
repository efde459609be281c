//! Asking for a PIN without showing it.

use std::io::{self, BufRead, IsTerminal, Read, Write};

use crate::commands::{Refusal, exit};
use crate::kiosk::pin::{LONGEST, SALT, fit};
use crate::kiosk::secret::Secret;
use crate::terminal::modes;

/// Room for a PIN that is too long, so that it can be said to be.
const ROOM: usize = LONGEST * 4;

/// A salt nobody can foresee.
///
/// # Errors
/// The system has no randomness to give.
pub fn salt() -> Result<[u8; SALT], Refusal> {
    let mut salt = [0; SALT];
    getrandom::fill(&mut salt).map_err(|error| {
        Refusal::new(exit::IO, format!("There is no randomness here: {error}."))
    })?;
    Ok(salt)
}

/// A new PIN: typed twice at a terminal, or one line from a pipe.
///
/// # Errors
/// Nothing was typed, the two differ, or it may not be a PIN.
pub fn pin() -> Result<Secret, Refusal> {
    if !io::stdin().is_terminal() {
        return line(&mut io::stdin().lock());
    }
    let first = typed("New PIN for staff: ")?;
    fit(first.as_str()).map_err(|unfit| Refusal::new(exit::DATA, unfit.to_string()))?;
    if typed("The same once more: ")? == first {
        Ok(first)
    } else {
        Err(Refusal::new(
            exit::DATA,
            "The two PINs differ. Nothing was set; try again.",
        ))
    }
}

/// One line, into room that is wiped.
fn line(from: &mut impl BufRead) -> Result<Secret, Refusal> {
    let mut pin = Secret::with_room(ROOM);
    let mut byte = [0];
    while from.read(&mut byte).map_err(unread)? == 1 && byte != *b"\n" {
        // Something else than ASCII is no digit, whatever it stands for.
        if byte != *b"\r" && !pin.push(char::from(byte[0] & 0x7f)) {
            break;
        }
    }
    if pin.is_empty() {
        return Err(Refusal::new(
            exit::NO_INPUT,
            "No PIN was given. Nothing was set.",
        ));
    }
    Ok(pin)
}

/// Asks, and reads what is typed without showing it.
fn typed(question: &str) -> Result<Secret, Refusal> {
    say(question)?;
    let read = {
        let _guard = modes::Guard;
        modes::enter()
            .and_then(|()| modes::take_all_keys())
            .map_err(unread)?;
        keys(&mut io::stdin().lock())
    };
    say("\n")?;
    read
}

fn say(words: &str) -> Result<(), Refusal> {
    let mut out = io::stderr().lock();
    out.write_all(words.as_bytes())
        .and_then(|()| out.flush())
        .map_err(unread)
}

fn keys(from: &mut impl Read) -> Result<Secret, Refusal> {
    let mut pin = Secret::with_room(ROOM);
    let mut byte = [0];
    loop {
        let read = from.read(&mut byte).map_err(unread)?;
        match byte[0] {
            b'\r' | b'\n' if read == 1 => return Ok(pin),
            // Ctrl-C, Ctrl-D, Ctrl-\, or nobody there any more.
            0x03 | 0x04 | 0x1c => break,
            _ if read == 0 => break,
            0x08 | 0x7f => {
                pin.pop();
            }
            0x15 => pin.wipe(),
            other => {
                pin.push(char::from(other & 0x7f));
            }
        }
    }
    Err(Refusal::new(exit::NO_INPUT, "Nothing was set."))
}

fn unread(error: io::Error) -> Refusal {
    Refusal::new(exit::IO, format!("The PIN cannot be read: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(read: Result<Secret, Refusal>) -> Option<String> {
        read.ok().map(|pin| pin.as_str().to_owned())
    }

    #[test]
    fn a_line_ends_at_its_end() {
        for (bytes, expected) in [
            (&b"482915\nrest"[..], Some("482915")),
            (b"482915\r\n", Some("482915")),
            (b"482915", Some("482915")),
            (b"\n482915", None),
            (b"", None),
        ] {
            assert_eq!(of(line(&mut &*bytes)).as_deref(), expected);
        }
        let long = of(line(&mut &[b'7'; 5_000][..])).unwrap();
        assert_eq!(long.len(), ROOM);
    }

    #[test]
    fn keys_are_typed_taken_back_and_given_up() {
        for (bytes, expected) in [
            (&b"482915\r"[..], Some("482915")),
            (b"489\x7f2\x08\x08\x08482915\n", Some("482915")),
            (b"111\x15482915\r", Some("482915")),
            (b"482\x03915\r", None),
            (b"482\x04", None),
            (b"482", None),
        ] {
            assert_eq!(of(keys(&mut &*bytes)).as_deref(), expected, "{bytes:?}");
        }
    }
}
