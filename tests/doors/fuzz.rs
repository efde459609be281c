//! A hundred thousand keys, touches, pastes, sizes and broken sequences that try
//! to leave the kiosk.

use std::thread;
use std::time::Duration;

use crate::kiosk::{Kiosk, children, ended_children};

/// Kiosks at once: most of the time they wait until it is quiet.
const KIOSKS: u64 = 8;
/// Inputs for each.
const INPUTS: usize = 12_500;
/// Inputs of a burst at most.
const MOST: usize = 44;

/// Numbers that look random and are the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }

    fn of<'a>(&mut self, all: &[&'a [u8]]) -> &'a [u8] {
        all[self.below(all.len())]
    }
}

/// Keys that do something, so that the fuzz gets everywhere.
const USEFUL: &[&[u8]] = &[
    b"1",
    b"2",
    b"3",
    b"4",
    b"5",
    b"6",
    b"7",
    b"8",
    b"9",
    b"0",
    b"\r",
    b"\r",
    b"\x1b[A",
    b"\x1b[B",
    b"\x1b[C",
    b"\x1b[D",
    b" ",
    b"\t",
    b"\x7f",
    b"\x1b[20~",
    b"\x1b[24~",
    b"\x1b[24~",
    b"1",
    b"1",
];

/// Keys that leave other programs, and beginnings of sequences that never end.
const NASTY: &[&[u8]] = &[
    b"\x03",
    b"\x1a",
    b"\x1c",
    b"\x13",
    b"\x11",
    b"\x04",
    b"\x18",
    b"\x1b",
    b"\x1b\x1b",
    b"q",
    b"Q",
    b"x",
    b"g",
    b"s",
    b"o",
    b"e",
    b"/",
    b"?",
    b"!",
    b":",
    b"\x0f",
    b"\x0c",
    b"\x14",
    b"\x1bOP",
    b"\x1b[1;5D",
    b"\x1b[1;3D",
    b"\x1b[",
    b"\x1b[<0;",
    b"\x1b[M",
    b"\x1b]52;c;aGk=\x07",
    b"\x1b]0;",
    b"\x1bP",
    b"\x1b_G",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b[6n",
    b"\x1b[?1049l",
    b"\x1b[999999999~",
    b"\x1b[1;1;1;1;1;1;1;1;1;1;1u",
    b"\x00",
    b"\xff",
    b"\xc3",
    b"\xf0\x9f",
    b"\x1b[[",
    b"\x1b[[Z",
    b"\x9b1~",
    b"\x1b[27;5;99~",
    b"\x1b[99;5u",
];

fn input(random: &mut Random) -> Vec<u8> {
    match random.below(10) {
        0..=4 => random.of(USEFUL).to_vec(),
        5 | 6 => random.of(NASTY).to_vec(),
        7 => {
            let button = [0, 0, 0, 1, 2, 32, 64, 65][random.below(8)];
            let (column, row) = (random.below(110), random.below(35));
            let end = ['M', 'M', 'm'][random.below(3)];
            format!("\x1b[<{button};{column};{row}{end}").into_bytes()
        }
        8 => {
            let mut paste = b"\x1b[200~".to_vec();
            for _ in 0..random.below(8) {
                paste.extend_from_slice(random.of(NASTY));
                paste.extend_from_slice(random.of(USEFUL));
            }
            paste.extend_from_slice(b"\x1b[201~");
            paste
        }
        _ => (0..=random.below(6))
            .map(|_| random.below(256) as u8)
            .collect(),
    }
}

fn fuzz(seed: u64) {
    let sizes = [(80, 24), (40, 12), (100, 30), (20, 5), (132, 43)];
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut kiosk = Kiosk::with("mouse: true", 80, 24);
    let before = kiosk.files();
    let mut sent = 0;
    let mut round = 0;
    while sent < INPUTS {
        round += 1;
        if round % 4 == 0 {
            // A few as a person would: only those get anywhere.
            for _ in 0..6 {
                kiosk.session.keys(random.of(USEFUL));
                thread::sleep(Duration::from_millis(8));
                sent += 1;
            }
        } else {
            for _ in 0..=random.below(MOST) {
                kiosk.session.keys(&input(&mut random));
                sent += 1;
            }
            thread::sleep(Duration::from_millis(60));
        }
        if random.below(10) == 0 {
            let (columns, rows) = sizes[random.below(sizes.len())];
            kiosk.session.resize(columns, rows);
        }
        if round % 50 == 0 {
            kiosk.session.nudge();
            assert!(kiosk.session.runs(), "seed {seed}, after {sent}");
            assert_eq!(children(kiosk.pid()), [""; 0], "seed {seed}, after {sent}");
        }
    }
    // Sequences without an end have time to be given up.
    thread::sleep(Duration::from_millis(1200));
    kiosk.session.resize(80, 24);
    kiosk.session.nudge();
    kiosk.finish();
    kiosk.walk_to_age();
    kiosk.finish();
    kiosk.session.assert_taken();
    assert!(kiosk.session.runs());
    let seen = kiosk.session.seen();
    assert_eq!(
        seen.count(b"\x1b[?1049l"),
        0,
        "seed {seed}: it left its screen"
    );
    drop(seen);
    assert_eq!(children(kiosk.pid()), [""; 0], "seed {seed}");
    assert_eq!(ended_children(kiosk.pid()), 0, "seed {seed}: a child ran");
    assert_eq!(kiosk.files(), before, "seed {seed}");
}

#[test]
fn a_hundred_thousand_inputs_find_no_way_out() {
    let all: Vec<_> = (1..=KIOSKS)
        .map(|seed| thread::spawn(move || fuzz(seed)))
        .collect();
    for one in all {
        one.join().unwrap();
    }
}
