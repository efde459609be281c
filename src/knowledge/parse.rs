//! RON text to typed files, with faults that say what to write instead.

use ron::{
    Options,
    error::{Error, SpannedError},
    extensions::Extensions,
};
use serde::Deserialize;

use super::fault::{Fault, Reporter, did_you_mean};
use super::files::{File, Files};

/// Deepest nesting of brackets in a file.
const DEEPEST_NESTING: usize = 64;

/// How all files of the knowledge base are written.
pub(crate) fn ron_options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES)
        .with_recursion_limit(DEEPEST_NESTING)
}

/// Reads a file as `T`, or reports why it cannot.
pub(super) fn parse<'a, T: Deserialize<'a>>(
    options: &Options,
    files: &'a Files,
    file: &'a File,
    reporter: &mut Reporter<'_>,
) -> Option<T> {
    match options.from_str(&file.text) {
        Ok(value) => Some(value),
        Err(error) => {
            let (message, mend) = explain(&error.code);
            let start = offset(&file.text, error.span.start.line, error.span.start.col);
            let end = offset(&file.text, error.span.end.line, error.span.end.col).max(start);
            let span = missing_field_span(&error, &file.text).unwrap_or(start..end);
            reporter
                .faults
                .push(Fault::at(files, file, span, message, mend));
            None
        }
    }
}

/// A missing field is noticed at the end of its entry; the entry's start says more.
fn missing_field_span(error: &SpannedError, text: &str) -> Option<std::ops::Range<usize>> {
    if !matches!(error.code, Error::MissingStructField { .. }) {
        return None;
    }
    let end = offset(text, error.span.end.line, error.span.end.col).min(text.len());
    let mut depth = 0_i32;
    let mut in_string = false;
    for (at, byte) in text
        .bytes()
        .enumerate()
        .take(end)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
    {
        match byte {
            b'"' => in_string = !in_string,
            b')' | b']' if !in_string => depth += 1,
            b'(' | b'[' if !in_string => {
                depth -= 1;
                if depth < 0 && byte == b'(' {
                    let line = text.get(at..).and_then(|rest| rest.lines().next())?;
                    if line.len() > 1 {
                        return Some(at..at + line.len());
                    }
                    let body = text.get(at + 2..)?;
                    let indent = body.len() - body.trim_start().len();
                    let first = body.trim_start().lines().next()?;
                    let start = at + 2 + indent;
                    return Some(start..start + first.len());
                }
            }
            _ => {}
        }
    }
    None
}

/// Byte offset of a line and column counted in characters from 1.
pub(crate) fn offset(text: &str, line: usize, column: usize) -> usize {
    let line_start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let rest = text.get(line_start..).unwrap_or_default();
    line_start
        + rest
            .chars()
            .take(column.saturating_sub(1))
            .map(char::len_utf8)
            .sum::<usize>()
}

/// What a RON error means and how to mend it.
pub(crate) fn explain(error: &Error) -> (String, String) {
    match error {
        Error::NoSuchStructField {
            expected, found, ..
        } => (
            format!("there is no field `{found}` here"),
            did_you_mean_or_list(found, expected, "fields"),
        ),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => (
            format!("`{found}` is not a word that can stand here"),
            did_you_mean_or_list(found, expected, "words"),
        ),
        Error::MissingStructField { field, .. } => (
            format!("the field `{field}` is missing from this entry"),
            format!("add `{field}: ...,`"),
        ),
        Error::DuplicateStructField { field, .. } => (
            format!("the field `{field}` stands here twice"),
            "keep one of the two".to_owned(),
        ),
        Error::InvalidValueForType { expected, found } => {
            if expected.contains("borrowed string") {
                (
                    "texts here cannot hold a backslash".to_owned(),
                    "use single quotation marks inside a text".to_owned(),
                )
            } else {
                (
                    format!("expected {expected}, but here stands {found}"),
                    "write a value of that kind".to_owned(),
                )
            }
        }
        Error::ExpectedDifferentLength { expected, found } => (
            format!("expected {expected}, but here are {found} values"),
            "every figure needs its grade: Published(\"source\"), Guideline(\"source\"), Textbook, Estimate or EstimateFrom(\"source\")".to_owned(),
        ),
        Error::ExpectedComma => (
            "a comma or a closing bracket is missing before this".to_owned(),
            "add the comma, or the grade of the figure: (\"foot-drop\", 0.60, Estimate)".to_owned(),
        ),
        Error::ExpectedStructLikeEnd | Error::ExpectedArrayEnd => (
            format!("{error} here"),
            "close the bracket, or remove what is too much".to_owned(),
        ),
        Error::ExpectedStringEnd => (
            "this text is not closed".to_owned(),
            "add the closing quotation mark".to_owned(),
        ),
        Error::Eof => (
            "the file ends in the middle of an entry".to_owned(),
            "close the open brackets and quotation marks".to_owned(),
        ),
        Error::TrailingCharacters => (
            "there is text after the end of the file's value".to_owned(),
            "remove it, or check the brackets above".to_owned(),
        ),
        Error::ExceededRecursionLimit => (
            format!("brackets are nested more than {DEEPEST_NESTING} deep here"),
            "write this condition flatter".to_owned(),
        ),
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedArray
        | Error::ExpectedString
        | Error::ExpectedFloat
        | Error::ExpectedInteger
        | Error::ExpectedBoolean
        | Error::ExpectedIdentifier
        | Error::ExpectedMapColon
        | Error::ExpectedOption => (
            lower_first(&error.to_string()),
            "compare with the entry above or with a shipped file of the same kind".to_owned(),
        ),
        other => (
            lower_first(&other.to_string()),
            "compare with a shipped file of the same kind".to_owned(),
        ),
    }
}

fn did_you_mean_or_list(found: &str, expected: &[&str], kind: &str) -> String {
    let hint = did_you_mean(found, expected.iter().copied());
    if hint.starts_with("did") && expected.len() <= 20 {
        format!("{hint} The {kind} here are: {}", expected.join(", "))
    } else {
        hint
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
