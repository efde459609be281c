//! `tingle kiosk`: its settings, the staff PIN, what was counted.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Format, Refusal, exit};
use crate::kiosk::counters::{Day, Tally};
use crate::kiosk::pin::{PinHash, SALT, fit};
use crate::kiosk::secret::Secret;
use crate::knowledge::Urgency;
use crate::settings::kiosk::{DEFAULT_FILE, Loaded, PLACE, here, load};

/// A settings file with every default.
pub fn print_default() -> String {
    DEFAULT_FILE.to_owned()
}

/// Settings, from the file named or from the place of the system.
///
/// # Errors
/// Every fault, with place and mend.
pub fn loaded(named: Option<&Path>, colour: bool) -> Result<Loaded, Refusal> {
    load(here(named)).map_err(|faults| Refusal::new(exit::CONFIG, faults.render(colour)))
}

/// Checks the settings.
///
/// # Errors
/// Every fault, with place and mend.
pub fn check(named: Option<&Path>, colour: bool) -> Result<String, Refusal> {
    let Loaded { settings, file, .. } = loaded(named, colour)?;
    let mut text = match file {
        Some(file) => format!(
            "The settings of the kiosk are in order: {}.\n",
            file.display()
        ),
        None => format!("{PLACE} is not there, so all defaults hold.\n"),
    };
    if settings.pin.is_none() {
        text.push_str(
            "There is no staff PIN, so there is no staff menu: `tingle kiosk set-pin` makes one.\n",
        );
    }
    Ok(text)
}

/// The line of the settings for a PIN; or what was done with it.
///
/// # Errors
/// A PIN that may not be set, or a file that cannot take it.
pub fn set_pin(
    pin: &Secret,
    salt: [u8; SALT],
    into: Option<&Path>,
    colour: bool,
) -> Result<String, Refusal> {
    fit(pin.as_str()).map_err(|unfit| Refusal::new(exit::DATA, unfit.to_string()))?;
    let hash = PinHash::new(pin.as_str(), salt).ok_or_else(|| {
        Refusal::new(
            exit::INTERNAL,
            "The PIN cannot be hashed. Please report this.",
        )
    })?;
    let line = format!("    pin: \"{hash}\",\n");
    let Some(file) = into else {
        return Ok(line);
    };
    // Only a file in order is changed, so that it is in order afterwards too.
    loaded(Some(file), colour)?;
    let text = std::fs::read_to_string(file).map_err(|error| cannot(file, &error))?;
    replace(file, &with_line(&text, &line))?;
    Ok(format!("The PIN is set in {}.\n", file.display()))
}

/// The settings with this line in place of the one that says `pin`.
fn with_line(text: &str, line: &str) -> String {
    let says_pin = |old: &&str| {
        let old = old.trim_start();
        let old = old.strip_prefix("//").unwrap_or(old);
        old.strip_prefix("pin")
            .is_some_and(|rest| rest.trim_start().starts_with(':'))
    };
    let old = text
        .split_inclusive('\n')
        .filter(says_pin)
        .max_by_key(|old| !old.trim_start().starts_with("//"));
    match (old, text.rfind(')')) {
        (Some(old), _) => text.replacen(old, line, 1),
        (None, Some(end)) => {
            let (before, after) = text.split_at(end);
            let comma = match before.trim_end().chars().next_back() {
                Some('(' | ',') | None => "",
                Some(_) => ",",
            };
            format!("{}{comma}\n{line}{after}", before.trim_end())
        }
        (None, None) => format!("{text}(\n{line})\n"),
    }
}

/// Writes the file whole or not at all, with the rights it had.
fn replace(file: &Path, text: &str) -> Result<(), Refusal> {
    use std::io::Write as _;
    let file = &file.canonicalize().map_err(|error| cannot(file, &error))?;
    let folder = file.parent().unwrap_or(Path::new("/"));
    let write = || {
        let rights = file.metadata()?.permissions();
        let mut new = tempfile::NamedTempFile::new_in(folder)?;
        new.write_all(text.as_bytes())?;
        keep_owner(file, new.as_file())?;
        new.as_file().set_permissions(rights)?;
        new.as_file().sync_all()?;
        new.persist(file).map_err(|error| error.error)
    };
    write().map(drop).map_err(|error| cannot(file, &error))
}

/// The kiosk reads the file through its group, so that has to stay.
#[cfg(unix)]
fn keep_owner(old: &Path, new: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let (old, now) = (old.metadata()?, new.metadata()?);
    if (old.uid(), old.gid()) == (now.uid(), now.gid()) {
        return Ok(());
    }
    fchown(new, Some(old.uid()), Some(old.gid()))
}

#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}

fn cannot(file: &Path, error: &std::io::Error) -> Refusal {
    Refusal::new(
        exit::CANNOT_CREATE,
        format!(
            "{} cannot be changed: {error}. Run it as the administrator, or without --into.",
            file.display()
        ),
    )
}

/// The folder of the counters: the one named, or that of the settings.
///
/// # Errors
/// Settings with faults, or settings that count nothing.
pub fn counters(
    folder: Option<&Path>,
    settings: Option<&Path>,
    colour: bool,
) -> Result<PathBuf, Refusal> {
    if let Some(folder) = folder {
        return Ok(folder.to_owned());
    }
    loaded(settings, colour)?.settings.counters.ok_or_else(|| {
        Refusal::new(
            exit::USAGE,
            "The settings of the kiosk name no folder of counters, so nothing is counted. \
             Set `counters`, or name a folder.",
        )
    })
}

