//! Every way out leaves the terminal as it was found.

use rustix::process::Signal;

use crate::session::{Plan, Program};

#[test]
fn keys_that_quit_leave_the_terminal_as_found() {
    for program in Program::BOTH {
        for key in [program.quit_key(), b"\x03"] {
            let mut session = Plan::of(program).shown();
            session.assert_taken();
            session.keys(key);
            assert_eq!(session.end(), Ok(0), "{program:?} {key:?}");
            session.assert_as_found();
        }
    }
}

#[test]
fn signals_that_end_leave_the_terminal_as_found() {
    for program in Program::BOTH {
        for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
            let mut session = Plan::of(program).shown();
            session.assert_taken();
            session.signal(signal);
            assert_eq!(session.end(), Ok(0), "{program:?} {signal:?}");
            session.assert_as_found();
        }
    }
}

#[test]
fn the_screen_of_the_shell_comes_back() {
    let script = "echo before; \"$0\"; echo after";
    let mut session = Plan::of(Program::Probe).under(script).shown();
    session.keys(b"q");
    assert_eq!(session.end(), Ok(0));
    session.wait("both lines", |seen| {
        seen.parser.screen().contents() == "before\nafter"
    });
    session.assert_as_found();
}

#[test]
fn ctrl_c_works_while_something_slow_is_loaded() {
    // A pipe that nobody writes to: reading it waits for ever.
    let script = "mkfifo slow; exec \"$0\" --answers slow";
    let mut session = Plan::of(Program::Tingle).under(script).start();
    session.wait_for_raw();
    session.keys(b"\x03");
    assert_eq!(session.end(), Ok(130));
    session.assert_as_found();
    assert_eq!(session.seen().count(b"\x1b[?1049"), 0);
}
