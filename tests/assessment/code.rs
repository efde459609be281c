//! Answers as a code, and back.

use proptest::prelude::*;
use tingle::assessment::{Answer, Answers, Document, Engine, Value};
use tingle::knowledge::schema::{AnswerKind, AskedOf};
use tingle::report::code::{CodeFault, decode, encode};

use crate::{answers, with_engine};

fn code(engine: &Engine<'_, '_>, answers: &Answers) -> String {
    let code = encode(&answers.to_document(engine.knowledge));
    assert_eq!(code.left_out, [] as [String; 0]);
    code.text
}

fn back(engine: &Engine<'_, '_>, code: &str) -> Answers {
    Answers::from_document(engine.knowledge, &decode(code).unwrap(), code).unwrap()
}

/// What someone answers who goes through every checklist: mostly no.
fn typical(engine: &Engine<'_, '_>) -> Answers {
    let knowledge = engine.knowledge;
    let mut answers = Answers::new();
    for group in &knowledge.screening.groups {
        for id in &group.asks {
            let finding = knowledge.finding(id).unwrap();
            if let AnswerKind::YesNo(_) = knowledge.findings[finding].answer {
                answers.set(finding, Answer::YesNo(false));
            }
        }
    }
    for category in knowledge
        .categories
        .iter()
        .filter(|category| category.checklist)
    {
        for finding in category.findings.clone() {
            if answers.len() < 140
                && matches!(knowledge.findings[finding].answer, AnswerKind::YesNo(_))
            {
                answers.set(finding, Answer::YesNo(false));
            }
        }
    }
    let said = r#"{"foot-drop": true, "knee-pressure": true, "where-foot-top": true, "where-outer-shin": true,
        "feel-numb": true, "feel-tingling": true, "weak-leg": true, "sitting-worse": "not sure", "cold-trigger": "not sure",
        "side": "one", "onset": "weeks", "age": 41, "sex": "male", "pain-score": 3, "duration-weeks": 5,
        "smoking": "never", "alcohol-units": 6, "episode-length": "hours"}"#;
    let document: Document = serde_json::from_str(said).unwrap();
    for (id, value) in &document.entries {
        if let Ok((finding, answer)) = tingle::assessment::read_answer(knowledge, id, value) {
            answers.set(finding, answer);
        }
    }
    answers
}

#[test]
fn a_typical_check_fits_a_small_picture() {
    with_engine(|engine| {
        let answers = typical(engine);
        assert!(answers.len() >= 120, "{}", answers.len());
        let code = code(engine, &answers);
        assert_eq!(back(engine, &code), answers);
        assert!(code.len() <= 84, "{} letters: {code}", code.len());
    });
}

#[test]
fn what_people_do_to_codes_is_forgiven() {
    with_engine(|engine| {
        let answers = answers(
            engine,
            r#"{"foot-drop": true, "age": 41, "lab-glucose": "126 mg/dL"}"#,
        );
        let written = encode(&answers.to_document(engine.knowledge));
        let grouped = written.grouped();
        assert!(grouped.starts_with("TINGLE1-"), "{grouped}");
        for typed in [
            grouped.clone(),
            format!("  {}\n", grouped.to_lowercase()),
            grouped.replace('-', " "),
            grouped.replace('1', "l").replace('0', "o"),
        ] {
            assert_eq!(back(engine, &typed), answers, "{typed}");
        }
    });
}

#[test]
fn wrong_cut_and_future_codes_are_refused() {
    with_engine(|engine| {
        let code = code(engine, &typical(engine));
        for end in 0..code.len() {
            assert!(decode(&code[..end]).is_err(), "cut at {end}");
        }
        assert_eq!(decode("hello"), Err(CodeFault::NoCode));
        assert_eq!(decode(""), Err(CodeFault::NoCode));
        assert_eq!(decode("TINGLE1"), Err(CodeFault::Damaged));
        assert_eq!(decode(&code.replacen('1', "2", 1)), Err(CodeFault::Newer));
        assert_eq!(decode(&format!("{code}?")), Err(CodeFault::Letter('?')));
        assert_eq!(decode(&format!("{code}0")), Err(CodeFault::Damaged));
        for at in "TINGLE1".len()..code.len() {
            for letter in ["0", "7", "Z"] {
                let mut wrong = code.clone();
                wrong.replace_range(at..=at, letter);
                assert!(
                    wrong == code || decode(&wrong) == Err(CodeFault::Damaged),
                    "{at} {letter}"
                );
            }
        }
    });
}

/// A code made when the first version came out. It has to be read for ever.
#[test]
fn an_old_code_still_means_the_same() {
    with_engine(|engine| {
        let old = "TINGLE18MY24E2WE98DA629GMSSZ017XT3G";
        let said = answers(
            engine,
            r#"{"side": "one", "foot-drop": true, "where-sole": false, "back-pain": "not sure", "age": 41, "lab-glucose": "126 mg/dL"}"#,
        );
        assert_eq!(code(engine, &said), old);
        assert_eq!(back(engine, old), said);
    });
}

#[test]
fn an_answer_without_a_number_is_named() {
    let mut document = Document::default();
    document
        .entries
        .push(("foot-drop".to_owned(), Value::Bool(true)));
    document
        .entries
        .push(("no-such-sign".to_owned(), Value::Bool(true)));
    let code = encode(&document);
    assert_eq!(code.left_out, ["no-such-sign"]);
    assert_eq!(decode(&code.text).unwrap().entries.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_answers_come_back_as_they_were(seed in prop::collection::vec((0usize..400, 0u8..10, 0.0f64..1.0), 0..200)) {
        with_engine(|engine| {
            let knowledge = engine.knowledge;
            let mut answers = Answers::new();
            for &(at, pick, share) in &seed {
                let finding = at % knowledge.findings.len();
                let answer = match (&knowledge.findings[finding].answer, pick) {
                    (_, 0) => Answer::NotSure,
                    (AnswerKind::YesNo(_), _) => Answer::YesNo(pick < 4),
                    (AnswerKind::OneOf(levels), _) => Answer::Level(usize::from(pick) % levels.len()),
                    (AnswerKind::Number(kind), _) => {
                        let (low, high) = kind.range;
                        let value = low + share * (high - low);
                        let decimals = 10_f64.powi(i32::from(pick % 5));
                        Answer::Number(((value * decimals).round() / decimals).clamp(low, high))
                    }
                };
                answers.set(finding, answer);
            }
            assert_eq!(back(engine, &code(engine, &answers)), answers);
        });
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,80}", letters in "[0-9A-Z]{0,120}") {
        let _ = decode(&text);
        let _ = decode(&format!("TINGLE1{letters}"));
    }
}

#[test]
fn everything_at_once_has_a_code() {
    with_engine(|engine| {
        let knowledge = engine.knowledge;
        let mut answers = Answers::new();
        for (at, finding) in knowledge.findings.iter().enumerate() {
            let asked = knowledge.category_of(at).unwrap().asked_of;
            assert!(matches!(
                asked,
                AskedOf::Everyone | AskedOf::SelfCheck | AskedOf::TestResult | AskedOf::Examiner
            ));
            answers.set(
                at,
                match &finding.answer {
                    AnswerKind::YesNo(_) => Answer::YesNo(at % 2 == 0),
                    AnswerKind::OneOf(levels) => Answer::Level(levels.len() - 1),
                    AnswerKind::Number(kind) => Answer::Number(kind.range.1),
                },
            );
        }
        assert_eq!(back(engine, &code(engine, &answers)), answers);
    });
}
