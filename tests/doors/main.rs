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
mod wipe;
