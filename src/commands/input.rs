//! What the faces of the program read at the start: knowledge and answers.

use std::io::{self, IsTerminal};
use std::path::Path;

use super::{Refusal, assess, exit};
use crate::assessment::{Answers, Engine};
use crate::knowledge::{Files, Knowledge};

/// The files of the knowledge base: a folder, or the embedded ones.
///
/// # Errors
/// The folder is not there or cannot be read.
pub fn files(folder: Option<&Path>) -> Result<Files, Refusal> {
    match folder {
        Some(folder) => Files::from_folder(folder).map_err(|faults| {
            let code = if folder.exists() {
                exit::DATA
            } else {
                exit::NO_INPUT
            };
            Refusal::new(code, faults.render(colour()))
        }),
        None => Ok(Files::embedded()),
    }
}

/// The engine over a knowledge base.
///
/// # Errors
/// A bug: what was checked can be compiled.
pub fn engine<'k, 'a>(knowledge: &'k Knowledge<'a>) -> Result<Engine<'k, 'a>, Refusal> {
    Engine::new(knowledge).map_err(|fault| {
        Refusal::new(
            exit::INTERNAL,
            format!("The figures cannot be compiled: {fault:?}. Please report this."),
        )
    })
}

/// Answers from a file, or from standard input.
///
/// # Errors
/// No such file, or faults in it.
pub fn answers(knowledge: &Knowledge<'_>, file: &str) -> Result<Answers, Refusal> {
    let (name, read) = if file == "-" {
        ("standard input", io::read_to_string(io::stdin().lock()))
    } else {
        (file, std::fs::read_to_string(file))
    };
    let text = read.map_err(|error| {
        let message = if error.kind() == io::ErrorKind::NotFound {
            format!("There is no file {name}. Check the name, and the folder before it.")
        } else {
            format!("{name} cannot be read: {error}")
        };
        Refusal::new(exit::NO_INPUT, message)
    })?;
    let answers = assess::read_answers(knowledge, name, &text)?;
    for unknown in answers.put_aside(knowledge, &text) {
        eprintln!("{name}, {unknown}");
    }
    Ok(answers)
}

/// Answers from a code.
///
/// # Errors
/// It is no code, cut short, mistyped, or from a newer version.
pub fn code(knowledge: &Knowledge<'_>, code: &str) -> Result<Answers, Refusal> {
    let refuse = |message: String| Refusal::new(exit::DATA, message);
    let document = crate::report::code::decode(code).map_err(|fault| refuse(fault.to_string()))?;
    let answers = Answers::from_document(knowledge, &document, "").map_err(|faults| {
        let lines: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
        refuse(format!(
            "This knowledge base cannot use the code: {}",
            lines.join("; ")
        ))
    })?;
    for id in answers.aside() {
        eprintln!(
            "The code answers `{id}`, which is not in this knowledge base; it is kept, but not counted."
        );
    }
    Ok(answers)
}

/// Colour in messages: only on a terminal, and not against NO_COLOR.
pub fn colour() -> bool {
    io::stderr().is_terminal() && wanted()
}

/// Whether colour is wanted at all: NO_COLOR with any value says no.
pub fn wanted() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
