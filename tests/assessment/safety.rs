//! What must never happen.

use proptest::prelude::*;
use tingle::assessment::question::{Asking, WhyAsked, next_question};
use tingle::assessment::{Answer, Answers, Engine, assess};
use tingle::knowledge::schema::AnswerKind;
use tingle::knowledge::{Files, Knowledge, Urgency};

use crate::{answers, with_engine};

/// An answer to a finding, chosen by a number.
fn some_answer(engine: &Engine<'_, '_>, finding: usize, choice: u32) -> Answer {
    let pick = |count: usize| usize::try_from(choice).unwrap() % count;
    match &engine.knowledge.findings[finding].answer {
        AnswerKind::YesNo(_) => match choice % 3 {
            0 => Answer::YesNo(true),
            1 => Answer::YesNo(false),
            _ => Answer::NotSure,
        },
        AnswerKind::OneOf(levels) => Answer::Level(pick(levels.len())),
        AnswerKind::Number(kind) => {
            let (low, high) = kind.range;
            Answer::Number(low + (high - low) * f64::from(choice % 101) / 100.0)
        }
    }
}

fn random_answers(engine: &Engine<'_, '_>, picks: &[(u16, u32)]) -> Vec<(usize, Answer)> {
    picks
        .iter()
        .map(|&(finding, choice)| {
            let finding = usize::from(finding) % engine.knowledge.findings.len();
            (finding, some_answer(engine, finding, choice))
        })
        .collect()
}

fn picks() -> impl Strategy<Value = Vec<(u16, u32)>> {
    prop::collection::vec((any::<u16>(), any::<u32>()), 0..30)
}

#[test]
fn the_order_of_answers_never_matters() {
    let files = Files::embedded();
    let knowledge = Knowledge::load(&files).unwrap();
    let engine = Engine::new(&knowledge).unwrap();
    proptest!(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() }, |(picks in picks())| {
        let mut list = random_answers(&engine, &picks);
        list.sort_by_key(|(finding, _)| *finding);
        list.dedup_by_key(|(finding, _)| *finding);
        let (mut forward, mut backward) = (Answers::new(), Answers::new());
        list.iter().for_each(|&(finding, answer)| forward.set(finding, answer));
        list.iter().rev().for_each(|&(finding, answer)| backward.set(finding, answer));
        prop_assert_eq!(
            assess(&engine, &forward, Asking::default()),
            assess(&engine, &backward, Asking::default())
        );
    });
}

/// A yes to an emergency question never lowers urgency. Two kinds of answer are
/// context, not alarms: triggers and settings, which rules may take as excuses.
#[test]
fn a_yes_to_an_alarm_sign_never_lowers_urgency() {
    let files = Files::embedded();
    let knowledge = Knowledge::load(&files).unwrap();
    let engine = Engine::new(&knowledge).unwrap();
    let excuses = [
        "feel-numb",
        "feel-tingling",
        "back-pain",
        "back-leg-pain",
        "where-hands",
        "long-walk-trigger",
        "cold-trigger",
        "injury-leg",
        "foot-drop",
    ];
    let alarms: Vec<usize> = engine
        .screening
        .iter()
        .copied()
        .filter(|&finding| {
            let entry = &knowledge.findings[finding];
            matches!(entry.answer, AnswerKind::YesNo(_)) && !excuses.contains(&entry.id)
        })
        .collect();
    assert!(alarms.len() > 40);
    proptest!(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() }, |(picks in picks(), which in any::<u16>())| {
        let alarm = alarms[usize::from(which) % alarms.len()];
        let mut answers = Answers::new();
        for (finding, answer) in random_answers(&engine, &picks) {
            answers.set(finding, answer);
        }
        answers.clear(alarm);
        let rules_before = rules_only(&engine, &answers);
        answers.set(alarm, Answer::YesNo(true));
        let rules_after = rules_only(&engine, &answers);
        prop_assert!(
            rules_after >= rules_before,
            "{} lowers {rules_before:?} to {rules_after:?}",
            knowledge.findings[alarm].id
        );
    });
}

