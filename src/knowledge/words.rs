//! What the files of one language hold: every text a person reads, keyed by id.
//!
//! Texts are borrowed from their file like ids, so a fault in a sentence can
//! be underlined where it stands. They hold no escapes: a quotation inside a
//! text takes single quotation marks.

use serde::Deserialize;

use super::urgency::Urgency;

/// `interface.ron`: titles, reasons and short words that belong to no entry.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommonWords<'a> {
    /// Name of the language in itself.
    pub language: &'a str,
    /// Titles of the cause groups: folder, title.
    #[serde(borrow)]
    pub groups: Vec<(&'a str, &'a str)>,
    /// Titles of the emergency screens.
    #[serde(borrow)]
    pub screens: Vec<(&'a str, &'a str)>,
    /// Reasons why something is ruled out: key, sentence.
    #[serde(borrow)]
    pub reasons: Vec<(&'a str, &'a str)>,
    /// Meanings of limits in reference ranges: key, words.
    #[serde(borrow)]
    pub limits: Vec<(&'a str, &'a str)>,
    /// Names of nerves, roots and body zones: key, words.
    #[serde(borrow)]
    pub anatomy: Vec<(&'a str, &'a str)>,
}

/// Words of one category of findings.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingWordsFile<'a> {
    /// The category's id.
    pub category: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Shown above its checklist.
    pub intro: &'a str,
    /// Its findings.
    #[serde(borrow)]
    pub findings: Vec<FindingWords<'a>>,
}

/// Words of a finding.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingWords<'a> {
    /// The finding.
    pub id: &'a str,
    /// Short, for a list; at most 40 columns.
    pub label: &'a str,
    /// The question in everyday words.
    pub question: &'a str,
    /// What exactly is meant.
    pub help: &'a str,
    /// Labels of its levels or bands.
    #[serde(default, borrow)]
    pub levels: Vec<(&'a str, &'a str)>,
    /// Further words people may search for.
    #[serde(default, borrow)]
    pub words: Vec<&'a str>,
}

/// Words of a cause.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseWords<'a> {
    /// The cause.
    pub id: &'a str,
    /// Plain name.
    pub plain: &'a str,
    /// Standard name.
    pub standard: &'a str,
    /// Two sentences.
    pub summary: &'a str,
    /// Where on the leg it is felt.
    pub where_felt: &'a str,
    /// How it starts and goes on.
    pub course: &'a str,
    /// What makes it more likely.
    pub risks: &'a str,
    /// Whom to see and how soon.
    pub see: &'a str,
    /// What makes it more urgent: class, "go ... if ...".
    #[serde(borrow)]
    pub sooner: Vec<(Urgency, &'a str)>,
    /// What the seed article says, and guidelines where they differ.
    #[serde(default)]
    pub article: &'a str,
}

/// Words of the red-flag rules.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleWordsFile<'a> {
    /// The rules.
    #[serde(borrow)]
    pub rules: Vec<RuleWords<'a>>,
}

/// Words of a red-flag rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleWords<'a> {
    /// The rule.
    pub id: &'a str,
    /// What the signs can mean.
    pub because: &'a str,
    /// What to do.
    pub act: &'a str,
}

/// Words of the tests.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestWordsFile<'a> {
    /// The tests.
    #[serde(borrow)]
    pub tests: Vec<TestWords<'a>>,
}

/// Words of a test.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestWords<'a> {
    /// The test.
    pub id: &'a str,
    /// Plain name.
    pub name: &'a str,
    /// Other names.
    #[serde(default, borrow)]
    pub also: Vec<&'a str>,
    /// What it shows.
    pub shows: &'a str,
    /// What to do before.
    pub prepare: &'a str,
    /// What happens.
    pub happens: &'a str,
    /// How to read the result.
    pub reading: &'a str,
    /// What it cannot tell.
    pub limits: &'a str,
    /// What the seed article says.
    #[serde(default)]
    pub article: &'a str,
    /// Names of what is measured.
    #[serde(default, borrow)]
    pub analytes: Vec<(&'a str, &'a str)>,
}

