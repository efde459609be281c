//! Knowledge base to model: every shortened figure expanded, every row whole.

use crate::inference::{Model, ModelFault, Network, SparseTable};
use crate::knowledge::Knowledge;
use crate::knowledge::schema::{AnswerKind, Cause, Finding};

/// No likelihood leaves this range, so no answer makes a cause impossible.
const LEAST: f64 = 0.001;
const MOST: f64 = 0.999;

/// The model of a knowledge base, or of a few of its findings in rising order.
pub(super) fn compile(
    knowledge: &Knowledge<'_>,
    few: Option<&[usize]>,
) -> Result<Model, ModelFault> {
    let Columns {
        prior,
        class,
        form_of,
    } = columns(knowledge);
    Model::of_tables(&prior, &class, &form_of, tables(knowledge, few))
}

/// The network of a knowledge base: every cause, "none of these", and behind
/// them the severe forms with the cause of each.
///
/// A cause with a severe form stands there as its mild form. Its own figures are
/// those of both together, so what the severe form does not take is the mild one's.
pub fn network(knowledge: &Knowledge<'_>) -> (Network, Vec<usize>) {
    let Columns {
        prior,
        class,
        form_of,
    } = columns(knowledge);
    let columns = prior.len();
    let network = Network {
        prior,
        class,
        findings: tables(knowledge, None)
            .map(|table| table.dense(columns))
            .collect(),
    };
    (network, form_of)
}

/// The columns of the network.
struct Columns {
    prior: Vec<f64>,
    class: Vec<usize>,
    /// The cause of each severe form.
    form_of: Vec<usize>,
}

fn columns(knowledge: &Knowledge<'_>) -> Columns {
    let severe = || {
        let causes = knowledge.causes.iter().enumerate();
        causes.filter_map(|(at, cause)| Some((at, cause, cause.severe.as_ref()?)))
    };
    let of_all: f64 = knowledge.causes.iter().map(|cause| cause.prior.0).sum();
    let mild_prior = knowledge.causes.iter().map(|cause| {
        let severe = cause.severe.as_ref();
        cause.prior.0 * (1.0 - severe.map_or(0.0, |severe| severe.share.0))
    });
    let class = |cause: &Cause<'_>| 1 + cause.urgency as usize;
    Columns {
        prior: mild_prior
            .chain([1.0 - of_all])
            .chain(severe().map(|(_, cause, severe)| cause.prior.0 * severe.share.0))
            .collect(),
        class: knowledge
            .causes
            .iter()
            .map(class)
            .chain([0])
            .chain(severe().map(|(_, cause, _)| class(cause)))
            .collect(),
        form_of: severe().map(|(at, _, _)| at).collect(),
    }
}

/// The table of each finding, or of a few in rising order, with a row a column.
fn tables<'k>(
    knowledge: &'k Knowledge<'_>,
    few: Option<&'k [usize]>,
) -> impl Iterator<Item = SparseTable> + 'k {
    let wanted = |id: &str| few.is_none_or(|few| few.iter().any(|&at| is(knowledge, at, id)));
    let mut given: Vec<(Given<'_>, Option<Given<'_>>)> = knowledge
        .causes
        .iter()
        .map(|cause| {
            let severe = cause.severe.as_ref();
            let severe = severe.map(|it| Given::new(knowledge, &it.findings, &it.levels, wanted));
            let own = Given::new(knowledge, &cause.findings, &cause.levels, wanted);
            (own, severe)
        })
        .collect();
    knowledge
        .findings
        .iter()
        .enumerate()
        .filter(move |(at, _)| few.is_none_or(|few| few.contains(at)))
        .map(move |(at, finding)| {
            let base = background(finding);
            let mut table = SparseTable::new(base.clone());
            let mut of_severe = Vec::new();
            for (place, (cause, (own, given))) in
                knowledge.causes.iter().zip(&mut given).enumerate()
            {
                let own = own.of(at);
                let severe = cause.severe.as_ref().zip(given.as_mut());
                let severe = severe.map(|(severe, given)| (severe.share.0, given.of(at)));
                let own = row(knowledge, finding, &base, cause, own);
                match severe {
                    Some((share, given)) => {
                        let overall = own.unwrap_or_else(|| base.clone());
                        let (mild, severe) =
                            forms(knowledge, finding, &base, overall, (share, given));
                        table.push(place, &mild);
                        of_severe.push(severe);
                    }
                    None => own.iter().for_each(|row| table.push(place, row)),
                }
            }
            let behind_none = knowledge.causes.len() + 1;
            for (number, row) in of_severe.iter().enumerate() {
                table.push(behind_none + number, row);
            }
            table
        })
}

/// Whether an id is that of a finding: much quicker than to look it up.
fn is(knowledge: &Knowledge<'_>, finding: usize, id: &str) -> bool {
    let finding = knowledge.findings.get(finding);
    finding.is_some_and(|finding| finding.id == id || finding.aliases.contains(&id))
}

