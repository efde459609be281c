//! The knowledge base as the program carries it: made by the build script from
//! the checked files, read at every start without parsing.
//!
//! First all texts, each once; then the fields of every entry in the order of
//! their types, where a text is its number. Texts and figures, of which there are
//! tens of thousands, have a fixed length, so that reading them takes no loop. A
//! type and its packed form cannot drift apart: a field left out below does not
//! compile.

use std::collections::HashMap;
use std::ops::Range;

use super::expression::{Comparison, Condition, Expr};
use super::schema::{
    Access, AnswerKind, AskedOf, Basis, Cause, CodeTrust, Effort, Enter, Finding, Helper, Limit,
    NumberKind, Range as Reference, Relations, Rule, Score, ScoreItem, ScreenGroup, Screening,
    Seen, SelfCare, SelfExam, Sets, Settings, Severe, Side, SourceEntry, Standing, Stopping,
    Territory, Test, Treatment, Verdict,
};
use super::words::{
    AskWords, CauseWords, CommonWords, FindingWords, RuleWords, ScoreWords, SeedWords,
    SelfCareWords, SelfExamWords, Term, TestWords, TreatmentWords,
};
use super::{Category, Entry, Grade, Knowledge, Urgency, Words};

/// Packs a knowledge base; none where it has more texts than two bytes can number.
pub fn pack(knowledge: &Knowledge<'_>) -> Option<Vec<u8>> {
    let mut packer = Packer::default();
    knowledge.pack(&mut packer);
    u16::try_from(packer.texts.len()).ok()?;
    let mut packed = Packer::default();
    packed.number(packer.texts.len());
    for text in &packer.texts {
        packed.number(text.len());
    }
    for text in &packer.texts {
        packed.bytes.extend(text.as_bytes());
    }
    packed.bytes.extend(packer.bytes);
    Some(packed.bytes)
}

/// The knowledge base of some packed bytes; none where they were not packed by
/// the same version.
pub(super) fn unpack(packed: &[u8]) -> Option<Knowledge<'_>> {
    let mut unpacker = Unpacker {
        texts: Vec::new(),
        rest: packed,
    };
    let count = unpacker.number()?;
    let mut lengths = Vec::with_capacity(count.min(packed.len()));
    for _ in 0..count {
        lengths.push(unpacker.number()?);
    }
    let (texts, rest) = unpacker.rest.split_at_checked(lengths.iter().sum())?;
    let mut texts = str::from_utf8(texts).ok()?;
    unpacker.rest = rest;
    unpacker.texts.reserve_exact(count);
    for length in lengths {
        let (text, others) = texts.split_at_checked(length)?;
        unpacker.texts.push(text);
        texts = others;
    }
    Knowledge::unpack(&mut unpacker).filter(|_| unpacker.rest.is_empty())
}

/// Where packed values go.
#[derive(Default)]
struct Packer<'a> {
    texts: Vec<&'a str>,
    numbers: HashMap<&'a str, usize>,
    bytes: Vec<u8>,
}

impl<'a> Packer<'a> {
    fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.byte(0x80 | (number & 0x7f) as u8);
            number >>= 7;
        }
        self.byte(number as u8);
    }

    fn text(&mut self, text: &'a str) {
        let next = self.texts.len();
        let number = *self.numbers.entry(text).or_insert(next);
        if number == next {
            self.texts.push(text);
        }
        self.short(number);
    }

    /// Two bytes; [`pack`] sees to it that they hold every number.
    fn short(&mut self, number: usize) {
        let number = u16::try_from(number).unwrap_or(u16::MAX);
        self.bytes.extend(number.to_le_bytes());
    }
}

/// Where packed values come from.
struct Unpacker<'a> {
    texts: Vec<&'a str>,
    rest: &'a [u8],
}

