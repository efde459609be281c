//! A cause with two forms is the mixture of both, and one cause to everybody.

use proptest::prelude::*;
use tingle::inference::{
    DECIBANS, Model, ModelFault, Network, State,
    information::{
        Information, chance_of_new_leader, information_into, outcomes, posterior_entropy,
    },
    pairs::best_pair,
    reasons::{Weights, rather},
};

use crate::properties::{case, state_of};

/// A network whose last columns are second forms of the first causes, of the
/// same class; each has its own share of the weight and its own figures.
fn with_forms() -> impl Strategy<Value = (Network, Vec<usize>, Vec<(usize, usize)>)> {
    (case(), 1_usize..4).prop_map(|((mut network, answers), forms)| {
        let forms = forms.min((network.prior.len() - 1) / 2);
        let causes = network.prior.len() - forms;
        for form in 0..forms {
            network.class[causes + form] = network.class[form];
            // Some figures are the same in both forms.
            for table in network.findings.iter_mut().step_by(2) {
                table.rows[causes + form] = table.rows[form].clone();
            }
        }
        (network, (0..forms).collect(), answers)
    })
}

/// `ln` of prior times likelihoods of every column, less some finding.
fn log_columns(network: &Network, answers: &[(usize, usize)], but: Option<usize>) -> Vec<f64> {
    let total: f64 = network.prior.iter().sum();
    (0..network.prior.len())
        .map(|column| {
            let logs = answers
                .iter()
                .filter(|(finding, _)| Some(*finding) != but)
                .map(|&(finding, level)| network.findings[finding].rows[column][level].ln());
            (network.prior[column] / total).ln() + logs.sum::<f64>()
        })
        .collect()
}

fn log_sum(logs: &[f64]) -> f64 {
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    most + logs.iter().map(|log| (log - most).exp()).sum::<f64>().ln()
}

/// The columns of a cause, and those of all others.
fn sides(columns: &[f64], form_of: &[usize], cause: usize) -> (Vec<f64>, Vec<f64>) {
    let causes = columns.len() - form_of.len();
    let cause_of = |column: usize| column.checked_sub(causes).map_or(column, |at| form_of[at]);
    let (own, others): (Vec<_>, Vec<_>) =
        (0..columns.len()).partition(|&column| cause_of(column) == cause);
    let pick = |places: Vec<usize>| places.into_iter().map(|place| columns[place]).collect();
    (pick(own), pick(others))
}

/// The mixture, worked out from the tables.
fn mixture(network: &Network, form_of: &[usize], answers: &[(usize, usize)]) -> Vec<f64> {
    let columns = log_columns(network, answers, None);
    let all = log_sum(&columns);
    (0..columns.len() - form_of.len())
        .map(|cause| (log_sum(&sides(&columns, form_of, cause).0) - all).exp())
        .collect()
}

