//! Self-checks worth doing: safe ones, the most telling first.

use tingle::assessment::question::{Asking, Stop, next_adaptive};
use tingle::assessment::{Answer, Answers, Engine, assess, self_checks_worth};
use tingle::knowledge::Urgency;
use tingle::knowledge::schema::{AnswerKind, AskedOf};

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

/// Weak in both legs for months, with feeling lost like stockings.
const WEAK: &str = r#"{"side": "both", "feel-numb": true, "where-stocking": true, "where-hands": true,
    "onset": "months-years", "getting-worse": true, "weak-both-legs": true, "age": 64, "sex": "male"}"#;

/// What is asked, with every question answered "not sure".
fn asked(engine: &Engine<'_, '_>, text: &str) -> Vec<String> {
    let mut given = answers(engine, text);
    let mut asking = Asking::default();
    let mut ids = Vec::new();
    while let Ok(question) = next_adaptive(engine, &given, asking) {
        assert!(given.get(question.finding).is_none(), "asked twice");
        given.set(question.finding, Answer::NotSure);
        asking.asked += 1;
        ids.push(engine.knowledge.findings[question.finding].id.to_owned());
    }
    ids
}

#[test]
fn what_must_not_be_tried_is_asked_about_where_daily_life_shows_it() {
    with_engine(|engine| {
        let given = answers(engine, WEAK);
        let worth = self_checks_worth(engine, &given, Urgency::Days);
        assert!(ids(engine, &worth.blocked).contains(&"chair-rise".to_owned()));
        let of_weak = asked(engine, WEAK);
        assert!(
            of_weak.iter().any(|id| id == "chk-chair-rise"),
            "{of_weak:?}"
        );
        // The others that must not be tried show nothing one could know before.
        for never in ["chk-heel-walk", "chk-toe-walk", "chk-romberg"] {
            assert!(!of_weak.iter().any(|id| id == never), "{of_weak:?}");
        }
    });
}

#[test]
fn what_may_be_tried_is_left_to_the_self_check() {
    with_engine(|engine| {
        let may = WEAK.replace(r#""weak-both-legs": true"#, r#""weak-both-legs": false"#);
        let worth = self_checks_worth(engine, &answers(engine, &may), Urgency::Days);
        assert!(!ids(engine, &worth.blocked).contains(&"chair-rise".to_owned()));
        let of_strong = asked(engine, &may);
        assert!(!of_strong.is_empty());
        assert!(
            of_strong.iter().all(|id| !id.starts_with("chk-")),
            "{of_strong:?}"
        );
    });
}

#[test]
fn who_says_no_to_everything_is_not_asked_for_long() {
    with_engine(|engine| {
        let knowledge = engine.knowledge;
        let mut given = answers(engine, r#"{"age": 40, "sex": "female"}"#);
        let lists = knowledge.categories.iter();
        let listed = lists.filter(|category| category.checklist);
        let listed = listed.flat_map(|category| category.findings.clone());
        for finding in listed.chain(engine.screening.iter().copied()) {
            if matches!(knowledge.findings[finding].answer, AnswerKind::YesNo(_)) {
                given.set(finding, Answer::YesNo(false));
            }
        }
        let mut asking = Asking::default();
        let stop = loop {
            match next_adaptive(engine, &given, asking) {
                Ok(question) => {
                    let no = match knowledge.findings[question.finding].answer {
                        AnswerKind::YesNo(_) => Answer::YesNo(false),
                        _ => Answer::NotSure,
                    };
                    given.set(question.finding, no);
                    asking.asked += 1;
                }
                Err(stop) => break stop,
            }
        };
        println!("{} {stop:?}", asking.asked);
        assert!(asking.asked <= 6, "{}", asking.asked);
        assert_ne!(stop, Stop::Enough);
    });
}
