//! What asking loses: against all answers known, against all that those present
//! can tell, and why, case by case.

use std::fmt::Write as _;

use super::{Evaluation, percent};
use crate::evaluation::{Brings, Case, CaseResult, Played, Scope, Summary, summarise};

/// Who goes through the walkthrough.
const WAYS: [(&str, Brings); 3] = [
    ("with someone who examines ", Brings::Examiner),
    ("at home, results in hand  ", Brings::Results),
    ("at home, without results  ", Brings::Nothing),
];

/// How many questions were asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Questions {
    /// Adaptive questions, at the median.
    pub median: usize,
    /// Nine in ten are asked at most so many.
    pub nine_in_ten: usize,
    /// These and self-checks together, at the median.
    pub with_checks: usize,
}

impl Evaluation {
    fn played_with(&self, brings: Brings) -> &[Played] {
        match brings {
            Brings::Nothing => &self.without_results,
            Brings::Results => &self.played,
            Brings::Examiner => &self.examined,
        }
    }

    fn told_with(&self, brings: Brings) -> &[CaseResult] {
        match brings {
            Brings::Nothing => &self.told_without_results,
            Brings::Results => &self.told_at_home,
            Brings::Examiner => &self.results,
        }
    }

    /// Sums over the picked cases with everything that those present can tell.
    pub fn told_summary(&self, picked: impl Fn(&Case) -> bool, brings: Brings) -> Summary {
        let results = self.cases.iter().zip(self.told_with(brings));
        summarise(results.filter(|(case, _)| picked(case)))
    }

    /// Sums over the picked cases as played to the end, self-checks done.
    pub fn ended_summary(&self, picked: impl Fn(&Case) -> bool, brings: Brings) -> Summary {
        summarise(
            self.cases
                .iter()
                .zip(self.played_with(brings))
                .filter(|(case, _)| picked(case))
                .map(|(case, played)| (case, &played.ended)),
        )
    }

    /// How many questions the picked cases were asked.
    pub fn questions(&self, picked: impl Fn(&Case) -> bool, brings: Brings) -> Questions {
        let at = |tenths: usize, count: fn(&Played) -> usize| {
            let mut counts: Vec<usize> = self
                .cases
                .iter()
                .zip(self.played_with(brings))
                .filter(|(case, _)| picked(case))
                .map(|(_, played)| count(played))
                .collect();
            counts.sort_unstable();
            counts.get(counts.len() * tenths / 10).copied().unwrap_or(0)
        };
        Questions {
            median: at(5, |played| played.stopped.asked),
            nine_in_ten: at(9, |played| played.stopped.asked),
            with_checks: at(5, |played| played.stopped.asked + played.checks),
        }
    }
}

/// The figures to keep an eye on, in one glance.
pub(super) fn at_a_glance(out: &mut String, evaluation: &Evaluation) {
    lost(out, evaluation, "published cases that count", Case::counts);
    lost(out, evaluation, "all published cases", |case| {
        case.scope != Scope::Constructed
    });
    let (emergencies, stopped) = evaluation.first_minute(Case::counts);
    if emergencies > 0 {
        let _ = writeln!(
            out,
            "  emergencies stopped by the emergency questions alone  {stopped} of {emergencies}"
        );
    }
    by_case(out, evaluation);
}

fn lost(out: &mut String, evaluation: &Evaluation, title: &str, picked: fn(&Case) -> bool) {
    let known = evaluation.summary(picked);
    if known.cases == 0 {
        return;
    }
    let _ = writeln!(
        out,
        "\nAt a glance: {title}, {}; lost against all answers known, and (in brackets)\n\
         against everything that those present can tell",
        known.cases
    );
    for (name, brings) in WAYS {
        let ended = evaluation.ended_summary(picked, brings);
        let told = evaluation.told_summary(picked, brings);
        let share = |of: usize, got: usize| percent(of.saturating_sub(got), known.cases);
        let asked = evaluation.questions(picked, brings);
        let _ = writeln!(
            out,
            "  {name} first {:>6} ({:>6})  top three {:>6} ({:>6})  questions: median {}, nine in ten at most {}; median with self-checks {}",
            share(known.first, ended.first),
            share(told.first, ended.first),
            share(known.top_three, ended.top_three),
            share(told.top_three, ended.top_three),
            asked.median,
            asked.nine_in_ten,
            asked.with_checks
        );
    }
}

/// Cases that rank otherwise at home than with all answers, with the reason.
fn by_case(out: &mut String, evaluation: &Evaluation) {
    for (name, brings) in WAYS {
        let mut lines = String::new();
        for (at, case) in evaluation.cases.iter().enumerate() {
            if case.scope != Scope::Constructed
                && let Some(line) = moved(evaluation, at, case, brings)
            {
                lines.push_str(&line);
            }
        }
        if !lines.is_empty() {
            let _ = writeln!(
                out,
                "\nMoved {}: rank with all answers, with all that can be told, as asked",
                name.trim_end()
            );
            out.push_str(&lines);
        }
    }
}

fn moved(evaluation: &Evaluation, at: usize, case: &Case, brings: Brings) -> Option<String> {
    let known = evaluation.results.get(at)?;
    let told = evaluation.told_with(brings).get(at)?;
    let ended = &evaluation.played_with(brings).get(at)?.ended;
    let place = |result: &CaseResult| match result.rank {
        Some(1) => 0,
        Some(2 | 3) => 1,
        _ => 2,
    };
    let why = if place(ended) == place(known) {
        return None;
    } else if place(ended) < place(known) {
        "gained"
    } else if place(told) <= place(known) {
        "not asked, or kept from a self-check"
    } else if evaluation.told_at_home.get(at).map(place) <= Some(place(known)) {
        "a test result tells it"
    } else {
        "only an examination tells it"
    };
    let rank = |result: &CaseResult| result.rank.map_or("-".to_owned(), |rank| rank.to_string());
    let aside = if case.counts() {
        ""
    } else {
        " (does not count)"
    };
    Some(format!(
        "  {:<24}{:>4}{:>4}{:>4}  {why}{aside}\n",
        case.id,
        rank(known),
        rank(told),
        rank(ended)
    ))
}
