//! Tests worth asking about, treatments to ask about, self-care that is safe.

use std::collections::HashSet;

use super::facts::FactSheet;
use super::ranking::Ranked;
use super::{Answers, Engine, Triage};
use crate::inference::State;
use crate::inference::information::{
    Information, chance_of_new_leader, information_into, outcomes,
};
use crate::knowledge::expression::{Expr, Truth};
use crate::knowledge::schema::{AnswerKind, AskedOf, Standing};
use crate::knowledge::units::band_of;
use crate::knowledge::{Entry, Urgency};

/// Leading causes whose tests, treatments and self-care are named.
const LEADERS: usize = 5;
/// Probability from which a cause counts for that.
const WORTH_NAMING: f64 = 0.05;

/// Bits under which a test is not said to tell anything.
pub const TELLS_LITTLE: f64 = 0.02;

/// A test and what it would tell.
#[derive(Debug, Clone, PartialEq)]
pub struct TestAdvice {
    /// Position of the test.
    pub test: usize,
    /// Expected information about the cause in bits; 0 where no figures exist.
    pub bits: f64,
    /// Probability that the leading cause changes.
    pub new_leader: f64,
    /// What each result would mean.
    pub results: Vec<TestResult>,
    /// Leading causes that name the test.
    pub named_by: Vec<usize>,
}

/// What one result would mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TestResult {
    /// The finding it sets.
    pub finding: usize,
    /// The level.
    pub level: usize,
    /// Probability of this result.
    pub probability: f64,
    /// The cause that would lead after it.
    pub leader: usize,
    /// Its probability then.
    pub leader_probability: f64,
}

/// Tests, the most telling first; those without figures after them, by cause.
pub fn tests(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    state: &State,
    ranked: &[Ranked],
) -> Vec<TestAdvice> {
    let knowledge = engine.knowledge;
    let mut information = vec![Information::default(); engine.model.findings()];
    information_into(&engine.model, state, &mut information);
    let leaders = leaders(engine, ranked);
    let mut advice: Vec<TestAdvice> = knowledge
        .tests
        .iter()
        .enumerate()
        .filter_map(|(test, entry)| {
            let named_by: Vec<usize> = leaders
                .iter()
                .copied()
                .filter(|&cause| {
                    knowledge
                        .causes
                        .get(cause)
                        .is_some_and(|cause| cause.tests.contains(&entry.id))
                })
                .collect();
            if named_by.is_empty() {
                return None;
            }
            let open: Vec<usize> = entry
                .sets
                .iter()
                .filter_map(|id| knowledge.finding(id))
                .collect();
            if !open.is_empty() && open.iter().all(|&finding| answers.get(finding).is_some()) {
                return None;
            }
            let best = open
                .into_iter()
                .filter(|&finding| answers.get(finding).is_none())
                .max_by(|&a, &b| {
                    let bits = |at: usize| information.get(at).map_or(0.0, |i| i.cause);
                    bits(a).total_cmp(&bits(b))
                });
            Some(TestAdvice {
                test,
                bits: best.map_or(0.0, |at| information.get(at).map_or(0.0, |i| i.cause)),
                new_leader: best.map_or(0.0, |at| chance_of_new_leader(&engine.model, state, at)),
                results: best.map_or_else(Vec::new, |at| results(engine, state, at)),
                named_by,
            })
        })
        .collect();
    let named_first = |advice: &TestAdvice| {
        leaders.iter().enumerate().find_map(|(rank, &cause)| {
            let id = knowledge.tests.get(advice.test)?.id;
            let place = knowledge
                .causes
                .get(cause)?
                .tests
                .iter()
                .position(|test| *test == id)?;
            Some((rank, place))
        })
    };
    advice.sort_by(|a, b| {
        let told = |advice: &TestAdvice| {
            if advice.bits < TELLS_LITTLE {
                0.0
            } else {
                advice.bits
            }
        };
        told(b)
            .total_cmp(&told(a))
            .then_with(|| named_first(a).cmp(&named_first(b)))
    });
    advice
}

fn results(engine: &Engine<'_, '_>, state: &State, finding: usize) -> Vec<TestResult> {
    outcomes(&engine.model, state, finding)
        .into_iter()
        .filter_map(|outcome| {
            let (leader, probability) = outcome
                .posterior
                .iter()
                .copied()
                .enumerate()
                .max_by(|a, b| a.1.total_cmp(&b.1))?;
            Some(TestResult {
                finding,
                level: outcome.level,
                probability: outcome.probability,
                leader,
                leader_probability: probability,
            })
        })
        .collect()
}

/// The leading causes that are worth naming, without "none of these".
fn leaders(engine: &Engine<'_, '_>, ranked: &[Ranked]) -> Vec<usize> {
    ranked
        .iter()
        .filter(|ranked| ranked.cause != engine.none())
        .take(LEADERS)
        .enumerate()
        .filter(|(place, ranked)| *place == 0 || ranked.probability >= WORTH_NAMING)
        .map(|(_, ranked)| ranked.cause)
        .collect()
}

/// Something to do or to ask for, with what stands against it.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// Position of the treatment or self-care item.
    pub item: usize,
    /// Keys of the reasons that hold against it.
    pub ruled_out: Vec<String>,
    /// Keys of the reasons that cannot be excluded yet.
    pub unless: Vec<String>,
}

