//! Answers given so far and what follows from them.

use super::Model;

/// The posterior after some answers, with room for all later steps: no step
/// allocates.
#[derive(Debug, Clone)]
pub struct State {
    /// Answered level of each finding.
    answers: Vec<Option<usize>>,
    /// Answered findings in rising order.
    answered: Vec<usize>,
    /// `ln` of prior times likelihoods, in the model's inner order.
    pub(super) log_weight: Vec<f64>,
    /// Posterior in inner order.
    pub(super) posterior: Vec<f64>,
    /// The same with the forms of a cause added up at the place of the first.
    pub(super) merged: Vec<f64>,
    /// `ln P(e)`.
    log_evidence: f64,
}

impl State {
    /// The state before any answer.
    pub fn new(model: &Model) -> Self {
        let mut state = Self {
            answers: vec![None; model.findings()],
            answered: Vec::with_capacity(model.findings()),
            log_weight: vec![0.0; model.places()],
            posterior: vec![0.0; model.places()],
            merged: vec![0.0; model.places()],
            log_evidence: 0.0,
        };
        state.update(model);
        state
    }

    /// Sets (or with `None` takes back) the answer to a finding. Unknown
    /// findings and levels are ignored.
    pub fn answer(&mut self, model: &Model, finding: usize, level: Option<usize>) {
        self.set(model, finding, level);
        self.update(model);
    }

    /// Replaces all answers.
    pub fn answer_all(&mut self, model: &Model, answers: impl IntoIterator<Item = (usize, usize)>) {
        self.answers.fill(None);
        self.answered.clear();
        for (finding, level) in answers {
            self.set(model, finding, Some(level));
        }
        self.update(model);
    }

    fn set(&mut self, model: &Model, finding: usize, level: Option<usize>) {
        let level = level.filter(|&level| level < model.levels(finding));
        if let Some(slot) = self.answers.get_mut(finding) {
            *slot = level;
            match (self.answered.binary_search(&finding), level) {
                (Err(place), Some(_)) => self.answered.insert(place, finding),
                (Ok(place), None) => {
                    self.answered.remove(place);
                }
                _ => {}
            }
        }
    }

    /// Adds up in the order of findings, whatever the order of answers was, so
    /// that the same answers give the same bits.
    fn update(&mut self, model: &Model) {
        self.log_weight.copy_from_slice(model.log_prior());
        for &finding in &self.answered {
            let level = self.answers.get(finding).copied().flatten().unwrap_or(0);
            for (weight, log_p) in self.log_weight.iter_mut().zip(model.log_p(finding, level)) {
                *weight += log_p;
            }
        }
        let most = largest(&self.log_weight);
        let mut total = 0.0;
        for (posterior, log_weight) in self.posterior.iter_mut().zip(&self.log_weight) {
            *posterior = (log_weight - most).exp();
            total += *posterior;
        }
        for posterior in &mut self.posterior {
            *posterior /= total;
        }
        self.log_evidence = most + total.ln();
        self.merged.copy_from_slice(&self.posterior);
        for forms in model.forms() {
            let sum = forms.sum(&self.posterior);
            if let Some(slot) = self.merged.get_mut(forms.second) {
                *slot = 0.0;
            }
            if let Some(slot) = self.merged.get_mut(forms.first) {
                *slot = sum;
            }
        }
    }

    /// The answered level of a finding.
    pub fn level(&self, finding: usize) -> Option<usize> {
        self.answers.get(finding).copied().flatten()
    }

    /// Answered findings with their levels, in rising order.
    pub fn answers(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.answered
            .iter()
            .filter_map(|&finding| Some((finding, self.level(finding)?)))
    }

    /// How many findings are answered.
    pub fn answered(&self) -> usize {
        self.answered.len()
    }

    /// Natural logarithm of the probability of all answers together.
    pub fn log_evidence(&self) -> f64 {
        self.log_evidence
    }

    /// Writes the posterior of every cause, in the caller's numbering.
    pub fn posterior_into(&self, model: &Model, out: &mut [f64]) {
        for (cause, posterior) in model.order().iter().zip(&self.posterior) {
            if let Some(slot) = cause.and_then(|cause| out.get_mut(cause)) {
                *slot = *posterior;
            }
        }
        for forms in model.forms() {
            if let Some(slot) = out.get_mut(forms.cause) {
                *slot = forms.sum(&self.posterior);
            }
        }
    }

    /// `P(second form | cause, e)` of a cause that has one.
    pub fn second_form(&self, model: &Model, cause: usize) -> Option<f64> {
        let (first, second) = model.forms_of(cause)?.of(&self.log_weight);
        Some(1.0 / (1.0 + (first - second).exp()))
    }

    /// The posterior of every cause, in the caller's numbering.
    pub fn posterior(&self, model: &Model) -> Vec<f64> {
        let mut out = vec![0.0; model.causes()];
        self.posterior_into(model, &mut out);
        out
    }
}

/// The largest of some numbers; negative infinity of none.
pub(super) fn largest(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}
