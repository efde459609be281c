//! Lines to read and to hear: whole sentences, nothing drawn, nothing but
//! letters and line ends.

use textwrap::{Options, WordSplitter, fill};

/// How lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Manner {
    /// Wrapped at this many columns; without it each text is one line.
    pub columns: Option<usize>,
    /// Nothing but ASCII.
    pub ascii: bool,
}

/// Text under way.
#[derive(Debug)]
pub struct Print {
    manner: Manner,
    text: String,
}

impl Print {
    /// Nothing yet.
    pub fn new(manner: Manner) -> Self {
        Self {
            manner,
            text: String::new(),
        }
    }

    /// A sentence or a paragraph.
    pub fn say(&mut self, text: &str) {
        self.put("", text);
    }

    /// Something below what was said last.
    pub fn under(&mut self, text: &str) {
        self.put("  ", text);
    }

    /// Something to choose, or a step.
    pub fn numbered(&mut self, number: usize, text: &str) {
        self.put(&format!("{number}. "), text);
    }

    /// An empty line, where there is none and something stands before it.
    pub fn gap(&mut self) {
        if !matches!(self.text.as_str(), "" | "\n") && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Begins with an empty line: what was typed stands before it.
    pub fn apart(&mut self) {
        self.text.push('\n');
    }

    /// Everything so far.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Other lines after these.
    pub fn append(&mut self, other: Self) {
        self.text.push_str(&other.text);
    }

    fn put(&mut self, before: &str, text: &str) {
        for line in text.lines() {
            let line = sentence(&clean(line, self.manner.ascii));
            if line.is_empty() {
                continue;
            }
            match self.manner.columns {
                None => {
                    self.text.push_str(before);
                    self.text.push_str(&line);
                }
                Some(columns) => {
                    let rest = " ".repeat(before.len());
                    let options = Options::new(columns.max(20))
                        .initial_indent(before)
                        .subsequent_indent(&rest)
                        .word_splitter(WordSplitter::NoHyphenation);
                    self.text.push_str(&fill(&line, options));
                }
            }
            self.text.push('\n');
        }
    }
}

/// Ends like a sentence, so that a voice pauses after it.
fn sentence(text: &str) -> String {
    let text = text.trim();
    match text.chars().last() {
        None => String::new(),
        Some('.' | '?' | '!' | ':' | ';' | ',') => text.to_owned(),
        Some('"' | '\'')
            if text
                .trim_end_matches(['"', '\''])
                .ends_with(['.', '?', '!']) =>
        {
            text.to_owned()
        }
        Some(_) => format!("{text}."),
    }
}

/// Without anything a terminal could take for an order, or a reader would see
/// in another order than it stands; in ASCII where only that is wanted.
fn clean(text: &str, ascii: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\t' => out.push(' '),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            _ if letter.is_control() => {}
            _ if letter.is_ascii() || !ascii => out.push(letter),
            _ => out.push_str(in_ascii(letter)),
        }
    }
    out
}

fn in_ascii(letter: char) -> &'static str {
    match letter {
        '\u{b0}' => " degrees ",
        '\u{2018}' | '\u{2019}' => "'",
        '\u{201c}' | '\u{201d}' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '\u{2026}' => "...",
        '\u{2192}' => "->",
        '\u{2264}' => "<=",
        '\u{2265}' => ">=",
        '\u{b5}' | '\u{3bc}' => "u",
        '\u{a0}' | '\u{202f}' => " ",
        _ => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_ends_like_a_sentence() {
        for (text, wanted) in [
            ("Yes", "Yes."),
            ("Is it so?", "Is it so?"),
            (" of 10 (at worst) ", "of 10 (at worst)."),
            ("Say \"now.\"", "Say \"now.\""),
            ("Say \"now\"", "Say \"now\"."),
            ("", ""),
        ] {
            assert_eq!(sentence(text), wanted);
        }
    }

    #[test]
    fn nothing_typed_can_give_orders_to_a_terminal() {
        let mut print = Print::new(Manner::default());
        let typed = "a\u{1b}[31mb\u{7}\r\u{9b}2J\u{202e}c\0";
        print.say(typed);
        assert_eq!(print.into_text(), "a[31mb2Jc.\n");
    }

    #[test]
    fn ascii_is_ascii() {
        let mut print = Print::new(Manner {
            columns: None,
            ascii: true,
        });
        let typed = "37\u{b0}C \u{2013} \u{44f} \u{201c}so\u{201d}";
        print.say(typed);
        assert_eq!(print.into_text(), "37 degrees C - ? \"so\".\n");
    }

    #[test]
    fn lines_wrap_where_a_width_is_known_and_nowhere_else() {
        let long = "word ".repeat(40);
        let lines = |columns| {
            let mut print = Print::new(Manner {
                columns,
                ascii: false,
            });
            print.numbered(3, &long);
            print.into_text()
        };
        assert_eq!(lines(None).lines().count(), 1);
        let wrapped = lines(Some(60));
        assert!(wrapped.lines().count() > 2);
        assert!(wrapped.lines().all(|line| line.len() <= 60));
        assert!(wrapped.lines().skip(1).all(|line| line.starts_with("   ")));
    }
}