/// What was counted, by day.
///
/// # Errors
/// A bug in writing JSON.
pub fn report(tally: &Tally, format: Format) -> Result<String, Refusal> {
    match format {
        Format::Json => serde_json::to_string_pretty(&as_json(tally))
            .map(|text| text + "\n")
            .map_err(|error| Refusal::new(exit::INTERNAL, error.to_string())),
        Format::Markdown => Ok(table(tally, "| ", " | ", " |")),
        Format::Text => Ok(table(tally, "", "  ", "")),
    }
}

fn as_json(tally: &Tally) -> Value {
    let days = tally.days.iter().map(|(date, day)| {
        let classes = Urgency::ALL.iter().zip(day.urgency);
        let urgency: serde_json::Map<String, Value> = classes
            .map(|(class, count)| (class.id().to_owned(), count.into()))
            .collect();
        json!({
            "day": date,
            "started": day.started,
            "finished": day.finished,
            "timed_out": day.timed_out,
            "urgency": urgency,
        })
    });
    json!({
        "schema_version": 1,
        "days": days.collect::<Vec<_>>(),
        "damaged_records": tally.damaged,
    })
}

fn table(tally: &Tally, open: &str, between: &str, close: &str) -> String {
    let mut text = String::new();
    let names = ["started", "finished", "timed out"]
        .into_iter()
        .chain(Urgency::ALL.iter().map(|class| class.id()));
    let names: Vec<&str> = names.collect();
    let _ = write!(text, "{open}{:<10}", "day");
    for name in &names {
        let _ = write!(text, "{between}{name}");
    }
    let _ = writeln!(text, "{close}");
    if !open.is_empty() {
        let _ = writeln!(text, "|---|{}", "---:|".repeat(names.len()));
    }
    let mut sum = Day::default();
    for (date, day) in &tally.days {
        row(
            &mut text,
            (&date.to_string(), day),
            &names,
            (open, between, close),
        );
        sum.started += day.started;
        sum.finished += day.finished;
        sum.timed_out += day.timed_out;
        for (sum, count) in sum.urgency.iter_mut().zip(day.urgency) {
            *sum += count;
        }
    }
    row(&mut text, ("all", &sum), &names, (open, between, close));
    if tally.damaged > 0 {
        let (count, are) = (
            tally.damaged,
            if tally.damaged == 1 {
                "record is"
            } else {
                "records are"
            },
        );
        let _ = writeln!(text, "\n{count} {are} damaged and not counted.");
    }
    text
}

fn row(text: &mut String, (name, day): (&str, &Day), names: &[&str], signs: (&str, &str, &str)) {
    let (open, between, close) = signs;
    let _ = write!(text, "{open}{name:<10}");
    let counts = [day.started, day.finished, day.timed_out];
    for (count, name) in counts.iter().chain(&day.urgency).zip(names) {
        let width = name.len();
        let _ = write!(text, "{between}{count:>width$}");
    }
    let _ = writeln!(text, "{close}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kiosk::counters::{Happening, record};

    fn tally() -> Tally {
        let mut tally = Tally::default();
        let end = Some(Urgency::SameDay);
        for happening in [Happening::Started, Happening::Finished(end)] {
            let day = "2026-11-28".parse().unwrap();
            tally.add(record(day, happening).as_bytes());
        }
        tally.add(b"\n2026-11-2");
        tally
    }

    #[test]
    fn counters_are_a_table() {
        let text = report(&tally(), Format::Text).unwrap();
        assert_eq!(
            text,
            "day         started  finished  timed out  self-care  weeks  days  same-day  now
2026-11-28        1         1          0          0      0     0         1    0
all               1         1          0          0      0     0         1    0

1 record is damaged and not counted.
"
        );
        let text = report(&tally(), Format::Markdown).unwrap();
        let lines: Vec<&str> = text.lines().take(4).collect();
        assert!(
            lines.iter().all(|line| line.matches('|').count() == 10),
            "{text}"
        );
    }

    #[test]
    fn counters_are_json() {
        let text = report(&tally(), Format::Json).unwrap();
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["days"][0]["day"], "2026-11-28");
        assert_eq!(read["days"][0]["urgency"]["same-day"], 1);
        assert_eq!(read["damaged_records"], 1);
    }

    #[test]
    fn the_line_goes_where_the_old_one_was() {
        let line = "    pin: \"new\",\n";
        for (text, expected) in [
            (
                "(\n    //pin: \"\",\n    qr: true,\n)",
                "(\n    pin: \"new\",\n    qr: true,\n)",
            ),
            ("(\n    pin: \"old\",\n)", "(\n    pin: \"new\",\n)"),
            (
                "(\n    //pin: \"\",\n    pin : \"old\",\n)",
                "(\n    //pin: \"\",\n    pin: \"new\",\n)",
            ),
            (
                "(\n    qr: true\n)\n",
                "(\n    qr: true,\n    pin: \"new\",\n)\n",
            ),
            ("()", "(\n    pin: \"new\",\n)"),
            ("// nothing\n", "// nothing\n(\n    pin: \"new\",\n)\n"),
        ] {
            assert_eq!(with_line(text, line), expected, "{text}");
        }
    }
}
