//! Numbers as people say them.

use crate::assessment::{Answer, Engine};
use crate::knowledge::Urgency;
use crate::knowledge::schema::{AnswerKind, NumberKind};

/// A probability in words: "about 3 in 10", never with decimals.
pub fn about(probability: f64) -> String {
    const RARE: [(f64, u32); 6] = [
        (0.075, 10),
        (0.055, 15),
        (0.040, 20),
        (0.029, 30),
        (0.022, 40),
        (0.018, 50),
    ];
    if probability >= 0.95 {
        return "over 9 in 10".to_owned();
    }
    if probability >= 0.15 {
        return format!("about {:.0} in 10", (probability * 10.0).clamp(2.0, 9.0));
    }
    match RARE.iter().find(|(least, _)| probability >= *least) {
        Some((_, of)) => format!("about 1 in {of}"),
        None if probability >= 0.01 => "under 1 in 50".to_owned(),
        None => "under 1 in 100".to_owned(),
    }
}

/// The headline of a class.
pub fn headline(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::SelfCare => "YOU CAN LOOK AFTER THIS YOURSELF",
        Urgency::Weeks => "SEE A DOCTOR WITHIN WEEKS",
        Urgency::Days => "SEE A DOCTOR WITHIN DAYS",
        Urgency::SameDay => "BE SEEN TODAY",
        Urgency::Now => "EMERGENCY: GO NOW",
    }
}

/// What the class asks of the person, in one or two sentences.
pub fn what_to_do(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::SelfCare => {
            "Your answers fit an everyday cause that passes. See a doctor if it comes back often, stays, or gets worse."
        }
        Urgency::Weeks => "Book a visit. Go sooner if it gets worse or something new comes.",
        Urgency::Days => "Book a visit within days. Go today if it gets worse.",
        Urgency::SameDay => {
            "Be seen today. If nobody can see you today, go to the emergency department."
        }
        Urgency::Now => {
            "Call the emergency number or go to the emergency department now. Do not drive yourself."
        }
    }
}

/// An answer as a short phrase: "low back pain", "not: low back pain", "age: 41 years".
pub fn answer_phrase(engine: &Engine<'_, '_>, finding: usize, answer: Option<Answer>) -> String {
    let knowledge = engine.knowledge;
    let Some(words) = knowledge.words.findings.get(finding) else {
        return String::new();
    };
    let kind = knowledge.findings.get(finding).map(|entry| &entry.answer);
    match (answer, kind) {
        (Some(Answer::YesNo(true)), _) => words.label.to_owned(),
        (Some(Answer::YesNo(false)), _) => format!("not: {}", words.label),
        (Some(Answer::Level(level)), _) => {
            let label = words.levels.get(level).map_or("", |&(_, label)| label);
            format!("{}: {label}", words.label)
        }
        (Some(Answer::Number(value)), Some(AnswerKind::Number(kind))) => {
            format!("{}: {}", words.label, amount(kind, value))
        }
        (Some(Answer::NotSure), _) => format!("{}: not sure", words.label),
        _ => words.label.to_owned(),
    }
}

/// A level of a finding as a short phrase.
pub fn level_phrase(engine: &Engine<'_, '_>, finding: usize, level: usize) -> String {
    let knowledge = engine.knowledge;
    let kind = knowledge.findings.get(finding).map(|entry| &entry.answer);
    let words = knowledge.words.findings.get(finding);
    match kind {
        Some(AnswerKind::YesNo(_)) => if level == 1 { "yes" } else { "no" }.to_owned(),
        _ => words
            .and_then(|words| words.levels.get(level))
            .map_or(String::new(), |&(_, label)| label.to_owned()),
    }
}

/// A number with its unit as people say it: less than a week in days or hours,
/// one of something in the singular, a ratio as it is.
pub fn amount(kind: &NumberKind<'_>, value: f64) -> String {
    let few = kind.unit == "weeks" && value > 0.0 && value < 1.0;
    let parts = kind.also.iter().filter(|_| few);
    let (unit, value) = parts
        .map(|&(unit, factor, _)| (unit, (value / factor).round(), factor))
        .filter(|(_, value, _)| *value >= 1.0)
        .max_by(|a, b| a.2.total_cmp(&b.2))
        .map_or((kind.unit, value), |(unit, value, _)| (unit, value));
    let number = trimmed(value);
    match unit {
        "ratio" => number,
        _ if number == "1" => format!("1 {}", unit.strip_suffix('s').unwrap_or(unit)),
        _ => format!("{number} {unit}"),
    }
}

/// A number without needless zeros.
pub fn trimmed(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The plain name of a cause, or the honest last line.
pub fn cause_name<'a>(engine: &Engine<'_, 'a>, cause: usize) -> &'a str {
    engine
        .knowledge
        .words
        .names
        .get(cause)
        .map_or("Something not in this list", |name| name)
}

#[cfg(test)]
mod tests {
    use super::{about, amount};
    use crate::knowledge::schema::NumberKind;

    #[test]
    fn amounts_as_people_say_them() {
        let kind = |unit, also| NumberKind {
            unit,
            also,
            range: (0.0, 5200.0),
            unit_needed: false,
            bands: Vec::new(),
        };
        let weeks = kind(
            "weeks",
            vec![
                ("hours", 0.005_952_38, 0.0),
                ("days", 0.142_857, 0.0),
                ("months", 4.348, 0.0),
            ],
        );
        for (value, said) in [
            (0.0, "0 weeks"),
            (0.03, "5 hours"),
            (0.1, "1 day"),
            (0.5, "4 days"),
            (1.0, "1 week"),
            (1.5, "1.5 weeks"),
            (60.0, "60 weeks"),
        ] {
            assert_eq!(amount(&weeks, value), said);
        }
        assert_eq!(amount(&kind("years", Vec::new()), 46.0), "46 years");
        assert_eq!(amount(&kind("ratio", Vec::new()), 0.7), "0.7");
        let nmol = vec![("nmol/L", 0.001, 0.0)];
        assert_eq!(amount(&kind("umol/L", nmol), 0.3), "0.3 umol/L");
    }

    #[test]
    fn probabilities_in_words() {
        for (probability, words) in [
            (0.99, "over 9 in 10"),
            (0.71, "about 7 in 10"),
            (0.16, "about 2 in 10"),
            (0.10, "about 1 in 10"),
            (0.03, "about 1 in 30"),
            (0.012, "under 1 in 50"),
            (0.001, "under 1 in 100"),
        ] {
            assert_eq!(about(probability), words, "{probability}");
        }
    }
}
