//! Drawing: the state onto cells. Nothing here changes the state.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{Hits, State};

/// Draws the whole screen and says where everything is.
pub fn draw(state: &State, area: Rect, buffer: &mut Buffer) -> Hits {
    let _ = state;
    buffer.set_stringn(0, 0, " tingle", usize::from(area.width), Style::new());
    Hits::default()
}
