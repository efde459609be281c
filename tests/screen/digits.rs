//! Every action that a screen of the walkthrough names can be done with digits
//! alone; where a number is typed, with arrows and Enter.

use tingle::app::guide::{
    self, Choice, Layer, Page, Part, Sign, at_hand, digits, of_action, of_row, view,
};
use tingle::app::{Face, State, kiosk};
use tingle::keys::Action;

use crate::clock::Kiosk;
use crate::guide::guide;
use crate::harness::{Screen, engine};

/// A row or action without a digit is named; so is a digit with two meanings.
fn holds(state: &State, name: &str) {
    let shown = view(state);
    let name = format!(
        "{name}: {:?} {:?} {}",
        state.guide.page(),
        state.guide.layer,
        shown.question
    );
    for &action in &shown.actions {
        if state.kiosk.is_none() || kiosk::allowed(action) {
            assert!(at_hand(state, &shown, action), "{name}: {action:?}");
        }
    }
    if shown.field.is_some() {
        return;
    }
    // Beside its row going on may have its own digit, for the same thing.
    let digits = digits(state);
    let mut used = vec![digits.back];
    if shown.listed {
        used.extend(1..=digits.rows);
    } else {
        for at in 0..shown.rows.len() {
            used.push(of_row(state, &shown, at).unwrap_or_else(|| panic!("{name}: row {at}")));
        }
    }
    for &action in &shown.actions {
        let row = !shown.listed && shown.row_of(action).is_some();
        if action != Action::Back && !row {
            used.extend(of_action(state, &shown, action));
        }
    }
    let all = used.len();
    used.sort_unstable();
    used.dedup();
    assert_eq!(
        used.len(),
        all,
        "{name}: a digit does two things: {shown:?}"
    );
    assert!(used.iter().all(|digit| *digit <= 9), "{name}");
    if state.kiosk.is_some() {
        assert!(!used.contains(&0) && !used.contains(&9), "{name}");
    }
}

/// The same with everything that can lie over the screen.
fn holds_with_layers(state: &mut State) {
    holds(state, "screen");
    let row = state.guide.row;
    let before = state.guide.layer.take();
    let layers = [
        Layer::SoFar,
        Layer::Review,
        Layer::Why,
        Layer::Meaning,
        Layer::Alarm(vec![Sign::Rule(0)]),
    ];
    for layer in layers {
        state.guide.layer = Some(layer);
        holds(state, "layer");
        menu_holds(state);
    }
    state.guide.layer = before;
    menu_holds(state);
    state.guide.row = row;
}

fn menu_holds(state: &mut State) {
    let layer = state.guide.layer.clone();
    guide::act(state, Action::OtherThings);
    if matches!(state.guide.layer, Some(Layer::Menu(_))) {
        holds(state, "menu");
        guide::act(state, Action::OtherThings);
    }
    assert_eq!(state.guide.layer, layer);
}

/// Goes through the whole walk and looks at every screen.
fn walk_through(screen: &mut Screen) {
    for _ in 0..120 {
        screen.state.guide.layer = None;
        holds_with_layers(&mut screen.state);
        let page = screen.state.guide.page();
        match page {
            Page::Result => return,
            Page::Checks => {
                let exams = engine().knowledge.self_exams.len();
                for exam in 0..exams {
                    through_check(&mut screen.state, exam);
                }
            }
            _ => {}
        }
        if screen.state.guide.part() == Part::Ticks {
            through_reports(&mut screen.state);
        }
        screen.go_on();
    }
    panic!("no result");
}

fn through_check(state: &mut State, exam: usize) {
    let rows = view(state).rows;
    let Some(at) = rows.iter().position(|row| row.does == Choice::Check(exam)) else {
        return;
    };
    guide::choose(state, at);
    for _ in 0..60 {
        let Page::Check(_) = state.guide.page() else {
            return;
        };
        holds(state, "check");
        menu_holds(state);
        guide::act(state, Action::GoOn);
        state.guide.layer = None;
    }
    panic!("check {exam} has no end");
}

fn through_reports(state: &mut State) {
    let page = state.guide.page();
    guide::act(state, Action::EnterResults);
    assert_eq!(state.guide.page(), Page::Reports);
    holds_with_layers(state);
    for at in 0..view(state).rows.len() {
        guide::choose(state, at);
        assert!(matches!(state.guide.page(), Page::Single(_)));
        holds_with_layers(state);
        guide::act(state, Action::Back);
    }
    guide::act(state, Action::Back);
    assert_eq!(state.guide.page(), page);
}

