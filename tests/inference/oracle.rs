//! Networks and cases with answers computed to 40 digits elsewhere.

use std::fs;

use serde_json::Value;
use tingle::inference::{
    Model, Network, State, Table,
    information::{Information, information_into, outcomes},
    reasons::Weights,
};

const SIZES: [&str; 3] = ["6x10", "20x60", "53x180"];

fn read(name: &str) -> Value {
    let path = format!(
        "{}/tests/data/oracle/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn number(value: &Value) -> f64 {
    match value {
        Value::String(text) => text.parse().unwrap(),
        other => other.as_f64().unwrap(),
    }
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn index(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

pub fn network(size: &str) -> Network {
    let json = read(&format!("network-{size}"));
    let prior = numbers(&json["prior"]);
    let findings = json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| Table {
            rows: finding["p"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| {
                    let row = numbers(row);
                    let sum: f64 = row.iter().sum();
                    row.iter().map(|p| p / sum).collect()
                })
                .collect(),
        })
        .collect();
    let class = (0..prior.len()).map(|cause| cause % 5).collect();
    Network {
        prior,
        class,
        findings,
    }
}

#[test]
fn all_eighteen_cases_agree() {
    let (mut worst_p, mut worst_bits, mut worst_db) = (0.0_f64, 0.0_f64, 0.0_f64);
    let mut cases = 0;
    for size in SIZES {
        let model = Model::new(&network(size)).unwrap();
        let mut bits = vec![Information::default(); model.findings()];
        let mut weights = Weights::new(&model);
        for number_of_case in 0..6 {
            let json = read(&format!("case-{size}-{number_of_case}"));
            let mut state = State::new(&model);
            let answers = json["answers"].as_array().unwrap();
            state.answer_all(
                &model,
                answers
                    .iter()
                    .map(|pair| (index(&pair[0]), index(&pair[1]))),
            );
            for (found, expected) in state
                .posterior(&model)
                .iter()
                .zip(numbers(&json["posterior"]))
            {
                worst_p = worst_p.max((found - expected).abs());
            }
            let log10 = state.log_evidence() / std::f64::consts::LN_10;
            assert!((log10 - number(&json["log10_evidence"])).abs() < 1e-11);
            information_into(&model, &state, &mut bits);
            for row in json["information_bits"].as_array().unwrap() {
                let finding = index(&row[0]);
                worst_bits = worst_bits.max((bits[finding].cause - number(&row[2])).abs());
                let found = outcomes(&model, &state, finding);
                for (outcome, expected) in found.iter().zip(numbers(&row[1])) {
                    worst_p = worst_p.max((outcome.probability - expected).abs());
                }
            }
            weights.update(&model, &state);
            for row in json["weight_of_evidence_db"].as_array().unwrap() {
                let finding = index(&row[0]);
                let (_, _, found) = weights.iter().find(|(at, _, _)| *at == finding).unwrap();
                for (found, expected) in found.iter().zip(numbers(&row[1])) {
                    worst_db = worst_db.max((found - expected).abs());
                }
            }
            cases += 1;
        }
    }
    println!(
        "{cases} cases: posterior within {worst_p:.1e}, bits {worst_bits:.1e}, decibans {worst_db:.1e}"
    );
    assert_eq!(cases, 18);
    assert!(worst_p < 1e-12 && worst_bits < 1e-12 && worst_db < 1e-9);
}
