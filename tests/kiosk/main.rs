//! The kiosk against the world: files, printers, speech, other processes.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::indexing_slicing)] // a failed step fails the test

mod commands;
mod counters;
mod cups;
mod print;
mod speak;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Longest that anything here may take before a test gives up.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// A program that is a script of the shell.
pub fn script(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

/// Waits until it is so.
pub fn wait(what: &str, mut so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !so() {
        assert!(began.elapsed() < DEADLINE, "never: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Says that a test needs a program that is not here; never where everything
/// is to be tested.
pub fn skipped(what: &str, why: &str) {
    assert!(
        std::env::var_os("CI").is_none_or(|ci| ci != "true"),
        "{what}: {why}, and nothing is skipped with CI=true"
    );
    eprintln!("skipped: {what}: {why}");
}
