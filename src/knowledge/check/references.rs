//! Every id that is named exists and is of the right kind.

use std::collections::HashSet;

use super::self_exams;
use crate::knowledge::conditions::{find_finding, resolve};
use crate::knowledge::expression::Expr;
use crate::knowledge::fault::{Reporter, did_you_mean};
use crate::knowledge::schema::{AnswerKind, Cause, Finding, Sets};
use crate::knowledge::{Entry, Grade, Kind, Knowledge};

/// The fewest findings a cause must speak about.
const FEWEST_FINDINGS: usize = 5;
/// Findings whose figures stand in the core of a cause, not among its cells.
const CORE: [&str; 4] = ["side", "onset", "age", "sex"];

pub(super) fn check(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    ids_are_plain(knowledge, reporter);
    core_findings(knowledge, reporter);
    for finding in &knowledge.findings {
        finding_references(knowledge, finding, reporter);
    }
    for cause in &knowledge.causes {
        cause_references(knowledge, cause, reporter);
    }
    relations(knowledge, reporter);
    screening(knowledge, reporter);
    others(knowledge, reporter);
}

fn ids_are_plain(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    for kind in [
        Kind::Cause,
        Kind::Finding,
        Kind::Test,
        Kind::Treatment,
        Kind::SelfCare,
        Kind::SelfExam,
        Kind::Score,
        Kind::Term,
    ] {
        for entry in knowledge.entries(kind) {
            let id = knowledge.id(entry);
            let plain = !id.is_empty()
                && id.starts_with(|letter: char| letter.is_ascii_alphabetic())
                && id
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if !plain {
                reporter.at(
                    id,
                    format!("the id `{id}` is not in kebab-case"),
                    "use small letters, digits and hyphens, for example `disc-l5`",
                );
            }
        }
    }
}

/// The four findings every cause has in its core must have the levels it names.
fn core_findings(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    let expected: [(&str, &[&str]); 4] = [
        ("side", &["one", "both", "changes"]),
        ("onset", &["sudden", "hours-days", "weeks", "months-years"]),
        ("age", &["under-40", "40-64", "65-up"]),
        ("sex", &["female", "male", "other"]),
    ];
    for (id, levels) in expected {
        let found = knowledge
            .finding(id)
            .and_then(|at| knowledge.findings.get(at))
            .map(level_names);
        if found.as_deref() != Some(levels) {
            reporter.of_file(
                "findings",
                format!(
                    "the finding `{id}` must have the levels {}",
                    levels.join(", ")
                ),
                "every cause gives figures for them",
            );
        }
    }
}

fn level_names<'a>(finding: &Finding<'a>) -> Vec<&'a str> {
    match &finding.answer {
        AnswerKind::YesNo(_) => Vec::new(),
        AnswerKind::OneOf(levels) => levels.iter().map(|&(level, _)| level).collect(),
        AnswerKind::Number(kind) => kind.bands.iter().map(|&(level, _, _)| level).collect(),
    }
}

fn grade(knowledge: &Knowledge<'_>, grade: Grade<'_>, reporter: &mut Reporter<'_>) {
    if let Some(id) = grade.source() {
        named(knowledge, id, Kind::Source, reporter);
    }
}

/// Reports an id that is not an entry of this kind.
fn named(knowledge: &Knowledge<'_>, id: &str, kind: Kind, reporter: &mut Reporter<'_>) {
    if knowledge.entry(id).map(Entry::kind) != Some(kind) {
        let names = knowledge
            .entries(kind)
            .into_iter()
            .map(|entry| knowledge.id(entry));
        reporter.at(
            id,
            format!("there is no {} `{id}`", kind.word()),
            did_you_mean(id, names),
        );
    }
}

pub(super) fn all_named(
    knowledge: &Knowledge<'_>,
    ids: &[&str],
    kind: Kind,
    reporter: &mut Reporter<'_>,
) {
    for id in ids {
        named(knowledge, id, kind, reporter);
    }
}

fn finding_references(
    knowledge: &Knowledge<'_>,
    finding: &Finding<'_>,
    reporter: &mut Reporter<'_>,
) {
    grade(knowledge, finding.grade, reporter);
    for part in &finding.parts {
        if let Some(at) = find_finding(knowledge, part, reporter) {
            let yes_no = knowledge
                .findings
                .get(at)
                .is_some_and(|part| matches!(part.answer, AnswerKind::YesNo(_)));
            if !yes_no || *part == finding.id {
                reporter.at(
                    part,
                    format!("`{part}` cannot be a part of `{}`", finding.id),
                    "name another yes/no finding",
                );
            }
        }
    }
}

