//! The next question: most information for the least trouble, emergencies first.

use super::advice::is_ruled_out;
use super::{Answers, Engine, FactSheet, facts};
use crate::inference::State;
use crate::inference::information::{Information, information_into, outcomes};
use crate::knowledge::schema::AskedOf;

/// Who is being asked, and about what.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asking {
    /// The person examines, so examination findings may be asked.
    pub examiner: bool,
    /// Self-checks may be asked.
    pub self_checks: bool,
    /// Category just asked about.
    pub topic: Option<usize>,
    /// Adaptive questions asked so far.
    pub asked: usize,
}

/// A question with its reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The finding to ask.
    pub finding: usize,
    /// Why it is asked.
    pub reason: WhyAsked,
    /// Expected information about the cause, in bits.
    pub bits: f64,
    /// What the choice was made by.
    pub score: f64,
}

/// Why a question is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum WhyAsked {
    /// It is an emergency question.
    Emergency,
    /// It helps to tell the leading cause from this one.
    TellsApart {
        /// The leading cause.
        leader: usize,
        /// The cause it would be told from.
        other: usize,
        /// The level that would speak for the leader.
        level: usize,
    },
}

/// Why no question is asked any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// Nothing open would tell much.
    LittleToLearn,
    /// The leading cause is clear enough.
    ClearEnough,
    /// Enough questions were asked.
    Enough,
}

/// Findings that may be asked next: open, not bundled, for this person.
pub fn askable(engine: &Engine<'_, '_>, answers: &Answers, examiner: bool) -> Vec<usize> {
    (0..engine.model.findings())
        .filter(|&finding| answers.get(finding).is_none())
        .filter(|&finding| engine.parts.get(finding).is_some_and(Vec::is_empty))
        .filter(|&finding| match engine.asked_of.get(finding) {
            Some(AskedOf::Everyone) => true,
            Some(AskedOf::Examiner) => examiner,
            _ => false,
        })
        .filter(|&finding| makes_sense(engine, answers, finding))
        .collect()
}

/// Not what a better answer already told.
pub(super) fn makes_sense(engine: &Engine<'_, '_>, answers: &Answers, finding: usize) -> bool {
    let better_known = engine
        .better
        .get(finding)
        .is_some_and(|better| better.iter().any(|&other| answers.get(other).is_some()));
    let whole_known = engine.wholes.iter().any(|(whole, places)| {
        (places.contains(&finding) && answers.get(*whole) == Some(super::Answer::YesNo(false)))
            || (*whole == finding
                && places
                    .iter()
                    .any(|&place| answers.get(place) == Some(super::Answer::YesNo(true))))
    });
    !better_known && !whole_known
}

/// The next question, or why there is none.
///
/// Emergency questions come first, in their own order, whatever they would tell.
///
/// # Errors
/// The reason to stop asking.
pub fn next_question(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    asking: Asking,
) -> Result<Question, Stop> {
    let open_emergency = engine
        .screening
        .iter()
        .copied()
        .find(|&finding| answers.get(finding).is_none());
    if let Some(finding) = open_emergency {
        return Ok(Question {
            finding,
            reason: WhyAsked::Emergency,
            bits: 0.0,
            score: 0.0,
        });
    }
    next_adaptive(engine, answers, asking)
}

