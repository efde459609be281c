//! Laws that hold for every network and every set of answers.

use proptest::prelude::*;
use tingle::inference::{
    DECIBANS, Model, Network, State, Table,
    information::{Information, information_into, outcomes, posterior_entropy},
    pairs::best_pair,
    reasons::{Weights, rather},
};

prop_compose! {
    fn row(levels: usize)(raw in prop::collection::vec(0.001_f64..1.0, levels)) -> Vec<f64> {
        let sum: f64 = raw.iter().sum();
        raw.iter().map(|p| p / sum).collect()
    }
}

fn table(causes: usize) -> impl Strategy<Value = Table> {
    (2_usize..6)
        .prop_flat_map(move |levels| prop::collection::vec(row(levels), causes))
        .prop_map(|rows| Table { rows })
}

fn network() -> impl Strategy<Value = Network> {
    (2_usize..20).prop_flat_map(|causes| {
        (
            prop::collection::vec(0.0001_f64..1.0, causes),
            prop::collection::vec(0_usize..5, causes),
            prop::collection::vec(table(causes), 1..14),
        )
            .prop_map(|(prior, class, findings)| Network {
                prior,
                class,
                findings,
            })
    })
}

pub fn case() -> impl Strategy<Value = (Network, Vec<(usize, usize)>)> {
    (network(), any::<u64>()).prop_map(|(network, seed)| {
        let answers = network
            .findings
            .iter()
            .enumerate()
            .filter(|(finding, _)| (seed >> finding) & 1 == 1)
            .map(|(finding, table)| {
                let levels = table.rows[0].len();
                (
                    finding,
                    usize::try_from(seed >> (finding + 16)).unwrap_or(0) % levels,
                )
            })
            .collect();
        (network, answers)
    })
}

pub fn state_of(model: &Model, answers: &[(usize, usize)]) -> State {
    let mut state = State::new(model);
    state.answer_all(model, answers.iter().copied());
    state
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_of_answers_never_matters((network, answers) in case()) {
        let model = Model::new(&network).unwrap();
        let forward = state_of(&model, &answers);
        let backward: Vec<_> = answers.iter().rev().copied().collect();
        prop_assert_eq!(forward.posterior(&model), state_of(&model, &backward).posterior(&model));
        let mut one_by_one = State::new(&model);
        for &(finding, level) in &backward {
            one_by_one.answer(&model, finding, Some(level));
        }
        prop_assert_eq!(forward.posterior(&model), one_by_one.posterior(&model));
    }

    #[test]
    fn not_sure_equals_not_answering((network, answers) in case()) {
        let model = Model::new(&network).unwrap();
        let before = state_of(&model, &answers);
        let mut after = before.clone();
        for finding in 0..model.findings() {
            if before.level(finding).is_none() {
                after.answer(&model, finding, Some(0));
                after.answer(&model, finding, None);
            }
        }
        prop_assert_eq!(before.posterior(&model), after.posterior(&model));
    }

    #[test]
    fn sums_are_one_and_information_stays_in_bounds((network, answers) in case()) {
        let model = Model::new(&network).unwrap();
        let state = state_of(&model, &answers);
        let sum: f64 = state.posterior(&model).iter().sum();
        prop_assert!((sum - 1.0).abs() < 1e-12);
        let mut bits = vec![Information::default(); model.findings()];
        information_into(&model, &state, &mut bits);
        let most = posterior_entropy(&state);
        for (finding, information) in bits.iter().enumerate() {
            prop_assert!(information.cause >= 0.0 && information.cause <= most + 1e-12);
            prop_assert!(information.class <= information.cause + 1e-12);
            let probability: f64 = outcomes(&model, &state, finding).iter().map(|o| o.probability).sum();
            prop_assert!((probability - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn information_is_the_expected_fall_of_entropy((network, answers) in case()) {
        let model = Model::new(&network).unwrap();
        let state = state_of(&model, &answers);
        let mut bits = vec![Information::default(); model.findings()];
        information_into(&model, &state, &mut bits);
        for finding in (0..model.findings()).filter(|&finding| state.level(finding).is_none()) {
            let mut expected = posterior_entropy(&state);
            for outcome in outcomes(&model, &state, finding) {
                let mut after = state.clone();
                after.answer(&model, finding, Some(outcome.level));
                expected -= outcome.probability * posterior_entropy(&after);
            }
            prop_assert!((bits[finding].cause - expected).abs() < 1e-11);
        }
    }

    #[test]
    fn the_expected_posterior_is_the_posterior((network, answers) in case()) {
        let model = Model::new(&network).unwrap();
        let state = state_of(&model, &answers);
        let now = state.posterior(&model);
        for finding in (0..model.findings()).filter(|&finding| state.level(finding).is_none()) {
            for (cause, now) in now.iter().enumerate() {
                let expected: f64 = outcomes(&model, &state, finding)
                    .iter()
                    .map(|outcome| outcome.probability * outcome.posterior[cause])
                    .sum();
                prop_assert!((expected - now).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn leaving_one_out_equals_recomputing((network, answers) in case()) {
        let model = Model::new(&network).unwrap();
        let state = state_of(&model, &answers);
        let mut weights = Weights::new(&model);
        weights.update(&model, &state);
        for (finding, fit, row) in weights.iter() {
            let mut without = state.clone();
            without.answer(&model, finding, None);
            let level = state.level(finding).unwrap();
            let expected_fit = outcomes(&model, &without, finding)[level].probability;
            prop_assert!((fit - expected_fit).abs() < 1e-11);
            let (with, without) = (state.posterior(&model), without.posterior(&model));
            let odds = |p: f64| (p / (1.0 - p)).ln() * DECIBANS;
            for cause in 0..model.causes() {
                if with[cause] < 0.999 && without[cause] < 0.999 {
                    let expected = odds(with[cause]) - odds(without[cause]);
                    prop_assert!((row[cause] - expected).abs() < 1e-7, "{} {}", row[cause], expected);
                }
            }
        }
    }

    #[test]
    fn a_permutation_of_causes_permutes_the_result((network, answers) in case()) {
        let model = Model::new(&network).unwrap();
        let reversed = Network {
            prior: network.prior.iter().rev().copied().collect(),
            class: network.class.iter().rev().copied().collect(),
            findings: network
                .findings
                .iter()
                .map(|table| Table { rows: table.rows.iter().rev().cloned().collect() })
                .collect(),
        };
        let other = Model::new(&reversed).unwrap();
        let a = state_of(&model, &answers).posterior(&model);
        let b = state_of(&other, &answers).posterior(&other);
        for (a, b) in a.iter().zip(b.iter().rev()) {
            prop_assert!((a - b).abs() < 1e-13);
        }
    }

    #[test]
    fn one_rather_than_another_adds_up((network, answers) in case()) {
        let model = Model::new(&network).unwrap();
        let state = state_of(&model, &answers);
        let found = rather(&model, &state, 0, 1).unwrap();
        let sum: f64 = found.prior + found.answers.iter().map(|(_, weight)| weight).sum::<f64>();
        prop_assert!((sum - found.total).abs() < 1e-9);
    }

    #[test]
    fn a_pair_is_only_named_when_it_fits_better((network, answers) in case()) {
        let model = Model::new(&network).unwrap();
        let state = state_of(&model, &answers);
        if let Some(pair) = best_pair(&model, &state, 0) {
            prop_assert!(pair.odds > 1.0);
            prop_assert!(pair.causes.0 != pair.causes.1 && pair.causes.0 != 0 && pair.causes.1 != 0);
        }
    }
}
