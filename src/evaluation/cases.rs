//! Cases to measure with: answers, accepted causes, an urgency, a source.

use std::{fs, io, path::Path};

use serde::Deserialize;

use crate::assessment::{AnswerFault, Answers, Document};
use crate::knowledge::parse::ron_options;
use crate::knowledge::{Knowledge, Urgency, plain_io};

/// A file of cases.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    cases: Vec<CaseEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseEntry {
    id: String,
    source: String,
    diagnosis: String,
    accepted: Vec<String>,
    scope: Scope,
    urgency: Urgency,
    #[serde(default)]
    thin: bool,
    #[serde(default)]
    needs_tests: bool,
    #[serde(default)]
    note: String,
    answers: Document,
}

/// Whether a case belongs to what the program is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Scope {
    /// A published case of leg numbness.
    In,
    /// A published case whose cause the knowledge base does not hold.
    Out,
    /// A published case without the complaint.
    Control,
    /// Written for this project; counted apart.
    Constructed,
}

/// A case, checked against a knowledge base.
#[derive(Debug, Clone)]
pub struct Case {
    /// Stable id.
    pub id: String,
    /// Where it comes from.
    pub source: String,
    /// What the source calls it.
    pub diagnosis: String,
    /// Positions of the causes that count as right.
    pub accepted: Vec<usize>,
    /// Whether it belongs to what the program is for.
    pub scope: Scope,
    /// The right class; `Weeks` stands for days and weeks.
    pub urgency: Urgency,
    /// Too little was told to decide.
    pub thin: bool,
    /// Only tests could decide.
    pub needs_tests: bool,
    /// Remarks of whoever encoded it.
    pub note: String,
    /// The stated answers.
    pub answers: Answers,
}

impl Case {
    /// Whether the case counts for the targets: told well enough, decidable
    /// without tests, about the complaint.
    pub fn counts(&self) -> bool {
        matches!(self.scope, Scope::In | Scope::Out) && !self.thin && !self.needs_tests
    }
}

/// What is wrong with a file of cases.
#[derive(Debug)]
pub struct CaseFault {
    /// The file, and the case where it is known.
    pub place: String,
    /// What is wrong and what could stand there.
    pub message: String,
}

/// Reads a file of cases, or all `.ron` files of a folder.
///
/// # Errors
/// Files that cannot be read or parsed, unknown ids, impossible answers.
pub fn read_cases(knowledge: &Knowledge<'_>, path: &Path) -> Result<Vec<Case>, Vec<CaseFault>> {
    let mut cases = Vec::new();
    let mut faults = Vec::new();
    let files = list(path).map_err(|error| {
        vec![CaseFault {
            place: path.display().to_string(),
            message: format!("this cannot be read: {}", plain_io(&error)),
        }]
    })?;
    for file in files {
        let place = file.display().to_string();
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) => {
                faults.push(CaseFault {
                    place,
                    message: format!("this cannot be read: {}", plain_io(&error)),
                });
                continue;
            }
        };
        match ron_options().from_str::<CaseFile>(&text) {
            Ok(parsed) => {
                for entry in parsed.cases {
                    check(knowledge, &place, entry, &text, &mut cases, &mut faults);
                }
            }
            Err(error) => faults.push(CaseFault {
                place: format!("{place}:{}:{}", error.span.start.line, error.span.start.col),
                message: error.code.to_string(),
            }),
        }
    }
    if faults.is_empty() {
        Ok(cases)
    } else {
        Err(faults)
    }
}

fn list(path: &Path) -> io::Result<Vec<std::path::PathBuf>> {
    if !path.is_dir() {
        return fs::metadata(path).map(|_| vec![path.to_owned()]);
    }
    let mut files: Vec<_> = fs::read_dir(path)?
        .collect::<io::Result<Vec<_>>>()?
        .into_iter()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort();
    Ok(files)
}

fn check(
    knowledge: &Knowledge<'_>,
    place: &str,
    entry: CaseEntry,
    text: &str,
    cases: &mut Vec<Case>,
    faults: &mut Vec<CaseFault>,
) {
    // Faults are placed in the part of the file that belongs to this case.
    let start = text.find(&format!("\"{}\"", entry.id)).unwrap_or(0);
    let line_before = text.get(..start).unwrap_or_default().matches('\n').count();
    let own = text.get(start..).unwrap_or_default();
    let mut fault = |message: String| {
        faults.push(CaseFault {
            place: format!("{place}, case {}", entry.id),
            message,
        });
    };
    let mut accepted = Vec::new();
    for id in &entry.accepted {
        match knowledge.cause(id) {
            Some(cause) => accepted.push(cause),
            None => fault(format!("there is no cause `{id}`")),
        }
    }
    let answers = Answers::from_document(knowledge, &entry.answers, own).and_then(|answers| {
        // A case that is only partly used would measure something else.
        let unknown = answers.put_aside(knowledge, own);
        if unknown.is_empty() {
            Ok(answers)
        } else {
            Err(unknown)
        }
    });
    match answers {
        Ok(answers) => cases.push(Case {
            id: entry.id,
            source: entry.source,
            diagnosis: entry.diagnosis,
            accepted,
            scope: entry.scope,
            urgency: entry.urgency,
            thin: entry.thin,
            needs_tests: entry.needs_tests,
            note: entry.note,
            answers,
        }),
        Err(found) => {
            for AnswerFault {
                line,
                message,
                mend,
                ..
            } in found
            {
                fault(format!("line {}: {message}; {mend}", line + line_before));
            }
        }
    }
}
