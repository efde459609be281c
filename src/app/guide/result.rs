//! The result, in five chapters, for any face.

use super::State;
use super::piece::Piece;
use crate::assessment::{self, Answer, Ranked, TELLS_LITTLE, TestAdvice};
use crate::knowledge::Urgency;
use crate::report::words::{about, answer_phrase, cause_name, headline, level_phrase, what_to_do};

/// Causes named at most.
const MOST_CAUSES: usize = 5;
/// Probability under which a cause that does not lead is left to "something else".
const WORTH_NAMING: f64 = 0.01;
/// Reasons named for each cause, and against it.
const MOST_REASONS: (usize, usize) = (3, 2);
/// Tests and treatments named at most.
const MOST_ADVICE: usize = 5;
/// Red flags and worse signs named at most.
const MOST_SIGNS: usize = 5;
/// Probability from which the worse signs of a cause are named.
const WORTH_WATCHING: f64 = 0.05;

/// A chapter of the result; each is a screen of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Chapter {
    /// How soon, why, and what to do.
    #[default]
    Urgency,
    /// What it could be.
    Causes,
    /// Tests to ask about.
    Tests,
    /// What helps and what to avoid.
    Care,
    /// What remains open, and how good the figures are.
    Open,
}

impl Chapter {
    /// All chapters in order.
    pub const ALL: [Self; 5] = [
        Self::Urgency,
        Self::Causes,
        Self::Tests,
        Self::Care,
        Self::Open,
    ];

    /// The key of its name among the words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Urgency => "result-urgency",
            Self::Causes => "result-causes",
            Self::Tests => "result-tests",
            Self::Care => "result-care",
            Self::Open => "result-open",
        }
    }

    /// The chapter some steps further on; the last ones stay.
    #[must_use]
    pub fn step(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|it| *it == self).unwrap_or(0);
        let next = at.saturating_add_signed(by).min(Self::ALL.len() - 1);
        Self::ALL.get(next).copied().unwrap_or_default()
    }
}

/// What a chapter says.
pub fn chapter(state: &State, chapter: Chapter) -> Vec<Piece> {
    match chapter {
        Chapter::Urgency => urgency(state),
        Chapter::Causes => causes(state),
        Chapter::Tests => tests(state),
        Chapter::Care => care(state),
        Chapter::Open => open(state),
    }
}

/// The headline of the urgency, honest where nothing was answered.
pub fn title(state: &State) -> String {
    if state.record.answers().is_empty() {
        return state.language.say("nothing-answered-yet");
    }
    headline(state.assessment.triage.urgency).to_owned()
}

fn say(state: &State, key: &str) -> String {
    state.language.say(key)
}

fn call(state: &State, key: &str) -> String {
    state
        .language
        .with(key, &[("number", &state.emergency_number)])
}

fn heading(state: &State, key: &str) -> Piece {
    Piece::Heading(say(state, key))
}

fn urgency(state: &State) -> Vec<Piece> {
    if state.record.answers().is_empty() {
        return vec![Piece::Text(call(state, "result-nothing"))];
    }
    let triage = &state.assessment.triage;
    let now = triage.urgency == Urgency::Now;
    let mut pieces = Vec::new();
    if now {
        pieces.push(Piece::Warning(call(state, "result-call")));
    } else if !triage.open_screening.is_empty() {
        let count = triage.open_screening.len().to_string();
        pieces.push(Piece::Warning(
            state.language.with("result-so-far-open", &[("n", &count)]),
        ));
    }
    let (because, acts) = reasons(state);
    if !because.is_empty() {
        pieces.push(heading(state, "result-because"));
        pieces.extend(because);
    }
    pieces.push(heading(state, "result-do-now"));
    if acts.is_empty() {
        pieces.push(Piece::Text(what_to_do(triage.urgency).to_owned()));
    }
    pieces.extend(acts);
    let until = match triage.urgency {
        Urgency::SelfCare => None,
        Urgency::Weeks => Some("result-until-weeks"),
        Urgency::Days => Some("result-until-days"),
        Urgency::SameDay => Some("result-until-same-day"),
        Urgency::Now => Some("result-until-now"),
    };
    pieces.extend(until.map(|key| Piece::Text(say(state, key))));
    pieces.extend(sooner(state));
    pieces
}

