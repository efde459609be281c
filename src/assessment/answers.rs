//! A person's answers: typed, checked, readable from RON and JSON.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::knowledge::expression::Fact;
use crate::knowledge::parse::ron_options;
use crate::knowledge::schema::{AnswerKind, NumberKind};
use crate::knowledge::units::{UnitFault, band_of, convert, read_quantity, units};
use crate::knowledge::{Knowledge, did_you_mean};

/// An answer to one finding.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer {
    /// Asked, and the person does not know.
    NotSure,
    /// Yes or no.
    YesNo(bool),
    /// One of several levels, by position.
    Level(usize),
    /// A number in the finding's own unit.
    Number(f64),
}

impl Answer {
    /// What rules see of it.
    pub fn fact(self) -> Fact {
        match self {
            Self::NotSure => Fact::Unknown,
            Self::YesNo(value) => Fact::YesNo(value),
            Self::Level(level) => Fact::Level(level),
            Self::Number(value) => Fact::Number(value),
        }
    }

    /// The level of the model it is weighed as.
    pub fn level(self, kind: &AnswerKind<'_>) -> Option<usize> {
        match (self, kind) {
            (Self::YesNo(value), AnswerKind::YesNo(_)) => Some(usize::from(value)),
            (Self::Level(level), AnswerKind::OneOf(_)) => Some(level),
            (Self::Number(value), AnswerKind::Number(kind)) => Some(band_of(kind, value)),
            _ => None,
        }
    }
}

/// Answers by position of the finding; two sets with the same answers are equal
/// whatever the order they were given in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    given: BTreeMap<usize, Answer>,
    /// Entries that this knowledge base does not know, so that saving does not
    /// lose them.
    aside: BTreeMap<String, Value>,
}

/// Names the version of the knowledge base among saved answers.
const VERSION_MARK: &str = "knowledge-version";
/// An unknown id with so few slips of a known one is taken for a slip.
const FEW_SLIPS: usize = 2;
/// ... if it is at least this long; of shorter ones half would be another word.
const LONG_ENOUGH: usize = 6;

impl Answers {
    /// No answers.
    pub fn new() -> Self {
        Self::default()
    }

    /// The answer to a finding, if it was asked.
    pub fn get(&self, finding: usize) -> Option<Answer> {
        self.given.get(&finding).copied()
    }

    /// Sets an answer.
    pub fn set(&mut self, finding: usize, answer: Answer) {
        self.given.insert(finding, answer);
    }

    /// Takes an answer back.
    pub fn clear(&mut self, finding: usize) {
        self.given.remove(&finding);
    }

    /// All answers in the order of findings.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Answer)> + '_ {
        self.given
            .iter()
            .map(|(&finding, &answer)| (finding, answer))
    }

    /// How many findings were asked.
    pub fn len(&self) -> usize {
        self.given.len()
    }

    /// Whether nothing was asked.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// Entries that this knowledge base does not know: kept, but not used.
    pub fn aside(&self) -> impl Iterator<Item = &str> {
        self.aside.keys().map(String::as_str)
    }

    /// Each entry that was put aside, with its place in the text it came from.
    pub fn put_aside(&self, knowledge: &Knowledge<'_>, text: &str) -> Vec<AnswerFault> {
        self.aside()
            .map(|id| {
                let message =
                    format!("there is no finding `{id}` here; it is kept, but not counted");
                let mend = did_you_mean(id, knowledge.findings.iter().map(|finding| finding.id));
                AnswerFault::at(text, id, message, mend)
            })
            .collect()
    }

    /// Reads answers from RON or JSON text: ids with values. Ids that only
    /// another version of the knowledge base knows are put aside.
    ///
    /// # Errors
    /// Every slip in an id, impossible value and wrong unit, with its place and
    /// what could stand there.
    pub fn read(knowledge: &Knowledge<'_>, text: &str) -> Result<Self, Vec<AnswerFault>> {
        let document: Document = if text.trim_start().starts_with('{') {
            serde_json::from_str(text).or_else(|json| {
                ron_options().from_str(text).map_err(|_| {
                    let why = json.to_string();
                    let why = why.split(" at line ").next().unwrap_or_default();
                    AnswerFault::unreadable(json.line(), json.column(), why)
                })
            })
        } else {
            ron_options().from_str(text).map_err(|error| {
                let (line, column) = (error.span.start.line, error.span.start.col);
                AnswerFault::unreadable(line, column, &error.code.to_string())
            })
        }
        .map_err(|fault| vec![fault])?;
        Self::from_document(knowledge, &document, text)
    }

    /// Turns a document into answers; `text` is searched for the place of faults.
    ///
    /// # Errors
    /// As [`Answers::read`].
    pub fn from_document(
        knowledge: &Knowledge<'_>,
        document: &Document,
        text: &str,
    ) -> Result<Self, Vec<AnswerFault>> {
        let mut answers = Self::new();
        let mut faults = Vec::new();
        let here = Value::Text(knowledge.settings.version.clone());
        let elsewhere = document
            .entries
            .iter()
            .any(|(id, version)| id == VERSION_MARK && *version != here);
        for (id, value) in &document.entries {
            if id == VERSION_MARK {
                continue;
            }
            // A slip put aside could hide an alarm sign, so it is a fault unless
            // the answers say themselves that they come from elsewhere.
            if knowledge.finding(id).is_none() && (elsewhere || !is_slip(knowledge, id)) {
                answers.aside.insert(id.clone(), value.clone());
                continue;
            }
            match read_answer(knowledge, id, value) {
                Ok((finding, answer)) => {
                    if answers.given.insert(finding, answer).is_some() {
                        faults.push(AnswerFault::at(
                            text,
                            id,
                            format!("`{id}` is answered twice"),
                            "keep one of the two".to_owned(),
                        ));
                    }
                }
                Err((message, mend)) => faults.push(AnswerFault::at(text, id, message, mend)),
            }
        }
        if faults.is_empty() {
            Ok(answers)
        } else {
            Err(faults)
        }
    }

    /// The same answers as a document with stable ids.
    pub fn to_document(&self, knowledge: &Knowledge<'_>) -> Document {
        Document {
            entries: self
                .iter()
                .filter_map(|(finding, answer)| {
                    let entry = knowledge.findings.get(finding)?;
                    Some((entry.id.to_owned(), write_answer(&entry.answer, answer)))
                })
                .chain(self.aside.clone())
                .collect(),
        }
    }

    /// The answers as they are saved: as a document that says which version of
    /// the knowledge base they belong to.
    pub fn to_saved(&self, knowledge: &Knowledge<'_>) -> Document {
        let mut document = self.to_document(knowledge);
        let version = Value::Text(knowledge.settings.version.clone());
        document
            .entries
            .insert(0, (VERSION_MARK.to_owned(), version));
        document
    }
}

