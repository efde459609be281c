//! The loop.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::app::{Effect, Message};

use super::canvas::Canvas;
use super::events::Event;
use super::kiosk::Hands;
use super::{Screen, USUAL, files, modes, system};

/// Most events taken before the next frame, so that a flood of them cannot
/// freeze the picture.
const MOST_AT_ONCE: usize = 512;

/// While a window is pulled to a new size, sizes follow each other at about
/// this distance; the frame waits for the last one, but not for ever.
const SETTLING: Duration = Duration::from_millis(10);
/// Most such waits in a row.
const SETTLINGS: usize = 6;

/// After being told to stop we do so at once; this long at most we wait to hear
/// that we were continued.
const CONTINUED: Duration = Duration::from_millis(500);

/// Why the loop goes round.
enum Turn {
    /// Something happened.
    Event(Event),
    /// The deadline of the screen has come.
    Deadline,
    /// Only the supervisor is to hear of us.
    Idle,
}

/// Everything the loop knows.
pub struct Program {
    events: Receiver<Event>,
    /// Events that came while something else was waited for.
    kept: VecDeque<Event>,
    canvas: Canvas,
    mouse: bool,
    began: Instant,
    /// The deadline that was served last; one that stays is not served twice.
    served: Option<Duration>,
    /// The screen may look different now.
    changed: bool,
    resized: bool,
    suspend: bool,
    quit: Option<u8>,
    supervisor: system::Notifier,
    /// Set in a kiosk, which nobody may pause either.
    hands: Option<Hands>,
}

impl Program {
    /// A loop over a terminal that was entered.
    pub fn new(events: Receiver<Event>, canvas: Canvas, mouse: bool) -> Self {
        Self {
            events,
            kept: VecDeque::new(),
            canvas,
            mouse,
            began: Instant::now(),
            served: None,
            changed: true,
            resized: false,
            suspend: false,
            quit: None,
            supervisor: system::Notifier::here(),
            hands: None,
        }
    }

    /// The same loop for a kiosk.
    pub fn with_hands(mut self, hands: Option<Hands>) -> Self {
        self.hands = hands;
        self
    }

    /// Runs to the end; returns the exit code.
    ///
    /// # Errors
    /// The terminal failed.
    pub fn run(mut self, screen: &mut dyn Screen) -> io::Result<u8> {
        // Told to end while the screen was loaded: then it is not even shown.
        self.kept.extend(self.events.try_iter());
        if self.kept.iter().any(|event| matches!(event, Event::Stop)) {
            return Ok(0);
        }
        self.canvas.open(modes::opening(self.mouse).as_bytes());
        self.draw(screen)?;
        self.supervisor.ready(Instant::now());
        loop {
            if let Some(code) = self.quit {
                self.supervisor.stopping();
                return Ok(code);
            }
            self.turn(screen)?;
        }
    }

    /// Sleeps until something happens, takes all that has, and shows it.
    fn turn(&mut self, screen: &mut dyn Screen) -> io::Result<()> {
        self.supervisor.alive(Instant::now());
        match self.next(screen.deadline()) {
            Turn::Event(event) => self.take(screen, event)?,
            Turn::Idle => {}
            Turn::Deadline => {
                self.served = screen.deadline();
                self.tell(screen, Message::Wake(self.began.elapsed()));
            }
        }
        for _ in 0..MOST_AT_ONCE {
            let Some(event) = self.ready() else { break };
            self.take(screen, event)?;
        }
        if self.resized {
            self.settle(screen)?;
        }
        if self.suspend {
            self.suspend(screen)?;
        }
        if self.changed && self.quit.is_none() {
            self.draw(screen)?;
        }
        Ok(())
    }

    /// The next event, or what else ended the wait.
    fn next(&mut self, deadline: Option<Duration>) -> Turn {
        if deadline != self.served {
            self.served = None;
        }
        let left = deadline
            .filter(|_| self.served.is_none())
            .map(|deadline| deadline.saturating_sub(self.began.elapsed()));
        if left == Some(Duration::ZERO) {
            return Turn::Deadline;
        }
        if let Some(event) = self.kept.pop_front() {
            return Turn::Event(event);
        }
        let watched = self.supervisor.left(Instant::now());
        let sooner = match (left, watched) {
            (Some(left), Some(watched)) => Some(left.min(watched)),
            (left, watched) => left.or(watched),
        };
        // Without a thread left that could tell us anything there is no going on.
        let Some(sooner) = sooner else {
            return Turn::Event(self.events.recv().unwrap_or(Event::Stop));
        };
        match self.events.recv_timeout(sooner) {
            Ok(event) => Turn::Event(event),
            Err(RecvTimeoutError::Timeout) if left == Some(sooner) => Turn::Deadline,
            Err(RecvTimeoutError::Timeout) => Turn::Idle,
            Err(RecvTimeoutError::Disconnected) => Turn::Event(Event::Stop),
        }
    }

