//! The walkthrough: keys in, screens out.

use tingle::app::Face;
use tingle::app::guide::{Layer, Page, Part, progress, view};
use tingle::knowledge::Urgency;

use crate::harness::{Screen, engine};

/// A walkthrough at its first screen.
pub fn guide() -> Screen {
    Screen::with(80, 24, |start| start.face = Face::Guide)
}

fn page(screen: &Screen) -> Page {
    screen.state.guide.page()
}

/// Goes on until the screen asks this finding by itself.
fn to_single(screen: &mut Screen, id: &str) {
    let finding = engine().knowledge.finding(id).unwrap();
    for _ in 0..40 {
        if page(screen) == Page::Single(finding) {
            return;
        }
        screen.press("c");
    }
    panic!("{id} was not asked");
}

#[test]
fn saying_nothing_but_going_on_leads_to_the_result_within_the_bound() {
    let mut screen = guide();
    let mut before = (0, usize::MAX);
    for _ in 0..200 {
        let (at, of) = progress(&screen.state);
        assert!(
            at > before.0 && of <= before.1,
            "{before:?} then {at} of {of}"
        );
        before = (at, of);
        if page(&screen) == Page::Result {
            let (at, of) = progress(&screen.state);
            assert_eq!(at, of);
            return;
        }
        // A long list of emergency signs is gone through row by row.
        let here = page(&screen);
        for _ in 0..9 {
            if page(&screen) == here {
                screen.press("c");
            }
        }
    }
    panic!("no result");
}

#[test]
fn an_alarm_sign_stops_the_walk_at_once_and_one_may_go_on() {
    let mut screen = guide();
    screen.press("1 1");
    to_single(&mut screen, "sex");
    screen.press("2");
    assert!(
        matches!(page(&screen), Page::Ticks(_)),
        "{:?}",
        page(&screen)
    );
    assert_eq!(screen.state.guide.part(), Part::Emergency);
    screen.press("1");
    assert!(matches!(screen.state.guide.layer, Some(Layer::Alarm(_))));
    let shown = view(&screen.state);
    assert!(shown.alarm && shown.heading.contains("112"), "{shown:?}");
    // The key that brought it, once more by mistake, does not lead on from it.
    screen.press("1");
    assert!(matches!(screen.state.guide.layer, Some(Layer::Alarm(_))));
    screen.press("1");
    assert_eq!(screen.state.guide.layer, None);
    assert!(matches!(page(&screen), Page::Ticks(_)));
    // Taken back, the screen says so.
    screen.press("1");
    assert!(screen.state.assessment.triage.urgency < Urgency::Now);
    assert!(screen.state.notice.is_some());
}

#[test]
fn what_is_left_empty_counts_as_no_and_the_rest_can_be_not_sure() {
    let mut screen = guide();
    to_single(&mut screen, "sex");
    screen.press("1");
    screen.press("9");
    assert_eq!(
        screen.answer("face-droop"),
        Some(tingle::assessment::Answer::YesNo(false))
    );
    screen.press("o");
    assert_eq!(
        screen.answer("tearing-pain"),
        Some(tingle::assessment::Answer::NotSure)
    );
}

#[test]
fn going_back_and_forth_changes_no_answer() {
    let mut screen = guide();
    while page(&screen) != Page::Result {
        screen.press("c");
    }
    let answers = screen.state.record.answers().clone();
    let assessment = screen.state.assessment.clone();
    for _ in 0..20 {
        screen.press("Esc");
    }
    assert_ne!(page(&screen), Page::Result);
    for _ in 0..40 {
        if page(&screen) != Page::Result {
            screen.press("Right");
        }
    }
    assert_eq!(*screen.state.record.answers(), answers);
    assert_eq!(screen.state.assessment, assessment);
    assert_eq!(page(&screen), Page::Result);
}

#[test]
fn the_browser_and_the_walk_share_their_answers() {
    let mut screen = Screen::new(80, 24);
    screen.press("g");
    assert_eq!(screen.state.face, Face::Guide);
    to_single(&mut screen, "age");
    screen.press("4 1 Enter");
    let answer = screen.answer("age");
    assert_eq!(answer, Some(tingle::assessment::Answer::Number(41.0)));
    screen.press("x");
    assert_eq!(screen.state.face, Face::Browse);
    assert_eq!(screen.answer("age"), answer);
    // Back where one was.
    screen.press("g");
    let sex = engine().knowledge.finding("sex").unwrap();
    assert_eq!(page(&screen), Page::Single(sex));
}
