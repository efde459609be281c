//! The text of a kiosk's settings file to settings.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Printing, Settings};
use crate::fields::{Field, Sheet, text_of};
use crate::keys::{Code, Key};
use crate::kiosk::command;
use crate::knowledge::{Fault, Files};
use crate::settings::read::{number, take, theme};

/// The names of all settings, as the file writes them.
pub const FIELDS: [&str; 21] = [
    "clinic",
    "emergency_number",
    "idle",
    "reading_idle",
    "countdown",
    "print",
    "queue",
    "device",
    "slip_width",
    "print_timeout",
    "qr",
    "counters",
    "minutes_ahead",
    "pin",
    "chord",
    "end_after_visitor",
    "speak",
    "burn_in",
    "theme",
    "mouse",
    "ascii",
];

const EXAMPLE: &str = "`tingle kiosk print-default` prints a file that is in order";
/// Longest name of a clinic, in characters: it stands on one line.
const LONGEST_NAME: usize = 60;
/// Longest name of a queue that CUPS knows.
const LONGEST_QUEUE: usize = 127;

/// Reads settings; what the text does not say has its default.
///
/// # Errors
/// Every fault of the file, each with its place.
pub fn read(path: &str, text: &str, themes: &[String]) -> Result<Settings, Vec<Fault>> {
    let files = Files::from_texts([(path.to_owned(), text.to_owned())]);
    let Some(mut sheet) = Sheet::new(&files, EXAMPLE) else {
        return Err(Vec::new());
    };
    let mut settings = Settings::default();
    let mut printing = None;
    for field in sheet.fields() {
        if field.name == "print" {
            printing = Some(field);
        }
        one(&mut sheet, field, &mut settings, themes);
    }
    if let Some(field) = printing {
        can_print(&mut sheet, field, &settings);
    }
    let faults = sheet.finish();
    if faults.is_empty() {
        Ok(settings)
    } else {
        Err(faults)
    }
}

fn one<'a>(sheet: &mut Sheet<'a>, field: Field<'a>, to: &mut Settings, themes: &[String]) {
    match field.name {
        "clinic" => take(&mut to.clinic, clinic(sheet, field)),
        "emergency_number" => to.emergency_number = number(sheet, field),
        "idle" => take(&mut to.idle, seconds(sheet, field, 20, 3600)),
        "reading_idle" => take(&mut to.reading_idle, seconds(sheet, field, 20, 3600)),
        // WCAG 2.2.1: at least 20 seconds to say that one is still there.
        "countdown" => take(&mut to.countdown, seconds(sheet, field, 20, 600)),
        "print" => take(&mut to.print, printing(sheet, field)),
        "queue" => take(&mut to.queue, queue(sheet, field)),
        "device" => take(&mut to.device, device(sheet, field)),
        "slip_width" => take(&mut to.slip_width, width(sheet, field)),
        "print_timeout" => take(&mut to.print_timeout, seconds(sheet, field, 5, 300)),
        "qr" => take(&mut to.qr, sheet.flag(field)),
        "counters" => to.counters = folder(sheet, field),
        "minutes_ahead" => take(&mut to.minutes_ahead, minutes(sheet, field)),
        "pin" => to.pin = pin(sheet, field),
        "chord" => take(&mut to.chord, chord(sheet, field)),
        "end_after_visitor" => take(&mut to.end_after_visitor, sheet.flag(field)),
        "speak" => take(&mut to.speak, speak(sheet, field)),
        "burn_in" => take(&mut to.burn_in, sheet.flag(field)),
        "theme" => take(&mut to.theme, theme(sheet, field, themes)),
        "mouse" => take(&mut to.mouse, sheet.flag(field)),
        "ascii" => take(&mut to.ascii, sheet.flag(field)),
        other => sheet.unknown(other, "setting", FIELDS),
    }
}

fn clinic<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<String> {
    let name = sheet.text(field, "\"Hill Road Practice\"")?;
    let good = name.chars().count() <= LONGEST_NAME && !name.contains(char::is_control);
    if !good {
        sheet.at(
            field.value,
            "this name does not fit on one line",
            format!("write at most {LONGEST_NAME} characters"),
        );
    }
    good.then_some(name)
}

fn whole<'a>(sheet: &mut Sheet<'a>, field: Field<'a>, low: i32, high: i32) -> Option<i32> {
    let read = field.value.parse().ok();
    let good = read.filter(|figure| (low..=high).contains(figure));
    if good.is_none() {
        sheet.at(
            field.value,
            format!("`{}` is a whole number from {low} to {high}", field.name),
            "write it without quotation marks, unit or point",
        );
    }
    good
}

