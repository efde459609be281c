//! Why something is asked, in plain words.

use super::{Page, Part, State, pages::List};
use crate::assessment::question::{self, WhyAsked};

/// Why this screen is shown.
pub fn why(state: &State) -> String {
    let say = |key: &str| state.language.say(key);
    if state.guide.reports.is_some() || state.guide.page() == Page::AskReports {
        return say("guide-why-reports");
    }
    match (state.guide.part(), state.guide.page()) {
        (Part::Start, Page::Single(_)) => say("guide-why-person"),
        (Part::Start, _) => say("guide-why-start"),
        (Part::Emergency, Page::Ticks(List::Emergency(_)) | Page::Single(_)) => {
            say("guide-why-emergency")
        }
        (Part::Ticks, _) => say("guide-why-list"),
        (Part::Questions, Page::Single(finding)) => chosen(state, finding),
        (Part::Checks, _) => say("guide-why-checks"),
        _ => say("guide-why-start"),
    }
}

/// Which two causes a chosen question tells apart.
fn chosen(state: &State, finding: usize) -> String {
    // Before it is answered the program can say what it is for.
    let mut answers = state.record.answers().clone();
    answers.clear(finding);
    let reason = question::why(state.engine, &answers, finding);
    let name = |cause: usize| crate::report::words::cause_name(state.engine, cause);
    match reason {
        WhyAsked::TellsApart { leader, other, .. } if leader != other => state.language.with(
            "guide-why-apart",
            &[("leader", name(leader)), ("other", name(other))],
        ),
        _ => state.language.say("guide-why-list"),
    }
}
