//! The countdown of a self-check.

use std::time::Duration;

use tingle::app::Message;
use tingle::app::guide::check::Stage;

use crate::checks::{all_no, at, begin, exam, list};
use crate::harness::Screen;

/// The big toe lift, at its timed step.
fn timed() -> Screen {
    let mut screen = list(80, 24, all_no());
    begin(&mut screen, exam("big-toe-lift"));
    while at(&screen) != Stage::Step(2) {
        screen.press("c");
    }
    screen
}

fn seconds(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

#[test]
fn a_countdown_wakes_once_a_second_and_never_at_rest() {
    let mut screen = timed();
    assert_eq!(screen.state.deadline(), None);
    screen.send(Message::Time(seconds(7.25)));
    screen.press("1");
    let mut woken = Vec::new();
    while let Some(deadline) = screen.state.deadline() {
        woken.push(deadline);
        screen.send(Message::Wake(deadline));
    }
    let wanted: Vec<Duration> = (1..=5).map(|at| seconds(7.25 + f64::from(at))).collect();
    assert_eq!(woken, wanted);
    assert!(screen.text().contains("The time is over."));
    // Once more, from its beginning.
    screen.press("1");
    assert_eq!(screen.state.deadline(), Some(seconds(13.25)));
    assert!(screen.text().contains("5 seconds left"));
}

#[test]
fn a_countdown_pauses_goes_on_and_begins_again() {
    let mut screen = timed();
    screen.press("t");
    screen.send(Message::Time(seconds(2.5)));
    screen.press("1");
    assert_eq!(screen.state.deadline(), None);
    assert!(
        screen.text().contains("Paused with 3 seconds left"),
        "{}",
        screen.text()
    );
    screen.send(Message::Time(seconds(60.0)));
    screen.press("1");
    assert_eq!(screen.state.deadline(), Some(seconds(60.5)));
    screen.press("1 3");
    assert_eq!(screen.state.deadline(), Some(seconds(61.0)));
    assert!(screen.text().contains("5 seconds left"));
}

#[test]
fn leaving_stops_the_countdown() {
    for keys in ["c", "0", "x"] {
        let mut screen = timed();
        screen.press("1");
        assert!(screen.state.deadline().is_some());
        screen.press(keys);
        assert_eq!(screen.state.deadline(), None, "{keys}");
    }
    // Back from the browser it waits where it was.
    let mut screen = timed();
    screen.press("1");
    screen.send(Message::Time(seconds(2.0)));
    screen.press("x g");
    assert_eq!(screen.state.deadline(), None);
    assert!(screen.text().contains("Paused with 3 seconds left"));
}

#[test]
fn with_reduced_motion_only_start_and_end_are_shown() {
    let mut screen = timed();
    screen.state.settings.reduced_motion = true;
    screen.press("1");
    assert_eq!(screen.state.deadline(), Some(seconds(5.0)));
    let before = screen.text();
    screen.send(Message::Time(seconds(3.0)));
    assert_eq!(screen.text(), before);
    screen.send(Message::Wake(seconds(5.0)));
    assert_eq!(screen.state.deadline(), None);
    assert!(screen.text().contains("The time is over."));
}
