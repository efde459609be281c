//! What it could be, with reasons for and against.

use super::{MOST_CAUSES, heading, phrases, say};
use crate::app::State;
use crate::app::guide::Piece;
use crate::assessment::Ranked;
use crate::knowledge::Urgency;
use crate::report::words::{about, cause_name};

/// Probability under which a cause that does not lead is left to "something else".
const WORTH_NAMING: f64 = 0.01;
/// Red flags named above the causes.
const MOST_FLAGS: usize = 2;
/// Reasons named for each cause, and against it.
const MOST_REASONS: (usize, usize) = (3, 2);

pub(super) fn causes(state: &State) -> Vec<Piece> {
    let assessment = &state.assessment;
    if assessment.weighed == 0 {
        return vec![Piece::Text(say(state, "result-no-causes"))];
    }
    let named = named(state);
    let mut pieces = ruled_out_first(state);
    pieces.push(Piece::Quiet(say(state, "result-causes-intro")));
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

/// What red flags look for has no bar: it stands above them all.
fn ruled_out_first(state: &State) -> Vec<Piece> {
    let words = &state.engine.knowledge.words.rules;
    let flags = state.assessment.triage.to_rule_out();
    let texts: Vec<Piece> = flags
        .take(MOST_FLAGS)
        .filter_map(|fired| words.get(fired.rule))
        .map(|words| Piece::Warning(words.because.to_owned()))
        .collect();
    if texts.is_empty() {
        return texts;
    }
    let mut pieces = vec![heading(state, "result-rule-out")];
    pieces.extend(texts);
    pieces.push(Piece::Quiet(say(state, "result-not-how-dangerous")));
    pieces.push(heading(state, "result-how-likely"));
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