/// Why it is so urgent, and what the red flags ask for.
fn reasons(state: &State) -> (Vec<Piece>, Vec<Piece>) {
    let knowledge = state.engine.knowledge;
    let triage = &state.assessment.triage;
    let (mut because, mut acts) = (Vec::new(), Vec::new());
    let highest = triage
        .fired
        .iter()
        .filter(|fired| fired.urgency == triage.urgency);
    for fired in highest.take(MOST_SIGNS) {
        let Some(words) = knowledge.words.rules.get(fired.rule) else {
            continue;
        };
        because.push(Piece::Text(words.because.to_owned()));
        because.push(Piece::Quiet(state.language.with(
            "result-you-said",
            &[("signs", &phrases(state, &fired.signs))],
        )));
        let act = Piece::Text(words.act.to_owned());
        if !acts.contains(&act) {
            acts.push(act);
        }
    }
    if let Some(cause) = triage.because_of_cause {
        because.push(Piece::Text(state.language.with(
            "because-of-cause",
            &[("cause", cause_name(state.engine, cause))],
        )));
        if let Some(words) = knowledge.words.causes.get(cause) {
            acts.push(Piece::Text(words.see.to_owned()));
        }
    }
    (because, acts)
}

/// Answers as short phrases.
pub(super) fn phrases(state: &State, findings: &[usize]) -> String {
    let answers = state.record.answers();
    let phrases: Vec<String> = findings
        .iter()
        .map(|&finding| answer_phrase(state.engine, finding, answers.get(finding)))
        .collect();
    phrases.join("; ")
}

/// What would make it more urgent.
fn sooner(state: &State) -> Vec<Piece> {
    let knowledge = state.engine.knowledge;
    let triage = &state.assessment.triage;
    if triage.urgency == Urgency::Now {
        return Vec::new();
    }
    let mut items: Vec<&str> = Vec::new();
    let likely = state
        .assessment
        .ranking
        .iter()
        .take(MOST_CAUSES)
        .filter(|ranked| ranked.probability >= WORTH_WATCHING);
    for ranked in likely {
        let words = knowledge.words.causes.get(ranked.cause);
        let worse = words.into_iter().flat_map(|words| &words.sooner);
        for (class, text) in worse.rev() {
            if *class > triage.urgency && !items.contains(text) {
                items.push(text);
            }
        }
    }
    items.truncate(MOST_SIGNS);
    let mut pieces = vec![heading(state, "result-sooner")];
    pieces.extend(items.into_iter().map(|text| Piece::Item(text.to_owned())));
    pieces.push(Piece::Text(say(state, "welcome-signs")));
    pieces
}

fn causes(state: &State) -> Vec<Piece> {
    let assessment = &state.assessment;
    if assessment.weighed == 0 {
        return vec![Piece::Text(say(state, "result-no-causes"))];
    }
    let named = named(state);
    let mut pieces = vec![Piece::Quiet(say(state, "result-causes-intro"))];
    for ranked in &named {
        pieces.extend(cause(state, ranked));
    }
    let rest = 1.0 - named.iter().map(|it| it.probability).sum::<f64>();
    pieces.push(Piece::Cause {
        name: say(state, "result-something-else"),
        share: rest.clamp(0.0, 1.0),
        about: about(rest.clamp(0.0, 1.0)),
    });
    pieces.push(Piece::Quiet(say(state, "result-something-else-means")));
    if let Some(pair) = assessment.pair {
        let name = |cause| cause_name(state.engine, cause);
        pieces.push(heading(state, "result-pair"));
        pieces.push(Piece::Text(state.language.with(
            "result-pair-means",
            &[
                ("first", name(pair.causes.0)),
                ("second", name(pair.causes.1)),
            ],
        )));
    }
    if !assessment.misfits.is_empty() {
        pieces.push(heading(state, "result-misfits"));
        pieces.push(Piece::Quiet(say(state, "result-misfits-means")));
        for &(finding, _) in &assessment.misfits {
            pieces.push(Piece::Item(phrases(state, &[finding])));
        }
    }
    pieces
}

/// The causes to name. In an emergency those behind it come first.
fn named(state: &State) -> Vec<&Ranked> {
    let assessment = &state.assessment;
    let now = assessment.triage.urgency == Urgency::Now;
    let alarming = |ranked: &&Ranked| {
        now && ranked.urgency == Some(Urgency::Now) && ranked.probability >= WORTH_NAMING
    };
    let ranking = &assessment.ranking;
    ranking
        .iter()
        .filter(alarming)
        .chain(ranking.iter().filter(|ranked| !alarming(ranked)))
        .filter(|ranked| ranked.cause != state.engine.none())
        .take(MOST_CAUSES)
        .enumerate()
        .filter(|(place, ranked)| *place == 0 || ranked.probability >= WORTH_NAMING)
        .map(|(_, ranked)| ranked)
        .collect()
}

