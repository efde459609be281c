//! How soon: rules first, likely causes second, self-care only when it is safe.

use super::facts::FactSheet;
use super::{Answers, Engine};
use crate::knowledge::Urgency;
use crate::knowledge::expression::{Condition, Fact, Facts, Truth};
use crate::knowledge::schema::{AnswerKind, AskedOf};

/// A red flag that fires.
#[derive(Debug, Clone, PartialEq)]
pub struct Fired {
    /// Position of the rule.
    pub rule: usize,
    /// Its class.
    pub urgency: Urgency,
    /// Findings whose answers make it fire.
    pub signs: Vec<usize>,
}

/// A red flag that would fire with one more answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Hanging {
    /// Position of the rule.
    pub rule: usize,
    /// Its class.
    pub urgency: Urgency,
    /// Open findings, any of which would make it fire.
    pub decided_by: Vec<usize>,
}

/// How soon to be seen, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Triage {
    /// The class.
    pub urgency: Urgency,
    /// Rules that fire, the most urgent first.
    pub fired: Vec<Fired>,
    /// Rules of a higher class that hang on one open question.
    pub hanging: Vec<Hanging>,
    /// Set when a likely cause, not a rule, decides the class.
    pub because_of_cause: Option<usize>,
    /// Emergency questions that are open or "not sure".
    pub open_screening: Vec<usize>,
}

impl Triage {
    /// Red flags of the highest class, where it is soon: what they look for must
    /// be ruled out first, however likely anything else is.
    pub fn to_rule_out(&self) -> impl Iterator<Item = &Fired> {
        self.fired
            .iter()
            .filter(|fired| fired.urgency == self.urgency && fired.urgency >= Urgency::SameDay)
    }
}

/// The class that the rules alone give, with self-care where it is safe.
pub fn triage(engine: &Engine<'_, '_>, answers: &Answers, facts: &FactSheet) -> Triage {
    let mut triage = without_hanging(engine, answers, facts);
    triage.hanging = hanging(engine, answers, facts, triage.urgency);
    triage
}

/// The same without the rules that one more answer would decide.
pub(super) fn without_hanging(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    facts: &FactSheet,
) -> Triage {
    let knowledge = engine.knowledge;
    let mut fired = Vec::new();
    for (at, (when, unless)) in knowledge.rule_conditions.iter().enumerate() {
        if fires(when, unless.as_ref(), facts)
            && let Some(&urgency) = knowledge.rule_urgencies.get(at)
        {
            let mut signs = Vec::new();
            true_signs(when, facts, &mut signs);
            signs.sort_unstable();
            signs.dedup();
            fired.push(Fired {
                rule: at,
                urgency,
                signs,
            });
        }
    }
    fired.sort_by(|a, b| b.urgency.cmp(&a.urgency).then(a.rule.cmp(&b.rule)));
    let open_screening = open_screening(engine, answers);
    let urgency = match fired.first() {
        Some(first) => first.urgency,
        None if self_care_is_safe(engine, answers, facts, &open_screening) => Urgency::SelfCare,
        None => Urgency::Weeks,
    };
    Triage {
        urgency,
        hanging: Vec::new(),
        fired,
        because_of_cause: None,
        open_screening,
    }
}

/// A rule fires when `when` is true and `unless` is not true.
fn fires(when: &Condition, unless: Option<&Condition>, facts: &FactSheet) -> bool {
    when.truth(facts) == Truth::True
        && unless.is_none_or(|unless| unless.truth(facts) != Truth::True)
}

/// Findings whose answers make the true parts of a condition true.
fn true_signs(condition: &Condition, facts: &FactSheet, signs: &mut Vec<usize>) {
    if condition.truth(facts) != Truth::True {
        return;
    }
    match condition {
        Condition::Yes(at) | Condition::In(at, _) | Condition::Number(at, _, _) => signs.push(*at),
        Condition::Count(_, parts) => parts.iter().for_each(|part| true_signs(part, facts, signs)),
        Condition::Points(_, items) => {
            items
                .iter()
                .for_each(|(_, item)| true_signs(item, facts, signs));
        }
        Condition::Not(inner) => inner.each_finding(&mut |at| signs.push(at)),
    }
}

