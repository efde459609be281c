//! The real terminal, clock, signals and files. Nothing above or below this
//! module touches them.
//!
//! Three threads wait and send to one channel: one for keys, one for signals,
//! one for a terminal that goes away. The loop sleeps until something happens
//! or until the deadline of the screen, draws where something changed, and
//! writes each frame at once.

mod bug;
mod canvas;
mod clock;
mod encode;
mod events;
mod files;
mod input;
pub mod kiosk;
mod modes;
pub mod plain;
mod program;
mod system;

use std::io;
use std::sync::mpsc;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::app::{self, Effect, Hits, Message};
use crate::commands::{Refusal, exit};
use crate::language::Language;
use crate::settings::kiosk::Settings;
use crate::ui;

use canvas::Canvas;
pub use clock::now;
pub use encode::Colours;
pub use files::{save, welcomed};
use program::Program;

/// Something that fills the screen and lives on messages.
pub trait Screen {
    /// Changes with a message, and says what the outside has to do.
    fn handle(&mut self, message: Message) -> Vec<Effect>;

    /// Draws the whole screen, and says where everything is.
    fn draw(&self, area: Rect, buffer: &mut Buffer) -> Hits;

    /// When it wants to be woken next, since the start.
    fn deadline(&self) -> Option<Duration>;
}

impl Screen for app::State {
    fn handle(&mut self, message: Message) -> Vec<Effect> {
        app::update(self, message)
    }

    fn draw(&self, area: Rect, buffer: &mut Buffer) -> Hits {
        ui::draw(self, area, buffer)
    }

    fn deadline(&self) -> Option<Duration> {
        Self::deadline(self)
    }
}

/// How to show it.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Whether to take the mouse.
    pub mouse: bool,
    /// Which colours to write.
    pub colours: Colours,
}

/// Size taken where the system does not know it.
const USUAL: Size = Size::new(80, 24);

/// Shows what `load` makes, until it quits; returns the exit code.
///
/// With `kiosk` it is a kiosk's, which nobody can pause.
///
/// `load` is told the size of the terminal. Nothing is shown before it is done,
/// and if it refuses, the terminal was never changed to the eye. Keys are read
/// meanwhile, so that none typed ahead is lost or echoed.
///
/// It runs on this thread: on another one it takes twice as long, as the
/// allocator then asks the system for every page it needs.
///
/// # Errors
/// What `load` refused, or a terminal that failed.
pub fn run<S, L>(options: Options, kiosk: Option<Settings>, load: L) -> Result<u8, Refusal>
where
    S: Screen,
    L: FnOnce(Size) -> Result<S, Refusal>,
{
    bug::catch();
    let size = system::size().unwrap_or(USUAL);
    let (send, receive) = mpsc::channel();
    // Signals first: from the moment the terminal is changed, somebody listens.
    let locked = kiosk.is_some();
    system::signals(send.clone(), locked).map_err(broken)?;
    let _guard = modes::Guard;
    modes::enter().map_err(broken)?;
    if locked {
        // Not even while it loads may a key end it.
        modes::take_all_keys().map_err(broken)?;
        kiosk::read(send.clone()).map_err(broken)?;
    } else {
        events::read(send.clone()).map_err(broken)?;
    }
    let hands = kiosk
        .map(|settings| hands(settings, send.clone()))
        .transpose()?;
    system::watch(send).map_err(broken)?;
    let mut screen = load(size)?;
    modes::take_all_keys().map_err(broken)?;
    let canvas = Canvas::new(size, options.colours, system::write);
    Program::new(receive, canvas, options.mouse)
        .with_hands(hands)
        .run(&mut screen)
        .map_err(broken)
}

/// Whether there is a terminal to fill.
pub fn is_there() -> bool {
    system::is_terminal() && std::env::var_os("TERM").is_none_or(|name| name != "dumb")
}

/// What a kiosk does beside its screen.
fn hands(settings: Settings, events: mpsc::Sender<events::Event>) -> Result<kiosk::Hands, Refusal> {
    let language = Language::english().map_err(|fault| Refusal::new(exit::INTERNAL, fault))?;
    Ok(kiosk::Hands::new(settings, language, events))
}

/// The terminal failed.
fn broken(error: io::Error) -> Refusal {
    Refusal::new(exit::IO, format!("The terminal does not work: {error}."))
}
