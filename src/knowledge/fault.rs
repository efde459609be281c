//! What is wrong with a knowledge base, where, and how to mend it.

use std::{fmt, ops::Range};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet, renderer::DecorStyle};

use super::files::{File, Files};

/// One fault, with all that is needed to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// File, as shown.
    pub path: String,
    /// Line from 1, or 0 for the file as a whole.
    pub line: usize,
    /// Column from 1, in characters; 0 for the file as a whole.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to write or do instead.
    pub mend: String,
    /// The line itself.
    excerpt: String,
    /// What to underline in it, in bytes.
    underline: Range<usize>,
}

impl Fault {
    /// A fault of a file as a whole.
    pub fn of_file(path: &str, message: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line: 0,
            column: 0,
            message: message.into(),
            mend: mend.into(),
            excerpt: String::new(),
            underline: 0..0,
        }
    }

    /// A fault at a place in a file.
    pub(crate) fn at(
        files: &Files,
        file: &File,
        span: Range<usize>,
        message: String,
        mend: String,
    ) -> Self {
        let text = &*file.text;
        let before = text.get(..span.start).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let excerpt = text
            .get(line_start..)
            .and_then(|rest| rest.lines().next())
            .unwrap_or_default();
        let start = (before.len() - line_start).min(excerpt.len());
        let end = (span.end.saturating_sub(line_start)).clamp(start, excerpt.len());
        Self {
            path: files.shown_path(&file.path),
            line,
            column: excerpt.get(..start).unwrap_or_default().chars().count() + 1,
            message,
            mend,
            excerpt: excerpt.to_owned(),
            underline: start..end.max((start + 1).min(excerpt.len())),
        }
    }

    fn render(&self, renderer: &Renderer) -> String {
        let title = Level::ERROR.primary_title(&self.message);
        let help = Level::HELP.message(&self.mend);
        if self.line == 0 {
            let body = renderer.render(&[title.element(help)]);
            return format!("{}: {body}", self.path);
        }
        let snippet = Snippet::source(&self.excerpt)
            .line_start(self.line)
            .path(&self.path)
            .annotation(AnnotationKind::Primary.span(self.underline.clone()));
        renderer.render(&[title.element(snippet).element(help)])
    }
}

/// All faults found, sorted by place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults {
    list: Vec<Fault>,
    whole: &'static str,
}

impl Faults {
    /// Sorts the faults by place and drops repeated ones.
    pub fn new(mut list: Vec<Fault>) -> Self {
        list.sort_by(|a, b| {
            (&a.path, a.line, a.column, &a.message).cmp(&(&b.path, b.line, b.column, &b.message))
        });
        list.dedup();
        Self {
            list,
            whole: "the knowledge base",
        }
    }

    /// The same faults, counted as those of something else than the knowledge base.
    #[must_use]
    pub fn of(mut self, whole: &'static str) -> Self {
        self.whole = whole;
        self
    }

    /// The faults, sorted by place.
    pub fn list(&self) -> &[Fault] {
        &self.list
    }

    /// All faults as a person reads them, each with its line underlined.
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        }
        .decor_style(DecorStyle::Ascii);
        let mut text = String::new();
        for fault in &self.list {
            text.push_str(&fault.render(&renderer));
            text.push_str("\n\n");
        }
        let count = self.list.len();
        text.push_str(&format!(
            "{count} {} in {}.",
            if count == 1 { "fault" } else { "faults" },
            self.whole
        ));
        text
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.render(false))
    }
}

impl std::error::Error for Faults {}

/// Collects faults while files are read and checked.
#[derive(Debug)]
pub(crate) struct Reporter<'f> {
    files: &'f Files,
    pub(crate) faults: Vec<Fault>,
}

impl<'f> Reporter<'f> {
    pub(crate) fn new(files: &'f Files) -> Self {
        Self {
            files,
            faults: Vec::new(),
        }
    }

    /// A fault at a fragment borrowed from one of the files.
    pub(crate) fn at(
        &mut self,
        fragment: &str,
        message: impl Into<String>,
        mend: impl Into<String>,
    ) {
        self.push(fragment, message.into(), mend.into(), |_, span| span);
    }

    /// A fault in the entry that a fragment opens: underlined to its end.
    pub(super) fn in_entry(
        &mut self,
        fragment: &str,
        message: impl Into<String>,
        mend: impl Into<String>,
    ) {
        self.push(fragment, message.into(), mend.into(), |text, span| {
            let rest = text.get(span.end..).unwrap_or_default();
            let line = rest.lines().next().unwrap_or_default();
            span.start..span.end + line.rfind(')').unwrap_or(line.len())
        });
    }

    fn push(
        &mut self,
        fragment: &str,
        message: String,
        mend: String,
        widen: impl FnOnce(&str, Range<usize>) -> Range<usize>,
    ) {
        let fault = match self.files.place(fragment) {
            Some((file, span)) => {
                let span = widen(&file.text, span);
                Fault::at(self.files, file, span, message, mend)
            }
            None => Fault::of_file("knowledge base", message, mend),
        };
        self.faults.push(fault);
    }

    /// A fault of a file as a whole.
    pub(crate) fn of_file(
        &mut self,
        path: &str,
        message: impl Into<String>,
        mend: impl Into<String>,
    ) {
        let path = self.files.shown_path(path);
        self.faults.push(Fault::of_file(&path, message, mend));
    }
}

/// "did you mean ...?" for a word nobody knows, or the whole list when it is short.
pub fn did_you_mean<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    let best = nearest(word, &names);
    match best.as_slice() {
        [] if names.len() <= 12 => format!("write one of: {}", names.join(", ")),
        [] => "check the spelling".to_owned(),
        [one] => format!("did you mean `{one}`?"),
        several => format!("did you mean one of: {}?", several.join(", ")),
    }
}

/// The names most like a word, best first, at most three.
pub fn nearest<'n>(word: &str, names: &[&'n str]) -> Vec<&'n str> {
    let mut scored: Vec<(f64, &str)> = names
        .iter()
        .map(|&name| (strsim::jaro_winkler(word, name), name))
        .filter(|&(score, _)| score > 0.82)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.into_iter().take(3).map(|(_, name)| name).collect()
}
