//! An assessment as a page, in three depths.

use super::summary::{Depth, Summary};
use super::words::{about, answer_phrase, cause_name, headline, level_phrase, trimmed, what_to_do};
use super::{advice, doctor};
use crate::article::{Article, Block, Section};
use crate::assessment::question::{Question, Stop, WhyAsked};
use crate::assessment::{Engine, Ranked};
use crate::inference::reasons::Strength;
use crate::knowledge::Urgency;
use crate::knowledge::schema::AnswerKind;
use crate::language::Language;

/// Causes shown.
const MOST_CAUSES: usize = 5;

/// Tests and treatments shown.
pub(super) const MOST_ADVICE: usize = 6;

/// Where the tests stand on the page.
const TESTS_AT: usize = 4;

/// Reasons shown per cause in plain depth.
const FEW_REASONS: usize = 3;

/// The page of an assessment.
pub fn document(summary: &Summary<'_>) -> Article {
    let doctor = summary.depth == Depth::Doctor;
    let mut sections = vec![
        urgency(summary),
        causes(summary),
        pair_and_misfits(summary),
        results(summary),
        advice::tests(summary),
        advice::treatments(summary),
        advice::self_care(summary),
        next(summary),
    ];
    if doctor {
        sections.insert(0, doctor::opening(summary));
        // The history comes before the proposals.
        sections.insert(TESTS_AT + 1, doctor::answers(summary));
        sections.push(doctor::sources(summary));
    }
    sections.push(note(summary));
    sections.retain(|section| !section.blocks.is_empty());
    let (title, subtitle) = title(summary);
    Article {
        id: "assessment".to_owned(),
        kind: "assessment",
        title,
        subtitle,
        sections,
    }
}

/// How soon, and what to do.
pub(super) fn title(summary: &Summary<'_>) -> (String, String) {
    let triage = &summary.assessment.triage;
    let number = ("number", summary.number);
    if summary.answers.is_empty() {
        return (
            summary.say("sum-no-answers"),
            summary.with("sum-no-answers-do", &[number]),
        );
    }
    let act = what_to_do(triage.urgency);
    let subtitle = if triage.open_screening.is_empty() || triage.urgency == Urgency::Now {
        act.to_owned()
    } else {
        let open = triage.open_screening.len().to_string();
        summary.with("sum-so-far", &[("n", &open), ("act", act)])
    };
    (headline(triage.urgency).to_owned(), subtitle)
}

pub(super) fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section {
        heading: heading.to_owned(),
        blocks,
    }
}

fn note(summary: &Summary<'_>) -> Section {
    let mut text = summary.with("sum-not-a-diagnosis", &[("answers", &summary.counted())]);
    if !summary.moment.shown.is_empty() {
        text.push(' ');
        text.push_str(&summary.with("sum-when", &[("when", &summary.moment.shown)]));
    }
    let mut blocks = vec![Block::Paragraph(text)];
    if !summary.answers.is_empty() {
        let code = summary.code();
        blocks.push(Block::Facts(vec![(
            summary.say("sum-code"),
            code.grouped(),
        )]));
        if !code.left_out.is_empty() {
            let ids = code.left_out.join(", ");
            blocks.push(Block::Paragraph(
                summary.with("sum-code-left-out", &[("ids", &ids)]),
            ));
        }
    }
    section(&summary.say("sum-note"), blocks)
}

