//! The tables, laid out once so that a step only streams through them.

use std::ops::Range;

use super::LANES;
use super::information::CLASSES_AT_HAND;
use super::logs::surprise_of_all;

/// Rows that information sums in one pass.
pub(super) const ROWS_AT_ONCE: usize = 4;

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
    /// No cause, weights that are not finite and positive, or more than
    /// [`CLASSES_AT_HAND`] classes.
    BadPrior,
    /// The table of this finding has another number of rows than there are causes,
    /// rows of different lengths, fewer than two levels, entries that are not
    /// probabilities, or rows that do not add up to 1.
    BadTable(usize),
}

/// A compiled network. All logarithms and entropies are taken here, once.
///
/// Causes are kept sorted by class inside, each class filled up to whole lanes
/// with places of weight 0, so that sums over a class are sums over whole
/// chunks. Every public method speaks of the caller's numbering.
#[derive(Debug, Clone)]
pub struct Model {
    causes: usize,
    /// Caller's number of the cause at each inner place; none where the place
    /// only fills up its class.
    order: Vec<Option<usize>>,
    /// Inner places of each class that has a cause, counted in whole lanes.
    pub(super) classes: Vec<Range<usize>>,
    log_prior: Vec<f64>,
    /// First row of each finding, and one past the last.
    first_row: Vec<usize>,
    /// `P(level | cause)`, one row of all causes per level.
    p: Vec<f64>,
    /// Natural logarithms of `p`.
    log_p: Vec<f64>,
    /// What information reads, in the order in which it reads it: see
    /// [`Model::steps`].
    steps: Vec<f64>,
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
        let (order, classes) = lanes_by_class(&network.class);
        if causes == 0
            || !good_prior
            || network.class.len() != causes
            || classes.len() > CLASSES_AT_HAND
        {
            return Err(ModelFault::BadPrior);
        }
        let log_prior = order
            .iter()
            .map(|cause| {
                let weight = cause.and_then(|cause| network.prior.get(cause));
                weight.map_or(f64::NEG_INFINITY, |weight| (weight / total).ln())
            })
            .collect();
        let mut model = Self {
            causes,
            order,
            classes,
            log_prior,
            first_row: vec![0],
            p: Vec::new(),
            log_p: Vec::new(),
            steps: Vec::new(),
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
            for cause in &self.order {
                let p = match cause {
                    Some(cause) => *table.rows.get(*cause)?.get(level)?,
                    None => 1.0,
                };
                self.p.push(p);
                self.log_p.push(p.ln());
            }
        }
        self.add_steps(table, levels);
        self.first_row.push(self.first_row.last()? + levels);
        Some(())
    }

    fn add_steps(&mut self, table: &Table, levels: usize) {
        let number = |cause: &Option<usize>, row: usize| {
            let row_of_cause = cause.and_then(|cause| table.rows.get(cause));
            row_of_cause.map_or(0.0, |p| match row.checked_sub(1) {
                None => surprise_of_all(p),
                Some(level) => p.get(level).copied().unwrap_or_default(),
            })
        };
        for first in (0..levels).step_by(ROWS_AT_ONCE) {
            let rows = first..levels.min(first + ROWS_AT_ONCE);
            for lanes in self.order.chunks(LANES) {
                for row in rows.clone() {
                    self.steps
                        .extend(lanes.iter().map(|cause| number(cause, row)));
                }
            }
        }
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

    /// The cause at each inner place, in the caller's numbering.
    pub(super) fn order(&self) -> &[Option<usize>] {
        &self.order
    }

    /// How many inner places there are, with those that only fill up.
    pub(super) fn places(&self) -> usize {
        self.order.len()
    }

    /// The inner place of a cause.
    pub(super) fn place(&self, cause: usize) -> Option<usize> {
        self.order.iter().position(|&other| other == Some(cause))
    }

    pub(super) fn log_prior(&self) -> &[f64] {
        &self.log_prior
    }

    fn row(&self, finding: usize, level: usize) -> Option<Range<usize>> {
        (level < self.levels(finding)).then_some(())?;
        let start = (self.first_row.get(finding)? + level) * self.places();
        Some(start..start + self.places())
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

    /// What information about a finding reads: the row of `H(F_j | m)` in bits
    /// and the rows of all levels but the last, [`ROWS_AT_ONCE`] rows at a time
    /// and these interleaved lane by lane, so that a step is one pass over one
    /// stream.
    pub(super) fn steps(&self, finding: usize) -> &[f64] {
        let rows = self
            .first_row
            .get(finding)
            .zip(self.first_row.get(finding + 1));
        rows.and_then(|(first, next)| self.steps.get(first * self.places()..next * self.places()))
            .unwrap_or_default()
    }

    /// `P(level | cause)` in the caller's numbering.
    pub fn likelihood(&self, finding: usize, level: usize, cause: usize) -> Option<f64> {
        let place = self.place(cause)?;
        self.p(finding, level).get(place).copied()
    }

    /// Prior probability in the caller's numbering.
    pub fn prior(&self, cause: usize) -> Option<f64> {
        let place = self.place(cause)?;
        self.log_prior.get(place).map(|log| log.exp())
    }

    /// Bytes a whole step streams through: the tables that information needs.
    pub fn streamed_bytes(&self) -> usize {
        self.steps.len() * size_of::<f64>()
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
        lanes(&self.steps)
    }
}

/// Causes sorted by class, each class filled up to whole lanes, and the lanes of
/// each class.
fn lanes_by_class(class: &[usize]) -> (Vec<Option<usize>>, Vec<Range<usize>>) {
    let mut sorted: Vec<usize> = (0..class.len()).collect();
    sorted.sort_by_key(|&cause| (class.get(cause).copied(), cause));
    let mut order = Vec::new();
    let mut classes = Vec::new();
    for members in sorted.chunk_by(|a, b| class.get(*a) == class.get(*b)) {
        let start = order.len();
        order.extend(members.iter().copied().map(Some));
        order.resize(order.len().next_multiple_of(LANES), None);
        classes.push(start / LANES..order.len() / LANES);
    }
    (order, classes)
}
