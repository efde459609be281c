//! A case played as the guide would: emergency questions and checklists first,
//! then the program's own questions, then the self-checks worth doing, answered
//! from the case.

use super::cases::Case;
use super::measure::{CaseResult, result};
use crate::assessment::question::{Asking, next_adaptive};
use crate::assessment::{Answer, Answers, Engine, assess, self_checks_worth};
use crate::knowledge::Urgency;
use crate::knowledge::schema::AskedOf;

/// Numbers of adaptive questions after which the ranking is looked at.
pub const PLAY_STEPS: [usize; 4] = [0, 4, 8, 12];

/// Self-checks that a person is taken to do in one sitting.
pub const MOST_CHECKS: usize = 5;

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
    /// After so many questions as [`PLAY_STEPS`], or the last before stopping.
    pub milestones: Vec<Milestone>,
    /// At the stopping rule.
    pub stopped: Milestone,
    /// Self-checks offered after it.
    pub checks: usize,
    /// What came of it with these.
    pub ended: CaseResult,
}

/// What a person brings to the walkthrough besides what they know themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brings {
    /// Nothing: at home.
    Nothing,
    /// Results of tests, told before the questions.
    Results,
    /// These and someone who examines, who is asked instead of self-checks.
    Examiner,
}

impl Brings {
    /// Whether one of those present can tell what is asked of these.
    pub fn tells(self, asked_of: AskedOf) -> bool {
        match asked_of {
            AskedOf::Everyone | AskedOf::SelfCheck => true,
            AskedOf::TestResult => self != Self::Nothing,
            AskedOf::Examiner => self == Self::Examiner,
        }
    }
}

/// Findings that are shown before the first adaptive question.
fn shown(engine: &Engine<'_, '_>, brings: Brings) -> Vec<usize> {
    let categories = engine.knowledge.categories.iter();
    let listed = categories
        .filter(|category| category.checklist)
        .flat_map(|category| category.findings.clone());
    let always = ["age", "sex"]
        .iter()
        .filter_map(|id| engine.knowledge.finding(id));
    let held = (0..engine.model.findings()).filter(|&finding| {
        brings != Brings::Nothing && engine.asked_of.get(finding) == Some(&AskedOf::TestResult)
    });
    listed
        .chain(engine.screening.iter().copied())
        .chain(always)
        .chain(held)
        .collect()
}

/// Plays a case.
///
/// What a case does not tell stays unknown: it was shown, though, so it is not
/// asked again.
pub fn play(engine: &Engine<'_, '_>, case: &Case, brings: Brings) -> Played {
    let told = |finding| case.answers.get(finding).unwrap_or(Answer::NotSure);
    let mut answers = Answers::new();
    for finding in shown(engine, brings) {
        answers.set(finding, told(finding));
    }
    let look = |answers: &Answers, asked| Milestone {
        asked,
        result: result(engine, case, &assess(engine, answers, Asking::default())),
    };
    let mut milestones = vec![look(&answers, 0)];
    let mut asking = Asking {
        examiner: brings == Brings::Examiner,
        ..Asking::default()
    };
    while let Ok(question) = next_adaptive(engine, &answers, asking) {
        answers.set(question.finding, told(question.finding));
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
    let checks = match brings {
        Brings::Examiner => 0,
        _ => do_checks(engine, case, &mut answers),
    };
    let ended = look(&answers, asking.asked).result;
    Played {
        milestones,
        stopped,
        checks,
        ended,
    }
}

/// Does the self-checks worth doing, the most telling first; what one shows
/// changes which is next.
fn do_checks(engine: &Engine<'_, '_>, case: &Case, answers: &mut Answers) -> usize {
    let mut done: Vec<usize> = Vec::new();
    while done.len() < MOST_CHECKS {
        let urgency = assess(engine, answers, Asking::default()).triage.urgency;
        let worth = self_checks_worth(engine, answers, urgency).safe;
        let next = worth
            .into_iter()
            .find(|check| !done.contains(&check.advice.item));
        let Some(check) = next else {
            break;
        };
        for finding in check.findings {
            if let Some(answer) = case.answers.get(finding) {
                answers.set(finding, answer);
            }
        }
        done.push(check.advice.item);
    }
    done.len()
}

/// Whether the emergency questions alone, with age and sex, say now: the first
/// minute.
pub fn stops_at_once(engine: &Engine<'_, '_>, case: &Case) -> bool {
    let mut answers = Answers::new();
    let always = ["age", "sex"]
        .iter()
        .filter_map(|id| engine.knowledge.finding(id));
    for finding in engine.screening.iter().copied().chain(always) {
        if let Some(answer) = case.answers.get(finding) {
            answers.set(finding, answer);
        }
    }
    let assessment = assess(engine, &answers, Asking::default());
    assessment.triage.urgency == Urgency::Now
}
