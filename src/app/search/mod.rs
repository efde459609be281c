//! Finding entries by words, also misspelt ones.

mod query;
mod scattered;
#[cfg(test)]
mod tests;

use crate::app::State;
use crate::knowledge::schema::AskedOf;
use crate::knowledge::{Entry, Kind, Knowledge};
use crate::language::Language;
use query::{Fit, MOST_WORDS, Place, Query};
use scattered::Scattered;

/// What a result loses to the test it comes from: both have the same words.
const RESULT_LOSES: u32 = 4;
/// What a word of the glossary loses to the thing itself.
const TERM_LOSES: u32 = 1;
/// Other words of the glossary that are looked for, at most.
const EXPLAINED: usize = 8;
/// Letters of a glossary word that is read as its other words.
const WORTH_EXPLAINING: usize = 4;
/// Causes and tests offered before anything was typed.
const OFFERED: usize = 5;

/// Entries that fit, the best first; the name of a kind lists that kind.
pub fn entries(knowledge: &Knowledge<'_>, language: &Language, typed: &str) -> Vec<Entry> {
    let mut query = Query::new(language, typed);
    if query.len() == 0 {
        return Vec::new();
    }
    let (mut found, rest) = of_a_kind(knowledge, language, &query);
    if let Some(rest) = rest {
        query = rest;
    }
    let all: Vec<Entry> = Kind::ALL
        .into_iter()
        .flat_map(|kind| knowledge.entries(kind))
        .collect();
    let others = best(knowledge, query, typed, &all);
    let named: std::collections::HashSet<Entry> = found.iter().copied().collect();
    found.extend(others.into_iter().filter(|entry| !named.contains(entry)));
    found
}

/// Findings that fit, the best first: by label, question, synonyms, and by the
/// everyday words that the glossary gives for what was typed.
pub fn findings(knowledge: &Knowledge<'_>, language: &Language, typed: &str) -> Vec<usize> {
    let all = knowledge.entries(Kind::Finding);
    let mut found = best(knowledge, Query::new(language, typed), typed, &all);
    for other in said_otherwise(knowledge, typed).into_iter().take(EXPLAINED) {
        let query = Query::new(language, other);
        for (_, entry) in fitting(knowledge, &query, &all).0 {
            if !found.contains(&entry) {
                found.push(entry);
            }
        }
    }
    found
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Finding(finding) => Some(finding),
            _ => None,
        })
        .collect()
}

/// What is offered before anything was typed: the next question, the likeliest
/// causes and the most telling tests.
pub fn offered(state: &State) -> Vec<Entry> {
    let assessment = &state.assessment;
    let next = assessment.next.as_ref().ok();
    let none = state.engine.none();
    let causes = assessment.ranking.iter().map(|ranked| ranked.cause);
    let causes = causes.filter(|cause| *cause != none).take(OFFERED);
    let tests = assessment.tests.iter().map(|test| Entry::Test(test.test));
    next.map(|next| Entry::Finding(next.finding))
        .into_iter()
        .chain(causes.map(Entry::Cause))
        .chain(tests.take(OFFERED))
        .collect()
}

/// The names and words of glossary entries of which one was typed.
fn said_otherwise<'a>(knowledge: &Knowledge<'a>, typed: &str) -> Vec<&'a str> {
    let typed = typed.trim().to_lowercase();
    if typed.chars().count() < WORTH_EXPLAINING {
        return Vec::new();
    }
    knowledge
        .words
        .terms
        .iter()
        .filter(|term| {
            std::iter::once(&term.name)
                .chain(&term.words)
                .any(|word| word.to_lowercase().starts_with(&typed))
        })
        .flat_map(|term| std::iter::once(term.name).chain(term.words.iter().copied()))
        .collect()
}

/// Entries of a kind that was named: all, or those with the words after it, and
/// these words.
fn of_a_kind(
    knowledge: &Knowledge<'_>,
    language: &Language,
    query: &Query,
) -> (Vec<Entry>, Option<Query>) {
    let typed = query.joined();
    for kind in Kind::ALL {
        let names = language.say(names_of(kind));
        for name in names.split(", ") {
            let Some(rest) = typed.strip_prefix(name) else {
                continue;
            };
            let all = knowledge.entries(kind);
            if rest.is_empty() {
                return (all, None);
            }
            if rest.starts_with(' ') {
                let query = Query::new(language, rest);
                let found = fitting(knowledge, &query, &all).0;
                let found = found.into_iter().map(|(_, entry)| entry).collect();
                return (found, Some(query));
            }
        }
    }
    (Vec::new(), None)
}