/// Whether an unknown id is nearly one that is known.
fn is_slip(knowledge: &Knowledge<'_>, id: &str) -> bool {
    id.len() >= LONG_ENOUGH
        && knowledge
            .findings
            .iter()
            .any(|finding| strsim::osa_distance(finding.id, id) <= FEW_SLIPS)
}

/// A value as written by a person or a program.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `true` or `false`.
    Bool(bool),
    /// A bare number.
    Number(f64),
    /// A level, a number with a unit, "yes", "no" or "not sure".
    Text(String),
}

/// Ids with values, in the order they were written; an id may stand twice.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The entries.
    pub entries: Vec<(String, Value)>,
}

/// Why an answer was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFault {
    /// Line from 1.
    pub line: usize,
    /// Column from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What could stand there.
    pub mend: String,
}

impl AnswerFault {
    fn unreadable(line: usize, column: usize, why: &str) -> Self {
        Self {
            line,
            column,
            message: format!("from here on this cannot be read as answers: {why}"),
            mend: "write answers like this, with a comma between them: {\"foot-drop\": true, \"age\": 41}".to_owned(),
        }
    }

    fn at(text: &str, id: &str, message: String, mend: String) -> Self {
        let offset = text.rfind(&format!("\"{id}\"")).unwrap_or(0);
        let before = text.get(..offset).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            message,
            mend,
        }
    }
}

impl fmt::Display for AnswerFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "line {}, column {}: {}\n  {}",
            self.line, self.column, self.message, self.mend
        )
    }
}

/// Reads one answer.
///
/// # Errors
/// What is wrong, and what could stand there.
pub fn read_answer(
    knowledge: &Knowledge<'_>,
    id: &str,
    value: &Value,
) -> Result<(usize, Answer), (String, String)> {
    let finding = knowledge.finding(id).ok_or_else(|| {
        (
            format!("there is no finding `{id}`"),
            did_you_mean(id, knowledge.findings.iter().map(|finding| finding.id)),
        )
    })?;
    if matches!(value, Value::Text(text) if matches!(text.trim(), "not sure" | "unknown" | "")) {
        return Ok((finding, Answer::NotSure));
    }
    let kind = knowledge.findings.get(finding).map(|entry| &entry.answer);
    let answer = match (kind, value) {
        (Some(AnswerKind::YesNo(_)), Value::Bool(value)) => Some(Answer::YesNo(*value)),
        (Some(AnswerKind::YesNo(_)), Value::Text(text)) => match text.trim() {
            "yes" => Some(Answer::YesNo(true)),
            "no" => Some(Answer::YesNo(false)),
            _ => None,
        },
        (Some(AnswerKind::OneOf(levels)), Value::Text(text)) => levels
            .iter()
            .position(|(level, _)| *level == text.trim())
            .map(Answer::Level),
        (Some(AnswerKind::Number(kind)), Value::Number(value)) => {
            Some(quantity(id, kind, convert(kind, *value, None))?)
        }
        (Some(AnswerKind::Number(kind)), Value::Text(text)) => {
            Some(quantity(id, kind, read_quantity(kind, text))?)
        }
        _ => None,
    };
    answer.map(|answer| (finding, answer)).ok_or_else(|| {
        (
            format!("`{id}` cannot be answered with {}", shown(value)),
            format!("write {}", kind.map(allowed).unwrap_or_default()),
        )
    })
}

