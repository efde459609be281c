//! End to end: the programs in a pseudo-terminal, with a real parser for what
//! they write. Nothing is ever answered to them: a terminal that stays silent
//! must be no slower.
//!
//! The probe must have been built, which `cargo test` does; with one test file
//! alone, run `cargo build --example probe` first.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::indexing_slicing)] // a failed step fails the test

mod bytes;
mod copy;
mod guide;
mod hangup;
mod input;
mod panic;
mod plain;
mod quit;
mod resize;
mod session;
mod start;
mod suspend;
