//! Every number finite, in its range, and part of a whole that fits.

use crate::knowledge::Knowledge;
use crate::knowledge::fault::Reporter;
use crate::knowledge::schema::{AnswerKind, Cause, Finding};

/// Likelihoods stay within these, so that no answer makes a cause impossible.
pub const LIKELIHOOD_RANGE: (f64, f64) = (0.001, 0.999);
/// The most that all priors together may take; the rest is "none of these".
pub const LARGEST_PRIOR_SUM: f64 = 0.95;
/// How far shares that make a whole may be from 1.
const ROUNDING: f64 = 0.0051;

pub(super) fn check(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    settings(knowledge, reporter);
    for finding in &knowledge.findings {
        background(finding, reporter);
    }
    for cause in &knowledge.causes {
        cause_figures(cause, reporter);
    }
    let sum: f64 = knowledge.causes.iter().map(|cause| cause.prior.0).sum();
    if sum > LARGEST_PRIOR_SUM
        && let Some(cause) = knowledge.causes.first()
    {
        reporter.at(
            cause.id,
            format!("the base rates of all causes add up to {sum:.3}"),
            format!("lower some so that the sum stays at or below {LARGEST_PRIOR_SUM}; the rest is \"none of these\""),
        );
    }
}

fn settings(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    let settings = &knowledge.settings;
    let positive = [
        ("pair_odds", settings.pair_odds),
        ("topic_bonus", settings.topic_bonus),
        ("effort.question", settings.effort.question),
        ("effort.look", settings.effort.look),
        ("effort.self_check", settings.effort.self_check),
    ];
    for (name, value) in positive {
        if !(value.is_finite() && value > 0.0) {
            reporter.of_file(
                "settings.ron",
                format!("`{name}` is {value}"),
                "write a number above 0",
            );
        }
    }
    let shares = [
        ("likely_emergency", settings.likely_emergency),
        ("likely_same_day", settings.likely_same_day),
        ("likely_severe", settings.likely_severe),
        ("stopping.sure", settings.stopping.sure),
    ];
    for (name, value) in shares {
        if !(0.0..=1.0).contains(&value) {
            reporter.of_file(
                "settings.ron",
                format!("`{name}` is {value}"),
                "write a probability from 0 to 1",
            );
        }
    }
    for (name, value) in [
        ("urgency_weight", settings.urgency_weight),
        ("stopping.least_score", settings.stopping.least_score),
        (
            "stopping.least_score_when_sure",
            settings.stopping.least_score_when_sure,
        ),
    ] {
        if !(value.is_finite() && value >= 0.0) {
            reporter.of_file(
                "settings.ron",
                format!("`{name}` is {value}"),
                "write a number of 0 or more",
            );
        }
    }
}

fn is_likelihood(value: f64) -> bool {
    let (least, most) = LIKELIHOOD_RANGE;
    (least..=most).contains(&value)
}

fn bad_likelihood(value: f64) -> (String, String) {
    let (least, most) = LIKELIHOOD_RANGE;
    (
        format!("the probability {value} lies outside {least} to {most}"),
        "write a number in that range; nothing is impossible and nothing is certain".to_owned(),
    )
}

