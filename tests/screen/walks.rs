//! The walkthrough played: every emergency rule, every self-care cause, the
//! open cases.

use std::path::Path;

use tingle::app::guide::{Chapter, Layer, Page, Part, Sign, view};
use tingle::assessment::question::Asking;
use tingle::assessment::{Answer, Answers, assess};
use tingle::evaluation::{Case, Scope, read_cases};
use tingle::knowledge::Urgency;
use tingle::knowledge::expression::Fact;
use tingle::knowledge::witness::witness;

use crate::harness::{Screen, engine};
use crate::player::{Story, Walk, one_line, play, story};

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/cases");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .flat_map(|file| read_cases(engine().knowledge, file).unwrap())
        .collect()
}

/// The parts of a bundled question.
fn parts(finding: usize) -> Vec<usize> {
    let knowledge = engine().knowledge;
    let parts = &knowledge.findings[finding].parts;
    parts
        .iter()
        .filter_map(|id| knowledge.finding(id))
        .collect()
}

/// A story in which a rule fires, from answers of these findings.
fn story_of(rule: usize, asked: &dyn Fn(usize) -> bool) -> Option<Story> {
    let knowledge = engine().knowledge;
    let (when, unless) = &knowledge.rule_conditions[rule];
    let found = witness(knowledge, when, unless.as_ref(), asked)?;
    let answer = |fact| match fact {
        Fact::YesNo(yes) => Some(Answer::YesNo(yes)),
        Fact::Level(level) => Some(Answer::Level(level)),
        Fact::Number(value) => Some(Answer::Number(value)),
        _ => None,
    };
    Some(
        found
            .into_iter()
            .filter_map(|(at, fact)| {
                let parts = parts(at);
                let part = parts.iter().find(|part| engine().screening.contains(part));
                Some((part.copied().unwrap_or(at), answer(fact)?))
            })
            .collect(),
    )
}

/// A story for every emergency that what everybody is asked can tell.
pub fn emergencies() -> Vec<Story> {
    let engine = engine();
    let everybody = tingle::knowledge::schema::AskedOf::Everyone;
    let asked = |at: usize| {
        let of = |at: usize| engine.screening.contains(&at) || engine.asked_of[at] == everybody;
        of(at) || parts(at).into_iter().any(of)
    };
    let rules = engine.knowledge.rules.iter().enumerate();
    rules
        .filter(|(_, rule)| rule.urgency == Urgency::Now)
        .filter_map(|(rule, _)| story_of(rule, &asked))
        .collect()
}

#[test]
fn every_emergency_rule_stops_the_walk_with_its_own_words() {
    let engine = engine();
    let knowledge = engine.knowledge;
    let person = ["age", "sex"].map(|id| knowledge.finding(id).unwrap());
    let screened = |at: usize| engine.screening.contains(&at) || person.contains(&at);
    // A bundled question is answered by its parts.
    let first = |at: usize| screened(at) || parts(at).iter().any(|&part| screened(part));
    let everyday = |at: usize| {
        first(at) || engine.asked_of[at] == tingle::knowledge::schema::AskedOf::Everyone
    };
    let mut played = 0;
    for (rule, entry) in knowledge.rules.iter().enumerate() {
        if entry.urgency != Urgency::Now {
            continue;
        }
        let Some(story) = story_of(rule, &first) else {
            // Only a check, an examination or a test tells this one.
            assert!(story_of(rule, &everyday).is_none(), "{}", entry.id);
            continue;
        };
        played += 1;
        let walk = play(&story, |screen| screen.state.guide.part() > Part::Emergency);
        let shown = walk
            .alarms
            .iter()
            .find(|shown| shown.signs.contains(&Sign::Rule(rule)))
            .unwrap_or_else(|| panic!("{} does not stop the walk", entry.id));
        assert_eq!(shown.part, Part::Emergency, "{}", entry.id);
        let words = &knowledge.words.rules[rule];
        for text in [words.because, words.act] {
            assert!(shown.page.contains(text), "{}: {}", entry.id, shown.page);
        }
        assert!(shown.page.contains("CALL 112 NOW"), "{}", shown.page);
        // On the smallest screen the number and the first deed need no scrolling.
        let first = walk.alarms.first().unwrap();
        assert!(first.small.contains("CALL 112 NOW"), "{}", first.small);
        let Some(Sign::Rule(of_first)) = first.signs.first().copied() else {
            continue;
        };
        let deed = knowledge.words.rules[of_first].act;
        let deed = deed.split(['.', ',']).next().unwrap();
        assert!(first.small.contains(deed), "{}: {}", entry.id, first.small);
    }
    println!("{played} emergency rules played");
    assert!(played >= 54, "{played}");
}