/// The key of the names of a kind, as people type them.
const fn names_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Cause => "search-cause",
        Kind::Finding => "search-finding",
        Kind::Rule => "search-red-flag",
        Kind::Test => "search-test",
        Kind::Treatment => "search-treatment",
        Kind::SelfCare => "search-self-care",
        Kind::SelfExam => "search-self-check",
        Kind::Score => "search-questionnaire",
        Kind::Source => "search-source",
        Kind::Term => "search-term",
        Kind::Statement => "search-statement",
    }
}

/// The best of some entries: with all words, a slip forgiven; else with most of
/// them; else with their letters.
fn best(knowledge: &Knowledge<'_>, mut query: Query, typed: &str, among: &[Entry]) -> Vec<Entry> {
    let (mut all, mut most, seen) = fitting(knowledge, &query, among);
    if query.forgive(seen) {
        (all, most, _) = fitting(knowledge, &query, among);
    }
    if all.is_empty() {
        all.append(&mut most);
    }
    if all.is_empty() {
        let mut scattered = Scattered::new(typed.trim());
        all = among
            .iter()
            .filter(|entry| !is_a_sentence(**entry))
            .filter_map(|&entry| Some((scattered.score(knowledge.name(entry))?, entry)))
            .collect();
        sort(&mut all);
    }
    all.into_iter().map(|(_, entry)| entry).collect()
}

type Scored = Vec<(u32, Entry)>;

/// Entries with all words, those with at least half of them, and which words
/// stand in any.
fn fitting(
    knowledge: &Knowledge<'_>,
    query: &Query,
    among: &[Entry],
) -> (Scored, Scored, [bool; MOST_WORDS]) {
    let (mut all, mut most, mut seen) = (Scored::new(), Scored::new(), [false; MOST_WORDS]);
    for &entry in among {
        let fit = fit(knowledge, query, entry);
        let found = fit.found();
        if found == 0 {
            continue;
        }
        for (seen, found) in seen.iter_mut().zip(fit.which()) {
            *seen |= found;
        }
        let loses = match entry {
            Entry::Term(_) => TERM_LOSES,
            _ if is_a_result(knowledge, entry) => RESULT_LOSES,
            _ => 0,
        };
        let score = fit.score().saturating_sub(loses);
        if found == query.len() {
            all.push((score, entry));
        } else if found * 2 >= query.len() {
            most.push((score, entry));
        }
    }
    sort(&mut all);
    sort(&mut most);
    (all, most, seen)
}

fn fit(knowledge: &Knowledge<'_>, query: &Query, entry: Entry) -> Fit {
    let mut fit = Fit::default();
    let (others, text) = knowledge.search_words(entry);
    let name = if is_a_sentence(entry) {
        Place::Text
    } else {
        Place::Name
    };
    query.read(knowledge.name(entry), name, &mut fit);
    query.read(knowledge.id(entry), Place::Other, &mut fit);
    let other = match entry {
        Entry::Cause(_) => Place::Standard,
        _ => Place::Other,
    };
    for name in others {
        query.read(name, other, &mut fit);
    }
    if !query.forgives() {
        query.read(text, Place::Text, &mut fit);
    }
    fit
}

fn sort(scored: &mut Scored) {
    scored.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
}

/// What has a sentence for its name.
fn is_a_sentence(entry: Entry) -> bool {
    matches!(
        entry,
        Entry::Rule(_) | Entry::Source(_) | Entry::Statement(_)
    )
}

/// Results and examination findings have names like the tests they come from,
/// and the test itself is what one looks for.
fn is_a_result(knowledge: &Knowledge<'_>, entry: Entry) -> bool {
    match entry {
        Entry::Finding(finding) => knowledge.category_of(finding).is_some_and(|category| {
            matches!(category.asked_of, AskedOf::TestResult | AskedOf::Examiner)
        }),
        _ => false,
    }
}
