//! Lists of emergency signs: what they ask for, and what explains their rows.

use std::time::Duration;

use tingle::app::guide::{Layer, List, Page, Part, View, view};
use tingle::app::{Face, Message};
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
                screen.press("Down");
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

#[test]
fn a_key_pressed_twice_or_held_ticks_nothing_on_a_new_list() {
    let mut screen = guide();
    to_list_of(&mut screen, "face-droop");
    for keys in ["Enter", "Enter Enter Enter Enter", "space", "y"] {
        screen.press(keys);
        assert_eq!(screen.answer("face-droop"), None, "{keys}");
        assert_eq!(screen.state.guide.layer, None, "{keys}");
        assert!(screen.text().contains("Nothing is ticked yet"), "{keys}");
    }
    // An arrow chooses the first row, and Enter ticks it.
    screen.press("Down Enter");
    assert_eq!(screen.answer("face-droop"), Some(Answer::YesNo(true)));
    // The next rows of a long list begin on no row either.
    let mut screen = guide();
    to_list_of(&mut screen, "back-both-legs");
    screen.press("9 Enter Enter");
    let yes = Some(Answer::YesNo(true));
    let mut given = screen.state.record.answers().iter();
    assert!(given.all(|(_, answer)| Some(answer) != yes));
    // A digit ticks at once.
    let mut screen = guide();
    to_list_of(&mut screen, "face-droop");
    screen.press("1");
    assert_eq!(screen.answer("face-droop"), yes);
}

#[test]
fn a_slip_that_brought_an_emergency_is_taken_back_with_one_key() {
    let mut screen = guide();
    to_list_of(&mut screen, "face-droop");
    let page = screen.state.guide.page();
    screen.press("1");
    assert!(matches!(screen.state.guide.layer, Some(Layer::Alarm(_))));
    assert!(
        screen.text().contains("3   That was a slip"),
        "{}",
        screen.text()
    );
    // A digit that comes at once may have been meant for the list.
    screen.press("3");
    assert_eq!(screen.answer("face-droop"), Some(Answer::YesNo(true)));
    screen.press("3");
    assert_eq!(screen.answer("face-droop"), None);
    assert_eq!(screen.state.guide.layer, None);
    assert_eq!(screen.state.guide.page(), page);
    screen.press("Enter Enter");
    assert_eq!(screen.answer("face-droop"), None);
    // Shown again later it offers nothing that would take back another answer.
    screen.press("1 1 1 3 !");
    assert!(matches!(screen.state.guide.layer, Some(Layer::Alarm(_))));
    assert!(!screen.text().contains("slip"));
}

#[test]
fn a_digit_pressed_twice_neither_leaves_an_emergency_nor_takes_it_back() {
    for (digit, id) in [("1", "face-droop"), ("3", "speech-trouble")] {
        let mut screen = guide();
        to_list_of(&mut screen, id);
        screen.press(digit);
        screen.press(digit);
        assert!(
            matches!(screen.state.guide.layer, Some(Layer::Alarm(_))),
            "{id}"
        );
        assert_eq!(screen.answer(id), Some(Answer::YesNo(true)));
        assert!(screen.text().contains("Please read this first"), "{id}");
        // Meant, it counts.
        screen.press(digit);
        assert_eq!(screen.state.guide.layer, None, "{id}");
    }
}

#[test]
fn a_key_that_is_held_does_not_lead_on_from_an_emergency() {
    let mut screen = guide();
    to_list_of(&mut screen, "face-droop");
    let mut at = Duration::from_secs(60);
    for _ in 0..40 {
        screen.send(Message::Time(at));
        screen.press("1");
        at += Duration::from_millis(33);
    }
    assert!(matches!(screen.state.guide.layer, Some(Layer::Alarm(_))));
    assert_eq!(screen.answer("face-droop"), Some(Answer::YesNo(true)));
    screen.send(Message::Time(at + Duration::from_secs(2)));
    screen.press("1");
    assert_eq!(screen.state.guide.layer, None);
}

