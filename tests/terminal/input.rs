//! Pastes, and bytes that are no keys.

use rustix::process::Signal;

use crate::session::{Plan, Program};

#[test]
fn a_paste_is_no_key() {
    for program in Program::BOTH {
        let mut session = Plan::of(program).shown();
        // Among the letters: quit keys, a panic key, Return.
        session.keys(b"\x1b[200~q!\x11\r\x03y\x1b[201~");
        if program == Program::Probe {
            session.wait("pasted text", |seen| seen.top().contains("q!"));
        }
        session.nudge();
        assert!(session.runs());
    }
}

#[test]
fn bytes_that_are_no_keys_are_survived() {
    const ODD: [&[u8]; 14] = [
        b"\x1b[",
        b"\x1b[999999999999999999999m",
        b"\x1b[<0;1;1",
        b"\x1b[<0;99999;99999M",
        b"\x1b[M\x00\x00\x00",
        b"\x1b[?1;2c",
        b"\x1b[12;34R",
        b"\x1b]11;rgb:0000/0000/0000\x07",
        b"\x1bP1+r544e=787465726d\x1b\\",
        b"\x1b[1;1;1;1;1;1;1~",
        b"\x1b[27;5;9999999999~",
        b"\xff\xfe\xc3\x28\xf0\x28\x8c\xbc",
        b"\x1bO",
        b"\x1b\x1b\x1b[[[",
    ];
    for program in Program::BOTH {
        let mut session = Plan::of(program).shown();
        for bytes in ODD {
            session.keys(bytes);
        }
        // And a few thousand by lot, without the keys that end the programs.
        let mut lot: u32 = 7;
        let random: Vec<u8> = std::iter::repeat_with(|| {
            lot = lot.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            lot.to_be_bytes()[0]
        })
        .filter(|byte| !b"q!@\x03\x11\x1a".contains(byte))
        .take(4000)
        .collect();
        session.keys(&random);
        session.nudge();
        assert!(session.runs());
        session.signal(Signal::TERM);
        assert_eq!(session.end(), Ok(0));
        session.assert_as_found();
    }
}
