//! What the terminal shows, and one write for every change of it.

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use zeroize::Zeroize;

use crate::app::Hits;

use super::encode::{self, Colours};

/// Most columns and rows drawn. What is beyond stays blank: no terminal people
/// read is larger, and a wrong size must not eat all memory.
const MOST: (u16, u16) = (1000, 500);

/// Begin and end of a synchronised update: the terminal shows a frame whole.
/// Sent without asking; a terminal that does not know it ignores it.
const BEGIN: &[u8] = b"\x1b[?2026h";
/// See [`BEGIN`].
const END: &[u8] = b"\x1b[?2026l";

/// The screen of the terminal as far as we wrote it.
pub struct Canvas {
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    /// The terminal may show something else: erase it and draw every cell.
    forgotten: bool,
    /// Goes out before the next frame, in the same write.
    before: Vec<u8>,
    out: Vec<u8>,
    colours: Colours,
    write: fn(&[u8]) -> io::Result<()>,
}

impl Canvas {
    /// A blank canvas; `colours` says which are written, `write`
    /// takes each frame whole.
    pub fn new(size: Size, colours: Colours, write: fn(&[u8]) -> io::Result<()>) -> Self {
        let area = within(size);
        Self {
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            cursor: None,
            forgotten: false,
            before: Vec::new(),
            out: Vec::with_capacity(16 * 1024),
            colours,
            write,
        }
    }

    /// Takes a new size, and draws every cell next time: terminals cut off or
    /// move what they showed, even where they come back to the same size.
    pub fn resize(&mut self, size: Size) {
        let area = within(size);
        self.shown = Buffer::empty(area);
        self.next = Buffer::empty(area);
        self.forgotten = true;
    }

    /// Draws every cell next time.
    pub fn forget(&mut self) {
        self.forgotten = true;
    }

    /// Keeps nothing of what was shown, and has the terminal forget what it keeps
    /// above the screen.
    pub fn wipe(&mut self) {
        let area = self.next.area;
        self.shown = Buffer::empty(area);
        self.next = Buffer::empty(area);
        self.out.zeroize();
        self.forgotten = true;
        self.send(b"\x1b[3J");
    }

    /// The terminal is opened with these bytes, which hide the cursor.
    pub fn open(&mut self, opening: &[u8]) {
        self.send(opening);
        self.cursor = None;
    }

    /// Sends bytes with the next frame.
    pub fn send(&mut self, bytes: &[u8]) {
        self.before.extend_from_slice(bytes);
    }

    /// Draws, and writes what is new, in one write; nothing where nothing is.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn draw(&mut self, draw: impl FnOnce(Rect, &mut Buffer) -> Hits) -> io::Result<Hits> {
        let hits = self.compose(draw);
        if !self.out.is_empty() {
            (self.write)(&self.out)?;
        }
        Ok(hits)
    }

    /// Draws, and leaves the bytes of the frame in `out`.
    fn compose(&mut self, draw: impl FnOnce(Rect, &mut Buffer) -> Hits) -> Hits {
        self.out.clear();
        self.next.reset();
        let area = self.next.area;
        let hits = draw(area, &mut self.next);
        let cursor = hits.cursor.filter(|&position| area.contains(position));
        let same = !self.forgotten && self.before.is_empty() && cursor == self.cursor;
        self.out.append(&mut self.before);
        self.out.extend_from_slice(BEGIN);
        if self.forgotten {
            self.out.extend_from_slice(b"\x1b[m\x1b[2J");
            self.shown.reset();
            self.forgotten = false;
        }
        let begun = self.out.len();
        encode::cells(&self.shown, &self.next, self.colours, &mut self.out);
        if same && self.out.len() == begun {
            self.out.clear();
            return hits;
        }
        self.place(cursor);
        self.out.extend_from_slice(END);
        std::mem::swap(&mut self.shown, &mut self.next);
        hits
    }

    /// Puts the cursor where it belongs, always: drawing has moved it.
    fn place(&mut self, cursor: Option<Position>) {
        // Writing to a Vec cannot fail.
        let _ = match (self.cursor, cursor) {
            (_, Some(to)) => encode::move_to(&mut self.out, to.x, to.y),
            (_, None) => Ok(()),
        };
        let _ = match (self.cursor, cursor) {
            (None, Some(_)) => self.out.write_all(b"\x1b[?25h"),
            (Some(_), None) => self.out.write_all(b"\x1b[?25l"),
            _ => Ok(()),
        };
        self.cursor = cursor;
    }
}

fn within(size: Size) -> Rect {
    Rect::new(0, 0, size.width.min(MOST.0), size.height.min(MOST.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn canvas() -> Canvas {
        Canvas::new(Size::new(10, 3), Colours::Own, |_| Ok(()))
    }

    fn frame(canvas: &mut Canvas, text: &str, cursor: Option<Position>) -> String {
        canvas.compose(|_, buffer| {
            buffer.set_string(0, 0, text, Style::new());
            Hits {
                cursor,
                ..Hits::default()
            }
        });
        String::from_utf8(canvas.out.clone()).unwrap()
    }

    #[test]
    fn a_frame_is_bracketed_and_the_same_frame_is_nothing() {
        let mut canvas = canvas();
        let cursor = Some(Position::new(1, 2));
        assert_eq!(
            frame(&mut canvas, "leg", cursor),
            "\x1b[?2026h\x1b[Hleg\x1b[3;2H\x1b[?25h\x1b[?2026l"
        );
        assert_eq!(frame(&mut canvas, "leg", cursor), "");
        assert_eq!(
            frame(&mut canvas, "leg", None),
            "\x1b[?2026h\x1b[?25l\x1b[?2026l"
        );
    }

    #[test]
    fn the_opening_goes_out_with_the_first_frame() {
        let mut canvas = canvas();
        canvas.open(b"<open>");
        assert_eq!(
            frame(&mut canvas, "a", None),
            "<open>\x1b[?2026h\x1b[Ha\x1b[?2026l"
        );
    }

    #[test]
    fn a_resize_clears_once_even_at_the_same_size() {
        let mut canvas = canvas();
        frame(&mut canvas, "leg", None);
        canvas.resize(Size::new(10, 3));
        assert_eq!(
            frame(&mut canvas, "leg", None),
            "\x1b[?2026h\x1b[m\x1b[2J\x1b[Hleg\x1b[?2026l"
        );
        assert_eq!(frame(&mut canvas, "leg", None), "");
    }

    #[test]
    fn a_wipe_leaves_nothing_and_draws_everything_anew() {
        let mut canvas = canvas();
        frame(&mut canvas, "leg", None);
        canvas.wipe();
        assert!(canvas.out.is_empty() && canvas.shown == Buffer::empty(canvas.next.area));
        assert_eq!(
            frame(&mut canvas, "leg", None),
            "\x1b[3J\x1b[?2026h\x1b[m\x1b[2J\x1b[Hleg\x1b[?2026l"
        );
    }

    #[test]
    fn a_cursor_outside_the_screen_is_not_shown() {
        let mut canvas = canvas();
        let outside = Some(Position::new(10, 0));
        assert!(!frame(&mut canvas, "leg", outside).contains("?25h"));
    }

    #[test]
    fn a_monstrous_size_is_cut() {
        let canvas = Canvas::new(Size::new(u16::MAX, u16::MAX), Colours::Own, |_| Ok(()));
        assert_eq!(canvas.next.area, Rect::new(0, 0, 1000, 500));
    }
}