impl<'a> Unpacker<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(byte)
    }

    /// Most numbers are one byte.
    #[inline]
    fn number(&mut self) -> Option<usize> {
        match self.rest.split_first() {
            Some((&byte, rest)) if byte < 0x80 => {
                self.rest = rest;
                Some(usize::from(byte))
            }
            _ => self.long_number(),
        }
    }

    #[inline]
    fn short(&mut self) -> Option<usize> {
        let (&bytes, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(usize::from(u16::from_le_bytes(bytes)))
    }

    fn long_number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }
}

/// Something that can be packed and comes back the same.
trait Packed<'a>: Sized {
    fn pack(&self, to: &mut Packer<'a>);
    fn unpack(from: &mut Unpacker<'a>) -> Option<Self>;
}

impl<'a> Packed<'a> for &'a str {
    fn pack(&self, to: &mut Packer<'a>) {
        to.text(self);
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        let number = from.short()?;
        from.texts.get(number).copied()
    }
}

impl<'a> Packed<'a> for String {
    fn pack(&self, to: &mut Packer<'a>) {
        to.number(self.len());
        to.bytes.extend(self.as_bytes());
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        let length = from.number()?;
        let (text, rest) = from.rest.split_at_checked(length)?;
        from.rest = rest;
        str::from_utf8(text).ok().map(Self::from)
    }
}

impl<'a> Packed<'a> for usize {
    fn pack(&self, to: &mut Packer<'a>) {
        to.number(*self);
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        from.number()
    }
}

/// Figures have few decimals: most are a whole number of this part.
const PART: f64 = 10_000.0;
/// Most such parts that are written as a number, one less than two bytes hold.
const MOST_PARTS: f64 = 65_535.0;

impl<'a> Packed<'a> for f64 {
    fn pack(&self, to: &mut Packer<'a>) {
        let parts = (self * PART).round();
        if (0.0..MOST_PARTS).contains(&parts) && (parts / PART).to_bits() == self.to_bits() {
            to.short(parts as usize + 1);
        } else {
            to.short(0);
            to.bytes.extend(self.to_le_bytes());
        }
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        if let Some(parts) = from.short()?.checked_sub(1) {
            return Some(parts as f64 / PART);
        }
        let (bytes, rest) = from.rest.split_first_chunk()?;
        from.rest = rest;
        Some(Self::from_le_bytes(*bytes))
    }
}

impl<'a, T: Packed<'a>> Packed<'a> for Vec<T> {
    fn pack(&self, to: &mut Packer<'a>) {
        to.number(self.len());
        for item in self {
            item.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        let count = from.number()?;
        // Every item takes a byte at least, so a broken count asks for no more.
        let mut items = Self::with_capacity(count.min(from.rest.len()));
        for _ in 0..count {
            items.push(T::unpack(from)?);
        }
        Some(items)
    }
}

impl<'a, T: Packed<'a>> Packed<'a> for Option<T> {
    fn pack(&self, to: &mut Packer<'a>) {
        self.is_some().pack(to);
        if let Some(value) = self {
            value.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        Some(if bool::unpack(from)? {
            Some(T::unpack(from)?)
        } else {
            None
        })
    }
}

impl<'a, T: Packed<'a>> Packed<'a> for Box<T> {
    fn pack(&self, to: &mut Packer<'a>) {
        (**self).pack(to);
    }

    fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
        T::unpack(from).map(Self::new)
    }
}

/// Values that are packed as another one.
macro_rules! packed_as {
    ($($type:ty as $other:ty: $to:expr, $back:expr;)*) => {$(
        impl<'a> Packed<'a> for $type {
            fn pack(&self, to: &mut Packer<'a>) {
                let to_other: fn(&$type) -> $other = $to;
                to_other(self).pack(to);
            }

            fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
                let back: fn($other) -> Option<$type> = $back;
                back(<$other>::unpack(from)?)
            }
        }
    )*};
}