    /// An event that is there already.
    fn ready(&mut self) -> Option<Event> {
        if self.quit.is_some() || self.suspend {
            return None;
        }
        self.kept
            .pop_front()
            .or_else(|| self.events.try_recv().ok())
    }

    fn take(&mut self, screen: &mut dyn Screen, event: Event) -> io::Result<()> {
        match event {
            Event::Message(message) => {
                self.tell(screen, Message::Time(self.began.elapsed()));
                self.tell(screen, message);
            }
            Event::Resized => self.resized = true,
            Event::Suspend => self.suspend = self.hands.is_none(),
            Event::Stop => {
                self.tell(screen, Message::Stop);
                // Whatever the screen wants, this is no question.
                self.quit.get_or_insert(0);
            }
            Event::Continued => {
                modes::take_all_keys()?;
                self.canvas.open(modes::renewal(self.mouse).as_bytes());
                self.back(screen);
            }
            Event::Deaf(error) => return Err(error),
            // Lines are read in the plain mode alone.
            Event::Line(_) => {}
        }
        Ok(())
    }

    /// Hands over a message, and does what the screen asks for in return.
    fn tell(&mut self, screen: &mut dyn Screen, message: Message) {
        let mut messages = VecDeque::from([message]);
        while let Some(message) = messages.pop_front() {
            self.changed |= !matches!(message, Message::Drawn(_) | Message::Time(_));
            for effect in screen.handle(message) {
                messages.extend(self.perform(effect));
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::Quit(code) => {
                self.quit.get_or_insert(code);
                None
            }
            Effect::Suspend => {
                self.suspend = true;
                None
            }
            Effect::Redraw => {
                self.canvas.forget();
                self.changed = true;
                None
            }
            Effect::Mouse(taken) => {
                if self.mouse != taken {
                    self.mouse = taken;
                    self.canvas.send(modes::mouse(taken).as_bytes());
                }
                None
            }
            Effect::Write {
                path,
                text,
                replace,
            } => Some(files::write(&path, &text, replace)),
            Effect::Read(path) => Some(files::read(&path)),
            Effect::Print { .. }
            | Effect::CheckPin(_)
            | Effect::Count(_)
            | Effect::TellCounters
            | Effect::Speak(_)
            | Effect::Silence => self.hands.as_mut()?.perform(effect),
            Effect::Wipe => {
                self.canvas.wipe();
                None
            }
            Effect::Clock => {
                let (civil, locale) = super::clock::read();
                Some(Message::Clock(civil, locale))
            }
            Effect::Copy(text) => {
                self.canvas.send(modes::copy(&text).as_bytes());
                self.changed = true;
                std::env::var_os("TMUX").map(|_| Message::CopiedInTmux)
            }
            Effect::Welcomed => {
                files::remember_welcome();
                None
            }
        }
    }

    /// Waits until the terminal keeps its size for a moment, and tells it once.
    fn settle(&mut self, screen: &mut dyn Screen) -> io::Result<()> {
        for _ in 0..SETTLINGS {
            match self.events.recv_timeout(SETTLING) {
                Ok(Event::Resized) => {}
                Ok(event) => {
                    self.take(screen, event)?;
                    if self.quit.is_some() || self.suspend {
                        break;
                    }
                }
                Err(_) => break,
            }
        }
        self.measure(screen);
        Ok(())
    }

    fn measure(&mut self, screen: &mut dyn Screen) {
        self.resized = false;
        let size = system::size().unwrap_or(USUAL);
        self.canvas.resize(size);
        self.tell(screen, Message::Resize(size.width, size.height));
    }

    /// Gives the terminal back to the shell until we are continued.
    fn suspend(&mut self, screen: &mut dyn Screen) -> io::Result<()> {
        self.suspend = false;
        if self.quit.is_some() || !system::can_stop() {
            return Ok(());
        }
        modes::restore();
        system::stop();
        // Where stopping takes a moment, entering now would hit the shell. The
        // system says when we go on.
        loop {
            match self.events.recv_timeout(CONTINUED) {
                Ok(Event::Continued) | Err(_) => break,
                Ok(other) => self.kept.push_back(other),
            }
        }
        modes::enter()?;
        modes::take_all_keys()?;
        self.canvas.open(modes::opening(self.mouse).as_bytes());
        self.back(screen);
        Ok(())
    }

    /// After others had the terminal: anything may be on it, of any size.
    fn back(&mut self, screen: &mut dyn Screen) {
        self.measure(screen);
        self.tell(screen, Message::Resumed);
    }

    fn draw(&mut self, screen: &mut dyn Screen) -> io::Result<()> {
        self.changed = false;
        let hits = self.canvas.draw(|area, buffer| screen.draw(area, buffer))?;
        self.tell(screen, Message::Drawn(hits));
        Ok(())
    }
}

#[cfg(test)]
mod tests;
