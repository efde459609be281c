//! Thousands of random keys in the walkthrough, at any size.

use proptest::prelude::*;
use tingle::app::guide::{Page, progress};
use tingle::app::{Face, Message, update};

use crate::harness::Screen;
use crate::player::never_careless;
use crate::properties::{holds, key, message};

fn guide(size: (u16, u16)) -> Screen {
    Screen::with(size.0, size.1, |start| start.face = Face::Guide)
}

/// Goes on and on: the share of the way that is done never shrinks, and the
/// result comes within the bound.
fn to_the_end(screen: &mut Screen) {
    // As `g` does: it begins anew where all was forgotten.
    tingle::app::guide::open(&mut screen.state);
    let mut before = progress(&screen.state);
    for _ in 0..200 {
        if screen.state.guide.page() == Page::Result && screen.state.guide.layer.is_none() {
            return;
        }
        if screen.state.guide.fault.is_some() {
            // A number that cannot be is asked for again until it can.
            screen.state.guide.field.reset();
        }
        // Back from an answer one went to change: no step of the way.
        let back = screen.state.guide.visits();
        screen.go_on();
        let now = progress(&screen.state);
        assert!(
            back || now.0 * before.1 >= before.0 * now.1,
            "{before:?} then {now:?}"
        );
        before = now;
        never_careless(screen);
    }
    panic!("no result: {:?}", screen.state.guide.page());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn nothing_one_does_breaks_the_walk(
        size in (0u16..=220, 0u16..=70),
        messages in proptest::collection::vec(message(), 1..80),
    ) {
        let mut screen = guide(size);
        for message in messages {
            screen.send(message);
            never_careless(&screen);
        }
        holds(&mut screen);
        to_the_end(&mut screen);
    }

    #[test]
    fn every_step_of_the_walk_holds(
        size in proptest::sample::select(vec![(40, 12), (60, 16), (80, 24), (120, 36)]),
        keys in proptest::collection::vec(key(), 1..40),
    ) {
        let mut screen = guide(size);
        for key in keys {
            screen.send(Message::Key(key));
            holds(&mut screen);
        }
    }

    #[test]
    fn looking_back_changes_nothing(keys in proptest::collection::vec(key(), 1..40)) {
        let mut screen = guide((80, 24));
        for key in keys {
            update(&mut screen.state, Message::Key(key));
        }
        tingle::app::guide::open(&mut screen.state);
        screen.draw();
        screen.state.guide.layer = None;
        let answers = screen.state.record.answers().clone();
        let assessment = screen.state.assessment.clone();
        for look in ["w 1", "i 1", "r 2 3 4 5 0", "a Down 0", "Esc Esc Esc"] {
            screen.press(look);
        }
        prop_assert_eq!(screen.state.record.answers(), &answers);
        prop_assert_eq!(&screen.state.assessment, &assessment);
    }
}
