//! The tables, laid out once so that a step only streams through them.

use std::borrow::Borrow;
use std::ops::Range;

use super::LANES;
use super::forms::Forms;
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
    /// A second form of a cause that does not exist or has one already, or one of
    /// another class than its cause.
    BadForm,
}

/// A compiled network. All logarithms and entropies are taken here, once.
///
/// Causes are kept sorted by class inside, each class filled up to whole lanes
/// with places of weight 0, so that sums over a class are sums over whole
/// chunks. A cause with two forms has two places. Every public method speaks of
/// the caller's numbering, where it is one cause.
#[derive(Debug, Clone)]
pub struct Model {
    causes: usize,
    /// Caller's number of the cause at each inner place; none where the place
    /// only fills up its class.
    order: Vec<Option<usize>>,
    /// Causes with two forms.
    forms: Vec<Forms>,
    /// Findings in which the forms of a cause differ: few do, so that information
    /// about the others costs nothing more.
    differing: Vec<(usize, Forms)>,
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
        Self::with_forms(network, &[])
    }

    /// Compiles a network whose last columns are second forms of causes: `form_of`
    /// names the cause of each. The weights of the two forms add up to the
    /// cause's own.
    ///
    /// # Errors
    /// Weights or tables that are no probabilities, forms of no cause.
    pub fn with_forms(network: &Network, form_of: &[usize]) -> Result<Self, ModelFault> {
        let tables = network.findings.iter();
        Self::of_tables(&network.prior, &network.class, form_of, tables)
    }

    /// The same with tables made one after the other, so that they are never all
    /// in memory at once.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn of_tables(
        prior: &[f64],
        class: &[usize],
        form_of: &[usize],
        tables: impl IntoIterator<Item = impl Borrow<Table>>,
    ) -> Result<Self, ModelFault> {
        let columns = prior.len();
        let total: f64 = prior.iter().sum();
        let good_prior = prior.iter().all(|p| p.is_finite() && *p > 0.0);
        let (column_at, classes) = lanes_by_class(class);
        if columns == 0 || !good_prior || class.len() != columns || classes.len() > CLASSES_AT_HAND
        {
            return Err(ModelFault::BadPrior);
        }
        let causes = columns.saturating_sub(form_of.len());
        let forms = places_of_forms(class, form_of, &column_at);
        let order = column_at.iter().map(|column| {
            let form = |column: usize| column.checked_sub(causes).and_then(|at| form_of.get(at));
            column.map(|column| form(column).copied().unwrap_or(column))
        });
        let log_prior = column_at.iter().map(|column| {
            let weight = column.and_then(|column| prior.get(column));
            weight.map_or(f64::NEG_INFINITY, |weight| (weight / total).ln())
        });
        let mut model = Self {
            causes,
            order: order.collect(),
            forms: forms.ok_or(ModelFault::BadForm)?,
            differing: Vec::new(),
            classes,
            log_prior: log_prior.collect(),
            first_row: vec![0],
            p: Vec::new(),
            log_p: Vec::new(),
            steps: Vec::new(),
        };
        for (finding, table) in tables.into_iter().enumerate() {
            let added = model.add(table.borrow(), columns, &column_at);
            added.ok_or(ModelFault::BadTable(finding))?;
        }
        Ok(model)
    }

    /// Adds the table of a finding; `column_at` has the column at each place.
    fn add(&mut self, table: &Table, columns: usize, column_at: &[Option<usize>]) -> Option<()> {
        let levels = table.rows.first()?.len();
        let fits = table.rows.len() == columns
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
            for column in column_at {
                let p = match column {
                    Some(column) => *table.rows.get(*column)?.get(level)?,
                    None => 1.0,
                };
                self.p.push(p);
                self.log_p.push(p.ln());
            }
        }
        self.add_steps(table, levels, column_at);
        let row_at = |place: usize| table.rows.get((*column_at.get(place)?)?);
        let finding = self.findings();
        let differ = |forms: &&Forms| row_at(forms.first) != row_at(forms.second);
        self.differing.extend(
            self.forms
                .iter()
                .filter(differ)
                .map(|forms| (finding, *forms)),
        );
        self.first_row.push(self.first_row.last()? + levels);
        Some(())
    }

    fn add_steps(&mut self, table: &Table, levels: usize, column_at: &[Option<usize>]) {
        let number = |column: &Option<usize>, row: usize| {
            let row_of_column = column.and_then(|column| table.rows.get(column));
            row_of_column.map_or(0.0, |p| match row.checked_sub(1) {
                None => surprise_of_all(p),
                Some(level) => p.get(level).copied().unwrap_or_default(),
            })
        };
        for first in (0..levels).step_by(ROWS_AT_ONCE) {
            let rows = first..levels.min(first + ROWS_AT_ONCE);
            for lanes in column_at.chunks(LANES) {
                for row in rows.clone() {
                    self.steps
                        .extend(lanes.iter().map(|column| number(column, row)));
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

    /// The inner places of a cause: one, or one for each of two forms.
    pub(super) fn places_of(&self, cause: usize) -> impl Iterator<Item = usize> + Clone + '_ {
        let places = self.order.iter().enumerate();
        places
            .filter(move |(_, other)| **other == Some(cause))
            .map(|(place, _)| place)
    }

    /// Causes with two forms.
    pub(super) fn forms(&self) -> &[Forms] {
        &self.forms
    }

    /// The two forms of a cause that has them.
    pub(super) fn forms_of(&self, cause: usize) -> Option<&Forms> {
        self.forms.iter().find(|forms| forms.cause == cause)
    }

    /// Findings with the causes whose forms differ in them.
    pub(super) fn differing(&self) -> &[(usize, Forms)] {
        &self.differing
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

    /// [`Model::p`] of every level of a finding.
    pub(super) fn every_p(&self, finding: usize) -> impl Iterator<Item = &[f64]> {
        (0..self.levels(finding)).map(move |level| self.p(finding, level))
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

    /// `P(level | cause)` before any other answer, in the caller's numbering.
    pub fn likelihood(&self, finding: usize, level: usize, cause: usize) -> Option<f64> {
        let row = self.p(finding, level);
        if let Some(forms) = self.forms_of(cause) {
            let (prior, p) = (forms.of(&self.log_prior), forms.of(row));
            let (first, second) = (prior.0.exp(), prior.1.exp());
            return Some((first * p.0 + second * p.1) / (first + second));
        }
        row.get(self.places_of(cause).next()?).copied()
    }

    /// Prior probability in the caller's numbering.
    pub fn prior(&self, cause: usize) -> Option<f64> {
        let mut priors = self
            .places_of(cause)
            .filter_map(|place| self.log_prior.get(place))
            .map(|log| log.exp());
        let first = priors.next()?;
        Some(first + priors.sum::<f64>())
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

/// The places of the two forms of every cause that has them; none if a form is
/// of no cause, a second one of the same, or of another class.
fn places_of_forms(
    class: &[usize],
    form_of: &[usize],
    column_at: &[Option<usize>],
) -> Option<Vec<Forms>> {
    let causes = class.len().checked_sub(form_of.len())?;
    let place = |column: usize| column_at.iter().position(|&other| other == Some(column));
    let mut found: Vec<Forms> = Vec::new();
    for (number, &cause) in form_of.iter().enumerate() {
        let column = causes + number;
        let taken = found.iter().any(|forms| forms.cause == cause);
        if cause >= causes || taken || class.get(cause) != class.get(column) {
            return None;
        }
        found.push(Forms {
            cause,
            first: place(cause)?,
            second: place(column)?,
        });
    }
    Some(found)
}