fn weigh(
    engine: &Engine<'_, '_>,
    facts: &FactSheet,
    item: usize,
    entries: &[(Expr<'_>, &str)],
) -> Advice {
    let mut advice = Advice {
        item,
        ruled_out: Vec::new(),
        unless: Vec::new(),
    };
    for (expr, key) in entries {
        let truth = engine
            .knowledge
            .condition(expr)
            .map_or(Truth::Unknown, |condition| condition.truth(facts));
        match truth {
            Truth::True => advice.ruled_out.push((*key).to_owned()),
            Truth::Unknown => advice.unless.push((*key).to_owned()),
            Truth::False => {}
        }
    }
    advice
}

/// Treatments of the leading causes to ask a doctor about.
///
/// When someone should be seen today or now, only those of causes as urgent:
/// nothing that could keep a person at home.
pub fn treatments(
    engine: &Engine<'_, '_>,
    facts: &FactSheet,
    ranked: &[Ranked],
    urgency: Urgency,
) -> Vec<Advice> {
    let knowledge = engine.knowledge;
    let mut seen = HashSet::new();
    leaders(engine, ranked)
        .into_iter()
        .filter_map(|cause| knowledge.causes.get(cause))
        .filter(|cause| urgency < Urgency::SameDay || cause.urgency >= Urgency::SameDay)
        .flat_map(|cause| &cause.treatments)
        .filter_map(|id| match knowledge.entry(id) {
            Some(Entry::Treatment(at)) if seen.insert(at) => {
                let treatment = knowledge.treatments.get(at)?;
                (treatment.standing != Standing::Discouraged)
                    .then(|| weigh(engine, facts, at, &treatment.do_not_if))
            }
            _ => None,
        })
        .collect()
}

/// Self-care that fits the leading causes and is not ruled out, and everything
/// that these answers rule out.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SelfCareAdvice {
    /// All of it is held back: someone should be seen today or now, or
    /// emergency questions are open.
    pub held_back: bool,
    /// What may be done.
    pub safe: Vec<Advice>,
    /// What to avoid, with the reasons; empty reasons mean it is never advised.
    pub avoid: Vec<Advice>,
}

/// Sorts the self-care items by these answers.
pub fn self_care(
    engine: &Engine<'_, '_>,
    facts: &FactSheet,
    ranked: &[Ranked],
    triage: &Triage,
) -> SelfCareAdvice {
    let knowledge = engine.knowledge;
    let named: HashSet<&str> = leaders(engine, ranked)
        .into_iter()
        .filter_map(|cause| knowledge.causes.get(cause))
        .flat_map(|cause| cause.self_care.iter().copied())
        .collect();
    let held_back = triage.urgency >= Urgency::SameDay || !triage.open_screening.is_empty();
    let mut advice = SelfCareAdvice {
        held_back,
        ..SelfCareAdvice::default()
    };
    for (at, item) in knowledge.self_care.iter().enumerate() {
        let weighed = weigh(engine, facts, at, &item.do_not_if);
        let never = item.standing == Standing::Discouraged;
        if !weighed.ruled_out.is_empty() || (never && named.contains(item.id)) {
            advice.avoid.push(weighed);
        } else if !held_back && !never && named.contains(item.id) {
            advice.safe.push(weighed);
        }
    }
    advice
}

/// Self-checks that may be done with these answers: none while an emergency is up.
pub fn safe_self_exams(
    engine: &Engine<'_, '_>,
    facts: &FactSheet,
    urgency: Urgency,
) -> Vec<Advice> {
    if urgency == Urgency::Now {
        return Vec::new();
    }
    engine
        .knowledge
        .self_exams
        .iter()
        .enumerate()
        .map(|(at, exam)| weigh(engine, facts, at, &exam.do_not_if))
        .collect()
}

/// Whether these answers rule a self-check out.
pub(super) fn is_ruled_out(engine: &Engine<'_, '_>, facts: &FactSheet, exam: usize) -> bool {
    let exam = engine.knowledge.self_exams.get(exam);
    exam.is_some_and(|entry| {
        let conditions = entry.do_not_if.iter();
        conditions
            .filter_map(|(expr, _)| engine.knowledge.condition(expr))
            .any(|condition| condition.truth(facts) == Truth::True)
    })
}

/// A number someone entered, read against the bands of its finding.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReadResult {
    /// The finding.
    pub finding: usize,
    /// Its value in the finding's own unit.
    pub value: f64,
    /// The band it falls into.
    pub band: usize,
}

/// Test results among the answers, with their bands.
pub fn read_results(engine: &Engine<'_, '_>, answers: &Answers) -> Vec<ReadResult> {
    answers
        .iter()
        .filter(|(finding, _)| engine.asked_of.get(*finding) == Some(&AskedOf::TestResult))
        .filter_map(|(finding, answer)| {
            match (answer, &engine.knowledge.findings.get(finding)?.answer) {
                (super::Answer::Number(value), AnswerKind::Number(kind)) => Some(ReadResult {
                    finding,
                    value,
                    band: band_of(kind, value),
                }),
                _ => None,
            }
        })
        .collect()
}
