//! Rows to choose from: bar, number, mark and label, each in its own column.

use ratatui::layout::{Position, Rect};

use crate::app::guide::{Mark, Row, View};
use crate::app::{Hits, Target};
use crate::ui::paint::{Paint, row, wrap};

/// Columns in front of a label: bar, number, air, mark, air.
pub const PREFIX: u16 = 6;

/// The lines of a label.
pub fn lines(label: &str, width: u16) -> Vec<String> {
    wrap(label, width.saturating_sub(PREFIX).max(1))
}

/// Cells each row needs.
pub fn heights(view: &View, width: u16, least: u16) -> Vec<u16> {
    view.rows
        .iter()
        .map(|it| (lines(&it.label, width).len() as u16).max(least).max(1))
        .collect()
}

/// Cells each row gets: as many as wanted, or as many fewer as it takes for all
/// of them to fit the room.
pub fn fitted(view: &View, width: u16, wanted: u16, room: impl Fn(&[u16]) -> bool) -> Vec<u16> {
    let tall = (2..=wanted).rev().map(|least| heights(view, width, least));
    tall.into_iter()
        .find(|heights| room(heights))
        .unwrap_or_else(|| heights(view, width, 1))
}

/// Rows a page of the list holds, so that each page fits the room.
pub fn page_size(heights: &[u16], room: u16, most: usize) -> usize {
    (1..=most)
        .rev()
        .find(|&size| {
            heights
                .chunks(size)
                .all(|page| page.iter().sum::<u16>() <= room)
        })
        .unwrap_or(1)
}

/// A row as it is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'v> {
    /// The row.
    pub row: &'v Row,
    /// Its position among all rows.
    pub at: usize,
    /// The digit in front of it.
    pub digit: Option<usize>,
    /// The cursor stands on it.
    pub here: bool,
    /// The real cursor stands on it.
    pub cursor: bool,
}

/// Draws one row; it is as high as its area.
pub fn draw(paint: &mut Paint<'_>, area: Rect, shown: Shown<'_>, hits: &mut Hits) {
    let look = paint.theme;
    let style = if shown.here { look.selected } else { look.text };
    let text = lines(&shown.row.label, area.width);
    // In a high row the words stand in the middle.
    let first = area.height.saturating_sub(text.len() as u16) / 2;
    if shown.here {
        paint.tint(area, style);
        for at in 0..area.height {
            let line = row(area, at);
            paint.text(line.x, line.y, line.width.min(1), paint.glyphs.here, style);
        }
    }
    let line = row(area, first);
    if shown.cursor && !line.is_empty() {
        hits.cursor = Some(Position::new(line.x, line.y));
    }
    let number = if shown.here { style } else { look.accent };
    if let Some(digit) = shown.digit.filter(|digit| *digit <= 9) {
        let digit = digit.to_string();
        paint.text(
            line.x + 2,
            line.y,
            line.width.saturating_sub(2).min(1),
            &digit,
            number,
        );
    }
    let mark = match shown.row.mark {
        Mark::Yes => paint.glyphs.yes,
        Mark::NotSure => paint.glyphs.not_sure,
        Mark::Open | Mark::No => "",
    };
    paint.text(
        line.x + 4,
        line.y,
        line.width.saturating_sub(4).min(1),
        mark,
        style,
    );
    for (at, text) in text.iter().enumerate() {
        let line = row(area, first + at as u16);
        let room = line.width.saturating_sub(PREFIX);
        paint.text(line.x + PREFIX.min(line.width), line.y, room, text, style);
    }
    hits.add(area, Target::Over(shown.at));
}
