//! What a clinic set for its kiosk. The file belongs to the administrator: it
//! decides what the kiosk runs, so nobody else may be able to write it.

mod load;
mod read;

pub use load::{Loaded, PLACE, here, load};
pub use read::{FIELDS, read};

use std::path::PathBuf;
use std::time::Duration;

use crate::keys::{Code, Key};
use crate::kiosk::pin::PinHash;

/// A file with every default.
pub const DEFAULT_FILE: &str = include_str!("../../../assets/kiosk.ron");

/// How a slip is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Printing {
    /// There is no printer.
    #[default]
    Off,
    /// By the print system of the machine, with `lp`.
    Lp,
    /// Straight to a receipt printer, with the feature `escpos`.
    EscPos,
}

impl Printing {
    /// All choices, as the settings write them.
    pub const ALL: [(&'static str, Self); 3] = [
        ("Off", Self::Off),
        ("Lp", Self::Lp),
        ("EscPos", Self::EscPos),
    ];
}

/// Settings of the kiosk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Name of the clinic on the attract screen; may be empty.
    pub clinic: String,
    /// Number to call in an emergency; by the locale where it is not set.
    pub emergency_number: Option<String>,
    /// Nobody touched anything for so long: "are you still there?"
    pub idle: Duration,
    /// The same on pages with much to read.
    pub reading_idle: Duration,
    /// How long that question waits before everything is wiped.
    pub countdown: Duration,
    /// How a slip is printed.
    pub print: Printing,
    /// The queue of the printer; the usual one of the system where it is empty.
    pub queue: String,
    /// The device of a receipt printer.
    pub device: String,
    /// Letters in a line of the slip.
    pub slip_width: u16,
    /// How long printing may take.
    pub print_timeout: Duration,
    /// Whether a code to photograph is shown.
    pub qr: bool,
    /// The folder of the counters; nothing is counted without it.
    pub counters: Option<PathBuf>,
    /// Minutes that clocks here are ahead of UTC, for days and slips.
    pub minutes_ahead: i32,
    /// The PIN of the staff; without it there is no staff menu.
    pub pin: Option<PinHash>,
    /// The key that, pressed three times, asks staff for their PIN.
    pub chord: Key,
    /// End the process after each visitor; the supervisor starts it again.
    pub end_after_visitor: bool,
    /// The words of the command that speaks; none for silence.
    pub speak: Vec<String>,
    /// Move the attract screen a cell a minute.
    pub burn_in: bool,
    /// Name of the theme.
    pub theme: String,
    /// Whether to take mouse and touch.
    pub mouse: bool,
    /// Letters instead of drawn glyphs.
    pub ascii: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            clinic: String::new(),
            emergency_number: None,
            idle: Duration::from_secs(60),
            reading_idle: Duration::from_secs(120),
            countdown: Duration::from_secs(30),
            print: Printing::Off,
            queue: String::new(),
            device: String::new(),
            slip_width: 48,
            print_timeout: Duration::from_secs(30),
            qr: true,
            counters: None,
            minutes_ahead: 0,
            pin: None,
            chord: Key::plain(Code::F(12)),
            end_after_visitor: false,
            speak: Vec::new(),
            burn_in: true,
            theme: "high-contrast".to_owned(),
            mouse: true,
            ascii: false,
        }
    }
}
