//! Reading the kiosk's settings from the disk, and only where they can be
//! trusted.

use std::path::{Path, PathBuf};

use super::{Settings, read};
use crate::knowledge::{Fault, Faults, read_file};
use crate::theme::{Theme, all_at_once};

/// Where the file is looked for when none is named. Never in the home of the
/// user or where a variable says: visitors from afar could set those.
#[cfg(not(windows))]
pub const PLACE: &str = "/etc/tingle/kiosk.ron";
/// Where the file is looked for when none is named.
#[cfg(windows)]
pub const PLACE: &str = r"C:\ProgramData\tingle\kiosk.ron";

/// All that a kiosk needs of its settings.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The settings; the default where there is no file.
    pub settings: Settings,
    /// All themes; that of the settings is among them.
    pub themes: Vec<Theme>,
    /// The file they were read from, if there is one.
    pub file: Option<PathBuf>,
}

/// The file in use: the one named, or the one of the system if it is there.
pub fn here(named: Option<&Path>) -> Option<PathBuf> {
    let usual = Path::new(PLACE);
    match named {
        Some(file) => Some(file.to_owned()),
        // What cannot be looked at may be there, and is a fault.
        None => (!matches!(usual.try_exists(), Ok(false))).then(|| usual.to_owned()),
    }
}

/// Reads the settings in `file`, with the themes in `themes` beside it.
///
/// # Errors
/// Every fault of both, each with its place.
pub fn load(file: Option<PathBuf>) -> Result<Loaded, Faults> {
    let beside = file.as_deref().and_then(Path::parent);
    let (themes, names, mut faults) = all_at_once(beside);
    let read = match &file {
        Some(file) => from_file(file, &names),
        None => Ok(Settings::default()),
    };
    match read {
        Ok(settings) if faults.is_empty() => Ok(Loaded {
            settings,
            themes,
            file,
        }),
        read => {
            faults.extend(read.err().unwrap_or_default());
            Err(Faults::new(faults).of("the settings of the kiosk"))
        }
    }
}

fn from_file(file: &Path, themes: &[String]) -> Result<Settings, Vec<Fault>> {
    let shown = file.display().to_string();
    let text = trusted(file).and_then(|()| read_file(file));
    match text {
        Ok(text) => read(&shown, &text, themes),
        Err((message, mend)) => Err(vec![Fault::of_file(&shown, message, mend)]),
    }
}

/// Refuses a file that anybody may change: it says what the kiosk runs, and the
/// PIN of the staff.
#[cfg(unix)]
fn trusted(file: &Path) -> Result<(), (String, String)> {
    use std::os::unix::fs::MetadataExt;
    const ANYBODY: u32 = 0o002;
    const STICKY: u32 = 0o1000;
    // What cannot be looked at cannot be read either, and is explained there.
    let Ok(found) = file.metadata() else {
        return Ok(());
    };
    if !found.is_file() {
        return Err((
            "this is no ordinary file".to_owned(),
            "name a file of settings".to_owned(),
        ));
    }
    if found.mode() & ANYBODY != 0 {
        return Err((
            "anybody on this machine can change this file".to_owned(),
            format!("chmod o-w {}", file.display()),
        ));
    }
    let real = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let open = |folder: &&Path| {
        folder
            .metadata()
            .is_ok_and(|found| found.mode() & (ANYBODY | STICKY) == ANYBODY)
    };
    match real.ancestors().skip(1).find(open) {
        Some(folder) => Err((
            format!(
                "anybody on this machine can put another file in its place: {} is open to all",
                folder.display()
            ),
            format!("chmod o-w {}", folder.display()),
        )),
        None => Ok(()),
    }
}

#[cfg(not(unix))]
fn trusted(_: &Path) -> Result<(), (String, String)> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use tempfile::TempDir;

    fn fault(file: &Path) -> String {
        load(Some(file.to_owned())).unwrap_err().to_string()
    }

    #[test]
    fn without_a_file_all_defaults_hold() {
        let loaded = load(None).unwrap();
        assert_eq!(loaded.settings, Settings::default());
        let theme = &loaded.settings.theme;
        assert!(loaded.themes.iter().any(|one| one.name == *theme));
    }

    #[test]
    fn a_named_file_has_to_be_there() {
        let folder = TempDir::new().unwrap();
        let shown = fault(&folder.path().join("kiosk.ron"));
        assert!(shown.contains("does not exist"), "{shown}");
    }

    #[test]
    fn a_theme_beside_the_file_can_be_used() {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("themes")).unwrap();
        fs::write(folder.path().join("themes/ours.ron"), "(base: \"light\")").unwrap();
        let file = folder.path().join("kiosk.ron");
        fs::write(&file, "(theme: \"ours\")").unwrap();
        assert_eq!(load(Some(file)).unwrap().settings.theme, "ours");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_anybody_may_change_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("kiosk.ron");
        fs::write(&file, "()").unwrap();
        let mode = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        };
        for good in [0o600, 0o640, 0o644, 0o664] {
            mode(&file, good);
            assert!(load(Some(file.clone())).is_ok(), "{good:o}");
        }
        for open in [0o646, 0o666, 0o602] {
            mode(&file, open);
            let shown = fault(&file);
            assert!(
                shown.contains("anybody on this machine can change"),
                "{shown}"
            );
        }
        mode(&file, 0o644);
        mode(folder.path(), 0o777);
        let shown = fault(&file);
        assert!(shown.contains("put another file in its place"), "{shown}");
        mode(folder.path(), 0o1777);
        assert!(load(Some(file)).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_refused() {
        let folder = TempDir::new().unwrap();
        assert!(fault(folder.path()).contains("no ordinary file"));
        assert!(fault(Path::new("/dev/null")).contains("no ordinary file"));
    }
}
