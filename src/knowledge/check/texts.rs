//! Patient text: complete, plain, and drawn with glyphs every terminal has.

use unicode_width::UnicodeWidthStr;

use crate::knowledge::fault::Reporter;
use crate::knowledge::reading_ease::{HARDEST_GRADE, LONGEST_SENTENCE, grade, sentences, words};
use crate::knowledge::schema::{AnswerKind, AskedOf};
use crate::knowledge::{Entry, Kind, Knowledge};

/// Widest label of a list, in columns.
const WIDEST_LABEL: usize = 40;
/// Characters beyond printable ASCII that texts may hold.
const EXTRA_GLYPHS: &str = "°µ";

pub(super) fn check(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    for kind in Kind::ALL {
        for entry in knowledge.entries(kind) {
            let texts = patient_texts(knowledge, entry);
            entry_is_readable(knowledge, entry, &texts, reporter);
        }
    }
    for (_, text) in knowledge.words.common.reasons.iter() {
        sentences_are_short(text, reporter);
    }
    labels(knowledge, reporter);
    glyphs(knowledge, reporter);
}

/// The running text of an entry that patients read; empty for entries in
/// clinical words (examination findings, sources).
pub(crate) fn patient_texts<'a>(knowledge: &Knowledge<'a>, entry: Entry) -> Vec<&'a str> {
    let all = &knowledge.words;
    let mut texts = match entry {
        Entry::Cause(at) => all.causes.get(at).map(|w| {
            let mut texts = vec![w.summary, w.where_felt, w.course, w.risks, w.see, w.article];
            texts.extend(w.sooner.iter().map(|&(_, text)| text));
            texts
        }),
        Entry::Finding(at) => {
            let clinical = knowledge
                .category_of(at)
                .is_some_and(|category| category.asked_of == AskedOf::Examiner);
            all.findings
                .get(at)
                .filter(|_| !clinical)
                .map(|w| vec![w.question, w.help])
        }
        Entry::Rule(at) => all.rules.get(at).map(|w| vec![w.because, w.act]),
        Entry::Test(at) => all.tests.get(at).map(|w| {
            vec![
                w.shows, w.prepare, w.happens, w.reading, w.limits, w.article,
            ]
        }),
        Entry::Treatment(at) => all
            .treatments
            .get(at)
            .map(|w| vec![w.what, w.guideline, w.careful, w.time, w.article]),
        Entry::SelfCare(at) => all
            .self_care
            .get(at)
            .map(|w| vec![w.how, w.limits, w.article, w.guideline]),
        Entry::SelfExam(at) => all.self_exams.get(at).map(|w| {
            let mut texts = vec![w.about, w.needs, w.helper, w.reading, w.not_if];
            texts.extend(w.steps.iter().copied());
            texts.extend(w.asks.iter().flat_map(|a| [a.question, a.fine, a.fails]));
            texts
        }),
        Entry::Score(at) => all.scores.get(at).map(|w| {
            let mut texts = vec![w.about, w.reading];
            texts.extend(w.items.iter().map(|&(_, text)| text));
            texts
        }),
        Entry::Term(at) => all.terms.get(at).map(|w| vec![w.means]),
        Entry::Statement(at) => all.statements.get(at).map(|w| vec![w.says, w.verdict]),
        Entry::Source(_) => None,
    }
    .unwrap_or_default();
    texts.retain(|text| !text.is_empty());
    texts
}

fn sentences_are_short(text: &str, reporter: &mut Reporter<'_>) {
    for sentence in sentences(text) {
        let count = words(sentence).count();
        if count > LONGEST_SENTENCE {
            reporter.at(
                sentence,
                format!("this sentence has {count} words"),
                format!(
                    "make two of it; patient text has at most {LONGEST_SENTENCE} words a sentence"
                ),
            );
        }
    }
}

fn entry_is_readable(
    knowledge: &Knowledge<'_>,
    entry: Entry,
    texts: &[&str],
    reporter: &mut Reporter<'_>,
) {
    for text in texts {
        sentences_are_short(text, reporter);
    }
    let level = grade(texts.iter().copied());
    if level > HARDEST_GRADE
        && let Some(hardest) = texts
            .iter()
            .max_by(|a, b| grade([**a]).total_cmp(&grade([**b])))
    {
        reporter.at(
            hardest,
            format!(
                "the text of `{}` reads at grade {level:.1}",
                knowledge.id(entry)
            ),
            format!("use shorter words and sentences: at most {HARDEST_GRADE}, better 6; this part is the hardest"),
        );
    }
}

fn labels(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    for (finding, words) in knowledge.findings.iter().zip(&knowledge.words.findings) {
        let levels = words.levels.iter().map(|&(_, label)| label);
        for label in std::iter::once(words.label).chain(levels) {
            let width = label.width();
            if width > WIDEST_LABEL || label.is_empty() {
                reporter.at(
                    if label.is_empty() { words.id } else { label },
                    format!("this label has {width} columns"),
                    format!("write 1 to {WIDEST_LABEL} columns"),
                );
            }
        }
        let expected: Vec<&str> = match &finding.answer {
            AnswerKind::YesNo(_) => Vec::new(),
            AnswerKind::OneOf(levels) => levels.iter().map(|&(level, _)| level).collect(),
            AnswerKind::Number(kind) => kind.bands.iter().map(|&(level, _, _)| level).collect(),
        };
        let found: Vec<&str> = words.levels.iter().map(|&(level, _)| level).collect();
        if found != expected {
            reporter.at(
                words.id,
                format!("the labels of `{}` do not match its levels", words.id),
                format!("label these, in this order: {}", expected.join(", ")),
            );
        }
    }
}

/// Every text of the language, patient text or not.
fn glyphs(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    let all = &knowledge.words;
    let mut texts: Vec<&str> = Vec::new();
    for kind in Kind::ALL {
        for entry in knowledge.entries(kind) {
            texts.push(knowledge.name(entry));
            texts.extend(patient_texts(knowledge, entry));
            let (others, text) = knowledge.search_words(entry);
            texts.extend(others);
            texts.push(text);
        }
    }
    texts.extend(all.findings.iter().flat_map(|w| [w.question, w.help]));
    texts.extend(
        all.findings
            .iter()
            .flat_map(|w| w.levels.iter().map(|&(_, label)| label)),
    );
    texts.extend(all.causes.iter().map(|w| w.standard));
    texts.extend(
        all.tests
            .iter()
            .flat_map(|w| w.analytes.iter().map(|&(_, name)| name)),
    );
    texts.extend(&all.sources);
    texts.extend(all.common.reasons.iter().map(|&(_, text)| text));
    for text in texts {
        for (at, glyph) in text.char_indices() {
            let allowed = glyph.is_ascii_graphic() || glyph == ' ' || EXTRA_GLYPHS.contains(glyph);
            if !allowed {
                reporter.at(
                    text.get(at..at + glyph.len_utf8()).unwrap_or(text),
                    format!(
                        "the character {glyph:?} is not on the list that every terminal can draw"
                    ),
                    format!("use plain letters and signs, or one of {EXTRA_GLYPHS}"),
                );
            }
        }
    }
}
