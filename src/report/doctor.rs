//! What only the doctor's version has: weights with their sources, answers by
//! group, the papers behind it all.

use super::document::{named, section};
use super::summary::Summary;
use super::words::answer_phrase;
use crate::article::{Block, Section};
use crate::assessment::{Answer, Ranked, figures};
use crate::knowledge::schema::{AnswerKind, Cause};
use crate::knowledge::{Entry, Grade, GradeClass};

/// Answers named on each side of a cause that is hardly possible.
const FEW_WEIGHTS: usize = 3;

/// What a reader has to know before the numbers.
pub(super) fn opening(summary: &Summary<'_>) -> Section {
    let blocks = vec![
        Block::Paragraph(summary.say("sum-for-doctor-note")),
        Block::Facts(vec![(
            summary.say("sum-version"),
            summary.engine.knowledge.settings.version.clone(),
        )]),
    ];
    section(&summary.say("sum-for-doctor"), blocks)
}

/// Probability, standard name and the grades of the figures of a cause.
pub(super) fn standing(summary: &Summary<'_>, ranked: &Ranked) -> String {
    let p = if ranked.probability < 0.001 {
        "< 0.001".to_owned()
    } else {
        format!("= {:.3}", ranked.probability)
    };
    let knowledge = summary.engine.knowledge;
    let Some(words) = knowledge.words.causes.get(ranked.cause) else {
        return format!("p {p}");
    };
    let figures: Vec<String> = GradeClass::ALL
        .iter()
        .zip(figures(summary.engine, ranked.cause))
        .filter(|(_, count)| *count > 0)
        .map(|(class, count)| format!("{count} {}", class.word()))
        .collect();
    summary.with(
        "sum-cause-doctor",
        &[
            ("p", &p),
            ("standard", words.standard),
            ("figures", &figures.join(", ")),
        ],
    )
}

/// Every answer weighed for a cause: decibans, and where its figure is from.
pub(super) fn weights(summary: &Summary<'_>, ranked: &Ranked) -> Vec<(String, String)> {
    let cause = summary.engine.knowledge.causes.get(ranked.cause);
    let most = if ranked.probability < 0.01 {
        FEW_WEIGHTS
    } else {
        usize::MAX
    };
    let against = ranked.against.iter().take(most);
    ranked
        .favouring
        .iter()
        .take(most)
        .chain(against)
        .map(|reason| {
            let answer = summary.answers.get(reason.finding);
            let phrase = answer_phrase(summary.engine, reason.finding, answer);
            let grade = cause.and_then(|cause| grade(summary, cause, reason.finding));
            let from = match grade {
                None => summary.say("sum-background"),
                Some(grade) => match grade.source() {
                    None => grade.class().word().to_owned(),
                    Some(source) => format!("{}, {source}", grade.class().word()),
                },
            };
            (
                format!("{:+.1} dB", reason.decibans),
                format!("{phrase} ({from})"),
            )
        })
        .collect()
}

/// The grade of the figure of a cause by which an answer is weighed.
fn grade<'s>(summary: &Summary<'s>, cause: &Cause<'s>, finding: usize) -> Option<Grade<'s>> {
    let entry = summary.engine.knowledge.findings.get(finding)?;
    match entry.id {
        "side" => return Some(cause.both.1),
        "onset" => return Some(cause.onset.1),
        "age" => return Some(cause.age.1),
        "sex" => return Some(cause.male.1),
        _ => {}
    }
    let level = match (&entry.answer, summary.answers.get(finding)) {
        (AnswerKind::OneOf(levels), Some(Answer::Level(level))) => {
            levels.get(level).map(|&(name, _)| name)
        }
        (AnswerKind::Number(kind), Some(answer)) => answer
            .level(&entry.answer)
            .and_then(|band| kind.bands.get(band))
            .map(|&(name, _, _)| name),
        _ => None,
    };
    let yes = cause.findings.iter().find(|(id, _, _)| *id == entry.id);
    let of_level = |(id, name, _, _): &&(&str, &str, f64, Grade<'s>)| {
        *id == entry.id && level.is_none_or(|level| level == *name)
    };
    yes.map(|&(_, _, grade)| grade).or_else(|| {
        cause
            .levels
            .iter()
            .find(of_level)
            .map(|&(_, _, _, grade)| grade)
    })
}

/// All answers by group: yes first, then no, then what is not known.
pub(super) fn answers(summary: &Summary<'_>) -> Section {
    let mut rows = Vec::new();
    let knowledge = summary.engine.knowledge;
    for category in &knowledge.categories {
        let mut sorted: [Vec<String>; 3] = Default::default();
        let [yes, no, not_sure] = &mut sorted;
        let given = summary.answers.iter();
        for (finding, answer) in given.filter(|(at, _)| category.findings.contains(at)) {
            let label = || summary.label(finding).to_owned();
            match answer {
                Answer::YesNo(false) => no.push(label()),
                Answer::NotSure => not_sure.push(label()),
                _ => yes.push(answer_phrase(summary.engine, finding, Some(answer))),
            }
        }
        let keys = [
            "sum-answered-yes",
            "sum-answered-no",
            "sum-answered-not-sure",
        ];
        for (key, list) in keys
            .into_iter()
            .zip(sorted)
            .filter(|(_, list)| !list.is_empty())
        {
            let name = format!("{}, {}", category.title, summary.say(key));
            rows.push((name, list.join("; ")));
        }
    }
    let blocks = if rows.is_empty() {
        Vec::new()
    } else {
        vec![Block::Facts(rows)]
    };
    section(&summary.say("sum-answers-by-group"), blocks)
}

/// The papers behind the figures and rules that are named.
pub(super) fn sources(summary: &Summary<'_>) -> Section {
    let knowledge = summary.engine.knowledge;
    let mut ids: Vec<&str> = Vec::new();
    for fired in &summary.assessment.triage.fired {
        ids.extend(
            knowledge
                .rules
                .get(fired.rule)
                .iter()
                .flat_map(|rule| rule.sources.iter()),
        );
    }
    for ranked in named(summary) {
        let Some(cause) = knowledge.causes.get(ranked.cause) else {
            continue;
        };
        let graded = ranked.favouring.iter().chain(&ranked.against);
        ids.extend(graded.filter_map(|reason| grade(summary, cause, reason.finding)?.source()));
        ids.extend(&cause.sources);
    }
    ids.sort_unstable();
    ids.dedup();
    let rows: Vec<(String, String)> = ids
        .into_iter()
        .filter_map(|id| match knowledge.entry(id) {
            Some(Entry::Source(at)) => Some((
                id.to_owned(),
                knowledge.sources.get(at)?.citation.to_owned(),
            )),
            _ => None,
        })
        .collect();
    let blocks = if rows.is_empty() {
        Vec::new()
    } else {
        vec![Block::Facts(rows)]
    };
    section(&summary.say("sum-sources"), blocks)
}
