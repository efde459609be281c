//! What a page says: pieces that drawing wraps and styles.

use super::detail::current;
use crate::app::State;
use crate::article::{Block, article};
use crate::assessment::{Advice, Ranked, Reason, TELLS_LITTLE, TestAdvice, weighed};
use crate::inference::State as Inference;
use crate::inference::reasons::{Strength, rather};
use crate::knowledge::schema::{AnswerKind, Standing};
use crate::knowledge::{Entry, GradeClass, Urgency};
use crate::report::words::{about, answer_phrase, cause_name, level_phrase};

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
        Tab::Tests => tests(state, cause),
        Tab::Treatment => treatment(state, cause),
        Tab::SelfCare => self_care(state, cause),
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
    let article = article(knowledge, entry);
    if !article.subtitle.is_empty() && wanted("") {
        pieces.push(Piece::Quiet(article.subtitle));
    }
    for section in article.sections {
        if !wanted(&section.heading) {
            continue;
        }
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
    pieces.push(Piece::Text(grades(state, ranked.figures)));
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

fn tests(state: &State, cause: usize) -> Vec<Piece> {
    let knowledge = state.engine.knowledge;
    let Some(facts) = knowledge.causes.get(cause) else {
        return Vec::new();
    };
    let mut named: Vec<(usize, Option<&TestAdvice>)> = facts
        .tests
        .iter()
        .filter_map(|id| match knowledge.entry(id)? {
            Entry::Test(at) => Some(at),
            _ => None,
        })
        .map(|at| {
            let advice = state.assessment.tests.iter().find(|it| it.test == at);
            (at, advice)
        })
        .collect();
    let telling = |advice: Option<&TestAdvice>| {
        advice.map_or(0.0, |it| if it.bits < TELLS_LITTLE { 0.0 } else { it.bits })
    };
    named.sort_by(|a, b| telling(b.1).total_cmp(&telling(a.1)));
    let mut pieces = vec![Piece::Quiet(state.language.say("tests-intro"))];
    for (at, advice) in named {
        let Some(words) = knowledge.words.tests.get(at) else {
            continue;
        };
        pieces.push(Piece::Link(Entry::Test(at), words.name.to_owned()));
        pieces.push(Piece::Quiet(words.shows.to_owned()));
        if let Some(advice) = advice {
            pieces.extend(meanings(state, advice).into_iter().map(Piece::Item));
        }
    }
    pieces
}

/// "if slowed at the knee: pinched nerve about 9 in 10".
fn meanings(state: &State, advice: &TestAdvice) -> Vec<String> {
    if advice.bits < TELLS_LITTLE {
        return Vec::new();
    }
    let mut results: Vec<_> = advice.results.iter().collect();
    results.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    results
        .into_iter()
        .filter(|result| result.probability >= 0.03)
        .take(3)
        .map(|result| {
            state.language.with(
                "if-result",
                &[
                    (
                        "result",
                        &level_phrase(state.engine, result.finding, result.level),
                    ),
                    ("cause", cause_name(state.engine, result.leader)),
                    ("about", &about(result.leader_probability)),
                ],
            )
        })
        .collect()
}

fn treatment(state: &State, cause: usize) -> Vec<Piece> {
    let knowledge = state.engine.knowledge;
    let Some(facts) = knowledge.causes.get(cause) else {
        return Vec::new();
    };
    let mut pieces = vec![Piece::Quiet(state.language.say("treatment-intro"))];
    for id in &facts.treatments {
        let Some(Entry::Treatment(at)) = knowledge.entry(id) else {
            continue;
        };
        let (Some(words), Some(entry)) = (
            knowledge.words.treatments.get(at),
            knowledge.treatments.get(at),
        ) else {
            continue;
        };
        pieces.push(Piece::Link(Entry::Treatment(at), words.name.to_owned()));
        if entry.standing == Standing::Discouraged {
            pieces.push(Piece::Warning(state.language.say("discouraged")));
        }
        pieces.push(Piece::Quiet(words.what.to_owned()));
        let against = state
            .assessment
            .treatments
            .iter()
            .find(|advice| advice.item == at)
            .map(|advice| reasons(state, advice));
        pieces.extend(against.into_iter().flatten().map(Piece::Item));
    }
    pieces
}

fn reasons(state: &State, advice: &Advice) -> Vec<String> {
    advice
        .ruled_out
        .iter()
        .map(|key| {
            state.language.with(
                "take-care",
                &[("reason", state.engine.knowledge.reason(key))],
            )
        })
        .collect()
}

fn self_care(state: &State, cause: usize) -> Vec<Piece> {
    let knowledge = state.engine.knowledge;
    let Some(facts) = knowledge.causes.get(cause) else {
        return Vec::new();
    };
    let care = &state.assessment.self_care;
    let mut pieces = Vec::new();
    if care.held_back {
        let key = if state.assessment.triage.urgency >= Urgency::SameDay {
            "be-seen-first"
        } else {
            "questions-first"
        };
        pieces.push(Piece::Warning(state.language.say(key)));
    }
    let (mut fits, mut avoid) = (Vec::new(), Vec::new());
    for id in &facts.self_care {
        let Some(Entry::SelfCare(at)) = knowledge.entry(id) else {
            continue;
        };
        let (Some(entry), Some(words)) = (
            knowledge.self_care.get(at),
            knowledge.words.self_care.get(at),
        ) else {
            continue;
        };
        let against = care.avoid.iter().find(|advice| advice.item == at);
        let list = if against.is_some() || entry.standing == Standing::Discouraged {
            &mut avoid
        } else {
            &mut fits
        };
        list.push(Piece::Link(Entry::SelfCare(at), words.name.to_owned()));
        match against {
            Some(advice) => list.extend(
                advice
                    .ruled_out
                    .iter()
                    .map(|key| Piece::Item(knowledge.reason(key).to_owned())),
            ),
            None => list.push(Piece::Quiet(words.how.to_owned())),
        }
    }
    for (key, list) in [
        (
            if care.held_back {
                "later-at-home"
            } else {
                "at-home"
            },
            fits,
        ),
        ("better-not", avoid),
    ] {
        if !list.is_empty() {
            pieces.push(Piece::Heading(state.language.say(key)));
            pieces.extend(list);
        }
    }
    if pieces.is_empty() {
        pieces.push(Piece::Quiet(state.language.say("no-self-care")));
    }
    pieces
}

/// What a number may be: its range and its units.
pub fn number_hint(state: &State, finding: usize) -> String {
    match state
        .engine
        .knowledge
        .findings
        .get(finding)
        .map(|entry| &entry.answer)
    {
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