/// The class the rules give, without what a likely cause adds.
fn rules_only(engine: &Engine<'_, '_>, answers: &Answers) -> Urgency {
    let assessment = assess(engine, answers, Asking::default());
    assessment
        .triage
        .fired
        .first()
        .map_or(Urgency::Weeks, |fired| fired.urgency)
}

#[test]
fn nothing_answered_is_never_self_care() {
    with_engine(|engine| {
        let assessment = assess(engine, &Answers::new(), Asking::default());
        assert_eq!(assessment.triage.urgency, Urgency::Weeks);
        assert!(assessment.triage.because_of_cause.is_none());
    });
}

/// Answers of a leg that fell asleep, with every emergency question answered no.
fn asleep(engine: &Engine<'_, '_>) -> Answers {
    let mut found = Answers::new();
    for &finding in &engine.screening {
        if matches!(
            engine.knowledge.findings[finding].answer,
            AnswerKind::YesNo(_)
        ) {
            found.set(finding, Answer::YesNo(false));
        }
    }
    let own = answers(
        engine,
        r#"{"feel-tingling": true, "posture-trigger": true, "gone-in-minutes": true, "happens-often": false,
            "duration-weeks": 0.1, "side": "one", "onset": "sudden", "pain-score": 0}"#,
    );
    own.iter()
        .for_each(|(finding, answer)| found.set(finding, answer));
    found
}

#[test]
fn self_care_needs_every_emergency_question_answered_no() {
    with_engine(|engine| {
        let calm = asleep(engine);
        assert_eq!(
            assess(engine, &calm, Asking::default()).triage.urgency,
            Urgency::SelfCare
        );
        let context = &engine.knowledge.screening.context;
        for &finding in &engine.screening {
            let id = engine.knowledge.findings[finding].id;
            let mut open = calm.clone();
            open.clear(finding);
            let urgency = assess(engine, &open, Asking::default()).triage.urgency;
            assert!(urgency > Urgency::SelfCare, "{id} open");
            let mut unsure = calm.clone();
            unsure.set(finding, Answer::NotSure);
            let urgency = assess(engine, &unsure, Asking::default()).triage.urgency;
            assert!(urgency > Urgency::SelfCare, "{id} not sure");
            let yes_no = matches!(
                engine.knowledge.findings[finding].answer,
                AnswerKind::YesNo(_)
            );
            if yes_no && !context.contains(&id) {
                let mut yes = calm.clone();
                yes.set(finding, Answer::YesNo(true));
                let urgency = assess(engine, &yes, Asking::default()).triage.urgency;
                assert!(urgency > Urgency::SelfCare, "{id} yes");
            }
        }
    });
}

#[test]
fn self_care_needs_its_other_conditions_too() {
    with_engine(|engine| {
        for change in [
            r#"{"posture-trigger": false}"#,
            r#"{"gone-in-minutes": false}"#,
            r#"{"gone-in-minutes": "not sure"}"#,
            r#"{"happens-often": true}"#,
            r#"{"duration-weeks": 3}"#,
            r#"{"side": "both"}"#,
        ] {
            let mut changed = asleep(engine);
            answers(engine, change)
                .iter()
                .for_each(|(finding, answer)| changed.set(finding, answer));
            let urgency = assess(engine, &changed, Asking::default()).triage.urgency;
            assert!(urgency > Urgency::SelfCare, "{change}");
        }
    });
}