fn cause(state: &State, ranked: &Ranked) -> Vec<Piece> {
    let mut pieces = vec![Piece::Cause {
        name: cause_name(state.engine, ranked.cause).to_owned(),
        share: ranked.probability,
        about: about(ranked.probability),
    }];
    if let Some(share) = ranked.severe
        && share > state.engine.knowledge.settings.likely_severe
    {
        pieces.push(Piece::Warning(say(state, "result-severe")));
    }
    let list = |reasons: &[crate::assessment::Reason], most| {
        let findings: Vec<usize> = reasons.iter().take(most).map(|it| it.finding).collect();
        (!findings.is_empty()).then(|| phrases(state, &findings))
    };
    if let Some(reasons) = list(&ranked.favouring, MOST_REASONS.0) {
        let text = state.language.with("result-for", &[("reasons", &reasons)]);
        pieces.push(Piece::For(text));
    }
    if let Some(reasons) = list(&ranked.against, MOST_REASONS.1) {
        let text = state
            .language
            .with("result-against", &[("reasons", &reasons)]);
        pieces.push(Piece::Against(text));
    }
    pieces
}

fn tests(state: &State) -> Vec<Piece> {
    let words = &state.engine.knowledge.words.tests;
    let advised = &state.assessment.tests;
    if state.assessment.weighed == 0 || advised.is_empty() {
        return vec![Piece::Text(say(state, "result-no-tests"))];
    }
    let mut pieces = Vec::new();
    if state.assessment.triage.urgency >= Urgency::SameDay {
        pieces.push(Piece::Warning(say(state, "be-seen-first")));
    }
    pieces.push(Piece::Quiet(say(state, "result-tests-intro")));
    for advice in advised.iter().take(MOST_ADVICE) {
        let Some(words) = words.get(advice.test) else {
            continue;
        };
        pieces.push(Piece::Heading(words.name.to_owned()));
        pieces.push(Piece::Text(words.shows.to_owned()));
        let means = means(state, advice);
        if means.is_empty() {
            let names: Vec<&str> = advice
                .named_by
                .iter()
                .map(|&cause| cause_name(state.engine, cause))
                .collect();
            let text = state
                .language
                .with("result-test-for", &[("causes", &names.join("; "))]);
            pieces.push(Piece::Quiet(text));
        }
        pieces.extend(means);
    }
    pieces
}

/// What the likeliest results of a test would mean.
fn means(state: &State, advice: &TestAdvice) -> Vec<Piece> {
    if advice.bits < TELLS_LITTLE {
        return Vec::new();
    }
    let mut results: Vec<_> = advice.results.iter().collect();
    results.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    results
        .into_iter()
        .take(2)
        .map(|result| {
            let level = level_phrase(state.engine, result.finding, result.level);
            Piece::Item(state.language.with(
                "if-result",
                &[
                    ("result", &level),
                    ("cause", cause_name(state.engine, result.leader)),
                    ("about", &about(result.leader_probability)),
                ],
            ))
        })
        .collect()
}

fn care(state: &State) -> Vec<Piece> {
    let care = &state.assessment.self_care;
    let mut pieces = Vec::new();
    if state.record.answers().is_empty() {
        return vec![Piece::Text(say(state, "questions-first"))];
    }
    if care.held_back {
        let key = if state.assessment.triage.urgency >= Urgency::SameDay {
            "be-seen-first"
        } else {
            "questions-first"
        };
        pieces.push(Piece::Warning(say(state, key)));
    } else if !care.safe.is_empty() {
        pieces.push(heading(state, "at-home"));
        pieces.extend(care.safe.iter().flat_map(|advice| at_home(state, advice)));
    }
    if !care.avoid.is_empty() {
        pieces.push(heading(state, "better-not"));
        pieces.extend(care.avoid.iter().filter_map(|advice| avoid(state, advice)));
    }
    let treatments = &state.assessment.treatments;
    if !treatments.is_empty() && state.assessment.weighed > 0 {
        pieces.push(heading(state, "result-treatments"));
        pieces.push(Piece::Quiet(say(state, "result-treatments-care")));
        for advice in treatments.iter().take(MOST_ADVICE) {
            pieces.extend(treatment(state, advice));
        }
    }
    pieces
}

fn why_not(state: &State, keys: &[String]) -> String {
    let reasons: Vec<&str> = keys
        .iter()
        .map(|key| state.engine.knowledge.reason(key))
        .collect();
    reasons.join(" ")
}

