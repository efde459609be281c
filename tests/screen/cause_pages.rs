//! What the pages of a cause say can be done, and what tests would tell.

use tingle::app::Face;
use tingle::app::browse::pages::{self, Piece};
use tingle::app::guide::{self, Layer, Sign};
use tingle::assessment::Answer;

use crate::harness::{Screen, engine};

/// A tab of the pinched nerve at the outer knee, with these answers.
fn tab(tab: &str, answers: &[(&str, Answer)]) -> Vec<Piece> {
    let mut screen = Screen::with(120, 60, |start| {
        for &(id, answer) in answers {
            start
                .answers
                .set(engine().knowledge.finding(id).unwrap(), answer);
        }
    });
    screen.press("/ text:pinched_nerve_at_the_outer_knee Enter");
    screen.press(tab);
    let pieces = pages::content(&screen.state);
    assert!(!pieces.is_empty());
    pieces
}

fn place(pieces: &[Piece], words: &str) -> Option<usize> {
    pieces
        .iter()
        .position(|piece| format!("{piece:?}").contains(words))
}

#[test]
fn with_a_dropping_foot_there_is_still_something_to_do() {
    let pieces = tab("5", &[("foot-drop", Answer::YesNo(true))]);
    let doing = place(&pieces, "Keep pressure off the nerve").unwrap();
    let avoided = place(&pieces, "Change position").unwrap();
    assert!(doing < avoided, "{pieces:?}");
}

#[test]
fn the_result_that_speaks_for_the_cause_of_the_page_comes_first() {
    let pieces = tab("3", &[("where-outer-shin", Answer::YesNo(true))]);
    let test = place(&pieces, "Nerve test").unwrap();
    let first = pieces
        .iter()
        .skip(test)
        .find(|it| matches!(it, Piece::Item(_)));
    let Some(Piece::Item(first)) = first else {
        panic!("{pieces:?}");
    };
    assert!(first.starts_with("If one nerve:"), "{first}");
    assert!(first.contains("Pinched nerve at the outer knee"), "{first}");
}

#[test]
fn on_the_telephone_one_says_when_it_began_in_plain_words() {
    for (weeks, said) in [
        (0.142857, "It has lasted 1 day so far."),
        (3.0, "It has lasted 3 weeks so far."),
        (0.571428, "It has lasted 4 days so far."),
        (8.696, "It has lasted 2 months so far."),
    ] {
        let mut screen = Screen::with(80, 60, |start| {
            start.face = Face::Guide;
            let at = |id: &str| engine().knowledge.finding(id).unwrap();
            start.answers.set(at("onset"), Answer::Level(2));
            start
                .answers
                .set(at("duration-weeks"), Answer::Number(weeks));
        });
        screen.state.guide.layer = Some(Layer::Alarm(vec![Sign::Rule(0)]));
        let text = guide::view(&screen.state).text.join(" ");
        assert!(text.contains("It began over weeks."), "{text}");
        assert!(text.contains(said), "{text}");
    }
}
