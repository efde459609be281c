//! Where things are on the screen as it was last drawn.
//!
//! Drawing returns this, the loop hands it to `update`: so drawing changes no
//! state, and still a click finds its row and a page key knows its page.

use ratatui::layout::{Position, Rect};

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
