//! Printing with a print system that does what real ones do on bad days.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::{DEADLINE, script};
use tempfile::TempDir;
use tingle::terminal::kiosk::print::{Outcome, Printer, Slip};

/// Programs that write down how they were called.
fn programs(lp: &str, waiting: &str, state: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let log = folder.path().join("log");
    let log = log.display();
    script(
        folder.path(),
        "lp",
        &format!("echo lp \"$@\" >> {log}\n{lp}"),
    );
    script(
        folder.path(),
        "lpstat",
        &format!("case \"$*\" in *-p*) {state};; *) {waiting};; esac"),
    );
    script(
        folder.path(),
        "cancel",
        &format!("echo cancel \"$@\" >> {log}"),
    );
    folder
}

fn printer(folder: &Path, seconds: u64) -> Printer {
    Printer::queue("slips", Duration::from_secs(seconds)).with(Some(folder.to_owned()), None)
}

fn print(printer: &Printer, text: &str) -> Receiver<(u64, Outcome)> {
    let (send, receive) = channel();
    let slip = Slip {
        id: 7,
        text: text.to_owned(),
    };
    assert!(printer.print(slip, move |id, outcome| send.send((id, outcome)).unwrap()));
    receive
}

fn outcome(folder: &TempDir, seconds: u64) -> Outcome {
    let told = print(&printer(folder.path(), seconds), "a slip");
    let (id, outcome) = told.recv_timeout(DEADLINE).unwrap();
    assert_eq!(id, 7);
    outcome
}

fn log(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("log")).unwrap_or_default()
}

const TAKEN: &str = "cat >/dev/null; echo 'request id is slips-12 (0 file(s))'";
const WAITS: &str = "echo 'slips-12 kiosk 1024 Sat'";
const IDLE: &str = "echo 'printer slips is idle.  enabled since today'";

#[test]
fn a_slip_that_leaves_the_queue_is_printed() {
    let seen = "cat > \"$(dirname \"$0\")/text\"; env > \"$(dirname \"$0\")/env\"; echo 'request id is slips-12 (0 file(s))'";
    let folder = programs(seen, ":", IDLE);
    assert_eq!(outcome(&folder, 30), Outcome::Printed);
    assert_eq!(
        log(&folder),
        "lp -d slips -t slip -n 1 -o job-sheets=none --\n"
    );
    let text = fs::read_to_string(folder.path().join("text")).unwrap();
    assert_eq!(text, "a slip");
    let env = fs::read_to_string(folder.path().join("env")).unwrap();
    let mut names: Vec<&str> = env
        .lines()
        .filter_map(|line| line.split('=').next())
        .collect();
    names.retain(|name| !["PWD", "_", "SHLVL", "OLDPWD"].contains(name));
    names.sort_unstable();
    assert_eq!(names, ["LC_ALL", "PATH"], "{env}");
}

#[test]
fn what_the_text_says_is_never_run() {
    let folder = programs(TAKEN, ":", IDLE);
    let marker = folder.path().join("ran");
    let text = format!(
        "$(touch {0}) `touch {0}`; touch {0}\n-o x",
        marker.display()
    );
    let told = print(&printer(folder.path(), 30), &text);
    assert_eq!(told.recv_timeout(DEADLINE).unwrap().1, Outcome::Printed);
    assert!(!marker.exists());
}

#[test]
fn what_goes_wrong_is_told_and_the_job_taken_back() {
    let no_paper = "echo 'printer slips now printing slips-12.  enabled since today'; echo '\tAlerts: media-empty-error'";
    let stopped = "echo 'printer slips disabled since today -'; echo '\tReason unknown'";
    let broken =
        "echo 'printer slips is idle.  enabled since today'; echo '\tAlerts: cover-open-error'";
    for (state, expected) in [
        (no_paper, Outcome::NoPaper),
        (
            stopped,
            Outcome::Fault("printer slips disabled since today -".into()),
        ),
        (broken, Outcome::Fault("cover-open-error".into())),
    ] {
        let folder = programs(TAKEN, WAITS, state);
        assert_eq!(outcome(&folder, 30), expected);
        assert!(
            log(&folder).contains("cancel -x slips-12"),
            "{}",
            log(&folder)
        );
    }
}

#[test]
fn a_queue_that_does_not_take_it_is_told() {
    for (complaint, expected) in [
        (
            "lp: The printer or class does not exist.",
            Outcome::NoPrinter,
        ),
        (
            "lp: Error - no default destination available.",
            Outcome::NoPrinter,
        ),
        (
            "lp: Error - scheduler not responding.",
            Outcome::Fault("lp: Error - scheduler not responding.".into()),
        ),
    ] {
        let folder = programs(&format!("echo '{complaint}' >&2; exit 1"), ":", IDLE);
        assert_eq!(outcome(&folder, 30), expected, "{complaint}");
    }
    let nothing = TempDir::new().unwrap();
    assert_eq!(outcome(&nothing, 30), Outcome::NoPrinter);
}

#[test]
fn a_program_that_hangs_is_killed_with_all_it_started() {
    let hangs = "echo $$ > \"$(dirname \"$0\")/pid\"; sleep 1000 & echo $! >> \"$(dirname \"$0\")/pid\"; wait";
    let folder = programs(hangs, ":", IDLE);
    assert_eq!(outcome(&folder, 1), Outcome::TimedOut);
    let pids = fs::read_to_string(folder.path().join("pid")).unwrap();
    assert_eq!(pids.lines().count(), 2);
    for pid in pids.lines() {
        super::wait("both are gone", || {
            let state = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            // Nobody may take the end of an orphan here; it is gone all the same.
            state.is_empty() || state.contains(") Z ")
        });
    }
}

#[test]
fn a_job_that_never_comes_out_is_taken_back() {
    let folder = programs(TAKEN, WAITS, IDLE);
    assert_eq!(outcome(&folder, 2), Outcome::TimedOut);
    assert!(
        log(&folder).ends_with("cancel -x slips-12\n"),
        "{}",
        log(&folder)
    );
}

#[test]
fn while_one_is_printed_a_second_is_refused() {
    let held = "cat >/dev/null; while [ ! -e \"$(dirname \"$0\")/go\" ]; do sleep 0.05; done; echo 'request id is slips-12 (0 file(s))'";
    let folder = programs(held, ":", IDLE);
    let printer = printer(folder.path(), 60);
    let told = print(&printer, "one");
    let slip = Slip {
        id: 8,
        text: "two".into(),
    };
    assert!(!printer.clone().print(slip, |_, _| panic!("it was refused")));
    fs::write(folder.path().join("go"), "").unwrap();
    assert_eq!(told.recv_timeout(DEADLINE).unwrap().1, Outcome::Printed);
    assert_eq!(log(&folder).lines().count(), 1);
    let told = print(&printer, "three");
    assert_eq!(told.recv_timeout(DEADLINE).unwrap().1, Outcome::Printed);
}

#[test]
fn a_slip_without_end_is_refused() {
    let folder = programs(TAKEN, ":", IDLE);
    let told = print(&printer(folder.path(), 30), &"x".repeat(100_000));
    let outcome = told.recv_timeout(DEADLINE).unwrap().1;
    assert!(matches!(outcome, Outcome::Fault(_)), "{outcome:?}");
    assert_eq!(log(&folder), "");
}
