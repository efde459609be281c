//! The knowledge base as the program carries it: made by the build script from
//! the checked files, read at every start without parsing.
//!
//! It has several parts. The first holds what the first screen needs; each of the
//! others is unpacked when something of it is first looked at.

mod coding;
mod types;

use std::slice;
use std::sync::OnceLock;

use coding::{Packed, Packer, Unpacker};

use super::Knowledge;
use super::later::Later;
use super::schema::{FindingFigure, LevelFigure, Rule, SourceEntry};
use super::words::{
    CauseWords, FindingWords, RuleWords, ScoreWords, SeedWords, SelfCareWords, SelfExamWords, Term,
    TestWords, TreatmentWords,
};
use crate::built_in;

/// The parts, by the names under which the program carries them.
const FIRST: &str = "first";
const FIGURES: &str = "figures";
const FINDINGS: &str = "findings";
const CAUSES: &str = "causes";
const OTHERS: &str = "others";

/// The figures of every cause.
#[derive(Default)]
struct Figures<'a> {
    findings: Vec<Vec<FindingFigure<'a>>>,
    levels: Vec<Vec<LevelFigure<'a>>>,
}

/// What is on no first screen.
#[derive(Default)]
struct Others<'a> {
    rules: Vec<Rule<'a>>,
    rule_words: Vec<RuleWords<'a>>,
    tests: Vec<TestWords<'a>>,
    treatments: Vec<TreatmentWords<'a>>,
    self_care: Vec<SelfCareWords<'a>>,
    self_exams: Vec<SelfExamWords<'a>>,
    scores: Vec<ScoreWords<'a>>,
    sources: Vec<SourceEntry<'a>>,
    supports: Vec<&'a str>,
    terms: Vec<Term<'a>>,
    statements: Vec<SeedWords<'a>>,
}

/// Packs a knowledge base: its parts with their names. None where it has more
/// texts than two bytes can number.
pub fn pack(knowledge: &Knowledge<'_>) -> Option<Vec<(&'static str, Vec<u8>)>> {
    let words = &knowledge.words;
    let causes = knowledge.causes.iter();
    let figures = Figures {
        findings: causes
            .clone()
            .map(|cause| cause.findings.to_vec())
            .collect(),
        levels: causes.map(|cause| cause.levels.to_vec()).collect(),
    };
    let others = Others {
        rules: knowledge.rules.to_vec(),
        rule_words: words.rules.to_vec(),
        tests: words.tests.to_vec(),
        treatments: words.treatments.to_vec(),
        self_care: words.self_care.to_vec(),
        self_exams: words.self_exams.to_vec(),
        scores: words.scores.to_vec(),
        sources: knowledge.sources.to_vec(),
        supports: words.sources.to_vec(),
        terms: words.terms.to_vec(),
        statements: words.statements.to_vec(),
    };
    let mut first = Packer::default();
    knowledge.pack(&mut first);
    Some(vec![
        (FIRST, first.finish()?),
        (FIGURES, packed(&first, &figures)?),
        (FINDINGS, packed(&first, &words.findings.to_vec())?),
        (CAUSES, packed(&first, &words.causes.to_vec())?),
        (OTHERS, packed(&first, &others)?),
    ])
}

/// A part that is read after the first.
fn packed<'a>(first: &Packer<'a>, part: &impl Packed<'a>) -> Option<Vec<u8>> {
    let mut packer = first.after();
    part.pack(&mut packer);
    packer.finish()
}

/// The knowledge base that the program carries; none where the program is damaged.
pub(super) fn unpack() -> Option<Knowledge<'static>> {
    let (texts, fields) = first()?;
    let mut knowledge: Knowledge<'static> = Unpacker::of_parts(texts, fields).whole()?;
    for (at, cause) in knowledge.causes.iter_mut().enumerate() {
        cause.findings = Later::Carried(|| &figures().findings, at);
        cause.levels = Later::Carried(|| &figures().levels, at);
    }
    let words = &mut knowledge.words;
    words.findings = Later::Carried(|| slice::from_ref(findings()), 0);
    words.causes = Later::Carried(|| slice::from_ref(causes()), 0);
    macro_rules! others {
        ($($list:expr, $name:ident;)*) => {$(
            $list = Later::Carried(|| slice::from_ref(&others().$name), 0);
        )*};
    }
    others! {
        knowledge.rules, rules;
        words.rules, rule_words;
        words.tests, tests;
        words.treatments, treatments;
        words.self_care, self_care;
        words.self_exams, self_exams;
        words.scores, scores;
        words.sources, supports;
        words.terms, terms;
        words.statements, statements;
        knowledge.sources, sources;
    }
    Some(knowledge)
}

/// Texts and fields of the first part.
type First = (Vec<&'static str>, &'static [u8]);

/// The first part. All the others need its texts.
fn first() -> Option<&'static First> {
    static FIRST_PART: OnceLock<Option<First>> = OnceLock::new();
    let part = FIRST_PART.get_or_init(|| {
        let bytes = built_in::knowledge(FIRST).leak();
        Unpacker::open(bytes, &[]).map(Unpacker::into_parts)
    });
    part.as_ref()
}

/// Another part; empty where the program is damaged.
fn part<T: Packed<'static> + Default>(name: &str) -> T {
    let texts = first().map_or(&[][..], |(texts, _)| texts);
    let bytes = built_in::knowledge(name).leak();
    let part = Unpacker::open(bytes, texts).and_then(Unpacker::whole);
    part.unwrap_or_default()
}

macro_rules! parts {
    ($($name:ident: $type:ty = $part:ident;)*) => {$(
        fn $name() -> &'static $type {
            static PART: OnceLock<$type> = OnceLock::new();
            PART.get_or_init(|| part($part))
        }
    )*};
}

parts! {
    figures: Figures<'static> = FIGURES;
    findings: Vec<FindingWords<'static>> = FINDINGS;
    causes: Vec<CauseWords<'static>> = CAUSES;
    others: Others<'static> = OTHERS;
}
