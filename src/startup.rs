//! The full-screen program, from what was written on the command line.

use std::path::PathBuf;

use ratatui::layout::Size;

use crate::app::{Start, State};
use crate::assessment::Answers;
use crate::commands::{Refusal, exit, input, knowledge as author};
use crate::keys::Bindings;
use crate::knowledge::{Knowledge, did_you_mean};
use crate::language::Language;
use crate::settings::{Settings, Welcome};
use crate::terminal::{self, Options};
use crate::theme::Theme;

/// What the command line says about the full screen.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
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
}

/// Shows the full screen until the person leaves; returns the exit code.
///
/// # Errors
/// No terminal for it, or knowledge, settings or answers that are wrong.
pub fn browse(wishes: Wishes) -> Result<u8, Refusal> {
    let colour = input::wanted();
    let themes = themes();
    let settings = settings(&wishes, colour, &themes)?;
    let options = Options {
        mouse: settings.mouse,
        colour,
    };
    terminal::run(options, move |size| {
        start(&wishes, settings, themes, size).map(State::new)
    })
}

/// All themes. One line to replace when they come from files.
fn themes() -> Vec<Theme> {
    vec![Theme::mono()]
}

/// The settings, with the command line and the surroundings on top.
fn settings(wishes: &Wishes, colour: bool, themes: &[Theme]) -> Result<Settings, Refusal> {
    // One line to replace when they come from a file.
    let mut settings = Settings::default();
    if let Some(name) = &wishes.theme {
        known(name, themes)?;
        settings.theme.clone_from(name);
    } else if !colour {
        "mono".clone_into(&mut settings.theme);
    }
    settings.mouse &= !wishes.no_mouse;
    settings.reduced_motion |= wishes.reduced_motion;
    // The Linux console has whole and half blocks, but neither the eighths of
    // bars nor ticks.
    settings.ascii |= wishes.ascii || std::env::var_os("TERM").is_some_and(|name| name == "linux");
    Ok(settings)
}

fn known(name: &str, themes: &[Theme]) -> Result<(), Refusal> {
    let names: Vec<&str> = themes.iter().map(|theme| theme.name.as_str()).collect();
    if names.contains(&name) {
        return Ok(());
    }
    let hint = did_you_mean(name, names);
    Err(Refusal::new(
        exit::USAGE,
        format!("There is no theme `{name}`: {hint}"),
    ))
}

/// Everything the screen starts with. Knowledge and engine live as long as the
/// program, so they are never freed.
fn start(
    wishes: &Wishes,
    settings: Settings,
    themes: Vec<Theme>,
    size: Size,
) -> Result<Start, Refusal> {
    let internal = |fault: String| Refusal::new(exit::INTERNAL, fault);
    let language = Language::english().map_err(internal)?;
    let bindings = Bindings::with(&settings.keys).map_err(|clashes| {
        let lines: Vec<String> = clashes.iter().map(ToString::to_string).collect();
        Refusal::new(exit::CONFIG, lines.join("\n"))
    })?;
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
    Ok(Start {
        engine: Box::leak(Box::new(input::engine(knowledge)?)),
        language,
        bindings,
        themes,
        // The European number works in many places; the locale decides later.
        emergency_number: settings
            .emergency_number
            .clone()
            .unwrap_or_else(|| "112".to_owned()),
        settings,
        welcome,
        answers,
        size: (size.width, size.height),
    })
}