/// The figures that a cause or its severe form gives, by finding.
struct Given<'k> {
    /// Finding and P(yes), in the order of the findings.
    yes: Vec<(usize, f64)>,
    /// Finding, level and share, in the order of the findings.
    levels: Vec<(usize, &'k str, f64)>,
    /// How many were asked for already.
    yes_seen: usize,
    levels_seen: usize,
}

impl<'k> Given<'k> {
    fn new<G>(
        knowledge: &Knowledge<'_>,
        findings: &[(&'k str, f64, G)],
        levels: &[(&'k str, &'k str, f64, G)],
        wanted: impl Fn(&str) -> bool,
    ) -> Self {
        let mut yes: Vec<(usize, f64)> = findings
            .iter()
            .filter(|(id, _, _)| wanted(id))
            .filter_map(|(id, share, _)| Some((knowledge.finding(id)?, *share)))
            .collect();
        yes.sort_by_key(|&(at, _)| at);
        let mut levels: Vec<(usize, &str, f64)> = levels
            .iter()
            .filter(|(id, _, _, _)| wanted(id))
            .filter_map(|(id, level, share, _)| Some((knowledge.finding(id)?, *level, *share)))
            .collect();
        levels.sort_by_key(|&(at, _, _)| at);
        Self {
            yes,
            levels,
            yes_seen: 0,
            levels_seen: 0,
        }
    }

    /// What is given for a finding. They are asked for in rising order.
    fn of(&mut self, finding: usize) -> OfFinding<'_, 'k> {
        let before = |&&(at, _): &&(usize, f64)| at < finding;
        self.yes_seen += self.unseen_yes().iter().take_while(before).count();
        let before = |&&(at, _, _): &&(usize, &str, f64)| at < finding;
        self.levels_seen += self.unseen_levels().iter().take_while(before).count();
        let yes = self.unseen_yes().first();
        let levels = self.unseen_levels();
        let of_this = levels.iter().take_while(|(at, _, _)| *at == finding);
        OfFinding {
            yes: yes.filter(|(at, _)| *at == finding).map(|&(_, yes)| yes),
            levels: levels.get(..of_this.count()).unwrap_or_default(),
        }
    }

    fn unseen_yes(&self) -> &[(usize, f64)] {
        self.yes.get(self.yes_seen..).unwrap_or_default()
    }

    fn unseen_levels(&self) -> &[(usize, &'k str, f64)] {
        self.levels.get(self.levels_seen..).unwrap_or_default()
    }
}

/// What a cause or its severe form gives for one finding.
#[derive(Clone, Copy)]
struct OfFinding<'g, 'k> {
    yes: Option<f64>,
    levels: &'g [(usize, &'k str, f64)],
}

impl OfFinding<'_, '_> {
    fn is_nothing(&self) -> bool {
        self.yes.is_none() && self.levels.is_empty()
    }
}

/// The rows of the mild and the severe form of a cause whose own row is `overall`;
/// `severe` is the share of the severe form and its figures. Where it says
/// nothing, both are as the cause.
fn forms(
    knowledge: &Knowledge<'_>,
    finding: &Finding<'_>,
    base: &[f64],
    overall: Vec<f64>,
    (share, given): (f64, OfFinding<'_, '_>),
) -> (Vec<f64>, Vec<f64>) {
    if given.is_nothing() {
        return (overall.clone(), overall);
    }
    let severe = expand(knowledge, finding, base, given).unwrap_or_else(|| base.to_vec());
    let both = overall.iter().zip(&severe);
    let mild = both.map(|(all, severe)| (all - share * severe) / (1.0 - share));
    (whole(mild.collect()), severe)
}

/// Shares of the levels among people with none of the causes. A yes/no finding
/// has the levels no and yes.
fn background(finding: &Finding<'_>) -> Vec<f64> {
    let shares = match &finding.answer {
        AnswerKind::YesNo(yes) => vec![1.0 - yes, *yes],
        AnswerKind::OneOf(levels) => levels.iter().map(|&(_, share)| share).collect(),
        AnswerKind::Number(kind) => kind.bands.iter().map(|&(_, _, share)| share).collect(),
    };
    whole(shares)
}

/// `P(level | cause)` of one finding; none where it is the base.
fn row(
    knowledge: &Knowledge<'_>,
    finding: &Finding<'_>,
    base: &[f64],
    cause: &Cause<'_>,
    given: OfFinding<'_, '_>,
) -> Option<Vec<f64>> {
    match finding.id {
        "side" => Some(whole(with_given(base, &[(vec![1], cause.both.0)]))),
        "sex" => Some(whole(with_given(base, &[(vec![1], cause.male.0)]))),
        "onset" => {
            let ((a, b, c, d), _) = cause.onset;
            Some(whole(vec![a, b, c, d]))
        }
        "age" => {
            let ((young, middle, old), _) = cause.age;
            Some(whole(vec![young, middle, old]))
        }
        _ => expand(knowledge, finding, base, given),
    }
}

/// A whole row from the figures a cause (or its severe form) gives, if it gives any.
fn expand(
    knowledge: &Knowledge<'_>,
    finding: &Finding<'_>,
    base: &[f64],
    given: OfFinding<'_, '_>,
) -> Option<Vec<f64>> {
    let yes_no = matches!(finding.answer, AnswerKind::YesNo(_));
    match given.yes {
        Some(share) if yes_no => return Some(whole(vec![1.0 - share, share])),
        _ if yes_no || given.levels.is_empty() => return None,
        _ => {}
    }
    let place = |name: &str| match &finding.answer {
        AnswerKind::YesNo(_) => None,
        AnswerKind::OneOf(levels) => levels.iter().position(|&(level, _)| level == name),
        AnswerKind::Number(kind) => kind.bands.iter().position(|&(level, _, _)| level == name),
    };
    let mut shares: Vec<(Vec<usize>, f64)> = Vec::new();
    for &(_, name, share) in given.levels {
        let places = match (place(name), knowledge.short_value(finding.id, name)) {
            (Some(place), _) => vec![place],
            (None, Some(full)) => full.iter().filter_map(|level| place(level)).collect(),
            (None, None) => Vec::new(),
        };
        shares.push((places, share));
    }
    Some(whole(with_given(base, &shares)))
}

/// The base row with some shares given. A share that covers several levels is
/// split in proportion to the base; the levels nobody named share what is left,
/// again by the base. So a given figure stays as it is: letting unnamed levels
/// keep the base and scaling the row would turn a test that finds 94 of 100
/// clots into one that finds half of them.
fn with_given(base: &[f64], given: &[(Vec<usize>, f64)]) -> Vec<f64> {
    let mut row = vec![None; base.len()];
    let at = |place: usize| base.get(place).copied().unwrap_or_default();
    for (places, share) in given {
        let total: f64 = places.iter().map(|&place| at(place)).sum();
        for &place in places {
            if let Some(slot) = row.get_mut(place) {
                *slot = Some(share * at(place) / total);
            }
        }
    }
    let taken: f64 = row.iter().flatten().sum();
    let open: f64 = row
        .iter()
        .zip(base)
        .filter(|(given, _)| given.is_none())
        .map(|(_, share)| share)
        .sum();
    row.iter()
        .zip(base)
        .map(|(given, share)| given.unwrap_or_else(|| share / open * (1.0 - taken).max(0.0)))
        .collect()
}

/// Clamped to the range of likelihoods and brought to a sum of 1.
fn whole(row: Vec<f64>) -> Vec<f64> {
    let clamped: Vec<f64> = row.iter().map(|share| share.clamp(LEAST, MOST)).collect();
    let sum: f64 = clamped.iter().sum();
    clamped.iter().map(|share| share / sum).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)] // a failed step fails the test
