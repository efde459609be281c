//! What a red flag looks for, beside causes that are likelier.

use tingle::app::{Face, guide};
use tingle::assessment::Answer;

use crate::harness::{Screen, engine};

#[test]
fn what_a_red_flag_looks_for_stands_above_the_likely_causes() {
    let flagged = |face, columns, rows| {
        Screen::with(columns, rows, |start| {
            start.face = face;
            let finding = engine().knowledge.finding("where-saddle").unwrap();
            start.answers.set(finding, Answer::YesNo(true));
        })
    };
    for (columns, rows) in [(120, 36), (80, 24), (100, 30)] {
        let text = flagged(Face::Browse, columns, rows).text();
        let flag = text
            .find("A DOCTOR MUST RULE")
            .unwrap_or_else(|| panic!("{text}"));
        let bar = text.find("in 10").unwrap();
        assert!(flag < bar, "{text}");
        assert_eq!(text.matches("New numbness between").count(), 1, "{text}");
    }
    let screen = flagged(Face::Guide, 80, 24);
    let pieces = guide::result::chapter(&screen.state, guide::Chapter::Causes);
    let flag = pieces
        .iter()
        .position(|it| matches!(it, guide::Piece::Warning(text) if text.contains("cauda equina")));
    let cause = pieces
        .iter()
        .position(|it| matches!(it, guide::Piece::Cause { .. }));
    assert!(flag.unwrap() < cause.unwrap(), "{pieces:?}");
    // Without one the list begins at once.
    let calm = Screen::with(80, 24, |start| {
        let finding = engine().knowledge.finding("where-calf-back").unwrap();
        start.answers.set(finding, Answer::YesNo(true));
    });
    let pieces = guide::result::chapter(&calm.state, guide::Chapter::Causes);
    assert!(
        !pieces
            .iter()
            .any(|it| matches!(it, guide::Piece::Warning(_)))
    );
}
