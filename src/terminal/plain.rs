//! The plain mode's loop: lines in, lines out.
//!
//! One thread reads, and only when it is asked to: input without end is never
//! piled up. A pause is a wait for the next line with a deadline.

use std::io::{self, BufRead, ErrorKind, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Instant;

use crate::app::{Effect, Message, State};
use crate::commands::Refusal;
use crate::plain::{End, LONGEST, Manner, Options, Plain};

use super::events::{Event, Line};
use super::{bug, files, system};

/// Columns at most: longer lines are hard to read.
const WIDEST: usize = 80;

/// Holds the conversation over what `load` makes, until it ends; returns the
/// exit code.
///
/// # Errors
/// What `load` refused, or a system that refuses threads or signals.
pub fn run<L>(ascii: bool, load: L) -> Result<u8, Refusal>
where
    L: FnOnce() -> Result<State, Refusal>,
{
    bug::catch();
    let (send, events) = channel();
    system::signals(send.clone(), false).map_err(super::broken)?;
    let state = load()?;
    let columns = system::writes_to_terminal()
        .then(|| system::size().map_or(WIDEST, |size| usize::from(size.width).min(WIDEST)));
    let options = Options {
        manner: Manner { columns, ascii },
        person: system::reads_from_terminal(),
    };
    let asks = read(send).map_err(super::broken)?;
    let talk = Talk {
        plain: Plain::new(state, options),
        events,
        asks,
        began: Instant::now(),
    };
    match talk.run() {
        Ok(code) => Ok(code),
        // A reader that has seen enough is no fault.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(0),
        Err(error) => Err(super::broken(error)),
    }
}

struct Talk {
    plain: Plain,
    events: Receiver<Event>,
    asks: Sender<()>,
    began: Instant,
}

impl Talk {
    fn run(mut self) -> io::Result<u8> {
        let first = self.plain.start();
        write(&first)?;
        let mut asked = false;
        loop {
            if !asked {
                asked = self.asks.send(()).is_ok();
            }
            let event = self.next();
            asked &= !matches!(event, Some(Event::Line(_)));
            let told = match event {
                Some(Event::Line(Line::Text(line))) => {
                    self.plain.hear(Message::Time(self.began.elapsed()));
                    self.plain.line(&line)
                }
                Some(Event::Line(Line::NoText)) => self.plain.no_text(),
                Some(Event::Line(Line::End)) => return self.end(End::Input),
                Some(Event::Stop | Event::Deaf(_)) => return self.end(End::Stop),
                None => self.plain.hear(Message::Wake(self.began.elapsed())),
                Some(Event::Suspend) => {
                    // Nothing was taken from the terminal, so nothing is given back.
                    if system::can_stop() {
                        system::stop();
                    }
                    continue;
                }
                Some(Event::Message(_) | Event::Resized | Event::Continued) => continue,
            };
            if let Some(code) = self.perform(told)? {
                return Ok(code);
            }
        }
    }

    fn end(&mut self, end: End) -> io::Result<u8> {
        let text = self.plain.end(end);
        write(&text)?;
        Ok(0)
    }

    /// The next event, or none at the deadline.
    fn next(&self) -> Option<Event> {
        match self.plain.deadline() {
            None => Some(self.events.recv().unwrap_or(Event::Stop)),
            Some(deadline) => {
                let left = deadline.saturating_sub(self.began.elapsed());
                match self.events.recv_timeout(left) {
                    Ok(event) => Some(event),
                    Err(RecvTimeoutError::Timeout) => None,
                    Err(RecvTimeoutError::Disconnected) => Some(Event::Stop),
                }
            }
        }
    }

    /// Writes what was said and does what was asked; the exit code at the end.
    fn perform(&mut self, (text, effects): (String, Vec<Effect>)) -> io::Result<Option<u8>> {
        write(&text)?;
        for effect in effects {
            let message = match effect {
                Effect::Quit(code) => return Ok(Some(code)),
                Effect::Write {
                    path,
                    text,
                    replace,
                } => files::write(&path, &text, replace),
                Effect::Read(path) => files::read(&path),
                _ => continue,
            };
            let told = self.plain.hear(message);
            if let Some(code) = self.perform(told)? {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }
}

fn write(text: &str) -> io::Result<()> {
    system::write(text.as_bytes())
}

/// Starts the thread that reads one line each time it is asked to.
fn read(events: Sender<Event>) -> io::Result<Sender<()>> {
    let (ask, asked) = channel();
    let read = move || {
        let mut input = io::stdin().lock();
        while asked.recv().is_ok() {
            let line = line(&mut input);
            let last = line == Line::End;
            if events.send(Event::Line(line)).is_err() || last {
                return;
            }
        }
    };
    thread::Builder::new()
        .name("lines".into())
        .spawn(read)
        .map(|_| ask)
}

/// One line. Of a longer one than anybody types only the beginning is kept.
fn line(input: &mut impl BufRead) -> Line {
    let most = LONGEST + 2;
    let mut bytes = Vec::new();
    loop {
        let room = most.saturating_sub(bytes.len()).max(1);
        let mut piece = Vec::new();
        let took = input
            .by_ref()
            .take(u64::try_from(room).unwrap_or(u64::MAX))
            .read_until(b'\n', &mut piece);
        match took {
            Ok(0) if bytes.is_empty() => return Line::End,
            Ok(0) => break,
            // What cannot be read has ended.
            Err(_) => return Line::End,
            Ok(_) => {}
        }
        let whole = piece.last() == Some(&b'\n');
        if bytes.len() < most {
            bytes.append(&mut piece);
        }
        if whole {
            break;
        }
        if bytes.len() >= most && skip(input) {
            break;
        }
    }
    while matches!(bytes.last(), Some(b'\n' | b'\r')) {
        bytes.pop();
    }
    let cut = bytes.len() > LONGEST;
    match String::from_utf8(bytes) {
        Ok(text) => Line::Text(text),
        // Cut inside a letter: it is too long, whatever it said.
        Err(fault) if cut => Line::Text(String::from_utf8_lossy(fault.as_bytes()).into_owned()),
        Err(_) => Line::NoText,
    }
}

/// Reads to the end of a line and forgets it. True at that end or the input's.
fn skip(input: &mut impl BufRead) -> bool {
    loop {
        let (used, found) = match input.fill_buf() {
            Ok([]) => return true,
            Ok(buffer) => match buffer.iter().position(|byte| *byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (buffer.len(), false),
            },
            Err(error) if error.kind() == ErrorKind::Interrupted => (0, false),
            Err(_) => return true,
        };
        input.consume(used);
        if found {
            return true;
        }
    }
}

/// Whether the surroundings ask for lines: a terminal that can do no more, none
/// at all, or a person who needs them.
pub fn asked_for() -> bool {
    let said = |name: &str| std::env::var_os(name).unwrap_or_default();
    let accessible = said("ACCESSIBLE").to_string_lossy().to_lowercase();
    let accessible = !matches!(accessible.trim(), "" | "0" | "false" | "no");
    accessible || said("TERM") == "dumb" || !system::is_terminal()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn lines(bytes: &[u8]) -> Vec<Line> {
        let mut input = io::BufReader::with_capacity(16, Cursor::new(bytes.to_vec()));
        let mut lines = Vec::new();
        loop {
            match line(&mut input) {
                Line::End => return lines,
                line => lines.push(line),
            }
        }
    }

    fn text(text: &str) -> Line {
        Line::Text(text.to_owned())
    }

    #[test]
    fn lines_end_as_any_system_ends_them() {
        assert_eq!(
            lines(b"a\nb\r\n\nc"),
            [text("a"), text("b"), text(""), text("c")]
        );
    }

    #[test]
    fn what_is_no_text_is_said_and_the_next_line_counts() {
        assert_eq!(lines(b"caf\xe9\nb\n"), [Line::NoText, text("b")]);
    }

    #[test]
    fn of_a_long_line_only_so_much_is_kept_that_it_is_refused() {
        let mut bytes = vec![b'1'; 100_000];
        bytes.extend(b"\nb\n");
        let lines = lines(&bytes);
        assert_eq!(lines.len(), 2);
        assert!(matches!(&lines[0], Line::Text(text) if text.len() == LONGEST + 2));
        assert_eq!(lines[1], text("b"));
    }
}
