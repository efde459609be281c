//! The text of a settings file to settings and keys.

use super::{Settings, Welcome};
use crate::fields::{Field, Sheet, text_of};
use crate::keys::{Action, Bindings, Clash, Code, Key};
use crate::knowledge::{Fault, Files, did_you_mean};

/// The names of all settings, as the file writes them.
pub const FIELDS: [&str; 7] = [
    "theme",
    "mouse",
    "ascii",
    "reduced_motion",
    "welcome",
    "emergency_number",
    "keys",
];

const EXAMPLE: &str = "`tingle settings print-default` prints a file that is in order";
/// Longest emergency number, in characters; the longest of all has five digits.
const LONGEST_NUMBER: usize = 20;

/// A key with the fragment of the file that names it.
type Named<'a> = (Key, &'a str);

/// Reads settings; what the text does not say has its default.
///
/// # Errors
/// Every fault of the file, each with its place.
pub fn read(path: &str, text: &str, themes: &[String]) -> Result<(Settings, Bindings), Vec<Fault>> {
    let files = Files::from_texts([(path.to_owned(), text.to_owned())]);
    let Some(mut sheet) = Sheet::new(&files, EXAMPLE) else {
        return Err(Vec::new());
    };
    let mut settings = Settings::default();
    let mut rows = Vec::new();
    for field in sheet.fields() {
        match field.name {
            "theme" => take(&mut settings.theme, theme(&mut sheet, field, themes)),
            "mouse" => take(&mut settings.mouse, sheet.flag(field)),
            "ascii" => take(&mut settings.ascii, sheet.flag(field)),
            "reduced_motion" => take(&mut settings.reduced_motion, sheet.flag(field)),
            "welcome" => take(&mut settings.welcome, welcome(&mut sheet, field)),
            "emergency_number" => settings.emergency_number = number(&mut sheet, field),
            "keys" => rows = keys(&mut sheet, field),
            other => sheet.unknown(other, "setting", FIELDS),
        }
    }
    settings.keys = rows
        .iter()
        .map(|(action, keys)| (*action, keys.iter().map(|(key, _)| *key).collect()))
        .collect();
    let bindings = match Bindings::with(&settings.keys) {
        Ok(bindings) => bindings,
        Err(clashes) => {
            for clash in clashes {
                report(&mut sheet, &clash, &rows);
            }
            Bindings::default()
        }
    };
    let faults = sheet.finish();
    if faults.is_empty() {
        Ok((settings, bindings))
    } else {
        Err(faults)
    }
}

pub(super) fn take<T>(place: &mut T, read: Option<T>) {
    if let Some(value) = read {
        *place = value;
    }
}

pub(super) fn theme<'a>(
    sheet: &mut Sheet<'a>,
    field: Field<'a>,
    themes: &[String],
) -> Option<String> {
    let name = sheet.text(field, "\"default\"")?;
    if themes.contains(&name) {
        return Some(name);
    }
    let known: Vec<&str> = themes.iter().map(String::as_str).collect();
    let hint = did_you_mean(&name, known.iter().copied());
    let all = format!("there are: {}", known.join(", "));
    let mend = if hint.starts_with("did") {
        format!("{hint} {all}")
    } else {
        all
    };
    sheet.at(field.value, format!("there is no theme `{name}`"), mend);
    None
}

fn welcome<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<Welcome> {
    let word = text_of(field.value).unwrap_or_else(|| field.value.to_owned());
    let found = Welcome::ALL.into_iter().find(|(name, _)| *name == word);
    if found.is_none() {
        sheet.at(
            field.value,
            format!("`{word}` is not a word that can stand here"),
            format!(
                "write one of: {}",
                Welcome::ALL.map(|(name, _)| name).join(", ")
            ),
        );
    }
    found.map(|(_, welcome)| welcome)
}

pub(super) fn number<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Option<String> {
    let number = sheet.text(field, "\"112\"")?;
    let dialled = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '*' | '#');
    let good = number.contains(|c: char| c.is_ascii_digit())
        && number.chars().all(dialled)
        && number.len() <= LONGEST_NUMBER;
    if !good {
        sheet.at(
            field.value,
            format!("`{number}` is no number one can call"),
            format!("write at most {LONGEST_NUMBER} digits, for example \"112\""),
        );
    }
    good.then_some(number)
}