#[test]
fn emergency_questions_come_before_all_others() {
    with_engine(|engine| {
        let mut given = answers(engine, r#"{"side": "one", "feel-numb": true}"#);
        for _ in 0..engine.screening.len() {
            match next_question(engine, &given, Asking::default()) {
                Ok(question) if question.reason == WhyAsked::Emergency => {
                    given.set(question.finding, Answer::NotSure);
                }
                other => {
                    let open = engine
                        .screening
                        .iter()
                        .filter(|&&f| given.get(f).is_none())
                        .count();
                    assert_eq!(open, 0, "{other:?}");
                }
            }
        }
    });
}

#[test]
fn an_examination_finding_fires_the_rule_of_its_sign() {
    with_engine(|engine| {
        let found = answers(
            engine,
            r#"{"exam-perianal-reduced": true, "onset": "hours-days"}"#,
        );
        let assessment = assess(engine, &found, Asking::default());
        assert_eq!(assessment.triage.urgency, Urgency::Now);
    });
}

#[test]
fn a_likely_emergency_cause_raises_urgency_and_says_so() {
    with_engine(|engine| {
        // Weak legs for nine weeks with brisk reflexes: no rule says more than
        // "within days", but pressure on the cord is too likely to wait.
        let found = answers(
            engine,
            r#"{"side": "both", "where-hands": true, "feel-tingling": true, "duration-weeks": 9, "weak-both-legs": true,
                "age": 73, "exam-weak-side": "both-sides", "exam-ankle-reflex": "brisk", "exam-knee-reflex": "brisk",
                "exam-reflex-side": "both-sides", "exam-vibration": "lost-ankle", "exam-position-lost": true}"#,
        );
        let triage = assess(engine, &found, Asking::default()).triage;
        assert!(
            triage
                .fired
                .iter()
                .all(|fired| fired.urgency <= Urgency::Days)
        );
        assert_eq!(triage.urgency, Urgency::Now);
        assert_eq!(
            triage.because_of_cause,
            engine.knowledge.cause("cord-compression")
        );
    });
}

#[test]
fn no_warm_bath_on_a_foot_that_cannot_feel_and_no_massage_with_a_clot() {
    with_engine(|engine| {
        let avoided = |text: &str| -> Vec<&str> {
            let assessment = assess(engine, &answers(engine, text), Asking::default());
            assessment
                .self_care
                .avoid
                .iter()
                .map(|advice| engine.knowledge.self_care[advice.item].id)
                .collect()
        };
        assert!(avoided(r#"{"hot-cold-not-felt": true}"#).contains(&"foot-bath"));
        assert!(avoided(r#"{"swelling-one": true}"#).contains(&"leg-massage"));
        assert!(avoided(r#"{"cold-trigger": true}"#).contains(&"ice-rub"));
        let urgent = assess(
            engine,
            &answers(engine, r#"{"where-saddle": true}"#),
            Asking::default(),
        );
        assert!(urgent.self_care.held_back && urgent.self_care.safe.is_empty());
        assert!(urgent.self_exams.is_empty());
    });
}

#[test]
fn a_bundled_question_and_its_part_are_never_both_weighed() {
    with_engine(|engine| {
        let part = answers(engine, r#"{"no-animal-food": true}"#);
        let both = answers(engine, r#"{"no-animal-food": true, "b12-risk": true}"#);
        let weighed =
            |given: &Answers| assess(engine, given, Asking::default()).ranking[0].probability;
        assert!((weighed(&part) - weighed(&both)).abs() < 1e-12);
    });
}

#[test]
fn poor_blood_flow_is_named_as_the_severe_form() {
    with_engine(|engine| {
        let found = answers(
            engine,
            r#"{"walk-calf-pain": true, "rest-relief-10min": true, "age": 72, "smoking": "current", "abi": 0.35,
                "known-artery-disease": true, "exam-pulse-foot": "absent", "side": "one", "diabetes": false}"#,
        );
        let assessment = assess(engine, &found, Asking::default());
        let pad = engine.knowledge.cause("pad").unwrap();
        let ranked = assessment
            .ranking
            .iter()
            .find(|ranked| ranked.cause == pad)
            .unwrap();
        assert_eq!(ranked.severe, Some(1.0));
    });
}

#[test]
fn several_signs_of_the_severe_form_lift_its_cause() {
    with_engine(|engine| {
        let found = answers(
            engine,
            r#"{"age": 74, "side": "one", "pain-at-rest": true, "pain-forefoot": true, "worse-night": true,
                "dangle-relief": true, "skin-cold": true, "ulcer": true}"#,
        );
        let assessment = assess(engine, &found, Asking::default());
        assert_eq!(
            assessment.ranking[0].cause,
            engine.knowledge.cause("pad").unwrap()
        );
        assert_eq!(assessment.ranking[0].severe, Some(1.0));
    });
}
