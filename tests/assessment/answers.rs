//! Reading and writing answers.

use tingle::assessment::{Answer, Answers};

use crate::with_engine;

fn refusal(text: &str) -> String {
    let mut message = String::new();
    with_engine(|engine| {
        let faults = Answers::read(engine.knowledge, text).unwrap_err();
        message = faults
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n");
    });
    message
}

#[test]
fn ron_and_json_say_the_same() {
    with_engine(|engine| {
        let json = r#"{"side": "one", "foot-drop": true, "age": 41, "lab-glucose": "126 mg/dL", "fever": "not sure"}"#;
        let ron = "{\n// a remark\n\"fever\": \"not sure\", \"lab-glucose\": \"7 mmol/L\", \"age\": 41, \"foot-drop\": true, \"side\": \"one\",\n}";
        let (a, b) = (crate::answers(engine, json), crate::answers(engine, ron));
        assert_eq!(a, b);
        assert_eq!(a.len(), 5);
        let fever = engine.knowledge.finding("fever").unwrap();
        assert_eq!(a.get(fever), Some(Answer::NotSure));
    });
}

#[test]
fn what_is_written_reads_back_the_same() {
    with_engine(|engine| {
        let answers = crate::answers(
            engine,
            r#"{"onset": "weeks", "pain-score": 7, "weak-leg": false, "lab-hba1c": "6.5 %", "sex": "not sure"}"#,
        );
        let document = answers.to_document(engine.knowledge);
        let json = serde_json::to_string(&document).unwrap();
        assert_eq!(crate::answers(engine, &json), answers);
        let ron = ron::to_string(&document).unwrap();
        assert_eq!(crate::answers(engine, &ron), answers);
    });
}

#[test]
fn limits_of_diabetes_are_met_in_either_unit() {
    with_engine(|engine| {
        for (id, values) in [
            ("lab-glucose", ["7.0 mmol/L", "126 mg/dL"]),
            ("lab-hba1c", ["48 mmol/mol", "6.5 %"]),
        ] {
            let finding = engine.knowledge.finding(id).unwrap();
            for value in values {
                let answers = crate::answers(engine, &format!("{{\"{id}\": \"{value}\"}}"));
                let kind = &engine.knowledge.findings[finding].answer;
                assert_eq!(
                    answers.get(finding).unwrap().level(kind),
                    Some(1),
                    "{value}"
                );
            }
        }
    });
}

#[test]
fn bad_answers_are_refused_with_place_and_mend() {
    for (text, words) in [
        (r#"{"foot-dorp": true}"#, "did you mean `foot-drop`?"),
        (r#"{"side": "left"}"#, "\"one\", \"both\", \"changes\""),
        (r#"{"age": 400}"#, "0 to 120 years"),
        (r#"{"age": true}"#, "cannot be answered with true"),
        (r#"{"lab-glucose": 7}"#, "add one of these: mmol/L, mg/dL"),
        (
            r#"{"lab-glucose": "126 mmol/L"}"#,
            "did you mean 126 mg/dL?",
        ),
        (r#"{"lab-glucose": "7 stone"}"#, "not measured in `stone`"),
        (r#"{"fever": true, "fever": false}"#, "answered twice"),
        ("[1, 2]", "no list of answers"),
        ("{\"fever\": ", "neither JSON nor RON"),
        ("", "no list of answers"),
    ] {
        let message = refusal(text);
        assert!(message.contains(words), "{text}: {message}");
        assert!(message.starts_with("line "), "{message}");
    }
}

#[test]
fn the_place_of_a_fault_is_its_line_and_column() {
    assert!(
        refusal("{\n  \"fever\": true,\n  \"foot-dorp\": true\n}").starts_with("line 3, column 3:")
    );
}

#[test]
fn confusion_memory_is_another_name_of_confused() {
    with_engine(|engine| {
        assert_eq!(
            engine.knowledge.finding("confusion-memory"),
            engine.knowledge.finding("confused")
        );
    });
}

#[test]
fn a_slip_in_a_word_is_refused_and_never_taken_for_not_sure() {
    with_engine(|engine| {
        for text in [
            r#"{"face-droop": ture}"#,
            r#"{"face-droop": yes}"#,
            r#"{"face-droop": maybe}"#,
            r#"{"face-droop": null}"#,
            r#"{"face-droop": ()}"#,
            r#"{"face-droop": "ture"}"#,
        ] {
            let read = Answers::read(engine.knowledge, text);
            assert!(read.is_err(), "{text} gives {read:?}");
        }
    });
}
