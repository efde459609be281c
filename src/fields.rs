//! A RON file of named fields, read field by field: so all its faults are found
//! at once, and each knows its place.

use std::fmt;

use ron::{error::Error, value::RawValue};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor},
};

use crate::knowledge::{
    Fault, File, Files, Reporter, did_you_mean,
    parse::{explain, offset, ron_options},
};

/// A name with what stands after it, both borrowed from the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'a> {
    pub(crate) name: &'a str,
    pub(crate) value: &'a str,
}

/// One file while it is read.
#[derive(Debug)]
pub(crate) struct Sheet<'a> {
    file: &'a File,
    reporter: Reporter<'a>,
    /// Where to see how it is written, said where nothing better can be.
    example: &'static str,
}

impl<'a> Sheet<'a> {
    /// Starts to read the one file of `files`.
    pub(crate) fn new(files: &'a Files, example: &'static str) -> Option<Self> {
        Some(Self {
            file: files.iter().next()?,
            reporter: Reporter::new(files),
            example,
        })
    }

    /// The fields of the whole file; none where it says nothing but comments.
    pub(crate) fn fields(&mut self) -> Vec<Field<'a>> {
        let text = &*self.file.text;
        let says_something = |line: &str| {
            let line = line.trim();
            !line.is_empty() && !line.starts_with("//")
        };
        if !text.lines().any(says_something) {
            return Vec::new();
        }
        match ron_options().from_str::<Fields<'a>>(text) {
            Ok(fields) => self.without_doubles(fields.0),
            Err(fault) => {
                let start = offset(text, fault.span.start.line, fault.span.start.col);
                let end = offset(text, fault.span.end.line, fault.span.end.col);
                let fragment = text.get(start..end.max(start)).unwrap_or(text);
                let (message, mend) = self.explain(&fault.code);
                self.at(fragment, message, mend);
                Vec::new()
            }
        }
    }

    /// The fields inside a value.
    pub(crate) fn fields_of(&mut self, field: Field<'a>, example: &str) -> Vec<Field<'a>> {
        match ron_options().from_str::<Fields<'a>>(field.value) {
            Ok(fields) => self.without_doubles(fields.0),
            Err(_) => {
                self.wrong(field, "named values in brackets", example);
                Vec::new()
            }
        }
    }

    /// The items of a list.
    pub(crate) fn items(&mut self, field: Field<'a>, example: &str) -> Vec<&'a str> {
        match ron_options().from_str::<Vec<&'a RawValue>>(field.value) {
            Ok(items) => items.into_iter().map(trimmed).collect(),
            Err(_) => {
                self.wrong(field, "a list in square brackets", example);
                Vec::new()
            }
        }
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self, field: Field<'a>) -> Option<bool> {
        let read = ron_options().from_str(field.value).ok();
        if read.is_none() {
            self.wrong(field, "true or false", "true");
        }
        read
    }

    /// A text in quotation marks.
    pub(crate) fn text(&mut self, field: Field<'a>, example: &str) -> Option<String> {
        let read = text_of(field.value);
        if read.is_none() {
            let inner = field.value.trim_matches('"');
            let bare = !inner.is_empty() && inner.chars().all(|c| c.is_alphanumeric());
            let example = if bare {
                format!("\"{inner}\"")
            } else {
                example.to_owned()
            };
            self.wrong(field, "a text in quotation marks", &example);
        }
        read
    }

    /// A name nobody knows.
    pub(crate) fn unknown<'n>(
        &mut self,
        name: &'a str,
        what: &str,
        known: impl IntoIterator<Item = &'n str> + Clone,
    ) {
        let hint = did_you_mean(name, known.clone());
        let mend = if hint.starts_with("did") {
            let all: Vec<&str> = known.into_iter().collect();
            format!("{hint} There are: {}", all.join(", "))
        } else {
            hint
        };
        self.at(name, format!("there is no {what} `{name}`"), mend);
    }

    /// A fault at a fragment of the file.
    pub(crate) fn at(
        &mut self,
        fragment: &str,
        message: impl Into<String>,
        mend: impl Into<String>,
    ) {
        self.reporter.at(fragment, message, mend);
    }

    /// A fault of the file as a whole.
    pub(crate) fn whole(&mut self, message: impl Into<String>, mend: impl Into<String>) {
        self.reporter.of_file(&self.file.path, message, mend);
    }

    /// How many faults were found so far.
    pub(crate) fn faults(&self) -> usize {
        self.reporter.faults.len()
    }

    /// All faults found.
    pub(crate) fn finish(self) -> Vec<Fault> {
        self.reporter.faults
    }

    fn wrong(&mut self, field: Field<'a>, expected: &str, example: &str) {
        self.at(
            field.value,
            format!("`{}` is {expected}", field.name),
            format!("write it so: {}: {example}", field.name),
        );
    }

    fn without_doubles(&mut self, fields: Vec<Field<'a>>) -> Vec<Field<'a>> {
        let mut once: Vec<Field<'a>> = Vec::with_capacity(fields.len());
        for field in fields {
            if once.iter().any(|other| other.name == field.name) {
                self.at(
                    field.name,
                    format!("`{}` stands here twice", field.name),
                    "keep one of the two",
                );
            } else {
                once.push(field);
            }
        }
        once
    }

    /// As the knowledge base explains it, but without figures and their grades.
    fn explain(&self, error: &Error) -> (String, String) {
        let (message, mend) = explain(error);
        match error {
            Error::ExpectedStringEnd
            | Error::Eof
            | Error::TrailingCharacters
            | Error::ExpectedStructLikeEnd
            | Error::ExpectedArrayEnd => (message, mend),
            Error::ExpectedComma => (message, "add the comma or the bracket".to_owned()),
            _ => (message, self.example.to_owned()),
        }
    }
}