fn at_home(state: &State, advice: &crate::assessment::Advice) -> Vec<Piece> {
    let Some(words) = state.engine.knowledge.words.self_care.get(advice.item) else {
        return Vec::new();
    };
    let mut pieces = vec![Piece::Item(format!("{}. {}", words.name, words.how))];
    if !advice.unless.is_empty() {
        pieces.push(Piece::Quiet(
            state
                .language
                .with("result-not-if", &[("reason", words.limits)]),
        ));
    }
    pieces
}

fn avoid(state: &State, advice: &crate::assessment::Advice) -> Option<Piece> {
    let words = state.engine.knowledge.words.self_care.get(advice.item)?;
    let reasons = if advice.ruled_out.is_empty() {
        words.limits.to_owned()
    } else {
        why_not(state, &advice.ruled_out)
    };
    Some(Piece::Item(format!("{}. {reasons}", words.name)))
}

fn treatment(state: &State, advice: &crate::assessment::Advice) -> Vec<Piece> {
    let Some(words) = state.engine.knowledge.words.treatments.get(advice.item) else {
        return Vec::new();
    };
    let mut pieces = vec![Piece::Item(format!("{}. {}", words.name, words.what))];
    if !advice.ruled_out.is_empty() {
        pieces.push(Piece::Quiet(state.language.with(
            "take-care",
            &[("reason", &why_not(state, &advice.ruled_out))],
        )));
    }
    pieces
}

fn open(state: &State) -> Vec<Piece> {
    let knowledge = state.engine.knowledge;
    let assessment = &state.assessment;
    let question = |finding: usize| knowledge.words.findings.get(finding).map(|it| it.question);
    let mut pieces = Vec::new();
    let left = &assessment.triage.open_screening;
    if left.is_empty() {
        pieces.push(Piece::Text(say(state, "result-all-emergency")));
    } else {
        pieces.push(heading(state, "result-emergency-open"));
        pieces.push(Piece::Warning(call(state, "result-if-so")));
        pieces.extend(
            left.iter()
                .filter_map(|&at| question(at))
                .map(|text| Piece::Item(text.to_owned())),
        );
    }
    let hanging: Vec<&str> = assessment
        .triage
        .hanging
        .iter()
        .filter_map(|it| it.decided_by.first().copied())
        .filter(|finding| !left.contains(finding))
        .filter_map(question)
        .collect();
    if !hanging.is_empty() {
        pieces.push(heading(state, "result-hanging"));
        for (at, text) in hanging.iter().enumerate().take(MOST_SIGNS) {
            // One question often decides several red flags.
            if !hanging.iter().take(at).any(|before| before == text) {
                pieces.push(Piece::Item((*text).to_owned()));
            }
        }
    }
    pieces.extend(telling(state));
    pieces.extend(figures(state));
    pieces
}

/// Open questions that would tell most about the leading cause.
fn telling(state: &State) -> Vec<Piece> {
    let assessment = &state.assessment;
    let none = state.engine.none();
    let leader = assessment.ranking.iter().find(|it| it.cause != none);
    let Some(leader) = leader.filter(|it| assessment.weighed > 0 && !it.open.is_empty()) else {
        return Vec::new();
    };
    let words = &state.engine.knowledge.words.findings;
    let mut pieces = vec![heading(state, "still-open")];
    pieces.extend(
        leader
            .open
            .iter()
            .filter_map(|reason| words.get(reason.finding))
            .map(|words| Piece::Item(words.question.to_owned())),
    );
    pieces
}

fn figures(state: &State) -> Vec<Piece> {
    let assessment = &state.assessment;
    let answers = state.record.answers();
    let unsure = answers
        .iter()
        .filter(|(_, answer)| *answer == Answer::NotSure)
        .count();
    let mut pieces = vec![
        heading(state, "how-good"),
        Piece::Text(state.language.with(
            "result-rests-on",
            &[
                ("n", &answers.len().to_string()),
                ("unsure", &unsure.to_string()),
            ],
        )),
    ];
    let none = state.engine.none();
    if let Some(leader) = assessment.ranking.iter().find(|it| it.cause != none)
        && assessment.weighed > 0
    {
        pieces.push(Piece::Text(state.language.with(
            "result-figures",
            &[
                ("cause", cause_name(state.engine, leader.cause)),
                (
                    "grades",
                    &crate::app::browse::pages::grades(
                        state,
                        assessment::figures(state.engine, leader.cause),
                    ),
                ),
            ],
        )));
    }
    pieces.push(Piece::Text(say(state, "result-not-a-diagnosis")));
    pieces
}
