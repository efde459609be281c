//! `tingle knowledge evaluate`: cases in, figures out.

mod glance;

use std::{fmt::Write as _, path::Path};

use super::{Refusal, exit};
use crate::assessment::Engine;
use crate::evaluation::{
    Brings, Case, CaseResult, PLAY_STEPS, Played, Scope, Summary, measure, measure_told, patients,
    play, read_cases, stops_at_once, summarise,
};
use crate::knowledge::schema::AskedOf;
use crate::knowledge::{Knowledge, Urgency};

/// Simulated patients assessed with all their answers.
const PATIENTS: usize = 2_000;
/// Simulated patients played: each costs as much as dozens of those.
const PLAYED_PATIENTS: usize = 200;
/// The same patients on every run.
const SEED: u64 = 20_261_122;

/// Everything measured on one knowledge base.
pub struct Evaluation {
    /// The cases.
    pub cases: Vec<Case>,
    /// What came of each with all its answers.
    pub results: Vec<CaseResult>,
    /// The same with what can be told at home, results of tests among it.
    pub told_at_home: Vec<CaseResult>,
    /// The same without these results.
    pub told_without_results: Vec<CaseResult>,
    /// What came of each when played at home, with results of tests.
    pub played: Vec<Played>,
    /// The same without these results.
    pub without_results: Vec<Played>,
    /// The same with someone who examines.
    pub examined: Vec<Played>,
    /// Which the emergency questions alone send to emergency.
    pub stopped_at_once: Vec<bool>,
}

/// Reads and measures cases.
///
/// # Errors
/// Cases that cannot be read, with their places.
pub fn evaluate(engine: &Engine<'_, '_>, path: &Path) -> Result<Evaluation, Refusal> {
    let cases = read_cases(engine.knowledge, path).map_err(|faults| {
        let lines: Vec<String> = faults
            .iter()
            .map(|fault| format!("{}: {}", fault.place, fault.message))
            .collect();
        let code = if path.exists() {
            exit::DATA
        } else {
            exit::NO_INPUT
        };
        Refusal::new(code, lines.join("\n"))
    })?;
    let results = cases.iter().map(|case| measure(engine, case)).collect();
    let told = |brings| {
        let cases = cases.iter();
        cases.map(move |case| measure_told(engine, case, brings))
    };
    let played = |brings| cases.iter().map(move |case| play(engine, case, brings));
    Ok(Evaluation {
        told_at_home: told(Brings::Results).collect(),
        told_without_results: told(Brings::Nothing).collect(),
        played: played(Brings::Results).collect(),
        without_results: played(Brings::Nothing).collect(),
        examined: played(Brings::Examiner).collect(),
        stopped_at_once: cases
            .iter()
            .map(|case| stops_at_once(engine, case))
            .collect(),
        cases,
        results,
    })
}

impl Evaluation {
    /// Sums over the cases that a test picks.
    pub fn summary(&self, picked: impl Fn(&Case) -> bool) -> Summary {
        summarise(
            self.cases
                .iter()
                .zip(&self.results)
                .filter(|(case, _)| picked(case)),
        )
    }

    /// Sums over the picked cases as played, after the given milestone, or at
    /// the stopping rule.
    pub fn played_summary(&self, picked: impl Fn(&Case) -> bool, step: Option<usize>) -> Summary {
        summarise(
            self.cases
                .iter()
                .zip(&self.played)
                .filter(|(case, _)| picked(case))
                .map(|(case, played)| {
                    let milestone = step.and_then(|step| played.milestones.get(step));
                    (case, &milestone.unwrap_or(&played.stopped).result)
                }),
        )
    }

    /// Emergencies among the picked cases, and those that the emergency questions
    /// alone stop.
    pub fn first_minute(&self, picked: impl Fn(&Case) -> bool) -> (usize, usize) {
        let cases = self.cases.iter().zip(&self.stopped_at_once);
        cases
            .filter(|(case, _)| picked(case) && case.urgency == Urgency::Now)
            .fold((0, 0), |(all, stopped), (_, at_once)| {
                (all + 1, stopped + usize::from(*at_once))
            })
    }
}

