//! A bug leaves a whole terminal, and says what to report.

use crate::session::{Plan, Program};

#[test]
fn a_panic_in_any_thread_restores_first_and_speaks_then() {
    for (key, what) in [
        (b"!", "the probe was told to\n"),
        (b"@", "the probe was told to, elsewhere\n"),
    ] {
        let mut session = Plan::of(Program::Probe).shown();
        session.keys(key);
        assert_eq!(session.end(), Ok(70));
        session.assert_as_found();
        let version = concat!("tingle ", env!("CARGO_PKG_VERSION"), " on ");
        for words in [
            "tingle has a bug",
            "Please report",
            version,
            "examples/probe.rs:",
            what,
        ] {
            session.wait(words, |seen| {
                let told = seen.parser.screen().contents() + "\n";
                told.contains(words)
            });
        }
        // The restored screen shows the message, not what came before.
        assert!(!session.seen().parser.screen().contents().contains("> row"));
    }
}
