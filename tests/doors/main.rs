//! The doors of the kiosk, tried from outside: keys, signals, memory, sudden
//! ends, clients by SSH, the units of the system.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::indexing_slicing)] // a failed step fails the test

mod fuzz;
mod kill;
mod kiosk;
mod memory;
#[allow(dead_code)] // not all of it is needed here
#[path = "../terminal/session.rs"]
mod session;
mod signals;
mod ssh;
mod sshd;
mod units;
mod wipe;

/// Says that a test needs a program that is not here; never where everything
/// is to be tested.
pub fn skipped(what: &str, why: &str) {
    assert!(
        std::env::var_os("CI").is_none_or(|ci| ci != "true"),
        "{what}: {why}, and nothing is skipped with CI=true"
    );
    eprintln!("skipped: {what}: {why}");
}