/// The next question by information alone.
///
/// # Errors
/// The reason to stop asking.
pub fn next_adaptive(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    asking: Asking,
) -> Result<Question, Stop> {
    let settings = &engine.knowledge.settings;
    if asking.asked >= settings.stopping.most_questions {
        return Err(Stop::Enough);
    }
    let mut state = State::new(&engine.model);
    state.answer_all(&engine.model, facts::weighed(engine, answers));
    let mut information = vec![Information::default(); engine.model.findings()];
    information_into(&engine.model, &state, &mut information);
    let score = |finding: usize, effort: f64| {
        let told = information.get(finding)?;
        let same_topic = asking.topic.is_some_and(|topic| {
            engine
                .knowledge
                .categories
                .get(topic)
                .is_some_and(|category| category.findings.contains(&finding))
        });
        let bonus = if same_topic {
            settings.topic_bonus
        } else {
            1.0
        };
        let score = (told.cause + settings.urgency_weight * told.class) * bonus / effort;
        Some((finding, told.cause, score))
    };
    let best = askable(engine, answers, asking.examiner)
        .into_iter()
        .chain(self_checks(engine, answers, asking))
        .filter_map(|finding| score(finding, *engine.effort.get(finding)?))
        .max_by(|a, b| a.2.total_cmp(&b.2).then(b.0.cmp(&a.0)));
    let least = best.map_or(settings.stopping.least_score, |best| {
        best.2.max(settings.stopping.least_score)
    });
    let known = known_from_daily_life(engine, answers, |finding| {
        score(finding, settings.effort.question).filter(|known| known.2 > least)
    });
    let Some((finding, bits, score)) = known.or(best) else {
        return Err(Stop::LittleToLearn);
    };
    let leading = state
        .posterior(&engine.model)
        .into_iter()
        .fold(0.0, f64::max);
    if score < settings.stopping.least_score {
        return Err(Stop::LittleToLearn);
    }
    if leading > settings.stopping.sure && score < settings.stopping.least_score_when_sure {
        return Err(Stop::ClearEnough);
    }
    Ok(Question {
        finding,
        reason: tells_apart(engine, &state, finding),
        bits,
        score,
    })
}

/// Why a finding would be asked with these answers.
pub fn why(engine: &Engine<'_, '_>, answers: &Answers, finding: usize) -> WhyAsked {
    let mut state = State::new(&engine.model);
    state.answer_all(&engine.model, facts::weighed(engine, answers));
    tells_apart(engine, &state, finding)
}

fn self_checks(engine: &Engine<'_, '_>, answers: &Answers, asking: Asking) -> Vec<usize> {
    if !asking.self_checks {
        return Vec::new();
    }
    super::checks::safe_findings(engine, answers)
        .into_iter()
        .filter(|&finding| engine.parts.get(finding).is_some_and(Vec::is_empty))
        .filter(|&finding| makes_sense(engine, answers, finding))
        .collect()
}

/// The most telling of what a self-check would show that must not be tried with
/// these answers, but that daily life shows as well, with what `score` says of it.
///
/// Who is too weak to try it is who knows it: it would be lost otherwise. Whether
/// it must not be tried takes long to work out, so that is looked at last.
fn known_from_daily_life(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    score: impl Fn(usize) -> Option<(usize, f64, f64)>,
) -> Option<(usize, f64, f64)> {
    let exams = engine.knowledge.self_exams.iter().enumerate();
    exams
        .filter(|(_, exam)| exam.daily)
        .flat_map(|(at, exam)| exam.sets.iter().map(move |id| (at, *id)))
        .filter_map(|(at, id)| Some((at, engine.knowledge.finding(id)?)))
        .filter(|&(_, finding)| answers.get(finding).is_none())
        .filter(|&(_, finding)| engine.asked_of.get(finding) == Some(&AskedOf::SelfCheck))
        .filter(|&(_, finding)| makes_sense(engine, answers, finding))
        .filter_map(|(at, finding)| Some((at, score(finding)?)))
        .filter(|&(at, _)| is_ruled_out(engine, &FactSheet::new(engine, answers), at))
        .map(|(_, scored)| scored)
        .max_by(|a, b| a.2.total_cmp(&b.2).then(b.0.cmp(&a.0)))
}

/// The leading cause and the one this question sets apart from it most.
fn tells_apart(engine: &Engine<'_, '_>, state: &State, finding: usize) -> WhyAsked {
    let posterior = state.posterior(&engine.model);
    let causes = engine.none();
    let at = |cause: usize| posterior.get(cause).copied().unwrap_or_default();
    let leader = (0..causes)
        .max_by(|&a, &b| at(a).total_cmp(&at(b)).then(b.cmp(&a)))
        .unwrap_or(0);
    let mut best = (leader, 0, 0.0);
    for outcome in outcomes(&engine.model, state, finding) {
        let joint = |cause: usize| {
            let after = outcome.posterior.get(cause).copied().unwrap_or_default();
            after * outcome.probability
        };
        let of_leader = joint(leader) / at(leader);
        for other in (0..causes).filter(|&other| other != leader) {
            // Difference of the likelihoods, times how probable the other is.
            let size = of_leader * at(other) - joint(other);
            if size > best.2 {
                best = (other, outcome.level, size);
            }
        }
    }
    WhyAsked::TellsApart {
        leader,
        other: best.0,
        level: best.1,
    }
}