/// The figures as text: per case, then in total.
pub fn report(engine: &Engine<'_, '_>, evaluation: &Evaluation) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "Per case: rank of the right cause, urgency expected and given"
    );
    for (case, result) in evaluation.cases.iter().zip(&evaluation.results) {
        let _ = writeln!(out, "  {}", case_line(engine.knowledge, case, result));
    }
    glance::at_a_glance(&mut out, evaluation);
    section(
        &mut out,
        "Published cases that count",
        evaluation,
        Case::counts,
    );
    section(&mut out, "All published cases", evaluation, |case| {
        case.scope != Scope::Constructed
    });
    section(
        &mut out,
        "Constructed cases (consistency, not accuracy)",
        evaluation,
        |case| case.scope == Scope::Constructed,
    );
    simulated_section(&mut out, engine);
    out
}

/// Patients drawn from the knowledge base, with all everyday answers known, and
/// others as the guide plays: how well it does where it is right itself.
pub fn simulate(engine: &Engine<'_, '_>) -> (Evaluation, Evaluation) {
    let known = patients(engine, PATIENTS, SEED, &[AskedOf::Everyone]);
    let asked = [AskedOf::Everyone, AskedOf::SelfCheck];
    let guided = patients(engine, PLAYED_PATIENTS, SEED, &asked);
    let known = Evaluation {
        results: known.iter().map(|case| measure(engine, case)).collect(),
        told_at_home: Vec::new(),
        told_without_results: Vec::new(),
        played: Vec::new(),
        without_results: Vec::new(),
        examined: Vec::new(),
        stopped_at_once: Vec::new(),
        cases: known,
    };
    let guided = Evaluation {
        results: Vec::new(),
        told_at_home: Vec::new(),
        told_without_results: Vec::new(),
        played: guided
            .iter()
            .map(|case| play(engine, case, Brings::Results))
            .collect(),
        without_results: Vec::new(),
        examined: Vec::new(),
        stopped_at_once: Vec::new(),
        cases: guided,
    };
    (known, guided)
}

fn simulated_section(out: &mut String, engine: &Engine<'_, '_>) {
    let (known, guided) = simulate(engine);
    let all = known.summary(|_| true);
    let _ = writeln!(
        out,
        "\nSimulated patients, every everyday answer known: {}",
        all.cases
    );
    let _ = writeln!(out, "  all answers known    {}", accuracy(&all));
    quality(out, &all);
    let _ = writeln!(
        out,
        "  Here the class expected is that of the cause drawn, whatever its signs. Each answer\n  \
         is drawn by itself, so among hundreds some red flag is answered yes by chance: advice\n  \
         too high says little here. All this is consistency, not accuracy."
    );
    urgency_table(out, &all);
    let _ = writeln!(
        out,
        "\nSimulated patients asked by the guide, self-checks known too: {}",
        guided.cases.len()
    );
    as_guided(out, &guided, |_| true);
}

fn percent(part: usize, whole: usize) -> String {
    #[allow(clippy::cast_precision_loss)] // counts of cases
    let share = part as f64 / whole.max(1) as f64 * 100.0;
    format!("{share:.1} %")
}

fn case_line(knowledge: &Knowledge<'_>, case: &Case, result: &CaseResult) -> String {
    let rank = result.rank.map_or("-".to_owned(), |rank| rank.to_string());
    let (leader, probability) = result.leader;
    let leader = knowledge.causes.get(leader).map_or("", |cause| cause.id);
    let rules: Vec<&str> = result
        .fired
        .iter()
        .filter_map(|&at| knowledge.rules.get(at))
        .filter(|rule| rule.urgency == result.urgency)
        .map(|rule| rule.id)
        .collect();
    let raised = result
        .raised_by
        .and_then(|cause| knowledge.causes.get(cause))
        .map_or(String::new(), |cause| format!(" by {}", cause.id));
    let mark = if result.given == case.urgency {
        ' '
    } else {
        '!'
    };
    format!(
        "{:<26} {rank:>3}  p {:.2}  {mark} {:<9} {:<9} leads {leader} {probability:.2}  {}{raised}",
        case.id,
        result.probability,
        case.urgency.id(),
        result.urgency.id(),
        rules.join(" ")
    )
}

fn section(out: &mut String, title: &str, evaluation: &Evaluation, picked: fn(&Case) -> bool) {
    let all = evaluation.summary(picked);
    if all.cases == 0 {
        return;
    }
    let _ = writeln!(out, "\n{title}: {}", all.cases);
    let _ = writeln!(out, "  all answers known    {}", accuracy(&all));
    as_guided(out, evaluation, picked);
    quality(out, &all);
    urgency_table(out, &all);
}