fn seconds<'a>(sheet: &mut Sheet<'a>, field: Field<'a>, low: i32, high: i32) -> Option<Duration> {
    let figure = whole(sheet, field, low, high)?;
    u64::try_from(figure).ok().map(Duration::from_secs)
}

fn width<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<u16> {
    whole(sheet, field, 32, 120).and_then(|figure| u16::try_from(figure).ok())
}

fn minutes<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<i32> {
    whole(sheet, field, -12 * 60, 14 * 60)
}

fn printing<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<Printing> {
    let word = text_of(field.value).unwrap_or_else(|| field.value.to_owned());
    let found = Printing::ALL.into_iter().find(|(name, _)| *name == word);
    if found.is_none() {
        sheet.at(
            field.value,
            format!("`{word}` is not a word that can stand here"),
            format!(
                "write one of: {}",
                Printing::ALL.map(|(name, _)| name).join(", ")
            ),
        );
    }
    found.map(|(_, printing)| printing)
}

/// What is asked for can be done by this program, and is told all it needs.
fn can_print(sheet: &mut Sheet<'_>, field: Field<'_>, settings: &Settings) {
    if settings.print != Printing::EscPos {
        return;
    }
    if !cfg!(feature = "escpos") {
        sheet.at(
            field.value,
            "this program was built without the feature `escpos`",
            "write Lp, or build it with `--features escpos`",
        );
    } else if settings.device.is_empty() {
        sheet.at(
            field.value,
            "a receipt printer needs its device",
            "add for example device: \"/dev/usb/lp0\"",
        );
    }
}

/// A name that `lp` cannot take for anything else.
fn queue<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<String> {
    let name = sheet.text(field, "\"slips\"")?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let good = name.len() <= LONGEST_QUEUE && !name.starts_with('-') && name.chars().all(plain);
    if !good {
        sheet.at(
            field.value,
            format!("`{name}` is no name of a queue"),
            "write it as `lpstat -e` lists it: letters, digits, `_`, `-` and `.`",
        );
    }
    good.then_some(name)
}

fn device<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<String> {
    let path = sheet.text(field, "\"/dev/usb/lp0\"")?;
    whole_path(sheet, field, &path).then_some(path)
}

fn folder<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<PathBuf> {
    let path = sheet.text(field, "\"/var/lib/tingle\"")?;
    if path.is_empty() || !whole_path(sheet, field, &path) {
        return None;
    }
    Some(PathBuf::from(path))
}

/// A kiosk is started from anywhere, so a path must not depend on where.
fn whole_path(sheet: &mut Sheet<'_>, field: Field<'_>, path: &str) -> bool {
    let good = path.is_empty() || Path::new(path).is_absolute();
    if !good {
        sheet.at(
            field.value,
            format!("`{path}` depends on where the kiosk is started"),
            "write the whole path, from the root",
        );
    }
    good
}

fn pin<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<crate::kiosk::pin::PinHash> {
    let text = sheet.text(field, "\"$argon2id$...\"")?;
    if text.is_empty() {
        return None;
    }
    let hash = text.parse().ok();
    if hash.is_none() {
        sheet.at(
            field.value,
            "this is no hash of a PIN",
            "run `tingle kiosk set-pin`, and put the line it prints here",
        );
    }
    hash
}

fn chord<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<Key> {
    let name = sheet.text(field, "\"F12\"")?;
    let key = name.parse::<Key>().ok();
    let good = key.filter(|key| is_apart(*key));
    if good.is_none() {
        let message = match key {
            None => format!("`{name}` is no key"),
            Some(key) => format!("visitors may press {key} themselves"),
        };
        let mend =
            "write F2 to F12, or a letter with Ctrl- that is not C, D, H, I, J, M, Q, S or Z";
        sheet.at(field.value, message, mend);
    }
    good
}

/// A key that no visitor needs, and that every terminal sends as itself.
fn is_apart(key: Key) -> bool {
    match key.code {
        Code::F(number) => number > 1,
        Code::Char(letter) => {
            key.ctrl && !key.alt && letter.is_ascii_lowercase() && !"cdhijmqsz".contains(letter)
        }
        _ => false,
    }
}

fn speak<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<Vec<String>> {
    let text = sheet.text(field, "\"/usr/bin/espeak-ng --stdin\"")?;
    if text.is_empty() {
        return Some(Vec::new());
    }
    let (message, mend) = match command::words(&text) {
        Ok(words) => {
            let program = words.first().map(String::as_str).unwrap_or_default();
            if Path::new(program).is_absolute() {
                return Some(words);
            }
            (
                format!("which `{program}` that is depends on where the kiosk is started"),
                "write the whole path of the program, from the root",
            )
        }
        Err(fault) => (fault.to_string(), "write a program with its arguments"),
    };
    sheet.at(field.value, message, mend);
    None
}

#[cfg(test)]
mod tests;
