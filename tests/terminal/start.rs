//! The first frame, and starts that are refused.

use assert_cmd::Command;

use crate::session::{Plan, Program, Seen};

/// Sequences by which programs ask the terminal something.
const QUERIES: [&[u8]; 12] = [
    b"\x1b[6n",
    b"\x1b[5n",
    b"\x1b[?6n",
    b"\x1b[c",
    b"\x1b[0c",
    b"\x1b[>c",
    b"\x1b[>0q",
    b"\x1b[?u",
    b"\x1b[18t",
    b"\x1b]10;?",
    b"\x1b]11;?",
    b"$p",
];

#[test]
fn the_first_frame_comes_from_a_terminal_that_answers_nothing() {
    for program in Program::BOTH {
        let mut session = Plan::of(program).shown();
        session.assert_taken();
        session.keys(b"\x1b[B");
        session.nudge();
        session.keys(program.quit_key());
        assert_eq!(session.end(), Ok(0));
        session.assert_as_found();
        let seen = session.seen();
        for query in QUERIES {
            assert_eq!(seen.count(query), 0, "{program:?} asks {query:?}");
        }
    }
}

#[test]
fn keys_typed_before_the_first_frame_count() {
    let mut session = Plan::of(Program::Probe).start();
    session.keys(b"\x1b[B\x1b[B");
    session.wait("the third row", |seen| {
        seen.parser.screen().contents().contains("> row 2")
    });
}

#[test]
fn the_first_run_page_is_shown_until_it_was_seen_once() {
    let mut session = Plan::of(Program::Tingle).settings("()").start();
    let page = |seen: &Seen| {
        seen.parser
            .screen()
            .contents()
            .contains("Four keys to know")
    };
    session.wait("the first-run page", page);
    let marker = session.at_home(".local/state/tingle/welcomed");
    assert!(!marker.exists());
    session.keys(b"\r");
    session.wait("the browser", |seen| {
        seen.parser.screen().contents().contains("WHAT YOU NOTICE")
    });
    session.keys(Program::Tingle.quit_key());
    assert_eq!(session.end(), Ok(0));
    assert_eq!(
        std::fs::read(&marker).map(|bytes| bytes.len()).ok(),
        Some(0)
    );
}

#[test]
fn the_mouse_is_left_alone_when_asked() {
    let session = Plan::of(Program::Tingle).arguments(&["--no-mouse"]).shown();
    let seen = session.seen();
    assert_eq!(seen.count(b"\x1b[?1000h"), 0);
    assert_eq!(seen.count(b"\x1b[?1003h"), 0);
}

fn never_opened(seen: &Seen) -> bool {
    seen.count(b"\x1b[?1049h") == 0 && seen.count(b"\x1b[?1049l") == 0
}

#[test]
fn what_is_refused_never_opens_the_screen() {
    for (arguments, code, words) in [
        (["--answers", "none.ron"], 66, "There is no file none.ron"),
        (["--theme", "tartan"], 64, "There is no theme `tartan`"),
        (["--knowledge", "nowhere"], 66, "nowhere"),
    ] {
        let mut session = Plan::of(Program::Tingle).arguments(&arguments).start();
        assert_eq!(session.end(), Ok(code), "{arguments:?}");
        session.wait(words, |seen| {
            seen.parser.screen().contents().contains(words)
        });
        session.assert_as_found();
        assert!(never_opened(&session.seen()), "{arguments:?}");
    }
}

#[test]
fn flags_of_the_full_screen_are_refused_with_a_command() {
    let output = Command::new(Program::Tingle.path())
        .args(["--no-mouse", "list", "causes"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(64));
}
