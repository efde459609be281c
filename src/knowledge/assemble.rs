//! Files to one [`Knowledge`]: every file in its place, every id known once,
//! every entry with its words.

use std::collections::HashMap;

use ron::Options;
use serde::Deserialize;

use super::conditions;
use super::entry::Entry;
use super::fault::{Reporter, did_you_mean};
use super::files::{File, Files};
use super::later::Later;
use super::parse::{parse, ron_options};
use super::schema::{
    Cause, FindingFile, Relations, RuleFile, ScoreFile, Screening, SeedFile, SelfCareFile,
    SelfExamFile, Settings, SourceFile, TestFile, TreatmentFile,
};
use super::words::{
    CauseWords, CommonWords, FindingWordsFile, RuleWordsFile, ScoreWordsFile, SeedWordsFile,
    SelfCareWordsFile, SelfExamWordsFile, SourceWordsFile, TermFile, TestWordsFile,
    TreatmentWordsFile,
};
use super::{Category, Knowledge, SOURCE_LANGUAGE, Words};

/// The single files of the language-free part.
const SINGLE_FILES: [&str; 10] = [
    "settings.ron",
    "relations.ron",
    "screening.ron",
    "seed.ron",
    "tests.ron",
    "treatments.ron",
    "self-care.ron",
    "self-exams.ron",
    "scores.ron",
    "sources.ron",
];

/// Everything parsed, before it is put together.
#[derive(Default)]
struct Parsed<'a> {
    settings: Option<Settings>,
    findings: Vec<FindingFile<'a>>,
    causes: Vec<(&'a str, Cause<'a>)>,
    rules: Vec<RuleFile<'a>>,
    tests: Option<TestFile<'a>>,
    treatments: Option<TreatmentFile<'a>>,
    self_care: Option<SelfCareFile<'a>>,
    self_exams: Option<SelfExamFile<'a>>,
    scores: Option<ScoreFile<'a>>,
    sources: Option<SourceFile<'a>>,
    relations: Option<Relations<'a>>,
    screening: Option<Screening<'a>>,
    seed: Option<SeedFile<'a>>,
    words: ParsedWords<'a>,
}

#[derive(Default)]
struct ParsedWords<'a> {
    common: Option<CommonWords<'a>>,
    findings: Vec<FindingWordsFile<'a>>,
    causes: Vec<CauseWords<'a>>,
    rules: Option<RuleWordsFile<'a>>,
    tests: Option<TestWordsFile<'a>>,
    treatments: Option<TreatmentWordsFile<'a>>,
    self_care: Option<SelfCareWordsFile<'a>>,
    self_exams: Option<SelfExamWordsFile<'a>>,
    scores: Option<ScoreWordsFile<'a>>,
    sources: Option<SourceWordsFile<'a>>,
    terms: Option<TermFile<'a>>,
    seed: Option<SeedWordsFile<'a>>,
}

/// Reads all files and puts them together. Nothing comes back when a file
/// that everything hangs on is missing or cannot be parsed.
pub(super) fn assemble(files: &Files) -> (Option<Knowledge<'_>>, Reporter<'_>) {
    let mut reporter = Reporter::new(files);
    let parsed = parse_all(files, &mut reporter);
    if !reporter.faults.is_empty() {
        return (None, reporter);
    }
    let knowledge = join(parsed, &mut reporter);
    (knowledge, reporter)
}

/// Parses all files and drops the result; the number of faults.
pub(super) fn parse_only(files: &Files) -> usize {
    let mut reporter = Reporter::new(files);
    drop(parse_all(files, &mut reporter));
    reporter.faults.len()
}

/// Parses all files, one after the other: a second thread was measured on two
/// cores and gained nothing, but cost memory.
fn parse_all<'a>(files: &'a Files, reporter: &mut Reporter<'a>) -> Parsed<'a> {
    for name in SINGLE_FILES {
        if !files.iter().any(|file| file.path == name) {
            reporter.of_file(
                name,
                "this file is missing",
                "copy it from the shipped knowledge base",
            );
        }
    }
    let options = ron_options();
    let mut parsed = Parsed::default();
    for file in files.iter() {
        if is_words(file) {
            parse_words(&options, files, file, &mut parsed.words, reporter);
        } else {
            parse_facts(&options, files, file, &mut parsed, reporter);
        }
    }
    parsed
}

