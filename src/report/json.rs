//! An assessment as JSON. The schema is `docs/assessment.schema.json`.

use serde::Serialize;

use crate::assessment::question::WhyAsked;
use crate::assessment::{Advice, Answers, Assessment, Document, Engine, Reason, figures};

/// Version of the JSON; raised when a field changes its meaning or goes.
pub const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Json<'a> {
    schema_version: u32,
    knowledge_version: &'a str,
    not_a_diagnosis: bool,
    urgency: Urgency<'a>,
    causes: Vec<Cause<'a>>,
    none_of_these: f64,
    two_at_once: Option<TwoAtOnce<'a>>,
    misfits: Vec<Misfit<'a>>,
    next_question: Option<Next<'a>>,
    tests: Vec<Test<'a>>,
    treatments: Vec<Item<'a>>,
    self_care: SelfCare<'a>,
    answers: Document,
}

#[derive(Serialize)]
struct Urgency<'a> {
    class: &'a str,
    rules: Vec<Rule<'a>>,
    because_of_cause: Option<&'a str>,
    hanging: Vec<Hanging<'a>>,
    open_emergency_questions: Vec<&'a str>,
}

#[derive(Serialize)]
struct Rule<'a> {
    id: &'a str,
    class: &'a str,
    because: &'a str,
    act: &'a str,
    signs: Vec<&'a str>,
    sources: &'a [&'a str],
}

#[derive(Serialize)]
struct Hanging<'a> {
    rule: &'a str,
    class: &'a str,
    decided_by: Vec<&'a str>,
}

#[derive(Serialize)]
struct Cause<'a> {
    id: &'a str,
    name: &'a str,
    probability: f64,
    words: String,
    urgency: &'a str,
    severe: Option<f64>,
    #[serde(rename = "for")]
    favouring: Vec<Weight<'a>>,
    against: Vec<Weight<'a>>,
    open: Vec<Weight<'a>>,
    figures: Figures,
}

#[derive(Serialize)]
struct Figures {
    published: usize,
    guideline: usize,
    textbook: usize,
    estimate: usize,
}

#[derive(Serialize)]
struct Weight<'a> {
    finding: &'a str,
    decibans: f64,
}

#[derive(Serialize)]
struct TwoAtOnce<'a> {
    causes: [&'a str; 2],
    odds: f64,
}

#[derive(Serialize)]
struct Misfit<'a> {
    finding: &'a str,
    fit: f64,
}

#[derive(Serialize)]
struct Next<'a> {
    finding: &'a str,
    question: &'a str,
    emergency: bool,
    tells_apart: Option<[&'a str; 2]>,
    bits: f64,
}

#[derive(Serialize)]
struct Test<'a> {
    id: &'a str,
    bits: f64,
    leading_cause_changes: f64,
    results: Vec<TestResult<'a>>,
}

#[derive(Serialize)]
struct TestResult<'a> {
    finding: &'a str,
    level: String,
    probability: f64,
    leads: &'a str,
    leads_with: f64,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    against: Vec<String>,
    unless: Vec<String>,
}

#[derive(Serialize)]
struct SelfCare<'a> {
    held_back: bool,
    safe: Vec<Item<'a>>,
    avoid: Vec<Item<'a>>,
}