fn background(finding: &Finding<'_>, reporter: &mut Reporter<'_>) {
    let shares: Vec<(&str, f64)> = match &finding.answer {
        AnswerKind::YesNo(share) => {
            if !is_likelihood(*share) {
                let (message, mend) = bad_likelihood(*share);
                reporter.in_entry(finding.id, message, mend);
            }
            return;
        }
        AnswerKind::OneOf(levels) => levels.clone(),
        AnswerKind::Number(kind) => {
            let (low, high) = kind.range;
            if !(low.is_finite() && high.is_finite() && low < high) {
                reporter.in_entry(
                    finding.id,
                    format!("the range {low} to {high} of `{}` is empty", finding.id),
                    "write the smallest and the largest possible value",
                );
            }
            for &(name, factor, offset) in &kind.also {
                if !(factor.is_finite() && factor > 0.0 && offset.is_finite()) {
                    reporter.in_entry(
                        name,
                        format!("the unit `{name}` has no usable factor"),
                        "write (name, factor, offset): own unit = entered * factor + offset",
                    );
                }
            }
            let ordered = kind.bands.windows(2).all(|pair| match pair {
                [(_, a, _), (_, b, _)] => a < b,
                _ => true,
            });
            let finite = kind.bands.iter().all(|(_, from, _)| from.is_finite());
            if !ordered || !finite {
                reporter.in_entry(
                    finding.id,
                    format!("the bands of `{}` are not in rising order", finding.id),
                    "order them by their smallest value",
                );
            }
            kind.bands
                .iter()
                .map(|&(level, _, share)| (level, share))
                .collect()
        }
    };
    if shares.len() < 2 {
        reporter.in_entry(
            finding.id,
            format!("`{}` has fewer than two levels", finding.id),
            "add levels, or make it a yes/no finding",
        );
    }
    for (at, &(level, share)) in shares.iter().enumerate() {
        if !is_likelihood(share) {
            let (message, mend) = bad_likelihood(share);
            reporter.in_entry(level, message, mend);
        }
        if shares.iter().take(at).any(|(other, _)| *other == level) {
            reporter.at(
                level,
                format!("the level `{level}` stands twice"),
                "keep one of the two",
            );
        }
    }
    let sum: f64 = shares.iter().map(|(_, share)| share).sum();
    if (sum - 1.0).abs() > ROUNDING {
        reporter.in_entry(
            finding.id,
            format!("the shares of `{}` add up to {sum:.3}", finding.id),
            "make them add up to 1",
        );
    }
}

fn cause_figures(cause: &Cause<'_>, reporter: &mut Reporter<'_>) {
    let (prior, _) = cause.prior;
    if !(prior > 0.0 && prior < 1.0) {
        reporter.at(
            cause.id,
            format!("the base rate {prior} of `{}` is no probability", cause.id),
            "write a number between 0 and 1, for example prior: (0.01, Estimate)",
        );
    }
    for (name, share) in [("both", cause.both.0), ("male", cause.male.0)] {
        if !is_likelihood(share) {
            let (message, mend) = bad_likelihood(share);
            reporter.at(cause.id, format!("`{name}`: {message}"), mend);
        }
    }
    let ((a, b, c, d), _) = cause.onset;
    let ((young, middle, old), _) = cause.age;
    for (name, shares) in [
        ("onset", vec![a, b, c, d]),
        ("age", vec![young, middle, old]),
    ] {
        let sum: f64 = shares.iter().sum();
        if !shares.iter().all(|&share| is_likelihood(share)) || (sum - 1.0).abs() > ROUNDING {
            reporter.at(
                cause.id,
                format!("the shares of `{name}` are not probabilities that add up to 1"),
                "write shares from 0.001 to 0.999 that add up to 1",
            );
        }
    }
    let severe = cause.severe.as_ref();
    if let Some(severe) = severe
        && !is_likelihood(severe.share.0)
    {
        let (message, mend) = bad_likelihood(severe.share.0);
        reporter.at(severe.id, format!("`share`: {message}"), mend);
    }
    let yes = cause
        .findings
        .iter()
        .chain(severe.into_iter().flat_map(|severe| &severe.findings));
    for &(finding, share, _) in yes {
        if !is_likelihood(share) {
            let (message, mend) = bad_likelihood(share);
            reporter.in_entry(finding, message, mend);
        }
    }
    let levels = cause
        .levels
        .iter()
        .chain(severe.into_iter().flat_map(|severe| &severe.levels));
    for &(finding, _, share, _) in levels {
        if !is_likelihood(share) {
            let (message, mend) = bad_likelihood(share);
            reporter.in_entry(finding, message, mend);
        }
    }
    for (at, &(finding, level, _, _)) in cause.levels.iter().enumerate() {
        let first = cause
            .levels
            .iter()
            .position(|&(other, _, _, _)| other == finding);
        if first == Some(at) {
            let sum: f64 = cause
                .levels
                .iter()
                .filter(|&&(other, _, _, _)| other == finding)
                .map(|&(_, _, share, _)| share)
                .sum();
            if sum > 1.0 {
                reporter.in_entry(
                    finding,
                    format!("the levels of `{finding}` add up to {sum:.3} here"),
                    "make them add up to at most 1; what is left goes to the other levels",
                );
            }
        }
        let twice = cause
            .levels
            .iter()
            .take(at)
            .any(|&(other, name, _, _)| other == finding && name == level);
        if twice {
            reporter.in_entry(
                finding,
                format!("`{finding}` = `{level}` stands twice in this cause"),
                "keep one of the two",
            );
        }
    }
}
