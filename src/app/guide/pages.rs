//! The screens of the walkthrough, and the order of those that are always there.

use crate::assessment::{Answer, Answers, Engine};
use crate::knowledge::schema::AnswerKind;

/// One screen of the walkthrough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// What this is, and what it is not.
    Start,
    /// Who is asked about.
    Whom,
    /// One question.
    Single(usize),
    /// Everything that applies is ticked.
    Ticks(List),
    /// Whether there are results of tests.
    AskReports,
    /// The results that can be entered.
    Reports,
    /// The self-checks worth doing.
    Checks,
    /// One self-check, step by step.
    Check(usize),
    /// What follows from it all.
    Result,
}

/// A list to tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// A group of emergency questions, by position.
    Emergency(usize),
    /// A category of findings, by position.
    Category(usize),
}

/// The parts of the walkthrough, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What this is, and who is asked about.
    Start,
    /// The emergency questions.
    Emergency,
    /// Everything that applies.
    Ticks,
    /// Single questions, chosen by what they would tell.
    Questions,
    /// Self-checks.
    Checks,
    /// The result.
    Result,
}

impl Part {
    /// All parts in order.
    pub const ALL: [Self; 6] = [
        Self::Start,
        Self::Emergency,
        Self::Ticks,
        Self::Questions,
        Self::Checks,
        Self::Result,
    ];
}

/// The screens that everybody sees, with the part each belongs to. A kiosk does not ask for results
/// of tests: few bring them along, and its walk stays short.
pub fn fixed(engine: &Engine<'_, '_>, kiosk: bool) -> Vec<(Part, Page)> {
    let knowledge = engine.knowledge;
    let mut pages = vec![(Part::Start, Page::Start), (Part::Start, Page::Whom)];
    let mut placed = Vec::new();
    for id in ["age", "sex"] {
        if let Some(finding) = knowledge.finding(id) {
            pages.push((Part::Start, Page::Single(finding)));
            placed.push(finding);
        }
    }
    for (at, group) in knowledge.screening.groups.iter().enumerate() {
        let asks = group.asks.iter().filter_map(|id| knowledge.finding(id));
        add(
            engine,
            &mut pages,
            (Part::Emergency, List::Emergency(at)),
            asks.collect(),
            &mut placed,
        );
    }
    for (at, category) in knowledge.categories.iter().enumerate() {
        if !category.checklist {
            continue;
        }
        let left = category
            .findings
            .clone()
            .filter(|finding| !placed.contains(finding) && !engine.is_bundled(*finding))
            .collect();
        add(
            engine,
            &mut pages,
            (Part::Ticks, List::Category(at)),
            left,
            &mut placed,
        );
    }
    if !kiosk {
        pages.push((Part::Ticks, Page::AskReports));
    }
    pages
}

fn add(
    engine: &Engine<'_, '_>,
    pages: &mut Vec<(Part, Page)>,
    (part, list): (Part, List),
    findings: Vec<usize>,
    placed: &mut Vec<usize>,
) {
    let (ticked, single): (Vec<usize>, Vec<usize>) = findings
        .iter()
        .partition(|finding| is_yes_no(engine, **finding));
    let single = single.into_iter().map(|it| (part, Page::Single(it)));
    let list = (!ticked.is_empty()).then_some((part, Page::Ticks(list)));
    // What is ticked decides which single questions make sense; in an emergency
    // the lists follow from how it began.
    if part == Part::Emergency {
        pages.extend(single.chain(list));
    } else {
        pages.extend(list.into_iter().chain(single));
    }
    placed.extend(findings);
}

/// The findings of a list that are ticked, without those asked on another screen.
pub fn ticked(engine: &Engine<'_, '_>, list: List) -> Vec<usize> {
    let knowledge = engine.knowledge;
    let findings: Vec<usize> = match list {
        List::Emergency(group) => knowledge
            .screening
            .groups
            .get(group)
            .map(|group| group.asks.iter().filter_map(|id| knowledge.finding(id)))
            .into_iter()
            .flatten()
            .collect(),
        List::Category(category) => knowledge
            .categories
            .get(category)
            .map(|category| category.findings.clone())
            .into_iter()
            .flatten()
            .filter(|finding| !engine.screening.contains(finding) && !engine.is_bundled(*finding))
            .collect(),
    };
    findings
        .into_iter()
        .filter(|&finding| is_yes_no(engine, finding))
        .collect()
}

/// The rows of a list as this person sees it.
pub(super) fn rows(engine: &Engine<'_, '_>, answers: &Answers, list: List) -> Vec<usize> {
    let mut rows = ticked(engine, list);
    rows.retain(|&finding| concerns(engine, answers, finding));
    rows
}

/// A question, and what must not all be denied for it to make sense.
const HINGES: [(&str, &[&str]); 1] = [("red-warm-where", &["skin-red", "skin-warm"])];

/// Whether a row of a list or a question is worth showing to this person.
pub fn concerns(engine: &Engine<'_, '_>, answers: &Answers, finding: usize) -> bool {
    let id = engine.knowledge.findings.get(finding).map(|entry| entry.id);
    let level = |id: &str, level: &str| {
        let at = engine.knowledge.finding(id)?;
        Some(answers.get(at) == Some(Answer::Level(engine.level_place(at, level)?)))
    };
    let denied = |id: &&str| {
        let at = engine.knowledge.finding(id);
        at.and_then(|at| answers.get(at)) == Some(Answer::YesNo(false))
    };
    let moot = HINGES
        .iter()
        .any(|(hinged, on)| id == Some(hinged) && on.iter().all(denied));
    let never = id == Some("pregnant") && level("sex", "male") == Some(true);
    !moot && !never
}

pub(super) fn is_yes_no(engine: &Engine<'_, '_>, finding: usize) -> bool {
    matches!(
        engine.knowledge.findings.get(finding).map(|it| &it.answer),
        Some(AnswerKind::YesNo(_))
    )
}
