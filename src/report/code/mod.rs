//! All answers as a short code to write down, type or scan.
//!
//! `TINGLE1` and letters of which none can be taken for another: five bits
//! each, all of them in the alphabet that QR pictures pack most densely. Inside
//! are the answers by the numbers of the catalogue, squeezed, and a checksum.

mod catalogue;
mod coder;

use std::fmt;

use crate::assessment::{Document, Value};
use catalogue::Kind;
use coder::{Chance, Decoder, Encoder};

/// What every code begins with; the version follows.
const NAME: &str = "TINGLE";
/// The version written, and the only one there is.
const VERSION: u8 = 1;
/// The letters of a code by value: none for I, L, O and U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Bits of the number of findings told about.
const COUNT_BITS: u32 = 10;
/// Bits of a level.
const LEVEL_BITS: u32 = 5;
/// Most decimals a number is written with; units keep no more.
const MOST_DECIMALS: u32 = 4;
/// Stands in their place where a number is written bit by bit.
const BIT_BY_BIT: u64 = 7;

/// Answers as a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The code, without any space.
    pub text: String,
    /// Answers that have no number and are not in it.
    pub left_out: Vec<String>,
}

impl Code {
    /// The code in groups of five, which people copy more surely.
    pub fn grouped(&self) -> String {
        let mut out = String::with_capacity(self.text.len() * 6 / 5 + 1);
        let start = NAME.len() + 1;
        for (at, letter) in self.text.chars().enumerate() {
            if at >= start && (at - start).is_multiple_of(5) {
                out.push('-');
            }
            out.push(letter);
        }
        out
    }
}

/// Why a code was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFault {
    /// It does not begin as codes do.
    NoCode,
    /// A later version of the program made it.
    Newer,
    /// A letter that no code has.
    Letter(char),
    /// Letters are missing or wrong.
    Damaged,
}

impl fmt::Display for CodeFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCode => write!(out, "This is no code: codes begin with {NAME}{VERSION}. Copy it from its first letter on."),
            Self::Newer => out.write_str("A newer version of the program made this code. Update this program, or use the file instead."),
            Self::Letter(letter) => write!(out, "`{letter}` is in no code. Compare the code with what you typed."),
            Self::Damaged => out.write_str("The code is cut short, or a letter is wrong. Compare it letter by letter; nothing was taken from it."),
        }
    }
}

/// An answer as codes hold it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Symbol {
    NotSure,
    YesNo(bool),
    Level(usize),
    Number(f64),
}

/// What was seen so far, from which the next answer is guessed.
struct Habits {
    /// Answered or not, by the two before.
    answered: [Chance; 4],
    /// No or not, by the one before.
    no: [Chance; 2],
    /// Yes or not sure, where it is not no.
    not_sure: Chance,
    /// Not sure or not, for levels and numbers.
    unknown: Chance,
    before: [bool; 2],
    was_no: bool,
}

impl Habits {
    const fn new() -> Self {
        Self {
            answered: [
                Chance::new(3850),
                Chance::new(2048),
                Chance::new(1400),
                Chance::new(200),
            ],
            no: [Chance::new(1400), Chance::new(400)],
            not_sure: Chance::new(3600),
            unknown: Chance::new(3850),
            before: [false; 2],
            was_no: true,
        }
    }

    fn answered(&mut self) -> &mut Chance {
        let [even, one, two, both] = &mut self.answered;
        match self.before {
            [false, false] => even,
            [false, true] => one,
            [true, false] => two,
            [true, true] => both,
        }
    }

    fn saw(&mut self, answered: bool) {
        let [_, last] = self.before;
        self.before = [last, answered];
    }

    fn no(&mut self) -> &mut Chance {
        let [after_other, after_no] = &mut self.no;
        if self.was_no { after_no } else { after_other }
    }
}

