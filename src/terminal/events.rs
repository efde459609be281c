//! What wakes the loop: keys and signals. One channel for all.

use std::io;
use std::process;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event;

use crate::app::Message;

use super::{input, modes, system};

/// What the threads tell the loop.
pub enum Event {
    /// A key, the mouse, a paste.
    Message(Message),
    /// The terminal has another size; which, the loop asks itself.
    Resized,
    /// The system asks the program to end, or the terminal is gone.
    Stop,
    /// The system asks the program to pause.
    Suspend,
    /// The program was paused and goes on.
    Continued,
    /// Keys cannot be read any more.
    Deaf(io::Error),
    /// A line of input, where there are lines and no keys.
    Line(Line),
}

/// A line of input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// What it says.
    Text(String),
    /// It is not text in UTF-8.
    NoText,
    /// There are no more.
    End,
}

/// Starts the thread that reads keys. It cannot be stopped while it waits for
/// one, so it ends with the program.
pub fn read(events: Sender<Event>) -> io::Result<()> {
    let read = move || {
        loop {
            let event = match event::read() {
                Ok(event::Event::Resize(..)) if system::RESIZE_IS_A_SIGNAL => {
                    modes::hear_again();
                    continue;
                }
                Ok(event::Event::Resize(..)) => Event::Resized,
                Ok(event) => match input::message(event) {
                    Some(message) => Event::Message(message),
                    None => continue,
                },
                Err(error) => Event::Deaf(error),
            };
            let last = matches!(event, Event::Deaf(_));
            if events.send(event).is_err() || last {
                return;
            }
        }
    };
    thread::Builder::new()
        .name("keys".into())
        .spawn(read)
        .map(drop)
}

/// Ends the program after a while whatever the loop does: it may be writing to
/// a terminal that no longer takes anything.
pub fn end_soon(grace: Duration, code: i32) {
    let end = move || {
        thread::sleep(grace);
        // This may wait for the same terminal, so nobody waits for it long.
        let _ = thread::Builder::new().spawn(modes::restore);
        thread::sleep(grace.min(Duration::from_millis(200)));
        process::exit(code);
    };
    if thread::Builder::new()
        .name("end".into())
        .spawn(end)
        .is_err()
    {
        process::exit(code);
    }
}
