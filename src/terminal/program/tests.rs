//! The loop over a screen that only keeps what it was told.

use super::*;
use crate::app::Hits;
use crate::keys::Key;
use crate::terminal::Colours;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use std::cell::Cell;
use std::sync::mpsc::{Sender, channel};

/// Keeps what it was told, and asks for what it was given.
#[derive(Default)]
struct Fake {
    told: Vec<Message>,
    effects: Vec<Effect>,
    deadline: Option<Duration>,
    drawn: Cell<usize>,
}

impl Screen for Fake {
    fn handle(&mut self, message: Message) -> Vec<Effect> {
        if matches!(message, Message::Time(_)) {
            return Vec::new();
        }
        if matches!(message, Message::Drawn(_)) {
            return Vec::new();
        }
        self.told.push(message);
        std::mem::take(&mut self.effects)
    }

    fn draw(&self, _: Rect, _: &mut Buffer) -> Hits {
        self.drawn.set(self.drawn.get() + 1);
        Hits::default()
    }

    fn deadline(&self) -> Option<Duration> {
        self.deadline
    }
}

fn program() -> (Sender<Event>, Program) {
    let (send, receive) = channel();
    let canvas = Canvas::new(Size::new(20, 5), Colours::Own, |_| Ok(()));
    (send, Program::new(receive, canvas, true))
}

fn key(character: char) -> Message {
    Message::Key(Key::char(character))
}

fn is_wake(message: &Message) -> bool {
    matches!(message, Message::Wake(_))
}

#[test]
fn a_deadline_that_stays_wakes_once() {
    let (send, mut program) = program();
    let mut fake = Fake {
        deadline: Some(Duration::ZERO),
        ..Fake::default()
    };
    program.turn(&mut fake).unwrap();
    send.send(Event::Message(key('a'))).unwrap();
    // Were it served again, the key would have to wait.
    program.turn(&mut fake).unwrap();
    assert!(is_wake(&fake.told[0]));
    assert_eq!(fake.told[1..], [key('a')]);
}

#[cfg(unix)]
#[test]
fn the_supervisor_hears_of_the_loop_and_the_screen_does_not() {
    use std::os::unix::net::UnixDatagram;
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("notify");
    let socket = UnixDatagram::bind(&path).unwrap();
    let (_send, mut program) = program();
    let period = Some(std::ffi::OsStr::new("2000"));
    program.supervisor = system::Notifier::new(Some(path.as_os_str()), period, None);
    program.supervisor.ready(Instant::now());
    let mut fake = Fake::default();
    let mut room = [0; 16];
    let mut hear = || {
        let length = socket.recv(&mut room).unwrap();
        room[..length].to_vec()
    };
    for words in [&b"READY=1"[..], b"WATCHDOG=1", b"WATCHDOG=1"] {
        program.turn(&mut fake).unwrap();
        program.turn(&mut fake).unwrap();
        assert_eq!(hear(), words);
    }
    assert_eq!((fake.told.len(), fake.drawn.get()), (0, 1));
}

#[test]
fn a_deadline_that_changed_wakes_again_even_back_to_the_same() {
    let (send, mut program) = program();
    let mut fake = Fake::default();
    for _ in 0..3 {
        fake.deadline = Some(Duration::ZERO);
        program.turn(&mut fake).unwrap();
        fake.deadline = None;
        send.send(Event::Message(key('a'))).unwrap();
        program.turn(&mut fake).unwrap();
    }
    assert_eq!(fake.told.iter().filter(|told| is_wake(told)).count(), 3);
}

#[test]
fn a_deadline_to_come_is_waited_for() {
    let (_send, mut program) = program();
    let mut fake = Fake::default();
    let deadline = program.began.elapsed() + Duration::from_millis(30);
    fake.deadline = Some(deadline);
    program.turn(&mut fake).unwrap();
    assert!(matches!(fake.told[..], [Message::Wake(now)] if now >= deadline));
}

#[test]
fn many_sizes_are_told_and_drawn_once_after_the_keys_before_them() {
    let (send, mut program) = program();
    let mut fake = Fake::default();
    for _ in 0..40 {
        send.send(Event::Resized).unwrap();
    }
    send.send(Event::Message(key('a'))).unwrap();
    program.turn(&mut fake).unwrap();
    assert_eq!(fake.told[0], key('a'));
    assert!(matches!(fake.told[1..], [Message::Resize(..)]));
    assert_eq!(fake.drawn.get(), 1);
}

#[test]
fn keys_that_came_together_are_drawn_together() {
    let (send, mut program) = program();
    let mut fake = Fake::default();
    for _ in 0..40 {
        send.send(Event::Message(key('a'))).unwrap();
    }
    program.turn(&mut fake).unwrap();
    assert_eq!((fake.told.len(), fake.drawn.get()), (40, 1));
}

#[test]
fn being_asked_to_end_is_no_question() {
    let (send, mut program) = program();
    let mut fake = Fake::default();
    send.send(Event::Stop).unwrap();
    program.turn(&mut fake).unwrap();
    assert_eq!(fake.told, [Message::Stop]);
    assert_eq!(program.quit, Some(0));
}

#[test]
fn the_first_exit_code_counts_and_no_key_after_it() {
    let (send, mut program) = program();
    let mut fake = Fake {
        effects: vec![Effect::Quit(3), Effect::Quit(4)],
        ..Fake::default()
    };
    send.send(Event::Message(key('a'))).unwrap();
    send.send(Event::Message(key('b'))).unwrap();
    program.turn(&mut fake).unwrap();
    assert_eq!(program.quit, Some(3));
    assert_eq!(fake.told, [key('a')]);
}

#[test]
fn what_became_of_a_file_is_told() {
    let (send, mut program) = program();
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("answers.ron");
    let mut fake = Fake {
        effects: vec![
            Effect::Write {
                path: path.clone(),
                text: "{}".into(),
                replace: false,
            },
            Effect::Read(path.clone()),
        ],
        ..Fake::default()
    };
    send.send(Event::Message(key('a'))).unwrap();
    program.turn(&mut fake).unwrap();
    let text = "{}".into();
    let told = [Message::Saved(path.clone()), Message::Opened { path, text }];
    assert_eq!(fake.told[1..], told);
}

#[test]
fn told_to_end_while_loading_it_is_not_even_shown() {
    let (send, program) = program();
    let mut fake = Fake::default();
    send.send(Event::Message(key('a'))).unwrap();
    send.send(Event::Stop).unwrap();
    assert_eq!(program.run(&mut fake).unwrap(), 0);
    assert_eq!(fake.drawn.get(), 0);
}
