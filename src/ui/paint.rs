//! Text onto cells: cut where it does not fit, wrapped where it may.

use ratatui::buffer::{Buffer, Cell};
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
        if is_plain(text) && text.len() <= usize::from(width) {
            return self.plain(x, y, text, style);
        }
        let text = cut(text, width, self.glyphs.cut);
        let (end, _) = self
            .buffer
            .set_stringn(x, y, &text, usize::from(width), style);
        end.saturating_sub(x)
    }

    /// Writes a text of one column a byte, as `set_stringn` does, but without
    /// looking for letters of several characters: most text is such.
    fn plain(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let start = self.buffer.index_of(x, y);
        let room = usize::from(self.buffer.area.right().saturating_sub(x));
        let cells = self.buffer.content.iter_mut().skip(start).take(room);
        let mut used = 0;
        for (cell, letter) in cells.zip(text.chars()) {
            cell.set_char(letter).set_style(style);
            used += 1;
        }
        used
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
        for x in area.left()..area.right() {
            self.sign(x, area.y, self.glyphs.across);
        }
    }

    /// A line down the first column of an area.
    pub fn divide(&mut self, area: Rect) {
        for y in area.top()..area.bottom() {
            self.sign(area.x, y, self.glyphs.down);
        }
    }

    /// A sign of one column that is part of a line.
    fn sign(&mut self, x: u16, y: u16, sign: &str) {
        if let Some(cell) = self.buffer.cell_mut(Position::new(x, y)) {
            cell.set_symbol(sign).set_style(self.theme.rule);
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
        let mut blank = Cell::EMPTY;
        blank.set_style(self.theme.text);
        let width = usize::from(self.buffer.area.width).max(1);
        let top = usize::from(area.top() - self.buffer.area.top());
        let left = usize::from(area.left() - self.buffer.area.left());
        let rows = self.buffer.content.chunks_mut(width).skip(top);
        for row in rows.take(usize::from(area.height)) {
            let cells = row.iter_mut().skip(left).take(usize::from(area.width));
            cells.for_each(|cell| cell.clone_from(&blank));
        }
    }

    /// A text of the interface.
    pub fn say(&self, key: &str) -> String {
        self.language.say(key)
    }
}

/// Whether every byte of a text is a letter of one column.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// Columns of a text.
pub fn columns(text: &str) -> u16 {
    let columns = if is_plain(text) {
        text.len()
    } else {
        text.width()
    };
    u16::try_from(columns).unwrap_or(u16::MAX)
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
    fn plain_text_is_written_as_the_library_writes_it() {
        let theme = Theme::mono();
        let language = Language::english().unwrap();
        let area = Rect::new(2, 1, 9, 3);
        let style = Style::new().bold();
        for text in ["", "a", "numbness", "numb and tingling", "a~ b"] {
            for (x, y, width) in [(2, 1, 20), (5, 2, 3), (9, 3, 8), (10, 3, 1), (11, 3, 4)] {
                let mut drawn = Buffer::filled(area, Cell::new("足"));
                let mut expected = drawn.clone();
                let mut paint = Paint {
                    buffer: &mut drawn,
                    theme: &theme,
                    glyphs: Glyphs::new(true),
                    language: &language,
                };
                let used = paint.text(x, y, width, text, style);
                if area.contains(Position::new(x, y)) {
                    let text = cut(text, width, Glyphs::new(true).cut);
                    let (end, _) = expected.set_stringn(x, y, &text, width.into(), style);
                    assert_eq!(used, end - x, "{text} {x} {y} {width}");
                }
                assert_eq!(drawn, expected, "{text} {x} {y} {width}");
            }
        }
    }

    #[test]
    fn an_area_is_emptied_and_nothing_else() {
        let (theme, language) = (Theme::mono(), Language::english().unwrap());
        let area = Rect::new(2, 1, 5, 4);
        let mut drawn = Buffer::filled(area, Cell::new("x"));
        let mut paint = Paint {
            buffer: &mut drawn,
            theme: &theme,
            glyphs: Glyphs::new(true),
            language: &language,
        };
        paint.clear(Rect::new(3, 2, 2, 9));
        for position in area.positions() {
            let emptied = (3..5).contains(&position.x) && position.y >= 2;
            let shown = if emptied { " " } else { "x" };
            assert_eq!(drawn.cell(position).unwrap().symbol(), shown);
        }
    }

    #[test]
    fn text_is_cut_at_letters_as_people_see_them() {
        assert_eq!(cut("numbness", 5, "…"), "numb…");
        assert_eq!(cut("numb", 4, "…"), "numb");
        assert_eq!(cut("足のしびれ", 5, "…"), "足の…");
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2, "…"), "e\u{301}…");
        assert_eq!(cut("ab", 0, "…"), "…");
    }
}
