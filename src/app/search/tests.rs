use std::sync::LazyLock;

use super::*;
use crate::knowledge::Files;

static KNOWLEDGE: LazyLock<Knowledge<'static>> = LazyLock::new(|| {
    let files: &'static Files = Box::leak(Box::new(Files::embedded()));
    Knowledge::load(files).unwrap()
});

fn found(typed: &str) -> Vec<Entry> {
    entries(&KNOWLEDGE, &Language::english().unwrap(), typed)
}

fn ids(entries: &[Entry]) -> Vec<&'static str> {
    entries.iter().map(|&entry| KNOWLEDGE.id(entry)).collect()
}

fn signs(typed: &str) -> Vec<&'static str> {
    let found = findings(&KNOWLEDGE, &Language::english().unwrap(), typed);
    ids(&found.into_iter().map(Entry::Finding).collect::<Vec<_>>())
}

/// What people type, and what has to be among the first three.
const NEAR: [(&str, &[&str]); 40] = [
    ("tipalgia", &["where-outer-shin"]),
    ("pins and needles", &["feel-tingling"]),
    ("pins and neddles", &["feel-tingling"]),
    ("tingeling", &["feel-tingling"]),
    ("tingling", &["feel-tingling"]),
    ("slipped disk", &["slipped-disc", "disc-l5"]),
    ("herniated", &["slipped-disc", "disc-l5"]),
    ("herniated disc", &["slipped-disc", "disc-l5"]),
    ("can't lift foot", &["foot-drop"]),
    ("cannot lift", &["foot-drop"]),
    ("cannot lift my foot", &["foot-drop"]),
    ("foot drop", &["foot-drop", "foot-drop-term"]),
    ("footdrop", &["foot-drop"]),
    ("numb shin foot drops", &["foot-drop"]),
    ("siatica", &["sciatica"]),
    ("sciatica", &["sciatica"]),
    ("NCS", &["nerve-test"]),
    ("EMG", &["nerve-conduction"]),
    ("numb", &["feel-numb"]),
    ("numbness", &["numbness"]),
    ("diabetes", &["diabetes"]),
    ("diabetis", &["diabetes"]),
    ("diabetic", &["diabetic-pn"]),
    ("stroke", &["stroke-tia"]),
    ("clot", &["dvt"]),
    ("DVT", &["dvt"]),
    ("MRI", &["mri-of-spine", "mri"]),
    ("blood thiner", &["blood-thinner"]),
    ("gabapentin", &["nerve-pain-medicines"]),
    ("gabapentine", &["nerve-pain-medicines"]),
    ("peroneal", &["peroneal-nerve"]),
    ("paraesthesia", &["feel-tingling"]),
    ("paresthesia", &["pins-and-needles"]),
    ("burning feet", &["erythromelalgia"]),
    ("RF12", &["RF12"]),
    ("vitamin b12", &["b12"]),
    ("restless legs", &["rls"]),
    ("shingles", &["zoster"]),
    ("my leg is swollen", &["swelling-one"]),
    ("claudication", &["claudication"]),
];

#[test]
fn what_people_type_finds_what_they_mean() {
    let mut wrong = Vec::new();
    for (typed, wanted) in NEAR {
        let found = ids(&found(typed));
        let near: Vec<_> = found.iter().take(8).collect();
        for id in wanted {
            if !found.iter().take(3).any(|found| found == id) {
                wrong.push(format!("{typed}: {id} not in {near:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_first_is_what_enter_opens() {
    let mut wrong = Vec::new();
    for (typed, wanted) in [
        ("siatica", "sciatica"),
        ("numb", "feel-numb"),
        ("can't lift foot", "foot-drop"),
        ("pins and neddles", "feel-tingling"),
        ("diabetis", "diabetes"),
        ("claudication", "claudication"),
        ("which leg", "side"),
        ("top of the foot", "where-foot-top"),
    ] {
        let found = ids(&found(typed));
        if found.first() != Some(&wanted) {
            wrong.push(format!("{typed}: {:?}", found.iter().take(5)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_named_after_it_is_near() {
    for (typed, wanted) in [
        ("numbness", "feel-numb"),
        ("diabetes", "diabetic-pn"),
        ("diabetis", "diabetic-pn"),
        ("nerve test", "nerve-conduction"),
        ("slipped disk", "disc-s1"),
        ("herniated", "disc-l4"),
    ] {
        let found = ids(&found(typed));
        let near: Vec<_> = found.iter().take(9).collect();
        assert!(near.contains(&&wanted), "{typed}: {near:?}");
    }
}

#[test]
fn a_name_in_a_source_finds_the_source() {
    let found = found("Jeon");
    assert!(matches!(found.first(), Some(Entry::Source(_))), "{found:?}");
}

#[test]
fn a_kind_lists_that_kind() {
    for (typed, kind) in [
        ("red flag", Kind::Rule),
        ("Red flags", Kind::Rule),
        ("is it urgent", Kind::Rule),
        ("self-check", Kind::SelfExam),
        ("test", Kind::Test),
        ("glossary", Kind::Term),
        ("term", Kind::Term),
        ("source", Kind::Source),
        ("treatment", Kind::Treatment),
    ] {
        let all = KNOWLEDGE.entries(kind);
        assert_eq!(found(typed).get(..all.len()), Some(&all[..]), "{typed}");
    }
    let named = found("treatment for a slipped disc");
    assert!(matches!(named.first(), Some(Entry::Treatment(_))));
    assert!(named.len() > 3);
}

#[test]
fn a_sign_is_found_by_its_words_a_slip_and_a_term() {
    for (typed, wanted) in [
        ("foot drops", "foot-drop"),
        ("burning", "feel-burning"),
        ("brning", "feel-burning"),
        ("paraesthesia", "feel-tingling"),
        ("outer shin", "where-outer-shin"),
        ("tingeling", "feel-tingling"),
        ("can't lift my foot", "foot-drop"),
    ] {
        let found = signs(typed);
        assert!(
            found.iter().take(8).any(|id| *id == wanted),
            "{typed}: {found:?}"
        );
    }
}

#[test]
fn letters_scattered_over_a_name_are_no_match() {
    assert_eq!(signs("qxz"), Vec::<&str>::new());
    assert!(signs("burning").len() < 25);
}

#[test]
fn every_beginning_of_a_word_finds_something() {
    for word in ["numbness", "sciatica", "peroneal nerve", "pins and needles"] {
        for (end, _) in word.char_indices().skip(1) {
            let typed = &word[..end];
            assert!(!found(typed).is_empty(), "{typed}");
        }
    }
}

#[test]
fn words_that_say_nothing_alone_are_taken_as_they_are() {
    assert!(!found("it").is_empty());
    assert!(found(" ,. ").is_empty());
}
