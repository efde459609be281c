//! What happens to the program, and what the program asks of the world.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::keys::Key;
use crate::kiosk::counters::Happening;
use crate::kiosk::secret::Secret;
use crate::report::dates::Civil;

use super::Hits;

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// A key was pressed or is held.
    Key(Key),
    /// The mouse did something.
    Mouse(Mouse),
    /// Text was pasted. It never answers a question.
    Paste(String),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// The time since the start, told before each key, click and paste. Nothing
    /// is drawn for it.
    Time(Duration),
    /// The earliest deadline has passed; the time since the start.
    Wake(Duration),
    /// The screen was drawn; where everything is on it.
    Drawn(Hits),
    /// The program was paused and is back.
    Resumed,
    /// The system asks the program to end.
    Stop,
    /// The time now, as it was asked for, and the locale of dates.
    Clock(Civil, String),
    /// A file was written.
    Saved(PathBuf),
    /// A file of this name is there already, and was left alone.
    Exists {
        /// Where it is.
        path: PathBuf,
        /// What would have been written.
        text: String,
    },
    /// A file was read.
    Opened {
        /// Where it is.
        path: PathBuf,
        /// What it says.
        text: String,
    },
    /// The text was handed to tmux, which keeps it to itself unless it is told
    /// otherwise.
    CopiedInTmux,
    /// Reading or writing failed: what to tell the person.
    Failed(String),
    /// What became of the slip with this number.
    Printed(u64, Result<(), String>),
    /// Whether the PIN was right.
    PinChecked(bool),
    /// Something to tell staff.
    Told(String),
}

/// What the mouse did, and on which cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub deed: Deed,
    /// Column, from 0.
    pub column: u16,
    /// Row, from 0.
    pub row: u16,
}

/// What a mouse can do here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// The left button went down.
    Press,
    /// The wheel turned up.
    WheelUp,
    /// The wheel turned down.
    WheelDown,
}

/// Something only the outside can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the program with this exit code.
    Quit(u8),
    /// Pause the program; [`Message::Resumed`] follows.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Write a file whole or not at all; [`Message::Saved`],
    /// [`Message::Exists`] or [`Message::Failed`] follows.
    Write {
        /// Where to.
        path: PathBuf,
        /// What.
        text: String,
        /// Whether a file that is there already may be replaced.
        replace: bool,
    },
    /// Read a file; [`Message::Opened`] or [`Message::Failed`] follows.
    Read(PathBuf),
    /// Tell the time; [`Message::Clock`] follows.
    Clock,
    /// Hand a text to the clipboard of the system, where the terminal can.
    Copy(String),
    /// Remember that the first-run page was seen.
    Welcomed,
    /// Print a slip; [`Message::Printed`] with the same number follows.
    Print {
        /// A number no other slip has.
        number: u64,
        /// What it says.
        text: String,
    },
    /// Check a PIN; [`Message::PinChecked`] follows.
    CheckPin(Arc<Secret>),
    /// Count something that happened in the kiosk.
    Count(Happening),
    /// Read the counters; [`Message::Told`] follows.
    TellCounters,
    /// Speak this instead of what is being spoken.
    Speak(String),
    /// Be silent.
    Silence,
    /// Leave nothing of what was shown: not on the screen, not in what the
    /// terminal keeps of it, not in memory.
    Wipe,
}
