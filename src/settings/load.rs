//! Reading settings and themes from the disk: the only IO of the settings.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::{Place, Settings, VARIABLE, read};
use crate::keys::Bindings;
use crate::knowledge::{Fault, Faults, read_file};
use crate::theme::{Theme, all_at_once};

/// All that a start needs of settings.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The settings; the default where there is no file.
    pub settings: Settings,
    /// The keys, with the changes of the settings.
    pub bindings: Bindings,
    /// All themes; that of the settings is among them.
    pub themes: Vec<Theme>,
    /// The file they were read from, if there is one.
    pub file: Option<PathBuf>,
}

/// Where the settings are looked for on this system, now.
pub fn here(argument: Option<&Path>) -> Place {
    let folder = etcetera::choose_base_strategy()
        .ok()
        .map(|strategy| strategy.config_dir().join("tingle"));
    Place::new(argument, std::env::var_os(VARIABLE), folder)
}

/// Reads settings and themes. A missing file is the default, unless someone
/// named it.
///
/// # Errors
/// Every fault of the settings and of all themes, each with its place.
pub fn load(place: &Place) -> Result<Loaded, Faults> {
    let (themes, names, mut faults) = all_at_once(place.folder.as_deref());
    let file = place
        .file
        .as_deref()
        .filter(|file| place.named || !is_missing(file));
    let read = match file {
        Some(file) => from_file(file, &names),
        None => Ok((Settings::default(), Bindings::default())),
    };
    match read {
        Ok((settings, bindings)) if faults.is_empty() => Ok(Loaded {
            settings,
            bindings,
            themes,
            file: file.map(Path::to_owned),
        }),
        read => {
            faults.extend(read.err().unwrap_or_default());
            Err(Faults::new(faults).of("the settings"))
        }
    }
}

/// Only what is not there is missing: what cannot be read is a fault.
fn is_missing(file: &Path) -> bool {
    matches!(file.try_exists(), Ok(false))
}

fn from_file(file: &Path, themes: &[String]) -> Result<(Settings, Bindings), Vec<Fault>> {
    let shown = file.display().to_string();
    match read_file(file) {
        Ok(text) => read(&shown, &text, themes),
        Err((message, mend)) => Err(vec![Fault::of_file(&shown, message, mend)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use tempfile::TempDir;

    fn place(folder: &TempDir) -> Place {
        Place::new(None, None, Some(folder.path().to_owned()))
    }

    #[test]
    fn a_missing_file_is_the_default_unless_it_was_named() {
        let folder = TempDir::new().unwrap();
        let loaded = load(&place(&folder)).unwrap();
        assert_eq!(loaded.settings, Settings::default());
        assert_eq!(loaded.file, None);
        let other = place(&folder).with_file(&folder.path().join("other.ron"));
        let faults = load(&other).unwrap_err();
        assert!(faults.to_string().contains("does not exist"), "{faults}");
    }

    #[test]
    fn what_cannot_be_read_is_never_the_default() {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join(super::super::FILE)).unwrap();
        assert!(load(&place(&folder)).is_err());
    }

    #[test]
    fn a_theme_of_ones_own_can_be_set_and_faults_of_both_come_together() {
        let folder = TempDir::new().unwrap();
        let themes = folder.path().join("themes");
        fs::create_dir(&themes).unwrap();
        fs::write(themes.join("mine.ron"), "(base: \"dark\")").unwrap();
        let file = folder.path().join(super::super::FILE);
        fs::write(&file, "(theme: \"mine\")").unwrap();
        let loaded = load(&place(&folder)).unwrap();
        assert_eq!(loaded.settings.theme, "mine");
        assert_eq!(loaded.file, Some(file.clone()));
        assert!(loaded.themes.iter().any(|theme| theme.name == "mine"));
        fs::write(themes.join("mine.ron"), "(base: \"drak\")").unwrap();
        fs::write(&file, "(theme: \"mine\", mouse: 1)").unwrap();
        let faults = load(&place(&folder)).unwrap_err();
        assert_eq!(faults.list().len(), 2, "{faults}");
        assert!(faults.to_string().contains("2 faults in the settings."));
    }
}
