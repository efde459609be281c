//! Where the settings are looked for.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

/// The variable that names another settings file.
pub const VARIABLE: &str = "TINGLE_SETTINGS";
/// The name of the file in the folder of the settings.
pub const FILE: &str = "settings.ron";

/// Where the settings are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file; none where the system has no folder for settings.
    pub file: Option<PathBuf>,
    /// Someone named the file, so it has to be there.
    pub named: bool,
    /// The folder of `tingle` for settings, with the themes.
    pub folder: Option<PathBuf>,
}

impl Place {
    /// The file of the command line, or of the variable, or of the folder.
    pub fn new(
        argument: Option<&Path>,
        variable: Option<OsString>,
        folder: Option<PathBuf>,
    ) -> Self {
        let variable = variable.filter(|value| !value.is_empty());
        let named = argument
            .map(Path::to_owned)
            .or_else(|| variable.map(PathBuf::from));
        Self {
            named: named.is_some(),
            file: named.or_else(|| folder.as_ref().map(|folder| folder.join(FILE))),
            folder,
        }
    }

    /// The same folder with another file, which has to be there.
    #[must_use]
    pub fn with_file(self, file: &Path) -> Self {
        Self {
            file: Some(file.to_owned()),
            named: true,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn argument_before_variable_before_folder() {
        let folder = Some(PathBuf::from("/home/a/.config/tingle"));
        let place = |argument: Option<&str>, variable: Option<&str>| {
            Place::new(
                argument.map(Path::new),
                variable.map(OsString::from),
                folder.clone(),
            )
        };
        let both = place(Some("a.ron"), Some("b.ron"));
        assert_eq!((both.file, both.named), (Some("a.ron".into()), true));
        let variable = place(None, Some("b.ron"));
        assert_eq!(
            (variable.file, variable.named),
            (Some("b.ron".into()), true)
        );
        let neither = place(None, Some(""));
        let file = "/home/a/.config/tingle/settings.ron".into();
        assert_eq!((neither.file, neither.named), (Some(file), false));
        assert_eq!(Place::new(None, None, None).file, None);
    }
}
