//! One step of the engine at three sizes, beside the bound that memory sets.
//!
//! A whole step is what a new answer costs: all posteriors, the information of
//! every open finding for cause and urgency, every weight of evidence.

use std::hint::black_box;

use divan::{Bencher, counter::BytesCount};
use tingle::assessment::question::Asking;
use tingle::assessment::{Answers, Engine, assess};
use tingle::inference::information::{Information, information_into};
use tingle::inference::reasons::Weights;
use tingle::inference::{Model, Network, State, Table};
use tingle::knowledge::{Files, Knowledge};

#[global_allocator]
static ALLOCATIONS: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

/// A generated network: yes/no findings, and every fifth with four levels.
fn generated(causes: usize, findings: usize) -> Network {
    let mut seed = 1_u64;
    let mut random = move || {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(seed >> 40).unwrap_or(1) % 10_000 + 1) / 10_001.0
    };
    let tables = (0..findings)
        .map(|finding| {
            let levels = if finding % 5 == 0 { 4 } else { 2 };
            let rows = (0..causes)
                .map(|_| {
                    let raw: Vec<f64> = (0..levels).map(|_| random()).collect();
                    let sum: f64 = raw.iter().sum();
                    raw.iter().map(|p| p / sum).collect()
                })
                .collect();
            Table { rows }
        })
        .collect();
    Network {
        prior: (0..causes).map(|_| random()).collect(),
        class: (0..causes).map(|cause| cause % 6).collect(),
        findings: tables,
    }
}

/// The model of the shipped knowledge base.
fn ours() -> Model {
    let files = Files::embedded();
    let knowledge = Knowledge::load(&files).ok();
    let engine = knowledge.as_ref().map(Engine::new);
    match engine {
        Some(Ok(engine)) => engine.model.clone(),
        _ => std::process::exit(1),
    }
}

fn model(size: &str) -> (Model, usize) {
    let made = |causes, findings| match Model::new(&generated(causes, findings)) {
        Ok(model) => model,
        Err(_) => std::process::exit(1),
    };
    match size {
        "oracle 53x180" => (made(53, 180), 15),
        "ours" => (ours(), 15),
        _ => (made(534, 4040), 20),
    }
}

const SIZES: [&str; 3] = ["oracle 53x180", "ours", "qmr 534x4040"];

fn answered(model: &Model, count: usize) -> State {
    let mut state = State::new(model);
    let step = model.findings() / count;
    state.answer_all(model, (0..count).map(|number| (number * step, 1)));
    state
}

#[divan::bench(args = SIZES)]
fn posteriors_from_scratch(bencher: Bencher, size: &str) {
    let (model, count) = model(size);
    let step = model.findings() / count;
    let mut state = State::new(&model);
    bencher.bench_local(|| {
        state.answer_all(&model, (0..count).map(|number| (number * step, 1)));
        black_box(&state);
    });
}

#[divan::bench(args = SIZES)]
fn whole_step(bencher: Bencher, size: &str) {
    let (model, count) = model(size);
    let mut state = answered(&model, count);
    let mut weights = Weights::new(&model);
    weights.update(&model, &state);
    let mut information = vec![Information::default(); model.findings()];
    let mut level = 0;
    bencher
        .counter(BytesCount::new(model.streamed_bytes()))
        .bench_local(|| {
            level = 1 - level;
            state.answer(&model, 0, Some(level));
            information_into(&model, &state, &mut information);
            weights.update(&model, &state);
            black_box((&information, &weights));
        });
}

/// Reading once every number that a whole step reads.
#[divan::bench(args = SIZES)]
fn memory_bound(bencher: Bencher, size: &str) {
    let (model, _) = model(size);
    bencher
        .counter(BytesCount::new(model.streamed_bytes()))
        .bench_local(|| black_box(model.stream()));
}

#[divan::bench]
fn whole_assessment(bencher: Bencher) {
    let files = Files::embedded();
    let Ok(knowledge) = Knowledge::load(&files) else {
        std::process::exit(1);
    };
    let Ok(engine) = Engine::new(&knowledge) else {
        std::process::exit(1);
    };
    let text = r#"{"side": "one", "foot-drop": true, "knee-pressure": true, "where-foot-top": true,
        "where-outer-shin": true, "where-sole": false, "back-pain": false, "feel-numb": true, "age": 41,
        "sex": "male", "onset": "weeks", "weak-leg": true, "posture-trigger": true, "fever": false, "diabetes": false}"#;
    let Ok(answers) = Answers::read(&knowledge, text) else {
        std::process::exit(1);
    };
    bencher.bench_local(|| black_box(assess(&engine, &answers, Asking::default())));
}
