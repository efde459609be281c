//! Self-checks: what they set can be entered, and timed steps are steps.

use super::references::{all_named, ruled_out};
use crate::knowledge::conditions::find_finding;
use crate::knowledge::fault::Reporter;
use crate::knowledge::schema::{AnswerKind, Enter, SelfExam};
use crate::knowledge::words::SelfExamWords;
use crate::knowledge::{Kind, Knowledge};

pub(super) fn check(knowledge: &Knowledge<'_>, reporter: &mut Reporter<'_>) {
    let words = &knowledge.words.self_exams;
    for (at, exam) in knowledge.self_exams.iter().enumerate() {
        ruled_out(knowledge, &exam.do_not_if, reporter);
        all_named(knowledge, &exam.sources, Kind::Source, reporter);
        for id in &exam.sets {
            find_finding(knowledge, id, reporter);
        }
        entered(exam, reporter);
        for enter in &exam.enter {
            fits(knowledge, enter, reporter);
        }
        if let Some(words) = words.get(at) {
            timed(exam, words, reporter);
            asked(exam, words, reporter);
        }
    }
}

/// Everything it sets is entered, and nothing else.
fn entered(exam: &SelfExam<'_>, reporter: &mut Reporter<'_>) {
    let entered: Vec<&str> = exam.enter.iter().map(Enter::finding).collect();
    for id in &exam.sets {
        if !entered.contains(id) {
            reporter.at(
                id,
                format!(
                    "`{}` sets `{id}` but does not say how it is entered",
                    exam.id
                ),
                "add it to `enter`, for instance Either(...) or Once(...)",
            );
        }
    }
    for (at, id) in entered.iter().enumerate() {
        let twice = entered.iter().take(at).any(|before| before == id);
        if twice || !exam.sets.contains(id) {
            reporter.at(
                id,
                format!(
                    "`{}` enters `{id}` {}",
                    exam.id,
                    if twice {
                        "twice"
                    } else {
                        "but does not set it"
                    }
                ),
                "let `sets` and `enter` name the same findings, each once",
            );
        }
    }
    if exam.minutes == 0 {
        reporter.at(
            exam.id,
            format!("`{}` takes no time", exam.id),
            "write at least 1 minute",
        );
    }
}

/// The way of entering fits the answers of the finding.
fn fits(knowledge: &Knowledge<'_>, enter: &Enter<'_>, reporter: &mut Reporter<'_>) {
    let id = enter.finding();
    let Some(finding) = knowledge
        .finding(id)
        .and_then(|at| knowledge.findings.get(at))
    else {
        find_finding(knowledge, id, reporter);
        return;
    };
    let (fits, wanted) = match (enter, &finding.answer) {
        (Enter::Once(_), _) => (true, ""),
        (Enter::Either(_) | Enter::Which(_), kind) => {
            (matches!(kind, AnswerKind::YesNo(_)), "a yes/no finding")
        }
        (Enter::Legs(..) | Enter::Worst(..), kind) => (
            matches!(kind, AnswerKind::OneOf(_)),
            "a finding with levels",
        ),
        (Enter::Larger(_) | Enter::Difference(..), kind) => {
            (matches!(kind, AnswerKind::Number(_)), "a number")
        }
        (Enter::NotFelt(_, toes), AnswerKind::Number(kind)) => (
            !toes.is_empty()
                && toes.len() as f64 <= kind.range.1
                && toes.iter().all(|(_, toe)| (1..=5).contains(toe)),
            "a number that can hold as many toes, each from 1 to 5",
        ),
        (Enter::NotFelt(..), _) => (false, "a number"),
    };
    if !fits {
        reporter.at(
            id,
            format!("`{id}` cannot be entered in this way"),
            format!("this way of entering takes {wanted}"),
        );
    }
    if let AnswerKind::OneOf(levels) = &finding.answer {
        for level in enter.levels() {
            if !levels.iter().any(|(name, _)| *name == level) {
                reporter.at(
                    level,
                    format!("`{id}` has no level `{level}`"),
                    crate::knowledge::did_you_mean(level, levels.iter().map(|&(name, _)| name)),
                );
            }
        }
    }
    if let Enter::Difference(_, (low, high)) = enter
        && !(low.is_finite() && high.is_finite() && *low >= 0.0 && low < high)
    {
        reporter.at(
            id,
            format!("{low} to {high} are no limits of a measure"),
            "write the smallest and the largest possible one",
        );
    }
}

/// Timed steps exist.
fn timed(exam: &SelfExam<'_>, words: &SelfExamWords<'_>, reporter: &mut Reporter<'_>) {
    for &(step, seconds) in &exam.countdowns {
        if !(1..=words.steps.len()).contains(&step) || !exam.seconds.contains(&seconds) {
            reporter.at(
                exam.id,
                format!("`{}` times step {step} with {seconds} seconds", exam.id),
                format!(
                    "name a step from 1 to {} and one of its `seconds`",
                    words.steps.len()
                ),
            );
        }
    }
}

/// What is asked is entered, and what has no words of its own elsewhere has some.
fn asked(exam: &SelfExam<'_>, words: &SelfExamWords<'_>, reporter: &mut Reporter<'_>) {
    for ask in &words.asks {
        if !exam.sets.contains(&ask.finding) {
            reporter.at(
                ask.finding,
                format!(
                    "`{}` asks for `{}` but does not set it",
                    exam.id, ask.finding
                ),
                "name a finding that it sets",
            );
        }
    }
    for enter in &exam.enter {
        let id = enter.finding();
        let ask = words.asks.iter().find(|ask| ask.finding == id);
        let needs_words = matches!(enter, Enter::Legs(..) | Enter::NotFelt(..));
        if needs_words && ask.is_none_or(|ask| ask.fine.is_empty() || ask.fails.is_empty()) {
            reporter.at(
                words.id,
                format!("`{}` has no words for `{id}` of one leg", exam.id),
                "add `asks` with `fine` and `fails`",
            );
        }
    }
}
