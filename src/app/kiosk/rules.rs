//! What a clinic decided about its kiosk, as far as the screen needs to know.

use std::time::Duration;

use crate::keys::{Code, Key};

/// The rules of a kiosk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// Name of the place, on the first screen; may be empty.
    pub name: String,
    /// Without a key for this long, one is asked whether one is still there.
    pub idle: Duration,
    /// The same on pages to read.
    pub idle_reading: Duration,
    /// How long that question waits before everything is wiped.
    pub countdown: Duration,
    /// The key that, three times in a row, asks staff for their PIN; none where there is no PIN.
    pub staff: Option<Key>,
    /// Whether a slip can be printed.
    pub print: bool,
    /// Whether the result can be taken along as a QR code.
    pub qr: bool,
    /// Columns of a slip.
    pub slip: u16,
    /// Whether screens are spoken.
    pub speak: bool,
    /// Whether the first screen moves by one cell a minute.
    pub shift: bool,
    /// Whether the program ends after each visitor, to be started afresh.
    pub end_after_visitor: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            name: String::new(),
            idle: Duration::from_secs(60),
            idle_reading: Duration::from_secs(120),
            countdown: Duration::from_secs(30),
            staff: Some(Key::plain(Code::F(12))),
            print: false,
            qr: true,
            slip: 48,
            speak: false,
            shift: true,
            end_after_visitor: false,
        }
    }
}
