//! A settings file that says all defaults, to start from.

use std::fmt::Write as _;

use crate::keys::{Action, Group};
use crate::language::Language;

const TEMPLATE: &str = include_str!("../../assets/settings.ron");
/// The line of the template that the keys replace.
const KEYS: &str = "//KEYS\n";

/// The file, with every action and its keys. It is in order as it is.
pub fn default_file(language: &Language) -> String {
    let mut rows = String::new();
    for group in Group::ALL {
        let _ = writeln!(rows, "        // {}", language.say(group.word()));
        for action in Action::ALL.iter().filter(|action| action.group() == group) {
            let keys: Vec<String> = action
                .default_keys()
                .iter()
                .map(|key| format!("{:?}", key.to_string()))
                .collect();
            let row = format!("//\"{}\": [{}],", action.id(), keys.join(", "));
            let words = language.say(&format!("do-{}", action.id()));
            let _ = writeln!(rows, "        {row:<40} // {words}");
        }
    }
    TEMPLATE.replace(KEYS, &rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Bindings;
    use crate::settings::{FIELDS, Settings, read};

    fn themes() -> Vec<String> {
        crate::theme::BUILT_IN.map(str::to_owned).to_vec()
    }

    /// The file with every default taken out of its comment.
    fn said(file: &str) -> String {
        file.lines()
            .map(|line| {
                let (indent, rest) = line.split_at(line.len() - line.trim_start().len());
                match rest.strip_prefix("//") {
                    Some(value) if !value.starts_with(' ') => format!("{indent}{value}\n"),
                    _ => format!("{line}\n"),
                }
            })
            .collect()
    }

    #[test]
    fn it_is_in_order_and_says_every_default() {
        let file = default_file(&Language::english().unwrap());
        let default = (Settings::default(), Bindings::default());
        assert_eq!(read("settings.ron", &file, &themes()), Ok(default));

        let said = said(&file);
        for name in FIELDS {
            assert!(said.contains(&format!("\n    {name}: ")), "{name}");
        }
        let (settings, bindings) = read("settings.ron", &said, &themes()).unwrap();
        let every: Vec<_> = Action::ALL
            .iter()
            .map(|&action| (action, action.default_keys()))
            .collect();
        let default = Settings {
            emergency_number: Some("112".to_owned()),
            keys: every,
            ..Settings::default()
        };
        assert_eq!(settings, default);
        assert_eq!(bindings, Bindings::default());
    }

    #[test]
    fn it_names_every_theme_and_fits_a_screen() {
        let file = default_file(&Language::english().unwrap());
        for theme in themes() {
            assert!(file.contains(&theme), "{theme}");
        }
        for line in file.lines() {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }

    #[test]
    fn a_file_cut_off_or_damaged_anywhere_is_read_or_refused_with_a_place() {
        let file = said(&default_file(&Language::english().unwrap()));
        for at in 0..file.len() {
            let (before, rest) = file.split_at(at);
            let after = rest.get(1..).unwrap_or_default();
            for text in [before.to_owned(), format!("{before}{after}")] {
                if let Err(faults) = read("settings.ron", &text, &themes()) {
                    assert!(faults.iter().all(|fault| fault.line > 0), "{faults:?}");
                }
            }
        }
    }
}
