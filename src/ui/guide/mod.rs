//! The walkthrough on the screen: a frame that is always the same, and in it
//! either something to choose or something to read.

mod choices;
mod frame;
mod page;
mod rows;

pub(super) use frame::{draw as frame, inside};
use ratatui::layout::Rect;

use super::paint::Paint;
use crate::app::{Hits, State, guide};

/// How large things are drawn.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Cells a row to choose is high where all of them fit so high.
    pub row: u16,
}

impl Default for Sizes {
    fn default() -> Self {
        Self { row: 1 }
    }
}

/// Draws the screen of the walkthrough.
pub fn draw(state: &State, paint: &mut Paint<'_>, area: Rect, sizes: Sizes, hits: &mut Hits) {
    let in_checks = matches!(
        state.guide.page(),
        guide::Page::Checks | guide::Page::Check(_)
    );
    if in_checks && state.guide.layer.is_none() {
        return super::guide_check::draw(state, paint, area, hits);
    }
    let view = guide::view(state);
    let inner = frame::inside(area);
    let body = frame::draw(state, paint, inner, &view, hits);
    if view.body.is_empty() {
        choices::draw(state, paint, body, &view, sizes, hits);
        if view.ticked() {
            frame::keys(
                state,
                paint,
                inner,
                &view,
                inner.height >= frame::AIRY,
                hits,
            );
        }
    } else {
        page::draw(state, paint, body, &view, sizes, hits);
    }
    frame::notice(state, paint, inner);
}
