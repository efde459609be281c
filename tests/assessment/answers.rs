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
        ("[1, 2]", "cannot be read as answers"),
        ("{\"fever\": ", "write answers like this"),
        ("", "cannot be read as answers"),
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

#[test]
fn ids_of_another_version_are_kept_but_not_used() {
    with_engine(|engine| {
        let text = "{\"foot-drop\": true,\n \"zebra-stripes\": \"wide\"}";
        let answers = Answers::read(engine.knowledge, text).unwrap();
        assert_eq!(answers.len(), 1);
        assert_eq!(answers.aside().collect::<Vec<_>>(), ["zebra-stripes"]);
        let told = answers.put_aside(engine.knowledge, text)[0].to_string();
        assert!(
            told.starts_with("line 2, column 2: there is no finding `zebra-stripes`"),
            "{told}"
        );
        // Saved again, nothing is lost; and other answers change nothing about it.
        let mut more = answers.clone();
        more.set(
            engine.knowledge.finding("age").unwrap(),
            Answer::Number(41.0),
        );
        let saved = serde_json::to_string(&more.to_saved(engine.knowledge)).unwrap();
        assert!(saved.contains("\"zebra-stripes\":\"wide\""), "{saved}");
        assert_eq!(Answers::read(engine.knowledge, &saved).unwrap(), more);
    });
}

#[test]
fn a_slip_is_a_fault_unless_the_answers_come_from_another_version() {
    with_engine(|engine| {
        let read = |version: &str| {
            let text = format!(r#"{{"knowledge-version": "{version}", "foot-dorp": true}}"#);
            Answers::read(engine.knowledge, &text)
        };
        assert!(read(&engine.knowledge.settings.version).is_err());
        let other = read("1999-01-01").unwrap();
        assert_eq!((other.len(), other.aside().count()), (0, 1));
        // A value that is wrong for a known id is never put aside.
        let wrong = r#"{"knowledge-version": "1999-01-01", "fever": "warm"}"#;
        assert!(Answers::read(engine.knowledge, wrong).is_err());
    });
}