#[test]
fn every_action_that_a_screen_names_can_be_done_with_digits_alone() {
    walk_through(&mut guide());
}

#[test]
fn so_it_is_in_a_kiosk() {
    let mut kiosk = Kiosk::new(80, 24);
    kiosk.press("1");
    walk_through(&mut kiosk.screen);
}

/// Goes on to the first screen that fits.
fn to(screen: &mut Screen, fits: impl Fn(&State) -> bool) {
    for _ in 0..80 {
        if fits(&screen.state) {
            screen.draw();
            return;
        }
        screen.state.guide.layer = None;
        screen.go_on();
    }
    panic!("no such screen");
}

#[test]
fn what_the_menu_says_is_what_it_does() {
    // The row of the menu, and what follows.
    let layer = |wanted: Layer| move |state: &State| state.guide.layer == Some(wanted.clone());
    type Follows = Box<dyn Fn(&State) -> bool>;
    let table: [(Action, Follows); 8] = [
        (Action::WhyAsked, Box::new(layer(Layer::Why))),
        (Action::Explain, Box::new(layer(Layer::Meaning))),
        (Action::SoFar, Box::new(layer(Layer::SoFar))),
        (Action::Review, Box::new(layer(Layer::Review))),
        (
            Action::BodyMap,
            Box::new(|state| matches!(state.over.last(), Some(tingle::app::Over::Body))),
        ),
        (
            Action::EnterResults,
            Box::new(|state| state.guide.page() == Page::Reports),
        ),
        (Action::Leave, Box::new(|state| state.face == Face::Browse)),
        (
            Action::Help,
            Box::new(|state| !state.over.is_empty() && state.guide.layer.is_none()),
        ),
    ];
    for (action, follows) in table {
        let mut screen = guide();
        to(&mut screen, |state| {
            view(state).actions.contains(&Action::BodyMap)
        });
        let page = screen.state.guide.page();
        screen.press("Down Down Down 7");
        assert!(matches!(screen.state.guide.layer, Some(Layer::Menu(_))));
        let shown = view(&screen.state);
        let at = shown.row_of(action).unwrap();
        assert!(screen.text().contains(&shown.rows[at].label));
        screen.press(&(at + 1).to_string());
        assert!(follows(&screen.state), "{action:?}");
        // Back, the cursor stands where it stood.
        if screen.state.over.is_empty() && screen.state.face == Face::Guide {
            screen.press("0");
            assert_eq!(screen.state.guide.layer, None);
            assert_eq!(screen.state.guide.page(), page);
            if action != Action::EnterResults {
                assert_eq!(screen.state.guide.row, 2, "{action:?}");
            }
        }
    }
}

#[test]
fn the_menu_over_the_result_so_far_leads_back_to_it() {
    let mut screen = guide();
    to(&mut screen, |state| state.guide.part() == Part::Ticks);
    screen.press("r 3");
    let chapter = screen.state.guide.chapter;
    let menu = of_action(&screen.state, &view(&screen.state), Action::OtherThings).unwrap();
    screen.press(&menu.to_string());
    assert!(matches!(screen.state.guide.layer, Some(Layer::Menu(_))));
    screen.press("0");
    assert_eq!(screen.state.guide.layer, Some(Layer::SoFar));
    assert_eq!(screen.state.guide.chapter, chapter);
}

#[test]
fn the_menu_stands_in_the_footer_at_every_size() {
    for size in [(40, 12), (80, 24), (120, 36)] {
        let mut screen = guide();
        screen.state.size = size;
        to(&mut screen, |state| state.guide.part() == Part::Ticks);
        let text = screen.text();
        assert!(text.contains("7 other things"), "{text}");
        let mut kiosk = Kiosk::new(size.0, size.1);
        kiosk.press("1");
        to(&mut kiosk.screen, |state| state.guide.part() == Part::Ticks);
        let text = kiosk.screen.text();
        assert!(text.contains("5 other things"), "{text}");
    }
}

#[test]
fn nothing_stands_between_a_person_and_an_emergency() {
    let mut screen = guide();
    to(&mut screen, |state| state.guide.part() == Part::Ticks);
    screen.state.guide.layer = Some(Layer::Alarm(vec![Sign::Rule(0)]));
    screen.draw();
    for key in ["m", "e", "7", "8", "9"] {
        screen.press(key);
        assert!(
            matches!(screen.state.guide.layer, Some(Layer::Alarm(_))),
            "{key}"
        );
    }
}
