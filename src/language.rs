//! Words of the interface: RON files of keyed texts with `{place}` holders,
//! one file an area of the program.

use std::sync::LazyLock;

use crate::built_in;

/// The words of English, from which all others are translated.
static ENGLISH: LazyLock<String> = LazyLock::new(built_in::words);

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Language {
    /// In the order of their keys.
    texts: Vec<(&'static str, &'static str)>,
    transform: Option<fn(&str) -> String>,
}

impl Language {
    /// English.
    ///
    /// # Errors
    /// What the program carries is damaged.
    pub fn english() -> Result<Self, String> {
        let mut texts = Vec::with_capacity(ENGLISH.len() / 64);
        let mut parts = ENGLISH.split_terminator('\0');
        while let (Some(key), Some(text)) = (parts.next(), parts.next()) {
            texts.push((key, text));
        }
        if texts.is_empty() {
            return Err("The words of the program are damaged.".to_owned());
        }
        Ok(Self {
            texts,
            transform: None,
        })
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
        let text = self.text(key).unwrap_or(key);
        match self.transform {
            Some(transform) => transform(text),
            None => text.to_owned(),
        }
    }

    /// The text of a key with its holders filled. Where `n` is 1 the text of
    /// `<key>-one` is taken, if there is one.
    pub fn with(&self, key: &str, places: &[(&str, &str)]) -> String {
        let one = places
            .contains(&("n", "1"))
            .then(|| [key, "-one"].concat())
            .filter(|one| self.has(one));
        let mut text = self.say(one.as_deref().unwrap_or(key));
        for (place, value) in places {
            text = text.replace(&format!("{{{place}}}"), value);
        }
        text
    }

    /// Whether there is a text for a key.
    pub fn has(&self, key: &str) -> bool {
        self.text(key).is_some()
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.texts.iter().map(|&(key, _)| key)
    }

    fn text(&self, key: &str) -> Option<&'static str> {
        let place = self
            .texts
            .binary_search_by_key(&key, |&(key, _)| key)
            .ok()?;
        self.texts.get(place).map(|&(_, text)| text)
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn every_key_is_found() {
        let language = Language::english().unwrap();
        assert!(language.keys().count() > 500);
        assert!(language.keys().all(|key| language.has(key)));
        assert_eq!(language.say("program-name"), "tingle");
    }

    #[test]
    fn a_key_without_text_shows_itself() {
        let language = Language::english().unwrap();
        assert_eq!(language.say("no-such-key"), "no-such-key");
        assert_eq!(
            language.with("{n} of {m}", &[("n", "1"), ("m", "2")]),
            "1 of 2"
        );
    }

    #[test]
    fn one_thing_is_not_told_as_many() {
        let language = Language::english().unwrap();
        let said = |n| language.with("result-so-far-open", &[("n", n)]);
        assert!(
            said("1").contains("1 emergency question is"),
            "{}",
            said("1")
        );
        assert!(
            said("2").contains("2 emergency questions are"),
            "{}",
            said("2")
        );
    }
}
