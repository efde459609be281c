//! The tables, laid out once so that a step only streams through them.

use std::ops::Range;
use std::sync::OnceLock;

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

/// The same where most causes have the same row: that row, and those that
/// differ from it.
#[derive(Debug, Clone, PartialEq)]
pub struct SparseTable {
    common: Vec<f64>,
    /// Causes with a row of their own, in rising order.
    own: Vec<usize>,
    /// Their rows, one after the other.
    rows: Vec<f64>,
}

impl SparseTable {
    /// A table in which every cause has this row.
    pub fn new(common: Vec<f64>) -> Self {
        Self {
            common,
            own: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Gives a cause a row of its own. Causes come in rising order, and a row has
    /// as many levels as the common one; others are not taken.
    pub fn push(&mut self, cause: usize, row: &[f64]) {
        let rises = self.own.last().is_none_or(|&last| last < cause);
        if rises && row.len() == self.common.len() && row != self.common {
            self.own.push(cause);
            self.rows.extend_from_slice(row);
        }
    }

    /// The same with the row of each of so many causes.
    pub fn dense(&self, causes: usize) -> Table {
        Table {
            rows: (0..causes).map(|cause| self.row(cause).to_vec()).collect(),
        }
    }

    fn row(&self, cause: usize) -> &[f64] {
        let levels = self.common.len();
        match self.own.binary_search(&cause) {
            Ok(at) => self
                .rows
                .get(at * levels..(at + 1) * levels)
                .unwrap_or_default(),
            Err(_) => &self.common,
        }
    }

    fn is_good(&self, causes: usize) -> bool {
        let good = |row: &[f64]| {
            row.iter().all(|p| p.is_finite() && *p > 0.0 && *p < 1.0)
                && (row.iter().sum::<f64>() - 1.0).abs() < 1e-9
        };
        let levels = self.common.len();
        levels >= 2
            && self.own.last().is_none_or(|&last| last < causes)
            && good(&self.common)
            && self.rows.chunks(levels).all(good)
    }
}

impl Table {
    /// The same as a sparse table; none where its rows are not one for each
    /// cause and of the same length.
    fn sparse(&self, causes: usize) -> Option<SparseTable> {
        let (first, others) = self.rows.split_first()?;
        if self.rows.len() != causes || others.iter().any(|row| row.len() != first.len()) {
            return None;
        }
        let mut sparse = SparseTable::new(first.clone());
        for (cause, row) in self.rows.iter().enumerate() {
            sparse.push(cause, row);
        }
        Some(sparse)
    }
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

/// A compiled network. All logarithms and entropies are taken here, once, when a
/// finding is first asked for.
///
/// Causes are kept sorted by class inside, each class filled up to whole lanes
/// with places of weight 0, so that sums over a class are sums over whole
/// chunks. A cause with two forms has two places. Every public method speaks of
/// the caller's numbering, where it is one cause.
#[derive(Debug, Clone, Default)]
pub struct Model {
    causes: usize,
    /// Caller's number of the cause at each inner place; none where the place
    /// only fills up its class.
    order: Vec<Option<usize>>,
    /// Column of the tables at each inner place.
    column_at: Vec<Option<usize>>,
    /// Causes with two forms.
    forms: Vec<Forms>,
    /// Findings in which the forms of a cause differ: few do, so that information
    /// about the others costs nothing more.
    differing: Vec<(usize, Forms)>,
    /// Inner places of each class that has a cause, counted in whole lanes.
    pub(super) classes: Vec<Range<usize>>,
    log_prior: Vec<f64>,
    tables: Vec<Compiled>,
}

/// The table of a finding.
#[derive(Debug, Clone)]
struct Compiled {
    levels: usize,
    sparse: SparseTable,
    /// For all inner places: the rows of `P(level | cause)`, those of their natural
    /// logarithms, and what information reads: see [`Model::steps`].
    whole: OnceLock<Box<[f64]>>,
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
        let columns = network.prior.len();
        let mut tables = Vec::with_capacity(network.findings.len());
        for (finding, table) in network.findings.iter().enumerate() {
            tables.push(table.sparse(columns).ok_or(ModelFault::BadTable(finding))?);
        }
        Self::of_tables(&network.prior, &network.class, form_of, tables)
    }

    /// The same with tables in which most rows are alike.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn of_tables(
        prior: &[f64],
        class: &[usize],
        form_of: &[usize],
        tables: impl IntoIterator<Item = SparseTable>,
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
            column_at,
            tables: Vec::new(),
        };
        for (finding, table) in tables.into_iter().enumerate() {
            if !table.is_good(columns) {
                return Err(ModelFault::BadTable(finding));
            }
            model.add(table);
        }
        Ok(model)
    }

    /// Adds the table of a finding.
    fn add(&mut self, sparse: SparseTable) {
        let row_at = |place: usize| {
            let column = self.column_at.get(place).copied().flatten();
            column.map(|column| sparse.row(column))
        };
        let finding = self.tables.len();
        let differ = |forms: &&Forms| row_at(forms.first) != row_at(forms.second);
        let differing = self.forms.iter().filter(differ);
        self.differing
            .extend(differing.map(|forms| (finding, *forms)));
        self.tables.push(Compiled {
            levels: sparse.common.len(),
            sparse,
            whole: OnceLock::new(),
        });
    }

