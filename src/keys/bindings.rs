//! Which key does what, with the changes of the settings.

use std::fmt;

use super::{Action, Key, Scope};

/// The keys of every action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bindings {
    rows: Vec<(Action, Vec<Key>)>,
}

/// One key for two actions that are at hand at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clash {
    /// The key.
    pub key: Key,
    /// The action that comes first in the help.
    pub first: Action,
    /// The other one.
    pub second: Action,
}

impl fmt::Display for Clash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} stands for both `{}` and `{}`. Give one of them another key.",
            self.key,
            self.first.id(),
            self.second.id()
        )
    }
}

impl Default for Bindings {
    fn default() -> Self {
        let rows = Action::ALL
            .iter()
            .map(|&action| (action, action.default_keys()))
            .collect();
        Self { rows }
    }
}

impl Bindings {
    /// The default keys with those of some actions replaced.
    ///
    /// # Errors
    /// All keys that would stand for two actions at once.
    pub fn with(changes: &[(Action, Vec<Key>)]) -> Result<Self, Vec<Clash>> {
        let mut bindings = Self::default();
        for (action, keys) in &mut bindings.rows {
            if let Some((_, changed)) = changes.iter().find(|(other, _)| other == action) {
                keys.clone_from(changed);
            }
        }
        let clashes = bindings.clashes();
        if clashes.is_empty() {
            Ok(bindings)
        } else {
            Err(clashes)
        }
    }

    fn clashes(&self) -> Vec<Clash> {
        let mut clashes = Vec::new();
        for (at, (first, keys)) in self.rows.iter().enumerate() {
            for (second, others) in self.rows.iter().skip(at + 1) {
                if !first.scope().meets(second.scope()) {
                    continue;
                }
                clashes.extend(
                    keys.iter()
                        .filter(|key| others.contains(key))
                        .map(|&key| Clash {
                            key,
                            first: *first,
                            second: *second,
                        }),
                );
            }
        }
        clashes
    }

    /// What a key does where these scopes are at hand.
    pub fn action(&self, key: Key, scopes: &[Scope]) -> Option<Action> {
        self.rows
            .iter()
            .find(|(action, keys)| scopes.contains(&action.scope()) && keys.contains(&key))
            .map(|(action, _)| *action)
    }

    /// The keys of an action; the first is the one to show.
    pub fn keys(&self, action: Action) -> &[Key] {
        self.rows
            .iter()
            .find(|(other, _)| *other == action)
            .map_or(&[], |(_, keys)| keys)
    }

    /// The key to show for an action, or nothing where it has none.
    pub fn shown(&self, action: Action) -> String {
        self.keys(action)
            .first()
            .map_or_else(String::new, Key::to_string)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Code;

    #[test]
    fn the_default_keys_do_not_clash() {
        assert_eq!(Bindings::default().clashes(), []);
    }

    #[test]
    fn a_clash_is_named_with_both_actions() {
        let changes = [(Action::Undo, vec![Key::char('n')])];
        let clash = Clash {
            key: Key::char('n'),
            first: Action::No,
            second: Action::Undo,
        };
        assert_eq!(Bindings::with(&changes), Err(vec![clash]));
        assert!(clash.to_string().contains("`no` and `undo`"));
    }

    #[test]
    fn the_same_key_may_do_two_things_on_two_screens() {
        let bindings = Bindings::default();
        let key = Key::char('w');
        assert_eq!(bindings.action(key, &[Scope::Body]), Some(Action::AsWords));
        assert_eq!(
            bindings.action(key, &[Scope::Browse]),
            Some(Action::NextQuestion)
        );
    }

    #[test]
    fn digits_arrows_enter_esc_and_tab_suffice() {
        for action in [
            Action::Up,
            Action::Open,
            Action::Back,
            Action::NextPane,
            Action::Yes,
            Action::No,
            Action::NotSure,
            Action::Clear,
            Action::Explain,
            Action::Undo,
            Action::Redo,
            Action::Search,
            Action::BodyMap,
            Action::Help,
        ] {
            assert!(
                action.default_keys().iter().any(|key| match key.code {
                    Code::Char(character) => character.is_ascii_digit(),
                    _ => true,
                }),
                "{}",
                action.id()
            );
        }
    }

    #[test]
    fn a_changed_key_is_shown() {
        let bindings = Bindings::with(&[(Action::Help, vec![Key::plain(Code::F(2))])]);
        assert_eq!(
            bindings.map(|made| made.shown(Action::Help)),
            Ok("F2".into())
        );
    }
}
