//! Text onto cells: cut where it does not fit, wrapped where it may.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::glyphs::Glyphs;
use crate::language::Language;
use crate::theme::Theme;

/// What every pane draws with.
pub struct Paint<'p> {
    /// The cells.
    pub buffer: &'p mut Buffer,
    /// The looks.
    pub theme: &'p Theme,
    /// The signs.
    pub glyphs: Glyphs,
    /// The words.
    pub language: &'p Language,
}

impl Paint<'_> {
    /// Writes a text in one row, cut to `width` columns. Returns the columns used.
    pub fn text(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        if width == 0 || !self.buffer.area.contains(Position::new(x, y)) {
            return 0;
        }
        let text = cut(text, width, self.glyphs.cut);
        let (end, _) = self
            .buffer
            .set_stringn(x, y, &text, usize::from(width), style);
        end.saturating_sub(x)
    }

    /// Writes a text that ends at the right edge of `area`'s first row.
    pub fn right(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let width = columns(text).min(area.width);
        self.text(area.right() - width, area.y, width, text, style)
    }

    /// Writes wrapped text from the top of an area. Returns the rows used.
    pub fn wrapped(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let lines = wrap(text, area.width);
        let fits = usize::from(area.height);
        for (row, line) in lines.iter().take(fits).enumerate() {
            let more = row + 1 == fits && lines.len() > fits;
            let y = area.y + row as u16;
            if more {
                let line = format!("{line}{}", self.glyphs.cut);
                self.text(area.x, y, area.width, &line, style);
            } else {
                self.text(area.x, y, area.width, line, style);
            }
        }
        lines.len().min(fits) as u16
    }

    /// A line across the first row of an area.
    pub fn rule(&mut self, area: Rect) {
        let line = self.glyphs.across.repeat(usize::from(area.width));
        self.text(area.x, area.y, area.width, &line, self.theme.rule);
    }

    /// A line down the first column of an area.
    pub fn divide(&mut self, area: Rect) {
        for y in area.top()..area.bottom() {
            self.text(area.x, y, 1, self.glyphs.down, self.theme.rule);
        }
    }

    /// Lays a style over an area, on what stands there.
    pub fn tint(&mut self, area: Rect, style: Style) {
        self.buffer
            .set_style(area.intersection(self.buffer.area), style);
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
                cell.set_style(self.theme.text);
            }
        }
    }

    /// A text of the interface.
    pub fn say(&self, key: &str) -> String {
        self.language.say(key)
    }
}

/// Columns of a text.
pub fn columns(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// A text cut to some columns, never inside a letter; `mark` shows that it goes on.
pub fn cut(text: &str, width: u16, mark: &str) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(columns(mark));
    let mut kept = String::new();
    let mut used = 0;
    for letter in text.graphemes(true) {
        let wide = columns(letter);
        if used + wide > room {
            break;
        }
        used += wide;
        kept.push_str(letter);
    }
    let kept = kept.trim_end();
    format!("{kept}{mark}")
}

/// The lines of a text wrapped to some columns.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    if width == 0 {
        return Vec::new();
    }
    textwrap::wrap(text, usize::from(width))
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}

/// The part of an area from some row on.
pub fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// The first rows of an area.
pub fn top(area: Rect, rows: u16) -> Rect {
    Rect {
        height: rows.min(area.height),
        ..area
    }
}

/// One row of an area, empty where it has no such row.
pub fn row(area: Rect, row: u16) -> Rect {
    top(below(area, row), 1)
}

/// An area without some columns at its left.
pub fn indent(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect {
        x: area.x + columns,
        width: area.width - columns,
        ..area
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_at_letters_as_people_see_them() {
        assert_eq!(cut("numbness", 5, "…"), "numb…");
        assert_eq!(cut("numb", 4, "…"), "numb");
        assert_eq!(cut("足のしびれ", 5, "…"), "足の…");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2, "…"), "e\u{301}…");
        assert_eq!(cut("ab", 0, "…"), "…");
    }
}
