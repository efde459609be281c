//! The files of the counters: one a month, only ever added to.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::commands::{Refusal, exit};
use crate::kiosk::counters::{Happening, Tally, record};
use crate::kiosk::date::Date;

const PREFIX: &str = "kiosk-";
const SUFFIX: &str = ".log";

/// Today, where clocks are this many minutes ahead of UTC.
pub fn today(minutes_ahead: i32) -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Date::at(since.map_or(0, |since| since.as_secs()), minutes_ahead)
}

/// Counts one happening.
///
/// One write to a file opened for adding: the system puts it at the end as a
/// whole, however many kiosks share the folder. Nothing waits for the disk: on a
/// loss of power the last counts of a minute may be missing, no others.
///
/// # Errors
/// The folder cannot be written to. The visitor is not told.
pub fn count(folder: &Path, day: Date, happening: Happening) -> io::Result<()> {
    let record = record(day, happening);
    let mut file = open(folder, day)?;
    // Not `write_all`: the rest of a record would land behind that of another.
    if file.write(record.as_bytes())? == record.len() {
        Ok(())
    } else {
        Err(io::ErrorKind::WriteZero.into())
    }
}

fn open(folder: &Path, day: Date) -> io::Result<File> {
    let Date { year, month, .. } = day;
    let path = folder.join(format!("{PREFIX}{year:04}-{month:02}{SUFFIX}"));
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o640);
    match options.open(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let mut builder = DirBuilder::new();
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o750);
            match builder.create(folder) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
                _ => options.open(&path),
            }
        }
        opened => opened,
    }
}

/// Everything that was counted in a folder.
///
/// # Errors
/// The folder, or a file in it, cannot be read.
pub fn read(folder: &Path) -> Result<Tally, Refusal> {
    let unread = |what: &Path, error: &io::Error| {
        let message = format!(
            "{} cannot be read: {error}. Check the folder, and that you may read it.",
            what.display()
        );
        Refusal::new(exit::NO_INPUT, message)
    };
    let mut tally = Tally::default();
    let entries = folder.read_dir().map_err(|error| unread(folder, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| unread(folder, &error))?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if name.is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX)) {
            let bytes = std::fs::read(&path).map_err(|error| unread(&path, &error))?;
            tally.add(&bytes);
        }
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_counted_is_read_by_day_and_month() {
        let root = TempDir::new().unwrap();
        let folder = root.path().join("counters");
        for at in ["2026-11-30", "2026-12-01", "2026-12-01"] {
            count(&folder, day(at), Happening::Started).unwrap();
        }
        assert_eq!(folder.read_dir().unwrap().count(), 2);
        let tally = read(&folder).unwrap();
        assert_eq!(tally.days[&day("2026-11-30")].started, 1);
        assert_eq!(tally.days[&day("2026-12-01")].started, 2);
        assert_eq!(tally.damaged, 0);
    }

    #[cfg(unix)]
    #[test]
    fn others_may_not_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let root = TempDir::new().unwrap();
        let folder = root.path().join("counters");
        count(&folder, day("2026-11-30"), Happening::Started).unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o007;
        assert_eq!(mode(&folder), 0);
        assert_eq!(mode(&folder.join("kiosk-2026-11.log")), 0);
    }

    #[test]
    fn a_folder_that_cannot_be_is_a_fault_and_no_panic() {
        let root = TempDir::new().unwrap();
        let file = root.path().join("file");
        std::fs::write(&file, "").unwrap();
        for folder in [file.clone(), root.path().join("a/b")] {
            assert!(count(&folder, day("2026-11-30"), Happening::Started).is_err());
            assert!(read(&folder).is_err());
        }
    }

    #[test]
    fn other_files_in_the_folder_are_left_alone() {
        let root = TempDir::new().unwrap();
        std::fs::write(root.path().join("notes.txt"), "not counted").unwrap();
        assert_eq!(read(root.path()).unwrap(), Tally::default());
    }
}