fn is_words(file: &File) -> bool {
    file.path
        .strip_prefix(SOURCE_LANGUAGE)
        .is_some_and(|rest| rest.starts_with('/'))
}

fn one<'a, T: Deserialize<'a>>(
    options: &Options,
    files: &'a Files,
    file: &'a File,
    slot: &mut Option<T>,
    reporter: &mut Reporter<'_>,
) {
    *slot = parse(options, files, file, reporter);
}

fn parse_facts<'a>(
    options: &Options,
    files: &'a Files,
    file: &'a File,
    parsed: &mut Parsed<'a>,
    reporter: &mut Reporter<'_>,
) {
    match file.path.as_str() {
        "settings.ron" => one(options, files, file, &mut parsed.settings, reporter),
        "relations.ron" => one(options, files, file, &mut parsed.relations, reporter),
        "screening.ron" => one(options, files, file, &mut parsed.screening, reporter),
        "seed.ron" => one(options, files, file, &mut parsed.seed, reporter),
        "tests.ron" => one(options, files, file, &mut parsed.tests, reporter),
        "treatments.ron" => one(options, files, file, &mut parsed.treatments, reporter),
        "self-care.ron" => one(options, files, file, &mut parsed.self_care, reporter),
        "self-exams.ron" => one(options, files, file, &mut parsed.self_exams, reporter),
        "scores.ron" => one(options, files, file, &mut parsed.scores, reporter),
        "sources.ron" => one(options, files, file, &mut parsed.sources, reporter),
        path => match path.split_once('/') {
            Some(("findings", _)) => {
                parsed
                    .findings
                    .extend(parse::<FindingFile>(options, files, file, reporter));
            }
            Some(("rules", _)) => {
                parsed
                    .rules
                    .extend(parse::<RuleFile>(options, files, file, reporter));
            }
            Some(("causes", rest)) => {
                let group = rest.split_once('/').map_or("", |(group, _)| group);
                let read = parse::<Cause>(options, files, file, reporter);
                parsed.causes.extend(read.map(|cause| (group, cause)));
            }
            _ => unknown_file(path, reporter),
        },
    }
}

fn parse_words<'a>(
    options: &Options,
    files: &'a Files,
    file: &'a File,
    words: &mut ParsedWords<'a>,
    reporter: &mut Reporter<'_>,
) {
    let path = file
        .path
        .get(SOURCE_LANGUAGE.len() + 1..)
        .unwrap_or_default();
    match path {
        "interface.ron" => one(options, files, file, &mut words.common, reporter),
        "rules.ron" => one(options, files, file, &mut words.rules, reporter),
        "tests.ron" => one(options, files, file, &mut words.tests, reporter),
        "treatments.ron" => one(options, files, file, &mut words.treatments, reporter),
        "self-care.ron" => one(options, files, file, &mut words.self_care, reporter),
        "self-exams.ron" => one(options, files, file, &mut words.self_exams, reporter),
        "scores.ron" => one(options, files, file, &mut words.scores, reporter),
        "sources.ron" => one(options, files, file, &mut words.sources, reporter),
        "terms.ron" => one(options, files, file, &mut words.terms, reporter),
        "seed.ron" => one(options, files, file, &mut words.seed, reporter),
        _ => match path.split_once('/') {
            Some(("findings", _)) => {
                words
                    .findings
                    .extend(parse::<FindingWordsFile>(options, files, file, reporter));
            }
            Some(("causes", _)) => {
                words
                    .causes
                    .extend(parse::<CauseWords>(options, files, file, reporter));
            }
            _ => unknown_file(&file.path, reporter),
        },
    }
}