/// Words of the treatments.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatmentWordsFile<'a> {
    /// The treatments.
    #[serde(borrow)]
    pub treatments: Vec<TreatmentWords<'a>>,
}

/// Words of a treatment.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatmentWords<'a> {
    /// The treatment.
    pub id: &'a str,
    /// Plain name.
    pub name: &'a str,
    /// What it is.
    pub what: &'a str,
    /// What guidelines say.
    pub guideline: &'a str,
    /// Who must be careful.
    #[serde(default)]
    pub careful: &'a str,
    /// How long it takes.
    #[serde(default)]
    pub time: &'a str,
    /// What the seed article says.
    #[serde(default)]
    pub article: &'a str,
}

/// Words of the self-checks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfExamWordsFile<'a> {
    /// The self-checks.
    #[serde(borrow)]
    pub self_exams: Vec<SelfExamWords<'a>>,
}

/// Words of a self-check.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfExamWords<'a> {
    /// The self-check.
    pub id: &'a str,
    /// Plain name.
    pub name: &'a str,
    /// What it tells.
    pub about: &'a str,
    /// What and who is needed.
    pub needs: &'a str,
    /// One step each.
    #[serde(borrow)]
    pub steps: Vec<&'a str>,
    /// How a helper does it, or how to do it alone.
    #[serde(default)]
    pub helper: &'a str,
    /// How to read it.
    pub reading: &'a str,
    /// What is asked of each leg.
    #[serde(default, borrow)]
    pub asks: Vec<AskWords<'a>>,
    /// When not to do it.
    pub not_if: &'a str,
}

/// How a self-check asks for one finding, where the finding's own question is
/// not about one leg.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskWords<'a> {
    /// The finding.
    pub finding: &'a str,
    /// The question about one leg.
    pub question: &'a str,
    /// What to choose when all is well.
    #[serde(default)]
    pub fine: &'a str,
    /// What to choose when it is not.
    #[serde(default)]
    pub fails: &'a str,
}

/// Words of the self-care items.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfCareWordsFile<'a> {
    /// The items.
    #[serde(borrow)]
    pub self_care: Vec<SelfCareWords<'a>>,
}

/// Words of a self-care item.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfCareWords<'a> {
    /// The item.
    pub id: &'a str,
    /// Plain name.
    pub name: &'a str,
    /// Do it like this.
    pub how: &'a str,
    /// When not, and why.
    pub limits: &'a str,
    /// What the seed article says.
    pub article: &'a str,
    /// What guidelines say.
    pub guideline: &'a str,
}

/// Words of the questionnaires.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreWordsFile<'a> {
    /// The questionnaires.
    #[serde(borrow)]
    pub scores: Vec<ScoreWords<'a>>,
}

/// Words of a questionnaire.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreWords<'a> {
    /// The questionnaire.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What it is for.
    pub about: &'a str,
    /// Its items in our own words.
    #[serde(borrow)]
    pub items: Vec<(&'a str, &'a str)>,
    /// How to read it.
    pub reading: &'a str,
    /// Why it may be shown.
    pub licence: &'a str,
}

/// The glossary.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermFile<'a> {
    /// The terms.
    #[serde(borrow)]
    pub terms: Vec<Term<'a>>,
}

/// A term of the glossary.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term<'a> {
    /// Stable id.
    pub id: &'a str,
    /// The term.
    pub name: &'a str,
    /// Other words for it.
    #[serde(default, borrow)]
    pub words: Vec<&'a str>,
    /// What it means.
    pub means: &'a str,
}

/// What each source supports.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceWordsFile<'a> {
    /// The sources: id, what it supports.
    #[serde(borrow)]
    pub sources: Vec<(&'a str, &'a str)>,
}

/// The statements of the seed article.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedWordsFile<'a> {
    /// The statements.
    #[serde(borrow)]
    pub statements: Vec<SeedWords<'a>>,
}

/// A statement of the seed article.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedWords<'a> {
    /// The statement.
    pub id: &'a str,
    /// What the article says.
    pub says: &'a str,
    /// What guidelines say about it.
    pub verdict: &'a str,
}
