//! The program: arguments in, text and exit code out.

mod cli;

use std::{
    io::{self, IsTerminal, Write},
    path::Path,
    process::ExitCode,
};

use clap::{Parser, ValueEnum};
use cli::{
    AssessArgs, Cli, Command, KioskArgs, KioskCommand, KnowledgeCommand, NewCommand, ScreenArgs,
    SettingsCommand,
};
use tingle::app::Face;
use tingle::built_in;
use tingle::commands::{
    Format, Refusal,
    assess::{self, Rendering},
    evaluate, exit,
    input::{self, answers, colour, engine, files},
    kiosk as waiting, knowledge as author,
    list::list,
    settings as set,
    show::show,
};
use tingle::knowledge::{Knowledge, statistics::Statistics};
use tingle::language::Language;
use tingle::report::{Depth, Summary};
use tingle::startup::{self, Wishes};
use tingle::terminal;
use tingle::terminal::kiosk::{ask, counters};

/// Answers are about a person's health: nothing of them stays in memory that is
/// no longer in use.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

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
    let done = match &cli.command {
        Some(Command::Guide(screen)) if cli.screen == ScreenArgs::default() => {
            startup::show(wishes(&cli, screen, Face::Guide)).map(ExitCode::from)
        }
        Some(Command::Kiosk(KioskArgs {
            speak,
            command: None,
        })) if cli.screen == ScreenArgs::default() => {
            let wishes = wishes(&cli, &cli.screen, Face::Guide);
            startup::kiosk(wishes, speak.as_deref()).map(ExitCode::from)
        }
        Some(_) if cli.screen != ScreenArgs::default() => Err(Refusal::new(
            exit::USAGE,
            "--answers, --theme, --no-mouse, --ascii, --reduced-motion and --plain go with the full screen: \
             leave out the command, or them.",
        )),
        Some(command) => run(&cli, command).map(|text| print(&text)),
        None => startup::show(wishes(&cli, &cli.screen, Face::Browse)).map(ExitCode::from),
    };
    done.unwrap_or_else(|refusal| {
        eprintln!("{}", refusal.message);
        ExitCode::from(refusal.code)
    })
}

fn wishes(cli: &Cli, screen: &ScreenArgs, face: Face) -> Wishes {
    Wishes {
        face,
        knowledge: cli.knowledge.clone(),
        answers: screen.answers.clone(),
        theme: screen.theme.clone(),
        no_mouse: screen.no_mouse,
        ascii: screen.ascii,
        reduced_motion: screen.reduced_motion,
        plain: screen.plain,
        settings: cli.settings.clone(),
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

fn run(cli: &Cli, command: &Command) -> Result<String, Refusal> {
    match command {
        Command::Completions { shell } => {
            let shell = shell.to_possible_value();
            return carried(shell.as_ref().map_or("", |value| value.get_name()));
        }
        Command::Man => return carried("1"),
        Command::Knowledge(KnowledgeCommand::Check { folder }) => {
            let files = files(folder.as_deref().or(cli.knowledge.as_deref()))?;
            return author::check(&files, colour());
        }
        Command::Settings(command) => return settings(cli, command),
        Command::Kiosk(args) => return kiosk(cli, args),
        _ => {}
    }
    let files = files(cli.knowledge.as_deref())?;
    let knowledge = Knowledge::load(&files).map_err(|faults| author::refusal(&faults, colour()))?;
    match command {
        Command::Show(args) => show(&knowledge, &args.ids, args.format, columns()),
        Command::List { what } => Ok(list(&knowledge, *what)),
        Command::Knowledge(KnowledgeCommand::Stats { format }) => stats(&knowledge, *format),
        Command::Knowledge(KnowledgeCommand::New(NewCommand::Cause { id, into, group })) => {
            author::new_cause(&knowledge, into, id, group)
        }
        Command::Assess(args) => assess_answers(cli, &knowledge, args),
        Command::Ask { file } => {
            let answers = answers(&knowledge, file)?;
            Ok(assess::ask(&engine(&knowledge)?, &english()?, &answers))
        }
        Command::Compare {
            first,
            second,
            format,
        } => assess::compared(
            &engine(&knowledge)?,
            &english()?,
            first,
            second,
            *format,
            columns(),
        ),
        Command::Knowledge(KnowledgeCommand::Evaluate { cases, diff }) => {
            measured(&knowledge, cases, diff.as_deref())
        }
        Command::Completions { .. }
        | Command::Guide(_)
        | Command::Man
        | Command::Settings(_)
        | Command::Kiosk(_)
        | Command::Knowledge(_) => Ok(String::new()),
    }
}

fn english() -> Result<Language, Refusal> {
    Language::english().map_err(|fault| Refusal::new(exit::INTERNAL, fault))
}

/// A text about the arguments that the program carries: the manual, or the
/// completions of a shell.
fn carried(name: &str) -> Result<String, Refusal> {
    built_in::about_arguments(name).ok_or_else(|| {
        Refusal::new(
            exit::INTERNAL,
            format!("The text `{name}` is missing. Please report this."),
        )
    })
}

fn assess_answers(
    cli: &Cli,
    knowledge: &Knowledge<'_>,
    args: &AssessArgs,
) -> Result<String, Refusal> {
    let depth = match (args.doctor, args.explain) {
        (true, _) => Depth::Doctor,
        (false, true) => Depth::Explained,
        (false, false) => Depth::Plain,
    };
    let answers = match (&args.code, &args.file) {
        (Some(code), _) => input::code(knowledge, code)?,
        (None, file) => answers(knowledge, file.as_deref().unwrap_or("-"))?,
    };
    let engine = engine(knowledge)?;
    let language = english()?;
    let place = tingle::settings::here(cli.settings.as_deref());
    // Wrong settings are no reason to say nothing about a leg.
    let number = tingle::settings::load(&place)
        .ok()
        .and_then(|loaded| loaded.settings.emergency_number)
        .unwrap_or_else(tingle::settings::emergency_number_here);
    let summary = Summary {
        engine: &engine,
        language: &language,
        answers: &answers,
        assessment: &assess::assessment(&engine, &answers, depth),
        depth,
        moment: &terminal::now(&language),
        number: &number,
    };
    let columns = match args.format {
        Rendering::Slip => usize::from(args.width),
        _ => columns(),
    };
    let text = assess::rendered(&summary, args.format, columns)?;
    let Some(path) = &args.out else {
        return Ok(text);
    };
    terminal::save(path, &text, args.force)?;
    Ok(String::new())
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
    let other_files = files(Some(folder))?;
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

fn kiosk(cli: &Cli, args: &KioskArgs) -> Result<String, Refusal> {
    let named = cli.settings.as_deref();
    match &args.command {
        Some(KioskCommand::PrintDefault) => Ok(waiting::print_default()),
        Some(KioskCommand::Check { file }) => waiting::check(file.as_deref().or(named), colour()),
        Some(KioskCommand::SetPin { into }) => {
            let (pin, salt) = (ask::pin()?, ask::salt()?);
            waiting::set_pin(&pin, salt, into.as_deref(), colour())
        }
        Some(KioskCommand::Report { folder, format }) => {
            let folder = waiting::counters(folder.as_deref(), named, colour())?;
            waiting::report(&counters::read(&folder)?, *format)
        }
        None => Ok(String::new()),
    }
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

fn columns() -> usize {
    if io::stdout().is_terminal() {
        terminal_size::terminal_size().map_or(PLAIN_COLUMNS, |(width, _)| usize::from(width.0))
    } else {
        PLAIN_COLUMNS
    }
}
