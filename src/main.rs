//! The program: arguments in, text and exit code out.

mod cli;

use std::{
    io::{self, IsTerminal, Write},
    path::Path,
    process::ExitCode,
};

use clap::{CommandFactory, Parser};
use cli::{Cli, Command, KnowledgeCommand, NewCommand, SettingsCommand};
use tingle::assessment::{Answers, Engine};
use tingle::commands::{
    Format, Refusal, assess, evaluate, exit, knowledge as author, list::list, settings as set,
    show::show,
};
use tingle::knowledge::{Files, Knowledge, statistics::Statistics};
use tingle::report::Depth;

/// Columns of text when the output is not a terminal.
const PLAIN_COLUMNS: usize = 80;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            let code = if error.use_stderr() { exit::USAGE } else { 0 };
            return ExitCode::from(code);
        }
    };
    match run(&cli) {
        Ok(text) => print(&text),
        Err(refusal) => {
            eprintln!("{}", refusal.message);
            ExitCode::from(refusal.code)
        }
    }
}

fn print(text: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that has seen enough, such as `head`, is no fault.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The output cannot be written: {error}");
            ExitCode::from(exit::IO)
        }
    }
}

fn run(cli: &Cli) -> Result<String, Refusal> {
    match &cli.command {
        Command::Completions { shell } => {
            let mut out = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "tingle", &mut out);
            return Ok(String::from_utf8_lossy(&out).into_owned());
        }
        Command::Man => {
            let mut out = Vec::new();
            clap_mangen::Man::new(Cli::command())
                .render(&mut out)
                .map_err(|error| Refusal::new(exit::INTERNAL, error.to_string()))?;
            return Ok(String::from_utf8_lossy(&out).into_owned());
        }
        Command::Knowledge(KnowledgeCommand::Check { folder }) => {
            let files = files(folder.as_ref().or(cli.knowledge.as_ref()))?;
            return author::check(&files, colour());
        }
        Command::Settings(command) => return settings(cli, command),
        _ => {}
    }
    let files = files(cli.knowledge.as_ref())?;
    let knowledge = Knowledge::load(&files).map_err(|faults| author::refusal(&faults, colour()))?;
    match &cli.command {
        Command::Show(args) => show(&knowledge, &args.ids, args.format, columns()),
        Command::List { what } => Ok(list(&knowledge, *what)),
        Command::Knowledge(KnowledgeCommand::Stats { format }) => stats(&knowledge, *format),
        Command::Knowledge(KnowledgeCommand::New(NewCommand::Cause { id, into, group })) => {
            author::new_cause(&knowledge, into, id, group)
        }
        Command::Assess {
            file,
            format,
            explain,
            doctor,
        } => {
            let depth = match (doctor, explain) {
                (true, _) => Depth::Doctor,
                (false, true) => Depth::Explained,
                (false, false) => Depth::Plain,
            };
            let answers = answers(&knowledge, file)?;
            assess::assessed(&engine(&knowledge)?, &answers, *format, depth, columns())
        }
        Command::Ask { file } => {
            let answers = answers(&knowledge, file)?;
            Ok(assess::ask(&engine(&knowledge)?, &answers))
        }
        Command::Compare {
            first,
            second,
            format,
        } => assess::compared(&engine(&knowledge)?, first, second, *format, columns()),
        Command::Knowledge(KnowledgeCommand::Evaluate { cases, diff }) => {
            measured(&knowledge, cases, diff.as_deref())
        }
        Command::Completions { .. }
        | Command::Man
        | Command::Settings(_)
        | Command::Knowledge(_) => Ok(String::new()),
    }
}

fn engine<'k, 'a>(knowledge: &'k Knowledge<'a>) -> Result<Engine<'k, 'a>, Refusal> {
    Engine::new(knowledge).map_err(|fault| {
        Refusal::new(
            exit::INTERNAL,
            format!("The figures cannot be compiled: {fault:?}. Please report this."),
        )
    })
}

fn measured(
    knowledge: &Knowledge<'_>,
    cases: &Path,
    diff: Option<&Path>,
) -> Result<String, Refusal> {
    let own = engine(knowledge)?;
    let evaluation = evaluate::evaluate(&own, cases)?;
    let Some(folder) = diff else {
        return Ok(evaluate::report(&own, &evaluation));
    };
    let other_files = files(Some(&folder.to_owned()))?;
    let other =
        Knowledge::load(&other_files).map_err(|faults| author::refusal(&faults, colour()))?;
    let other_evaluation = evaluate::evaluate(&engine(&other)?, cases)?;
    Ok(evaluate::difference(
        knowledge,
        &evaluation,
        &other,
        &other_evaluation,
    ))
}

fn settings(cli: &Cli, command: &SettingsCommand) -> Result<String, Refusal> {
    let place = tingle::settings::here(cli.settings.as_deref());
    match command {
        SettingsCommand::Path => {
            let (path, state) = set::path(&place)?;
            // Beside the path, not in it: a script takes the path alone.
            eprint!("{state}");
            Ok(path)
        }
        SettingsCommand::Check { file } => set::check(place, file.as_deref(), colour()),
        SettingsCommand::PrintDefault => set::print_default(),
    }
}

/// Answers from a file, or from standard input.
fn answers(knowledge: &Knowledge<'_>, file: &str) -> Result<Answers, Refusal> {
    let (name, read) = if file == "-" {
        ("standard input", io::read_to_string(io::stdin().lock()))
    } else {
        (file, std::fs::read_to_string(file))
    };
    let text = read
        .map_err(|error| Refusal::new(exit::NO_INPUT, format!("{name} cannot be read: {error}")))?;
    assess::read_answers(knowledge, name, &text)
}

fn stats(knowledge: &Knowledge<'_>, format: Format) -> Result<String, Refusal> {
    let statistics = Statistics::of(knowledge);
    match format {
        Format::Json => serde_json::to_string_pretty(&statistics)
            .map(|text| text + "\n")
            .map_err(|error| Refusal::new(exit::INTERNAL, error.to_string())),
        Format::Text | Format::Markdown => Ok(author::statistics_text(&statistics)),
    }
}

/// The files of the knowledge base: a folder, or the embedded ones.
fn files(folder: Option<&std::path::PathBuf>) -> Result<Files, Refusal> {
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

fn columns() -> usize {
    if io::stdout().is_terminal() {
        terminal_size::terminal_size().map_or(PLAIN_COLUMNS, |(width, _)| usize::from(width.0))
    } else {
        PLAIN_COLUMNS
    }
}

/// Colour in messages: only on a terminal, and not against NO_COLOR.
fn colour() -> bool {
    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
