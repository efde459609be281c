//! An assessment as a page, in three depths.

use super::advice;
use super::words::{about, answer_phrase, cause_name, headline, level_phrase, trimmed, what_to_do};
use crate::article::{Article, Block, Section};
use crate::assessment::question::{Question, Stop, WhyAsked};
use crate::assessment::{Answers, Assessment, Engine, Ranked};
use crate::inference::reasons::Strength;
use crate::knowledge::{GradeClass, Urgency};

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// What a person needs.
    Plain,
    /// With the weight of every reason in words.
    Explained,
    /// With numbers, rules and grades, for a doctor.
    Doctor,
}

/// Causes shown.
const MOST_CAUSES: usize = 5;

/// Tests and treatments shown.
pub(super) const MOST_ADVICE: usize = 6;

/// Reasons shown per cause in plain depth.
const FEW_REASONS: usize = 3;

/// The page of an assessment.
pub fn document(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    assessment: &Assessment,
    depth: Depth,
) -> Article {
    let triage = &assessment.triage;
    let mut sections = vec![
        urgency(engine, answers, assessment, depth),
        causes(engine, answers, assessment, depth),
        pair_and_misfits(engine, answers, assessment),
        results(engine, assessment),
        advice::tests(engine, assessment, depth),
        advice::treatments(engine, &assessment.treatments),
        advice::self_care(engine, assessment),
        next(engine, assessment),
    ];
    if depth == Depth::Doctor {
        sections.push(all_answers(engine, answers));
    }
    sections.push(Section {
        heading: "Please note".to_owned(),
        blocks: vec![Block::Paragraph(format!(
            "This is not a diagnosis. It rests on {} {} and on figures that are mostly estimates.",
            assessment.weighed,
            if assessment.weighed == 1 {
                "answer"
            } else {
                "answers"
            }
        ))],
    });
    sections.retain(|section| !section.blocks.is_empty());
    Article {
        id: "assessment".to_owned(),
        kind: "assessment",
        title: if answers.is_empty() {
            "NO ANSWERS YET".to_owned()
        } else {
            headline(triage.urgency).to_owned()
        },
        subtitle: if answers.is_empty() {
            "How urgent it is cannot be said without answers. In an emergency call the emergency number."
                .to_owned()
        } else if triage.open_screening.is_empty() || triage.urgency == Urgency::Now {
            what_to_do(triage.urgency).to_owned()
        } else {
            format!(
                "So far, with {} emergency questions open. {}",
                triage.open_screening.len(),
                what_to_do(triage.urgency)
            )
        },
        sections,
    }
}

pub(super) fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section {
        heading: heading.to_owned(),
        blocks,
    }
}

fn urgency(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    assessment: &Assessment,
    depth: Depth,
) -> Section {
    let triage = &assessment.triage;
    let knowledge = engine.knowledge;
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
            .map(|&finding| answer_phrase(engine, finding, answers.get(finding)))
            .collect();
        blocks.push(Block::Warning(format!("{} {}", words.because, words.act)));
        let rule = match (depth, knowledge.rules.get(fired.rule)) {
            (Depth::Doctor, Some(rule)) => format!(
                " (rule {}, {}, sources {})",
                rule.id,
                rule.urgency.id(),
                rule.sources.join(", ")
            ),
            _ => String::new(),
        };
        blocks.push(Block::Paragraph(format!(
            "You said: {}.{rule}",
            signs.join("; ")
        )));
    }
    if let Some(cause) = triage.because_of_cause {
        blocks.push(Block::Warning(format!(
            "This is because one possible cause asks for it: {}.",
            cause_name(engine, cause)
        )));
    }
    let hanging: Vec<String> = triage
        .hanging
        .iter()
        .take(3)
        .filter_map(|hanging| {
            let finding = *hanging.decided_by.first()?;
            let question = knowledge.words.findings.get(finding)?.question;
            Some(format!("{question} {}", if_so(hanging.urgency)))
        })
        .collect();
    if !hanging.is_empty() {
        blocks.push(Block::Paragraph(
            "One more answer could make it more urgent:".to_owned(),
        ));
        blocks.push(Block::List(hanging));
    }
    section("Why", blocks)
}

