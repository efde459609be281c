//! `tingle knowledge`: tools for those who write the knowledge base.

use std::{fmt::Write as _, fs, path::Path};

use super::{Refusal, exit};
use crate::knowledge::statistics::Statistics;
use crate::knowledge::{Faults, Files, Knowledge, plain_io, skeleton};

/// Checks a knowledge base thoroughly and says what it holds.
///
/// # Errors
/// Every fault, with place and mend.
pub fn check(files: &Files, colour: bool) -> Result<String, Refusal> {
    let knowledge = Knowledge::load_thoroughly(files).map_err(|faults| refusal(&faults, colour))?;
    Ok(format!(
        "The knowledge base is in order: {} causes, {} findings, {} red flags, {} tests, {} treatments, {} self-checks.\n",
        knowledge.causes.len(),
        knowledge.findings.len(),
        knowledge.rules.len(),
        knowledge.tests.len(),
        knowledge.treatments.len(),
        knowledge.self_exams.len(),
    ))
}

/// Faults as a refusal to go on.
pub fn refusal(faults: &Faults, colour: bool) -> Refusal {
    Refusal::new(exit::DATA, faults.render(colour))
}

/// The statistics as text.
pub fn statistics_text(statistics: &Statistics) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "Knowledge base of {}\n", statistics.version);
    rows(&mut out, "Entries", &statistics.entries);
    rows(
        &mut out,
        "Findings, by who can answer",
        &statistics.findings_by_asker,
    );
    rows(&mut out, "Red flags", &statistics.rules_by_urgency);
    rows(&mut out, "Figures, by grade", &statistics.figures);
    let _ = writeln!(out, "Coverage");
    let _ = writeln!(
        out,
        "  {:>6.1} %  of all pairs of cause and finding have a figure of their own",
        statistics.coverage * 100.0
    );
    let _ = writeln!(
        out,
        "  {:>8.4}  sum of all base rates; the rest is none of these",
        statistics.prior_sum
    );
    let (carried, statements) = statistics.seed;
    let _ = writeln!(
        out,
        "  {carried:>4} of {statements:<4} statements of the seed article carried"
    );
    let (seen, sources) = statistics.sources_seen;
    let _ = writeln!(
        out,
        "  {seen:>4} of {sources:<4} sources seen, at least in part\n"
    );
    let _ = writeln!(out, "Reading grade of patient text (mean, hardest)");
    for (kind, mean, hardest, id) in &statistics.reading {
        let _ = writeln!(out, "  {mean:>6.1}  {hardest:>4.1}  {kind} (hardest: {id})");
    }
    out
}

fn rows(out: &mut String, heading: &str, rows: &[(&str, usize)]) {
    let _ = writeln!(out, "{heading}");
    for (name, count) in rows {
        let _ = writeln!(out, "  {count:>6}  {name}");
    }
    out.push('\n');
}

/// Writes the commented start of a new cause into a folder.
///
/// # Errors
/// An id that is taken or not in kebab-case, a file that exists or cannot be made.
pub fn new_cause(
    knowledge: &Knowledge<'_>,
    folder: &Path,
    id: &str,
    group: &str,
) -> Result<String, Refusal> {
    for (what, name) in [("id", id), ("group", group)] {
        let plain = name.starts_with(|letter: char| letter.is_ascii_lowercase())
            && name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !plain {
            return Err(Refusal::new(
                exit::USAGE,
                format!(
                    "The {what} `{name}` is not in kebab-case. Use small letters, digits and hyphens, for example `disc-l5`."
                ),
            ));
        }
    }
    if let Some(entry) = knowledge.entry(id) {
        return Err(Refusal::new(
            exit::USAGE,
            format!(
                "The id `{id}` is taken: it is a {}, \"{}\". Choose another one.",
                entry.kind().word(),
                knowledge.name(entry)
            ),
        ));
    }
    let mut out = String::new();
    for (path, text) in skeleton::new_cause(id, group) {
        let path = folder.join(path);
        write_new(&path, &text)?;
        let _ = writeln!(out, "Made {}", path.display());
    }
    let _ = writeln!(
        out,
        "Fill them in, then run: tingle knowledge check {}",
        folder.display()
    );
    Ok(out)
}

/// Writes a file that must not exist yet.
fn write_new(path: &Path, text: &str) -> Result<(), Refusal> {
    let cannot = |error: std::io::Error| {
        let why = if error.kind() == std::io::ErrorKind::AlreadyExists {
            "it exists already, and nothing was changed".to_owned()
        } else {
            plain_io(&error)
        };
        Refusal::new(
            exit::CANNOT_CREATE,
            format!("{} cannot be made: {why}.", path.display()),
        )
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(cannot)?;
    }
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(cannot)?;
    std::io::Write::write_all(&mut file, text.as_bytes()).map_err(cannot)
}
