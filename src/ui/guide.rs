//! The walkthrough on the screen.

use ratatui::layout::{Position, Rect};

use super::paint::{Paint, below, indent, row};
use crate::app::{Hits, State, Target, guide};

/// Draws the screen of the walkthrough.
pub fn draw(state: &State, paint: &mut Paint<'_>, area: Rect, hits: &mut Hits) {
    let look = paint.theme;
    let shown = guide::view(state);
    let in_checks = matches!(
        state.guide.page(),
        guide::Page::Checks | guide::Page::Check(_)
    );
    if in_checks && state.guide.layer.is_none() {
        return super::guide_check::draw(state, paint, area, hits);
    }
    let inner = indent(area, 1);
    paint.text(inner.x, inner.y, inner.width, &shown.heading, look.title);
    let mut rest = below(inner, 2);
    let used = paint.wrapped(rest, &shown.question, look.title);
    rest = below(rest, used + 1);
    for text in &shown.text {
        let used = paint.wrapped(rest, text, look.text);
        rest = below(rest, used + 1);
    }
    let room = usize::from(rest.height);
    let (first, count) = guide::window(state, shown.rows.len(), room);
    hits.over.height = room;
    for (at, line) in shown.rows.iter().skip(first).take(count).enumerate() {
        let place = row(rest, at as u16);
        let here = first + at == state.guide.row;
        let style = if here { look.selected } else { look.text };
        if here {
            hits.cursor = Some(Position::new(place.x, place.y));
        }
        let text = format!("{}  {}", at + 1, line.label);
        paint.text(place.x, place.y, place.width, &text, style);
        hits.add(place, Target::Over(first + at));
    }
}
