//! What to say on the telephone, made from the answers.

use super::piece::Piece;
use super::result::phrases;
use super::{Sign, State, Whom};
use crate::assessment::Answer;
use crate::report::words::{answer_phrase, trimmed};

/// Signs named at most: whoever is afraid reads out no more.
const MOST_SIGNS: usize = 5;

/// Sentences to read out.
pub(super) fn script(state: &State, signs: &[Sign]) -> Vec<Piece> {
    let language = &state.language;
    let mut lines = vec![language.say("guide-tell-where")];
    lines.push(who(state));
    let what = findings(state, signs);
    if !what.is_empty() {
        lines.push(language.with("guide-tell-what", &[("what", &phrases(state, &what))]));
    }
    let since = since(state);
    lines.push(if since.is_empty() {
        language.say("guide-tell-since-when")
    } else {
        language.with("guide-tell-since", &[("since", &since)])
    });
    let medicines = medicines(state);
    lines.push(if medicines.is_empty() {
        language.say("guide-tell-no-medicines")
    } else {
        language.with("guide-tell-medicines", &[("medicines", &medicines)])
    });
    lines.into_iter().map(Piece::Item).collect()
}

/// The findings by which an emergency was recognised.
fn findings(state: &State, signs: &[Sign]) -> Vec<usize> {
    let mut found = Vec::new();
    for sign in signs {
        let of_sign: Vec<usize> = match sign {
            Sign::Rule(rule) => state
                .assessment
                .triage
                .fired
                .iter()
                .filter(|fired| fired.rule == *rule)
                .flat_map(|fired| fired.signs.iter().copied())
                .collect(),
            Sign::Cause(cause) => state
                .assessment
                .ranking
                .iter()
                .filter(|ranked| ranked.cause == *cause)
                .flat_map(|ranked| ranked.favouring.iter().map(|reason| reason.finding))
                .collect(),
        };
        for finding in of_sign {
            if !found.contains(&finding) {
                found.push(finding);
            }
        }
    }
    found.truncate(MOST_SIGNS);
    found
}

/// Whose age and sex it is.
fn who(state: &State) -> String {
    let knowledge = state.engine.knowledge;
    let known: Vec<String> = ["age", "sex"]
        .into_iter()
        .filter_map(|id| {
            let finding = knowledge.finding(id)?;
            let words = knowledge.words.findings.get(finding)?;
            match state.record.answers().get(finding)? {
                Answer::Level(level) => words.levels.get(level).map(|it| it.1.to_owned()),
                Answer::Number(years) => Some(
                    state
                        .language
                        .with("guide-tell-age", &[("years", &trimmed(years))]),
                ),
                _ => None,
            }
        })
        .collect();
    let key = match state.guide.whom {
        Some(Whom::Another) => "guide-tell-another",
        _ => "guide-tell-myself",
    };
    let mut said = state.language.say(key);
    if !known.is_empty() {
        said = format!("{said} {}.", known.join(", "));
    }
    said
}

fn since(state: &State) -> String {
    let known = [phrase(state, "onset"), phrase(state, "duration-weeks")];
    let known: Vec<String> = known.into_iter().flatten().collect();
    known.join("; ")
}

/// The answer to a finding, if it says anything.
fn phrase(state: &State, id: &str) -> Option<String> {
    let finding = state.engine.knowledge.finding(id)?;
    match state.record.answers().get(finding)? {
        Answer::NotSure => None,
        answer => Some(answer_phrase(state.engine, finding, Some(answer))),
    }
}

/// Medicines that were ticked.
fn medicines(state: &State) -> String {
    let knowledge = state.engine.knowledge;
    let taken: Vec<usize> = knowledge
        .categories
        .iter()
        .filter(|category| category.id == "medicines")
        .flat_map(|category| category.findings.clone())
        .filter(|&finding| state.record.answers().get(finding) == Some(Answer::YesNo(true)))
        .collect();
    phrases(state, &taken)
}