fn accuracy(summary: &Summary) -> String {
    format!(
        "first {:>7}  top three {:>7}  top five {:>7}",
        percent(summary.first, summary.cases),
        percent(summary.top_three, summary.cases),
        percent(summary.top_five, summary.cases)
    )
}

/// Accuracy as the guide plays.
fn as_guided(out: &mut String, evaluation: &Evaluation, picked: fn(&Case) -> bool) {
    for (step, asked) in PLAY_STEPS.iter().enumerate() {
        let played = evaluation.played_summary(picked, Some(step));
        let _ = writeln!(out, "  checklists + {asked:>2}      {}", accuracy(&played));
    }
    let stopped = evaluation.played_summary(picked, None);
    let asked = evaluation.questions(picked, Brings::Results);
    let _ = writeln!(
        out,
        "  at the stopping rule {}  median questions {}",
        accuracy(&stopped),
        asked.median
    );
    let ended = evaluation.ended_summary(picked, Brings::Results);
    let _ = writeln!(
        out,
        "  and the self-checks  {}  median questions and checks {}",
        accuracy(&ended),
        asked.with_checks
    );
}

/// How far the probabilities can be trusted.
fn quality(out: &mut String, summary: &Summary) {
    let _ = writeln!(out, "  Brier score {:.3} (0 best, 2 worst)", summary.brier);
    let _ = writeln!(
        out,
        "  calibration: leading probability, how often right (cases)"
    );
    for (count, mean, right) in &summary.calibration {
        if *count > 0 {
            let _ = writeln!(out, "    {mean:.2}  {right:.2}  ({count})");
        }
    }
}

fn urgency_table(out: &mut String, summary: &Summary) {
    let classes = [
        Urgency::SelfCare,
        Urgency::Weeks,
        Urgency::SameDay,
        Urgency::Now,
    ];
    let _ = writeln!(
        out,
        "  urgency: expected down, given across (days count as weeks)"
    );
    let head: Vec<String> = classes
        .iter()
        .map(|class| format!("{:>9}", class.id()))
        .collect();
    let _ = writeln!(out, "    {:<9}{}", "", head.join(""));
    for expected in classes {
        let row = summary.confusion.get(expected as usize);
        let cells: Vec<String> = classes
            .iter()
            .map(|given| {
                let count = row
                    .and_then(|row| row.get(*given as usize))
                    .copied()
                    .unwrap_or(0);
                format!("{count:>9}")
            })
            .collect();
        let _ = writeln!(out, "    {:<9}{}", expected.id(), cells.join(""));
    }
    let (emergencies, found) = summary.emergencies;
    let (one_low, more_low) = summary.too_low;
    let (weeks, to_emergency, above_days) = summary.weeks;
    let _ = writeln!(
        out,
        "  emergencies found {found} of {emergencies}; advice one class too low {one_low}, more than one {more_low}; too high {}",
        summary.too_high
    );
    let _ = writeln!(
        out,
        "  of {weeks} weeks cases: {to_emergency} sent to emergency, {above_days} above within days"
    );
}

/// Cases whose rank or class differs between two knowledge bases.
pub fn difference(
    knowledge: &Knowledge<'_>,
    evaluation: &Evaluation,
    other_knowledge: &Knowledge<'_>,
    other: &Evaluation,
) -> String {
    let mut out = String::from("Case by case, first the knowledge base in use, then the other:\n");
    let mut changed = 0;
    for (case, result) in evaluation.cases.iter().zip(&evaluation.results) {
        let found = other
            .cases
            .iter()
            .zip(&other.results)
            .find(|(other, _)| other.id == case.id);
        let Some((other_case, other_result)) = found else {
            continue;
        };
        let moved = (result.probability - other_result.probability).abs() >= 0.01;
        if result.rank != other_result.rank || result.urgency != other_result.urgency || moved {
            changed += 1;
            let _ = writeln!(out, "- {}", case_line(knowledge, case, result));
            let _ = writeln!(
                out,
                "+ {}",
                case_line(other_knowledge, other_case, other_result)
            );
        }
    }
    let (here, there) = (
        evaluation.summary(Case::counts),
        other.summary(Case::counts),
    );
    let _ = writeln!(
        out,
        "\n{changed} of {} cases differ. Published cases that count: first {} -> {}, top three {} -> {}, emergencies found {} -> {}.",
        evaluation.cases.len(),
        here.first,
        there.first,
        here.top_three,
        there.top_three,
        here.emergencies.1,
        there.emergencies.1
    );
    out
}
