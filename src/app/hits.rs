//! Where things are on the screen as it was last drawn.
//!
//! Drawing returns this, the loop hands it to `update`: so drawing changes no
//! state, and still a click finds its row and a page key knows its page.

use std::sync::Arc;

use ratatui::layout::{Position, Rect};

use super::browse::Tab;
use crate::keys::Action;
use crate::knowledge::Entry;

/// Something that can be clicked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A pane; a click puts the focus there.
    Pane(super::Pane),
    /// A row of a pane's list.
    Row(super::Pane, usize),
    /// The mark of a row of signs.
    Mark(usize),
    /// A tab of the detail pane.
    Tab(usize),
    /// An entry to open.
    Link(Entry),
    /// A row of what lies over the panes.
    Over(usize),
    /// A place of the body map: leg, view and zone by position.
    Zone(usize),
    /// An action of the footer.
    Do(Action),
    /// Finish and clear, in a kiosk.
    Finish,
    /// Call staff, in a kiosk.
    Staff,
}

/// A list as it was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// First row shown.
    pub top: usize,
    /// Rows shown at once.
    pub height: usize,
    /// Rows there are.
    pub rows: usize,
}

/// How a line of a page looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineLook {
    /// Running text.
    Text,
    /// A heading.
    Title,
    /// Of second rank.
    Quiet,
    /// Not to be overlooked.
    Marked,
    /// Something to open.
    Link,
}

/// A line of a page, ready to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLine {
    /// Columns before it.
    pub indent: u16,
    /// Its text.
    pub text: String,
    /// How it looks.
    pub look: LineLook,
    /// What stands at the right.
    pub right: Option<String>,
    /// The link on this line, by number, and whether it begins here.
    pub link: Option<(usize, Entry, bool)>,
}

/// A page as it was laid out. Laying out takes longer than everything else that
/// a key does, so it is done once for as long as the page says the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidOut {
    /// What it shows: entry, tab, and the version of the assessment.
    pub of: (Entry, Tab, u64),
    /// How: columns, and whether in plain letters.
    pub how: (u16, bool),
    /// Its lines.
    pub lines: Vec<PageLine>,
}

/// Everything drawing tells `update`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// What is where; the last one that holds a cell wins.
    pub areas: Vec<(Rect, Target)>,
    /// The list of signs.
    pub signs: Window,
    /// The list of causes.
    pub causes: Window,
    /// The page on the right.
    pub detail: Window,
    /// The same page, laid out.
    pub page: Option<Arc<LaidOut>>,
    /// Line of each link on the page on the right.
    pub link_lines: Vec<usize>,
    /// What lies over the panes: help, search, a page.
    pub over: Window,
    /// Where the real cursor belongs.
    pub cursor: Option<Position>,
}

impl Hits {
    /// What is at a cell.
    pub fn at(&self, column: u16, row: u16) -> Option<&Target> {
        self.areas
            .iter()
            .rev()
            .find(|(area, _)| area.contains(Position::new(column, row)))
            .map(|(_, target)| target)
    }

    /// The pane at a cell.
    pub fn pane_at(&self, column: u16, row: u16) -> Option<super::Pane> {
        self.areas.iter().find_map(|(area, target)| {
            match (area.contains(Position::new(column, row)), target) {
                (true, Target::Pane(pane)) => Some(*pane),
                _ => None,
            }
        })
    }

    /// Adds something that can be clicked.
    pub fn add(&mut self, area: Rect, target: Target) {
        if !area.is_empty() {
            self.areas.push((area, target));
        }
    }
}

impl Window {
    /// The first row to show so that `selected` is seen, moved as little as
    /// possible from where the list stood.
    #[must_use]
    pub fn showing(self, selected: usize, height: usize, rows: usize) -> Self {
        let last_top = rows.saturating_sub(height);
        let top = if selected < self.top {
            selected
        } else if height > 0 && selected >= self.top + height {
            selected + 1 - height
        } else {
            self.top
        };
        Self {
            top: top.min(last_top),
            height,
            rows,
        }
    }
}