fn keys<'a>(sheet: &mut Sheet<'a>, field: Field<'a>) -> Vec<(Action, Vec<Named<'a>>)> {
    let mut rows = Vec::new();
    for row in sheet.fields_of(field, "{\"yes\": [\"y\", \"Space\"]}") {
        let found = Action::ALL.iter().find(|action| action.id() == row.name);
        let Some(&action) = found else {
            let ids = Action::ALL.iter().map(|action| action.id());
            sheet.at(
                row.name,
                format!("there is no action `{}`", row.name),
                did_you_mean(row.name, ids),
            );
            continue;
        };
        let faults = sheet.faults();
        let keys = keys_of(sheet, row);
        if sheet.faults() == faults {
            stays_usable(sheet, action, row, &keys);
        }
        rows.push((action, keys));
    }
    rows
}

fn keys_of<'a>(sheet: &mut Sheet<'a>, row: Field<'a>) -> Vec<Named<'a>> {
    let mut keys: Vec<Named<'a>> = Vec::new();
    for item in sheet.items(row, "[\"y\", \"Space\"]") {
        let Some(name) = text_of(item) else {
            let mend = format!("write it so: \"{}\"", item.trim_matches('\''));
            sheet.at(item, "a key stands in quotation marks", mend);
            continue;
        };
        match name.parse::<Key>() {
            Ok(key) if keys.iter().any(|(other, _)| *other == key) => {
                sheet.at(
                    item,
                    format!("{key} stands here twice"),
                    "keep one of the two",
                );
            }
            Ok(key) => {
                if let Some(same) = sent_alike(key) {
                    sheet.at(
                        item,
                        format!("a terminal cannot tell {key} from {same}"),
                        "choose another key",
                    );
                }
                keys.push((key, item));
            }
            Err(unknown) => {
                let (message, mend) = (
                    format!("`{}` is no key", unknown.0),
                    "write a character, or Enter, Esc, Tab, Space, Up, PageDown, F1 and so on, with Ctrl-, Alt- or Shift- before it",
                );
                sheet.at(item, message, mend);
            }
        }
    }
    keys
}

/// The key a terminal sends the same byte for.
fn sent_alike(key: Key) -> Option<&'static str> {
    match key.code {
        Code::Char('i') if key.ctrl => Some("Tab"),
        Code::Char('m') if key.ctrl => Some("Enter"),
        Code::Char('[') if key.ctrl => Some("Esc"),
        _ => None,
    }
}

/// Nobody may lock themselves in.
fn stays_usable<'a>(sheet: &mut Sheet<'a>, action: Action, row: Field<'a>, keys: &[Named<'a>]) {
    let needed = match action {
        Action::Quit => keys.is_empty(),
        // A key that writes a letter cannot leave a line one types in.
        Action::Back | Action::Open => keys.iter().all(|(key, _)| key.types().is_some()),
        _ => false,
    };
    if needed {
        let key = action.default_keys().first().map(Key::to_string);
        sheet.at(
            row.value,
            format!("without such a key nobody could get out: `{}`", row.name),
            format!("keep {}", key.unwrap_or_default()),
        );
    }
}

