//! Windows. Written after the library's documentation; compiled and tried only
//! where the hosted checks run.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::Sender;

use ratatui::crossterm::ansi_support::supports_ansi;
use ratatui::crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use ratatui::crossterm::{execute, terminal};
use ratatui::layout::Size;

use crate::terminal::events::Event;

/// The library keeps what it found.
pub type Line = ();

/// Whether a person reads and types here, in a console that knows escape
/// sequences. Asking switches them on.
pub fn is_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal() && supports_ansi()
}

/// Whether what is typed in a console comes in here.
pub fn reads_from_terminal() -> bool {
    io::stdin().is_terminal()
}

/// Whether what is written here goes to a console.
pub fn writes_to_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Size of the console.
pub fn size() -> Option<Size> {
    terminal::size()
        .ok()
        .map(|(columns, rows)| Size::new(columns, rows))
        .filter(|size| size.width > 0 && size.height > 0)
}

/// Nothing to keep here.
pub fn line() -> io::Result<Line> {
    Ok(())
}

/// Every key at once and as it is.
pub fn raw(_: &Line, _: bool) -> io::Result<()> {
    terminal::enable_raw_mode()
}

/// Lines and echo again. The console's mouse is no escape sequence, so it is
/// left here.
pub fn put_back(_: &Line) {
    let _ = execute!(io::stdout(), DisableMouseCapture);
    let _ = terminal::disable_raw_mode();
}

/// Takes the mouse, or leaves it.
pub fn mouse(taken: bool) {
    let _ = if taken {
        execute!(io::stdout(), EnableMouseCapture)
    } else {
        execute!(io::stdout(), DisableMouseCapture)
    };
}

/// Writes it all.
pub fn write(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// A resize comes among the keys.
pub const RESIZE_IS_A_SIGNAL: bool = false;

/// No signals here; Ctrl-C is a key, and closing the window ends us.
pub fn signals(_: Sender<Event>, _: bool) -> io::Result<()> {
    Ok(())
}

/// A closed window ends us without help.
pub fn watch(_: Sender<Event>) -> io::Result<()> {
    Ok(())
}

/// There is no suspending here.
pub fn can_stop() -> bool {
    false
}

/// There is no suspending here.
pub fn stop() {}