fn urgency(summary: &Summary<'_>) -> Section {
    let triage = &summary.assessment.triage;
    let (engine, knowledge) = (summary.engine, summary.engine.knowledge);
    let depth = summary.depth;
    let mut blocks = Vec::new();
    let shown = triage
        .fired
        .iter()
        .filter(|fired| depth == Depth::Doctor || fired.urgency == triage.urgency)
        .take(if depth == Depth::Plain { 3 } else { usize::MAX });
    for fired in shown {
        let Some(words) = knowledge.words.rules.get(fired.rule) else {
            continue;
        };
        let signs: Vec<String> = fired
            .signs
            .iter()
            .map(|&finding| answer_phrase(engine, finding, summary.answers.get(finding)))
            .collect();
        blocks.push(Block::Warning(format!("{} {}", words.because, words.act)));
        let mut said = summary.with("sum-you-said", &[("signs", &signs.join("; "))]);
        if let (Depth::Doctor, Some(rule)) = (depth, knowledge.rules.get(fired.rule)) {
            let rule = summary.with(
                "sum-rule",
                &[
                    ("id", rule.id),
                    ("class", rule.urgency.id()),
                    ("sources", &rule.sources.join(", ")),
                ],
            );
            said.push_str(&format!(" ({rule})"));
        }
        blocks.push(Block::Paragraph(said));
    }
    if let Some(cause) = triage.because_of_cause {
        let cause = cause_name(engine, cause);
        blocks.push(Block::Warning(
            summary.with("sum-because-of-cause", &[("cause", cause)]),
        ));
    }
    let hanging: Vec<String> = triage
        .hanging
        .iter()
        .take(3)
        .filter_map(|hanging| {
            let finding = *hanging.decided_by.first()?;
            let question = knowledge.words.findings.get(finding)?.question;
            let if_so = summary.say(if_so(hanging.urgency));
            Some(format!("{question} {if_so}"))
        })
        .collect();
    if !hanging.is_empty() {
        blocks.push(Block::Paragraph(summary.say("sum-one-more")));
        blocks.push(Block::List(hanging));
    }
    section(&summary.say("sum-why"), blocks)
}

/// What an answer that fires a rule of this class would ask for.
fn if_so(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Now => "sum-if-so-now",
        Urgency::SameDay => "sum-if-so-today",
        _ => "sum-if-so-days",
    }
}

/// The causes worth naming, in an emergency those behind the alarm first,
/// whatever their rank; never "none of these".
pub(super) fn named<'s>(summary: &Summary<'s>) -> impl Iterator<Item = &'s Ranked> + use<'s> {
    let (assessment, engine, depth) = (summary.assessment, summary.engine, summary.depth);
    let now = assessment.triage.urgency == Urgency::Now;
    let alarming = move |ranked: &&Ranked| {
        now && ranked.urgency == Some(Urgency::Now) && ranked.probability >= 0.01
    };
    let none = engine.none();
    assessment
        .ranking
        .iter()
        .filter(alarming)
        .chain(
            assessment
                .ranking
                .iter()
                .filter(move |ranked| !alarming(ranked)),
        )
        .filter(move |ranked| ranked.cause != none)
        .take(MOST_CAUSES)
        .enumerate()
        .filter(move |(place, ranked)| {
            *place == 0 || ranked.probability >= 0.01 || depth == Depth::Doctor
        })
        .map(|(_, ranked)| ranked)
}

/// The standing of "none of these".
pub(super) fn none<'s>(summary: &Summary<'s>) -> Option<&'s Ranked> {
    let none = summary.engine.none();
    summary
        .assessment
        .ranking
        .iter()
        .find(|ranked| ranked.cause == none)
}

fn causes(summary: &Summary<'_>) -> Section {
    let mut blocks = Vec::new();
    if summary.assessment.weighed > 0 {
        for ranked in named(summary) {
            blocks.push(Block::Paragraph(cause_line(summary, ranked)));
            if summary.depth == Depth::Doctor {
                blocks.push(Block::Facts(doctor::weights(summary, ranked)));
            }
            blocks.push(Block::List(reasons(summary, ranked)));
        }
        if let Some(none) = none(summary) {
            blocks.push(Block::Paragraph(cause_line(summary, none)));
        }
    }
    section(&summary.say("sum-causes"), blocks)
}

fn cause_line(summary: &Summary<'_>, ranked: &Ranked) -> String {
    let name = cause_name(summary.engine, ranked.cause);
    let mut line = format!("{name}: {}", about(ranked.probability));
    let likely = summary.engine.knowledge.settings.likely_severe;
    if ranked.severe.is_some_and(|share| share > likely) {
        line.push_str(&format!(", {}", summary.say("sum-severe")));
    }
    if summary.depth == Depth::Doctor {
        line.push_str(&format!(" ({})", doctor::standing(summary, ranked)));
    }
    line
}

