//! Lists longer than the screen: nobody's silence about a row counts before the
//! row was on the screen.

use std::collections::HashSet;

use tingle::app::Face;
use tingle::app::guide::{self, Choice, Page, Row, view};
use tingle::keys::Key;

use crate::clock::Kiosk;
use crate::harness::Screen;
use crate::player::one_line;

const SIZES: [(u16, u16); 4] = [(80, 24), (40, 12), (100, 30), (44, 14)];

/// Goes through the walk with the digit that goes on. Each row of a list must
/// have been drawn before it counts as a no. Returns how many lists were long.
fn all_rows_are_drawn(
    mut screen: Screen,
    on: char,
    before: impl Fn(&mut Screen),
    press: impl Fn(&mut Screen, char),
) -> usize {
    let mut long = 0;
    for _ in 0..80 {
        let page = screen.state.guide.page();
        if page == Page::Result {
            return long;
        }
        screen.state.guide.layer = None;
        let shown = view(&screen.state);
        if !matches!(page, Page::Ticks(_)) {
            screen.go_on();
            continue;
        }
        let mut drawn = HashSet::new();
        let mut look = |screen: &mut Screen| {
            let text = one_line(&screen.text());
            let on_screen = |row: &&Row| text.contains(&first_words(&row.label));
            drawn.extend(shown.rows.iter().filter(on_screen).map(|row| &row.label));
        };
        look(&mut screen);
        let mut presses = 0;
        before(&mut screen);
        while screen.state.guide.page() == page {
            look(&mut screen);
            press(&mut screen, on);
            presses += 1;
            assert!(presses < 40, "{:?}", shown.question);
        }
        for row in &shown.rows {
            let Choice::Tick(finding) = row.does else {
                continue;
            };
            let given = screen.state.record.answers().get(finding);
            assert!(drawn.contains(&row.label), "{} {given:?}", row.label);
        }
        long += usize::from(presses > 1);
    }
    panic!("no result");
}

fn first_words(label: &str) -> String {
    label.split(' ').take(2).collect::<Vec<_>>().join(" ")
}

fn home((columns, rows): (u16, u16)) -> Screen {
    let mut screen = Screen::with(columns, rows, |start| start.face = Face::Guide);
    guide::open(&mut screen.state);
    screen.draw();
    screen
}

#[test]
fn no_row_counts_as_a_no_unseen() {
    let digit = |screen: &mut Screen, on: char| {
        screen.press(&on.to_string());
    };
    for size in SIZES {
        let long = all_rows_are_drawn(home(size), '9', |_| {}, digit);
        assert!(long > 5, "{size:?} {long}");
        // One who jumps to the end has not seen what lies between.
        let end = |screen: &mut Screen| {
            screen.press("End");
        };
        all_rows_are_drawn(home(size), '9', end, digit);
    }
}

#[test]
fn nor_does_one_in_a_kiosk() {
    for (columns, rows) in SIZES {
        let mut kiosk = Kiosk::new(columns, rows);
        kiosk.press("1");
        let now = std::cell::Cell::new(kiosk.now);
        let press = |screen: &mut Screen, on: char| {
            for step in [1000, 1005] {
                now.set(now.get() + std::time::Duration::from_millis(step));
                screen.send(tingle::app::Message::Wake(now.get()));
                if step == 1000 {
                    screen.send(tingle::app::Message::Key(Key::char(on)));
                }
            }
        };
        let long = all_rows_are_drawn(kiosk.screen, '7', |_| {}, press);
        assert!(long > 8, "{columns} {rows} {long}");
    }
}

#[test]
fn a_row_that_cannot_be_drawn_stays_open() {
    let mut screen = home((20, 5));
    for _ in 0..200 {
        if screen.state.guide.page() == Page::Result {
            break;
        }
        screen.go_on();
    }
    assert_eq!(screen.state.guide.page(), Page::Result);
    let no = tingle::assessment::Answer::YesNo(false);
    let answers = screen.state.record.answers();
    assert!(answers.iter().all(|(_, answer)| answer != no));
}

#[test]
fn the_digit_says_what_it_does() {
    let mut screen = home((80, 24));
    while !matches!(screen.state.guide.page(), Page::Ticks(_)) {
        screen.go_on();
    }
    // As long as rows follow there is nothing else that shows them.
    let mut ended = false;
    for _ in 0..40 {
        let page = screen.state.guide.page();
        let text = screen.text();
        let follow = text.contains("9   Show more rows (");
        assert_eq!(follow, text.contains("9 more rows"), "{text}");
        assert_ne!(follow, text.contains("9 go on"), "{text}");
        assert_ne!(follow, text.contains("9   None of these: go on"), "{text}");
        screen.press("9");
        ended |= !follow;
        assert_eq!(follow, screen.state.guide.page() == page);
        if !matches!(screen.state.guide.page(), Page::Ticks(_)) {
            break;
        }
    }
    assert!(ended);
    // Seen and answered, the list is left at once.
    screen.press("0");
    assert!(screen.text().contains("9 go on"));
}
