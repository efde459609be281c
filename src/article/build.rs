//! One builder per kind of entry.

use super::{Article, Block, Section};
use crate::knowledge::schema::{
    Access, AnswerKind, Basis, Cause, CodeTrust, Limit, NumberKind, Range, Seen, Standing,
    Territory, Verdict,
};
use crate::knowledge::statistics::cause_grades;
use crate::knowledge::{Entry, GradeClass, Knowledge, Urgency, find_word};

/// What the class of urgency says to do.
pub fn urgency_words(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::SelfCare => "Look after it yourself; see someone if it does not go",
        Urgency::Weeks => "See a doctor within weeks",
        Urgency::Days => "See a doctor within days",
        Urgency::SameDay => "Be seen today",
        Urgency::Now => "Emergency: go now",
    }
}

/// The page of an entry.
pub fn article(knowledge: &Knowledge<'_>, entry: Entry) -> Article {
    let (subtitle, sections) = match entry {
        Entry::Cause(at) => cause(knowledge, at),
        Entry::Finding(at) => finding(knowledge, at),
        Entry::Rule(at) => rule(knowledge, at),
        Entry::Test(at) => test(knowledge, at),
        Entry::Treatment(at) => treatment(knowledge, at),
        Entry::SelfCare(at) => self_care(knowledge, at),
        Entry::SelfExam(at) => self_exam(knowledge, at),
        Entry::Score(at) => score(knowledge, at),
        Entry::Source(at) => source(knowledge, at),
        Entry::Term(at) => term(knowledge, at),
        Entry::Statement(at) => statement(knowledge, at),
    }
    .unwrap_or_default();
    let title = match entry {
        Entry::Rule(_) => format!("Red flag {}", knowledge.id(entry)),
        Entry::Statement(_) => format!("The article, statement {}", knowledge.id(entry)),
        Entry::Source(_) => format!("Source {}", knowledge.id(entry)),
        _ => sentence_case(knowledge.name(entry)),
    };
    Article {
        id: knowledge.id(entry).to_owned(),
        kind: entry.kind().word(),
        title,
        subtitle,
        sections: sections
            .into_iter()
            .filter(|section| !section.blocks.is_empty())
            .collect(),
    }
}

type Page = Option<(String, Vec<Section>)>;

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section {
        heading: heading.to_owned(),
        blocks,
    }
}

/// A section of one text; none when the text is empty.
fn prose(heading: &str, text: &str) -> Section {
    let blocks = if text.is_empty() {
        Vec::new()
    } else {
        vec![Block::Paragraph(text.to_owned())]
    };
    section(heading, blocks)
}

fn links<'a>(knowledge: &Knowledge<'a>, heading: &str, ids: &[&'a str]) -> Section {
    let rows: Vec<(String, String)> = ids
        .iter()
        .filter_map(|id| {
            let entry = knowledge.entry(id)?;
            Some(((*id).to_owned(), knowledge.name(entry).to_owned()))
        })
        .collect();
    if rows.is_empty() {
        section(heading, Vec::new())
    } else {
        section(heading, vec![Block::Links(rows)])
    }
}

