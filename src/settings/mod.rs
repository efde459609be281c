//! What a person set: theme, mouse, keys.

mod default_file;
mod emergency;
pub mod kiosk;
mod load;
mod place;
mod read;

pub use default_file::default_file;
pub use emergency::{emergency_number, emergency_number_here};
pub use load::{Loaded, here, load};
pub use place::{FILE, Place, VARIABLE};
pub use read::{FIELDS, read};

use crate::keys::{Action, Key};

/// When the first-run page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Welcome {
    /// Until it was seen once.
    #[default]
    Once,
    /// At every start.
    Always,
    /// Never.
    Never,
}

impl Welcome {
    /// All choices, as the settings write them.
    pub const ALL: [(&'static str, Self); 3] = [
        ("Once", Self::Once),
        ("Always", Self::Always),
        ("Never", Self::Never),
    ];
}

/// Settings of the full-screen program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Name of the theme.
    pub theme: String,
    /// Whether the program takes the mouse.
    pub mouse: bool,
    /// Letters instead of drawn glyphs.
    pub ascii: bool,
    /// They stand for those that the Linux console lacks; it has half blocks.
    pub console: bool,
    /// Nothing moves by itself.
    pub reduced_motion: bool,
    /// When the first-run page is shown.
    pub welcome: Welcome,
    /// Number to call in an emergency; by the locale where it is not set.
    pub emergency_number: Option<String>,
    /// Keys that differ from the defaults.
    pub keys: Vec<(Action, Vec<Key>)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: "default".to_owned(),
            mouse: true,
            ascii: false,
            console: false,
            reduced_motion: false,
            welcome: Welcome::Once,
            emergency_number: None,
            keys: Vec::new(),
        }
    }
}
