//! Keys and signals that end or stop other programs.

use std::process::Command;

use rustix::process::Signal;

use crate::kiosk::{F12, FIRST, Kiosk, PIN};

#[test]
fn keys_that_end_other_programs_do_nothing() {
    let mut kiosk = Kiosk::start();
    for round in 0..2 {
        for key in [
            &b"\x03"[..],
            b"\x1a",
            b"\x1c",
            b"\x13",
            b"\x11",
            b"\x04",
            b"\x19",
            b"\x0f",
            b"\x16",
            b"\x1e",
            b"\x1f",
            b"\x1b\x03",
            b"q",
            b":q!\r",
            b"!sh\r",
            b"\x18\x03",
            b"\x1b[c",
        ] {
            kiosk.session.keys(key);
            kiosk.session.nudge();
            assert!(kiosk.session.runs(), "{key:?}");
            kiosk.session.assert_taken();
        }
        if round == 0 {
            kiosk.walk_to_age();
        }
    }
    kiosk.finish();
}

#[test]
fn signals_from_outside_neither_end_nor_stop_it() {
    let mut kiosk = Kiosk::start();
    kiosk.walk_to_age();
    // Not those that nobody can catch, that stand for a fault of the program
    // itself, that end it on purpose, or that belong to the C library.
    let spared = [1, 4, 5, 6, 7, 8, 9, 11, 15, 19, 31, 32, 33];
    for signal in (1..=64).filter(|signal| !spared.contains(signal)) {
        // Through a shell: not all of them have a name.
        let kill = format!("kill -{signal} {}", kiosk.pid().as_raw_nonzero());
        let sent = Command::new("/bin/sh")
            .args(["-c", &kill])
            .status()
            .unwrap();
        assert!(sent.success(), "{signal}");
        kiosk.session.nudge();
        assert!(kiosk.session.runs(), "{signal}");
    }
    assert!(kiosk.text().contains("How old"));
    kiosk.finish();
}

#[test]
fn being_told_to_end_wipes_and_leaves_with_0() {
    for signal in [Signal::TERM, Signal::HUP] {
        let mut kiosk = Kiosk::start();
        kiosk.walk_to_age();
        kiosk.session.signal(signal);
        assert_eq!(kiosk.session.end(), Ok(0), "{signal:?}");
        kiosk.session.assert_as_found();
    }
}

#[test]
fn a_terminal_that_goes_away_ends_it() {
    let mut kiosk = Kiosk::start();
    kiosk.walk_to_age();
    kiosk.session.hang_up();
}

#[test]
fn staff_leave_with_their_own_code() {
    let mut kiosk = Kiosk::start();
    kiosk.walk_to_age();
    for _ in 0..3 {
        kiosk.session.keys(F12);
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    kiosk.session.wait("the PIN", |seen| {
        crate::kiosk::text(seen).contains("type the PIN")
    });
    kiosk.type_slowly(PIN);
    kiosk.press(b"\r", "the menu", |text| text.contains("Leave the program"));
    std::thread::sleep(std::time::Duration::from_millis(200));
    kiosk.session.keys(b"5");
    assert_eq!(kiosk.session.end(), Ok(10));
    kiosk.session.assert_as_found();
    assert!(!kiosk.text().contains(FIRST));
}
