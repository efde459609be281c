//! The constants of inference and assessment.

use serde::Deserialize;

/// `settings.ron`: the constants of inference and assessment.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Version of the knowledge base, a date.
    pub version: String,
    /// Weight of information about urgency beside information about the cause.
    pub urgency_weight: f64,
    /// Factor for a question on the topic just asked about.
    pub topic_bonus: f64,
    /// Trouble of answering a question, of looking, of a timed self-check.
    pub effort: Effort,
    /// When to stop asking.
    pub stopping: Stopping,
    /// Probability of an emergency cause from which it raises urgency itself.
    pub likely_emergency: f64,
    /// Probability of a same-day cause from which it raises urgency itself.
    pub likely_same_day: f64,
    /// Odds of a pair of causes against the best single one from which both are named.
    pub pair_odds: f64,
    /// Share of the severe form from which a cause counts as severe.
    pub likely_severe: f64,
}

/// Trouble of asking, in units of one plain question.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effort {
    /// A question.
    pub question: f64,
    /// Something to look at.
    pub look: f64,
    /// A self-check with a timer.
    pub self_check: f64,
}

/// When to stop asking (bits per unit of effort, probabilities, a count).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stopping {
    /// Stop when the best score is under this.
    pub least_score: f64,
    /// Stop when the leading cause is above this and the score under the next.
    pub sure: f64,
    /// The score that belongs to `sure`.
    pub least_score_when_sure: f64,
    /// Stop after this many questions.
    pub most_questions: usize,
}
