//! What tells two causes apart, as a page.

use super::document::section;
use super::words::{cause_name, level_phrase};
use crate::article::{Article, Block};
use crate::assessment::Engine;
use crate::inference::reasons::{Strength, rather};
use crate::inference::{DECIBANS, State};
use crate::language::Language;

/// What tells two causes apart: every finding by weight, as a page.
pub fn compare(
    engine: &Engine<'_, '_>,
    language: &Language,
    first: usize,
    second: usize,
) -> Article {
    let mut rows: Vec<(f64, String, String)> = Vec::new();
    let likelihood = |finding, level, cause| {
        engine
            .model
            .likelihood(finding, level, cause)
            .unwrap_or(0.5)
    };
    for finding in 0..engine.model.findings() {
        if engine.is_bundled(finding) {
            continue;
        }
        for level in 0..engine.model.levels(finding) {
            let (p, q) = (
                likelihood(finding, level, first),
                likelihood(finding, level, second),
            );
            let decibans = (p / q).ln() * DECIBANS;
            if decibans.abs() >= 3.0 && p.max(q) >= 0.1 {
                let label = engine
                    .knowledge
                    .words
                    .findings
                    .get(finding)
                    .map_or("", |words| words.label);
                let favoured = if decibans > 0.0 { first } else { second };
                rows.push((
                    decibans,
                    format!("{label}: {}", level_phrase(engine, finding, level)),
                    language.with(
                        "report-compare-weight",
                        &[
                            ("decibans", &format!("{decibans:+.1}")),
                            ("strength", Strength::of(decibans).word()),
                            ("cause", &cause_name(engine, favoured).to_lowercase()),
                        ],
                    ),
                ));
            }
        }
    }
    rows.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()).then(a.1.cmp(&b.1)));
    let prior = rather(&engine.model, &State::new(&engine.model), first, second)
        .map_or(0.0, |rather| rather.prior);
    let facts = rows
        .into_iter()
        .take(40)
        .map(|(_, name, value)| (name, value))
        .collect();
    Article {
        id: "compare".to_owned(),
        kind: "comparison",
        title: language.with(
            "report-compare-title",
            &[
                ("first", cause_name(engine, first)),
                ("second", cause_name(engine, second)),
            ],
        ),
        subtitle: language.say("report-compare-about"),
        sections: vec![
            section(
                &language.say("report-compare-before"),
                vec![Block::Paragraph(language.with(
                    "report-compare-prior",
                    &[("decibans", &format!("{prior:+.1}"))],
                ))],
            ),
            section(
                &language.say("report-compare-answers"),
                vec![Block::Facts(facts)],
            ),
        ],
    }
}
