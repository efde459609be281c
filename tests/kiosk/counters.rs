//! Counters survive being killed, and many who count at once.

use std::env;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;
use tingle::kiosk::counters::{Day, Happening, LENGTH, Tally};
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

/// The one day there is, and how many records are damaged.
fn counted(folder: &Path) -> (Day, u64) {
    let Tally { mut days, damaged } = read(folder).unwrap();
    let found = days.remove(&day()).unwrap_or_default();
    assert_eq!(days.len(), 0, "a day that never was");
    (found, damaged)
}

fn length(folder: &Path) -> u64 {
    std::fs::metadata(folder.join("kiosk-2026-11.log")).map_or(0, |file| file.len())
}

/// A process that is killed may leave one record half-written; the system says
/// no more. That one is known as damaged and never counts, no earlier one is
/// lost, and the next one counts whole.
#[test]
fn killed_at_any_time_they_damage_at_most_what_was_being_written() {
    const WHOLE: u64 = LENGTH as u64;
    // Behind this many bytes only ends of lines are missing.
    const SAID: u64 = 24;
    let folder = TempDir::new().unwrap();
    let (mut before, mut damaged) = (0, 0);
    for round in 0_u64..40 {
        let start = length(folder.path());
        let mut child = child(folder.path(), u64::MAX);
        super::wait("the child counts", || length(folder.path()) > start);
        // Spread over what a record takes, without any rhythm of its own. Nothing
        // is read meanwhile: the file grows faster than it could be.
        sleep(Duration::from_micros(round * 7_919 % 5_000));
        child.kill().unwrap();
        child.wait().unwrap();

        let (day, now) = counted(folder.path());
        let written = length(folder.path()) - start;
        let (whole, torn) = (written / WHOLE, written % WHOLE);
        let nearly = u64::from(torn >= SAID);
        assert_eq!(day.finished, before + whole + nearly, "round {round}");
        assert_eq!(now - damaged, u64::from(torn > 1) - nearly, "round {round}");
        assert_eq!((day.started, day.timed_out), (round, 0));
        assert_eq!(day.urgency, [0, 0, day.finished, 0, 0]);

        count(folder.path(), self::day(), Happening::Started).unwrap();
        let (day, after) = counted(folder.path());
        assert_eq!((day.started, after), (round + 1, now), "round {round}");
        (before, damaged) = (day.finished, now);
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
    let said = whole.len() - LENGTH + 24;
    for cut in 2 * LENGTH..=whole.len() {
        for tail in [&b""[..], &[0; 40]] {
            std::fs::write(&file, [&whole[..cut], tail].concat()).unwrap();
            count(folder.path(), day(), Happening::Started).unwrap();
            let Tally { days, damaged } = read(folder.path()).unwrap();
            let third = cut > said || (cut == said && tail.is_empty());
            assert_eq!(days[&day()].started, if third { 4 } else { 3 }, "{cut}");
            assert!(damaged <= 1);
        }
    }
}