fn entropy(shares: &[f64]) -> f64 {
    shares
        .iter()
        .filter(|p| **p > 0.0)
        .map(|p| -p * p.log2())
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_posterior_is_the_mixture((network, form_of, answers) in with_forms()) {
        let model = Model::with_forms(&network, &form_of).unwrap();
        let state = state_of(&model, &answers);
        let found = state.posterior(&model);
        let expected = mixture(&network, &form_of, &answers);
        prop_assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(&expected) {
            prop_assert!((found - expected).abs() < 1e-12);
        }
        let columns = log_columns(&network, &answers, None);
        prop_assert!((state.log_evidence() - log_sum(&columns)).abs() < 1e-11);
        prop_assert!((posterior_entropy(&state) - entropy(&expected)).abs() < 1e-12);
        for (form, &cause) in form_of.iter().enumerate() {
            let (first, second) = (columns[cause], columns[expected.len() + form]);
            let share = state.second_form(&model, cause).unwrap();
            prop_assert!((share - second.exp() / (first.exp() + second.exp())).abs() < 1e-12);
        }
        prop_assert_eq!(state.second_form(&model, form_of.len()), None);
    }

    #[test]
    fn without_answers_it_is_the_prior((network, form_of, _) in with_forms()) {
        let model = Model::with_forms(&network, &form_of).unwrap();
        let posterior = State::new(&model).posterior(&model);
        for (cause, (found, expected)) in posterior.iter().zip(mixture(&network, &form_of, &[])).enumerate() {
            prop_assert!((found - expected).abs() < 1e-12);
            prop_assert!((model.prior(cause).unwrap() - expected).abs() < 1e-12);
        }
    }

    #[test]
    fn the_order_of_answers_never_matters((network, form_of, answers) in with_forms()) {
        let model = Model::with_forms(&network, &form_of).unwrap();
        let forward = state_of(&model, &answers);
        let mut backward = State::new(&model);
        for &(finding, level) in answers.iter().rev() {
            backward.answer(&model, finding, Some(level));
        }
        prop_assert_eq!(forward.posterior(&model), backward.posterior(&model));
        let (a, b) = (rather(&model, &forward, 0, 1).unwrap(), rather(&model, &backward, 0, 1).unwrap());
        prop_assert_eq!(a, b);
    }

    #[test]
    fn information_is_the_expected_fall_of_entropy((network, form_of, answers) in with_forms()) {
        let model = Model::with_forms(&network, &form_of).unwrap();
        let state = state_of(&model, &answers);
        let mut bits = vec![Information::default(); model.findings()];
        information_into(&model, &state, &mut bits);
        for finding in (0..model.findings()).filter(|&finding| state.level(finding).is_none()) {
            let mut expected = posterior_entropy(&state);
            let mut new_leader = 0.0;
            let leader = |posterior: &[f64]| {
                (0..posterior.len()).max_by(|&a, &b| posterior[a].total_cmp(&posterior[b]))
            };
            for outcome in outcomes(&model, &state, finding) {
                let mut after = answers.clone();
                after.push((finding, outcome.level));
                let posterior = mixture(&network, &form_of, &after);
                for (found, expected) in outcome.posterior.iter().zip(&posterior) {
                    prop_assert!((found - expected).abs() < 1e-12);
                }
                expected -= outcome.probability * entropy(&posterior);
                if leader(&posterior) != leader(&state.posterior(&model)) {
                    new_leader += outcome.probability;
                }
            }
            prop_assert!((bits[finding].cause - expected).abs() < 1e-11);
            prop_assert!(bits[finding].class <= bits[finding].cause + 1e-11);
            prop_assert!((chance_of_new_leader(&model, &state, finding) - new_leader).abs() < 1e-12);
        }
    }

    #[test]
    fn weights_are_those_of_leaving_one_out((network, form_of, answers) in with_forms()) {
        let model = Model::with_forms(&network, &form_of).unwrap();
        let mut weights = Weights::new(&model);
        weights.update(&model, &state_of(&model, &answers));
        let all = log_columns(&network, &answers, None);
        for (finding, fit, row) in weights.iter() {
            prop_assert_eq!(row.len(), model.causes());
            let without = log_columns(&network, &answers, Some(finding));
            prop_assert!((fit - (log_sum(&all) - log_sum(&without)).exp()).abs() < 1e-11);
            for (cause, found) in row.iter().enumerate() {
                let odds = |columns: &[f64]| {
                    let (own, others) = sides(columns, &form_of, cause);
                    (log_sum(&own) - log_sum(&others)) * DECIBANS
                };
                let expected = odds(&all) - odds(&without);
                prop_assert!((found - expected).abs() < 1e-8, "{} {}", found, expected);
            }
        }
    }

    #[test]
    fn one_rather_than_another_adds_up((network, form_of, answers) in with_forms()) {
        let model = Model::with_forms(&network, &form_of).unwrap();
        let state = state_of(&model, &answers);
        let columns = log_columns(&network, &answers, None);
        for than in 1..model.causes() {
            let found = rather(&model, &state, 0, than).unwrap();
            let sum: f64 = found.prior + found.answers.iter().map(|(_, weight)| weight).sum::<f64>();
            prop_assert!((sum - found.total).abs() < 1e-8, "{} {}", sum, found.total);
            let of = |cause| log_sum(&sides(&columns, &form_of, cause).0);
            prop_assert!((found.total - (of(0) - of(than)) * DECIBANS).abs() < 1e-9);
        }
    }

    #[test]
    fn forms_with_the_same_figures_change_nothing((network, answers) in case(), share in 0.01_f64..0.99) {
        let whole = Model::new(&network).unwrap();
        let mut split = network.clone();
        let prior = split.prior[1];
        split.prior[1] = prior * (1.0 - share);
        split.prior.push(prior * share);
        split.class.push(split.class[1]);
        for table in &mut split.findings {
            table.rows.push(table.rows[1].clone());
        }
        let split = Model::with_forms(&split, &[1]).unwrap();
        let (a, b) = (state_of(&whole, &answers), state_of(&split, &answers));
        for (a, b) in a.posterior(&whole).iter().zip(b.posterior(&split)) {
            prop_assert!((a - b).abs() < 1e-12);
        }
        let told = |model: &Model, state: &State| {
            let mut bits = vec![Information::default(); model.findings()];
            information_into(model, state, &mut bits);
            bits
        };
        for (a, b) in told(&whole, &a).iter().zip(told(&split, &b)) {
            prop_assert!((a.cause - b.cause).abs() < 1e-11 && (a.class - b.class).abs() < 1e-11);
        }
        let (one, two) = (rather(&whole, &a, 0, 1).unwrap(), rather(&split, &b, 0, 1).unwrap());
        for ((_, one), (_, two)) in one.answers.iter().zip(&two.answers) {
            prop_assert!((one - two).abs() < 1e-9);
        }
        let (one, two) = (best_pair(&whole, &a, 0), best_pair(&split, &b, 0));
        match (one, two) {
            (Some(one), Some(two)) => prop_assert!((one.odds / two.odds - 1.0).abs() < 1e-9),
            (Some(pair), None) | (None, Some(pair)) => prop_assert!((pair.odds - 1.0).abs() < 1e-9),
            (None, None) => {}
        }
    }
}

