//! `tingle list`: the entries of a kind, one a line.

use std::fmt::Write as _;

use crate::knowledge::{Entry, Kind, Knowledge, find_word};

/// A kind that can be listed, in the plural.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Listed {
    /// Possible causes, by group.
    Causes,
    /// Signs and questions, by group.
    Findings,
    /// Red flags.
    Rules,
    /// Tests to ask about.
    Tests,
    /// Treatments to ask about.
    Treatments,
    /// Things to do at home.
    SelfCare,
    /// Checks to do on oneself.
    SelfExams,
    /// Questionnaires and stagings.
    Scores,
    /// Papers and guidelines.
    Sources,
    /// The glossary.
    Terms,
    /// Statements of the seed article.
    Statements,
}

impl Listed {
    fn kind(self) -> Kind {
        match self {
            Self::Causes => Kind::Cause,
            Self::Findings => Kind::Finding,
            Self::Rules => Kind::Rule,
            Self::Tests => Kind::Test,
            Self::Treatments => Kind::Treatment,
            Self::SelfCare => Kind::SelfCare,
            Self::SelfExams => Kind::SelfExam,
            Self::Scores => Kind::Score,
            Self::Sources => Kind::Source,
            Self::Terms => Kind::Term,
            Self::Statements => Kind::Statement,
        }
    }
}

/// One line per entry: id and name, under the headings of their groups.
pub fn list(knowledge: &Knowledge<'_>, listed: Listed) -> String {
    let mut entries = knowledge.entries(listed.kind());
    if listed == Listed::Rules {
        entries.sort_by_key(|&entry| match entry {
            Entry::Rule(at) => std::cmp::Reverse(knowledge.rules.get(at).map(|rule| rule.urgency)),
            _ => std::cmp::Reverse(None),
        });
    }
    let widest = entries
        .iter()
        .map(|&entry| knowledge.id(entry).len())
        .max()
        .unwrap_or(0);
    let mut out = String::new();
    let mut last_group = String::new();
    for entry in entries {
        let group = group_of(knowledge, entry);
        if group != last_group {
            if !out.is_empty() {
                out.push('\n');
            }
            let _ = writeln!(out, "{group}");
            last_group = group;
        }
        let indent = if last_group.is_empty() { "" } else { "  " };
        let _ = writeln!(
            out,
            "{indent}{:<widest$}  {}",
            knowledge.id(entry),
            knowledge.name(entry)
        );
    }
    out
}

/// The heading an entry is listed under; empty for kinds without groups.
fn group_of(knowledge: &Knowledge<'_>, entry: Entry) -> String {
    match entry {
        Entry::Cause(at) => knowledge
            .cause_groups
            .get(at)
            .map(|group| find_word(&knowledge.words.common.groups, group).to_owned()),
        Entry::Finding(at) => knowledge
            .category_of(at)
            .map(|category| category.title.to_owned()),
        Entry::Rule(at) => knowledge
            .rules
            .get(at)
            .map(|rule| crate::article::urgency_words(rule.urgency).to_owned()),
        _ => None,
    }
    .unwrap_or_default()
}