/// Emergency questions that are open or answered "not sure".
fn open_screening(engine: &Engine<'_, '_>, answers: &Answers) -> Vec<usize> {
    engine
        .screening
        .iter()
        .copied()
        .filter(|&finding| {
            answers
                .get(finding)
                .is_none_or(|answer| answer == super::Answer::NotSure)
        })
        .collect()
}

/// Self-care only if every emergency question was answered no, a clear everyday
/// trigger is there, it passes within minutes, and nothing bars it.
fn self_care_is_safe(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    facts: &FactSheet,
    open_screening: &[usize],
) -> bool {
    let knowledge = engine.knowledge;
    let screening = &knowledge.screening;
    let is_yes = |id: &&str| {
        knowledge
            .finding(id)
            .is_some_and(|at| facts.fact(at) == Fact::YesNo(true))
    };
    let holds = |expr, wanted| {
        knowledge
            .condition(expr)
            .is_some_and(|condition| condition.truth(facts) == wanted)
    };
    let all_no = engine.screening.iter().all(|&finding| {
        let context = knowledge
            .findings
            .get(finding)
            .is_some_and(|finding| screening.context.contains(&finding.id));
        context || answers.get(finding) != Some(super::Answer::YesNo(true))
    });
    let side = knowledge.finding("side").map(|at| facts.fact(at));
    let one_leg = side == Some(Fact::Level(0));
    let explained = one_leg || screening.both_leg_triggers.iter().any(is_yes);
    let side_known = matches!(side, Some(Fact::Level(_)));
    open_screening.is_empty()
        && all_no
        && screening.triggers.iter().any(is_yes)
        && holds(&screening.passes, Truth::True)
        && holds(&screening.bars_self_care, Truth::False)
        && side_known
        && explained
}

/// Rules of a higher class in which something is already true and one more
/// everyday answer would make them fire.
fn hanging(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    facts: &FactSheet,
    now: Urgency,
) -> Vec<Hanging> {
    // Before the first answer nothing has begun.
    if answers.is_empty() {
        return Vec::new();
    }
    let knowledge = engine.knowledge;
    let mut found = Vec::new();
    for (at, (when, unless)) in knowledge.rule_conditions.iter().enumerate() {
        let Some(&urgency) = knowledge.rule_urgencies.get(at) else {
            continue;
        };
        if urgency <= now || when.truth(facts) != Truth::Unknown {
            continue;
        }
        let named = when.findings();
        let begun = named.iter().any(|&finding| {
            matches!(
                facts.fact(finding),
                Fact::YesNo(true) | Fact::Level(_) | Fact::Number(_)
            )
        });
        if !begun {
            continue;
        }
        let decided_by: Vec<usize> = named
            .into_iter()
            .filter(|&finding| facts.fact(finding) == Fact::Unknown)
            .filter(|&finding| engine.asked_of.get(finding) == Some(&AskedOf::Everyone))
            .filter(|&finding| answers.get(finding).is_none() || open(answers, finding))
            .filter(|&finding| {
                possible_facts(engine, finding)
                    .into_iter()
                    .any(|fact| fires(when, unless.as_ref(), &facts.with(finding, fact)))
            })
            .collect();
        if !decided_by.is_empty() {
            found.push(Hanging {
                rule: at,
                urgency,
                decided_by,
            });
        }
    }
    found.sort_by(|a, b| b.urgency.cmp(&a.urgency).then(a.rule.cmp(&b.rule)));
    found
}

fn open(answers: &Answers, finding: usize) -> bool {
    answers.get(finding) == Some(super::Answer::NotSure)
}

/// Answers worth trying for an open finding.
fn possible_facts(engine: &Engine<'_, '_>, finding: usize) -> Vec<Fact> {
    match engine
        .knowledge
        .findings
        .get(finding)
        .map(|finding| &finding.answer)
    {
        Some(AnswerKind::YesNo(_)) => vec![Fact::YesNo(true)],
        Some(AnswerKind::OneOf(levels)) => (0..levels.len()).map(Fact::Level).collect(),
        Some(AnswerKind::Number(kind)) => {
            let (low, high) = kind.range;
            vec![Fact::Number(low), Fact::Number(high)]
        }
        None => Vec::new(),
    }
}
