//! Lists longer than the screen: which of their rows were seen. Going on takes an
//! empty row for a no, but never one that nobody has seen.

use super::pages::List;
use super::{Page, State, View, answering, digits, pages, walk, window};
use crate::app::Face;
use crate::assessment::Answer;
use crate::keys::Action;

/// A numbered way on from a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Its digit.
    pub digit: usize,
    /// What it says.
    pub label: String,
    /// What it does.
    pub does: Action,
}

/// The list of the screen, where one lies open.
fn list(state: &State) -> Option<List> {
    match (&state.guide.layer, state.guide.page()) {
        (None, Page::Ticks(list)) => Some(list),
        _ => None,
    }
}

/// A frame was drawn: the rows on it were seen.
pub(in crate::app) fn drawn(state: &mut State) {
    let height = state.hits.over.height;
    let on_top = state.face == Face::Guide && state.over.is_empty();
    if height == 0 || !on_top || list(state).is_none() {
        return;
    }
    let first = page_of_rows(state);
    let shown = (first, height.min(digits(state).rows));
    state.guide.seen = seen_with(state, shown);
}

/// The first row of those on the screen together with the cursor.
pub(in crate::app) fn page_of_rows(state: &State) -> usize {
    list(state).map_or(0, |_| window(state, usize::MAX, state.hits.over.height).0)
}

/// How many rows were seen, from the first, once these are too.
fn seen_with(state: &State, (first, count): (usize, usize)) -> usize {
    let seen = state.guide.seen;
    if first <= seen {
        seen.max(first + count)
    } else {
        seen
    }
}

/// The first row that is open and was not seen, with these on the screen.
fn unseen(state: &State, shown: (usize, usize)) -> Option<usize> {
    let list = list(state)?;
    let seen = seen_with(state, shown);
    let answers = state.record.answers();
    let rows = pages::rows(state.engine, answers, list);
    let open = |&finding: &usize| answers.get(finding).is_none();
    rows.iter().skip(seen).any(open).then_some(seen)
}

/// Whether going on from these rows shows more of them.
pub fn rows_follow(state: &State, shown: (usize, usize)) -> bool {
    unseen(state, shown).is_some()
}

/// Goes on from a list: to rows nobody has seen, else to the next screen with a
/// no to all that is still open. Where nothing can be drawn, what was not seen
/// stays open.
pub(super) fn go_on(state: &mut State) {
    match unseen(state, (0, 0)) {
        None => keep(state),
        Some(row) if state.hits.over.height > 0 => {
            state.guide.row = row;
            state.guide.fresh = true;
        }
        Some(_) => walk::forward(state),
    }
}

/// Takes what is open on a list for a no, and goes on; for faces that tell all
/// rows at once.
pub fn keep(state: &mut State) {
    answering::rest(state, Answer::YesNo(false));
}

/// The numbered ways on from a list that shows `size` rows at once.
pub fn ways(state: &State, view: &View, size: usize) -> Vec<Way> {
    let digits = digits(state);
    let rows = view.rows.len();
    let shown = window(state, rows, size);
    let size = size.clamp(1, digits.rows);
    let (page, pages) = (shown.0 / size + 1, rows.div_ceil(size).max(1));
    let places = [("at", &*page.to_string()), ("of", &*pages.to_string())];
    let follow = rows_follow(state, shown);
    let mut ways = Vec::new();
    let mut way = |digit, label, does| ways.push(Way { digit, label, does });
    if view.actions.contains(&Action::OtherThings) {
        let text = state.language.say("guide-other-things");
        way(digits.menu, text, Action::OtherThings);
    }
    if follow {
        let text = state.language.with("guide-rows-follow", &places);
        way(digits.on, text, Action::GoOn);
        return ways;
    }
    if pages > 1 {
        let text = state.language.with("guide-more", &places);
        way(digits.more, text, Action::PageDown);
    }
    way(digits.on, view.on.clone(), Action::GoOn);
    ways
}
