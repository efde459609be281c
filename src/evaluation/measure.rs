//! One case assessed with all its answers, and many of them added up.

use super::cases::Case;
use super::play::Brings;
use crate::assessment::question::Asking;
use crate::assessment::{Answers, Assessment, Engine, assess};
use crate::knowledge::Urgency;

/// What came of one case.
#[derive(Debug, Clone)]
pub struct CaseResult {
    /// Rank of the first accepted cause among the named causes, from 1;
    /// nothing where no cause is accepted.
    pub rank: Option<usize>,
    /// Probability of all accepted causes together.
    pub probability: f64,
    /// Sum over causes of squared error against the leading accepted cause, 0 to 2.
    pub brier: f64,
    /// The leading cause and its probability.
    pub leader: (usize, f64),
    /// The class given, on the four-class scale of the cases.
    pub given: Urgency,
    /// The class given, in full.
    pub urgency: Urgency,
    /// Rules that fired, by position.
    pub fired: Vec<usize>,
    /// The cause that raised the class, if one did.
    pub raised_by: Option<usize>,
}

/// The four classes that cases know: days count as weeks.
pub fn case_class(urgency: Urgency) -> Urgency {
    match urgency {
        Urgency::Days => Urgency::Weeks,
        other => other,
    }
}

/// Assesses a case with all stated answers.
pub fn measure(engine: &Engine<'_, '_>, case: &Case) -> CaseResult {
    let assessment = assess(engine, &case.answers, Asking::default());
    result(engine, case, &assessment)
}

/// Assesses a case with those of its answers that the people present can tell.
pub fn measure_told(engine: &Engine<'_, '_>, case: &Case, brings: Brings) -> CaseResult {
    let mut told = Answers::new();
    for (finding, answer) in case.answers.iter() {
        let asked_of = engine.asked_of.get(finding).copied();
        if asked_of.is_some_and(|asked_of| brings.tells(asked_of)) {
            told.set(finding, answer);
        }
    }
    result(engine, case, &assess(engine, &told, Asking::default()))
}

pub(super) fn result(engine: &Engine<'_, '_>, case: &Case, assessment: &Assessment) -> CaseResult {
    let named: Vec<(usize, f64)> = assessment
        .ranking
        .iter()
        .filter(|ranked| ranked.cause != engine.none())
        .map(|ranked| (ranked.cause, ranked.probability))
        .collect();
    let rank = named
        .iter()
        .position(|(cause, _)| case.accepted.contains(cause))
        .map(|place| place + 1);
    let right = rank
        .and_then(|rank| named.get(rank - 1))
        .map(|(cause, _)| *cause);
    let brier = assessment
        .ranking
        .iter()
        .map(|ranked| {
            let truth = f64::from(u8::from(Some(ranked.cause) == right));
            (ranked.probability - truth).powi(2)
        })
        .sum();
    CaseResult {
        rank,
        probability: named
            .iter()
            .filter(|(cause, _)| case.accepted.contains(cause))
            .fold(0.0, |sum, (_, probability)| sum + probability),
        brier,
        leader: named.first().copied().unwrap_or_default(),
        given: case_class(assessment.triage.urgency),
        urgency: assessment.triage.urgency,
        fired: assessment
            .triage
            .fired
            .iter()
            .map(|fired| fired.rule)
            .collect(),
        raised_by: assessment.triage.because_of_cause,
    }
}

/// Sums over many cases.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Summary {
    /// Cases.
    pub cases: usize,
    /// Right cause first.
    pub first: usize,
    /// Right cause among the first three.
    pub top_three: usize,
    /// Right cause among the first five.
    pub top_five: usize,
    /// Mean Brier score, 0 to 2.
    pub brier: f64,
    /// By decile of the leading probability: cases, mean probability, how often right.
    pub calibration: Vec<(usize, f64, f64)>,
    /// `[expected][given]`, classes as in [`Urgency::ALL`] with days counted as weeks.
    pub confusion: [[usize; 5]; 5],
    /// Emergencies, and those sent to emergency.
    pub emergencies: (usize, usize),
    /// Advice one class too low, and more than one class too low.
    pub too_low: (usize, usize),
    /// Advice too high.
    pub too_high: usize,
    /// Of the weeks cases: how many, sent to emergency, above "within days".
    pub weeks: (usize, usize, usize),
}

/// Place of a class on the scale of four.
fn step(urgency: Urgency) -> usize {
    match urgency {
        Urgency::SelfCare => 0,
        Urgency::Weeks | Urgency::Days => 1,
        Urgency::SameDay => 2,
        Urgency::Now => 3,
    }
}

/// Adds up results.
#[allow(clippy::cast_precision_loss)] // counts of cases
pub fn summarise<'r>(results: impl IntoIterator<Item = (&'r Case, &'r CaseResult)>) -> Summary {
    let mut summary = Summary::default();
    let mut deciles = vec![(0_usize, 0.0, 0_usize); 10];
    for (case, result) in results {
        summary.cases += 1;
        let within = |places| result.rank.is_some_and(|rank| rank <= places);
        summary.first += usize::from(within(1));
        summary.top_three += usize::from(within(3));
        summary.top_five += usize::from(within(5));
        summary.brier += result.brier;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 9
        let decile = ((result.leader.1 * 10.0) as usize).min(9);
        if let Some((count, sum, right)) = deciles.get_mut(decile) {
            *count += 1;
            *sum += result.leader.1;
            *right += usize::from(within(1));
        }
        let (expected, given) = (step(case.urgency), step(result.given));
        if let Some(cell) = summary
            .confusion
            .get_mut(case.urgency as usize)
            .and_then(|row| row.get_mut(result.given as usize))
        {
            *cell += 1;
        }
        if case.urgency == Urgency::Now {
            summary.emergencies.0 += 1;
            summary.emergencies.1 += usize::from(result.given == Urgency::Now);
        }
        match expected.saturating_sub(given) {
            0 => {}
            1 => summary.too_low.0 += 1,
            _ => summary.too_low.1 += 1,
        }
        summary.too_high += usize::from(given > expected);
        if case.urgency == Urgency::Weeks {
            summary.weeks.0 += 1;
            summary.weeks.1 += usize::from(result.given == Urgency::Now);
            summary.weeks.2 += usize::from(result.given > Urgency::Days);
        }
    }
    if summary.cases > 0 {
        summary.brier /= summary.cases as f64;
    }
    summary.calibration = deciles
        .into_iter()
        .map(|(count, sum, right)| {
            let of = count.max(1) as f64;
            (count, sum / of, right as f64 / of)
        })
        .collect();
    summary
}
