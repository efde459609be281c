//! The worked example: four causes, four findings, every figure by hand.

use tingle::inference::{
    Model, Network, State, Table,
    information::{
        Information, chance_of_new_leader, information_into, outcomes, posterior_entropy,
    },
    reasons::{Strength, Weights, rather},
};

const SIDE: usize = 0;
const BACK: usize = 1;
const CALF: usize = 2;
const TOUCH: usize = 3;

fn model() -> Model {
    let table = |rows: [[f64; 2]; 4]| Table {
        rows: rows.iter().map(|row| row.to_vec()).collect(),
    };
    Model::new(&Network {
        prior: vec![0.30, 0.20, 0.10, 0.40],
        class: vec![1, 1, 2, 0],
        findings: vec![
            table([[0.05, 0.95], [0.94, 0.06], [0.45, 0.55], [0.55, 0.45]]),
            table([[0.72, 0.28], [0.12, 0.88], [0.75, 0.25], [0.70, 0.30]]),
            table([[0.93, 0.07], [0.90, 0.10], [0.25, 0.75], [0.95, 0.05]]),
            table([[0.23, 0.77], [0.80, 0.20], [0.85, 0.15], [0.94, 0.06]]),
        ],
    })
    .unwrap()
}

fn answered(model: &Model) -> State {
    let mut state = State::new(model);
    state.answer_all(model, [(SIDE, 1), (BACK, 0), (CALF, 1)]);
    state
}

fn close(found: f64, expected: f64, within: f64) {
    assert!(
        (found - expected).abs() <= within,
        "{found} is not {expected}"
    );
}

fn all_close(found: &[f64], expected: &[f64], within: f64) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        close(*found, *expected, within);
    }
}

fn bits(model: &Model, state: &State) -> Vec<Information> {
    let mut out = vec![Information::default(); model.findings()];
    information_into(model, state, &mut out);
    out
}

#[test]
fn before_any_answer() {
    let model = model();
    let state = State::new(&model);
    let found: Vec<f64> = bits(&model, &state).iter().map(|i| i.cause).collect();
    all_close(
        &found,
        &[0.349_248_042, 0.177_648_781, 0.174_403_727, 0.323_422_450],
        5e-10,
    );
    close(outcomes(&model, &state, SIDE)[1].probability, 0.532, 1e-12);
    close(outcomes(&model, &state, TOUCH)[1].probability, 0.310, 1e-12);
}

#[test]
fn posterior_and_evidence() {
    let model = model();
    let state = answered(&model);
    close(state.log_evidence().exp(), 0.051_745_5, 1e-12);
    all_close(
        &state.posterior(&model),
        &[0.277_589_356, 0.002_782_851, 0.597_878_076, 0.121_749_717],
        5e-10,
    );
    close(posterior_entropy(&state), 1.350_428_508, 5e-10);
}

#[test]
fn weights_of_evidence() {
    let model = model();
    let state = answered(&model);
    let mut weights = Weights::new(&model);
    weights.update(&model, &state);
    let expected = [
        [2.663_025, -10.032_058, -0.792_814, -1.363_986],
        [-0.039_388, -7.871_440, 0.361_182, -0.172_083],
        [-5.004_693, -1.415_943, 10.788_054, -5.642_619],
    ];
    for ((_, _, row), expected) in weights.iter().zip(expected) {
        all_close(row, &expected, 5e-7);
    }
}

#[test]
fn one_cause_rather_than_another_adds_up() {
    let model = model();
    let state = answered(&model);
    let found = rather(&model, &state, 0, 2).unwrap();
    close(found.prior, 4.771_213, 5e-7);
    let answers: Vec<f64> = found.answers.iter().map(|(_, weight)| *weight).collect();
    all_close(&answers, &[2.373_609, -0.177_288, -10.299_632], 5e-7);
    close(found.total, -3.332_098, 5e-7);
    close(
        found.prior + answers.iter().sum::<f64>(),
        found.total,
        1e-12,
    );
}

#[test]
fn the_touch_test_next() {
    let model = model();
    let state = answered(&model);
    let found = outcomes(&model, &state, TOUCH);
    close(found[1].probability, 0.311_287, 5e-7);
    close(bits(&model, &state)[TOUCH].cause, 0.272_200_426, 5e-10);
    all_close(
        &found[1].posterior,
        &[0.686_645_304, 0.001_787_964, 0.288_099_701, 0.023_467_030],
        5e-10,
    );
    all_close(
        &found[0].posterior,
        &[0.092_702_705, 0.003_232_523, 0.737_892_875, 0.166_171_897],
        5e-10,
    );
    close(
        chance_of_new_leader(&model, &state, TOUCH),
        found[1].probability,
        1e-12,
    );
}

#[test]
fn words_for_weights() {
    for (decibans, word) in [
        (0.5, "hardly matters"),
        (-1.0, "slightly"),
        (3.0, "moderately"),
        (-7.0, "strongly"),
        (10.5, "very strongly"),
    ] {
        assert_eq!(Strength::of(decibans).word(), word);
    }
}
