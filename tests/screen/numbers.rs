//! Pages where a number is typed.

use tingle::app::guide::{Page, view};
use tingle::assessment::Answer;

use crate::guide::guide;
use crate::harness::{Screen, engine};

fn to_number(screen: &mut Screen, id: &str) {
    let finding = engine().knowledge.finding(id).unwrap();
    for _ in 0..90 {
        if screen.state.guide.page() == Page::Single(finding) {
            return;
        }
        screen.press("c");
    }
    panic!("{id} was not asked");
}

#[test]
fn the_digit_that_goes_on_elsewhere_is_no_number_by_habit() {
    let mut screen = guide();
    to_number(&mut screen, "pain-score");
    screen.press("9 Enter");
    assert_eq!(screen.answer("pain-score"), None);
    assert!(screen.text().contains("Is 9 right?"), "{}", screen.text());
    // Typed anew it is asked about again ...
    screen.press("Backspace 9");
    assert!(!screen.text().contains("Is 9 right?"));
    // ... and confirmed it counts.
    screen.press("Enter Enter");
    assert_eq!(screen.answer("pain-score"), Some(Answer::Number(9.0)));
    // What was confirmed is kept without another word.
    screen.press("Esc Enter");
    assert_eq!(screen.answer("pain-score"), Some(Answer::Number(9.0)));
    assert!(!screen.text().contains("Is 9 right?"));
}

#[test]
fn going_on_by_letter_asks_about_such_a_number_too() {
    let mut screen = guide();
    to_number(&mut screen, "age");
    screen.press("9 9 c");
    assert_eq!(screen.answer("age"), None);
    assert!(screen.text().contains("Is 99 right?"), "{}", screen.text());
    screen.press("Backspace Backspace 4 5 Enter");
    assert_eq!(screen.answer("age"), Some(Answer::Number(45.0)));
}

#[test]
fn a_row_says_what_it_takes_and_a_wrong_number_what_is_possible() {
    let mut screen = guide();
    to_number(&mut screen, "pain-score");
    assert_eq!(view(&screen.state).rows[0].label, "Take __ of 10");
    screen.press("1 2");
    assert_eq!(view(&screen.state).rows[0].label, "Take 12 of 10");
    screen.press("Enter");
    let fault = view(&screen.state).field.unwrap().fault.unwrap();
    assert!(fault.contains("from 0 to 10"), "{fault}");
}