/// What an answer that fires a rule of this class would ask for.
fn if_so(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Now => "If so, go to the emergency department now.",
        Urgency::SameDay => "If so, be seen today.",
        _ => "If so, see a doctor within days.",
    }
}

fn causes(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    assessment: &Assessment,
    depth: Depth,
) -> Section {
    if assessment.weighed == 0 {
        return section("What it could be", Vec::new());
    }
    let mut blocks = Vec::new();
    // In an emergency the causes behind the alarm come first, whatever their rank.
    let now = assessment.triage.urgency == Urgency::Now;
    let alarming = |ranked: &&Ranked| {
        now && ranked.urgency == Some(Urgency::Now) && ranked.probability >= 0.01
    };
    let named = assessment
        .ranking
        .iter()
        .filter(alarming)
        .chain(assessment.ranking.iter().filter(|ranked| !alarming(ranked)))
        .filter(|ranked| ranked.cause != engine.none())
        .take(MOST_CAUSES)
        .enumerate()
        .filter(|(place, ranked)| {
            *place == 0 || ranked.probability >= 0.01 || depth == Depth::Doctor
        })
        .map(|(_, ranked)| ranked);
    for ranked in named {
        blocks.push(Block::Paragraph(cause_line(engine, ranked, depth)));
        blocks.push(Block::List(reasons(engine, answers, ranked, depth)));
    }
    let none = assessment
        .ranking
        .iter()
        .find(|ranked| ranked.cause == engine.none());
    if let Some(none) = none {
        blocks.push(Block::Paragraph(cause_line(engine, none, depth)));
    }
    section("What it could be", blocks)
}

fn cause_line(engine: &Engine<'_, '_>, ranked: &Ranked, depth: Depth) -> String {
    let name = cause_name(engine, ranked.cause);
    let mut line = format!("{name}: {}", about(ranked.probability));
    if let Some(share) = ranked.severe
        && share > engine.knowledge.settings.likely_severe
    {
        line.push_str(", with dangerously poor blood flow");
    }
    if depth == Depth::Doctor {
        let standard = engine
            .knowledge
            .words
            .causes
            .get(ranked.cause)
            .map_or("", |words| words.standard);
        let figures: Vec<String> = GradeClass::ALL
            .iter()
            .zip(ranked.figures)
            .filter(|(_, count)| *count > 0)
            .map(|(class, count)| format!("{count} {}", class.word()))
            .collect();
        if figures.is_empty() {
            return format!("{line} (p = {:.3})", ranked.probability);
        }
        line.push_str(&format!(
            " (p = {:.3}; {standard}; figures: {})",
            ranked.probability,
            figures.join(", ")
        ));
    }
    line
}

fn reasons(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    ranked: &Ranked,
    depth: Depth,
) -> Vec<String> {
    let most = if depth == Depth::Plain {
        FEW_REASONS
    } else {
        usize::MAX
    };
    let mut lines = Vec::new();
    for (word, list) in [("for", &ranked.favouring), ("against", &ranked.against)] {
        let phrases: Vec<String> = list
            .iter()
            .take(most)
            .map(|reason| {
                let phrase = answer_phrase(engine, reason.finding, answers.get(reason.finding));
                match depth {
                    Depth::Plain => phrase,
                    Depth::Explained => {
                        format!("{phrase} ({})", Strength::of(reason.decibans).word())
                    }
                    Depth::Doctor => format!("{phrase} ({:+.1} dB)", reason.decibans),
                }
            })
            .collect();
        if !phrases.is_empty() {
            lines.push(format!("{word}: {}", phrases.join("; ")));
        }
    }
    let open: Vec<&str> = ranked
        .open
        .iter()
        .filter_map(|reason| engine.knowledge.words.findings.get(reason.finding))
        .map(|words| words.label)
        .collect();
    if !open.is_empty() {
        lines.push(format!("still open: {}", open.join("; ")));
    }
    lines
}