packed_as! {
    bool as usize: |&value| usize::from(value), |number| Some(number == 1);
    u8 as usize: |&value| usize::from(value), |number| number.try_into().ok();
    u16 as usize: |&value| usize::from(value), |number| number.try_into().ok();
    i8 as usize: |&value| usize::from(value as u8), |number| u8::try_from(number).ok().map(|it| it as i8);
    i32 as usize: |&value| value as u32 as usize, |number| u32::try_from(number).ok().map(|it| it as i32);
    Range<usize> as (usize, usize): |range| (range.start, range.end), |(from, to)| Some(from..to);
}

macro_rules! packed_tuples {
    ($(($($part:ident: $type:ident),+);)*) => {$(
        impl<'a, $($type: Packed<'a>),+> Packed<'a> for ($($type,)+) {
            fn pack(&self, to: &mut Packer<'a>) {
                let ($($part,)+) = self;
                $($part.pack(to);)+
            }

            fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
                Some(($($type::unpack(from)?,)+))
            }
        }
    )*};
}

packed_tuples! {
    (a: A, b: B);
    (a: A, b: B, c: C);
    (a: A, b: B, c: C, d: D);
}

macro_rules! packed_structs {
    ($($type:ty { $($field:ident),+ })*) => {$(
        impl<'a> Packed<'a> for $type {
            fn pack(&self, to: &mut Packer<'a>) {
                let Self { $($field),+ } = self;
                $($field.pack(to);)+
            }

            fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
                Some(Self { $($field: Packed::unpack(from)?),+ })
            }
        }
    )*};
}

macro_rules! packed_enums {
    ($($type:ty { $($number:literal $variant:ident $(($($part:ident),+))?),+ })*) => {$(
        impl<'a> Packed<'a> for $type {
            fn pack(&self, to: &mut Packer<'a>) {
                match self {
                    $(Self::$variant $(($($part),+))? => {
                        to.byte($number);
                        $($($part.pack(to);)+)?
                    })+
                }
            }

            fn unpack(from: &mut Unpacker<'a>) -> Option<Self> {
                Some(match from.byte()? {
                    $($number => Self::$variant $(($({
                        let $part = Packed::unpack(from)?;
                        $part
                    }),+))?,)+
                    _ => return None,
                })
            }
        }
    )*};
}

packed_structs! {
    Knowledge<'a> {
        settings, categories, findings, causes, cause_groups, rules, rule_conditions, tests,
        treatments, self_care, self_exams, scores, sources, relations, screening, statements,
        words, positions
    }
    Category<'a> { id, title, intro, asked_of, checklist, findings }
    Settings {
        version, urgency_weight, topic_bonus, effort, stopping, likely_emergency,
        likely_same_day, pair_odds, likely_severe
    }
    Effort { question, look, self_check }
    Stopping { least_score, sure, least_score_when_sure, most_questions }
    Finding<'a> { id, answer, grade, zones, parts, aliases, look }
    NumberKind<'a> { unit, also, range, unit_needed, bands }
    Cause<'a> {
        id, icd10, icd11, snomed, territory, urgency, prior, both, onset, age, male, findings,
        levels, severe, tests, treatments, self_care, sources
    }
    Severe<'a> { id, share, urgency, when, findings, levels }
    Rule<'a> { id, urgency, when, unless, sources, basis }
    Test<'a> { id, code, access, loinc, sets, ranges, sources }
    Reference<'a> { analyte, finding, unit, also, usual, limits, grade }
    Treatment<'a> { id, standing, atc, do_not_if, sources }
    SelfCare<'a> { id, code, standing, do_not_if, sources }
    SelfExam<'a> {
        id, code, sets, seconds, each_side, helper, do_not_if, enter, minutes, countdowns, feet,
        daily, sources
    }
    Score<'a> { id, items, sources }
    ScoreItem<'a> { id, points, when }
    SourceEntry<'a> { id, citation, seen }
    Relations<'a> { short_values, implies, same_thing, wholes }
    Screening<'a> { groups, context, triggers, both_leg_triggers, bars_self_care, passes }
    ScreenGroup<'a> { id, asks }
    Words<'a> {
        common, findings, causes, rules, tests, treatments, self_care, self_exams, scores,
        sources, terms, statements
    }
    CommonWords<'a> { language, groups, screens, reasons, limits, anatomy }
    FindingWords<'a> { id, label, question, help, levels, words }
    CauseWords<'a> {
        id, plain, standard, summary, where_felt, course, risks, see, sooner, article
    }
    RuleWords<'a> { id, because, act }
    TestWords<'a> {
        id, name, also, shows, prepare, happens, reading, limits, article, analytes
    }
    TreatmentWords<'a> { id, name, what, guideline, careful, time, article }
    SelfCareWords<'a> { id, name, how, limits, article, guideline }
    SelfExamWords<'a> { id, name, about, needs, steps, helper, reading, asks, not_if }
    AskWords<'a> { finding, question, fine, fails }
    ScoreWords<'a> { id, name, about, items, reading, licence }
    Term<'a> { id, name, words, means }
    SeedWords<'a> { id, says, verdict }
}

