//! The engine against its fixture, its oracle and its laws.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a failed step fails the test

mod certain;
mod fixture;
mod forms;
mod oracle;
mod properties;
