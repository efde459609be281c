//! What a page says: pieces that drawing wraps and styles.

use super::care;
use super::detail::current;
use crate::app::State;
use crate::article::{Block, with_sections};
use crate::assessment::{Ranked, Reason, figures, weighed};
use crate::inference::State as Inference;
use crate::inference::reasons::{Strength, rather};
use crate::knowledge::schema::AnswerKind;
use crate::knowledge::{Entry, GradeClass};
use crate::report::words::{about, answer_phrase, cause_name};

/// A tab on the page of a cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tab {
    /// What it is, how soon, where it is felt.
    Overview,
    /// What speaks for and against it.
    Why,
    /// Tests to ask about.
    Tests,
    /// Treatments to ask about.
    Treatment,
    /// What one can do oneself.
    SelfCare,
    /// How good the figures are, and where they come from.
    Sources,
}

impl Tab {
    /// All tabs in their order.
    pub const ALL: [Self; 6] = [
        Self::Overview,
        Self::Why,
        Self::Tests,
        Self::Treatment,
        Self::SelfCare,
        Self::Sources,
    ];

    /// The key of its name among the words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Overview => "tab-overview",
            Self::Why => "tab-why",
            Self::Tests => "tab-tests",
            Self::Treatment => "tab-treatment",
            Self::SelfCare => "tab-self-care",
            Self::Sources => "tab-sources",
        }
    }
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// A heading, with air above it.
    Heading(String),
    /// Running text.
    Text(String),
    /// Running text of second rank.
    Quiet(String),
    /// One of a list.
    Item(String),
    /// One of some numbered steps.
    Step(usize, String),
    /// A name and its value.
    Fact(String, String),
    /// Something to open.
    Link(Entry, String),
    /// Something that must not be overlooked.
    Warning(String),
    /// A reason with its strength in words; negative speaks against.
    Reason {
        /// What was answered.
        label: String,
        /// How strongly it speaks.
        strength: &'static str,
        /// Its weight in decibans.
        decibans: f64,
    },
}

/// The tabs of an entry's page; none where it is one page.
pub fn tabs(entry: Entry) -> &'static [Tab] {
    match entry {
        Entry::Cause(_) => &Tab::ALL,
        _ => &[],
    }
}

/// The entries the current page links to, in order.
pub fn links(state: &State) -> Vec<Entry> {
    content(state)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Link(entry, _) => Some(entry),
            _ => None,
        })
        .collect()
}

/// The current page.
pub fn content(state: &State) -> Vec<Piece> {
    let page = current(state);
    let Entry::Cause(cause) = page.entry else {
        let mut pieces = given_answer(state, page.entry);
        pieces.extend(from_article(state, page.entry, |_| true));
        return pieces;
    };
    match page.tab {
        Tab::Overview => from_article(state, page.entry, |heading| !ELSEWHERE.contains(&heading)),
        Tab::Why => why(state, cause),
        Tab::Tests => care::tests(state, cause),
        Tab::Treatment => care::treatment(state, cause),
        Tab::SelfCare => care::self_care(state, cause),
        Tab::Sources => from_article(state, page.entry, |heading| SOURCES.contains(&heading)),
    }
}

use crate::article::heading;

/// Sections that have a tab of their own.
const ELSEWHERE: [&str; 5] = [
    heading::TESTS,
    heading::TREATMENTS,
    heading::SELF_CARE,
    heading::FIGURES,
    heading::SOURCES,
];

/// Sections of the last tab.
const SOURCES: [&str; 2] = [heading::FIGURES, heading::SOURCES];

fn from_article(state: &State, entry: Entry, wanted: impl Fn(&str) -> bool) -> Vec<Piece> {
    let knowledge = state.engine.knowledge;
    let mut pieces = Vec::new();
    let article = with_sections(knowledge, entry, &wanted);
    if !article.subtitle.is_empty() && wanted("") {
        pieces.push(Piece::Quiet(article.subtitle));
    }
    for section in article.sections {
        if !section.heading.is_empty() {
            pieces.push(Piece::Heading(section.heading));
        }
        for block in section.blocks {
            match block {
                Block::Paragraph(text) => pieces.push(Piece::Text(text)),
                Block::List(items) => pieces.extend(items.into_iter().map(Piece::Item)),
                Block::Steps(steps) => pieces.extend(
                    steps
                        .into_iter()
                        .enumerate()
                        .map(|(at, step)| Piece::Step(at + 1, step)),
                ),
                Block::Facts(rows) => {
                    pieces.extend(
                        rows.into_iter()
                            .map(|(name, value)| Piece::Fact(name, value)),
                    );
                }
                Block::Links(rows) => pieces.extend(
                    rows.into_iter()
                        .filter_map(|(id, name)| Some(Piece::Link(knowledge.entry(&id)?, name))),
                ),
                Block::Warning(text) => pieces.push(Piece::Warning(text)),
            }
        }
    }
    pieces
}

