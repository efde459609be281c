//! Results of tests that somebody has in hand.

use tingle::app::guide::{self, Choice, Layer, Page, Part, progress, view};
use tingle::assessment::Answer;
use tingle::keys::Action;

use crate::clock::Kiosk;
use crate::harness::{Screen, engine};
use crate::player::{Story, play};

fn finding(id: &str) -> usize {
    engine().knowledge.finding(id).unwrap()
}

/// A walk where results are asked for.
fn asked() -> Screen {
    let story = Story::from([(finding("foot-drop"), Answer::YesNo(true))]);
    play(&story, |screen| {
        screen.state.guide.page() == Page::AskReports
    })
    .screen
}

fn choose(screen: &mut Screen, id: &str) {
    let wanted = Choice::Report(finding(id));
    let rows = view(&screen.state).rows;
    let at = rows.iter().position(|row| row.does == wanted).unwrap();
    guide::choose(&mut screen.state, at);
    screen.draw();
}

#[test]
fn one_key_passes_it_over_and_no_answer_is_given() {
    for key in ["1", "Enter", "9", "c", "Right"] {
        let mut screen = asked();
        let answers = screen.state.record.answers().clone();
        screen.press(key);
        assert!(screen.state.guide.part() > Part::Ticks, "{key}");
        assert_eq!(*screen.state.record.answers(), answers, "{key}");
    }
}

#[test]
fn a_number_is_taken_with_the_unit_one_chooses_and_with_none_by_itself() {
    let mut screen = asked();
    screen.press("2");
    choose(&mut screen, "lab-hba1c");
    screen.press("8 c");
    assert_eq!(screen.answer("lab-hba1c"), None, "8 of what?");
    assert!(screen.text().contains("unit"), "{}", screen.text());
    screen.press("Enter");
    assert_eq!(screen.answer("lab-hba1c"), None);
    let text = screen.text();
    assert!(text.contains("8 %"), "the other reading is named: {text}");
    screen.press("Down Enter");
    let Some(Answer::Number(value)) = screen.answer("lab-hba1c") else {
        panic!("no number");
    };
    assert!((value - 63.9).abs() < 0.2, "{value}");
    assert_eq!(screen.state.guide.page(), Page::Reports);
    assert!(screen.text().contains("HbA1c: "), "{}", screen.text());
    screen.press("9");
    assert!(screen.state.guide.part() > Part::Ticks);
}

#[test]
fn levels_and_yes_or_no_are_chosen_and_the_list_does_not_move() {
    let mut screen = asked();
    screen.press("2");
    let before: Vec<Choice> = view(&screen.state).rows.iter().map(|it| it.does).collect();
    assert!(before.len() > 15);
    choose(&mut screen, "ncs");
    screen.press("4");
    let levels = &engine().knowledge.words.findings[finding("ncs")].levels;
    assert_eq!(screen.answer("ncs"), Some(Answer::Level(3)), "{levels:?}");
    choose(&mut screen, "lab-paraprotein");
    screen.press("2");
    assert_eq!(screen.answer("lab-paraprotein"), Some(Answer::YesNo(false)));
    let after: Vec<Choice> = view(&screen.state).rows.iter().map(|it| it.does).collect();
    assert_eq!(after, before);
}

#[test]
fn what_would_tell_most_comes_first() {
    let mut screen = asked();
    screen.press("2");
    let first = view(&screen.state).rows[0].does;
    let told: Vec<Choice> = screen
        .state
        .assessment
        .tests
        .iter()
        .take(3)
        .flat_map(|advice| &engine().knowledge.tests[advice.test].sets)
        .map(|id| Choice::Report(finding(id)))
        .collect();
    assert!(told.contains(&first), "{first:?} {told:?}");
}

#[test]
fn a_result_that_is_an_emergency_stops_at_once() {
    let mut screen = asked();
    screen.press("2");
    choose(&mut screen, "mri-spine");
    let levels = &engine().knowledge.words.findings[finding("mri-spine")].levels;
    let pressed = levels
        .iter()
        .position(|(id, _)| *id == "cauda-or-cord-pressed")
        .unwrap();
    screen.press(&(pressed + 1).to_string());
    assert!(
        matches!(screen.state.guide.layer, Some(Layer::Alarm(_))),
        "{}",
        screen.text()
    );
    screen.press("1");
    assert_eq!(screen.state.guide.page(), Page::Reports);
}

#[test]
fn entering_results_is_no_step_and_going_back_leads_where_one_was() {
    let mut screen = asked();
    let before = progress(&screen.state);
    screen.press("2");
    choose(&mut screen, "abi");
    assert_eq!(progress(&screen.state), before);
    screen.press("text:0.8 Enter");
    assert_eq!(screen.answer("abi"), Some(Answer::Number(0.8)));
    assert_eq!(progress(&screen.state), before);
    screen.press("Esc");
    assert_eq!(screen.state.guide.page(), Page::AskReports);
    screen.press("9");
    assert_eq!(progress(&screen.state).0, before.0 + 1);
    // The answers say it, and lead back to it.
    screen.press("a");
    let rows = view(&screen.state).rows;
    let at = rows
        .iter()
        .position(|row| row.label.contains("0.8"))
        .unwrap();
    guide::choose(&mut screen.state, at);
    assert_eq!(screen.state.guide.page(), Page::AskReports);
}

#[test]
fn they_can_be_entered_later_from_the_result() {
    let mut screen = play(&Story::new(), |_| false).screen;
    assert_eq!(screen.state.guide.page(), Page::Result);
    screen.press("e");
    assert_eq!(screen.state.guide.page(), Page::Reports);
    choose(&mut screen, "abi");
    screen.press("text:0.3 Enter 9");
    assert_eq!(screen.state.guide.page(), Page::Result);
    assert_eq!(screen.answer("abi"), Some(Answer::Number(0.3)));
}

#[test]
fn a_kiosk_asks_nothing_more_and_takes_them_from_its_menu() {
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.press("1");
    let screen = &mut kiosk.screen;
    let mut lists = 0;
    while screen.state.guide.page() != Page::Result {
        assert_ne!(screen.state.guide.page(), Page::AskReports);
        lists += usize::from(screen.state.guide.part() == Part::Ticks);
        screen.state.guide.layer = None;
        if lists == 1 && screen.state.guide.part() == Part::Ticks {
            screen.draw();
            let page = screen.state.guide.page();
            guide::act(&mut screen.state, Action::OtherThings);
            let at = view(&screen.state).row_of(Action::EnterResults).unwrap();
            guide::choose(&mut screen.state, at);
            choose(screen, "abi");
            assert!(screen.text().contains("ratio"), "{}", screen.text());
            guide::act(&mut screen.state, Action::Back);
            guide::act(&mut screen.state, Action::Back);
            assert_eq!(screen.state.guide.page(), page);
        }
        screen.go_on();
    }
    assert!(lists > 3);
}
