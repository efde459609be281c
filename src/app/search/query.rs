//! What was typed, as words, and how well a text answers to them.
//!
//! A word that stands there beats one that begins so, which beats one with the
//! same stem, which beats a slip of a letter; and a name beats another name,
//! which beats a text.

use crate::language::Language;

/// Words beyond these change nothing any more.
pub const MOST_WORDS: usize = 5;
/// Points for a word that is there, begins so, has the same stem, or is a slip.
const POINTS: [[u32; 4]; 4] = [[12, 8, 7, 5], [11, 7, 6, 5], [10, 6, 5, 4], [4, 2, 1, 0]];
/// Points for all words in a row, by where they stand.
const IN_A_ROW: [u32; 4] = [6, 5, 5, 2];
/// Points for a name that says nothing else, by where it stands.
const WHOLE: [u32; 4] = [4, 2, 2, 0];
/// Points for a name with the words that say nothing, too.
const AS_TYPED: u32 = 8;
/// Points for a name that begins with the first word.
const FIRST: u32 = 2;
/// Letters of a word from which one slip, and from which two, are forgiven.
const LONG: [usize; 2] = [5, 8];
/// Letters two words of the same stem begin with, at least.
const STEM: usize = 5;
/// Letters from which a word is looked for in texts.
const WORTH_READING: usize = 3;

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the name.
    Name,
    /// In the name doctors use.
    Standard,
    /// In another name.
    Other,
    /// In a text.
    Text,
}

/// The words that were typed.
#[derive(Debug, Default)]
pub struct Query {
    words: Vec<String>,
    /// All of it, where words were left out.
    whole: Option<String>,
    /// Slips that are forgiven in each word: some where it stands nowhere as typed.
    slips: [usize; MOST_WORDS],
}

/// How well an entry answers.
#[derive(Debug, Clone, Copy, Default)]
pub struct Fit {
    points: [u32; MOST_WORDS],
    more: u32,
}

impl Fit {
    /// How many words were found.
    pub fn found(&self) -> usize {
        self.points.iter().filter(|points| **points > 0).count()
    }

    /// Which words were found.
    pub fn which(&self) -> [bool; MOST_WORDS] {
        self.points.map(|points| points > 0)
    }

    /// All points together.
    pub fn score(&self) -> u32 {
        self.points.iter().sum::<u32>() + self.more
    }
}

