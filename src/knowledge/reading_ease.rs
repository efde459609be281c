//! How hard a text is to read: sentences, words, syllables, Flesch-Kincaid grade.

/// The grade from which an entry's patient text fails the check.
pub const HARDEST_GRADE: f64 = 9.0;
/// The most words a sentence of patient text may have.
pub const LONGEST_SENTENCE: usize = 25;

/// The sentences of a text: split after `.`, `!` or `?` followed by a space or the end.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .char_indices()
            .find(|&(at, letter)| {
                matches!(letter, '.' | '!' | '?')
                    && rest
                        .get(at + letter.len_utf8()..)
                        .is_none_or(|after| after.is_empty() || after.starts_with(' '))
            })
            .map_or(rest.len(), |(at, letter)| at + letter.len_utf8());
        let (sentence, after) = rest.split_at(end);
        rest = after.trim_start();
        Some(sentence.trim())
    })
}

/// The words of a sentence: whatever holds a letter or a digit.
pub fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
}

/// Syllables of an English word, by groups of vowels without a silent ending.
pub fn syllables(word: &str) -> usize {
    let letters: String = word
        .chars()
        .filter(char::is_ascii_alphabetic)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    if letters.len() <= 3 {
        return 1;
    }
    let stem = without_silent_ending(&letters);
    let mut count = 0;
    let mut in_vowels = false;
    for letter in stem.chars() {
        let vowel = "aeiouy".contains(letter);
        count += usize::from(vowel && !in_vowels);
        in_vowels = vowel;
    }
    count.max(1)
}

fn without_silent_ending(word: &str) -> &str {
    if let Some(stem) = word.strip_suffix("ed") {
        return if stem.ends_with(['t', 'd']) {
            word
        } else {
            stem
        };
    }
    if let Some(stem) = word.strip_suffix("es") {
        let sounded = stem.ends_with(['s', 'x', 'z', 'c', 'g'])
            || stem.ends_with("ch")
            || stem.ends_with("sh");
        return if sounded { word } else { stem };
    }
    match word.strip_suffix('e') {
        Some(stem) if !word.ends_with("le") => stem,
        _ => word,
    }
}

/// Flesch-Kincaid grade of several texts taken together; 0 without words.
///
/// Kincaid et al. 1975: 0.39 words per sentence + 11.8 syllables per word - 15.59.
pub fn grade<'t>(texts: impl IntoIterator<Item = &'t str>) -> f64 {
    let (mut sentence_count, mut word_count, mut syllable_count) = (0.0, 0.0, 0.0);
    for text in texts {
        for sentence in sentences(text) {
            let mut any = false;
            for word in words(sentence) {
                any = true;
                word_count += 1.0;
                syllable_count += f64::from(u32::try_from(syllables(word)).unwrap_or(u32::MAX));
            }
            sentence_count += f64::from(u8::from(any));
        }
    }
    if word_count == 0.0 {
        return 0.0;
    }
    0.39 * word_count / sentence_count + 11.8 * syllable_count / word_count - 15.59
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_a_stop_before_a_space() {
        let found: Vec<_> = sentences("Stop. Wait 1.5 hours! Is it cold?").collect();
        assert_eq!(found, ["Stop.", "Wait 1.5 hours!", "Is it cold?"]);
    }

    #[test]
    fn syllables_of_common_words() {
        for (word, expected) in [
            ("leg", 1),
            ("nerve", 1),
            ("pressed", 1),
            ("rested", 2),
            ("doctor", 2),
            ("ambulance", 3),
            ("ankle", 2),
            ("neuropathy", 4),
        ] {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    #[test]
    fn short_plain_text_is_easy_and_long_words_are_hard() {
        assert!(grade(["Stand up. Walk a bit. Rest your leg."]) < 1.0);
        assert!(
            grade(["Polyneuropathy necessitates comprehensive neurophysiological examination."])
                > 20.0
        );
        assert!((grade([]) - 0.0).abs() < f64::EPSILON);
    }
}
