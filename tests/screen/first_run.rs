//! The first-run page: every key it names works, closing it on the way.

use tingle::app::browse::SignRow;
use tingle::app::{Effect, Face, Over, Pane};

use crate::harness::Screen;

fn first_run(columns: u16, rows: u16) -> Screen {
    Screen::with(columns, rows, |start| start.welcome = true)
}

#[test]
fn every_key_named_does_what_it_says() {
    let mut screen = first_run(80, 24);
    screen.press("g");
    assert_eq!(screen.state.face, Face::Guide);
    assert_eq!(screen.effects, [Effect::Welcomed]);

    let mut screen = first_run(80, 24);
    screen.press("Down");
    assert!(screen.state.over.is_empty());
    assert_eq!(screen.effects, [Effect::Welcomed]);
    assert!(matches!(screen.state.browse.signs.at, SignRow::Sign(_)));

    let mut screen = first_run(80, 24);
    screen.press("Space");
    assert!(screen.state.over.is_empty());
    assert!(screen.text().contains("goes to its first sign"));

    let mut screen = first_run(80, 24);
    screen.press("?");
    assert_eq!(screen.effects, [Effect::Welcomed]);
    assert!(screen.text().contains("HELP"));
    screen.press("Esc");
    assert!(screen.state.over.is_empty());
}

#[test]
fn any_other_key_that_writes_begins() {
    for key in ["q", "ж", "5", "Enter", "Esc", "Tab"] {
        let mut screen = first_run(80, 24);
        screen.press(key);
        assert!(screen.state.over.is_empty(), "{key}");
        assert_eq!(screen.effects, [Effect::Welcomed], "{key}");
        assert!(screen.state.record.answers().is_empty(), "{key}");
    }
    let mut screen = first_run(80, 24);
    screen.press("/");
    assert!(matches!(screen.state.over.last(), Some(Over::Find(_))));
}

#[test]
fn a_page_that_goes_on_is_read_first_and_still_names_the_guide() {
    let mut screen = first_run(40, 12);
    let text = screen.text();
    assert!(text.contains("g guide me"), "{text}");
    screen.press("Down");
    assert!(matches!(screen.state.over.last(), Some(Over::Read(_))));
    for _ in 0..60 {
        screen.press("Down");
    }
    assert!(screen.state.over.is_empty());
    assert_eq!(screen.state.browse.pane, Pane::Signs);
}

#[test]
fn the_help_names_the_guide_and_its_key_works_there() {
    let mut screen = Screen::new(80, 24);
    screen.press("? g");
    assert_eq!(screen.state.face, Face::Guide);
    assert!(screen.state.over.is_empty());
}
