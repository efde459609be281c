//! The bytes that turn one screen into the next.
//!
//! Fewer than the stock backend writes: short gaps are written over rather than
//! jumped, the blank end of a row is erased at once, and one escape sequence
//! sets a whole style. That matters on a slow line and a serial console.

use std::io::Write;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

use crate::ui::PRINT;

/// A gap of so many unchanged cells is written over: a jump takes as many bytes.
const WRITTEN_OVER: u16 = 4;

/// So many blank cells are worth an erase, which takes three bytes.
const ERASED: u16 = 4;

/// Which colours a terminal is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// None, only modifiers.
    None,
    /// Those of the cells.
    Own,
    /// The same, as the Linux console needs them.
    Console,
}

/// The style of what is written next.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Pen {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

/// What every frame begins and ends with.
const PLAIN: Pen = Pen {
    foreground: Color::Reset,
    background: Color::Reset,
    modifier: Modifier::empty(),
};

/// Appends what makes a terminal that shows `from` show `to`. Both have the
/// same size, and the pen is plain before and after.
pub fn cells(from: &Buffer, to: &Buffer, colours: Colours, out: &mut Vec<u8>) {
    let mut writer = Writer {
        out,
        to,
        colours,
        pen: PLAIN,
        at: None,
        tail: None,
    };
    let columns = usize::from(to.area.width).max(1);
    let rows = from.content.chunks(columns).zip(to.content.chunks(columns));
    for (row, (from, to)) in (0..).zip(rows) {
        changes(from, to, |column, cell| writer.cell(column, row, cell));
    }
    writer.take_up(PLAIN);
}

/// Every cell of a row that has to be written.
///
/// Where one half of a wide character is overwritten, terminals differ on what
/// becomes of the other half; so that is written too, changed or not. The stock
/// comparison leaves it.
fn changes<'a>(from: &'a [Cell], to: &'a [Cell], mut write: impl FnMut(u16, &'a Cell)) {
    // Columns below the first are covered by a wide character just seen, those
    // below the second showed one that is gone.
    let (mut covered, mut torn) = (0, 0);
    for (column, (old, new)) in (0_u16..).zip(from.iter().zip(to)) {
        // Nearly all cells are such, and their width need not be looked up.
        let same = column >= covered.max(torn) && new.symbol().len() == 1 && old == new;
        if same {
            continue;
        }
        if column < covered {
            if old.cell_width() > 1 {
                torn = torn.max(column.saturating_add(old.cell_width()));
            }
            continue;
        }
        covered = column.saturating_add(new.cell_width().max(1));
        if old != new || column < torn {
            torn = torn.max(column.saturating_add(old.cell_width()));
            write(column, new);
        }
    }
}

struct Writer<'a> {
    out: &'a mut Vec<u8>,
    to: &'a Buffer,
    colours: Colours,
    pen: Pen,
    /// Where the terminal's cursor stands, where that is certain.
    at: Option<(u16, u16)>,
    tail: Option<Tail>,
}

/// The blank end of a row.
#[derive(Clone, Copy)]
struct Tail {
    row: u16,
    /// Its first column.
    column: u16,
    erased: bool,
}