fn cause_references(knowledge: &Knowledge<'_>, cause: &Cause<'_>, reporter: &mut Reporter<'_>) {
    for figure_grade in [
        cause.prior.1,
        cause.both.1,
        cause.onset.1,
        cause.age.1,
        cause.male.1,
    ] {
        grade(knowledge, figure_grade, reporter);
    }
    let severe = cause.severe.as_ref();
    let mut seen = HashSet::new();
    for &(finding, _, figure_grade) in &cause.findings {
        if !seen.insert(finding) {
            reporter.in_entry(
                finding,
                format!("`{finding}` stands twice in this cause"),
                "keep one of the two",
            );
        }
        yes_no_cell(knowledge, finding, reporter);
        grade(knowledge, figure_grade, reporter);
    }
    for &(finding, level, _, figure_grade) in &cause.levels {
        level_cell(knowledge, finding, level, reporter);
        grade(knowledge, figure_grade, reporter);
    }
    if let Some(severe) = severe {
        for &(finding, _, figure_grade) in &severe.findings {
            yes_no_cell(knowledge, finding, reporter);
            grade(knowledge, figure_grade, reporter);
        }
        for &(finding, level, _, figure_grade) in &severe.levels {
            level_cell(knowledge, finding, level, reporter);
            grade(knowledge, figure_grade, reporter);
        }
        condition(knowledge, &severe.when, reporter);
    }
    let spoken: HashSet<&str> = cause
        .findings
        .iter()
        .map(|&(finding, _, _)| finding)
        .chain(cause.levels.iter().map(|&(finding, _, _, _)| finding))
        .collect();
    if spoken.len() < FEWEST_FINDINGS {
        reporter.at(
            cause.id,
            format!("`{}` speaks about only {} findings", cause.id, spoken.len()),
            format!("give figures for at least {FEWEST_FINDINGS}"),
        );
    }
    for (missing, what) in [
        (cause.territory.is_empty(), "territory"),
        (cause.treatments.is_empty(), "treatment"),
        (cause.sources.is_empty(), "source"),
    ] {
        if missing {
            reporter.at(
                cause.id,
                format!("`{}` has no {what}", cause.id),
                format!("name at least one {what}"),
            );
        }
    }
    all_named(knowledge, &cause.tests, Kind::Test, reporter);
    all_named(knowledge, &cause.treatments, Kind::Treatment, reporter);
    all_named(knowledge, &cause.self_care, Kind::SelfCare, reporter);
    all_named(knowledge, &cause.sources, Kind::Source, reporter);
}

fn yes_no_cell(knowledge: &Knowledge<'_>, id: &str, reporter: &mut Reporter<'_>) {
    let Some(at) = find_finding(knowledge, id, reporter) else {
        return;
    };
    let yes_no = knowledge
        .findings
        .get(at)
        .is_some_and(|finding| matches!(finding.answer, AnswerKind::YesNo(_)));
    if !yes_no {
        reporter.in_entry(
            id,
            format!("`{id}` has levels; a single probability does not say which"),
            "move it to `levels: [(\"finding\", \"level\", probability, grade)]`",
        );
    }
}

fn level_cell(knowledge: &Knowledge<'_>, id: &str, level: &str, reporter: &mut Reporter<'_>) {
    let Some(at) = find_finding(knowledge, id, reporter) else {
        return;
    };
    if CORE.contains(&id) {
        reporter.in_entry(
            id,
            format!("the figures of `{id}` stand in the core of the cause"),
            "write them as `both`, `onset`, `age` or `male`, and only there",
        );
        return;
    }
    let names = knowledge
        .findings
        .get(at)
        .map(level_names)
        .unwrap_or_default();
    if !names.contains(&level) && knowledge.short_value(id, level).is_none() {
        reporter.at(
            level,
            format!("`{id}` has no level `{level}`"),
            did_you_mean(level, names),
        );
    }
}

fn condition(knowledge: &Knowledge<'_>, expr: &Expr<'_>, reporter: &mut Reporter<'_>) {
    resolve(knowledge, expr, reporter);
}

