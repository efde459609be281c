//! `tingle settings`: where settings are, whether they are in order, all there are.

use std::path::Path;

use super::{Refusal, exit};
use crate::language::Language;
use crate::settings::{Place, default_file, load};
use crate::theme::{BUILT_IN, FOLDER};

/// The path of the settings file, and a sentence on whether it is there.
///
/// # Errors
/// The system has no folder for settings.
pub fn path(place: &Place) -> Result<(String, String), Refusal> {
    let Some(file) = &place.file else {
        return Err(Refusal::new(
            exit::CONFIG,
            "This system names no home folder to look for settings in. Name a file with --settings FILE.",
        ));
    };
    let state = match file.try_exists() {
        Ok(true) => "It is there; `tingle settings check` tells whether it is in order.",
        Ok(false) if place.named => "It is not there, but was named: the program will not start.",
        Ok(false) => {
            "It is not there, so all defaults hold; `tingle settings print-default` prints one to start from."
        }
        Err(_) => "It cannot be looked at: check that you may read its folder.",
    };
    Ok((format!("{}\n", file.display()), format!("{state}\n")))
}

/// Checks a settings file, or the one in use, and all themes beside it.
///
/// # Errors
/// Every fault, with place and mend.
pub fn check(place: Place, file: Option<&Path>, colour: bool) -> Result<String, Refusal> {
    let place = match file {
        Some(file) => place.with_file(file),
        None => place,
    };
    let loaded =
        load(&place).map_err(|faults| Refusal::new(exit::CONFIG, faults.render(colour)))?;
    let which = match (&loaded.file, &place.file) {
        (Some(file), _) => file.display().to_string(),
        (None, Some(file)) => format!("{} is not there; all defaults hold", file.display()),
        (None, None) => "no folder for settings; all defaults hold".to_owned(),
    };
    let own = loaded.themes.len().saturating_sub(BUILT_IN.len());
    let themes = match (own, &place.folder) {
        (0, _) | (_, None) => String::new(),
        (1, Some(folder)) => format!(", 1 theme in {}", folder.join(FOLDER).display()),
        (own, Some(folder)) => format!(", {own} themes in {}", folder.join(FOLDER).display()),
    };
    Ok(format!("The settings are in order: {which}{themes}.\n"))
}

/// A settings file with every default.
///
/// # Errors
/// A bug in the words of the program.
pub fn print_default() -> Result<String, Refusal> {
    Language::english()
        .map(|language| default_file(&language))
        .map_err(|fault| Refusal::new(exit::INTERNAL, fault))
}
