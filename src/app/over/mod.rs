//! What lies over the browser: first-run page, help, search, questions, file names.

mod ask;
mod body;
mod find;
mod read;
mod summary;

pub use ask::{Ask, Name, Purpose, saved_text};
pub use find::Find;
pub use read::Read;
pub use summary::{Part, SaveAs, SummaryPage};

pub(super) use ask::{ask_open, ask_quit, ask_replace, ask_save, ask_start_over};
pub(super) use body::{click_zone, open_body};
pub(super) use find::open_search;
pub(super) use read::{open_help, welcome};
pub use summary::{open_summary, summary_of};

use super::{Effect, State};
use crate::keys::{Action, Key};

/// Something over the browser. It has all keys while it is there.
#[derive(Debug)]
pub enum Over {
    /// A page to read: the first-run page or the help.
    Read(Read),
    /// The search.
    Find(Find),
    /// A question with a few answers.
    Ask(Ask),
    /// A file name.
    Name(Name),
    /// The map of the leg.
    Body,
    /// The summary.
    Summary(SummaryPage),
}

/// A key while something lies over the browser.
pub(super) fn key(state: &mut State, key: Key) -> Vec<Effect> {
    match state.over.last() {
        Some(Over::Read(_)) => read::key(state, key),
        Some(Over::Find(_)) => find::key(state, key),
        Some(Over::Ask(_)) => ask::key(state, key),
        Some(Over::Name(_)) => ask::name_key(state, key),
        Some(Over::Body) => body::key(state, key),
        Some(Over::Summary(_)) => summary::key(state, key),
        None => Vec::new(),
    }
}

/// Pasted text goes into the text that is open.
pub(super) fn pasted(state: &mut State, pasted: &str) {
    match state.over.last_mut() {
        Some(Over::Find(find)) => {
            super::text::insert(&mut find.input, pasted);
            find::search_again(state);
        }
        Some(Over::Name(name)) => {
            super::text::insert(&mut name.input, pasted);
            name.fault = None;
        }
        _ => {}
    }
}

/// A click on a row, or beside it all.
pub(super) fn click(state: &mut State, row: Option<usize>) -> Vec<Effect> {
    match (state.over.last(), row) {
        (Some(Over::Find(_)), Some(row)) => find::click(state, row),
        (Some(Over::Ask(_)), Some(row)) => ask::choose(state, row),
        (Some(Over::Summary(_)), Some(row)) => summary::choose(state, row),
        (Some(Over::Read(_)), None) => close(state),
        _ => Vec::new(),
    }
}

/// The wheel.
pub(super) fn wheel(state: &mut State, down: bool) {
    let action = if down { Action::Down } else { Action::Up };
    match state.over.last() {
        Some(Over::Read(_)) => {
            read::act(state, action);
        }
        Some(Over::Find(_)) => find::act(state, action),
        Some(Over::Summary(_)) => summary::scroll(state, action),
        Some(Over::Body) => {
            body::act(state, action);
        }
        _ => {}
    }
}

/// An action of the footer while something lies over the browser.
pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match state.over.last() {
        Some(Over::Body) => body::act(state, action),
        Some(Over::Summary(_)) => summary::act(state, action),
        Some(Over::Read(_)) => read::click(state, action),
        _ => super::act(state, action),
    }
}

/// Takes the topmost one away.
pub(super) fn close(state: &mut State) -> Vec<Effect> {
    match state.over.pop() {
        Some(Over::Read(Read { welcome: true, .. })) => vec![Effect::Welcomed],
        _ => Vec::new(),
    }
}
