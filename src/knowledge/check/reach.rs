//! Everything can be reached: rules can fire, tests and treatments belong to a
//! cause, and the emergency questions are enough.

use std::collections::HashSet;

use crate::knowledge::expression::Condition;
use crate::knowledge::fault::Reporter;
use crate::knowledge::schema::AskedOf;
use crate::knowledge::witness::witness;
use crate::knowledge::{Knowledge, Urgency};

/// The age is asked of everyone before the emergency questions.
const ALWAYS_ASKED: [&str; 2] = ["age", "sex"];

pub(super) fn check(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    rules_can_fire(knowledge, reporter);
    screening_is_enough(knowledge, reporter);
    single_signs_are_screened(knowledge, reporter);
    everything_belongs_to_a_cause(knowledge, reporter);
    statements_are_carried(knowledge, reporter);
}

fn rules_can_fire(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    for (rule, (when, unless)) in knowledge.rules.iter().zip(&knowledge.rule_conditions) {
        if witness(knowledge, when, unless.as_ref(), &|_| true).is_none() {
            reporter.at(
                rule.id,
                format!("the red flag `{}` can never fire", rule.id),
                "its `when` contradicts itself, or its `unless` always holds with it",
            );
        }
    }
}

/// Findings the screening asks, with bundled questions whose parts it asks.
fn screened(knowledge: &Knowledge<'_>) -> HashSet<usize> {
    let mut asked: HashSet<usize> = knowledge
        .screening
        .groups
        .iter()
        .flat_map(|group| &group.asks)
        .chain(&ALWAYS_ASKED)
        .filter_map(|id| knowledge.finding(id))
        .collect();
    with_bundles(knowledge, &mut asked);
    let facts_set_by: Vec<usize> = knowledge
        .relations
        .implies
        .iter()
        .filter_map(|(expr, sets)| {
            let condition = knowledge.condition(expr)?;
            let known = condition.findings().iter().all(|at| asked.contains(at));
            known.then(|| knowledge.finding(set_finding(sets)))?
        })
        .collect();
    asked.extend(facts_set_by);
    asked
}

fn set_finding<'a>(sets: &crate::knowledge::schema::Sets<'a>) -> &'a str {
    use crate::knowledge::schema::Sets;
    match *sets {
        Sets::Yes(id) | Sets::Level(id, _) | Sets::Number(id, _) => id,
    }
}

/// A bundled question counts as asked when any of its parts is: one part can make it true.
fn with_bundles(knowledge: &Knowledge<'_>, asked: &mut HashSet<usize>) {
    for (at, finding) in knowledge.findings.iter().enumerate() {
        let any_part = finding
            .parts
            .iter()
            .filter_map(|part| knowledge.finding(part))
            .any(|part| asked.contains(&part));
        if any_part {
            asked.insert(at);
        }
    }
}

fn everyday(knowledge: &Knowledge<'_>) -> HashSet<usize> {
    knowledge
        .categories
        .iter()
        .filter(|category| category.asked_of == AskedOf::Everyone)
        .flat_map(|category| category.findings.clone())
        .collect()
}

fn can_fire(
    knowledge: &Knowledge<'_>,
    conditions: &(Condition, Option<Condition>),
    allowed: &HashSet<usize>,
) -> bool {
    let (when, unless) = conditions;
    witness(knowledge, when, unless.as_ref(), &|at| {
        allowed.contains(&at)
    })
    .is_some()
}

/// Every emergency rule that everyday answers can reach is reached by the screening.
fn screening_is_enough(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    let screened = screened(knowledge);
    let everyday = everyday(knowledge);
    for (rule, conditions) in knowledge.rules.iter().zip(&knowledge.rule_conditions) {
        if rule.urgency == Urgency::Now
            && can_fire(knowledge, conditions, &everyday)
            && !can_fire(knowledge, conditions, &screened)
        {
            let (when, _) = conditions;
            let missing: Vec<&str> = when
                .findings()
                .into_iter()
                .filter(|at| everyday.contains(at) && !screened.contains(at))
                .filter_map(|at| knowledge.findings.get(at).map(|finding| finding.id))
                .collect();
            reporter.at(
                rule.id,
                format!("the emergency questions cannot make `{}` fire", rule.id),
                format!("ask one of these in screening.ron: {}", missing.join(", ")),
            );
        }
    }
}

/// A sign that is an emergency all by itself is always asked.
fn single_signs_are_screened(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    let screened = screened(knowledge);
    let everyday = everyday(knowledge);
    for (rule, (when, unless)) in knowledge.rules.iter().zip(&knowledge.rule_conditions) {
        if rule.urgency != Urgency::Now {
            continue;
        }
        for at in when.findings() {
            let asked_in_parts = knowledge
                .findings
                .get(at)
                .is_some_and(|finding| !finding.parts.is_empty());
            if everyday.contains(&at)
                && !screened.contains(&at)
                && !asked_in_parts
                && witness(knowledge, when, unless.as_ref(), &|other| other == at).is_some()
            {
                let id = knowledge.findings.get(at).map_or("", |finding| finding.id);
                reporter.at(
                    rule.id,
                    format!(
                        "`{id}` alone makes `{}` fire, but nobody is asked for it",
                        rule.id
                    ),
                    format!("add \"{id}\" to a group of screening.ron"),
                );
            }
        }
    }
}

fn everything_belongs_to_a_cause(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    let used: HashSet<&str> = knowledge
        .causes
        .iter()
        .flat_map(|cause| {
            cause
                .tests
                .iter()
                .chain(&cause.treatments)
                .chain(&cause.self_care)
                .copied()
        })
        .collect();
    let tests = knowledge.tests.iter().map(|test| (test.id, "test"));
    let treatments = knowledge
        .treatments
        .iter()
        .map(|treatment| (treatment.id, "treatment"));
    let self_care = knowledge
        .self_care
        .iter()
        .map(|item| (item.id, "self-care item"));
    for (id, kind) in tests.chain(treatments).chain(self_care) {
        if !used.contains(id) {
            reporter.at(
                id,
                format!("no cause names the {kind} `{id}`"),
                "name it in a cause, or remove it",
            );
        }
    }
}

fn statements_are_carried(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    for (id, _, entries) in &knowledge.statements {
        if entries.is_empty() {
            reporter.at(
                id,
                format!("no entry carries the article's statement `{id}`"),
                "name the entries that say it or answer it",
            );
        }
    }
}
