//! The knowledge base: findings, causes, red flags, tests, treatments, words.
//!
//! ```text
//! Files (text) -> parse (typed, borrowed) -> assemble (ids resolved) -> check
//! ```
//!
//! The same path serves the embedded files and a folder on disk.

mod assemble;
mod check;
mod conditions;
mod entry;
pub mod expression;
mod fault;
mod files;
mod grade;
mod later;
mod packed;
pub(crate) mod parse;
pub mod reading_ease;
pub mod schema;
pub mod skeleton;
pub mod statistics;
pub mod units;
mod urgency;
pub mod witness;
pub mod words;

pub use entry::{Entry, Kind};
use expression::Condition;
pub(crate) use fault::Reporter;
pub use fault::{Fault, Faults, did_you_mean, nearest};
pub use files::{File, Files};
pub(crate) use files::{plain_io, read_file};
pub use grade::{Grade, GradeClass};
use later::Later;
pub use packed::pack;
use schema::{
    AskedOf, Cause, Finding, Relations, Rule, Score, Screening, SelfCare, SelfExam, Settings,
    SourceEntry, Test, Treatment, Verdict,
};
pub use urgency::Urgency;
use words::{
    CauseWords, CommonWords, FindingWords, RuleWords, ScoreWords, SeedWords, SelfCareWords,
    SelfExamWords, Term, TestWords, TreatmentWords,
};

/// The language all others translate.
pub const SOURCE_LANGUAGE: &str = "en";

/// A knowledge base, read and checked; it borrows its texts from [`Files`].
///
/// The lists of words run parallel to the lists of entries: `words.causes[i]`
/// belongs to `causes[i]`.
#[derive(Debug)]
pub struct Knowledge<'a> {
    /// Constants of inference and assessment.
    pub settings: Settings,
    /// Groups of findings, in the order they are shown.
    pub categories: Vec<Category<'a>>,
    /// All findings, by category and in clinical order.
    pub findings: Vec<Finding<'a>>,
    /// All causes, by group.
    pub causes: Vec<Cause<'a>>,
    /// The group (folder) of each cause.
    pub cause_groups: Vec<&'a str>,
    /// The red flags.
    pub rules: Later<'a, Rule<'a>>,
    /// `when` and `unless` of each rule with ids resolved.
    pub rule_conditions: Vec<(Condition, Option<Condition>)>,
    /// The class of each rule, which is wanted long before the rest of it.
    pub rule_urgencies: Vec<Urgency>,
    /// Tests one can ask about.
    pub tests: Vec<Test<'a>>,
    /// Treatments one can ask about.
    pub treatments: Vec<Treatment<'a>>,
    /// Things to do at home.
    pub self_care: Vec<SelfCare<'a>>,
    /// Physical checks a lay person can do.
    pub self_exams: Vec<SelfExam<'a>>,
    /// Questionnaires and stagings.
    pub scores: Vec<Score<'a>>,
    /// Papers, guidelines, books.
    pub sources: Later<'a, SourceEntry<'a>>,
    /// How findings hang together.
    pub relations: Relations<'a>,
    /// Emergency questions and the conditions of self-care.
    pub screening: Screening<'a>,
    /// Where each statement of the seed article is carried.
    pub statements: Vec<(&'a str, Verdict, Vec<&'a str>)>,
    /// The words of the chosen language.
    pub words: Words<'a>,
    /// Every id and its entry, sorted by id.
    positions: Vec<(&'a str, Entry)>,
}

/// A group of findings.
#[derive(Debug, Clone)]
pub struct Category<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Title in the chosen language.
    pub title: &'a str,
    /// Shown above its checklist.
    pub intro: &'a str,
    /// Who can answer it.
    pub asked_of: AskedOf,
    /// Whether the guide shows it as a checklist.
    pub checklist: bool,
    /// Positions of its findings.
    pub findings: std::ops::Range<usize>,
}

/// Every text of one language, parallel to the entries.
#[derive(Debug, Default)]
pub struct Words<'a> {
    /// Titles and reasons that belong to no entry.
    pub common: CommonWords<'a>,
    /// Short name of each finding.
    pub labels: Vec<&'a str>,
    /// The question about each finding.
    pub questions: Vec<&'a str>,
    /// Plain name of each cause.
    pub names: Vec<&'a str>,
    /// Words of the findings.
    pub findings: Later<'a, FindingWords<'a>>,
    /// Words of the causes.
    pub causes: Later<'a, CauseWords<'a>>,
    /// Words of the rules.
    pub rules: Later<'a, RuleWords<'a>>,
    /// Words of the tests.
    pub tests: Later<'a, TestWords<'a>>,
    /// Words of the treatments.
    pub treatments: Later<'a, TreatmentWords<'a>>,
    /// Words of the self-care items.
    pub self_care: Later<'a, SelfCareWords<'a>>,
    /// Words of the self-checks.
    pub self_exams: Later<'a, SelfExamWords<'a>>,
    /// Words of the questionnaires.
    pub scores: Later<'a, ScoreWords<'a>>,
    /// What each source supports.
    pub sources: Later<'a, &'a str>,
    /// The glossary.
    pub terms: Later<'a, Term<'a>>,
    /// The statements of the seed article.
    pub statements: Later<'a, SeedWords<'a>>,
}

