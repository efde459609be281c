//! One builder per kind of entry.

mod care;
mod cause;
mod finding;

use super::{Article, Block, Section};
use crate::knowledge::{Entry, Knowledge, Urgency};

/// What the class of urgency says to do.
pub fn urgency_words(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::SelfCare => "Look after it yourself; see someone if it does not go",
        Urgency::Weeks => "See a doctor within weeks",
        Urgency::Days => "See a doctor within days",
        Urgency::SameDay => "Be seen today",
        Urgency::Now => "Emergency: go now",
    }
}

/// The title of the page of an entry, without making the page.
pub fn title(knowledge: &Knowledge<'_>, entry: Entry) -> String {
    match entry {
        Entry::Rule(at) => finding::rule_title(knowledge, at),
        Entry::Statement(_) => format!("The article, statement {}", knowledge.id(entry)),
        Entry::Source(_) => format!("Source {}", knowledge.id(entry)),
        _ => sentence_case(knowledge.name(entry)),
    }
}

/// The page of an entry.
pub fn article(knowledge: &Knowledge<'_>, entry: Entry) -> Article {
    with_sections(knowledge, entry, |_| true)
}

/// The page of an entry with only those sections whose headings are wanted.
pub fn with_sections(
    knowledge: &Knowledge<'_>,
    entry: Entry,
    wanted: impl Fn(&str) -> bool,
) -> Article {
    let (subtitle, sections) = match entry {
        Entry::Cause(at) => cause::cause(knowledge, at, &wanted),
        Entry::Finding(at) => finding::finding(knowledge, at),
        Entry::Rule(at) => finding::rule(knowledge, at),
        Entry::Test(at) => care::test(knowledge, at),
        Entry::Treatment(at) => care::treatment(knowledge, at),
        Entry::SelfCare(at) => care::self_care(knowledge, at),
        Entry::SelfExam(at) => care::self_exam(knowledge, at),
        Entry::Score(at) => finding::score(knowledge, at),
        Entry::Source(at) => finding::source(knowledge, at),
        Entry::Term(at) => finding::term(knowledge, at),
        Entry::Statement(at) => finding::statement(knowledge, at),
    }
    .unwrap_or_default();
    Article {
        id: knowledge.id(entry).to_owned(),
        kind: entry.kind().word(),
        title: title(knowledge, entry),
        subtitle,
        sections: sections
            .into_iter()
            .filter(|section| !section.blocks.is_empty() && wanted(&section.heading))
            .collect(),
    }
}

type Page = Option<(String, Vec<Section>)>;

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section {
        heading: heading.to_owned(),
        blocks,
    }
}

/// A section of one text; none when the text is empty.
fn prose(heading: &str, text: &str) -> Section {
    let blocks = if text.is_empty() {
        Vec::new()
    } else {
        vec![Block::Paragraph(text.to_owned())]
    };
    section(heading, blocks)
}

fn links<'a>(knowledge: &Knowledge<'a>, heading: &str, ids: &[&'a str]) -> Section {
    section(heading, linked(knowledge, ids))
}

/// Links to entries; nothing where there are none.
fn linked<'a>(knowledge: &Knowledge<'a>, ids: &[&'a str]) -> Vec<Block> {
    let rows: Vec<(String, String)> = ids
        .iter()
        .filter_map(|id| {
            let entry = knowledge.entry(id)?;
            Some(((*id).to_owned(), knowledge.name(entry).to_owned()))
        })
        .collect();
    if rows.is_empty() {
        Vec::new()
    } else {
        vec![Block::Links(rows)]
    }
}

/// The reasons why something may be ruled out, each once.
fn reasons(
    knowledge: &Knowledge<'_>,
    ruled_out: &[(crate::knowledge::expression::Expr<'_>, &str)],
) -> Section {
    let mut texts: Vec<String> = Vec::new();
    for (_, key) in ruled_out {
        let reason = knowledge.reason(key);
        if !texts.iter().any(|text| text == reason) {
            texts.push(reason.to_owned());
        }
    }
    if texts.is_empty() {
        section("Your answers can rule it out, because", Vec::new())
    } else {
        section(
            "Your answers can rule it out, because",
            vec![Block::List(texts)],
        )
    }
}