/// All answers of a document as a code.
pub fn encode(document: &Document) -> Code {
    let mut left_out = Vec::new();
    let mut symbols: Vec<(Kind<'_>, Option<Symbol>)> =
        catalogue::entries().map(|(_, kind)| (kind, None)).collect();
    for (id, value) in &document.entries {
        let number = catalogue::entries().position(|(known, _)| known == id);
        if let Some((kind, symbol)) = number.and_then(|number| symbols.get_mut(number)) {
            *symbol = self::symbol(*kind, value);
        }
        let told = number.and_then(|number| symbols.get(number));
        if told.is_none_or(|(_, symbol)| symbol.is_none()) {
            left_out.push(id.clone());
        }
    }
    let told = symbols.iter().rposition(|(_, symbol)| symbol.is_some());
    symbols.truncate(told.map_or(0, |last| last + 1));
    let mut bytes = squeeze(&symbols);
    bytes.extend(checksum(&bytes));
    Code {
        text: format!("{NAME}{VERSION}{}", letters(&bytes)),
        left_out,
    }
}

/// The answers of a code, in the form of a file of answers.
///
/// # Errors
/// It is no code, of a newer version, or damaged.
pub fn decode(text: &str) -> Result<Document, CodeFault> {
    let plain: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '.' | ':'))
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    // A 1 for the letters I and L, and 0 for O, are the slips people make.
    let named = plain
        .get(..NAME.len())
        .unwrap_or_default()
        .replace('1', "I");
    let same = |a: char, b: char| a == b || (a == 'I' && b == 'L');
    if named.len() != NAME.len() || !named.chars().zip(NAME.chars()).all(|(a, b)| same(a, b)) {
        return Err(CodeFault::NoCode);
    }
    let mut values = Vec::new();
    for letter in plain.chars().skip(NAME.len()) {
        let meant = match letter {
            'I' | 'L' => '1',
            'O' => '0',
            other => other,
        };
        let value = LETTERS.iter().position(|&known| char::from(known) == meant);
        values.push(value.ok_or(CodeFault::Letter(letter))?);
    }
    match values.first() {
        None => return Err(CodeFault::Damaged),
        Some(&version) if version > usize::from(VERSION) => return Err(CodeFault::Newer),
        Some(&version) if version < usize::from(VERSION) => return Err(CodeFault::NoCode),
        Some(_) => values.remove(0),
    };
    let bytes = bytes(&values).ok_or(CodeFault::Damaged)?;
    let (payload, sum) = bytes.split_last_chunk::<3>().ok_or(CodeFault::Damaged)?;
    if *sum != checksum(payload) {
        return Err(CodeFault::Damaged);
    }
    unsqueeze(payload)
}

fn symbol(kind: Kind<'_>, value: &Value) -> Option<Symbol> {
    match (kind, value) {
        (_, Value::Text(text)) if text == "not sure" => Some(Symbol::NotSure),
        (Kind::YesNo, Value::Bool(yes)) => Some(Symbol::YesNo(*yes)),
        (Kind::Levels(_), Value::Text(text)) => kind
            .level(text)
            .filter(|&level| level < 1 << LEVEL_BITS)
            .map(Symbol::Level),
        (Kind::Number(_), Value::Number(number)) => Some(Symbol::Number(*number)),
        (Kind::Number(unit), Value::Text(text)) => {
            let number = text.strip_suffix(unit)?.trim_end();
            number.parse().ok().map(Symbol::Number)
        }
        _ => None,
    }
}

