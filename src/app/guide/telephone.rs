//! What to say on the telephone, made from the answers.

use super::piece::Piece;
use super::result::phrases;
use super::{Sign, State, Whom};
use crate::assessment::Answer;
use crate::knowledge::schema::{AnswerKind, NumberKind};
use crate::report::words::{level_phrase, trimmed};

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
        since
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
        let known = known.join(", ");
        let mut letters = known.chars();
        let first: String = letters
            .next()
            .map_or_else(String::new, |it| it.to_uppercase().collect());
        said = format!("{said} {first}{}.", letters.as_str());
    }
    said
}

fn since(state: &State) -> String {
    let given = |id: &str| {
        let finding = state.engine.knowledge.finding(id)?;
        Some((finding, state.record.answers().get(finding)?))
    };
    let mut known = Vec::new();
    if let Some((finding, Answer::Level(level))) = given("onset") {
        let how = level_phrase(state.engine, finding, level);
        known.push(state.language.with("guide-tell-began", &[("how", &how)]));
    }
    if let Some((finding, Answer::Number(value))) = given("duration-weeks")
        && let Some(AnswerKind::Number(kind)) = state.kind(finding)
    {
        let time = in_good_unit(kind, value);
        known.push(state.language.with("guide-tell-lasted", &[("time", &time)]));
    }
    known.join(" ")
}

/// A value in the largest unit in which it is a whole number, as people say it.
fn in_good_unit(kind: &NumberKind<'_>, value: f64) -> String {
    let whole = |factor: f64| {
        let count = value / factor;
        (count >= 0.98 && (count - count.round()).abs() < 0.02 * count).then_some(count.round())
    };
    let units = kind.also.iter().filter(|(_, _, offset)| *offset == 0.0);
    units
        .map(|&(name, factor, _)| (name, factor))
        .chain([(kind.unit, 1.0)])
        .filter_map(|(name, factor)| Some((name, factor, whole(factor)?)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map_or_else(
            || format!("{} {}", trimmed(value), kind.unit),
            |(name, _, count)| {
                let one = name.strip_suffix('s').filter(|_| count == 1.0);
                format!("{} {}", trimmed(count), one.unwrap_or(name))
            },
        )
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
