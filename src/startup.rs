//! The full-screen program, from what was written on the command line.

use std::path::PathBuf;

use ratatui::layout::Size;

use crate::app::kiosk::Rules;
use crate::app::{Face, Start, State};
use crate::assessment::{Answers, Engine};
use crate::commands::{Refusal, exit, input, knowledge as author};
use crate::kiosk::command::words;
use crate::knowledge::Knowledge;
use crate::language::Language;
use crate::settings::{self, Loaded, Welcome, kiosk as waiting};
use crate::terminal::{self, Colours, Options};
use crate::theme;

/// What the command line says about the full screen.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// What to show first.
    pub face: Face,
    /// Folder of the knowledge base; the built-in one without it.
    pub knowledge: Option<PathBuf>,
    /// File of answers to begin with.
    pub answers: Option<String>,
    /// Name of the theme.
    pub theme: Option<String>,
    /// Leave the mouse to the terminal.
    pub no_mouse: bool,
    /// Letters instead of drawn glyphs.
    pub ascii: bool,
    /// Nothing moves by itself.
    pub reduced_motion: bool,
    /// Lines instead of a full screen.
    pub plain: bool,
    /// File of the settings; the usual one without it.
    pub settings: Option<PathBuf>,
}

/// Shows the full screen, or talks in lines where that is wanted or all that is
/// possible, until the person leaves; returns the exit code.
///
/// # Errors
/// A terminal that failed, or knowledge, settings or answers that are wrong.
pub fn show(wishes: Wishes) -> Result<u8, Refusal> {
    let colour = input::wanted();
    let loaded = loaded(&wishes, colour)?;
    if wishes.plain || terminal::plain::asked_for() {
        let ascii = loaded.settings.ascii;
        return terminal::plain::run(ascii, move || {
            start(&wishes, loaded, Size::ZERO).map(|start| {
                // The first-run page is one of the full screen; the first lines
                // say the same.
                State::new(Start {
                    welcome: false,
                    ..start
                })
            })
        });
    }
    let options = Options {
        mouse: loaded.settings.mouse,
        colours: colours(colour),
    };
    terminal::run(options, None, move |size| {
        start(&wishes, loaded, size).map(|start| {
            let mut state = State::new(start);
            state.folder = std::env::current_dir().ok();
            state
        })
    })
}

/// Runs a kiosk until it is told to end; returns the exit code.
///
/// # Errors
/// No terminal for it, or knowledge or settings that are wrong.
pub fn kiosk(wishes: Wishes, speak: Option<&str>) -> Result<u8, Refusal> {
    if !terminal::is_there() {
        return Err(Refusal::new(
            exit::USAGE,
            "The kiosk fills a terminal, and there is none here: start it from a console, or see docs/kiosk.md.",
        ));
    }
    let waiting::Loaded {
        mut settings,
        themes,
        ..
    } = crate::commands::kiosk::loaded(wishes.settings.as_deref(), input::colour())?;
    if let Some(command) = speak {
        settings.speak = words(command).map_err(|unsplit| {
            Refusal::new(exit::USAGE, format!("--speak {command:?}: {unsplit}."))
        })?;
    }
    let colour = input::wanted();
    let theme = theme::choose(&themes, None, !colour, &settings.theme)
        .map_err(|fault| Refusal::new(exit::USAGE, fault))?;
    let console = on_linux_console() && !settings.ascii;
    let shown = settings::Settings {
        theme,
        mouse: settings.mouse,
        ascii: settings.ascii || console,
        console,
        emergency_number: settings.emergency_number.clone(),
        ..settings::Settings::default()
    };
    let options = Options {
        mouse: settings.mouse,
        colours: colours(colour),
    };
    let rules = Rules {
        name: settings.clinic.clone(),
        idle: settings.idle,
        idle_reading: settings.reading_idle,
        countdown: settings.countdown,
        staff: settings.pin.is_some().then_some(settings.chord),
        print: settings.print != waiting::Printing::Off,
        qr: settings.qr,
        slip: settings.slip_width,
        speak: !settings.speak.is_empty(),
        shift: settings.burn_in,
        end_after_visitor: settings.end_after_visitor,
    };
    let loaded = Loaded {
        settings: shown,
        bindings: crate::keys::Bindings::default(),
        themes,
        file: None,
    };
    terminal::run(options, Some(settings), move |size| {
        let mut start = start(&wishes, loaded, size)?;
        start.welcome = false;
        let mut state = State::new(start.clone());
        crate::app::kiosk::begin(&mut state, start, rules);
        Ok(state)
    })
}

/// Settings and themes from their files, with the command line and the
/// surroundings on top.
fn loaded(wishes: &Wishes, colour: bool) -> Result<Loaded, Refusal> {
    let place = settings::here(wishes.settings.as_deref());
    let mut loaded = settings::load(&place)
        .map_err(|faults| Refusal::new(exit::CONFIG, faults.render(input::colour())))?;
    let settings = &mut loaded.settings;
    settings.theme = theme::choose(
        &loaded.themes,
        wishes.theme.as_deref(),
        !colour,
        &settings.theme,
    )
    .map_err(|fault| Refusal::new(exit::USAGE, fault))?;
    settings.mouse &= !wishes.no_mouse;
    settings.reduced_motion |= wishes.reduced_motion;
    settings.ascii |= wishes.ascii;
    settings.console = on_linux_console() && !settings.ascii;
    settings.ascii |= settings.console;
    Ok(loaded)
}

/// The Linux console has whole and half blocks, but neither the eighths of bars
/// nor ticks.
fn on_linux_console() -> bool {
    std::env::var_os("TERM").is_some_and(|name| name == "linux")
}

/// Which colours this terminal is sent, where any are `wanted`.
fn colours(wanted: bool) -> Colours {
    match (wanted, on_linux_console()) {
        (false, _) => Colours::None,
        (true, true) => Colours::Console,
        (true, false) => Colours::Own,
    }
}

/// Everything the screen starts with. Knowledge and engine live as long as the
/// program, so they are never freed.
fn start(wishes: &Wishes, loaded: Loaded, size: Size) -> Result<Start, Refusal> {
    let Loaded {
        settings,
        bindings,
        themes,
        ..
    } = loaded;
    let internal = |fault: String| Refusal::new(exit::INTERNAL, fault);
    let language = Language::english().map_err(internal)?;
    let files = Box::leak(Box::new(input::files(wishes.knowledge.as_deref())?));
    let knowledge =
        Knowledge::load(files).map_err(|faults| author::refusal(&faults, input::colour()))?;
    let knowledge = Box::leak(Box::new(knowledge));
    let answers = match &wishes.answers {
        Some(file) => input::answers(knowledge, file)?,
        None => Answers::default(),
    };
    let welcome = match settings.welcome {
        Welcome::Always => true,
        Welcome::Never => false,
        Welcome::Once => !terminal::welcomed(),
    };
    let engine: &Engine<'_, '_> = Box::leak(Box::new(Engine::later(knowledge)));
    Ok(Start {
        engine,
        language,
        bindings,
        themes,
        emergency_number: settings
            .emergency_number
            .clone()
            .unwrap_or_else(settings::emergency_number_here),
        settings,
        face: wishes.face,
        welcome,
        answers,
        file: wishes
            .answers
            .as_ref()
            .filter(|file| *file != "-")
            .map(PathBuf::from),
        size: (size.width, size.height),
    })
}
