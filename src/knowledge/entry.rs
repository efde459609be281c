//! Anything of the knowledge base that has an id and a page of its own.

use super::Knowledge;

/// An entry by kind and position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entry {
    /// A cause.
    Cause(usize),
    /// A finding.
    Finding(usize),
    /// A red flag.
    Rule(usize),
    /// A test.
    Test(usize),
    /// A treatment.
    Treatment(usize),
    /// A self-care item.
    SelfCare(usize),
    /// A self-check.
    SelfExam(usize),
    /// A questionnaire.
    Score(usize),
    /// A source.
    Source(usize),
    /// A glossary term.
    Term(usize),
    /// A statement of the seed article.
    Statement(usize),
}

/// The kind of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Causes.
    Cause,
    /// Findings.
    Finding,
    /// Red flags.
    Rule,
    /// Tests.
    Test,
    /// Treatments.
    Treatment,
    /// Self-care items.
    SelfCare,
    /// Self-checks.
    SelfExam,
    /// Questionnaires.
    Score,
    /// Sources.
    Source,
    /// Glossary terms.
    Term,
    /// Statements of the seed article.
    Statement,
}

impl Kind {
    /// All kinds, in the order they are listed.
    pub const ALL: [Self; 11] = [
        Self::Cause,
        Self::Finding,
        Self::Rule,
        Self::Test,
        Self::Treatment,
        Self::SelfCare,
        Self::SelfExam,
        Self::Score,
        Self::Source,
        Self::Term,
        Self::Statement,
    ];

    /// The word for one of this kind.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cause => "cause",
            Self::Finding => "finding",
            Self::Rule => "red flag",
            Self::Test => "test",
            Self::Treatment => "treatment",
            Self::SelfCare => "self-care",
            Self::SelfExam => "self-check",
            Self::Score => "questionnaire",
            Self::Source => "source",
            Self::Term => "term",
            Self::Statement => "article statement",
        }
    }
}

impl Entry {
    /// The kind of this entry.
    pub fn kind(self) -> Kind {
        match self {
            Self::Cause(_) => Kind::Cause,
            Self::Finding(_) => Kind::Finding,
            Self::Rule(_) => Kind::Rule,
            Self::Test(_) => Kind::Test,
            Self::Treatment(_) => Kind::Treatment,
            Self::SelfCare(_) => Kind::SelfCare,
            Self::SelfExam(_) => Kind::SelfExam,
            Self::Score(_) => Kind::Score,
            Self::Source(_) => Kind::Source,
            Self::Term(_) => Kind::Term,
            Self::Statement(_) => Kind::Statement,
        }
    }
}

impl<'a> Knowledge<'a> {
    /// All entries of a kind, in their own order.
    pub fn entries(&self, kind: Kind) -> Vec<Entry> {
        let (count, make): (usize, fn(usize) -> Entry) = match kind {
            Kind::Cause => (self.causes.len(), Entry::Cause),
            Kind::Finding => (self.findings.len(), Entry::Finding),
            Kind::Rule => (self.rules.len(), Entry::Rule),
            Kind::Test => (self.tests.len(), Entry::Test),
            Kind::Treatment => (self.treatments.len(), Entry::Treatment),
            Kind::SelfCare => (self.self_care.len(), Entry::SelfCare),
            Kind::SelfExam => (self.self_exams.len(), Entry::SelfExam),
            Kind::Score => (self.scores.len(), Entry::Score),
            Kind::Source => (self.sources.len(), Entry::Source),
            Kind::Term => (self.words.terms.len(), Entry::Term),
            Kind::Statement => (self.statements.len(), Entry::Statement),
        };
        (0..count).map(make).collect()
    }

    /// The id of an entry.
    pub fn id(&self, entry: Entry) -> &'a str {
        match entry {
            Entry::Cause(at) => self.causes.get(at).map(|cause| cause.id),
            Entry::Finding(at) => self.findings.get(at).map(|finding| finding.id),
            Entry::Rule(at) => self.rules.get(at).map(|rule| rule.id),
            Entry::Test(at) => self.tests.get(at).map(|test| test.id),
            Entry::Treatment(at) => self.treatments.get(at).map(|treatment| treatment.id),
            Entry::SelfCare(at) => self.self_care.get(at).map(|item| item.id),
            Entry::SelfExam(at) => self.self_exams.get(at).map(|exam| exam.id),
            Entry::Score(at) => self.scores.get(at).map(|score| score.id),
            Entry::Source(at) => self.sources.get(at).map(|source| source.id),
            Entry::Term(at) => self.words.terms.get(at).map(|term| term.id),
            Entry::Statement(at) => self.statements.get(at).map(|statement| statement.0),
        }
        .unwrap_or_default()
    }

    /// The name of an entry as a heading or in a list.
    pub fn name(&self, entry: Entry) -> &'a str {
        let words = &self.words;
        match entry {
            Entry::Cause(at) => words.names.get(at).copied(),
            Entry::Finding(at) => words.labels.get(at).copied(),
            Entry::Rule(at) => words.rules.get(at).map(|rule| rule.because),
            Entry::Test(at) => words.tests.get(at).map(|test| test.name),
            Entry::Treatment(at) => words.treatments.get(at).map(|treatment| treatment.name),
            Entry::SelfCare(at) => words.self_care.get(at).map(|item| item.name),
            Entry::SelfExam(at) => words.self_exams.get(at).map(|exam| exam.name),
            Entry::Score(at) => words.scores.get(at).map(|score| score.name),
            Entry::Source(at) => self.sources.get(at).map(|source| source.citation),
            Entry::Term(at) => words.terms.get(at).map(|term| term.name),
            Entry::Statement(at) => words.statements.get(at).map(|statement| statement.says),
        }
        .unwrap_or_default()
    }

    /// Other names of an entry, and a text about it, to search in.
    pub fn search_words(&self, entry: Entry) -> (&[&'a str], &'a str) {
        use std::slice::from_ref;
        let words = &self.words;
        let found: Option<(&[&'a str], &'a str)> = match entry {
            Entry::Cause(at) => words
                .causes
                .get(at)
                .map(|cause| (from_ref(&cause.standard), cause.summary)),
            Entry::Finding(at) => words
                .findings
                .get(at)
                .map(|finding| (finding.words.as_slice(), finding.question)),
            Entry::Test(at) => words
                .tests
                .get(at)
                .map(|test| (test.also.as_slice(), test.shows)),
            Entry::Treatment(at) => words
                .treatments
                .get(at)
                .map(|treatment| (&[][..], treatment.what)),
            Entry::SelfCare(at) => words.self_care.get(at).map(|item| (&[][..], item.how)),
            Entry::SelfExam(at) => words.self_exams.get(at).map(|exam| (&[][..], exam.about)),
            Entry::Score(at) => words.scores.get(at).map(|score| (&[][..], score.about)),
            Entry::Term(at) => words
                .terms
                .get(at)
                .map(|term| (term.words.as_slice(), term.means)),
            Entry::Source(at) => words.sources.get(at).map(|&supports| (&[][..], supports)),
            Entry::Rule(_) | Entry::Statement(_) => None,
        };
        found.unwrap_or_default()
    }
}
