//! The plain mode: over a pipe, and on a terminal that can only do lines.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use rustix::process::Signal;
use tempfile::TempDir;

use crate::session::{Plan, Program};

fn command(arguments: &[&str], home: &TempDir) -> Command {
    let mut command = Command::new(Program::Tingle.path());
    command
        .args(arguments)
        .env_clear()
        .env("HOME", home.path())
        .env("TINGLE_SETTINGS", home.path().join("none.ron"))
        .current_dir(home.path());
    std::fs::write(home.path().join("none.ron"), "()").unwrap();
    command
}

fn piped(arguments: &[&str], input: &[u8]) -> Output {
    let home = TempDir::new().unwrap();
    piped_in(&home, arguments, input)
}

fn piped_in(home: &TempDir, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments, home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // It may end before it has read everything.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn over_a_pipe_it_talks_in_lines_and_ends_with_the_input() {
    for arguments in [
        &[] as &[&str],
        &["--plain"],
        &["guide"],
        &["guide", "--plain"],
    ] {
        let output = piped(arguments, b"");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        let said = out(&output);
        assert!(said.contains("emergency call "), "{said}");
        assert!(said.contains("There is no more input"), "{said}");
        assert!(!said.contains('\u{1b}') && output.stderr.is_empty());
    }
}

#[test]
fn an_emergency_over_a_pipe_is_told_with_what_was_answered() {
    let said = out(&piped(&["guide"], b"\n1\n41 years\n2\n1\n"));
    assert!(said.contains("\n\nEMERGENCY. CALL 112 NOW.\n"), "{said}");
    assert!(
        said.contains("You answered: ") && said.contains("41 years"),
        "{said}"
    );
}

#[test]
fn answers_are_saved_whole_and_go_on_from_there() {
    let home = TempDir::new().unwrap();
    let output = piped_in(&home, &["guide"], b"\n1\n41\ns mine.ron\nq\n");
    assert!(
        out(&output).contains("Nothing had to be saved."),
        "{}",
        out(&output)
    );
    let text = std::fs::read_to_string(home.path().join("mine.ron")).unwrap();
    assert!(text.contains("\"age\": 41"), "{text}");
    let said = out(&piped_in(&home, &["--answers", "mine.ron"], b"3\n"));
    assert!(
        said.contains("41 years") && !said.contains("None of this was saved"),
        "{said}"
    );
    let said = out(&piped_in(
        &home,
        &["guide"],
        b"\n1\n41\ns no/such/folder.ron\ns mine.ron\n1\nq\nq\n",
    ));
    assert!(said.contains("There is no folder"), "{said}");
    assert!(
        said.contains("is there already") && said.contains("Nothing was saved."),
        "{said}"
    );
}

#[test]
fn bad_input_is_told_and_answers_nothing() {
    let mut junk = vec![b'1'; 200_000];
    junk.extend(b"\n1\0\n\xff\xfe\n\x1b[A\n");
    let output = piped(&["guide"], &junk);
    let said = out(&output);
    assert_eq!(output.status.code(), Some(0));
    for words in [
        "too long",
        "is no text",
        "did not understand: [A",
        "There is no answer yet",
    ] {
        assert!(said.contains(words), "no {words:?} in {said}");
    }
    assert!(!said.contains('\u{1b}') && !said.contains('\0'));
    let output = piped(&["guide"], "nonsense\n".repeat(10_000).as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).contains("lines in a row were not understood"));
}

#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    let home = TempDir::new().unwrap();
    let mut child = command(&["guide"], &home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let _ = child.stdin.take().unwrap().write_all(b"\n1\n");
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}

#[test]
fn a_terminal_that_can_only_do_lines_gets_lines() {
    let mut session = Plan::of(Program::Tingle).term("dumb").start();
    let shows = |words: &'static str| {
        move |seen: &crate::session::Seen| seen.parser.screen().contents().contains(words)
    };
    session.wait("the menu", shows("What would you like to do?"));
    session.keys(b"1\r");
    session.wait("the walkthrough", shows("Enter alone to go on"));
    session.keys(b"\r1\r41 years\r");
    session.wait("the next question", shows("What is your sex"));
    session.keys(b"q\r");
    session.wait("what is lost", shows("is in no file"));
    session.keys(b"q\r");
    assert_eq!(session.end(), Ok(0));
    session.assert_as_found();
    assert_eq!(session.seen().count(b"\x1b"), 0);
}

#[test]
fn a_person_who_needs_lines_gets_them() {
    for (value, lines) in [
        ("1", true),
        ("yes", true),
        ("0", false),
        ("no", false),
        ("", false),
    ] {
        let mut session = Plan::of(Program::Tingle).env("ACCESSIBLE", value).start();
        if lines {
            session.wait("the menu", |seen| {
                seen.parser.screen().contents().contains("Type a number")
            });
            assert_eq!(session.seen().count(b"\x1b"), 0);
            // The end of the input, as it is typed.
            session.keys(b"\x04");
        } else {
            session.wait("the browser", |seen| seen.frames() > 0);
            session.keys(Program::Tingle.quit_key());
        }
        assert_eq!(session.end(), Ok(0), "{value:?}");
    }
}

#[test]
fn signals_end_it_with_everything_said() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let mut session = Plan::of(Program::Tingle)
            .arguments(&["guide", "--plain"])
            .start();
        session.keys(b"\r1\r41 years\r");
        session.wait("the next question", |seen| {
            seen.parser.screen().contents().contains("What is your sex")
        });
        session.signal(signal);
        assert_eq!(session.end(), Ok(0), "{signal:?}");
        session.wait("what was answered", |seen| {
            let said = String::from_utf8_lossy(&seen.bytes);
            said.contains("asked to end") && said.contains("None of this was saved")
        });
    }
}
