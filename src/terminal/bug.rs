//! What people see when the program has a bug: their terminal as it was, what
//! happened, and what to report.

use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::process;

use crate::commands::exit;

use super::modes;

/// From now on a panic, in whatever thread, restores the terminal, says what to
/// report and ends the program with the code for a bug.
///
/// The program ends here and not by unwinding: a panic in one thread would
/// leave the others running, and the release build does not unwind at all.
pub fn catch() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        modes::restore();
        // The usual message holds the way to the place, for those who ask for it.
        if std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0") {
            before(info);
        }
        let _ = io::stderr().write_all(message(info).as_bytes());
        process::exit(i32::from(exit::INTERNAL));
    }));
}

fn message(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let what = payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message");
    let place = info
        .location()
        .map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    let whom = match env!("CARGO_PKG_REPOSITORY") {
        "" => "those who gave you tingle".to_owned(),
        address => format!("{address}/issues"),
    };
    format!(
        "tingle has a bug and had to stop. Your terminal is as it was; answers not yet\n\
         saved are lost. Please report these lines to {whom}, with what you did last:\n\
         \n\
         \x20   tingle {version} on {system} {machine}\n\
         \x20   {place}\n\
         \x20   {what}\n",
        version = env!("CARGO_PKG_VERSION"),
        system = std::env::consts::OS,
        machine = std::env::consts::ARCH,
    )
}