impl<'a> Knowledge<'a> {
    /// Reads and checks a knowledge base.
    ///
    /// # Errors
    /// Every fault found, each with its place and a mend.
    pub fn load(files: &'a Files) -> Result<Self, Faults> {
        if files.are_built_in() {
            return built_in();
        }
        let (knowledge, mut reporter) = assemble::assemble(files);
        if let Some(knowledge) = &knowledge {
            check::structure(knowledge, &mut reporter);
        }
        match knowledge {
            Some(knowledge) if reporter.faults.is_empty() => Ok(knowledge),
            _ => Err(Faults::new(reporter.faults)),
        }
    }

    /// Like [`Knowledge::load`], with the checks that only matter to an
    /// author: reading ease, glyphs, reachability, rules that never fire.
    ///
    /// # Errors
    /// Every fault found, each with its place and a mend.
    pub fn load_thoroughly(files: &'a Files) -> Result<Self, Faults> {
        let (knowledge, mut reporter) = if files.are_built_in() {
            (Some(built_in()?), Reporter::new(files))
        } else {
            assemble::assemble(files)
        };
        if let Some(knowledge) = &knowledge {
            check::structure(knowledge, &mut reporter);
            check::content(knowledge, &mut reporter);
        }
        match knowledge {
            Some(knowledge) if reporter.faults.is_empty() => Ok(knowledge),
            _ => Err(Faults::new(reporter.faults)),
        }
    }

    /// Reads every file into its types and drops them: for measuring.
    /// Returns how many faults that finds.
    pub fn parse_only(files: &'a Files) -> usize {
        assemble::parse_only(files)
    }

    /// The entry with this id, of any kind.
    pub fn entry(&self, id: &str) -> Option<Entry> {
        let at = self
            .positions
            .binary_search_by(|(other, _)| (*other).cmp(id))
            .ok()?;
        self.positions.get(at).map(|&(_, entry)| entry)
    }

    /// Position of a finding by its id or an alias.
    pub fn finding(&self, id: &str) -> Option<usize> {
        match self.entry(id) {
            Some(Entry::Finding(at)) => Some(at),
            _ => None,
        }
    }

    /// Position of a cause by its id.
    pub fn cause(&self, id: &str) -> Option<usize> {
        match self.entry(id) {
            Some(Entry::Cause(at)) => Some(at),
            _ => None,
        }
    }

    /// All ids with their entries, sorted by id.
    pub fn ids(&self) -> impl Iterator<Item = (&'a str, Entry)> {
        self.positions.iter().copied()
    }

    /// The category of a finding.
    pub fn category_of(&self, finding: usize) -> Option<&Category<'a>> {
        self.categories
            .iter()
            .find(|category| category.findings.contains(&finding))
    }

    /// The short name of a finding.
    pub fn label(&self, finding: usize) -> &'a str {
        self.words.labels.get(finding).copied().unwrap_or_default()
    }

    /// The question about a finding.
    pub fn question(&self, finding: usize) -> &'a str {
        let questions = &self.words.questions;
        questions.get(finding).copied().unwrap_or_default()
    }

    /// The sentence of a reason; empty for a key nobody knows.
    pub fn reason(&self, key: &str) -> &'a str {
        let reasons = &self.words.common.reasons;
        reasons
            .iter()
            .find(|(name, _)| *name == key)
            .map_or("", |&(_, sentence)| sentence)
    }
}

/// The knowledge base that the program carries. It was checked when it was
/// packed, so nothing is checked again.
fn built_in() -> Result<Knowledge<'static>, Faults> {
    packed::unpack().ok_or_else(|| {
        Faults::new(vec![Fault::of_file(
            "built-in knowledge base",
            "this copy of the program is damaged",
            "install it again",
        )])
    })
}

/// The text of a key in a list of words, or the key itself.
pub(crate) fn find_word<'a>(words: &[(&'a str, &'a str)], key: &'a str) -> &'a str {
    words
        .iter()
        .find(|(name, _)| *name == key)
        .map_or(key, |&(_, text)| text)
}
