//! A terminal that goes away ends the program, and does not leave it spinning.

use std::time::Duration;

use crate::session::{Plan, Program};

/// One second is what we promise; the rest is for a machine with much to do.
const PROMISED: Duration = Duration::from_secs(1);
const SLACK: Duration = Duration::from_secs(2);

fn gone(plan: Plan, how: &str) {
    let lived_on = plan.shown().hang_up();
    println!("{how}: ended {} ms after the hang-up", lived_on.as_millis());
    assert!(lived_on < PROMISED + SLACK, "{how}: {lived_on:?}");
}

#[test]
fn a_closed_terminal_ends_the_program() {
    for program in Program::BOTH {
        gone(Plan::of(program), &format!("{program:?}, with the signal"));
    }
}

#[test]
fn a_closed_terminal_ends_the_program_without_a_signal_too() {
    for program in Program::BOTH {
        let plan = Plan::of(program).without_hang_up_signal();
        gone(plan, &format!("{program:?}, without the signal"));
    }
}