fn reasons(summary: &Summary<'_>, ranked: &Ranked) -> Vec<String> {
    let most = if summary.depth == Depth::Plain {
        FEW_REASONS
    } else {
        usize::MAX
    };
    let mut lines = Vec::new();
    // A doctor has them with their weights already.
    let sides = [
        ("sum-for", &ranked.favouring),
        ("sum-against", &ranked.against),
    ];
    for (key, list) in sides.into_iter().filter(|_| summary.depth != Depth::Doctor) {
        let phrases: Vec<String> = list
            .iter()
            .take(most)
            .map(|reason| {
                let answer = summary.answers.get(reason.finding);
                let phrase = answer_phrase(summary.engine, reason.finding, answer);
                match summary.depth {
                    Depth::Explained => {
                        format!("{phrase} ({})", Strength::of(reason.decibans).word())
                    }
                    _ => phrase,
                }
            })
            .collect();
        if !phrases.is_empty() {
            lines.push(summary.with(key, &[("reasons", &phrases.join("; "))]));
        }
    }
    let open: Vec<&str> = ranked
        .open
        .iter()
        .map(|reason| summary.label(reason.finding))
        .collect();
    if !open.is_empty() {
        lines.push(summary.with("sum-open", &[("questions", &open.join("; "))]));
    }
    lines
}

fn pair_and_misfits(summary: &Summary<'_>) -> Section {
    let mut blocks = Vec::new();
    if let Some(pair) = summary.assessment.pair {
        let (first, second) = pair.causes;
        blocks.push(Block::Paragraph(summary.with(
            "sum-two-at-once",
            &[
                ("first", cause_name(summary.engine, first)),
                ("second", cause_name(summary.engine, second)),
            ],
        )));
    }
    let odd: Vec<String> = summary
        .assessment
        .misfits
        .iter()
        .map(|&(finding, _)| answer_phrase(summary.engine, finding, summary.answers.get(finding)))
        .collect();
    if !odd.is_empty() {
        blocks.push(Block::Paragraph(summary.say("sum-misfits")));
        blocks.push(Block::List(odd));
    }
    section(&summary.say("sum-also"), blocks)
}

fn results(summary: &Summary<'_>) -> Section {
    let rows: Vec<(String, String)> = summary
        .assessment
        .results
        .iter()
        .map(|result| {
            let level = level_phrase(summary.engine, result.finding, result.band);
            (
                summary.label(result.finding).to_owned(),
                format!(
                    "{}{} ({level})",
                    trimmed(result.value),
                    unit(summary, result.finding)
                ),
            )
        })
        .collect();
    let blocks = if rows.is_empty() {
        Vec::new()
    } else {
        vec![Block::Facts(rows)]
    };
    section(&summary.say("sum-results"), blocks)
}

/// The unit a finding is kept in, behind a space.
fn unit(summary: &Summary<'_>, finding: usize) -> String {
    let entry = summary.engine.knowledge.findings.get(finding);
    match entry.map(|entry| &entry.answer) {
        Some(AnswerKind::Number(kind)) if !kind.unit.is_empty() => format!(" {}", kind.unit),
        _ => String::new(),
    }
}

/// Nothing for the doctor, who asks what he or she sees fit.
fn next(summary: &Summary<'_>) -> Section {
    let now = summary.assessment.triage.urgency == Urgency::Now;
    let blocks = match &summary.assessment.next {
        Ok(question) if !now && summary.depth != Depth::Doctor => {
            let text = question_text(summary.engine, summary.language, question);
            vec![Block::Paragraph(text)]
        }
        _ => Vec::new(),
    };
    section(&summary.say("sum-next"), blocks)
}

/// A question with its reason in words.
pub fn question_text(engine: &Engine<'_, '_>, language: &Language, question: &Question) -> String {
    let words = engine.knowledge.words.findings.get(question.finding);
    let text = words.map_or("", |words| words.question);
    let why = match question.reason {
        WhyAsked::Emergency => language.say("report-ask-emergency"),
        WhyAsked::TellsApart {
            leader,
            other,
            level,
        } if leader != other => {
            let level = level_phrase(engine, question.finding, level);
            let places = [
                ("level", &*level),
                ("leader", cause_name(engine, leader)),
                ("other", cause_name(engine, other)),
            ];
            language.with("report-ask-tells-apart", &places)
        }
        WhyAsked::TellsApart { leader, .. } => {
            let leader = [("leader", cause_name(engine, leader))];
            language.with("report-ask-how-likely", &leader)
        }
    };
    format!("{text} {why}")
}

/// Why no question is asked any more, in words.
pub fn stop_text(language: &Language, stop: Stop) -> String {
    language.say(match stop {
        Stop::LittleToLearn => "report-stop-little",
        Stop::ClearEnough => "report-stop-clear",
        Stop::Enough => "report-stop-enough",
    })
}