mod tests {
    use super::*;
    use crate::assessment::Engine;
    use crate::knowledge::Files;

    #[test]
    fn both_forms_of_a_cause_together_have_its_own_figures() {
        let files = Files::embedded();
        let knowledge = Knowledge::load(&files).unwrap();
        let engine = Engine::new(&knowledge).unwrap();
        let mut seen = 0;
        for (at, cause) in knowledge.causes.iter().enumerate() {
            let Some(severe) = &cause.severe else {
                continue;
            };
            assert!((engine.model.prior(at).unwrap() - cause.prior.0).abs() < 1e-12);
            let mut own = Given::new(&knowledge, &cause.findings, &cause.levels, |_| true);
            let mut of_severe = Given::new(&knowledge, &severe.findings, &severe.levels, |_| true);
            for (place, finding) in knowledge.findings.iter().enumerate() {
                let base = background(finding);
                let overall = row(&knowledge, finding, &base, cause, own.of(place));
                let overall = overall.unwrap_or_else(|| base.clone());
                let (mild, severe_row) = forms(
                    &knowledge,
                    finding,
                    &base,
                    overall.clone(),
                    (severe.share.0, of_severe.of(place)),
                );
                for (level, overall) in overall.iter().enumerate() {
                    let share = severe.share.0;
                    let both = share * severe_row[level] + (1.0 - share) * mild[level];
                    let found = engine.model.likelihood(place, level, at).unwrap();
                    let id = finding.id;
                    assert!((both - overall).abs() < 1e-12, "{id}: {both} {overall}");
                    assert!((found - overall).abs() < 1e-12, "{id}: {found} {overall}");
                    seen += usize::from(mild[level] != *overall);
                }
            }
        }
        assert!(seen > 0);
    }

    #[test]
    fn a_given_share_stays_and_the_rest_is_split_by_the_base() {
        let row = whole(with_given(&[0.6, 0.3, 0.1], &[(vec![1], 0.5)]));
        for (found, expected) in row.iter().zip([3.0 / 7.0, 0.5, 0.5 / 7.0]) {
            assert!((found - expected).abs() < 1e-12);
        }
    }

    #[test]
    fn a_share_over_two_levels_is_split_by_the_base() {
        let row = with_given(&[0.9, 0.075, 0.025], &[(vec![1, 2], 0.4)]);
        assert!((row[1] - 0.3).abs() < 1e-12 && (row[2] - 0.1).abs() < 1e-12);
        assert!((whole(row).iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_is_impossible() {
        let row = whole(vec![0.0, 1.0]);
        assert!(row.iter().all(|&p| p > 0.0009 && p < 1.0));
    }
}