packed_enums! {
    Grade<'a> { 0 Published(a), 1 Guideline(a), 2 Textbook, 3 Estimate, 4 EstimateFrom(a) }
    Urgency { 0 SelfCare, 1 Weeks, 2 Days, 3 SameDay, 4 Now }
    AskedOf { 0 Everyone, 1 SelfCheck, 2 TestResult, 3 Examiner }
    AnswerKind<'a> { 0 YesNo(a), 1 OneOf(a), 2 Number(a) }
    Sets<'a> { 0 Yes(a), 1 Level(a, b), 2 Number(a, b) }
    CodeTrust { 0 Confirmed, 1 Memory }
    Territory<'a> {
        0 Nerve(a), 1 Root(a), 2 Stocking, 3 CaudaEquina, 4 Cord, 5 Brain, 6 Patchy, 7 Artery,
        8 Vein, 9 Lymph, 10 Muscle, 11 Bone, 12 Skin, 13 Anywhere
    }
    Basis { 0 Guideline, 1 Textbook, 2 Consensus }
    Access { 0 Practice, 1 Hospital, 2 Specialist }
    Limit<'a> { 0 From(a, b), 1 Under(a, b), 2 UpTo(a, b), 3 Above(a, b) }
    Standing { 0 Recommended, 1 Sometimes, 2 Discouraged, 3 Emergency }
    Helper { 0 NotNeeded, 1 Better, 2 Needed }
    Side { 0 Right, 1 Left }
    Enter<'a> {
        0 Once(a), 1 Either(a), 2 Which(a), 3 Legs(a, b, c, d), 4 Worst(a, b), 5 Larger(a),
        6 Difference(a, b), 7 NotFelt(a, b)
    }
    Seen { 0 Page, 1 Partly, 2 Memory }
    Verdict { 0 Agree, 1 Partly, 2 Incomplete, 3 Conflict }
    Comparison { 0 AtLeast, 1 Above, 2 AtMost, 3 Below }
    Expr<'a> {
        0 Yes(a), 1 AnyYes(a), 2 AllYes(a), 3 Is(a, b), 4 In(a, b), 5 AtLeast(a, b),
        6 Above(a, b), 7 AtMost(a, b), 8 Below(a, b), 9 Score(a, b), 10 Count(a, b), 11 Any(a),
        12 All(a), 13 Not(a)
    }
    Condition {
        0 Yes(a), 1 In(a, b), 2 Number(a, b, c), 3 Count(a, b), 4 Points(a, b), 5 Not(a)
    }
    Entry {
        0 Cause(a), 1 Finding(a), 2 Rule(a), 3 Test(a), 4 Treatment(a), 5 SelfCare(a),
        6 SelfExam(a), 7 Score(a), 8 Source(a), 9 Term(a), 10 Statement(a)
    }
}
