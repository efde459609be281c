//! The clipboard of the system, by OSC 52: only where asked for, and whole.

use std::path::Path;
use std::process::{Command, Output};
use std::thread;
use std::time::{Duration, Instant};

use base64ct::{Base64, Encoding};

use crate::session::{Plan, Program, Seen, Session};

const START: &[u8] = b"\x1b]52;";
const WHOLE: &[u8] = b"\x1b]52;c;";

/// Opens the program with an answer, under a shell.
const WITH_ANSWERS: &str =
    r#"printf '{"foot-drop": true}' > answers.ron; exec "$0" --answers answers.ron"#;

fn shows(seen: &Seen, words: &str) -> bool {
    let text = seen.parser.screen().contents();
    let text: Vec<&str> = text.split_whitespace().collect();
    text.join(" ").contains(words)
}

fn press(session: &mut Session, keys: &[u8], words: &str) {
    session.keys(keys);
    session.wait(words, |seen| shows(seen, words));
}

/// What the terminal was asked to copy, as often as it was.
fn copied(seen: &Seen) -> Vec<String> {
    let mut rest = &seen.bytes[..];
    let mut texts = Vec::new();
    while let Some(at) = rest.windows(WHOLE.len()).position(|window| window == WHOLE) {
        rest = &rest[at + WHOLE.len()..];
        // The rest may be on its way.
        let Some(end) = rest.iter().position(|&byte| byte == 0x07) else {
            break;
        };
        let written = std::str::from_utf8(&rest[..end]).unwrap();
        let mut bytes = vec![0; written.len()];
        let text = Base64::decode(written, &mut bytes).unwrap();
        texts.push(String::from_utf8(text.to_vec()).unwrap());
        rest = &rest[end..];
    }
    texts
}

#[test]
fn what_is_copied_is_what_is_saved_and_only_when_asked_for() {
    let mut session = Plan::of(Program::Tingle).under(WITH_ANSWERS).shown();
    press(&mut session, b"s", "YOUR SUMMARY");
    press(&mut session, b"d", "FOR THE DOCTOR");
    press(&mut session, b"d", "You said:");
    press(&mut session, b"c", "Scan it with a telephone");
    press(&mut session, b"c", "YOUR SUMMARY");
    press(&mut session, b"s", "SAVE THE SUMMARY AS WHAT?");
    press(&mut session, b"1", "to which file?");
    press(&mut session, b"\r", "Saved to");
    // Pasting is no asking either, whatever is pasted.
    session.keys(b"\x1b[200~y4\x1b]52;c;eQ==\x07\x1b[201~");
    session.nudge();
    assert_eq!(session.seen().count(START), 0);

    press(&mut session, b"y", "was asked to copy it");
    session.wait("a copy", |seen| copied(seen).len() == 1);
    let saved = std::fs::read_to_string(session.at_home("tingle-summary.txt")).unwrap();
    assert!(saved.starts_with("LEG CHECK\n"), "{saved}");
    assert_eq!(copied(&session.seen()), std::slice::from_ref(&saved));

    press(&mut session, b"4", "was asked to copy it");
    session.wait("a second copy", |seen| copied(seen).len() == 2);
    // Esc must be taken for itself before the next key comes.
    press(&mut session, b"\x1b", "find a sign");
    session.keys(Program::Tingle.quit_key());
    assert_eq!(session.end(), Ok(0));
    assert_eq!(copied(&session.seen()), [saved.clone(), saved]);
    assert_eq!(session.seen().count(START), 2);
}

#[test]
fn in_tmux_it_is_said_that_tmux_decides() {
    for (columns, rows) in [(40, 12), (80, 24)] {
        let mut session = Plan::of(Program::Tingle)
            .env("TMUX", "/tmp/tmux-0/default,1,0")
            .under(WITH_ANSWERS)
            .size(columns, rows)
            .start();
        session.wait("the signs", |seen| shows(seen, "find a sign"));
        press(&mut session, b"s", "YOUR SUMMARY");
        press(
            &mut session,
            b"y",
            "tmux set -s set-clipboard on. Paste it to see.",
        );
        session.wait("a copy", |seen| copied(seen).len() == 1);
    }
}

/// A real tmux of the test's own.
struct Tmux<'f>(&'f Path);

impl Tmux<'_> {
    fn run(&self, arguments: &[&str]) -> Output {
        Command::new("tmux")
            .args(["-u", "-f", "/dev/null", "-S"])
            .arg(self.0.join("tmux"))
            .args(arguments)
            .env("HOME", self.0)
            .env("TERM", "xterm-256color")
            .env("TINGLE_SETTINGS", self.0.join("settings.ron"))
            .env_remove("TMUX")
            .current_dir(self.0)
            .output()
            .unwrap()
    }

    fn wait(&self, words: &str) {
        let began = Instant::now();
        loop {
            let shown = self.run(&["capture-pane", "-p", "-t", "one"]).stdout;
            let shown = String::from_utf8_lossy(&shown).into_owned();
            let shown: Vec<&str> = shown.split_whitespace().collect();
            if shown.join(" ").contains(words) {
                return;
            }
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "no {words} on {shown:?}"
            );
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn press(&self, key: &str, words: &str) {
        self.run(&["send-keys", "-t", "one", key]);
        self.wait(words);
    }
}

impl Drop for Tmux<'_> {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

#[test]
fn tmux_takes_it_once_it_may() {
    let there = Command::new("tmux")
        .arg("-V")
        .output()
        .is_ok_and(|output| output.status.success());
    if !there {
        assert!(
            std::env::var_os("CI").is_none_or(|value| value != "true"),
            "tmux is missing: .ci/install installs it"
        );
        eprintln!("SKIPPED: tmux is not here; .ci/install installs it");
        return;
    }
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("settings.ron"), "(welcome: Never)").unwrap();
    std::fs::write(folder.path().join("answers.ron"), r#"{"foot-drop": true}"#).unwrap();
    let tmux = Tmux(folder.path());
    let program = Program::Tingle.path();
    let begun = tmux.run(&[
        "new-session",
        "-d",
        "-s",
        "one",
        "-x",
        "80",
        "-y",
        "24",
        program.to_str().unwrap(),
        "--answers",
        "answers.ron",
    ]);
    assert!(begun.status.success(), "{begun:?}");
    tmux.wait("tingle");
    tmux.press("s", "YOUR SUMMARY");
    // As tmux comes, it keeps nothing: that is what the program says.
    tmux.press("y", "set-clipboard on. Paste it to see.");
    assert_eq!(tmux.run(&["show-buffer"]).stdout, b"");
    tmux.run(&["set", "-s", "set-clipboard", "on"]);
    tmux.press("s", "SAVE THE SUMMARY AS WHAT?");
    tmux.press("1", "to which file?");
    tmux.press("Enter", "Saved to");
    tmux.press("y", "set-clipboard on. Paste it to see.");
    let saved = std::fs::read(folder.path().join("tingle-summary.txt")).unwrap();
    assert!(saved.starts_with(b"LEG CHECK"));
    assert_eq!(
        String::from_utf8(tmux.run(&["show-buffer"]).stdout).unwrap(),
        String::from_utf8(saved).unwrap()
    );
}
