//! Sizes that change, quickly and to nothing.

use std::time::Duration;

use crate::session::{Plan, Program, Session};

const SILENCE: Duration = Duration::from_millis(200);

/// Drawn step by step and drawn anew it looks the same.
fn assert_whole(session: &Session) {
    session.quiet(SILENCE);
    let before = session.seen().parser.screen().contents_formatted();
    session.nudge();
    session.quiet(SILENCE);
    let after = session.seen().parser.screen().contents_formatted();
    assert_eq!(before, after);
}

#[test]
fn a_storm_of_sizes_ends_with_the_right_one_and_few_bytes() {
    for program in Program::BOTH {
        let session = Plan::of(program).shown();
        session.nudge();
        let whole = session.quiet(SILENCE);
        for step in 0..40 {
            session.resize(60 + step, 20 + step % 7);
        }
        session.resize(100, 30);
        if program == Program::Probe {
            session.wait("right size", |seen| seen.top().contains("100x30"));
        }
        let bytes = session.quiet(SILENCE) - whole;
        let clears = session.seen().count(b"\x1b[2J");
        println!("{program:?}: {bytes} bytes and {clears} clears for 41 sizes");
        // One clear for each size at the very worst, and for each nudge.
        assert!(clears <= 43, "{program:?}: {clears}");
        assert!(bytes <= 41 * 8192, "{program:?}: {bytes}");
        assert_whole(&session);
    }
}

#[test]
fn no_size_is_too_small_or_too_large() {
    for program in Program::BOTH {
        let mut session = Plan::of(program).shown();
        for (columns, rows) in [(1, 1), (2, 1), (1, 50), (30, 3), (300, 100), (2000, 2)] {
            session.resize(columns, rows);
            session.nudge();
            assert!(session.runs(), "{program:?} at {columns}x{rows}");
        }
        session.resize(80, 24);
        if program == Program::Probe {
            session.wait("size", |seen| seen.top().contains("80x24"));
        }
        assert_whole(&session);
    }
}

/// The library that reads keys forgot a key that came with a resize, until the
/// next key. It took both in the same moment, so this tries many moments.
#[test]
fn a_key_in_the_moment_of_a_resize_is_read() {
    for round in 0..40 {
        let mut session = Plan::of(Program::Probe).shown();
        for width in 60..64 + round % 4 {
            session.resize(width, 20);
        }
        session.keys(Program::Probe.quit_key());
        assert_eq!(session.end(), Ok(0));
    }
}