/// A clash, shown where the file makes it.
fn report(sheet: &mut Sheet<'_>, clash: &Clash, rows: &[(Action, Vec<Named<'_>>)]) {
    let place = |action: Action| {
        let (_, keys) = rows.iter().find(|(other, _)| *other == action)?;
        keys.iter()
            .find(|(key, _)| *key == clash.key)
            .map(|(_, fragment)| *fragment)
    };
    let (first, second) = (place(clash.first), place(clash.second));
    let by_default = match (first, second) {
        (None, _) => Some(clash.first),
        (_, None) => Some(clash.second),
        _ => None,
    };
    let mend = match by_default {
        Some(action) => format!(
            "`{}` has it by default: give that one other keys here, or choose another key",
            action.id()
        ),
        None => "give one of them another key".to_owned(),
    };
    if let Some(fragment) = second.or(first) {
        sheet.at(
            fragment,
            format!(
                "{} would stand for both `{}` and `{}`",
                clash.key,
                clash.first.id(),
                clash.second.id()
            ),
            mend,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Faults;

    fn themes() -> Vec<String> {
        crate::theme::BUILT_IN.map(str::to_owned).to_vec()
    }

    fn faults(text: &str) -> String {
        let faults = read("settings.ron", text, &themes()).unwrap_err();
        Faults::new(faults).of("the settings").render(false)
    }

    #[test]
    fn nothing_said_is_the_default() {
        for text in [
            "",
            "()",
            "// nothing\n",
            "(\n    keys: {\n    // none\n    },\n)",
        ] {
            let read = read("settings.ron", text, &themes());
            assert_eq!(read, Ok((Settings::default(), Bindings::default())));
        }
    }

    #[test]
    fn everything_can_be_set() {
        let text = "(theme: \"dark\", mouse: false, ascii: true, reduced_motion: true, welcome: Never, emergency_number: \"999\", keys: {\"help\": [\"F2\"], \"undo\": []})";
        let (settings, bindings) = read("settings.ron", text, &themes()).unwrap();
        assert_eq!(settings.theme, "dark");
        assert!(!settings.mouse && settings.ascii && settings.reduced_motion);
        assert_eq!(settings.welcome, Welcome::Never);
        assert_eq!(settings.emergency_number.as_deref(), Some("999"));
        assert_eq!(bindings.shown(Action::Help), "F2");
        assert_eq!(bindings.keys(Action::Undo), []);
    }

    #[test]
    fn all_faults_come_at_once_with_places_and_mends() {
        let text = "(
    them: \"dark\",
    theme: \"drak\",
    mouse: yes,
    welcome: once,
    emergency_number: 112,
    keys: {
        \"yess\": [\"y\"],
        \"no\": [\"Entr\", q, \"Ctrl-I\", \"v\", \"v\"],
        \"help\": \"F1\",
    },
)";
        let shown = faults(text);
        for words in [
            "settings.ron:2:5",
            "did you mean `theme`?",
            "settings.ron:3:12",
            "did you mean `dark`? there are: default, dark, light, high-contrast, mono",
            "settings.ron:4:12",
            "`mouse` is true or false",
            "settings.ron:5:14",
            "write one of: Once, Always, Never",
            "settings.ron:6:23",
            "write it so: emergency_number: \"112\"",
            "settings.ron:8:10",
            "did you mean `yes`?",
            "settings.ron:9:16",
            "`Entr` is no key",
            "settings.ron:9:24",
            "write it so: \"q\"",
            "a terminal cannot tell Ctrl-I from Tab",
            "v stands here twice",
            "settings.ron:10:17",
            "write it so: help: [\"y\", \"Space\"]",
            "11 faults in the settings.",
        ] {
            assert!(shown.contains(words), "{words}\n{shown}");
        }
    }

    #[test]
    fn a_clash_points_at_the_line_that_makes_it() {
        let shown = faults("(keys: {\n    \"undo\": [\"n\"],\n})");
        for words in [
            "settings.ron:2:14",
            "`no` and `undo`",
            "`no` has it by default",
        ] {
            assert!(shown.contains(words), "{words}\n{shown}");
        }
        let shown = faults("(keys: {\n    \"undo\": [\"q\"],\n    \"no\": [\"q\"],\n})");
        assert!(shown.contains("settings.ron:2:14"), "{shown}");
        assert!(shown.contains("give one of them another key"), "{shown}");
    }

    #[test]
    fn two_actions_may_change_keys_with_each_other() {
        let text = "(keys: {\"up\": [\"Down\"], \"down\": [\"Up\"]})";
        assert!(read("settings.ron", text, &themes()).is_ok());
    }

    #[test]
    fn nobody_can_lock_themselves_in() {
        for keys in ["\"quit\": []", "\"back\": [\"q\"]", "\"open\": []"] {
            let shown = faults(&format!("(keys: {{{keys}}})"));
            assert!(shown.contains("get out"), "{shown}");
        }
    }

    #[test]
    fn a_number_one_cannot_call_is_refused() {
        for number in ["", "nine", "+", "1 2 3 4 5 6 7 8 9 0 1 2 3"] {
            let shown = faults(&format!("(emergency_number: \"{number}\")"));
            assert!(shown.contains("no number one can call"), "{shown}");
        }
    }
}
