//! Answers and knowledge to one [`Assessment`], which every face shows.

mod advice;
mod answers;
mod checks;
mod compile;
mod engine;
mod facts;
mod outlook;
pub mod question;
mod ranking;
mod urgency;

pub use advice::{Advice, ReadResult, SelfCareAdvice, TELLS_LITTLE, TestAdvice, TestResult};
pub use answers::{Answer, AnswerFault, Answers, Document, Value, read_answer};
pub use checks::{CheckAdvice, ChecksWorth, self_checks_worth};
pub use compile::network;
pub use engine::Engine;
pub use facts::{FactSheet, weighed};
pub use outlook::{Outlook, Speaking, outlook, outlooks, speaking_for};
pub use ranking::{Ranked, Reason, figures};
pub use urgency::{Fired, Hanging, Triage};

use crate::inference::State;
use crate::inference::pairs::{Pair, best_pair};
use crate::inference::reasons::{POOR_FIT, Weights};
use crate::knowledge::Urgency;
use question::{Asking, Question, Stop, next_question};

/// Everything that follows from some answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// How soon, and why.
    pub triage: Triage,
    /// All causes and "none of these", the most probable first.
    pub ranking: Vec<Ranked>,
    /// Answers that do not go well with the others: finding and fit.
    pub misfits: Vec<(usize, f64)>,
    /// Two causes that fit better together than any one alone.
    pub pair: Option<Pair>,
    /// The next question, or why there is none.
    pub next: Result<Question, Stop>,
    /// Tests worth asking about, the most telling first.
    pub tests: Vec<TestAdvice>,
    /// Test results among the answers.
    pub results: Vec<ReadResult>,
    /// Treatments to ask about.
    pub treatments: Vec<Advice>,
    /// What to do and what to avoid at home.
    pub self_care: SelfCareAdvice,
    /// Self-checks with what stands against them.
    pub self_exams: Vec<Advice>,
    /// Findings that were weighed.
    pub weighed: usize,
}

/// Assesses some answers. The same answers give the same assessment, whatever
/// their order.
pub fn assess(engine: &Engine<'_, '_>, answers: &Answers, asking: Asking) -> Assessment {
    let mut assessment = sketch(engine, answers, asking);
    assessment.complete(engine, answers);
    assessment
}

/// The same without the open questions of each cause, the tests, and the advice
/// about treatment, self-care and self-checks: these go through every entry, and
/// are not always looked at. [`Assessment::complete`] adds them.
pub fn sketch(engine: &Engine<'_, '_>, answers: &Answers, asking: Asking) -> Assessment {
    let facts = FactSheet::new(engine, answers);
    let weighed = weighed(engine, answers);
    if weighed.is_empty() {
        let ranking = ranking::before_answers(engine, &facts);
        return put_together(
            engine,
            answers,
            asking,
            &facts,
            (ranking, Vec::new(), None, 0),
        );
    }
    let mut state = State::new(&engine.model);
    state.answer_all(&engine.model, weighed.iter().copied());
    let mut weights = Weights::new(&engine.model);
    weights.update(&engine.model, &state);
    let ranking = ranking::ranking(engine, &facts, &state, &weights);
    let misfits = weights
        .iter()
        .filter(|(_, fit, _)| *fit < POOR_FIT)
        .map(|(finding, fit, _)| (finding, fit))
        .collect();
    let pair = best_pair(&engine.model, &state, engine.none())
        .filter(|pair| pair.odds >= engine.knowledge.settings.pair_odds);
    let weighed = weighed.len();
    put_together(
        engine,
        answers,
        asking,
        &facts,
        (ranking, misfits, pair, weighed),
    )
}

/// What is weighed: causes in order, answers that do not fit, two causes at once,
/// how many answers.
type Weighed = (Vec<Ranked>, Vec<(usize, f64)>, Option<Pair>, usize);

/// Urgency, question and advice for what was weighed.
fn put_together(
    engine: &Engine<'_, '_>,
    answers: &Answers,
    asking: Asking,
    facts: &FactSheet,
    (ranking, mut misfits, pair, weighed): Weighed,
) -> Assessment {
    let mut triage = urgency::triage(engine, answers, facts);
    raise_by_likely_cause(engine, &ranking, weighed, &mut triage);
    misfits.retain(|(finding, _)| !is_alarm(&triage, *finding));
    Assessment {
        misfits,
        pair,
        next: next_question(engine, answers, asking),
        tests: Vec::new(),
        results: Vec::new(),
        treatments: Vec::new(),
        self_care: SelfCareAdvice::default(),
        self_exams: Vec::new(),
        weighed,
        triage,
        ranking,
    }
}

impl Assessment {
    /// Adds what a [`sketch`] of the same answers leaves out.
    pub fn complete(&mut self, engine: &Engine<'_, '_>, answers: &Answers) {
        let mut state = State::new(&engine.model);
        state.answer_all(&engine.model, facts::weighed(engine, answers));
        ranking::open_questions(engine, answers, &state, &mut self.ranking);
        self.tests = advice::tests(engine, answers, &state, &self.ranking);
        self.results = advice::read_results(engine, answers);
        let facts = FactSheet::new(engine, answers);
        let (ranking, triage) = (&self.ranking, &self.triage);
        self.treatments = advice::treatments(engine, &facts, ranking, triage.urgency);
        self.self_care = advice::self_care(engine, &facts, ranking, triage);
        self.self_exams = advice::safe_self_exams(engine, &facts, triage.urgency);
    }
}

/// Whether an answer fires a red flag of today or now: nobody is asked to doubt it.
fn is_alarm(triage: &Triage, finding: usize) -> bool {
    triage
        .fired
        .iter()
        .any(|fired| fired.urgency >= Urgency::SameDay && fired.signs.contains(&finding))
}

/// A likely emergency or same-day cause raises urgency too; nothing lowers it.
fn raise_by_likely_cause(
    engine: &Engine<'_, '_>,
    ranking: &[Ranked],
    weighed: usize,
    triage: &mut Triage,
) {
    if weighed == 0 {
        return;
    }
    let settings = &engine.knowledge.settings;
    let leader = ranking.iter().find(|ranked| ranked.cause != engine.none());
    if let Some(leader) = leader
        && triage.urgency == Urgency::SelfCare
        && leader.urgency > Some(Urgency::SelfCare)
    {
        triage.urgency = Urgency::Weeks;
        triage.because_of_cause = Some(leader.cause);
    }
    for ranked in ranking {
        let threshold = match ranked.urgency {
            Some(Urgency::Now) => settings.likely_emergency,
            Some(Urgency::SameDay) => settings.likely_same_day,
            Some(Urgency::Days) => settings.likely_same_day,
            _ => continue,
        };
        let class = ranked.urgency.unwrap_or(Urgency::Weeks);
        if ranked.probability >= threshold && class > triage.urgency {
            triage.urgency = class;
            triage.because_of_cause = Some(ranked.cause);
        }
    }
    for ranked in ranking {
        let severe = engine
            .knowledge
            .causes
            .get(ranked.cause)
            .and_then(|cause| cause.severe.as_ref());
        if let (Some(severe), Some(share)) = (severe, ranked.severe)
            && ranked.probability >= settings.likely_severe
            && share > settings.likely_severe
            && severe.urgency > triage.urgency
        {
            triage.urgency = severe.urgency;
            triage.because_of_cause = Some(ranked.cause);
        }
    }
}
