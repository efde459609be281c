//! The pages of tests, treatments, self-care and self-checks.

use super::{Page, links, prose, reasons, section};
use crate::article::Block;
use crate::knowledge::schema::{Access, Limit, Range, Standing};
use crate::knowledge::{Knowledge, find_word};

pub(super) fn test(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.tests.get(at)?;
    let words = knowledge.words.tests.get(at)?;
    let access = match facts.access {
        Access::Practice => "any practice",
        Access::Hospital => "hospital, as an outpatient",
        Access::Specialist => "a specialist",
    };
    let ranges: Vec<(String, String)> = facts
        .ranges
        .iter()
        .map(|range| {
            (
                find_word(&words.analytes, range.analyte).to_owned(),
                range_words(knowledge, range),
            )
        })
        .collect();
    let ranges = if ranges.is_empty() {
        Vec::new()
    } else {
        vec![
            Block::Facts(ranges),
            Block::Paragraph(
                "Laboratories differ: the range printed on the report comes first.".to_owned(),
            ),
        ]
    };
    let causes: Vec<&str> = knowledge
        .causes
        .iter()
        .filter(|cause| cause.tests.contains(&facts.id))
        .map(|cause| cause.id)
        .collect();
    let mut about = vec![("Where".to_owned(), access.to_owned())];
    if !facts.loinc.is_empty() {
        about.push(("LOINC".to_owned(), facts.loinc.join(", ")));
    }
    let sections = vec![
        prose("", words.shows),
        prose("Before the test", words.prepare),
        prose("What happens", words.happens),
        prose("Reading the result", words.reading),
        section("Usual ranges", ranges),
        prose("What it cannot tell", words.limits),
        prose("What the article says, and guidelines", words.article),
        links(knowledge, "Done for", &causes),
        section("About", vec![Block::Facts(about)]),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((words.also.join(", "), sections))
}

/// A limit in its own unit and the others: "7.0 mmol/L (126 mg/dL)".
fn quantity(range: &Range<'_>, value: f64) -> String {
    let others: Vec<String> = range
        .also
        .iter()
        .map(|&(unit, factor, offset)| format!("{} {unit}", rounded(value * factor + offset)))
        .collect();
    let own = format!("{} {}", rounded(value), range.unit);
    if others.is_empty() {
        own
    } else {
        format!("{own} ({})", others.join(", "))
    }
}

/// Three significant figures at most.
fn rounded(value: f64) -> String {
    let decimals = if value.abs() >= 100.0 {
        0
    } else if value.abs() >= 10.0 {
        1
    } else {
        2
    };
    let text = format!("{value:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

fn range_words(knowledge: &Knowledge<'_>, range: &Range<'_>) -> String {
    let usual = match range.usual {
        (Some(low), Some(high)) => {
            format!("usual {} to {}", rounded(low), quantity(range, high))
        }
        (Some(low), None) => format!("usual from {}", quantity(range, low)),
        (None, Some(high)) => format!("usual up to {}", quantity(range, high)),
        (None, None) => "no usual range".to_owned(),
    };
    let limits = range.limits.iter().map(|&limit| {
        let (word, value, key) = match limit {
            Limit::From(value, key) => ("from", value, key),
            Limit::Under(value, key) => ("under", value, key),
            Limit::UpTo(value, key) => ("up to", value, key),
            Limit::Above(value, key) => ("above", value, key),
        };
        let meaning = knowledge
            .words
            .common
            .limits
            .iter()
            .find(|(name, _)| *name == key)
            .map_or(key, |&(_, words)| words);
        format!("{word} {}: {meaning}", quantity(range, value))
    });
    std::iter::once(usual)
        .chain(limits)
        .collect::<Vec<_>>()
        .join("; ")
}

fn standing_words(standing: Standing) -> &'static str {
    match standing {
        Standing::Recommended => "Among the first things to be offered.",
        Standing::Sometimes => "For some people, or later.",
        Standing::Discouraged => "Guidelines advise against it.",
        Standing::Emergency => "Given in hospital, at once.",
    }
}

pub(super) fn treatment(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.treatments.get(at)?;
    let words = knowledge.words.treatments.get(at)?;
    let causes: Vec<&str> = knowledge
        .causes
        .iter()
        .filter(|cause| cause.treatments.contains(&facts.id))
        .map(|cause| cause.id)
        .collect();
    let sections = vec![
        prose("", words.what),
        section(
            "What guidelines say",
            vec![
                Block::Paragraph(standing_words(facts.standing).to_owned()),
                Block::Paragraph(words.guideline.to_owned()),
            ],
        ),
        prose("Take care", words.careful),
        prose("How long it takes", words.time),
        prose("What the article says", words.article),
        reasons(knowledge, &facts.do_not_if),
        links(knowledge, "Used for", &causes),
        prose("Medicine classes (ATC)", &facts.atc.join(", ")),
        prose(
            "",
            "Never start, stop or change a prescribed medicine on your own. Ask your doctor.",
        ),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((String::new(), sections))
}

pub(super) fn self_care(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.self_care.get(at)?;
    let words = knowledge.words.self_care.get(at)?;
    let sections = vec![
        prose("How", words.how),
        prose("When not", words.limits),
        reasons(knowledge, &facts.do_not_if),
        prose("What the article says", words.article),
        prose("What guidelines say", words.guideline),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((format!("Self-care {}", facts.code), sections))
}

pub(super) fn self_exam(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.self_exams.get(at)?;
    let words = knowledge.words.self_exams.get(at)?;
    let steps = words.steps.iter().map(|&step| step.to_owned()).collect();
    let sections = vec![
        prose("", words.about),
        prose("You need", words.needs),
        section("Steps", vec![Block::Steps(steps)]),
        prose("With a helper, or alone", words.helper),
        prose("How to read it", words.reading),
        prose("Do not do it when", words.not_if),
        reasons(knowledge, &facts.do_not_if),
        links(knowledge, "It answers", &facts.sets),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((format!("Self-check {}", facts.code), sections))
}
