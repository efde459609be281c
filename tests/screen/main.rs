//! The full screen without a terminal: keys in, state and cells out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)] // a failed step fails the test

mod browsing;
mod checks;
mod guide;
mod harness;
mod properties;
mod snapshots;
