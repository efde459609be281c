//! Ten thousand visitors to one kiosk, with a clock of its own: memory stays
//! flat. A program of its own, so that no other test's memory is measured.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, dead_code)] // a failed step fails the test

#[path = "screen/clock.rs"]
mod clock;
#[path = "screen/harness.rs"]
mod harness;

use clock::Kiosk;

const VISITORS: usize = 10_000;
/// Visitors after which everything has been touched once.
const WARM: usize = 1_000;
/// Most growth over all others, in KiB: less than 30 bytes a visitor.
const MOST_GROWTH: u64 = 256;

/// Memory of this process that is in use, in KiB.
#[cfg(target_os = "linux")]
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn ten_thousand_visitors_leave_memory_flat() {
    let mut kiosk = Kiosk::new(40, 12);
    // Frames are drawn once a visitor: at every key they would take minutes.
    kiosk.draws = false;
    let mut before = 0;
    for visitor in 0..VISITORS {
        if visitor == WARM {
            before = resident();
        }
        // Begin, go on, say who, an age, a sex; then tick, finish or walk away.
        kiosk.press("1 1 1 4 1 Enter 1");
        match visitor % 3 {
            0 => kiosk.press("1 0"),
            1 => kiosk.press("7 0"),
            _ => kiosk.pass(200.0),
        }
        assert!(kiosk.wiped(), "visitor {visitor}");
        kiosk.screen.draw();
        kiosk.screen.effects.clear();
        kiosk.pass(61.0);
    }
    let growth = resident().saturating_sub(before);
    assert!(growth <= MOST_GROWTH, "{growth} KiB more");
}
