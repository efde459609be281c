//! After a visitor nothing of them is in the memory of the process.
//!
//! A release build lays its memory out otherwise, so try one too; `--nocapture`
//! shows what was looked for, how often it was found and in how much memory:
//!
//! ```sh
//! TINGLE_BINARY=target/release/tingle cargo test --test doors wipe -- --nocapture
//! ```

use std::thread::sleep;
use std::time::Duration;

use crate::kiosk::{F12, FIRST, Kiosk, text};
use crate::memory::{search, search_drawn};

fn assert_gone(kiosk: &Kiosk, what: &str, bytes: &[u8]) {
    // The threads that end with the wipe have a moment to do so.
    sleep(Duration::from_millis(300));
    let found = search(kiosk.pid(), bytes);
    assert!(found.is_empty(), "{what}: {found:#?}");
}

#[test]
fn a_number_typed_digit_by_digit_is_gone() {
    let mut kiosk = Kiosk::start();
    let wiped = kiosk.session.seen().count(b"\x1b[3J");
    kiosk.walk_to_age();
    kiosk.type_slowly("73519");
    assert!(
        !search(kiosk.pid(), b"73519").is_empty(),
        "the search finds nothing at all"
    );
    kiosk.finish();
    assert_gone(&kiosk, "typed", b"73519");
    // What the terminal keeps above its screen is forgotten too.
    assert!(kiosk.session.seen().count(b"\x1b[3J") > wiped);
}

#[test]
fn a_number_taken_as_an_answer_is_gone() {
    let mut kiosk = Kiosk::start();
    kiosk.walk_to_age();
    kiosk.type_slowly("61.73519");
    kiosk.press(b"\r", "the next question", |text| !text.contains("How old"));
    kiosk.finish();
    assert_gone(&kiosk, "typed", b"61.73519");
}

#[test]
fn what_was_drawn_is_gone() {
    let mut kiosk = Kiosk::start();
    kiosk.walk_to_age();
    kiosk.type_slowly("73519");
    // All is drawn anew, so the number is sent to the terminal in one piece.
    kiosk.session.resize(100, 30);
    kiosk.session.wait("the number in one piece", |seen| {
        text(seen).contains("73519") && seen.count(b"73519") > 0
    });
    let drawn = ["73519", "How old"];
    for shown in drawn {
        assert!(!search_drawn(kiosk.pid(), shown).is_empty(), "{shown}");
    }
    kiosk.finish();
    assert_gone(&kiosk, "sent", b"73519");
    for shown in drawn {
        let found = search_drawn(kiosk.pid(), shown);
        assert!(found.is_empty(), "drawn: {shown}: {found:#?}");
    }
}

#[test]
fn what_is_pasted_or_scanned_is_gone() {
    let mut kiosk = Kiosk::start();
    kiosk.walk_to_age();
    for burst in [
        &b"\x1b[200~Mary 84620517 Major\x1b[201~"[..],
        b"Mary 84620517 Major",
        b"84620517\r",
        // Never ended.
        b"\x1b[200~Mary 84620517 Major",
    ] {
        kiosk.session.keys(burst);
        sleep(Duration::from_millis(700));
    }
    assert!(kiosk.text().contains("How old"), "{}", kiosk.text());
    kiosk.finish();
    assert_gone(&kiosk, "figures", b"84620517");
    assert_gone(&kiosk, "name", b"Mary 8");
}

/// Presses the chord, again where a busy machine brought the keys too close
/// together to count.
fn call_staff(kiosk: &mut Kiosk) {
    for _ in 0..5 {
        for _ in 0..3 {
            kiosk.session.keys(F12);
            sleep(Duration::from_millis(200));
        }
        for _ in 0..20 {
            if kiosk.text().contains("type the PIN") {
                return;
            }
            sleep(Duration::from_millis(100));
        }
    }
    panic!("the chord never asks for the PIN: {}", kiosk.text());
}

#[test]
fn the_pin_is_gone_whether_right_or_wrong() {
    let mut kiosk = Kiosk::start();
    for (pin, then) in [
        ("735190", "wrong"),
        (crate::kiosk::PIN, "Leave the program"),
    ] {
        call_staff(&mut kiosk);
        kiosk.type_slowly(pin);
        assert!(!search(kiosk.pid(), pin.as_bytes()).is_empty());
        kiosk.press(b"\r", then, |text| text.contains(then));
        sleep(Duration::from_millis(200));
        kiosk.press(b"\x1b", "first screen", |text| {
            text.contains(FIRST) || text.contains("type the PIN")
        });
        kiosk.finish();
        assert_gone(&kiosk, "PIN", pin.as_bytes());
    }
}
