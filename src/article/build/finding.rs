//! The pages of findings, red flags, questionnaires, sources, terms and statements.

use super::{Page, links, prose, section, sentence_case, urgency_words};
use crate::article::Block;
use crate::knowledge::schema::{AnswerKind, Basis, Cause, NumberKind, Seen, Verdict};
use crate::knowledge::words::Term;
use crate::knowledge::{Entry, Kind, Knowledge, find_word};

pub(super) fn finding(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.findings.get(at)?;
    let words = knowledge.words.findings.get(at)?;
    let mut rows = Vec::new();
    if let Some(category) = knowledge.category_of(at) {
        rows.push(("Group".to_owned(), category.title.to_owned()));
    }
    let answers = match &facts.answer {
        AnswerKind::YesNo(_) => "yes, no, not sure".to_owned(),
        AnswerKind::OneOf(_) => words
            .levels
            .iter()
            .map(|&(_, label)| label)
            .collect::<Vec<_>>()
            .join("; "),
        AnswerKind::Number(kind) => number_words(kind),
    };
    rows.push(("Answers".to_owned(), answers));
    let mut speaking: Vec<&Cause<'_>> = knowledge
        .causes
        .iter()
        .filter(|cause| {
            cause
                .findings
                .iter()
                .any(|&(id, share, _)| id == facts.id && share >= 0.3)
                || cause
                    .levels
                    .iter()
                    .any(|&(id, _, share, _)| id == facts.id && share >= 0.3)
        })
        .collect();
    // The commonest first: a rare emergency at the top would frighten for nothing.
    speaking.sort_by(|a, b| b.prior.0.total_cmp(&a.prior.0));
    let speaking: Vec<&str> = speaking.into_iter().map(|cause| cause.id).collect();
    let rules: Vec<&str> = knowledge
        .rules
        .iter()
        .zip(&knowledge.rule_conditions)
        .filter(|(_, (when, _))| when.findings().contains(&at))
        .map(|(rule, _)| rule.id)
        .collect();
    let sections = vec![
        prose("", words.question),
        prose("What is meant", words.help),
        section("About the answer", vec![Block::Facts(rows)]),
        links(knowledge, "Asked in parts", &facts.parts),
        links(knowledge, "Common in", &speaking),
        links(knowledge, "Red flags that use it", &rules),
    ];
    Some((String::new(), sections))
}

fn number_words(kind: &NumberKind<'_>) -> String {
    let (low, high) = kind.range;
    let mut text = format!("a number from {low} to {high} {}", kind.unit);
    if !kind.also.is_empty() {
        let others: Vec<&str> = kind.also.iter().map(|&(name, _, _)| name).collect();
        text.push_str(&format!(", or in {}", others.join(", ")));
    }
    text
}

