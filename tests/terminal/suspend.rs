//! Ctrl-Z and back.

use rustix::process::Signal;

use crate::session::{NAME, Plan, Program, Session};

/// A shell with job control that waits for a line before it goes on.
const SHELL: &str = "set -m; \"$0\"; echo stopped; read line; fg; echo ended $?";

fn stopped_and_back(session: &mut Session) {
    session.wait("shell", |seen| {
        seen.parser.screen().contents().contains("stopped")
    });
    session.assert_as_found();
    session.resize(90, 30);
    session.keys(b"\r");
    session.wait("return", |seen| {
        seen.parser.screen().alternate_screen() && seen.top().contains(NAME)
    });
    session.assert_taken();
}

fn ends(session: &mut Session, program: Program) {
    session.keys(program.quit_key());
    assert_eq!(session.end(), Ok(0));
    session.wait("end", |seen| {
        seen.parser.screen().contents().contains("ended 0")
    });
    session.assert_as_found();
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_continuing_takes_it_again() {
    for program in Program::BOTH {
        let mut session = Plan::of(program).under(SHELL).shown();
        session.keys(b"\x1a");
        stopped_and_back(&mut session);
        if program == Program::Probe {
            session.wait("new size", |seen| seen.top().contains("90x30"));
        }
        ends(&mut session, program);
    }
}

#[test]
fn being_asked_to_pause_from_outside_does_the_same() {
    for program in Program::BOTH {
        let mut session = Plan::of(program).under(SHELL).shown();
        session.signal_foreground(Signal::TSTP);
        stopped_and_back(&mut session);
        ends(&mut session, program);
    }
}

#[test]
fn ctrl_z_does_nothing_where_nobody_could_continue_us() {
    for program in Program::BOTH {
        // Started without a shell, as on a kiosk.
        let mut session = Plan::of(program).shown();
        session.keys(b"\x1a");
        session.nudge();
        session.assert_taken();
        assert!(session.runs());
    }
}

#[test]
fn held_from_outside_and_continued_the_screen_is_whole() {
    for program in Program::BOTH {
        let mut session = Plan::of(program).shown();
        let before = session.seen().parser.screen().contents();
        session.signal(Signal::STOP);
        // Meanwhile another program writes over the screen.
        let mess = b"\x1b[Hmess\x1b[?1000l\x1b[?2004l";
        session.seen().parser.process(mess);
        session.nudge();
        session.assert_taken();
        assert_eq!(session.seen().parser.screen().contents(), before);
        session.keys(program.quit_key());
        assert_eq!(session.end(), Ok(0));
        session.assert_as_found();
    }
}
