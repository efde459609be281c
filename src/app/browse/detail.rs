//! The page on the right: the selected cause, or whatever was opened over it.

use super::pages::{self, Tab};
use crate::app::{Pane, State};
use crate::keys::Action;
use crate::knowledge::Entry;

/// A page and where one reads on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// What it is about.
    pub entry: Entry,
    /// Which tab, where it has tabs.
    pub tab: Tab,
    /// First line shown.
    pub top: usize,
    /// The link the cursor stands on.
    pub link: usize,
    /// The pane it was opened from, where Esc leads back to.
    pub from: Pane,
}

impl Page {
    fn new(entry: Entry) -> Self {
        Self {
            entry,
            tab: Tab::Overview,
            top: 0,
            link: 0,
            from: Pane::Causes,
        }
    }
}

/// The page of the selected cause, and what was opened over it.
#[derive(Debug)]
pub struct Detail {
    /// Tab, place and link on the page of the selected cause.
    under: Page,
    /// Pages opened over it, the newest last.
    pub opened: Vec<Page>,
    /// Pages one came back from, the nearest last.
    pub ahead: Vec<Page>,
}

impl Default for Detail {
    fn default() -> Self {
        Self {
            under: Page::new(Entry::Cause(0)),
            opened: Vec::new(),
            ahead: Vec::new(),
        }
    }
}

impl Detail {
    /// Another cause is selected: the same tab, from its top.
    pub(super) fn turn(&mut self) {
        self.under.top = 0;
        self.under.link = 0;
    }
}

/// The page that is shown.
pub fn current(state: &State) -> Page {
    let detail = &state.browse.detail;
    match detail.opened.last() {
        Some(page) => *page,
        None => Page {
            entry: selected(state),
            ..detail.under
        },
    }
}

fn selected(state: &State) -> Entry {
    Entry::Cause(super::causes::selected(state))
}

fn change(state: &mut State, change: impl FnOnce(&mut Page)) {
    let detail = &mut state.browse.detail;
    match detail.opened.last_mut() {
        Some(page) => change(page),
        None => change(&mut detail.under),
    }
}

/// Opens the page of an entry over the others.
pub(super) fn open(state: &mut State, entry: Entry) {
    if current(state).entry != entry {
        state.browse.detail.opened.push(Page {
            from: state.browse.pane,
            ..Page::new(entry)
        });
        state.browse.detail.ahead.clear();
    }
}

pub(super) fn back(state: &mut State) {
    match state.browse.detail.opened.pop() {
        Some(page) => {
            state.browse.detail.ahead.push(page);
            super::focus(state, page.from);
        }
        None => state.tell("no-page-back"),
    }
}

pub(super) fn forward(state: &mut State) {
    match state.browse.detail.ahead.pop() {
        Some(page) => {
            state.browse.detail.opened.push(page);
            super::focus(state, Pane::Detail);
        }
        None => state.tell("no-page-forward"),
    }
}

/// Goes to a tab, counted from 1. False where the page has no such tab.
pub(super) fn to_tab(state: &mut State, number: usize) -> bool {
    let tabs = pages::tabs(current(state).entry);
    let Some(&tab) = number.checked_sub(1).and_then(|at| tabs.get(at)) else {
        return false;
    };
    change(state, |page| {
        page.tab = tab;
        page.top = 0;
        page.link = 0;
    });
    true
}

/// Scrolls by some lines; never past the end.
pub(super) fn scroll(state: &mut State, down: bool, lines: usize) {
    let window = state.hits.detail;
    let last = window.rows.saturating_sub(window.height);
    change(state, |page| {
        page.top = if down {
            (page.top + lines).min(last)
        } else {
            page.top.min(last).saturating_sub(lines)
        };
    });
}

pub(super) fn act(state: &mut State, action: Action) {
    let window = state.hits.detail;
    let page = window.height.max(2) - 1;
    match action {
        Action::Down => step(state, true),
        Action::Up => step(state, false),
        Action::PageDown => scroll(state, true, page),
        Action::PageUp => scroll(state, false, page),
        Action::First => change(state, |page| {
            page.top = 0;
            page.link = 0;
        }),
        Action::Last => scroll(state, true, window.rows),
        Action::Left | Action::Right => {
            let shown = current(state);
            let tabs = pages::tabs(shown.entry);
            let at = tabs.iter().position(|&tab| tab == shown.tab).unwrap_or(0);
            if action == Action::Left && at == 0 {
                if state.browse.detail.opened.is_empty() {
                    super::focus(state, Pane::Causes);
                } else {
                    back(state);
                }
            } else {
                let next = if action == Action::Left { at } else { at + 2 };
                to_tab(state, next);
            }
        }
        Action::Open => {
            // Only what is in sight is opened; else one reads on to it.
            let window = state.hits.detail;
            let shown = current(state);
            let top = shown.top.min(window.rows.saturating_sub(window.height));
            let line = state.hits.link_lines.get(shown.link);
            if !line.is_some_and(|line| (top..top + window.height).contains(line)) {
                step(state, true);
                return;
            }
            if let Some(&entry) = pages::links(state).get(shown.link) {
                open(state, entry);
            }
        }
        Action::Yes | Action::No | Action::NotSure | Action::Clear => {
            if let Entry::Finding(finding) = current(state).entry {
                super::signs::answer_on_page(state, finding, action);
            }
        }
        _ => {}
    }
}

/// One row on: to the next link if it is in sight, else by one line.
fn step(state: &mut State, down: bool) {
    let window = state.hits.detail;
    let shown = current(state);
    let top = shown.top.min(window.rows.saturating_sub(window.height));
    let in_sight = |line: usize| (top..top + window.height).contains(&line);
    let lines = &state.hits.link_lines;
    let here = lines.get(shown.link).copied();
    let next = match here {
        // A link that was scrolled out of sight: the first one in sight instead.
        Some(line) if !in_sight(line) => {
            let mut seen = lines
                .iter()
                .enumerate()
                .filter(|(_, line)| in_sight(**line));
            if down { seen.next() } else { seen.next_back() }.map(|(at, _)| at)
        }
        _ if down => Some(shown.link + 1),
        _ => shown.link.checked_sub(1),
    };
    let reachable = next.filter(|&at| lines.get(at).is_some_and(|&line| in_sight(line)));
    match reachable {
        Some(link) => change(state, |page| page.link = link),
        None => scroll(state, down, 1),
    }
}
