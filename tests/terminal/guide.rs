//! The walkthrough from its first screen to its result, as a person does it.

use crate::session::{Plan, Program, Seen, Session};

/// Screens after which a walk is taken to have no end.
const MOST_SCREENS: usize = 200;

fn shows(seen: &Seen, words: &str) -> bool {
    let text = seen.parser.screen().contents();
    let text: Vec<&str> = text.split_whitespace().collect();
    text.join(" ").contains(words)
}

fn guide(columns: u16, rows: u16) -> Session {
    let session = Plan::of(Program::Tingle).arguments(&["guide"]).start();
    session.wait("the first screen", |seen| shows(seen, "Self-check"));
    session.resize(columns, rows);
    session.nudge();
    session.wait("its words", |seen| shows(seen, "My leg goes numb"));
    session
}

/// The first row, which says the step.
fn top(session: &Session) -> String {
    session.seen().top()
}

#[test]
fn a_walk_leads_from_the_first_screen_to_the_result() {
    for (columns, rows) in [(40, 12), (80, 24)] {
        let mut session = guide(columns, rows);
        for _ in 0..MOST_SCREENS {
            let before = top(&session);
            if before.contains("Your result") {
                break;
            }
            let whole = session.seen().parser.screen().contents();
            session.keys(b"c");
            // The next step, or the next rows of emergency signs.
            session.wait("anything new", |seen| {
                seen.parser.screen().contents() != whole
            });
        }
        session.wait("the result", |seen| shows(seen, "Your result"));
        session.keys(b"2");
        session.wait("the causes", |seen| shows(seen, "not a diagnosis"));
        session.keys(b"5");
        session.wait("what is open", |seen| {
            shows(seen, "Emergency questions not answered")
        });
        session.keys(Program::Tingle.quit_key());
        session.wait("the question before leaving", |seen| {
            shows(seen, "Leave? Your answers are in no file")
        });
        session.keys(b"3");
        assert_eq!(session.end(), Ok(0));
        session.assert_as_found();
    }
}

#[test]
fn an_emergency_stops_the_walk_with_the_number_and_what_to_do() {
    for (columns, rows) in [(40, 12), (80, 24)] {
        let mut session = guide(columns, rows);
        session.keys(b"1");
        session.wait("whom", |seen| shows(seen, "Who are the questions about?"));
        session.keys(b"1");
        session.wait("age", |seen| shows(seen, "How old are you?"));
        session.keys(b"70\r");
        session.wait("sex", |seen| shows(seen, "What is your sex"));
        session.keys(b"2");
        session.wait("the list", |seen| {
            shows(seen, "one side of the face droops")
        });
        session.keys(b"1");
        session.wait("the emergency", |seen| {
            shows(seen, "EMERGENCY. CALL") && shows(seen, "Call an ambulance now")
        });
        session.keys(b"1");
        session.wait("still the emergency", |seen| {
            shows(seen, "Please read this first")
        });
        // As long as it takes to read a line; a key that comes sooner is held.
        std::thread::sleep(std::time::Duration::from_secs(1));
        session.keys(b"1");
        session.wait("the list again", |seen| {
            shows(seen, "one side of the face droops") && shows(seen, "! EMERGENCY. CALL")
        });
        session.keys(b"\x11");
        session.keys(b"3");
        assert_eq!(session.end(), Ok(0));
    }
}
