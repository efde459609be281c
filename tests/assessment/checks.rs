//! Self-checks worth doing: safe ones, the most telling first.

use tingle::assessment::question::{Asking, next_adaptive};
use tingle::assessment::{Answer, Answers, Engine, assess, self_checks_worth};
use tingle::knowledge::Urgency;
use tingle::knowledge::schema::AskedOf;

use crate::{answers, with_engine};

const BACK: &str = r#"{"side": "one", "feel-numb": true, "back-leg-pain": true, "age": 42}"#;
const FEET: &str = r#"{"side": "both", "feel-numb": true, "where-stocking": true, "age": 62}"#;

fn ids(engine: &Engine<'_, '_>, list: &[tingle::assessment::CheckAdvice]) -> Vec<String> {
    list.iter()
        .map(|check| engine.knowledge.self_exams[check.advice.item].id.to_owned())
        .collect()
}

#[test]
fn the_most_telling_check_comes_first_and_nothing_is_told_twice() {
    with_engine(|engine| {
        let given = answers(engine, FEET);
        let worth = self_checks_worth(engine, &given, Urgency::Weeks);
        assert!(worth.safe.len() > 1, "{:?}", ids(engine, &worth.safe));
        for pair in worth.safe.windows(2) {
            assert!(pair[0].score >= pair[1].score);
        }
        let first = &worth.safe[0];
        assert!(first.bits > 0.0 && !first.findings.is_empty());

        let mut done = given.clone();
        for &finding in &first.findings {
            // A level in the middle: what it shows does not matter here.
            done.set(finding, Answer::Level(0));
        }
        let later = self_checks_worth(engine, &done, Urgency::Weeks);
        let item = first.advice.item;
        assert!(later.safe.iter().all(|check| check.advice.item != item));
    });
}

#[test]
fn a_check_that_these_answers_rule_out_is_named_as_blocked_with_the_reason() {
    with_engine(|engine| {
        let mut given = answers(engine, BACK);
        let free = self_checks_worth(engine, &given, Urgency::Weeks);
        let lift = "big-toe-lift".to_owned();
        assert!(ids(engine, &free.safe).contains(&lift));
        assert!(free.blocked.is_empty());

        let injury = engine.knowledge.finding("injury-leg").unwrap();
        given.set(injury, Answer::YesNo(true));
        let hurt = self_checks_worth(engine, &given, Urgency::SameDay);
        assert!(!ids(engine, &hurt.safe).contains(&lift));
        assert!(
            hurt.safe
                .iter()
                .all(|check| check.advice.ruled_out.is_empty())
        );
        let blocked = hurt
            .blocked
            .iter()
            .find(|check| engine.knowledge.self_exams[check.advice.item].id == lift)
            .unwrap();
        assert_eq!(blocked.advice.ruled_out, ["injury"]);
    });
}

#[test]
fn no_check_is_worth_doing_in_an_emergency() {
    with_engine(|engine| {
        let given = answers(engine, FEET);
        let worth = self_checks_worth(engine, &given, Urgency::Now);
        assert!(worth.safe.is_empty() && worth.blocked.is_empty());
    });
}

#[test]
fn what_one_was_not_sure_of_a_check_may_still_tell() {
    with_engine(|engine| {
        let cold = engine.knowledge.finding("skin-cold").unwrap();
        let told = |answer: Option<Answer>| {
            let mut given = answers(
                engine,
                r#"{"side": "one", "walk-calf-pain": true, "age": 70}"#,
            );
            if let Some(answer) = answer {
                given.set(cold, answer);
            }
            let worth = self_checks_worth(engine, &given, Urgency::Weeks);
            worth
                .safe
                .iter()
                .any(|check| check.findings.contains(&cold))
        };
        assert!(told(None) && told(Some(Answer::NotSure)));
        assert!(!told(Some(Answer::YesNo(false))));
    });
}

/// Whoever asks for self-checks among the questions gets only safe ones.
#[test]
fn no_question_asks_for_a_check_that_is_ruled_out() {
    with_engine(|engine| {
        let asking = Asking {
            self_checks: true,
            ..Asking::default()
        };
        let asked = |given: &Answers| {
            let mut given = given.clone();
            let mut asked = Vec::new();
            while let Ok(question) = next_adaptive(engine, &given, asking) {
                asked.push(question.finding);
                given.set(question.finding, Answer::NotSure);
            }
            asked
        };
        let calm = answers(engine, BACK);
        let raise = engine.knowledge.finding("chk-slr").unwrap();
        assert!(asked(&calm).contains(&raise));

        let mut hurt = calm.clone();
        let injury = engine.knowledge.finding("injury-leg").unwrap();
        hurt.set(injury, Answer::YesNo(true));
        assert!(!asked(&hurt).contains(&raise));

        let mut alarm = calm;
        alarm.set(
            engine.knowledge.finding("face-droop").unwrap(),
            Answer::YesNo(true),
        );
        alarm.set(engine.knowledge.finding("onset").unwrap(), Answer::Level(0));
        let urgency = assess(engine, &alarm, Asking::default()).triage.urgency;
        assert_eq!(urgency, Urgency::Now);
        assert!(
            asked(&alarm)
                .iter()
                .all(|&finding| { engine.asked_of[finding] != AskedOf::SelfCheck })
        );
    });
}
