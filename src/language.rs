//! Words of the interface: RON files of keyed texts with `{place}` holders,
//! one file an area of the program.

use std::collections::HashMap;

/// The words of English, from which all others are translated, by file.
const ENGLISH: [(&str, &str); 10] = [
    (
        "browse.ron",
        include_str!("../assets/language/en/browse.ron"),
    ),
    ("kiosk.ron", include_str!("../assets/language/en/kiosk.ron")),
    ("guide.ron", include_str!("../assets/language/en/guide.ron")),
    ("plain.ron", include_str!("../assets/language/en/plain.ron")),
    (
        "result.ron",
        include_str!("../assets/language/en/result.ron"),
    ),
    ("check.ron", include_str!("../assets/language/en/check.ron")),
    ("body.ron", include_str!("../assets/language/en/body.ron")),
    ("keys.ron", include_str!("../assets/language/en/keys.ron")),
    (
        "settings.ron",
        include_str!("../assets/language/en/settings.ron"),
    ),
    (
        "summary.ron",
        include_str!("../assets/language/en/summary.ron"),
    ),
];

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Language {
    texts: HashMap<&'static str, &'static str>,
    transform: Option<fn(&str) -> String>,
}

impl Language {
    /// English.
    ///
    /// # Errors
    /// An embedded file is broken; a test proves that none is.
    pub fn english() -> Result<Self, String> {
        let mut texts = HashMap::new();
        for (file, text) in ENGLISH {
            let read: HashMap<&'static str, &'static str> =
                ron::from_str(text).map_err(|fault| format!("{file}: {fault}"))?;
            for (key, text) in read {
                if texts.insert(key, text).is_some() {
                    return Err(format!("{file}: `{key}` is there twice"));
                }
            }
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
        let text = self.texts.get(key).copied().unwrap_or(key);
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
        self.texts.contains_key(key)
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.texts.keys().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn english_can_be_read() {
        assert!(
            Language::english().is_ok(),
            "{:?}",
            Language::english().err()
        );
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
