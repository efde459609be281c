//! What was entered for each leg, put together to one answer.
//!
//! In doubt it keeps what is certain: one leg that fails and one not known is
//! "at least one", a good leg and one not known is "not sure".

use crate::assessment::Answer;
use crate::knowledge::Knowledge;
use crate::knowledge::schema::{AnswerKind, Enter, NumberKind, Side};
use crate::knowledge::units::band_of;

/// One thing entered in a self-check.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Given {
    /// Yes, of a question.
    Yes,
    /// No, of a question.
    No,
    /// This leg could, this toe felt.
    Fine,
    /// This leg could not, this toe did not feel.
    Fails,
    /// A level of the finding, by position.
    Level(usize),
    /// A number in the finding's own unit.
    Number(f64),
    /// This leg, of the two.
    Side(Side),
    /// Neither leg.
    Neither,
    /// Not sure.
    NotSure,
    /// Left out, because of a sore.
    LeftOut,
}

/// The answer that follows; none while something was not entered.
pub fn combine(
    knowledge: &Knowledge<'_>,
    enter: &Enter<'_>,
    given: &[Option<Given>],
) -> Option<Answer> {
    let given: Vec<Given> = given.iter().copied().collect::<Option<_>>()?;
    let finding = knowledge
        .findings
        .get(knowledge.finding(enter.finding())?)?;
    Some(match enter {
        Enter::Once(_) => once(*given.first()?),
        Enter::Which(_) => match given.first()? {
            Given::Side(_) => Answer::YesNo(true),
            Given::Neither => Answer::YesNo(false),
            _ => Answer::NotSure,
        },
        Enter::Either(_) => either(&given),
        Enter::Legs(_, none, one, both) => match (failing(&given), unsure(&given)) {
            (0, 0) => level(&finding.answer, none),
            (0, _) => Answer::NotSure,
            (1, _) => level(&finding.answer, one),
            _ => level(&finding.answer, both),
        },
        Enter::Worst(_, levels) => worst(&finding.answer, levels, &given),
        Enter::Larger(_) => larger(&finding.answer, &given),
        Enter::Difference(..) => difference(&finding.answer, &given),
        Enter::NotFelt(..) => not_felt(&finding.answer, &given),
    })
}

/// What is certain already although something is still to be entered.
pub fn certain(
    knowledge: &Knowledge<'_>,
    enter: &Enter<'_>,
    given: &[Option<Given>],
) -> Option<Answer> {
    let given: Vec<Option<Given>> = given
        .iter()
        .map(|given| Some(given.unwrap_or(Given::NotSure)))
        .collect();
    combine(knowledge, enter, &given).filter(|answer| *answer != Answer::NotSure)
}

fn once(given: Given) -> Answer {
    match given {
        Given::Yes | Given::Fails => Answer::YesNo(true),
        Given::No | Given::Fine => Answer::YesNo(false),
        Given::Level(level) => Answer::Level(level),
        Given::Number(value) => Answer::Number(value),
        _ => Answer::NotSure,
    }
}

fn either(given: &[Given]) -> Answer {
    if given.contains(&Given::Yes) {
        Answer::YesNo(true)
    } else if given.iter().all(|given| *given == Given::No) {
        Answer::YesNo(false)
    } else {
        Answer::NotSure
    }
}

fn failing(given: &[Given]) -> usize {
    given.iter().filter(|given| **given == Given::Fails).count()
}

fn unsure(given: &[Given]) -> usize {
    given
        .iter()
        .filter(|given| !matches!(given, Given::Fine | Given::Fails))
        .count()
}

/// The place of a level among those of a finding.
pub(super) fn place(kind: &AnswerKind<'_>, name: &str) -> Option<usize> {
    match kind {
        AnswerKind::OneOf(levels) => levels.iter().position(|(level, _)| *level == name),
        _ => None,
    }
}

fn level(kind: &AnswerKind<'_>, name: &str) -> Answer {
    place(kind, name).map_or(Answer::NotSure, Answer::Level)
}

fn worst(kind: &AnswerKind<'_>, levels: &[&str], given: &[Given]) -> Answer {
    let places: Vec<Option<usize>> = levels.iter().map(|name| place(kind, name)).collect();
    let rank = |given: &Given| match given {
        Given::Level(level) => places.iter().position(|place| *place == Some(*level)),
        _ => None,
    };
    let all_known = given.iter().all(|given| rank(given).is_some());
    let healthy = levels.len().saturating_sub(1);
    match given.iter().filter_map(rank).min() {
        Some(rank) if rank < healthy || all_known => places
            .get(rank)
            .copied()
            .flatten()
            .map_or(Answer::NotSure, Answer::Level),
        _ => Answer::NotSure,
    }
}

fn number(given: &Given) -> Option<f64> {
    match given {
        Given::Number(value) => Some(*value),
        _ => None,
    }
}

fn numeric<'k, 'a>(kind: &'k AnswerKind<'a>) -> Option<&'k NumberKind<'a>> {
    match kind {
        AnswerKind::Number(kind) => Some(kind),
        _ => None,
    }
}

fn larger(kind: &AnswerKind<'_>, given: &[Given]) -> Answer {
    let known: Vec<f64> = given.iter().filter_map(number).collect();
    let largest = known.iter().copied().reduce(f64::max);
    match (numeric(kind), largest) {
        (Some(kind), Some(value))
            if known.len() == given.len() || band_of(kind, value) + 1 == kind.bands.len() =>
        {
            Answer::Number(value)
        }
        _ => Answer::NotSure,
    }
}

fn difference(kind: &AnswerKind<'_>, given: &[Given]) -> Answer {
    match (numeric(kind), given) {
        (Some(kind), [Given::Number(one), Given::Number(other)]) => {
            let (low, high) = kind.range;
            // Tapes are read to the millimetre; more digits are noise.
            let apart = ((one - other).abs() * 10.0).round() / 10.0;
            Answer::Number(apart.clamp(low, high))
        }
        _ => Answer::NotSure,
    }
}

#[allow(clippy::cast_precision_loss)] // a handful of toes
fn not_felt(kind: &AnswerKind<'_>, given: &[Given]) -> Answer {
    let (missed, open) = (failing(given), unsure(given));
    match numeric(kind) {
        Some(kind) if band_of(kind, missed as f64) == band_of(kind, (missed + open) as f64) => {
            Answer::Number(missed as f64)
        }
        _ => Answer::NotSure,
    }
}