pub(super) fn rule(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.rules.get(at)?;
    let words = knowledge.words.rules.get(at)?;
    let basis = match facts.basis {
        Basis::Guideline => "a guideline",
        Basis::Textbook => "textbooks",
        Basis::Consensus => "judgement; no guideline names a time",
    };
    let (when, _) = knowledge.rule_conditions.get(at)?;
    let signs: Vec<String> = when
        .findings()
        .into_iter()
        .filter_map(|finding| knowledge.words.findings.get(finding))
        .map(|words| sentence_case(words.label))
        .collect();
    let sections = vec![
        section(
            "",
            vec![
                Block::Warning(format!("{}.", urgency_words(facts.urgency))),
                Block::Paragraph(words.because.to_owned()),
            ],
        ),
        prose("What to do", words.act),
        section("Signs it looks at", vec![Block::List(signs)]),
        prose("Rests on", basis),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((String::new(), sections))
}

/// The code of a red flag and what it is about: what its reason says before it
/// says what that can mean.
pub(super) fn rule_title(knowledge: &Knowledge<'_>, at: usize) -> String {
    let entry = Entry::Rule(at);
    let because = knowledge.name(entry).trim_end_matches('.');
    let about = because
        .split_once(" can ")
        .map_or(because, |(about, _)| about);
    format!("Red flag {}: {about}", knowledge.id(entry))
}

pub(super) fn score(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.scores.get(at)?;
    let words = knowledge.words.scores.get(at)?;
    let items = facts
        .items
        .iter()
        .map(|item| {
            let text = find_word(&words.items, item.id);
            (text.to_owned(), item.points.to_string())
        })
        .collect();
    let sections = vec![
        prose("", words.about),
        section("Items and points", vec![Block::Facts(items)]),
        prose("How to read it", words.reading),
        prose("Licence", words.licence),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((String::new(), sections))
}

pub(super) fn source(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.sources.get(at)?;
    let seen = match facts.seen {
        Seen::Page => "The figures were read in this source itself, not taken from memory.",
        Seen::Partly => {
            "Some figures were read in this source. The others are from memory and still to be checked."
        }
        Seen::Memory => "Written from memory. Check it in the source before you rely on it.",
    };
    let supports = knowledge.words.sources.get(at).copied().unwrap_or_default();
    let sections = vec![
        prose("", facts.citation),
        prose("Supports", supports),
        prose("How it was checked", seen),
        prose(
            "Where to find it",
            "The first line names it. Type that line into a search for medical papers, or ask a library.",
        ),
    ];
    Some((String::new(), sections))
}

pub(super) fn term(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let words = knowledge.words.terms.get(at)?;
    let met = met_with(knowledge, words);
    let sections = vec![
        prose("", words.means),
        prose("Other words", &words.words.join(", ")),
        links(knowledge, "See also", &met),
    ];
    Some((String::new(), sections))
}

/// Entries of one kind that a term leads to, at most.
const MOST_OF_A_KIND: usize = 4;
/// Letters from which a word of a term says enough to be looked for inside names.
const TELLING: usize = 8;

/// What has the term, or one of its other words, in its own names.
fn met_with<'a>(knowledge: &Knowledge<'a>, term: &Term<'_>) -> Vec<&'a str> {
    // A word for a kind of page, such as "cause", says nothing about one of them.
    if Kind::ALL.iter().any(|kind| kind.word() == term.name) {
        return Vec::new();
    }
    let same = |name: &str| {
        let mut words = term.words.iter();
        let long = |word: &&&str| word.len() >= TELLING;
        has_words(name, term.name)
            || words.clone().any(|word| name.eq_ignore_ascii_case(word))
            || words
                .by_ref()
                .filter(long)
                .any(|word| has_words(name, word))
    };
    let mut met = Vec::new();
    for kind in [
        Kind::Finding,
        Kind::Cause,
        Kind::Test,
        Kind::SelfExam,
        Kind::Treatment,
    ] {
        let fits = knowledge.entries(kind).into_iter().filter(|&entry| {
            same(knowledge.name(entry))
                || knowledge
                    .search_words(entry)
                    .0
                    .iter()
                    .any(|name| same(name))
        });
        met.extend(fits.take(MOST_OF_A_KIND).map(|entry| knowledge.id(entry)));
    }
    met
}

/// Whether some words stand in a text one after the other; the last may be in
/// the plural.
fn has_words(text: &str, words: &str) -> bool {
    let split = |text| str::split(text, |it: char| !it.is_alphanumeric());
    let text: Vec<&str> = split(text).collect();
    let words: Vec<&str> = split(words).collect();
    let Some((last, first)) = words.split_last() else {
        return false;
    };
    text.windows(words.len()).any(|there| {
        there.split_last().is_some_and(|(end, start)| {
            let singular = end.strip_suffix('s').unwrap_or(end);
            start
                .iter()
                .zip(first)
                .all(|(a, b)| a.eq_ignore_ascii_case(b))
                && (end.eq_ignore_ascii_case(last) || singular.eq_ignore_ascii_case(last))
        })
    })
}

pub(super) fn statement(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let (_, verdict, entries) = knowledge.statements.get(at)?;
    let words = knowledge.words.statements.get(at)?;
    let verdict = match verdict {
        Verdict::Agree => "Guidelines agree",
        Verdict::Partly => "True in part",
        Verdict::Incomplete => "Something important is missing",
        Verdict::Conflict => "Guidelines say otherwise",
    };
    let sections = vec![
        prose("The article says", words.says),
        prose(verdict, words.verdict),
        links(knowledge, "Where it stands here", entries),
    ];
    Some((String::new(), sections))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Files;

    #[test]
    fn a_term_leads_to_what_bears_its_name() {
        let files = Files::embedded();
        let knowledge = Knowledge::load(&files).unwrap();
        let met = |name: &str| {
            let term = knowledge.words.terms.iter().find(|term| term.name == name);
            met_with(&knowledge, term.unwrap())
        };
        for (term, wanted) in [
            ("foot drop", "foot-drop"),
            ("claudication", "lumbar-stenosis"),
            ("slipped disc", "disc-l5"),
            ("polyneuropathy", "diabetic-pn"),
            ("MRI", "mri-of-spine"),
            ("numbness", "feel-numb"),
        ] {
            let met = met(term);
            assert!(met.contains(&wanted), "{term}: {met:?}");
        }
        for term in ["cause", "red flag", "odds", "likelihood"] {
            assert_eq!(met(term), Vec::<&str>::new(), "{term}");
        }
        let dead: Vec<&str> = (knowledge.words.terms.iter())
            .filter(|term| met_with(&knowledge, term).is_empty())
            .map(|term| term.name)
            .collect();
        assert!(dead.len() * 3 < knowledge.words.terms.len(), "{dead:?}");
    }

    #[test]
    fn words_are_found_whole_and_in_the_plural() {
        assert!(has_words("foot drops or slaps", "Foot drop"));
        assert!(has_words("the pulse-wave", "pulse"));
        assert!(!has_words("heartbeat", "beat"));
        assert!(!has_words("foot", "foot drop"));
    }
}