#[test]
fn only_the_answer_that_brought_an_emergency_can_have_been_a_slip() {
    let mut screen = guide();
    to_list_of(&mut screen, "face-droop");
    screen.press("1");
    // Another answer since: there is no knowing which was the slip.
    let other = screen.state.engine.knowledge.finding("arm-weak").unwrap();
    screen.state.record.set(other, Some(Answer::YesNo(true)));
    assert!(!screen.text().contains("That was a slip"));
    screen.press("3 3");
    assert_eq!(screen.answer("face-droop"), Some(Answer::YesNo(true)));
    assert_eq!(screen.answer("arm-weak"), Some(Answer::YesNo(true)));
}

#[test]
fn a_single_answer_is_taken_back_on_its_own_screen() {
    let mut screen = Screen::with(80, 24, |start| {
        start.face = Face::Guide;
        for id in ["feel-numb", "exercise-tight-pain"] {
            let finding = engine().knowledge.finding(id).unwrap();
            start.answers.set(finding, Answer::YesNo(true));
        }
    });
    let pain = engine().knowledge.finding("pain-score").unwrap();
    while screen.state.guide.page() != Page::Single(pain) {
        screen.press("c");
    }
    screen.press("8 Enter");
    assert_eq!(screen.answer("pain-score"), Some(Answer::Number(8.0)));
    assert!(matches!(screen.state.guide.layer, Some(Layer::Alarm(_))));
    screen.press("3 3");
    assert_eq!(screen.answer("pain-score"), None);
    assert_eq!(screen.state.guide.layer, None);
    assert_eq!(screen.state.guide.page(), Page::Single(pain));
}

/// Goes on through the whole walk. Returns the findings of its single questions.
fn asked_in_passing(screen: &mut Screen) -> Vec<usize> {
    let mut asked = Vec::new();
    for _ in 0..200 {
        match screen.state.guide.page() {
            Page::Result => return asked,
            Page::Single(finding) if asked.last() != Some(&finding) => asked.push(finding),
            _ => {}
        }
        screen.press("c");
    }
    panic!("no result");
}

#[test]
fn what_was_passed_over_is_not_asked_a_second_time() {
    let mut asked = asked_in_passing(&mut guide());
    let count = asked.len();
    asked.sort_unstable();
    asked.dedup();
    assert_eq!(asked.len(), count);
}

#[test]
fn where_the_skin_is_red_is_not_asked_of_skin_that_is_not() {
    let at = |id: &str| engine().knowledge.finding(id).unwrap();
    let asked = asked_in_passing(&mut guide());
    assert!(!asked.contains(&at("red-warm-where")));
    let mut screen = guide();
    to_list_of(&mut screen, "skin-red");
    let rows = view(&screen.state).rows;
    let red = rows.iter().position(|row| row.label == label("skin-red"));
    tingle::app::guide::choose(&mut screen.state, red.unwrap());
    screen.state.guide.layer = None;
    assert!(asked_in_passing(&mut screen).contains(&at("red-warm-where")));
}

#[test]
fn the_place_in_the_walk_never_jumps() {
    let mut screen = guide();
    let mut before = (0, 0, 0);
    for _ in 0..200 {
        let place = tingle::app::guide::place(&screen.state);
        let numbers: Vec<usize> = place
            .split(|letter: char| !letter.is_ascii_digit())
            .filter_map(|it| it.parse().ok())
            .collect();
        let now = (
            numbers[0],
            *numbers.get(2).unwrap_or(&1),
            *numbers.get(3).unwrap_or(&0),
        );
        assert!((now.0, now.1) >= (before.0, before.1), "{before:?} {place}");
        if now.0 == before.0 {
            assert_eq!(now.2, before.2, "{place}");
        }
        before = now;
        if screen.state.guide.page() == Page::Result {
            assert_eq!(place, "part 6 of 6");
            return;
        }
        screen.press("c");
    }
    panic!("no result");
}
