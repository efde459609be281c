//! Counts over a knowledge base: entries, figures by grade, coverage.

use serde::Serialize;

use super::check::patient_texts;
use super::reading_ease::grade;
use super::schema::{AskedOf, Cause, Seen};
use super::{Grade, GradeClass, Kind, Knowledge, Urgency};

/// What `tingle knowledge stats` shows.
#[derive(Debug, Clone, Serialize)]
pub struct Statistics {
    /// Version of the knowledge base.
    pub version: String,
    /// Entries of each kind, in the order of [`Kind::ALL`].
    pub entries: Vec<(&'static str, usize)>,
    /// Findings by who can answer them.
    pub findings_by_asker: Vec<(&'static str, usize)>,
    /// Red flags by class, most urgent first.
    pub rules_by_urgency: Vec<(&'static str, usize)>,
    /// Figures by grade, best first.
    pub figures: Vec<(&'static str, usize)>,
    /// Share of the possible pairs of cause and finding that have a figure of their own.
    pub coverage: f64,
    /// Sum of all base rates.
    pub prior_sum: f64,
    /// Statements of the seed article that are carried, of how many.
    pub seed: (usize, usize),
    /// Sources whose page was seen at least in part, of how many.
    pub sources_seen: (usize, usize),
    /// Reading grade of patient text: kind, mean, hardest, id of the hardest.
    pub reading: Vec<(&'static str, f64, f64, String)>,
}

impl Statistics {
    /// Counts a knowledge base.
    pub fn of(knowledge: &Knowledge<'_>) -> Self {
        let grades = all_grades(knowledge);
        let asker = |asked_of| {
            knowledge
                .categories
                .iter()
                .filter(|category| category.asked_of == asked_of)
                .map(|category| category.findings.len())
                .sum()
        };
        let cells: usize = knowledge
            .causes
            .iter()
            .map(|cause| cause.findings.len() + cause.levels.len() + 4)
            .sum();
        let possible = knowledge.causes.len() * knowledge.findings.len();
        Self {
            version: knowledge.settings.version.clone(),
            entries: Kind::ALL
                .iter()
                .map(|&kind| (kind.word(), knowledge.entries(kind).len()))
                .collect(),
            findings_by_asker: vec![
                ("everyone", asker(AskedOf::Everyone)),
                ("self-check", asker(AskedOf::SelfCheck)),
                ("test result", asker(AskedOf::TestResult)),
                ("examiner", asker(AskedOf::Examiner)),
            ],
            rules_by_urgency: Urgency::ALL
                .iter()
                .rev()
                .map(|&urgency| {
                    let of_class = knowledge
                        .rules
                        .iter()
                        .filter(|rule| rule.urgency == urgency);
                    (urgency.id(), of_class.count())
                })
                .collect(),
            figures: GradeClass::ALL
                .iter()
                .map(|&class| {
                    let of_class = grades.iter().filter(|grade| grade.class() == class);
                    (class.word(), of_class.count())
                })
                .collect(),
            coverage: share(cells, possible),
            prior_sum: knowledge.causes.iter().map(|cause| cause.prior.0).sum(),
            seed: (
                knowledge
                    .statements
                    .iter()
                    .filter(|(_, _, entries)| !entries.is_empty())
                    .count(),
                knowledge.statements.len(),
            ),
            sources_seen: (
                knowledge
                    .sources
                    .iter()
                    .filter(|source| source.seen != Seen::Memory)
                    .count(),
                knowledge.sources.len(),
            ),
            reading: reading(knowledge),
        }
    }
}

#[allow(clippy::cast_precision_loss)] // counts of entries, far below 2^52
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

fn reading(knowledge: &Knowledge<'_>) -> Vec<(&'static str, f64, f64, String)> {
    let mut rows = Vec::new();
    for kind in Kind::ALL {
        let graded: Vec<(f64, &str)> = knowledge
            .entries(kind)
            .into_iter()
            .filter_map(|entry| {
                let texts = patient_texts(knowledge, entry);
                (!texts.is_empty()).then(|| (grade(texts), knowledge.id(entry)))
            })
            .collect();
        let hardest = graded.iter().max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some(&(hardest, id)) = hardest {
            let sum: f64 = graded.iter().map(|(grade, _)| grade).sum();
            let mean = sum / f64::from(u32::try_from(graded.len()).unwrap_or(u32::MAX));
            rows.push((kind.word(), mean, hardest, id.to_owned()));
        }
    }
    rows
}

/// The grade of every figure: backgrounds, core tables, cells, ranges.
pub fn all_grades<'a>(knowledge: &Knowledge<'a>) -> Vec<Grade<'a>> {
    let mut grades: Vec<Grade<'a>> = knowledge
        .findings
        .iter()
        .map(|finding| finding.grade)
        .collect();
    for cause in &knowledge.causes {
        grades.extend(cause_grades(cause));
    }
    for test in &knowledge.tests {
        grades.extend(test.ranges.iter().map(|range| range.grade));
    }
    grades
}

/// The grade of every figure of one cause.
pub fn cause_grades<'a>(cause: &Cause<'a>) -> Vec<Grade<'a>> {
    let mut grades = vec![
        cause.prior.1,
        cause.both.1,
        cause.onset.1,
        cause.age.1,
        cause.male.1,
    ];
    grades.extend(cause.findings.iter().map(|&(_, _, grade)| grade));
    grades.extend(cause.levels.iter().map(|&(_, _, _, grade)| grade));
    if let Some(severe) = &cause.severe {
        grades.push(severe.share.1);
        grades.extend(severe.findings.iter().map(|&(_, _, grade)| grade));
        grades.extend(severe.levels.iter().map(|&(_, _, _, grade)| grade));
    }
    grades
}
