//! All keys as a table: what the help shows and the README prints.

use super::{Action, Bindings, Group};
use crate::language::Language;

/// One action in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The action.
    pub action: Action,
    /// The names of its keys, the one to show first.
    pub keys: Vec<String>,
    /// What it does.
    pub words: String,
}

/// The actions of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The name of the group.
    pub title: String,
    /// Its actions that have a key.
    pub rows: Vec<Row>,
}

/// All actions by group, with the keys they have now. What has no key is left out.
pub fn table(bindings: &Bindings, language: &Language) -> Vec<Section> {
    let row = |action: Action| Row {
        action,
        keys: bindings
            .keys(action)
            .iter()
            .map(ToString::to_string)
            .collect(),
        words: language.say(&format!("do-{}", action.id())),
    };
    Group::ALL
        .into_iter()
        .map(|group| Section {
            title: language.say(group.word()),
            rows: Action::ALL
                .iter()
                .filter(|action| action.group() == group)
                .map(|&action| row(action))
                .filter(|row| !row.keys.is_empty())
                .collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{Code, Key};

    #[test]
    fn every_action_and_group_has_its_words_and_there_are_no_others() {
        let language = Language::english().unwrap();
        let mut expected: Vec<String> = Action::ALL
            .iter()
            .flat_map(|action| ["do", "short"].map(|kind| format!("{kind}-{}", action.id())))
            .chain(Group::ALL.map(|group| group.word().to_owned()))
            .collect();
        let mut found: Vec<String> = language
            .keys()
            .filter(|key| {
                ["do-", "short-", "group-"]
                    .iter()
                    .any(|kind| key.starts_with(kind))
            })
            .map(str::to_owned)
            .collect();
        expected.sort();
        found.sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_are_short_and_plain() {
        let language = Language::english().unwrap();
        for action in Action::ALL {
            let long = language.say(&format!("do-{}", action.id()));
            assert!(long.chars().count() <= 50, "{long}");
            assert!(!long.ends_with('.'), "{long}");
            assert!(long.starts_with(char::is_uppercase), "{long}");
            let short = language.say(&format!("short-{}", action.id()));
            assert!(short.chars().count() <= 14, "{short}");
            assert!(short.split(' ').count() <= 2, "{short}");
        }
    }

    #[test]
    fn the_table_shows_the_keys_as_they_are_set() {
        let changes = [
            (Action::Help, vec![Key::plain(Code::F(2))]),
            (Action::Redraw, vec![]),
        ];
        let bindings = Bindings::with(&changes).unwrap();
        let sections = table(&bindings, &Language::english().unwrap());
        let rows: Vec<&Row> = sections.iter().flat_map(|section| &section.rows).collect();
        assert_eq!(rows.len(), Action::ALL.len() - 1);
        let help = rows.iter().find(|row| row.action == Action::Help).unwrap();
        assert_eq!(help.keys, ["F2"]);
    }
}
