//! What an answer would change is what it does change.

use tingle::assessment::question::Asking;
use tingle::assessment::{Answer, Answers, Engine, assess, outlook};
use tingle::knowledge::schema::AnswerKind;
use tingle::knowledge::{Files, Knowledge};

#[test]
fn an_outlook_agrees_with_the_assessment_that_follows() {
    let files = Files::embedded();
    let knowledge = Knowledge::load(&files).unwrap();
    let engine = Engine::new(&knowledge).unwrap();
    // Nobody asks this one for its tables, so it never has them.
    let without_tables = Engine::later(&knowledge);
    let mut answers = Answers::new();
    for id in ["foot-drop", "where-outer-shin", "knee-pressure"] {
        if let Some(finding) = knowledge.finding(id) {
            answers.set(finding, Answer::YesNo(true));
        }
    }
    for (finding, entry) in knowledge.findings.iter().enumerate() {
        let answer = match &entry.answer {
            AnswerKind::YesNo(_) => Answer::YesNo(finding % 3 != 0),
            AnswerKind::OneOf(levels) => Answer::Level(finding % levels.len()),
            AnswerKind::Number(kind) => Answer::Number(kind.range.1),
        };
        let told = outlook(&engine, &answers, finding, answer);
        assert_eq!(told, outlook(&without_tables, &answers, finding, answer));
        let first = [&engine, &without_tables]
            .map(|engine| outlook(engine, &Answers::new(), finding, answer));
        assert_eq!(first[0], first[1], "{}", entry.id);
        let mut after = answers.clone();
        after.set(finding, answer);
        let assessment = assess(&engine, &after, Asking::default());
        let leader = assessment.ranking.first().unwrap();
        assert_eq!(told.leader, leader.cause, "{}", entry.id);
        assert_eq!(told.probability, leader.probability, "{}", entry.id);
        assert_eq!(told.urgency, assessment.triage.urgency, "{}", entry.id);
    }
}
