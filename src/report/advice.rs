//! Sections on tests, treatments and self-care.

use super::document::{MOST_ADVICE, section};
use super::summary::{Depth, Summary};
use super::words::{about, cause_name, level_phrase};
use crate::article::{Block, Section};
use crate::assessment::{Advice, TELLS_LITTLE, TestAdvice};
use crate::knowledge::Urgency;
use crate::knowledge::schema::Standing;

/// Probability from which a result is worth naming.
const LIKELY_RESULT: f64 = 0.03;

fn list(lines: Vec<String>) -> Vec<Block> {
    if lines.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(lines)]
    }
}

pub(super) fn tests(summary: &Summary<'_>) -> Section {
    let most = if summary.depth == Depth::Doctor {
        2 * MOST_ADVICE
    } else {
        MOST_ADVICE
    };
    let tests = summary.assessment.tests.iter().take(most);
    let lines = tests.map(|test| test_line(summary, test)).collect();
    section(&summary.say("sum-tests"), list(lines))
}

/// The name of a test.
pub(super) fn test_name<'s>(summary: &Summary<'s>, test: &TestAdvice) -> &'s str {
    let tests = &summary.engine.knowledge.words.tests;
    tests.get(test.test).map_or("", |words| words.name)
}

fn test_line(summary: &Summary<'_>, test: &TestAdvice) -> String {
    let mut line = test_name(summary, test).to_owned();
    let mut results: Vec<_> = test.results.iter().collect();
    results.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    let doctor = summary.depth == Depth::Doctor;
    let engine = summary.engine;
    let meanings: Vec<String> = results
        .into_iter()
        .filter(|result| result.probability >= LIKELY_RESULT && test.bits >= TELLS_LITTLE)
        .take(if summary.depth == Depth::Plain {
            2
        } else {
            usize::MAX
        })
        .map(|result| {
            let level = level_phrase(engine, result.finding, result.level);
            let level = format!("{}{level}", measured(summary, test.test, result.finding));
            summary.with(
                "sum-if-result",
                &[
                    ("result", &level),
                    ("cause", cause_name(engine, result.leader)),
                    ("about", &about(result.leader_probability)),
                ],
            )
        })
        .collect();
    if doctor {
        let bits = format!("{:.2}", test.bits);
        // Rounding errors leave a minus before nothing.
        let change = format!("{:.2}", test.new_leader.max(0.0) + 0.0);
        let tells = summary.with("sum-bits", &[("bits", &bits), ("change", &change)]);
        line.push_str(&format!(" ({tells})"));
    }
    if !meanings.is_empty() {
        line.push_str(&format!(": {}", meanings.join("; ")));
    }
    line
}

/// What is measured, where a test measures more than one thing.
fn measured(summary: &Summary<'_>, test: usize, finding: usize) -> String {
    let entry = summary.engine.knowledge.tests.get(test);
    if entry.is_some_and(|test| test.sets.len() > 1) {
        format!("{}: ", summary.label(finding))
    } else {
        String::new()
    }
}

fn reason_words(summary: &Summary<'_>, keys: &[String]) -> String {
    let sentences: Vec<&str> = keys
        .iter()
        .map(|key| summary.engine.knowledge.reason(key))
        .collect();
    sentences.join(" ")
}

pub(super) fn treatments(summary: &Summary<'_>) -> Section {
    let names = &summary.engine.knowledge.words.treatments;
    let lines = summary
        .assessment
        .treatments
        .iter()
        .take(MOST_ADVICE)
        .filter_map(|advice| {
            let name = names.get(advice.item)?.name;
            Some(if advice.ruled_out.is_empty() {
                name.to_owned()
            } else {
                let reasons = reason_words(summary, &advice.ruled_out);
                summary.with("sum-take-care", &[("name", name), ("reasons", &reasons)])
            })
        })
        .collect();
    section(&summary.say("sum-treatments"), list(lines))
}

/// The name of something to do at home.
pub(super) fn care_name<'s>(summary: &Summary<'s>, advice: &Advice) -> &'s str {
    let care = &summary.engine.knowledge.words.self_care;
    care.get(advice.item).map_or("", |words| words.name)
}

/// Whether it is a good thing in itself, to be done with care.
pub(super) fn only_careful(summary: &Summary<'_>, advice: &Advice) -> bool {
    let item = summary.engine.knowledge.self_care.get(advice.item);
    item.is_some_and(|item| item.standing == Standing::Recommended)
}

/// What not to do, with the reason.
fn avoid(summary: &Summary<'_>, advice: &Advice) -> String {
    let key = if only_careful(summary, advice) {
        "sum-careful-with"
    } else {
        "sum-better-not"
    };
    let reasons = reason_words(summary, &advice.ruled_out);
    let name = care_name(summary, advice);
    let line = summary.with(key, &[("name", name), ("reasons", &reasons)]);
    line.trim_end().to_owned()
}

/// Why nothing is advised at home, where that is so.
pub(super) fn held_back(summary: &Summary<'_>) -> Option<String> {
    summary.assessment.self_care.held_back.then(|| {
        summary.say(if summary.assessment.triage.urgency >= Urgency::SameDay {
            "sum-be-seen-first"
        } else {
            "sum-questions-first"
        })
    })
}

pub(super) fn self_care(summary: &Summary<'_>) -> Section {
    let care = &summary.assessment.self_care;
    let safe = care.safe.iter().map(|advice| {
        let name = ("name", care_name(summary, advice));
        if advice.unless.is_empty() {
            return summary.with("sum-you-can", &[name]);
        }
        let item = summary.engine.knowledge.self_care.get(advice.item);
        let id = item.map_or("", |item| item.code);
        summary.with("sum-you-can-unless", &[name, ("id", id)])
    });
    let avoid = care.avoid.iter().map(|advice| avoid(summary, advice));
    let mut blocks: Vec<Block> = held_back(summary)
        .map(Block::Paragraph)
        .into_iter()
        .collect();
    blocks.extend(list(safe.chain(avoid).collect()));
    section(&summary.say("sum-care"), blocks)
}
