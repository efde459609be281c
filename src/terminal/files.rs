//! Saved answers on disk: written whole or not at all, readable by nobody else.
//! Every failure is a sentence that says what, where, and what to do.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use tempfile::NamedTempFile;

use crate::app::Message;
use crate::commands::{Refusal, exit};

/// Longest file of answers read, in bytes.
const LONGEST: u64 = 1 << 20;

/// Why a file was not written.
enum Unwritten {
    /// One of this name is there, and was left alone.
    Exists(PathBuf),
    /// It cannot be made here.
    CannotCreate(String),
    /// Writing failed half-way; nothing of it is left.
    Broke(String),
}

/// Writes a file, and says how that went.
pub fn write(path: &Path, text: &str, replace: bool) -> Message {
    match try_write(path, text, replace) {
        Ok(path) => Message::Saved(path),
        Err(Unwritten::Exists(path)) => Message::Exists {
            path,
            text: text.to_owned(),
        },
        Err(Unwritten::CannotCreate(sentence) | Unwritten::Broke(sentence)) => {
            Message::Failed(sentence)
        }
    }
}

/// Writes a file for the command line: whole or not at all.
///
/// # Errors
/// A file is there and must not be replaced, or it cannot be written.
pub fn save(path: &Path, text: &str, replace: bool) -> Result<(), Refusal> {
    match try_write(path, text, replace) {
        Ok(_) => Ok(()),
        Err(Unwritten::Exists(path)) => Err(Refusal::new(
            exit::CANNOT_CREATE,
            format!(
                "{} is there already and was left as it is. Choose another name, or add --force.",
                path.display()
            ),
        )),
        Err(Unwritten::CannotCreate(sentence)) => Err(Refusal::new(exit::CANNOT_CREATE, sentence)),
        Err(Unwritten::Broke(sentence)) => Err(Refusal::new(exit::IO, sentence)),
    }
}

fn try_write(path: &Path, text: &str, replace: bool) -> Result<PathBuf, Unwritten> {
    let path = place(path).map_err(Unwritten::CannotCreate)?;
    let shown = path.display();
    if path.is_dir() {
        let inside = path.join("answers.ron");
        return Err(Unwritten::CannotCreate(format!(
            "{shown} is a folder. Write a file name after it, such as {}.",
            inside.display()
        )));
    }
    // A link stays a link: what it leads to is replaced.
    let target = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
    // A pipe or a device is no file that could be replaced.
    if target.metadata().is_ok_and(|about| !about.is_file()) {
        return Err(Unwritten::CannotCreate(format!(
            "{shown} is no ordinary file. Choose another name."
        )));
    }
    let Some(folder) = target.parent().filter(|folder| folder.is_dir()) else {
        let folder = target.parent().unwrap_or(&target).display();
        return Err(Unwritten::CannotCreate(format!(
            "There is no folder {folder}. Make it first, or choose another one."
        )));
    };
    let error = match put(folder, &target, text, replace) {
        Ok(()) => return Ok(path),
        Err(error) if error.kind() == ErrorKind::AlreadyExists && !replace => {
            return Err(Unwritten::Exists(path));
        }
        Err(error) => error,
    };
    Err(match error.kind() {
        ErrorKind::PermissionDenied => Unwritten::CannotCreate(format!(
            "{shown} was not saved: you may not write in {}. Choose another folder.",
            folder.display()
        )),
        // The folder is there, but it is none that takes files.
        ErrorKind::NotFound => Unwritten::CannotCreate(format!(
            "{shown} was not saved: no file can be made in {}. Choose another folder.",
            folder.display()
        )),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Unwritten::Broke(format!(
            "{shown} was not saved: the disk is full. Make room, or choose another disk."
        )),
        ErrorKind::ReadOnlyFilesystem => Unwritten::CannotCreate(format!(
            "{shown} was not saved: that disk can only be read. Choose another one."
        )),
        ErrorKind::InvalidFilename => Unwritten::CannotCreate(format!(
            "{shown} was not saved: the name is too long or not allowed. Choose another one."
        )),
        _ => Unwritten::Broke(format!(
            "{shown} was not saved: {error}. Choose another place."
        )),
    })
}