    /// Takes the logarithms and entropies of every finding now, and not when it
    /// is first asked for.
    pub fn compile(&self) {
        for finding in 0..self.findings() {
            self.whole(finding);
        }
    }

    fn whole(&self, finding: usize) -> &[f64] {
        self.tables.get(finding).map_or(&[], |table| {
            table
                .whole
                .get_or_init(|| table.sparse.at_places(&self.column_at).into_boxed_slice())
        })
    }

    /// One of the three parts of a finding's table.
    fn part(&self, finding: usize, part: usize) -> &[f64] {
        let length = self.levels(finding) * self.places();
        self.whole(finding)
            .get(part * length..(part + 1) * length)
            .unwrap_or_default()
    }

    /// How many causes there are.
    pub fn causes(&self) -> usize {
        self.causes
    }

    /// How many findings there are.
    pub fn findings(&self) -> usize {
        self.tables.len()
    }

    /// How many levels a finding has; 0 for a finding that does not exist.
    pub fn levels(&self, finding: usize) -> usize {
        self.tables.get(finding).map_or(0, |table| table.levels)
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

    /// `P(level | cause)` for all causes, in inner order; empty out of range.
    pub(super) fn p(&self, finding: usize, level: usize) -> &[f64] {
        self.row(finding, 0, level)
    }

    fn row(&self, finding: usize, part: usize, level: usize) -> &[f64] {
        self.part(finding, part)
            .get(level * self.places()..(level + 1) * self.places())
            .unwrap_or_default()
    }

    /// [`Model::p`] of every level of a finding.
    pub(super) fn every_p(&self, finding: usize) -> impl Iterator<Item = &[f64]> {
        (0..self.levels(finding)).map(move |level| self.p(finding, level))
    }

    /// Natural logarithms of [`Model::p`].
    pub(super) fn log_p(&self, finding: usize, level: usize) -> &[f64] {
        self.row(finding, 1, level)
    }

    /// What information about a finding reads: the row of `H(F_j | m)` in bits
    /// and the rows of all levels but the last, [`ROWS_AT_ONCE`] rows at a time
    /// and these interleaved lane by lane, so that a step is one pass over one
    /// stream.
    pub(super) fn steps(&self, finding: usize) -> &[f64] {
        self.part(finding, 2)
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
        let levels: usize = self.tables.iter().map(|table| table.levels).sum();
        levels * self.places() * size_of::<f64>()
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
        let findings = 0..self.findings();
        findings.map(|finding| lanes(self.steps(finding))).sum()
    }
}

/// A row and what is made of it.
struct Row<'r> {
    p: &'r [f64],
    log_p: Vec<f64>,
    surprise: f64,
}

impl<'r> Row<'r> {
    fn new(p: &'r [f64]) -> Self {
        Self {
            p,
            log_p: p.iter().map(|p| p.ln()).collect(),
            surprise: surprise_of_all(p),
        }
    }

    /// The row of `H(F | m)`, then those of the levels.
    fn step(&self, row: usize) -> f64 {
        match row.checked_sub(1) {
            None => self.surprise,
            Some(level) => self.p.get(level).copied().unwrap_or_default(),
        }
    }
}

impl SparseTable {
    /// All three parts, with a number for each inner place.
    fn at_places(&self, column_at: &[Option<usize>]) -> Vec<f64> {
        let levels = self.common.len();
        let mut rows = vec![Row::new(&self.common)];
        rows.extend(self.rows.chunks(levels).map(Row::new));
        // What fills up a class is certain in every way.
        let certain = Row {
            p: &[],
            log_p: Vec::new(),
            surprise: 0.0,
        };
        let mut at: Vec<Option<&Row<'_>>> = vec![rows.first(); column_at.len()];
        for (slot, column) in at.iter_mut().zip(column_at) {
            match column.map(|column| self.own.binary_search(&column)) {
                Some(Ok(own)) => *slot = rows.get(own + 1),
                Some(Err(_)) => {}
                None => *slot = None,
            }
        }
        let mut whole = Vec::with_capacity(3 * levels * column_at.len());
        for level in 0..levels {
            let p = |row: &Row<'_>| row.p.get(level).copied();
            whole.extend(at.iter().map(|row| row.and_then(p).unwrap_or(1.0)));
        }
        for level in 0..levels {
            let log_p = |row: &Row<'_>| row.log_p.get(level).copied();
            whole.extend(at.iter().map(|row| row.and_then(log_p).unwrap_or(0.0)));
        }
        for first in (0..levels).step_by(ROWS_AT_ONCE) {
            let at_once = first..levels.min(first + ROWS_AT_ONCE);
            for lanes in at.chunks(LANES) {
                for row in at_once.clone() {
                    whole.extend(lanes.iter().map(|it| it.unwrap_or(&certain).step(row)));
                }
            }
        }
        whole
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
