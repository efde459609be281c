//! Counters survive being killed, and many who count at once.

use std::env;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;
use tingle::kiosk::counters::{Happening, LENGTH, Tally};
use tingle::kiosk::date::Date;
use tingle::knowledge::Urgency;
use tingle::terminal::kiosk::counters::{count, read};

const FOLDER: &str = "TEST_COUNTERS_FOLDER";
const TIMES: &str = "TEST_COUNTERS_TIMES";

fn day() -> Date {
    "2026-11-28".parse().unwrap()
}

/// Not a test of its own: what the children of the others do.
#[test]
fn child_that_counts() {
    let Some(folder) = env::var_os(FOLDER) else {
        return;
    };
    let times: u64 = env::var(TIMES).unwrap().parse().unwrap();
    for _ in 0..times {
        let end = Happening::Finished(Some(Urgency::Days));
        count(Path::new(&folder), day(), end).unwrap();
    }
}

fn child(folder: &Path, times: u64) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "counters::child_that_counts"])
        .env(FOLDER, folder)
        .env(TIMES, times.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn records(folder: &Path) -> u64 {
    std::fs::metadata(folder.join("kiosk-2026-11.log")).map_or(0, |file| file.len() / LENGTH as u64)
}

#[test]
fn many_processes_at_once_lose_nothing() {
    let folder = TempDir::new().unwrap();
    let mut children: Vec<Child> = (0..8).map(|_| child(folder.path(), 2_000)).collect();
    for child in &mut children {
        assert!(child.wait().unwrap().success());
    }
    let tally = read(folder.path()).unwrap();
    assert_eq!((tally.days[&day()].finished, tally.damaged), (16_000, 0));
}

#[test]
fn killed_at_any_time_they_lose_at_most_what_was_being_written() {
    let folder = TempDir::new().unwrap();
    let mut before = 0;
    for round in 0_u64..40 {
        let mut child = child(folder.path(), u64::MAX);
        super::wait("the child counts", || records(folder.path()) > before);
        // Spread over what a record takes, without any rhythm of its own.
        sleep(Duration::from_micros(round * 7_919 % 5_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let tally = read(folder.path()).unwrap();
        assert_eq!(tally.damaged, 0, "round {round}");
        let now = tally.days[&day()].finished;
        assert_eq!(now, records(folder.path()));
        assert!(now > before);
        before = now;
    }
}

#[test]
fn a_torn_end_harms_neither_what_was_nor_what_comes() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("kiosk-2026-11.log");
    for _ in 0..3 {
        count(folder.path(), day(), Happening::Started).unwrap();
    }
    let whole = std::fs::read(&file).unwrap();
    for cut in 2 * LENGTH..=whole.len() {
        for tail in [&b""[..], &[0; 40]] {
            std::fs::write(&file, [&whole[..cut], tail].concat()).unwrap();
            count(folder.path(), day(), Happening::Started).unwrap();
            let Tally { days, damaged } = read(folder.path()).unwrap();
            let third = cut == whole.len() || (cut + 1 == whole.len() && tail.is_empty());
            assert_eq!(days[&day()].started, if third { 4 } else { 3 }, "{cut}");
            assert!(damaged <= 1);
        }
    }
}
