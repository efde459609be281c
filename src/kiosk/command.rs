//! A command of the settings, split into words as a shell would, without one.

use std::fmt;

/// Why a command cannot be split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsplit {
    /// There is no word in it.
    Empty,
    /// A quotation mark is opened and never closed, or the last sign is `\`.
    Open,
    /// Something that only a shell could do.
    Shell(char),
}

impl fmt::Display for Unsplit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => out.write_str("there is no command"),
            Self::Open => out.write_str("a quotation mark is not closed"),
            Self::Shell(sign) => write!(out, "`{sign}` would need a shell, and none is run"),
        }
    }
}

/// The words of a command: split at spaces, with `'..'`, `".."` and `\` as a
/// shell knows them. What only a shell can do is refused rather than passed on
/// as a word, so that nobody believes it works.
///
/// # Errors
/// Why it cannot be split.
pub fn words(command: &str) -> Result<Vec<String>, Unsplit> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut letters = command.chars();
    while let Some(letter) = letters.next() {
        match (quote, letter) {
            (Some(open), letter) if letter == open => quote = None,
            (Some('"') | None, '\\') => {
                let next = letters.next().ok_or(Unsplit::Open)?;
                let word = word.get_or_insert_default();
                if quote.is_some() && !matches!(next, '"' | '\\' | '$' | '`') {
                    word.push('\\');
                }
                word.push(next);
            }
            (Some('"') | None, '$' | '`')
            | (None, '|' | '&' | ';' | '<' | '>' | '(' | ')' | '*' | '?' | '\n') => {
                return Err(Unsplit::Shell(letter));
            }
            (None, '"' | '\'') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None, letter) if letter.is_whitespace() => words.extend(word.take()),
            (_, letter) => word.get_or_insert_default().push(letter),
        }
    }
    if quote.is_some() {
        return Err(Unsplit::Open);
    }
    words.extend(word);
    match words.first() {
        Some(first) if !first.is_empty() => Ok(words),
        _ => Err(Unsplit::Empty),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_a_shell_would_make() {
        for (command, expected) in [
            ("espeak-ng --stdin", &["espeak-ng", "--stdin"][..]),
            ("  a   b\tc ", &["a", "b", "c"]),
            ("a 'b c' \"d e\"", &["a", "b c", "d e"]),
            ("a b\\ c", &["a", "b c"]),
            ("a'b'\"c\"d", &["abcd"]),
            ("a ''", &["a", ""]),
            (r#"a "b\"c\d""#, &["a", r#"b"c\d"#]),
            (r"a 'b\c' '$x' \$x", &["a", r"b\c", "$x", "$x"]),
            ("/opt/ünï/say -v de", &["/opt/ünï/say", "-v", "de"]),
        ] {
            let expected: Vec<String> = expected.iter().map(|&word| word.to_owned()).collect();
            assert_eq!(words(command), Ok(expected), "{command}");
        }
    }

    #[test]
    fn what_only_a_shell_could_do_is_refused() {
        for (command, sign) in [
            ("say | tee x", '|'),
            ("say; rm x", ';'),
            ("say $HOME", '$'),
            ("say \"$HOME\"", '$'),
            ("say `id`", '`'),
            ("say > x", '>'),
            ("say & ", '&'),
        ] {
            assert_eq!(words(command), Err(Unsplit::Shell(sign)), "{command}");
        }
    }

    #[test]
    fn what_is_cut_off_is_refused() {
        for command in ["a 'b", "a \"b", "a \\", "\"a\\\""] {
            assert_eq!(words(command), Err(Unsplit::Open), "{command}");
        }
        for command in ["", "  ", "''", "\"\" a"] {
            assert_eq!(words(command), Err(Unsplit::Empty), "{command}");
        }
    }
}