fn unknown_file(path: &str, reporter: &mut Reporter<'_>) {
    let mend = did_you_mean(path, SINGLE_FILES);
    reporter.of_file(
        path,
        "no part of the knowledge base is read from a file of this name",
        format!("{mend} (folders: findings, causes, rules, {SOURCE_LANGUAGE})"),
    );
}

/// Puts the parsed files together and resolves ids.
fn join<'a>(parsed: Parsed<'a>, reporter: &mut Reporter<'_>) -> Option<Knowledge<'a>> {
    let mut categories = Vec::new();
    let mut findings = Vec::new();
    for file in parsed.findings {
        let start = findings.len();
        findings.extend(file.findings);
        categories.push(Category {
            id: file.category,
            title: "",
            intro: "",
            asked_of: file.asked_of,
            checklist: file.checklist,
            findings: start..findings.len(),
        });
    }
    let (cause_groups, causes): (Vec<_>, Vec<_>) = parsed.causes.into_iter().unzip();
    let mut knowledge = Knowledge {
        settings: parsed.settings?,
        categories,
        findings,
        causes,
        cause_groups,
        rules: parsed
            .rules
            .into_iter()
            .flat_map(|file| file.rules)
            .collect::<Vec<_>>()
            .into(),
        rule_conditions: Vec::new(),
        rule_urgencies: Vec::new(),
        tests: parsed.tests?.tests,
        treatments: parsed.treatments?.treatments,
        self_care: parsed.self_care?.self_care,
        self_exams: parsed.self_exams?.self_exams,
        scores: parsed.scores?.scores,
        sources: parsed.sources?.sources.into(),
        relations: parsed.relations?,
        screening: parsed.screening?,
        statements: parsed.seed?.statements,
        words: Words::default(),
        positions: Vec::new(),
    };
    if knowledge.causes.is_empty() {
        reporter.of_file(
            "causes",
            "this knowledge base has no causes",
            "add one with `tingle knowledge new cause ID`",
        );
    }
    knowledge.words.terms = parsed
        .words
        .terms
        .as_ref()
        .map(|file| file.terms.clone().into())
        .unwrap_or_default();
    index(&mut knowledge, reporter);
    join_words(&mut knowledge, parsed.words, reporter);
    conditions::resolve_rules(&mut knowledge, reporter);
    Some(knowledge)
}

/// Notes the position of every id and reports ids that stand twice.
fn index<'a>(knowledge: &mut Knowledge<'a>, reporter: &mut Reporter<'_>) {
    let mut positions: HashMap<&'a str, Entry> = HashMap::with_capacity(1024);
    let mut add = |id: &'a str, entry: Entry| {
        if let Some(other) = positions.insert(id, entry) {
            reporter.at(
                id,
                format!(
                    "the id `{id}` is used twice; the other is a {}",
                    other.kind().word()
                ),
                "give this entry an id of its own",
            );
        }
    };
    for kind in super::Kind::ALL {
        for entry in knowledge.entries(kind) {
            add(knowledge.id(entry), entry);
        }
    }
    for (at, finding) in knowledge.findings.iter().enumerate() {
        for alias in &finding.aliases {
            add(alias, Entry::Finding(at));
        }
    }
    for (at, test) in knowledge.tests.iter().enumerate() {
        if !test.code.is_empty() {
            add(test.code, Entry::Test(at));
        }
    }
    for (at, exam) in knowledge.self_exams.iter().enumerate() {
        add(exam.code, Entry::SelfExam(at));
    }
    for (at, item) in knowledge.self_care.iter().enumerate() {
        add(item.code, Entry::SelfCare(at));
    }
    for (at, cause) in knowledge.causes.iter().enumerate() {
        if let Some(severe) = &cause.severe {
            add(severe.id, Entry::Cause(at));
        }
    }
    knowledge.positions = positions.into_iter().collect();
    knowledge.positions.sort_unstable_by_key(|&(id, _)| id);
}

