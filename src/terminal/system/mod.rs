//! What differs between systems: sizes, raw mode, writing, signals, hang-up,
//! suspending. Both files have the same functions.

mod notify;
pub use notify::Notifier;

#[cfg(unix)]
mod unix;
#[cfg(unix)]
pub use unix::*;

#[cfg(not(unix))]
mod windows;
#[cfg(not(unix))]
pub use windows::*;
