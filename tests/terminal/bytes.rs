//! What is written: little, whole, and nothing while nothing happens.

use std::time::Duration;

use crate::session::{Plan, Program, Seen, Session};

const SILENCE: Duration = Duration::from_millis(200);

/// Most bytes for one key at 80x24.
const BUDGET: usize = 600;

#[test]
fn an_idle_program_writes_nothing_and_sleeps() {
    for program in Program::BOTH {
        let mut session = Plan::of(program).shown();
        let before = session.quiet(SILENCE);
        let awake = wakes(&session);
        let after = session.quiet(Duration::from_secs(2));
        assert_eq!(after, before, "{program:?} writes while idle");
        assert_eq!(wakes(&session), awake, "{program:?} wakes while idle");
        assert!(session.runs());
    }
}

/// How often its threads went to sleep of their own accord.
fn wakes(session: &Session) -> usize {
    let tasks = format!("/proc/{}/task", session.pid().as_raw_nonzero());
    // Elsewhere than on Linux nothing is counted.
    let Ok(tasks) = std::fs::read_dir(tasks) else {
        return 0;
    };
    tasks
        .filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("status")).ok())
        .flat_map(|status| {
            status
                .lines()
                .filter_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))
                .filter_map(|count| count.trim().parse::<usize>().ok())
                .collect::<Vec<_>>()
        })
        .sum()
}

#[test]
fn a_key_takes_few_bytes() {
    const KEYS: [&[u8]; 8] = [
        b"\x1b[B", b"\x1b[B", b"\x1b[B", b"\x1b[A", b"\x1b[B", b"\x1b[B", b"\x1b[A", b"\x1b[B",
    ];
    for program in Program::BOTH {
        let mut session = Plan::of(program).shown();
        let mut total = session.quiet(SILENCE);
        let mut each: Vec<usize> = KEYS
            .iter()
            .map(|key| {
                session.keys(key);
                let before = total;
                total = session.quiet(SILENCE);
                total - before
            })
            .collect();
        each.sort_unstable();
        println!("{program:?}: bytes per key {each:?}");
        assert!(each[KEYS.len() / 2] <= BUDGET, "{program:?}: {each:?}");
    }
}

#[test]
fn a_key_that_changes_nothing_takes_no_byte() {
    let mut session = Plan::of(Program::Probe).shown();
    let before = session.quiet(SILENCE);
    // The list is at its top already; the key after it shows that this one
    // has been seen to.
    session.keys(b"\x1b[A");
    assert_eq!(session.quiet(SILENCE), before);
    session.keys(b"\x1b[B");
    session.wait("next row", |seen| {
        seen.parser.screen().contents().contains("> row 1")
    });
    assert_eq!(session.seen().frames(), 2);
}

#[test]
fn every_frame_is_one_synchronised_update() {
    for program in Program::BOTH {
        let mut session = Plan::of(program).shown();
        session.keys(b"\x1b[B");
        session.resize(70, 20);
        session.keys(b"\x1b[B");
        session.nudge();
        // The frame may be that of an earlier key; what the nudge sets off is to
        // be over before the last one.
        session.quiet(SILENCE);
        session.keys(program.quit_key());
        assert_eq!(session.end(), Ok(0));
        session.assert_as_found();
        assert_bracketed(&session.seen());
    }
}

/// All text stands between the two brackets, which come in turn.
fn assert_bracketed(seen: &Seen) {
    let text = String::from_utf8(seen.bytes.clone()).unwrap();
    let mut parts = text.split("\x1b[?2026h");
    let mut outside = vec![parts.next().unwrap()];
    for part in parts {
        let (frame, rest) = part.split_once("\x1b[?2026l").expect("a frame ends");
        assert!(!frame.is_empty());
        outside.push(rest);
    }
    let modes = |part: &str| {
        part.split('\x1b')
            .all(|sequence| sequence.is_empty() || sequence == "[m" || sequence.starts_with("[?"))
    };
    assert!(outside.into_iter().all(modes), "{text:?}");
}