impl Query {
    /// Without the words that say nothing, unless there are no others; some are
    /// spelt as the knowledge base does.
    pub fn new(language: &Language, typed: &str) -> Self {
        let typed = typed.to_lowercase().replace(['\'', '’'], "");
        let (stop, instead) = (language.say("search-stop"), language.say("search-instead"));
        let mut pairs = Vec::new();
        let mut each = instead.split(' ');
        while let (Some(from), Some(to)) = (each.next(), each.next()) {
            pairs.push((from, to));
        }
        let said = |word: &str| {
            let same = pairs.iter().find(|(from, _)| *from == word);
            same.map_or(word, |(_, to)| *to).to_owned()
        };
        let says = |word: &&str| !stop.split(' ').any(|stop| stop == *word);
        let all = || split(&typed).filter_map(|word| str::from_utf8(word).ok());
        let mut words: Vec<String> = all().filter(says).map(said).collect();
        if words.is_empty() {
            words = all().map(said).collect();
        }
        words.truncate(MOST_WORDS);
        let whole = typed.trim();
        Self {
            whole: (split(whole).count() > words.len()).then(|| whole.to_owned()),
            words,
            slips: [0; MOST_WORDS],
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The words with a space between.
    pub fn joined(&self) -> String {
        self.words.join(" ")
    }

    /// Forgives slips in the words that were found nowhere. False where there is
    /// nothing to forgive.
    pub fn forgive(&mut self, found: [bool; MOST_WORDS]) -> bool {
        for ((slip, found), word) in self.slips.iter_mut().zip(found).zip(&self.words) {
            *slip = if found { 0 } else { allowed(word) };
        }
        self.forgives()
    }

    /// Whether slips are forgiven: texts are not read then, which hold most words.
    pub fn forgives(&self) -> bool {
        self.slips != [0; MOST_WORDS]
    }

    /// Adds what a text says to how well its entry answers.
    pub fn read(&self, text: &str, place: Place, fit: &mut Fit) {
        let points = POINTS.get(place as usize).copied().unwrap_or_default();
        let mut found = [0; MOST_WORDS];
        let mut places = [0; MOST_WORDS];
        let mut count = 0;
        for word in split(text) {
            count += 1;
            for (at, (typed, slips)) in self.words.iter().zip(self.slips).enumerate() {
                let Some(how) = how(word, typed.as_bytes(), place, slips) else {
                    continue;
                };
                let worth = points.get(how).copied().unwrap_or(0);
                if let (Some(best), Some(there)) = (found.get_mut(at), places.get_mut(at))
                    && worth > *best
                {
                    (*best, *there) = (worth, count);
                }
            }
        }
        for (best, worth) in fit.points.iter_mut().zip(found) {
            *best = worth.max(*best);
        }
        let hits = found.iter().filter(|worth| **worth > 0).count();
        if hits < self.words.len() {
            return;
        }
        let mut more = 0;
        // Small words may stand between.
        let near = |pair: &[usize]| matches!(pair, &[a, b] if a < b && b <= a + 2);
        let there = places.get(..hits).unwrap_or_default();
        let [row, whole] = [IN_A_ROW, WHOLE].map(|it| it.get(place as usize).copied());
        if hits > 1 && there.windows(2).all(near) {
            more += row.unwrap_or(0);
        }
        if matches!(place, Place::Name | Place::Standard) && there.first() == Some(&1) {
            more += FIRST;
        }
        let as_typed = self.whole.as_ref().is_some_and(|it| begins(text, it));
        if place != Place::Text && as_typed {
            more += AS_TYPED;
        }
        more += whole.unwrap_or(0) * hits as u32 / (count as u32).max(1);
        fit.more = fit.more.max(more);
    }
}

/// The words of a text, as bytes: all of it is looked through at every key.
fn split(text: &str) -> impl Iterator<Item = &[u8]> {
    text.as_bytes()
        .split(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// How a word answers to one that was typed in small letters: as itself, by its
/// beginning, by its stem, or with a slip.
fn how(word: &[u8], typed: &[u8], place: Place, slips: usize) -> Option<usize> {
    let ends = |word: &[u8], typed: &[u8]| {
        let same = |a: Option<&u8>, b: Option<&u8>| matches!((a, b), (Some(a), Some(b)) if a.eq_ignore_ascii_case(b));
        (
            same(word.first(), typed.first()),
            same(word.last(), typed.last()),
        )
    };
    // Most words are told apart by their ends.
    match ends(word, typed) {
        (false, last) if !last || slips == 0 => return None,
        (false, _) => {}
        (true, _) => {
            let mut pairs = word.iter().zip(typed);
            let same = pairs
                .position(|(a, b)| !a.eq_ignore_ascii_case(b))
                .unwrap_or_else(|| word.len().min(typed.len()));
            if same == typed.len() && (place != Place::Text || same >= WORTH_READING) {
                return Some(usize::from(word.len() != typed.len()));
            }
            if same >= STEM && same * 3 >= word.len().max(typed.len()) * 2 {
                return Some(2);
            }
        }
    }
    (slips > 0 && place != Place::Text && is_slip(word, typed, slips)).then_some(3)
}

fn begins(text: &str, with: &str) -> bool {
    text.as_bytes()
        .get(..with.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()))
}

/// Slips that are forgiven in a word.
fn allowed(word: &str) -> usize {
    let letters = word.chars().count();
    LONG.iter().filter(|long| letters >= **long).count()
}

fn is_slip(word: &[u8], typed: &[u8], slips: usize) -> bool {
    let near = word.len().abs_diff(typed.len()) <= slips;
    match (near, str::from_utf8(word), str::from_utf8(typed)) {
        (true, Ok(word), Ok(typed)) => strsim::osa_distance(&word.to_lowercase(), typed) <= slips,
        _ => false,
    }
}