impl Writer<'_> {
    fn cell(&mut self, column: u16, row: u16, cell: &Cell) {
        let tail = self.tail(row);
        if column < tail.column || self.to.area.right() - tail.column < ERASED {
            self.reach(column, row);
            self.write(column, row, cell);
        } else if !tail.erased {
            // The first changed cell of the tail erases the rest of the row.
            self.jump(column, row);
            self.take_up(PLAIN);
            self.out.extend_from_slice(b"\x1b[K");
            self.tail = Some(Tail {
                erased: true,
                ..tail
            });
        }
    }

    fn tail(&mut self, row: u16) -> Tail {
        match self.tail {
            Some(tail) if tail.row == row => tail,
            _ => {
                let tail = Tail {
                    row,
                    column: self.blank_from(row),
                    erased: false,
                };
                self.tail = Some(tail);
                tail
            }
        }
    }

    /// The column from which a row is blank.
    fn blank_from(&self, row: u16) -> u16 {
        let area = self.to.area;
        let blank = |column: &u16| {
            self.to
                .cell((*column, row))
                .is_some_and(|cell| cell.symbol() == " " && pen(cell, self.colours) == PLAIN)
        };
        let last = (area.left()..area.right())
            .rev()
            .find(|column| !blank(column));
        let Some(last) = last else {
            return area.left();
        };
        // The second half of a wide character looks blank but is not.
        let width = self.to.cell((last, row)).map_or(1, CellWidth::cell_width);
        last.saturating_add(width.max(1)).min(area.right())
    }

    /// Brings the cursor to a cell, over a short gap by writing what is there.
    fn reach(&mut self, column: u16, row: u16) {
        if let Some((x, y)) = self.at
            && y == row
            && x < column
            && column - x <= WRITTEN_OVER
        {
            let to = self.to;
            let gap = || (x..column).filter_map(move |over| to.cell((over, row)));
            let same = |cell: &Cell| {
                cell.symbol().is_ascii()
                    && cell.symbol().len() == 1
                    && pen(cell, self.colours) == self.pen
            };
            if gap().all(same) {
                for cell in gap() {
                    self.out
                        .extend_from_slice(printable(cell.symbol()).as_bytes());
                }
                return;
            }
        }
        self.jump(column, row);
    }

    fn jump(&mut self, column: u16, row: u16) {
        // Writing to a Vec cannot fail.
        let _ = match self.at {
            Some(at) if at == (column, row) => Ok(()),
            Some((x, y)) if y == row && column == x + 1 => self.out.write_all(b"\x1b[C"),
            Some((x, y)) if y == row && column > x => write!(self.out, "\x1b[{}C", column - x),
            Some((_, y)) if column == 0 && row == y + 1 => self.out.write_all(b"\r\n"),
            _ => move_to(self.out, column, row),
        };
        self.at = Some((column, row));
    }

    fn write(&mut self, column: u16, row: u16, cell: &Cell) {
        self.take_up(pen(cell, self.colours));
        let symbol = printable(cell.symbol());
        self.out.extend_from_slice(symbol.as_bytes());
        // Terminals differ on the width of joined and wide characters, so after
        // one of them the next cell is reached by its address. At the right
        // edge the cursor may or may not have wrapped.
        let certain = cell.cell_width() == 1 && symbol.chars().nth(1).is_none();
        let next = column + 1;
        self.at = (certain && next < self.to.area.right()).then_some((next, row));
    }

    /// Changes the pen in one sequence.
    fn take_up(&mut self, pen: Pen) {
        if pen == self.pen {
            return;
        }
        let mut from = self.pen;
        self.pen = pen;
        if pen == PLAIN {
            self.out.extend_from_slice(b"\x1b[m");
            return;
        }
        let mut codes = String::new();
        if !pen.modifier.contains(from.modifier) {
            // Bold and dim have one common end, so all start anew.
            codes.push('0');
            from = PLAIN;
        }
        for (modifier, code) in MODIFIERS {
            if (pen.modifier - from.modifier).contains(modifier) {
                push(&mut codes, code);
            }
        }
        if pen.foreground != from.foreground {
            push(&mut codes, &colour(pen.foreground, 30));
        }
        if pen.background != from.background {
            push(&mut codes, &colour(pen.background, 40));
        }
        let _ = write!(self.out, "\x1b[{codes}m");
    }
}

/// Modifiers and their codes. Nothing here blinks, whatever a style says.
const MODIFIERS: [(Modifier, &str); 7] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

/// Appends the sequence that moves the cursor to a cell.
pub fn move_to(out: &mut Vec<u8>, column: u16, row: u16) -> std::io::Result<()> {
    match (column, row) {
        (0, 0) => out.write_all(b"\x1b[H"),
        (0, row) => write!(out, "\x1b[{}H", u32::from(row) + 1),
        (column, row) => write!(
            out,
            "\x1b[{};{}H",
            u32::from(row) + 1,
            u32::from(column) + 1
        ),
    }
}

/// The pen of a cell. Underlines have no colour of their own: a terminal that
/// does not know that sequence takes part of it for "blink".
fn pen(cell: &Cell, colours: Colours) -> Pen {
    let modifier = cell.modifier - (Modifier::SLOW_BLINK | Modifier::RAPID_BLINK);
    let own = Pen {
        foreground: cell.fg,
        background: cell.bg,
        modifier,
    };
    // A code is read by a machine, which needs it black on white.
    let code = (Some(cell.fg), Some(cell.bg)) == (PRINT.fg, PRINT.bg);
    match colours {
        Colours::None if !code => Pen { modifier, ..PLAIN },
        Colours::Console if modifier.contains(Modifier::REVERSED) => turned(own),
        _ => own,
    }
}

/// A reversed pen with its colours changed over. The Linux console shows bold as
/// bright and keeps that for the text when it reverses, which makes of black on
/// white a dark grey on a light one.
fn turned(pen: Pen) -> Pen {
    let known = |colour, usual| {
        if colour == Color::Reset {
            usual
        } else {
            colour
        }
    };
    Pen {
        foreground: known(pen.background, Color::Black),
        background: known(pen.foreground, Color::Gray),
        modifier: pen.modifier - (Modifier::REVERSED | Modifier::BOLD),
    }
}

/// A symbol that moves nothing: pasted text and knowledge files must not be
/// able to send the terminal commands.
fn printable(symbol: &str) -> &str {
    if symbol.is_empty() || symbol.chars().any(char::is_control) {
        " "
    } else {
        symbol
    }
}

fn push(codes: &mut String, code: &str) {
    if !codes.is_empty() {
        codes.push(';');
    }
    codes.push_str(code);
}

/// The code of a colour; `base` is 30 for the letters, 40 for the ground. The
/// sixteen colours have codes of their own, which every terminal knows.
fn colour(colour: Color, base: u16) -> String {
    let sixteen = |number: u16| (base + number).to_string();
    let bright = |number: u16| (base + 60 + number).to_string();
    match colour {
        Color::Reset => sixteen(9),
        Color::Black => sixteen(0),
        Color::Red => sixteen(1),
        Color::Green => sixteen(2),
        Color::Yellow => sixteen(3),
        Color::Blue => sixteen(4),
        Color::Magenta => sixteen(5),
        Color::Cyan => sixteen(6),
        Color::Gray => sixteen(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(index) => format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
    }
}

#[cfg(test)]
mod tests;
