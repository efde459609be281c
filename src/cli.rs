//! Arguments of the program; help, completions and manual come from here.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use tingle::commands::{Format, assess::Rendering, list::Listed};

/// A numb leg between knee and foot: is it urgent, what can it be, which tests
/// would tell, what helps?
///
/// tingle informs and prepares for a doctor. It never diagnoses. Everything
/// works offline.
///
/// Call the emergency number at once, without any program, if a face droops,
/// speech is slurred, both legs are suddenly weak, feeling between the legs is
/// lost, a leg is suddenly cold and pale, or breathing is hard.
#[derive(Debug, Parser)]
#[command(name = "tingle", version, max_term_width = 100, after_help = EXAMPLES)]
pub struct Cli {
    /// Read the knowledge base from this folder instead of the built-in one
    #[arg(long, global = true, value_name = "DIR")]
    pub knowledge: Option<PathBuf>,
    /// Read the settings from this file instead of the usual one
    #[arg(long, global = true, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    #[command(flatten)]
    pub screen: ScreenArgs,
    /// Without a command, tingle fills the screen
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Of use only without a command.
#[derive(Debug, Default, Clone, PartialEq, Eq, Args)]
#[command(next_help_heading = "Full screen")]
pub struct ScreenArgs {
    /// Start with the answers in this file
    #[arg(long, value_name = "FILE")]
    pub answers: Option<String>,
    /// Use this theme
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// Leave the mouse to the terminal, so that it selects text
    #[arg(long)]
    pub no_mouse: bool,
    /// Draw with letters only
    #[arg(long)]
    pub ascii: bool,
    /// Let nothing move by itself
    #[arg(long)]
    pub reduced_motion: bool,
    /// Talk in lines: for a screen reader, a pipe, a script
    ///
    /// Also chosen where ACCESSIBLE is set, where TERM is dumb, and without a
    /// terminal.
    #[arg(long)]
    pub plain: bool,
}

const EXAMPLES: &str = "Examples:
  tingle                           fill the screen: signs, causes, pages
  tingle --answers answers.ron     the same, with these answers
  tingle guide                     question by question, emergencies first
  tingle guide --plain             the same as lines, for a screen reader or a pipe
  tingle show disc-l5              what a slipped disc at the 5th root is
  tingle show foot drop            entries that hold these words
  tingle list causes               all causes, by group
  tingle assess answers.ron        urgency, causes, tests for these answers
  tingle assess answers.ron --format html --out summary.html
  tingle compare disc-l5 peroneal-neuropathy
  tingle knowledge check my/       check an edited knowledge base
  tingle kiosk check               check the settings of the kiosk

Exit codes: 0 done, 64 wrong call, 65 wrong data, 66 no such input, 70 a bug,
73 cannot make a file, 74 reading or writing failed, 78 wrong settings; a kiosk
that staff ended: 10.";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Walk through it question by question, emergencies first
    Guide(ScreenArgs),
    /// Show a cause, finding, red flag, test, treatment, self-check, term or source
    ///
    /// Names an entry by its id, in any case; several at once. A name nobody
    /// knows is searched for in all texts.
    Show(ShowArgs),
    /// List all entries of a kind
    List {
        /// What to list
        #[arg(value_enum)]
        what: Listed,
    },
    /// Assess answers from a file: urgency, causes, tests, what helps
    ///
    /// Answers are RON or JSON: ids with values, for example
    /// {"side": "one", "foot-drop": true, "age": 41, "lab-glucose": "126 mg/dL"}.
    /// `tingle list findings` names what can be answered.
    Assess(AssessArgs),
    /// Print the next question for the answers in a file, and why it is asked
    Ask {
        /// The file, or - for standard input
        file: String,
    },
    /// Print what tells two causes apart, by weight
    Compare {
        /// A cause
        first: String,
        /// Another cause
        second: String,
        /// How to print it
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Tools for those who write the knowledge base
    #[command(subcommand)]
    Knowledge(KnowledgeCommand),
    /// Settings of the full screen: where they are, whether they are in order
    #[command(subcommand)]
    Settings(SettingsCommand),
    /// The walkthrough on a locked terminal in a waiting room
    ///
    /// Settings come from --settings, or from the place of the system, and from
    /// nowhere else.
    Kiosk(KioskArgs),
    /// Print completions for a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

/// A shell whose completions the program carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// GNU Bash
    Bash,
    /// Elvish
    Elvish,
    /// Fish
    Fish,
    /// PowerShell
    Powershell,
    /// Zsh
    Zsh,
}

#[derive(Debug, Args)]
pub struct AssessArgs {
    /// The file, or - for standard input
    #[arg(required_unless_present = "code")]
    pub file: Option<String>,
    /// Take the answers from a code instead of a file
    #[arg(long, conflicts_with = "file")]
    pub code: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub format: Rendering,
    /// Name every reason with its weight in words
    #[arg(long)]
    pub explain: bool,
    /// For a doctor: numbers, rules, sources, all answers
    #[arg(long)]
    pub doctor: bool,
    /// Columns of the slip: 32 and 48 suit receipt printers
    #[arg(long, default_value_t = 80, value_parser = clap::value_parser!(u16).range(24..=120))]
    pub width: u16,
    /// Write it to this file, whole or not at all
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Replace the file if it is there already
    #[arg(long, requires = "out")]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct ShowArgs {
    /// Ids, or words to search for
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Subcommand)]
pub enum KnowledgeCommand {
    /// Check a knowledge base: every fault with file, line, column and a mend
    Check {
        /// The folder; the built-in knowledge base without it
        folder: Option<PathBuf>,
    },
    /// Count entries, figures by grade, coverage, reading grade
    Stats {
        /// How to print it
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Measure the knowledge base on cases
    ///
    /// Prints, per case and in total: rank of the right cause, Brier score,
    /// calibration, urgency given against expected, and how it does when it
    /// plays each case itself as the guide would.
    Evaluate {
        /// A file of cases, or a folder of such files
        cases: PathBuf,
        /// Compare case by case with the knowledge base in this folder
        #[arg(long, value_name = "OTHER_KNOWLEDGE_DIR")]
        diff: Option<PathBuf>,
    },
    /// Start something new
    #[command(subcommand)]
    New(NewCommand),
}

#[derive(Debug, Subcommand)]
pub enum NewCommand {
    /// Write a commented skeleton of a cause, one file of figures and one of words
    Cause {
        /// Id of the cause, for example `peroneal-cyst`
        id: String,
        /// Folder of the knowledge base to write into
        #[arg(long, value_name = "DIR", default_value = "assets/knowledge")]
        into: PathBuf,
        /// Group of the cause, a folder below `causes`
        #[arg(long, default_value = "whole-body")]
        group: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum SettingsCommand {
    /// Print where the settings file is looked for, and whether it is there
    Path,
    /// Check settings and themes: every fault with file, line, column and a mend
    Check {
        /// The file; the one in use without it
        file: Option<PathBuf>,
    },
    /// Print a settings file with every default, to start from
    PrintDefault,
}

#[derive(Debug, Args)]
pub struct KioskArgs {
    /// Read every screen out with this program
    #[arg(long, value_name = "COMMAND")]
    pub speak: Option<String>,
    /// Without a command, the kiosk starts
    #[command(subcommand)]
    pub command: Option<KioskCommand>,
}

#[derive(Debug, Subcommand)]
pub enum KioskCommand {
    /// Print a settings file with every default, to start from
    PrintDefault,
    /// Check the settings: every fault with file, line, column and a mend
    Check {
        /// The file; the one in use without it
        file: Option<PathBuf>,
    },
    /// Make the line for the staff PIN
    ///
    /// Asks twice without showing it, or reads one line from a pipe. The PIN
    /// itself is kept nowhere.
    SetPin {
        /// Put the line into this settings file instead of printing it
        #[arg(long, value_name = "FILE")]
        into: Option<PathBuf>,
    },
    /// Show what was counted, by day
    Report {
        /// The folder of the counters; that of the settings without it
        folder: Option<PathBuf>,
        /// How to print it
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

#[cfg(test)]
mod tests {
    use super::{Cli, Shell};
    use clap::{CommandFactory, ValueEnum};
    use std::{env, fs, path::Path};

    /// The manual and the completions are made from the arguments here, and
    /// carried as files, so that the program need not carry what makes them.
    #[test]
    fn the_manual_and_the_completions_are_those_of_these_arguments() {
        let mut manual = Vec::new();
        clap_mangen::Man::new(Cli::command())
            .render(&mut manual)
            .unwrap();
        same("tingle.1", &manual);
        for shell in Shell::value_variants() {
            let name = shell.to_possible_value().unwrap();
            let name = name.get_name();
            let made: clap_complete::Shell = name.parse().unwrap();
            let mut script = Vec::new();
            clap_complete::generate(made, &mut Cli::command(), "tingle", &mut script);
            same(&format!("tingle.{name}"), &script);
        }
    }

    fn same(name: &str, made: &[u8]) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("assets/arguments")
            .join(name);
        if env::var_os("UPDATE_ARGUMENTS").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, made).unwrap();
        }
        let carried = fs::read(&path).unwrap_or_default();
        assert!(
            carried == made,
            "{name} is not that of the arguments: UPDATE_ARGUMENTS=1 cargo test --bin tingle"
        );
    }
}
