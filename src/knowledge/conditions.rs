//! Turns written conditions into resolved ones, and reports what they misname.

use super::Knowledge;
use super::entry::Entry;
use super::expression::{Comparison, Condition, Expr};
use super::fault::{Reporter, did_you_mean};
use super::schema::AnswerKind;

/// Resolves `when` and `unless` of every rule.
pub(super) fn resolve_rules(knowledge: &mut Knowledge<'_>, reporter: &mut Reporter<'_>) {
    let mut resolved = Vec::with_capacity(knowledge.rules.len());
    for rule in &knowledge.rules {
        let when = resolve(knowledge, &rule.when, reporter);
        let unless = rule
            .unless
            .as_ref()
            .map(|unless| resolve(knowledge, unless, reporter));
        resolved.push((when, unless));
    }
    knowledge.rule_conditions = resolved;
    knowledge.rule_urgencies = knowledge.rules.iter().map(|rule| rule.urgency).collect();
}

impl Knowledge<'_> {
    /// Resolves a condition of this knowledge base; `None` if it names
    /// something unknown, which a checked knowledge base never does.
    pub fn condition(&self, expr: &Expr<'_>) -> Option<Condition> {
        let files = super::Files::from_texts([]);
        let mut reporter = Reporter::new(&files);
        let condition = resolve(self, expr, &mut reporter);
        reporter.faults.is_empty().then_some(condition)
    }
}

/// A condition that is never true, for what cannot be resolved.
fn never() -> Condition {
    Condition::Count(1, Vec::new())
}

/// Resolves a condition; what it misnames is reported and never true.
pub(super) fn resolve(
    knowledge: &Knowledge<'_>,
    expr: &Expr<'_>,
    reporter: &mut Reporter<'_>,
) -> Condition {
    let all = |parts: &[Expr<'_>], reporter: &mut Reporter<'_>| -> Vec<Condition> {
        parts
            .iter()
            .map(|part| resolve(knowledge, part, reporter))
            .collect()
    };
    match expr {
        Expr::Yes(id) => yes(knowledge, id, reporter),
        Expr::AnyYes(ids) => Condition::Count(
            1,
            ids.iter().map(|id| yes(knowledge, id, reporter)).collect(),
        ),
        Expr::AllYes(ids) => Condition::Count(
            ids.len(),
            ids.iter().map(|id| yes(knowledge, id, reporter)).collect(),
        ),
        Expr::Is(id, level) => levels(knowledge, id, &[level], reporter),
        Expr::In(id, names) => levels(knowledge, id, names, reporter),
        Expr::AtLeast(id, limit) => number(knowledge, id, Comparison::AtLeast, *limit, reporter),
        Expr::Above(id, limit) => number(knowledge, id, Comparison::Above, *limit, reporter),
        Expr::AtMost(id, limit) => number(knowledge, id, Comparison::AtMost, *limit, reporter),
        Expr::Below(id, limit) => number(knowledge, id, Comparison::Below, *limit, reporter),
        Expr::Score(id, points) => score(knowledge, id, *points, reporter),
        Expr::Count(least, parts) => Condition::Count(*least, all(parts, reporter)),
        Expr::Any(parts) => Condition::Count(1, all(parts, reporter)),
        Expr::All(parts) => Condition::Count(parts.len(), all(parts, reporter)),
        Expr::Not(inner) => Condition::Not(Box::new(resolve(knowledge, inner, reporter))),
    }
}

/// The position of a finding, or a report with the nearest names.
pub(super) fn find_finding(
    knowledge: &Knowledge<'_>,
    id: &str,
    reporter: &mut Reporter<'_>,
) -> Option<usize> {
    let found = knowledge.finding(id);
    if found.is_none() {
        reporter.at(
            id,
            format!("there is no finding `{id}`"),
            did_you_mean(id, knowledge.findings.iter().map(|finding| finding.id)),
        );
    }
    found
}

fn yes(knowledge: &Knowledge<'_>, id: &str, reporter: &mut Reporter<'_>) -> Condition {
    let Some(at) = find_finding(knowledge, id, reporter) else {
        return never();
    };
    if let Some(AnswerKind::YesNo(_)) = knowledge.findings.get(at).map(|finding| &finding.answer) {
        Condition::Yes(at)
    } else {
        reporter.at(
            id,
            format!("`{id}` is not answered with yes or no"),
            "compare it with Is, In, AtLeast, Above, AtMost or Below",
        );
        never()
    }
}

fn levels(
    knowledge: &Knowledge<'_>,
    id: &str,
    names: &[&str],
    reporter: &mut Reporter<'_>,
) -> Condition {
    let Some(at) = find_finding(knowledge, id, reporter) else {
        return never();
    };
    let Some(AnswerKind::OneOf(known)) = knowledge.findings.get(at).map(|finding| &finding.answer)
    else {
        reporter.at(
            id,
            format!("`{id}` is not answered with one of several levels"),
            "use Yes for a yes/no finding, AtLeast or Below for a number",
        );
        return never();
    };
    let mut positions = Vec::new();
    for name in names {
        match known.iter().position(|(level, _)| level == name) {
            Some(position) => positions.push(position),
            None => match knowledge.short_value(id, name) {
                Some(full) => positions.extend(
                    known
                        .iter()
                        .enumerate()
                        .filter(|(_, (level, _))| full.contains(level))
                        .map(|(position, _)| position),
                ),
                None => reporter.at(
                    name,
                    format!("`{id}` has no level `{name}`"),
                    did_you_mean(name, known.iter().map(|(level, _)| *level)),
                ),
            },
        }
    }
    Condition::In(at, positions)
}

impl<'a> Knowledge<'a> {
    /// The full levels that a shortened value stands for.
    pub fn short_value(&self, finding: &str, name: &str) -> Option<&[&'a str]> {
        self.relations
            .short_values
            .iter()
            .find(|(id, short, _)| *id == finding && *short == name)
            .map(|(_, _, full)| full.as_slice())
    }
}

fn number(
    knowledge: &Knowledge<'_>,
    id: &str,
    comparison: Comparison,
    limit: f64,
    reporter: &mut Reporter<'_>,
) -> Condition {
    let Some(at) = find_finding(knowledge, id, reporter) else {
        return never();
    };
    match knowledge.findings.get(at).map(|finding| &finding.answer) {
        Some(AnswerKind::Number(kind)) => {
            let (low, high) = kind.range;
            if !(limit.is_finite() && limit >= low && limit <= high) {
                reporter.in_entry(
                    id,
                    format!("{limit} lies outside the possible values of `{id}`"),
                    format!("write a number from {low} to {high} {}", kind.unit),
                );
            }
            Condition::Number(at, comparison, limit)
        }
        _ => {
            reporter.at(
                id,
                format!("`{id}` is not a number"),
                "use Yes for a yes/no finding, Is or In for levels",
            );
            never()
        }
    }
}

fn score(
    knowledge: &Knowledge<'_>,
    id: &str,
    points: i8,
    reporter: &mut Reporter<'_>,
) -> Condition {
    let Some(Entry::Score(at)) = knowledge.entry(id) else {
        reporter.at(
            id,
            format!("there is no score `{id}`"),
            did_you_mean(id, knowledge.scores.iter().map(|score| score.id)),
        );
        return never();
    };
    let items = knowledge
        .scores
        .get(at)
        .map_or(&[][..], |score| &score.items);
    let resolved = items
        .iter()
        .filter_map(|item| {
            let when = item.when.as_ref()?;
            Some((i32::from(item.points), resolve(knowledge, when, reporter)))
        })
        .collect();
    Condition::Points(i32::from(points), resolved)
}
