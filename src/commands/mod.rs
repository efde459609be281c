//! What each subcommand prints: text in, text out, no terminal.

pub mod assess;
pub mod evaluate;
pub mod input;
pub mod kiosk;
pub mod knowledge;
pub mod list;
pub mod settings;
pub mod show;

/// How a page is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Format {
    /// Plain text, wrapped.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// JSON.
    Json,
}

/// Why a command could not do what was asked.
#[derive(Debug)]
pub struct Refusal {
    /// What to tell the person.
    pub message: String,
    /// Exit code, one of [`exit`].
    pub code: u8,
}

impl Refusal {
    /// A refusal with its exit code.
    pub fn new(code: u8, message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            code,
        }
    }
}

/// Exit codes, after `sysexits`.
pub mod exit {
    /// Staff ended the kiosk: nothing is to start it again.
    pub const STAFF: u8 = 10;
    /// The command line is wrong, or names something unknown.
    pub const USAGE: u8 = 64;
    /// The data (knowledge base, answers) is wrong.
    pub const DATA: u8 = 65;
    /// An input file cannot be read.
    pub const NO_INPUT: u8 = 66;
    /// A bug in the program.
    pub const INTERNAL: u8 = 70;
    /// An output file cannot be made.
    pub const CANNOT_CREATE: u8 = 73;
    /// Reading or writing failed half-way.
    pub const IO: u8 = 74;
    /// The settings are wrong.
    pub const CONFIG: u8 = 78;
}