/// Two forms that both leave every other cause behind, or are both left behind,
/// as far as no double can hold.
#[test]
fn weights_hold_however_certain_the_answers_are() {
    for (findings, leads) in [40, 105, 110, 200, 400]
        .map(|n| [(n, true), (n, false)])
        .concat()
    {
        let yes = |finding: usize| {
            let near = if finding.is_multiple_of(2) {
                0.999
            } else {
                0.9
            };
            let far = if finding.is_multiple_of(3) {
                0.001
            } else {
                0.002
            };
            if leads {
                [near, 0.001, far, 0.99]
            } else {
                [far, 0.999, 0.003, 0.001]
            }
        };
        let network = Network {
            prior: vec![0.2, 0.3, 0.4, 0.1],
            class: vec![0, 1, 1, 0],
            findings: (0..findings)
                .map(|finding| tingle::inference::Table {
                    rows: yes(finding).iter().map(|p| vec![1.0 - p, *p]).collect(),
                })
                .collect(),
        };
        let model = Model::with_forms(&network, &[0]).unwrap();
        let answers: Vec<_> = (0..findings).map(|finding| (finding, 1)).collect();
        let mut weights = Weights::new(&model);
        weights.update(&model, &state_of(&model, &answers));
        let all = log_columns(&network, &answers, None);
        for (finding, _, row) in weights.iter() {
            let without = log_columns(&network, &answers, Some(finding));
            for (cause, found) in row.iter().enumerate() {
                let odds = |columns: &[f64]| {
                    let (own, others) = sides(columns, &[0], cause);
                    (log_sum(&own) - log_sum(&others)) * DECIBANS
                };
                let expected = odds(&all) - odds(&without);
                assert!(
                    (found - expected).abs() < 1e-8,
                    "{findings}: {found} {expected}"
                );
            }
        }
    }
}

#[test]
fn a_pair_with_a_cause_of_two_forms_is_the_sum_of_both() {
    // Causes: none, a mixed one, another; the second form of the mixed one last.
    let rows = [[0.9, 0.1], [0.85, 0.15], [0.6, 0.4], [0.2, 0.8]];
    let other = [[0.9, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.1]];
    let table = |rows: [[f64; 2]; 4]| tingle::inference::Table {
        rows: rows.iter().map(|row| row.to_vec()).collect(),
    };
    let network = Network {
        prior: vec![0.5, 0.2, 0.2, 0.1],
        class: vec![0; 4],
        findings: vec![table(rows), table(rows), table(other), table(other)],
    };
    let model = Model::with_forms(&network, &[1]).unwrap();
    let answers = [(0, 1), (1, 1), (2, 1), (3, 1)];
    let state = state_of(&model, &answers);
    let both = |form: usize| {
        let of = |finding: usize| {
            let rows = &network.findings[finding].rows;
            let joint = |level: usize| rows[form][level] * rows[2][level] / rows[0][level];
            joint(1) / (joint(0) + joint(1))
        };
        let likelihood: f64 = (0..4).map(of).product();
        network.prior[form] * network.prior[2] / network.prior[0] * likelihood
    };
    let single =
        state.posterior(&model).into_iter().fold(0.0, f64::max) * state.log_evidence().exp();
    let expected = (both(1) + both(3)) / single;
    let found = best_pair(&model, &state, 0).unwrap();
    assert!((found.odds - expected).abs() < 1e-9, "{found:?} {expected}");
    assert!(found.causes == (1, 2) || found.causes == (2, 1));
}

#[test]
fn forms_of_no_cause_are_refused() {
    let network = Network {
        prior: vec![0.2, 0.3, 0.4, 0.1],
        class: vec![0, 1, 1, 0],
        findings: Vec::new(),
    };
    assert!(Model::with_forms(&network, &[0]).is_ok());
    for form_of in [
        vec![1],
        vec![3],
        vec![9],
        vec![1, 0, 0],
        vec![0; 2],
        vec![0; 5],
    ] {
        let fault = Model::with_forms(&network, &form_of).unwrap_err();
        assert_eq!(fault, ModelFault::BadForm, "{form_of:?}");
    }
}
