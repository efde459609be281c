//! Lists of emergency signs: what they ask for, and what explains their rows.

use tingle::app::Face;
use tingle::app::guide::{List, Page, Part, View, view};
use tingle::assessment::Answer;
use tingle::knowledge::Urgency;

use crate::guide::guide;
use crate::harness::{Screen, engine};

/// Goes on to the list of emergency signs that asks this.
fn to_list_of(screen: &mut Screen, id: &str) {
    let label = label(id);
    for _ in 0..90 {
        let list = matches!(screen.state.guide.page(), Page::Ticks(List::Emergency(_)));
        if list
            && view(&screen.state)
                .rows
                .iter()
                .any(|row| row.label == label)
        {
            return;
        }
        screen.press("c");
    }
    panic!("{id} is on no list");
}

fn label(id: &str) -> String {
    let finding = engine().knowledge.finding(id).unwrap();
    engine().knowledge.words.findings[finding].label.to_owned()
}

fn recent(shown: &View) -> bool {
    shown.text.iter().any(|text| text.contains("last days"))
}

#[test]
fn a_list_about_the_past_does_not_ask_for_the_last_days() {
    for id in [
        "cancer",
        "chemo",
        "diabetes",
        "surgery-12wk",
        "med-blood-thinner",
    ] {
        let mut screen = guide();
        to_list_of(&mut screen, id);
        let shown = view(&screen.state);
        assert!(!recent(&shown), "{id}: {:?}", shown.text);
        assert!(shown.text[0].contains("past"), "{id}: {:?}", shown.text);
    }
    for id in ["face-droop", "weak-leg", "bladder-cant-pass", "skin-cold"] {
        let mut screen = guide();
        to_list_of(&mut screen, id);
        assert!(recent(&view(&screen.state)), "{id}");
    }
}

#[test]
fn a_row_is_explained_also_below_an_urgency() {
    for banner in ["foot-drop", "diabetes"] {
        let mut screen = Screen::with(80, 24, |start| {
            start.face = Face::Guide;
            for id in [banner, "feel-numb"] {
                let finding = engine().knowledge.finding(id).unwrap();
                start.answers.set(finding, Answer::YesNo(true));
            }
        });
        screen.press("c");
        let mut seen = 0;
        for _ in 0..90 {
            if let Page::Ticks(List::Emergency(_)) = screen.state.guide.page() {
                assert!(view(&screen.state).banner.is_some());
                seen += usize::from(explained(&mut screen));
                screen.press("Down");
                seen += usize::from(explained(&mut screen));
            } else if screen.state.guide.part() > Part::Emergency {
                break;
            }
            screen.press("c");
        }
        assert!(seen > 10, "{banner}: {seen}");
        assert!(screen.state.assessment.triage.urgency < Urgency::Now);
    }
}

/// The screen begins to explain the row under the cursor, and if not to the end,
/// says which key tells the rest.
fn explained(screen: &mut Screen) -> bool {
    let shown = view(&screen.state);
    let note = &shown.rows[screen.state.guide.row].note;
    let text = screen.text();
    let words: Vec<&str> = note.split(' ').collect();
    let begin = words[..4].join(" ");
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(&begin), "no word about {note:?}:\n{text}");
    let end = words[words.len() - 3..].join(" ");
    assert!(
        flat.contains(&end) || flat.contains("… i") || flat.contains("… 7"),
        "the rest of {note:?} is nowhere:\n{text}"
    );
    true
}
