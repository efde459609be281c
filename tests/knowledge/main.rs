//! The shipped knowledge base, and what becomes of a broken one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // a failed step fails the test

mod bad_input;
mod content;
mod faults;
mod mutations;
mod seed;
