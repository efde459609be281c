//! Kiosks that share a folder of counters end suddenly at any time.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use assert_cmd::Command;
use rustix::process::Signal;
use tempfile::TempDir;
use tingle::terminal::kiosk::counters::read;

use crate::kiosk::{F10, FIRST, Kiosk};

/// Kiosks at once.
const KIOSKS: u64 = 4;
/// Sudden ends of each.
const ENDS: u64 = 8;

/// What was surely counted, because the next screen was seen: begun, finished.
fn visits(folder: &Path, at: u64, sure: &mut (u64, u64)) {
    let settings = format!("counters: {folder:?}");
    let mut kiosk = Kiosk::with(&settings, 80, 24);
    // Spread over what two visitors take, without a rhythm.
    let end = Instant::now() + Duration::from_millis(at * 7_919 % 2_600);
    let mut begun = false;
    while Instant::now() < end {
        let key: &[u8] = if begun { F10 } else { b"\r" };
        kiosk.session.keys(key);
        while Instant::now() < end && kiosk.text().contains(FIRST) != begun {
            thread::sleep(Duration::from_millis(3));
        }
        if kiosk.text().contains(FIRST) != begun {
            break;
        }
        begun = !begun;
        if begun {
            sure.0 += 1;
        } else {
            sure.1 += 1;
        }
    }
    kiosk.session.signal(Signal::KILL);
    assert_eq!(kiosk.session.end(), Err("Killed".to_owned()));
}

#[test]
fn killed_at_any_time_kiosks_lose_no_count_and_harm_none() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().to_owned();
    let all: Vec<_> = (0..KIOSKS)
        .map(|kiosk| {
            let path = path.clone();
            thread::spawn(move || {
                let mut sure = (0, 0);
                for end in 0..ENDS {
                    visits(&path, kiosk * ENDS + end, &mut sure);
                    assert_eq!(read(&path).unwrap().damaged, 0);
                }
                sure
            })
        })
        .collect();
    let (mut begun, mut finished) = (0, 0);
    for one in all {
        let sure = one.join().unwrap();
        begun += sure.0;
        finished += sure.1;
    }
    let tally = read(&path).unwrap();
    let of = |count: fn(&tingle::kiosk::counters::Day) -> u64| -> u64 {
        tally.days.values().map(count).sum()
    };
    assert_eq!(tally.damaged, 0);
    assert!(begun > KIOSKS && finished > 0, "{begun} {finished}");
    // What was just being done when it ended may be counted or not.
    let room = 0..=KIOSKS * ENDS;
    assert!(room.contains(&(of(|day| day.started) - begun)), "{tally:?}");
    assert!(
        room.contains(&(of(|day| day.finished) - finished)),
        "{tally:?}"
    );
    Command::new(env!("CARGO_BIN_EXE_tingle"))
        .args(["kiosk", "report"])
        .arg(&path)
        .assert()
        .success();
}
