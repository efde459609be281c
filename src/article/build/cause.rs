//! The page of a cause.

use super::{Page, linked, section, sentence_case, urgency_words};
use crate::article::{Block, heading};
use crate::knowledge::schema::{AnswerKind, Cause, CodeTrust, Territory};
use crate::knowledge::statistics::cause_grades;
use crate::knowledge::words::CauseWords;
use crate::knowledge::{GradeClass, Knowledge, Urgency};

/// The page of a cause. What is not wanted is not even made, as it can be much.
pub(super) fn cause(knowledge: &Knowledge<'_>, at: usize, wanted: &dyn Fn(&str) -> bool) -> Page {
    let facts = knowledge.causes.get(at)?;
    let words = knowledge.words.causes.get(at)?;
    let text = |text: &str| match text {
        "" => Vec::new(),
        text => vec![Block::Paragraph(text.to_owned())],
    };
    let makers: [(&str, &dyn Fn() -> Vec<Block>); 13] = [
        ("", &|| text(words.summary)),
        ("How soon", &|| how_soon(facts, words)),
        ("Where it is felt", &|| text(words.where_felt)),
        ("How it goes", &|| text(words.course)),
        ("More likely with", &|| text(words.risks)),
        ("Typical signs", &|| typical(knowledge, facts)),
        (heading::TESTS, &|| linked(knowledge, &facts.tests)),
        (heading::TREATMENTS, &|| {
            linked(knowledge, &facts.treatments)
        }),
        (heading::SELF_CARE, &|| linked(knowledge, &facts.self_care)),
        ("What the article says, and guidelines", &|| {
            text(words.article)
        }),
        ("Names and codes", &|| {
            vec![Block::Facts(codes(knowledge, facts))]
        }),
        (heading::FIGURES, &|| vec![figures(facts)]),
        (heading::SOURCES, &|| linked(knowledge, &facts.sources)),
    ];
    let sections = makers
        .into_iter()
        .filter(|(heading, _)| wanted(heading))
        .map(|(heading, make)| section(heading, make()))
        .collect();
    Some((words.standard.to_owned(), sections))
}

fn how_soon(facts: &Cause<'_>, words: &CauseWords<'_>) -> Vec<Block> {
    let sooner: Vec<String> = words
        .sooner
        .iter()
        .map(|(urgency, text)| {
            let when = match urgency {
                Urgency::Now => "Go to the emergency department now",
                Urgency::SameDay => "Be seen today",
                Urgency::Days => "See a doctor within days",
                Urgency::Weeks | Urgency::SelfCare => "See a doctor within weeks",
            };
            format!("{when} if {text}.")
        })
        .collect();
    let mut blocks = vec![
        Block::Warning(format!("{}.", urgency_words(facts.urgency))),
        Block::Paragraph(words.see.to_owned()),
    ];
    if !sooner.is_empty() {
        blocks.push(Block::List(sooner));
    }
    blocks
}

/// The findings that set the cause apart most, in plain words.
fn typical(knowledge: &Knowledge<'_>, cause: &Cause<'_>) -> Vec<Block> {
    let mut signs: Vec<(f64, &str)> = cause
        .findings
        .iter()
        .filter_map(|&(id, share, _)| {
            let at = knowledge.finding(id)?;
            let finding = knowledge.findings.get(at)?;
            let AnswerKind::YesNo(background) = finding.answer else {
                return None;
            };
            let asked = finding.parts.is_empty() && !id.starts_with("exam-");
            let weight = share * (share / background).ln();
            (asked && share >= 0.3 && weight > 0.2).then(|| Some((weight, knowledge.label(at))))?
        })
        .collect();
    signs.sort_by(|a, b| b.0.total_cmp(&a.0));
    let rows: Vec<String> = signs
        .into_iter()
        .take(8)
        .map(|(_, label)| sentence_case(label))
        .collect();
    if rows.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(rows)]
    }
}

fn codes(knowledge: &Knowledge<'_>, cause: &Cause<'_>) -> Vec<(String, String)> {
    let trust = |(code, trust): (&str, CodeTrust)| match trust {
        CodeTrust::Confirmed => code.to_owned(),
        CodeTrust::Memory => format!("{code} (from memory, to be checked)"),
    };
    let territory: Vec<String> = cause
        .territory
        .iter()
        .map(|&territory| territory_words(knowledge, territory))
        .collect();
    let mut rows = vec![("Follows".to_owned(), territory.join(", "))];
    if !cause.icd10.is_empty() {
        rows.push(("ICD-10".to_owned(), cause.icd10.to_owned()));
    }
    rows.extend(cause.icd11.map(|code| ("ICD-11".to_owned(), trust(code))));
    rows.extend(
        cause
            .snomed
            .map(|code| ("SNOMED CT".to_owned(), trust(code))),
    );
    rows
}

/// What a territory is called.
pub(crate) fn territory_words(knowledge: &Knowledge<'_>, territory: Territory<'_>) -> String {
    let anatomy = &knowledge.words.common.anatomy;
    match territory {
        Territory::Nerve(key) | Territory::Root(key) => anatomy
            .iter()
            .find(|(name, _)| *name == key)
            .map_or(key, |&(_, words)| words)
            .to_owned(),
        Territory::Stocking => "both feet, like socks".to_owned(),
        Territory::CaudaEquina => "nerve bundle below the spinal cord".to_owned(),
        Territory::Cord => "spinal cord".to_owned(),
        Territory::Brain => "brain".to_owned(),
        Territory::Patchy => "several single nerves".to_owned(),
        Territory::Artery => "an artery, not a nerve".to_owned(),
        Territory::Vein => "a vein, not a nerve".to_owned(),
        Territory::Lymph => "lymph vessels, not a nerve".to_owned(),
        Territory::Muscle => "muscle".to_owned(),
        Territory::Bone => "bone or joint".to_owned(),
        Territory::Skin => "skin".to_owned(),
        Territory::Anywhere => "no fixed place".to_owned(),
    }
}

fn figures(cause: &Cause<'_>) -> Block {
    let grades = cause_grades(cause);
    let parts: Vec<String> = GradeClass::ALL
        .iter()
        .filter_map(|&class| {
            let count = grades.iter().filter(|grade| grade.class() == class).count();
            (count > 0).then(|| format!("{count} {}", class.word()))
        })
        .collect();
    Block::Paragraph(format!(
        "{} figures: {}. An estimate is a judgement; no source gives it.",
        grades.len(),
        parts.join(", ")
    ))
}
