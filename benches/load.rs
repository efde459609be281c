//! How long the knowledge base takes to load, and where the time goes.

use std::hint::black_box;

use tingle::knowledge::{Files, Knowledge};

fn main() {
    divan::main();
}

#[divan::bench]
fn load_and_check(bencher: divan::Bencher) {
    let files = Files::embedded();
    bencher.bench_local(|| black_box(Knowledge::load(black_box(&files)).is_ok()));
}

#[divan::bench]
fn load_thoroughly(bencher: divan::Bencher) {
    let files = Files::embedded();
    bencher.bench_local(|| black_box(Knowledge::load_thoroughly(black_box(&files)).is_ok()));
}

/// Only the reading of RON into types, without joining and checking.
#[divan::bench]
fn parse_only(bencher: divan::Bencher) {
    let files = Files::embedded();
    bencher.bench_local(|| black_box(Knowledge::parse_only(black_box(&files))));
}
