//! Linux, macOS and their kin.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::{Signal, getpgrp, getppid, getsid, kill_current_process_group};
use rustix::stdio::{stdin, stdout};
use rustix::termios::{
    LocalModes, OptionalActions, Termios, isatty, tcgetattr, tcgetwinsize, tcsetattr,
};
use signal_hook::consts::{
    SIGABRT, SIGBUS, SIGCHLD, SIGCONT, SIGFPE, SIGHUP, SIGILL, SIGINT, SIGKILL, SIGPIPE, SIGQUIT,
    SIGSEGV, SIGSTOP, SIGSYS, SIGTERM, SIGTRAP, SIGTSTP, SIGURG, SIGWINCH,
};
use signal_hook::iterator::Signals;

use crate::terminal::events::{Event, end_soon};

/// How the terminal treats lines and keys.
pub type Line = Termios;

/// Whether a person reads and types here.
pub fn is_terminal() -> bool {
    isatty(stdin()) && isatty(stdout())
}

/// Whether what is typed on a terminal comes in here.
pub fn reads_from_terminal() -> bool {
    isatty(stdin())
}

/// Whether what is written here goes to a terminal.
pub fn writes_to_terminal() -> bool {
    isatty(stdout())
}

/// Size of the terminal, from the system: the terminal itself is asked nothing,
/// as one that does not answer would hold up the first frame.
pub fn size() -> Option<Size> {
    [stdout(), stdin()]
        .iter()
        .filter_map(|terminal| tcgetwinsize(terminal).ok())
        .map(|size| Size::new(size.ws_col, size.ws_row))
        .find(|size| size.width > 0 && size.height > 0)
}

/// How the terminal treats lines and keys now.
pub fn line() -> io::Result<Line> {
    Ok(tcgetattr(stdin())?)
}

/// Every key at once and as it is: no echo, no lines, and signals from keys
/// only where they are wanted.
///
/// The library has such a function too, but it does nothing the second time,
/// and a shell may have changed the terminal while we were suspended.
pub fn raw(line: &Line, signals: bool) -> io::Result<()> {
    let mut raw = line.clone();
    raw.make_raw();
    raw.local_modes.set(LocalModes::ISIG, signals);
    Ok(tcsetattr(stdin(), OptionalActions::Now, &raw)?)
}

/// The terminal treats lines and keys like this again. Keys typed ahead stay
/// for the shell.
pub fn put_back(line: &Line) {
    let _ = tcsetattr(stdin(), OptionalActions::Now, line);
}

/// The mouse is taken by escape sequences here.
pub fn mouse(_: bool) {}

/// Writes it all, past every buffer and lock: this must work in a panic too.
pub fn write(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            // Another program left the terminal so that writing does not wait.
            Err(Errno::AGAIN) => {
                let _ = poll(&mut [PollFd::new(&stdout(), PollFlags::OUT)], None);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Whether a resize comes as a signal here, and not among the keys.
pub const RESIZE_IS_A_SIGNAL: bool = true;

/// Highest number of a signal, with those of Linux that have no name.
const LAST_SIGNAL: i32 = 64;

/// Signals that cannot be caught, that are faults of the program itself, or
/// that do nothing anyway.
const LEFT_ALONE: [i32; 12] = [
    SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGSEGV, SIGPIPE, SIGCHLD, SIGSTOP, SIGSYS,
    SIGURG,
];

/// Starts the thread that makes events of signals. A locked program is ended by
/// TERM and HUP and by no other signal that can be caught.
pub fn signals(events: Sender<Event>, locked: bool) -> io::Result<()> {
    let wanted = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];
    let mut signals = Signals::new(wanted)?;
    if locked {
        for signal in (1..=LAST_SIGNAL).filter(|signal| !LEFT_ALONE.contains(signal)) {
            // Those that do not exist here end nothing either.
            let _ = signals.handle().add_signal(signal);
        }
    }
    let listen = move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGCONT => Event::Continued,
                SIGWINCH => Event::Resized,
                SIGTERM | SIGHUP if locked => {
                    end_soon(Duration::from_secs(1), 0);
                    Event::Stop
                }
                _ if locked => continue,
                SIGTSTP => Event::Suspend,
                _ => {
                    end_soon(Duration::from_secs(1), 128_i32.saturating_add(signal));
                    Event::Stop
                }
            };
            if events.send(event).is_err() {
                return;
            }
        }
    };
    thread::Builder::new()
        .name("signals".into())
        .spawn(listen)
        .map(drop)
}

/// Starts the thread that notices when the terminal is gone.
///
/// The library that reads keys never says so, and would spin for ever. Asking
/// for no event at all, poll returns only when the other side hangs up, however
/// much there is to read. Seen to be so on Linux. Not tried on macOS, where
/// poll has had faults with terminals: so what it says is checked, and where it
/// is wrong nothing is watched rather than the program ended.
pub fn watch(events: Sender<Event>) -> io::Result<()> {
    let watch = move || {
        loop {
            let terminal = stdin();
            let mut asked = [PollFd::new(&terminal, PollFlags::empty())];
            match poll(&mut asked, None) {
                Err(Errno::INTR) => continue,
                Err(_) => return,
                Ok(_) => break,
            }
        }
        if gone() {
            end_soon(Duration::from_millis(400), 128 + SIGHUP);
            let _ = events.send(Event::Stop);
        }
    };
    thread::Builder::new()
        .name("hang-up".into())
        .spawn(watch)
        .map(drop)
}

/// Whether the terminal is gone for good: for some moments after the other side
/// hung up it still answers.
fn gone() -> bool {
    (0..20).any(|again| {
        if again > 0 {
            thread::sleep(Duration::from_millis(20));
        }
        tcgetattr(stdin()).is_err()
    })
}

/// Whether somebody is there to continue us: a shell with job control in our
/// session, above our process group. The kernel asks the same before Ctrl-Z.
pub fn can_stop() -> bool {
    let Ok(session) = getsid(None) else {
        return false;
    };
    getpgrp() != session && getppid().is_some_and(|parent| getsid(Some(parent)) == Ok(session))
}

/// Stops all of our process group, so that the shell is back also where
/// another program started us. Returns when continued.
///
/// Not the signal that Ctrl-Z would send: that one we catch.
pub fn stop() {
    let _ = kill_current_process_group(Signal::STOP);
}
