//! The texts a knowledge base is read from: embedded, or a folder on disk.

use std::{fs, io, ops::Range, path::Path};

use super::fault::{Fault, Faults};

/// Largest file that is read, in bytes; the largest shipped one is a tenth of it.
const LARGEST_FILE: u64 = 2 << 20;
/// Deepest nesting of folders that is followed.
const DEEPEST_FOLDER: usize = 8;

/// One file: its path below the root, with `/`, and its text.
#[derive(Debug, Clone)]
pub struct File {
    /// Path below the root of the knowledge base.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

/// All files of a knowledge base, sorted by path.
///
/// They outlive the [`Knowledge`](super::Knowledge), which borrows its ids and
/// texts from them.
#[derive(Debug, Clone)]
pub struct Files {
    /// Shown before a path in messages: empty, or the folder.
    root: String,
    files: Vec<File>,
    /// They stand for the knowledge base that the program carries, which has no
    /// texts any more: it was read, checked and packed when the program was built.
    built_in: bool,
}

impl Files {
    /// The knowledge base that the program carries.
    pub fn embedded() -> Self {
        Self {
            root: String::new(),
            files: Vec::new(),
            built_in: true,
        }
    }

    /// Whether they stand for what the program carries.
    pub(super) fn are_built_in(&self) -> bool {
        self.built_in
    }

    /// All `.ron` files below a folder.
    ///
    /// # Errors
    /// The folder is missing or cannot be listed, or a file cannot be read, is
    /// too large, is not UTF-8 or starts with a byte-order mark. All such
    /// faults are returned at once.
    pub fn from_folder(folder: &Path) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        let mut files = Vec::new();
        if let Err(error) = read_folder(folder, folder, 0, &mut files, &mut faults) {
            faults.push(Fault::of_file(
                &folder.display().to_string(),
                format!("this folder cannot be read: {}", plain_io(&error)),
                "name a folder that holds a knowledge base; `tingle knowledge check DIR` checks one",
            ));
        }
        if faults.is_empty() && files.is_empty() {
            faults.push(Fault::of_file(
                &folder.display().to_string(),
                "this folder holds no .ron files",
                "copy assets/knowledge from the project as a start",
            ));
        }
        if !faults.is_empty() {
            return Err(Faults::new(faults));
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self {
            root: folder.display().to_string(),
            files,
            built_in: false,
        })
    }

    /// Files given directly, for tests and tools.
    pub fn from_texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut files: Vec<File> = texts
            .into_iter()
            .map(|(path, text)| File { path, text })
            .collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self {
            root: String::new(),
            files,
            built_in: false,
        }
    }

    /// The files, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = &File> {
        self.files.iter()
    }

    /// The same files with the text of one replaced or added.
    #[must_use]
    pub fn with_text(mut self, path: &str, text: impl Into<String>) -> Self {
        let text = text.into();
        match self.files.iter_mut().find(|file| file.path == path) {
            Some(file) => file.text = text,
            None => {
                self.files.push(File {
                    path: path.to_owned(),
                    text,
                });
                self.files.sort_by(|a, b| a.path.cmp(&b.path));
            }
        }
        self
    }

    /// How a path is shown in messages.
    pub(super) fn shown_path(&self, path: &str) -> String {
        if self.root.is_empty() {
            path.to_owned()
        } else {
            format!("{}/{path}", self.root.trim_end_matches('/'))
        }
    }

    /// The file a borrowed fragment stands in, and where.
    pub(super) fn place(&self, fragment: &str) -> Option<(&File, Range<usize>)> {
        let address = fragment.as_ptr().addr();
        self.files.iter().find_map(|file| {
            let start = address.checked_sub(file.text.as_ptr().addr())?;
            let end = start + fragment.len();
            (end <= file.text.len()).then_some((file, start..end))
        })
    }
}

fn read_folder(
    root: &Path,
    folder: &Path,
    depth: usize,
    files: &mut Vec<File>,
    faults: &mut Vec<Fault>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            if depth < DEEPEST_FOLDER {
                read_folder(root, &path, depth + 1, files, faults)?;
            } else {
                faults.push(Fault::of_file(
                    &path.display().to_string(),
                    "folders are nested too deeply here",
                    "a knowledge base has at most three levels: language, kind, group",
                ));
            }
        } else if path.extension().is_some_and(|extension| extension == "ron") {
            let shown = path.display().to_string();
            match read_file(&path) {
                Ok(text) => files.push(File {
                    path: path
                        .strip_prefix(root)
                        .unwrap_or(&path)
                        .to_string_lossy()
                        .replace('\\', "/"),
                    text,
                }),
                Err((message, mend)) => faults.push(Fault::of_file(&shown, message, mend)),
            }
        }
    }
    Ok(())
}

/// The text of a file, or what is wrong with it and how to mend it.
pub(crate) fn read_file(path: &Path) -> Result<String, (String, String)> {
    let unreadable = |error: io::Error| {
        (
            format!("this file cannot be read: {}", plain_io(&error)),
            "check that it exists and that you may read it".to_owned(),
        )
    };
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if size > LARGEST_FILE {
        return Err((
            format!(
                "this file has {} MB; at most {} MB are read",
                size >> 20,
                LARGEST_FILE >> 20
            ),
            "split it, or move what does not belong here".to_owned(),
        ));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        return Err((
            "this file starts with a byte-order mark".to_owned(),
            "save it as UTF-8 without a byte-order mark".to_owned(),
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = error
            .as_bytes()
            .iter()
            .take(good)
            .filter(|&&byte| byte == b'\n')
            .count()
            + 1;
        (
            format!("line {line} of this file is not UTF-8 text"),
            "save it as UTF-8".to_owned(),
        )
    })
}

/// The reason of an IO error in plain words.
pub(crate) fn plain_io(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}
