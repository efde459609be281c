//! Sections on tests, treatments and self-care.

use super::document::{Depth, MOST_ADVICE, section};
use super::words::{about, cause_name, level_phrase};
use crate::article::{Block, Section};
use crate::assessment::{Advice, Assessment, Engine, TELLS_LITTLE, TestAdvice};
use crate::knowledge::Urgency;
use crate::knowledge::schema::Standing;

pub(super) fn tests(engine: &Engine<'_, '_>, assessment: &Assessment, depth: Depth) -> Section {
    let lines: Vec<String> = assessment
        .tests
        .iter()
        .take(MOST_ADVICE)
        .map(|test| test_line(engine, test, depth))
        .collect();
    let blocks = if lines.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(lines)]
    };
    section("Tests to ask about, the most telling first", blocks)
}

fn test_line(engine: &Engine<'_, '_>, test: &TestAdvice, depth: Depth) -> String {
    let name = engine
        .knowledge
        .words
        .tests
        .get(test.test)
        .map_or("", |words| words.name);
    let mut results: Vec<_> = test.results.iter().collect();
    results.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    let meanings: Vec<String> = results
        .into_iter()
        .filter(|result| result.probability >= 0.03 && test.bits >= TELLS_LITTLE)
        .take(if depth == Depth::Plain { 2 } else { usize::MAX })
        .map(|result| {
            format!(
                "if {}{}, then {} {}",
                measured(engine, test.test, result.finding),
                level_phrase(engine, result.finding, result.level),
                cause_name(engine, result.leader),
                about(result.leader_probability)
            )
        })
        .collect();
    let bits = if depth == Depth::Doctor {
        format!(
            " ({:.2} bits, leader changes {:.2})",
            test.bits, test.new_leader
        )
    } else {
        String::new()
    };
    if meanings.is_empty() {
        format!("{name}{bits}")
    } else {
        format!("{name}{bits}: {}", meanings.join("; "))
    }
}

/// What is measured, where a test measures more than one thing.
fn measured(engine: &Engine<'_, '_>, test: usize, finding: usize) -> String {
    let several = engine
        .knowledge
        .tests
        .get(test)
        .is_some_and(|test| test.sets.len() > 1);
    match engine.knowledge.words.findings.get(finding) {
        Some(words) if several => format!("{}: ", words.label),
        _ => String::new(),
    }
}

fn reason_words(engine: &Engine<'_, '_>, keys: &[String]) -> String {
    let sentences: Vec<&str> = keys
        .iter()
        .map(|key| engine.knowledge.reason(key))
        .collect();
    sentences.join(" ")
}

pub(super) fn treatments(engine: &Engine<'_, '_>, treatments: &[Advice]) -> Section {
    let lines: Vec<String> = treatments
        .iter()
        .take(MOST_ADVICE)
        .filter_map(|advice| {
            let name = engine.knowledge.words.treatments.get(advice.item)?.name;
            Some(if advice.ruled_out.is_empty() {
                name.to_owned()
            } else {
                format!(
                    "{name}. Take care: {}",
                    reason_words(engine, &advice.ruled_out)
                )
            })
        })
        .collect();
    let blocks = if lines.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(lines)]
    };
    section("Treatments to ask about", blocks)
}

pub(super) fn self_care(engine: &Engine<'_, '_>, assessment: &Assessment) -> Section {
    let care = &assessment.self_care;
    let mut blocks = Vec::new();
    if care.held_back {
        blocks.push(Block::Paragraph(
            if assessment.triage.urgency >= Urgency::SameDay {
                "Be seen first. Do not lose time with home remedies.".to_owned()
            } else {
                "Answer the emergency questions before you try anything at home.".to_owned()
            },
        ));
    }
    let name = |advice: &Advice| {
        engine
            .knowledge
            .words
            .self_care
            .get(advice.item)
            .map_or("", |w| w.name)
    };
    let id = |advice: &Advice| {
        engine
            .knowledge
            .self_care
            .get(advice.item)
            .map_or("", |item| item.code)
    };
    let safe: Vec<String> = care
        .safe
        .iter()
        .map(|advice| match (advice.unless.is_empty(), id(advice)) {
            (true, _) => format!("You can: {}.", name(advice)),
            (false, id) => format!(
                "You can: {}. Read first when not to: tingle show {id}.",
                name(advice)
            ),
        })
        .collect();
    let avoid: Vec<String> = care
        .avoid
        .iter()
        .map(|advice| {
            let word = match engine
                .knowledge
                .self_care
                .get(advice.item)
                .map(|item| item.standing)
            {
                Some(Standing::Recommended) => "Take care with",
                _ => "Better not",
            };
            format!(
                "{word}: {}. {}",
                name(advice),
                reason_words(engine, &advice.ruled_out)
            )
        })
        .collect();
    let lines: Vec<String> = safe.into_iter().chain(avoid).collect();
    if !lines.is_empty() {
        blocks.push(Block::List(lines));
    }
    section("What you can do, and what to avoid", blocks)
}
