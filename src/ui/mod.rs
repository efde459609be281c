//! Drawing: the state onto cells. Nothing here changes the state.

pub mod body;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{Hits, State};

/// Draws the whole screen and says where everything is.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) -> Hits {
    let _ = (state, area, buffer);
    Hits::default()
}