/// Brings words into the order of their entries; reports missing and surplus ones.
fn in_order<'a, W>(
    kind: &str,
    ids: impl IntoIterator<Item = &'a str>,
    words: Vec<W>,
    id_of: impl Fn(&W) -> &'a str,
    reporter: &mut Reporter<'_>,
) -> Later<'a, W> {
    let mut by_id: HashMap<&str, W> = HashMap::with_capacity(words.len());
    for entry in words {
        let id = id_of(&entry);
        if by_id.insert(id, entry).is_some() {
            reporter.at(
                id,
                format!("the {kind} `{id}` has its words twice"),
                "keep one of the two",
            );
        }
    }
    let mut ordered = Vec::with_capacity(by_id.len());
    for id in ids {
        match by_id.remove(id) {
            Some(entry) => ordered.push(entry),
            None => reporter.at(
                id,
                format!("the {kind} `{id}` has no words in `{SOURCE_LANGUAGE}`"),
                format!("add an entry with id \"{id}\" below {SOURCE_LANGUAGE}/"),
            ),
        }
    }
    let mut surplus: Vec<&str> = by_id.into_keys().collect();
    surplus.sort_unstable();
    for id in surplus {
        reporter.at(
            id,
            format!("these words belong to no {kind}"),
            "correct the id, or remove the entry",
        );
    }
    ordered.into()
}

fn join_words<'a>(
    knowledge: &mut Knowledge<'a>,
    parsed: ParsedWords<'a>,
    reporter: &mut Reporter<'_>,
) {
    let mut finding_words = Vec::new();
    for file in parsed.findings {
        match knowledge
            .categories
            .iter_mut()
            .find(|category| category.id == file.category)
        {
            Some(category) => {
                category.title = file.title;
                category.intro = file.intro;
            }
            None => reporter.at(
                file.category,
                format!("there is no category `{}`", file.category),
                "use the category of the file with the same name under findings/",
            ),
        }
        finding_words.extend(file.findings);
    }
    let words = &mut knowledge.words;
    let finding_ids = knowledge.findings.iter().map(|entry| entry.id);
    words.findings = in_order("finding", finding_ids, finding_words, |w| w.id, reporter);
    let cause_ids = knowledge.causes.iter().map(|entry| entry.id);
    words.causes = in_order("cause", cause_ids, parsed.causes, |w| w.id, reporter);
    words.labels = words.findings.iter().map(|words| words.label).collect();
    words.questions = words.findings.iter().map(|words| words.question).collect();
    words.names = words.causes.iter().map(|words| words.plain).collect();
    macro_rules! place {
        ($field:ident, $kind:literal, $file:literal) => {
            match parsed.$field {
                Some(file) => {
                    let ids = knowledge.$field.iter().map(|entry| entry.id);
                    words.$field = in_order($kind, ids, file.$field, |w| w.id, reporter);
                }
                None => missing($file, reporter),
            }
        };
    }
    place!(rules, "red flag", "rules.ron");
    place!(tests, "test", "tests.ron");
    place!(treatments, "treatment", "treatments.ron");
    place!(self_care, "self-care item", "self-care.ron");
    place!(self_exams, "self-check", "self-exams.ron");
    place!(scores, "questionnaire", "scores.ron");
    match parsed.sources {
        Some(file) => {
            let ids = knowledge.sources.iter().map(|entry| entry.id);
            words.sources = in_order("source", ids, file.sources, |w| w.0, reporter)
                .iter()
                .map(|&(_, supports)| supports)
                .collect::<Vec<_>>()
                .into();
        }
        None => missing("sources.ron", reporter),
    }
    match parsed.seed {
        Some(file) => {
            let ids = knowledge.statements.iter().map(|entry| entry.0);
            words.statements = in_order(
                "article statement",
                ids,
                file.statements,
                |w| w.id,
                reporter,
            );
        }
        None => missing("seed.ron", reporter),
    }
    match parsed.common {
        Some(common) => words.common = common,
        None => missing("interface.ron", reporter),
    }
    if parsed.terms.is_none() {
        missing("terms.ron", reporter);
    }
}

fn missing(name: &str, reporter: &mut Reporter<'_>) {
    reporter.of_file(
        &format!("{SOURCE_LANGUAGE}/{name}"),
        "this file is missing",
        "copy it from the shipped knowledge base",
    );
}
