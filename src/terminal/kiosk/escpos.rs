//! A slip straight to a receipt printer, in the commands all of them know.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Instant;

use super::print::Outcome;

/// As it was switched on.
const RESET: &[u8] = b"\x1b@";
/// Past the knife, and cut.
const CUT: &[u8] = b"\n\x1dV\x42\x60";

/// Writes the slip to the device. A printer without paper takes nothing: then
/// the thread that writes is left behind, and says so itself if it ever ends.
pub fn print(device: &Path, text: &str, deadline: Instant) -> Outcome {
    let (send, receive) = channel();
    let (device, bytes) = (device.to_owned(), bytes(text));
    let write = move || {
        let written = OpenOptions::new()
            .write(true)
            .open(device)
            .and_then(|mut to| to.write_all(&bytes).and_then(|()| to.flush()));
        let _ = send.send(written);
    };
    if thread::Builder::new().spawn(write).is_err() {
        return Outcome::Fault("The slip could not be sent.".to_owned());
    }
    match receive.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        Ok(Ok(())) => Outcome::Printed,
        Ok(Err(error)) if error.kind() == std::io::ErrorKind::NotFound => Outcome::NoPrinter,
        Ok(Err(error)) if error.raw_os_error() == Some(28) => Outcome::NoPaper,
        Ok(Err(error)) => Outcome::Fault(error.to_string()),
        Err(_) => Outcome::TimedOut,
    }
}

/// What differs between printers are the letters beyond ASCII, so none is sent;
/// and nothing that could be a command.
fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = RESET.to_vec();
    for letter in text.chars() {
        match letter {
            '\n' | ' '..='~' => bytes.extend(u8::try_from(letter)),
            '–' | '—' | '‐' | '•' | '─' => bytes.push(b'-'),
            '‘' | '’' => bytes.push(b'\''),
            '“' | '”' => bytes.push(b'"'),
            '…' => bytes.extend(b"..."),
            letter if letter.is_control() => {}
            _ => bytes.push(b'?'),
        }
    }
    bytes.extend(CUT);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_slip_is_reset_letters_and_cut() {
        let folder = tempfile::TempDir::new().unwrap();
        let device = folder.path().join("lp0");
        std::fs::write(&device, "").unwrap();
        let soon = Instant::now() + Duration::from_secs(20);
        assert_eq!(print(&device, "a – \x1bé…\n", soon), Outcome::Printed);
        let written = std::fs::read(&device).unwrap();
        assert_eq!(written, b"\x1b@a - ?...\n\n\x1dV\x42\x60");
    }

    #[test]
    fn a_device_that_is_not_there_is_no_printer() {
        let gone = Path::new("/dev/no-such-printer");
        assert_eq!(
            print(gone, "", Instant::now() + Duration::from_secs(20)),
            Outcome::NoPrinter
        );
    }
}
