//! The tables, laid out once so that a step only streams through them.

use std::ops::Range;

use super::{BITS, surprise};

/// A network as plain numbers, before it is compiled.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// Weight of each cause before any answer; normalised when compiled.
    pub prior: Vec<f64>,
    /// Class of each cause, for information about the class (urgency).
    pub class: Vec<usize>,
    /// One table per finding.
    pub findings: Vec<Table>,
}

/// `P(level | cause)`: one row per cause.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// `rows[cause][level]`, each row adding up to 1.
    pub rows: Vec<Vec<f64>>,
}

/// Why a network cannot be compiled.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelFault {
    /// No cause, or weights that are not finite and positive.
    BadPrior,
    /// The table of this finding has another number of rows than there are causes,
    /// rows of different lengths, fewer than two levels, entries that are not
    /// probabilities, or rows that do not add up to 1.
    BadTable(usize),
}

/// A compiled network. All logarithms and entropies are taken here, once.
///
/// Causes are kept sorted by class inside, so that sums over a class are sums
/// over a slice; every method speaks of the caller's numbering.
#[derive(Debug, Clone)]
pub struct Model {
    causes: usize,
    /// Caller's number of the cause at each inner place.
    order: Vec<usize>,
    /// Inner slice of each class that has a cause.
    pub(super) classes: Vec<Range<usize>>,
    log_prior: Vec<f64>,
    /// First row of each finding, and one past the last.
    first_row: Vec<usize>,
    /// `P(level | cause)`, one row of all causes per level.
    p: Vec<f64>,
    /// Natural logarithms of `p`.
    log_p: Vec<f64>,
    /// `H(F_j | m)` in bits, one row of all causes per finding.
    entropy: Vec<f64>,
}

impl Model {
    /// Compiles a network.
    ///
    /// # Errors
    /// Weights or tables that are no probabilities.
    pub fn new(network: &Network) -> Result<Self, ModelFault> {
        let causes = network.prior.len();
        let total: f64 = network.prior.iter().sum();
        let good_prior = network.prior.iter().all(|p| p.is_finite() && *p > 0.0);
        if causes == 0 || !good_prior || network.class.len() != causes {
            return Err(ModelFault::BadPrior);
        }
        let mut order: Vec<usize> = (0..causes).collect();
        order.sort_by_key(|&cause| (network.class.get(cause).copied(), cause));
        let classes = slices(&order, &network.class);
        let at = |values: &[f64], cause: usize| values.get(cause).copied().unwrap_or_default();
        let log_prior = order
            .iter()
            .map(|&cause| (at(&network.prior, cause) / total).ln())
            .collect();
        let mut model = Self {
            causes,
            order,
            classes,
            log_prior,
            first_row: vec![0],
            p: Vec::new(),
            log_p: Vec::new(),
            entropy: Vec::new(),
        };
        for (finding, table) in network.findings.iter().enumerate() {
            model.add(table).ok_or(ModelFault::BadTable(finding))?;
        }
        Ok(model)
    }

    fn add(&mut self, table: &Table) -> Option<()> {
        let levels = table.rows.first()?.len();
        let fits = table.rows.len() == self.causes
            && levels >= 2
            && table.rows.iter().all(|row| {
                row.len() == levels
                    && row.iter().all(|p| p.is_finite() && *p > 0.0 && *p < 1.0)
                    && (row.iter().sum::<f64>() - 1.0).abs() < 1e-9
            });
        if !fits {
            return None;
        }
        for level in 0..levels {
            for &cause in &self.order {
                let p = *table.rows.get(cause)?.get(level)?;
                self.p.push(p);
                self.log_p.push(p.ln());
            }
        }
        for &cause in &self.order {
            let nats: f64 = table.rows.get(cause)?.iter().map(|&p| surprise(p)).sum();
            self.entropy.push(nats * BITS);
        }
        self.first_row.push(self.first_row.last()? + levels);
        Some(())
    }

    /// How many causes there are.
    pub fn causes(&self) -> usize {
        self.causes
    }

    /// How many findings there are.
    pub fn findings(&self) -> usize {
        self.first_row.len() - 1
    }

    /// How many levels a finding has; 0 for a finding that does not exist.
    pub fn levels(&self, finding: usize) -> usize {
        match (self.first_row.get(finding), self.first_row.get(finding + 1)) {
            (Some(first), Some(next)) => next - first,
            _ => 0,
        }
    }

    /// Inner places of the causes, in the caller's numbering.
    pub(super) fn order(&self) -> &[usize] {
        &self.order
    }

    pub(super) fn log_prior(&self) -> &[f64] {
        &self.log_prior
    }

    fn row(&self, finding: usize, level: usize) -> Option<Range<usize>> {
        (level < self.levels(finding)).then_some(())?;
        let start = (self.first_row.get(finding)? + level) * self.causes;
        Some(start..start + self.causes)
    }

    /// `P(level | cause)` for all causes, in inner order; empty out of range.
    pub(super) fn p(&self, finding: usize, level: usize) -> &[f64] {
        self.row(finding, level)
            .and_then(|row| self.p.get(row))
            .unwrap_or_default()
    }

    /// Natural logarithms of [`Model::p`].
    pub(super) fn log_p(&self, finding: usize, level: usize) -> &[f64] {
        self.row(finding, level)
            .and_then(|row| self.log_p.get(row))
            .unwrap_or_default()
    }

    /// `H(F_j | m)` in bits for all causes, in inner order.
    pub(super) fn entropy(&self, finding: usize) -> &[f64] {
        let start = finding * self.causes;
        self.entropy
            .get(start..start + self.causes)
            .unwrap_or_default()
    }

    /// `P(level | cause)` in the caller's numbering.
    pub fn likelihood(&self, finding: usize, level: usize, cause: usize) -> Option<f64> {
        let place = self.order.iter().position(|&other| other == cause)?;
        self.p(finding, level).get(place).copied()
    }

    /// Prior probability in the caller's numbering.
    pub fn prior(&self, cause: usize) -> Option<f64> {
        let place = self.order.iter().position(|&other| other == cause)?;
        self.log_prior.get(place).map(|log| log.exp())
    }

    /// Bytes a whole step streams through: the tables that information needs.
    pub fn streamed_bytes(&self) -> usize {
        (self.p.len() + self.entropy.len()) * size_of::<f64>()
    }

    /// Reads every number that a whole step reads, and adds them up: the bound
    /// that memory sets, for measuring.
    pub fn stream(&self) -> f64 {
        let lanes = |values: &[f64]| {
            let mut sums = [0.0; 8];
            for chunk in values.chunks_exact(8) {
                for (sum, value) in sums.iter_mut().zip(chunk) {
                    *sum += value;
                }
            }
            sums.iter().sum::<f64>()
        };
        lanes(&self.p) + lanes(&self.entropy)
    }
}

/// Slices of equal class in the sorted order.
fn slices(order: &[usize], class: &[usize]) -> Vec<Range<usize>> {
    let mut slices: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (place, &cause) in order.iter().enumerate() {
        let this = class.get(cause).copied();
        match slices.last_mut() {
            Some(slice) if last == Some(this) => slice.end = place + 1,
            _ => slices.push(place..place + 1),
        }
        last = Some(this);
    }
    slices
}