fn pair_and_misfits(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    assessment: &Assessment,
) -> Section {
    let mut blocks = Vec::new();
    if let Some(pair) = assessment.pair {
        let (first, second) = pair.causes;
        blocks.push(Block::Paragraph(format!(
            "Your answers fit two things at once better than any one alone: {} and {}.",
            cause_name(engine, first),
            cause_name(engine, second)
        )));
    }
    let odd: Vec<String> = assessment
        .misfits
        .iter()
        .map(|&(finding, _)| answer_phrase(engine, finding, answers.get(finding)))
        .collect();
    if !odd.is_empty() {
        blocks.push(Block::Paragraph(
            "These do not fit well with your other answers. Check them, or tell the doctor:"
                .to_owned(),
        ));
        blocks.push(Block::List(odd));
    }
    section("Also", blocks)
}

fn results(engine: &Engine<'_, '_>, assessment: &Assessment) -> Section {
    let rows: Vec<(String, String)> = assessment
        .results
        .iter()
        .filter_map(|result| {
            let words = engine.knowledge.words.findings.get(result.finding)?;
            Some((
                words.label.to_owned(),
                format!(
                    "{}: {}",
                    trimmed(result.value),
                    level_phrase(engine, result.finding, result.band)
                ),
            ))
        })
        .collect();
    let blocks = if rows.is_empty() {
        Vec::new()
    } else {
        vec![Block::Facts(rows)]
    };
    section("Your test results", blocks)
}

fn next(engine: &Engine<'_, '_>, assessment: &Assessment) -> Section {
    let blocks = match &assessment.next {
        Ok(_) if assessment.triage.urgency == Urgency::Now => Vec::new(),
        Ok(question) => vec![Block::Paragraph(question_text(engine, question))],
        Err(_) => Vec::new(),
    };
    section("The next question", blocks)
}

/// A question with its reason in words.
pub fn question_text(engine: &Engine<'_, '_>, question: &Question) -> String {
    let text = engine
        .knowledge
        .words
        .findings
        .get(question.finding)
        .map_or("", |words| words.question);
    let why = match question.reason {
        WhyAsked::Emergency => {
            "This is asked first because it can be a sign of an emergency, or decides one."
                .to_owned()
        }
        WhyAsked::TellsApart {
            leader,
            other,
            level,
        } if leader != other => format!(
            "This is asked because it helps to tell two causes apart. \"{}\" would speak for: {}. Otherwise: {}.",
            level_phrase(engine, question.finding, level),
            cause_name(engine, leader),
            cause_name(engine, other)
        ),
        WhyAsked::TellsApart { leader, .. } => format!(
            "This is asked because it would change how likely this is: {}.",
            cause_name(engine, leader)
        ),
    };
    format!("{text} {why}")
}

/// Why no question is asked any more, in words.
pub fn stop_text(stop: Stop) -> &'static str {
    match stop {
        Stop::LittleToLearn => "No open question would tell much more.",
        Stop::ClearEnough => "The picture is clear enough; more questions would change little.",
        Stop::Enough => "Enough questions were asked.",
    }
}

fn all_answers(engine: &Engine<'_, '_>, answers: &Answers) -> Section {
    let mut blocks = Vec::new();
    for category in &engine.knowledge.categories {
        let phrases: Vec<String> = answers
            .iter()
            .filter(|(finding, _)| category.findings.contains(finding))
            .map(|(finding, answer)| answer_phrase(engine, finding, Some(answer)))
            .collect();
        if !phrases.is_empty() {
            blocks.push(Block::Paragraph(format!(
                "{}: {}",
                category.title,
                phrases.join("; ")
            )));
        }
    }
    section("All answers", blocks)
}
