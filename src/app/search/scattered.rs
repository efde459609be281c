//! The last resort: letters in their order, with others between them.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Least score a typed character has to bring on average: letters scattered
/// over a long name are no match.
const LEAST_PER_LETTER: u32 = 18;

/// Scores names against what was typed.
pub struct Scattered {
    matcher: Matcher,
    pattern: Pattern,
    least: u32,
    buffer: Vec<char>,
}

impl Scattered {
    /// For what was typed.
    pub fn new(typed: &str) -> Self {
        let letters = typed.chars().filter(|it| !it.is_whitespace()).count();
        Self {
            matcher: Matcher::new(Config::DEFAULT),
            pattern: Pattern::new(
                typed,
                CaseMatching::Ignore,
                Normalization::Smart,
                AtomKind::Fuzzy,
            ),
            least: LEAST_PER_LETTER.saturating_mul(u32::try_from(letters).unwrap_or(u32::MAX)),
            buffer: Vec::new(),
        }
    }

    /// The score of a name, where it fits at all.
    pub fn score(&mut self, name: &str) -> Option<u32> {
        let haystack = Utf32Str::new(name, &mut self.buffer);
        self.pattern
            .score(haystack, &mut self.matcher)
            .filter(|score| *score >= self.least)
    }
}
