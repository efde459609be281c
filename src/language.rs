//! Words of the interface: one RON file a language, keyed texts with
//! `{place}` holders.

use std::collections::HashMap;

use serde::Deserialize;

/// The words of English, from which all others are translated.
const ENGLISH: &str = include_str!("../assets/language/en.ron");

/// The words of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Name of the language in itself.
    pub name: String,
    texts: HashMap<String, String>,
    #[serde(skip)]
    transform: Option<fn(&str) -> String>,
}

impl Language {
    /// English.
    ///
    /// # Errors
    /// The embedded file is broken; a test proves that it is not.
    pub fn english() -> Result<Self, ron::error::SpannedError> {
        ron::from_str(ENGLISH)
    }

    /// The same language with every text changed, to try layouts with.
    #[must_use]
    pub fn transformed(mut self, transform: fn(&str) -> String) -> Self {
        self.transform = Some(transform);
        self
    }

    /// The text of a key. A key without text shows itself, so that nothing is
    /// silently empty.
    pub fn say(&self, key: &str) -> String {
        let text = self.texts.get(key).map_or(key, String::as_str);
        match self.transform {
            Some(transform) => transform(text),
            None => text.to_owned(),
        }
    }

    /// The text of a key with its holders filled.
    pub fn with(&self, key: &str, places: &[(&str, &str)]) -> String {
        let mut text = self.say(key);
        for (place, value) in places {
            text = text.replace(&format!("{{{place}}}"), value);
        }
        text
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }
}