#[test]
fn every_self_care_cause_ends_in_care_at_home() {
    let mut played = 0;
    for case in cases() {
        if case.scope != Scope::Constructed || case.urgency != Urgency::SelfCare {
            continue;
        }
        played += 1;
        let mut walk = play(&story(&case.answers), |_| false);
        assert!(walk.alarms.is_empty(), "{}", case.id);
        assert_eq!(walk.screen.state.guide.page(), Page::Result, "{}", case.id);
        let triage = &walk.screen.state.assessment.triage;
        assert_eq!(triage.urgency, Urgency::SelfCare, "{}", case.id);
        let first = one_line(&walk.screen.text());
        assert!(
            first.contains("YOU CAN LOOK AFTER THIS YOURSELF"),
            "{first}"
        );
        assert!(first.contains("Go sooner if"), "{first}");
        walk.screen.press("4");
        assert_eq!(walk.screen.state.guide.chapter, Chapter::Care);
        let care = walk.screen.text();
        assert!(care.contains("What you can do yourself"), "{care}");
    }
    assert!(played >= 4, "{played}");
}

#[test]
fn every_open_emergency_is_stopped_before_the_checklists() {
    let mut stopped = 0;
    for case in cases() {
        if !case.counts() || case.urgency != Urgency::Now {
            continue;
        }
        let walk = play(&story(&case.answers), |screen| {
            screen.state.guide.part() > Part::Emergency
        });
        assert!(
            walk.alarms
                .iter()
                .any(|shown| shown.part == Part::Emergency),
            "{} is not stopped",
            case.id
        );
        stopped += 1;
    }
    assert_eq!(stopped, 14);
}

/// Every chapter can be read, and the last says that it is no diagnosis.
fn all_chapters_read(walk: &mut Walk, id: &str) {
    for (at, chapter) in Chapter::ALL.into_iter().enumerate() {
        walk.screen.press(&(at + 1).to_string());
        assert_eq!(walk.screen.state.guide.chapter, chapter);
        assert!(!view(&walk.screen.state).body.is_empty(), "{id}");
    }
    let last = one_line(&walk.screen.text());
    assert!(last.contains("This is not a diagnosis"), "{last}");
}

#[test]
fn the_open_cases_reach_a_result_no_less_urgent_than_their_answers() {
    let mut played = 0;
    for case in cases().iter().filter(|case| case.counts()) {
        let mut walk = play(&story(&case.answers), |_| false);
        let state = &walk.screen.state;
        assert_eq!(state.guide.page(), Page::Result, "{}", case.id);
        assert!(state.guide.layer.is_none());
        // What is shown is never milder than what these answers say at once.
        let shown = state.assessment.triage.urgency;
        let at_once = assess(engine(), state.record.answers(), Asking::default());
        assert!(shown >= at_once.triage.urgency, "{}", case.id);
        if shown == Urgency::Now {
            assert!(!walk.alarms.is_empty(), "{} is not stopped", case.id);
        }
        if played % 5 == 0 {
            all_chapters_read(&mut walk, &case.id);
        }
        played += 1;
    }
    assert_eq!(played, 58);
}

#[test]
fn not_sure_about_an_emergency_question_says_when_to_go_now() {
    let engine = engine();
    for &finding in &engine.screening {
        let id = engine.knowledge.findings[finding].id;
        let story = Story::from([(finding, Answer::NotSure)]);
        let mut said = String::new();
        let walk = play(&story, |screen| {
            screen.state.guide.part() > Part::Emergency
                || screen.state.record.answers().get(finding) == Some(Answer::NotSure)
        });
        said.push_str(&walk.screen.state.notice.clone().unwrap_or_default());
        assert!(said.contains("go now"), "{id}: {said}");
    }
}

#[test]
fn the_result_so_far_leads_back_to_the_question() {
    let mut walk = play(&Story::new(), |screen| {
        screen.state.guide.part() == Part::Ticks
    });
    let page = walk.screen.state.guide.page();
    walk.screen.press("Down Down Down r");
    assert_eq!(walk.screen.state.guide.layer, Some(Layer::SoFar));
    walk.screen.press("Right Right Left 0");
    assert_eq!(walk.screen.state.guide.layer, None);
    assert_eq!(walk.screen.state.guide.page(), page);
    assert_eq!(
        walk.screen.state.guide.row, 2,
        "the cursor stands where it stood"
    );
}

/// Who is too weak to try rising from a chair is asked what they know of it, and
/// told not to try it now.
#[test]
fn what_must_not_be_tried_is_asked_in_words_that_do_not_invite_to_try() {
    let told = r#"{"side": "both", "feel-numb": true, "where-stocking": true, "where-hands": true,
        "onset": "months-years", "getting-worse": true, "weak-both-legs": true, "age": 64, "sex": "male"}"#;
    let told = Answers::read(engine().knowledge, told).unwrap();
    let rise = engine().knowledge.finding("chk-chair-rise").unwrap();
    let asked = |screen: &Screen| screen.state.guide.page() == Page::Single(rise);
    let mut walk = play(&story(&told), asked);
    assert!(asked(&walk.screen), "{}", walk.screen.text());
    let page = one_line(&walk.screen.text());
    for words in ["both legs are weak", "Do not try it now"] {
        assert!(page.contains(words), "{page}");
    }
}
