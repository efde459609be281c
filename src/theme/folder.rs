//! Themes from the configuration folder.

use std::{fs, io, path::Path};

use super::{Theme, built_in, read};
use crate::knowledge::{Fault, Faults, plain_io, read_file};

/// The folder of a person's own themes, below that of the settings.
pub const FOLDER: &str = "themes";

/// All themes: those that come with the program, then those in `themes` below
/// the given folder, by name.
///
/// # Errors
/// Every fault of every file. No theme is ever left out or replaced in silence.
pub fn all(config: Option<&Path>) -> Result<Vec<Theme>, Faults> {
    let (themes, _, faults) = all_at_once(config);
    if faults.is_empty() {
        Ok(themes)
    } else {
        Err(Faults::new(faults).of("the themes"))
    }
}

/// The themes that can be read, the names of all, and every fault: so that the
/// settings can be checked in the same run.
pub(crate) fn all_at_once(config: Option<&Path>) -> (Vec<Theme>, Vec<String>, Vec<Fault>) {
    let (mut themes, mut faults) = (built_in(), Vec::new());
    let bases = themes.clone();
    let mut names: Vec<String> = themes.iter().map(|theme| theme.name.clone()).collect();
    let folder = config.map(|config| config.join(FOLDER));
    for path in folder.map_or_else(Vec::new, |folder| files(&folder, &mut faults)) {
        let shown = path.display().to_string();
        let name = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        if bases.iter().any(|base| base.name == name) {
            faults.push(Fault::of_file(
                &shown,
                format!("`{name}` is the name of a built-in theme"),
                format!("give the file another name, for example my-{name}.ron"),
            ));
            continue;
        }
        match read_file(&path) {
            Ok(text) => match read(&shown, &name, &text, &bases) {
                Ok(theme) => themes.push(theme),
                Err(found) => faults.extend(found),
            },
            Err((message, mend)) => faults.push(Fault::of_file(&shown, message, mend)),
        }
        names.push(name);
    }
    (themes, names, faults)
}

/// The theme files of a folder, sorted; none where there is no such folder.
fn files(folder: &Path, faults: &mut Vec<Fault>) -> Vec<std::path::PathBuf> {
    let listed = fs::read_dir(folder).and_then(|entries| {
        entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<io::Result<Vec<_>>>()
    });
    match listed {
        Ok(mut paths) => {
            paths.retain(|path| path.extension().is_some_and(|end| end == "ron"));
            paths.sort();
            paths
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            faults.push(Fault::of_file(
                &folder.display().to_string(),
                format!(
                    "the themes in this folder cannot be listed: {}",
                    plain_io(&error)
                ),
                "check that it is a folder and that you may read it",
            ));
            Vec::new()
        }
    }
}