/// The assessment as JSON text.
///
/// # Errors
/// None that the types allow; passed on for completeness.
pub fn to_json(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    assessment: &Assessment,
) -> Result<String, serde_json::Error> {
    let knowledge = engine.knowledge;
    let finding = |at: usize| knowledge.findings.get(at).map_or("", |finding| finding.id);
    let cause = |at: usize| {
        knowledge
            .causes
            .get(at)
            .map_or("none-of-these", |cause| cause.id)
    };
    let weights = |reasons: &[Reason]| -> Vec<Weight<'_>> {
        reasons
            .iter()
            .map(|reason| Weight {
                finding: finding(reason.finding),
                decibans: reason.decibans,
            })
            .collect()
    };
    let triage = &assessment.triage;
    let care = |advice: &'_ Advice| Item {
        id: knowledge
            .self_care
            .get(advice.item)
            .map_or("", |item| item.id),
        against: advice.ruled_out.clone(),
        unless: advice.unless.clone(),
    };
    let json = Json {
        schema_version: SCHEMA_VERSION,
        knowledge_version: &knowledge.settings.version,
        not_a_diagnosis: true,
        urgency: Urgency {
            class: triage.urgency.id(),
            rules: triage
                .fired
                .iter()
                .filter_map(|fired| {
                    let rule = knowledge.rules.get(fired.rule)?;
                    let words = knowledge.words.rules.get(fired.rule)?;
                    Some(Rule {
                        id: rule.id,
                        class: rule.urgency.id(),
                        because: words.because,
                        act: words.act,
                        signs: fired.signs.iter().map(|&at| finding(at)).collect(),
                        sources: &rule.sources,
                    })
                })
                .collect(),
            because_of_cause: triage.because_of_cause.map(cause),
            hanging: triage
                .hanging
                .iter()
                .filter_map(|hanging| {
                    Some(Hanging {
                        rule: knowledge.rules.get(hanging.rule)?.id,
                        class: hanging.urgency.id(),
                        decided_by: hanging.decided_by.iter().map(|&at| finding(at)).collect(),
                    })
                })
                .collect(),
            open_emergency_questions: triage
                .open_screening
                .iter()
                .map(|&at| finding(at))
                .collect(),
        },
        causes: assessment
            .ranking
            .iter()
            .filter(|ranked| ranked.cause != engine.none())
            .map(|ranked| {
                let [published, guideline, textbook, estimate] = figures(engine, ranked.cause);
                Cause {
                    id: cause(ranked.cause),
                    name: super::words::cause_name(engine, ranked.cause),
                    probability: ranked.probability,
                    words: super::words::about(ranked.probability),
                    urgency: ranked.urgency.map_or("", crate::knowledge::Urgency::id),
                    severe: ranked.severe,
                    favouring: weights(&ranked.favouring),
                    against: weights(&ranked.against),
                    open: weights(&ranked.open),
                    figures: Figures {
                        published,
                        guideline,
                        textbook,
                        estimate,
                    },
                }
            })
            .collect(),
        none_of_these: assessment
            .ranking
            .iter()
            .find(|ranked| ranked.cause == engine.none())
            .map_or(0.0, |ranked| ranked.probability),
        two_at_once: assessment.pair.map(|pair| TwoAtOnce {
            causes: [cause(pair.causes.0), cause(pair.causes.1)],
            odds: pair.odds,
        }),
        misfits: assessment
            .misfits
            .iter()
            .map(|&(at, fit)| Misfit {
                finding: finding(at),
                fit,
            })
            .collect(),
        next_question: assessment.next.as_ref().ok().map(|question| Next {
            finding: finding(question.finding),
            question: knowledge
                .words
                .findings
                .get(question.finding)
                .map_or("", |words| words.question),
            emergency: question.reason == WhyAsked::Emergency,
            tells_apart: match question.reason {
                WhyAsked::TellsApart { leader, other, .. } => Some([cause(leader), cause(other)]),
                WhyAsked::Emergency => None,
            },
            bits: question.bits,
        }),
        tests: assessment
            .tests
            .iter()
            .map(|test| Test {
                id: knowledge.tests.get(test.test).map_or("", |entry| entry.id),
                bits: test.bits,
                leading_cause_changes: test.new_leader,
                results: test
                    .results
                    .iter()
                    .map(|result| TestResult {
                        finding: finding(result.finding),
                        level: super::words::level_phrase(engine, result.finding, result.level),
                        probability: result.probability,
                        leads: cause(result.leader),
                        leads_with: result.leader_probability,
                    })
                    .collect(),
            })
            .collect(),
        treatments: assessment
            .treatments
            .iter()
            .map(|advice| Item {
                id: knowledge
                    .treatments
                    .get(advice.item)
                    .map_or("", |entry| entry.id),
                against: advice.ruled_out.clone(),
                unless: advice.unless.clone(),
            })
            .collect(),
        self_care: SelfCare {
            held_back: assessment.self_care.held_back,
            safe: assessment.self_care.safe.iter().map(care).collect(),
            avoid: assessment.self_care.avoid.iter().map(care).collect(),
        },
        answers: answers.to_document(knowledge),
    };
    serde_json::to_string_pretty(&json).map(|text| text + "\n")
}
