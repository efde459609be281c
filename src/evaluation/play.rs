//! A case played as the guide would: emergency questions and checklists first,
//! then the program's own questions, answered from the case.

use super::cases::Case;
use super::measure::{CaseResult, result};
use crate::assessment::question::{Asking, next_adaptive};
use crate::assessment::{Answer, Answers, Engine, assess};

/// Numbers of adaptive questions after which the ranking is looked at.
pub const PLAY_STEPS: [usize; 5] = [0, 5, 10, 15, 20];

/// The ranking after some adaptive questions.
#[derive(Debug, Clone)]
pub struct Milestone {
    /// Adaptive questions asked.
    pub asked: usize,
    /// What came of it.
    pub result: CaseResult,
}

/// A played case.
#[derive(Debug, Clone)]
pub struct Played {
    /// After 0, 5, 10, 15 and 20 questions, or the last before stopping.
    pub milestones: Vec<Milestone>,
    /// At the stopping rule.
    pub stopped: Milestone,
}

/// Plays a case.
pub fn play(engine: &Engine<'_, '_>, case: &Case) -> Played {
    let mut answers = Answers::new();
    let checklists = engine
        .knowledge
        .categories
        .iter()
        .filter(|category| category.checklist)
        .flat_map(|category| category.findings.clone());
    let always = ["age", "sex"]
        .iter()
        .filter_map(|id| engine.knowledge.finding(id));
    for finding in checklists
        .chain(engine.screening.iter().copied())
        .chain(always)
    {
        if let Some(answer) = case.answers.get(finding) {
            answers.set(finding, answer);
        }
    }
    let look = |answers: &Answers, asked| Milestone {
        asked,
        result: result(engine, case, &assess(engine, answers, Asking::default())),
    };
    let mut milestones = vec![look(&answers, 0)];
    // A question without a stated answer is "not sure": asked, and not asked again.
    let mut asking = Asking {
        self_checks: true,
        ..Asking::default()
    };
    // Emergency questions the case says nothing about count as asked already.
    for &finding in &engine.screening {
        if answers.get(finding).is_none() {
            answers.set(finding, Answer::NotSure);
        }
    }
    while let Ok(question) = next_adaptive(engine, &answers, asking) {
        let answer = case
            .answers
            .get(question.finding)
            .unwrap_or(Answer::NotSure);
        answers.set(question.finding, answer);
        asking.asked += 1;
        asking.topic = engine
            .knowledge
            .categories
            .iter()
            .position(|category| category.findings.contains(&question.finding));
        if PLAY_STEPS.contains(&asking.asked) {
            milestones.push(look(&answers, asking.asked));
        }
    }
    let stopped = look(&answers, asking.asked);
    while milestones.len() < PLAY_STEPS.len() {
        milestones.push(stopped.clone());
    }
    Played {
        milestones,
        stopped,
    }
}
