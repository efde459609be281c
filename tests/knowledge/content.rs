//! What the shipped knowledge base holds.

use std::collections::HashSet;

use tingle::knowledge::{
    Entry, Files, Kind, Knowledge, Urgency,
    expression::{Fact, Truth},
    schema::{AnswerKind, AskedOf},
    statistics::Statistics,
    witness::witness,
};

fn with_shipped(test: impl FnOnce(&Knowledge<'_>)) {
    let files = Files::embedded();
    match Knowledge::load_thoroughly(&files) {
        Ok(knowledge) => test(&knowledge),
        Err(faults) => panic!("{faults}"),
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.is_empty())
}

#[test]
fn it_is_in_order_and_as_large_as_promised() {
    with_shipped(|knowledge| {
        let count = |kind| knowledge.entries(kind).len();
        assert!(count(Kind::Cause) >= 75);
        assert!(count(Kind::Finding) >= 350);
        assert!(count(Kind::Rule) >= 131);
        assert!(count(Kind::Test) >= 24);
        assert!(count(Kind::SelfExam) >= 18);
        assert!(count(Kind::SelfCare) >= 9);
        assert!(count(Kind::Treatment) >= 70);
        assert!(count(Kind::Term) >= 60);
        let examined: usize = knowledge
            .categories
            .iter()
            .filter(|category| category.asked_of == AskedOf::Examiner)
            .map(|category| category.findings.len())
            .sum();
        assert_eq!(examined, 57);
    });
}

#[test]
fn no_id_of_the_clinical_sources_was_renamed_or_lost() {
    with_shipped(|knowledge| {
        for id in lines(include_str!("../data/finding-ids.txt")) {
            assert!(knowledge.finding(id).is_some(), "finding {id}");
        }
        for id in lines(include_str!("../data/cause-ids.txt")) {
            assert!(knowledge.cause(id).is_some(), "cause {id}");
        }
        for id in lines(include_str!("../data/rule-ids.txt")) {
            assert!(
                matches!(knowledge.entry(id), Some(Entry::Rule(_))),
                "rule {id}"
            );
        }
    });
}

#[test]
fn figures_keep_their_grade() {
    with_shipped(|knowledge| {
        let statistics = Statistics::of(knowledge);
        let of = |word| {
            statistics
                .figures
                .iter()
                .find(|(name, _)| *name == word)
                .map_or(0, |(_, count)| *count)
        };
        // The sources hold 806 and 4,776 cells; few of them were published.
        assert!(of("published") >= 30 && of("published") <= 60);
        assert!(of("estimate") > 5_000);
        assert!(statistics.prior_sum <= 0.95);
    });
}

/// No emergency rule may need to know the course: an open question never silences it.
#[test]
fn emergency_rules_need_no_answer_about_time_side_or_length() {
    with_shipped(|knowledge| {
        let course: HashSet<usize> = ["onset", "duration-weeks", "side", "episode-length"]
            .iter()
            .filter_map(|id| knowledge.finding(id))
            .collect();
        assert_eq!(course.len(), 4);
        for (rule, (when, unless)) in knowledge.rules.iter().zip(&knowledge.rule_conditions) {
            if rule.urgency == Urgency::Now {
                let named = when.findings();
                assert!(
                    named.iter().all(|at| !course.contains(at)),
                    "{} names the course in `when`",
                    rule.id
                );
                let found = witness(knowledge, when, unless.as_ref(), &|at| {
                    !course.contains(&at)
                });
                assert!(found.is_some(), "{} needs the course", rule.id);
            }
        }
    });
}

#[test]
fn every_red_flag_has_a_story_in_which_it_fires() {
    with_shipped(|knowledge| {
        for (rule, (when, unless)) in knowledge.rules.iter().zip(&knowledge.rule_conditions) {
            let found = witness(knowledge, when, unless.as_ref(), &|_| true);
            let story = found.unwrap_or_else(|| panic!("{} never fires", rule.id));
            let mut facts = vec![Fact::Unknown; knowledge.findings.len()];
            for (at, fact) in story {
                facts[at] = fact;
            }
            assert_eq!(when.truth(facts.as_slice()), Truth::True, "{}", rule.id);
            let silenced = unless
                .as_ref()
                .is_some_and(|unless| unless.truth(facts.as_slice()) == Truth::True);
            assert!(!silenced, "{}", rule.id);
        }
    });
}

/// Clinical README, point 4: what a lay person can know is asked first.
#[test]
fn stroke_signs_and_saddle_numbness_are_screened() {
    with_shipped(|knowledge| {
        let asked: Vec<&str> = knowledge
            .screening
            .groups
            .iter()
            .flat_map(|group| group.asks.clone())
            .collect();
        for id in [
            "face-droop",
            "speech-trouble",
            "where-saddle",
            "weak-both-legs",
            "fever",
        ] {
            assert!(asked.contains(&id), "{id}");
        }
        let mut once = HashSet::new();
        assert!(
            asked.iter().all(|id| once.insert(id)),
            "a question stands twice"
        );
    });
}

#[test]
fn cells_that_the_second_reading_corrected_hold_its_figures() {
    with_shipped(|knowledge| {
        let cell = |cause: &str, finding: &str| {
            let at = knowledge.cause(cause).unwrap();
            knowledge.causes[at]
                .findings
                .iter()
                .find(|(id, _, _)| *id == finding)
                .map(|&(_, share, _)| share)
        };
        assert_eq!(cell("diabetic-pn", "where-sole"), Some(0.80));
        assert_eq!(cell("gbs", "gone-in-minutes"), Some(0.05));
        assert_eq!(cell("peroneal-neuropathy", "weak-leg"), Some(0.45));
        assert_eq!(cell("lumbar-stenosis", "rest-relief-10min"), Some(0.12));
        assert_eq!(cell("b12-deficiency", "cold-intolerance"), None);
        for cause in &knowledge.causes {
            let known = cause
                .findings
                .iter()
                .any(|&(id, _, _)| id == "gone-in-minutes");
            assert!(known, "{} says nothing on gone-in-minutes", cause.id);
        }
    });
}

#[test]
fn numbers_in_two_units_need_their_unit() {
    with_shipped(|knowledge| {
        for id in ["lab-glucose", "lab-hba1c", "lab-b12", "lab-calcium"] {
            let at = knowledge.finding(id).unwrap();
            let AnswerKind::Number(kind) = &knowledge.findings[at].answer else {
                panic!("{id} is not a number");
            };
            assert!(kind.unit_needed && !kind.also.is_empty(), "{id}");
        }
    });
}