fn cause(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.causes.get(at)?;
    let words = knowledge.words.causes.get(at)?;
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
    let mut how_soon = vec![
        Block::Warning(format!("{}.", urgency_words(facts.urgency))),
        Block::Paragraph(words.see.to_owned()),
    ];
    if !sooner.is_empty() {
        how_soon.push(Block::List(sooner));
    }
    let sections = vec![
        prose("", words.summary),
        section("How soon", how_soon),
        prose("Where it is felt", words.where_felt),
        prose("How it goes", words.course),
        prose("More likely with", words.risks),
        typical(knowledge, facts),
        links(knowledge, "Tests to ask about", &facts.tests),
        links(knowledge, "Treatments to ask about", &facts.treatments),
        links(
            knowledge,
            "What you can do yourself, and its limits",
            &facts.self_care,
        ),
        prose("What the article says, and guidelines", words.article),
        section(
            "Names and codes",
            vec![Block::Facts(codes(knowledge, facts))],
        ),
        section("How good are the figures", vec![figures(facts)]),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((words.standard.to_owned(), sections))
}

/// The findings that set the cause apart most, in plain words.
fn typical(knowledge: &Knowledge<'_>, cause: &Cause<'_>) -> Section {
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
            (asked && share >= 0.3 && weight > 0.2)
                .then(|| Some((weight, knowledge.words.findings.get(at)?.label)))?
        })
        .collect();
    signs.sort_by(|a, b| b.0.total_cmp(&a.0));
    let rows: Vec<String> = signs
        .into_iter()
        .take(8)
        .map(|(_, label)| sentence_case(label))
        .collect();
    if rows.is_empty() {
        section("Typical signs", Vec::new())
    } else {
        section("Typical signs", vec![Block::List(rows)])
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

fn finding(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.findings.get(at)?;
    let words = knowledge.words.findings.get(at)?;
    let mut rows = Vec::new();
    if let Some(category) = knowledge.category_of(at) {
        rows.push(("Group".to_owned(), category.title.to_owned()));
    }
    let answers = match &facts.answer {
        AnswerKind::YesNo(_) => "yes, no, not sure".to_owned(),
        AnswerKind::OneOf(_) => words
            .levels
            .iter()
            .map(|&(_, label)| label)
            .collect::<Vec<_>>()
            .join("; "),
        AnswerKind::Number(kind) => number_words(kind),
    };
    rows.push(("Answers".to_owned(), answers));
    let speaking: Vec<&str> = knowledge
        .causes
        .iter()
        .filter(|cause| {
            cause
                .findings
                .iter()
                .any(|&(id, share, _)| id == facts.id && share >= 0.3)
                || cause
                    .levels
                    .iter()
                    .any(|&(id, _, share, _)| id == facts.id && share >= 0.3)
        })
        .map(|cause| cause.id)
        .collect();
    let rules: Vec<&str> = knowledge
        .rules
        .iter()
        .zip(&knowledge.rule_conditions)
        .filter(|(_, (when, _))| when.findings().contains(&at))
        .map(|(rule, _)| rule.id)
        .collect();
    let sections = vec![
        prose("", words.question),
        prose("What is meant", words.help),
        section("About the answer", vec![Block::Facts(rows)]),
        links(knowledge, "Asked in parts", &facts.parts),
        links(knowledge, "Common in", &speaking),
        links(knowledge, "Red flags that use it", &rules),
    ];
    Some((String::new(), sections))
}

fn number_words(kind: &NumberKind<'_>) -> String {
    let (low, high) = kind.range;
    let mut text = format!("a number from {low} to {high} {}", kind.unit);
    if !kind.also.is_empty() {
        let others: Vec<&str> = kind.also.iter().map(|&(name, _, _)| name).collect();
        text.push_str(&format!(", or in {}", others.join(", ")));
    }
    text
}

fn rule(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.rules.get(at)?;
    let words = knowledge.words.rules.get(at)?;
    let basis = match facts.basis {
        Basis::Guideline => "a guideline",
        Basis::Textbook => "textbooks",
        Basis::Consensus => "judgement; no guideline names a time",
    };
    let (when, _) = knowledge.rule_conditions.get(at)?;
    let signs: Vec<String> = when
        .findings()
        .into_iter()
        .filter_map(|finding| knowledge.words.findings.get(finding))
        .map(|words| sentence_case(words.label))
        .collect();
    let sections = vec![
        section(
            "",
            vec![
                Block::Warning(format!("{}.", urgency_words(facts.urgency))),
                Block::Paragraph(words.because.to_owned()),
            ],
        ),
        prose("What to do", words.act),
        section("Signs it looks at", vec![Block::List(signs)]),
        prose("Rests on", basis),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((String::new(), sections))
}

fn test(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.tests.get(at)?;
    let words = knowledge.words.tests.get(at)?;
    let access = match facts.access {
        Access::Practice => "any practice",
        Access::Hospital => "hospital, as an outpatient",
        Access::Specialist => "a specialist",
    };
    let ranges: Vec<(String, String)> = facts
        .ranges
        .iter()
        .map(|range| {
            (
                find_word(&words.analytes, range.analyte).to_owned(),
                range_words(knowledge, range),
            )
        })
        .collect();
    let ranges = if ranges.is_empty() {
        Vec::new()
    } else {
        vec![
            Block::Facts(ranges),
            Block::Paragraph(
                "Laboratories differ: the range printed on the report comes first.".to_owned(),
            ),
        ]
    };
    let causes: Vec<&str> = knowledge
        .causes
        .iter()
        .filter(|cause| cause.tests.contains(&facts.id))
        .map(|cause| cause.id)
        .collect();
    let mut about = vec![("Where".to_owned(), access.to_owned())];
    if !facts.loinc.is_empty() {
        about.push(("LOINC".to_owned(), facts.loinc.join(", ")));
    }
    let sections = vec![
        prose("", words.shows),
        prose("Before the test", words.prepare),
        prose("What happens", words.happens),
        prose("Reading the result", words.reading),
        section("Usual ranges", ranges),
        prose("What it cannot tell", words.limits),
        prose("What the article says, and guidelines", words.article),
        links(knowledge, "Done for", &causes),
        section("About", vec![Block::Facts(about)]),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((words.also.join(", "), sections))
}

/// A limit in its own unit and the others: "7.0 mmol/L (126 mg/dL)".
fn quantity(range: &Range<'_>, value: f64) -> String {
    let others: Vec<String> = range
        .also
        .iter()
        .map(|&(unit, factor, offset)| format!("{} {unit}", rounded(value * factor + offset)))
        .collect();
    let own = format!("{} {}", rounded(value), range.unit);
    if others.is_empty() {
        own
    } else {
        format!("{own} ({})", others.join(", "))
    }
}

/// Three significant figures at most.
fn rounded(value: f64) -> String {
    let decimals = if value.abs() >= 100.0 {
        0
    } else if value.abs() >= 10.0 {
        1
    } else {
        2
    };
    let text = format!("{value:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

fn range_words(knowledge: &Knowledge<'_>, range: &Range<'_>) -> String {
    let usual = match range.usual {
        (Some(low), Some(high)) => {
            format!("usual {} to {}", rounded(low), quantity(range, high))
        }
        (Some(low), None) => format!("usual from {}", quantity(range, low)),
        (None, Some(high)) => format!("usual up to {}", quantity(range, high)),
        (None, None) => "no usual range".to_owned(),
    };
    let limits = range.limits.iter().map(|&limit| {
        let (word, value, key) = match limit {
            Limit::From(value, key) => ("from", value, key),
            Limit::Under(value, key) => ("under", value, key),
            Limit::UpTo(value, key) => ("up to", value, key),
            Limit::Above(value, key) => ("above", value, key),
        };
        let meaning = knowledge
            .words
            .common
            .limits
            .iter()
            .find(|(name, _)| *name == key)
            .map_or(key, |&(_, words)| words);
        format!("{word} {}: {meaning}", quantity(range, value))
    });
    std::iter::once(usual)
        .chain(limits)
        .collect::<Vec<_>>()
        .join("; ")
}

fn standing_words(standing: Standing) -> &'static str {
    match standing {
        Standing::Recommended => "Among the first things to be offered.",
        Standing::Sometimes => "For some people, or later.",
        Standing::Discouraged => "Guidelines advise against it.",
        Standing::Emergency => "Given in hospital, at once.",
    }
}

/// The reasons why something may be ruled out, each once.
fn reasons(
    knowledge: &Knowledge<'_>,
    ruled_out: &[(crate::knowledge::expression::Expr<'_>, &str)],
) -> Section {
    let mut texts: Vec<String> = Vec::new();
    for (_, key) in ruled_out {
        let reason = knowledge
            .words
            .common
            .reasons
            .iter()
            .find(|(name, _)| name == key)
            .map_or(*key, |&(_, words)| words);
        if !texts.iter().any(|text| text == reason) {
            texts.push(reason.to_owned());
        }
    }
    if texts.is_empty() {
        section("Your answers can rule it out, because", Vec::new())
    } else {
        section(
            "Your answers can rule it out, because",
            vec![Block::List(texts)],
        )
    }
}

fn treatment(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.treatments.get(at)?;
    let words = knowledge.words.treatments.get(at)?;
    let causes: Vec<&str> = knowledge
        .causes
        .iter()
        .filter(|cause| cause.treatments.contains(&facts.id))
        .map(|cause| cause.id)
        .collect();
    let sections = vec![
        prose("", words.what),
        section(
            "What guidelines say",
            vec![
                Block::Paragraph(standing_words(facts.standing).to_owned()),
                Block::Paragraph(words.guideline.to_owned()),
            ],
        ),
        prose("Take care", words.careful),
        prose("How long it takes", words.time),
        prose("What the article says", words.article),
        reasons(knowledge, &facts.do_not_if),
        links(knowledge, "Used for", &causes),
        prose("Medicine classes (ATC)", &facts.atc.join(", ")),
        prose(
            "",
            "Never start, stop or change a prescribed medicine on your own. Ask your doctor.",
        ),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((String::new(), sections))
}

fn self_care(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.self_care.get(at)?;
    let words = knowledge.words.self_care.get(at)?;
    let sections = vec![
        prose("How", words.how),
        prose("When not", words.limits),
        reasons(knowledge, &facts.do_not_if),
        prose("What the article says", words.article),
        prose("What guidelines say", words.guideline),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((format!("Self-care {}", facts.code), sections))
}

fn self_exam(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.self_exams.get(at)?;
    let words = knowledge.words.self_exams.get(at)?;
    let steps = words.steps.iter().map(|&step| step.to_owned()).collect();
    let sections = vec![
        prose("", words.about),
        prose("You need", words.needs),
        section("Steps", vec![Block::Steps(steps)]),
        prose("With a helper, or alone", words.helper),
        prose("How to read it", words.reading),
        prose("Do not do it when", words.not_if),
        reasons(knowledge, &facts.do_not_if),
        links(knowledge, "It answers", &facts.sets),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((format!("Self-check {}", facts.code), sections))
}

fn score(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.scores.get(at)?;
    let words = knowledge.words.scores.get(at)?;
    let items = facts
        .items
        .iter()
        .map(|item| {
            let text = find_word(&words.items, item.id);
            (text.to_owned(), item.points.to_string())
        })
        .collect();
    let sections = vec![
        prose("", words.about),
        section("Items and points", vec![Block::Facts(items)]),
        prose("How to read it", words.reading),
        prose("Licence", words.licence),
        links(knowledge, "Sources", &facts.sources),
    ];
    Some((String::new(), sections))
}

fn source(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let facts = knowledge.sources.get(at)?;
    let seen = match facts.seen {
        Seen::Page => "The page was seen when the figures were taken down.",
        Seen::Partly => "Part of it was seen; the rest is from memory and to be checked.",
        Seen::Memory => "From memory; to be checked before it is relied on.",
    };
    let supports = knowledge.words.sources.get(at).copied().unwrap_or_default();
    let sections = vec![
        prose("", facts.citation),
        prose("Supports", supports),
        prose("Checked", seen),
    ];
    Some((String::new(), sections))
}

fn term(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let words = knowledge.words.terms.get(at)?;
    let sections = vec![
        prose("", words.means),
        prose("Other words", &words.words.join(", ")),
    ];
    Some((String::new(), sections))
}

fn statement(knowledge: &Knowledge<'_>, at: usize) -> Page {
    let (_, verdict, entries) = knowledge.statements.get(at)?;
    let words = knowledge.words.statements.get(at)?;
    let verdict = match verdict {
        Verdict::Agree => "Guidelines agree",
        Verdict::Partly => "True in part",
        Verdict::Incomplete => "Something important is missing",
        Verdict::Conflict => "Guidelines say otherwise",
    };
    let sections = vec![
        prose("The article says", words.says),
        prose(verdict, words.verdict),
        links(knowledge, "Where it stands here", entries),
    ];
    Some((String::new(), sections))
}