/// A temporary file beside the target takes the text, then the target's name.
/// Nobody ever sees half a file, and one that is there stays until then.
fn put(folder: &Path, target: &Path, text: &str, replace: bool) -> io::Result<()> {
    // Such a file is readable by its owner alone, which is right for answers.
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    if replace {
        file.persist(target).map_err(|failed| failed.error)?;
    } else if let Err(failed) = file.persist_noclobber(target) {
        // Some disks, often memory sticks, cannot name a file without
        // overwriting. Whether one is there was looked up just now.
        if failed.error.kind() == ErrorKind::AlreadyExists || target.symlink_metadata().is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        failed.file.persist(target).map_err(|failed| failed.error)?;
    }
    // The name is safe only once the folder is on the disk too. Not every
    // system can do that, and the text is safe without it.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// Reads a file, or says why not.
pub fn read(path: &Path) -> Message {
    match place(path).and_then(|path| text(&path).map(|text| (path, text))) {
        Ok((path, text)) => Message::Opened { path, text },
        Err(sentence) => Message::Failed(sentence),
    }
}

fn text(path: &Path) -> Result<String, String> {
    let shown = path.display();
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => {
            format!("There is no file {shown}. Check the name, and the folder before it.")
        }
        ErrorKind::PermissionDenied => {
            format!("You may not read {shown}. Ask its owner, or choose another file.")
        }
        _ => format!("{shown} cannot be read: {error}. Choose another file."),
    };
    let about = fs::metadata(path).map_err(failed)?;
    if about.is_dir() {
        return Err(format!(
            "{shown} is a folder. Write the name of a file in it."
        ));
    }
    // Opening a pipe or a device could wait for ever.
    if !about.is_file() {
        return Err(format!(
            "{shown} is no ordinary file. Choose a file of answers."
        ));
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LONGEST {
        return Err(format!(
            "{shown} is larger than 1 MiB, so it holds no answers. Choose another file."
        ));
    }
    String::from_utf8(bytes)
        .map_err(|_| format!("{shown} is not text in UTF-8. Choose a file of answers."))
}

/// The whole path of what a person wrote; `~/` is the home folder.
fn place(path: &Path) -> Result<PathBuf, String> {
    if path.as_os_str().is_empty() {
        return Err("Write a file name, such as answers.ron.".to_owned());
    }
    let path = match path.strip_prefix("~") {
        Ok(rest) => etcetera::home_dir()
            .map_err(|_| {
                "Your home folder is unknown here. Write the whole path instead of ~.".to_owned()
            })?
            .join(rest),
        Err(_) => path.to_owned(),
    };
    std::path::absolute(&path)
        .map_err(|error| format!("{} cannot be found: {error}.", path.display()))
}

/// The file whose being there says that the first-run page was seen.
fn marker() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
    Some(state.join("tingle").join("welcomed"))
}

/// Whether the first-run page was seen.
pub fn welcomed() -> bool {
    marker().is_some_and(|marker| marker.exists())
}

/// Remembers that the first-run page was seen. Where that fails it is shown
/// once more, which harms nobody.
pub fn remember_welcome() {
    if let Some(marker) = marker()
        && let Some(folder) = marker.parent()
    {
        let _ = fs::create_dir_all(folder).and_then(|()| File::create(marker));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn failed(message: Message) -> String {
        match message {
            Message::Failed(sentence) => sentence,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_file_comes_back_as_it_was_written() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("answers.ron");
        assert_eq!(write(&path, "{}", false), Message::Saved(path.clone()));
        let text = "{}".to_owned();
        assert_eq!(read(&path), Message::Opened { path, text });
        // Nothing else is left lying about.
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("answers.ron");
        write(&path, "{}", false);
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = TempDir::new().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        write(&link, "new", true);
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
    }

    #[test]
    fn a_file_that_is_there_is_replaced_only_when_asked() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("answers.ron");
        fs::write(&path, "old").unwrap();
        let exists = Message::Exists {
            path: path.clone(),
            text: "new".into(),
        };
        assert_eq!(write(&path, "new", false), exists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(write(&path, "new", true), Message::Saved(path.clone()));
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_written_is_said_with_what_to_do() {
        let folder = TempDir::new().unwrap();
        let missing = folder.path().join("no").join("answers.ron");
        let sentence = failed(write(&missing, "", false));
        assert!(sentence.starts_with("There is no folder "), "{sentence}");
        assert!(failed(write(folder.path(), "", true)).contains("is a folder"));
        assert!(failed(write(Path::new(""), "", false)).starts_with("Write a file name"));
        let long = folder.path().join("x".repeat(300));
        assert!(failed(write(&long, "", false)).contains("was not saved"));
    }

    #[test]
    fn what_cannot_be_read_is_said_with_what_to_do() {
        let folder = TempDir::new().unwrap();
        let of = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            fs::write(&path, bytes).unwrap();
            path
        };
        let long = of("long", &vec![b' '; 1 + (1 << 20)]);
        let latin = of("latin", b"caf\xe9");
        for (path, words) in [
            (long, "larger than 1 MiB"),
            (latin, "not text in UTF-8"),
            (folder.path().to_owned(), "is a folder"),
            (folder.path().join("gone"), "There is no file"),
        ] {
            let sentence = failed(read(&path));
            assert!(sentence.contains(words), "{sentence}");
        }
        let longest = of("longest", &vec![b' '; 1 << 20]);
        assert!(matches!(read(&longest), Message::Opened { .. }));
    }

    #[test]
    fn the_home_folder_is_found() {
        let home = etcetera::home_dir().unwrap();
        assert_eq!(place(Path::new("~/a.ron")), Ok(home.join("a.ron")));
        assert_eq!(place(Path::new("~")), Ok(home));
        // Somebody else's home is left to the shell; here it is a name.
        assert!(place(Path::new("~x")).is_ok_and(|path| path.ends_with("~x")));
    }
}
