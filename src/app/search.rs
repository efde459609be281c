//! Finding entries by words, also misspelt ones.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::knowledge::schema::AskedOf;
use crate::knowledge::{Entry, Kind, Knowledge};

/// What a match in a name counts more than one in the text around it.
const NAME_WEIGHT: u32 = 4;
/// Least score a typed character has to bring on average: letters scattered
/// over a long name are no match.
const LEAST_PER_LETTER: u32 = 18;

/// Scores texts against what was typed.
struct Needle {
    matcher: Matcher,
    fuzzy: Pattern,
    literal: Pattern,
    letters: u32,
    buffer: Vec<char>,
}

impl Needle {
    fn new(typed: &str) -> Self {
        let pattern = |kind| Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, kind);
        Self {
            matcher: Matcher::new(Config::DEFAULT),
            fuzzy: pattern(AtomKind::Fuzzy),
            literal: pattern(AtomKind::Substring),
            letters: u32::try_from(typed.chars().filter(|it| !it.is_whitespace()).count())
                .unwrap_or(u32::MAX),
            buffer: Vec::new(),
        }
    }

    /// Score of a short name: letters may be missing between.
    fn name(&mut self, text: &str) -> Option<u32> {
        let haystack = Utf32Str::new(text, &mut self.buffer);
        self.fuzzy
            .score(haystack, &mut self.matcher)
            .filter(|score| *score >= LEAST_PER_LETTER.saturating_mul(self.letters))
            .map(|score| score * NAME_WEIGHT)
    }

    /// Score of a longer text: every word must stand in it.
    fn text(&mut self, text: &str) -> Option<u32> {
        let haystack = Utf32Str::new(text, &mut self.buffer);
        self.literal.score(haystack, &mut self.matcher)
    }

    /// The best score of an entry.
    fn entry(&mut self, knowledge: &Knowledge<'_>, entry: Entry) -> Option<u32> {
        let name = knowledge.name(entry);
        let sentence = matches!(
            entry,
            Entry::Rule(_) | Entry::Source(_) | Entry::Statement(_)
        );
        let by_name = if sentence {
            self.text(name)
        } else {
            self.name(name)
        };
        let by_name = by_name.max(self.name(knowledge.id(entry)));
        let by_text = knowledge
            .search_words(entry)
            .into_iter()
            .filter_map(|text| self.text(text).map(|score| score * 2))
            .max();
        by_name.max(by_text)
    }
}

/// Findings that fit, the best first: by label, question, synonyms, and by the
/// everyday words that the glossary gives for what was typed.
pub fn findings(knowledge: &Knowledge<'_>, typed: &str) -> Vec<usize> {
    let mut needle = Needle::new(typed.trim());
    let mut everyday: Vec<Needle> = said_otherwise(knowledge, typed)
        .into_iter()
        .map(Needle::new)
        .collect();
    let mut scored: Vec<(u32, usize)> = (0..knowledge.findings.len())
        .filter_map(|finding| {
            let entry = Entry::Finding(finding);
            let score = needle.entry(knowledge, entry).or_else(|| {
                let words = knowledge.words.findings.get(finding)?;
                everyday
                    .iter_mut()
                    .filter_map(|needle| needle.text(words.label).max(needle.text(words.question)))
                    .max()
            })?;
            Some((score, finding))
        })
        .collect();
    scored.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.into_iter().map(|(_, finding)| finding).collect()
}

/// The names and words of glossary entries of which one was typed.
fn said_otherwise<'a>(knowledge: &Knowledge<'a>, typed: &str) -> Vec<&'a str> {
    let typed = typed.trim().to_lowercase();
    if typed.chars().count() < 4 {
        return Vec::new();
    }
    knowledge
        .words
        .terms
        .iter()
        .filter(|term| {
            std::iter::once(&term.name)
                .chain(&term.words)
                .any(|word| word.to_lowercase().starts_with(&typed))
        })
        .flat_map(|term| std::iter::once(term.name).chain(term.words.iter().copied()))
        .collect()
}

/// Entries that fit, the best first; with nothing typed all of them, by kind.
pub fn entries(knowledge: &Knowledge<'_>, typed: &str) -> Vec<Entry> {
    let all = Kind::ALL
        .into_iter()
        .flat_map(|kind| knowledge.entries(kind));
    if typed.trim().is_empty() {
        return all.collect();
    }
    let mut needle = Needle::new(typed.trim());
    let mut scored: Vec<(u32, Entry)> = all
        .filter_map(|entry| {
            let score = needle.entry(knowledge, entry)?;
            Some((
                if is_a_result(knowledge, entry) {
                    score / 2
                } else {
                    score
                },
                entry,
            ))
        })
        .collect();
    scored.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.into_iter().map(|(_, entry)| entry).collect()
}

/// Results and examination findings have names like the tests they come from,
/// and the test itself is what one looks for.
fn is_a_result(knowledge: &Knowledge<'_>, entry: Entry) -> bool {
    match entry {
        Entry::Finding(finding) => knowledge.category_of(finding).is_some_and(|category| {
            matches!(category.asked_of, AskedOf::TestResult | AskedOf::Examiner)
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Files;

    fn names(search: fn(&Knowledge<'_>, &str) -> Vec<Entry>, typed: &str) -> Vec<String> {
        let files = Files::embedded();
        let knowledge = Knowledge::load(&files).unwrap();
        search(&knowledge, typed)
            .into_iter()
            .map(|entry| knowledge.id(entry).to_owned())
            .collect()
    }

    fn as_entries(knowledge: &Knowledge<'_>, typed: &str) -> Vec<Entry> {
        findings(knowledge, typed)
            .into_iter()
            .map(Entry::Finding)
            .collect()
    }

    #[test]
    fn a_sign_is_found_by_its_words_a_slip_and_a_term() {
        for (typed, wanted) in [
            ("foot drops", "foot-drop"),
            ("burning", "feel-burning"),
            ("brning", "feel-burning"),
            ("paraesthesia", "feel-tingling"),
            ("outer shin", "where-outer-shin"),
        ] {
            let found = names(as_entries, typed);
            assert!(
                found.iter().take(8).any(|id| id == wanted),
                "{typed}: {found:?}"
            );
        }
    }

    #[test]
    fn letters_scattered_over_a_name_are_no_match() {
        assert_eq!(names(as_entries, "qxz"), Vec::<String>::new());
        assert!(names(as_entries, "burning").len() < 25);
    }

    #[test]
    fn every_kind_can_be_found() {
        for (typed, wanted) in [
            ("peroneal", "peroneal-neuropathy"),
            ("slipped disc", "disc-l5"),
            ("RF12", "RF12"),
            ("gabapentin", "nerve-pain-medicines"),
        ] {
            let found = names(entries, typed);
            let near: Vec<_> = found.iter().take(6).collect();
            assert!(
                found.iter().take(6).any(|id| id.contains(wanted)),
                "{typed}: {near:?}"
            );
        }
    }

    #[test]
    fn with_nothing_typed_everything_is_listed() {
        assert!(names(entries, " ").len() > 500);
    }
}