/// What a text in quotation marks says.
pub(crate) fn text_of(value: &str) -> Option<String> {
    ron_options().from_str(value).ok()
}

fn trimmed(value: &RawValue) -> &str {
    value.trim().get_ron()
}

struct Fields<'a>(Vec<Field<'a>>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("named values in brackets")
    }

    fn visit_unit<E>(self) -> Result<Fields<'de>, E> {
        Ok(Fields(Vec::new()))
    }

    // Brackets with nothing but comments between them.
    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Fields<'de>, S::Error> {
        match list.next_element::<IgnoredAny>()? {
            None => Ok(Fields(Vec::new())),
            Some(_) => Err(S::Error::invalid_type(Unexpected::Seq, &self)),
        }
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Fields<'de>, M::Error> {
        let mut fields = Vec::new();
        while let Some(name) = map.next_key_seed(Name)? {
            let value = trimmed(map.next_value::<&'de RawValue>()?);
            fields.push(Field { name, value });
        }
        Ok(Fields(fields))
    }
}

/// A name as it stands in the file, in quotation marks or without.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = &'de str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'de str, D::Error> {
        <&'de str>::deserialize(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<(String, String)>, Vec<Fault>) {
        let files = Files::from_texts([("a.ron".to_owned(), text.to_owned())]);
        let mut sheet = Sheet::new(&files, "see the example").unwrap();
        let fields = sheet.fields();
        let fields = fields
            .iter()
            .map(|field| (field.name.to_owned(), field.value.to_owned()))
            .collect();
        (fields, sheet.finish())
    }

    #[test]
    fn fields_come_with_names_and_raw_values() {
        let (fields, faults) = read("(a: \"x\", // why\n b: /* c */ [1, Two] ,\n)");
        assert_eq!(faults, []);
        assert_eq!(
            fields,
            [
                ("a".to_owned(), "\"x\"".to_owned()),
                ("b".to_owned(), "[1, Two]".to_owned())
            ]
        );
    }

    #[test]
    fn nothing_and_comments_are_no_fields() {
        for text in ["", " \n", "// one\n  // two\n", "()", "(\n// one\n)"] {
            let (fields, faults) = read(text);
            assert_eq!((fields.len(), faults.len()), (0, 0), "{text:?}");
        }
    }

    #[test]
    fn a_double_is_found_where_it_stands() {
        let (fields, faults) = read("(\n  a: 1,\n  a: 2,\n)");
        assert_eq!(fields.len(), 1);
        assert_eq!((faults[0].line, faults[0].column), (3, 3));
    }

    #[test]
    fn broken_brackets_are_found_where_they_break() {
        for (text, line) in [
            ("(\n a: 1\n b: 2,\n)", 3),
            ("(\n a: \"x,\n)", 2),
            ("(\n a: [1,\n)", 3),
            ("(a: 1", 1),
            ("[1]", 1),
            ("3", 1),
            ("(1, 2)", 1),
            ("(a: 1) b", 1),
        ] {
            let (_, faults) = read(text);
            assert_eq!(faults.len(), 1, "{text:?}");
            assert_eq!(faults[0].line, line, "{text:?} {faults:?}");
        }
    }
}
