//! Going back to an answer, starting over, leaving and coming back, the map.

use tingle::app::Face;
use tingle::app::guide::{Layer, Page, Part, view};
use tingle::assessment::Answer;

use crate::guide::guide;
use crate::harness::{Screen, engine};
use crate::player::{Story, play};

fn finding(id: &str) -> usize {
    engine().knowledge.finding(id).unwrap()
}

/// A walk in the checklists.
fn in_the_lists() -> Screen {
    play(&Story::new(), |screen| {
        screen.state.guide.part() == Part::Ticks
    })
    .screen
}

#[test]
fn an_earlier_answer_is_changed_and_one_is_back_where_one_was() {
    let mut screen = in_the_lists();
    let page = screen.state.guide.page();
    screen.press("a");
    assert_eq!(screen.state.guide.layer, Some(Layer::Review));
    let rows = view(&screen.state).rows;
    assert!(rows[1].label.contains("age:"), "{}", rows[1].label);
    screen.press("2");
    assert_eq!(screen.state.guide.page(), Page::Single(finding("age")));
    assert!(screen.state.notice.is_some());
    screen.press("5 5 Enter");
    assert_eq!(screen.answer("age"), Some(Answer::Number(55.0)));
    assert_eq!(screen.state.guide.page(), page);
    // The list says the new answer; Esc from a visit leads to the list.
    screen.press("a 2");
    assert!(screen.text().contains("55"));
    screen.press("Esc");
    assert_eq!(screen.state.guide.layer, Some(Layer::Review));
    assert!(screen.text().contains("55 years"));
    screen.press("9");
    assert_eq!(screen.state.guide.layer, None);
    assert_eq!(screen.state.guide.page(), page);
}

#[test]
fn starting_over_is_asked_first_and_can_be_undone() {
    let mut screen = in_the_lists();
    let answers = screen.state.record.answers().clone();
    screen.press("X 1");
    assert_eq!(*screen.state.record.answers(), answers);
    screen.press("X 2");
    assert!(screen.state.record.answers().is_empty());
    assert_eq!(screen.state.guide.page(), Page::Start);
    screen.press("z");
    assert_eq!(*screen.state.record.answers(), answers);
}

#[test]
fn leaving_for_the_browser_loses_nothing() {
    let mut screen = in_the_lists();
    let (page, answers) = (
        screen.state.guide.page(),
        screen.state.record.answers().clone(),
    );
    screen.press("x");
    assert_eq!(screen.state.face, Face::Browse);
    screen.press("g");
    assert_eq!(screen.state.guide.page(), page);
    assert_eq!(*screen.state.record.answers(), answers);
}

#[test]
fn the_map_ticks_the_list_of_places() {
    let mut screen = in_the_lists();
    for _ in 0..10 {
        if view(&screen.state)
            .actions
            .contains(&tingle::keys::Action::BodyMap)
        {
            break;
        }
        screen.press("9");
    }
    let before = screen.state.record.answers().clone();
    let page = screen.state.guide.page();
    screen.press("b Space Esc");
    assert_eq!(screen.state.guide.page(), page);
    assert_ne!(*screen.state.record.answers(), before);
    let ticked = view(&screen.state)
        .rows
        .iter()
        .filter(|row| row.mark.is_chosen())
        .count();
    assert!(ticked > 0, "{}", screen.text());
}

#[test]
fn open_emergency_questions_are_one_key_away() {
    let mut screen = guide();
    while screen.state.guide.page() != Page::Result {
        screen.press("c");
    }
    assert!(!screen.state.assessment.triage.open_screening.is_empty());
    let text = screen.text();
    assert!(
        text.contains("6   Answer the open emergency questions"),
        "{text}"
    );
    screen.press("6");
    assert_eq!(screen.state.guide.part(), Part::Emergency);
    screen.press("c");
    assert_eq!(screen.state.guide.page(), Page::Result);
}

#[test]
fn an_emergency_is_not_left_in_passing() {
    let mut screen = guide();
    screen.press("1 1 7 0 Enter 2 1");
    assert!(matches!(screen.state.guide.layer, Some(Layer::Alarm(_))));
    for key in [
        "Left", "Right", "Down", "Up", "Space", "n", "u", "o", "b", "PageDown", "5",
    ] {
        screen.press(key);
        assert!(
            matches!(screen.state.guide.layer, Some(Layer::Alarm(_))),
            "{key}"
        );
    }
    screen.press("1");
    assert_eq!(screen.state.guide.layer, None);
    // The urgency line leads back to it.
    let text = screen.text();
    assert!(text.contains("! EMERGENCY. CALL 112 NOW"), "{text}");
    screen.press("!");
    assert!(matches!(screen.state.guide.layer, Some(Layer::Alarm(_))));
}

#[test]
fn what_to_say_on_the_telephone_is_made_from_the_answers() {
    let story = Story::from([
        (finding("age"), Answer::Number(70.0)),
        (finding("sex"), Answer::Level(1)),
        (finding("med-blood-thinner"), Answer::YesNo(true)),
    ]);
    let mut walk = play(&story, |screen| screen.state.guide.part() == Part::Ticks);
    walk.screen.state.size = (80, 60);
    let face = finding("face-droop");
    walk.screen.state.answer(face, Some(Answer::YesNo(true)));
    let text = walk.screen.text();
    for words in [
        "Say on the telephone",
        "Where you are",
        "Age 70, male",
        "one side of the face droops",
        "Medicines: a blood thinner",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}