/// What was answered so far, on the page of a finding or a red flag.
fn given_answer(state: &State, entry: Entry) -> Vec<Piece> {
    match entry {
        Entry::Finding(finding) => {
            let given = state.record.answers().get(finding);
            let text = match given {
                Some(_) => state.language.with(
                    "answered-so",
                    &[("answer", &answer_phrase(state.engine, finding, given))],
                ),
                None => state.language.say("not-answered"),
            };
            vec![Piece::Quiet(text)]
        }
        Entry::Rule(rule) => {
            let fires = state
                .assessment
                .triage
                .fired
                .iter()
                .any(|fired| fired.rule == rule);
            if fires {
                vec![Piece::Warning(state.language.say("rule-fires"))]
            } else {
                Vec::new()
            }
        }
        _ => Vec::new(),
    }
}

fn ranked(state: &State, cause: usize) -> Option<&Ranked> {
    state
        .assessment
        .ranking
        .iter()
        .find(|ranked| ranked.cause == cause)
}

fn why(state: &State, cause: usize) -> Vec<Piece> {
    let say = |key: &str| state.language.say(key);
    let Some(ranked) = ranked(state, cause) else {
        return Vec::new();
    };
    let mut pieces = vec![Piece::Text(
        state
            .language
            .with("how-likely", &[("about", &about(ranked.probability))]),
    )];
    for (key, none, reasons) in [
        ("speaks-for", "nothing-for", &ranked.favouring),
        ("speaks-against", "nothing-against", &ranked.against),
    ] {
        pieces.push(Piece::Heading(say(key)));
        if reasons.is_empty() {
            pieces.push(Piece::Quiet(say(none)));
        }
        pieces.extend(reasons.iter().map(|reason| reason_piece(state, *reason)));
    }
    pieces.extend(rather_than(state, cause));
    if !ranked.open.is_empty() {
        pieces.push(Piece::Heading(say("still-open")));
        pieces.extend(ranked.open.iter().map(|open| {
            let entry = Entry::Finding(open.finding);
            Piece::Link(entry, state.engine.knowledge.name(entry).to_owned())
        }));
    }
    pieces.push(Piece::Heading(say("how-good")));
    pieces.push(Piece::Text(grades(
        state,
        figures(state.engine, ranked.cause),
    )));
    pieces
}

fn reason_piece(state: &State, reason: Reason) -> Piece {
    let given = state.record.answers().get(reason.finding);
    Piece::Reason {
        label: answer_phrase(state.engine, reason.finding, given),
        strength: Strength::of(reason.decibans).word(),
        decibans: reason.decibans,
    }
}

/// This cause rather than the nearest rival.
fn rather_than(state: &State, cause: usize) -> Vec<Piece> {
    let none = state.engine.none();
    let rival = state
        .assessment
        .ranking
        .iter()
        .map(|ranked| ranked.cause)
        .find(|&other| other != cause && other != none);
    let Some(rival) = rival else {
        return Vec::new();
    };
    let mut inference = Inference::new(&state.engine.model);
    inference.answer_all(
        &state.engine.model,
        weighed(state.engine, state.record.answers()),
    );
    let Some(told) = rather(&state.engine.model, &inference, cause, rival) else {
        return Vec::new();
    };
    let mut reasons: Vec<Reason> = told
        .answers
        .into_iter()
        .filter(|(_, decibans)| decibans.abs() >= 1.0)
        .map(|(finding, decibans)| Reason { finding, decibans })
        .collect();
    reasons.sort_by(|a, b| b.decibans.abs().total_cmp(&a.decibans.abs()));
    let heading = state
        .language
        .with("rather-than", &[("cause", cause_name(state.engine, rival))]);
    let mut pieces = vec![Piece::Heading(heading)];
    if reasons.is_empty() {
        pieces.push(Piece::Quiet(state.language.say("nothing-tells-apart")));
    }
    pieces.extend(
        reasons
            .into_iter()
            .take(6)
            .map(|reason| reason_piece(state, reason)),
    );
    if told.prior.abs() >= 1.0 {
        let key = if told.prior > 0.0 {
            "commoner-from-the-start"
        } else {
            "rarer-from-the-start"
        };
        pieces.push(Piece::Quiet(
            state
                .language
                .with(key, &[("strength", Strength::of(told.prior).word())]),
        ));
    }
    pieces
}

/// "3 published, 4 textbook, 2 estimates".
pub fn grades(state: &State, figures: [usize; 4]) -> String {
    let parts: Vec<String> = GradeClass::ALL
        .iter()
        .zip(figures)
        .filter(|(_, count)| *count > 0)
        .map(|(class, count)| format!("{count} {}", class.word()))
        .collect();
    if parts.is_empty() {
        state.language.say("no-figures")
    } else {
        parts.join(", ")
    }
}

/// What a number may be: its range and its units.
pub fn number_hint(state: &State, finding: usize) -> String {
    match state.kind(finding) {
        Some(AnswerKind::Number(kind)) => {
            let units = crate::knowledge::units::units(kind).join(", ");
            let (low, high) = kind.range;
            state.language.with(
                "number-hint",
                &[
                    ("low", &crate::report::words::trimmed(low)),
                    ("high", &crate::report::words::trimmed(high)),
                    ("unit", kind.unit),
                    ("units", &units),
                ],
            )
        }
        _ => String::new(),
    }
}