fn shown(value: &Value) -> String {
    match value {
        Value::Bool(value) => value.to_string(),
        Value::Number(value) => value.to_string(),
        Value::Text(text) => format!("\"{text}\""),
    }
}

/// The values a finding can have, in words.
fn allowed(kind: &AnswerKind<'_>) -> String {
    match kind {
        AnswerKind::YesNo(_) => "true, false or \"not sure\"".to_owned(),
        AnswerKind::OneOf(levels) => {
            let names: Vec<String> = levels
                .iter()
                .map(|(level, _)| format!("\"{level}\""))
                .collect();
            format!("one of {}, or \"not sure\"", names.join(", "))
        }
        AnswerKind::Number(kind) => {
            let (low, high) = kind.range;
            format!(
                "a number from {low} to {high} {}, in one of these units: {}",
                kind.unit,
                units(kind).join(", ")
            )
        }
    }
}

fn quantity(
    id: &str,
    kind: &NumberKind<'_>,
    read: Result<f64, UnitFault>,
) -> Result<Answer, (String, String)> {
    let (low, high) = kind.range;
    let names = units(kind).join(", ");
    read.map(Answer::Number).map_err(|fault| match fault {
        UnitFault::NotANumber => (
            format!("`{id}` needs a number"),
            format!("write {}", allowed(&AnswerKind::Number(kind.clone()))),
        ),
        UnitFault::UnitNeeded => (
            format!("`{id}` needs its unit, because several are in use"),
            format!("add one of these: {names}"),
        ),
        UnitFault::UnknownUnit(unit) => (
            format!("`{id}` is not measured in `{unit}`"),
            format!("write one of these units: {names}"),
        ),
        UnitFault::Impossible { value, possible_as } => (
            format!("`{id}` = {value} {} is not possible", kind.unit),
            if possible_as.is_empty() {
                format!("possible are {low} to {high} {}", kind.unit)
            } else {
                format!(
                    "possible are {low} to {high} {}; did you mean {}?",
                    kind.unit,
                    possible_as.join(" or ")
                )
            },
        ),
    })
}

fn write_answer(kind: &AnswerKind<'_>, answer: Answer) -> Value {
    match (answer, kind) {
        (Answer::YesNo(value), _) => Value::Bool(value),
        (Answer::Level(level), AnswerKind::OneOf(levels)) => levels
            .get(level)
            .map_or(Value::Text("not sure".to_owned()), |(name, _)| {
                Value::Text((*name).to_owned())
            }),
        (Answer::Number(value), AnswerKind::Number(kind)) if kind.unit_needed => {
            Value::Text(format!("{value} {}", kind.unit))
        }
        (Answer::Number(value), _) => Value::Number(value),
        _ => Value::Text("not sure".to_owned()),
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ValueVisitor;
        #[allow(clippy::cast_precision_loss)] // ages, counts and years, far below 2^52
        impl<'de> Visitor<'de> for ValueVisitor {
            type Value = Value;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("true, false, a number or a text")
            }
            fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
                Ok(Value::Bool(value))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
                Ok(Value::Number(value as f64))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
                Ok(Value::Number(value as f64))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
                Ok(Value::Number(value))
            }
            fn visit_str<E>(self, value: &str) -> Result<Value, E> {
                Ok(Value::Text(value.to_owned()))
            }
            // A word without quotes, such as a slip in `true`, also arrives here.
            // Taken for "not sure" it would hide an alarm sign.
            fn visit_unit<E: serde::de::Error>(self) -> Result<Value, E> {
                Err(E::custom(
                    "this is no answer: write true, false, a number, or a text in quotes such as \"not sure\"",
                ))
            }
        }
        deserializer.deserialize_any(ValueVisitor)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DocumentVisitor;
        impl<'de> Visitor<'de> for DocumentVisitor {
            type Value = Document;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("answers: {\"finding\": value, ...}")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Document, M::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Document { entries })
            }
        }
        deserializer.deserialize_map(DocumentVisitor)
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.entries.len()))?;
        for (id, value) in &self.entries {
            map.serialize_entry(id, value)?;
        }
        map.end()
    }
}
