//! What a terminal shows of the bytes, against what it should show.

use super::*;
use proptest::prelude::*;
use ratatui::layout::Rect;
use ratatui::style::Style;

#[test]
fn without_colour_only_a_code_has_any() {
    let red = Style::new().fg(Color::Red).bg(Color::Indexed(231));
    let to = screen(&[
        (0, 0, "plain".to_owned(), red),
        (0, 1, "▀▄".to_owned(), PRINT),
    ]);
    let mut out = Vec::new();
    cells(&screen(&[]), &to, Colours::None, &mut out);
    let out = String::from_utf8(out).unwrap();
    assert_eq!(out.matches("38;5;16").count(), 1, "{out:?}");
    assert_eq!(out.matches("48;5;231").count(), 1, "{out:?}");
    assert!(!out.contains("\u{1b}[31"), "{out:?}");
}

const COLUMNS: u16 = 24;
const ROWS: u16 = 4;

fn terminal() -> vt100::Parser {
    vt100::Parser::new(ROWS.try_into().unwrap(), COLUMNS.try_into().unwrap(), 0)
}

fn screen(texts: &[(u16, u16, String, Style)]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
    for (column, row, text, style) in texts {
        buffer.set_string(*column, *row, text, *style);
    }
    buffer
}

fn bytes(from: &Buffer, to: &Buffer) -> Vec<u8> {
    let mut out = Vec::new();
    cells(from, to, Colours::Own, &mut out);
    out
}

fn texts() -> impl Strategy<Value = Vec<(u16, u16, String, Style)>> {
    let style = (0u8..18, 0u8..4, 0u16..512).prop_map(|(foreground, background, modifier)| {
        let colour = |index| match index {
            0 | 1 => Color::Reset,
            2 => Color::Rgb(1, 2, 3),
            index => Color::Indexed(index - 3),
        };
        Style::new()
            .fg(colour(foreground))
            .bg(colour(background))
            .add_modifier(
                Modifier::from_bits_truncate(modifier) & Modifier::from_bits_truncate(0b0100_1001),
            )
    });
    let text = prop_oneof![
        "[a-z ]{0,12}",
        "[a-z\u{4e00}-\u{4e10} ]{0,9}",
        " {0,24}",
        "[─█▀]{1,9}"
    ];
    prop::collection::vec((0..COLUMNS, 0..ROWS, text, style), 0..8)
}

fn shown(terminal: &vt100::Parser) -> Vec<Option<vt100::Cell>> {
    let screen = terminal.screen();
    (0..ROWS)
        .flat_map(|row| (0..COLUMNS).map(move |column| (row, column)))
        .map(|(row, column)| {
            let cell = screen.cell(row, column)?;
            // The second half of a wide character has no looks of its own.
            (!cell.is_wide_continuation()).then(|| cell.clone())
        })
        .collect()
}

/// A cell never written and a cell erased or written blank look the same.
fn looks(terminal: &vt100::Parser) -> Vec<(String, String)> {
    shown(terminal)
        .iter()
        .map(|cell| {
            cell.as_ref().map_or_else(Default::default, |cell| {
                let text = match cell.contents() {
                    "" => " ",
                    text => text,
                };
                let style = format!(
                    "{:?} {:?} {} {} {}",
                    cell.fgcolor(),
                    cell.bgcolor(),
                    cell.bold(),
                    cell.underline(),
                    cell.inverse()
                );
                (text.to_owned(), style)
            })
        })
        .collect()
}

proptest! {
    #[test]
    fn a_changed_screen_looks_as_one_drawn_anew(first in texts(), second in texts()) {
        let blank = screen(&[]);
        let (first, second) = (screen(&first), screen(&second));
        let mut changed = terminal();
        changed.process(&bytes(&blank, &first));
        changed.process(&bytes(&first, &second));
        let mut anew = terminal();
        anew.process(&bytes(&blank, &second));
        prop_assert_eq!(looks(&changed), looks(&anew));
        // The pen is left plain.
        prop_assert_eq!(changed.screen().fgcolor(), vt100::Color::Default);
        prop_assert_eq!(changed.screen().bgcolor(), vt100::Color::Default);
        prop_assert!(!changed.screen().bold() && !changed.screen().inverse());
    }

    #[test]
    fn every_cell_arrives_as_it_was_meant(texts in texts()) {
        let meant = screen(&texts);
        let mut terminal = terminal();
        terminal.process(&bytes(&screen(&[]), &meant));
        for row in 0..ROWS {
            let mut column = 0;
            while column < COLUMNS {
                let cell = &meant[(column, row)];
                let seen = terminal.screen().cell(row, column).unwrap();
                let text = if seen.contents().is_empty() { " " } else { seen.contents() };
                prop_assert_eq!(text, cell.symbol());
                prop_assert_eq!(seen.bold(), cell.modifier.contains(Modifier::BOLD));
                prop_assert_eq!(seen.inverse(), cell.modifier.contains(Modifier::REVERSED));
                column += cell.cell_width().max(1);
            }
        }
    }
}

#[test]
fn the_same_screen_takes_no_bytes() {
    let one = screen(&[(2, 1, "foot drop".into(), Style::new().fg(Color::Red))]);
    assert_eq!(bytes(&one, &one), b"");
}

#[test]
fn the_rest_of_a_row_is_erased_at_once() {
    let from = screen(&[(0, 1, "numb outer shin".into(), Style::new())]);
    let to = screen(&[(0, 1, "numb".into(), Style::new())]);
    assert_eq!(bytes(&from, &to), b"\x1b[2;6H\x1b[K");
}

#[test]
fn a_style_is_one_sequence_and_old_colours_have_old_codes() {
    let style = Style::new()
        .fg(Color::Red)
        .bg(Color::White)
        .add_modifier(Modifier::BOLD | Modifier::SLOW_BLINK);
    let to = screen(&[(0, 0, "now".into(), style)]);
    assert_eq!(bytes(&screen(&[]), &to), b"\x1b[H\x1b[1;31;107mnow\x1b[m");
}

#[test]
fn no_colour_leaves_the_modifiers() {
    let style = Style::new().fg(Color::Red).add_modifier(Modifier::REVERSED);
    let mut out = Vec::new();
    let to = screen(&[(0, 0, "now".into(), style)]);
    cells(&screen(&[]), &to, Colours::None, &mut out);
    assert_eq!(out, b"\x1b[H\x1b[7mnow\x1b[m");
}

#[test]
fn the_linux_console_gets_reversed_colours_changed_over_and_not_bold() {
    let chosen = Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED);
    let own = chosen.fg(Color::White).bg(Color::Red);
    let to = screen(&[(0, 0, "own".into(), own), (0, 1, "usual".into(), chosen)]);
    let mut out = Vec::new();
    cells(&screen(&[]), &to, Colours::Console, &mut out);
    let shown = String::from_utf8_lossy(&out).into_owned();
    assert_eq!(shown, "\x1b[H\x1b[31;107mown\r\n\x1b[30;47musual\x1b[m");
}

#[test]
fn no_text_can_send_the_terminal_a_command() {
    let mut to = screen(&[]);
    to[(0, 0)].set_symbol("\u{1b}[2J");
    to[(5, 0)].set_symbol("\u{9b}");
    to[(8, 0)].set_symbol("x");
    let written = bytes(&screen(&[]), &to);
    let written = String::from_utf8(written).unwrap();
    assert_eq!(written, "\u{1b}[H \u{1b}[1;6H   x");
}
