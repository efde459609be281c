//! Patients drawn from the knowledge base itself, as cases to measure with.

use super::cases::{Case, Scope};
use super::measure::case_class;
use crate::assessment::{Answer, Answers, Engine, network};
use crate::knowledge::Urgency;
use crate::knowledge::schema::{AnswerKind, AskedOf};

/// A small generator of pseudo-random numbers (SplitMix64), the same on every run.
struct Random(u64);

impl Random {
    /// A number from 0 up to 1.
    #[allow(clippy::cast_precision_loss)] // 53 bits fit
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn draw(&mut self, shares: &[f64]) -> usize {
        let total: f64 = shares.iter().sum();
        let mut left = self.unit() * total;
        for (place, share) in shares.iter().enumerate() {
            left -= share;
            if left < 0.0 {
                return place;
            }
        }
        shares.len().saturating_sub(1)
    }
}

/// Draws causes by their base rates and answers by their tables, each answer by
/// itself; the answers are to all findings that those in `asked_of` can tell.
///
/// The class that counts as right is that of the cause: nothing else is known of
/// somebody who does not exist.
pub fn patients(
    engine: &Engine<'_, '_>,
    count: usize,
    seed: u64,
    asked_of: &[AskedOf],
) -> Vec<Case> {
    let (network, form_of) = network(engine.knowledge);
    // Everybody drawn has one of the causes, in one of its forms.
    let none = engine.none();
    let mut priors = network.prior;
    if let Some(prior) = priors.get_mut(none) {
        *prior = 0.0;
    }
    let told: Vec<usize> = (0..engine.model.findings())
        .filter(|&finding| {
            let asked = engine.asked_of.get(finding);
            asked.is_some_and(|of| asked_of.contains(of)) && !engine.is_bundled(finding)
        })
        .collect();
    let mut random = Random(seed);
    (1..=count)
        .map(|number| {
            let column = random.draw(&priors);
            let form = column.checked_sub(none + 1);
            let cause = form.and_then(|form| form_of.get(form)).copied();
            let cause = cause.unwrap_or(column);
            let mut answers = Answers::new();
            for &finding in &told {
                let table = network.findings.get(finding);
                let row = table.and_then(|table| table.rows.get(column));
                let entry = engine.knowledge.findings.get(finding);
                if let (Some(row), Some(entry)) = (row, entry) {
                    let level = random.draw(row);
                    answers.set(finding, told_as(&entry.answer, level, random.unit()));
                }
            }
            let urgency = engine.urgency(cause).unwrap_or(Urgency::SelfCare);
            let name = engine
                .knowledge
                .causes
                .get(cause)
                .map_or("", |cause| cause.id);
            Case {
                id: format!("simulated-{number}"),
                source: "drawn from the knowledge base".to_owned(),
                diagnosis: name.to_owned(),
                accepted: vec![cause],
                scope: Scope::Constructed,
                urgency: case_class(urgency),
                thin: false,
                needs_tests: false,
                note: String::new(),
                answers,
            }
        })
        .collect()
}

/// A level as a person tells it; of a band the number at `place`, from 0 to 1.
fn told_as(kind: &AnswerKind<'_>, level: usize, place: f64) -> Answer {
    match kind {
        AnswerKind::YesNo(_) => Answer::YesNo(level > 0),
        AnswerKind::OneOf(_) => Answer::Level(level),
        AnswerKind::Number(kind) => {
            let from = |level: usize| kind.bands.get(level).map(|(_, from, _)| *from);
            let (least, most) = kind.range;
            let low = from(level).unwrap_or(least).max(least);
            let high = from(level + 1).unwrap_or(most);
            Answer::Number(low + place * (high - low))
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a failed step fails the test
mod tests {
    use super::*;
    use crate::knowledge::{Files, Knowledge};

    #[test]
    fn a_level_is_told_as_an_answer_of_that_level() {
        let files = Files::embedded();
        let knowledge = Knowledge::load(&files).unwrap();
        let engine = Engine::new(&knowledge).unwrap();
        let mut numbers = 0;
        for (finding, entry) in knowledge.findings.iter().enumerate() {
            for level in 0..engine.model.levels(finding) {
                for place in [0.0, 0.5, 0.999] {
                    let answer = told_as(&entry.answer, level, place);
                    assert_eq!(answer.level(&entry.answer), Some(level), "{}", entry.id);
                    if let (Answer::Number(value), AnswerKind::Number(kind)) =
                        (answer, &entry.answer)
                    {
                        assert!(
                            (kind.range.0..=kind.range.1).contains(&value),
                            "{}",
                            entry.id
                        );
                        numbers += 1;
                    }
                }
            }
        }
        assert!(numbers > 0);
    }
}
