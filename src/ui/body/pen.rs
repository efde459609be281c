//! Text onto cells, never outside its place.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A row of cells and what is written into it.
pub(super) struct Line {
    column: u16,
    row: u16,
    end: u16,
}

impl Line {
    /// The row `down` of an area.
    pub(super) fn new(area: Rect, down: u16) -> Self {
        let seen = down < area.height;
        Self {
            column: area.x,
            row: area.y.saturating_add(down),
            end: if seen { area.right() } else { area.x },
        }
    }

    /// Columns left.
    pub(super) fn room(&self) -> usize {
        usize::from(self.end.saturating_sub(self.column))
    }

    /// The next column.
    pub(super) fn column(&self) -> u16 {
        self.column
    }

    /// Leaves columns as they are.
    pub(super) fn skip(&mut self, columns: usize) -> &mut Self {
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        self.column = self.column.saturating_add(columns).min(self.end);
        self
    }

    /// Writes text as far as there is room.
    pub(super) fn write(&mut self, buffer: &mut Buffer, text: &str, style: Style) -> &mut Self {
        for letter in text.graphemes(true) {
            let width = letter.width();
            if width == 0 {
                continue;
            }
            if width > self.room() {
                self.end = self.column;
                break;
            }
            if let Some(cell) = buffer.cell_mut((self.column, self.row)) {
                cell.set_symbol(letter).set_style(style);
            }
            for beside in 1..u16::try_from(width).unwrap_or(1) {
                if let Some(cell) = buffer.cell_mut((self.column + beside, self.row)) {
                    cell.set_symbol(" ").set_style(style);
                }
            }
            self.column = self
                .column
                .saturating_add(u16::try_from(width).unwrap_or(1));
        }
        self
    }

    /// Writes text into so many columns, cut with a mark or filled with blanks.
    pub(super) fn field(
        &mut self,
        buffer: &mut Buffer,
        text: &str,
        columns: usize,
        more: &str,
        style: Style,
    ) -> &mut Self {
        let text = cut(text, columns, more);
        let blanks = " ".repeat(columns.saturating_sub(text.width()));
        self.write(buffer, &text, style)
            .write(buffer, &blanks, style)
    }

    /// Fills what is left.
    pub(super) fn fill(&mut self, buffer: &mut Buffer, symbol: &str, style: Style) {
        let rest = symbol.repeat(self.room());
        self.write(buffer, &rest, style);
    }
}

/// Text cut to so many columns; `more` says that there is more.
pub(super) fn cut(text: &str, columns: usize, more: &str) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(more.width());
    let mut kept = String::new();
    for letter in text.graphemes(true) {
        if kept.width() + letter.width() > room {
            break;
        }
        kept.push_str(letter);
    }
    if more.width() <= columns {
        kept.push_str(more);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_at_letters_and_says_so() {
        assert_eq!(cut("outer shin", 10, "…"), "outer shin");
        assert_eq!(cut("outer shin", 6, "…"), "outer…");
        assert_eq!(cut("足の甲", 5, "…"), "足の…");
        assert_eq!(cut("ab", 1, "..."), "a".repeat(0));
        assert_eq!(cut("", 0, "…"), "");
    }

    #[test]
    fn nothing_is_written_outside() {
        let area = Rect::new(1, 1, 4, 1);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 3));
        Line::new(area, 0).write(&mut buffer, "a足足b", Style::new());
        Line::new(area, 1).write(&mut buffer, "below", Style::new());
        assert_eq!(
            buffer,
            Buffer::with_lines(["      ", " a足    ", "      "].map(|line| {
                let mut line = line.to_owned();
                while line.width() > 6 {
                    line.pop();
                }
                line
            }))
        );
    }
}
