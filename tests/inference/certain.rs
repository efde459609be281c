//! Answers so many and so clear that one cause leaves the others far behind.

use tingle::inference::{
    DECIBANS, Model, Network, State, Table,
    information::{Information, information_into, posterior_entropy},
    reasons::Weights,
};

const CAUSES: usize = 3;

/// Every "yes" speaks for the first cause, some more for the second than for the third.
fn network(findings: usize) -> Network {
    let table = |finding: usize| Table {
        rows: [
            0.999,
            0.001
                + if finding.is_multiple_of(2) {
                    0.0
                } else {
                    0.002
                },
            0.002,
        ]
        .iter()
        .map(|yes| vec![1.0 - yes, *yes])
        .collect(),
    };
    Network {
        prior: vec![0.2, 0.3, 0.5],
        class: vec![0, 1, 1],
        findings: (0..findings).map(table).collect(),
    }
}

fn log_sum(logs: &[f64]) -> f64 {
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    most + logs.iter().map(|log| (log - most).exp()).sum::<f64>().ln()
}

/// Log odds of every cause from the logarithms of its weight.
fn log_odds(log_weights: &[f64]) -> Vec<f64> {
    (0..CAUSES)
        .map(|cause| {
            let mut others = log_weights.to_vec();
            others.remove(cause);
            log_weights[cause] - log_sum(&others)
        })
        .collect()
}

#[test]
fn weights_hold_however_certain_the_answers_are() {
    // From a leader that is nearly certain to weights no double can hold.
    for findings in [4, 40, 90, 105, 110, 200, 400] {
        let network = network(findings);
        let model = Model::new(&network).unwrap();
        let mut state = State::new(&model);
        state.answer_all(&model, (0..findings).map(|finding| (finding, 1)));
        let mut weights = Weights::new(&model);
        weights.update(&model, &state);
        let sums: Vec<f64> = (0..CAUSES)
            .map(|cause| {
                let logs = network.findings.iter().map(|t| t.rows[cause][1].ln());
                network.prior[cause].ln() + logs.sum::<f64>()
            })
            .collect();
        let mut seen = 0;
        for (finding, fit, row) in weights.iter() {
            let without: Vec<f64> = (0..CAUSES)
                .map(|cause| sums[cause] - network.findings[finding].rows[cause][1].ln())
                .collect();
            let expected_fit = (log_sum(&sums) - log_sum(&without)).exp();
            assert!((fit - expected_fit).abs() < 1e-9, "{findings}: fit {fit}");
            let (with, without) = (log_odds(&sums), log_odds(&without));
            for cause in 0..CAUSES {
                let expected = (with[cause] - without[cause]) * DECIBANS;
                let found = row[cause];
                assert!(
                    (found - expected).abs() < 1e-8,
                    "{findings}: {found} {expected}"
                );
            }
            seen += 1;
        }
        assert_eq!(seen, findings);
    }
}

#[test]
fn nothing_is_left_to_learn_when_all_is_certain() {
    let network = network(400);
    let model = Model::new(&network).unwrap();
    let mut state = State::new(&model);
    state.answer_all(&model, (0..399).map(|finding| (finding, 1)));
    assert!((0.0..1e-12).contains(&posterior_entropy(&state)));
    let mut bits = vec![Information::default(); 400];
    information_into(&model, &state, &mut bits);
    assert!((0.0..1e-12).contains(&bits[399].cause) && (0.0..1e-12).contains(&bits[399].class));
}
