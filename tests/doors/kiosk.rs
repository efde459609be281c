//! A kiosk in a pseudo-terminal, played as a visitor would.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::thread::sleep;
use std::time::Duration;

use rustix::process::Pid;
use tempfile::TempDir;
use tingle::kiosk::pin::{PinHash, SALT};

use crate::session::{Plan, Program, Seen, Session};

/// The PIN of the staff.
pub const PIN: &str = "860731";
/// What the first screen says.
pub const FIRST: &str = "NUMB LEG?";
/// Finishes and clears on every screen.
pub const F10: &[u8] = b"\x1b[21~";
/// The key of the staff.
pub const F12: &[u8] = b"\x1b[24~";
/// Made once: it is slow on purpose.
static HASH: LazyLock<String> = LazyLock::new(|| PinHash::new(PIN, [7; SALT]).unwrap().to_string());
/// Longer than a keyboard takes to repeat a key that is held.
const LET_GO: Duration = Duration::from_millis(800);

/// A kiosk.
pub struct Kiosk {
    /// Its terminal.
    pub session: Session,
    settings: TempDir,
    last: Vec<u8>,
}

impl Kiosk {
    /// One with a PIN and these settings besides, its first screen shown.
    pub fn with(settings: &str, columns: u16, rows: u16) -> Self {
        let folder = TempDir::new().unwrap();
        let file = write(folder.path(), settings);
        let session = Plan::of(Program::Tingle)
            .arguments(&["kiosk", "--settings", file.to_str().unwrap()])
            .size(columns, rows)
            .start();
        session.wait("first screen", |seen| text(seen).contains(FIRST));
        Self {
            session,
            settings: folder,
            last: Vec::new(),
        }
    }

    /// One without counters at 80x24.
    pub fn start() -> Self {
        Self::with("", 80, 24)
    }

    /// What is on the screen.
    pub fn text(&self) -> String {
        text(&self.session.seen())
    }

    /// Presses a key as a person does, until the screen is so.
    pub fn press(&mut self, key: &[u8], what: &str, so: impl Fn(&str) -> bool) {
        for _ in 0..10 {
            // The same key again too soon is one that is held down.
            sleep(if self.last == key {
                LET_GO
            } else {
                Duration::from_millis(60)
            });
            self.last = key.to_vec();
            self.session.keys(key);
            for _ in 0..50 {
                sleep(Duration::from_millis(10));
                if so(&self.text()) {
                    return;
                }
            }
        }
        panic!("{key:?} never shows {what}:\n{}", self.text());
    }

    /// A visitor begins, as far as the question for an age.
    pub fn walk_to_age(&mut self) {
        self.press(b"\r", "the beginning", |text| text.contains("Begin"));
        self.press(b"1", "for whom", |text| text.contains("Who are"));
        self.press(b"\r", "the age", |text| text.contains("How old"));
    }

    /// Types slowly; nothing need change on the screen.
    pub fn type_slowly(&mut self, digits: &str) {
        for digit in digits.bytes() {
            self.session.keys(&[digit]);
            sleep(Duration::from_millis(120));
        }
    }

    /// Clears from wherever it is.
    pub fn finish(&mut self) {
        for _ in 0..20 {
            if self.text().contains(FIRST) {
                return;
            }
            for key in [b"\x1b", F10] {
                if self.text().contains(FIRST) {
                    return;
                }
                sleep(Duration::from_millis(200));
                self.session.keys(key);
                sleep(Duration::from_millis(250));
            }
            // The next round is no key held down.
            sleep(LET_GO);
        }
        panic!("no way back to the first screen from\n{}", self.text());
    }

    /// All files in the folder it was started in, which is also its home.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut all = Vec::new();
        let home = self.session.at_home("");
        let mut folders = vec![home.clone(), self.settings.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path.clone());
                }
                all.push(path);
            }
        }
        all.sort();
        all
    }

    /// Its process.
    pub fn pid(&self) -> Pid {
        self.session.pid()
    }
}

/// What a terminal would show.
pub fn text(seen: &Seen) -> String {
    seen.parser.screen().contents()
}

/// Writes settings with a PIN; returns the file.
pub fn write(folder: &Path, settings: &str) -> PathBuf {
    let pin = HASH.as_str();
    let file = folder.join("kiosk.ron");
    fs::write(&file, format!("(pin: \"{pin}\", {settings})")).unwrap();
    file
}

/// Processes that a process started and that are still there.
pub fn children(of: Pid) -> Vec<String> {
    let parent = of.as_raw_nonzero().to_string();
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else {
            continue;
        };
        // The name may hold anything; what follows it does not.
        let rest = stat.rsplit(") ").next().unwrap_or_default();
        if rest.split(' ').nth(1) == Some(parent.as_str()) {
            found.push(stat);
        }
    }
    found
}

/// Page faults of children that have ended: none where there never was one.
pub fn ended_children(of: Pid) -> u64 {
    let path = format!("/proc/{}/stat", of.as_raw_nonzero());
    let stat = fs::read_to_string(path).unwrap();
    let rest = stat.rsplit(") ").next().unwrap();
    rest.split(' ').nth(8).unwrap().parse().unwrap()
}