pub(super) fn ruled_out(
    knowledge: &Knowledge<'_>,
    entries: &[(Expr<'_>, &str)],
    reporter: &mut Reporter<'_>,
) {
    for (expr, reason) in entries {
        condition(knowledge, expr, reporter);
        let reasons = &knowledge.words.common.reasons;
        if !reasons.iter().any(|(key, _)| key == reason) {
            reporter.at(
                reason,
                format!("there is no reason `{reason}`"),
                did_you_mean(reason, reasons.iter().map(|(key, _)| *key)),
            );
        }
    }
}

fn relations(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    let relations = &knowledge.relations;
    for (finding, _, levels) in &relations.short_values {
        if let Some(at) = find_finding(knowledge, finding, reporter) {
            let names = knowledge
                .findings
                .get(at)
                .map(level_names)
                .unwrap_or_default();
            for level in levels {
                if !names.contains(level) {
                    reporter.at(
                        level,
                        format!("`{finding}` has no level `{level}`"),
                        did_you_mean(level, names.iter().copied()),
                    );
                }
            }
        }
    }
    for (expr, sets) in &relations.implies {
        condition(knowledge, expr, reporter);
        match sets {
            Sets::Yes(id) => yes_no_cell(knowledge, id, reporter),
            Sets::Level(id, level) => {
                condition(knowledge, &Expr::Is(id, level), reporter);
            }
            Sets::Number(id, value) => {
                condition(knowledge, &Expr::AtLeast(id, *value), reporter);
            }
        }
    }
    for id in relations.same_thing.iter().flatten() {
        find_finding(knowledge, id, reporter);
    }
    for (whole, parts) in &relations.wholes {
        yes_no_cell(knowledge, whole, reporter);
        for part in parts {
            yes_no_cell(knowledge, part, reporter);
        }
    }
}

fn screening(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    let screening = &knowledge.screening;
    for group in &screening.groups {
        let titles = &knowledge.words.common.screens;
        if !titles.iter().any(|(key, _)| *key == group.id) {
            reporter.at(
                group.id,
                format!("the emergency screen `{}` has no title", group.id),
                "add it to `screens` in interface.ron",
            );
        }
        for id in &group.asks {
            find_finding(knowledge, id, reporter);
        }
    }
    let named = screening
        .triggers
        .iter()
        .chain(&screening.both_leg_triggers);
    for id in named.chain(&screening.context) {
        yes_no_cell(knowledge, id, reporter);
    }
    condition(knowledge, &screening.bars_self_care, reporter);
    condition(knowledge, &screening.passes, reporter);
}

fn others(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    for rule in &knowledge.rules {
        all_named(knowledge, &rule.sources, Kind::Source, reporter);
        if rule.sources.is_empty() {
            reporter.at(
                rule.id,
                format!("the red flag `{}` has no source", rule.id),
                "name a guideline, a paper or `textbooks`",
            );
        }
    }
    for test in &knowledge.tests {
        for id in &test.sets {
            find_finding(knowledge, id, reporter);
        }
        for range in &test.ranges {
            if !range.finding.is_empty() {
                find_finding(knowledge, range.finding, reporter);
            }
            grade(knowledge, range.grade, reporter);
        }
        all_named(knowledge, &test.sources, Kind::Source, reporter);
    }
    for treatment in &knowledge.treatments {
        ruled_out(knowledge, &treatment.do_not_if, reporter);
        all_named(knowledge, &treatment.sources, Kind::Source, reporter);
    }
    for item in &knowledge.self_care {
        ruled_out(knowledge, &item.do_not_if, reporter);
        all_named(knowledge, &item.sources, Kind::Source, reporter);
    }
    self_exams::check(knowledge, reporter);
    for score in &knowledge.scores {
        for item in &score.items {
            if let Some(when) = &item.when {
                condition(knowledge, when, reporter);
            }
        }
        all_named(knowledge, &score.sources, Kind::Source, reporter);
    }
    for (_, _, entries) in &knowledge.statements {
        for id in entries {
            if knowledge.entry(id).is_none() {
                let names: Vec<&str> = knowledge.ids().map(|(id, _)| id).collect();
                reporter.at(
                    id,
                    format!("there is no entry `{id}` that could carry the statement"),
                    did_you_mean(id, names),
                );
            }
        }
    }
}