fn squeeze(symbols: &[(Kind<'_>, Option<Symbol>)]) -> Vec<u8> {
    let mut out = Encoder::new();
    let mut habits = Habits::new();
    out.plain(symbols.len() as u64, COUNT_BITS);
    for (kind, symbol) in symbols {
        out.bit(symbol.is_some(), habits.answered());
        habits.saw(symbol.is_some());
        let Some(symbol) = *symbol else { continue };
        if matches!(kind, Kind::YesNo) {
            let no = symbol == Symbol::YesNo(false);
            out.bit(no, habits.no());
            habits.was_no = no;
            if !no {
                out.bit(symbol == Symbol::NotSure, &mut habits.not_sure);
            }
            continue;
        }
        out.bit(symbol == Symbol::NotSure, &mut habits.unknown);
        match symbol {
            Symbol::Level(level) => out.plain(level as u64, LEVEL_BITS),
            Symbol::Number(number) => write_number(&mut out, number),
            _ => {}
        }
    }
    out.finish()
}

fn unsqueeze(payload: &[u8]) -> Result<Document, CodeFault> {
    let mut from = Decoder::new(payload);
    let mut habits = Habits::new();
    let count = usize::try_from(from.plain(COUNT_BITS)).unwrap_or(usize::MAX);
    if count > catalogue::entries().count() {
        return Err(CodeFault::Newer);
    }
    let mut document = Document::default();
    for (id, kind) in catalogue::entries().take(count) {
        let answered = from.bit(habits.answered());
        habits.saw(answered);
        if !answered {
            continue;
        }
        let not_sure = || Value::Text("not sure".to_owned());
        let value = if kind == Kind::YesNo {
            habits.was_no = from.bit(habits.no());
            if habits.was_no {
                Value::Bool(false)
            } else if from.bit(&mut habits.not_sure) {
                not_sure()
            } else {
                Value::Bool(true)
            }
        } else if from.bit(&mut habits.unknown) {
            not_sure()
        } else if let Kind::Number(unit) = kind {
            Value::Text(format!("{} {unit}", read_number(&mut from)))
        } else {
            let level = from.plain(LEVEL_BITS) as usize;
            // A level that was added since.
            let name = kind.level_name(level).ok_or(CodeFault::Newer)?;
            Value::Text(name.to_owned())
        };
        document.entries.push((id.to_owned(), value));
    }
    Ok(document)
}

/// A number as whole part and decimals, where that is exact.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss
)] // checked by reading back
fn write_number(out: &mut Encoder, number: f64) {
    for decimals in 0..=MOST_DECIMALS {
        let power = f64::from(10_u32.pow(decimals));
        let whole = (number * power).round();
        if (0.0..=f64::from(u32::MAX)).contains(&whole)
            && (whole / power).to_bits() == number.to_bits()
        {
            let whole = whole as u64;
            let bits = u64::BITS - whole.leading_zeros();
            out.plain(u64::from(decimals), 3);
            out.plain(u64::from(bits), 6);
            return out.plain(whole, bits);
        }
    }
    out.plain(BIT_BY_BIT, 3);
    out.plain(number.to_bits(), 64);
}

#[allow(clippy::cast_precision_loss)] // at most 32 bits where it counts
fn read_number(from: &mut Decoder<'_>) -> f64 {
    match from.plain(3) {
        decimals @ 0..BIT_BY_BIT => {
            let bits = from.plain(6) as u32;
            let power = 10_f64.powi(decimals as i32);
            from.plain(bits) as f64 / power
        }
        _ => f64::from_bits(from.plain(64)),
    }
}

/// CRC-24 as OpenPGP has it: every slip in up to three bytes side by side is
/// found, of other ones all but one in 16 million.
fn checksum(bytes: &[u8]) -> [u8; 3] {
    let sum = bytes.iter().fold(0x00b7_04ce_u32, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte) << 16, |sum, _| {
            let next = sum << 1;
            if next & 0x0100_0000 == 0 {
                next
            } else {
                next ^ 0x0186_4cfb
            }
        })
    });
    let [_, first, second, third] = sum.to_be_bytes();
    [first, second, third]
}

/// Five bits a letter; missing bits of the last one are 0.
fn letters(bytes: &[u8]) -> String {
    let bits = bytes.len() * 8;
    let bit = |at: usize| {
        let byte = bytes.get(at / 8).copied().unwrap_or(0);
        usize::from(byte >> (7 - at % 8) & 1)
    };
    (0..bits.div_ceil(5))
        .map(|letter| (0..5).fold(0, |value, at| value << 1 | bit(letter * 5 + at)))
        .filter_map(|value| LETTERS.get(value).copied().map(char::from))
        .collect()
}

/// The bytes of letters; nothing where no bytes are written so.
fn bytes(values: &[usize]) -> Option<Vec<u8>> {
    let bit = |at: usize| {
        values
            .get(at / 5)
            .map_or(0, |value| value >> (4 - at % 5) & 1)
    };
    let length = values.len() * 5 / 8;
    let padding = (length * 8..values.len() * 5).map(bit);
    let exact = values.len() == (length * 8).div_ceil(5);
    (exact && padding.sum::<usize>() == 0).then(|| {
        (0..length)
            .map(|byte| (0..8).fold(0, |value, at| value << 1 | bit(byte * 8 + at) as u8))
            .collect()
    })
}
