//! The full screen without a terminal: keys in, state and cells out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)] // a failed step fails the test

mod alarms;
mod browsing;
mod cause_pages;
mod check_clock;
mod check_frames;
mod checks;
mod clock;
mod digits;
mod first_run;
mod guide;
mod guide_frames;
mod guide_lists;
mod guide_properties;
mod harness;
mod kiosk;
mod lists;
mod numbers;
mod player;
mod properties;
mod reports;
mod reviewing;
mod rule_out;
mod snapshots;
mod summary;
mod walks;
