//! What a typed line says.

use crate::language::Language;

/// Longest line taken, in bytes; more is no answer to anything here.
pub const LONGEST: usize = 1000;

/// A line, understood as far as that goes without knowing the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed<'t> {
    /// Enter alone.
    Nothing,
    /// One of the orders that mean the same everywhere.
    Order(Order),
    /// What does this row mean?
    MeaningOf(usize),
    /// Save under this name.
    SaveAs(&'t str),
    /// Look for these words.
    Search(&'t str),
    /// A number by itself.
    Number(usize),
    /// Anything else.
    Text(&'t str),
}

/// Something a letter or a word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// What can be typed?
    Help,
    /// One step back.
    Back,
    /// Go on without an answer.
    GoOn,
    /// Why is this asked?
    Why,
    /// What is meant?
    Meaning,
    /// The result so far.
    SoFar,
    /// Not sure.
    NotSure,
    /// Yes.
    Yes,
    /// No.
    No,
    /// None of a list.
    None,
    /// Save.
    Save,
    /// Start, stop or repeat the time.
    Time,
    /// The menu.
    Menu,
    /// Leave.
    Quit,
}

/// The words for each order: a text of words with commas between them.
fn words(language: &Language, order: Order) -> String {
    match order {
        Order::Help => language.say("plain-typed-help"),
        Order::Back => language.say("plain-typed-back"),
        Order::GoOn => language.say("plain-typed-go-on"),
        Order::Why => language.say("plain-typed-why"),
        Order::Meaning => language.say("plain-typed-meaning"),
        Order::SoFar => language.say("plain-typed-so-far"),
        Order::NotSure => language.say("plain-typed-not-sure"),
        Order::Yes => language.say("plain-typed-yes"),
        Order::No => language.say("plain-typed-no"),
        Order::None => language.say("plain-typed-none"),
        Order::Save => language.say("plain-typed-save"),
        Order::Time => language.say("plain-typed-time"),
        Order::Menu => language.say("plain-typed-menu"),
        Order::Quit => language.say("plain-typed-quit"),
    }
}

const ORDERS: [Order; 14] = [
    Order::Help,
    Order::Back,
    Order::GoOn,
    Order::Why,
    Order::Meaning,
    Order::SoFar,
    Order::NotSure,
    Order::Yes,
    Order::No,
    Order::None,
    Order::Save,
    Order::Time,
    Order::Menu,
    Order::Quit,
];

/// Understands a line.
pub fn read<'t>(language: &Language, line: &'t str) -> Typed<'t> {
    let line = line.trim();
    if line.is_empty() {
        return Typed::Nothing;
    }
    if let Some(wanted) = line.strip_prefix('/') {
        return Typed::Search(wanted.trim());
    }
    if let Some(number) = number(line) {
        return Typed::Number(number);
    }
    if let Some(order) = order(language, line) {
        return Typed::Order(order);
    }
    let Some((first, rest)) = line.split_once(char::is_whitespace) else {
        return Typed::Text(line);
    };
    match (order(language, first), number(rest.trim())) {
        (Some(Order::Save), _) => Typed::SaveAs(rest.trim()),
        (Some(Order::Meaning | Order::Help), Some(row)) => Typed::MeaningOf(row),
        _ => Typed::Text(line),
    }
}

/// The order a word gives.
pub fn order(language: &Language, word: &str) -> Option<Order> {
    let word = word.to_lowercase();
    ORDERS.into_iter().find(|&order| {
        words(language, order)
            .split(',')
            .any(|known| known.trim() == word)
    })
}

/// A whole number, also as "3." or "3)".
fn number(text: &str) -> Option<usize> {
    let digits = text.strip_suffix(['.', ')']).unwrap_or(text);
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())
        .flatten()
}

/// Rows of a list that were named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// Yes to these, from 0.
    pub yes: Vec<usize>,
    /// Not sure about these, from 0.
    pub not_sure: Vec<usize>,
    /// Not sure about all others; else no to them.
    pub others_not_sure: bool,
}

/// Reads "2, 5 7?" for a list of so many rows: yes to 2 and 5, not sure about 7.
///
/// # Errors
/// The first piece that is no row of the list. Nothing is guessed.
pub fn rows<'t>(language: &Language, text: &'t str, count: usize) -> Result<Rows, &'t str> {
    let mut rows = Rows::default();
    let pieces = text
        .split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';'))
        .filter(|piece| !piece.is_empty());
    for piece in pieces {
        if order(language, piece) == Some(Order::NotSure) {
            rows.others_not_sure = true;
            continue;
        }
        let (digits, not_sure) = match piece.strip_suffix('?') {
            Some(digits) => (digits, true),
            None => (piece, false),
        };
        let row = number(digits)
            .and_then(|number| number.checked_sub(1))
            .filter(|row| *row < count)
            .ok_or(piece)?;
        let (here, there) = if not_sure {
            (&mut rows.not_sure, &rows.yes)
        } else {
            (&mut rows.yes, &rows.not_sure)
        };
        // Yes and not sure about the same row: neither can be meant.
        if there.contains(&row) {
            return Err(piece);
        }
        if !here.contains(&row) {
            here.push(row);
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_understood() {
        let language = Language::english().unwrap();
        for (line, wanted) in [
            ("", Typed::Nothing),
            ("  ", Typed::Nothing),
            (" 3 ", Typed::Number(3)),
            ("3.", Typed::Number(3)),
            ("3)", Typed::Number(3)),
            ("-3", Typed::Text("-3")),
            (
                "99999999999999999999999",
                Typed::Text("99999999999999999999999"),
            ),
            ("3 days", Typed::Text("3 days")),
            ("?", Typed::Order(Order::Help)),
            ("HELP", Typed::Order(Order::Help)),
            ("not sure", Typed::Order(Order::NotSure)),
            ("i 4", Typed::MeaningOf(4)),
            ("i x", Typed::Text("i x")),
            ("s my file.ron", Typed::SaveAs("my file.ron")),
            ("/ foot drop", Typed::Search("foot drop")),
            ("/", Typed::Search("")),
            ("bq", Typed::Text("bq")),
        ] {
            assert_eq!(read(&language, line), wanted, "{line:?}");
        }
    }

    #[test]
    fn no_word_gives_two_orders() {
        let language = Language::english().unwrap();
        let mut seen = Vec::new();
        for order in ORDERS {
            for word in words(&language, order).split(',') {
                let word = word.trim().to_owned();
                assert!(!word.is_empty() && !seen.contains(&word), "{word}");
                seen.push(word);
            }
        }
    }

    #[test]
    fn rows_are_read_whole_or_not_at_all() {
        let language = Language::english().unwrap();
        let read = |text| rows(&language, text, 9);
        let some = |yes: &[usize], not_sure: &[usize], others_not_sure| {
            Ok(Rows {
                yes: yes.to_vec(),
                not_sure: not_sure.to_vec(),
                others_not_sure,
            })
        };
        assert_eq!(read("2, 5 7?"), some(&[1, 4], &[6], false));
        assert_eq!(read("2,2;2"), some(&[1], &[], false));
        assert_eq!(read("1 u"), some(&[0], &[], true));
        for (text, piece) in [
            ("1 10", "10"),
            ("0", "0"),
            ("2 days", "days"),
            ("1-3", "1-3"),
            ("2 2?", "2?"),
            ("?", "?"),
            ("3??", "3??"),
        ] {
            assert_eq!(read(text), Err(piece), "{text}");
        }
    }
}
